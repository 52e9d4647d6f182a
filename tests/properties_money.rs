//! What must hold of cash flows and annuities, whatever the numbers; and that no model of the value
//! of a customer gives a number that is none, whatever is put in.

use customer_value::math::pieces::Pieces;
use customer_value::model::buying_cost::{BuyingCost, BuyingStage};
use customer_value::model::cash_flow::{CashFlow, InternalRate, irr, irr_at_times, mirr};
use customer_value::model::chance::Chance;
use customer_value::model::life_cycle::{LifeCycle, Measure, Stage};
use customer_value::model::lifetime::promotion::{self, Promoted};
use customer_value::model::lifetime::varying::{Stay, Tail, Varying, Year};
use customer_value::model::lifetime::{
    Convention, Horizon, Lifetime, Terms, Timing, churn_intensity, expected_renewals, half_life,
    moved_by, retention_over, time_to_share,
};
use customer_value::model::loyalty::calculator::{Calls, MovedUp, Recommended, Replacement};
use customer_value::model::loyalty::uplift::{Effect, Uplift};
use customer_value::model::migration::Migration;
use customer_value::model::price_cut::PriceCut;
use customer_value::model::programme::{Merit, Programme};
use customer_value::model::referral_value::Referral;
use customer_value::model::time_value::{
    Annuity, Due, compound_growth, growing_annuity, periods, perpetuity, rate,
};
use customer_value::model::traps::{Customer, Reading};
use customer_value::model::value_parts::{Account, Career};
use proptest::prelude::*;
use proptest::sample::select;

#[path = "data/odd.rs"]
mod odd;

use odd::{config, near, odd};

