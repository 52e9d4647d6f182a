//! What must hold of retention curves, of purchases at set occasions and of spend, whatever the
//! numbers.

#![expect(
    clippy::float_cmp,
    reason = "where numbers are compared without tolerance, none is meant"
)]
#![expect(clippy::unwrap_used, reason = "what is made up lies within its domain")]

use customer_value::model::purchase::bg_bb::{BgBb, MOST_OPPORTUNITIES, Opportunities};
use customer_value::model::purchase::gamma_gamma::{
    GammaGamma, Relation, Spend, SpendError, independence,
};
use customer_value::model::purchase::value::{Horizon, Valuation, ValuationError};
use customer_value::model::purchase::{Fit, Outlook};
use customer_value::model::retention_curve::{CurveError, RetentionCurve, Survivors};
use proptest::prelude::*;
use proptest::sample::select;

#[path = "data/config.rs"]
mod config;

use config::config;

/// A parameter as fits find them.
fn usual() -> impl Strategy<Value = f64> {
    (-3.0..4.0_f64).prop_map(f64::exp)
}

/// A parameter from anywhere in its domain, its ends included.
fn any_parameter() -> impl Strategy<Value = f64> {
    let ends = select(vec![1e-12, 1e12, 1.0, 1.0 + f64::EPSILON, 1.0 - 1e-16]);
    prop_oneof![2 => (-27.6..27.6_f64).prop_map(f64::exp), 1 => ends, 2 => usual()]
}

fn any_curve() -> impl Strategy<Value = RetentionCurve> {
    (any_parameter(), any_parameter()).prop_map(|(a, b)| RetentionCurve::new(a, b).unwrap())
}

fn any_rate() -> impl Strategy<Value = f64> {
    let ends = select(vec![0.0, -1.0, f64::NAN, f64::MAX, f64::INFINITY, f64::MIN_POSITIVE]);
    prop_oneof![3 => (-690.0..20.0_f64).prop_map(f64::exp), 2 => ends, 3 => 0.0..1.0]
}

fn any_count() -> impl Strategy<Value = u32> {
    prop_oneof![3 => 0..60_u32, 1 => select(vec![u32::MAX, 1_000_000, 99_999])]
}

fn any_bgbb() -> impl Strategy<Value = BgBb> {
    let parameters = [any_parameter(), any_parameter(), any_parameter(), any_parameter()];
    parameters.prop_map(|[a, b, c, d]| BgBb::new(a, b, c, d).unwrap())
}

fn usual_bgbb() -> impl Strategy<Value = BgBb> {
    [usual(), usual(), usual(), usual()].prop_map(|[a, b, c, d]| BgBb::new(a, b, c, d).unwrap())
}

/// Any history of up to `most` opportunities.
fn opportunities(most: u32) -> impl Strategy<Value = Opportunities> {
    (0..=most)
        .prop_flat_map(|given| (0..=given, Just(given)))
        .prop_flat_map(|(last, given)| (last.min(1)..=last, Just(last), Just(given)))
        .prop_map(|(taken, last, given)| Opportunities::new(taken, last, given).unwrap())
}

fn is_share(x: f64) -> bool {
    (0.0..=1.0).contains(&x)
}

