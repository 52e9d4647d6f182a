//! What each reading of a formula gives, and the answer somebody got as an upright line.

use super::{
    Along, Axis, Band, Chart, Fill, Handle, Hue, Labels, Mark, Side, Size, Spot, Stroke, Table,
    Text,
};
use crate::words::{Glass, Unit, traps as words};

/// A reading of a formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its name.
    pub name: String,
    /// What it gives; none where that has no end.
    pub value: Option<f64>,
    /// Whether it is right, in words.
    pub verdict: String,
    /// Whether it is a mistake.
    pub wrong: bool,
    /// Whether it leads to the answer.
    pub hit: bool,
}

/// Half the height of a bar in its row.
const HALF: f64 = 0.3;

/// A bar for each reading, and a handle on the line of the answer `found`, called `handle`.
pub fn readings(lines: &[Line], found: f64, handle: &str, glass: Glass) -> Chart {
    let language = glass.language;
    let values = || lines.iter().filter_map(|line| line.value).chain([found]);
    let (low, high) = values().fold((0.0_f64, 0.0_f64), |(low, high), x| (low.min(x), high.max(x)));
    let length = if high > low { high - low } else { 1.0 };
    let foot = if low < 0.0 { low - 0.2 * length } else { 0.0 };
    let count = lines.len() as f64;
    let band = |line: &Line| Band {
        name: line.name.clone(),
        remark: String::new(),
        ink: Hue::Ink.full(),
        bold: line.hit,
    };
    let money = glass.value(found, Unit::Money);
    let mut chart = Chart {
        title: words::TRAPS.to(language).to_owned(),
        summary: String::new(),
        glass,
        x: Axis {
            title: glass.unit(Unit::Money).to_owned(),
            range: (foot, high + 0.22 * length),
            labels: Labels::Numbers(Unit::Money),
        },
        y: Axis {
            title: String::new(),
            range: (0.0, count),
            labels: Labels::Bands(lines.iter().map(band).collect()),
        },
        marks: Vec::new(),
        spots: Vec::new(),
        handles: Vec::new(),
        table: table(lines, glass),
        aspect: 0.5,
    };
    for (k, line) in lines.iter().enumerate() {
        add_line(&mut chart, k, line);
    }
    for (x, ink, stroke) in [(0.0, Hue::Ink, Stroke::Thin), (found, Hue::Ours, Stroke::Bold)] {
        let ink = ink.full();
        chart.marks.push(Mark::Rule { from: (x, 0.0), to: (x, count), ink, stroke });
    }
    chart.handles.push(Handle {
        at: (found, count),
        along: Along::X,
        range: chart.x.range,
        step: 0.0,
        label: handle.to_owned(),
        reading: money,
        ink: Hue::Ours.full(),
        quiet: false,
    });
    chart
}

fn add_line(chart: &mut Chart, k: usize, line: &Line) {
    let glass = chart.glass;
    let middle = k as f64 + 0.5;
    let hue = if line.wrong { Hue::Loss } else { Hue::Gain };
    let fill = if line.wrong { Fill::Hatched } else { Fill::Plain };
    let end = line.value.unwrap_or_default();
    let y = (middle - HALF, middle + HALF);
    let ink = hue.full();
    chart.marks.push(Mark::Bar { x: (0.0, end), y, ink, fill, label: String::new() });
    let value = said(line, glass);
    chart.marks.push(Mark::Note {
        at: (end.max(0.0), middle),
        side: Side::Right,
        lines: vec![Text { words: value.clone(), ink, bold: line.hit, size: Size::Normal }],
    });
    let (low, high) = chart.x.range;
    chart.spots.push(Spot {
        at: (end, middle),
        area: Some((low, high, k as f64, k as f64 + 1.0)),
        lines: vec![line.name.clone(), value, line.verdict.clone()],
    });
}

fn said(line: &Line, glass: Glass) -> String {
    line.value.map_or_else(
        || words::ENDLESS.to(glass.language).to_owned(),
        |value| glass.value(value, Unit::Money),
    )
}

fn table(lines: &[Line], glass: Glass) -> Table {
    let row = |line: &Line| vec![line.name.clone(), said(line, glass), line.verdict.clone()];
    let head = words::COLUMNS.map(|name| name.to(glass.language).to_owned());
    Table { head: head.into(), rows: lines.iter().map(row).collect() }
}
