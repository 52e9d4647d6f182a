use super::*;
use crate::math::random::Random;
use crate::math::special::ln_beta;
use crate::model::purchase::{FitError, Verdict};

/// The parameters of the paper's donors.
const DONORS: [f64; 4] = [1.204, 0.750, 0.657, 2.783];

fn model([alpha, beta, gamma, delta]: [f64; 4]) -> BgBb {
    BgBb::new(alpha, beta, gamma, delta).unwrap()
}

fn history(taken: u32, last: u32, given: u32) -> Opportunities {
    Opportunities::new(taken, last, given).unwrap()
}

fn close(a: f64, b: f64, share: f64) -> bool {
    (a - b).abs() <= share * b.abs()
}

#[test]
fn each_parameter_is_named() {
    let error = |parameters: [f64; 4]| {
        let [alpha, beta, gamma, delta] = parameters;
        BgBb::new(alpha, beta, gamma, delta).unwrap_err()
    };
    assert_eq!(error([0.0, 1.0, 1.0, 1.0]), BgBbError::Alpha);
    assert_eq!(error([1.0, f64::NAN, 1.0, 1.0]), BgBbError::Beta);
    assert_eq!(error([1.0, 1.0, -1.0, 1.0]), BgBbError::Gamma);
    assert_eq!(error([1.0, 1.0, 1.0, f64::INFINITY]), BgBbError::Delta);
}

#[test]
fn a_history_must_be_possible() {
    let error = |taken, last, given| Opportunities::new(taken, last, given).unwrap_err();
    assert_eq!(error(1, 7, 6), BgBbError::Last);
    assert_eq!(error(3, 2, 6), BgBbError::Purchases);
    assert_eq!(error(0, 2, 6), BgBbError::Purchases);
    assert_eq!(error(2, 0, 6), BgBbError::Purchases);
    assert_eq!(error(0, 0, MOST_OPPORTUNITIES + 1), BgBbError::Opportunities);
    assert!(Opportunities::new(0, 0, 0).is_ok());
}

/// The likelihood as the paper prints it, with Beta functions.
#[test]
fn the_likelihood_in_a_second_writing() {
    let [alpha, beta, gamma, delta] = DONORS;
    for history in all_histories(8) {
        let x = f64::from(history.taken);
        let chosen = |j: f64| ln_beta(alpha + x, beta + j - x) - ln_beta(alpha, beta);
        let stays = |j: f64, more: f64| ln_beta(gamma + more, delta + j) - ln_beta(gamma, delta);
        let likelihood = |j: u32, more: f64| {
            let j = f64::from(j);
            libm::exp(chosen(j) + stays(j, more))
        };
        let here = likelihood(history.given, 0.0);
        let gone: f64 = (history.last..history.given).map(|j| likelihood(j, 1.0)).sum();
        let found = libm::exp(model(DONORS).log_likelihood(&history));
        assert!(close(found, here + gone, 1e-12), "{history:?}");
        let alive = model(DONORS).p_alive(&history);
        assert!(close(alive, here / (here + gone), 1e-12), "{history:?}");
    }
}

/// Every history of so many opportunities.
fn all_histories(given: u32) -> impl Iterator<Item = Opportunities> {
    // Without a last purchase there is none at all.
    (0..=given)
        .flat_map(move |last| (last.min(1)..=last).map(move |taken| history(taken, last, given)))
}

/// Each history stands for as many orders as there are ways to place all purchases but the last.
#[test]
fn all_histories_together_are_certain() {
    let orders = |h: &Opportunities| -> f64 {
        let places = f64::from(h.last) - 1.0;
        (1..h.taken).map(f64::from).fold(1.0, |ways, k| ways * (places - k + 1.0) / k)
    };
    let chance = |h: Opportunities| orders(&h) * libm::exp(model(DONORS).log_likelihood(&h));
    let sum: f64 = all_histories(6).map(chance).sum();
    assert!(close(sum, 1.0, 1e-14), "{sum}");
}

#[test]
fn the_chances_of_all_counts_sum_to_one_and_to_the_mean() {
    for parameters in [DONORS, [0.9, 1.4, 1.0, 3.0], [2.5, 4.0, 0.8, 40.0], [1e4, 2e4, 1e-6, 1e-6]]
    {
        let outlook = model(parameters).outlook(&history(3, 5, 6));
        for periods in [0_u32, 1, 7, 40] {
            let time = f64::from(periods);
            let chances: Vec<f64> =
                (0..=periods).map(|n| outlook.probability_of(n, time)).collect();
            assert!(close(chances.iter().sum(), 1.0, 1e-12));
            let mean: f64 = (0..).zip(&chances).map(|(n, p)| f64::from(n) * p).sum();
            assert!(close(mean, outlook.expected_purchases(time), 1e-11), "{parameters:?}");
            for n in 0..=periods {
                let tail: f64 = chances[n as usize..].iter().sum();
                let at_least = outlook.probability_of_at_least(n, time);
                assert!((tail - at_least).abs() < 1e-12, "{n}: {tail} {at_least}");
            }
        }
    }
}

