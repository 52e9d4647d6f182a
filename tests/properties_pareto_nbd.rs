//! What must hold of the Pareto/NBD model whatever its parameters.

#![expect(clippy::unwrap_used, reason = "what is made up lies within its domain")]

use customer_value::math::quadrature::integrate;
use customer_value::math::random::Random;
use customer_value::math::special::ln_gamma;
use customer_value::model::purchase::{Cohort, FitError, History, ParetoNbd, Verdict};
use proptest::prelude::*;

#[allow(dead_code, reason = "not every test takes all of it")]
#[path = "data/odd.rs"]
mod odd;

use odd::{config, near};

/// Numbers whose logarithms are spread evenly.
fn spread(low: f64, high: f64) -> impl Strategy<Value = f64> {
    (low.ln()..=high.ln()).prop_map(move |u| u.exp().clamp(low, high))
}

fn model(low: f64, high: f64) -> impl Strategy<Value = ParetoNbd> {
    let part = || spread(low, high);
    (part(), part(), part(), part())
        .prop_map(|(r, alpha, s, beta)| ParetoNbd::new(r, alpha, s, beta).unwrap())
}

/// Models as shops have them, in weeks.
fn shop() -> impl Strategy<Value = ParetoNbd> {
    (spread(0.2, 8.0), spread(1.0, 60.0), spread(0.2, 8.0), spread(1.0, 60.0))
        .prop_map(|(r, alpha, s, beta)| ParetoNbd::new(r, alpha, s, beta).unwrap())
}

