//! Where to look at a function whose shape is not known.
//!
//! Even steps miss what happens close to a point that matters, since the range may be a million
//! times as wide; steps that double see every scale but little in the middle. So: both.

/// Even steps over the range.
const STEPS: u32 = 256;

/// Halvings of the range towards a point that matters.
const HALVINGS: i32 = 48;

/// Points in `low..=high` in rising order, both ends and each of `anchors` that lies within among
/// them: even steps over the whole, and towards each end and each anchor ever smaller ones.
pub fn probes(low: f64, high: f64, anchors: &[f64]) -> Vec<f64> {
    let inside = |x: &f64| *x >= low && *x <= high;
    let anchors: Vec<f64> = anchors.iter().copied().filter(inside).chain([low, high]).collect();
    let even = (1..STEPS).map(|k| between(low, high, f64::from(k) / f64::from(STEPS)));
    let near = anchors.iter().flat_map(|anchor| {
        (1..=HALVINGS)
            .map(|k| libm::exp2(-f64::from(k)))
            .flat_map(move |share| [between(*anchor, low, share), between(*anchor, high, share)])
    });
    let mut points: Vec<f64> = even.chain(near).chain(anchors.iter().copied()).collect();
    points.retain(inside);
    points.sort_by(f64::total_cmp);
    points.dedup();
    points
}

/// The point at `share` of the way from `a` to `b`.
fn between(a: f64, b: f64, share: f64) -> f64 {
    a * (1.0 - share) + b * share
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sees_the_whole_and_what_is_close() {
        let points = probes(0.0, 1e9, &[25.0, -1.0]);
        assert!(points.is_sorted() && points[0] == 0.0 && points.ends_with(&[1e9]));
        assert!(points.contains(&25.0) && !points.contains(&-1.0));
        let close = |x: f64, by: f64| points.iter().any(|p| *p != x && (p - x).abs() < by);
        assert!(close(25.0, 1e-4) && close(0.0, 1e-4) && close(1e9, 1e-4));
        assert!(points.windows(2).all(|pair| pair[1] - pair[0] <= 1e9 / 256.0 * 1.000_001));
    }

    #[test]
    fn a_range_may_be_one_point() {
        assert_eq!(probes(3.0, 3.0, &[]), [3.0]);
    }
}
