//! An uncertain number: what it may be, and how likely.
//!
//! *Question.* Nobody knows next year's volume. Between what and what will it lie, and where most
//! likely?
//!
//! *Shapes.* Two are drawn from a lowest, a likely and a highest value, as people can name them:
//!
//! * triangular: straight up to the likely value and straight down again; mean `(a + m + b)/3`;
//! * PERT: a smooth hill that trusts the likely value more; mean `(a + 4m + b)/6`. It is a Beta
//!   density of shapes `1 + 4(m−a)/(b−a)` and `1 + 4(b−m)/(b−a)`.
//!
//! Two from a mean and a standard deviation, as records give them:
//!
//! * normal: even on both sides, and without end: an amount that cannot be negative may come out so;
//! * log-normal: never below 0, and long to the right, as incomes and orders are.
//!
//! *Source.* Malcolm, Roseboom, Clark & Fazar, "Application of a Technique for Research and
//! Development Program Evaluation" (1959), for PERT; Johnson, "The Triangular Distribution as a
//! Proxy for the Beta Distribution in Risk Analysis" (1997).
//!
//! *Assumes* that the ends named are the true ends. People name them too close together: what is felt
//! to be nine cases of ten is often six.
//!
//! *Example.*
//! ```
//! use customer_value::model::uncertain::{Shape, Uncertain};
//!
//! let volume = Uncertain::new(Shape::Pert { low: 80.0, likely: 100.0, high: 150.0 })?;
//! assert_eq!(volume.mean(), 105.0);
//! assert!(volume.quantile(0.1) > 80.0 && volume.quantile(0.9) < 150.0);
//! # Ok::<(), customer_value::model::uncertain::UncertainError>(())
//! ```
//!
//! *Not for* a yes or no, such as a law that may pass: work out both, and weigh them.

use super::bounds::{LARGEST, first_error, is_amount, is_signed};
use crate::math::special::beta_quantile;
use crate::math::{normal, share};

/// The least and the greatest share of which a quantile is taken: a normal value without end is cut
/// at some eight standard deviations.
const OUTERMOST: f64 = f64::EPSILON / 2.0;

/// How a log-normal value may vary at most, in multiples of its mean.
const WIDEST: f64 = 1e6;

/// How likely each value is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// Known: this value and no other.
    Fixed(f64),
    /// From `low` straight up to `likely`, and straight down to `high`.
    Triangular {
        /// The lowest value, *a*.
        low: f64,
        /// The likeliest value, *m*.
        likely: f64,
        /// The highest value, *b*.
        high: f64,
    },
    /// A smooth hill between `low` and `high` with its top at `likely`.
    Pert {
        /// The lowest value, *a*.
        low: f64,
        /// The likeliest value, *m*.
        likely: f64,
        /// The highest value, *b*.
        high: f64,
    },
    /// Even around the mean.
    Normal {
        /// The mean.
        mean: f64,
        /// The standard deviation, 0 or more.
        deviation: f64,
    },
    /// Above 0, and long to the right.
    LogNormal {
        /// The mean of the value itself, not of its logarithm; above 0.
        mean: f64,
        /// The standard deviation of the value itself, up to a million times the mean.
        deviation: f64,
    },
}

/// Why a shape cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UncertainError {
    /// The value, or the likely or the mean value, is not a number; a log-normal mean is not above 0.
    Middle,
    /// The lowest value is not a number, or above the likely one.
    Low,
    /// The highest value is not a number, or below the likely one.
    High,
    /// The standard deviation is negative or not a number, or too large for a log-normal shape.
    Deviation,
}

/// An uncertain number, checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Uncertain {
    shape: Shape,
}

