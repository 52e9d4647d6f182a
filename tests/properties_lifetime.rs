//! What must hold of lifetime values, life cycles and loyalty claims, whatever the numbers.

use customer_value::model::life_cycle::{Levels, LifeCycle, Measure, Stage};
use customer_value::model::lifetime::promotion::{self, Promoted};
use customer_value::model::lifetime::varying::{Stay, Tail, Varying, Year};
use customer_value::model::lifetime::{
    Convention, Horizon, Lifetime, Terms, Timing, churn_intensity, expected_life,
    expected_renewals, half_life, moved_by, retention_of_life, retention_over, time_to_share,
};
use customer_value::model::loyalty::uplift::{Effect, Uplift};
use customer_value::model::migration::Migration;
use customer_value::model::programme::{Merit, Programme};
use proptest::prelude::*;
use proptest::sample::select;

#[allow(dead_code, reason = "not every test takes all of it")]
#[path = "data/odd.rs"]
mod odd;

use odd::{config, near};

/// Everyday terms: what comes in shrinks by at least a hundredth each period.
fn everyday() -> impl Strategy<Value = Terms> {
    let rates = (0.05..0.97, 0.005..0.5, -0.2..0.2);
    let counts = prop::option::of(1..=60_u32);
    let parts = (10.0..1e4, rates, prop::bool::ANY, counts);
    parts.prop_filter_map("grows for ever", |(margin, (retention, discount, growth), now, n)| {
        let shrinks = retention * (1.0 + growth) / (1.0 + discount) < 0.99;
        shrinks.then_some(Terms {
            margin,
            retention,
            discount,
            growth,
            acquisition: 0.0,
            timing: if now { Timing::Now } else { Timing::AfterOnePeriod },
            horizon: n.map_or(Horizon::Forever, Horizon::Periods),
        })
    })
}

fn conventions() -> impl Strategy<Value = Convention> {
    select(Convention::ALL.to_vec())
}

