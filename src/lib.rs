//! Customer value, in both senses: what an offer is worth *to* a customer, and
//! what a customer is worth *to* a firm, over one shared case.
//!
//! The layers, each of which may use only those before it:
//!
//! 1. [`math`]: mathematics without one business word.
//! 2. [`model`]: the field. Checked parameters in, plain results out.
//! 3. [`analysis`]: a customer base worked out beside the page; what is asked and what is answered.
//! 4. [`words`]: every word a reader sees, numbers and units as each language writes them.
//! 5. [`chart`]: figures as data, and the one brush that draws them.
//! 6. [`case`]: the document that is saved, shared and undone.
//! 7. `ui`: the page; the only place that knows there is a browser.

pub mod analysis;
pub mod case;
pub mod chart;
pub mod math;
pub mod model;
#[cfg(feature = "ui")]
pub mod ui;
pub mod words;
