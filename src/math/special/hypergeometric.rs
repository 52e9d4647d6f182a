//! Gauss's hypergeometric function.

use super::ln_gamma;

/// A number of any size: its sign, and the logarithm of what it is without the sign.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Signed {
    /// 1 or −1.
    pub sign: f64,
    /// Natural logarithm of the absolute value.
    pub ln: f64,
}

impl Signed {
    /// The number itself; none where it is beyond all floating-point numbers.
    pub fn value(self) -> Option<f64> {
        let value = self.sign * libm::exp(self.ln);
        value.is_finite().then_some(value)
    }

    /// Times the exponential of `ln`.
    fn times_exp(self, ln: f64) -> Self {
        Self { ln: self.ln + ln, ..self }
    }
}

/// Gauss's hypergeometric function ₂F₁(a, b; c; z), for `z ≤ 1`.
///
/// None where it is zero or infinite, where *c* is a pole, and where it could not be computed to
/// ten digits. Its logarithm may be far beyond that of all floating-point numbers.
///
/// Of the two forms that Euler's transformation relates the one that loses fewer digits is taken;
/// where its power series is too slow, close to `z = 1`, the series leads only to a place nearby
/// and the differential equation from there. That needs no distinction of whole and broken
/// `c − a − b`. Abramowitz & Stegun (1964), 15.1.1, 15.1.20, 15.3.3–15.3.5, 15.5.1.
pub fn hypergeometric(a: f64, b: f64, c: f64, z: f64) -> Option<Signed> {
    if a == 0.0 || b == 0.0 || z == 0.0 {
        return Some(Signed { sign: 1.0, ln: 0.0 });
    }
    if z > 1.0 || !(a + b + c + z).is_finite() {
        return None;
    }
    if z < 0.0 {
        let (a, b) = (a.min(b), a.max(b));
        let turned = inside([b, c - a, c], z / (z - 1.0), 1.0 / (1.0 - z))?;
        return Some(turned.times_exp(-b * libm::log1p(-z)));
    }
    if z == 1.0 {
        return at_one(a, b, c);
    }
    inside([a, b, c], z, 1.0 - z)
}

/// The better of both forms for `0 < z < 1`, with `gap = 1 − z`, which may be finer than *z* tells.
fn inside([a, b, c]: [f64; 3], z: f64, gap: f64) -> Option<Signed> {
    let direct = Solution::at([a, b, c], z, gap);
    let turned = Solution::at([c - a, c - b, c], z, gap);
    let by_turning = |s: Solution| s.times_exp((c - a - b) * libm::log(gap));
    let best = match (direct, turned) {
        (Some(one), Some(other)) if one.loss <= other.loss => one,
        (_, Some(other)) => by_turning(other),
        (one, None) => one?,
    };
    (best.loss < 1e5 && best.value != 0.0).then(|| best.signed())
}

/// Gauss's theorem: the value at 1, where it is finite.
fn at_one(a: f64, b: f64, c: f64) -> Option<Signed> {
    let rest = c - a - b;
    if rest <= 0.0 {
        return None;
    }
    let gamma = |x: f64| {
        let (ln, sign) = libm::lgamma_r(x);
        Signed { sign: f64::from(sign), ln }
    };
    let parts = [gamma(c), gamma(c - a), gamma(c - b)];
    let ln = parts[0].ln + ln_gamma(rest) - parts[1].ln - parts[2].ln;
    let sign = parts.iter().map(|part| part.sign).product();
    ln.is_finite().then_some(Signed { sign, ln })
}

/// A solution of the hypergeometric equation at a place: `value·exp(ln)` and its slope there.
#[derive(Clone, Copy, Debug)]
struct Solution {
    value: f64,
    slope: f64,
    ln: f64,
    /// How many times larger than their sum the summands were.
    loss: f64,
}

/// Where numbers are brought back to size.
const HUGE: f64 = 1e200;

/// The most terms of a power series: more are slower than they are worth.
const TERMS: u32 = 2_000_000;

/// From here on the differential equation leads on, where the parameters allow it.
const NEAR_ONE: f64 = 0.9;

impl Solution {
    /// ₂F₁(a, b; c; z) for `0 < z < 1`, with `end = 1 − z`.
    fn at([a, b, c]: [f64; 3], z: f64, end: f64) -> Option<Self> {
        // Another solution falls off like z^(1 − c): its traces must not grow within a step.
        let near = NEAR_ONE.max(1.0 - 4.0 / (1.0 + c.abs()));
        if z <= near {
            return Self::by_series(a, b, c, z);
        }
        let mut here = Self::by_series(a, b, c, near)?;
        let mut gap = 1.0 - near;
        while gap > end {
            let next = f64::max(gap / 2.0, end);
            here = here.step([a, b, c], gap, next);
            gap = next;
        }
        Some(here)
    }

