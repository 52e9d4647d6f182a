use super::*;
use crate::math::quadrature::integrate;
use crate::math::random::Random;
use crate::math::special::{gamma_shares, ln_gamma};
use crate::model::purchase::{FitError, Verdict};

fn model(p: f64, q: f64, v: f64) -> GammaGamma {
    GammaGamma::new(p, q, v).unwrap()
}

fn spend(purchases: u32, mean: f64) -> Spend {
    Spend::new(purchases, mean).unwrap()
}

fn close(a: f64, b: f64, share: f64) -> bool {
    (a - b).abs() <= share * b.abs()
}

#[test]
fn what_is_wrong_is_named() {
    assert_eq!(GammaGamma::new(0.0, 1.0, 1.0), Err(SpendError::P));
    assert_eq!(GammaGamma::new(1.0, f64::NAN, 1.0), Err(SpendError::Q));
    assert_eq!(GammaGamma::new(1.0, 1.0, f64::INFINITY), Err(SpendError::V));
    assert_eq!(Spend::new(1_000_001, 5.0), Err(SpendError::Purchases));
    assert_eq!(Spend::new(3, -5.0), Err(SpendError::Mean));
    assert_eq!(Spend::new(3, 0.0), Err(SpendError::Mean));
    assert_eq!(Spend::new(0, 5.0), Err(SpendError::Mean));
    assert_eq!(Spend::new(0, 0.0), Ok(Spend::UNKNOWN));
}

#[test]
fn there_is_no_mean_where_dear_purchases_are_not_rare() {
    for q in [0.3, 1.0] {
        assert_eq!(model(2.0, q, 30.0).population_mean(), Err(SpendError::NoMean));
        assert_eq!(model(2.0, q, 30.0).own_weight(4), Err(SpendError::NoMean));
    }
    // A customer's own purchases may settle it.
    assert!(model(2.0, 0.3, 30.0).expected_mean(&spend(1, 50.0)).is_ok());
    assert_eq!(model(0.5, 0.3, 30.0).expected_mean(&spend(1, 50.0)), Err(SpendError::NoMean));
}

#[test]
fn expected_spend_lies_between_own_and_common() {
    let model = model(6.25, 3.74, 15.44);
    let common = model.population_mean().unwrap();
    for (purchases, mean) in [(1, 5.0), (3, 80.0), (40, 35.0)] {
        let expected = model.expected_mean(&spend(purchases, mean)).unwrap();
        let weight = model.own_weight(purchases).unwrap();
        assert!(close(expected, weight * mean + (1.0 - weight) * common, 1e-14));
    }
    assert_eq!(model.own_weight(0), Ok(0.0));
}

/// The density from its definition: purchases of a customer of rate *ν*, averaged over *ν*.
#[test]
fn the_density_in_a_second_writing() {
    let gamma = |shape: f64, rate: f64, x: f64| {
        shape * libm::log(rate) + (shape - 1.0) * libm::log(x) - rate * x - ln_gamma(shape)
    };
    let (p, q, v) = (2.5, 3.2, 20.0);
    for (x, m) in [(1, 5.0), (4, 22.0), (12, 60.0)] {
        let times = f64::from(x);
        let at = |ln_nu: f64| {
            let nu = libm::exp(ln_nu);
            libm::exp(gamma(p * times, nu * times, m) + gamma(q, v, nu) + ln_nu)
        };
        let area = integrate(at, -20.0, 5.0, 1e-13);
        assert!(close(libm::exp(model(p, q, v).log_likelihood(&spend(x, m))), area, 1e-11));
    }
    // And it is a density: it sums to 1.
    let at = |ln_m: f64| {
        let m = libm::exp(ln_m);
        m * libm::exp(model(p, q, v).log_likelihood(&spend(2, m)))
    };
    assert!(close(integrate(at, -18.0, 20.0, 1e-13), 1.0, 1e-11));
}

#[test]
fn an_interval_holds_what_it_promises() {
    for (p, q, v, x, m) in
        [(6.25, 3.74, 15.44, 2, 22.35), (2.0, 0.8, 30.0, 0, 0.0), (4.0, 3.0, 20.0, 400_000, 31.4)]
    {
        let (model, known) = (model(p, q, v), Spend::new(x, m).unwrap());
        let (low, high) = model.mean_interval(&known, 0.9).unwrap();
        let (shape, scale) = (p * f64::from(x) + q, p * (v + known.total()));
        for (end, above) in [(low, 0.05), (high, 0.95)] {
            let (share, _) = gamma_shares(shape, scale / end);
            assert!((share - (1.0 - above)).abs() < 1e-6, "{share} {above}");
        }
    }
    let known = spend(2, 22.35);
    assert_eq!(model(6.25, 3.74, 15.44).mean_interval(&known, 1.0), None);
    let (low, high) = model(6.25, 3.74, 15.44).mean_interval(&known, 0.0).unwrap();
    assert!(close(low, high, 1e-9), "the median twice");
}

