//! Gauss–Legendre rules: exact for polynomials up to degree `2n − 1`, and as good as exact for
//! every function that is analytic well around its interval.
//!
//! Davis & Rabinowitz, *Methods of Numerical Integration* (1984), section 2.7.

use std::f64::consts::PI;
use std::sync::LazyLock;

/// The most nodes that a rule has here.
pub const MOST_NODES: usize = 32;

/// One point of a rule for the interval 0..1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Node {
    /// Where the integrand is asked.
    pub at: f64,
    /// What its answer counts; the weights of a rule sum to 1.
    pub weight: f64,
}

/// Every rule up to [`MOST_NODES`] nodes, worked out once.
static RULES: LazyLock<Vec<Vec<Node>>> =
    LazyLock::new(|| (0..=MOST_NODES).map(legendre_nodes).collect());

/// The Gauss–Legendre rule of `n` nodes for 0..1, in ascending order; `n` is taken as at least 1
/// and at most [`MOST_NODES`].
pub fn gauss_legendre(n: usize) -> &'static [Node] {
    &RULES[n.clamp(1, MOST_NODES)]
}

/// The zeros of the Legendre polynomial of degree `n`, by Newton's method from Tricomi's
/// approximation, moved from −1..1 to 0..1.
fn legendre_nodes(n: usize) -> Vec<Node> {
    let degree = n as f64;
    let node = |k: usize| {
        let mut x = libm::cos(PI * (k as f64 + 0.75) / (degree + 0.5));
        for _ in 0..6 {
            let (value, slope) = legendre(n, x);
            x -= value / slope;
        }
        let (_, slope) = legendre(n, x);
        // 2 / ((1 − x²)·P'²), halved with the interval.
        Node { at: (1.0 - x) / 2.0, weight: 1.0 / ((1.0 - x * x) * slope * slope) }
    };
    (0..n).map(node).collect()
}

/// The Legendre polynomial of degree `n` at `x` inside −1..1, and its slope.
fn legendre(n: usize, x: f64) -> (f64, f64) {
    let (mut before, mut value) = (0.0, 1.0);
    for k in 0..n {
        let k = k as f64;
        (before, value) = (value, ((2.0 * k + 1.0) * x * value - k * before) / (k + 1.0));
    }
    (value, n as f64 * (before - x * value) / (1.0 - x * x))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f64, b: f64) -> bool {
        (a / b - 1.0).abs() < 1e-13
    }

    #[test]
    fn each_rule_is_exact_to_its_degree() {
        for n in 1..=MOST_NODES {
            let rule = gauss_legendre(n);
            assert_eq!(rule.len(), n);
            assert!(rule.windows(2).all(|pair| pair[0].at < pair[1].at));
            for power in 0..2 * n {
                let power = power as f64;
                let sum: f64 = rule.iter().map(|k| k.weight * libm::pow(k.at, power)).sum();
                assert!(close(sum * (power + 1.0), 1.0), "{n} nodes, power {power}: {sum}");
            }
        }
        assert_eq!(gauss_legendre(0).len(), 1);
        assert_eq!(gauss_legendre(99).len(), MOST_NODES);
    }
}
