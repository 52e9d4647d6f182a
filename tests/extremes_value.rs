//! The models of value to the customer at the edges of what they accept: nothing panics, and no
//! infinity and no "not a number" comes out.

use customer_value::model::choice::{Market, Offer, Segment};
use customer_value::model::conflict::Conflict;
use customer_value::model::contribution::{Contribution, WordOfMouth, index};
use customer_value::model::economic_value::{Claim, Driver, EconomicValue, Sign, Source, Terms};
use customer_value::model::expectation::Experience;
use customer_value::model::investment::{Investment, Plan};
use customer_value::model::leadership::Leadership;
use customer_value::model::ownership::{self, Difference, Flow, Item, Ownership};
use customer_value::model::perceived::{Comparison, Offering};
use customer_value::model::positioning::{Moment, Positioning, moved};
use customer_value::model::rules::{self, Departure, Rule, Rules};
use customer_value::model::segments::{self, Segments};
use customer_value::model::tie::all_ties;
use customer_value::model::value_curve::{Band, CostChange, Curve, Savings, UnitCost, ValueCurves};
use customer_value::model::value_map::{self, ValueMap};
use customer_value::model::wallet::Wallet;
use customer_value::model::weights::{WeightTree, Weights};
use customer_value::model::willingness::Willingness;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

#[expect(dead_code, reason = "shared with other tests")]
#[path = "data/odd.rs"]
mod odd;

use odd::config;

/// Numbers that models trip over, nearly all of them such as they accept.
fn wild() -> impl Strategy<Value = f64> {
    prop_oneof![
        50 => select(vec![0.0, 5e-324, 1e-300, 1e-15, 0.1, 0.5, 1.0, 9.9, 10.0, 1e6, 1e14, 1e15]),
        25 => 0.0..10.0,
        1 => select(vec![-0.0, -1e-300, -0.5, -1.0, -7.0, -1e15, 1e16, 1e300, f64::MAX]),
        1 => select(vec![f64::NAN, f64::INFINITY, f64::NEG_INFINITY]),
    ]
}

/// Shares, rates and the like.
fn small() -> impl Strategy<Value = f64> {
    prop_oneof![
        30 => select(vec![0.0, 5e-324, 1e-300, 1e-9, 0.1, 0.5, 1.0]),
        15 => 0.0..1.0,
        5 => select(vec![-0.5, -0.999_999_999, -1.0 + f64::EPSILON, 1e3, 1e6]),
        1 => wild(),
    ]
}

/// Scores from 0 to 10.
fn score() -> impl Strategy<Value = f64> {
    prop_oneof![
        50 => select(vec![0.0, 5e-324, 1e-300, 1e-15, 0.4, 0.5, 1.0, 9.9, 10.0]),
        25 => 0.0..10.0,
        1 => wild(),
    ]
}

/// From 0, or from next to nothing, to a great deal.
fn factor() -> impl Strategy<Value = f64> {
    prop_oneof![
        50 => select(vec![0.0, 1e-9, 1e-6, 1e-3, 0.5, 1.0, 2.0, 1e6, 1e9]),
        25 => 0.0..3.0,
        1 => wild(),
    ]
}

fn wilds(most: usize) -> impl Strategy<Value = Vec<f64>> {
    vec(wild(), 0..=most)
}

#[track_caller]
fn finite(what: &str, values: impl IntoIterator<Item = f64>) {
    for value in values {
        assert!(value.is_finite(), "{what}: {value}");
    }
}

