//! Demand by willingness to pay: how many buy at each price, and what that brings in.

use super::{
    Along, Axis, Chart, Handle, Hue, Labels, Mark, Point, Side, Size, Spot, Stroke, Table, Text,
};
use crate::model::willingness::{Step, Willingness};
use crate::words::{Glass, Unit, worth as words};

/// How many buy at each price, with the revenue at ours as an area. One handle, at our price.
pub fn demand(willingness: &Willingness, price: f64, handle: &str, glass: Glass) -> Chart {
    let steps = willingness.steps();
    let count = willingness.answers().len() as f64;
    let most = willingness.answers().last().copied().unwrap_or_default().max(price);
    let end = if most > 0.0 { 1.1 * most } else { 1.0 };
    let buyers = willingness.buyers(price) as f64;
    let mut marks = vec![Mark::Area {
        upper: vec![(0.0, buyers), (price, buyers)],
        lower: vec![(0.0, 0.0), (price, 0.0)],
        ink: Hue::Ours.full(),
    }];
    marks.push(Mark::Line {
        points: stairs(&steps, count),
        ink: Hue::Ours.full(),
        stroke: Stroke::Bold,
        name: String::new(),
    });
    marks.extend(revenue(price, buyers, glass));
    marks.extend(best(willingness, glass));
    Chart {
        title: words::DEMAND.to(glass.language).to_owned(),
        summary: words::willingness_answer(glass, willingness),
        glass,
        x: Axis {
            title: words::price_axis(glass),
            range: (0.0, end),
            labels: Labels::Numbers(Unit::Money),
        },
        y: Axis {
            title: words::BUYERS.to(glass.language).to_owned(),
            range: (0.0, 1.15 * count),
            labels: Labels::Numbers(Unit::Count),
        },
        marks,
        spots: steps.iter().map(|step| spot(step, glass)).collect(),
        handles: vec![Handle {
            at: (price, buyers),
            along: Along::X,
            range: (0.0, end),
            step: 0.0,
            label: handle.to_owned(),
            reading: glass.value(price, Unit::Money),
            ink: Hue::Ours.full(),
            quiet: false,
        }],
        table: table(&steps, glass),
        aspect: 0.42,
    }
}

/// The corners of demand, from everybody at no price to nobody beyond the highest answer.
fn stairs(steps: &[Step], count: f64) -> Vec<Point> {
    let mut level = count;
    let mut points = vec![(0.0, level)];
    for (k, step) in steps.iter().enumerate() {
        points.push((step.price, level));
        level = steps.get(k + 1).map_or(0.0, |next| next.buyers as f64);
        points.push((step.price, level));
    }
    points
}

fn small(words: String, hue: Hue, bold: bool) -> Text {
    Text { words, ink: hue.full(), bold, size: Size::Small }
}

/// The revenue at our price, in the middle of its area.
fn revenue(price: f64, buyers: f64, glass: Glass) -> Vec<Mark> {
    let rule = Mark::Rule {
        from: (price, 0.0),
        to: (price, buyers),
        ink: Hue::Ours.full(),
        stroke: Stroke::Thin,
    };
    if buyers == 0.0 || price == 0.0 {
        return vec![rule];
    }
    let line = small(words::revenue(glass, price * buyers), Hue::Ours, true);
    vec![
        rule,
        Mark::Note { at: (price / 2.0, buyers / 2.0), side: Side::Centre, lines: vec![line] },
    ]
}

/// The price of greatest revenue; the highest of several.
fn best(willingness: &Willingness, glass: Glass) -> Vec<Mark> {
    let Some(step) = willingness.best_revenue().first().copied() else { return Vec::new() };
    let at = (step.price, step.buyers as f64);
    let line = small(words::best_revenue(glass, step.price, step.revenue), Hue::Ink, false);
    vec![
        Mark::Dot { at, ink: Hue::Ink.full() },
        Mark::Note { at, side: Side::Right, lines: vec![line] },
    ]
}

fn spot(step: &Step, glass: Glass) -> Spot {
    let says =
        |k: usize, text: String| format!("{} {text}", words::DEMAND_COLUMNS[k].to(glass.language));
    Spot {
        at: (step.price, step.buyers as f64),
        area: None,
        lines: vec![
            glass.value(step.price, Unit::Money),
            says(1, step.buyers.to_string()),
            says(2, glass.value(step.revenue, Unit::Money)),
            says(3, glass.value(step.profit, Unit::Money)),
        ],
    }
}

fn table(steps: &[Step], glass: Glass) -> Table {
    let money = |x: f64| glass.cell(x, Unit::Money);
    let row = |step: &Step| {
        vec![money(step.price), step.buyers.to_string(), money(step.revenue), money(step.profit)]
    };
    Table {
        head: words::DEMAND_COLUMNS.map(|name| name.to(glass.language).to_owned()).into(),
        rows: steps.iter().map(row).collect(),
    }
}
