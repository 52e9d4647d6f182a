//! A claim on trial in words, as a figure, beside its sources, and beside the other claims.

use super::super::figures::stepped;
use super::super::{Case, Input, Period};
use super::trial::inputs;
use crate::chart::claims::trial::{About, trial as draw};
use crate::chart::{Chart, Table};
use crate::model::lifetime::retention_over;
use crate::model::loyalty::trial::{Measure, Trial};
use crate::model::loyalty::{Claim, Saying};
use crate::words::claims::{self as words, At};
use crate::words::{Glass, Language, Piece, Unit};

/// One step of an arrow key on a retention rate.
const STEP: f64 = 0.01;

impl Case {
    /// What `trial` of `saying` finds, as it is to be said.
    fn said_at<'a>(&self, saying: Saying, trial: &'a Trial) -> At<'a> {
        let claims = &self.claims;
        let base = match saying {
            Saying::HalfAgainst => (claims.to_customer, 0.0),
            Saying::Recommended => (claims.stock, claims.newcomers),
            _ => (self.customer.acquisition, 0.0),
        };
        let (points, measure) = (self.said_points(saying).0, claims.measure);
        At { saying, trial, points, measure, base }
    }

    /// The verdict on the claim that is chosen, with the number that matters marked.
    pub fn claim_verdict(&self, trial: &Trial, glass: Glass) -> Vec<Piece> {
        words::verdict(&self.said_at(self.claims.chosen, trial), glass)
    }

    /// What must be known before the chosen claim is believed.
    pub fn claim_caution(&self, language: Language) -> String {
        let saying = self.claims.chosen;
        let caution = words::CAUTIONS[words::place(saying)].to(language).to_owned();
        if !saying.is_about_retention() || self.customer.period == Period::Year {
            return caution;
        }
        let of_a_year = retention_over(self.customer.retention, self.customer.period.a_year())
            .unwrap_or_default();
        let of_a_year = words::percent(self.glass(language), of_a_year);
        let space = if language == Language::English { " " } else { "" };
        format!("{caution}{space}{}", words::by_month(language, &of_a_year))
    }

    /// The curve of the chosen claim, with our own number on it.
    pub fn trial_figure(&self, trial: &Trial, language: Language) -> Chart {
        let glass = self.glass(language);
        let saying = self.claims.chosen;
        let across = |x: f64| words::own(glass, saying, x);
        let up = |y: f64| words::outcome(glass, saying, y);
        let input = inputs(saying).first().copied().unwrap_or(Input::Retention);
        let field = input.field(self);
        let (name, unit) = words::follows(saying, self.claims.measure == Measure::Life);
        let said =
            |words: crate::words::Phrase, y: f64| format!("{} {}", words.to(language), up(y));
        let own = trial.found().map_or_else(
            || across(trial.own),
            |found| words::on_curve(language, &across(trial.own), &up(found)),
        );
        let about = About {
            summary: plain(self.claim_verdict(trial, glass)),
            across: (with_unit(field.label.to(language), field.unit, glass), field.unit),
            up: (with_unit(name.to(language), unit, glass), unit),
            range: self.trial_range(trial),
            claimed: said(words::said(saying), trial.claimed),
            others: others(saying).into_iter().map(|y| (y, said(words::ALSO_SAID, y))).collect(),
            places: trial
                .holds_at()
                .into_iter()
                .map(|x| words::holds_here(language, saying, &across(x)))
                .collect(),
            written: [&across, &up],
            handle: input.name(self, language),
            own,
        };
        let mut chart = stepped(draw(trial, &about, glass), &self.trial_grips());
        if input == Input::Retention {
            chart.handles[0].step = STEP;
        }
        chart
    }

    /// How far the axis of a trial goes: for shares to the whole, for others beyond what matters.
    fn trial_range(&self, trial: &Trial) -> (f64, f64) {
        let saying = self.claims.chosen;
        let holds = trial.holds_at().into_iter().fold(0.0, f64::max);
        let far = (1.3 * trial.own).max(1.6 * holds);
        let far = if far > 0.0 { far } else { 1.0 };
        match saying {
            Saying::SixTimes | Saying::HalfAgainst => (0.0, far.clamp(0.4, 1.0)),
            Saying::EightTimes | Saying::FiveTimes => {
                // Both figures of the ratio belong into the picture.
                let least = others(saying).into_iter().chain([trial.claimed]).fold(1.0, f64::max);
                (0.0, far.max(self.customer.acquisition / least))
            }
            Saying::TellsFive => (0.0, far.max(12.0)),
            Saying::Recommended => (0.0, far),
            Saying::Doubled | Saying::Raised | Saying::Lowered | Saying::Own => {
                (if trial.own < 0.5 { 0.0 } else { 0.5 }, 1.0)
            }
        }
    }

    /// The figures in which the chosen claim goes round, with what each stands on; none for one that
    /// is typed.
    pub fn source_table(&self, language: Language) -> Option<Table> {
        let saying = self.claims.chosen;
        let glass = self.glass(language);
        let row = |(place, figure): (usize, &crate::model::loyalty::Figure)| {
            Some(vec![
                words::printed(glass, saying, place)?,
                words::measured(figure.measured).to(language).to_owned(),
                words::basis(figure.basis).to(language).to_owned(),
                words::printed_in(figure, language),
            ])
        };
        let rows: Vec<Vec<String>> = saying.figures().iter().enumerate().filter_map(row).collect();
        let head = words::SOURCE_COLUMNS.map(|name| name.to(language).to_owned());
        (!rows.is_empty()).then(|| Table { head: head.into(), rows })
    }

    /// Every claim with our own numbers: when it is true, where we stand, what follows.
    pub fn glance_table(&self, language: Language) -> Table {
        let glass = self.glass(language);
        let row = |saying: Saying| {
            let name = words::SHORT[words::place(saying)].to(language).to_owned();
            let Ok(trial) = self.trial(saying) else {
                return vec![name, String::new(), String::new(), String::new()];
            };
            vec![
                name,
                words::condition(glass, saying, &trial.holds_at()),
                words::own(glass, saying, trial.own),
                words::brief(&self.said_at(saying, &trial), glass),
            ]
        };
        let said = Saying::ALL.into_iter().filter(|saying| *saying != Saying::Own);
        let head = words::GLANCE_COLUMNS.map(|name| name.to(language).to_owned());
        Table { head: head.into(), rows: said.map(row).collect() }
    }
}

