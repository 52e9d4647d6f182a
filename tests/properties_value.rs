//! What must hold of how offers are judged, whatever the numbers.

use customer_value::model::perceived::{Comparison, Offering, Standing};
use customer_value::model::positioning::{Moment, Positioning};
use customer_value::model::rules::{self, Departure, Rule, Rules};
use customer_value::model::tie::{Lever, all_ties};
use customer_value::model::value_curve::{Curve, Move, ValueCurves};
use customer_value::model::value_map::{self, ValueMap, Verdict};
use customer_value::model::weights::WeightTree;
use customer_value::model::willingness::Willingness;
use proptest::collection::vec;
use proptest::prelude::*;

#[expect(dead_code, reason = "shared with other tests")]
#[path = "data/odd.rs"]
mod odd;

use odd::{config, near};

fn scores(count: usize) -> impl Strategy<Value = Vec<f64>> {
    vec(0.0..10.0, count)
}

/// Two to four offers of three scores and two costs.
fn comparisons() -> impl Strategy<Value = Comparison> {
    let offering = (scores(3), vec(0.0..80.0, 2));
    (vec(0.1..100.0, 3), 10.0..300.0, vec(offering, 2..5)).prop_filter_map(
        "sound",
        |(weights, perfect, offers)| {
            let offering = |(scores, costs)| Offering { scores, costs };
            let offers: Vec<Offering> = offers.into_iter().map(offering).collect();
            Comparison::new(&weights, perfect, &offers).ok()
        },
    )
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn every_tie_is_a_tie(comparison in comparisons(), offer in 0..2_usize) {
        for tie in all_ties(&comparison, offer) {
            let mut weights = comparison.weights().to_vec();
            let mut perfect = comparison.perfect();
            let offering =
                |s: &Standing| Offering { scores: s.scores.clone(), costs: s.costs.clone() };
            let mut offers: Vec<Offering> = comparison.standings().iter().map(offering).collect();
            let place = match tie.lever {
                Lever::Cost(k) => &mut offers[offer].costs[k],
                Lever::Score(k) => &mut offers[offer].scores[k],
                Lever::Weight(k) => &mut weights[k],
                Lever::Perfect => &mut perfect,
            };
            prop_assert_eq!(*place, tie.from);
            *place = tie.to;
            let tied = Comparison::new(&weights, perfect, &offers).unwrap();
            let size = tied.standings()[offer].benefit + tied.standings()[offer].cost;
            prop_assert!(
                tied.lead(offer).abs() <= 1e-9 * size.max(1.0),
                "{tie:?} {}",
                tied.lead(offer)
            );
        }
        // Whoever is behind can be cheaper by what they are behind, unless they cost too little.
        let behind = -comparison.lead(offer);
        let cost = comparison.standings()[offer].costs[0];
        let by_cost = all_ties(&comparison, offer).into_iter().find(|t| t.lever == Lever::Cost(0));
        if behind < cost - 1e-6 {
            prop_assert!(near(by_cost.unwrap().by(), -behind, 100.0, 1e-11));
        } else if behind > cost + 1e-6 {
            prop_assert_eq!(by_cost, None);
        }
    }

    #[test]
    fn two_levels_are_one_with_products_for_weights(
        branches in vec((0.1..9.0, vec((0.1..9.0, 0.0..10.0), 1..5)), 1..5),
    ) {
        let (weights, leaves): (Vec<f64>, Vec<Vec<(f64, f64)>>) = branches.into_iter().unzip();
        let part = |of: &dyn Fn(&(f64, f64)) -> f64| -> Vec<Vec<f64>> {
            leaves.iter().map(|leaves| leaves.iter().map(of).collect()).collect()
        };
        let (leaf_weights, scores) = (part(&|leaf| leaf.0), part(&|leaf| leaf.1));
        let tree = WeightTree::new(&weights, &leaf_weights).unwrap();
        let shares = tree.leaf_shares();
        prop_assert!(near(shares.iter().sum(), 1.0, 0.0, 1e-14));
        let flat: f64 =
            shares.iter().zip(scores.concat()).map(|(share, score)| share * score).sum();
        prop_assert!(near(tree.score(&scores).unwrap().total, flat, 1.0, 1e-13));
    }

    #[test]
    fn where_one_passes_the_other_they_are_level(
        moments in vec((0.5..9.0, vec(0.1..9.0, 3)), 1..6),
        offers in vec(scores(3), 2),
    ) {
        let mut time = 0.0;
        let mut moment = |(after, weights): (f64, Vec<f64>)| {
            time += after;
            Moment { time, weights }
        };
        let moments: Vec<Moment> = moments.into_iter().map(&mut moment).collect();
        let positions = Positioning::new(&moments, &offers).unwrap();
        let lead = |t: f64| {
            let totals = positions.totals_at(t);
            totals[0] - totals[1]
        };
        let found = positions.overtakings(0, 1);
        for (time, ahead) in &found {
            prop_assert!(lead(*time).abs() < 1e-12);
            let side = if *ahead { 1.0 } else { -1.0 };
            prop_assert!(lead(time + 1e-6) * side > -1e-13);
        }
        // From first to last the lead changes sides as often as that says.
        let (start, end) = (lead(moments[0].time), lead(time));
        prop_assert!(
            start.abs() < 1e-9
                || end.abs() < 1e-9
                || ((start > 0.0) == (end > 0.0)) == found.len().is_multiple_of(2)
        );
    }

    #[test]
    fn no_price_earns_more_than_the_best_answer(
        answers in vec(0.0..100.0, 1..30),
        cost in 0.0..50.0,
        price in 0.0..110.0,
    ) {
        let room = Willingness::new(&answers, cost).unwrap();
        let profit =
            |price: f64| (price - cost) * answers.iter().filter(|a| **a >= price).count() as f64;
        let best = room.best();
        let most = best.first().map_or(0.0, |step| step.profit);
        prop_assert!(profit(price) <= most * (1.0 + 1e-12));
        for step in &best {
            prop_assert!(near(profit(step.price), step.profit, 0.0, 1e-12));
        }
        // What buyers keep and what they pay is what they would have paid.
        let paid = price * room.buyers(price) as f64;
        let would: f64 = answers.iter().filter(|a| **a >= price).sum();
        prop_assert!(near(room.surplus(price) + paid, would, 100.0, 1e-12));
    }
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn the_map_in_a_second_writing(
        weights in vec(0.1..9.0, 3),
        slope in 0.2..3.0,
        offers in vec((vec(1.0..10.0, 3), 10.0..200.0), 2..6),
    ) {
        let offer = |(scores, price): (Vec<f64>, f64)| value_map::Offer { scores, price };
        let offers: Vec<value_map::Offer> = offers.into_iter().map(offer).collect();
        let map = ValueMap::new(&weights, slope, &offers).unwrap();
        let sum: f64 = weights.iter().sum();
        for (k, place) in map.places().iter().enumerate() {
            let others = |of: &dyn Fn(&value_map::Offer) -> f64| {
                let rivals: Vec<f64> = offers
                    .iter()
                    .enumerate()
                    .filter(|(j, _)| *j != k)
                    .map(|(_, o)| of(o))
                    .collect();
                rivals.iter().sum::<f64>() / rivals.len() as f64
            };
            let ratio =
                |c: usize| weights[c] / sum * offers[k].scores[c] / others(&|o| o.scores[c]);
            prop_assert!(near(place.quality, (0..3).map(ratio).sum(), 0.0, 1e-12));
            prop_assert!(near(place.price, offers[k].price / others(&|o| o.price), 0.0, 1e-12));
            // The distance is that of the nearest point of the line, and none is nearer.
            for quality in [place.quality, place.quality + place.distance(), 1.0, 0.0] {
                let away = (quality - place.quality).hypot(map.fair_price(quality) - place.price);
                prop_assert!(away >= place.distance().abs() - 1e-12);
            }
            if let Some(price) = place.fair_price() {
                let mut moved = offers.clone();
                moved[k].price = price;
                let again = ValueMap::new(&weights, slope, &moved).unwrap();
                prop_assert_eq!(again.places()[k].verdict(), Verdict::Fair);
            }
        }
    }

    #[test]
    fn a_curve_moves_against_all_rivals(
        levels in vec(vec(0.0..=10.0, 5), 2..6),
        flat in 0.5..10.0,
    ) {
        let curves: Vec<Curve> =
            levels.into_iter().map(|levels| Curve { levels, price: 5.0 }).collect();
        let all = ValueCurves::new(&curves).unwrap();
        let moves = all.moves(0).unwrap();
        for (factor, found) in moves.iter().enumerate() {
            let level = |curve: &Curve| curve.levels[factor].round();
            let own = curves[0].levels[factor];
            let rivals = || curves[1..].iter();
            let expected = match () {
                () if level(&curves[0]) == 0.0 && rivals().all(|c| level(c) > 0.0) => {
                    Move::Eliminate
                }
                () if level(&curves[0]) > 0.0 && rivals().all(|c| level(c) == 0.0) => Move::Create,
                () if level(&curves[0]) > 0.0 && rivals().all(|c| c.levels[factor] > own) => {
                    Move::Reduce
                }
                () if rivals().all(|c| c.levels[factor] < own) && level(&curves[0]) > 0.0 => {
                    Move::Raise
                }
                () => Move::Keep,
            };
            prop_assert_eq!(*found, expected, "{}", factor);
        }
        // A copy moves nothing and is parallel; a flat curve has no focus.
        let twin = ValueCurves::new(&[curves[0].clone(), curves[0].clone()]).unwrap();
        prop_assert!(twin.moves(0).unwrap().iter().all(|m| *m == Move::Keep));
        prop_assert!(twin.correlation(0, 1).is_none_or(|r| r > 1.0 - 1e-12));
        let even = Curve { levels: vec![flat; 5], price: 1.0 };
        prop_assert!(
            even.focus().unwrap() < 1e-12
                && near(even.effective_factors().unwrap(), 5.0, 0.0, 1e-12)
        );
        for curve in &curves {
            prop_assert!(curve.focus().is_none_or(|focus| (0.0..=1.0).contains(&focus)));
        }
    }
}

