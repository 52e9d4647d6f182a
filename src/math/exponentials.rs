//! Where a sum of exponentials `Σ c·e^(−t·x)` is zero.
//!
//! With whole `t` and `v = e^(−x)` the sum is a polynomial at positive `v`; the `t` here may be any
//! numbers.
//!
//! *Method.* Descartes' rule of signs holds for such sums (Laguerre, 1883): in the order of their
//! `t`, the weights `c` change sign at least as often as the sum is zero. A factor `e^(s·x)` moves
//! no zero. With `s` between the `t` of two neighbours of opposite sign, the derivative of the
//! product is again such a sum, with weights `(s − t)·c` and one change of sign fewer; and
//! between any two zeros of the product lies a zero of its derivative (Rolle). So the zeros of
//! the derivative, found in the same way, cut the line into pieces with at most one zero each.

use super::root;
use crate::math::order;

/// A sum of exponentials: pairs of `t` and weight `c`, by rising `t`, no weight zero.
struct Sum(Vec<(f64, f64)>);

/// All zeros of `Σ c·e^(−t·x)` with `x` in `low..=high`, in rising order, each named once whatever
/// its multiplicity; `terms` are pairs of `t` and `c`, all finite. None where every `c` is zero.
///
/// Zeros so close that the sum between them drowns in rounding count as one.
pub fn zeros(terms: &[(f64, f64)], low: f64, high: f64) -> Vec<f64> {
    Sum::new(terms.to_vec()).zeros(low, high)
}

impl Sum {
    /// Puts the terms in order, adds up those of one `t`, and scales the largest weight to 1.
    fn new(mut terms: Vec<(f64, f64)>) -> Self {
        let largest = terms.iter().map(|(_, c)| c.abs()).fold(0.0, f64::max);
        for (_, c) in &mut terms {
            *c /= largest;
        }
        order::sort_rising(&mut terms, |(t, _)| *t);
        terms.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            kept.1 += if same { next.1 } else { 0.0 };
            same
        });
        terms.retain(|(_, c)| c.abs() > 0.0);
        Self(terms)
    }

    fn zeros(&self, low: f64, high: f64) -> Vec<f64> {
        let Some(derivative) = self.derivative() else { return Vec::new() };
        let mut cuts = vec![low];
        cuts.extend(derivative.zeros(low, high));
        cuts.push(high);
        let mut found: Vec<f64> = cuts.iter().copied().filter(|x| self.touches(*x)).collect();
        for piece in cuts.windows(2) {
            if !piece.iter().any(|end| self.touches(*end)) {
                found.extend(root::between(|x| self.at(x), piece[0], piece[1]));
            }
        }
        found.sort_by(f64::total_cmp);
        // One that is hard to place is one, wherever it was found.
        found.dedup_by(|next, kept| self.touches(f64::midpoint(*next, *kept)));
        found
    }

    /// The derivative of the sum times `e^(s·x)`, with `s` at the first change of sign; none where
    /// the sign never changes.
    fn derivative(&self) -> Option<Self> {
        let change = self.0.windows(2).find(|pair| (pair[0].1 > 0.0) != (pair[1].1 > 0.0))?;
        let s = change[0].0 / 2.0 + change[1].0 / 2.0;
        Some(Self::new(self.0.iter().map(|(t, c)| (*t, (s - t) * c)).collect()))
    }

    /// The terms at `x`, scaled so that none overflows: the one that leads as `x` goes on keeps
    /// its weight.
    fn terms_at(&self, x: f64) -> impl Iterator<Item = f64> + '_ {
        let leader = if x < 0.0 { self.0.last() } else { self.0.first() };
        let lead = leader.map_or(0.0, |(t, _)| *t);
        self.0.iter().map(move |(t, c)| c * libm::exp((lead - t) * x))
    }

    /// The sum at `x` times a positive number.
    fn at(&self, x: f64) -> f64 {
        self.terms_at(x).sum()
    }

    /// Whether the sum at `x` is zero up to rounding.
    fn touches(&self, x: f64) -> bool {
        let size: f64 = self.terms_at(x).map(f64::abs).sum();
        self.at(x).abs() <= 4.0 * f64::EPSILON * self.0.len() as f64 * size
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Zeros of a polynomial in `v = e^(−x)`, by falling `v`.
    fn positive_roots(coefficients: &[f64]) -> Vec<f64> {
        let terms: Vec<_> = coefficients.iter().enumerate().map(|(k, c)| (k as f64, *c)).collect();
        zeros(&terms, -30.0, 30.0).into_iter().map(|x| libm::exp(-x)).collect()
    }

    fn assert_roots(coefficients: &[f64], expected: &[f64], tolerance: f64) {
        let found = positive_roots(coefficients);
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for (a, b) in found.iter().zip(expected) {
            assert!((a / b - 1.0).abs() < tolerance, "{found:?}");
        }
    }

    #[test]
    fn finds_every_positive_root() {
        // (v − 3)(v − 2)(v − 1)(v + 1) and (v − 2)(v² + 1).
        assert_roots(&[-6.0, 5.0, 5.0, -5.0, 1.0], &[3.0, 2.0, 1.0], 1e-13);
        assert_roots(&[-2.0, 1.0, -2.0, 1.0], &[2.0], 1e-13);
        // A square root, and one that is no whole power: e^(−x/2) = 2 e^(−x) at v = 1/4.
        assert_roots(&[-2.0, 0.0, 1.0], &[std::f64::consts::SQRT_2], 1e-14);
        let quarter = zeros(&[(0.5, 1.0), (1.0, -2.0)], -30.0, 30.0);
        assert!((libm::exp(-quarter[0]) - 0.25).abs() < 1e-15);
    }

    #[test]
    fn a_touch_is_a_root() {
        // (v − 2)²(v − 1/2), (v − 2)³ and (v − 2)⁶.
        assert_roots(&[-2.0, 6.0, -4.5, 1.0], &[2.0, 0.5], 1e-7);
        assert_roots(&[-8.0, 12.0, -6.0, 1.0], &[2.0], 1e-5);
        assert_roots(&[64.0, -192.0, 240.0, -160.0, 60.0, -12.0, 1.0], &[2.0], 1e-2);
    }

    #[test]
    fn says_so_where_there_is_none() {
        assert_roots(&[1.0, -1.0, 1.0], &[], 0.0);
        assert_roots(&[1.0, 2.0], &[], 0.0);
        assert_roots(&[], &[], 0.0);
        assert_roots(&[0.0, 0.0], &[], 0.0);
        // Equal times add up, here to nothing.
        assert!(zeros(&[(1.0, 2.0), (1.0, -2.0)], -1.0, 1.0).is_empty());
    }

    #[test]
    fn many_changes_of_sign() {
        // Π (v − k/4) for k = 1..12, by multiplying out.
        let mut coefficients = vec![1.0];
        for k in 1..=12 {
            let root = f64::from(k) / 4.0;
            let mut next = vec![0.0; coefficients.len() + 1];
            for (i, c) in coefficients.iter().enumerate() {
                next[i] -= root * c;
                next[i + 1] += c;
            }
            coefficients = next;
        }
        let expected: Vec<f64> = (1..=12).rev().map(|k| f64::from(k) / 4.0).collect();
        assert_roots(&coefficients, &expected, 1e-8);
    }
}
