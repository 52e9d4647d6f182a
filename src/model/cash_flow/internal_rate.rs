//! The rate that a series of amounts earns.

use crate::math::exponentials::zeros;
use crate::math::order;

/// Rates are looked for from next to −100 % up to ten million million times the amount: `ln(1+i)`
/// within ±30.
const REACH: f64 = 30.0;

/// The most changes between paying and receiving that are looked into.
const MOST_TURNS: usize = 400;

/// The internal rate of return: every rate at which the net present value is zero.
///
/// A series that first only costs and then only pays has at most one. Each further change of sign
/// can bring one more, and then none of them alone says whether the series is worth it: use
/// the net present value.
#[derive(Clone, Debug, PartialEq)]
pub enum InternalRate {
    /// The only one.
    One(f64),
    /// Several, in rising order.
    Several(Vec<f64>),
    /// None.
    None(NoRate),
}

/// Why there is no internal rate of return.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRate {
    /// Nothing is paid, or nothing comes in, or all at the same moment.
    OneSided,
    /// The net present value has the same sign at every rate.
    NeverZero,
    /// Costs and returns follow each other more than 400 times: there may be as many rates, and
    /// none would mean anything.
    TooManyTurns,
    /// An amount is not a number, or a time is not one or more than 10,000 years away.
    NotANumber,
}

impl InternalRate {
    /// The rate, where there is only one.
    pub fn only(&self) -> Option<f64> {
        match self {
            Self::One(rate) => Some(*rate),
            _ => None,
        }
    }

    /// All the rates, in rising order.
    pub fn all(&self) -> &[f64] {
        match self {
            Self::One(rate) => std::slice::from_ref(rate),
            Self::Several(rates) => rates,
            Self::None(_) => &[],
        }
    }

    /// The rate nearest to `guess`, which is what a spreadsheet looks for.
    pub fn nearest(&self, guess: f64) -> Option<f64> {
        let distance = |rate: &f64| (rate - guess).abs();
        self.all().iter().copied().min_by(|a, b| distance(a).total_cmp(&distance(b)))
    }
}

/// Internal rate of return of `amounts`, the first of them now and one more each period.
///
/// *Example.*
/// ```
/// use customer_value::model::cash_flow::{InternalRate, NoRate, irr};
///
/// assert!((irr(&[-100.0, 121.0]).only().unwrap() - 0.21).abs() < 1e-12);
/// assert_eq!(irr(&[100.0, 121.0]), InternalRate::None(NoRate::OneSided));
/// // 1,600 out, 10,000 in, 10,000 out: right at 25 % and at 400 %.
/// assert_eq!(irr(&[-1_600.0, 10_000.0, -10_000.0]).all().len(), 2);
/// ```
pub fn irr(amounts: &[f64]) -> InternalRate {
    irr_at_times(&super::yearly(amounts))
}

/// Internal rate of return a year of amounts that fall due at any time: pairs of years and amount.
pub fn irr_at_times(dated: &[(f64, f64)]) -> InternalRate {
    if dated.iter().all(|(time, amount)| time.abs() <= super::FAR && amount.is_finite()) {
        of(dated.to_vec())
    } else {
        InternalRate::None(NoRate::NotANumber)
    }
}

/// The same for pairs known to be sound.
pub(super) fn of(mut dated: Vec<(f64, f64)>) -> InternalRate {
    dated.retain(|(_, amount)| *amount != 0.0);
    order::sort_rising(&mut dated, |(time, _)| *time);
    let turns = dated.windows(2).filter(|pair| (pair[0].1 > 0.0) != (pair[1].1 > 0.0)).count();
    let at_once = dated.windows(2).all(|pair| pair[0].0 == pair[1].0);
    if turns == 0 || at_once {
        return InternalRate::None(NoRate::OneSided);
    }
    if turns > MOST_TURNS {
        return InternalRate::None(NoRate::TooManyTurns);
    }
    let rates: Vec<f64> = zeros(&dated, -REACH, REACH).into_iter().map(libm::expm1).collect();
    match rates[..] {
        [] => InternalRate::None(NoRate::NeverZero),
        [rate] => InternalRate::One(rate),
        _ => InternalRate::Several(rates),
    }
}

/// Modified internal rate of return of `amounts`, one a period: what is paid is financed at
/// `finance`, what comes in is reinvested at `reinvest` until the last period, and the rate is the
/// growth from the one to the other.
///
/// `(Σ⁺ fₖ(1+reinvest)^(n−k) / −Σ⁻ fₖ(1+finance)^(−k))^(1/n) − 1` with *n* periods. It exists
/// once where the internal rate may be several or none.
///
/// None unless something is paid and something comes in, over at least one period, at rates
/// above −1.
pub fn mirr(amounts: &[f64], finance: f64, reinvest: f64) -> Option<f64> {
    let periods = amounts.len().checked_sub(1).filter(|n| *n > 0)? as f64;
    if !(finance > -1.0 && reinvest > -1.0) {
        return None;
    }
    let sum = |sign: f64, worth: &dyn Fn(f64) -> f64| -> f64 {
        let part = |(k, amount): (usize, &f64)| (sign * amount).max(0.0) * worth(k as f64);
        amounts.iter().enumerate().map(part).sum()
    };
    let received = sum(1.0, &|k| libm::pow(1.0 + reinvest, periods - k));
    let paid = sum(-1.0, &|k| libm::pow(1.0 + finance, -k));
    let rate = libm::pow(received / paid, 1.0 / periods) - 1.0;
    (received > 0.0 && paid > 0.0 && rate.is_finite()).then_some(rate)
}
