//! Our share of the market above the shares of those who follow, end to end.

use super::{
    Along, Axis, Band, Chart, Fill, Handle, Hue, Ink, Labels, Mark, Side, Size, Spot, Stroke,
    Table, Text,
};
use crate::words::{Glass, Unit, standing as words};

/// A share of the market.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Whose it is.
    pub name: String,
    /// How much, 0..1.
    pub share: f64,
    /// What its handle sets.
    pub handle: String,
}

/// Half the height of a bar in its row.
const HALF: f64 = 0.28;
/// Parts smaller than this carry no number.
const SMALL: f64 = 0.03;

/// Ours in the first row, the others one after another in the second. A handle at every end: ours,
/// then the others in order.
pub fn standing(ours: &Part, others: &[Part], glass: Glass) -> Chart {
    let language = glass.language;
    let sum: f64 = others.iter().map(|part| part.share).sum();
    let band = |name: &str, bold| Band {
        name: name.to_owned(),
        remark: String::new(),
        ink: if bold { Hue::Ours.full() } else { Hue::Ink.full() },
        bold,
    };
    let mut chart = Chart {
        title: words::STANDING.to(language).to_owned(),
        summary: String::new(),
        glass,
        x: Axis {
            title: words::SHARE.to(language).to_owned(),
            range: (0.0, (1.2 * ours.share.max(sum)).clamp(0.1, 1.2)),
            labels: Labels::Numbers(Unit::Share),
        },
        y: Axis {
            title: String::new(),
            range: (0.0, 2.0),
            labels: Labels::Bands(vec![
                band(&ours.name, true),
                band(words::NEXT.to(language), false),
            ]),
        },
        marks: Vec::new(),
        spots: Vec::new(),
        handles: Vec::new(),
        table: table(ours, others, sum, glass),
        aspect: 0.24,
    };
    add_part(&mut chart, (0.5, 0.5), 0.0, ours, Hue::Ours.full());
    let mut edge = 0.0;
    for (k, part) in others.iter().enumerate() {
        // Narrow parts are neighbours: their handles stand above and below in turn.
        let (grab, tint) = if k % 2 == 0 { (1.5 - HALF, 0) } else { (1.5 + HALF, 1) };
        add_part(&mut chart, (1.5, grab), edge, part, Hue::Rival(0).faded(tint));
        edge += part.share;
    }
    chart.marks.push(Mark::Rule {
        from: (ours.share, 0.5 + HALF),
        to: (ours.share, 2.0),
        ink: Hue::Quiet.full(),
        stroke: Stroke::Dotted,
    });
    for (x, y, hue) in [(ours.share, 0.5, Hue::Ours), (sum, 1.5, Hue::Ink)] {
        let words = glass.value(x, Unit::Share);
        chart.marks.push(Mark::Note {
            at: (x, y),
            side: Side::Right,
            lines: vec![Text { words, ink: hue.full(), bold: true, size: Size::Normal }],
        });
    }
    chart
}

/// A bar around `middle` with its handle at the height `grab`.
fn add_part(chart: &mut Chart, (middle, grab): (f64, f64), foot: f64, part: &Part, ink: Ink) {
    let share = chart.glass.value(part.share, Unit::Share);
    let (x, y) = ((foot, foot + part.share), (middle - HALF, middle + HALF));
    let label = if part.share < SMALL { String::new() } else { share.clone() };
    chart.marks.push(Mark::Bar { x, y, ink, fill: Fill::Plain, label });
    chart.spots.push(Spot {
        at: (f64::midpoint(x.0, x.1), middle),
        area: Some((x.0, x.1, y.0, y.1)),
        lines: vec![part.name.clone(), share.clone()],
    });
    chart.handles.push(Handle {
        at: (x.1, grab),
        along: Along::X,
        range: (foot, chart.x.range.1.min(1.0).max(foot)),
        step: 0.0,
        label: part.handle.clone(),
        reading: share,
        ink,
        quiet: false,
    });
}

fn table(ours: &Part, others: &[Part], sum: f64, glass: Glass) -> Table {
    let row = |name: &str, share: f64| vec![name.to_owned(), glass.value(share, Unit::Share)];
    let parts = std::iter::once(ours).chain(others).map(|part| row(&part.name, part.share));
    let language = glass.language;
    let all = [row(words::NEXT.to(language), sum)];
    let head = [words::WHO, words::SHARE].map(|name| name.to(language).to_owned());
    Table { head: head.into(), rows: parts.chain(all).collect() }
}
