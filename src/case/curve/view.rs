//! From the case to its curves, their figures and their handles.

use super::super::figures::stepped;
use super::super::grip::Grip;
use super::super::{Case, Input};
use super::{CostChange, Side};
use crate::chart::curve::{self as figure, PriceSpan, Scene, order};
use crate::chart::ladder::{Climb, Stair, climb};
use crate::chart::{Chart, Hue};
use crate::model::value_curve::{
    Band, Curve, Move, Savings, TOP_LEVEL, ValueCurveError, ValueCurves,
};
use crate::words::{Language, Piece, curve as words};

/// The axis of prices ends at such a number, times a power of ten, ...
const ROUND: [f64; 11] = [1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];
/// ... with this much room above the highest price.
const HEADROOM: f64 = 1.25;
/// Levels that are dragged snap to this.
const SNAP: f64 = 0.5;
/// A correlation of curves that are drawn parallel may fall short of 1 by as much.
const SAME: f64 = 1e-9;

/// The least of the round numbers from `x` up; 1 where there is nothing to round.
fn round_up(x: f64) -> f64 {
    if x <= 0.0 || !x.is_finite() {
        return 1.0;
    }
    let power = libm::pow(10.0, libm::floor(libm::log10(x)));
    let lead = x / power * (1.0 - SAME);
    power * ROUND.into_iter().find(|round| lead <= *round).unwrap_or(10.0)
}

impl Case {
    /// The price at the top of the curves: a round one with room above the highest.
    pub fn top_price(&self) -> f64 {
        let prices = self.offers.iter().map(|offer| offer.price).chain(self.curve.price_before);
        round_up(HEADROOM * prices.fold(0.0, f64::max))
    }

    /// Every offer's levels, and its price as a level where `top` is 10.
    ///
    /// # Errors
    /// [`ValueCurveError`] says why there are no curves.
    pub fn value_curves(&self, top: f64) -> Result<ValueCurves, ValueCurveError> {
        let curve = |offer: &super::super::Offer| Curve {
            levels: offer.scores.clone(),
            price: price_level(offer.price, top),
        };
        let curves: Vec<Curve> = self.offers.iter().map(curve).collect();
        ValueCurves::new(&curves)
    }

    /// Our former levels, without the price; none where one is not known.
    pub(super) fn former_curve(&self) -> Option<Curve> {
        let levels: Option<Vec<f64>> = self.criteria.iter().map(|c| c.before).collect();
        Some(Curve { levels: levels?, price: 0.0 })
    }

    /// Makes our level on a factor the nearest one at which we make this move, where there is one.
    pub fn take_move(&mut self, factor: super::Id, wanted: Move) {
        let Some(k) = self.criterion_index(factor) else { return };
        let Ok(curves) = self.value_curves(self.top_price()) else { return };
        let ours = self.offers.first().map(|ours| ours.id).unwrap_or_default();
        if let Some(Ok(level)) = curves.nearest(0, k, wanted) {
            Input::Score(ours, factor).set(self, level);
        }
    }

    /// How many factors our offer makes each move on that sets it apart.
    pub fn answer_of_curves(&self, curves: &ValueCurves, language: Language) -> Vec<Piece> {
        let apart = [Move::Eliminate, Move::Reduce, Move::Raise, Move::Create];
        let counts = apart.map(|made| (made, curves.factors(0, made).len()));
        let ours = self.offers[0].name.to(language);
        words::answer(self.glass(language), ours, self.criteria.len(), &counts)
    }

    /// The names and prices that the figures show.
    fn scene(&self, language: Language) -> Scene {
        let top = self.top_price();
        let former = self.criteria.iter().map(|c| c.before);
        let price = self.curve.price_before.map(|price| price_level(price, top));
        let any = self.has_former_curve();
        Scene {
            glass: self.glass(language),
            offers: self.offers.iter().map(|o| o.name.to(language).to_owned()).collect(),
            factors: self.criteria.iter().map(|c| c.name.to(language).to_owned()).collect(),
            core: self.criteria.iter().map(|c| c.core).collect(),
            prices: self.offers.iter().map(|o| o.price).collect(),
            former: if any { former.chain([price]).collect() } else { Vec::new() },
            summary: String::new(),
        }
    }

