//! Retention, churn and lifetime: one fact said in several ways, each turned into the others.
//!
//! *Question.* One report says 5 % churn a month, another 54 % retention a year, a third that a
//! customer stays for 20 months. Do they say the same?
//!
//! *Formula.* A steady retention rate *r* a period leaves a share `rᵏ` after *k* periods. The churn
//! rate is `1 − r`, the expected life `1/(1 − r)` periods. All the rest follows from these. Rates of
//! different periods are not proportional: 5 % of churn a month is 46 % a year, not 60 %.
//!
//! *Source.* Farris, Bendle, Pfeifer & Reibstein, *Marketing Metrics* (2006).
//!
//! *Example.*
//! ```
//! use customer_value::model::lifetime::rates::{expected_life, retention_over};
//!
//! assert!((retention_over(0.95, 12.0).unwrap() - 0.54).abs() < 0.001);
//! assert!((expected_life(0.95).unwrap() - 20.0).abs() < 1e-9);
//! ```
//!
//! *Not for* rates that differ between customers or with their age: the life of a mixed crowd is
//! longer than its mean churn says.

use crate::math::finite;

/// Periods a customer stays on average at a steady retention rate: `1 / (1 − r)`, counting the
/// first. None where nobody ever leaves.
pub fn expected_life(retention: f64) -> Option<f64> {
    let life = 1.0 / (1.0 - retention);
    (retention < 1.0 && life.is_finite()).then_some(life)
}

/// The retention rate at which a customer stays `life` periods (1 or more) on average.
pub fn retention_of_life(life: f64) -> f64 {
    (1.0 - 1.0 / life).clamp(0.0, 1.0)
}

/// Times a customer comes back on average: `r / (1 − r)`, one less than the expected life. None
/// where nobody ever leaves.
pub fn expected_renewals(retention: f64) -> Option<f64> {
    let renewals = retention / (1.0 - retention);
    (0.0..1.0).contains(&retention).then_some(renewals).and_then(finite)
}

/// Periods after which half of the customers are left: `ln ½ / ln r`; none where nobody leaves.
pub fn half_life(retention: f64) -> Option<f64> {
    time_to_share(retention, 0.5)
}

/// Periods after which `share` of the customers is left, `ln s / ln r`, for a share above 0 and
/// below 1. 0 where everybody leaves at the first chance, none where nobody leaves.
pub fn time_to_share(retention: f64, share: f64) -> Option<f64> {
    let sound = (0.0..1.0).contains(&retention) && share > 0.0 && share < 1.0;
    sound.then(|| libm::log(share) / libm::log(retention)).and_then(finite)
}

/// Retention over `periods` (above 0, and not always whole) at `retention` a period: `rᵖ`. From a
/// month to a year with 12, from a year to a month with 1/12.
///
/// None unless the retention lies in 0..1.
pub fn retention_over(retention: f64, periods: f64) -> Option<f64> {
    let sound = (0.0..=1.0).contains(&retention) && periods > 0.0;
    sound.then(|| libm::pow(retention, periods))
}

/// Churn as a rate at every moment, `−ln r`: the share that leaves in a short time, divided by that
/// time. None where all leave at once.
pub fn churn_intensity(retention: f64) -> Option<f64> {
    let sound = retention > 0.0 && retention <= 1.0;
    sound.then(|| libm::log(retention).abs())
}

/// `retention` moved by `points`, as a share: 0.85 from 0.8 by 0.05. A result outside 0..1 by nothing
/// but rounding is 0 or 1; none where it really lies outside.
pub fn moved_by(retention: f64, points: f64) -> Option<f64> {
    let moved = retention + points;
    let nearest = moved.clamp(0.0, 1.0);
    ((moved - nearest).abs() <= 1e-12).then_some(nearest)
}

/// The rate per month that compounds to `yearly` over twelve months.
pub fn monthly_rate(yearly: f64) -> f64 {
    libm::expm1(libm::log1p(yearly) / 12.0)
}

/// The rate per year that `monthly` compounds to over twelve months.
pub fn yearly_rate(monthly: f64) -> f64 {
    libm::expm1(libm::log1p(monthly) * 12.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f64, b: f64) -> bool {
        (a / b - 1.0).abs() < 1e-12
    }

    #[test]
    fn conversions_go_both_ways() {
        assert_eq!(expected_life(0.8).map(|l| (l * 1e9).round() / 1e9), Some(5.0));
        assert_eq!(expected_life(1.0), None);
        assert!(close(retention_of_life(5.0), 0.8));
        assert_eq!(retention_of_life(1.0), 0.0);
        assert!(close(yearly_rate(monthly_rate(0.1)), 0.1));
        assert!((monthly_rate(0.1) - 0.007_974_140).abs() < 1e-9);
    }

    #[test]
    fn shares_left_and_times() {
        // 0.8¹⁰ is 10.7 %: almost nine tenths are used up after ten years.
        assert!(close(retention_over(0.8, 10.0).unwrap(), 0.107_374_182_4));
        assert!(close(time_to_share(0.8, 0.107_374_182_4).unwrap(), 10.0));
        assert!(close(half_life(0.5).unwrap(), 1.0));
        assert!(close(expected_renewals(0.8).unwrap(), 4.0));
        assert!(close(1.0 - retention_over(0.95, 12.0).unwrap(), 0.459_639_912_337_363));
        assert!(close(libm::exp(-churn_intensity(0.8).unwrap()), 0.8));
    }

    #[test]
    fn edges() {
        assert_eq!(half_life(0.0), Some(0.0));
        assert_eq!(half_life(1.0), None);
        assert_eq!(time_to_share(0.8, 0.0), None);
        assert_eq!(expected_renewals(0.0), Some(0.0));
        assert_eq!(expected_renewals(1.0), None);
        assert_eq!(retention_over(1.1, 2.0), None);
        assert_eq!(retention_over(0.0, 1.0 / 12.0), Some(0.0));
        assert_eq!(churn_intensity(1.0), Some(0.0));
        assert_eq!(churn_intensity(0.0), None);
        assert_eq!(moved_by(0.7, 0.1 + 0.2), Some(1.0));
        assert_eq!((moved_by(0.96, 0.05), moved_by(0.04, -0.05)), (None, None));
        assert_eq!(moved_by(f64::NAN, 0.05), None);
    }
}
