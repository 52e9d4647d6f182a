//! A claim put to the test with the numbers of the case.

use super::super::grip::{self, Grip};
use super::super::{Case, Input};
use super::Number;
use crate::model::loyalty::Saying;
use crate::model::loyalty::trial::{Law, Trial};

/// Why a claim cannot be put to the test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrialError {
    /// A change by no points.
    NoPoints,
    /// Winning a customer costs nothing.
    NoAcquisition,
    /// No call to a customer sells.
    NoSale,
    /// Nobody who hears of it would have bought, or nothing is lost by it.
    NothingForgone,
    /// There are no customers who could recommend, or no new ones.
    Nobody,
    /// A number is out of its range.
    OutOfRange,
}

/// The numbers that the trial of a claim takes; the first is the one its handle sets.
pub fn inputs(saying: Saying) -> Vec<Input> {
    let own = |numbers: &[Number]| numbers.iter().map(|number| Input::Claim(*number)).collect();
    match saying {
        Saying::SixTimes => own(&[Number::Again]),
        Saying::EightTimes | Saying::FiveTimes => {
            vec![Input::Claim(Number::Keeping), Input::Acquisition]
        }
        Saying::TellsFive => own(&[
            Number::Told,
            Number::WouldBuy,
            Number::Forgone,
            Number::Pieces,
            Number::Piece,
            Number::Courier,
        ]),
        Saying::HalfAgainst => own(&[Number::ToStranger, Number::ToCustomer]),
        Saying::Recommended => own(&[Number::Brought, Number::Stock, Number::Newcomers]),
        Saying::Doubled | Saying::Raised | Saying::Lowered => vec![Input::Retention],
        Saying::Own => {
            let mut all = vec![Input::Retention];
            all.extend([Number::Points, Number::Change].map(Input::Claim));
            all
        }
    }
}

impl Case {
    /// Points of retention, and the change they are said to bring.
    pub fn said_points(&self, saying: Saying) -> (f64, f64) {
        let typed = (self.claims.points, self.claims.change);
        let printed = saying.figure().and_then(|figure| Some((figure.points?, figure.value)));
        printed.unwrap_or(typed)
    }

    /// Discount rate of a period.
    pub(super) fn discount_of_a_period(&self) -> f64 {
        self.customer.period.rate(self.customer.discount)
    }

    /// The claim with our own numbers.
    ///
    /// # Errors
    /// [`TrialError`] says why it cannot be put to the test.
    pub fn trial(&self, saying: Saying) -> Result<Trial, TrialError> {
        let claims = &self.claims;
        let own = inputs(saying).first().and_then(|input| input.get(self)).unwrap_or_default();
        let positive = |x: f64, error| if x > 0.0 { Ok(x) } else { Err(error) };
        let figure = saying.figure().map_or(0.0, |figure| figure.value);
        let (law, claimed) = match saying {
            Saying::SixTimes => (Law::Inverse(1.0), figure),
            Saying::EightTimes | Saying::FiveTimes => {
                let winning = positive(self.customer.acquisition, TrialError::NoAcquisition)?;
                (Law::Inverse(winning), figure)
            }
            Saying::TellsFive => {
                let each = positive(claims.would_buy * claims.forgone, TrialError::NothingForgone)?;
                (Law::Proportional(each), claims.recovery_cost())
            }
            Saying::HalfAgainst => {
                let stranger = saying.figures().get(1).map_or(1.0, |figure| figure.value);
                let customer = positive(claims.to_customer, TrialError::NoSale)?;
                (Law::Inverse(customer), figure / stranger)
            }
            Saying::Recommended => {
                let stock = positive(claims.stock, TrialError::Nobody)?;
                let newcomers = positive(claims.newcomers, TrialError::Nobody)?;
                (Law::Proportional(stock / newcomers), figure)
            }
            Saying::Doubled | Saying::Raised | Saying::Lowered | Saying::Own => {
                let (points, change) = self.said_points(saying);
                if points == 0.0 {
                    return Err(TrialError::NoPoints);
                }
                let uplift = claims.measure.uplift(points, self.discount_of_a_period());
                (Law::Retention(uplift.ok_or(TrialError::OutOfRange)?), change)
            }
        };
        Ok(Trial { law, claimed, own })
    }

    /// The grip of the figure of a trial: our own number.
    pub fn trial_grips(&self) -> Vec<Grip> {
        let own = inputs(self.claims.chosen).first().copied();
        let grip = |input| {
            // A retention to a tenth of a per cent: claims hold at one only.
            let snap = if input == Input::Retention { 0.001 } else { grip::snap(self, input) };
            Grip { input, zero: 0.0, scale: 1.0, snap }
        };
        own.map(grip).into_iter().collect()
    }
}
