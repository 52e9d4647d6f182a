//! What must hold of BG/NBD and MBG/NBD for any customers.

#![expect(clippy::unwrap_used, reason = "what is made up lies within its domain")]

use customer_value::math::random::Random;
use customer_value::model::purchase::simulation::{Habits, Leaving};
use customer_value::model::purchase::{
    BetaGeometric, BgNbd, Cohort, FitError, Group, History, MbgNbd, Parameters, Verdict,
};
use proptest::prelude::*;
use proptest::sample::select;

#[allow(dead_code, reason = "not every test takes all of it")]
#[path = "data/odd.rs"]
mod odd;

use odd::{config, odd};

/// A parameter as fits find it.
fn usual() -> impl Strategy<Value = f64> {
    (-2.5..2.0_f64).prop_map(|x| 10_f64.powf(x))
}

/// Any parameter that is accepted, the extremes often.
fn any_parameter() -> impl Strategy<Value = f64> {
    let extreme = vec![1e-15, 1e-9, 0.5, 1.0, 1.0 + 1e-15, 1.000_001, 2.0, 1e9, 1e15];
    prop_oneof![select(extreme), (-15.0..15.0_f64).prop_map(|x| 10_f64.powf(x))]
}

fn any_parameters() -> impl Strategy<Value = Parameters> {
    (any_parameter(), any_parameter(), any_parameter(), any_parameter())
        .prop_map(|(r, alpha, a, b)| Parameters { r, alpha, a, b })
}

fn usual_parameters() -> impl Strategy<Value = Parameters> {
    (usual(), usual(), usual(), usual()).prop_map(|(r, alpha, a, b)| Parameters { r, alpha, a, b })
}

/// Any history that is accepted, the extremes often.
fn any_history() -> impl Strategy<Value = History> {
    let repeats = prop_oneof![0..4_u32, 0..1_000_u32, Just(1_000_000)];
    let age = prop_oneof![Just(0.0), Just(1e-12), 0.0..1_000.0, Just(1e6)];
    let share = prop_oneof![Just(0.0), Just(1e-9), 0.0..1.0, Just(1.0)];
    (repeats, age, share).prop_map(|(repeats, age, share)| {
        History::new(repeats, if repeats > 0 { age * share } else { 0.0 }, age)
            .or_else(|_| History::new(0, 0.0, age))
            .unwrap()
    })
}

fn any_time() -> impl Strategy<Value = f64> {
    prop_oneof![odd(), 0.0..1_000.0]
}

