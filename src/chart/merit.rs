//! Measures in their order of merit: what each brings beside what it costs.

use super::{
    Along, Axis, Band, Chart, Fill, Handle, Hue, Labels, Mark, Point, Side, Size, Spot, Stroke,
    Table, Text,
};
use crate::words::{Glass, Unit, measure as words};

/// What a measure brings and costs, for each customer.
#[derive(Clone, Debug, PartialEq)]
pub struct Effort {
    /// Its name.
    pub name: String,
    /// How much more the customer is worth.
    pub gain: f64,
    /// Present value of what it costs.
    pub cost: f64,
    /// Gain less cost.
    pub net: f64,
    /// What it adds to retention, as a share.
    pub retention: f64,
    /// What it costs a year.
    pub yearly: f64,
    /// What its two handles set, retention and the cost a year; none for one that cannot be dragged.
    pub handles: [Option<String>; 2],
}

/// Where the bars of gain and cost lie in a row.
const LANES: [(f64, f64); 2] = [(0.16, 0.48), (0.52, 0.84)];
/// Room for the words behind the bars, as a share of their length.
const ROOM: f64 = 0.34;

/// Two bars a row, gain and cost, in the given order of rows. The handles stand in the order of
/// `efforts`, so that each stays the same while the rows change places.
pub fn efforts(efforts: &[Option<Effort>], order: &[usize], glass: Glass) -> Chart {
    let language = glass.language;
    let weighed = || efforts.iter().flatten();
    let ends = || weighed().flat_map(|effort| [effort.gain, effort.cost]);
    let (low, high) = ends().fold((0.0_f64, 0.0_f64), |(low, high), x| (low.min(x), high.max(x)));
    let length = if high > low { high - low } else { 1.0 };
    let range = (low - if low < 0.0 { 0.04 * length } else { 0.0 }, high + ROOM * length);
    let band = |effort: &Effort| Band {
        name: effort.name.clone(),
        remark: String::new(),
        ink: Hue::Ink.full(),
        bold: false,
    };
    let rows = || order.iter().filter_map(|k| efforts.get(*k)?.as_ref());
    let mut chart = Chart {
        title: words::MEASURES.to(language).to_owned(),
        summary: String::new(),
        glass,
        x: Axis {
            title: words::EACH.to(language).replace("{}", glass.unit(Unit::Money)),
            range,
            labels: Labels::Numbers(Unit::Money),
        },
        y: Axis {
            title: String::new(),
            range: (0.0, order.len() as f64),
            labels: Labels::Bands(rows().map(band).collect()),
        },
        marks: Vec::new(),
        spots: Vec::new(),
        handles: Vec::new(),
        table: Table { head: Vec::new(), rows: Vec::new() },
        aspect: 0.16 + 0.09 * order.len() as f64,
    };
    for (row, effort) in rows().enumerate() {
        add_row(&mut chart, row as f64, effort);
    }
    chart.marks.push(Mark::Rule {
        from: (0.0, 0.0),
        to: (0.0, order.len() as f64),
        ink: Hue::Ink.full(),
        stroke: Stroke::Thin,
    });
    for (k, effort) in efforts.iter().enumerate() {
        let row = order.iter().position(|place| *place == k);
        if let (Some(effort), Some(row)) = (effort, row) {
            add_handles(&mut chart, row as f64, effort);
        }
    }
    chart
}

fn add_row(chart: &mut Chart, row: f64, effort: &Effort) {
    let glass = chart.glass;
    let language = glass.language;
    let said = |name: crate::words::Phrase, x: f64| {
        format!("{} {}", name.to(language), glass.value(x, Unit::Money))
    };
    let gain = if effort.gain < 0.0 { Hue::Loss } else { Hue::Gain };
    let parts = [(words::GAIN, effort.gain, gain), (words::COST, effort.cost, Hue::Loss)];
    for ((name, x, hue), lane) in parts.into_iter().zip(LANES) {
        let (y, ink) = ((row + lane.0, row + lane.1), hue.full());
        let label = said(name, x);
        chart.marks.push(Mark::Bar { x: (0.0, x), y, ink, fill: Fill::Plain, label });
    }
    let net = format!("{} {}", words::NET.to(language), glass.signed(effort.net, Unit::Money));
    let end = effort.gain.max(effort.cost).max(0.0);
    let hue = if effort.net < 0.0 { Hue::Loss } else { Hue::Gain };
    chart.marks.push(Mark::Note {
        at: (end, row + 0.5),
        side: Side::Right,
        lines: vec![Text { words: net.clone(), ink: hue.full(), bold: true, size: Size::Normal }],
    });
    let (low, high) = chart.x.range;
    chart.spots.push(Spot {
        at: (end, row + 0.5),
        area: Some((low, high, row, row + 1.0)),
        lines: vec![
            effort.name.clone(),
            said(words::GAIN, effort.gain),
            said(words::COST, effort.cost),
            net,
        ],
    });
}

fn add_handles(chart: &mut Chart, row: f64, effort: &Effort) {
    let glass = chart.glass;
    let place = |x: f64, lane: (f64, f64)| -> Point { (x, row + f64::midpoint(lane.0, lane.1)) };
    let ends = [
        (effort.gain, glass.signed(effort.retention, Unit::Share), Hue::Gain, chart.x.range.0),
        (effort.cost, glass.value(effort.yearly, Unit::Money), Hue::Loss, 0.0),
    ];
    for (((x, reading, hue, low), lane), label) in ends.into_iter().zip(LANES).zip(&effort.handles)
    {
        let Some(label) = label.clone() else { continue };
        chart.handles.push(Handle {
            at: place(x, lane),
            along: Along::X,
            range: (low, chart.x.range.1),
            step: 0.0,
            label,
            reading,
            ink: hue.full(),
            quiet: false,
        });
    }
}
