//! Costs year by year, kind on kind, the offers side by side.

use super::super::{
    Axis, Band, Chart, Fill, Hue, Labels, Mark, Side, Size, Spot, Stroke, Table, Text,
};
use super::{Parties, ink, text};
use crate::model::ownership::{Ownership, Year};
use crate::model::tally::Tally;
use crate::words::{Glass, Phrase, Unit, ownership as words};

/// How much of a year its columns take.
const WIDTH: f64 = 0.8;
/// Up to so many years each has its name.
const NAMED: usize = 16;

/// What is paid each year, as it is paid: a column an offer, its kinds one on another, what comes
/// back below zero.
pub fn by_year(tally: &Tally, parties: &Parties) -> Chart {
    let glass = parties.glass;
    let years = tally.offers().first().map_or(1, |account| account.years().len());
    let all = || tally.offers().iter().flat_map(Ownership::years);
    let reach = |sign: f64| all().map(|year| side(year, sign)).fold(0.0, f64::max) * 1.1;
    let totals = parties.offers.iter().zip(tally.offers());
    let totals: Vec<(&str, f64)> = totals.map(|(name, a)| (name.as_str(), a.paid())).collect();
    let (x, first) = years_axis(years, glass);
    let ends = x.range;
    let mut chart = Chart {
        title: words::BY_YEAR.to(glass.language).to_owned(),
        summary: words::by_kind_summary(glass, &totals),
        glass,
        x,
        y: Axis {
            title: glass.unit(Unit::Money).to_owned(),
            range: (-reach(-1.0), reach(1.0)),
            labels: Labels::Numbers(Unit::Money),
        },
        marks: Vec::new(),
        spots: Vec::new(),
        handles: Vec::new(),
        table: table(tally, parties),
        aspect: 0.4,
    };
    let width = WIDTH / parties.offers.len().max(1) as f64;
    let left = |offer: usize, year: usize| first + year as f64 - WIDTH / 2.0 + offer as f64 * width;
    for (offer, account) in tally.offers().iter().enumerate() {
        for (k, year) in account.years().iter().enumerate() {
            let x = left(offer, k);
            add_column(&mut chart, offer, k, year, (x, x + width), parties);
        }
    }
    chart.marks.extend(names(parties, ends, chart.y.range.1));
    chart.marks.extend(kinds(tally, &left, width, parties));
    chart.marks.push(Mark::Rule {
        from: (ends.0, 0.0),
        to: (ends.1, 0.0),
        ink: Hue::Ink.full(),
        stroke: Stroke::Thin,
    });
    chart
}

/// The axis of the years, now the first of them, and where on it the first has its middle. Each has
/// its name while they are few.
fn years_axis(years: usize, glass: Glass) -> (Axis, f64) {
    let title = glass.unit(Unit::Years).to_owned();
    let band = |year: usize| Band {
        name: year.to_string(),
        remark: String::new(),
        ink: Hue::Quiet.full(),
        bold: false,
    };
    if years <= NAMED {
        let labels = Labels::Bands((0..years).map(band).collect());
        (Axis { title, range: (0.0, years as f64), labels }, 0.5)
    } else {
        let labels = Labels::Numbers(Unit::Plain);
        (Axis { title, range: (-0.5, years as f64 - 0.5), labels }, 0.0)
    }
}

/// Where the column of an offer begins in a year.
type Left<'a> = &'a dyn Fn(usize, usize) -> f64;

/// The names of the offers in their colours, side by side above all columns.
fn names(parties: &Parties, x: (f64, f64), top: f64) -> impl Iterator<Item = Mark> {
    let count = parties.offers.len() as f64;
    parties.offers.iter().enumerate().map(move |(offer, name)| Mark::Note {
        at: (x.0 + (x.1 - x.0) * (offer as f64 + 0.5) / count, top),
        side: Side::Above,
        lines: vec![text(name.clone(), Hue::offer(offer), true)],
    })
}