fn near(a: f64, b: f64, share: f64) -> bool {
    (a - b).abs() <= share * a.abs().max(b.abs())
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn those_who_stay_are_ever_more_loyal(alpha in usual(), beta in usual(), n in 1..200_u32) {
        let curve = RetentionCurve::new(alpha, beta).unwrap();
        let [before, now] = [n, n + 1].map(|t| (curve.retention_rate(t), curve.survival(t)));
        prop_assert!(now.0 > before.0 && now.1 < before.1);
        prop_assert!(near(now.1, before.1 * now.0, 1e-12));
        prop_assert!(near(curve.churn_probability(n + 1), before.1 - now.1, 1e-10 / now.0));
        // After n renewals it is the same curve, seen from there.
        let later = curve.after(n);
        prop_assert!(near(curve.survival(n + 7), before.1 * later.survival(7), 1e-12));
        let lines = curve.project(n);
        let all: f64 = lines.iter().map(|line| line.lost).sum();
        prop_assert!(near(all + lines[n as usize].survival, 1.0, 1e-12));
    }

    #[test]
    fn residual_lifetime_grows_with_age_and_falls_with_the_rate(
        alpha in usual(), beta in usual(), n in 1..50_u32, rate in 1e-6..1.0_f64,
    ) {
        let curve = RetentionCurve::new(alpha, beta).unwrap();
        let at = |active, rate| curve.discounted_residual_lifetime(active, rate).unwrap();
        let here = at(n, rate);
        prop_assert!(at(n + 1, rate) > here && at(n, rate * 1.1) < here);
        prop_assert!(here <= (1.0 + rate) / rate, "never more than one who stays for ever");
        // Of this renewal, and of those after it one period on.
        let step = curve.retention_rate(n) * (1.0 + at(n + 1, rate) / (1.0 + rate));
        prop_assert!(near(here, step, 1e-12), "{here} {step}");
    }

    #[test]
    fn no_curve_leaves_the_numbers(curve in any_curve(), t in any_count(), rate in any_rate()) {
        for share in [curve.survival(t), curve.churn_probability(t), curve.retention_rate(t)] {
            prop_assert!(is_share(share), "{curve:?} {t}: {share}");
        }
        prop_assert!(is_share(curve.mean_churn()) && is_share(curve.polarization()));
        for lifetime in [
            curve.discounted_lifetime(rate),
            curve.discounted_residual_lifetime(t, rate),
            curve.expected_lifetime(),
        ] {
            match lifetime {
                Ok(lifetime) => prop_assert!(lifetime >= 0.0 && lifetime.is_finite()),
                Err(CurveError::Discount) => prop_assert!(!(rate >= 0.0 && rate.is_finite())),
                Err(error) => prop_assert!(error == CurveError::Endless && curve.alpha() <= 1.0),
            }
        }
    }

    #[test]
    fn any_survivors_have_a_curve(
        joined in 1..2_000_u32,
        stays in prop::collection::vec(select(vec![0.0, 0.3, 0.5, 0.9, 0.99, 1.0]), 2..12),
    ) {
        let mut counts = vec![joined];
        for share in stays {
            let there = f64::from(counts[counts.len() - 1]);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "heads")]
            counts.push((there * share) as u32);
        }
        let survivors = Survivors::new(&counts).unwrap();
        let fit = RetentionCurve::fit(&survivors);
        prop_assert!(fit.log_likelihood.is_finite() && fit.log_likelihood <= 1e-9, "{fit:?}");
        prop_assert!(is_share(fit.model.survival(20)) && errors_are_sound(&fit));
        // As likely as the model says, and no less than the steady rate of the whole.
        let said: f64 = counts.windows(2).zip(1..).map(|(pair, t)| {
            let rate = fit.model.retention_rate(t);
            let term = |n: u32, p: f64| if n == 0 { 0.0 } else { f64::from(n) * p.ln() };
            term(pair[1], rate) + term(pair[0] - pair[1], 1.0 - rate)
        }).sum();
        let gap = (fit.log_likelihood - said).abs();
        prop_assert!(gap < 1e-6 * said.abs().max(1.0), "{fit:?} {said}");
    }

    #[test]
    fn silence_lowers_the_chance_to_be_alive(
        model in usual_bgbb(), history in opportunities(30), more in 1..20_u32,
    ) {
        let (taken, last, given) = (history.taken(), history.last(), history.given());
        let silent = Opportunities::new(taken, last, given + more).unwrap();
        let now = model.p_alive(&history);
        prop_assert!(is_share(now) && model.p_alive(&silent) < now);
        prop_assert!((now == 1.0) == (last == given));
        // By Bayes from what was expected: alive then, and silent all the time.
        let outlook = model.outlook(&history);
        let (quiet, stays) = (outlook.probability_of(0, more.into()), model.p_alive(&silent));
        let likelihood = model.log_likelihood(&silent) - model.log_likelihood(&history);
        prop_assert!(near(quiet, likelihood.exp(), 1e-9), "{quiet}");
        prop_assert!(stays * quiet <= outlook.p_alive_after(more.into()) * (1.0 + 1e-12));
    }

    #[test]
    fn chances_of_counts_are_a_distribution(
        model in usual_bgbb(), history in opportunities(12), periods in 0..40_u32,
    ) {
        let (outlook, time) = (model.outlook(&history), f64::from(periods));
        let chances: Vec<f64> = (0..=periods).map(|n| outlook.probability_of(n, time)).collect();
        prop_assert!(chances.iter().all(|p| is_share(*p)));
        prop_assert!(near(chances.iter().sum(), 1.0, 1e-11));
        let mean: f64 = (0..).zip(&chances).map(|(n, p)| f64::from(n) * p).sum();
        let expected = outlook.expected_purchases(time);
        prop_assert!((mean - expected).abs() <= 1e-10 * expected.max(1e-3), "{mean} {expected}");
        prop_assert_eq!(outlook.probability_of(periods + 1, time), 0.0);
        let (low, high) = outlook.prediction_interval(0.8, time).unwrap();
        let inside = (0..).zip(&chances).filter(|(n, _)| (low..=high).contains(n));
        let inside: f64 = inside.map(|(_, p)| p).sum();
        prop_assert!(inside >= 0.8 - 1e-11);
    }

    #[test]
    fn expected_spend_lies_between_own_and_common(
        p in usual(), q in 1.01..50.0_f64, v in usual(), x in 1..100_u32, m in usual(),
    ) {
        let model = GammaGamma::new(p, q, v).unwrap();
        let spend = Spend::new(x, m).unwrap();
        let (common, expected) =
            (model.population_mean().unwrap(), model.expected_mean(&spend).unwrap());
        let slack = 1.0 + 1e-12;
        prop_assert!(expected <= common.max(m) * slack && expected * slack >= common.min(m));
        let more = model.expected_mean(&Spend::new(x + 1, m).unwrap()).unwrap();
        let nearer = (more - m).abs() <= (expected - m).abs() + 1e-12 * m;
        prop_assert!(nearer, "more purchases give more weight to the customer's own");
        let (low, high) = model.mean_interval(&spend, 0.9).unwrap();
        prop_assert!(low < high);
    }
}

