//! Stock and flow: a stock of customers that leaks, fills and feeds itself.
//!
//! *Question.* New customers come, old ones stay away, and some bring others. Where does that lead,
//! and how soon?
//!
//! *Formula.* From one period to the next `Nₜ₊₁ = (k + b)·Nₜ + a`, with the share *k* who stay or
//! come back, *b* new customers brought by each, and *a* who come anyhow. With `g = k + b`:
//! `Nₜ = N₀·gᵗ + a·(1 − gᵗ)/(1 − g)`. Below `g = 1` the stock settles at `a / (1 − g)`, wherever it
//! began; from 1 up it grows without end, and it feeds itself.
//!
//! *Source.* The first-order stock of system dynamics: Sterman, *Business Dynamics* (2000), ch. 8.
//!
//! *Assumes* the same rates for a new and for an old customer and for every period, and a market that
//! never runs out.
//!
//! *Example.*
//! ```
//! use customer_value::model::simulator::stock_flow::StockFlow;
//!
//! // 40 new buyers a month, 80 of 100 come back: steady at 200.
//! let shop = StockFlow::new(300.0, 40.0, 0.8, 0.0)?;
//! assert!((shop.steady().unwrap() - 200.0).abs() < 1e-10);
//! assert_eq!(shop.after(1.0), 280.0);
//! # Ok::<(), customer_value::model::simulator::stock_flow::StockFlowError>(())
//! ```
//!
//! *Not for* the growth of a new product to saturation: there those who have not bought yet run out.

use crate::math::series::geometric;
use crate::model::bounds::{first_error, is_amount, is_share, ratio};

/// The most periods of a path.
const PERIODS: u32 = 10_000;

/// Why there is no stock and flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StockFlowError {
    /// The stock at the start is negative or not a number.
    Start,
    /// The inflow is negative or not a number.
    Inflow,
    /// What stays is no share.
    Kept,
    /// What each brings is not within 0..1,000.
    Brought,
}

/// A stock of customers and its flows, checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StockFlow {
    start: f64,
    inflow: f64,
    growth: f64,
}

impl StockFlow {
    /// A stock of `start`; each period `inflow` are new, the share `kept` of the old stay, and each
    /// of them brings `brought` others.
    ///
    /// # Errors
    /// [`StockFlowError`] names the parameter.
    pub fn new(start: f64, inflow: f64, kept: f64, brought: f64) -> Result<Self, StockFlowError> {
        first_error([
            (is_amount(start), StockFlowError::Start),
            (is_amount(inflow), StockFlowError::Inflow),
            (is_share(kept), StockFlowError::Kept),
            (is_amount(brought) && brought <= 1e3, StockFlowError::Brought),
        ])?;
        Ok(Self { start, inflow, growth: kept + brought })
    }

    /// What the stock is multiplied by in a period, before the inflow, *g*.
    pub const fn growth(&self) -> f64 {
        self.growth
    }

    /// Where the stock settles; none where it feeds itself.
    pub fn steady(&self) -> Option<f64> {
        if self.growth < 1.0 { ratio(self.inflow, 1.0 - self.growth) } else { None }
    }

    /// The stock after `periods` (0 or more), which need not be whole; of a stock that outgrows all
    /// numbers the largest there is.
    pub fn after(&self, periods: f64) -> f64 {
        let periods = periods.max(0.0);
        let old = if self.start > 0.0 { self.start * libm::pow(self.growth, periods) } else { 0.0 };
        let new =
            if self.inflow > 0.0 { self.inflow * geometric(self.growth, periods) } else { 0.0 };
        (old + new).min(f64::MAX)
    }

    /// The stock now and after each of `periods` periods, at most 10,000.
    pub fn path(&self, periods: u32) -> Vec<f64> {
        (0..=periods.min(PERIODS)).map(|t| self.after(f64::from(t))).collect()
    }

