//! The one door through which a case enters and leaves: files, storage, the library.
//!
//! `{ "app": "customer-value", "version": n, "case": { … } }`. The version counts the migration
//! steps; step *n* lifts version *n* to *n* + 1, on plain JSON, before any type is involved.

use serde_json::{Map, Value, json};

use super::Case;

/// What the envelope says it holds.
const APP: &str = "customer-value";

/// Largest text read, in bytes.
pub const LARGEST: usize = 1_000_000;

/// Deepest nesting read.
const DEEPEST: usize = 32;

/// Longest list read.
const LONGEST: usize = 1_000;

/// A step that lifts a document to the next version.
type Step = fn(&mut Map<String, Value>);

/// Step *n* (from 0) lifts version *n* + 1 to *n* + 2. Steps are only ever added.
const STEPS: &[Step] = &[];

/// The version written today.
pub const VERSION: u64 = STEPS.len() as u64 + 1;

/// Why a text is not a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// Longer than [`LARGEST`].
    TooLarge,
    /// Not JSON: damaged, cut off, or another kind of file.
    Damaged,
    /// JSON, but not a case of this program.
    NotACase,
    /// Written by a newer version of the program.
    TooNew,
    /// More offers, criteria or other rows than the program can hold, or nested too deep.
    TooMuch,
}

/// The case as text.
pub fn save(case: &Case) -> String {
    let document = json!({ "app": APP, "version": VERSION, "case": case });
    serde_json::to_string_pretty(&document).unwrap_or_default()
}

/// Reads a case, of whatever version, and restores it to a whole current value.
///
/// # Errors
/// [`FileError`] says why the text is not a case.
pub fn open(text: &str) -> Result<Case, FileError> {
    if text.len() > LARGEST {
        return Err(FileError::TooLarge);
    }
    let text = text.trim_start_matches('\u{feff}');
    let document: Value = serde_json::from_str(text).map_err(|_| FileError::Damaged)?;
    let (version, mut case) = unwrap(document)?;
    if !is_modest(&Value::Object(case.clone()), DEEPEST) {
        return Err(FileError::TooMuch);
    }
    migrate(&mut case, version, STEPS)?;
    let case: Case = serde_json::from_value(Value::Object(case)).map_err(|_| FileError::Damaged)?;
    case.restored().ok_or(FileError::TooMuch)
}

/// Takes the case out of its envelope.
fn unwrap(document: Value) -> Result<(u64, Map<String, Value>), FileError> {
    let Value::Object(mut envelope) = document else { return Err(FileError::NotACase) };
    if envelope.get("app").and_then(Value::as_str) != Some(APP) {
        return Err(FileError::NotACase);
    }
    let version = envelope.get("version").and_then(Value::as_u64).ok_or(FileError::NotACase)?;
    match envelope.remove("case") {
        Some(Value::Object(case)) => Ok((version, case)),
        _ => Err(FileError::NotACase),
    }
}

/// Lifts `case` from `version` to the version after the last of `steps`.
fn migrate(case: &mut Map<String, Value>, version: u64, steps: &[Step]) -> Result<(), FileError> {
    let done = version.checked_sub(1).ok_or(FileError::NotACase)?;
    let done = usize::try_from(done).map_err(|_| FileError::TooNew)?;
    let todo = steps.get(done..).ok_or(FileError::TooNew)?;
    for step in todo {
        step(case);
    }
    Ok(())
}

/// Whether nothing in `value` is nested deeper than `depth` or longer than [`LONGEST`].
fn is_modest(value: &Value, depth: usize) -> bool {
    let inside = |inner: &Value| depth > 0 && is_modest(inner, depth - 1);
    match value {
        Value::Array(list) => list.len() <= LONGEST && list.iter().all(inside),
        Value::Object(map) => map.len() <= LONGEST && map.values().all(inside),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_run_in_order_from_the_files_version() {
        let steps: &[Step] = &[
            |case| {
                case.insert("a".into(), json!(1));
            },
            |case| {
                let a = case.remove("a").unwrap_or(json!(100));
                case.insert("b".into(), a);
            },
        ];
        let lift = |version| {
            let mut case = Map::new();
            migrate(&mut case, version, steps).map(|()| Value::Object(case))
        };
        assert_eq!(lift(1), Ok(json!({ "b": 1 })));
        assert_eq!(lift(2), Ok(json!({ "b": 100 })));
        assert_eq!(lift(3), Ok(json!({})));
        assert_eq!(lift(4), Err(FileError::TooNew));
        assert_eq!(lift(0), Err(FileError::NotACase));
        assert_eq!(lift(u64::MAX), Err(FileError::TooNew));
    }
}