/// Standard errors are above zero and finite, where there are any.
fn errors_are_sound<M, const N: usize>(fit: &Fit<M, N>) -> bool {
    fit.standard_errors.is_none_or(|errors| errors.iter().all(|e| *e > 0.0 && e.is_finite()))
}

fn outlook_is_sound(outlook: &Outlook<BgBb>, time: f64, n: u32, rate: f64) -> bool {
    let shares = [
        outlook.p_alive(),
        outlook.p_alive_after(time),
        outlook.probability_of(n, time),
        outlook.probability_of_at_least(n, time),
    ];
    let purchases = outlook.expected_purchases(time);
    let bounded = [outlook.discounted_per_period(rate), outlook.discounted_purchases(rate)];
    let counted = |sum: &f64| *sum >= 0.0 && sum.is_finite();
    shares.into_iter().all(is_share) && counted(&purchases) && bounded.iter().flatten().all(counted)
}

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn no_bgbb_leaves_the_numbers(
        model in any_bgbb(), history in opportunities(300), n in any_count(), rate in any_rate(),
        time in prop_oneof![0.0..50.0, select(vec![-1.0, f64::NAN, 1e4, 3_000.5])],
    ) {
        let likelihood = model.log_likelihood(&history);
        prop_assert!(likelihood.is_finite() && likelihood <= 1e-9, "{model:?} {history:?}");
        for outlook in [model.outlook(&history), model.newcomer()] {
            prop_assert!(outlook_is_sound(&outlook, time, n, rate), "{outlook:?}");
            let endless = outlook.expected_purchases(f64::MAX);
            prop_assert!(endless.is_finite() && outlook.p_alive_after(f64::INFINITY) <= 1.0);
            prop_assert!(outlook.quantile(0.5, time).is_some());
        }
    }

    #[test]
    fn no_spend_leaves_the_numbers(
        parameters in [any_parameter(), any_parameter(), any_parameter()],
        x in 0..=1_000_000_u32,
        m in prop_oneof![usual(), select(vec![1e-9, 1e15])],
        share in prop_oneof![0.0..1.0, select(vec![-1.0, 1.0, f64::NAN, 1.0 - f64::EPSILON])],
    ) {
        let [p, q, v] = parameters;
        let model = GammaGamma::new(p, q, v).unwrap();
        let spend = if x == 0 { Spend::UNKNOWN } else { Spend::new(x, m).unwrap() };
        prop_assert!(model.log_likelihood(&spend).is_finite());
        match model.expected_mean(&spend) {
            Ok(mean) => prop_assert!(mean >= 0.0 && mean.is_finite()),
            Err(error) => prop_assert!(error == SpendError::NoMean && q <= 1.0),
        }
        if let Ok(weight) = model.own_weight(x) {
            prop_assert!(is_share(weight));
        }
        if let Some((low, high)) = model.mean_interval(&spend, share) {
            prop_assert!(low >= 0.0 && low <= high && high.is_finite(), "{low} {high}");
        }
    }

    #[test]
    fn any_spends_have_a_fit_or_are_too_few(
        spends in prop::collection::vec(
            (0..50_u32, prop_oneof![usual(), select(vec![1e-9, 1e15])]), 0..40,
        ),
    ) {
        let spend = |(x, m)| if x == 0 { Spend::UNKNOWN } else { Spend::new(x, m).unwrap() };
        let spends: Vec<Spend> = spends.into_iter().map(spend).collect();
        let known = spends.iter().filter(|s| s.purchases() > 0).count();
        match GammaGamma::fit(&spends) {
            Ok(fit) => {
                prop_assert!(fit.log_likelihood.is_finite() && errors_are_sound(&fit), "{fit:?}");
                prop_assert!(fit.model.parameters().iter().all(|x| x.is_finite() && *x > 0.0));
            }
            Err(_) => prop_assert!(known < 10),
        }
    }

    #[test]
    fn no_value_leaves_the_numbers(
        model in any_bgbb(), parameters in [any_parameter(), any_parameter(), any_parameter()],
        months in 0..1_201_u32, discount in 0.0..1.0_f64, margin in -1e6..1e6_f64,
    ) {
        let [p, q, v] = parameters;
        let spending = GammaGamma::new(p, q, v).unwrap();
        let (outlook, spend) = (model.newcomer(), Spend::new(2, 1e15).unwrap());
        for horizon in [
            Horizon::Months { months, discount, length: 1e6 },
            Horizon::Months { months, discount: 0.0, length: 1.0 },
            Horizon::Forever { discount },
            Horizon::Forever { discount: 0.0 },
        ] {
            let valuation = Valuation::new(horizon, margin).unwrap();
            match valuation.predict(&outlook, &spending, &spend) {
                Ok(found) => prop_assert!(found.value.is_finite() && found.mean_spend.is_finite()),
                Err(ValuationError::NoMean) => prop_assert!(q <= 1.0),
                Err(error) => prop_assert_eq!(error, ValuationError::Endless),
            }
        }
    }
}

