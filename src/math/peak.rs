//! Where a function of one variable is greatest.

/// (√5 − 1) / 2: where the golden section cuts.
const GOLDEN: f64 = 0.618_033_988_749_894_9;

/// Where `f` is greatest between the first and the last of `points` (in rising order), and its
/// value there: the best of the points, and then by golden section between its neighbours. Where
/// `f` is not a number counts as lowest; none where it is one nowhere.
///
/// Kiefer, "Sequential Minimax Search for a Maximum" (1953). A top narrower than the distance of
/// two points may be missed. The place is good to about eight digits, the value to all.
pub fn greatest(f: impl Fn(f64) -> f64, points: &[f64]) -> Option<(f64, f64)> {
    let f = |x: f64| Some(f(x)).filter(|y| !y.is_nan()).unwrap_or(f64::NEG_INFINITY);
    let tried: Vec<(f64, f64)> = points.iter().map(|x| (*x, f(*x))).collect();
    let best = (0..tried.len()).rev().max_by(|i, j| tried[*i].1.total_cmp(&tried[*j].1))?;
    if tried[best].1 == f64::NEG_INFINITY {
        return None;
    }
    let next = (best + 1).min(points.len() - 1);
    let (mut low, mut high) = (points[best.saturating_sub(1)], points[next]);
    let cut = |from: f64, to: f64| from + GOLDEN * (to - from);
    let point = |x: f64| (x, f(x));
    let (mut left, mut right) = (point(cut(high, low)), point(cut(low, high)));
    let mut top = tried[best];
    while low < left.0 && left.0 < right.0 && right.0 < high {
        let higher = if left.1 >= right.1 { left } else { right };
        if higher.1 > top.1 {
            top = higher;
        }
        if left.1 >= right.1 {
            (high, right) = (right.0, left);
            left = point(cut(high, low));
        } else {
            (low, left) = (left.0, right);
            right = point(cut(low, high));
        }
    }
    Some(top)
}

/// Where `f` is greatest in `low..=high`, for sure: nowhere is it greater than what is found by more
/// than `gap` times that.
///
/// `ceiling(a, b)` is a bound that `f` nowhere exceeds between `a` and `b`, and nears it as they
/// near each other. A stretch whose ceiling is no higher than the best value found is left
/// out; every other is halved (branch and bound; Land & Doig, 1960). No shape of `f` misleads it.
pub fn greatest_for_sure(
    f: impl Fn(f64) -> f64,
    ceiling: impl Fn(f64, f64) -> f64,
    (low, high): (f64, f64),
    gap: f64,
) -> (f64, f64) {
    let point = |x: f64| (x, f(x));
    let higher = |a: (f64, f64), b: (f64, f64)| if b.1 > a.1 { b } else { a };
    let mut top = higher(point(low), point(high));
    // A first look, so that most stretches are left out at once.
    for k in 1..64 {
        top = higher(top, point(low + (high - low) * f64::from(k) / 64.0));
    }
    let mut stretches = vec![(low, high)];
    while let Some((a, b)) = stretches.pop() {
        let middle = a + (b - a) / 2.0;
        if ceiling(a, b) > top.1 + gap * top.1.abs() && a < middle && middle < b {
            top = higher(top, point(middle));
            stretches.extend([(a, middle), (middle, b)]);
        }
    }
    top
}

#[cfg(test)]
mod tests {
    use super::*;

    const POINTS: [f64; 5] = [0.0, 1.0, 2.0, 3.0, 4.0];

    #[test]
    fn finds_a_top_inside_and_at_an_end() {
        let (x, y) = greatest(|x| 5.0 - (x - 1.3) * (x - 1.3), &POINTS).unwrap();
        assert!((x - 1.3).abs() < 1e-7 && (y - 5.0).abs() < 1e-14, "{x} {y}");
        assert_eq!(greatest(|x| x, &POINTS), Some((4.0, 4.0)));
        assert_eq!(greatest(|x| -x, &POINTS), Some((0.0, 0.0)));
    }

    #[test]
    fn a_needle_does_not_hide() {
        // A hill, and beside it a needle a ten-thousandth wide; rising to each and falling from it.
        let hill = |x: f64| 1.0 - (x - 1.0).abs() / 4.0;
        let needle = |x: f64| (1.0 - (x - 3.3).abs() * 2e4).max(0.0);
        let nearest = |a: f64, b: f64, top: f64| top.clamp(a, b);
        let ceiling = |a, b| hill(nearest(a, b, 1.0)) + needle(nearest(a, b, 3.3));
        let f = |x| hill(x) + needle(x);
        let (x, y) = greatest_for_sure(f, ceiling, (0.0, 4.0), 1e-9);
        assert!((x - 3.3).abs() < 1e-9 && (y - 1.425).abs() < 1e-8, "{x} {y}");
        assert_eq!(greatest_for_sure(|x| x, |_, b| b, (2.0, 2.0), 1e-9), (2.0, 2.0));
    }

    #[test]
    fn of_equal_tops_the_first() {
        assert_eq!(greatest(|_| 7.0, &POINTS), Some((0.0, 7.0)));
    }

    #[test]
    fn passes_by_what_is_no_number() {
        let root = |x: f64| if x > 2.5 { f64::NAN } else { x };
        let (x, _) = greatest(root, &POINTS).unwrap();
        assert!((x - 2.5).abs() < 1e-12, "{x}");
        assert_eq!(greatest(|_| f64::NAN, &POINTS), None);
        assert_eq!(greatest(|x| x, &[]), None);
        assert_eq!(greatest(|x| x, &[3.0]), Some((3.0, 3.0)));
    }
}
