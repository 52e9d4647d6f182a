//! Figures that climb in steps: the price ladder and the waterfall of cash flows.

use super::{
    Along, Axis, Band, Chart, Fill, Handle, Hue, Ink, Labels, Mark, Side, Size, Spot, Stroke,
    Table, Text,
};
use crate::words::{Glass, Unit};

/// One step up or down.
#[derive(Clone, Debug, PartialEq)]
pub struct Stair {
    /// Its name.
    pub name: String,
    /// How far up, or down if negative.
    pub rise: f64,
    /// Its colour.
    pub ink: Ink,
    /// What its handle sets; none for a step that cannot be dragged.
    pub handle: Option<String>,
}

/// What a climb is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Climb {
    /// Title of the figure.
    pub title: String,
    /// The figure in a sentence.
    pub summary: String,
    /// Name of the last column, the sum.
    pub total: String,
    /// Heading of the names and of the amounts in the table.
    pub head: [String; 2],
}

/// Half the width of a column in its band.
const HALF: f64 = 0.32;

/// Steps one after another, and their sum as the last column. A handle for each step that has one.
pub fn climb(stairs: &[Stair], climb: &Climb, glass: Glass) -> Chart {
    let feet = feet(stairs);
    let sum = feet.last().copied().unwrap_or_default();
    let (low, high) =
        feet.iter().fold((0.0_f64, 0.0_f64), |(low, high), foot| (low.min(*foot), high.max(*foot)));
    let room = (high - low) * 0.12;
    let range = (if low < 0.0 { low - room } else { 0.0 }, high + room);
    let mut chart = Chart {
        title: climb.title.clone(),
        summary: climb.summary.clone(),
        glass,
        x: Axis {
            title: String::new(),
            range: (0.0, stairs.len() as f64 + 1.0),
            labels: columns(stairs, &climb.total),
        },
        y: Axis {
            title: glass.unit(Unit::Money).to_owned(),
            range,
            labels: Labels::Numbers(Unit::Money),
        },
        marks: Vec::new(),
        spots: Vec::new(),
        handles: Vec::new(),
        table: table(stairs, climb, sum, glass),
        aspect: 0.42,
    };
    for (k, (stair, foot)) in stairs.iter().zip(&feet).enumerate() {
        add_stair(&mut chart, k, stair, *foot, range);
    }
    add_column(&mut chart, stairs.len(), (0.0, sum), Hue::Ours.full(), &climb.total, sum);
    chart.marks.push(Mark::Rule {
        from: (0.0, 0.0),
        to: (stairs.len() as f64 + 1.0, 0.0),
        ink: Hue::Ink.full(),
        stroke: Stroke::Thin,
    });
    chart
}

/// Where each step begins, and at the end the sum.
fn feet(stairs: &[Stair]) -> Vec<f64> {
    let mut feet = vec![0.0];
    for stair in stairs {
        feet.push(feet.last().copied().unwrap_or_default() + stair.rise);
    }
    feet
}

fn columns(stairs: &[Stair], total: &str) -> Labels {
    let name = |name: &str, bold| Band {
        name: name.to_owned(),
        remark: String::new(),
        ink: Hue::Ink.full(),
        bold,
    };
    let names = stairs.iter().map(|stair| name(&stair.name, false));
    Labels::Bands(names.chain([name(total, true)]).collect())
}

fn add_stair(chart: &mut Chart, k: usize, stair: &Stair, foot: f64, range: (f64, f64)) {
    let top = foot + stair.rise;
    add_column(chart, k, (foot, top), stair.ink, &stair.name, stair.rise);
    let middle = k as f64 + 0.5;
    chart.marks.push(Mark::Rule {
        from: (middle + HALF, top),
        to: (middle + 1.0 - HALF, top),
        ink: Hue::Quiet.full(),
        stroke: Stroke::Hair,
    });
    if let Some(label) = &stair.handle {
        chart.handles.push(Handle {
            at: (middle, top),
            along: Along::Y,
            range,
            step: 0.0,
            label: label.clone(),
            reading: chart.glass.value(stair.rise, Unit::Money),
            ink: stair.ink,
            quiet: false,
        });
    }
}

/// A column from `foot` to `top` with its amount above it, or below where it goes down.
fn add_column(chart: &mut Chart, k: usize, y: (f64, f64), ink: Ink, name: &str, amount: f64) {
    let middle = k as f64 + 0.5;
    let x = (middle - HALF, middle + HALF);
    chart.marks.push(Mark::Bar { x, y, ink, fill: Fill::Plain, label: String::new() });
    // The axis says the unit.
    let bare = chart.glass.cell(amount, Unit::Money);
    let amount = chart.glass.value(amount, Unit::Money);
    let (low, high) = (y.0.min(y.1), y.0.max(y.1));
    let (at, side) = if y.1 < y.0 { (low, Side::Below) } else { (high, Side::Above) };
    chart.marks.push(Mark::Note {
        at: (middle, at),
        side,
        lines: vec![Text { words: bare, ink, bold: true, size: Size::Normal }],
    });
    chart.spots.push(Spot {
        at: (middle, f64::midpoint(low, high)),
        area: Some((x.0, x.1, low, high)),
        lines: vec![name.to_owned(), amount],
    });
}

fn table(stairs: &[Stair], climb: &Climb, sum: f64, glass: Glass) -> Table {
    let row = |name: &str, amount| vec![name.to_owned(), glass.cell(amount, Unit::Money)];
    let rows = stairs.iter().map(|stair| row(&stair.name, stair.rise));
    Table { head: climb.head.to_vec(), rows: rows.chain([row(&climb.total, sum)]).collect() }
}
