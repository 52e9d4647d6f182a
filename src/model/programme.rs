//! Measures to raise lifetime value: what each brings, what it costs, and which comes first.
//!
//! *Question.* A loyalty programme would lower churn from 20 % to 16 % and cost 40 a year for each
//! customer. Is that worth it, how much might it cost at most, and when does it pay?
//!
//! *Formula.* Gain: lifetime value with the measure less without. Cost: what is spent at once, and
//! what is spent each period on everyone still there, which adds up like a margin with the
//! retention *after* the measure: those who stay longer cost longer. Break-even cost a period:
//! `(gain − once) / multiple`.
//!
//! *Source.* Return on measures by their effect on lifetime value: Rust, Lemon & Zeithaml, "Return
//! on Marketing: Using Customer Equity to Focus Marketing Strategy" (2004).
//!
//! *Assumes* that the measure does what its terms say, on its own. Two measures together do not
//! bring the sum of what each brings.
//!
//! *Example.*
//! ```
//! use customer_value::model::lifetime::{Horizon, Lifetime, Terms, Timing};
//! use customer_value::model::programme::{Merit, Programme};
//!
//! let now = Terms {
//!     margin: 480.0,
//!     retention: 0.8,
//!     discount: 0.0,
//!     growth: 0.0,
//!     acquisition: 0.0,
//!     timing: Timing::Now,
//!     horizon: Horizon::Forever,
//! };
//! let programme = Programme { after: Terms { retention: 0.84, ..now }, once: 0.0, yearly: 40.0 };
//! let merit = Merit::of(now, &programme).unwrap();
//! assert!((merit.gain - 600.0).abs() < 1e-9 && (merit.net() - 350.0).abs() < 1e-9);
//! ```
//!
//! *Not for* customers who are already there and would stay anyway: for them the gain is smaller
//! than for a newcomer, and the cost the same.

use super::bounds::{is_amount, ratio};
use super::lifetime::{Lifetime, LifetimeError, Period, Terms};
use crate::math::finite;
use crate::math::order;

/// The most periods that a payback is looked for.
const MOST_PERIODS: u32 = 1_000;

/// A measure: what becomes of the customer, and what it costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Programme {
    /// The customer with the measure.
    pub after: Terms,
    /// What is spent at once for each customer, 0 or more.
    pub once: f64,
    /// What is spent each period on a customer who is there, 0 or more; when margins come in.
    pub yearly: f64,
}

/// Why a measure cannot be weighed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgrammeError {
    /// The customer without the measure has no lifetime value.
    Before(LifetimeError),
    /// The customer with it has none.
    After(LifetimeError),
    /// A cost is negative or not a number.
    Cost,
    /// What is spent each period has no end, or is beyond all numbers.
    EndlessCost,
}

/// What a measure is worth for each customer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Merit {
    /// Lifetime value with the measure, before its cost, less without.
    pub gain: f64,
    /// Present value of what it costs.
    pub cost: f64,
    /// Present value of a cost of one each period, 0 or more.
    pub multiple: f64,
    /// The cost a period at which it breaks even, beside what is spent at once; negative where not
    /// even that is earned, none where nothing is spent by the period because nobody is there.
    pub break_even: Option<f64>,
    /// When expected, discounted gains have first made up for the cost, in periods from now; none
    /// where they never do, or not within 1,000 periods.
    pub payback: Option<u32>,
}

impl Merit {
    /// Weighs `programme` for a customer who has `before` without it.
    ///
    /// # Errors
    /// [`ProgrammeError`] says what has no value.
    pub fn of(before: Terms, programme: &Programme) -> Result<Self, ProgrammeError> {
        let Programme { after, once, yearly } = *programme;
        let before = Lifetime::new(before).map_err(ProgrammeError::Before)?;
        let after = Lifetime::new(after).map_err(ProgrammeError::After)?;
        if !(is_amount(once) && is_amount(yearly)) {
            return Err(ProgrammeError::Cost);
        }
        let spent = Terms { margin: yearly, growth: 0.0, ..*after.terms() };
        let spent = Lifetime::new(spent).map_err(|_| ProgrammeError::EndlessCost)?;
        let multiple = spent.multiple().ok_or(ProgrammeError::EndlessCost)?;
        let gain = finite(after.net() - before.net())
            .ok_or(ProgrammeError::After(LifetimeError::TooLarge))?;
        let cost = finite(spent.value() + once).ok_or(ProgrammeError::EndlessCost)?;
        Ok(Self {
            gain,
            cost,
            multiple,
            break_even: ratio(gain - once, multiple),
            payback: payback(&before, &after, &spent, once),
        })
    }

    /// Gain less cost.
    pub fn net(&self) -> f64 {
        self.gain - self.cost
    }

    /// Net for each unit of cost; none where it costs nothing.
    pub fn return_on_cost(&self) -> Option<f64> {
        ratio(self.net(), self.cost)
    }
}

