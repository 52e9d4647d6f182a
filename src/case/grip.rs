//! What the handles of a figure set: from a place on an axis to an input.

use super::input::snapped;
use super::{Case, Cost, Counting, Input, market};
use crate::chart::Point;
use crate::chart::lifetime::handle_time;
use crate::math::root;
use crate::model::lifetime::{Horizon, Lifetime, Terms};
use crate::model::perceived::{Comparison, TOP_SCORE};

/// One handle: the input it sets, and the value that belongs to a place on its axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grip {
    /// The input.
    pub input: Input,
    /// Where the input is zero.
    pub zero: f64,
    /// How much of the input is one unit of the axis.
    pub scale: f64,
    /// The input snaps to multiples of this.
    pub snap: f64,
}

impl Grip {
    /// One snap of the input, on the axis.
    pub fn step(&self) -> f64 {
        if self.scale == 0.0 { 0.0 } else { (self.snap / self.scale).abs() }
    }

    /// The input's value at `place`, snapped and within its range.
    pub fn value(&self, case: &Case, place: f64) -> f64 {
        let field = self.input.field(case);
        let raw = (place - self.zero) * self.scale;
        snapped(raw, self.snap).clamp(field.low, field.high)
    }

    /// The input and its value at `place`; none where it is already as near to that as it snaps.
    fn change(&self, case: &Case, place: f64) -> Option<(Input, f64)> {
        let value = self.value(case, place);
        let now = self.input.get(case)?;
        let moves = (value - now).abs() > self.snap * (0.5 + 1e-9);
        moves.then_some((self.input, value))
    }
}

/// A handle in the plane: what it sets by going left and right, and by going up and down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlaneGrip {
    /// Left and right; none where it does not go that way.
    pub x: Option<Grip>,
    /// Up and down.
    pub y: Option<Grip>,
}

impl PlaneGrip {
    /// The inputs that change when it is dragged to `place`, and their values.
    pub fn changes(&self, case: &Case, place: Point) -> Vec<(Input, f64)> {
        let ways = [(self.x, place.0), (self.y, place.1)];
        ways.into_iter().filter_map(|(grip, place)| grip?.change(case, place)).collect()
    }

    /// One of its inputs, by which its step of undo is known.
    pub fn known_by(&self) -> Option<Input> {
        self.x.or(self.y).map(|grip| grip.input)
    }
}

/// A snap for a value of about `anchor`.
pub(super) fn snap(case: &Case, input: Input) -> f64 {
    input.field(case).step(input.get(case).unwrap_or_default())
}

/// The grips of the bars of benefit and cost: for each offer its price, then each score.
pub fn bars(case: &Case, comparison: &Comparison) -> Vec<Grip> {
    let mut grips = Vec::new();
    let tops: Vec<f64> = comparison.weights().iter().map(|w| w * case.perfect()).collect();
    for (offer, standing) in case.offers.iter().zip(comparison.standings()) {
        let price = match case.counting {
            Counting::Money => Input::Price(offer.id),
            Counting::Points => Input::Cost(offer.id, Cost::Money),
        };
        grips.push(Grip { input: price, zero: 0.0, scale: -1.0, snap: snap(case, price) });
        let mut edge = 0.0;
        for ((criterion, benefit), top) in case.criteria.iter().zip(&standing.benefits).zip(&tops) {
            let input = Input::Score(offer.id, criterion.id);
            let scale = if *top > 0.0 { TOP_SCORE / top } else { 0.0 };
            grips.push(Grip { input, zero: edge, scale, snap: 0.1 });
            edge += benefit;
        }
    }
    grips
}

/// The grips of the price ladder: each rung.
pub fn ladder(case: &Case) -> Vec<Grip> {
    let mut foot = 0.0;
    let grip = |rung: &super::Rung| {
        let input = Input::Rung(rung.id);
        let grip = Grip { input, zero: foot, scale: 1.0, snap: snap(case, input) };
        foot += rung.amount;
        grip
    };
    case.ladder.iter().map(grip).collect()
}

