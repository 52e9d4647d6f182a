//! Special functions of positive arguments, each in the form that does not lose digits.

mod gamma;

pub use gamma::{digamma, ln_beta, ln_gamma, ln_gamma_ratio, trigamma};
