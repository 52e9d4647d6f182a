//! The figure of positions that move: the weighted score of every offer over time.

use super::{
    Along, Axis, Chart, Handle, Hue, Labels, Mark, Point, Side, Size, Spot, Stroke, Table, Text,
};
use crate::math::order;
use crate::model::positioning::Positioning;
use crate::words::{Glass, Unit, label, segments as words};

/// Moments that can be pointed at.
const STOPS: u32 = 20;

/// Who leads from when on: nothing before the first change of the lead.
pub fn turns(positions: &Positioning, offers: usize, last: f64) -> Vec<(f64, usize)> {
    let mut turns: Vec<(f64, usize)> = Vec::new();
    for one in 0..offers {
        for other in (0..offers).filter(|other| *other != one) {
            let passed = positions.overtakings(one, other).into_iter();
            let leads = |time: f64| positions.leaders_at(time).contains(&one);
            turns.extend(
                passed
                    .filter(|(time, ahead)| *ahead && *time <= last && leads(*time))
                    .map(|(time, _)| (time, one)),
            );
        }
    }
    order::sort_rising(&mut turns, |(time, _)| *time);
    turns.dedup_by(|a, b| a.1 == b.1);
    turns
}

/// The weighted mean score of each offer from now until `last` years later, where the lead changes
/// hands, and the moment `at` with a handle.
pub fn positions(
    positions: &Positioning,
    offers: &[String],
    (last, at): (f64, f64),
    glass: Glass,
) -> Chart {
    let at = at.min(last);
    let times: Vec<f64> = (0..=STOPS).map(|k| last * f64::from(k) / f64::from(STOPS)).collect();
    let totals: Vec<Vec<f64>> = times.iter().map(|time| positions.totals_at(*time)).collect();
    let ends =
        totals.iter().flatten().fold((f64::INFINITY, 0.0_f64), |r, x| (r.0.min(*x), r.1.max(*x)));
    let room = ((ends.1 - ends.0) * 0.35).max(0.25);
    let line = |(k, name): (usize, &String)| Mark::Line {
        points: times.iter().zip(&totals).map(|(time, totals)| (*time, totals[k])).collect(),
        ink: Hue::offer(k).full(),
        stroke: if k == 0 { Stroke::Bold } else { Stroke::Thin },
        name: name.clone(),
    };
    let mut marks: Vec<Mark> = offers.iter().enumerate().rev().map(line).collect();
    let now = positions.totals_at(at);
    let held: Point = (at, now.iter().copied().fold(0.0, f64::max));
    let range = ((ends.0 - room).max(0.0), ends.1 + room);
    marks.push(Mark::Rule {
        from: (at, range.0),
        to: held,
        ink: Hue::Quiet.full(),
        stroke: Stroke::Dotted,
    });
    let level = positions.leaders_at(0.0).len() > 1;
    let start = level.then(|| (0.0, words::LEVEL.to(glass.language).to_owned()));
    marks.extend(start.into_iter().flat_map(|(time, words)| turn(positions, time, words)));
    for (time, leader) in turns(positions, offers.len(), last) {
        let words = words::takes_the_lead(glass, time, &offers[leader]);
        marks.extend(turn(positions, time, words));
    }
    let score = |x: f64| glass.number(x, 2);
    let lines = |(time, totals): (&f64, &Vec<f64>)| Spot {
        at: (*time, totals.iter().copied().fold(0.0, f64::max)),
        area: None,
        lines: std::iter::once(glass.value(*time, Unit::Years))
            .chain(
                offers.iter().zip(totals).map(|(name, total)| format!("{name} {}", score(*total))),
            )
            .collect(),
    };
    Chart {
        title: words::POSITIONS.to(glass.language).to_owned(),
        summary: words::position_line(glass, &words::at_time(glass, at), offers, &now),
        glass,
        x: Axis {
            title: glass.unit(Unit::Years).to_owned(),
            range: (0.0, last),
            labels: Labels::Numbers(Unit::Plain),
        },
        y: Axis {
            title: words::MEAN.to(glass.language).to_owned(),
            range,
            labels: Labels::Numbers(Unit::Plain),
        },
        marks,
        spots: times.iter().zip(&totals).map(lines).collect(),
        handles: vec![Handle {
            at: held,
            along: Along::X,
            range: (0.0, last),
            step: 0.0,
            label: label::AT.to(glass.language).to_owned(),
            reading: glass.value(at, Unit::Years),
            ink: Hue::Ink.full(),
            quiet: false,
        }],
        table: Table {
            head: std::iter::once(glass.unit(Unit::Years).to_owned())
                .chain(offers.iter().cloned())
                .collect(),
            rows: times
                .iter()
                .zip(&totals)
                .map(|(time, totals)| {
                    let scores = totals.iter().map(|total| score(*total));
                    std::iter::once(glass.cell(*time, Unit::Years)).chain(scores).collect()
                })
                .collect(),
        },
        aspect: 0.42,
    }
}

/// Marks a moment on the line of the leader.
fn turn(positions: &Positioning, time: f64, words: String) -> Vec<Mark> {
    let at = (time, positions.totals_at(time).into_iter().fold(0.0, f64::max));
    let text = Text { words, ink: Hue::Ink.full(), bold: false, size: Size::Normal };
    vec![
        Mark::Dot { at, ink: Hue::Ink.full() },
        Mark::Note { at, side: Side::Above, lines: vec![text] },
    ]
}
