//! Discounted cash flow: what a series of yearly amounts is worth today.
//!
//! *Formula.* `NPV = Σ fₖ / (1 + i)ᵏ`, the first amount now (k = 0) and the others at the end of
//! each year. A cost is a negative amount.

/// Why a series has no present value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CashFlowError {
    /// The discount rate is −100 % or less, or not a number.
    Rate,
    /// An amount is not a number, or the sum is beyond all numbers.
    Amount,
}

/// Amounts year by year and what they are worth today.
#[derive(Clone, Debug, PartialEq)]
pub struct CashFlow {
    amounts: Vec<f64>,
    present: Vec<f64>,
}

impl CashFlow {
    /// Discounts `amounts`, the first of them now, at `rate` a year.
    ///
    /// # Errors
    /// [`CashFlowError`] says whether the rate or an amount is unusable.
    pub fn new(amounts: &[f64], rate: f64) -> Result<Self, CashFlowError> {
        if !(rate > -1.0 && rate.is_finite()) {
            return Err(CashFlowError::Rate);
        }
        let discounted = |(k, amount): (usize, &f64)| amount * libm::pow(1.0 + rate, -(k as f64));
        let present: Vec<f64> = amounts.iter().enumerate().map(discounted).collect();
        let sum: f64 = present.iter().map(|p| p.abs()).sum();
        if !sum.is_finite() {
            return Err(CashFlowError::Amount);
        }
        Ok(Self { amounts: amounts.to_vec(), present })
    }

    /// The amounts as they fall due.
    pub fn amounts(&self) -> &[f64] {
        &self.amounts
    }

    /// Each amount as it is worth today.
    pub fn present(&self) -> &[f64] {
        &self.present
    }

    /// Net present value.
    pub fn npv(&self) -> f64 {
        self.present.iter().sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_e2() {
        let flow = CashFlow::new(&[-500.0, 300.0, 500.0, 600.0, 400.0], 0.10).unwrap();
        let cents: Vec<f64> = flow.present().iter().map(|p| (p * 100.0).round() / 100.0).collect();
        assert_eq!(cents, [-500.0, 272.73, 413.22, 450.79, 273.21]);
        assert!((flow.npv() - 909.94).abs() < 0.005);
    }

    #[test]
    fn without_interest_it_is_the_plain_sum() {
        assert_eq!(CashFlow::new(&[-5.0, 3.0, 4.0], 0.0).unwrap().npv(), 2.0);
        assert_eq!(CashFlow::new(&[], 0.1).unwrap().npv(), 0.0);
    }

    #[test]
    fn refuses_the_impossible() {
        assert_eq!(CashFlow::new(&[1.0], -1.0), Err(CashFlowError::Rate));
        assert_eq!(CashFlow::new(&[f64::NAN], 0.1), Err(CashFlowError::Amount));
        assert_eq!(CashFlow::new(&[0.0, 1e300, 1e300], -0.999_999), Err(CashFlowError::Amount));
    }
}
