//! The famous loyalty ratios: where they come from, and when they can be true.
//!
//! *Question.* "Five percent more retention raises profit by 85 %", "a new customer costs five
//! times as much": does that hold for us?
//!
//! *Method.* Each claim has the figures in which it goes round ([`Claim::figures`]) with what
//! each stands on. Those that speak of retention are put to the test by [`uplift`]: a steady
//! retention rate turns into a lifetime, and one figure holds at one base rate only. The
//! others are sums with the user's own numbers: [`calculator`]. Whichever it is, a [`trial`] says
//! where it holds and where we stand.
//!
//! *Caution.* None of these figures is a law. Some are one firm's own, some a thought experiment,
//! some have no source that could be found. A ratio of one trade says nothing about another, and
//! that satisfied customers buy more does not show that satisfying them made them do so.

pub mod calculator;
mod claim;
mod saying;
pub mod trial;
pub mod uplift;

pub use claim::{Basis, Claim, Figure, Measured, Reading, Source};
pub use saying::Saying;