/// What of a model leaves its range, by name.
fn faults<const AT_FIRST: bool>(
    parameters: Parameters,
    history: &History,
    time: f64,
    n: u32,
) -> Vec<(&'static str, f64)> {
    let model = BetaGeometric::<AT_FIRST>::new(parameters).unwrap();
    let mut out = vec![("likelihood", model.log_likelihood(history))];
    out.retain(|(_, x)| !x.is_finite());
    for outlook in [model.newcomer(), model.outlook(history)] {
        let shares = [
            ("alive", outlook.p_alive()),
            ("alive later", outlook.p_alive_after(time)),
            ("exactly", outlook.probability_of(n, time)),
            ("at least", outlook.probability_of_at_least(n, time)),
        ];
        let amounts = [
            ("purchases", outlook.expected_purchases(time)),
            ("discounted", outlook.discounted_purchases(time).unwrap_or(0.0)),
        ];
        let interval = outlook.prediction_interval(0.9, time);
        let upright = interval.is_some_and(|(low, high)| low <= high);
        out.extend(shares.into_iter().filter(|(_, x)| !(0.0..=1.0).contains(x)));
        out.extend(amounts.into_iter().filter(|(_, x)| !(x.is_finite() && *x >= 0.0)));
        out.extend((!upright).then_some(("interval", time)));
    }
    out
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn nothing_leaves_the_numbers(
        parameters in any_parameters(),
        history in any_history(),
        time in any_time(),
        n in prop_oneof![0..20_u32, Just(u32::MAX)],
    ) {
        prop_assert_eq!(faults::<false>(parameters, &history, time, n), []);
        prop_assert_eq!(faults::<true>(parameters, &history, time, n), []);
    }
}

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn silence_lowers_the_chance_to_be_alive(
        parameters in usual_parameters(),
        repeats in 1..60_u32,
        recency in 0.1..100.0,
        silence in 0.0..100.0,
        more in 0.001..100.0,
    ) {
        let alive = |age| {
            let history = History::new(repeats, recency, age).unwrap();
            (
                BgNbd::new(parameters).unwrap().p_alive(&history),
                MbgNbd::new(parameters).unwrap().p_alive(&history),
            )
        };
        let (early, late) = (alive(recency + silence), alive(recency + silence + more));
        let most = 1.0 + 1e-12;
        prop_assert!(late.0 <= early.0 * most && late.1 <= early.1 * most);
        // The coin was tossed once more, and fell on staying.
        prop_assert!(late.1 * most >= late.0);
    }

    #[test]
    fn time_brings_purchases_and_leaving(
        parameters in usual_parameters(),
        time in 0.01..300.0,
        more in 0.01..300.0,
    ) {
        let newcomer = BgNbd::new(parameters).unwrap().newcomer();
        let expected = |t| newcomer.expected_purchases(t);
        prop_assert!(expected(time + more) >= expected(time) * (1.0 - 1e-12));
        let alive = newcomer.p_alive_after(time);
        prop_assert!(newcomer.p_alive_after(time + more) <= alive * (1.0 + 1e-12));
        // Ever fewer: the curve lies above its chord from the start.
        let chord = expected(time + more) * time / (time + more);
        prop_assert!(expected(time) >= chord * (1.0 - 1e-10));
        // What is worth less later is less in all.
        let far = newcomer.discounted_purchases(0.001).unwrap();
        prop_assert!(newcomer.discounted_purchases(0.1).unwrap() <= far * (1.0 + 1e-12));
    }

    #[test]
    fn the_unit_of_time_is_free(parameters in usual_parameters(), history in any_history()) {
        const UNIT: f64 = 8.0;
        let slow = Parameters { alpha: parameters.alpha * UNIT, ..parameters };
        let (age, recency) = (history.age() * UNIT, history.recency() * UNIT);
        let Ok(same) = History::new(history.repeats(), recency, age) else { return Ok(()) };
        let (one, other) = (BgNbd::new(parameters).unwrap(), BgNbd::new(slow).unwrap());
        prop_assert!((one.p_alive(&history) - other.p_alive(&same)).abs() < 1e-9);
        let expected = one.outlook(&history).expected_purchases(3.0);
        let found = other.outlook(&same).expected_purchases(3.0 * UNIT);
        prop_assert!((found - expected).abs() <= 1e-9 * expected);
    }

    #[test]
    fn an_interval_holds_what_it_promises(
        parameters in usual_parameters(),
        history in any_history(),
        share in 0.05..0.99,
    ) {
        let outlook = MbgNbd::new(parameters).unwrap().outlook(&history);
        let (low, high) = outlook.prediction_interval(share, 20.0).unwrap();
        if high < 2_000 {
            let chances = (low..=high).map(|n| outlook.probability_of(u32::try_from(n).unwrap(), 20.0));
            prop_assert!(chances.sum::<f64>() >= share - 1e-9);
        }
    }
}

/// Customers drawn from a model, all known for between 20 and 60 weeks.
fn drawn(customers: u32, mut habits: impl FnMut(&mut Random) -> Habits) -> Cohort {
    let mut random = Random::new(7);
    let one = |_| {
        let age = random.uniform(20.0, 60.0).round();
        habits(&mut random).past(age, &mut random).unwrap().history
    };
    (0..customers).map(one).collect()
}

