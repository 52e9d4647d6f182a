//! How often a property is tried.

use proptest::prelude::ProptestConfig;

/// So many cases, `PROPTEST_CASES` in the environment at most, and no file of failures.
pub fn config(count: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    let most = std::env::var_os("PROPTEST_CASES").map_or(count, |_| usual.cases);
    ProptestConfig { cases: count.min(most), failure_persistence: None, ..usual }
}
