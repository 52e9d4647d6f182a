//! Win–win: what one price does to both sides.
//!
//! *Question.* A lower price leaves the customer more and the firm less, today. But who is left more
//! comes more readily and stays longer. At which prices do both gain, and which is best for whom?
//!
//! *Formula.* At price *p* a purchase leaves the customer a surplus `s = w − p` (worth less price) and
//! the firm a margin `p − c`. Beside today's price *p₀*, the surplus has changed by
//! `x = (p₀ − p) / p₀`, in units of today's price, and moves
//!
//! * choice: the odds of choosing us are `e^(a·x)` times today's;
//! * retention: the odds of staying for another period are `e^(b·x)` times today's.
//!
//! Margin and retention give the [lifetime value](super::lifetime) of a customer to the firm; surplus
//! and the same retention give what the relation is worth to the customer. Each is multiplied with
//! the customers who choose us:
//!
//! * firm: `N·share·(lifetime value of (p − c)·q, less the cost of winning)`;
//! * customers: `N·share·(lifetime value of s·q)`, at a discount rate of their own.
//!
//! The first formula is the multinomial logit of [`choice`](super::choice) with a sensitivity of
//! `a/p₀` for a unit of money, where the rivals stand still; the second is a logistic curve through
//! today's retention. Both *a* and *b* are assumptions to be argued about: at 0 the price moves nothing
//! but the split of the total.
//!
//! *Source.* The two-sided view: Gupta & Lehmann, *Managing Customers as Investments* (2005).
//! Logit choice: McFadden (1974). Splitting a joint gain by the product of the gains: Nash, "The
//! Bargaining Problem" (1950).
//!
//! *Assumes* that rivals do not answer, that the unit cost does not depend on how much is sold, and
//! that who chooses another offer gains and loses nothing by us.
//!
//! *Example.*
//! ```
//! use customer_value::model::lifetime::{Horizon, Timing};
//! use customer_value::model::win_win::{Aim, Sides, Terms, WinWin};
//!
//! // A coffee worth 30, sold at 25, cost 8, fifty a year; 80 % stay.
//! let terms = Terms {
//!     worth: 30.0,
//!     unit_cost: 8.0,
//!     purchases: 50.0,
//!     prospects: 1_000.0,
//!     today: 25.0,
//!     share: 0.3,
//!     choice_response: 4.0,
//!     retention: 0.8,
//!     stay_response: 4.0,
//!     discount: 0.1,
//!     customer_discount: 0.1,
//!     growth: 0.0,
//!     acquisition: 100.0,
//!     timing: Timing::Now,
//!     horizon: Horizon::Forever,
//!     prices: (0.0, 50.0),
//! };
//! let coffee = WinWin::new(terms)?;
//! // Nobody loses from a little above cost up to the worth.
//! let zone = coffee.zone(&Sides::NOTHING);
//! assert_eq!((zone.len(), zone[0].1), (1, 30.0));
//! // And a price below today's would be better for both than today's.
//! let today = coffee.at(25.0).sides;
//! let best = coffee.best(Aim::Firm).unwrap();
//! assert!(best.price < 25.0 && best.sides.customer() > today.customer());
//! # Ok::<(), customer_value::model::win_win::WinWinError>(())
//! ```
//!
//! *Not for* a price war, where the next move of the rival decides.

mod sides;
#[cfg(test)]
mod tests;
mod zone;

pub use sides::{Sides, Standing};
pub use zone::{Aim, Highlights, Region};

use super::bounds::{LARGEST, first_error, is_amount, is_rate, is_share, is_signed};
use super::lifetime::{self, Horizon, Lifetime, LifetimeError, Timing};
use crate::math::logistic::shifted;

/// The strongest response.
const STRONGEST: f64 = 1e3;

/// The largest value of either side.
const LARGEST_VALUE: f64 = 1e140;

/// Everything that is assumed; times and rates are per period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms {
    /// What a purchase is worth to the customer, in money, less all it costs beside the price, *w*;
    /// may be negative.
    pub worth: f64,
    /// Cost of a purchase to the firm, *c*.
    pub unit_cost: f64,
    /// Purchases of a customer in a period, *q*.
    pub purchases: f64,
    /// Customers who choose between us and others, *N*; 1 for the one at the table.
    pub prospects: f64,
    /// Today's price, *p₀*, above 0.
    pub today: f64,
    /// Share of them who choose us today, 0..1. At 1 no price changes it.
    pub share: f64,
    /// By how much the log-odds of choosing us rise when the surplus rises by today's price, *a*,
    /// 0..1,000.
    pub choice_response: f64,
    /// Share of our customers who stay for another period today, 0..1. At 1 no price changes it.
    pub retention: f64,
    /// By how much the log-odds of staying rise when the surplus rises by today's price, *b*,
    /// 0..1,000.
    pub stay_response: f64,
    /// The firm's discount rate, above −1.
    pub discount: f64,
    /// The customer's discount rate, above −1.
    pub customer_discount: f64,
    /// Growth of both margin and surplus from period to period, above −1.
    pub growth: f64,
    /// Cost of winning a customer.
    pub acquisition: f64,
    /// When the first purchases are made.
    pub timing: Timing,
    /// How far ahead both sides count.
    pub horizon: Horizon,
    /// The lowest and the highest price considered, with today's between them.
    pub prices: (f64, f64),
}