/// Relative slope of the net value when `moved` changes the terms by a factor near 1.
fn slope(terms: Terms, moved: impl Fn(&mut Terms, f64)) -> f64 {
    let h = 1e-5;
    let at = |factor: f64| {
        let mut terms = terms;
        moved(&mut terms, factor);
        Lifetime::new(terms).map_or(f64::NAN, |lifetime| lifetime.net())
    };
    (at(1.0 + h) - at(1.0 - h)) / (2.0 * h * at(1.0))
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn a_long_horizon_tends_to_the_endless_one(terms in everyday(), convention in conventions()) {
        let value = |horizon| {
            Lifetime::new(Terms { horizon, ..terms }).unwrap().value_under(convention).unwrap()
        };
        let endless = value(Horizon::Forever);
        prop_assert!(near(value(Horizon::Periods(5_000)), endless, 0.0, 1e-11));
        // It rises towards it.
        prop_assert!(value(Horizon::Periods(7)) <= value(Horizon::Periods(8)));
        prop_assert!(value(Horizon::Periods(8)) <= endless * (1.0 + 1e-12));
    }

    #[test]
    fn conventions_fall_from_the_earliest_to_the_latest(terms in everyday()) {
        let lifetime = Lifetime::new(terms).unwrap();
        let values = Convention::ALL.map(|c| lifetime.value_under(c).unwrap());
        prop_assert!(values.windows(2).all(|pair| pair[0] >= pair[1]), "{values:?}");
        let own = lifetime.value_under(terms.timing.into()).unwrap();
        prop_assert!(near(own, lifetime.value(), 0.0, 1e-13));
    }

    #[test]
    fn elasticities_are_the_slopes(terms in everyday(), part in 0.0..0.7) {
        let acquisition = part * Lifetime::new(terms).unwrap().value();
        let terms = Terms { acquisition, ..terms };
        let found = Lifetime::new(terms).unwrap().elasticities().unwrap();
        let agrees = |a: f64, b: f64| near(a, b, 1e-2, 1e-5);
        prop_assert!(agrees(found.margin, slope(terms, |t, f| t.margin *= f)));
        prop_assert!(agrees(found.retention, slope(terms, |t, f| t.retention *= f)));
        prop_assert!(agrees(found.discount, slope(terms, |t, f| t.discount *= f)));
        prop_assert!(agrees(found.growth, slope(terms, |t, f| t.growth *= f)));
        prop_assert!(agrees(found.acquisition, slope(terms, |t, f| t.acquisition *= f)));
    }

    #[test]
    fn years_one_by_one_add_up_to_the_steady_formula(
        terms in everyday(), convention in conventions(), listed in 1..30_i32,
    ) {
        let Terms { margin, retention, discount, growth, .. } = terms;
        let year = |k| Year { margin: margin * (1.0 + growth).powi(k), retention };
        let stay = Stay {
            years: (0..listed).map(year).collect(),
            tail: Some(Tail { retention, growth }),
            discount,
            acquisition: 0.0,
            convention,
        };
        let endless = Lifetime::new(Terms { horizon: Horizon::Forever, ..terms }).unwrap();
        let varying = Varying::new(stay.clone()).unwrap();
        prop_assert!(near(varying.value(), endless.value_under(convention).unwrap(), 0.0, 1e-11));
        prop_assert!(near(varying.expected_life().unwrap(), 1.0 / (1.0 - retention), 0.0, 1e-11));
        // Cut off, it is the finite formula.
        let cut = Varying::new(Stay { tail: None, ..stay }).unwrap();
        let horizon = Horizon::Periods(listed.unsigned_abs());
        let finite = Lifetime::new(Terms { horizon, ..terms }).unwrap();
        prop_assert!(near(cut.value(), finite.value_under(convention).unwrap(), 0.0, 1e-11));
    }

    #[test]
    fn retention_churn_and_lifetime_turn_into_each_other(
        retention in 0.01..0.999_f64, share in 0.01..0.99, periods in 0.1..60.0_f64,
    ) {
        let life = expected_life(retention).unwrap();
        prop_assert!(near(retention_of_life(life), retention, 0.0, 1e-12));
        prop_assert!(near(expected_renewals(retention).unwrap(), life - 1.0, 1.0, 1e-12));
        let back = retention_over(retention_over(retention, periods).unwrap(), 1.0 / periods);
        prop_assert!(near(back.unwrap(), retention, 0.0, 1e-10));
        let time = time_to_share(retention, share).unwrap();
        prop_assert!(near(retention.powf(time), share, 0.0, 1e-12));
        let half = half_life(retention).unwrap();
        let intensity = churn_intensity(retention).unwrap();
        prop_assert!(near(half * intensity, std::f64::consts::LN_2, 0.0, 1e-12));
        prop_assert!(near(moved_by(retention, -retention).unwrap(), 0.0, 1.0, 1e-12));
    }

    #[test]
    fn promotion_once_a_year_is_the_steady_formula_less_its_cost(
        terms in everyday(), promotion in 0.0..1e3, years in 1..40_u32,
    ) {
        let Terms { margin, retention, discount, .. } = terms;
        let customer =
            promotion::Terms { contribution: margin, promotion, retention, discount, years, cycle: 1.0 };
        let steady = |margin, n, convention| {
            let terms = Terms { margin, growth: 0.0, horizon: Horizon::Periods(n), ..terms };
            Lifetime::new(terms).unwrap().value_under(convention).unwrap()
        };
        let contributions = steady(margin, years + 1, Convention::Start);
        let cost = steady(promotion, years, Convention::Middle);
        let value = Promoted::new(customer).unwrap().value();
        prop_assert!(near(value, contributions - cost, contributions, 1e-12));
    }

    #[test]
    fn migration_over_many_periods_tends_to_the_endless_one(
        chances in prop::collection::vec(0.0..0.9, 1..8),
        (contribution, promotion, discount) in (1.0..1e3, 0.0..100.0, 0.02..0.5),
    ) {
        let migration = Migration::new(contribution, promotion, discount, &chances).unwrap();
        let long = migration.values_over(3_000).unwrap();
        for (endless, finite) in migration.values().iter().zip(long) {
            prop_assert!(near(*endless, finite, contribution, 1e-9), "{endless} {finite}");
        }
        let shares = migration.shares_after(20);
        prop_assert!(near(shares.iter().sum(), 1.0, 0.0, 1e-12));
        // Giving up where it pays to is worth no less than never giving up.
        let best = migration.worth_promoting();
        let stopped = match best {
            0 => contribution,
            n => Migration::new(contribution, promotion, discount, &chances[..n]).unwrap().values()[0],
        };
        prop_assert!(stopped >= migration.values()[0] - 1e-9 * contribution);
        prop_assert!(stopped >= contribution * (1.0 - 1e-12));
    }

    #[test]
    fn a_claim_holds_where_it_is_said_to(
        points in prop_oneof![0.005..0.3, -0.3..-0.005],
        (discount, size) in (0.0..0.3, 0.02..2.0_f64),
        convention in conventions(),
    ) {
        let change = size.min(0.95).copysign(points);
        let uplift = Uplift::new(points, discount, convention).unwrap();
        for base in uplift.holds_at(change) {
            prop_assert!(near(uplift.change(base).unwrap(), change, 0.0, 1e-6));
            prop_assert!((0.0..=1.0).contains(&base));
        }
        // And nowhere else: a walk over all bases crosses the claimed change as often as said,
        // but for crossings within a step of the ends.
        let steps: Vec<f64> = (0..=4_000).map(|k| f64::from(k) / 4_000.0).collect();
        let over: Vec<bool> =
            steps.iter().filter_map(|base| Some(uplift.change(*base)? > change)).collect();
        let crossings = over.windows(2).filter(|pair| pair[0] != pair[1]).count();
        prop_assert!(crossings <= uplift.holds_at(change).len());
    }

    #[test]
    fn the_uplift_is_the_effect_on_an_endless_customer(terms in everyday(), points in 0.001..0.02) {
        let terms = Terms { growth: 0.0, horizon: Horizon::Forever, ..terms };
        let effect = Effect::of(terms, points).unwrap();
        let uplift = Uplift::new(points, terms.discount, terms.timing.into()).unwrap();
        let change = uplift.change(terms.retention).unwrap();
        prop_assert!(near(effect.value.unwrap(), change, 1e-3, 1e-9));
        prop_assert!(near(effect.net.unwrap(), change, 1e-3, 1e-9));
        let plain = Uplift::new(points, 0.0, Convention::Start).unwrap();
        prop_assert!(near(effect.life.unwrap(), plain.change(terms.retention).unwrap(), 1e-3, 1e-9));
    }

    #[test]
    fn at_its_break_even_cost_a_measure_brings_nothing(
        terms in everyday(), points in 0.0..0.02, once in 0.0..10.0,
    ) {
        let after = Terms { retention: terms.retention + points, growth: 0.0, ..terms };
        let before = Terms { growth: 0.0, ..terms };
        let programme = Programme { after, once, yearly: 0.0 };
        let merit = Merit::of(before, &programme).unwrap();
        if let Some(yearly) = merit.break_even.filter(|yearly| *yearly >= 0.0) {
            let even = Merit::of(before, &Programme { yearly, ..programme }).unwrap();
            prop_assert!(even.net().abs() <= 1e-9 * even.cost.max(merit.gain).max(1.0));
        }
        if merit.net() > 1e-6 * terms.margin && terms.horizon == Horizon::Forever {
            prop_assert!(merit.payback.is_some());
        }
    }
}

