//! What ours has cost less than a rival, year by year.

use super::super::lifetime::areas;
use super::super::{Axis, Chart, Hue, Labels, Mark, Point, Side, Size, Spot, Stroke, Table, Text};
use super::{Duel, text};
use crate::model::ownership::Crossing;
use crate::words::{Unit, ownership as words};

/// So near to the first or the last year, as a share of all, words stand beside their place.
const EDGE: f64 = 0.15;

/// What ours has cost less by the end of each year: below zero it has cost more, above it has paid
/// for itself. The years are marked in which the line passes zero.
pub fn saving(duel: &Duel<'_>) -> Chart {
    let glass = duel.parties.glass;
    let points: Vec<Point> =
        duel.difference.running().iter().enumerate().map(|(k, d)| (k as f64, -d)).collect();
    let last = points.last().copied().unwrap_or_default();
    let (low, high) = points.iter().fold((0.0_f64, 0.0_f64), |r, p| (r.0.min(p.1), r.1.max(p.1)));
    // Where the line ends stands what it comes to.
    let room = |ends: bool| (high - low) * if ends { 0.25 } else { 0.1 };
    let mut marks = areas(&points);
    marks.push(Mark::Line {
        points: points.clone(),
        ink: Hue::Ours.full(),
        stroke: Stroke::Bold,
        name: String::new(),
    });
    let hue = if last.1 < 0.0 { Hue::Loss } else { Hue::Gain };
    marks.push(Mark::Note {
        at: last,
        side: if last.1 < 0.0 { Side::Below } else { Side::Above },
        lines: vec![text(words::saved(glass, last.1), hue, true)],
    });
    marks.extend(crossings(duel, last.0, (low, high)));
    let spot = |(k, point): (usize, &Point)| Spot {
        at: *point,
        area: None,
        lines: vec![words::year_end(k, glass.language), words::saved(glass, point.1)],
    };
    Chart {
        title: words::SAVING.to(glass.language).to_owned(),
        summary: words::saving_summary(glass, duel.names(), last),
        glass,
        x: Axis {
            title: glass.unit(Unit::Years).to_owned(),
            range: (0.0, last.0),
            labels: Labels::Numbers(Unit::Plain),
        },
        y: Axis {
            title: glass.unit(Unit::Money).to_owned(),
            range: (low - room(last.1 < 0.0), high + room(last.1 >= 0.0)),
            labels: Labels::Numbers(Unit::Money),
        },
        marks,
        spots: points.iter().enumerate().map(spot).collect(),
        handles: Vec::new(),
        table: table(duel, &points),
        aspect: 0.36,
    }
}

/// Every year in which one becomes the cheaper one to own.
fn crossings(duel: &Duel<'_>, last: f64, (low, high): (f64, f64)) -> Vec<Mark> {
    let glass = duel.parties.glass;
    let mark = |crossing: Crossing| {
        let at = (crossing.year, 0.0);
        let height = if crossing.cheaper_after { high * 0.55 } else { low * 0.55 };
        let [first, second] = words::crossing(glass, crossing.year, crossing.cheaper_after);
        let side = match crossing.year / last {
            ..EDGE => Side::Right,
            share if share > 1.0 - EDGE => Side::Left,
            _ if crossing.cheaper_after => Side::Above,
            _ => Side::Below,
        };
        let small = Text { size: Size::Small, ..text(second, Hue::Quiet, false) };
        let ink = Hue::Ink.full();
        [
            Mark::Rule { from: at, to: (at.0, height), ink, stroke: Stroke::Dotted },
            Mark::Dot { at, ink },
            Mark::Note {
                at: (at.0, height),
                side,
                lines: vec![text(first, Hue::Ink, false), small],
            },
        ]
    };
    duel.difference.crossings().into_iter().flat_map(mark).collect()
}

fn table(duel: &Duel<'_>, points: &[Point]) -> Table {
    let glass = duel.parties.glass;
    let row = |(k, (_, saved)): (usize, &Point)| {
        vec![words::year_end(k, glass.language), glass.signed(*saved, Unit::Plain)]
    };
    let head = [words::YEAR, words::SAVED].map(|name| name.to(glass.language).to_owned());
    Table { head: head.into(), rows: points.iter().enumerate().map(row).collect() }
}
