//! How often a property is tried.

use proptest::prelude::ProptestConfig;

/// So many cases, and no file of failures.
pub fn config(count: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(count) }
}