    /// The power series at 0.
    #[expect(clippy::many_single_char_names, reason = "the formula's own")]
    fn by_series(a: f64, b: f64, c: f64, z: f64) -> Option<Self> {
        let (mut term, mut sum, mut slope, mut size, mut ln) = (1.0, 1.0, 0.0, 1.0, 0.0);
        for n in 0..TERMS {
            let k = f64::from(n);
            let ratio = (a + k) * (b + k) / ((c + k) * (k + 1.0)) * z;
            term *= ratio;
            sum += term;
            slope += term * (k + 1.0) / z;
            size += f64::abs(term);
            if size > HUGE {
                [term, sum, slope, size] = [term, sum, slope, size].map(|x| x / HUGE);
                ln += libm::log(HUGE);
            }
            let falls = ratio.abs().max(z);
            if falls < 1.0
                && k + c > 1.0
                && f64::abs(term) * (k + 1.0) <= 1e-17 * (1.0 - falls) * size
            {
                let loss = size / f64::abs(sum);
                return (sum.is_finite() && loss.is_finite()).then_some(Self {
                    value: sum,
                    slope,
                    ln,
                    loss,
                });
            }
        }
        None
    }

    /// From `1 − gap` to `1 − next`, by the Taylor series that the differential equation gives.
    #[expect(clippy::many_single_char_names, reason = "the formula's own")]
    fn step(self, [a, b, c]: [f64; 3], gap: f64, next: f64) -> Self {
        let (h, z) = (gap - next, 1.0 - gap);
        let (p, q) = (z * gap, c - (a + b + 1.0) * z);
        let (mut one, mut two) = (self.value, self.slope * h);
        let (mut value, mut slope, mut size) = (one + two, two, f64::abs(one) + f64::abs(two));
        for n in 0..2_000_u16 {
            let k = f64::from(n);
            let falls = (k + 1.0) * (k * (1.0 - 2.0 * z) + q) * two;
            let three = ((a + k) * (b + k) * one * h - falls) * h / (p * (k + 1.0) * (k + 2.0));
            value += three;
            slope += three * (k + 2.0);
            size += f64::abs(three);
            (one, two) = (two, three);
            let last = f64::abs(one) + f64::abs(two);
            if last * (k + 2.0) <= 1e-17 * size {
                break;
            }
        }
        let loss = self.loss.max(size / f64::abs(value));
        let scale = f64::abs(value).max(f64::MIN_POSITIVE);
        let (value, slope) = (value / scale, slope / h / scale);
        Self { value, slope, ln: self.ln + libm::log(scale), loss }
    }

    fn times_exp(self, ln: f64) -> Self {
        Self { ln: self.ln + ln, ..self }
    }

    fn signed(self) -> Signed {
        let ln = self.ln + libm::log(f64::abs(self.value));
        Signed { sign: f64::copysign(1.0, self.value), ln }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(a: f64, b: f64, c: f64, z: f64) -> f64 {
        hypergeometric(a, b, c, z).and_then(Signed::value).unwrap_or(f64::NAN)
    }

    fn close(a: f64, b: f64) -> bool {
        (a / b - 1.0).abs() < 1e-12
    }

    #[test]
    fn elementary_cases() {
        for z in [-30.0_f64, -0.9, 1e-9, 0.3, 0.9, 0.99, 0.999_999] {
            assert!(close(value(1.0, 1.0, 2.0, z), -(-z).ln_1p() / z), "logarithm at {z}");
            assert!(close(value(0.7, 2.0, 2.0, z), (1.0 - z).powf(-0.7)), "power at {z}");
        }
        assert!(close(value(9.0, 30.0, 30.0, -1e12), (1.0 + 1e12_f64).powf(-9.0)));
        for z in [0.1_f64, 0.8, 0.99, 0.999_999_9] {
            assert!(close(value(0.5, 0.5, 1.5, z), z.sqrt().asin() / z.sqrt()), "arcsine at {z}");
        }
    }

    #[test]
    fn gauss_gives_the_value_at_one() {
        assert!(close(value(1.0, 2.0, 5.0, 1.0), 2.0));
        assert!(close(value(0.3, 0.4, 2.5, 1.0), value(0.3, 0.4, 2.5, 1.0 - 1e-14)));
        assert_eq!(hypergeometric(1.0, 2.0, 3.0, 1.0), None);
        assert_eq!(hypergeometric(1.0, 2.0, 3.0, 1.5), None);
        assert_eq!(hypergeometric(1.0, 2.0, -3.0, 0.5), None);
    }

    #[test]
    fn a_polynomial_keeps_its_sign() {
        // (1 − z)³ and 1 − 5z.
        assert!(close(value(-3.0, 2.0, 2.0, 0.25), 0.421_875));
        assert!(close(value(-1.0, 5.0, 1.0, 0.5), -1.5));
    }
}
