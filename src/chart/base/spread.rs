//! All customers: who makes the value, whether the forecast held, and how a cohort goes on.

use super::{
    Axis, Chart, Columns, Hue, Labels, Mark, Side, Spot, Table, bar, blank, heads, note, pairs,
    repeats,
};
use crate::analysis::{HoldOut, Line, Renewals, Tenths};
use crate::chart::Stroke;
use crate::words::{Glass, Unit, base as words};

/// Share of the value of each tenth of the customers, the best first.
pub fn tenths(spread: &Tenths, glass: Glass) -> Chart {
    let share = |x: f64| glass.value(x, Unit::Share);
    let name = |k: usize| words::tenth(k + 1, glass.language);
    let most = spread.tenths.iter().fold(0.0_f64, |most, x| most.max(*x));
    let (mut marks, mut spots) = (Vec::new(), Vec::new());
    for (k, tenth) in spread.tenths.iter().enumerate() {
        let x = (k as f64 + 0.14, k as f64 + 0.86);
        let ink = if k < 2 { Hue::Ours.full() } else { Hue::Ours.faded(2) };
        marks.push(bar(x, (0.0, *tenth), ink, String::new()));
        let at = (k as f64 + 0.5, *tenth);
        marks.push(note(
            at,
            Side::Above,
            glass.value(libm::round(tenth * 1e2) / 1e2, Unit::Share),
            Hue::Ink,
        ));
        let area = Some((k as f64, k as f64 + 1.0, 0.0, most));
        spots.push(Spot { at, area, lines: vec![name(k), share(*tenth)] });
    }
    let band = |k: usize| super::Band {
        name: (k + 1).to_string(),
        remark: String::new(),
        ink: Hue::Quiet.full(),
        bold: false,
    };
    let bands = (0..spread.tenths.len()).map(band).collect();
    let title = words::TENTHS.to(glass.language).to_owned();
    Chart {
        summary: format!("{} {}", name(0), share(spread.tenths.first().copied().unwrap_or(0.0))),
        x: Axis {
            title: words::TENTHS_AXIS.to(glass.language).to_owned(),
            range: (0.0, 10.0),
            labels: Labels::Bands(bands),
        },
        y: Axis {
            title: "%".into(),
            range: (0.0, most * 1.2),
            labels: Labels::Numbers(Unit::Share),
        },
        marks,
        spots,
        table: Table {
            head: heads(&[words::SPREAD, words::TENTHS], glass),
            rows: spread.tenths.iter().enumerate().map(|(k, x)| vec![name(k), share(*x)]).collect(),
        },
        ..blank(title, glass)
    }
}

/// The Lorenz curve beside the diagonal of a base in which all are alike.
pub fn lorenz(spread: &Tenths, glass: Glass) -> Chart {
    let [x, y] = words::LORENZ_AXES.map(|phrase| phrase.to(glass.language).to_owned());
    let share = |x: f64| glass.value(x, Unit::Share);
    let diagonal = vec![(0.0, 0.0), (1.0, 1.0)];
    let spot = |(at, value): &(f64, f64)| Spot {
        at: (*at, *value),
        area: None,
        lines: vec![share(*at), share(*value)],
    };
    let gini = words::gini(glass, spread.gini);
    Chart {
        summary: gini.clone(),
        table: Table {
            head: vec![x.clone(), y.clone()],
            rows: spread.lorenz.iter().map(|(x, y)| vec![share(*x), share(*y)]).collect(),
        },
        x: Axis { title: x, range: (0.0, 1.0), labels: Labels::Numbers(Unit::Share) },
        y: Axis { title: y, range: (0.0, 1.0), labels: Labels::Numbers(Unit::Share) },
        marks: vec![
            Mark::Area {
                upper: spread.lorenz.iter().map(|(x, _)| (*x, *x)).collect(),
                lower: spread.lorenz.clone(),
                ink: Hue::Ours.full(),
            },
            line(diagonal, Hue::Quiet, Stroke::Dotted, String::new()),
            line(spread.lorenz.clone(), Hue::Ours, Stroke::Bold, String::new()),
            note((0.5, 0.5), Side::Left, words::ALIKE.to(glass.language).to_owned(), Hue::Quiet),
            note((0.64, 0.45), Side::Centre, gini, Hue::Ours),
        ],
        spots: spread.lorenz.iter().map(spot).collect(),
        aspect: 0.6,
        ..blank(words::LORENZ.to(glass.language).to_owned(), glass)
    }
}

