//! The waiting area: what it may cost to make waiting pleasant.
//!
//! *Question.* Guests who wait for a table walk away. Free drinks and games keep some of them: is it
//! worth the cost?
//!
//! *Formula.* With *n* parties waiting, of whom the share *a* walks away without and *b* with the
//! service, margin *m* a party served and cost *c* a party waiting: `n·(a − b)·m − n·c`. It pays
//! where walk-away falls by more than `c / m`.
//!
//! *Source.* Maister, "The Psychology of Waiting Lines" (1985): occupied time feels shorter.
//!
//! *Assumes* that there is a table for each party that stays, and counts today's margin only; that a
//! guest who waited gladly comes again is worth a [lifetime value](crate::model::lifetime).
//!
//! *Example.*
//! ```
//! use customer_value::model::simulator::waiting::{Waiting, WaitingArea};
//!
//! let evening = Waiting { parties: 100.0, leaving: 0.30, then: 0.15, margin: 120.0, cost: 8.0 };
//! let area = WaitingArea::new(evening)?;
//! assert_eq!((area.saved(), area.spent(), area.gain()), (1_800.0, 800.0, 1_000.0));
//! # Ok::<(), customer_value::model::simulator::waiting::WaitingError>(())
//! ```
//!
//! *Not for* a house that is full all night: a party that stays then takes the table of another.

use crate::model::bounds::{first_error, is_amount, is_share, ratio};

/// An evening with a queue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Waiting {
    /// Parties that wait, *n*.
    pub parties: f64,
    /// Share that walks away today, *a*, 0..1.
    pub leaving: f64,
    /// Share that walks away with the service, *b*, 0..1.
    pub then: f64,
    /// Margin of a party served, *m*.
    pub margin: f64,
    /// Cost of the service for each party that waits, *c*.
    pub cost: f64,
}

/// Which number cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitingError {
    /// The parties are negative or not a number.
    Parties,
    /// The share that walks away today is none.
    Leaving,
    /// The share that walks away with the service is none.
    Then,
    /// The margin is negative or not a number.
    Margin,
    /// The cost is negative or not a number.
    Cost,
}

/// A waiting area and its service, checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WaitingArea {
    evening: Waiting,
}

impl WaitingArea {
    /// Checks `evening`.
    ///
    /// # Errors
    /// [`WaitingError`] names the number.
    pub fn new(evening: Waiting) -> Result<Self, WaitingError> {
        first_error([
            (is_amount(evening.parties), WaitingError::Parties),
            (is_share(evening.leaving), WaitingError::Leaving),
            (is_share(evening.then), WaitingError::Then),
            (is_amount(evening.margin), WaitingError::Margin),
            (is_amount(evening.cost), WaitingError::Cost),
        ])?;
        Ok(Self { evening })
    }

    /// Margin of the parties that stay because of the service; negative where it drives them away.
    pub fn saved(&self) -> f64 {
        let e = &self.evening;
        e.parties * (e.leaving - e.then) * e.margin
    }

    /// Cost of the service.
    pub fn spent(&self) -> f64 {
        self.evening.parties * self.evening.cost
    }

    /// What is saved less what is spent.
    pub fn gain(&self) -> f64 {
        self.saved() - self.spent()
    }

    /// By how much walk-away must fall for the service to pay, a share; none where no fall is enough.
    pub fn break_even_fall(&self) -> Option<f64> {
        let fall = ratio(self.evening.cost, self.evening.margin)?;
        (fall <= self.evening.leaving).then_some(fall)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVENING: Waiting =
        Waiting { parties: 100.0, leaving: 0.30, then: 0.15, margin: 120.0, cost: 8.0 };

    #[test]
    fn row_f5_a_thousand_a_day() {
        let area = WaitingArea::new(EVENING).unwrap();
        assert_eq!((area.saved(), area.spent(), area.gain()), (1_800.0, 800.0, 1_000.0));
        let fall = area.break_even_fall().unwrap();
        let just = Waiting { then: EVENING.leaving - fall, ..EVENING };
        assert!(WaitingArea::new(just).unwrap().gain().abs() < 1e-9);
    }

    #[test]
    fn edges() {
        let none = |evening| WaitingArea::new(evening).unwrap().break_even_fall();
        assert_eq!(none(Waiting { margin: 0.0, ..EVENING }), None);
        assert_eq!(none(Waiting { cost: 60.0, ..EVENING }), None);
        let error = |evening| WaitingArea::new(evening).unwrap_err();
        assert_eq!(error(Waiting { parties: -1.0, ..EVENING }), WaitingError::Parties);
        assert_eq!(error(Waiting { leaving: 1.5, ..EVENING }), WaitingError::Leaving);
        assert_eq!(error(Waiting { then: f64::NAN, ..EVENING }), WaitingError::Then);
        assert_eq!(error(Waiting { margin: -1.0, ..EVENING }), WaitingError::Margin);
        assert_eq!(error(Waiting { cost: 1e16, ..EVENING }), WaitingError::Cost);
    }
}