proptest! {
    #![proptest_config(config(25))]

    #[test]
    fn any_histories_have_a_fit_or_are_too_few(
        histories in prop::collection::vec((opportunities(20), 1..500_u32), 0..12),
    ) {
        if let Ok(fit) = BgBb::fit(&histories) {
            prop_assert!(fit.log_likelihood.is_finite() && errors_are_sound(&fit), "{fit:?}");
            let likely = |h: &(Opportunities, u32)| f64::from(h.1) * fit.model.log_likelihood(&h.0);
            let said: f64 = histories.iter().map(likely).sum();
            let gap = (fit.log_likelihood - said).abs();
        prop_assert!(gap < 1e-6 * said.abs().max(1.0), "{fit:?} {said}");
        }
    }
}

#[test]
fn the_longest_history_and_the_farthest_look_end() {
    let model = BgBb::new(2.5, 4.0, 0.8, 40.0).unwrap();
    let history = Opportunities::new(1_000, 2_000, MOST_OPPORTUNITIES).unwrap();
    assert!(model.log_likelihood(&history).is_finite());
    assert!(outlook_is_sound(&model.outlook(&history), f64::MAX, 40_000, 0.0));
    let (low, high) = model.newcomer().prediction_interval(0.5, 1e9).unwrap();
    assert!(low < high && high < u64::from(MOST_OPPORTUNITIES));
}

/// The records of CDNOW's customers; the correlation as the lifetimes documentation prints it.
#[test]
fn frequency_and_spend_in_the_records_of_a_shop() {
    let path = "tests/data/cases/data/cdnow_customers_summary_with_transactions.csv";
    let text = std::fs::read_to_string(path).unwrap();
    let spend = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        Spend::new(cells[1].parse().unwrap(), cells[4].parse().unwrap()).unwrap_or(Spend::UNKNOWN)
    };
    let spends: Vec<Spend> = text.lines().skip(1).map(spend).collect();
    let found = independence(&spends).unwrap();
    assert_eq!((found.customers, found.relation), (946, Relation::Weak));
    assert!((found.correlation - 0.113_884).abs() < 1e-6, "{found:?}");
}