/// Purchases of each customer while they were hidden, as foretold and as they came.
pub fn held_out(found: &HoldOut, glass: Glass) -> Chart {
    let say = |x: f64| glass.number(x, 2);
    let heights: Vec<[f64; 2]> = found.by_repeats.iter().map(|g| [g.came, g.foretold]).collect();
    let bands = repeats(heights.len());
    let [foretold, came] = words::HELD.map(|phrase| phrase.to(glass.language));
    let row = |(name, pair): (&String, &[f64; 2])| vec![name.clone(), say(pair[0]), say(pair[1])];
    let first = words::HISTOGRAM_COLUMNS[0].to(glass.language).to_owned();
    let chart = Chart {
        summary: words::held_out(glass, found),
        table: Table {
            head: vec![first.clone(), came.to_owned(), foretold.to_owned()],
            rows: bands.iter().zip(&heights).map(row).collect(),
        },
        x: Axis { title: first, range: (0.0, 1.0), labels: Labels::None },
        y: Axis {
            title: words::HOLDOUT_AXIS.to(glass.language).to_owned(),
            range: (0.0, 1.0),
            labels: Labels::Numbers(Unit::Plain),
        },
        ..blank(words::HOLDOUT_FIGURE.to(glass.language).to_owned(), glass)
    };
    pairs(chart, &Columns { names: [came, foretold], bands, heights: &heights, say: &say })
}

/// How a cohort goes on: as it was seen, by the curve, and as a steady rate would have it.
pub fn renewals(found: &Renewals, seen: &[f64], glass: Glass) -> Chart {
    let share = |x: f64| glass.value(x, Unit::Share);
    let joined = seen.first().copied().unwrap_or(1.0).max(1.0);
    let points = |shares: &[f64]| -> Line {
        shares.iter().enumerate().map(|(k, share)| (k as f64, *share)).collect()
    };
    let there: Vec<f64> = seen.iter().map(|count| count / joined).collect();
    let last = found.survival.len().saturating_sub(1);
    let name = |phrase: crate::words::Phrase| phrase.to(glass.language).to_owned();
    let mut marks = vec![
        line(points(&found.steady), Hue::Quiet, Stroke::Thin, name(words::STEADY)),
        line(points(&found.survival), Hue::Ours, Stroke::Bold, "sBG".to_owned()),
    ];
    marks.extend(points(&there).into_iter().map(|at| Mark::Dot { at, ink: Hue::Ink.full() }));
    let row = |k: usize| {
        let seen = there.get(k).map_or_else(String::new, |x| share(*x));
        vec![k.to_string(), seen, share(found.survival[k]), share(found.steady[k])]
    };
    let spot = |k: usize| Spot { at: (k as f64, found.survival[k]), area: None, lines: row(k) };
    let (survival, steady) = (found.survival[last], found.steady[last]);
    let ends = |rates: &[f64]| {
        (rates.first().copied().unwrap_or(1.0), rates.last().copied().unwrap_or(1.0))
    };
    let (first, late) = ends(&found.rates);
    Chart {
        summary: words::retained(glass, last, survival, steady, first, late),
        x: Axis {
            title: glass.unit(Unit::Years).to_owned(),
            range: (0.0, last as f64),
            labels: Labels::Numbers(Unit::Plain),
        },
        y: Axis { title: "%".into(), range: (0.0, 1.0), labels: Labels::Numbers(Unit::Share) },
        marks,
        spots: (0..=last).map(spot).collect(),
        table: Table {
            head: vec![
                glass.unit(Unit::Years).to_owned(),
                name(words::ACTUAL),
                "sBG".to_owned(),
                name(words::STEADY),
            ],
            rows: (0..=last).map(row).collect(),
        },
        ..blank(name(words::RETAINED), glass)
    }
}

fn line(points: Line, hue: Hue, stroke: Stroke, name: String) -> Mark {
    Mark::Line { points, ink: hue.full(), stroke, name }
}
