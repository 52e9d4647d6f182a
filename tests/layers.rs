//! Who may know whom. The sources are read as text: a layer names only layers before it, the
//! browser stays in `ui`, and some things are written nowhere.

use std::fs;
use std::path::{Path, PathBuf};

/// The layers in order: each may use those before it and itself.
const LAYERS: &[&str] =
    &["math", "model", "analysis", "words", "chart", "case", "course", "ui", "worker", "main"];

/// Crates that only some files may name: their names, and where. A folder ends in a slash.
const CRATES: &[(&str, &[&str])] = &[
    ("leptos wasm_bindgen_futures web_sys js_sys send_wrapper", &["ui/"]),
    ("wasm_bindgen", &["ui/", "worker.rs"]),
    ("plotters_canvas", &["ui/canvas.rs"]),
    ("plotters_backend", &["chart/brush.rs", "chart/pen.rs", "chart/svg.rs", "ui/canvas.rs"]),
    ("plotters", &["chart/svg.rs"]),
    ("rand_xoshiro", &["math/random.rs"]),
    ("csv_core", &["model/customers/rows.rs"]),
    ("hashbrown rustc_hash", &["model/customers/ids.rs"]),
    ("serde_json", &["analysis/message.rs", "case/file.rs"]),
];

/// Macros that stop or print.
const MACROS: &[&str] = &[
    "panic",
    "todo",
    "unimplemented",
    "unreachable",
    "print",
    "println",
    "eprint",
    "eprintln",
    "dbg",
];

/// The most lines of a file.
const LINES: usize = 600;

/// A word, a sign or the text of a literal, and its line.
#[derive(Clone, Debug, PartialEq)]
enum Token {
    Word(String),
    Sign(char),
    Text(String),
}

type Tokens = Vec<(Token, usize)>;

/// Cuts Rust into tokens, without comments.
fn tokens(source: &str) -> Tokens {
    let chars: Vec<char> = source.chars().collect();
    let mut out = Tokens::new();
    let (mut i, mut line) = (0, 1);
    while i < chars.len() {
        let rest = &chars[i..];
        let length = match rest {
            ['/', '/', ..] => until(rest, |r| r[0] == '\n'),
            ['/', '*', ..] => block_comment(rest),
            ['"', ..] | ['b' | 'c', '"', ..] => {
                let start = until(rest, |r| r[0] == '"') + 1;
                let length = start + plain_text(&rest[start..]);
                out.push((Token::Text(rest[start..length - 1].iter().collect()), line));
                length
            }
            ['r', '"' | '#', ..] if raw_text(rest).is_some() => {
                let (inside, length) = raw_text(rest).unwrap_or_default();
                out.push((Token::Text(inside), line));
                length
            }
            ['\'', '\\', ..] => 3 + until(&rest[3..], |r| r[0] == '\'') + 1,
            ['\'', _, '\'', ..] => 3,
            [first, ..] if is_word(*first) => {
                let length = until(rest, |r| !is_word(r[0]));
                out.push((Token::Word(rest[..length].iter().collect()), line));
                length
            }
            [first, ..] => {
                if !first.is_whitespace() {
                    out.push((Token::Sign(*first), line));
                }
                1
            }
            [] => break,
        };
        line += chars[i..i + length].iter().filter(|c| **c == '\n').count();
        i += length;
    }
    out
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// How many characters come before `stop`.
fn until(chars: &[char], stop: impl Fn(&[char]) -> bool) -> usize {
    (0..chars.len()).find(|k| stop(&chars[*k..])).unwrap_or(chars.len())
}

fn block_comment(chars: &[char]) -> usize {
    let (mut depth, mut k) = (0, 0);
    while k < chars.len() {
        match chars[k..] {
            ['/', '*', ..] => (depth, k) = (depth + 1, k + 2),
            ['*', '/', ..] => (depth, k) = (depth - 1, k + 2),
            _ => k += 1,
        }
        if depth == 0 {
            break;
        }
    }
    k
}

/// Length of a text after its opening quote, the closing one included.
fn plain_text(chars: &[char]) -> usize {
    let mut k = 0;
    while k < chars.len() && chars[k] != '"' {
        k += if chars[k] == '\\' { 2 } else { 1 };
    }
    k + 1
}

/// What stands in a raw text, and the length of the whole.
fn raw_text(chars: &[char]) -> Option<(String, usize)> {
    let hashes = chars[1..].iter().take_while(|c| **c == '#').count();
    let start = hashes + 2;
    if chars.get(start - 1) != Some(&'"') {
        return None;
    }
    let closes = |rest: &[char]| {
        rest[0] == '"' && rest[1..].iter().take_while(|c| **c == '#').count() >= hashes
    };
    let length = until(&chars[start..], closes);
    let inside = chars[start..start + length].iter().collect();
    Some((inside, start + length + 1 + hashes))
}

/// What a file says, at the place where the reading is.
struct Reading<'a> {
    /// Its path within `src`.
    file: &'a str,
    tokens: &'a Tokens,
    /// The module at this place, from the root of the crate.
    module: Vec<String>,
    /// What each open brace began.
    braces: Vec<Brace>,
    findings: Vec<String>,
}

