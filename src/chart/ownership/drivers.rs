//! What makes the difference between two offers, kind by kind.

use super::super::{Axis, Band, Chart, Fill, Hue, Labels, Mark, Side, Spot, Stroke, Table};
use super::{Duel, text};
use crate::words::{Unit, ownership as words};

/// What each kind of cost saves, the strongest on top, and the sum of them.
pub fn drivers(duel: &Duel<'_>) -> Chart {
    let (glass, kinds) = (duel.parties.glass, &duel.parties.kinds);
    let total = -duel.difference.total();
    let mut rows: Vec<(&str, f64)> = Vec::new();
    for (kind, dearer) in duel.difference.drivers() {
        rows.push((&kinds[kind], -dearer));
    }
    let (name, most) = rows.first().copied().unwrap_or_default();
    let summary = words::drivers_summary(glass, name, most, total);
    rows.push((words::SUM.to(glass.language), total));
    let low = rows.iter().map(|row| row.1).fold(0.0, f64::min);
    let high = rows.iter().map(|row| row.1).fold(0.0, f64::max);
    let count = rows.len() as f64;
    let mut chart = Chart {
        title: words::DRIVERS.to(glass.language).to_owned(),
        summary,
        glass,
        x: Axis { title: String::new(), range: (low, high), labels: Labels::None },
        y: Axis { title: String::new(), range: (0.0, count), labels: Labels::Bands(bands(&rows)) },
        marks: Vec::new(),
        spots: Vec::new(),
        handles: Vec::new(),
        table: table(&rows, duel),
        aspect: 0.24,
    };
    for (k, (name, saving)) in rows.iter().enumerate() {
        add_row(&mut chart, k, name, *saving, k + 1 == rows.len());
    }
    let zero = |y: f64| (0.0, y);
    let (ink, stroke) = (Hue::Ink.full(), Stroke::Thin);
    chart.marks.push(Mark::Rule { from: zero(0.0), to: zero(count), ink, stroke });
    chart
}

/// The names of the rows, the sum in bold.
fn bands(rows: &[(&str, f64)]) -> Vec<Band> {
    let band = |(k, (name, _)): (usize, &(&str, f64))| Band {
        name: (*name).to_owned(),
        remark: String::new(),
        ink: Hue::Ink.full(),
        bold: k + 1 == rows.len(),
    };
    rows.iter().enumerate().map(band).collect()
}

fn add_row(chart: &mut Chart, k: usize, name: &str, saving: f64, is_sum: bool) {
    let y = (k as f64 + 0.18, k as f64 + 0.82);
    let hue = if saving < 0.0 { Hue::Loss } else { Hue::Gain };
    let amount = chart.glass.signed(saving, Unit::Money);
    if saving != 0.0 {
        let (x, ink, fill) = ((0.0, saving), hue.full(), Fill::Plain);
        chart.marks.push(Mark::Bar { x, y, ink, fill, label: String::new() });
        let area = Some((saving.min(0.0), saving.max(0.0), k as f64, k as f64 + 1.0));
        let lines = vec![name.to_owned(), amount.clone()];
        chart.spots.push(Spot { at: (saving / 2.0, k as f64 + 0.5), area, lines });
    }
    chart.marks.push(Mark::Note {
        at: (saving, k as f64 + 0.5),
        side: if saving < 0.0 { Side::Left } else { Side::Right },
        lines: vec![text(amount, hue, is_sum)],
    });
}

fn table(rows: &[(&str, f64)], duel: &Duel<'_>) -> Table {
    let glass = duel.parties.glass;
    let row =
        |(name, saving): &(&str, f64)| vec![(*name).to_owned(), glass.signed(*saving, Unit::Plain)];
    let head = [words::COST_COLUMN, words::SAVED].map(|name| name.to(glass.language).to_owned());
    Table { head: head.into(), rows: rows.iter().map(row).collect() }
}
