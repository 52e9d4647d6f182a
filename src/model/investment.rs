//! The client's investment: what they put in, what comes back, and when.
//!
//! *Question.* The client pays now and gains over the years, at first only part of it. Is that a
//! good investment, and when is the money back?
//!
//! *Formula.* In year *k* the client has `benefit·(1+g)ᵏ⁻¹·rampₖ − cost·(1+h)ᵏ⁻¹`, at its end, and in
//! the last year the residual value as well; now they pay the outlay, less what they save at once.
//! On these amounts: net present value, internal rate of return, payback plain and discounted (see
//! [`cash_flow`](super::cash_flow)), and the return on investment, (what comes in − what goes
//! out) / what goes out, over all years and without discount.
//!
//! *Source.* Brealey, Myers & Allen, *Principles of Corporate Finance*; for the use in selling,
//! Anderson, Kumar & Narus, *Value Merchants* (2007).
//!
//! *Assumes* that benefits are due to the investment and would not come without it.
//!
//! *Example.*
//! ```
//! use customer_value::model::investment::{Investment, Plan};
//!
//! let plan = Plan {
//!     outlay: 1_000.0,
//!     benefit: 600.0,
//!     cost: 100.0,
//!     ramp: vec![0.5], // half in the first year, all of it from the second on
//!     ..Plan::empty(4, 0.1)
//! };
//! let investment = Investment::new(&plan)?;
//! assert_eq!(investment.flow().amounts(), [-1_000.0, 200.0, 500.0, 500.0, 500.0]);
//! assert_eq!(investment.flow().payback(), Some(2.6));
//! # Ok::<(), customer_value::model::investment::InvestmentError>(())
//! ```
//!
//! *Not for* choosing between offers of different size by the rates alone: a high rate on little
//! money may bring less than a lower one on much. Net present value ranks rightly.

use super::bounds::{first_error, first_unsound, is_amount, is_rate, is_share, ratio};
use super::cash_flow::CashFlow;
use super::ownership::MOST_YEARS;

/// What the client puts in and gets out; amounts are from 0 up.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// What is paid now.
    pub outlay: f64,
    /// What is saved now, because something else need not be paid.
    pub saved: f64,
    /// Benefit of the first year if all of it came at once.
    pub benefit: f64,
    /// Growth of the benefit a year, above −1.
    pub benefit_growth: f64,
    /// Running cost of the first year.
    pub cost: f64,
    /// Growth of the running cost a year, above −1.
    pub cost_growth: f64,
    /// The share of the benefit, 0..1, that comes in each of the first years; after them all does.
    pub ramp: Vec<f64>,
    /// What the thing is sold for at the end of the last year.
    pub residual: f64,
    /// Years, 1 to [`MOST_YEARS`].
    pub years: u32,
    /// Discount rate a year, above −1.
    pub rate: f64,
}

impl Plan {
    /// Nothing paid and nothing gained over `years` at a discount `rate`: to be filled in.
    pub const fn empty(years: u32, rate: f64) -> Self {
        Self {
            outlay: 0.0,
            saved: 0.0,
            benefit: 0.0,
            benefit_growth: 0.0,
            cost: 0.0,
            cost_growth: 0.0,
            ramp: Vec::new(),
            residual: 0.0,
            years,
            rate,
        }
    }

    fn check(&self) -> Result<(), InvestmentError> {
        first_error([
            (is_amount(self.outlay), InvestmentError::Outlay),
            (is_amount(self.saved), InvestmentError::Saved),
            (is_amount(self.benefit), InvestmentError::Benefit),
            (is_rate(self.benefit_growth), InvestmentError::BenefitGrowth),
            (is_amount(self.cost), InvestmentError::Cost),
            (is_rate(self.cost_growth), InvestmentError::CostGrowth),
            (is_amount(self.residual), InvestmentError::Residual),
            ((1..=MOST_YEARS).contains(&self.years), InvestmentError::Years),
            (is_rate(self.rate), InvestmentError::Rate),
        ])?;
        first_unsound(&self.ramp, is_share).map_or(Ok(()), |k| Err(InvestmentError::Ramp(k)))
    }

    /// What comes in at the end of each year, the first of them now.
    fn received(&self) -> Vec<f64> {
        let at_full = grown(self.benefit, self.benefit_growth, self.years);
        let shares = self.ramp.iter().copied().chain(std::iter::repeat(1.0));
        let mut received = vec![self.saved];
        received.extend(at_full.zip(shares).map(|(benefit, share)| benefit * share));
        if let Some(last) = received.last_mut() {
            *last += self.residual;
        }
        received
    }

