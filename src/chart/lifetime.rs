//! The figures of lifetime value.

use super::{
    Along, Axis, Chart, Handle, Hue, Labels, Mark, Point, Side, Size, Spot, Stroke, Table, Text,
};
use crate::model::lifetime::{Horizon, Lifetime, Period};
use crate::words::{Glass, Unit, label, lifetime as words};

/// Most periods drawn.
const MOST: u32 = 60;
/// Fewest periods drawn where we count for ever.
const FEWEST: u32 = 6;
/// Periods are drawn until what a period still brings has shrunk to this share of the first.
const SMALL: f64 = 0.02;
/// Points of a curve.
const POINTS: u32 = 96;

/// How many periods are worth drawing.
pub fn periods_shown(lifetime: &Lifetime) -> u32 {
    match lifetime.terms().horizon {
        Horizon::Periods(n) => n,
        Horizon::Forever => {
            let long = (1..MOST).find(|n| libm::pow(lifetime.step(), f64::from(*n)) < SMALL);
            let payback = lifetime.payback().map_or(0, |time| time + 2);
            long.unwrap_or(MOST).max(payback).clamp(FEWEST, MOST * 2)
        }
    }
}

/// The place of the handle on the survival curve, in periods: where dragging bites best.
pub fn handle_time(lifetime: &Lifetime) -> f64 {
    f64::from(periods_shown(lifetime).div_ceil(3).max(1))
}

/// Chance that the customer is still there, over the periods. One handle, on the curve.
pub fn survival(lifetime: &Lifetime, unit: Unit, glass: Glass) -> Chart {
    let last = f64::from(periods_shown(lifetime));
    let at = |k: u32| last * f64::from(k) / f64::from(POINTS);
    let curve: Vec<Point> = (0..=POINTS).map(|k| (at(k), lifetime.survival(at(k)))).collect();
    let whole = || (0..=periods_shown(lifetime)).map(f64::from);
    let share = |t: f64| glass.value(lifetime.survival(t), Unit::Share);
    let mut marks = vec![
        Mark::Area {
            lower: curve.iter().map(|(x, _)| (*x, 0.0)).collect(),
            upper: curve.clone(),
            ink: Hue::Ours.full(),
        },
        Mark::Line {
            points: curve,
            ink: Hue::Ours.full(),
            stroke: Stroke::Bold,
            name: String::new(),
        },
    ];
    marks.extend(life_note(lifetime, last, unit, glass));
    let held = handle_time(lifetime);
    Chart {
        title: words::SURVIVAL.to(glass.language).to_owned(),
        summary: words::survival_summary(glass, last, lifetime.survival(last), unit),
        glass,
        x: time_axis((0.0, last), unit, glass),
        y: Axis { title: "%".into(), range: (0.0, 1.0), labels: Labels::Numbers(Unit::Share) },
        marks,
        spots: whole()
            .map(|t| Spot {
                at: (t, lifetime.survival(t)),
                area: None,
                lines: vec![glass.value(t, unit), share(t)],
            })
            .collect(),
        handles: vec![Handle {
            at: (held, lifetime.survival(held)),
            along: Along::Y,
            range: (0.0, 1.0),
            step: 0.01,
            label: label::RETENTION.to(glass.language).to_owned(),
            reading: glass.value(lifetime.terms().retention, Unit::Share),
            ink: Hue::Ours.full(),
            quiet: false,
        }],
        table: Table {
            head: [words::COLUMNS[0], words::COLUMNS[1]]
                .map(|name| name.to(glass.language).to_owned())
                .into(),
            rows: whole().map(|t| vec![glass.number(t, 0), share(t)]).collect(),
        },
        aspect: 0.4,
    }
}

/// Marks the expected lifetime on the survival curve, where it lies within the figure.
fn life_note(lifetime: &Lifetime, last: f64, unit: Unit, glass: Glass) -> Vec<Mark> {
    let Some(life) = lifetime.expected_life().filter(|life| *life <= last) else {
        return Vec::new();
    };
    let height = lifetime.survival(life);
    let note = Text {
        words: words::expected_life(glass, life, unit),
        ink: Hue::Ink.full(),
        bold: false,
        size: Size::Normal,
    };
    let top = (height + 0.3).min(0.85);
    vec![
        Mark::Rule {
            from: (life, height),
            to: (life, top),
            ink: Hue::Ink.full(),
            stroke: Stroke::Dotted,
        },
        Mark::Note { at: (life, top), side: Side::Above, lines: vec![note] },
    ]
}

fn time_axis(range: (f64, f64), unit: Unit, glass: Glass) -> Axis {
    Axis { title: glass.unit(unit).to_owned(), range, labels: Labels::Numbers(Unit::Plain) }
}

