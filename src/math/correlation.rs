//! How alike two rows of numbers are in shape.

use super::finite;

/// Pearson's correlation of `a` and `b`, −1..1: 1 where one is the other moved and stretched. None
/// unless both have the same number of values and neither is flat.
pub fn pearson(a: &[f64], b: &[f64]) -> Option<f64> {
    if a.len() != b.len() {
        return None;
    }
    let (a, b) = (deviations(a)?, deviations(b)?);
    let product: f64 = a.iter().zip(&b).map(|(a, b)| a * b).sum();
    finite(product).map(|r| r.clamp(-1.0, 1.0))
}

/// What each value lies above the mean, scaled to a length of 1; none where all are the same.
fn deviations(values: &[f64]) -> Option<Vec<f64>> {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let above: Vec<f64> = values.iter().map(|value| value - mean).collect();
    let largest = above.iter().map(|x| x.abs()).fold(0.0, f64::max);
    let size = values.iter().map(|x| x.abs()).fold(0.0, f64::max);
    if largest <= 1e-12 * size {
        return None;
    }
    let scaled = above.iter().map(|x| x / largest);
    let length = libm::sqrt(scaled.clone().map(|x| x * x).sum());
    Some(scaled.map(|x| x / length).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shape_alone_counts() {
        let r = |a: &[f64], b: &[f64]| pearson(a, b).unwrap();
        assert!((r(&[1.0, 2.0, 3.0], &[10.0, 30.0, 50.0]) - 1.0).abs() < 1e-15);
        assert!((r(&[1.0, 2.0, 3.0], &[3.0, 2.0, 1.0]) + 1.0).abs() < 1e-15);
        assert!(r(&[1.0, 2.0, 1.0], &[1.0, 2.0, 3.0]).abs() < 1e-15);
        // Worked by hand: deviations (−2, 0, 2) and (−2, 1, 1).
        assert!((r(&[1.0, 3.0, 5.0], &[0.0, 3.0, 3.0]) - 6.0 / 48.0_f64.sqrt()).abs() < 1e-15);
        assert!((r(&[1e-200, 2e-200], &[1e200, 2e200]) - 1.0).abs() < 1e-15);
    }

    #[test]
    fn a_flat_row_has_no_shape() {
        assert_eq!(pearson(&[0.1, 0.1, 0.1], &[1.0, 2.0, 3.0]), None);
        assert_eq!(pearson(&[1.0, 2.0], &[1.0]), None);
        assert_eq!(pearson(&[], &[]), None);
        assert_eq!(pearson(&[f64::NAN, 1.0], &[1.0, 2.0]), None);
    }
}
