//! Reference cases: numbers that nobody here computed, and what we answer to the same questions.
//!
//! Every case of every JSON file in `tests/data/cases`, or in the folder that the environment
//! variable `CASES_DIR` names, is asked of the model it names and compared within its own
//! tolerance. A case that names a model, function or input that is not known here fails; so does
//! one whose model panics. `README.md` beside the cases says what the numbers are and whence.
//!
//! A model is a file `tests/cases/<model>.rs` with one function,
//! `pub fn answer(function: &str, inputs: &Inputs) -> Answered`, and one line in [`MODELS`].
//! The function matches on the name of what is asked, takes what it needs from `inputs` (whatever
//! is left unread fails the case), and ends with `_ => unknown(function)`:
//!
//! ```ignore
//! pub fn answer(function: &str, inputs: &Inputs) -> Answered {
//!     let model = model(&inputs.object("params")?)?;
//!     match function {
//!         "survival" => model.survival(inputs.whole("t")?).answered(),
//!         _ => unknown(function),
//!     }
//! }
//! ```
//!
//! Numbers, options and results become answers by [`Answers::answered`]; a `None` or an error
//! of the model says that the quantity does not exist, which is right where the case expects null.
//! Cases of `published.json` come to the model that they name, so that a model answers them in the
//! same place.

mod cases {
    pub mod answer;
    pub mod bgbb;
    pub mod bgnbd;
    pub mod clv_dcf;
    pub mod clv_formula;
    pub mod compare;
    pub mod finance;
    pub mod gammagamma;
    pub mod inputs;
    pub mod paretonbd;
    pub mod purchase;
    pub mod rfm;
    pub mod sbg;
    pub mod special;
}

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, iter, thread};

use cases::answer::Answered;
use cases::compare::Rule;
use cases::inputs::{Folder, Inputs, Table, Unread};
use customer_value::model::purchase::{BgNbd, MbgNbd, ParetoNbd};
use serde_json::Value;

/// What answers for a model: the name of a function and its inputs in, an answer out.
type Model = fn(&str, &Inputs) -> Answered;

/// The models there are, by the name that the cases give them.
#[rustfmt::skip]
const MODELS: &[(&str, Model)] = &[
    ("bgbb", cases::bgbb::answer),
    ("bgnbd", cases::purchase::answer::<BgNbd>),
    ("clv_dcf", cases::clv_dcf::answer),
    ("clv_formula", cases::clv_formula::answer),
    ("finance", cases::finance::answer),
    ("gammagamma", cases::gammagamma::answer),
    ("mbgnbd", cases::purchase::answer::<MbgNbd>),
    ("paretonbd", cases::purchase::answer::<ParetoNbd>),
    ("rfm", cases::rfm::answer),
    ("sbg", cases::sbg::answer),
    ("special", cases::special::answer),
];

/// One case of a file.
struct Case {
    /// File and identifier.
    name: String,
    /// The model whose file it stands under.
    model: String,
    function: String,
    inputs: Value,
    expected: Value,
    rule: Rule,
}

/// What became of a case.
enum Outcome {
    Passed,
    Failed(Vec<String>),
}

impl Case {
    fn read(file: &str, value: &Value) -> Result<Self, String> {
        let id = value["id"].as_str().unwrap_or("without an id");
        let name = format!("{file} {id}");
        let part = |key: &str| value.get(key).ok_or_else(|| format!("{name}: without {key}"));
        let text = |key: &str| {
            let words = part(key)?.as_str().ok_or_else(|| format!("{name}: {key} is no text"))?;
            Ok::<_, String>(words.to_owned())
        };
        let (listed, function) = (text("model")?, text("function")?);
        let (inputs, expected) = (part("inputs")?.clone(), part("expected")?.clone());
        let published = listed == "published";
        let model = inputs["model"].as_str().filter(|_| published).unwrap_or(&listed).to_owned();
        let rule = Rule::read(&function, published, part("tolerance")?)
            .map_err(|trouble| format!("{name}: {trouble}"))?;
        Ok(Self { name, model, function, inputs, expected, rule })
    }

    fn run(&self, folder: &Folder) -> Outcome {
        let asked = self.ask(folder).and_then(|answer| Ok((answer, self.expected(folder)?)));
        let failures = match asked {
            Ok((answer, expected)) => self.rule.differences(&expected, &answer),
            Err(trouble) => vec![trouble],
        };
        if failures.is_empty() {
            return Outcome::Passed;
        }
        let line = |what| format!("{} {} {}: {what}", self.name, self.model, self.function);
        Outcome::Failed(failures.into_iter().map(line).collect())
    }

