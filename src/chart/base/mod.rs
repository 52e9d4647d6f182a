//! The figures of the customer base.

mod people;
mod spread;

pub use people::{map, silence, story};
pub use spread::{held_out, lorenz, renewals, tenths};

use super::{Axis, Band, Chart, Fill, Hue, Ink, Labels, Mark, Side, Size, Spot, Table, Text};
use crate::analysis::Look;
use crate::words::{Glass, Phrase, Unit, base as words};

/// How many of the columns of a pair stand on either side of its middle.
const HALF: f64 = 0.36;

/// A column of a pair: its colour, its height in each place, and how heights are said.
struct Columns<'a> {
    names: [&'static str; 2],
    bands: Vec<String>,
    heights: &'a [[f64; 2]],
    say: &'a dyn Fn(f64) -> String,
}

const INKS: [Ink; 2] = [Hue::Quiet.faded(1), Hue::Ours.full()];

/// Pairs of columns side by side, each pair in its band.
fn pairs(chart: Chart, columns: &Columns) -> Chart {
    let most = columns.heights.iter().flatten().fold(0.0_f64, |most, height| most.max(*height));
    let band = |name: &String| Band {
        name: name.clone(),
        remark: String::new(),
        ink: Hue::Quiet.full(),
        bold: false,
    };
    let mut marks = Vec::new();
    let mut spots = Vec::new();
    for (k, pair) in columns.heights.iter().enumerate() {
        let middle = k as f64 + 0.5;
        for (side, height) in pair.iter().enumerate() {
            let left = middle + HALF * (side as f64 - 1.0);
            let x = (left, left + HALF);
            marks.push(bar(x, (0.0, *height), INKS[side], String::new()));
        }
        let line = |side: usize| format!("{} {}", columns.names[side], (columns.say)(pair[side]));
        spots.push(Spot {
            at: (middle, pair[0].max(pair[1])),
            area: Some((middle - 0.5, middle + 0.5, 0.0, most * 1.1)),
            lines: vec![columns.bands[k].clone(), line(0), line(1)],
        });
    }
    // The names stand over the tallest pair, one above the other: they may be wider than a column.
    let higher = |k: usize| columns.heights[k][0].max(columns.heights[k][1]);
    let tallest = (0..columns.heights.len()).max_by(|a, b| higher(*a).total_cmp(&higher(*b)));
    if let Some(k) = tallest {
        let line = |side: usize| Text {
            words: columns.names[side].to_owned(),
            ink: INKS[side].hue.full(),
            bold: true,
            size: Size::Normal,
        };
        let at = (k as f64 + 0.5, higher(k));
        marks.push(Mark::Note { at, side: Side::Above, lines: vec![line(0), line(1)] });
    }
    Chart {
        x: Axis {
            range: (0.0, columns.heights.len() as f64),
            labels: Labels::Bands(columns.bands.iter().map(band).collect()),
            ..chart.x
        },
        y: Axis { range: (0.0, most * 1.3), ..chart.y },
        marks,
        spots,
        ..chart
    }
}

fn bar(x: (f64, f64), y: (f64, f64), ink: Ink, label: String) -> Mark {
    Mark::Bar { x, y, ink, fill: Fill::Plain, label }
}

fn note(at: (f64, f64), side: Side, words: String, hue: Hue) -> Mark {
    let bold = hue == Hue::Ours;
    Mark::Note { at, side, lines: vec![Text { words, ink: hue.full(), bold, size: Size::Normal }] }
}

/// A chart without marks.
fn blank(title: String, glass: Glass) -> Chart {
    let axis = || Axis { title: String::new(), range: (0.0, 1.0), labels: Labels::None };
    Chart {
        title,
        summary: String::new(),
        glass,
        x: axis(),
        y: axis(),
        marks: Vec::new(),
        spots: Vec::new(),
        handles: Vec::new(),
        table: Table::default(),
        aspect: 0.45,
    }
}

fn heads(phrases: &[Phrase], glass: Glass) -> Vec<String> {
    phrases.iter().map(|phrase| phrase.to(glass.language).to_owned()).collect()
}

/// The names of the columns of repeat purchases: the last holds all that came more often.
fn repeats(count: usize) -> Vec<String> {
    let last = count.saturating_sub(1);
    (0..count).map(|k| if k == last { format!("{k}+") } else { k.to_string() }).collect()
}

/// How many came back so often, beside how many would by the model.
pub fn histogram(look: &Look, glass: Glass) -> Chart {
    let say = |phrase: Phrase| phrase.to(glass.language);
    let count = |x: f64| glass.number(x, 0);
    let heights: Vec<[f64; 2]> = look.counts.iter().map(|c| [c.seen, c.expected]).collect();
    let bands = repeats(heights.len());
    let customers: f64 = look.counts.iter().map(|c| c.seen).sum();
    let off: f64 = look.counts.iter().map(|c| (c.seen - c.expected).abs()).sum();
    let row = |(name, pair): (&String, &[f64; 2])| {
        vec![name.clone(), count(pair[0]), glass.number(pair[1], 1)]
    };
    let chart = Chart {
        summary: words::histogram_summary(glass, off / 2.0 / customers.max(1.0)),
        x: Axis {
            title: say(words::HISTOGRAM_COLUMNS[0]).to_owned(),
            range: (0.0, 1.0),
            labels: Labels::None,
        },
        y: Axis {
            title: say(words::CUSTOMERS).to_owned(),
            range: (0.0, 1.0),
            labels: Labels::Numbers(Unit::Count),
        },
        table: Table {
            head: heads(&words::HISTOGRAM_COLUMNS, glass),
            rows: bands.iter().zip(&heights).map(row).collect(),
        },
        ..blank(say(words::HISTOGRAM).to_owned(), glass)
    };
    let names = [say(words::SEEN), say(words::EXPECTED)];
    pairs(chart, &Columns { names, bands, heights: &heights, say: &count })
}