/// The name of each kind of cost once, right of a column of the last offer where nothing stands
/// beside it: in the last year, or before a year in which all is lower.
fn kinds(tally: &Tally, left: Left<'_>, width: f64, parties: &Parties) -> Vec<Mark> {
    let Some((offer, account)) = tally.offers().iter().enumerate().next_back() else {
        return Vec::new();
    };
    let years = account.years();
    let next = |year: usize| {
        let sides = tally.offers().iter().filter_map(|account| account.years().get(year + 1));
        sides.map(|year| side(year, 1.0)).fold(0.0, f64::max)
    };
    let middle = |year: usize, kind: usize| {
        let below: f64 = years[year].amounts[..kind].iter().map(|x| x.max(0.0)).sum();
        Some(below + years[year].amounts[kind] / 2.0).filter(|_| years[year].amounts[kind] > 0.0)
    };
    let name = |(kind, name): (usize, &String)| {
        let free = |year: &usize| {
            middle(*year, kind).is_some_and(|y| year + 1 == years.len() || y > next(*year))
        };
        let year = (0..years.len()).rev().find(free)?;
        Some(Mark::Note {
            at: (left(offer, year) + width, middle(year, kind)?),
            side: Side::Right,
            lines: vec![Text { size: Size::Small, ..text(name.clone(), Hue::Quiet, false) }],
        })
    };
    parties.kinds.iter().enumerate().filter_map(name).collect()
}

/// What is paid in a year, or with a negative `sign` what comes back.
fn side(year: &Year, sign: f64) -> f64 {
    year.amounts.iter().map(|x| (x * sign).max(0.0)).sum()
}

fn add_column(
    chart: &mut Chart,
    offer: usize,
    k: usize,
    year: &Year,
    x: (f64, f64),
    parties: &Parties,
) {
    let glass = parties.glass;
    let (mut up, mut down) = (0.0, 0.0);
    let mut lines =
        vec![format!("{} {}", parties.offers[offer], words::year_end(k, glass.language))];
    for (kind, amount) in year.amounts.iter().enumerate().filter(|(_, amount)| **amount != 0.0) {
        let edge = if *amount < 0.0 { &mut down } else { &mut up };
        let y = (*edge, *edge + amount);
        *edge = y.1;
        let fill = if *amount < 0.0 { Fill::Hatched } else { Fill::Plain };
        let ink = ink(offer, kind);
        chart.marks.push(Mark::Bar { x, y, ink, fill, label: String::new() });
        lines.push(format!("{} {}", parties.kinds[kind], glass.value(*amount, Unit::Money)));
    }
    if up > down {
        let at = (f64::midpoint(x.0, x.1), up);
        chart.spots.push(Spot { at, area: Some((x.0, x.1, down, up)), lines });
    }
}

/// A row a year: what each offer takes then, and what that is worth today; then the sums.
fn table(tally: &Tally, parties: &Parties) -> Table {
    let glass = parties.glass;
    let say = |phrase: Phrase| phrase.to(glass.language);
    let cells = |of: &dyn Fn(usize) -> [f64; 2]| {
        let pairs = (0..tally.offers().len()).flat_map(of);
        pairs.map(|x| glass.cell(x, Unit::Money)).collect::<Vec<_>>()
    };
    let years = tally.offers().first().map_or(0, |account| account.years().len());
    let mut rows: Vec<Vec<String>> = Vec::new();
    for k in 0..years {
        let of = |offer: usize| {
            let year = &tally.offers()[offer].years()[k];
            [year.amounts.iter().sum(), year.present.iter().sum()]
        };
        rows.push([vec![words::year_end(k, glass.language)], cells(&of)].concat());
    }
    let sums = |offer: usize| [tally.offers()[offer].paid(), tally.offers()[offer].total()];
    rows.push([vec![say(words::SUM).to_owned()], cells(&sums)].concat());
    let heads = parties.offers.iter().flat_map(|name| [name.clone(), words::today(glass, name)]);
    let head = std::iter::once(say(words::YEAR).to_owned()).chain(heads);
    Table { head: head.collect(), rows }
}