proptest! {
    #![proptest_config(config(600))]

    #[test]
    fn weights_and_what_is_judged_by_them(
        weights in vec(wild(), 2),
        scores in vec(vec(score(), 2), 0..4),
        mut times in vec(wild(), 1..4),
        at in wild(),
        tolerance in wild(),
    ) {
        if let Ok(weights) = Weights::new(&weights) {
            finite("shares", weights.shares().iter().copied());
        }
        if let Ok(tree) = WeightTree::new(&weights, &scores) {
            finite("leaf shares", tree.leaf_shares());
            if let Some(scored) = tree.score(&scores) {
                finite("tree", scored.branches.into_iter().chain([scored.total]));
            }
        }
        if let [expected, felt, ..] = &scores[..]
            && let Ok(experience) = Experience::new(&weights, expected, felt, tolerance)
        {
            finite("gaps", experience.gaps().iter().copied().chain([experience.gap()]));
            prop_assert_eq!(experience.states().len(), weights.len());
            let _ = experience.state();
        }
        times.sort_by(f64::total_cmp);
        let moment = |time: &f64| Moment { time: *time, weights: weights.clone() };
        let moments: Vec<Moment> = times.iter().map(moment).collect();
        if let Ok(positions) = Positioning::new(&moments, &scores) {
            finite("totals", positions.totals_at(at));
            prop_assert!(!positions.leaders_at(at).is_empty());
            finite("overtakings", positions.overtakings(0, 1).into_iter().map(|(time, _)| time));
        }
        finite(
            "moved",
            moved(&weights, 0, 1, at)
                .unwrap_or_default()
                .into_iter()
                .filter(|_| weights.iter().all(|w| w.abs() <= 1e300)),
        );
        finite("index", index(&weights, &scores.concat()));
    }

    #[test]
    fn small_models(
        a in wild(),
        b in wild(),
        c in wild(),
        p in small(),
        q in small(),
        many in wilds(6),
        years in select(vec![0_u32, 1, 5, 100, u32::MAX]),
    ) {
        if let Some(conflict) = Conflict::new(a, p, b) {
            finite("conflict", [conflict.expected_loss(), conflict.net()]);
            finite(
                "break even",
                conflict.break_even_risk().into_iter().chain(conflict.break_even_value()),
            );
        }
        let mouth = WordOfMouth { people: a, chance: p, worth: c };
        let contribution = Contribution { own: a, referred: mouth, influenced: mouth, ideas: b };
        finite(
            "contribution",
            contribution.parts().into_iter().flatten().chain(contribution.total()),
        );
        if let Ok(room) = Willingness::new(&many, a) {
            finite("room", [room.median(), room.mean(), room.surplus(b)]);
            let steps = room.steps().into_iter().chain(room.best());
            finite("steps", steps.flat_map(|s| [s.price, s.revenue, s.profit]));
        }
        if let Some(wallet) = Wallet::new(a, b, c) {
            finite("wallet", wallet.share().into_iter().chain([wallet.open()]));
            finite("heads", wallet.heads_equal_to(p));
            for growth in wallet.by_share(p, c).into_iter().chain(wallet.by_heads(c, a)) {
                finite("growth", [growth.yearly, growth.cost]);
                finite(
                    "value",
                    growth
                        .present_value(q, years)
                        .into_iter()
                        .chain(growth.net_present_value(q, years)),
                );
            }
        }
        if let Some(market) = Leadership::new(&[p, q]) {
            finite(
                "leader",
                [market.leader(), market.next(5)].into_iter().chain(market.times_the_next(1)),
            );
        }
        let cost = UnitCost::Capital { amount: a, years: b, capacity: c, used: p };
        finite("capital", cost.per_unit());
        if let Some(band) = Band::new(p, q) {
            finite("band", [band.middle()].into_iter().chain(band.times(band)));
            let after = UnitCost::ShareOfPrice { price: a, share: band };
            if let Ok(savings) = Savings::new(&[CostChange { factor: 0, before: cost, after }]) {
                finite("savings", [savings.saved(), savings.spent(), savings.net()]);
            }
        }
        let curve = |levels: &[f64]| Curve { levels: levels.to_vec(), price: a };
        let reversed: Vec<f64> = many.iter().rev().copied().collect();
        if let Ok(curves) = ValueCurves::new(&[curve(&many), curve(&reversed)]) {
            finite("correlation", curves.correlation(0, 1));
            prop_assert!(curves.moves(0).is_some() && curves.moves(2).is_none());
            let one = &curves.curves()[0];
            finite("curve", [one.total(), one.total_with_price(), one.total_on(&[0, 1, 9])]);
            finite("focus", one.focus().into_iter().chain(one.effective_factors()));
        }
        let segment = |value: f64| segments::Segment { heads: a, value };
        if let Ok(all) = Segments::new(&[segment(b), segment(c)]) {
            finite("segments", [all.heads(), all.value(), all.mean_value()]);
            finite(
                "shares",
                all.head_shares().into_iter().chain(all.value_shares().unwrap_or_default()),
            );
            prop_assert!(all.largest_by_heads() < 2 && all.largest_by_value() < 2);
        }
    }

    #[test]
    fn money_over_the_years(
        amounts in (wild(), wild(), wild()),
        rates in (small(), small(), small()),
        years in select(vec![0_u32, 1, 2, 30, 100, 101]),
        when in select(vec![0_u32, 1, 2, 30, 100, u32::MAX]),
        ramp in wilds(2),
    ) {
        let items = [
            Item { kind: 0, flow: Flow::Once { year: when, amount: amounts.0 } },
            Item {
                kind: 1,
                flow: Flow::Yearly { first: when, amount: amounts.1, growth: rates.0 },
            },
            Item { kind: 1, flow: Flow::Residual { amount: amounts.2 } },
        ];
        let own = |items: &[Item]| Ownership::new(ownership::Terms { years, rate: rates.1 }, items);
        if let (Ok(all), Ok(one)) = (own(&items), own(&items[..1])) {
            finite(
                "cost",
                [all.total(), all.paid(), all.of_kind(1)].into_iter().chain(all.per_year()),
            );
            finite("kinds", all.by_kind().into_iter().chain(all.running()));
            for (ours, theirs) in [(&all, &one), (&one, &all)] {
                let difference = Difference::new(ours, theirs).unwrap();
                finite(
                    "difference",
                    difference.running().iter().copied().chain([difference.total()]),
                );
                finite("crossing", difference.crossings().into_iter().map(|c| c.year));
                finite("drivers", difference.drivers().into_iter().map(|(_, d)| d));
            }
        }
        let plan = Plan {
            outlay: amounts.0,
            saved: amounts.2,
            benefit: amounts.1,
            benefit_growth: rates.0,
            cost: amounts.2,
            cost_growth: rates.2,
            ramp,
            residual: amounts.0,
            years,
            rate: rates.1,
        };
        if let Ok(investment) = Investment::new(&plan) {
            let flow = investment.flow();
            finite("npv", [flow.npv(), investment.spent().npv(), investment.received().npv()]);
            finite("irr", flow.irr().all().iter().copied());
            finite("payback", flow.payback().into_iter().chain(flow.discounted_payback()));
            let returns = [
                investment.return_on_investment(),
                investment.discounted_return(),
                investment.benefit_needed(),
            ];
            finite("returns", returns.into_iter().flatten());
        }
    }

    #[test]
    fn economic_value_at_the_edges(
        amounts in (wild(), wild(), wild()),
        parts in vec((wild(), wild(), small(), small(), any::<bool>(), any::<bool>()), 0..4),
        share in small(),
    ) {
        let driver = |(quantity, unit_value, confidence, attribution, plus, client)| Driver {
            sign: if plus { Sign::Plus } else { Sign::Minus },
            source: if client { Source::Client } else { Source::Us },
            quantity,
            unit_value,
            confidence,
            attribution,
        };
        let drivers: Vec<Driver> = parts.into_iter().map(driver).collect();
        let terms = Terms { reference: amounts.0, price: amounts.1, cost: amounts.2 };
        if let Ok(value) = EconomicValue::new(terms, &drivers) {
            finite(
                "fixed",
                [value.premium(), value.margin()].into_iter().chain(value.claim_needed()),
            );
            for claim in [Claim::Full, Claim::Half, Claim::ClientOnly] {
                finite(
                    "sums",
                    [
                        value.total(claim),
                        value.surplus(claim),
                        value.joint_gain(claim),
                        value.differentiation(claim),
                    ],
                );
                let maybe = [
                    value.client_share(claim),
                    value.incentive(claim),
                    value.price_leaving(share, claim),
                    value.quantity_needed(0, claim),
                ];
                finite("maybe", maybe.into_iter().flatten());
                finite(
                    "bars",
                    value.waterfall(claim).into_iter().flat_map(|step| [step.from, step.to]),
                );
                finite(
                    "range",
                    value.price_range(claim).into_iter().flat_map(|(low, high)| [low, high]),
                );
                let _ = value.zone(claim);
            }
        }
    }

    #[test]
    fn offers_beside_each_other(
        weights in vec(wild(), 2),
        perfect in wild(),
        slope in factor(),
        credit in small(),
        offers in vec((vec(score(), 2), wild(), wild()), 2..5),
    ) {
        let offering = |(scores, price, other): &(Vec<f64>, f64, f64)| Offering {
            scores: scores.clone(),
            costs: vec![*price, *other],
        };
        let offerings: Vec<Offering> = offers.iter().map(offering).collect();
        if let Ok(comparison) = Comparison::new(&weights, perfect, &offerings) {
            finite("lead", [comparison.lead(0)]);
            for offer in 0..=offers.len() {
                finite(
                    "ties",
                    all_ties(&comparison, offer)
                        .into_iter()
                        .flat_map(|tie| [tie.from, tie.to, tie.by()]),
                );
            }
        }
        let on_map = |(scores, price, _): &(Vec<f64>, f64, f64)| value_map::Offer {
            scores: scores.clone(),
            price: *price,
        };
        let on_map: Vec<value_map::Offer> = offers.iter().map(on_map).collect();
        if let Ok(map) = ValueMap::new(&weights, slope, &on_map) {
            for place in map.places() {
                finite("place", [place.quality, place.price, place.value(), place.distance()]);
                let fair = [
                    place.fair_price(),
                    place.fair_quality(),
                    place.fair_score(0),
                    place.fair_score(9),
                ];
                finite("fair", fair.into_iter().flatten());
                let _ = (place.verdict(), place.quality_side(), place.price_side());
            }
            prop_assert_eq!(map.ranking().len(), offers.len());
        }
        let by_rules = |(scores, price, other): &(Vec<f64>, f64, f64)| rules::Offer {
            scores: scores.clone(),
            price: *price,
            other_costs: *other,
        };
        let by_rules: Vec<rules::Offer> = offers.iter().map(by_rules).collect();
        if let Ok(rules) = Rules::new(&rules::Terms { weights, perfect, slope, credit }, &by_rules)
        {
            for reading in rules.readings() {
                finite("reading", reading.values.iter().flatten().copied());
                prop_assert!(!reading.first().is_empty());
            }
            for rule in Rule::ALL {
                finite(
                    "why",
                    rules.departures(rule).into_iter().flat_map(|departure| match departure {
                        Departure::Scale { extra_benefit, extra_cost } => {
                            vec![extra_benefit, extra_cost]
                        }
                        Departure::Worth { from, to } => vec![from, to.unwrap_or_default()],
                        Departure::Credit { needed } => vec![needed],
                        Departure::OtherCosts | Departure::Ratios => vec![],
                    }),
                );
            }
            let _ = (rules.disagreements(), rules.reversals(Rule::Ratio, Rule::ValueMap));
            finite("economic", rules.economic_value(0).map(|value| value.surplus(Claim::Full)));
        }
    }

    #[test]
    fn choice_at_the_edges(
        segments in vec(
            (wild(), vec(wild(), 2), wild(), factor(), prop::option::of(wild())),
            1..4
        ),
        offers in vec((vec(wild(), 2), wild(), wild(), wild()), 1..4),
        price in wild(),
    ) {
        let segment = |(heads, weights, perfect, sensitivity, outside)| Segment {
            heads,
            weights,
            perfect,
            sensitivity,
            outside,
        };
        let segments: Vec<Segment> = segments.into_iter().map(segment).collect();
        let offer = |(scores, price, other_costs, unit_cost)| Offer {
            scores,
            price,
            other_costs,
            unit_cost,
        };
        let offers: Vec<Offer> = offers.into_iter().map(offer).collect();
        if let Ok(market) = Market::new(&segments, &offers) {
            for k in 0..=segments.len() {
                finite(
                    "shares",
                    market.segment_shares(k).into_iter().flat_map(|s| {
                        let mut all = s.offers;
                        all.push(s.outside);
                        all
                    }),
                );
                finite("worth", market.worth_of_choice(k));
            }
            finite(
                "outcomes",
                market.outcomes().into_iter().flat_map(|o| [o.units, o.share, o.revenue, o.profit]),
            );
            for k in 0..=offers.len() {
                finite(
                    "elasticity",
                    market.elasticity(0, k).into_iter().chain(market.elasticity(k, 0)),
                );
                finite(
                    "marginal",
                    market.marginal_profit(k).into_iter().chain(market.profit_at(k, price)),
                );
                finite(
                    "best",
                    market.best_price(k).into_iter().flat_map(|best| [best.price, best.profit]),
                );
            }
        }
    }
}