    /// What goes out at the end of each year, the first of them now.
    fn spent(&self) -> Vec<f64> {
        let mut spent = vec![self.outlay];
        spent.extend(grown(self.cost, self.cost_growth, self.years));
        spent
    }
}

/// `first`, growing by `growth` a year, for so many `years`.
fn grown(first: f64, growth: f64, years: u32) -> impl Iterator<Item = f64> {
    (0..years).map(move |k| first * libm::pow(1.0 + growth, f64::from(k)))
}

/// Why an investment cannot be worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvestmentError {
    /// The outlay is negative or not a number.
    Outlay,
    /// What is saved now is negative or not a number.
    Saved,
    /// The benefit is negative or not a number.
    Benefit,
    /// The benefit's growth is −100 % or less, or not a number.
    BenefitGrowth,
    /// The running cost is negative or not a number.
    Cost,
    /// The running cost's growth is −100 % or less, or not a number.
    CostGrowth,
    /// The share of this year of the ramp is outside 0..1.
    Ramp(usize),
    /// The residual value is negative or not a number.
    Residual,
    /// The years are not 1 to [`MOST_YEARS`].
    Years,
    /// The discount rate is −100 % or less, or not a number.
    Rate,
    /// The amounts are beyond all numbers.
    TooLarge,
}

/// The client's investment, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Investment {
    received: CashFlow,
    spent: CashFlow,
    flow: CashFlow,
}

impl Investment {
    /// Works out `plan` year by year.
    ///
    /// # Errors
    /// [`InvestmentError`] names what cannot be used.
    pub fn new(plan: &Plan) -> Result<Self, InvestmentError> {
        plan.check()?;
        let (received, spent) = (plan.received(), plan.spent());
        let amounts: Vec<f64> = received.iter().zip(&spent).map(|(a, b)| a - b).collect();
        let flow = |amounts: &[f64]| {
            CashFlow::new(amounts, plan.rate).map_err(|_| InvestmentError::TooLarge)
        };
        Ok(Self { received: flow(&received)?, spent: flow(&spent)?, flow: flow(&amounts)? })
    }

    /// What is left to the client year by year: its net present value, internal rate of return and
    /// payback.
    pub const fn flow(&self) -> &CashFlow {
        &self.flow
    }

    /// What comes in year by year.
    pub const fn received(&self) -> &CashFlow {
        &self.received
    }

    /// What goes out year by year, as positive amounts.
    pub const fn spent(&self) -> &CashFlow {
        &self.spent
    }

    /// When the plain amounts have made up for what went out, in years from now; 0 where the client
    /// is never behind, none where they never do.
    pub fn payback(&self) -> Option<f64> {
        if never_behind(self.flow.amounts()) { Some(0.0) } else { self.flow.payback() }
    }

    /// The same of the discounted amounts.
    pub fn discounted_payback(&self) -> Option<f64> {
        if never_behind(self.flow.present()) { Some(0.0) } else { self.flow.discounted_payback() }
    }

    /// Return on investment: what is gained on each unit that goes out, over all years and without
    /// discount. None where nothing goes out.
    pub fn return_on_investment(&self) -> Option<f64> {
        let sum = |flow: &CashFlow| flow.amounts().iter().sum::<f64>();
        ratio(sum(&self.received) - sum(&self.spent), sum(&self.spent))
    }

    /// The same on what the amounts are worth today: net present value for each unit that goes out.
    /// None where nothing goes out.
    pub fn discounted_return(&self) -> Option<f64> {
        ratio(self.flow.npv(), self.spent.npv())
    }

    /// How much of the benefits must come for the client not to lose: 0.6 where six tenths do,
    /// above 1 where all are not enough. None where nothing comes in.
    pub fn benefit_needed(&self) -> Option<f64> {
        ratio(self.spent.npv(), self.received.npv())
    }
}

/// Whether the running sum of `amounts` never falls below zero.
fn never_behind(amounts: &[f64]) -> bool {
    let mut sum = 0.0;
    amounts.iter().all(|amount| {
        sum += amount;
        sum >= 0.0
    })
}

#[cfg(test)]
mod tests {
    use super::super::cash_flow::{InternalRate, NoRate};
    use super::*;

    fn plan() -> Plan {
        Plan {
            outlay: 1_000.0,
            benefit: 600.0,
            benefit_growth: 0.1,
            cost: 100.0,
            cost_growth: 0.05,
            ramp: vec![0.5, 0.75],
            residual: 200.0,
            ..Plan::empty(4, 0.08)
        }
    }

    fn close(a: f64, b: f64) -> bool {
        (a / b - 1.0).abs() < 1e-12
    }