fn history(most: u32, least_age: f64, most_age: f64) -> impl Strategy<Value = History> {
    let repeats = prop_oneof![Just(0), 1..20_u32, 0..=most];
    let share = prop_oneof![Just(1.0), 0.001..=1.0, Just(1.0 - 1e-12)];
    (repeats, share, spread(least_age, most_age)).prop_map(|(repeats, share, age)| {
        let recency = if repeats == 0 { 0.0 } else { age * share };
        History::new(repeats, recency, age).unwrap()
    })
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn silence_speaks_against_being_alive(model in shop(), x in 0..40_u32, recency in 0.5..50.0) {
        let recency = if x == 0 { 0.0 } else { recency };
        let alive = |age: f64| model.p_alive(&History::new(x, recency, age).unwrap());
        prop_assert_eq!(alive(recency), 1.0);
        let later: Vec<f64> = (0..60).map(|k| alive(recency + 0.1 * f64::from(k * k))).collect();
        prop_assert!(later.windows(2).all(|pair| pair[1] < pair[0]));
        prop_assert!(alive(1e6) < 0.2 * alive(recency + 10.0) || model.s() < 0.4);
    }

    #[test]
    fn numbers_of_purchases_are_a_distribution(
        model in shop(),
        history in history(30, 1.0, 80.0),
        time in 0.5..120.0,
    ) {
        for outlook in [model.newcomer(), model.outlook(&history)] {
            let first: f64 = (0..12).map(|n| outlook.probability_of(n, time)).sum();
            let rest = outlook.probability_of_at_least(12, time);
            prop_assert!(near(first + rest, 1.0, 0.0, 1e-11), "{first} {rest}");
        }
    }

    #[test]
    fn quantiles_are_where_the_distribution_says(
        model in shop(),
        history in history(30, 1.0, 80.0),
        time in 0.5..120.0,
        level in 0.001..0.999,
    ) {
        let outlook = model.outlook(&history);
        let n = u32::try_from(outlook.quantile(level, time).unwrap()).unwrap();
        prop_assert!(1.0 - outlook.probability_of_at_least(n + 1, time) >= level - 1e-12);
        prop_assert!(1.0 - outlook.probability_of_at_least(n, time) < level || n == 0);
    }

    // A history's likelihood over all times of the last purchase, with those before it in any
    // order, is the chance of that many purchases.
    #[test]
    fn likelihoods_add_up_to_chances(model in shop(), n in 0..9_u32, age in 1.0..80.0) {
        let count = f64::from(n);
        let density = |recency: f64| {
            let history = History::new(n, recency, age).unwrap();
            let orders = (count - 1.0) * recency.ln() - ln_gamma(count);
            (model.log_likelihood(&history) + orders).exp()
        };
        let none = History::new(0, 0.0, age).unwrap();
        let sum = if n == 0 {
            model.log_likelihood(&none).exp()
        } else {
            integrate(density, 0.0, age, 1e-13)
        };
        prop_assert!(near(sum, model.newcomer().probability_of(n, age), 0.0, 1e-10));
    }

    #[test]
    fn the_unit_of_time_does_not_matter(
        model in shop(),
        history in history(200, 1.0, 80.0),
        unit in spread(1e-3, 1e3),
        time in 0.5..80.0,
    ) {
        let other = ParetoNbd::new(model.r(), model.alpha() * unit, model.s(), model.beta() * unit);
        let other = other.unwrap();
        let (x, t_x, age) = (history.repeats(), history.recency() * unit, history.age() * unit);
        let seen = History::new(x, t_x.min(age), age).unwrap();
        let shift = f64::from(x) * unit.ln();
        let found = other.log_likelihood(&seen) + shift;
        prop_assert!((found - model.log_likelihood(&history)).abs() < 1e-10 * shift.abs().max(10.0));
        let (one, two) = (model.outlook(&history), other.outlook(&seen));
        prop_assert!(near(two.p_alive(), one.p_alive(), 0.0, 1e-9));
        prop_assert!(near(two.expected_purchases(time * unit), one.expected_purchases(time), 0.0, 1e-9));
        let (one, two) = (one.discounted_purchases(0.01), two.discounted_purchases(0.01 / unit));
        prop_assert!(near(two.unwrap(), one.unwrap(), 0.0, 1e-9));
    }

    // ∫ e^(−δt) dE(t) = δ ∫ e^(−δt) E(t) dt.
    #[test]
    fn discounting_is_summing_what_is_expected(model in shop(), rate in spread(0.003, 1.0)) {
        let outlook = model.newcomer();
        let worth = |t: f64| rate * (-rate * t).exp() * outlook.expected_purchases(t);
        let sum = integrate(worth, 0.0, 40.0 / rate, 1e-13);
        prop_assert!(near(outlook.discounted_purchases(rate).unwrap(), sum, 0.0, 1e-10));
    }

    #[test]
    fn a_shape_of_one_is_nothing_special(
        model in shop(),
        history in history(30, 1.0, 80.0),
        time in 1.0..80.0,
    ) {
        let at = |s: f64| ParetoNbd::new(model.r(), model.alpha(), s, model.beta()).unwrap();
        let value = |s: f64| at(s).outlook(&history).expected_purchases(time);
        let mean = f64::midpoint(value(1.0 - 1e-6), value(1.0 + 1e-6));
        prop_assert!(near(value(1.0), mean, 0.0, 1e-9));
        let discounted = |s: f64| at(s).outlook(&history).discounted_purchases(0.01).unwrap();
        let mean = f64::midpoint(discounted(1.0 - 1e-6), discounted(1.0 + 1e-6));
        prop_assert!(near(discounted(1.0), mean, 0.0, 1e-9));
    }

    #[test]
    fn in_the_long_run_customers_leave(model in shop()) {
        let outlook = model.newcomer();
        prop_assert!(outlook.p_alive_after(f64::MAX) < 1e-9);
        let forever = outlook.discounted_purchases(0.0);
        prop_assert_eq!(forever.is_some(), model.s() > 1.0);
        if let Some(all) = forever.filter(|_| model.s() > 1.2) {
            prop_assert!(near(outlook.expected_purchases(f64::MAX), all, 0.0, 1e-12));
            prop_assert!(near(outlook.discounted_purchases(1e-90).unwrap(), all, 0.0, 1e-12));
        }
    }
}

proptest! {
    // These take long.
    #![proptest_config(config(10))]

    #[test]
    fn a_number_comes_out_whatever_goes_in(
        model in prop_oneof![model(1e-15, 1e15), model(1e-4, 1e6)],
        history in history(1_000_000, 1e-9, 1e6),
        time in prop_oneof![spread(1e-9, 1e9), Just(0.0), Just(f64::MAX), Just(f64::NAN)],
        n in prop_oneof![0..50_u32, 0..u32::MAX],
    ) {
        prop_assert!(model.log_likelihood(&history).is_finite());
        for outlook in [model.newcomer(), model.outlook(&history)] {
            for chance in [
                outlook.p_alive(),
                outlook.p_alive_after(time),
                outlook.probability_of(n, time),
                outlook.probability_of_at_least(n, time),
            ] {
                prop_assert!((0.0..=1.0).contains(&chance), "{chance}");
            }
            let expected = outlook.expected_purchases(time);
            prop_assert!(expected.is_finite() && expected >= 0.0, "{expected}");
            let (low, high) = outlook.prediction_interval(0.9, time).unwrap();
            prop_assert!(low <= high);
            for rate in [0.0, 1e-300, 1e-9, 0.01, 1e9, f64::MAX] {
                let discounted = outlook.discounted_purchases(rate);
                prop_assert!(discounted.is_none_or(|d| d.is_finite() && d >= 0.0), "{rate}");
            }
        }
    }

    #[test]
    fn expected_purchases_are_the_mean(model in shop(), time in 1.0..60.0) {
        let outlook = model.newcomer();
        let mut sum = 0.0;
        for n in 1.. {
            let more = outlook.probability_of_at_least(n, time);
            sum += more;
            if more < 1e-12 {
                break;
            }
        }
        prop_assert!(near(sum, outlook.expected_purchases(time), 0.0, 1e-9));
    }

    #[test]
    fn any_cohort_has_a_fit_or_a_reason(
        histories in prop::collection::vec(history(1_000_000, 1e-9, 1e6), 0..40),
    ) {
        let cohort = Cohort::new(histories);
        match ParetoNbd::fit(&cohort) {
            Err(FitError::TooFew { there, needed }) => prop_assert!(there < needed),
            Ok(fit) => {
                prop_assert!(fit.log_likelihood.is_finite());
                prop_assert!(fit.standard_errors.iter().flatten().all(|e| e.is_finite()));
                let model = fit.model;
                let again = ParetoNbd::new(model.r(), model.alpha(), model.s(), model.beta());
                prop_assert_eq!(again, Ok(model));
            }
        }
    }
}

