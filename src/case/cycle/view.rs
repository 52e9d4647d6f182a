//! The figures of the life cycle, and what their handles set.

use super::super::grip::Grip;
use super::super::input::round_up;
use super::super::{Case, Id, Input};
use super::{Entry, Number, Outlook, Part};
use crate::chart::cycle::{Scene, curves, so_far, strip, with_handles};
use crate::chart::{Along, Chart, Handle, Hue};
use crate::words::{Glass, Language, Piece, Unit, cycle as words};

/// How much of the whole time is left free behind the last border.
const SPARE: f64 = 0.04;
/// A border this near to the one before it, as a share of the whole, gives way to that.
const NEAR: f64 = 0.14;
/// A length is dragged by tenths of a year.
const TENTH: f64 = 0.1;
/// Amounts are dragged by about this share of the greatest.
const FINE: f64 = 1.0 / 200.0;

/// A handle before it is placed: what it sets, where it is, and its colour.
struct Knob {
    number: Number,
    /// Its year.
    year: f64,
    /// Its amount; none for a border, which lies under the axis.
    amount: Option<f64>,
    /// Where its length begins, for a border.
    from: f64,
    hue: Hue,
}

impl Knob {
    /// Whether it is drawn small, so that a neighbour can be hit: cost lies close to revenue, and
    /// so may borders to each other.
    fn is_quiet(&self, (first, last): (f64, f64)) -> bool {
        match self.amount {
            Some(_) => self.hue == Hue::Quiet,
            None => self.year - self.from < NEAR * (last - first),
        }
    }
}

impl Case {
    /// The handles of the curves: of cost and revenue at each point or stage, then the borders.
    fn knobs(&self) -> Vec<Knob> {
        let pair = |of: &dyn Fn(Part) -> Number, year: f64, cost: f64, revenue: f64| {
            [(Part::Cost, cost, Hue::Quiet), (Part::Revenue, revenue, Hue::Ours)].map(
                |(part, amount, hue)| Knob {
                    number: of(part),
                    year,
                    amount: Some(amount),
                    from: 0.0,
                    hue,
                },
            )
        };
        if self.cycle.entry == Entry::Points {
            let points = self.cycle.points.iter();
            return points
                .flat_map(|p| pair(&|part| Number::Point(p.id, part), p.year, p.cost, p.revenue))
                .collect();
        }
        let mut knobs = Vec::new();
        let mut borders = Vec::new();
        let mut from = 0.0;
        for (k, stage) in self.cycle.stages.iter().enumerate() {
            let to = from + stage.years;
            if stage.years > 0.0 {
                let middle = f64::midpoint(from, to);
                let number = |part| Number::Stage(k, part);
                knobs.extend(pair(&number, middle, stage.cost, stage.revenue));
            }
            let number = Number::Stage(k, Part::Years);
            borders.push(Knob { number, year: to, amount: None, from, hue: Hue::Quiet });
            from = to;
        }
        knobs.into_iter().chain(borders).collect()
    }

    /// By how much the amounts of the curves are dragged.
    fn cycle_snap(&self) -> f64 {
        let most = self.knobs().iter().filter_map(|knob| knob.amount).fold(0.0, f64::max);
        round_up(most * FINE)
    }

    /// What the handles of the curves set.
    pub fn cycle_grips(&self) -> Vec<Grip> {
        let snap = self.cycle_snap();
        let grip = |knob: Knob| {
            let (zero, snap) = if knob.amount.is_some() { (0.0, snap) } else { (knob.from, TENTH) };
            Grip { input: Input::Cycle(knob.number), zero, scale: 1.0, snap }
        };
        self.knobs().into_iter().map(grip).collect()
    }

    fn cycle_scene<'a>(&self, outlook: &'a Outlook, language: Language) -> Scene<'a> {
        let glass = self.glass(language);
        Scene {
            glass,
            now: &outlook.now,
            former: outlook.changed.then_some(&outlook.former),
            staged: self.cycle.is_staged(),
            spare: if self.cycle.entry == Entry::Stages { SPARE } else { 0.0 },
            summary: summary(glass, outlook),
        }
    }

    /// Revenue, cost and both areas, with a handle for each number that was typed.
    pub fn cycle_figure(&self, outlook: &Outlook, language: Language) -> Chart {
        let chart = curves(&self.cycle_scene(outlook, language));
        let glass = self.glass(language);
        let (under, step) = (strip(&chart), self.cycle_snap());
        let (amounts, years) = ((0.0, chart.y.range.1), chart.x.range);
        let handle = |knob: Knob| {
            let input = Input::Cycle(knob.number);
            let value = input.get(self).unwrap_or_default();
            let (along, range, step, reading) = if knob.amount.is_some() {
                (Along::Y, amounts, step, glass.value(value, Unit::Money))
            } else {
                let range = (knob.from.min(years.1), years.1);
                (Along::X, range, TENTH, glass.value(value, Unit::Years))
            };
            Handle {
                at: (knob.year, knob.amount.unwrap_or(under)),
                along,
                range,
                step,
                label: input.name(self, language),
                reading,
                ink: knob.hue.full(),
                quiet: knob.is_quiet(years),
            }
        };
        let handles = self.knobs().into_iter().map(handle).collect();
        with_handles(chart, handles)
    }

    /// What comes in less what goes out, added up.
    pub fn cycle_sum_figure(&self, outlook: &Outlook, language: Language) -> Chart {
        so_far(&Scene { spare: 0.0, ..self.cycle_scene(outlook, language) })
    }

    /// What is gained or lost up to the year of a point, as it was typed.
    pub fn cycle_sum_at(&self, outlook: &Outlook, point: Id) -> Option<f64> {
        let point = self.cycle.points.iter().find(|other| other.id == point)?;
        Some(outlook.former.net_until(point.year))
    }

    /// What a stage leaves in all, as it was typed.
    pub fn cycle_sum_of(&self, stage: usize) -> Option<f64> {
        let stage = self.cycle.stages.get(stage)?;
        Some((stage.revenue - stage.cost) * stage.years)
    }
}

/// The whole answer in words.
fn summary(glass: Glass, outlook: &Outlook) -> String {
    let words = |piece: Piece| match piece {
        Piece::Say(words) | Piece::Figure(words) => words,
    };
    let answer: String = words::answer(glass, &outlook.now).into_iter().map(words).collect();
    let between = if glass.language == Language::Chinese { "" } else { " " };
    format!("{answer}{between}{}", words::areas(glass, &outlook.now))
}