/// Why the two sides cannot be worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WinWinError {
    /// The worth is not a number.
    Worth,
    /// The unit cost is negative or not a number.
    UnitCost,
    /// The purchases are negative or not a number.
    Purchases,
    /// The prospects are negative or not a number.
    Prospects,
    /// The prices do not go from 0 or more up to a higher one.
    Prices,
    /// Today's price is not above 0, or not among the prices considered.
    Today,
    /// The share is outside 0..1.
    Share,
    /// The response of choice is outside 0..1,000.
    ChoiceResponse,
    /// Retention is outside 0..1.
    Retention,
    /// The response of retention is outside 0..1,000.
    StayResponse,
    /// The firm's discount rate is −100 % or less, or not a number.
    Discount,
    /// The customer's discount rate is −100 % or less, or not a number.
    CustomerDiscount,
    /// The growth is −100 % or less, or not a number.
    Growth,
    /// The cost of winning a customer is negative or not a number.
    Acquisition,
    /// Counted for ever, at the lowest price so many stay that a sum has no end.
    NoFiniteValue,
    /// A value is beyond all numbers.
    TooLarge,
}

/// Both sides as functions of the price, checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WinWin {
    terms: Terms,
}

/// What comes of a price.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Deal {
    /// The price.
    pub price: f64,
    /// What a purchase leaves the customer.
    pub surplus: f64,
    /// What a purchase leaves the firm.
    pub margin: f64,
    /// Share of the prospects who choose us, 0..1.
    pub share: f64,
    /// Share of our customers who stay for another period, 0..1.
    pub retention: f64,
    /// What a customer is worth to the firm, less the cost of winning.
    pub lifetime_value: f64,
    /// What the relation is worth to a customer.
    pub lifetime_surplus: f64,
    /// What the firm earns and the customers gain in all.
    pub sides: Sides,
}

impl WinWin {
    /// Checks `terms`.
    ///
    /// # Errors
    /// [`WinWinError`] names the parameter, or says why the combination has no value.
    pub fn new(terms: Terms) -> Result<Self, WinWinError> {
        let (low, high) = terms.prices;
        let is_response = |x: f64| (0.0..=STRONGEST).contains(&x);
        first_error([
            (is_signed(terms.worth), WinWinError::Worth),
            (is_amount(terms.unit_cost), WinWinError::UnitCost),
            (is_amount(terms.purchases), WinWinError::Purchases),
            (is_amount(terms.prospects), WinWinError::Prospects),
            (low >= 0.0 && low < high && high <= LARGEST, WinWinError::Prices),
            (terms.today > 0.0 && (low..=high).contains(&terms.today), WinWinError::Today),
            (is_share(terms.share), WinWinError::Share),
            (is_response(terms.choice_response), WinWinError::ChoiceResponse),
            (is_share(terms.retention), WinWinError::Retention),
            (is_response(terms.stay_response), WinWinError::StayResponse),
            (is_rate(terms.discount), WinWinError::Discount),
            (is_rate(terms.customer_discount), WinWinError::CustomerDiscount),
            (is_rate(terms.growth), WinWinError::Growth),
            (is_amount(terms.acquisition), WinWinError::Acquisition),
        ])?;
        let win_win = Self { terms };
        // Values are greatest where most stay, at the lowest price, and for the widest margin.
        for discount in [terms.discount, terms.customer_discount] {
            let most = win_win.years(low, discount).map_err(|error| match error {
                LifetimeError::NoFiniteValue => WinWinError::NoFiniteValue,
                _ => WinWinError::TooLarge,
            })?;
            let widest = (terms.worth.abs() + terms.unit_cost + high) * terms.purchases;
            let value = terms.prospects * (most * widest + terms.acquisition);
            if value > LARGEST_VALUE {
                return Err(WinWinError::TooLarge);
            }
        }
        Ok(win_win)
    }

    /// The terms it was made from.
    pub const fn terms(&self) -> &Terms {
        &self.terms
    }

    /// What comes of `price`; one outside the prices considered is brought among them, and what is
    /// not a number is today's.
    pub fn at(&self, price: f64) -> Deal {
        let terms = &self.terms;
        let price =
            if price.is_nan() { terms.today } else { price.clamp(terms.prices.0, terms.prices.1) };
        let (surplus, margin) = (terms.worth - price, price - terms.unit_cost);
        let share = shifted(terms.share, terms.choice_response * self.change(price));
        let worth_of = |amount: f64, discount: f64| {
            amount * terms.purchases * self.years(price, discount).unwrap_or(0.0)
        };
        let lifetime_value = worth_of(margin, terms.discount) - terms.acquisition;
        let lifetime_surplus = worth_of(surplus, terms.customer_discount);
        let won = terms.prospects * share;
        Deal {
            price,
            surplus,
            margin,
            share,
            retention: self.retention(price),
            lifetime_value,
            lifetime_surplus,
            sides: Sides::known(won * lifetime_value, won * lifetime_surplus),
        }
    }

    /// What comes of `count` prices, evenly from the lowest to the highest.
    pub fn sweep(&self, count: u32) -> Vec<Deal> {
        let (low, high) = self.terms.prices;
        let last = f64::from(count.saturating_sub(1).max(1));
        let price = |k: u32| low + (high - low) * (f64::from(k) / last);
        (0..count).map(|k| self.at(price(k))).collect()
    }

    /// By how much the surplus differs from today's, in units of today's price.
    fn change(&self, price: f64) -> f64 {
        (self.terms.today - price) / self.terms.today
    }

    fn retention(&self, price: f64) -> f64 {
        shifted(self.terms.retention, self.terms.stay_response * self.change(price))
    }

    /// Present value of 1 a period for as long as the customer stays at `price`.
    fn years(&self, price: f64, discount: f64) -> Result<f64, LifetimeError> {
        let terms = lifetime::Terms {
            margin: 1.0,
            retention: self.retention(price),
            discount,
            growth: self.terms.growth,
            acquisition: 0.0,
            timing: self.terms.timing,
            horizon: self.terms.horizon,
        };
        Lifetime::new(terms).map(|lifetime| lifetime.value())
    }
}