    /// The curves of all offers; with factors as `rows` where they do not fit side by side.
    pub fn curves_figure(
        &self,
        curves: &ValueCurves,
        top: f64,
        rows: bool,
        language: Language,
    ) -> Chart {
        let words = |piece: Piece| match piece {
            Piece::Say(words) | Piece::Figure(words) => words,
        };
        let summary = self.answer_of_curves(curves, language).into_iter().map(words).collect();
        let scene = Scene { summary, ..self.scene(language) };
        stepped(figure::curves(curves, &scene, rows), &grips(self, top))
    }

    /// The price classes with their ends in order.
    pub fn price_spans(&self, language: Language) -> Vec<PriceSpan> {
        let span = |class: &super::PriceClass| PriceSpan {
            name: class.name.to(language).to_owned(),
            low: class.low.min(class.high),
            high: class.low.max(class.high),
        };
        self.curve.classes.iter().map(span).collect()
    }

    /// How much dearer the dearest class is than the cheapest, and which our price is in; none
    /// where there are no classes.
    pub fn classes_answer(&self, language: Language) -> Option<String> {
        let spans = self.price_spans(language);
        let glass = self.glass(language);
        let band = |span: &PriceSpan| Band::new(span.low, span.high);
        let middle = |span: &PriceSpan| band(span).map_or(0.0, Band::middle);
        let by_middle = |a: &&PriceSpan, b: &&PriceSpan| middle(a).total_cmp(&middle(b));
        let (cheap, dear) = (spans.iter().min_by(by_middle)?, spans.iter().max_by(by_middle)?);
        let price = self.ours()?.price;
        let class = spans.iter().find(|span| (span.low..=span.high).contains(&price));
        let ours = words::our_class(glass, price, class.map(|class| class.name.as_str()));
        let times = band(dear)?.times(band(cheap)?).filter(|_| spans.len() > 1);
        let Some(times) = times else { return Some(ours) };
        let named = |span: &PriceSpan, middle| (span.name.clone(), middle);
        let (dear, cheap) = (named(dear, middle(dear)), named(cheap, middle(cheap)));
        let dear_cheap = words::classes(glass, (&dear.0, dear.1), (&cheap.0, cheap.1), times);
        let space = if language == Language::English { " " } else { "" };
        Some(format!("{dear_cheap}{space}{ours}"))
    }

    /// The price classes, and our price and theirs among them; none where there are no classes.
    pub fn classes_figure(&self, language: Language) -> Option<Chart> {
        let summary = self.classes_answer(language)?;
        let chart = figure::classes(&self.price_spans(language), &self.scene(language), summary);
        Some(stepped(chart, &price_grips(self)))
    }

    /// What the changes of cost come to, in a sentence or two.
    pub fn savings_answer(&self, savings: &Savings, language: Language) -> String {
        let glass = self.glass(language);
        let unit = self.curve.unit.to(language);
        let whole = words::savings(glass, unit, savings.saved(), savings.spent());
        let moves = self.value_curves(self.top_price()).ok().and_then(|curves| curves.moves(0));
        let Some(moves) = moves else { return whole };
        let sum = |wanted: [Move; 2]| -> f64 {
            let made = |factor: &usize| moves.get(*factor).is_some_and(|m| wanted.contains(m));
            savings.by_factor().iter().filter(|(f, _)| made(f)).map(|(_, saving)| saving).sum()
        };
        let cut = sum([Move::Eliminate, Move::Reduce]);
        let raised = sum([Move::Raise, Move::Create]);
        let space = if language == Language::English { " " } else { "" };
        format!("{whole}{space}{}", words::by_move(glass, cut, raised))
    }

