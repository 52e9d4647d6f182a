//! Taking what a model needs from the inputs of a case.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use super::compare::number;

/// Where the data files lie that cases name.
pub struct Folder {
    places: [PathBuf; 2],
}

impl Folder {
    /// The folder of the cases, and the one to look into where a file is not there.
    pub fn new(named: &Path, own: &Path) -> Self {
        Self { places: [named.to_owned(), own.to_owned()] }
    }

    /// The file of that name.
    pub fn file(&self, name: &str) -> Result<PathBuf, String> {
        let mut paths = self.places.iter().map(|place| place.join(name));
        paths.find(|path| path.is_file()).ok_or_else(|| format!("there is no file {name}"))
    }
}

/// The inputs of a case that nobody has read.
pub struct Unread {
    paths: RefCell<BTreeSet<String>>,
}

impl Unread {
    /// All of `inputs`, apart from what only describes them.
    pub fn of(inputs: &Value) -> Self {
        fn walk(path: &str, value: &Value, out: &mut BTreeSet<String>) {
            match value {
                Value::Object(parts) => {
                    for (key, part) in parts {
                        walk(&format!("{path}.{key}"), part, out);
                    }
                }
                _ => drop(out.insert(path.to_owned())),
            }
        }
        let mut paths = BTreeSet::new();
        walk("", inputs, &mut paths);
        for described in [".description", ".model"] {
            paths.remove(described);
        }
        Self { paths: RefCell::new(paths) }
    }

    /// An error that names what is left.
    pub fn is_empty(&self) -> Result<(), String> {
        let paths = self.paths.borrow();
        let names: Vec<&str> = paths.iter().map(|path| path.trim_start_matches('.')).collect();
        if names.is_empty() { Ok(()) } else { Err(format!("unknown inputs: {}", names.join(", "))) }
    }
}

/// The inputs of a case, or an object among them.
pub struct Inputs<'a> {
    path: String,
    parts: &'a Map<String, Value>,
    folder: &'a Folder,
    unread: &'a Unread,
}

impl<'a> Inputs<'a> {
    /// The inputs of a case, which must be an object.
    pub fn new(inputs: &'a Value, folder: &'a Folder, unread: &'a Unread) -> Result<Self, String> {
        let parts = inputs.as_object().ok_or("inputs are no object")?;
        Ok(Self { path: String::new(), parts, folder, unread })
    }

    /// What stands under `key`; none where there is nothing or null.
    pub fn maybe(&self, key: &str) -> Option<&'a Value> {
        self.unread.paths.borrow_mut().remove(&format!("{}.{key}", self.path));
        self.parts.get(key).filter(|value| !value.is_null())
    }

    /// What stands under `key`.
    pub fn value(&self, key: &str) -> Result<&'a Value, String> {
        self.maybe(key).ok_or_else(|| format!("there is no input {key}"))
    }

    /// An object.
    pub fn object(&self, key: &str) -> Result<Self, String> {
        let parts = self.value(key)?.as_object().ok_or_else(|| wrong(key, "object"))?;
        let path = format!("{}.{key}", self.path);
        Ok(Self { path, parts, folder: self.folder, unread: self.unread })
    }

    /// A number.
    pub fn number(&self, key: &str) -> Result<f64, String> {
        number(self.value(key)?).ok_or_else(|| wrong(key, "number"))
    }

    /// A number, or `default` where there is none.
    pub fn number_or(&self, key: &str, default: f64) -> Result<f64, String> {
        let read = |value| number(value).ok_or_else(|| wrong(key, "number"));
        self.maybe(key).map_or(Ok(default), read)
    }

    /// Numbers under several keys.
    pub fn numbers<const N: usize>(&self, keys: [&str; N]) -> Result<[f64; N], String> {
        let mut out = [0.0; N];
        for (slot, key) in out.iter_mut().zip(keys) {
            *slot = self.number(key)?;
        }
        Ok(out)
    }

    /// A whole number, 0 or more.
    pub fn whole(&self, key: &str) -> Result<u32, String> {
        let x = self.number(key)?;
        let whole = x == x.trunc() && (0.0..=f64::from(u32::MAX)).contains(&x);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked")]
        whole.then_some(x as u32).ok_or_else(|| wrong(key, "whole number"))
    }

    /// A list of numbers.
    pub fn list(&self, key: &str) -> Result<Vec<f64>, String> {
        let list = self.value(key)?.as_array().ok_or_else(|| wrong(key, "list"))?;
        let read = |value| number(value).ok_or_else(|| wrong(key, "list of numbers"));
        list.iter().map(read).collect()
    }

    /// A text.
    pub fn text(&self, key: &str) -> Result<&'a str, String> {
        self.value(key)?.as_str().ok_or_else(|| wrong(key, "text"))
    }

    /// A text, or `default` where there is none.
    pub fn text_or(&self, key: &str, default: &'a str) -> Result<&'a str, String> {
        if self.maybe(key).is_none() { Ok(default) } else { self.text(key) }
    }

    /// Yes or no; no where there is nothing.
    pub fn flag(&self, key: &str) -> Result<bool, String> {
        self.maybe(key).map_or(Ok(false), |v| v.as_bool().ok_or_else(|| wrong(key, "yes or no")))
    }

    /// The file that is named.
    pub fn file(&self, key: &str) -> Result<PathBuf, String> {
        self.folder.file(self.text(key)?)
    }

    /// The table in the file that is named.
    pub fn table(&self, key: &str) -> Result<Table, String> {
        Table::read(&self.file(key)?)
    }
}