/// Customers of `model`, who came at any time of the last `age`.
fn customers(model: &ParetoNbd, count: u32, age: f64, seed: u64) -> Cohort {
    let mut random = Random::new(seed);
    (0..count)
        .map(|_| {
            let habits = model.draw(&mut random);
            let age = random.uniform(0.3 * age, age);
            habits.past(age, &mut random).unwrap().history
        })
        .collect()
}

#[test]
fn a_fit_finds_the_parameters_again() {
    for (k, [r, alpha, s, beta]) in
        (0..).zip([[0.55, 10.6, 0.6, 11.7], [2.0, 5.0, 1.5, 40.0], [0.8, 30.0, 0.3, 3.0]])
    {
        let model = ParetoNbd::new(r, alpha, s, beta).unwrap();
        let cohort = customers(&model, 6_000, 60.0, k);
        let fit = ParetoNbd::fit(&cohort).unwrap();
        assert_eq!((fit.verdict, fit.customers), (Verdict::Sound, 6_000));
        let found = [fit.model.r(), fit.model.alpha(), fit.model.s(), fit.model.beta()];
        let errors = fit.standard_errors.unwrap();
        for i in 0..4 {
            let off = (found[i] - [r, alpha, s, beta][i]) / errors[i];
            assert!(off.abs() < 3.5, "{found:?} {errors:?}");
        }
        // Nothing is more likely, in whatever direction.
        let value = |m: ParetoNbd| cohort.mean(|h| m.log_likelihood(h)).unwrap() * 6_000.0;
        assert!(near(value(fit.model), fit.log_likelihood, 0.0, 1e-12));
        assert!(value(model) < fit.log_likelihood);
        for i in 0..8 {
            let mut moved = found;
            moved[i / 2] *= if i % 2 == 0 { 1.01 } else { 0.99 };
            let [r, alpha, s, beta] = moved;
            assert!(value(ParetoNbd::new(r, alpha, s, beta).unwrap()) < fit.log_likelihood);
        }
    }
}

#[test]
fn where_nobody_leaves_the_fit_says_that_leaving_is_not_known() {
    // Everybody buys until the end.
    let mut random = Random::new(5);
    let cohort: Cohort = (0..800)
        .map(|_| {
            let rate = random.gamma(2.0);
            let repeats = 1.0 + random.poisson(6.0 * rate).min(1e3);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // at most 1001
            History::new(repeats as u32, 52.0 - 0.2 * random.unit(), 52.0).unwrap()
        })
        .collect();
    let fit = ParetoNbd::fit(&cohort).unwrap();
    assert_eq!((fit.verdict, fit.standard_errors), (Verdict::Unbounded, None));
    let outlook = fit.model.outlook(&History::new(10, 51.9, 52.0).unwrap());
    assert!(outlook.p_alive_after(520.0) > 0.999);
}

#[test]
fn the_order_of_the_customers_does_not_matter() {
    let model = ParetoNbd::new(0.55, 10.6, 0.6, 11.7).unwrap();
    let cohort = customers(&model, 2_000, 40.0, 3);
    let mut histories: Vec<History> = cohort.groups().iter().map(|g| g.history).collect();
    let fit = ParetoNbd::fit(&Cohort::new(histories.clone()));
    Random::new(4).shuffle(&mut histories);
    assert_eq!(ParetoNbd::fit(&Cohort::new(histories)), fit);
}