/// A name with its unit, for an axis; that it is a multiple the name says.
fn with_unit(name: &str, unit: Unit, glass: Glass) -> String {
    let unit = if unit == Unit::Times { "" } else { glass.unit(unit) };
    let comma = if glass.language == Language::Chinese { "，" } else { ", " };
    if unit.is_empty() { name.to_owned() } else { format!("{name}{comma}{unit}") }
}

/// The other values in which a claim goes round, where they are of the same kind.
fn others(saying: Saying) -> Vec<f64> {
    let Some((claim, place)) = saying.claim() else { return Vec::new() };
    let values: Vec<f64> = claim.figures().iter().map(|figure| figure.value).collect();
    match claim {
        Claim::PeopleTold => Vec::new(),
        Claim::ChanceOfSale => {
            values.chunks_exact(2).skip(1).map(|pair| pair[0] / pair[1]).collect()
        }
        _ => {
            let mut others: Vec<f64> =
                values.iter().copied().filter(|value| *value != values[place]).collect();
            others.dedup();
            others
        }
    }
}

/// A sentence without its marks.
fn plain(pieces: Vec<Piece>) -> String {
    pieces
        .into_iter()
        .map(|piece| match piece {
            Piece::Say(words) | Piece::Figure(words) => words,
        })
        .collect()
}
