//! Areas under curves.
//!
//! * [`gauss_legendre`]: the points at which to ask, for a smooth integrand that is asked very
//!   often.
//! * [`integrate`]: any integrand over an interval, halved until the error is small.
//! * [`ln_of_exp`] and [`ln_area`]: integrands that neither overflow nor underflow only in
//!   logarithms, over an interval and over the whole line.
//! * [`beta_places`] and [`gamma_places`]: means over a distribution.

mod interval;
mod legendre;
mod nodes;
mod whole_line;

pub use interval::{NEGLIGIBLE, integrate, ln_of_exp};
pub use legendre::{MOST_NODES, Node, gauss_legendre};
pub use nodes::{Place, beta_places, gamma_places, mean};
pub use whole_line::{Tails, ln_area};
