//! A shop that sells one line: what it must sell, where it is heading, and what kind of shop it is.
//!
//! *Question.* Sales fall month by month, or buyers do not come back. When does the shop stop
//! earning?
//!
//! *Formula.* Profit is `m·n − F` with margin *m* a unit, *n* units and fixed cost *F*, so that the
//! shop breaks even at `F / m` units. Where the sales go is a [stock and flow](super::stock_flow)
//! of buyers who come back and buyers who are new.
//!
//! *Source.* Break-even analysis (Nagle & Müller, *The Strategy and Tactics of Pricing*). The four
//! kinds of shop are a course's own division, by how much a shop looks to the profit on each unit
//! and to the quality and service it gives; the borders are to be moved.
//!
//! *Assumes* one margin for every unit and a fixed cost that stays.
//!
//! *Example.*
//! ```
//! use customer_value::model::simulator::retailer::Retailer;
//! use customer_value::model::simulator::stock_flow::StockFlow;
//!
//! let shop = Retailer::new(20_000.0, 200.0)?;
//! assert_eq!(shop.break_even(), Some(100.0));
//! assert_eq!(shop.profit(300.0), 40_000.0);
//! // 300 units a month, and one in six lost every month: below break-even after six months.
//! let falling = StockFlow::new(300.0, 0.0, 5.0 / 6.0, 0.0).unwrap();
//! assert_eq!(shop.last_sound_period(&falling, 24), Some(6));
//! # Ok::<(), customer_value::model::simulator::retailer::RetailerError>(())
//! ```
//!
//! *Not for* a shop whose lines draw buyers for each other: dropping a line that loses money then
//! loses more than the line.

use super::stock_flow::StockFlow;
use crate::model::bounds::{first_error, is_amount, is_share, ratio};

/// Why there is no shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RetailerError {
    /// The fixed cost is negative or not a number.
    Fixed,
    /// The margin is negative or not a number.
    Margin,
}

/// Fixed cost and margin of a shop, checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Retailer {
    fixed: f64,
    margin: f64,
}

impl Retailer {
    /// A shop with this fixed cost a period and margin a unit.
    ///
    /// # Errors
    /// [`RetailerError`] names the parameter.
    pub fn new(fixed: f64, margin: f64) -> Result<Self, RetailerError> {
        first_error([
            (is_amount(fixed), RetailerError::Fixed),
            (is_amount(margin), RetailerError::Margin),
        ])?;
        Ok(Self { fixed, margin })
    }

    /// Profit of a period in which `units` (any amount) are sold.
    pub fn profit(&self, units: f64) -> f64 {
        self.margin * units - self.fixed
    }

    /// Units at which the profit is zero; none where a unit earns nothing.
    pub fn break_even(&self) -> Option<f64> {
        ratio(self.fixed, self.margin)
    }

    /// The last of the first `periods` periods up to which `sales` have never been below break-even,
    /// the present one being 0; none where they are below it now. Sales that stay above it
    /// throughout give the last period of all.
    pub fn last_sound_period(&self, sales: &StockFlow, periods: u32) -> Option<u32> {
        let path = sales.path(periods);
        let sound = path.iter().take_while(|units| self.profit(**units) >= 0.0);
        u32::try_from(sound.count()).ok()?.checked_sub(1)
    }
}

/// The four kinds of shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Looks to the profit on each unit, little to service.
    Profit,
    /// Looks to service and quality, little to the profit on each unit.
    Brand,
    /// Looks to both.
    Value,
    /// Looks to neither above the rest.
    Mixed,
}

impl Kind {
    /// The kind of a shop that scores this much on `profit` and on `service`; a score above its
    /// border counts as looking to it.
    pub fn of((profit, service): (f64, f64), borders: (f64, f64)) -> Self {
        match (profit > borders.0, service > borders.1) {
            (true, false) => Self::Profit,
            (false, true) => Self::Brand,
            (true, true) => Self::Value,
            (false, false) => Self::Mixed,
        }
    }
}

/// Units we would sell in a shop of `total` units if our share there were `share`, 0..1. None where
/// either is out of range.
pub fn units_at_share(total: f64, share: f64) -> Option<f64> {
    (is_amount(total) && is_share(share)).then_some(total * share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_i1_four_kinds() {
        let kind = |profit, service| Kind::of((profit, service), (5.0, 5.0));
        assert_eq!(kind(9.0, 2.0), Kind::Profit);
        assert_eq!(kind(2.0, 9.0), Kind::Brand);
        assert_eq!(kind(8.0, 8.0), Kind::Value);
        assert_eq!(kind(4.0, 4.0), Kind::Mixed);
    }

    #[test]
    fn row_i2_decline_to_break_even() {
        let shop = Retailer::new(20_000.0, 200.0).unwrap();
        assert_eq!(shop.break_even(), Some(100.0));
        let profits = [300.0, 200.0, 100.0, 50.0].map(|units| shop.profit(units));
        assert_eq!(profits, [40_000.0, 20_000.0, 0.0, -10_000.0]);
        let falling = StockFlow::new(300.0, 0.0, 1.0 - 0.167, 0.0).unwrap();
        assert_eq!(falling.after(6.0).round(), 100.0);
        assert_eq!(shop.last_sound_period(&falling, 12), Some(6));
        assert!((falling.periods_until(100.0).unwrap() - 6.0).abs() < 0.02);
    }

    #[test]
    fn row_i3_from_steady_to_break_even() {
        let shop = Retailer::new(20_000.0, 200.0).unwrap();
        let steady = |kept| StockFlow::new(200.0, 40.0, kept, 0.0).unwrap().steady().unwrap();
        assert!((shop.profit(steady(0.8)) - 20_000.0).abs() < 1e-9);
        assert!(shop.profit(steady(0.6)).abs() < 1e-9);
    }

    #[test]
    fn row_i4_satisfied_without_growth() {
        let brand = Retailer::new(20_000.0, 60.0).unwrap();
        let units = StockFlow::new(40.0, 40.0, 0.9, 0.0).unwrap().steady().unwrap();
        assert!((units - 400.0).abs() < 1e-9 && (brand.profit(units) - 4_000.0).abs() < 1e-9);
    }

    #[test]
    fn row_i5_share_in_the_shop() {
        let (now, goal) = (units_at_share(300.0, 0.15), units_at_share(300.0, 0.30));
        assert_eq!((now, goal), (Some(45.0), Some(90.0)));
        assert_eq!(units_at_share(300.0, 1.5), None);
        assert_eq!(units_at_share(f64::NAN, 0.5), None);
    }

    #[test]
    fn edges() {
        assert_eq!(Retailer::new(-1.0, 1.0), Err(RetailerError::Fixed));
        assert_eq!(Retailer::new(1.0, f64::NAN), Err(RetailerError::Margin));
        let free = Retailer::new(10.0, 0.0).unwrap();
        assert_eq!(free.break_even(), None);
        let flow = StockFlow::new(3.0, 0.0, 1.0, 0.0).unwrap();
        assert_eq!(free.last_sound_period(&flow, 5), None);
        assert_eq!(Retailer::new(0.0, 1.0).unwrap().last_sound_period(&flow, 5), Some(5));
    }
}