fn dues() -> impl Strategy<Value = Due> {
    select(vec![Due::Begin, Due::End])
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn at_an_internal_rate_nothing_is_left(amounts in prop::collection::vec(-1e4..1e4, 2..12)) {
        let changes = amounts.windows(2).filter(|two| (two[0] > 0.0) != (two[1] > 0.0)).count();
        let found = irr(&amounts);
        prop_assert!(found.all().len() <= changes);
        for rate in found.all() {
            let flow = CashFlow::new(&amounts, *rate).unwrap();
            let size: f64 = flow.present().iter().map(|p| p.abs()).sum();
            prop_assert!(flow.npv().abs() <= 1e-9 * size, "{rate}: {} of {size}", flow.npv());
        }
        // Between two rates that differ in sign lies one that is found.
        let signs = |i: f64| CashFlow::new(&amounts, i).unwrap().npv() > 0.0;
        let grid: Vec<f64> = (0..100).map(|k| -0.9 + 0.08 * f64::from(k)).collect();
        for two in grid.windows(2).filter(|two| signs(two[0]) != signs(two[1])) {
            let inside = |rate: &f64| *rate >= two[0] - 1e-9 && *rate <= two[1] + 1e-9;
            prop_assert!(found.all().iter().any(inside), "{two:?} {found:?}");
        }
    }

    #[test]
    fn a_flow_made_for_its_rates_has_just_these(
        mut rates in prop::collection::vec(-0.6..2.0_f64, 1..4), scale in 1.0..1e4,
    ) {
        rates.sort_by(f64::total_cmp);
        prop_assume!(rates.windows(2).all(|two| two[1] - two[0] > 0.02));
        // Π (v·(1 + rate) − 1) in v = 1/(1+i).
        let mut amounts = vec![scale];
        for rate in &rates {
            let mut next = vec![0.0; amounts.len() + 1];
            for (k, amount) in amounts.iter().enumerate() {
                next[k] -= amount;
                next[k + 1] += amount * (1.0 + rate);
            }
            amounts = next;
        }
        let found = irr(&amounts);
        prop_assert_eq!(found.all().len(), rates.len());
        for (a, b) in found.all().iter().zip(&rates) {
            prop_assert!(near(*a, *b, 1.0, 1e-7), "{a} {b}");
        }
        prop_assert_eq!(found.only().is_some(), rates.len() == 1);
        // Told in days, the same flow has the same rates a year.
        let dated: Vec<_> = amounts.iter().enumerate().map(|(k, a)| (k as f64, *a)).collect();
        prop_assert_eq!(irr_at_times(&dated), found);
    }

    #[test]
    fn an_outlay_with_returns_has_one_rate(
        outlay in 1.0..1e5_f64, returns in prop::collection::vec(0.01..1e5, 1..40),
    ) {
        let amounts: Vec<f64> = std::iter::once(-outlay).chain(returns).collect();
        let found = irr(&amounts);
        prop_assert!(matches!(found, InternalRate::One(_)), "{found:?}");
        // The modified rate lies between the rate itself and that of reinvesting.
        let own = found.only().unwrap();
        let modified = mirr(&amounts, 0.1, 0.1).unwrap();
        prop_assert!(modified >= own.min(0.1) - 1e-9 && modified <= own.max(0.1) + 1e-9);
        let same = mirr(&amounts, own, own).unwrap();
        prop_assert!(near(same, own, 1.0, 1e-9));
    }

    #[test]
    fn payback_is_when_what_came_in_makes_up(
        outlay in 1.0..1e4_f64, returns in prop::collection::vec(0.0..3e3, 1..15), i in 0.0..0.4,
    ) {
        let amounts: Vec<f64> = std::iter::once(-outlay).chain(returns).collect();
        let flow = CashFlow::new(&amounts, i).unwrap();
        let check = |found: Option<f64>, flows: &[f64]| match found {
            None => flows.iter().sum::<f64>() < 0.0,
            Some(time) => {
                // All before, and of that period its share.
                let whole = time.ceil();
                let sum: f64 = (0..).zip(flows).map(|(k, a)| {
                    let share = (time - (whole - 1.0)).clamp(0.0, 1.0);
                    let k = f64::from(k);
                    if k < whole { *a } else if k == whole { a * share } else { 0.0 }
                }).sum();
                sum.abs() <= 1e-9 * outlay
            }
        };
        prop_assert!(check(flow.payback(), flow.amounts()));
        prop_assert!(check(flow.discounted_payback(), flow.present()));
        if let (Some(plain), Some(discounted)) = (flow.payback(), flow.discounted_payback()) {
            prop_assert!(discounted >= plain - 1e-9);
        }
        prop_assert_eq!(flow.discounted_payback().is_some(), flow.npv() >= -1e-12 * outlay);
    }

    #[test]
    fn annuities_balance(
        (i, n, due) in (-0.05..0.3, 1..60_u32, dues()), payment in 1.0..1e4_f64, future in 0.0..1e5_f64,
    ) {
        let annuity = Annuity::new(i, f64::from(n), due).unwrap();
        let present = annuity.present_value(-payment, -future).unwrap();
        prop_assert!(near(annuity.payment(present, -future).unwrap(), -payment, present, 1e-10));
        prop_assert!(near(annuity.future_value(-payment, present).unwrap(), -future, present, 1e-6));
        let first = u32::from(due == Due::End);
        let long: f64 = (0..n).map(|k| payment * (1.0 + i).powi(-((k + first).cast_signed()))).sum();
        let long = long + future * (1.0 + i).powi(-(n.cast_signed()));
        prop_assert!(near(present, long, 0.0, 1e-11));
        let found = rate(n, -payment, present, -future, due);
        prop_assert!(near(found.only().unwrap(), i, 1.0, 1e-9), "{found:?}");
        let count = periods(i, -payment, present, -future, due);
        prop_assert!(count.is_none_or(|count| near(count, f64::from(n), 1.0, 1e-4)));
    }

    #[test]
    fn a_long_growing_annuity_tends_to_the_perpetuity(
        payment in 1.0..1e4, i in 0.02..0.4, share in -1.0..0.9_f64,
    ) {
        let growth = share * i;
        let endless = perpetuity(payment, i, growth).unwrap();
        let long = growing_annuity(payment, i, growth, 20_000.0).unwrap();
        prop_assert!(near(long, endless, 0.0, 1e-10));
        let multiple = (1.0 + growth).powf(7.0);
        prop_assert!(near(compound_growth(multiple, 7.0).unwrap(), growth, 1.0, 1e-12));
    }
}

fn odds(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(odd(), count)
}

fn all_finite(numbers: impl IntoIterator<Item = f64>) -> bool {
    numbers.into_iter().all(f64::is_finite)
}

fn horizons() -> impl Strategy<Value = Horizon> {
    let counts = select(vec![0, 1, 2, 12, 600, u32::MAX]);
    prop_oneof![Just(Horizon::Forever), counts.prop_map(Horizon::Periods)]
}

