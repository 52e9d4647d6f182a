//! Tables for spreadsheets: what is written reads back the same, and nothing in it runs.
//!
//! The text is UTF-8 with a byte-order mark, without which Excel reads Chinese as something else;
//! lines end with CRLF. A spreadsheet takes a text that begins with `=`, `+`, `-` or `@` for a formula,
//! quotes or not, and formulas can start programs; such a text gets an apostrophe in front, and so
//! does one that already has one, so that exactly one can be taken off again ([`plain_text`]).
//!
//! *Source.* OWASP, "CSV Injection"; CWE-1236.

/// The byte-order mark that comes first.
pub const MARK: char = '\u{feff}';

/// What begins a formula somewhere; the full-width signs do in East Asian versions.
const RISKY: &[char] = &['=', '+', '-', '−', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];

/// A table as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    text: String,
}

/// One cell of a table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    /// A text, made harmless.
    Text(&'a str),
    /// A number; one that is not finite leaves the cell empty.
    Number(f64),
}

impl Default for Sheet {
    fn default() -> Self {
        Self { text: String::from(MARK) }
    }
}

impl Sheet {
    /// Adds a row.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = Cell<'a>>) {
        for (k, cell) in cells.into_iter().enumerate() {
            if k > 0 {
                self.text.push(',');
            }
            match cell {
                Cell::Text(text) => self.text.push_str(&text_cell(text)),
                Cell::Number(number) if number.is_finite() => {
                    self.text.push_str(&number.to_string());
                }
                Cell::Number(_) => {}
            }
        }
        self.text.push_str("\r\n");
    }

    /// The table as text.
    pub fn into_text(self) -> String {
        self.text
    }
}

/// A text as a cell: in quotes, and with an apostrophe where a spreadsheet would run it.
pub fn text_cell(text: &str) -> String {
    let guard = if is_risky(text) { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

/// What a text was before [`text_cell`] made it harmless.
pub fn plain_text(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|text| is_risky(text)).unwrap_or(cell)
}

/// Whether a text, apostrophes aside, begins like a formula.
fn is_risky(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(RISKY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_runs() {
        let rows = [
            ("=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\""),
            ("+8613800000000", "\"'+8613800000000\""),
            ("@SUM(1)", "\"'@SUM(1)\""),
            ("＝1+1", "\"'＝1+1\""),
            ("＠x", "\"'＠x\""),
            ("\t=1", "\"'\t=1\""),
            ("'=1", "\"''=1\""),
            ("张三", "\"张三\""),
            ("say \"hi\", 1", "\"say \"\"hi\"\", 1\""),
            ("'quoted'", "\"'quoted'\""),
            ("", "\"\""),
        ];
        for (text, cell) in rows {
            assert_eq!(text_cell(text), cell, "{text}");
            let inside = cell[1..cell.len() - 1].replace("\"\"", "\"");
            assert_eq!(plain_text(&inside), text);
        }
    }

    #[test]
    fn a_table_as_excel_reads_it() {
        let mut sheet = Sheet::default();
        sheet.row([Cell::Text("客户"), Cell::Text("金额")]);
        sheet.row([Cell::Text("007"), Cell::Number(-12.5)]);
        sheet.row([Cell::Text(""), Cell::Number(f64::NAN)]);
        let expected = "\u{feff}\"客户\",\"金额\"\r\n\"007\",-12.5\r\n\"\",\r\n";
        assert_eq!(sheet.into_text(), expected);
    }
}
