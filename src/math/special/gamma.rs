//! The Gamma function's relatives.
//!
//! From [`FAR`] on Stirling's series is exact to the last digit; smaller arguments are led there
//! by `Γ(x + 1) = x·Γ(x)`. Abramowitz & Stegun (1964), 6.1.15, 6.1.41, 6.3.18, 6.4.12.

/// Where Stirling's series is good to all digits.
const FAR: f64 = 10.0;

/// Coefficients of Stirling's series: `B₂ₖ / (2k(2k − 1))`.
const STIRLING: [f64; 7] = [
    1.0 / 12.0,
    -1.0 / 360.0,
    1.0 / 1_260.0,
    -1.0 / 1_680.0,
    1.0 / 1_188.0,
    -691.0 / 360_360.0,
    1.0 / 156.0,
];

/// Coefficients of the digamma function's series: `B₂ₖ / 2k`.
const DIGAMMA: [f64; 7] = [
    1.0 / 12.0,
    -1.0 / 120.0,
    1.0 / 252.0,
    -1.0 / 240.0,
    1.0 / 132.0,
    -691.0 / 32_760.0,
    1.0 / 12.0,
];

/// Coefficients of the trigamma function's series, the even Bernoulli numbers `B₂ₖ`.
const TRIGAMMA: [f64; 7] =
    [1.0 / 6.0, -1.0 / 30.0, 1.0 / 42.0, -1.0 / 30.0, 5.0 / 66.0, -691.0 / 2_730.0, 7.0 / 6.0];

/// `c₀ + c₁x + c₂x² + …`
fn polynomial(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
}

/// What Stirling's formula lacks: `ln Γ(x) − (x − ½)·ln x + x − ½·ln 2π`, for `x ≥ 10`.
pub(super) fn stirling_rest(x: f64) -> f64 {
    polynomial(&STIRLING, 1.0 / (x * x)) / x
}

/// `ln Γ(x)`, for `x > 0`.
pub fn ln_gamma(x: f64) -> f64 {
    libm::lgamma(x)
}

/// `ln Γ(a + n) − ln Γ(a)`, for `a > 0` and `n ≥ 0`, also where both are huge and their
/// difference is small.
pub fn ln_gamma_ratio(a: f64, n: f64) -> f64 {
    let (mut from, mut steps) = (a, 0.0);
    while from < FAR {
        steps += libm::log(from / (from + n));
        from += 1.0;
    }
    let to = from + n;
    let plain = (from - 0.5) * libm::log1p(n / from) - n + n * libm::log(to);
    steps + plain + (stirling_rest(to) - stirling_rest(from))
}

/// `ln B(a, b)`, for `a, b > 0`.
pub fn ln_beta(a: f64, b: f64) -> f64 {
    let (small, large) = (a.min(b), a.max(b));
    ln_gamma(small) - ln_gamma_ratio(large, small)
}

/// The digamma function, the slope of `ln Γ`, for `x > 0`.
pub fn digamma(x: f64) -> f64 {
    let (mut far, mut steps) = (x, 0.0);
    while far < FAR {
        steps += 1.0 / far;
        far += 1.0;
    }
    let square = 1.0 / (far * far);
    libm::log(far) - 0.5 / far - square * polynomial(&DIGAMMA, square) - steps
}

/// The trigamma function, the slope of [`digamma`], for `x > 0`.
pub fn trigamma(x: f64) -> f64 {
    let (mut far, mut steps) = (x, 0.0);
    while far < FAR {
        steps += 1.0 / (far * far);
        far += 1.0;
    }
    let square = 1.0 / (far * far);
    (1.0 + square * polynomial(&TRIGAMMA, square)) / far + 0.5 * square + steps
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f64, b: f64, tolerance: f64) -> bool {
        (a - b).abs() <= tolerance * b.abs().max(1.0)
    }

    #[test]
    fn a_step_of_one_multiplies_by_the_argument() {
        for x in [1e-9, 0.003, 0.7, 3.2, 9.99, 10.01, 417.0, 1e9] {
            assert!(close(ln_gamma_ratio(x, 1.0), libm::log(x), 1e-14), "{x}");
            assert!(close(digamma(x + 1.0) - digamma(x), 1.0 / x, 1e-14), "{x}");
            assert!(close(trigamma(x) - trigamma(x + 1.0), 1.0 / (x * x), 1e-13), "{x}");
        }
    }

    #[test]
    fn the_ratio_is_the_difference_where_that_is_harmless() {
        for (a, n) in [(0.5, 0.5), (2.5, 40.0), (30.0, 0.25), (1e-4, 3.0), (9.5, 1.0)] {
            let plain = ln_gamma(a + n) - ln_gamma(a);
            assert!(close(ln_gamma_ratio(a, n), plain, 1e-13), "{a} {n}");
        }
        assert_eq!(ln_gamma_ratio(0.3, 0.0), 0.0);
        assert_eq!(ln_gamma_ratio(1e300, 0.0), 0.0);
    }

    #[test]
    fn known_values() {
        const EULER: f64 = 0.577_215_664_901_532_9;
        assert!(close(digamma(1.0), -EULER, 1e-15));
        assert!(close(digamma(0.5), -EULER - 2.0 * std::f64::consts::LN_2, 1e-15));
        assert!(close(trigamma(0.5), std::f64::consts::PI.powi(2) / 2.0, 1e-15));
        assert!(close(ln_beta(0.5, 0.5), std::f64::consts::PI.ln(), 1e-15));
        assert!(close(ln_beta(1.0, 7.0), -(7.0_f64.ln()), 1e-15));
    }
}
