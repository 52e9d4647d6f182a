//! What must hold of customers who choose, whatever the numbers.

use customer_value::model::choice::{Market, Offer, Segment};
use proptest::collection::vec;
use proptest::prelude::*;

#[expect(dead_code, reason = "shared with other tests")]
#[path = "data/odd.rs"]
mod odd;

use odd::{config, near};

fn markets() -> impl Strategy<Value = (Vec<Segment>, Vec<Offer>)> {
    let segment = (1.0..1e4, vec(0.1..9.0, 3), 5.0..200.0, 0.02..4.0, -5.0..20.0, any::<bool>());
    let segment = segment.prop_map(|(heads, weights, perfect, sensitivity, outside, out)| {
        Segment { heads, weights, perfect, sensitivity, outside: out.then_some(outside) }
    });
    let offer = (vec(0.0..10.0, 3), 0.0..100.0, 0.0..10.0, 0.0..40.0).prop_map(
        |(scores, price, other_costs, unit_cost)| Offer { scores, price, other_costs, unit_cost },
    );
    (vec(segment, 1..4), vec(offer, 2..5))
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn shares_sum_to_one_and_move_as_they_must(
        (segments, offers) in markets(),
        by in 0.1..10.0,
    ) {
        let market = Market::new(&segments, &offers).unwrap();
        let heads: f64 = segments.iter().map(|s| s.heads).sum();
        let outcomes = market.outcomes();
        let mut outside = 0.0;
        for (k, segment) in segments.iter().enumerate() {
            let shares = market.segment_shares(k).unwrap();
            prop_assert!(near(shares.offers.iter().sum::<f64>() + shares.outside, 1.0, 0.0, 1e-12));
            outside += segment.heads * shares.outside;
            // Odds between two offers do not depend on the rest.
            let net = |o: &Offer| {
                let sum: f64 = segment.weights.iter().sum();
                let mean: f64 =
                    segment.weights.iter().zip(&o.scores).map(|(w, s)| w * s / sum).sum();
                segment.perfect * mean / 10.0 - o.price - o.other_costs
            };
            let odds = (shares.offers[0] / shares.offers[1]).ln();
            let expected = segment.sensitivity * (net(&offers[0]) - net(&offers[1]));
            prop_assert!(expected.abs() > 300.0 || near(odds, expected, 100.0, 1e-10));
        }
        let units: f64 = outcomes.iter().map(|o| o.units).sum();
        prop_assert!(near(units + outside, heads, 0.0, 1e-12));
        // A higher price loses customers to everybody else; a better score wins them back.
        let dearer = market.with_price(0, offers[0].price + by).unwrap().outcomes();
        prop_assert!(dearer[0].units <= outcomes[0].units);
        prop_assert!(
            (1..offers.len()).all(|k| dearer[k].units >= outcomes[k].units * (1.0 - 1e-12))
        );
        let mut better = offers.clone();
        better[0].scores[1] += by;
        let better = Market::new(&segments, &better).unwrap();
        prop_assert!(better.outcomes()[0].units >= outcomes[0].units * (1.0 - 1e-12));
        // And choice is worth more with a better offer.
        prop_assert!(better.worth_of_choice(0) >= market.worth_of_choice(0));
        if outcomes[0].units > 1e-9 {
            prop_assert!(
                market.elasticity(0, 0).unwrap() <= 0.0 && market.elasticity(0, 1).unwrap() >= 0.0
            );
        }
    }

    #[test]
    fn the_best_price_beats_every_other(
        (segments, offers) in markets(),
        others in vec(0.0..400.0, 20),
    ) {
        let market = Market::new(&segments, &offers).unwrap();
        let best = market.best_price(0).unwrap();
        let profit = |price: f64| market.profit_at(0, price).unwrap();
        prop_assert!(best.price > offers[0].unit_cost);
        prop_assert!(near(profit(best.price), best.profit, 0.0, 1e-9));
        for share in [0.5, 0.9, 0.99, 0.999, 1.001, 1.01, 1.1, 2.0] {
            prop_assert!(
                profit(best.price * share) <= best.profit * (1.0 + 1e-12),
                "{share} {best:?}"
            );
        }
        for price in others {
            prop_assert!(profit(price) <= best.profit * (1.0 + 1e-7), "{price} {best:?}");
        }
        // Marginal profit is zero beside what a unit more brings if nobody left.
        let there = market.with_price(0, best.price).unwrap();
        let marginal = there.marginal_profit(0).unwrap();
        prop_assert!(marginal.abs() <= 1e-9 * there.outcomes()[0].units.max(1e-9), "{marginal}");
    }
}
