//! Conflict of interest: a gain now against a customer we may lose by it.
//!
//! *Question.* We could gain today at the customer's expense. Is it worth the risk of losing them?
//!
//! *Formula.* With gain *g*, risk *p* of losing a customer of lifetime value *CLV*, the expected
//! loss is `p·CLV` and the net `g − p·CLV`. It breaks even at the risk `p* = g / CLV`.
//!
//! *Source.* Expected value against customer equity: Rust, Lemon & Zeithaml, "Return on Marketing"
//! (2004); Reichheld calls such gains bad profits, *The Ultimate Question* (2006).
//!
//! *Assumes* that only this customer is lost. Word of mouth makes it dearer; see
//! [`Contribution`](super::contribution::Contribution).
//!
//! *Example.*
//! ```
//! use customer_value::model::conflict::Conflict;
//!
//! let temptation = Conflict::new(200.0, 0.3, 1_500.0).unwrap();
//! assert_eq!(temptation.expected_loss(), 450.0);
//! assert_eq!(temptation.net(), -250.0);
//! ```
//!
//! *Not for* deciding whether something is right: dishonesty with a positive net is still
//! dishonesty.

use super::bounds::{is_amount, is_share, ratio};

/// A gain now and what it puts at risk.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Conflict {
    gain: f64,
    risk: f64,
    lifetime_value: f64,
}

impl Conflict {
    /// A `gain` from 0 up, taken at a `risk`, 0..1, of losing a customer of this `lifetime_value`,
    /// from 0 up. None where one is out of its range.
    pub fn new(gain: f64, risk: f64, lifetime_value: f64) -> Option<Self> {
        let sound = is_amount(gain) && is_share(risk) && is_amount(lifetime_value);
        sound.then_some(Self { gain, risk, lifetime_value })
    }

    /// The lifetime value we lose on average.
    pub fn expected_loss(&self) -> f64 {
        self.risk * self.lifetime_value
    }

    /// Gain less expected loss.
    pub fn net(&self) -> f64 {
        self.gain - self.expected_loss()
    }

    /// The risk at which gain and expected loss are equal. None where the gain is worth more than
    /// the customer, so that no risk is too great.
    pub fn break_even_risk(&self) -> Option<f64> {
        ratio(self.gain, self.lifetime_value).filter(|risk| is_share(*risk))
    }

    /// The lifetime value from which on the gain is not worth the risk; none where nothing is at
    /// risk.
    pub fn break_even_value(&self) -> Option<f64> {
        ratio(self.gain, self.risk)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_a16_break_even_risk() {
        let c = Conflict::new(200.0, 0.3, 1_500.0).unwrap();
        assert_eq!((c.expected_loss(), c.net()), (450.0, -250.0));
        assert!((c.break_even_risk().unwrap() - 0.133_333_333_333).abs() < 1e-12);
        assert!((c.break_even_value().unwrap() - 2_000.0 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn edges() {
        let at = |gain, risk, value| Conflict::new(gain, risk, value).unwrap();
        assert_eq!(at(200.0, 0.3, 100.0).break_even_risk(), None);
        assert_eq!(at(0.0, 0.3, 0.0).break_even_risk(), None);
        assert_eq!(at(100.0, 0.0, 100.0).break_even_risk(), Some(1.0));
        assert_eq!(at(100.0, 0.0, 100.0).break_even_value(), None);
        assert_eq!(at(1e15, 5e-324, 1.0).break_even_value(), None);
        assert_eq!(Conflict::new(1.0, 1.1, 1.0), None);
        assert_eq!(Conflict::new(f64::NAN, 0.1, 1.0), None);
    }
}