/// The places of `merits` in their order: the highest net first, equal ones as they stand.
pub fn order_of_merit(merits: &[Merit]) -> Vec<usize> {
    order::falling(&merits.iter().map(Merit::net).collect::<Vec<_>>())
}

/// When what `after` brings more than `before` has first made up for `spent` and `once`.
fn payback(before: &Lifetime, after: &Lifetime, spent: &Lifetime, once: f64) -> Option<u32> {
    let tables = [after, before, spent].map(|l| (l.first_time(), l.periods(MOST_PERIODS)));
    let present = |time: u32| {
        let at = |(first, table): &(u32, Vec<Period>)| {
            let line = time.checked_sub(*first).and_then(|k| table.get(k as usize));
            line.map_or(0.0, |line| line.present)
        };
        [at(&tables[0]), -at(&tables[1]), -at(&tables[2])]
    };
    let more_to_win = after.terms().acquisition - before.terms().acquisition;
    let mut sum = -once - more_to_win;
    let mut moved = once + more_to_win.abs();
    (0..MOST_PERIODS).find(|time| {
        for flow in present(*time) {
            sum += flow;
            moved += flow.abs();
        }
        moved > 0.0 && sum >= -1e-12 * moved
    })
}

#[cfg(test)]
mod tests {
    use super::super::lifetime::{Horizon, Timing};
    use super::*;

    /// Row E8: 480 a year, a fifth leaves.
    const NOW: Terms = Terms {
        margin: 480.0,
        retention: 0.8,
        discount: 0.0,
        growth: 0.0,
        acquisition: 0.0,
        timing: Timing::Now,
        horizon: Horizon::Forever,
    };

    const PROGRAMME: Programme =
        Programme { after: Terms { retention: 0.84, ..NOW }, once: 0.0, yearly: 40.0 };

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() <= 1e-9 * b.abs()
    }

    #[test]
    fn row_e13_a_loyalty_programme() {
        let merit = Merit::of(NOW, &PROGRAMME).unwrap();
        assert!(close(merit.gain, 600.0) && close(merit.cost, 250.0) && close(merit.net(), 350.0));
        assert!(close(merit.break_even.unwrap(), 96.0) && close(merit.multiple, 6.25));
        assert!(close(merit.return_on_cost().unwrap(), 1.4));
        // At the break-even cost nothing is left.
        let dear = Merit::of(NOW, &Programme { yearly: 96.0, ..PROGRAMME }).unwrap();
        assert!(dear.net().abs() < 1e-9);
    }

    #[test]
    fn payback_added_up_by_hand() {
        let merit = Merit::of(NOW, &PROGRAMME).unwrap();
        let sum = |n: u32| -> f64 {
            let power = |r: f64, k: u32| libm::pow(r, f64::from(k));
            (0..=n).map(|k| 440.0 * power(0.84, k) - 480.0 * power(0.8, k)).sum()
        };
        let n = merit.payback.unwrap();
        assert!(sum(n) >= 0.0 && sum(n - 1) < 0.0, "{n}");
        let never = Merit::of(NOW, &Programme { yearly: 100.0, ..PROGRAMME }).unwrap();
        assert_eq!(never.payback, None);
        let at_once = Programme { after: Terms { margin: 500.0, ..NOW }, once: 20.0, yearly: 0.0 };
        assert_eq!(Merit::of(NOW, &at_once).unwrap().payback, Some(0));
    }

    #[test]
    fn the_order_of_merit_is_by_net() {
        let measures = [
            PROGRAMME,
            Programme { after: Terms { margin: 580.0, ..NOW }, once: 50.0, yearly: 0.0 },
            Programme { after: NOW, once: 10.0, yearly: 0.0 },
        ];
        let merits = measures.map(|measure| Merit::of(NOW, &measure).unwrap());
        assert_eq!(order_of_merit(&merits), [1, 0, 2]);
        assert!(close(merits[2].break_even.unwrap(), -2.0));
    }

    #[test]
    fn edges() {
        let of = |programme| Merit::of(NOW, &programme).map(|merit| merit.gain);
        assert_eq!(of(Programme { once: -1.0, ..PROGRAMME }), Err(ProgrammeError::Cost));
        let for_ever = Programme { after: Terms { retention: 1.0, ..NOW }, ..PROGRAMME };
        assert_eq!(of(for_ever), Err(ProgrammeError::After(LifetimeError::NoFiniteValue)));
        let shrinking = Terms { retention: 1.0, growth: -0.1, ..NOW };
        let endless = Programme { after: shrinking, ..PROGRAMME };
        assert_eq!(of(endless), Err(ProgrammeError::EndlessCost));
        let before = Merit::of(Terms { margin: f64::NAN, ..NOW }, &PROGRAMME);
        assert_eq!(before, Err(ProgrammeError::Before(LifetimeError::Margin)));
        let gone = Terms { retention: 0.0, timing: Timing::AfterOnePeriod, ..NOW };
        let lost = Merit::of(NOW, &Programme { after: gone, ..PROGRAMME }).unwrap();
        assert_eq!((lost.break_even, lost.cost), (None, 0.0));
    }
}
