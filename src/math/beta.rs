//! Moments of the Beta distribution and their sums.
//!
//! Where *θ* is Beta(*a*, *b*), the *k*-th moment of `1 − θ` is
//! `m(k) = B(a, b+k) / B(a, b) = ∏ (b+i) / (a+b+i)`, *i* from 0 to *k* − 1.
//!
//! Written with ln Γ it is a difference of four numbers that may be a million times as large; here
//! the difference is taken inside the logarithms, so that nothing cancels.

use super::quadrature::gauss_legendre;

/// From here on Stirling's series is exact to the last bits.
const STIRLING: f64 = 16.0;

/// The logarithm of the *k*-th moment of `1 − θ`: `ln B(a, b+k) − ln B(a, b)`.
///
/// For `b > 0`, `a > −b` and `k ≥ 0`, which need not be whole. Symmetric in *a* and *k*, zero where
/// either is, and exact to a few last bits of itself however small it is.
pub fn ln_moment(a: f64, b: f64, k: f64) -> f64 {
    let mut z = b;
    // The product of z·(z+a+k) / ((z+a)·(z+k)), and how far it is from 1.
    let (mut product, mut excess) = (1.0, 0.0);
    while z < STIRLING {
        let lost = -(a / (z + a)) * (k / (z + k));
        product *= (z / (z + a)) * ((z + a + k) / (z + k));
        excess += lost + excess * lost;
        z += 1.0;
    }
    let head = if excess > -0.5 { libm::log1p(excess) } else { libm::log(product) };
    head - mixed_difference(a, z, k)
}

/// `ln Γ(z+a+k) − ln Γ(z+a) − ln Γ(z+k) + ln Γ(z)` by Stirling's series.
fn mixed_difference(a: f64, z: f64, k: f64) -> f64 {
    let lost = -(a / (z + a)) * (k / (z + k));
    let log = if lost > -0.5 {
        libm::log1p(lost)
    } else {
        libm::log((z / (z + a)) * ((z + a + k) / (z + k)))
    };
    let logs = (z - 0.5) * log + a * libm::log1p(k / (z + a)) + k * libm::log1p(a / (z + k));
    logs + stirling_rise(z + k, a) - stirling_rise(z, a)
}

/// By how much the tail of Stirling's series, `1/(12z) − 1/(360z³) + …`, rises from `z` to `z + h`:
/// `h` times a divided difference, so that a small `h` costs no digits.
fn stirling_rise(z: f64, h: f64) -> f64 {
    let (p, q) = (1.0 / z, 1.0 / (z + h));
    let (product, squares) = (p * q, p * p + q * q);
    // (pⁿ − qⁿ) / (p − q) for n = 1, 3, 5, 7, 9.
    let third = squares + product;
    let fifth = squares * third - product * product;
    let seventh = squares * fifth - product * product * third;
    let ninth = squares * seventh - product * product * fifth;
    let slope = 1.0 / 12.0 - third / 360.0 + fifth / 1260.0 - seventh / 1680.0 + ninth / 1188.0;
    -h * product * slope
}

/// The sum of the first `n` moments, *k* from 0 to *n* − 1.
///
/// For positive `a` and `b`. The sum telescopes to `1 + b·(1 − m′) / (a − 1)` with *m′* the moment
/// *n* − 1 of Beta(*a* − 1, *b* + 1): 0 / 0 at `a = 1`, where the quotient is a logarithm's slope,
/// which is reached by going so near that no digit tells the difference.
pub fn moment_sum(a: f64, b: f64, n: f64) -> f64 {
    if n <= 1.0 {
        return if n > 0.0 { 1.0 } else { 0.0 };
    }
    let a_less_one = if a == 1.0 { 1e-200 } else { a - 1.0 };
    1.0 - b * libm::expm1(ln_moment(a_less_one, b + 1.0, n - 1.0)) / a_less_one
}

/// The sum of all moments, the *k*-th divided by `(1 + rate)ᵏ`: Gauss's
/// `₂F₁(1, b; a+b; 1/(1+rate))`.
///
/// For positive `a` and `b` and a `rate` of 0 or more. None where the sum has no end: `a ≤ 1` and a
/// rate of 0 (or below 1e-300).
///
/// The terms fall as *k*⁻ᵃ, so that at a low rate millions count. They are added while they
/// fall steeply; the rest is an integral and Gregory's correction for its first end.
pub fn moment_series(a: f64, b: f64, rate: f64) -> Option<f64> {
    if rate < 1e-300 {
        return (a > 1.0).then(|| 1.0 + b / (a - 1.0));
    }
    let force = libm::log1p(rate);
    let (mut sum, mut term, mut ratio, mut b) = (0.0, 1.0, 0.0, b);
    while term > 1e-18 * sum * (1.0 - ratio) {
        if b >= SMOOTH && a / b + force <= GENTLE {
            return Some(sum + term * smooth_series(a, b, force));
        }
        ratio = b / ((a + b) * (1.0 + rate));
        sum += term;
        term *= ratio;
        b += 1.0;
    }
    Some(sum)
}

/// From this *b* on moments change smoothly from one to the next.
const SMOOTH: f64 = 64.0;

/// The largest step of the logarithm from one term to the next that is still smooth.
const GENTLE: f64 = 0.02;

