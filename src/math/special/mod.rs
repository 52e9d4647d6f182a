//! Special functions, each in the form that does not lose digits.

mod gamma;
mod hypergeometric;
mod incomplete;
mod quantile;
mod tricomi;

pub use gamma::{digamma, ln_beta, ln_gamma, ln_gamma_ratio, trigamma};
pub use hypergeometric::{Signed, hypergeometric};
pub use incomplete::{beta_share, gamma_shares};
pub use quantile::beta_quantile;
pub use tricomi::ln_tricomi_u;
