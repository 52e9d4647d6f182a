//! Mathematics without one business word.

pub mod exponentials;
pub mod line;
pub mod normal;
pub mod random;
pub mod root;
pub mod series;