    /// What is expected; where that lies in a file, its rows in place of its name.
    fn expected(&self, folder: &Folder) -> Result<Value, String> {
        let mut expected = self.expected.clone();
        if let Some(name) = expected.get("file").and_then(Value::as_str) {
            let rows = Table::read(&folder.file(name)?)?.objects();
            expected["file"] = rows;
        }
        Ok(expected)
    }

    fn ask(&self, folder: &Folder) -> Answered {
        let (_, answer) = MODELS
            .iter()
            .find(|(name, _)| *name == self.model)
            .ok_or_else(|| format!("unknown model {}", self.model))?;
        let unread = Unread::of(&self.inputs);
        let inputs = Inputs::new(&self.inputs, folder, &unread)?;
        let asked = catch_unwind(AssertUnwindSafe(|| answer(&self.function, &inputs)));
        let answered = asked.map_err(|_| "the model panicked".to_owned())??;
        unread.is_empty()?;
        Ok(answered)
    }
}

/// Every case of the folder; an error for each that cannot be read.
fn read_all(folder: &Path) -> Vec<Result<Case, String>> {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    files.iter().flat_map(|path| read_file(path)).collect()
}

fn read_file(path: &Path) -> Vec<Result<Case, String>> {
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    let text = fs::read_to_string(path).map_err(|e| e.to_string());
    let cases =
        text.and_then(|t| serde_json::from_str::<Vec<Value>>(&t).map_err(|e| e.to_string()));
    match cases {
        Ok(cases) => cases.iter().map(|case| Case::read(&file, case)).collect(),
        Err(trouble) => vec![Err(format!("{file}: {trouble}"))],
    }
}

/// Runs the cases on all processors; outcomes in the order of the cases.
fn run_all(cases: &[Case], folder: &Folder) -> Vec<Outcome> {
    let next = AtomicUsize::new(0);
    let take = || {
        let k = next.fetch_add(1, Ordering::Relaxed);
        Some((k, cases.get(k)?.run(folder)))
    };
    let mut outcomes: Vec<(usize, Outcome)> = thread::scope(|scope| {
        let processors = thread::available_parallelism().map_or(1, usize::from);
        let work = || iter::from_fn(take).collect::<Vec<_>>();
        let workers: Vec<_> = (0..processors).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_default()).collect()
    });
    outcomes.sort_by_key(|(k, _)| *k);
    assert_eq!(outcomes.len(), cases.len(), "cases were lost");
    outcomes.into_iter().map(|(_, outcome)| outcome).collect()
}

#[test]
fn every_case_is_answered_as_its_source_does() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/cases");
    let named = env::var_os("CASES_DIR").map_or_else(|| own.clone(), PathBuf::from);
    let (cases, unreadable): (Vec<_>, Vec<_>) =
        read_all(&named).into_iter().partition(Result::is_ok);
    let cases: Vec<Case> = cases.into_iter().flatten().collect();
    let mut failures: Vec<String> = unreadable.into_iter().filter_map(Result::err).collect();
    assert!(!cases.is_empty() || !failures.is_empty(), "no case in {}", named.display());

    let mut counts: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    for (case, outcome) in cases.iter().zip(run_all(&cases, &Folder::new(&named, &own))) {
        let kind = match outcome {
            Outcome::Passed => 0,
            Outcome::Failed(lines) => {
                failures.extend(lines);
                1
            }
        };
        counts.entry(&case.model).or_default()[kind] += 1;
    }
    for (model, [passed, failed]) in counts {
        println!("{model:12} {passed:4} passed {failed:4} failed");
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn a_case_that_asks_for_what_is_not_there_fails() {
    let folder = Folder::new(Path::new("."), Path::new("."));
    let outcome = |value: Value| match Case::read("file", &value) {
        Ok(case) => match case.run(&folder) {
            Outcome::Failed(lines) => lines.join(" "),
            Outcome::Passed => "not failed".to_owned(),
        },
        Err(trouble) => trouble,
    };
    let tolerance = serde_json::json!({"rel": 0, "abs": 0});
    let unknown = serde_json::json!({"id": "x1", "model": "astrology", "function": "f",
        "inputs": {}, "expected": 1, "tolerance": tolerance});
    assert_eq!(outcome(unknown), "file x1 astrology f: unknown model astrology");
    let partial = serde_json::json!({"id": "x2", "model": "sbg", "function": "f", "inputs": {},
        "tolerance": tolerance});
    assert_eq!(outcome(partial), "file x2: without expected");
}