    #[test]
    fn year_by_year() {
        let investment = Investment::new(&plan()).unwrap();
        // 600·0.5, 660·0.75, 726, 798.6 + 200, less 100, 105, 110.25, 115.7625.
        let expected = [-1_000.0, 200.0, 390.0, 615.75, 882.837_5];
        let found = investment.flow().amounts();
        assert!(found.iter().zip(expected).all(|(a, b)| close(*a, b)), "{found:?}");
        let npv: f64 = expected.iter().zip(0..).map(|(a, k)| a / 1.08_f64.powi(k)).sum();
        assert!(close(investment.flow().npv(), npv));
        let returned = (2_519.6 - 1_431.012_5) / 1_431.012_5;
        assert!(close(investment.return_on_investment().unwrap(), returned));
        let spent = investment.spent().npv();
        assert!(close(investment.discounted_return().unwrap(), npv / spent));
        assert!(close(investment.benefit_needed().unwrap(), spent / (spent + npv)));
    }

    #[test]
    fn the_internal_rate_makes_it_worth_nothing() {
        let at = |rate| Investment::new(&Plan { rate, ..plan() }).unwrap();
        let rate = at(0.08).flow().irr().only().unwrap();
        assert!(at(rate).flow().npv().abs() < 1e-9);
        assert!(at(rate).flow().discounted_payback().unwrap() > 3.999_999);
        assert!(close(at(rate).benefit_needed().unwrap(), 1.0));
    }

    #[test]
    fn nothing_out_or_nothing_in() {
        let free = Investment::new(&Plan { benefit: 5.0, ..Plan::empty(3, 0.1) }).unwrap();
        assert_eq!(free.return_on_investment(), None);
        assert_eq!(free.flow().irr(), InternalRate::None(NoRate::OneSided));
        let lost = Investment::new(&Plan { outlay: 5.0, ..Plan::empty(3, 0.1) }).unwrap();
        assert_eq!(lost.return_on_investment(), Some(-1.0));
        assert_eq!(lost.benefit_needed(), None);
        assert_eq!(lost.flow().payback(), None);
    }

    #[test]
    fn who_never_is_behind_has_nothing_to_wait_for() {
        let free = Investment::new(&Plan { benefit: 5.0, ..Plan::empty(3, 0.1) }).unwrap();
        assert_eq!((free.payback(), free.discounted_payback()), (Some(0.0), Some(0.0)));
        let paid = Plan { outlay: 8.0, benefit: 5.0, ..Plan::empty(3, 0.0) };
        let paid = Investment::new(&paid).unwrap();
        assert_eq!((paid.payback(), paid.discounted_payback()), (Some(1.6), Some(1.6)));
        let lost = Investment::new(&Plan { outlay: 5.0, ..Plan::empty(3, 0.1) }).unwrap();
        assert_eq!((lost.payback(), lost.discounted_payback()), (None, None));
    }

    #[test]
    fn what_is_saved_now_comes_in_now() {
        let cheaper = Plan { saved: 300.0, cost: 100.0, ..Plan::empty(2, 0.1) };
        let investment = Investment::new(&cheaper).unwrap();
        assert_eq!(investment.flow().amounts(), [300.0, -100.0, -100.0]);
        assert_eq!(investment.return_on_investment(), Some(0.5));
        let wrong = Plan { saved: -1.0, ..cheaper };
        assert_eq!(Investment::new(&wrong), Err(InvestmentError::Saved));
    }

    #[test]
    fn several_internal_rates() {
        // Out 1,600, in 10,000, and 10,000 out again to clear up.
        let plan = Plan {
            outlay: 1_600.0,
            benefit: 20_000.0,
            benefit_growth: -0.5,
            cost: 10_000.0,
            cost_growth: 1.0,
            ramp: vec![1.0, 1.0],
            ..Plan::empty(2, 0.1)
        };
        let rates = Investment::new(&plan).unwrap().flow().irr();
        assert!(close(rates.all()[0], 0.25) && close(rates.all()[1], 4.0));
    }

    #[test]
    fn says_what_cannot_be_used() {
        let new = |plan: Plan| Investment::new(&plan).map(|_| ());
        assert_eq!(new(Plan { outlay: -1.0, ..plan() }), Err(InvestmentError::Outlay));
        assert_eq!(new(Plan { ramp: vec![0.5, 1.5], ..plan() }), Err(InvestmentError::Ramp(1)));
        assert_eq!(new(Plan { years: 0, ..plan() }), Err(InvestmentError::Years));
        assert_eq!(new(Plan { rate: f64::NAN, ..plan() }), Err(InvestmentError::Rate));
        let explodes = Plan { years: 100, cost_growth: 1e6, ..plan() };
        assert_eq!(new(explodes), Err(InvestmentError::TooLarge));
    }
}
