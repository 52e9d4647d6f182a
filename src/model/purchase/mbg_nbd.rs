//! The MBG/NBD model: customers buy at random, and after each purchase, the first too, some leave.
//!
//! *Question.* As in [`bg_nbd`](super::bg_nbd), but of those who never came back too: still
//! customers, or gone after the first purchase?
//!
//! *Assumptions.* Those of BG/NBD, with one more toss of the coin: after the very first purchase a
//! customer leaves for good with chance *p* already.
//!
//! *Formula.* For a customer with *x* repeat purchases, the last at *tₓ*, known for a time *T*:
//!
//! * chance of still being a customer `1 / (1 + a/(b+x) · ((α+T)/(α+tₓ))ʳ⁺ˣ)`, at `x = 0` too;
//! * likelihood `Γ(r+x)/Γ(r) · αʳ/(α+T)ʳ⁺ˣ · B(a,b+x+1)/B(a,b)`, divided by that chance;
//! * one who is still a customer goes on as in BG/NBD, with `r+x`, `α+T`, *a* and `b+x+1`;
//! * a newcomer stays beyond the first purchase with chance `b/(a+b)`.
//!
//! *Source.* Batislam, Denizel & Filiztekin, "Empirical Validation and Comparison of Models for
//! Customer Base Analysis" (2007); Hoppe & Wagner, "Customer Base Analysis: The Case for a Central
//! Variant of the Betageometric/NBD Model" (2007).
//!
//! *Not for* what BG/NBD is not for. Of the two, data in which many never come back prefer this
//! one; compare the log-likelihoods of both fits, which have equally many parameters.
//!
//! ```
//! use customer_value::model::purchase::{BgNbd, History, MbgNbd, Parameters};
//!
//! // A customer who never came back, after 38.86 weeks.
//! let silent = History::new(0, 0.0, 38.86).unwrap();
//! let parameters = Parameters { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 };
//! let shop = MbgNbd::new(parameters).unwrap();
//! assert_eq!((shop.p_alive(&silent) * 1e3).round(), 390.0);
//! assert_eq!(BgNbd::new(parameters).unwrap().p_alive(&silent), 1.0);
//! ```

use super::BetaGeometric;

/// An MBG/NBD model: some leave after the first purchase already.
pub type MbgNbd = BetaGeometric<true>;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::purchase::{BgNbd, History, Parameters};

    const PARAMETERS: Parameters = Parameters { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 };

    #[test]
    fn a_newcomer_may_have_left_at_once() {
        let newcomer = MbgNbd::new(PARAMETERS).unwrap().newcomer();
        assert!((newcomer.p_alive() - 1.614 / (0.891 + 1.614)).abs() < 1e-15);
        assert!((newcomer.probability_of(0, 1e30) - 0.891 / (0.891 + 1.614)).abs() < 1e-9);
    }

    #[test]
    fn who_stays_goes_on_as_one_who_tossed_once_more() {
        let one_more = Parameters { b: PARAMETERS.b + 1.0, ..PARAMETERS };
        let (mbg, bg) = (MbgNbd::new(PARAMETERS).unwrap(), BgNbd::new(one_more).unwrap());
        for (x, recency, age) in [(0, 0.0, 39.0), (3, 20.0, 39.0), (40, 39.0, 39.0)] {
            let history = History::new(x, recency, age).unwrap();
            let (mbg, bg) = (mbg.outlook(&history), bg.outlook(&history));
            let share = mbg.p_alive() / bg.p_alive();
            let found = mbg.expected_purchases(10.0) / bg.expected_purchases(10.0);
            assert!((found / share - 1.0).abs() < 1e-13, "{x}");
        }
    }
}
