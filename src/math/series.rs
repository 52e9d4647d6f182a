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
}