const SHOP: Parameters = Parameters { r: 0.8, alpha: 5.0, a: 0.9, b: 3.0 };

fn values(of: &Parameters) -> [f64; 4] {
    [of.r, of.alpha, of.a, of.b]
}

fn recovers<const AT_FIRST: bool>() {
    let shop = BetaGeometric::<AT_FIRST>::new(SHOP).unwrap();
    let cohort = drawn(8_000, |random| shop.draw(random));
    let fit = BetaGeometric::<AT_FIRST>::fit(&cohort).unwrap();
    assert_eq!((fit.verdict, fit.customers), (Verdict::Sound, 8_000));
    let errors = fit.standard_errors.unwrap();
    let (found, expected) = (values(fit.model.parameters()), values(&SHOP));
    for i in 0..4 {
        let off = (found[i] - expected[i]) / errors[i];
        assert!(off.abs() < 3.0, "{found:?} +- {errors:?}");
        assert!(errors[i] < 0.25 * expected[i], "{errors:?}");
    }
    // It is a maximum, and says rightly how high.
    let value = fit.model.log_likelihood_of_all(&cohort);
    assert!((value - fit.log_likelihood).abs() < 1e-6, "{value} {}", fit.log_likelihood);
    assert!(fit.log_likelihood >= shop.log_likelihood_of_all(&cohort));
    let Parameters { r, alpha, a, b } = *fit.model.parameters();
    for factor in [0.999, 1.001] {
        let nearby = [
            Parameters { r: r * factor, ..*fit.model.parameters() },
            Parameters { alpha: alpha * factor, ..*fit.model.parameters() },
            Parameters { a: a * factor, ..*fit.model.parameters() },
            Parameters { b: b * factor, ..*fit.model.parameters() },
        ];
        for at in nearby {
            let value = BetaGeometric::<AT_FIRST>::new(at).unwrap().log_likelihood_of_all(&cohort);
            assert!(value < fit.log_likelihood, "{at:?}");
        }
    }
}

#[test]
fn a_fit_finds_the_parameters_again() {
    recovers::<false>();
    recovers::<true>();
}

#[test]
fn a_fit_does_not_depend_on_the_unit_of_time() {
    let shop = BgNbd::new(SHOP).unwrap();
    let weeks = drawn(3_000, |random| shop.draw(random));
    let in_days = |group: &Group| {
        let history = &group.history;
        let days = History::new(history.repeats(), history.recency() * 7.0, history.age() * 7.0);
        Group { history: days.unwrap(), customers: group.customers }
    };
    let days = Cohort::of_groups(weeks.groups().iter().map(in_days).collect());
    let (one, other) = (BgNbd::fit(&weeks).unwrap(), BgNbd::fit(&days).unwrap());
    let (one, mut other) = (values(one.model.parameters()), values(other.model.parameters()));
    other[1] /= 7.0;
    for i in 0..4 {
        assert!((other[i] / one[i] - 1.0).abs() < 1e-6, "{one:?} {other:?}");
    }
}

#[test]
fn a_fit_says_what_the_data_do_not() {
    // Nobody ever leaves, and all are alike.
    let faithful = drawn(500, |_| Habits::new(0.3, Leaving::AfterRepeat(0.0)));
    let fit = BgNbd::fit(&faithful).unwrap();
    assert_eq!((fit.verdict, fit.standard_errors), (Verdict::Unbounded, None));
    // A dozen customers.
    let shop = BgNbd::new(SHOP).unwrap();
    let few = drawn(30, |random| shop.draw(random));
    assert_ne!(BgNbd::fit(&few).map(|fit| fit.verdict), Ok(Verdict::Sound));
    // Nobody came back.
    let silent = Cohort::new((0..500).map(|_| History::new(0, 0.0, 30.0).unwrap()));
    let error = FitError::TooFew { there: 0, needed: 10 };
    assert_eq!(BgNbd::fit(&silent).map(|fit| fit.verdict), Err(error));
}
