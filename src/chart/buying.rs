//! What a purchase costs us at each of the five stages of buying.

use super::{
    Along, Axis, Band, Chart, Fill, Handle, Hue, Labels, Mark, Side, Size, Spot, Table, Text,
};
use crate::model::buying_cost::BuyingCost;
use crate::words::{Glass, Unit, cycle as words};

/// Half the height of a bar in its band.
const HALF: f64 = 0.27;

/// What the figure is drawn from.
#[derive(Clone, Debug, PartialEq)]
pub struct Buying {
    /// The costs as they are.
    pub before: BuyingCost,
    /// With the saving.
    pub after: BuyingCost,
    /// What each handle sets.
    pub handles: [String; 5],
    /// The figure in a sentence.
    pub summary: String,
}

/// A bar for each stage, what is saved of it hatched. A handle at the end of each.
pub fn costs(buying: &Buying, glass: Glass) -> Chart {
    let language = glass.language;
    let most = buying.before.costs().iter().copied().fold(0.0, f64::max);
    let end = if most > 0.0 { 1.3 * most } else { 1.0 };
    let band = |name: crate::words::Phrase| Band {
        name: name.to(language).to_owned(),
        remark: String::new(),
        ink: Hue::Ink.full(),
        bold: false,
    };
    let mut chart = Chart {
        title: words::BUYING_HEAD.to(language).to_owned(),
        summary: buying.summary.clone(),
        glass,
        x: Axis {
            title: glass.unit(Unit::Money).to_owned(),
            range: (0.0, end),
            labels: Labels::Numbers(Unit::Money),
        },
        y: Axis {
            title: String::new(),
            range: (0.0, 5.0),
            labels: Labels::Bands(words::BUYING.map(band).into()),
        },
        marks: Vec::new(),
        spots: Vec::new(),
        handles: Vec::new(),
        table: table(buying, glass),
        aspect: 0.34,
    };
    for k in 0..5 {
        add_stage(&mut chart, k, buying, end);
    }
    chart
}

fn add_stage(chart: &mut Chart, k: usize, buying: &Buying, end: f64) {
    let glass = chart.glass;
    let (before, after) = (buying.before.costs()[k], buying.after.costs()[k]);
    let middle = k as f64 + 0.5;
    let y = (middle - HALF, middle + HALF);
    let saved = before - after;
    let bar = |x, hue: Hue, fill| Mark::Bar { x, y, ink: hue.full(), fill, label: String::new() };
    chart.marks.push(bar((0.0, after), Hue::Cost, Fill::Plain));
    if saved > 0.0 {
        chart.marks.push(bar((after, before), Hue::Gain, Fill::Hatched));
    }
    let share = buying.before.shares().map(|shares| glass.value(shares[k], Unit::Share));
    let money = glass.value(before, Unit::Money);
    let mut words = share.map_or_else(|| money.clone(), |share| format!("{money}　{share}"));
    if saved > 0.0 {
        words = format!("{words}　{}", glass.signed(-saved, Unit::Money));
    }
    let name = words::BUYING[k].to(glass.language).to_owned();
    let line = Text { words: words.clone(), ink: Hue::Ink.full(), bold: false, size: Size::Small };
    chart.marks.push(Mark::Note { at: (before, middle), side: Side::Right, lines: vec![line] });
    chart.spots.push(Spot {
        at: (before / 2.0, middle),
        area: Some((0.0, before, y.0, y.1)),
        lines: vec![name, words],
    });
    chart.handles.push(Handle {
        at: (before, middle),
        along: Along::X,
        range: (0.0, end),
        step: 0.0,
        label: buying.handles[k].clone(),
        reading: money,
        ink: Hue::Quiet.full(),
        quiet: false,
    });
}

/// Stage by stage: cost, share, and what is left with the saving; then the total.
fn table(buying: &Buying, glass: Glass) -> Table {
    let cell = |x: f64| glass.cell(x, Unit::Money);
    let shares = buying.before.shares();
    let row = |k: usize| {
        let share = shares.map_or_else(String::new, |shares| glass.value(shares[k], Unit::Share));
        let name = words::BUYING[k].to(glass.language).to_owned();
        vec![name, cell(buying.before.costs()[k]), share, cell(buying.after.costs()[k])]
    };
    let total = vec![
        words::TOTAL.to(glass.language).to_owned(),
        cell(buying.before.total()),
        String::new(),
        cell(buying.after.total()),
    ];
    Table {
        head: words::BUYING_COLUMNS.map(|name| name.to(glass.language).to_owned()).into(),
        rows: (0..5).map(row).chain([total]).collect(),
    }
}
