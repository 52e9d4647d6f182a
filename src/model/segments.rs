//! Segments: where the heads are and where the value is.
//!
//! *Question.* Most customers are of one kind. Does most of the money come from them?
//!
//! *Formula.* A segment of *n* customers worth *v* each is worth `n·v`; its share of the heads is
//! `n / Σn`, its share of the value `n·v / Σ n·v`.
//!
//! *Source.* Gupta & Lehmann, *Managing Customers as Investments* (2005): customer equity is the sum
//! of lifetime values, not the count of customers.
//!
//! *Assumes* that customers within a segment are alike.
//!
//! *Example.*
//! ```
//! use customer_value::model::segments::{Segment, Segments};
//!
//! let segments = Segments::new(&[
//!     Segment { heads: 8_000.0, value: 50.0 },
//!     Segment { heads: 2_000.0, value: 800.0 },
//! ])?;
//! assert_eq!((segments.largest_by_heads(), segments.largest_by_value()), (0, 1));
//! assert_eq!(segments.value_shares(), Some(vec![0.2, 0.8]));
//! # Ok::<(), customer_value::model::segments::SegmentsError>(())
//! ```
//!
//! *Not for* dropping a segment because its share is small: what counts is whether it earns more
//! than serving it costs.

use super::bounds::{is_amount, is_signed, ratio};

/// A group of customers who are alike.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// How many customers, from 0 up.
    pub heads: f64,
    /// What one of them is worth; may be negative.
    pub value: f64,
}

/// Why there is nothing to compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentsError {
    /// There is no segment, or none has a customer.
    NoCustomer,
    /// The number of customers of this segment is negative or not a number.
    Heads(usize),
    /// The value of a customer of this segment is not a number.
    Value(usize),
}

/// All customers, by segment.
#[derive(Clone, Debug, PartialEq)]
pub struct Segments {
    segments: Vec<Segment>,
}

impl Segments {
    /// Checks `segments`.
    ///
    /// # Errors
    /// [`SegmentsError`] names what cannot be used.
    pub fn new(segments: &[Segment]) -> Result<Self, SegmentsError> {
        if let Some(place) = segments.iter().position(|s| !is_amount(s.heads)) {
            return Err(SegmentsError::Heads(place));
        }
        if let Some(place) = segments.iter().position(|s| !is_signed(s.value)) {
            return Err(SegmentsError::Value(place));
        }
        let made = Self { segments: segments.to_vec() };
        if made.heads() > 0.0 { Ok(made) } else { Err(SegmentsError::NoCustomer) }
    }

    /// All customers.
    pub fn heads(&self) -> f64 {
        self.segments.iter().map(|s| s.heads).sum()
    }

    /// What each segment is worth.
    pub fn values(&self) -> Vec<f64> {
        self.segments.iter().map(|s| s.heads * s.value).collect()
    }

    /// What all customers are worth: customer equity.
    pub fn value(&self) -> f64 {
        self.values().iter().sum()
    }

    /// What a customer is worth on average.
    pub fn mean_value(&self) -> f64 {
        self.head_shares().iter().zip(&self.segments).map(|(share, s)| share * s.value).sum()
    }

    /// Each segment's share of the customers, 0..1.
    pub fn head_shares(&self) -> Vec<f64> {
        let heads = self.heads();
        self.segments.iter().map(|s| s.heads / heads).collect()
    }

    /// Each segment's share of the value, negative where it loses money. None where all together are
    /// worth nothing or less.
    pub fn value_shares(&self) -> Option<Vec<f64>> {
        let value = self.value();
        if value <= 0.0 {
            return None;
        }
        self.values().into_iter().map(|part| ratio(part, value)).collect()
    }

    /// The segment with most customers; of equal ones the first.
    pub fn largest_by_heads(&self) -> usize {
        first_largest(self.segments.iter().map(|s| s.heads))
    }

    /// The segment that is worth most; of equal ones the first.
    pub fn largest_by_value(&self) -> usize {
        first_largest(self.values().into_iter())
    }
}

fn first_largest(values: impl Iterator<Item = f64>) -> usize {
    let larger = |best: (usize, f64), next: (usize, f64)| if next.1 > best.1 { next } else { best };
    values.enumerate().reduce(larger).map_or(0, |(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_c1_heads_against_value() {
        let shares = [0.15, 0.20, 0.35, 0.10, 0.20];
        let values = [300.0, 500.0, 200.0, 800.0, 50.0];
        let segment = |(share, value): (f64, f64)| Segment { heads: 10_000.0 * share, value };
        let all: Vec<Segment> = shares.into_iter().zip(values).map(segment).collect();
        let segments = Segments::new(&all).unwrap();
        assert_eq!(segments.values(), [450_000.0, 1_000_000.0, 700_000.0, 800_000.0, 100_000.0]);
        assert_eq!(segments.value(), 3_050_000.0);
        assert!((segments.mean_value() - 305.0).abs() < 1e-10);
        assert_eq!((segments.largest_by_heads(), segments.largest_by_value()), (2, 1));
        assert!((segments.head_shares()[2] - 0.35).abs() < 1e-15);
        assert!((segments.value_shares().unwrap()[1] - 0.327_868_852).abs() < 1e-9);
    }

    #[test]
    fn a_segment_may_lose_money() {
        let of = |value| [Segment { heads: 1.0, value: 3.0 }, Segment { heads: 1.0, value }];
        let shares = |value| Segments::new(&of(value)).unwrap().value_shares();
        assert_eq!(shares(-1.0), Some(vec![1.5, -0.5]));
        assert_eq!(shares(-3.0), None);
    }

    #[test]
    fn says_what_cannot_be_used() {
        let new = |heads, value| Segments::new(&[Segment { heads, value }]);
        assert_eq!(Segments::new(&[]), Err(SegmentsError::NoCustomer));
        assert_eq!(new(0.0, 1.0), Err(SegmentsError::NoCustomer));
        assert_eq!(new(-1.0, 1.0), Err(SegmentsError::Heads(0)));
        assert_eq!(new(1.0, f64::INFINITY), Err(SegmentsError::Value(0)));
    }
}
