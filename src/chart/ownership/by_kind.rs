//! Costs by kind, an offer a row.

use super::super::{
    Along, Axis, Band, Chart, Fill, Handle, Hue, Labels, Mark, Side, Spot, Stroke, Table,
};
use super::{Parties, ink, text};
use crate::model::ownership::Ownership;
use crate::model::tally::Tally;
use crate::words::{Phrase, Unit, label, ownership as words};

/// Half the height of a bar in its band.
const HALF: f64 = 0.27;
/// Length of the ticks at the total, above and below its bar.
const TICK: f64 = 0.14;
/// Room beyond the longest bar, as a share of it: handles can be dragged there.
const ROOM: f64 = 0.15;

/// What is paid to the right of zero, what comes back to the left, an offer a row, kind by kind as
/// it is worth today. `amounts` are the user's own, an offer and then a kind.
///
/// For each offer a handle at the end of every kind of cost that it has.
pub fn by_kind(tally: &Tally, amounts: &[Vec<f64>], parties: &Parties) -> Chart {
    let glass = parties.glass;
    let least = tally.cheapest().map_or(0.0, |k| tally.offers()[k].total());
    let reach = |sign: f64| {
        let side = |account: &Ownership| sum(&account.by_kind(), sign);
        tally.offers().iter().map(side).fold(0.0, f64::max) * (1.0 + ROOM)
    };
    let totals = parties.offers.iter().zip(tally.offers());
    let totals: Vec<(&str, f64)> = totals.map(|(name, a)| (name.as_str(), a.total())).collect();
    let mut chart = Chart {
        title: words::BY_KIND.to(glass.language).to_owned(),
        summary: words::by_kind_summary(glass, &totals),
        glass,
        x: Axis {
            title: glass.unit(Unit::Money).to_owned(),
            range: (-reach(-1.0), reach(1.0)),
            labels: Labels::Magnitudes(Unit::Money),
        },
        y: Axis {
            title: String::new(),
            range: (0.0, parties.offers.len() as f64),
            labels: Labels::Bands(bands(parties)),
        },
        marks: Vec::new(),
        spots: Vec::new(),
        handles: Vec::new(),
        table: table(tally, least, parties),
        aspect: 0.4,
    };
    for (k, (account, amounts)) in tally.offers().iter().zip(amounts).enumerate() {
        add_offer(&mut chart, k, account, amounts, parties);
        add_total(&mut chart, k, account, least, parties);
    }
    chart.marks.push(Mark::Rule {
        from: (0.0, 0.0),
        to: (0.0, parties.offers.len() as f64),
        ink: Hue::Ink.full(),
        stroke: Stroke::Thin,
    });
    chart
}

/// What is paid, or with a negative `sign` what comes back.
fn sum(present: &[f64], sign: f64) -> f64 {
    present.iter().map(|x| (x * sign).max(0.0)).sum()
}

fn bands(parties: &Parties) -> Vec<Band> {
    let band = |(k, name): (usize, &String)| Band {
        name: name.clone(),
        remark: String::new(),
        ink: Hue::offer(k).full(),
        bold: true,
    };
    parties.offers.iter().enumerate().map(band).collect()
}

/// The kinds of one offer side by side, with their handles.
fn add_offer(chart: &mut Chart, k: usize, account: &Ownership, amounts: &[f64], parties: &Parties) {
    let glass = parties.glass;
    let middle = k as f64 + 0.5;
    let y = (middle - HALF, middle + HALF);
    let (mut out, mut back) = (0.0, 0.0);
    for (kind, (present, amount)) in account.by_kind().iter().zip(amounts).enumerate() {
        if *present == 0.0 {
            continue;
        }
        let edge = if *present < 0.0 { &mut back } else { &mut out };
        let x = (*edge, *edge + present);
        *edge = x.1;
        let name = &parties.kinds[kind];
        let fill = if *present < 0.0 { Fill::Hatched } else { Fill::Plain };
        chart.marks.push(Mark::Bar { x, y, ink: ink(k, kind), fill, label: name.clone() });
        chart.spots.push(Spot {
            at: (f64::midpoint(x.0, x.1), middle),
            area: Some((x.0.min(x.1), x.0.max(x.1), y.0, y.1)),
            lines: vec![
                parties.offers[k].clone(),
                format!("{name} {}", glass.value(*present, Unit::Money)),
            ],
        });
        let range = if *present < 0.0 { (chart.x.range.0, x.0) } else { (x.0, chart.x.range.1) };
        chart.handles.push(Handle {
            at: (x.1, middle),
            along: Along::X,
            range,
            step: 0.0,
            label: [parties.offers[k].as_str(), name].join(label::BETWEEN.to(glass.language)),
            reading: glass.value(*amount, Unit::Money),
            ink: Hue::offer(k).full(),
            quiet: kind > 0,
        });
    }
}

/// What comes back before the bars, and the total behind them, marked where it lies between.
fn add_total(chart: &mut Chart, k: usize, account: &Ownership, least: f64, parties: &Parties) {
    let middle = k as f64 + 0.5;
    let (glass, hue) = (parties.glass, Hue::offer(k));
    let total = account.total();
    let [out, back] = [1.0, -1.0].map(|sign| sum(&account.by_kind(), sign));
    if back > 0.0 {
        let lines = vec![text(words::back(glass, back), Hue::Quiet, false)];
        chart.marks.push(Mark::Note { at: (-back, middle), side: Side::Left, lines });
        for (inner, outer) in [(HALF, HALF + TICK), (-HALF, -HALF - TICK)] {
            chart.marks.push(Mark::Rule {
                from: (total, middle + inner),
                to: (total, middle + outer),
                ink: hue.full(),
                stroke: Stroke::Bold,
            });
        }
    }
    let mut lines = vec![text(glass.value(total, Unit::Money), hue, true)];
    if parties.offers.len() > 1 {
        let above = total - least;
        lines.push(if above > 0.0 {
            text(words::above(glass, above), Hue::Quiet, false)
        } else {
            text(words::CHEAPEST.to(glass.language).to_owned(), hue, true)
        });
    }
    chart.marks.push(Mark::Note { at: (out, middle), side: Side::Right, lines });
}

/// A row for each kind, for the total, and for what the total means; a column for each offer.
fn table(tally: &Tally, least: f64, parties: &Parties) -> Table {
    let glass = parties.glass;
    let row = |name: &str, of: &dyn Fn(&Ownership) -> Option<f64>| {
        let cell = |x: f64| glass.cell(x, Unit::Money);
        let cells = tally.offers().iter().map(|account| of(account).map_or_else(String::new, cell));
        std::iter::once(name.to_owned()).chain(cells).collect()
    };
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (kind, name) in parties.kinds.iter().enumerate() {
        rows.push(row(name, &|account| Some(account.of_kind(kind))));
    }
    let say = |phrase: Phrase| phrase.to(glass.language);
    rows.push(row(say(words::TOTAL), &|account| Some(account.total())));
    rows.push(row(say(words::ABOVE), &|account| Some(account.total() - least)));
    rows.push(row(say(words::OUTLAY), &|account| Some(account.paid())));
    rows.push(row(say(words::PER_YEAR), &Ownership::per_year));
    let head = std::iter::once(glass.unit(Unit::Money).to_owned()).chain(parties.offers.clone());
    Table { head: head.collect(), rows }
}