#[test]
fn a_known_customer_is_a_new_one_at_the_beginning() {
    let outlook = model(DONORS).outlook(&history(0, 0, 0));
    assert_eq!(outlook, model(DONORS).newcomer());
    // The chance of no purchase over what one did not buy is the likelihood of that history.
    let none = model(DONORS).newcomer().probability_of(0, 6.0);
    assert!(close(none, libm::exp(model(DONORS).log_likelihood(&history(0, 0, 6))), 1e-14));
}

#[test]
fn discounted_purchases_are_the_long_sum() {
    let outlook = model([2.0, 3.0, 2.5, 9.0]).outlook(&history(4, 6, 8));
    for rate in [0.0, 0.01, 0.1, 2.0] {
        let (mut sum, mut before) = (0.0, 0.0);
        for k in 1..200_000_u32 {
            let so_far = outlook.expected_purchases(f64::from(k));
            sum += (so_far - before) * libm::exp(-f64::from(k) * libm::log1p(rate));
            before = so_far;
        }
        let found = outlook.discounted_per_period(rate).unwrap();
        let rest = if rate == 0.0 { 1e-5 } else { 1e-10 };
        assert!(close(found, sum, rest), "{rate}: {found} {sum}");
    }
    assert_eq!(model(DONORS).newcomer().discounted_per_period(0.0), None);
    assert!(model(DONORS).newcomer().discounted_per_period(1e-9).is_some());
}

#[test]
fn nothing_happens_where_gamma_passes_one() {
    let at = |gamma: f64| {
        let outlook = model([0.9, 1.4, gamma, 3.0]).outlook(&history(3, 6, 8));
        [outlook.expected_purchases(4.0), outlook.discounted_per_period(0.1).unwrap()]
    };
    let middle = at(1.0);
    for gamma in [1.0 - 1e-15, 1.0 + 1e-12, 1.0 - 1e-9] {
        for (a, b) in at(gamma).into_iter().zip(middle) {
            assert!(close(a, b, 5e-9), "{gamma}");
        }
    }
}

#[test]
fn an_interval_holds_what_it_promises() {
    let outlook = model(DONORS).outlook(&history(4, 5, 6));
    for share in [0.0, 0.5, 0.8, 0.95, 0.999] {
        let (low, high) = outlook.prediction_interval(share, 10.0).unwrap();
        let sum = |range: std::ops::RangeInclusive<u64>| -> f64 {
            let chances = range.filter_map(|n| u32::try_from(n).ok());
            chances.map(|n| outlook.probability_of(n, 10.0)).sum()
        };
        assert!(low <= high && high <= 10 && sum(low..=high) >= share, "{share}: {low} {high}");
        let outside = (1.0 - share) / 2.0;
        assert!(high == 10 || sum(high + 1..=10) <= outside + 1e-12);
    }
    assert_eq!(outlook.prediction_interval(1.0, 10.0), None);
}

/// So many customers of a model, `given` opportunities each.
fn simulated(parameters: [f64; 4], customers: u32, given: u32) -> Vec<(Opportunities, u32)> {
    let (model, mut random) = (model(parameters), Random::new(7));
    (0..customers).map(|_| (model.draw(given, &mut random), 1)).collect()
}

#[test]
fn a_fit_finds_the_parameters_again() {
    for parameters in [DONORS, [2.0, 6.0, 1.5, 12.0]] {
        let fit = BgBb::fit(&simulated(parameters, 20_000, 10)).unwrap();
        assert_eq!((fit.verdict, fit.customers), (Verdict::Sound, 20_000));
        let errors = fit.standard_errors.unwrap();
        for ((found, expected), error) in
            fit.model.parameters().into_iter().zip(parameters).zip(errors)
        {
            assert!((found - expected).abs() < 4.0 * error, "{fit:?}");
        }
    }
}

#[test]
fn a_fit_is_as_likely_as_its_model_says() {
    let histories = [(history(3, 5, 6), 4), (history(1, 1, 6), 9), (history(0, 0, 4), 11)];
    let more = [(history(3, 5, 6), 2), (history(6, 6, 6), 5), (history(2, 4, 4), 3)];
    let all: Vec<_> = histories.into_iter().chain(more).collect();
    let fit = BgBb::fit(&all).unwrap();
    let likely = |h: &(Opportunities, u32)| f64::from(h.1) * fit.model.log_likelihood(&h.0);
    assert!(close(fit.log_likelihood, all.iter().map(likely).sum(), 1e-12), "{fit:?}");
    assert_eq!(fit.customers, 34);
}

#[test]
fn a_fit_says_what_the_data_do_not() {
    let too_few = BgBb::fit(&[(history(1, 1, 3), 9), (history(0, 0, 3), 500)]);
    assert_eq!(too_few, Err(FitError::TooFew { there: 9, needed: 10 }));
    // One opportunity each: who left out the only one may have left or not.
    let once = [(history(1, 1, 1), 300), (history(0, 0, 1), 700)];
    assert_eq!(BgBb::fit(&once).unwrap().verdict, Verdict::Unbounded);
    // All the same, always.
    let always = BgBb::fit(&[(history(6, 6, 6), 100)]).unwrap();
    assert_eq!(always.verdict, Verdict::Unbounded);
    assert!(always.model.newcomer().expected_purchases(6.0) > 5.9);
}