fn terms() -> impl Strategy<Value = Terms> {
    let rates = (odd(), odd(), odd());
    let rest = (prop::bool::ANY, horizons());
    (odd(), rates, odd(), rest).prop_map(|(margin, rates, acquisition, (now, horizon))| Terms {
        margin,
        retention: rates.0,
        discount: rates.1,
        growth: rates.2,
        acquisition,
        timing: if now { Timing::Now } else { Timing::AfterOnePeriod },
        horizon,
    })
}

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn cash_flows_give_numbers(amounts in odds(0..6), times in odds(6..7), i in odd()) {
        let dated: Vec<_> = times.iter().copied().zip(amounts.iter().copied()).collect();
        let flows = [CashFlow::new(&amounts, i), CashFlow::at_times(&dated, i)];
        for flow in flows.into_iter().flatten() {
            prop_assert!(all_finite(flow.present().iter().copied()));
            prop_assert!(flow.npv().is_finite());
            prop_assert!(all_finite(flow.npv_a_period_later(i)));
            prop_assert!(all_finite([flow.payback(), flow.discounted_payback()].into_iter().flatten()));
            prop_assert!(flow.irr().all().iter().all(|rate| rate.is_finite() && *rate > -1.0));
        }
        for found in [irr(&amounts), irr_at_times(&dated)] {
            prop_assert!(found.all().iter().all(|rate| rate.is_finite() && *rate > -1.0));
        }
        prop_assert!(all_finite(mirr(&amounts, i, times[0])));
    }

    #[test]
    fn annuities_give_numbers(n in odds(6..7), due in dues(), count in 0..50_u32) {
        if let Ok(annuity) = Annuity::new(n[0], n[1], due) {
            prop_assert!(annuity.factor().is_finite());
            let amounts = [
                annuity.present_value(n[2], n[3]),
                annuity.future_value(n[2], n[3]),
                annuity.payment(n[2], n[3]),
            ];
            prop_assert!(all_finite(amounts.into_iter().flatten()));
        }
        let others = [
            periods(n[0], n[2], n[3], n[4], due),
            growing_annuity(n[2], n[0], n[3], n[1]),
            perpetuity(n[2], n[0], n[3]),
            compound_growth(n[2], n[1]),
        ];
        prop_assert!(all_finite(others.into_iter().flatten()), "{others:?}");
        let found = rate(count, n[2], n[3], n[4], due);
        prop_assert!(all_finite(found.all().iter().copied()));
    }

    #[test]
    fn lifetimes_give_numbers(terms in terms(), other in terms(), n in odds(3..4)) {
        if let Ok(lifetime) = Lifetime::new(terms) {
            let values = Convention::ALL.map(|convention| lifetime.value_under(convention));
            prop_assert!(all_finite(values.into_iter().flatten()));
            let more = [
                lifetime.duration(), lifetime.multiple(), lifetime.change_by_retention(n[0]),
            ];
            prop_assert!(all_finite(more.into_iter().flatten()), "{more:?}");
            if let Some(e) = lifetime.elasticities() {
                let all = [e.margin, e.retention, e.discount, e.growth, e.acquisition];
                prop_assert!(all_finite(all), "{e:?}");
            }
        }
        if let Ok(effect) = Effect::of(terms, n[0]) {
            prop_assert!(all_finite([effect.life, effect.value, effect.net].into_iter().flatten()));
        }
        let programme = Programme { after: other, once: n[1], yearly: n[2] };
        if let Ok(merit) = Merit::of(terms, &programme) {
            prop_assert!(all_finite([merit.gain, merit.cost, merit.net()]), "{merit:?}");
            prop_assert!(all_finite(merit.break_even.into_iter().chain(merit.return_on_cost())));
        }
    }

    #[test]
    fn conversions_give_numbers(n in odds(2..3)) {
        let all = [
            expected_renewals(n[0]),
            half_life(n[0]),
            time_to_share(n[0], n[1]),
            retention_over(n[0], n[1]),
            churn_intensity(n[0]),
            moved_by(n[0], n[1]),
        ];
        prop_assert!(all_finite(all.into_iter().flatten()), "{all:?}");
    }

    #[test]
    fn years_one_by_one_give_numbers(n in odds(12..13), tail in prop::bool::ANY) {
        let years = n[..8].chunks(2).map(|k| Year { margin: k[0], retention: k[1] }).collect();
        let stay = Stay {
            years,
            tail: tail.then_some(Tail { retention: n[8], growth: n[9] }),
            discount: n[10],
            acquisition: n[11],
            convention: Convention::AfterRenewal,
        };
        for convention in Convention::ALL {
            if let Ok(varying) = Varying::new(Stay { convention, ..stay.clone() }) {
                let mut all = vec![varying.value(), varying.net(), varying.tail()];
                all.extend(varying.survival().iter().chain(varying.present()));
                all.extend(varying.expected_life());
                prop_assert!(all_finite(all), "{varying:?}");
            }
        }
    }

    #[test]
    fn promotion_and_migration_give_numbers(n in odds(8..9), years in horizons()) {
        let years = if let Horizon::Periods(years) = years { years } else { 3 };
        let customer = promotion::Terms {
            contribution: n[0],
            promotion: n[1],
            retention: n[2],
            discount: n[3],
            years,
            cycle: n[4],
        };
        prop_assert!(all_finite(Promoted::new(customer).map(|customer| customer.value())));
        if let Ok(migration) = Migration::new(n[0], n[1], n[3], &n[5..]) {
            prop_assert!(all_finite(migration.values().iter().copied()));
            prop_assert!(all_finite(migration.values_over(50).into_iter().flatten()));
            prop_assert!(all_finite(migration.shares_after(50)));
            prop_assert!(migration.worth_promoting() <= 3);
        }
    }

    #[test]
    fn life_cycles_give_numbers(n in odds(12..13), lengths in odds(4..5), more in odds(3..4)) {
        let lengths = [lengths[0], lengths[1], lengths[2], lengths[3]];
        let curve = |y: &[f64]| vec![(0.0, y[0]), (1.0, y[1]), (1.0, y[2]), (4.0, y[3])];
        let whole = [1.0; 4];
        let tried = [
            LifeCycle::through(&curve(&n), &curve(&n[4..]), whole),
            LifeCycle::through(&curve(&n), &[(n[8], n[9]), (n[10], n[11])], lengths),
        ];
        for cycle in tried.into_iter().flatten() {
            let taken = [
                Measure::Lengthen { stage: Stage::Growth, by: more[0] },
                Measure::AddRevenue { amount: more[0], from: more[1], ramp: more[2] },
                Measure::MultiplyRevenue { factor: more[0], from: more[1], ramp: more[2] },
                Measure::CutCost { stage: Stage::Decline, share: more[0] },
            ]
            .map(|measure| cycle.with(measure));
            for cycle in taken.into_iter().flatten().chain([cycle]) {
                let (below, above) = cycle.areas();
                prop_assert!(all_finite([below, above, cycle.net(), cycle.net_until(1.5)]));
                prop_assert!(all_finite(cycle.money_back()));
                prop_assert!(all_finite(cycle.crossings().into_iter().map(|c| c.year)));
            }
        }
        if let Some(pieces) = Pieces::through(&[(more[0], 0.0), (more[1], 1.0)]) {
            prop_assert!(!pieces.all().is_empty());
        }
    }

    #[test]
    fn the_small_models_give_numbers(n in odds(5..6), years in 0..200_u32) {
        let stage = BuyingStage::Search;
        let cost = BuyingCost::new([n[0], n[1], n[2], n[3], n[4]]);
        let moved = MovedUp::new(n[0], n[1], n[2]);
        let replaced = Replacement::new(n[0], n[1], n[2]);
        let calls = Calls::new(n[0], n[1]);
        let mix = Recommended::new(n[0], n[1], n[2]);
        let cut = PriceCut::new(n[0], n[1], n[2]);
        let chance = Chance::new(n[0], n[1], n[2]);
        let referral =
            Referral { because: n[0], anyway: n[1], worth: n[2], saved: n[3], reward: n[4] };
        let career = Career { history: n[0], current: n[1], potential: n[2], chance: n[3] };
        let account = Account { revenue: n[0], development: n[1], saving: n[2], concessions: n[3] };
        let all = [
            cost.map(|c| c.total()),
            cost.and_then(|c| c.with_saving(stage, n[0])?.change_from(&c)),
            cost.and_then(|c| c.shares()).map(|s| s.iter().sum()),
            moved.map(|m| m.purchases()),
            MovedUp::highest_base(n[0]),
            replaced.map(|r| r.extra()),
            calls.map(|c| c.cost_of_sale()),
            calls.and_then(|c| c.needed(n[2])),
            mix.map(|m| m.saved()),
            mix.and_then(|m| m.needed_from_each(n[3])),
            cut.and_then(|c| c.volume_needed()),
            cut.and_then(|c| c.profit_after(n[3])),
            chance.map(|c| c.net()),
            chance.and_then(|c| c.return_on_cost()),
            chance.and_then(|c| c.break_even()),
            referral.yearly(),
            referral.value(years, n[0]),
            career.total(),
            account.total(),
        ];
        prop_assert!(all_finite(all.into_iter().flatten()), "{all:?}");
        if let Some(customer) = Customer::new(n[0], n[1], n[2], n[3]) {
            let values = Reading::ALL.map(|reading| customer.value(reading));
            prop_assert!(all_finite(values.into_iter().flatten()), "{values:?}");
            let _ = customer.explain(n[4], 0.01);
        }
        for convention in Convention::ALL {
            if let Some(uplift) = Uplift::new(n[0], n[1], convention) {
                prop_assert!(all_finite(uplift.change(n[2])));
                prop_assert!(all_finite(uplift.holds_at(n[2])));
            }
        }
    }
}
