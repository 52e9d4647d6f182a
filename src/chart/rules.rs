//! The figure of the rules side by side: the rank of each offer by each rule.

use super::perceived::Cast;
use super::{Axis, Band, Chart, Hue, Labels, Mark, Side, Size, Spot, Stroke, Table, Text};
use crate::model::rules::{Reading, Rule};
use crate::words::rules as words;

/// A line for each offer through its ranks, a column for each rule, the first rank at the top.
pub fn ranks(readings: &[&Reading], cast: &Cast) -> Chart {
    let language = cast.glass.language;
    let count = cast.offers.len();
    let mut chart = Chart {
        title: words::RULES.to(language).to_owned(),
        summary: summary(readings, cast),
        glass: cast.glass,
        x: Axis {
            title: String::new(),
            range: (0.0, readings.len() as f64),
            labels: Labels::Bands(readings.iter().map(|r| band(r.rule, cast)).collect()),
        },
        y: Axis {
            title: String::new(),
            range: (0.0, count as f64),
            labels: Labels::Bands((0..count).map(|place| row(readings, place, cast)).collect()),
        },
        marks: Vec::new(),
        spots: Vec::new(),
        handles: Vec::new(),
        table: table(readings, cast),
        aspect: 0.1 + 0.11 * count as f64,
    };
    for offer in 0..count {
        add_offer(&mut chart, offer, readings, cast);
    }
    add_spots(&mut chart, readings, cast);
    chart
}

fn band(rule: Rule, cast: &Cast) -> Band {
    Band {
        name: words::name(rule).to(cast.glass.language).to_owned(),
        remark: words::unit(cast.glass, cast.unit, rule).to_owned(),
        ink: Hue::Ink.full(),
        bold: false,
    }
}

/// A rank, named by the offer that has it by the first rule: there its line begins.
fn row(readings: &[&Reading], place: usize, cast: &Cast) -> Band {
    let first = readings.first().and_then(|reading| reading.ranking.get(place)).copied();
    Band {
        name: first.map_or_else(String::new, |offer| cast.offers[offer].clone()),
        remark: words::rank(cast.glass, place + 1),
        ink: first.map_or(Hue::Quiet, Hue::offer).full(),
        bold: true,
    }
}

/// Where an offer stands by a rule: those that tie stand side by side in the order they are given.
fn height(reading: &Reading, offer: usize) -> f64 {
    let place = reading.ranking.iter().position(|k| *k == offer);
    place.unwrap_or_default() as f64 + 0.5
}

/// Its line, and at each rule a point and its value.
fn add_offer(chart: &mut Chart, offer: usize, readings: &[&Reading], cast: &Cast) {
    let ink = Hue::offer(offer).full();
    let points: Vec<(f64, f64)> = readings
        .iter()
        .enumerate()
        .map(|(column, reading)| (column as f64 + 0.5, height(reading, offer)))
        .collect();
    chart.marks.push(Mark::Line {
        points: points.clone(),
        ink,
        stroke: if offer == 0 { Stroke::Bold } else { Stroke::Thin },
        name: String::new(),
    });
    for (reading, at) in readings.iter().zip(points) {
        chart.marks.push(Mark::Dot { at, ink });
        let words = words::brief(cast.glass, reading.rule, reading.values[offer]);
        let lines = vec![Text { words, ink, bold: false, size: Size::Small }];
        chart.marks.push(Mark::Note { at, side: Side::Above, lines });
    }
}

/// Column by column, from the first to the last.
fn add_spots(chart: &mut Chart, readings: &[&Reading], cast: &Cast) {
    for (column, reading) in readings.iter().enumerate() {
        for offer in reading.ranking.iter().copied() {
            let at = (column as f64 + 0.5, height(reading, offer));
            let lines = vec![
                cast.offers[offer].clone(),
                words::name(reading.rule).to(cast.glass.language).to_owned(),
                cell(reading, offer, cast),
            ];
            chart.spots.push(Spot { at, area: None, lines });
        }
    }
}

/// Value and rank.
fn cell(reading: &Reading, offer: usize, cast: &Cast) -> String {
    let value = words::value(cast.glass, cast.unit, reading.rule, reading.values[offer]);
    words::ranked(cast.glass, &value, reading.rank(offer))
}

fn summary(readings: &[&Reading], cast: &Cast) -> String {
    let firsts: Vec<(Rule, Vec<&str>)> = readings
        .iter()
        .map(|r| (r.rule, r.first().into_iter().map(|k| cast.offers[k].as_str()).collect()))
        .collect();
    words::firsts(cast.glass, &firsts)
}

fn table(readings: &[&Reading], cast: &Cast) -> Table {
    let language = cast.glass.language;
    let row = |(offer, name): (usize, &String)| {
        let cells = readings.iter().map(|reading| cell(reading, offer, cast));
        std::iter::once(name.clone()).chain(cells).collect()
    };
    let heads = readings.iter().map(|r| words::name(r.rule).to(language).to_owned());
    let first = cast.glass.unit(cast.unit).to_owned();
    Table {
        head: std::iter::once(first).chain(heads).collect(),
        rows: cast.offers.iter().enumerate().map(row).collect(),
    }
}
