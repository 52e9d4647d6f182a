//! Sums of powers.

/// `1 + q + q² + … + qⁿ⁻¹`, for `q ≥ 0`.
///
/// `(1 − qⁿ) / (1 − q)`, written so that nothing cancels as `q` nears 1, where the sum is `n`.
pub fn geometric(q: f64, n: f64) -> f64 {
    let gap = 1.0 - q;
    if gap == 0.0 {
        return n;
    }
    if q == 0.0 {
        return if n > 0.0 { 1.0 } else { 0.0 };
    }
    -libm::expm1(n * libm::log1p(-gap)) / gap
}

/// Mean exponent of the powers in `1 + q + … + qⁿ⁻¹`, each weighted with itself:
/// `Σ k·qᵏ / Σ qᵏ`, for `q ≥ 0` and `n ≥ 1`.
///
/// `1/(eʸ − 1) − n/(eⁿʸ − 1)` with `y = −ln q`; what both terms share is left out of each, so
/// that nothing cancels as `q` nears 1, where the mean is `(n − 1)/2`.
pub fn mean_exponent(q: f64, n: f64) -> f64 {
    if q == 0.0 {
        return 0.0;
    }
    let y = -libm::log(q);
    (without_pole(y) - n * without_pole(n * y)).max(0.0)
}

/// `1/(eʸ − 1) − 1/y`, −1/2 at zero.
fn without_pole(y: f64) -> f64 {
    if y.abs() < 0.05 {
        let square = y * y;
        return -0.5 + y / 12.0 * (1.0 - square / 60.0 * (1.0 - square / 42.0));
    }
    1.0 / libm::expm1(y) - 1.0 / y
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_the_long_sum() {
        for q in [0.0, 0.1, 0.727_272_727, 0.999, 1.0, 1.05] {
            let long: f64 = (0..25).map(|k| libm::pow(q, f64::from(k))).sum();
            assert!((geometric(q, 25.0) / long - 1.0).abs() < 1e-13, "q = {q}");
        }
    }

    #[test]
    fn does_not_cancel_near_one() {
        // 1 + q + … with q = 1 − 1e-12: n − n(n−1)/2 · 1e-12 + …
        let n = 1000.0;
        let expected = n - n * (n - 1.0) / 2.0 * 1e-12;
        assert!((geometric(1.0 - 1e-12, n) / expected - 1.0).abs() < 1e-13);
    }

    #[test]
    fn mean_exponent_equals_the_long_sum() {
        for q in [1e-300, 0.1, 0.5, 0.93, 0.95, 0.999, 1.0, 1.0 + 1e-9, 1.05, 3.0] {
            let powers = || (0..40).map(|k| (f64::from(k), libm::pow(q, f64::from(k))));
            let sum: f64 = powers().map(|(_, power)| power).sum();
            let mean = powers().map(|(k, power)| k * power).sum::<f64>() / sum;
            let found = mean_exponent(q, 40.0);
            assert!((found - mean).abs() < 1e-13 * mean.max(1.0), "q = {q}: {found} {mean}");
        }
        assert_eq!(mean_exponent(0.0, 3.0), 0.0);
        assert_eq!(mean_exponent(1.0, 7.0), 3.0);
        assert!(mean_exponent(0.7, 1.0).abs() < 1e-15);
        assert!((mean_exponent(0.9, 1e9) - 9.0).abs() < 1e-13);
    }
}