/// So many customers of a model, with one to seven purchases each.
fn simulated(p: f64, q: f64, v: f64, customers: u32) -> Vec<Spend> {
    let (model, mut random) = (model(p, q, v), Random::new(11));
    (0..customers).map(|k| model.draw(1 + k % 7, &mut random)).collect()
}

#[test]
fn a_fit_finds_the_parameters_again() {
    for (p, q, v, customers) in [(6.25, 3.74, 15.44, 30_000), (1.5, 2.2, 4e5, 5_000)] {
        let fit = GammaGamma::fit(&simulated(p, q, v, customers)).unwrap();
        assert_eq!((fit.verdict, fit.customers), (Verdict::Sound, u64::from(customers)));
        let errors = fit.standard_errors.unwrap();
        for ((found, expected), error) in
            fit.model.parameters().into_iter().zip([p, q, v]).zip(errors)
        {
            assert!((found - expected).abs() < 4.0 * error, "{fit:?}");
        }
    }
}

#[test]
fn a_fit_is_as_likely_as_its_model_says() {
    let spends = simulated(2.0, 3.0, 30.0, 203);
    let fit = GammaGamma::fit(&spends).unwrap();
    let sum: f64 = spends.iter().map(|spend| fit.model.log_likelihood(spend)).sum();
    assert!(close(fit.log_likelihood, sum, 1e-12), "{} {sum}", fit.log_likelihood);
    // The order of the customers is no matter, nor are those who did not buy.
    let mut others = spends.clone();
    others.reverse();
    others.push(Spend::UNKNOWN);
    let again = GammaGamma::fit(&others).unwrap();
    assert!(close(again.log_likelihood, fit.log_likelihood, 1e-13));
    assert_eq!(again.customers, 203);
}

#[test]
fn money_may_be_counted_in_any_unit() {
    let spends = simulated(2.0, 3.0, 30.0, 500);
    let cents: Vec<Spend> = spends.iter().map(|s| spend(s.purchases(), 100.0 * s.mean())).collect();
    let [one, other] = [spends, cents].map(|all| GammaGamma::fit(&all).unwrap().model.parameters());
    assert!(close(other[0], one[0], 1e-6) && close(other[1], one[1], 1e-6));
    assert!(close(other[2], 100.0 * one[2], 1e-6));
}

#[test]
fn a_fit_says_what_the_data_do_not() {
    let few: Vec<Spend> = (1..10).map(|k| spend(k, 5.0)).chain([Spend::UNKNOWN]).collect();
    assert_eq!(GammaGamma::fit(&few), Err(FitError::TooFew { there: 9, needed: 10 }));
    // All spend the same: neither chance nor difference.
    let same = GammaGamma::fit(&[spend(1, 20.0); 50]).unwrap();
    assert_eq!(same.verdict, Verdict::Unbounded);
    assert!(close(same.model.population_mean().unwrap(), 20.0, 1e-3), "{same:?}");
    // One purchase each: chance and difference look the same.
    let once: Vec<Spend> = (1..200).map(|k| spend(1, f64::from(k))).collect();
    let once = GammaGamma::fit(&once).unwrap();
    assert_ne!(once.verdict, Verdict::Unfinished, "{once:?}");
}

#[test]
fn independence_is_a_number_with_a_meaning() {
    let pairs = |pairs: &[(u32, f64)]| {
        let spends: Vec<Spend> = pairs.iter().map(|(x, m)| spend(*x, *m)).collect();
        independence(&spends)
    };
    let perfect = pairs(&[(1, 10.0), (2, 20.0), (3, 30.0)]).unwrap();
    assert!((perfect.correlation - 1.0).abs() < 1e-15 && perfect.relation == Relation::Strong);
    let none = pairs(&[(1, 10.0), (2, 20.0), (3, 10.0)]).unwrap();
    assert!(none.correlation.abs() < 1e-15 && none.relation == Relation::Negligible);
    assert_eq!(none.customers, 3);
    assert_eq!(pairs(&[(1, 10.0), (2, 20.0)]), None);
    assert_eq!(pairs(&[(2, 10.0), (2, 20.0), (2, 30.0)]), None);
    assert_eq!(pairs(&[(1, 10.0), (2, 10.0), (3, 10.0)]), None);
    assert_eq!(Relation::of(-0.2), Relation::Weak);
}
