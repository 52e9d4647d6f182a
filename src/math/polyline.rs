//! Broken lines: points joined by straight pieces.

/// Where the broken line through `points`, in the order of their `x`, passes from one side of zero
/// to the other, and the side it comes to: `true` for above.
///
/// One that only touches zero and turns back does not pass; one that lies on zero for a while
/// passes where it arrives there. One that begins on zero passes nowhere by leaving it.
pub fn passes(points: &[(f64, f64)]) -> Vec<(f64, bool)> {
    let mut found = Vec::new();
    // The last side that the line was on, and where it has been on zero since.
    let (mut side, mut arrived): (Option<bool>, Option<f64>) = (None, None);
    let mut before: Option<(f64, f64)> = None;
    for &(x, y) in points {
        if y == 0.0 {
            arrived = arrived.or(Some(x));
        } else {
            let above = y > 0.0;
            if side.is_some_and(|side| side != above) {
                let at = arrived.or_else(|| before.map(|from| zero_between(from, (x, y))));
                found.extend(at.map(|at| (at, above)));
            }
            (side, arrived) = (Some(above), None);
        }
        before = Some((x, y));
    }
    found
}

/// Where the straight piece between two points on different sides of zero crosses it.
fn zero_between((x0, y0): (f64, f64), (x1, y1): (f64, f64)) -> f64 {
    // Halved, so that the difference of two large numbers of different sign stays finite.
    let share = (y0 / 2.0) / (y0 / 2.0 - y1 / 2.0);
    x0 + share * (x1 - x0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn through(ys: &[f64]) -> Vec<(f64, bool)> {
        let points: Vec<_> = ys.iter().enumerate().map(|(k, y)| (k as f64, *y)).collect();
        passes(&points)
    }

    #[test]
    fn every_change_of_side_is_found() {
        assert_eq!(through(&[-1.0, 3.0, -3.0]), [(0.25, true), (1.5, false)]);
        assert_eq!(through(&[1.0, 2.0]), []);
        assert_eq!(through(&[]), []);
        assert_eq!(through(&[-1e308, 1e308]), [(0.5, true)]);
    }

    #[test]
    fn zero_itself_is_no_side() {
        assert_eq!(through(&[-1.0, 0.0, 0.0, 2.0]), [(1.0, true)]);
        assert_eq!(through(&[-1.0, 0.0, -1.0]), []);
        assert_eq!(through(&[0.0, 1.0]), []);
        assert_eq!(through(&[1.0, 0.0]), []);
    }
}
