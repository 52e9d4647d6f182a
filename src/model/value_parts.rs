//! Two lifetime values that are sums of parts, as course texts give them.
//!
//! *Question.* What is a customer worth if we look back as well as forward? And what if we weigh
//! revenue against what the customer costs and saves us?
//!
//! *Formula.* Over the whole career: history + current + potential × its chance ([`Career`]). As
//! cost against benefit: revenue − development cost + saving − price concessions ([`Account`]).
//!
//! *Source.* Chinese course texts on customer value, without a paper behind them; the parts are
//! those of Jackson, "Determining a Customer's Lifetime Value" (1989), and of customer accounting as
//! in Kaplan & Narayanan, "Measuring and Managing Customer Profitability" (2001).
//!
//! *Assumes* money of one value at all times: nothing is discounted.
//!
//! *Example.*
//! ```
//! use customer_value::model::value_parts::{Account, Career};
//!
//! let career = Career { history: 12_000.0, current: 3_000.0, potential: 20_000.0, chance: 0.4 };
//! assert_eq!(career.total(), Some(23_000.0));
//! let account = Account {
//!     revenue: 10_000.0,
//!     development: 1_200.0,
//!     saving: 600.0,
//!     concessions: 400.0,
//! };
//! assert_eq!(account.total(), Some(9_000.0));
//! ```
//!
//! *Not for* deciding what to spend on a customer: history is gone, whatever it was worth, and only
//! what is still to come can be won or lost.

use super::bounds::{is_amount, is_share, is_signed};

/// A customer's whole career with the firm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Career {
    /// What the customer has brought so far; may be negative.
    pub history: f64,
    /// What the customer brings now; may be negative.
    pub current: f64,
    /// What the customer may bring yet.
    pub potential: f64,
    /// The chance of that, 0..1.
    pub chance: f64,
}

impl Career {
    /// History, current, and potential times its chance. None where a number is out of its range.
    pub fn parts(&self) -> Option<[f64; 3]> {
        let amounts = [self.history, self.current, self.potential];
        let sound = amounts.into_iter().all(is_signed) && is_share(self.chance);
        sound.then_some([self.history, self.current, self.potential * self.chance])
    }

    /// All three together.
    pub fn total(&self) -> Option<f64> {
        self.parts().map(|parts| parts.iter().sum())
    }
}

/// Cost against benefit of a customer; amounts are from 0 up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Account {
    /// Revenue.
    pub revenue: f64,
    /// What it costs to win and develop the customer.
    pub development: f64,
    /// What the customer saves us, as by knowing our products or placing orders alone.
    pub saving: f64,
    /// What is given away in price.
    pub concessions: f64,
}

impl Account {
    /// Revenue, development, saving and concessions as they count: costs negative. None where a
    /// number is out of its range.
    pub fn parts(&self) -> Option<[f64; 4]> {
        let parts = [self.revenue, self.development, self.saving, self.concessions];
        let [revenue, development, saving, concessions] = parts;
        let sound = parts.into_iter().all(is_amount);
        sound.then_some([revenue, -development, saving, -concessions])
    }

    /// All four together.
    pub fn total(&self) -> Option<f64> {
        self.parts().map(|parts| parts.iter().sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CAREER: Career =
        Career { history: 12_000.0, current: 3_000.0, potential: 20_000.0, chance: 0.4 };

    const ACCOUNT: Account =
        Account { revenue: 10_000.0, development: 1_200.0, saving: 600.0, concessions: 400.0 };

    #[test]
    fn row_e4_history_current_and_potential() {
        assert_eq!(CAREER.parts(), Some([12_000.0, 3_000.0, 8_000.0]));
        assert_eq!(CAREER.total(), Some(23_000.0));
        assert_eq!(Career { chance: 0.0, ..CAREER }.total(), Some(15_000.0));
        assert_eq!(Career { chance: 1.4, ..CAREER }.total(), None);
        assert_eq!(Career { history: f64::NAN, ..CAREER }.total(), None);
    }

    #[test]
    fn row_e5_cost_against_benefit() {
        assert_eq!(ACCOUNT.parts(), Some([10_000.0, -1_200.0, 600.0, -400.0]));
        assert_eq!(ACCOUNT.total(), Some(9_000.0));
        assert_eq!(Account { saving: -1.0, ..ACCOUNT }.total(), None);
    }
}
