//! Questions and answers as text.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// A value as text; nothing here cannot be written.
pub fn write(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// The value that a text stands for.
pub fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}
