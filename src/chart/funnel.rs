//! A funnel of counts, each a part of the one before.

use super::{
    Along, Axis, Band, Chart, Fill, Handle, Hue, Labels, Mark, Side, Size, Spot, Table, Text,
};
use crate::model::outcomes::Outcomes;
use crate::words::{Glass, Unit, expectation as words};

/// One step of the funnel.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its name.
    pub name: String,
    /// How many.
    pub count: f64,
    /// What its handle sets.
    pub handle: String,
}

/// Half the height of a bar in its band.
const HALF: f64 = 0.27;

/// Work, result, moved: a bar each, with the share of the one before. A handle at each end.
pub fn funnel(steps: &[Step; 3], outcomes: &Outcomes, glass: Glass) -> Chart {
    let language = glass.language;
    let counts = [0, 1, 2].map(|k| steps[k].count);
    let rates = [None, outcomes.result_rate(), outcomes.moved_rate()];
    let share = |rate: Option<f64>| rate.map(|rate| glass.value(rate, Unit::Share));
    let band = |step: &Step| Band {
        name: step.name.clone(),
        remark: String::new(),
        ink: Hue::Ink.full(),
        bold: true,
    };
    let most = counts[0].max(1.0);
    let mut chart = Chart {
        title: words::FUNNEL.to(language).to_owned(),
        summary: words::funnel_answer(glass, counts, rates[1], rates[2], outcomes.overall_rate()),
        glass,
        x: Axis { title: String::new(), range: (0.0, 1.3 * most), labels: Labels::None },
        y: Axis {
            title: String::new(),
            range: (0.0, 3.0),
            labels: Labels::Bands(steps.iter().map(band).collect()),
        },
        marks: Vec::new(),
        spots: Vec::new(),
        handles: Vec::new(),
        table: table(steps, rates, outcomes, glass),
        aspect: 0.24,
    };
    for (k, step) in steps.iter().enumerate() {
        let high = if k == 0 { 1.3 * most } else { counts[k - 1] };
        let low = counts.get(k + 1).copied().unwrap_or_default();
        add_step(&mut chart, k, step, (low, high), share(rates[k]));
    }
    chart
}

fn add_step(chart: &mut Chart, k: usize, step: &Step, range: (f64, f64), share: Option<String>) {
    let middle = k as f64 + 0.5;
    let glass = chart.glass;
    let count = glass.number(step.count, 0);
    let tint = [2, 1, 0][k];
    let ink = Hue::Ours.faded(tint);
    let y = (middle - HALF, middle + HALF);
    chart.marks.push(Mark::Bar {
        x: (0.0, step.count),
        y,
        ink,
        fill: Fill::Plain,
        label: String::new(),
    });
    let part = share.map(|share| words::of_before(glass.language, k, &share));
    let text = |words, bold, hue: Hue| Text { words, ink: hue.full(), bold, size: Size::Normal };
    let words = part.map_or_else(|| count.clone(), |part| format!("{count}　{part}"));
    chart.marks.push(Mark::Note {
        at: (step.count, middle),
        side: Side::Right,
        lines: vec![text(words.clone(), true, Hue::Ours)],
    });
    chart.spots.push(Spot {
        at: (step.count / 2.0, middle),
        area: Some((0.0, step.count, y.0, y.1)),
        lines: vec![step.name.clone(), words],
    });
    chart.handles.push(Handle {
        at: (step.count, middle),
        along: Along::X,
        range,
        step: 1.0,
        label: step.handle.clone(),
        reading: count,
        ink: Hue::Ours.full(),
        quiet: false,
    });
}

fn table(steps: &[Step; 3], rates: [Option<f64>; 3], outcomes: &Outcomes, glass: Glass) -> Table {
    let share = |rate: Option<f64>| rate.map_or_else(String::new, |r| glass.value(r, Unit::Share));
    let first = steps[0].count;
    let row = |(step, rate): (&Step, Option<f64>)| {
        let overall = (first > 0.0).then(|| step.count / first);
        vec![step.name.clone(), glass.number(step.count, 0), share(rate), share(overall)]
    };
    let mut rows: Vec<Vec<String>> = steps.iter().zip(rates).map(row).collect();
    rows[2][3] = share(outcomes.overall_rate());
    let head = words::FUNNEL_COLUMNS.map(|name| name.to(glass.language).to_owned());
    Table { head: head.into(), rows }
}