fn rule_offers() -> impl Strategy<Value = (rules::Terms, Vec<rules::Offer>)> {
    let offer = (vec(1.0..10.0, 2), 1.0..100.0, 0.0..60.0)
        .prop_map(|(scores, price, other_costs)| rules::Offer { scores, price, other_costs });
    let terms = (vec(0.1..9.0, 2), 20.0..300.0, 0.3..2.0, 0.0..=1.0).prop_map(
        |(weights, perfect, slope, credit)| rules::Terms { weights, perfect, slope, credit },
    );
    (terms, vec(offer, 2..5))
}

/// The offers of greatest net value if a perfect one were worth `perfect` and, if so, without other
/// costs.
fn best_by_difference(
    terms: &rules::Terms,
    offers: &[rules::Offer],
    perfect: f64,
    all_costs: bool,
) -> Vec<usize> {
    let mut offers = offers.to_vec();
    if !all_costs {
        for offer in &mut offers {
            offer.other_costs = 0.0;
        }
    }
    let terms = rules::Terms { perfect, ..terms.clone() };
    let rules = Rules::new(&terms, &offers).ok();
    let reading = rules.as_ref().and_then(|rules| rules.reading(Rule::Difference));
    reading.map_or(Vec::new(), rules::Reading::first)
}

proptest! {
    #![proptest_config(config(600))]

    #[test]
    fn every_reason_is_one((terms, offers) in rule_offers()) {
        let at = |credit| Rules::new(&rules::Terms { credit, ..terms.clone() }, &offers).unwrap();
        let rules = at(terms.credit);
        // At full credit economic value and difference are one rule.
        let full = at(1.0);
        prop_assert!(full.departures(Rule::EconomicValue).is_empty());
        prop_assert!(full.reversals(Rule::Difference, Rule::EconomicValue).is_empty());
        let first = |rules: &Rules, rule| rules.reading(rule).unwrap().first();
        for disagreement in rules.disagreements() {
            prop_assert!(!disagreement.because.is_empty());
            let (one, other) = disagreement.firsts;
            prop_assert!(one != other);
        }
        let best = first(&rules, Rule::Difference)[0];
        for departure in rules.departures(Rule::EconomicValue) {
            let Departure::Credit { needed } = departure else { panic!("{departure:?}") };
            prop_assert!(needed >= terms.credit);
            prop_assert!(first(&at((needed + 1e-6).min(1.0)), Rule::EconomicValue).contains(&best));
            prop_assert!(
                !first(&at((needed - 1e-6).max(0.0)), Rule::EconomicValue).contains(&best)
            );
        }
        for departure in rules.departures(Rule::Ratio) {
            let Departure::Scale { extra_benefit, extra_cost } = departure else {
                panic!("{departure:?}")
            };
            prop_assert!(extra_benefit > extra_cost);
        }
        let chosen = first(&rules, Rule::ValueMap)[0];
        let inside =
            |from: f64, to: Option<f64>| to.map_or(from * 2.0 + 1.0, |to| f64::midpoint(from, to));
        match rules.departures(Rule::ValueMap)[..] {
            [] | [Departure::Ratios] => {}
            [Departure::OtherCosts] => {
                prop_assert!(
                    best_by_difference(&terms, &offers, terms.perfect, false).contains(&chosen)
                );
            }
            [Departure::Worth { from, to }] => {
                prop_assert!(
                    best_by_difference(&terms, &offers, inside(from, to), true).contains(&chosen)
                );
            }
            [Departure::OtherCosts, Departure::Worth { from, to }] => {
                prop_assert!(
                    best_by_difference(&terms, &offers, inside(from, to), false).contains(&chosen)
                );
            }
            ref other => panic!("{other:?}"),
        }
    }
}
