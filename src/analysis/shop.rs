//! The customers that the page opens with: made up by chance, and always the same.

use super::base::Base;
use crate::math::calendar::Date;
use crate::math::random::Random;
use crate::model::customers::{Grain, Moment, Purchases, Returns, SummaryError};
use crate::model::purchase::gamma_gamma::GammaGamma;
use crate::model::purchase::simulation::{pasts, record};
use crate::model::purchase::{HistoryError, MbgNbd, ParameterError, Parameters};

/// How many customers.
const CUSTOMERS: u32 = 1_500;

/// For how many weeks they have been known, at least and at most.
const KNOWN: (f64, f64) = (52.0, 78.0);

/// How they buy, which the page does not say: to be found out from the data.
const HABITS: Parameters = Parameters { r: 0.75, alpha: 7.5, a: 0.8, b: 2.4 };

/// How they spend.
const SPENDING: (f64, f64, f64) = (6.0, 4.0, 150.0);

/// The last day of the record.
const END: (i64, i64, i64) = (2025, 6, 30);

/// The made-up customers of a seed.
pub fn sample(seed: u64) -> Option<Base> {
    let shop: Result<MbgNbd, ParameterError> = MbgNbd::new(HABITS);
    let spending = GammaGamma::new(SPENDING.0, SPENDING.1, SPENDING.2).ok()?;
    let made: Result<_, HistoryError> = shop
        .ok()
        .map(|shop| pasts(CUSTOMERS, KNOWN, seed, |random: &mut Random| shop.draw(random)))?;
    let rows = record(&made.ok()?, &spending, seed);
    let end = Date::new(END.0, END.1, END.2)?.days();
    let latest = rows.last().map_or(0.0, |row| row.time);
    let mut purchases = Purchases::new(Grain::Day, true);
    for row in &rows {
        #[expect(clippy::cast_possible_truncation, reason = "a few hundred days")]
        let day = end - ((latest - row.time) * 7.0) as i64;
        let amount = libm::round(row.amount * 100.0) / 100.0;
        let name = format!("C{:04}", row.customer + 1);
        purchases.add(name.as_bytes(), Moment::midnight(Date::from_days(day)), amount)?;
    }
    let base: Result<Base, SummaryError> = Base::new(purchases.post(), Returns::Purchases);
    base.ok()
}
