//! Two short formulas that textbooks print with a slip, each as printed and as meant.
//!
//! *Average revenue.* "Total revenue divided by the lifetime" is revenue per period, not a lifetime
//! value; lifetime revenue is revenue per period *times* the lifetime. And revenue is not
//! margin: neither figure says what the customer earns for the firm.
//!
//! *Times the discount.* "(Revenue − cost) × lifetime × discount" is right with the average
//! discount *factor* of the lifetime, and far too low with the discount *rate*.

use super::time_value::growing_annuity;

/// Revenue per period: total revenue divided by the lifetime, `periods` above 0.
pub fn per_period(total: f64, periods: f64) -> Option<f64> {
    let answer = total / periods;
    (periods > 0.0 && answer.is_finite()).then_some(answer)
}

/// Lifetime revenue: value of an order × orders per period × periods of life.
pub fn over_life(order: f64, orders: f64, periods: f64) -> f64 {
    order * orders * periods
}

/// Average discount factor of `periods` equal payments at the end of each period: present value of
/// one unit a period, divided by the number of periods. 1 at a rate of 0.
///
/// None unless the rate is above −1 and there is at least one period.
pub fn average_discount_factor(rate: f64, periods: f64) -> Option<f64> {
    if !(rate > -1.0 && rate.is_finite() && periods >= 1.0 && periods.is_finite()) {
        return None;
    }
    growing_annuity(1.0, rate, 0.0, periods).map(|value| value / periods)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_e1_as_written_and_as_meant() {
        assert_eq!(per_period(120_000.0, 5.0), Some(24_000.0));
        assert_eq!(over_life(200.0, 6.0, 5.0), 6_000.0);
        // Omni's example: 5 m revenue, 500,000 orders, 200,000 customers, 300,000 customer-years.
        let order = per_period(5e6, 500_000.0).unwrap();
        assert_eq!(over_life(order, 500_000.0 / 200_000.0, 300_000.0 / 200_000.0), 37.5);
        assert_eq!(per_period(1.0, 0.0), None);
    }

    #[test]
    fn row_e6_rate_and_factor() {
        let factor = average_discount_factor(0.10, 5.0).unwrap();
        assert!((factor - 0.758_157_353_9).abs() < 1e-9);
        let margin = 3_000.0 - 1_800.0;
        assert!((margin * 5.0 * factor - 4_548.944_123).abs() < 1e-5);
        assert!((margin * 5.0 * 0.10 - 600.0_f64).abs() < 1e-9);
        // The same as the annuity added up payment by payment.
        let annuity: f64 = (1..=5).map(|k| margin / libm::pow(1.1, f64::from(k))).sum();
        assert!((margin * 5.0 * factor / annuity - 1.0).abs() < 1e-14);
    }

    #[test]
    fn factor_at_the_edges() {
        assert_eq!(average_discount_factor(0.0, 5.0), Some(1.0));
        assert_eq!(average_discount_factor(-1.0, 5.0), None);
        assert_eq!(average_discount_factor(0.1, 0.0), None);
    }
}
