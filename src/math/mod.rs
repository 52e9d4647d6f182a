//! Mathematics without one business word.

pub mod beta;
pub mod calendar;
pub mod correlation;
pub mod exponentials;
pub mod jet;
pub mod line;
pub mod logistic;
pub mod maximum;
pub mod normal;
pub mod omega;
pub mod order;
pub mod parallel;
pub mod peak;
pub mod pieces;
pub mod polyline;
pub mod probes;
pub mod quadrature;
pub mod random;
pub mod root;
pub mod sample;
pub mod series;
pub mod special;

/// `x` brought within 0..1; what is not a number counts as 0.
pub fn share(x: f64) -> f64 {
    x.clamp(0.0, 1.0).max(0.0)
}

/// `x`, unless it is infinite or not a number.
pub fn finite(x: f64) -> Option<f64> {
    x.is_finite().then_some(x)
}
