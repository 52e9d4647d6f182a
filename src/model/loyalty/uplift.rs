//! What some points of retention do, and at which base rate a claim about them holds.
//!
//! *Formula.* Value goes with `1/(1+i−r)` where the first margin is sure, and without discount that
//! is the expected lifetime. Raising retention from *r* by *u* changes it by
//! `u / (1+i−r−u)`. So a claimed change *e* holds at `r = 1 + i − u − u/e` and nowhere else.
//! Where even the first margin needs a renewal, value goes with `r/(1+i−r)`, and the claim
//! holds at the roots of `r² − (1+i−u)·r + u(1+i)/e = 0`.
//!
//! *Source.* The arithmetic of Reichheld & Sasser (1990), and of Gupta & Lehmann (2003) for the
//! second form.
//!
//! *Example.*
//! ```
//! use customer_value::model::lifetime::Convention;
//! use customer_value::model::loyalty::uplift::Uplift;
//!
//! // "+5 points of retention, +85 % profit" holds at a base rate of 89.1 %.
//! let claim = Uplift::new(0.05, 0.0, Convention::Start).unwrap();
//! assert!((claim.holds_at(0.85)[0] - 0.8912).abs() < 1e-4);
//! // From 80 % the same five points bring a third.
//! assert!((claim.change(0.80).unwrap() - 1.0 / 3.0).abs() < 1e-12);
//! ```
//!
//! *Not for* costs: what the points cost is not in it, nor what it cost to win the customer. With
//! acquisition cost profit rises faster than value; [`Effect`] shows both.

use crate::math::finite;
use crate::model::bounds::{is_rate, is_share, ratio};
use crate::model::lifetime::{Convention, Lifetime, LifetimeError, Terms, expected_life, moved_by};

/// A change of retention by so many points, and how value is counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Uplift {
    points: f64,
    discount: f64,
    convention: Convention,
}

impl Uplift {
    /// Retention changes by `points`, as a share from −1 to 1 and not 0: 0.05 for five points. Value
    /// is counted at `discount` a period, 0 or more, under `convention`.
    ///
    /// None where one is out of its range.
    pub fn new(points: f64, discount: f64, convention: Convention) -> Option<Self> {
        let sound = is_share(points.abs()) && points != 0.0 && is_rate(discount) && discount >= 0.0;
        sound.then_some(Self { points, discount, convention })
    }

    /// Relative change of the value at a base retention, 0..1: 0.85 for +85 %. None where there
    /// would be no such retention after it, no value before or no finite one after.
    pub fn change(&self, base: f64) -> Option<f64> {
        let raised = moved_by(base, self.points).filter(|_| is_share(base))?;
        let gap = 1.0 + self.discount - raised;
        let share = |r: f64| self.convention.share(r, self.discount);
        // The value after it by the value before, less one, without the difference of two near ones.
        let renewals = ratio(share(raised) - share(base), share(base))?;
        let changed = ratio(self.points, gap).filter(|_| gap > 0.0)?;
        finite(changed + renewals + changed * renewals)
    }

    /// The base rates at which the relative change is exactly `change`, in rising order: none, one,
    /// or two where even the first margin needs a renewal.
    pub fn holds_at(&self, change: f64) -> Vec<f64> {
        let (u, whole) = (self.points, 1.0 + self.discount);
        let candidates = if self.convention == Convention::AfterRenewal {
            square_roots(whole - u, u * whole / change)
        } else {
            vec![whole - u - u / change]
        };
        let holds = |base: &f64| {
            let found = self.change(*base);
            found.is_some_and(|found| (found - change).abs() <= 1e-6 * change.abs())
        };
        candidates.into_iter().filter(holds).collect()
    }
}

/// The roots of `x² − sum·x + product`, in rising order.
fn square_roots(sum: f64, product: f64) -> Vec<f64> {
    let square = sum * sum / 4.0 - product;
    if !(square >= 0.0 && square.is_finite()) {
        return Vec::new();
    }
    // The one larger in size first: the other is their product divided by it.
    let large = sum / 2.0 + libm::copysign(libm::sqrt(square), sum);
    let mut roots = vec![large, product / large];
    roots.retain(|root| root.is_finite());
    roots.sort_by(f64::total_cmp);
    roots.dedup();
    roots
}

/// What some points of retention do to a customer of one's own: relative changes, 0.85 for +85 %.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effect {
    /// Of the expected lifetime; none where nobody would ever leave.
    pub life: Option<f64>,
    /// Of the value of all margins; none where it was zero.
    pub value: Option<f64>,
    /// Of what remains after acquisition cost; none where nothing or less was left before.
    pub net: Option<f64>,
}

