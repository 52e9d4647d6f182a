//! The client's money over the years.

use super::lifetime::areas;
use super::{Axis, Chart, Hue, Labels, Mark, Point, Side, Size, Spot, Stroke, Table, Text};
use crate::model::investment::Investment;
use crate::words::{Glass, Unit, worth as words};

/// What the client has gained so far, plain and discounted, with the moment at which the money is
/// back.
pub fn so_far(investment: &Investment, glass: Glass) -> Chart {
    let flow = investment.flow();
    let plain = sums(flow.amounts());
    let discounted = sums(flow.present());
    let [end, low, high] = ends(&plain, &discounted);
    let room = (high - low) * 0.1;
    let say = |k: usize| words::SO_FAR_LINES[k].to(glass.language).to_owned();
    let mut marks = areas(&discounted);
    for (k, points, ink, stroke) in [
        (0, &plain, Hue::Quiet.full(), Stroke::Thin),
        (1, &discounted, Hue::Ours.full(), Stroke::Bold),
    ] {
        marks.push(Mark::Line { points: points.clone(), ink, stroke, name: say(k) });
    }
    marks.push(Mark::Rule {
        from: (0.0, 0.0),
        to: (end, 0.0),
        ink: Hue::Ink.full(),
        stroke: Stroke::Thin,
    });
    marks.extend(back(investment, glass));
    Chart {
        title: words::SO_FAR.to(glass.language).to_owned(),
        summary: words::money_answer(glass, flow.npv(), investment.discounted_payback()),
        glass,
        x: Axis {
            title: glass.unit(Unit::Years).to_owned(),
            range: (0.0, end),
            labels: Labels::Numbers(Unit::Plain),
        },
        y: Axis {
            title: glass.unit(Unit::Money).to_owned(),
            range: (low - room, high + room),
            labels: Labels::Numbers(Unit::Money),
        },
        marks,
        spots: spots(&plain, &discounted, glass),
        handles: Vec::new(),
        table: table(investment, &discounted, glass),
        aspect: 0.42,
    }
}

/// The running sums, a point a year.
fn sums(amounts: &[f64]) -> Vec<Point> {
    let mut sum = 0.0;
    let mut point = |(year, amount): (usize, &f64)| {
        sum += amount;
        (year as f64, sum)
    };
    amounts.iter().enumerate().map(&mut point).collect()
}

/// The last year, and the least and the greatest sum.
fn ends(plain: &[Point], discounted: &[Point]) -> [f64; 3] {
    let all = || plain.iter().chain(discounted).map(|point| point.1);
    let end = plain.last().map_or(1.0, |point| point.0);
    [end, all().fold(0.0, f64::min), all().fold(0.0, f64::max)]
}

/// Where the discounted money is back, unless that is at once.
fn back(investment: &Investment, glass: Glass) -> Vec<Mark> {
    let Some(time) = investment.discounted_payback().filter(|time| *time > 0.0) else {
        return Vec::new();
    };
    let line =
        |words: String, ink: Hue| Text { words, ink: ink.full(), bold: false, size: Size::Small };
    let lines = vec![
        line(words::BACK.to(glass.language).to_owned(), Hue::Ink),
        line(glass.value(time, Unit::Years), Hue::Quiet),
    ];
    vec![
        Mark::Dot { at: (time, 0.0), ink: Hue::Ink.full() },
        Mark::Note { at: (time, 0.0), side: Side::Below, lines },
    ]
}

fn spots(plain: &[Point], discounted: &[Point], glass: Glass) -> Vec<Spot> {
    let money = |k: usize, x: f64| {
        format!("{} {}", words::SO_FAR_LINES[k].to(glass.language), glass.value(x, Unit::Money))
    };
    let spot = |(a, b): (&Point, &Point)| Spot {
        at: *b,
        area: None,
        lines: vec![glass.value(a.0, Unit::Years), money(0, a.1), money(1, b.1)],
    };
    plain.iter().zip(discounted).map(spot).collect()
}

fn table(investment: &Investment, discounted: &[Point], glass: Glass) -> Table {
    let money = |x: f64| glass.cell(x, Unit::Money);
    let flow = investment.flow();
    let row = |(k, point): (usize, &Point)| {
        vec![
            k.to_string(),
            money(investment.received().amounts()[k]),
            money(investment.spent().amounts()[k]),
            money(flow.amounts()[k]),
            money(flow.present()[k]),
            money(point.1),
        ]
    };
    Table {
        head: words::MONEY_COLUMNS.map(|name| name.to(glass.language).to_owned()).into(),
        rows: discounted.iter().enumerate().map(row).collect(),
    }
}