impl Uncertain {
    /// Checks `shape`.
    ///
    /// # Errors
    /// [`UncertainError`] names the parameter.
    pub fn new(shape: Shape) -> Result<Self, UncertainError> {
        match shape {
            Shape::Fixed(value) => first_error([(is_signed(value), UncertainError::Middle)]),
            Shape::Triangular { low, likely, high } | Shape::Pert { low, likely, high } => {
                first_error([
                    (is_signed(likely), UncertainError::Middle),
                    (is_signed(low) && low <= likely, UncertainError::Low),
                    (is_signed(high) && high >= likely, UncertainError::High),
                ])
            }
            Shape::Normal { mean, deviation } => first_error([
                (is_signed(mean), UncertainError::Middle),
                (is_amount(deviation), UncertainError::Deviation),
            ]),
            Shape::LogNormal { mean, deviation } => first_error([
                ((1.0 / LARGEST..=LARGEST).contains(&mean), UncertainError::Middle),
                ((0.0..=WIDEST * mean).contains(&deviation), UncertainError::Deviation),
            ]),
        }?;
        Ok(Self { shape })
    }

    /// The shape it was made from.
    pub const fn shape(&self) -> &Shape {
        &self.shape
    }

    /// The mean.
    pub fn mean(&self) -> f64 {
        match self.shape {
            Shape::Fixed(value) => value,
            Shape::Triangular { low, likely, high } => low + (likely - low + (high - low)) / 3.0,
            Shape::Pert { low, likely, high } => low + (4.0 * (likely - low) + (high - low)) / 6.0,
            Shape::Normal { mean, .. } | Shape::LogNormal { mean, .. } => mean,
        }
    }

    /// The standard deviation.
    pub fn deviation(&self) -> f64 {
        match self.shape {
            Shape::Fixed(_) => 0.0,
            Shape::Triangular { low, likely, high } => {
                let sides = [high - low, likely - low, high - likely];
                libm::sqrt(sides.iter().map(|side| side * side).sum::<f64>() / 36.0)
            }
            Shape::Pert { low, high, .. } => {
                libm::sqrt((self.mean() - low) * (high - self.mean()) / 7.0)
            }
            Shape::Normal { deviation, .. } | Shape::LogNormal { deviation, .. } => deviation,
        }
    }

    /// The value that lies above the share `p` of all, 0..1 (anything else is brought into it; what
    /// is not a number counts as 0). Shapes without end are cut where one in nine thousand million
    /// million lies.
    pub fn quantile(&self, p: f64) -> f64 {
        let p = share(p);
        match self.shape {
            Shape::Fixed(value) => value,
            Shape::Triangular { low, likely, high } => {
                let (width, rise, fall) = (high - low, likely - low, high - likely);
                if p * width < rise {
                    (low + libm::sqrt(p * width * rise)).min(likely)
                } else {
                    (high - libm::sqrt((1.0 - p) * width * fall)).max(likely)
                }
            }
            Shape::Pert { low, likely, high } => {
                let width = high - low;
                if width == 0.0 {
                    return low;
                }
                let (rise, fall) = ((likely - low) / width, (high - likely) / width);
                let part = beta_quantile(1.0 + 4.0 * rise, 1.0 + 4.0 * fall, p);
                (low + width * part).min(high)
            }
            Shape::Normal { mean, deviation } => mean + deviation * deviate(p),
            Shape::LogNormal { mean, deviation } => {
                let relative = deviation / mean;
                let variance = libm::log1p(relative * relative);
                mean * libm::exp(libm::sqrt(variance) * deviate(p) - variance / 2.0)
            }
        }
    }
}

