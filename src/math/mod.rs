//! Mathematics without one business word.

pub mod exponentials;
pub mod line;
pub mod root;
pub mod series;
