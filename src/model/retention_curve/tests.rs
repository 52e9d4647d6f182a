use super::*;
use crate::model::fit::Verdict;

fn curve(alpha: f64, beta: f64) -> RetentionCurve {
    RetentionCurve::new(alpha, beta).unwrap()
}

fn close(a: f64, b: f64, share: f64) -> bool {
    (a - b).abs() <= share * b.abs()
}

#[test]
fn each_parameter_is_named() {
    assert_eq!(RetentionCurve::new(0.0, 1.0), Err(CurveError::Alpha));
    assert_eq!(RetentionCurve::new(f64::NAN, 1.0), Err(CurveError::Alpha));
    assert_eq!(RetentionCurve::new(1.0, f64::INFINITY), Err(CurveError::Beta));
    assert_eq!(RetentionCurve::new(1.0, -2.0), Err(CurveError::Beta));
}

/// The recursion of the paper: `P(T=1) = α/(α+β)`, `P(T=t) = (β+t−2)/(α+β+t−1) · P(T=t−1)`.
#[test]
fn the_table_in_a_second_writing() {
    for (alpha, beta) in [(0.668, 3.806), (1.0, 1.0), (0.067, 0.267), (2e4, 8e4), (1e6, 1e5)] {
        let (mut lost, mut survival) = (alpha / (alpha + beta), 1.0);
        let table = curve(alpha, beta).project(60);
        assert_eq!((table.len(), table[0].period), (61, 0));
        assert_eq!((table[0].retention, table[0].survival, table[0].lost), (1.0, 1.0, 0.0));
        for line in &table[1..] {
            let t = f64::from(line.period);
            assert!(close(line.lost, lost, 1e-12), "{alpha} {beta} {t}");
            assert!(close(line.retention, 1.0 - lost / survival, 1e-9 / survival));
            survival *= (beta + t - 1.0) / (alpha + beta + t - 1.0);
            assert!(close(line.survival, survival, 1e-12));
            lost *= (beta + t - 1.0) / (alpha + beta + t);
        }
    }
}

#[test]
fn lifetimes_are_the_long_sums() {
    for (alpha, beta) in [(3.8, 15.2), (2.5, 0.5), (0.668, 3.806)] {
        let curve = curve(alpha, beta);
        let sum: f64 = curve
            .project(3_000)
            .iter()
            .map(|l| l.survival * 1.1_f64.powi(-l.period.cast_signed()))
            .sum();
        assert!(close(curve.discounted_lifetime(0.1).unwrap(), sum, 1e-12));
        let residual = curve.discounted_residual_lifetime(1, 0.1).unwrap();
        // A new customer: this period at once, and from then on the residual lifetime.
        assert!(close(1.0 + residual / 1.1, sum, 1e-12));
        assert_eq!(curve.discounted_residual_lifetime(0, 0.1), Ok(residual));
    }
    // Without discount the mean of the shifted distribution.
    assert!(close(curve(3.8, 15.2).expected_lifetime().unwrap(), 18.0 / 2.8, 1e-15));
    assert!(close(curve(3.8, 15.2).discounted_lifetime(1e-12).unwrap(), 18.0 / 2.8, 1e-11));
}

#[test]
fn says_why_there_is_no_lifetime() {
    assert_eq!(curve(1.0, 5.0).expected_lifetime(), Err(CurveError::Endless));
    assert_eq!(curve(0.7, 1.2).discounted_residual_lifetime(3, 0.0), Err(CurveError::Endless));
    for rate in [-0.1, f64::NAN, f64::INFINITY] {
        assert_eq!(curve(2.0, 5.0).discounted_lifetime(rate), Err(CurveError::Discount));
    }
    assert_eq!(curve(0.7, 1.2).discounted_lifetime(1e300), Ok(1.0));
}

#[test]
fn polarization_is_between_the_extremes() {
    assert!(close(curve(1.0, 1.0).polarization(), 1.0 / 3.0, 1e-15));
    assert!(curve(1e-9, 1e-9).polarization() > 0.999_999);
    assert!(curve(1e9, 1e9).polarization() < 1e-9);
    assert!(close(curve(2.0, 6.0).mean_churn(), 0.25, 1e-15));
}

#[test]
fn survivors_must_make_sense() {
    assert_eq!(Survivors::new(&[10, 5]), Err(CurveError::TooShort));
    assert_eq!(Survivors::new(&[0, 0, 0]), Err(CurveError::Counts));
    assert_eq!(Survivors::new(&[10, 5, 6]), Err(CurveError::Counts));
    let ended = Survivors::new(&[10, 5, 0, 0]).unwrap();
    assert_eq!((ended.retention_rates(), ended.joined()), (vec![0.5, 0.0], 10));
}

/// The paper's regular customers, seven periods; the five that follow were there to check.
#[test]
fn projects_the_published_cohort() {
    let counts = [1000, 631, 468, 382, 326, 289, 262, 241];
    let fit = RetentionCurve::fit(&Survivors::new(&counts).unwrap());
    assert_eq!((fit.verdict, fit.customers), (Verdict::Sound, 1000));
    for (period, actual) in [(8, 0.223), (9, 0.207), (10, 0.194), (11, 0.183), (12, 0.173)] {
        assert!((fit.model.survival(period) - actual).abs() < 0.004, "{period}");
    }
}

#[test]
fn a_fit_finds_the_curve_again() {
    for (alpha, beta) in [(0.7, 1.2), (3.8, 15.2), (50.0, 100.0), (0.067, 0.267)] {
        let heads = |t| libm::round(1e9 * curve(alpha, beta).survival(t));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "heads")]
        let counts: Vec<u32> = (0..9).map(|t| heads(t) as u32).collect();
        let fit = RetentionCurve::fit(&Survivors::new(&counts).unwrap());
        assert_eq!(fit.verdict, Verdict::Sound);
        assert!(
            close(fit.model.alpha(), alpha, 1e-3) && close(fit.model.beta(), beta, 1e-3),
            "{fit:?}"
        );
    }
}

#[test]
fn a_fit_says_what_the_data_do_not() {
    let fit = |counts: &[u32]| RetentionCurve::fit(&Survivors::new(counts).unwrap());
    // Half leave each time, and then more and more: all are alike, the rate does not rise.
    for counts in [[1024, 512, 256, 128], [1000, 800, 500, 100]] {
        let found = fit(&counts);
        assert_eq!((found.verdict, found.standard_errors), (Verdict::Unbounded, None));
        let rates = [1, 5].map(|t| found.model.retention_rate(t));
        assert!(close(rates[0], rates[1], 1e-3), "{rates:?}");
    }
    // Those who did not leave at once never do.
    let found = fit(&[1000, 400, 400, 400]);
    assert_eq!(found.verdict, Verdict::Unbounded);
    assert!(
        (found.model.survival(50) - 0.4).abs() < 0.01,
        "{found:?} {}",
        found.model.survival(50)
    );
    // Nobody leaves; everybody leaves.
    assert!(fit(&[1000, 1000, 1000]).model.survival(50) > 0.99);
    assert!(fit(&[1000, 0, 0]).model.survival(1) < 0.01);
}
