//! What would have to change, and what matters most.

use super::{Case, Cost, Counting, Earning, Input};
use crate::math::order;
use crate::model::swing::{Swing, by_width};
use crate::model::tie::nearest;

/// The value of `input`, nearest to its present one, at which our offer and its best rival are worth
/// the same to the customer, all else unchanged. None where no value allowed does it.
///
/// Exact: by any one number, price, score, time or worth, the net value of every offer moves in a
/// straight line; by a weight it does once it is multiplied with the sum of the weights.
pub fn tie(case: &Case, input: Input) -> Option<f64> {
    let now = input.get(case)?;
    let field = input.field(case);
    nearest(now, (field.low, field.high), |value| leads(case, input, value))
}

/// The best rival of our offer once `input` is at `value`.
pub fn best_rival_at(case: &Case, input: Input, value: f64) -> Option<usize> {
    with(case, input, value).comparison().ok().map(|comparison| comparison.best_rival(0))
}

/// `case` with `input` at `value`.
fn with(case: &Case, input: Input, value: f64) -> Case {
    let mut probe = case.clone();
    input.set(&mut probe, value);
    probe
}

/// Those of `inputs` that have a tie, each with its value now and there: the nearest first.
pub fn nearest_first(
    case: &Case,
    inputs: Vec<Input>,
    tie: impl Fn(Input) -> Option<f64>,
) -> Vec<(Input, f64, f64)> {
    let change = |input: Input| Some((input, input.get(case)?, tie(input)?));
    let mut found: Vec<_> = inputs.into_iter().filter_map(change).collect();
    order::sort_rising(&mut found, |(_, now, at)| (at - now).abs() / now.abs().max(1e-9));
    found
}

/// Our net value less that of each rival with `input` at `value`, times the sum of the weights.
fn leads(case: &Case, input: Input, value: f64) -> Option<Vec<f64>> {
    let probe = with(case, input, value);
    let standings = probe.comparison().ok()?;
    let sum: f64 = probe.criteria.iter().map(|c| c.weight).sum();
    let (ours, rivals) = standings.standings().split_first()?;
    Some(rivals.iter().map(|rival| (ours.net() - rival.net()) * sum).collect())
}

/// How far the result moves when each of `inputs` in turn goes down and up by `share` of itself,
/// within its range; the widest swing first.
fn swings(
    case: &Case,
    inputs: &[Input],
    share: f64,
    result: impl Fn(&Case) -> Option<f64>,
) -> Vec<Swing<Input>> {
    let mut probe = case.clone();
    let mut swing = |input: &Input| {
        let now = input.get(case)?;
        let field = input.field(case);
        let at = |factor: f64| (now * factor).clamp(field.low, field.high);
        let values = (at(1.0 - share), at(1.0 + share));
        let mut with = |value: f64| {
            input.set(&mut probe, value);
            result(&probe)
        };
        let results = (with(values.0), with(values.1));
        input.set(&mut probe, now);
        Some(Swing { input: *input, values, results })
    };
    by_width(inputs.iter().filter_map(&mut swing).collect())
}

/// How far our lead over the offer in place `rival` moves when each number it depends on goes down
/// and up by `share` of itself.
pub fn lead_swings(case: &Case, rival: usize, share: f64) -> Vec<Swing<Input>> {
    let lead = |case: &Case| case.comparison().ok().map(|c| c.lead_over(0, rival));
    swings(case, &lead_inputs(case, rival), share, lead)
}

/// How far lifetime value moves when each number it depends on goes down and up by `share`.
pub fn lifetime_swings(case: &Case, share: f64) -> Vec<Swing<Input>> {
    let net = |case: &Case| case.lifetime().ok().map(|lifetime| lifetime.net());
    swings(case, &lifetime_inputs(case), share, net)
}