    /// What each change of cost saves or takes, and what that comes to.
    pub fn savings_figure(&self, savings: &Savings, language: Language) -> Chart {
        let stair = |(change, (_, saving)): (&CostChange, &(usize, f64))| Stair {
            name: change.name.to(language).to_owned(),
            rise: *saving,
            ink: if *saving < 0.0 { Hue::Loss.full() } else { Hue::Gain.full() },
            handle: None,
        };
        let stairs: Vec<Stair> =
            self.curve.changes.iter().zip(savings.by_factor()).map(stair).collect();
        let about = Climb {
            title: words::SAVINGS.to(language).to_owned(),
            summary: self.savings_answer(savings, language),
            total: words::NET.to(language).to_owned(),
            head: [words::COSTS, words::SAVINGS].map(|name| name.to(language).to_owned()),
        };
        climb(&stairs, &about, self.glass(language))
    }

    /// What a change of cost does, in a line; none where it cannot be worked out.
    pub fn change_answer(&self, id: super::Id, language: Language) -> Option<String> {
        let change = self.curve.changes.iter().find(|change| change.id == id)?;
        let side = |side| change.unit_cost(side)?.per_unit();
        let (before, after) = (side(Side::Industry)?, side(Side::Ours)?);
        Some(words::change_of_cost(self.glass(language), before, after))
    }
}

/// A price as a level from 0 to 10.
fn price_level(price: f64, top: f64) -> f64 {
    (TOP_LEVEL * price / top).clamp(0.0, TOP_LEVEL)
}

/// The grips of the curves: for each offer in [`order`] every level and the price.
pub fn grips(case: &Case, top: f64) -> Vec<Grip> {
    let mut grips = Vec::new();
    for k in order(case.offers.len()) {
        let offer = &case.offers[k];
        grips.extend(case.criteria.iter().map(|criterion| {
            let input = Input::Score(offer.id, criterion.id);
            Grip { input, zero: 0.0, scale: 1.0, snap: SNAP }
        }));
        grips.push(price_grip(case, Input::Price(offer.id), top / TOP_LEVEL));
    }
    grips
}

/// The grips of the offers' prices on an axis of money.
pub fn price_grips(case: &Case) -> Vec<Grip> {
    case.offers.iter().map(|offer| price_grip(case, Input::Price(offer.id), 1.0)).collect()
}

fn price_grip(case: &Case, input: Input, scale: f64) -> Grip {
    let snap = input.field(case).step(input.get(case).unwrap_or_default());
    Grip { input, zero: 0.0, scale, snap }
}

#[cfg(test)]
mod tests {
    use super::super::super::{Sample, library};
    use super::*;

    #[test]
    fn the_top_is_round_with_room_above() {
        let tops =
            [0.0, 0.8, 1.0, 75.0, 160.0, 160.1, 200.0, 100_000.0].map(|p| round_up(1.25 * p));
        assert_eq!(tops, [1.0, 1.0, 1.25, 100.0, 200.0, 250.0, 250.0, 125_000.0]);
    }

    #[test]
    fn every_handle_of_the_curves_has_its_grip() {
        for sample in Sample::ALL {
            let case = library::open(sample);
            let top = case.top_price();
            let curves = case.value_curves(top).unwrap();
            for rows in [false, true] {
                let chart = case.curves_figure(&curves, top, rows, Language::Chinese);
                let grips = grips(&case, top);
                assert_eq!(chart.handles.len(), grips.len());
                for (handle, grip) in chart.handles.iter().zip(&grips) {
                    let place = if rows { handle.at.0 } else { handle.at.1 };
                    let now = grip.input.get(&case).unwrap();
                    assert!((grip.value(&case, place) - now).abs() < 1e-9, "{}", handle.label);
                }
            }
        }
    }
}
