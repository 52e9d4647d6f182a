//! Amounts as lengths, one a row, with what they mean beside them.

use super::super::{
    Along, Axis, Band, Chart, Fill, Handle, Hue, Labels, Mark, Side, Size, Spot, Stroke, Table,
    Text,
};
use crate::words::{Glass, claims as words};

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Length {
    /// Its name.
    pub name: String,
    /// How long it is; it goes to the left where it is negative.
    pub size: f64,
    /// What it means, beside its end.
    pub words: String,
    /// Its colour.
    pub hue: Hue,
    /// The handle at its end; none where it is not an input's.
    pub held: Option<Held>,
}

/// A handle at the end of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// What it sets.
    pub label: String,
    /// The value of that.
    pub reading: String,
    /// How far it may go; none for as far as the figure.
    pub range: Option<(f64, f64)>,
}

/// Half the height of a bar in its band.
const HALF: f64 = 0.27;
/// Room beyond the longest row, as a share of it.
const ROOM: f64 = 1.35;

/// The rows one below the other, with a handle at the end of each that has one.
pub fn lengths(title: &str, summary: String, rows: &[Length], glass: Glass) -> Chart {
    let language = glass.language;
    let band = |row: &Length| Band {
        name: row.name.clone(),
        remark: String::new(),
        ink: Hue::Ink.full(),
        bold: false,
    };
    let most = rows.iter().map(|row| row.size).fold(0.0, f64::max);
    let least = rows.iter().map(|row| row.size).fold(0.0, f64::min);
    let span = if most - least > 0.0 { most - least } else { 1.0 };
    let left = if least < 0.0 { least - 0.3 * span } else { 0.0 };
    let range = (left, (most.max(0.0) + (ROOM - 1.0) * span).max(left + span));
    let mut chart = Chart {
        title: title.to_owned(),
        summary,
        glass,
        x: Axis { title: String::new(), range, labels: Labels::None },
        y: Axis {
            title: String::new(),
            range: (0.0, rows.len() as f64),
            labels: Labels::Bands(rows.iter().map(band).collect()),
        },
        marks: Vec::new(),
        spots: Vec::new(),
        handles: Vec::new(),
        table: Table {
            head: [words::ROW, words::SIZE].map(|name| name.to(language).to_owned()).into(),
            rows: rows.iter().map(|row| vec![row.name.clone(), row.words.clone()]).collect(),
        },
        aspect: 0.08 * rows.len() as f64,
    };
    for (k, row) in rows.iter().enumerate() {
        add_row(&mut chart, k as f64 + 0.5, row, range);
    }
    chart.marks.push(Mark::Rule {
        from: (0.0, 0.0),
        to: (0.0, rows.len() as f64),
        ink: Hue::Quiet.full(),
        stroke: Stroke::Hair,
    });
    chart
}

fn add_row(chart: &mut Chart, middle: f64, row: &Length, range: (f64, f64)) {
    let y = (middle - HALF, middle + HALF);
    let ink = row.hue.full();
    chart.marks.push(Mark::Bar {
        x: (0.0, row.size),
        y,
        ink: row.hue.faded(1),
        fill: Fill::Plain,
        label: String::new(),
    });
    chart.marks.push(Mark::Note {
        at: (row.size.max(0.0), middle),
        side: Side::Right,
        lines: vec![Text { words: row.words.clone(), ink, bold: true, size: Size::Normal }],
    });
    chart.spots.push(Spot {
        at: (row.size / 2.0, middle),
        area: Some((row.size.min(0.0), row.size.max(0.0), y.0, y.1)),
        lines: vec![row.name.clone(), row.words.clone()],
    });
    if let Some(held) = &row.held {
        chart.handles.push(Handle {
            at: (row.size, middle),
            along: Along::X,
            range: held.range.unwrap_or((0.0, range.1)),
            step: 0.0,
            label: held.label.clone(),
            reading: held.reading.clone(),
            ink,
            quiet: false,
        });
    }
}