#[derive(Clone, Copy, PartialEq)]
struct Brace {
    module: bool,
    test: bool,
    view: bool,
}

impl<'a> Reading<'a> {
    fn new(file: &'a str, tokens: &'a Tokens) -> Self {
        let module = file.trim_end_matches(".rs").split('/').filter(|part| *part != "mod");
        let module = module.filter(|part| *part != "lib").map(str::to_owned).collect();
        Self { file, tokens, module, braces: Vec::new(), findings: Vec::new() }
    }

    fn token(&self, k: usize) -> Option<&'a Token> {
        self.tokens.get(k).map(|(token, _)| token)
    }

    fn word(&self, k: usize) -> &'a str {
        match self.token(k) {
            Some(Token::Word(word)) => word,
            _ => "",
        }
    }

    fn is_sign(&self, k: usize, sign: char) -> bool {
        self.token(k) == Some(&Token::Sign(sign))
    }

    /// Whether `signs` begin at `k`.
    fn are_signs(&self, k: usize, signs: &str) -> bool {
        signs.chars().enumerate().all(|(n, sign)| self.is_sign(k + n, sign))
    }

    fn inside(&self, of: impl Fn(&Brace) -> bool) -> bool {
        self.braces.iter().any(of)
    }

    fn find(&mut self, k: usize, what: &str) {
        let line = self.tokens[k].1;
        self.findings.push(format!("src/{}:{line}: {what}", self.file));
    }

    fn read(mut self) -> Vec<String> {
        let (mut module, mut test, mut view) = (None, false, false);
        for k in 0..self.tokens.len() {
            match &self.tokens[k].0 {
                Token::Sign('{') => {
                    self.braces.push(Brace { module: module.is_some(), test, view });
                    self.module.extend(module.take());
                    (test, view) = (false, false);
                }
                Token::Sign('}') => {
                    if self.braces.pop().is_some_and(|brace| brace.module) {
                        self.module.pop();
                    }
                }
                Token::Sign(';') => (module, test) = (None, false),
                Token::Sign('#') if self.marks_a_test(k) => test = true,
                Token::Word(word) => {
                    if word == "mod" {
                        module = Some(self.word(k + 1).to_owned());
                    }
                    view |= word == "view" && self.is_sign(k + 1, '!');
                    self.check_word(k, word, test);
                }
                Token::Text(words) => self.check_text(k, words),
                Token::Sign(_) => {}
            }
        }
        self.findings
    }

    /// `#[test]` or `#[cfg(test)]`.
    fn marks_a_test(&self, k: usize) -> bool {
        let conditional = self.word(k + 2) == "cfg" && self.word(k + 4) == "test";
        self.is_sign(k + 1, '[') && (conditional || self.word(k + 2) == "test")
    }

    fn check_word(&mut self, k: usize, word: &str, test: bool) {
        let test = test || self.inside(|brace| brace.test);
        let inner = k > 2 && self.are_signs(k - 2, "::") && !matches!(self.word(k - 3), "" | "use");
        let path = self.are_signs(k + 1, "::") && !inner;
        if path && matches!(word, "crate" | "super" | "self" | "customer_value") {
            for layer in self.layers(k, &self.module) {
                self.check_layer(k, &layer);
            }
        }
        if path || self.word(k.wrapping_sub(1)) == "use" || self.word(k.wrapping_sub(1)) == "crate"
        {
            self.check_crate(k, word, test);
        }
        if word.starts_with("inner_html") || word == "set_inner_html" {
            self.find(k, "inner_html");
        }
        let set = self.is_sign(k + 1, '=') && !self.is_sign(k + 2, '=');
        let bound = matches!(self.word(k.wrapping_sub(1)), "let" | "mut");
        if word == "style" && set && !bound && self.inside(|brace| brace.view) {
            self.find(k, "a style attribute");
        }
        if MACROS.contains(&word) && self.is_sign(k + 1, '!') && !test {
            self.find(k, &format!("{word}!"));
        }
        let called = k > 0 && self.is_sign(k - 1, '.') && self.is_sign(k + 1, '(');
        if matches!(word, "unwrap" | "expect") && called && !test {
            self.find(k, &format!(".{word}()"));
        }
        if word == "console" && self.file.starts_with("ui/") {
            self.find(k, "prints to the console");
        }
    }

    fn check_text(&mut self, k: usize, words: &str) {
        let attribute = self.is_sign(k.wrapping_sub(1), '(') && self.is_sign(k + 1, ',');
        if self.file.starts_with("ui/") && words == "style" && attribute {
            self.find(k, "a style attribute");
        }
        if self.file.starts_with("ui/") && words.contains("innerHTML") {
            self.find(k, "innerHTML");
        }
    }

    /// The modules right under the root of the crate that the path at `k` leads to, read from
    /// module `from`.
    fn layers(&self, k: usize, from: &[String]) -> Vec<String> {
        let mut module = from.to_vec();
        match self.word(k) {
            "crate" | "customer_value" => module.clear(),
            "super" => drop(module.pop()),
            "self" => {}
            "" if self.is_sign(k, '{') => return self.branches(k, from),
            word => module.push(word.to_owned()),
        }
        if self.are_signs(k + 1, "::") && (module.is_empty() || self.word(k + 3) == "super") {
            return self.layers(k + 3, &module);
        }
        let left = matches!(self.word(k), "crate" | "customer_value" | "super" | "self");
        if self.are_signs(k + 1, "::") && left && self.is_sign(k + 3, '{') {
            return self.branches(k + 3, &module);
        }
        module.into_iter().take(1).collect()
    }

    /// The same for every branch of the braces that open at `k`.
    fn branches(&self, k: usize, from: &[String]) -> Vec<String> {
        let mut out = Vec::new();
        let (mut depth, mut at) = (0_usize, k);
        while let Some(token) = self.token(at) {
            match token {
                Token::Sign('{') => depth += 1,
                Token::Sign('}') => depth -= 1,
                Token::Word(_) if depth == 1 && !self.is_sign(at - 1, ':') => {
                    out.extend(self.layers(at, from));
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
            at += 1;
        }
        out
    }

    fn check_layer(&mut self, k: usize, layer: &str) {
        let rank = |name: &str| LAYERS.iter().position(|layer| *layer == name);
        let own = self.module.first().map_or("main", String::as_str);
        if let (Some(own_rank), Some(used)) = (rank(own), rank(layer))
            && used > own_rank
        {
            self.find(k, &format!("{own} uses {layer}"));
        }
    }

    fn check_crate(&mut self, k: usize, word: &str, test: bool) {
        let rule = CRATES.iter().find(|(names, _)| names.split(' ').any(|name| name == word));
        let Some((_, places)) = rule else { return };
        let allowed = |place: &str| {
            self.file == place || place.ends_with('/') && self.file.starts_with(place)
        };
        let tested = test && word == "serde_json";
        if !tested && !places.iter().any(|place| allowed(place)) {
            self.find(k, &format!("names {word}"));
        }
    }
}

/// Everything wrong with a file of `src`; files of tests may do what tests may.
fn findings(file: &str, source: &str, tests: bool) -> Vec<String> {
    let wrapped = if tests { format!("#[cfg(test)] {{{source}}}") } else { source.to_owned() };
    let mut found = Reading::new(file, &tokens(&wrapped)).read();
    let lines = source.lines().count();
    if lines > LINES {
        found.push(format!("src/{file}: {lines} lines"));
    }
    found
}

/// Files whose module is declared for tests only: `#[cfg(test)] mod name;`.
fn test_modules(file: &str, source: &str) -> Vec<String> {
    let folder = file.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let stem = file.rsplit('/').next().unwrap_or_default().trim_end_matches(".rs");
    let inside = if matches!(stem, "mod" | "lib") { folder } else { format!("{folder}{stem}/") };
    let mut out = Vec::new();
    let parts: Vec<&str> = source.split("#[cfg(test)]").skip(1).collect();
    for part in parts {
        let mut words = part.split_whitespace().skip_while(|word| *word == "pub");
        if let (Some("mod"), Some(name)) = (words.next(), words.next()) {
            out.extend(name.strip_suffix(';').map(|name| format!("{inside}{name}.rs")));
        }
    }
    out
}

/// Every file of `src` with its path there.
fn sources() -> Vec<(String, String)> {
    fn walk(folder: &Path, out: &mut Vec<PathBuf>) {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        for path in entries.map(|entry| entry.path()) {
            if path.is_dir() {
                walk(&path, out);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                out.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    walk(&root, &mut paths);
    paths.sort();
    let named = |path: PathBuf| {
        let parts = path.strip_prefix(&root).into_iter().flat_map(Path::iter);
        let name: Vec<String> = parts.map(|part| part.to_string_lossy().into_owned()).collect();
        let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        (name.join("/"), text)
    };
    paths.into_iter().map(named).collect()
}

#[test]
fn the_sources_keep_to_their_layers() {
    let sources = sources();
    let tests: Vec<String> =
        sources.iter().flat_map(|(file, text)| test_modules(file, text)).collect();
    let found: Vec<String> = sources
        .iter()
        .flat_map(|(file, text)| findings(file, text, tests.contains(file)))
        .collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn the_sources_are_all_read_and_lie_in_a_layer() {
    let sources = sources();
    let has = |file: &str| sources.iter().any(|(name, text)| name == file && !text.is_empty());
    let files =
        ["lib.rs", "main.rs", "math/root.rs", "case/file.rs", "ui/canvas.rs", "ui/page/mod.rs"];
    assert!(files.into_iter().all(has), "{:?}", sources.iter().map(|(f, _)| f).collect::<Vec<_>>());
    for (file, _) in &sources {
        let top = file.split(['/', '.']).next().unwrap_or_default();
        assert!(top == "lib" || LAYERS.contains(&top), "src/{file} lies in no layer");
    }
    let tests: Vec<String> = sources.iter().flat_map(|(f, text)| test_modules(f, text)).collect();
    assert!(tests.contains(&"chart/tests.rs".to_owned()), "{tests:?}");
}

#[test]
fn lib_declares_the_layers_that_there_are() {
    let sources = sources();
    let lib = sources.iter().find(|(file, _)| file == "lib.rs").map(|(_, text)| text.as_str());
    let all = tokens(lib.unwrap_or_default());
    let reading = Reading::new("lib.rs", &all);
    let modules: Vec<&str> =
        (0..all.len()).filter(|k| reading.word(*k) == "mod").map(|k| reading.word(k + 1)).collect();
    assert!(modules.len() >= 6 && modules.iter().all(|m| LAYERS.contains(m)), "{modules:?}");
}

/// What is found in a file, without path and line.
fn found(file: &str, source: &str) -> Vec<String> {
    let findings = findings(file, source, false).into_iter();
    findings.map(|f| f.rsplit_once(": ").map_or(f.clone(), |(_, what)| what.to_owned())).collect()
}

#[test]
fn the_check_finds_a_layer_used_from_before_it() {
    let rows: &[(&str, &str, &[&str])] = &[
        ("model/a.rs", "use crate::words::Unit;", &["model uses words"]),
        ("model/a.rs", "fn f() -> crate::case::Case { todo() }", &["model uses case"]),
        ("math/a.rs", "use crate::{ model::x, math::y };", &["math uses model"]),
        ("math/a.rs", "use crate::{math::{model, y}, words};", &["math uses words"]),
        ("words/mod.rs", "use super::chart::Chart;", &["words uses chart"]),
        ("words/a.rs", "use super::super::chart::Chart;", &["words uses chart"]),
        ("words/a/b.rs", "use super::super::{super::case, format};", &["words uses case"]),
        ("words/a.rs", "mod tests { use super::super::super::ui; }", &["words uses ui"]),
        (
            "words/a.rs",
            "use super::{super::{case, chart::Chart}};",
            &["words uses case", "words uses chart"],
        ),
        ("chart/a.rs", "pub use crate::case as document;", &["chart uses case"]),
        ("case/a.rs", "const X: f64 = crate\n  ::ui::X;", &["case uses ui"]),
        ("case/a.rs", "#[cfg(test)] mod tests { use crate::ui::app; }", &["case uses ui"]),
    ];
    for (file, source, expected) in rows {
        assert_eq!(found(file, source), *expected, "{file}: {source}");
    }
}

#[test]
fn the_check_lets_pass_what_is_allowed() {
    let rows = [
        ("case/a.rs", "use crate::{math::line, model::x, words, chart::Chart, case::Case};"),
        ("case/mod.rs", "use super::chart::Chart; use self::file::open;"),
        ("case/input.rs", "mod tests { use super::super::library; use super::*; }"),
        ("case/input.rs", "mod a { mod b {} use super::super::ui; } use super::ui;"),
        ("case/input.rs", "fn f() { if x { g() } } use super::{ui, words};"),
        ("words/a.rs", "// crate::case\n/* crate::ui /* leptos:: */ panic!() */ fn f() {}"),
        (
            "words/a.rs",
            r##"const T: &str = "crate::case"; const R: &str = r#"use "crate::ui";"#;"##,
        ),
        ("words/a.rs", "fn f<'a>(x: &'a str) -> char { '\"' } pub(crate) fn g() {}"),
        ("words/a.rs", r"const Q: [char; 3] = ['\'', '\u{7f}', '\\']; fn case() {}"),
        ("ui/app.rs", "use leptos::prelude::*; use crate::case::Case;"),
        ("ui/app.rs", "view! { <p style:width=w class=\"style=\">{let style = 1; style}</p> }"),
        ("main.rs", "fn main() { customer_value::ui::mount(); }"),
        ("case/a.rs", "#[cfg(test)] mod tests { fn f() { serde_json::json!(1); x.unwrap(); } }"),
        ("case/a.rs", "#[test]\nfn f() { panic!() }"),
        ("case/a.rs", "fn f() { x.unwrap_or_default(); std::panic::set_hook(h); expect(x) }"),
        ("chart/svg.rs", "use plotters::prelude::SVGBackend;"),
    ];
    for (file, source) in rows {
        assert_eq!(found(file, source), [""; 0], "{file}: {source}");
    }
}

#[test]
fn the_check_finds_everything_else() {
    let rows: &[(&str, &str, &[&str])] = &[
        ("case/a.rs", "use leptos::prelude::*;", &["names leptos"]),
        ("case/a.rs", "fn f(w: web_sys::Window) {}", &["names web_sys"]),
        ("words/a.rs", "use ::js_sys::Date;", &["names js_sys"]),
        ("words/a.rs", "use wasm_bindgen as w;", &["names wasm_bindgen"]),
        ("case/a.rs", "#[cfg(test)] mod t { use leptos::prelude::*; }", &["names leptos"]),
        ("ui/app.rs", "use plotters_canvas::CanvasBackend;", &["names plotters_canvas"]),
        ("chart/axes.rs", "use plotters::prelude::*;", &["names plotters"]),
        ("chart/axes.rs", "use plotters_backend::X;", &["names plotters_backend"]),
        ("ui/app.rs", "fn f() { serde_json::to_string(x) }", &["names serde_json"]),
        ("ui/app.rs", "view! { <p inner_html=x/> }", &["inner_html"]),
        ("ui/app.rs", "fn f() { x.set_inner_html(y) }", &["inner_html"]),
        ("ui/app.rs", "view! { <p style=\"a\"/> }", &["a style attribute"]),
        ("ui/app.rs", "view! { <p>{f(|| view! { <b style={x}/> })}</p> }", &["a style attribute"]),
        ("ui/app.rs", "fn f() { e.set_attribute(\"style\", x) }", &["a style attribute"]),
        ("case/a.rs", "fn f() { x.unwrap() }", &[".unwrap()"]),
        ("case/a.rs", "#[cfg(test)] mod t {} fn f() { x\n.expect(\"\") }", &[".expect()"]),
        ("case/a.rs", "#[cfg(test)] use x; fn f() { panic!(\"\") }", &["panic!"]),
        ("case/a.rs", "fn f() { println!(); dbg!(x); }", &["println!", "dbg!"]),
        ("ui/app.rs", "fn f() { web_sys::console::log_1(x) }", &["prints to the console"]),
    ];
    for (file, source, expected) in rows {
        assert_eq!(found(file, source), *expected, "{file}: {source}");
    }
    let long = "fn f() {}\n".repeat(LINES);
    assert_eq!(found("case/a.rs", &long), [""; 0]);
    assert_eq!(found("case/a.rs", &(long + "\n")), ["601 lines"]);
}

#[test]
fn a_finding_says_where() {
    let source = "//! Words.\n\nuse crate::{\n    case::Case,\n};\n\nfn f() {\n    panic!()\n}\n";
    let expected = ["src/words/a.rs:3: words uses case", "src/words/a.rs:8: panic!"];
    assert_eq!(findings("words/a.rs", source, false), expected);
    assert_eq!(findings("words/a.rs", source, true), expected[..1], "tests may panic");
}
