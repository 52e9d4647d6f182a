//! What an offer's score is made of: a block for each kind of benefit, as wide as its weight and
//! as high as its score, cut into its criteria.

use super::{
    Along, Axis, Chart, Fill, Handle, Hue, Labels, Mark, Side, Size, Spot, Stroke, Table, Text,
};
use crate::math::order;
use crate::words::{Glass, Unit, composition as words, perceived};

/// One kind of benefit.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Its name.
    pub name: String,
    /// Its share of all weight.
    pub share: f64,
    /// The score of its criteria together.
    pub score: f64,
    /// Its criteria.
    pub leaves: Vec<Leaf>,
    /// What its border sets.
    pub handle: String,
}

/// One criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaf {
    /// Its name.
    pub name: String,
    /// Its share of all weight.
    pub share: f64,
    /// Its score.
    pub score: f64,
    /// What its handle sets.
    pub handle: String,
}

/// Whose score it is, and what it comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Making {
    /// The offer.
    pub ours: String,
    /// Its score over all.
    pub total: f64,
    /// The kind with most to gain, and by how much the total would rise.
    pub most: Option<(String, f64)>,
}

/// The highest score.
const TOP: f64 = 10.0;

/// The blocks side by side. A handle on each border but the last, then one on each criterion.
pub fn composition(blocks: &[Block], making: &Making, glass: Glass) -> Chart {
    let language = glass.language;
    let mut chart = Chart {
        title: words::TITLE.to(language).to_owned(),
        summary: words::answer(
            glass,
            (&making.ours, making.total),
            making.most.as_ref().map(|(kind, gain)| (kind.as_str(), *gain)),
        ),
        glass,
        x: Axis {
            title: words::WIDTH.to(language).to_owned(),
            range: (0.0, 1.0),
            labels: Labels::Numbers(Unit::Share),
        },
        y: Axis {
            title: words::HEIGHT.to(language).to_owned(),
            range: (0.0, TOP),
            labels: Labels::Numbers(Unit::Plain),
        },
        marks: Vec::new(),
        spots: Vec::new(),
        handles: Vec::new(),
        table: table(blocks, making, glass),
        aspect: 0.44,
    };
    let mut edge = 0.0;
    for (k, block) in blocks.iter().enumerate() {
        add_leaves(&mut chart, block, edge);
        add_block(&mut chart, block, edge, k + 1 == blocks.len());
        edge += block.share;
    }
    // Borders before scores.
    order::sort_rising(&mut chart.handles, |handle| f64::from(handle.along == Along::Y));
    add_total(&mut chart, making.total);
    chart
}

fn add_leaves(chart: &mut Chart, block: &Block, edge: f64) {
    let glass = chart.glass;
    let mut left = edge;
    for (k, leaf) in block.leaves.iter().enumerate() {
        let x = (left, left + leaf.share);
        left = x.1;
        let middle = f64::midpoint(x.0, x.1);
        if leaf.share > 0.0 {
            chart.marks.push(Mark::Bar {
                x,
                y: (0.0, leaf.score),
                ink: Hue::Ours.faded(if k % 2 == 0 { 2 } else { 3 }),
                fill: Fill::Plain,
                label: leaf.name.clone(),
            });
        }
        let share = glass.value(leaf.share, Unit::Share);
        let score = glass.value(leaf.score, Unit::Score);
        chart.spots.push(Spot {
            at: (middle, leaf.score),
            area: Some((x.0, x.1, 0.0, TOP)),
            lines: vec![format!("{} {}", block.name, leaf.name), share, score.clone()],
        });
        chart.handles.push(Handle {
            at: (middle, leaf.score),
            along: Along::Y,
            range: (0.0, TOP),
            step: 0.1,
            label: leaf.handle.clone(),
            reading: score,
            ink: Hue::Ours.full(),
            quiet: true,
        });
    }
}

/// The score of a kind as a line over its criteria, its name above, and its border.
fn add_block(chart: &mut Chart, block: &Block, edge: f64, last: bool) {
    let glass = chart.glass;
    let end = edge + block.share;
    chart.marks.push(Mark::Rule {
        from: (edge, block.score),
        to: (end, block.score),
        ink: Hue::Ours.full(),
        stroke: Stroke::Bold,
    });
    let text = |words, bold, size| Text { words, ink: Hue::Ours.full(), bold, size };
    chart.marks.push(Mark::Note {
        at: (f64::midpoint(edge, end), TOP),
        side: Side::Above,
        lines: vec![
            text(block.name.clone(), true, Size::Normal),
            text(glass.number(block.score, 1), false, Size::Small),
        ],
    });
    if last {
        return;
    }
    chart.marks.push(Mark::Rule {
        from: (end, 0.0),
        to: (end, TOP),
        ink: Hue::Quiet.full(),
        stroke: Stroke::Hair,
    });
    chart.handles.push(Handle {
        at: (end, 0.0),
        along: Along::X,
        range: (edge.min(end), 0.99_f64.max(end)),
        step: 0.0,
        label: block.handle.clone(),
        reading: glass.value(block.share, Unit::Share),
        ink: Hue::Ink.full(),
        quiet: false,
    });
}

/// The total as a line across.
fn add_total(chart: &mut Chart, total: f64) {
    let glass = chart.glass;
    chart.marks.push(Mark::Line {
        points: vec![(0.0, total), (1.0, total)],
        ink: Hue::Ink.full(),
        stroke: Stroke::Dotted,
        name: words::total(glass, total),
    });
}

/// Each kind, its criteria, and all together.
fn table(blocks: &[Block], making: &Making, glass: Glass) -> Table {
    let row = |name: String, share: f64, score: f64| {
        let part = glass.number(share * score, 2);
        vec![name, glass.value(share, Unit::Share), glass.number(score, 2), part]
    };
    let mut rows = Vec::new();
    for block in blocks {
        rows.push(row(block.name.clone(), block.share, block.score));
        let leaf = |leaf: &Leaf| row(format!("　{}", leaf.name), leaf.share, leaf.score);
        rows.extend(block.leaves.iter().map(leaf));
    }
    rows.push(row(words::TOTAL.to(glass.language).to_owned(), 1.0, making.total));
    let head = [perceived::BENEFIT_COLUMN, words::SHARE, words::SCORE, words::PART];
    Table { head: head.map(|name| name.to(glass.language).to_owned()).into(), rows }
}