/// The same sum where terms fall gently from the first on; the discount as a force, `ln(1+rate)`.
fn smooth_series(a: f64, b: f64, force: f64) -> f64 {
    // Gregory's coefficients of the forward differences at the first term.
    const GREGORY: [f64; 7] = [
        1.0 / 2.0,
        -1.0 / 12.0,
        1.0 / 24.0,
        -19.0 / 720.0,
        3.0 / 160.0,
        -863.0 / 60_480.0,
        275.0 / 24_192.0,
    ];
    let term = |k: f64| libm::exp(ln_moment(a, b, k) - force * k);
    let mut differences: [f64; 7] = std::array::from_fn(|k| term(k as f64));
    let mut end = 0.0;
    for (order, coefficient) in GREGORY.into_iter().enumerate() {
        end += coefficient * differences[0];
        for k in 0..differences.len() - 1 - order {
            differences[k] = differences[k + 1] - differences[k];
        }
    }
    let (mut integral, mut panel, mut from) = (0.0, 1.0, 0.0);
    while panel > 1e-17 * integral {
        let width = 2.0 / ((a + 1.0) / (b + from) + force);
        panel = width
            * gauss_legendre(16).iter().map(|x| x.weight * term(from + width * x.at)).sum::<f64>();
        integral += panel;
        from += width;
    }
    integral + end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(got: f64, expected: f64, share: f64) -> bool {
        (got - expected).abs() <= share * expected.abs()
    }

    /// ln Γ in sixty digits.
    #[test]
    fn ln_moment_keeps_its_digits() {
        let rows = [
            (0.704, 1.182, 7.0, -1.431_079_859_566_234),
            (1e-9, 3.0, 1000.0, -5.987_467_865_344_394e-9),
            (2e4, 8e4, 50.0, -11.154_116_202_187_066),
            (1e6, 1e6, 3.0, -2.079_440_041_681_711),
            (-0.5, 1.5, 12.0, 1.393_643_898_218_060_2),
            (-1e-8, 4.0, 20.0, 1.900_958_178_959_888e-8),
            (1e5, 1e-6, 1e5, -138_647.742_560_509_04),
            (0.067, 0.267, 120.0, -0.555_855_805_595_251_5),
            (2.5, 300.0, 1e12, -54.811_860_449_576_41),
            (1e12, 1e12, 1e-3, -6.931_471_805_601_951e-4),
            (1e-12, 1e-12, 1e9, -0.693_147_180_581_245_8),
            (1e12, 1e-12, 4e9, -26_093_833_063.829_456),
        ];
        for (a, b, k, expected) in rows {
            let got = ln_moment(a, b, k);
            assert!(close(got, expected, 4e-15), "{a} {b} {k}: {got} {expected}");
        }
        assert_eq!(ln_moment(3.0, 2.0, 0.0), 0.0);
        assert_eq!(ln_moment(0.0, 2.0, 9.0), 0.0);
    }

    /// Gauss's function in fifty digits.
    #[test]
    fn moment_series_at_every_rate() {
        let rows = [
            (0.704, 1.182, 0.1, 3.695_147_405_574_574),
            (0.704, 1.182, 0.001, 21.337_313_275_266_53),
            (0.704, 1.182, 1e-9, 1_448.074_498_221_379_1),
            (0.067, 0.267, 1e-12, 129_510_697_392.794_71),
            (1.3, 2.5, 1e-6, 9.091_210_217_605_617),
            (3.8, 15.2, 1e-8, 6.428_570_885_714_401),
            (2.5, 400.0, 0.0001, 252.399_712_065_822_4),
            (0.5, 0.001, 1e-5, 1.990_084_200_494_404_8),
            (1e-6, 2.0, 0.0001, 10_000.917_878_523_092),
            (0.999_999, 3.0, 1e-10, 64.578_229_392_252_71),
            (0.3, 1_000_000.0, 1e-7, 5_674_093.690_018_608),
            (50.5, 1000.0, 0.001, 20.774_302_277_986_376),
            (0.5, 2.0, 1e-200, 2.356_194_490_192_345e100),
            (20_000.0, 80_000.0, 0.01, 4.809_698_311_995_52),
            (1.0, 1.0, 0.0001, 9.211_361_411_013_213),
            (2.0, 5.0, 0.001, 5.860_391_703_838_579),
        ];
        for (a, b, rate, expected) in rows {
            let got = moment_series(a, b, rate).unwrap();
            assert!(close(got, expected, 2e-14), "{a} {b} {rate}: {got} {expected}");
        }
    }

    /// The plain sum in fifty digits.
    #[test]
    fn moment_sum_on_both_sides_of_one() {
        let rows = [
            (0.657, 2.783, 10.0, 5.802_896_707_144_026_5),
            (1.0, 3.0, 8.0, 4.286_904_761_904_762),
            (1.000_000_01, 3.0, 8.0, 4.286_904_741_068_675),
            (0.3, 0.2, 50.0, 9.164_895_544_080_107),
            (1.000_000_000_000_000_2, 4.0, 1000.0, 22.620_526_164_724_424),
            (1e-9, 1.0, 100.0, 99.999_999_581_262_24),
            (1_000_000.0, 100_000.0, 30.0, 1.100_000_100_000_1),
            (0.999_999_999_9, 1_000_000.0, 300.0, 299.955_158_953_043_45),
            (1_000_000_000_000.0, 1.0, 3.0, 1.000_000_000_001),
            (2.5, 1e-12, 1000.0, 1.000_000_000_000_666_6),
        ];
        for (a, b, n, expected) in rows {
            let got = moment_sum(a, b, n);
            assert!(close(got, expected, 2e-14), "{a} {b} {n}: {got} {expected}");
        }
        assert_eq!(moment_sum(2.0, 3.0, 0.0), 0.0);
        assert_eq!(moment_sum(2.0, 3.0, 1.0), 1.0);
    }
}
