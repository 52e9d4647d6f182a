//! The inverse of an incomplete function: where a given share lies below.

use super::{beta_share, ln_beta};

/// A step of Newton's that leaves nothing to improve, in shares of where it starts: the next would
/// be about its square.
const SMALL_STEP: f64 = 1e-9;

/// Where the share `p` of a Beta density of shapes `a, b > 0` lies below: the inverse of
/// [`beta_share`], to the last digits of 1. At `p = 0` it is 0, at `p = 1` it is 1.
///
/// Newton's steps on the share, kept within a bracket that is halved where they leave it.
pub fn beta_quantile(a: f64, b: f64, p: f64) -> f64 {
    if p <= 0.0 || p >= 1.0 {
        return f64::from(p >= 1.0);
    }
    let ln_whole = ln_beta(a, b);
    let density =
        |x: f64| libm::exp((a - 1.0) * libm::log(x) + (b - 1.0) * libm::log1p(-x) - ln_whole);
    let (mut low, mut high, mut x) = (0.0, 1.0, a / (a + b));
    loop {
        let excess = beta_share(a, b, x) - p;
        if excess > 0.0 {
            high = x;
        } else {
            low = x;
        }
        let newton = x - excess / density(x);
        let inside = newton > low && newton < high;
        if inside && (newton - x).abs() <= SMALL_STEP * x {
            return newton;
        }
        let next = if inside { newton } else { low + (high - low) / 2.0 };
        if next <= low || next >= high {
            return x;
        }
        x = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undoes_the_share() {
        for (a, b) in [(1.0, 1.0), (1.0, 5.0), (3.0, 3.0), (2.3, 3.7), (0.4, 0.6), (200.0, 30.0)] {
            for p in [1e-12, 1e-3, 0.1, 0.5, 0.77, 0.999] {
                let x = beta_quantile(a, b, p);
                assert!((beta_share(a, b, x) / p - 1.0).abs() < 1e-11, "{a} {b} {p}: {x}");
            }
        }
    }

    /// Closed forms: `p` itself, `1 − (1 − p)^(1/5)`, `p^(1/5)`, and sin² of an arc.
    #[test]
    fn known_quantiles() {
        for p in [0.01, 0.3, 0.9] {
            assert!((beta_quantile(1.0, 1.0, p) - p).abs() < 1e-15);
            assert!((beta_quantile(5.0, 1.0, p) - libm::pow(p, 0.2)).abs() < 1e-15);
            assert!((beta_quantile(1.0, 5.0, p) - (1.0 - libm::pow(1.0 - p, 0.2))).abs() < 1e-15);
            let arc = libm::sin(p * std::f64::consts::FRAC_PI_2);
            assert!((beta_quantile(0.5, 0.5, p) - arc * arc).abs() < 1e-14);
        }
        assert_eq!((beta_quantile(2.0, 3.0, 0.0), beta_quantile(2.0, 3.0, 1.0)), (0.0, 1.0));
    }

    #[test]
    fn extreme_shapes_end() {
        for a in [1e-6, 1.0, 1e6] {
            for b in [1e-6, 1.0, 1e6] {
                for p in [1e-300, 1e-9, 0.5, 1.0 - 1e-9] {
                    assert!((0.0..=1.0).contains(&beta_quantile(a, b, p)), "{a} {b} {p}");
                }
            }
        }
    }
}