/// The grips of the waterfall of cash flows: each amount, from its present value.
pub fn cash_flow(case: &Case) -> Vec<Grip> {
    let mut foot = 0.0;
    let mut growth = 1.0;
    let grip = |amount: &super::Amount| {
        let input = Input::Amount(amount.id);
        let grip = Grip { input, zero: foot, scale: growth, snap: snap(case, input) };
        foot += amount.amount / growth;
        growth *= 1.0 + case.customer.discount;
        grip
    };
    case.customer.amounts.iter().map(grip).collect()
}

/// The grip of our price, where the axis is the price itself.
pub fn price(case: &Case) -> Vec<Grip> {
    let grip = |ours: &super::Offer| {
        let input = Input::Price(ours.id);
        Grip { input, zero: 0.0, scale: 1.0, snap: snap(case, input) }
    };
    case.ours().map(grip).into_iter().collect()
}

/// The grips of our guesses.
pub fn guesses(case: &Case) -> Vec<Grip> {
    let grip = |criterion: &super::Criterion| Grip {
        input: Input::Guess(criterion.id),
        zero: 0.0,
        scale: 1.0,
        snap: 0.1,
    };
    case.criteria.iter().map(grip).collect()
}

/// The grip of the moment at which positions are looked at.
pub fn moment() -> Vec<Grip> {
    let input = Input::Market(market::Number::At);
    vec![Grip { input, zero: 0.0, scale: 1.0, snap: 0.1 }]
}

/// The retention at which the survival curve runs through `share` where its handle is.
pub fn retention_of_survival(lifetime: &Lifetime, share: f64) -> f64 {
    let retention = libm::pow(share.clamp(0.0, 1.0), 1.0 / handle_time(lifetime));
    to_per_mille(retention)
}

/// The retention at which the cumulative value reaches `value` after `periods` margins.
pub fn retention_of_value(lifetime: &Lifetime, periods: u32, value: f64) -> f64 {
    let gap = |retention: f64| {
        let terms = Terms { retention, horizon: Horizon::Periods(periods), ..*lifetime.terms() };
        Lifetime::new(terms).map_or(f64::NAN, |lifetime| lifetime.net() - value)
    };
    let found = root::between(gap, 0.0, 1.0);
    let nearest = || if gap(0.0).abs() < gap(1.0).abs() { 0.0 } else { 1.0 };
    to_per_mille(found.unwrap_or_else(nearest))
}

/// A share rounded to a tenth of a per cent.
fn to_per_mille(share: f64) -> f64 {
    (share * 1_000.0).round() / 1_000.0
}

#[cfg(test)]
mod tests {
    use super::super::{Sample, library};
    use super::*;
    use crate::chart::lifetime::periods_shown;
    use crate::words::Language;

    #[test]
    fn every_handle_of_the_bars_has_its_grip() {
        for sample in Sample::ALL {
            let case = library::open(sample);
            let comparison = case.comparison().unwrap();
            let cast = case.cast(Language::Chinese);
            let chart = crate::chart::perceived::bars(&comparison, case.perfect(), &cast);
            let grips = bars(&case, &comparison);
            assert_eq!(chart.handles.len(), grips.len());
            for (handle, grip) in chart.handles.iter().zip(&grips) {
                let value = grip.value(&case, handle.at.0);
                let now = grip.input.get(&case).unwrap();
                assert!((value - now).abs() <= grip.snap / 2.0 + 1e-9, "{}", handle.label);
            }
        }
    }

    #[test]
    fn steps_stand_where_their_amounts_are() {
        let case = library::open(Sample::Coffee);
        assert_eq!(ladder(&case)[1].value(&case, 15.0), 10.0);
        let second = cash_flow(&case)[1];
        let foot = -500.0;
        assert!((second.value(&case, foot + 300.0 / 1.1) - 300.0).abs() < 1e-9);
    }

    #[test]
    fn dragging_a_curve_sets_the_retention_it_shows() {
        let case = library::open(Sample::Coffee);
        let lifetime = case.lifetime().unwrap();
        let share = lifetime.survival(handle_time(&lifetime));
        assert_eq!(retention_of_survival(&lifetime, share), 0.75);
        let periods = periods_shown(&lifetime);
        assert_eq!(retention_of_value(&lifetime, periods, lifetime.net()), 0.75);
        assert_eq!(retention_of_value(&lifetime, periods, 1e12), 1.0);
    }
}
