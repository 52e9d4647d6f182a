//! The BG/NBD model: customers buy at random, and after each repeat purchase some leave.
//!
//! *Question.* A customer has been silent for a while. Still a customer, or gone? How many
//! purchases will there be from now on?
//!
//! *Assumptions.* While a customer stays, purchases come at random with a rate *λ* (Poisson). After
//! each repeat purchase the customer leaves for good with chance *p*. Customers differ: *λ* is
//! spread over them by a gamma distribution of shape *r* and scale parameter *α* (mean `r/α`), *p*
//! by a beta distribution of shapes *a* and *b* (mean `a/(a+b)`), each independent of the other.
//!
//! *Formula.* For a customer with *x* repeat purchases, the last at *tₓ*, known for a time *T*:
//!
//! * chance of still being a customer `1 / (1 + a/(b+x−1) · ((α+T)/(α+tₓ))ʳ⁺ˣ)`, and 1 if `x = 0`;
//! * likelihood `Γ(r+x)/Γ(r) · αʳ/(α+T)ʳ⁺ˣ · B(a,b+x)/B(a,b)`, divided by that chance;
//! * one who is still a customer goes on as a newcomer does, with `r+x`, `α+T`, *a* and `b+x`;
//! * expected purchases of a newcomer within *t*, where `a ≠ 1`:
//!   `(a+b−1)/(a−1) · (1 − (α/(α+t))ʳ ₂F₁(r, b; a+b−1; t/(α+t)))`. Computed as
//!   [`Active`](super::Active) says, which has no exceptions.
//!
//! *One-time buyers.* Nobody leaves before the first repeat purchase in this model, so that those
//! who never came back count as customers for certain, however long they have been silent.
//! Where that is hard to believe use [`mbg_nbd`](super::mbg_nbd).
//!
//! *Source.* Fader, Hardie & Lee, "'Counting Your Customers' the Easy Way: An Alternative to the
//! Pareto/NBD Model" (2005), and "Computing P(alive) Using the BG/NBD Model" (2008).
//!
//! *Not for* customers under contract, whose leaving is seen; for purchases in a rhythm (a Poisson
//! rate has none, so that a regular customer's silence counts for too little); for a shop in which
//! the seasons matter; for few customers or short records, in which *a* and *b* are not to be told
//! from nobody ever leaving: the [`Verdict`](super::Verdict) of the [fit](BgNbd::fit) says so.
//!
//! ```
//! use customer_value::model::purchase::{BgNbd, History, Parameters};
//!
//! // The customers of an online music shop, in weeks.
//! let shop = BgNbd::new(Parameters { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }).unwrap();
//! // Two repeat purchases, the last after 30.43 of 38.86 weeks.
//! let outlook = shop.outlook(&History::new(2, 30.43, 38.86).unwrap());
//! assert_eq!((outlook.p_alive() * 1e3).round(), 727.0);
//! assert_eq!((outlook.expected_purchases(39.0) * 1e3).round(), 1226.0);
//! ```

use super::BetaGeometric;

/// A BG/NBD model: nobody leaves before the first repeat purchase.
pub type BgNbd = BetaGeometric<false>;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::purchase::{History, Parameters};

    #[test]
    fn row_e3_next_week_and_next_39_weeks() {
        let parameters = Parameters { r: 0.242_593, alpha: 4.413_532, a: 0.792_886, b: 2.425_752 };
        let shop = BgNbd::new(parameters).unwrap();
        let outlook = |x, recency, age| shop.outlook(&History::new(x, recency, age).unwrap());
        let rows = [
            (26, 30.86, 31.0, 0.710_623),
            (29, 37.71, 38.0, 0.662_396),
            (18, 35.14, 35.86, 0.424_877),
        ];
        for (x, recency, age, expected) in rows {
            let found = outlook(x, recency, age).expected_purchases(1.0);
            assert!((found - expected).abs() < 5e-7, "{x}: {found}");
        }
        let customer = outlook(2, 30.43, 38.86);
        assert!((customer.p_alive() - 0.7266).abs() < 5e-5);
        assert!((customer.expected_purchases(39.0) - 1.2259).abs() < 5e-5);
    }

    #[test]
    fn who_never_came_back_is_a_customer_for_certain() {
        let shop = BgNbd::new(Parameters { r: 0.3, alpha: 4.0, a: 0.8, b: 2.4 }).unwrap();
        let silent = shop.outlook(&History::new(0, 0.0, 400.0).unwrap());
        assert_eq!(silent.p_alive(), 1.0);
        assert!(silent.expected_purchases(52.0) < 0.1);
    }
}
