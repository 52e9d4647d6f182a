//! A stock of customers over the years.

use super::super::{
    Along, Axis, Chart, Handle, Hue, Labels, Mark, Point, Side, Size, Spot, Stroke, Table, Text,
};
use crate::words::{Glass, Unit, claims as words};

/// How a stock of customers goes.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// The figure in a sentence.
    pub summary: String,
    /// Customers now and after each year.
    pub stock: Vec<f64>,
    /// Where it settles; none where it feeds itself.
    pub steady: Option<f64>,
    /// What its handles set: the stock now, and what each brings. The second is none where nobody
    /// is there to bring anybody.
    pub handles: [Option<String>; 2],
    /// What each brings, in words.
    pub brought: String,
    /// How many would be there after a year if nobody brought anybody.
    pub least: f64,
}

/// The stock year by year. A handle at its beginning, and one after a year.
pub fn growth(path: &Path, glass: Glass) -> Chart {
    let language = glass.language;
    let points: Vec<Point> =
        path.stock.iter().enumerate().map(|(year, stock)| (year as f64, *stock)).collect();
    let last = points.last().copied().unwrap_or_default();
    let top = 1.25 * points.iter().map(|point| point.1).fold(1.0, f64::max);
    let customers = |x: f64| glass.number(x, 1);
    let name = |phrase: crate::words::Phrase| phrase.to(language).to_owned();
    let mut chart = Chart {
        title: name(words::SUMS[5]),
        summary: path.summary.clone(),
        glass,
        x: Axis {
            title: glass.unit(Unit::Years).to_owned(),
            range: (0.0, last.0.max(1.0)),
            labels: Labels::Numbers(Unit::Plain),
        },
        y: Axis {
            title: name(words::HEADS),
            range: (0.0, top),
            labels: Labels::Numbers(Unit::Count),
        },
        marks: Vec::new(),
        spots: points
            .iter()
            .map(|at| Spot {
                at: *at,
                area: None,
                lines: vec![glass.value(at.0, Unit::Years), customers(at.1)],
            })
            .collect(),
        handles: Vec::new(),
        table: Table {
            head: [words::YEAR, words::HEADS].map(name).into(),
            rows: points.iter().map(|at| vec![glass.number(at.0, 0), customers(at.1)]).collect(),
        },
        aspect: 0.42,
    };
    add_marks(&mut chart, &points, path.steady.filter(|steady| *steady < top));
    let ends = [(points.first(), 0.0), (points.get(1), path.least.min(top))];
    let readings = [customers(points[0].1), path.brought.clone()];
    for (k, ((at, low), reading)) in ends.into_iter().zip(readings).enumerate() {
        let (Some(at), Some(label)) = (at, path.handles[k].clone()) else { continue };
        chart.handles.push(Handle {
            at: *at,
            along: Along::Y,
            range: (low, top),
            step: 0.0,
            label,
            reading,
            ink: Hue::Ours.full(),
            quiet: false,
        });
    }
    chart
}

/// The line, the level it began at and the one it settles at, and its end in words.
fn add_marks(chart: &mut Chart, points: &[Point], steady: Option<f64>) {
    let last = points.last().copied().unwrap_or_default();
    let lower = points.iter().map(|point| (point.0, 0.0)).collect();
    chart.marks.push(Mark::Area { upper: points.to_vec(), lower, ink: Hue::Ours.full() });
    for level in points.first().map(|first| first.1).into_iter().chain(steady) {
        chart.marks.push(Mark::Rule {
            from: (0.0, level),
            to: (last.0.max(1.0), level),
            ink: Hue::Quiet.full(),
            stroke: Stroke::Dotted,
        });
    }
    chart.marks.push(Mark::Line {
        points: points.to_vec(),
        ink: Hue::Ours.full(),
        stroke: Stroke::Bold,
        name: String::new(),
    });
    chart.marks.push(Mark::Note {
        at: last,
        side: Side::Above,
        lines: vec![Text {
            words: chart.glass.number(last.1, 1),
            ink: Hue::Ours.full(),
            bold: true,
            size: Size::Normal,
        }],
    });
}
