//! Areas under curves.
//!
//! * [`gauss_legendre`]: the points at which to ask, for a smooth integrand that is asked very
//!   often.
//! * [`integrate`]: any integrand over an interval, halved until the error is small.
//! * [`ln_of_exp`] and [`ln_area`]: integrands that neither overflow nor underflow only in
//!   logarithms, over an interval and over the whole line.

mod interval;
mod legendre;
mod whole_line;

pub use interval::{NEGLIGIBLE, integrate, ln_of_exp};
pub use legendre::{MOST_NODES, Node, gauss_legendre};
pub use whole_line::{Tails, ln_area};