fn wrong(key: &str, kind: &str) -> String {
    format!("input {key} is no {kind}")
}

/// A table of comma-separated values without quotes; the first line names the columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    names: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// Reads a file.
    pub fn read(path: &Path) -> Result<Self, String> {
        let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
        let cells = |line: &str| line.split(',').map(str::to_owned).collect();
        let mut lines = text.lines().filter(|line| !line.is_empty());
        let names = lines.next().map(cells).ok_or("an empty table")?;
        Ok(Self { names, rows: lines.map(cells).collect() })
    }

    /// The rows as objects of texts.
    pub fn objects(&self) -> Value {
        let pairs = |row: &Vec<String>| {
            let cells = row.iter().map(|cell| Value::String(cell.clone()));
            Value::Object(self.names.iter().cloned().zip(cells).collect())
        };
        Value::Array(self.rows.iter().map(pairs).collect())
    }

    /// A column by any of its names, as text.
    pub fn texts<'a>(&'a self, names: &[&str]) -> Result<Vec<&'a str>, String> {
        let is_named = |column: &String| names.contains(&column.as_str());
        let column = self.names.iter().position(is_named).ok_or(format!("no column {names:?}"))?;
        let cell = |row: &'a Vec<String>| row.get(column).map(String::as_str);
        self.rows.iter().map(|row| cell(row).ok_or_else(|| "a short row".to_owned())).collect()
    }

    /// A column by any of its names, as numbers.
    pub fn column(&self, names: &[&str]) -> Result<Vec<f64>, String> {
        let read =
            |cell: &str| cell.parse().map_err(|_| format!("{cell} in {names:?} is no number"));
        self.texts(names)?.into_iter().map(read).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_nobody_read_is_named() {
        let value = json!({"a": 1, "params": {"p": 2, "q": 3}, "end": null, "description": "x"});
        let (unread, place) = (Unread::of(&value), PathBuf::from("."));
        let folder = Folder::new(&place, &place);
        let inputs = Inputs::new(&value, &folder, &unread).unwrap();
        assert_eq!(inputs.number("a"), Ok(1.0));
        assert_eq!(inputs.object("params").unwrap().whole("p"), Ok(2));
        assert_eq!(unread.is_empty(), Err("unknown inputs: end, params.q".to_owned()));
        assert_eq!(inputs.number_or("end", 5.0), Ok(5.0));
        assert!(inputs.number("b").is_err() && inputs.text("a").is_err());
        assert_eq!(inputs.object("params").unwrap().numbers(["q"]), Ok([3.0]));
        assert_eq!(unread.is_empty(), Ok(()));
    }
}