/// Curves through points a year apart, all four stages as long.
fn cycles() -> impl Strategy<Value = LifeCycle> {
    let money = || prop::collection::vec(0.0..1e4, 9);
    let stages = || prop::collection::vec(0.05..4.0, 4);
    let through = (money(), money()).prop_filter_map("no cycle", |(revenue, cost)| {
        let points =
            |money: Vec<f64>| money.into_iter().enumerate().map(|(k, y)| (k as f64, y)).collect();
        let (revenue, cost): (Vec<_>, Vec<_>) = (points(revenue), points(cost));
        LifeCycle::through(&revenue, &cost, [2.0; 4]).ok()
    });
    let levels = (stages(), money()).prop_filter_map("no cycle", |(years, money)| {
        let level = |k: usize| Levels { years: years[k], revenue: money[k], cost: money[k + 4] };
        LifeCycle::of_stages([level(0), level(1), level(2), level(3)]).ok()
    });
    prop_oneof![through, levels]
}

fn measures() -> impl Strategy<Value = Measure> {
    let stage = || select(Stage::ALL.to_vec());
    prop_oneof![
        (stage(), -1.5..3.0).prop_map(|(stage, by)| Measure::Lengthen { stage, by }),
        (0.0..5e3, 0.0..9.0, 0.0..3.0).prop_map(|(amount, from, ramp)| Measure::AddRevenue {
            amount,
            from,
            ramp
        }),
        (0.0..3.0, 0.0..9.0, 0.0..3.0).prop_map(|(factor, from, ramp)| Measure::MultiplyRevenue {
            factor,
            from,
            ramp
        }),
        (stage(), 0.0..1.0).prop_map(|(stage, share)| Measure::CutCost { stage, share }),
    ]
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn the_areas_sum_to_the_net(cycle in cycles()) {
        let (below, above) = cycle.areas();
        let (from, to) = cycle.margin().extent();
        let size = below + above;
        prop_assert!(below >= 0.0 && above >= 0.0);
        prop_assert!(near(above - below, cycle.net(), size, 1e-12));
        prop_assert!(near(cycle.net_until(to), cycle.net(), size, 1e-12));
        prop_assert!(cycle.net_until(from).abs() <= 1e-12 * size);
        let whole = cycle.revenue().integral() - cycle.cost().integral();
        prop_assert!(near(whole, cycle.net(), cycle.revenue().integral(), 1e-12));
        // Added up in small steps.
        let steps = 2_000;
        let width = (to - from) / f64::from(steps);
        let middle = |k| from + (f64::from(k) + 0.5) * width;
        let sum: f64 = (0..steps).filter_map(|k| cycle.margin().at(middle(k))).sum();
        prop_assert!(near(sum * width, cycle.net(), size.max(1e4 * (to - from)), 1e-3));
    }

    #[test]
    fn at_a_crossing_the_margin_changes_its_sign(cycle in cycles()) {
        for crossing in cycle.crossings() {
            let at = |x: f64| cycle.margin().at(x).unwrap_or(0.0);
            let (before, after) = (at(crossing.year - 1e-9), at(crossing.year + 1e-9));
            let rises = after >= before;
            prop_assert!(rises == crossing.pays_after || (before - after).abs() < 1e-3);
            prop_assert!(before.min(after) <= 1e-3 && before.max(after) >= -1e-3);
        }
    }

    #[test]
    fn when_the_money_is_back_the_sum_is_zero(cycle in cycles()) {
        let (below, above) = cycle.areas();
        match cycle.money_back() {
            Some(year) if below > 0.0 => {
                prop_assert!(cycle.net_until(year).abs() <= 1e-9 * (below + above));
            }
            Some(year) => prop_assert_eq!(year, cycle.margin().extent().0),
            None => prop_assert!(cycle.net() < 0.0),
        }
        if cycle.net() > 0.0 {
            prop_assert!(cycle.money_back().is_some());
        }
    }

    #[test]
    fn a_measure_makes_a_whole_cycle_or_says_why_not(
        cycle in cycles(), all in prop::collection::vec(measures(), 1..4),
    ) {
        let mut now = cycle.clone();
        for measure in &all {
            if let Ok(next) = now.with(*measure) {
                prop_assert!(near(now.gain(*measure).unwrap(), next.net() - now.net(), 1.0, 1e-12));
                prop_assert_eq!(next.revenue().extent(), next.cost().extent());
                let joined = next.revenue().all().windows(2).all(|two| two[0].to == two[1].from);
                prop_assert!(joined);
                now = next;
            } else {
                let shorter = matches!(measure, Measure::Lengthen { by, .. } if *by < 0.0);
                prop_assert!(shorter, "{measure:?}");
            }
        }
        let order = cycle.by_gain(&all);
        prop_assert!(order.windows(2).all(|pair| pair[0].1 >= pair[1].1));
    }
}
