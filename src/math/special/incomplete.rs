//! Regularised incomplete Gamma and Beta functions: distributions of waiting times and of shares.

use std::f64::consts::TAU;

use super::gamma::stirling_rest;
use super::{ln_beta, ln_gamma};

/// The lower and the upper share of a Gamma density of shape `a > 0`, cut at `x ≥ 0`: P(a, x) and
/// Q(a, x), which sum to 1.
///
/// The smaller one is computed, P by its series up to `x = a + 1`, Q beyond it by its continued
/// fraction. Abramowitz & Stegun (1964), 6.5.29, 6.5.31.
pub fn gamma_shares(a: f64, x: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    if x == f64::INFINITY {
        return (1.0, 0.0);
    }
    let density = libm::exp(ln_gamma_density(a, x));
    if x < a + 1.0 {
        let (mut term, mut sum, mut k) = (1.0 / a, 1.0 / a, a);
        while term > 1e-17 * sum {
            k += 1.0;
            term *= x / k;
            sum += term;
        }
        let lower = f64::min(density * sum, 1.0);
        (lower, 1.0 - lower)
    } else {
        let next = |n: f64| (n * (a - n), x + 2.0 * n + 1.0 - a);
        let upper = f64::min(density / continued_fraction(x + 1.0 - a, next), 1.0);
        (1.0 - upper, upper)
    }
}

/// The share of a Beta density of shapes `a, b > 0` that lies below `x`, 0..1: Iₓ(a, b).
///
/// By the continued fraction of Abramowitz & Stegun (1964), 26.5.8, on the side of the bulk where
/// it converges fast.
pub fn beta_share(a: f64, b: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    if x > (a + 1.0) / (a + b + 2.0) {
        return 1.0 - beta_tail(b, a, 1.0 - x, x);
    }
    beta_tail(a, b, x, 1.0 - x)
}

/// Iₓ(a, b) for `x` below the bulk, with `y = 1 − x`.
fn beta_tail(a: f64, b: f64, x: f64, y: f64) -> f64 {
    let next = |n: f64| {
        let half = (n / 2.0).floor();
        let odd = n > 2.0 * half;
        let above = if odd {
            -(a + half) * (a + b + half) * x / ((a + 2.0 * half) * (a + 2.0 * half + 1.0))
        } else {
            half * (b - half) * x / ((a + 2.0 * half - 1.0) * (a + 2.0 * half))
        };
        (above, 1.0)
    };
    let density = libm::exp(ln_beta_density(a, b, x, y));
    f64::min(density / a / continued_fraction(1.0, next), 1.0)
}

/// `b₀ + a₁/(b₁ + a₂/(b₂ + …))`, the terms given by their number from 1 on: Lentz's method (1976).
fn continued_fraction(first: f64, term: impl Fn(f64) -> (f64, f64)) -> f64 {
    const TINY: f64 = 1e-300;
    let away = |x: f64| if x.abs() < TINY { TINY } else { x };
    let mut value = away(first);
    let (mut above, mut below) = (value, 0.0);
    for n in 1..1_000_000_u32 {
        let (a, b) = term(f64::from(n));
        below = 1.0 / away(b + a * below);
        above = away(b + a / above);
        let factor = above * below;
        value *= factor;
        if f64::abs(factor - 1.0) < 1e-16 {
            break;
        }
    }
    value
}

/// `ln (xᵃ e⁻ˣ / Γ(a))`.
fn ln_gamma_density(a: f64, x: f64) -> f64 {
    if a < 10.0 {
        return a * libm::log(x) - x - ln_gamma(a);
    }
    // Around x = a everything cancels but the distance from there.
    a * log1p_less((x - a) / a) + 0.5 * libm::log(a / TAU) - stirling_rest(a)
}

/// `ln (xᵃ yᵇ / B(a, b))`, with `y = 1 − x`.
fn ln_beta_density(a: f64, b: f64, x: f64, y: f64) -> f64 {
    if a < 10.0 || b < 10.0 {
        return a * libm::log(x) + b * libm::log1p(-x) - ln_beta(a, b);
    }
    let sum = a + b;
    let gap = (x * b - y * a) / sum;
    a * log1p_less(gap * sum / a)
        + b * log1p_less(-gap * sum / b)
        + 0.5 * libm::log(a / TAU * (b / sum))
        + stirling_rest(sum)
        - stirling_rest(a)
        - stirling_rest(b)
}

/// `ln(1 + x) − x`, for `x > −1`, without cancelling around 0.
fn log1p_less(x: f64) -> f64 {
    if x.abs() > 0.4 {
        return libm::log1p(x) - x;
    }
    // ln(1 + x) = 2·(r + r³/3 + r⁵/5 + …) with r = x / (2 + x), and 2r − x = −x·r.
    let r = x / (2.0 + x);
    let square = r * r;
    let (mut power, mut sum) = (2.0 * r, 0.0);
    for k in 1..30_u8 {
        power *= square;
        sum += power / f64::from(2 * k + 1);
    }
    sum - x * r
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() <= 1e-13 * b.abs()
    }

    #[test]
    fn exponential_and_normal_are_special_cases() {
        for x in [1e-8, 0.3, 1.9, 2.1, 40.0_f64] {
            assert!(close(gamma_shares(1.0, x).0, -(-x).exp_m1()), "{x}");
            assert!(close(gamma_shares(1.0, x).1, (-x).exp()), "{x}");
            assert!(close(gamma_shares(0.5, x).1, libm::erfc(x.sqrt())), "{x}");
        }
    }

    #[test]
    fn a_beta_share_is_a_binomial_tail() {
        // At least 2 of 5, each with chance 0.3.
        let tail = 1.0 - 0.7_f64.powi(5) - 5.0 * 0.3 * 0.7_f64.powi(4);
        assert!(close(beta_share(2.0, 4.0, 0.3), tail));
        assert!(close(beta_share(1.0, 1.0, 0.3), 0.3));
        assert!(close(beta_share(1e-3, 1.0, 1e-9), 1e-9_f64.powf(1e-3)));
        for (a, b, x) in [(0.7, 2.4, 0.1), (50.0, 70.0, 0.4), (3e4, 2e4, 0.601)] {
            assert!(close(beta_share(a, b, x) + beta_share(b, a, 1.0 - x), 1.0), "{a} {b} {x}");
        }
    }

    #[test]
    fn edges() {
        assert_eq!(gamma_shares(2.0, 0.0), (0.0, 1.0));
        assert_eq!(gamma_shares(2.0, f64::INFINITY), (1.0, 0.0));
        assert_eq!((beta_share(2.0, 3.0, 0.0), beta_share(2.0, 3.0, 1.0)), (0.0, 1.0));
        assert_eq!(log1p_less(0.0), 0.0);
        assert!(close(log1p_less(0.4), 0.4_f64.ln_1p() - 0.4));
    }
}
