//! The numbers behind a figure, for readers and for spreadsheets.

use crate::model::customers::write::{MARK, text_cell};

/// A plain table: headings, then rows of cells already in the reader's words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// One heading a column.
    pub head: Vec<String>,
    /// The rows; each as long as the heading.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// The table as a spreadsheet reads it: comma-separated, quoted, with a byte-order mark so
    /// that Excel reads the Chinese, and with no text cell that it would run as a formula.
    pub fn csv(&self) -> String {
        let mut out = String::from(MARK);
        for row in std::iter::once(&self.head).chain(&self.rows) {
            let cells: Vec<String> = row.iter().map(|cell| csv_cell(cell)).collect();
            out.push_str(&cells.join(","));
            out.push_str("\r\n");
        }
        out
    }

    /// Rows as columns: where there are few rows and many columns it then fits on a phone.
    pub fn turned(self) -> Self {
        let mut head: Vec<String> = Vec::with_capacity(self.rows.len() + 1);
        let mut columns = self.head.into_iter();
        head.extend(columns.next());
        let mut rows: Vec<Vec<String>> = columns.map(|name| vec![name]).collect();
        for cells in self.rows {
            let mut cells = cells.into_iter();
            head.extend(cells.next());
            for (row, cell) in rows.iter_mut().zip(cells) {
                row.push(cell);
            }
        }
        Self { head, rows }
    }
}

/// One cell: numbers as a spreadsheet writes them, text made harmless.
fn csv_cell(cell: &str) -> String {
    let plain = cell.replace('−', "-").replace(',', "");
    if plain.parse::<f64>().is_ok_and(f64::is_finite) {
        return plain.trim_start_matches('+').to_owned();
    }
    text_cell(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turned_twice_it_is_the_same() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let table = Table { head: row(["", "a", "b"]), rows: vec![row(["x", "1", "2"])] };
        let turned = table.clone().turned();
        assert_eq!(turned.head, ["", "x"]);
        assert_eq!(turned.rows, [["a", "1"], ["b", "2"]]);
        assert_eq!(turned.turned(), table);
    }

    #[test]
    fn a_spreadsheet_reads_numbers_and_runs_nothing() {
        let table = Table {
            head: vec!["方案".into(), "净价值".into()],
            rows: vec![
                vec!["=cmd()".into(), "−1,234.5".into()],
                vec!["say \"hi\"".into(), "+20".into()],
                vec!["＝1+1".into(), String::new()],
            ],
        };
        assert_eq!(
            table.csv(),
            "\u{feff}\"方案\",\"净价值\"\r\n\"'=cmd()\",-1234.5\r\n\"say \"\"hi\"\"\",20\r\n\"'＝1+1\",\"\"\r\n"
        );
    }
}
