//! The tornado: how far the result moves with each input, the widest on top.

use super::{Axis, Band, Chart, Fill, Hue, Labels, Mark, Side, Size, Spot, Stroke, Table, Text};
use crate::model::swing::Swing;
use crate::words::{Glass, Unit, perceived as words};

/// How many inputs are shown.
const ROWS: usize = 7;

/// An input of the tornado in the reader's words.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// Its present value.
    pub value: String,
}

/// What the tornado is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Storm {
    /// Title of the figure.
    pub title: String,
    /// The result as it is.
    pub result: f64,
    /// The result in words, set under the centre line.
    pub reading: String,
    /// Unit of the result.
    pub unit: Unit,
}

/// `swings` as bars around the present result; `rows` name them in the same order.
pub fn tornado<T>(swings: &[Swing<T>], rows: &[Row], storm: &Storm, glass: Glass) -> Chart {
    let shown: Vec<(&Swing<T>, &Row)> = swings.iter().zip(rows).take(ROWS).collect();
    let reach = reach(&shown, storm.result);
    let mut marks = Vec::new();
    let mut spots = Vec::new();
    for (k, (swing, row)) in shown.iter().enumerate() {
        add_row(&mut marks, &mut spots, k, swing, row, reach, storm, glass);
    }
    let count = shown.len() as f64;
    marks.push(Mark::Rule {
        from: (storm.result, 0.0),
        to: (storm.result, count),
        ink: Hue::Ink.full(),
        stroke: Stroke::Thin,
    });
    marks.push(Mark::Note {
        at: (storm.result, count),
        side: Side::Below,
        lines: vec![small(storm.reading.clone())],
    });
    let band = |row: &Row| Band {
        name: row.name.clone(),
        remark: row.value.clone(),
        ink: Hue::Ink.full(),
        bold: false,
    };
    let top = shown.first().map_or_else(String::new, |(_, row)| row.name.clone());
    Chart {
        title: storm.title.clone(),
        summary: format!("{top} {}", storm.reading),
        glass,
        x: Axis {
            title: String::new(),
            range: (storm.result - reach, storm.result + reach),
            labels: Labels::None,
        },
        y: Axis {
            title: String::new(),
            range: (0.0, count),
            labels: Labels::Bands(shown.iter().map(|(_, row)| band(row)).collect()),
        },
        marks,
        spots,
        handles: Vec::new(),
        table: table(swings, rows, storm.unit, glass),
        aspect: 0.24,
    }
}

/// The farthest any result goes from the present one.
fn reach<T>(shown: &[(&Swing<T>, &Row)], result: f64) -> f64 {
    let ends = shown.iter().flat_map(|(swing, _)| [swing.results.0, swing.results.1]);
    ends.flatten().map(|end| (end - result).abs()).fold(0.0, f64::max)
}

#[expect(clippy::too_many_arguments, reason = "one row of one figure")]
fn add_row<T>(
    marks: &mut Vec<Mark>,
    spots: &mut Vec<Spot>,
    k: usize,
    swing: &Swing<T>,
    row: &Row,
    reach: f64,
    storm: &Storm,
    glass: Glass,
) {
    let y = (k as f64 + 0.18, k as f64 + 0.82);
    let middle = k as f64 + 0.5;
    // Where there is no result the bar runs to the edge: the value grows without end.
    let end = |result: Option<f64>| result.unwrap_or(storm.result + reach);
    let mut lines = vec![row.name.clone()];
    for result in [swing.results.0, swing.results.1] {
        let end = end(result);
        let hue = if end < storm.result { Hue::Loss } else { Hue::Gain };
        let fill = if result.is_some() { Fill::Plain } else { Fill::Hatched };
        let ink = hue.full();
        marks.push(Mark::Bar { x: (storm.result, end), y, ink, fill, label: String::new() });
        lines.push(result.map_or_else(|| "∞".into(), |result| glass.value(result, storm.unit)));
    }
    let (one, other) = (end(swing.results.0), end(swing.results.1));
    let mut say = |end: f64, side: Side, words: String| {
        marks.push(Mark::Note { at: (end, middle), side, lines: vec![small(words)] });
    };
    let change = |end: f64| glass.signed(end - storm.result, Unit::Plain);
    let (low, high) = (one.min(other), one.max(other));
    if low < storm.result {
        say(low, Side::Left, change(low));
    }
    if high > storm.result {
        let is_known = swing.width().is_finite();
        say(high, Side::Right, if is_known { change(high) } else { "+∞".to_owned() });
    }
    let area = (storm.result - reach, storm.result + reach, k as f64, k as f64 + 1.0);
    spots.push(Spot { at: (storm.result, middle), area: Some(area), lines });
}

fn small(words: String) -> Text {
    Text { words, ink: Hue::Quiet.full(), bold: false, size: Size::Small }
}

fn table<T>(swings: &[Swing<T>], rows: &[Row], unit: Unit, glass: Glass) -> Table {
    let result = |result: Option<f64>| {
        result.map_or_else(|| "∞".to_owned(), |result| glass.cell(result, unit))
    };
    let head = [words::INPUT, words::NOW, words::LOW_RESULT, words::HIGH_RESULT];
    Table {
        head: head.map(|name| name.to(glass.language).to_owned()).into(),
        rows: swings
            .iter()
            .zip(rows)
            .map(|(swing, row)| {
                let (low, high) = swing.results;
                vec![row.name.clone(), row.value.clone(), result(low), result(high)]
            })
            .collect(),
    }
}