    /// How many periods it takes to come to `level`, not always a whole number; none where the
    /// stock never comes there.
    pub fn periods_until(&self, level: f64) -> Option<f64> {
        if level == self.start {
            return Some(0.0);
        }
        let periods = if self.growth == 1.0 {
            (level - self.start) / self.inflow
        } else {
            let centre = self.inflow / (1.0 - self.growth);
            libm::log((level - centre) / (self.start - centre)) / libm::log(self.growth)
        };
        (periods > 0.0 && periods.is_finite()).then_some(periods)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f64, b: f64) -> bool {
        (a / b - 1.0).abs() < 1e-12
    }

    #[test]
    fn row_b10_the_asset_that_grows_with_use() {
        let customers = StockFlow::new(100.0, 0.0, 0.85, 0.2).unwrap();
        assert!(close(customers.growth(), 1.05));
        assert!((customers.after(5.0) - 127.6).abs() < 0.05);
        assert_eq!(customers.steady(), None);
        let doubling = customers.periods_until(200.0).unwrap();
        assert!((doubling - 14.2067).abs() < 1e-4);
    }

    #[test]
    fn row_i3_returning_buyers() {
        let steady = |kept| StockFlow::new(200.0, 40.0, kept, 0.0).unwrap().steady().unwrap();
        assert!(close(steady(0.8), 200.0));
        assert!(close(steady(0.6), 100.0));
        assert!(close(steady(0.9), 400.0));
    }

    #[test]
    fn the_formula_is_the_recurrence() {
        for (kept, brought) in [(0.0, 0.0), (0.8, 0.0), (0.7, 0.3), (0.9, 0.25)] {
            let flow = StockFlow::new(300.0, 40.0, kept, brought).unwrap();
            let mut stock = 300.0;
            for found in flow.path(24) {
                assert!(close(found, stock), "{kept} {brought}: {found} for {stock}");
                stock = stock * (kept + brought) + 40.0;
            }
        }
    }

    #[test]
    fn it_comes_to_a_level_when_it_says() {
        for (kept, brought, level) in [(0.8, 0.0, 210.0), (0.7, 0.3, 900.0), (0.9, 0.25, 5_000.0)] {
            let flow = StockFlow::new(300.0, 40.0, kept, brought).unwrap();
            assert!(close(flow.after(flow.periods_until(level).unwrap()), level));
        }
        let falling = StockFlow::new(300.0, 40.0, 0.8, 0.0).unwrap();
        for never in [200.0, 199.0, 301.0, f64::NAN, f64::INFINITY] {
            assert_eq!(falling.periods_until(never), None, "{never}");
        }
        assert_eq!(falling.periods_until(300.0), Some(0.0));
        let standing = StockFlow::new(5.0, 0.0, 1.0, 0.0).unwrap();
        assert_eq!(standing.periods_until(6.0), None);
        assert_eq!(StockFlow::new(5.0, 1.0, 0.0, 0.0).unwrap().periods_until(3.0), None);
    }

    #[test]
    fn says_what_cannot_be_used() {
        let new = StockFlow::new;
        assert_eq!(new(-1.0, 0.0, 0.5, 0.0), Err(StockFlowError::Start));
        assert_eq!(new(1.0, f64::NAN, 0.5, 0.0), Err(StockFlowError::Inflow));
        assert_eq!(new(1.0, 0.0, 1.5, 0.0), Err(StockFlowError::Kept));
        assert_eq!(new(1.0, 0.0, 0.5, 1e4), Err(StockFlowError::Brought));
    }

    #[test]
    fn a_stock_without_end_stops_at_the_largest_number() {
        let wild = StockFlow::new(1e15, 1e15, 1.0, 1e3).unwrap();
        assert_eq!(wild.after(1e6), f64::MAX);
        assert_eq!(StockFlow::new(0.0, 0.0, 1.0, 1e3).unwrap().after(1e9), 0.0);
    }
}
