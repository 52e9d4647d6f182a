//! The figures of the loyalty claims: a claim on trial, sums as lengths, and a stock that grows.

pub mod growth;
pub mod lengths;
pub mod trial;