/// Value so far, discounted and less the acquisition cost, over the periods. One handle, at the
/// end of the line.
pub fn cumulative(lifetime: &Lifetime, unit: Unit, glass: Glass) -> Chart {
    let lines = lifetime.periods(periods_shown(lifetime));
    let start = (0.0, -lifetime.terms().acquisition);
    let mut points: Vec<Point> = vec![start];
    points.extend(lines.iter().map(|p| (f64::from(p.time), p.cumulative)));
    let (end, value) = points.last().copied().unwrap_or(start);
    let money = |x: f64| glass.value(x, Unit::Money);
    let steps = stairs(&points);
    let mut marks = areas(&steps);
    marks.push(Mark::Line {
        points: steps,
        ink: Hue::Ours.full(),
        stroke: Stroke::Bold,
        name: String::new(),
    });
    marks.push(Mark::Note {
        at: (end, value),
        side: Side::Above,
        lines: vec![Text {
            words: money(value),
            ink: Hue::Ours.full(),
            bold: true,
            size: Size::Normal,
        }],
    });
    let range = points.iter().fold((0.0_f64, 0.0_f64), |r, p| (r.0.min(p.1), r.1.max(p.1)));
    let room = (range.1 - range.0) * 0.1;
    marks.extend(payback_note(lifetime, &lines, range.1, unit, glass));
    Chart {
        title: words::CUMULATIVE.to(glass.language).to_owned(),
        summary: words::cumulative_summary(glass, end, value, unit),
        glass,
        x: time_axis((0.0, end), unit, glass),
        y: Axis {
            title: glass.unit(Unit::Money).to_owned(),
            range: (range.0 - if range.0 < 0.0 { room } else { 0.0 }, range.1 + room),
            labels: Labels::Numbers(Unit::Money),
        },
        marks,
        spots: points
            .iter()
            .map(|(t, v)| Spot {
                at: (*t, *v),
                area: None,
                lines: vec![glass.value(*t, unit), money(*v)],
            })
            .collect(),
        handles: vec![Handle {
            at: (end, value),
            along: Along::Y,
            range: (start.1, range.1 + room),
            step: 0.0,
            label: label::RETENTION.to(glass.language).to_owned(),
            reading: glass.value(lifetime.terms().retention, Unit::Share),
            ink: Hue::Ours.full(),
            quiet: false,
        }],
        table: period_table(lifetime, &lines, glass),
        aspect: 0.46,
    }
}

/// `points` as stairs: each value stays until the next comes, as money does that is paid at once.
fn stairs(points: &[Point]) -> Vec<Point> {
    let mut stairs: Vec<Point> = Vec::with_capacity(2 * points.len());
    for point in points {
        stairs.extend(stairs.last().map(|(_, before)| (point.0, *before)));
        stairs.push(*point);
    }
    stairs
}

/// What is still to be paid back, below zero, and what is won, above.
pub(super) fn areas(points: &[Point]) -> Vec<Mark> {
    let whole = with_crossings(points);
    let side = |keep: fn(f64) -> f64, hue: Hue| Mark::Area {
        upper: whole.iter().map(|(x, y)| (*x, keep(*y))).collect(),
        lower: whole.iter().map(|(x, _)| (*x, 0.0)).collect(),
        ink: hue.full(),
    };
    vec![side(|y| y.min(0.0), Hue::Loss), side(|y| y.max(0.0), Hue::Gain)]
}

/// `points` with one more wherever the line between two of them crosses zero.
fn with_crossings(points: &[Point]) -> Vec<Point> {
    let mut out: Vec<Point> = Vec::with_capacity(points.len() + 2);
    for point in points {
        if let Some(before) = out.last().copied()
            && before.1 * point.1 < 0.0
        {
            let share = before.1 / (before.1 - point.1);
            out.push((before.0 + share * (point.0 - before.0), 0.0));
        }
        out.push(*point);
    }
    out
}

fn payback_note(
    lifetime: &Lifetime,
    lines: &[Period],
    top: f64,
    unit: Unit,
    glass: Glass,
) -> Vec<Mark> {
    if lifetime.terms().acquisition == 0.0 {
        return Vec::new();
    }
    let payback = lifetime.payback();
    let Some(line) = lines.iter().find(|line| Some(line.time) == payback) else {
        return Vec::new();
    };
    let at = (f64::from(line.time), line.cumulative);
    let height = (line.cumulative + top * 0.25).min(top.max(line.cumulative));
    let [first, second] = words::paid_back(glass, line.time, unit);
    let text = |words, size, hue: Hue| Text { words, ink: hue.full(), bold: false, size };
    vec![
        Mark::Rule { from: at, to: (at.0, height), ink: Hue::Ink.full(), stroke: Stroke::Dotted },
        Mark::Dot { at, ink: Hue::Ink.full() },
        Mark::Note {
            at: (at.0, height),
            side: Side::Above,
            lines: vec![text(first, Size::Normal, Hue::Ink), text(second, Size::Small, Hue::Quiet)],
        },
    ]
}

/// The working, period by period.
pub fn period_table(lifetime: &Lifetime, lines: &[Period], glass: Glass) -> Table {
    let money = |x: f64| glass.cell(x, Unit::Money);
    let mut rows = vec![vec![
        words::ACQUISITION.to(glass.language).to_owned(),
        String::new(),
        String::new(),
        String::new(),
        money(-lifetime.terms().acquisition),
        money(-lifetime.terms().acquisition),
    ]];
    rows.extend(lines.iter().map(|p| {
        vec![
            p.time.to_string(),
            glass.value(p.survival, Unit::Share),
            money(p.margin),
            glass.number(p.discount_factor, 4),
            money(p.present),
            money(p.cumulative),
        ]
    }));
    Table { head: words::COLUMNS.map(|name| name.to(glass.language).to_owned()).into(), rows }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_stays_until_the_next_comes() {
        assert_eq!(
            stairs(&[(0.0, -3.0), (0.0, -1.0), (1.0, 2.0)]),
            [(0.0, -3.0), (0.0, -3.0), (0.0, -1.0), (1.0, -1.0), (1.0, 2.0)]
        );
        assert_eq!(stairs(&[]), []);
    }
}