/// The standard normal value that lies above the share `p`.
fn deviate(p: f64) -> f64 {
    normal::quantile(p.clamp(OUTERMOST, 1.0 - OUTERMOST))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHAPES: [Shape; 8] = [
        Shape::Fixed(7.0),
        Shape::Triangular { low: 1.0, likely: 3.0, high: 8.0 },
        Shape::Triangular { low: 1.0, likely: 1.0, high: 8.0 },
        Shape::Triangular { low: 1.0, likely: 8.0, high: 8.0 },
        Shape::Pert { low: 80.0, likely: 100.0, high: 150.0 },
        Shape::Pert { low: 2.0, likely: 2.0, high: 5.0 },
        Shape::Normal { mean: -2.0, deviation: 3.0 },
        Shape::LogNormal { mean: 10.0, deviation: 6.0 },
    ];

    fn made(shape: Shape) -> Uncertain {
        Uncertain::new(shape).unwrap()
    }

    /// Mean and spread are those of the quantiles at the middles of many even slices.
    #[test]
    fn moments_are_those_of_the_quantiles() {
        const SLICES: u32 = 4_000;
        for shape in SHAPES {
            let uncertain = made(shape);
            let n = f64::from(SLICES);
            let values: Vec<f64> =
                (0..SLICES).map(|k| uncertain.quantile((f64::from(k) + 0.5) / n)).collect();
            let mean = values.iter().sum::<f64>() / n;
            let square = values.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / n;
            assert!((mean - uncertain.mean()).abs() < 1e-3, "{shape:?}: {mean}");
            let deviation = libm::sqrt(square);
            let tolerance = 4e-3 * uncertain.deviation();
            assert!(
                (deviation - uncertain.deviation()).abs() <= tolerance,
                "{shape:?}: {deviation}"
            );
        }
    }

    /// Triangular 0, 0, 1 has `1 − √(1 − p)`; PERT 0, 1/2, 1 is even; a log-normal's median is
    /// `mean / √(1 + cv²)`.
    #[test]
    fn known_quantiles() {
        let falling = made(Shape::Triangular { low: 0.0, likely: 0.0, high: 1.0 });
        assert!((falling.quantile(0.75) - 0.5).abs() < 1e-15);
        let even = made(Shape::Pert { low: 0.0, likely: 0.5, high: 1.0 });
        assert!((even.quantile(0.5) - 0.5).abs() < 1e-15);
        assert!((even.quantile(0.2) + even.quantile(0.8) - 1.0).abs() < 1e-15);
        let normal = made(Shape::Normal { mean: 100.0, deviation: 10.0 });
        assert!((normal.quantile(0.975) - 119.599_639_845_400_54).abs() < 1e-12);
        let log = made(Shape::LogNormal { mean: 50.0, deviation: 50.0 });
        assert!((log.quantile(0.5) - 50.0 / std::f64::consts::SQRT_2).abs() < 1e-13);
    }

    #[test]
    fn ends_and_a_range_of_one_point() {
        let hill = made(SHAPES[4]);
        assert_eq!((hill.quantile(0.0), hill.quantile(1.0)), (80.0, 150.0));
        assert_eq!((hill.quantile(-3.0), hill.quantile(f64::NAN)), (80.0, 80.0));
        for shape in [
            Shape::Triangular { low: 4.0, likely: 4.0, high: 4.0 },
            Shape::Pert { low: 4.0, likely: 4.0, high: 4.0 },
            Shape::Normal { mean: 4.0, deviation: 0.0 },
            Shape::LogNormal { mean: 4.0, deviation: 0.0 },
        ] {
            let point = made(shape);
            assert!([0.0, 0.3, 1.0].iter().all(|p| point.quantile(*p) == 4.0), "{shape:?}");
            assert_eq!((point.mean(), point.deviation()), (4.0, 0.0));
        }
    }

    #[test]
    fn says_what_cannot_be_used() {
        let error = |shape| Uncertain::new(shape).unwrap_err();
        let nan = f64::NAN;
        assert_eq!(error(Shape::Fixed(nan)), UncertainError::Middle);
        let triangle = |low, likely, high| error(Shape::Triangular { low, likely, high });
        assert_eq!(triangle(2.0, 1.0, 3.0), UncertainError::Low);
        assert_eq!(triangle(1.0, 4.0, 3.0), UncertainError::High);
        assert_eq!(triangle(1.0, nan, 3.0), UncertainError::Middle);
        assert_eq!(error(Shape::Pert { low: nan, likely: 1.0, high: 2.0 }), UncertainError::Low);
        assert_eq!(error(Shape::Normal { mean: 0.0, deviation: -1.0 }), UncertainError::Deviation);
        let log = |mean, deviation| error(Shape::LogNormal { mean, deviation });
        assert_eq!(log(0.0, 1.0), UncertainError::Middle);
        assert_eq!(log(1.0, 1e7), UncertainError::Deviation);
    }
}
