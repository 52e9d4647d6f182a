//! Where a continuous function of one variable crosses zero.

/// A root of `f` between `a` and `b`, by bisection down to neighbouring floating-point numbers.
///
/// Needs `f(a)` and `f(b)` of different sign, or one of them zero; otherwise `None`.
/// Bisection is slow (about sixty calls) and cannot be misled by kinks.
pub fn between(f: impl Fn(f64) -> f64, a: f64, b: f64) -> Option<f64> {
    let (mut low, mut high) = (a, b);
    let (at_low, at_high) = (f(low), f(high));
    if at_low == 0.0 {
        return Some(low);
    }
    if at_high == 0.0 {
        return Some(high);
    }
    if !(at_low.is_finite() && at_high.is_finite()) || (at_low > 0.0) == (at_high > 0.0) {
        return None;
    }
    loop {
        let middle = low + (high - low) / 2.0;
        if middle <= low.min(high) || middle >= low.max(high) {
            return Some(if at_high.abs() < at_low.abs() { high } else { low });
        }
        let value = f(middle);
        if value == 0.0 {
            return Some(middle);
        }
        if (value > 0.0) == (at_low > 0.0) {
            low = middle;
        } else {
            high = middle;
        }
    }
}

/// Roots of `f` in rising order: each of `points` (in rising order) where it is zero, and one
/// between any two neighbours where it has different signs. Where it is not a number, none.
pub fn along(f: impl Fn(f64) -> f64, points: &[f64]) -> Vec<f64> {
    let values: Vec<f64> = points.iter().map(|x| f(*x)).collect();
    let mut found = Vec::new();
    for (k, value) in values.iter().enumerate() {
        if *value == 0.0 {
            found.push(points[k]);
        } else if values.get(k + 1).is_some_and(|next| *next != 0.0) {
            found.extend(between(&f, points[k], points[k + 1]));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_plain_root() {
        let root = between(|x| x * x - 2.0, 0.0, 2.0).unwrap();
        assert!((root - std::f64::consts::SQRT_2).abs() < 1e-15);
    }

    #[test]
    fn an_end_may_be_the_root() {
        assert_eq!(between(|x| x, 0.0, 5.0), Some(0.0));
        assert_eq!(between(|x| x - 5.0, 0.0, 5.0), Some(5.0));
    }

    #[test]
    fn says_so_where_there_is_none() {
        assert_eq!(between(|x| x * x + 1.0, -3.0, 3.0), None);
        assert_eq!(between(|_| f64::NAN, -3.0, 3.0), None);
    }

    #[test]
    fn finds_one_between_each_two_points() {
        let f = |x: f64| (x - 1.0) * (x - 2.5) * (x - 4.0);
        let found = along(f, &[0.0, 1.0, 2.0, 3.0, 5.0]);
        assert_eq!(found.len(), 3);
        assert_eq!(found[0], 1.0);
        assert!((found[1] - 2.5).abs() < 1e-15 && (found[2] - 4.0).abs() < 1e-15);
        assert_eq!(along(|_| 0.0, &[1.0, 2.0]), [1.0, 2.0]);
        assert!(along(|_| f64::NAN, &[1.0, 2.0]).is_empty());
    }
}
