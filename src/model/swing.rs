//! One-way sensitivity: which single input moves the result most.
//!
//! Each input in turn is set to a low and to a high value while all others stay; the widest swing
//! of the result comes first. Drawn as bars the list has the outline of a tornado.
//!
//! *Not for* inputs that move together: the swings of two linked inputs do not add up.

use crate::math::order;

/// What one input does to the result.
#[derive(Clone, Debug, PartialEq)]
pub struct Swing<T> {
    /// Which input.
    pub input: T,
    /// The input's low and high value.
    pub values: (f64, f64),
    /// The results there; none where there is no result.
    pub results: (Option<f64>, Option<f64>),
}

impl<T> Swing<T> {
    /// Distance between the two results; infinite where one does not exist, since then
    /// the input decides whether there is a result at all.
    pub fn width(&self) -> f64 {
        match self.results {
            (Some(low), Some(high)) => (high - low).abs(),
            _ => f64::INFINITY,
        }
    }
}

/// The swings by falling width; equal widths keep their order, and inputs without effect drop out.
pub fn by_width<T>(mut swings: Vec<Swing<T>>) -> Vec<Swing<T>> {
    swings.retain(|swing| swing.width() > 0.0);
    order::sort_falling(&mut swings, Swing::width);
    swings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widest_comes_first_and_the_idle_not_at_all() {
        let swing = |input, low, high| Swing { input, values: (0.0, 1.0), results: (low, high) };
        let order: Vec<char> = by_width(vec![
            swing('a', Some(1.0), Some(2.0)),
            swing('b', Some(3.0), Some(3.0)),
            swing('c', Some(9.0), Some(2.0)),
            swing('d', None, Some(2.0)),
        ])
        .into_iter()
        .map(|s| s.input)
        .collect();
        assert_eq!(order, ['d', 'c', 'a']);
    }
}
