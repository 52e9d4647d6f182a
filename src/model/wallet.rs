//! Share of wallet: growing by a larger share of each customer, or by more customers.
//!
//! *Question.* Our customers buy part of what they need from us and the rest elsewhere. Shall we
//! earn more from those we have, or win new ones?
//!
//! *Formula.* With spend *w* a customer and year, our part *o* of it and *n* customers, our share is
//! `o / w`. Ten points more bring `0.1·w·n` a year; *k* new customers like the present ones bring
//! `k·o`. Over years of equal amounts at the end of each, a yearly amount is worth
//! `Σ 1/(1+i)ᵏ` times itself today.
//!
//! *Source.* Peppers & Rogers, *The One to One Future* (1993): share of customer before share of
//! market; Coyles & Gokey, "Customer Retention Is Not Enough" (2002).
//!
//! *Assumes* that the spend stays the same, that new customers are like the present ones, and that
//! none leave. Amounts are revenue or margin, as the caller counts them, as long as all are the same.
//!
//! *Example.*
//! ```
//! use customer_value::model::wallet::Wallet;
//!
//! let wallet = Wallet::new(10_000.0, 3_500.0, 1.0).unwrap();
//! assert_eq!(wallet.share(), Some(0.35));
//! let growth = wallet.by_share(0.10, 0.0).unwrap();
//! assert_eq!(growth.yearly, 1_000.0);
//! assert!((growth.present_value(0.10, 5).unwrap() - 3_790.79).abs() < 0.005);
//! ```
//!
//! *Not for* small customers who give us all they have: there is no share left to win.

use super::average_revenue::average_discount_factor;
use super::bounds::{is_amount, is_share, ratio};

/// What a customer spends, what of it with us, and how many such customers there are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wallet {
    spend: f64,
    ours: f64,
    customers: f64,
}

/// One way to grow.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Growth {
    /// What it brings a year.
    pub yearly: f64,
    /// What it costs, once, now.
    pub cost: f64,
}

impl Wallet {
    /// What a customer spends a year, `ours` of it with us, and the number of such `customers`; each
    /// from 0 up. None where one is out of its range or we get more than is spent.
    pub fn new(spend: f64, ours: f64, customers: f64) -> Option<Self> {
        let sound = is_amount(spend) && is_amount(ours) && is_amount(customers);
        (sound && ours <= spend).then_some(Self { spend, ours, customers })
    }

    /// Our share of what a customer spends, 0..1; none where nothing is spent.
    pub fn share(&self) -> Option<f64> {
        ratio(self.ours, self.spend)
    }

    /// What is left to win of each customer and year.
    pub fn open(&self) -> f64 {
        self.spend - self.ours
    }

    /// Growth by `points` of share (0.1 is ten points) at a cost `each` customer. None where there
    /// is not that much share left, or a number is out of its range.
    pub fn by_share(&self, points: f64, each: f64) -> Option<Growth> {
        let gained = points * self.spend;
        let sound = is_share(points) && is_amount(each) && gained <= self.open() * (1.0 + 1e-12);
        let n = self.customers;
        sound.then_some(Growth { yearly: gained * n, cost: each * n })
    }

    /// Growth by `heads` new customers like the present ones at an acquisition cost `each`. None
    /// where a number is out of its range.
    pub fn by_heads(&self, heads: f64, each: f64) -> Option<Growth> {
        let sound = is_amount(heads) && is_amount(each);
        sound.then_some(Growth { yearly: self.ours * heads, cost: each * heads })
    }

    /// How many new customers bring as much a year as `points` of share; none where there is not
    /// that much share left, or a customer brings nothing.
    pub fn heads_equal_to(&self, points: f64) -> Option<f64> {
        ratio(self.by_share(points, 0.0)?.yearly, self.ours)
    }
}

impl Growth {
    /// What `years` (1 or more) of it are worth today at a discount `rate` above −1, before the
    /// cost.
    pub fn present_value(&self, rate: f64, years: u32) -> Option<f64> {
        let years = f64::from(years);
        let value = self.yearly * average_discount_factor(rate, years)? * years;
        value.is_finite().then_some(value)
    }

    /// The same less the cost.
    pub fn net_present_value(&self, rate: f64, years: u32) -> Option<f64> {
        self.present_value(rate, years).map(|value| value - self.cost)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_a18_ten_points() {
        let wallet = Wallet::new(10_000.0, 3_500.0, 1.0).unwrap();
        assert_eq!((wallet.share(), wallet.open()), (Some(0.35), 6_500.0));
        let growth = wallet.by_share(0.1, 0.0).unwrap();
        assert_eq!(growth.yearly, 1_000.0);
        assert!((growth.present_value(0.1, 5).unwrap() - 3_790.786_769).abs() < 1e-6);
    }

    #[test]
    fn share_against_heads() {
        let wallet = Wallet::new(10_000.0, 3_500.0, 700.0).unwrap();
        // Ten points of 700 customers are as much as 200 new ones.
        assert!((wallet.heads_equal_to(0.1).unwrap() - 200.0).abs() < 1e-9);
        let share = wallet.by_share(0.1, 300.0).unwrap();
        let heads = wallet.by_heads(200.0, 1_500.0).unwrap();
        assert!((share.yearly - heads.yearly).abs() < 1e-6);
        assert_eq!((share.cost, heads.cost), (210_000.0, 300_000.0));
        let gap =
            share.net_present_value(0.1, 5).unwrap() - heads.net_present_value(0.1, 5).unwrap();
        assert!((gap - 90_000.0).abs() < 1e-6);
    }

    #[test]
    fn edges() {
        let wallet = Wallet::new(10_000.0, 3_500.0, 1.0).unwrap();
        assert_eq!(wallet.by_share(0.65, 0.0).unwrap().yearly, 6_500.0);
        assert_eq!(wallet.by_share(0.66, 0.0), None);
        assert_eq!(wallet.by_share(f64::NAN, 0.0), None);
        assert_eq!(Wallet::new(1.0, 2.0, 1.0), None);
        let empty = Wallet::new(0.0, 0.0, 5.0).unwrap();
        assert_eq!((empty.share(), empty.heads_equal_to(0.1)), (None, None));
        assert_eq!(wallet.by_share(0.1, 0.0).unwrap().present_value(0.1, 0), None);
        assert_eq!(wallet.by_share(0.1, 0.0).unwrap().present_value(-1.0, 5), None);
        assert_eq!(wallet.by_share(0.1, 0.0).unwrap().present_value(-0.999, 500), None);
    }
}
