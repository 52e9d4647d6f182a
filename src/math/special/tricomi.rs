//! Tricomi's confluent hypergeometric function.

use super::ln_gamma;
use crate::math::quadrature::{Tails, ln_area};

/// `ln U(a, b, z)`, for `a > 0` and `z > 0`, also where U itself is beyond all floating-point
/// numbers.
///
/// By its integral, `U = 1/Γ(a) · ∫₀^∞ exp(−zt)·tᵃ⁻¹·(1+t)ᵇ⁻ᵃ⁻¹ dt`, over the logarithm of *t*:
/// Abramowitz & Stegun (1964), 13.2.5.
pub fn ln_tricomi_u(a: f64, b: f64, z: f64) -> f64 {
    let power = b - a - 1.0;
    let ln_f = |u: f64| {
        let t = libm::exp(u);
        a * u - z * t + power * libm::log1p(t)
    };
    // The greatest value: a − zt + power·t/(1+t) = 0, a quadratic equation in t.
    let half = (z - a - power) / 2.0;
    let root = libm::sqrt(half * half + z * a);
    let top = if half > 0.0 { a / (root + half) } else { (root - half) / z };
    let curvature = z * top - power * top / ((1.0 + top) * (1.0 + top));
    let step = f64::min(0.2, 0.5 / libm::sqrt(curvature.abs()));
    // Left of this t is too small to matter; right of that nothing is left.
    let low = -40.0 - libm::log1p(z + power.abs());
    let high = libm::log(top + (60.0 + power.abs() * 60.0) / z) + 2.0;
    let tails = Tails { low: low.min(libm::log(top)), left: a, high, right: 1.0 };
    ln_area(ln_f, libm::log(top), step, tails) - ln_gamma(a)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_power_is_a_special_case() {
        for (a, z) in [(0.3_f64, 0.01_f64), (2.0, 5.0), (70.0, 300.0), (1e-3, 1e-6), (5.0, 1e-9)] {
            let expected = -a * z.ln();
            let found = ln_tricomi_u(a, a + 1.0, z);
            assert!((found - expected).abs() < 1e-12 * expected.abs(), "{a} {z}: {found}");
        }
    }

    #[test]
    fn kummer_relates_two_of_them() {
        // U(a, b, z) = z^(1 − b)·U(1 + a − b, 2 − b, z)
        for (a, b, z) in [(0.6, 0.6, 0.1365), (64.3, 64.3, 14.9), (0.4, 0.4, 1e-6), (3.0, 1.5, 9.0)]
        {
            let other = (1.0 - b) * f64::ln(z) + ln_tricomi_u(1.0 + a - b, 2.0 - b, z);
            let found = ln_tricomi_u(a, b, z);
            assert!((found - other).abs() < 1e-12 * other.abs().max(1.0), "{a} {b} {z}");
        }
    }
}