/// What our lead over the offer in place `rival` depends on.
pub fn lead_inputs(case: &Case, rival: usize) -> Vec<Input> {
    let mut inputs = vec![Input::Perfect];
    if case.counting == Counting::Money {
        inputs.push(Input::HourWorth);
    }
    inputs.extend(case.criteria.iter().map(|criterion| Input::Weight(criterion.id)));
    for offer in [0, rival].into_iter().filter_map(|k| case.offers.get(k)) {
        inputs.extend(Cost::ALL.map(|cost| Input::Cost(offer.id, cost)));
        inputs.extend(case.criteria.iter().map(|c| Input::Score(offer.id, c.id)));
    }
    inputs
}

/// What lifetime value depends on.
fn lifetime_inputs(case: &Case) -> Vec<Input> {
    let mut inputs = match case.customer.earning {
        Earning::Margin => vec![Input::Margin],
        Earning::Revenue => vec![Input::Revenue, Input::MarginRate],
        Earning::Offer => {
            let ours = case.ours().map(|offer| offer.id);
            let price = ours.map(|id| [Input::Price(id), Input::UnitCost(id)]);
            price.into_iter().flatten().chain([Input::Purchases]).collect()
        }
    };
    inputs.extend([Input::Churn, Input::Discount, Input::Growth, Input::Acquisition]);
    if !case.customer.forever {
        inputs.push(Input::Horizon);
    }
    inputs
}

#[cfg(test)]
mod tests {
    use super::super::{Sample, library};
    use super::*;

    #[test]
    fn every_tie_is_a_tie() {
        for sample in Sample::ALL {
            let case = library::open(sample);
            let comparison = case.comparison().unwrap();
            let mut found = 0;
            for input in lead_inputs(&case, comparison.best_rival(0)) {
                let Some(value) = tie(&case, input) else { continue };
                let mut tied = case.clone();
                input.set(&mut tied, value);
                let c = tied.comparison().unwrap();
                let size = c.standings()[0].benefit.max(1.0);
                assert!((c.lead(0) / size).abs() < 1e-12, "{sample:?} {input:?} {value}");
                found += 1;
            }
            assert!(found > 0, "{sample:?} has nothing that ties");
        }
    }

    /// Row A3: B ties with A when its cost falls by 25, here by its price from 50 to 25.
    #[test]
    fn row_a3_goal_seek() {
        let mut case = library::open(Sample::Rules);
        case.offers.swap(0, 1);
        let price = tie(&case, Input::Cost(case.offers[0].id, Cost::Money)).unwrap();
        assert!((price - 25.0).abs() < 1e-12);
        // No single score can bring 25 points more: each is worth at most 50 and has 30 left.
        let score = tie(&case, Input::Score(case.offers[0].id, case.criteria[2].id));
        assert!((score.unwrap() - 7.0).abs() < 1e-12, "2 → 7 brings 25 points");
    }

    /// The figures of the coffee case: the widest of the swings by ten per cent.
    #[test]
    fn the_price_moves_most() {
        let case = library::open(Sample::Coffee);
        let found = lead_swings(&case, 1, 0.1);
        let ours = case.offers[0].id;
        assert_eq!(found[0].input, Input::Cost(ours, Cost::Money));
        assert!((found[0].width() - 5.0).abs() < 1e-9);
        assert_eq!(found[1].input, Input::Perfect);
    }

    /// Row E8: churn has the widest swing.
    #[test]
    fn row_e8_churn_on_top() {
        let mut case = Case::default();
        case.customer.earning = Earning::Revenue;
        case.customer.revenue = 200.0 * 6.0;
        case.customer.margin_rate = 0.4;
        case.customer.discount = 0.0;
        let net = |case: &Case| case.lifetime().ok().map(|l| l.net());
        assert!((net(&case).unwrap() - 2_400.0).abs() < 1e-9);
        let found = lifetime_swings(&case, 0.2);
        assert_eq!(found[0].input, Input::Churn);
        assert!((found[0].width() - 1_000.0).abs() < 1e-9);
        assert!((found[1].width() - 960.0).abs() < 1e-9);
    }
}