impl Effect {
    /// The effect of `points` more of retention on a customer with these `terms`.
    ///
    /// # Errors
    /// [`LifetimeError`] says why there is no value before or after.
    pub fn of(terms: Terms, points: f64) -> Result<Self, LifetimeError> {
        let before = Lifetime::new(terms)?;
        let retention = moved_by(terms.retention, points).ok_or(LifetimeError::Retention)?;
        let after = Lifetime::new(Terms { retention, ..terms })?;
        let change = |from: f64, to: f64| finite((to - from) / from);
        let lives = expected_life(before.terms().retention).zip(after.expected_life());
        let net = change(before.net(), after.net()).filter(|_| before.net() > 0.0);
        Ok(Self {
            life: lives.and_then(|(from, to)| change(from, to)),
            value: change(before.value(), after.value()),
            net,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::lifetime::{Horizon, Timing};
    use crate::model::loyalty::Claim;

    fn at(points: f64, discount: f64, base: f64) -> f64 {
        Uplift::new(points, discount, Convention::Start).unwrap().change(base).unwrap()
    }

    fn bases(points: f64, discount: f64, change: f64) -> Vec<f64> {
        Uplift::new(points, discount, Convention::Start).unwrap().holds_at(change)
    }

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-12
    }

    #[test]
    fn row_b2_doubling_holds_from_90_percent_only() {
        assert!(close(bases(0.05, 0.0, 1.0)[0], 0.9));
        assert!(close(at(0.05, 0.0, 0.9), 1.0));
        assert!(close(at(0.05, 0.0, 0.8), 1.0 / 3.0));
        assert!(close(at(0.05, 0.0, 0.6), 1.0 / 7.0));
        assert!(close(at(0.05, 0.1, 0.9), 1.0 / 3.0));
        // Discounted at 10 % nothing does it: the base would have to be 100 %.
        assert!(bases(0.05, 0.1, 1.0).is_empty());
    }

    #[test]
    fn row_b7_holds_at_89_percent() {
        let base = bases(0.05, 0.0, 0.85)[0];
        assert!((base - 0.891).abs() < 5e-4);
        assert!(close(at(0.05, 0.0, base), 0.85));
        // At a discount of 2 % two points higher.
        assert!(close(bases(0.05, 0.02, 0.85)[0], base + 0.02));
    }

    #[test]
    fn row_b8_holds_at_85_percent() {
        assert!(close(bases(-0.05, 0.0, -0.25)[0], 0.85));
        assert!(close(at(-0.05, 0.0, 0.9), -1.0 / 3.0));
        assert!(close(at(-0.05, 0.0, 0.8), -0.2));
    }

    #[test]
    fn every_claim_about_points_holds_somewhere() {
        for figure in Claim::ALL.into_iter().flat_map(Claim::figures) {
            if let Some(points) = figure.points {
                assert_eq!(bases(points, 0.0, figure.value).len(), 1, "{figure:?}");
            }
        }
    }

    #[test]
    fn after_renewal_two_bases_may_do() {
        let uplift = Uplift::new(0.05, 0.0, Convention::AfterRenewal).unwrap();
        let bases = uplift.holds_at(1.0);
        assert_eq!(bases.len(), 2);
        for base in bases {
            assert!(close(uplift.change(base).unwrap(), 1.0));
        }
        assert!(uplift.holds_at(0.01).is_empty());
        // From nothing there is no relative change.
        assert_eq!(uplift.change(0.0), None);
    }

    #[test]
    fn edges() {
        let uplift = Uplift::new(0.05, 0.0, Convention::Start).unwrap();
        assert_eq!(uplift.change(0.95), None, "for ever, without discount");
        assert_eq!(uplift.change(0.96), None);
        assert!(uplift.change(0.0).is_some());
        assert!(uplift.holds_at(0.0).is_empty() && uplift.holds_at(-0.5).is_empty());
        assert_eq!(Uplift::new(0.0, 0.0, Convention::Start), None);
        assert_eq!(Uplift::new(0.05, -0.1, Convention::Start), None);
        assert_eq!(Uplift::new(f64::NAN, 0.0, Convention::Start), None);
    }

    #[test]
    fn effect_on_ones_own_customer() {
        let terms = Terms {
            margin: 100.0,
            retention: 0.8,
            discount: 0.1,
            growth: 0.0,
            acquisition: 200.0,
            timing: Timing::Now,
            horizon: Horizon::Forever,
        };
        let effect = Effect::of(terms, 0.05).unwrap();
        assert!(close(effect.life.unwrap(), 1.0 / 3.0));
        assert!(close(effect.value.unwrap(), 0.05 / 0.25));
        // 366.67 − 200 becomes 440 − 200.
        assert!(close(effect.net.unwrap(), (440.0 - 200.0) / (1_100.0 / 3.0 - 200.0) - 1.0));
        let loss = Effect::of(Terms { acquisition: 400.0, ..terms }, 0.05).unwrap();
        assert_eq!(loss.net, None);
        assert_eq!(Effect::of(terms, 0.3), Err(LifetimeError::Retention));
    }
}
