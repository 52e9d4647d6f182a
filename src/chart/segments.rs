//! The figures of segments: who chooses what, and heads against value.

use super::{
    Axis, Band, Chart, Fill, Hue, Ink, Labels, Mark, Side, Size, Spot, Stroke, Table, Text,
};
use crate::model::segments::Segments;
use crate::words::{Glass, Unit, label, segments as words};

/// Half the height of the thickest bar in its band.
const HALF: f64 = 0.43;
/// Half the height of the thinnest, which still has room for words.
const THIN: f64 = 0.27;
/// Parts smaller than this carry no number.
const SMALL: f64 = 0.04;

/// How customers divide among the offers.
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    /// Who they are.
    pub name: String,
    /// How many.
    pub heads: f64,
    /// Their share of all.
    pub share: f64,
    /// The share of them that takes each offer.
    pub offers: Vec<f64>,
    /// The share that buys nothing; none where that is not possible.
    pub passing: Option<f64>,
}

impl Split {
    /// Each part with its place among the offers; buying nothing has none.
    fn parts(&self) -> impl Iterator<Item = (Option<usize>, f64)> {
        let offers = self.offers.iter().enumerate().map(|(k, share)| (Some(k), *share));
        offers.chain(self.passing.map(|share| (None, share)))
    }
}

/// The share that each offer has of each segment: a row of full length for each, thicker where there
/// are more customers. The first of `splits` is everybody.
pub fn choices(splits: &[Split], offers: &[String], glass: Glass) -> Chart {
    let most = splits.iter().skip(1).map(|s| s.share).fold(0.0, f64::max);
    let mut marks = Vec::new();
    let mut spots = Vec::new();
    for (row, split) in splits.iter().enumerate() {
        let thick = if row == 0 || most == 0.0 { 1.0 } else { split.share / most };
        let half = THIN + (HALF - THIN) * thick;
        add_split(&mut marks, &mut spots, row, half, split, offers, glass);
    }
    if let Some(all) = splits.first() {
        marks.extend(heads_of_parts(all, offers, glass));
    }
    let share = |x| glass.value(round(x), Unit::Share);
    let first = splits.first().and_then(|all| all.offers.first()).copied().unwrap_or_default();
    let ours = offers.first().map(String::as_str).unwrap_or_default();
    Chart {
        title: words::CHOICES.to(glass.language).to_owned(),
        summary: words::choices_summary(glass, ours, &share(first)),
        glass,
        x: Axis {
            title: if splits.len() > 1 {
                words::CHOICES_REMARK.to(glass.language).to_owned()
            } else {
                String::new()
            },
            range: (0.0, 1.0),
            labels: Labels::Numbers(Unit::Share),
        },
        y: Axis {
            title: String::new(),
            range: (0.0, splits.len() as f64),
            labels: Labels::Bands(
                splits.iter().enumerate().map(|(k, s)| band(k, s, glass)).collect(),
            ),
        },
        marks,
        spots,
        handles: Vec::new(),
        table: choices_table(splits, offers, glass),
        aspect: 0.4,
    }
}

/// A share to a tenth of a per cent, as figures show it.
fn round(share: f64) -> f64 {
    (share * 1_000.0).round() / 1_000.0
}

fn band(row: usize, split: &Split, glass: Glass) -> Band {
    let remark =
        if row == 0 { String::new() } else { glass.value(round(split.share), Unit::Share) };
    Band { name: split.name.clone(), remark, ink: Hue::Ink.full(), bold: row == 0 }
}

fn hue(offer: Option<usize>) -> Ink {
    offer.map_or(Hue::Cost, Hue::offer).full()
}

fn add_split(
    marks: &mut Vec<Mark>,
    spots: &mut Vec<Spot>,
    row: usize,
    half: f64,
    split: &Split,
    offers: &[String],
    glass: Glass,
) {
    let middle = row as f64 + 0.5;
    let y = (middle - half, middle + half);
    let mut edge = 0.0;
    for (offer, part) in split.parts() {
        let x = (edge, edge + part);
        edge = x.1;
        if part <= 0.0 {
            continue;
        }
        let said = glass.value(round(part), Unit::Share);
        let label = if part < SMALL { String::new() } else { glass.number(part * 100.0, 0) + "%" };
        marks.push(Mark::Bar { x, y, ink: hue(offer), fill: Fill::Plain, label });
        let heads = words::people(glass, split.heads * part);
        let name = part_name(offer, offers, glass);
        spots.push(Spot {
            at: (f64::midpoint(x.0, x.1), middle),
            area: Some((x.0, x.1, y.0, y.1)),
            lines: vec![split.name.clone(), format!("{name} {said}"), heads],
        });
    }
}

fn part_name(offer: Option<usize>, offers: &[String], glass: Glass) -> String {
    let nothing = || words::NOTHING.to(glass.language).to_owned();
    offer.and_then(|k| offers.get(k).cloned()).unwrap_or_else(nothing)
}

/// The names of the parts over those of the first row.
fn heads_of_parts(all: &Split, offers: &[String], glass: Glass) -> Vec<Mark> {
    let mut edge = 0.0;
    let mut notes = Vec::new();
    for (offer, part) in all.parts() {
        let at = (edge + part / 2.0, 0.0);
        edge += part;
        let ink = if offer.is_some() { hue(offer) } else { Hue::Quiet.full() };
        let words = part_name(offer, offers, glass);
        let text = Text { words, ink, bold: true, size: Size::Normal };
        notes.push(Mark::Note { at, side: Side::Above, lines: vec![text] });
    }
    notes
}

fn choices_table(splits: &[Split], offers: &[String], glass: Glass) -> Table {
    let mut head =
        [words::SEGMENT, label::HEADS].map(|name| name.to(glass.language).to_owned()).to_vec();
    head.extend(offers.iter().cloned());
    if splits.iter().any(|split| split.passing.is_some()) {
        head.push(words::NOTHING.to(glass.language).to_owned());
    }
    let row = |split: &Split| {
        let parts = split.parts().map(|(_, part)| glass.value(round(part), Unit::Share));
        let mut row = vec![split.name.clone(), glass.cell(split.heads, Unit::Count)];
        row.extend(parts);
        row
    };
    Table { head, rows: splits.iter().map(row).collect() }
}

/// For each segment its share of the customers over its share of what they are worth; none where
/// together they are worth nothing.
pub fn equity(
    segments: &Segments,
    values: &[f64],
    names: &[String],
    glass: Glass,
) -> Option<Chart> {
    let language = glass.language;
    let (heads, worths) = (segments.head_shares(), segments.value_shares()?);
    let mut marks = Vec::new();
    let mut spots = Vec::new();
    let totals = segments.values();
    for (k, (heads, worth)) in heads.iter().zip(&worths).enumerate() {
        let row = k as f64;
        let count = glass.number(segments.heads() * heads, 0);
        let money = glass.value(totals[k], Unit::Money);
        let said = |share: f64| glass.value(round(share), Unit::Share);
        let largest = [segments.largest_by_heads() == k, segments.largest_by_value() == k];
        let first = format!("{} {}", words::HEADS.to(language), said(*heads));
        let second = format!("{} {}", words::WORTH.to(language), said(*worth));
        add_bar(
            &mut marks,
            *heads,
            (row + 0.14, row + 0.48),
            Hue::Cost,
            [&first, &count],
            largest[0],
        );
        add_bar(
            &mut marks,
            *worth,
            (row + 0.52, row + 0.86),
            Hue::Ours,
            [&second, &money],
            largest[1],
        );
        let each = words::each_is_worth(glass, values[k]);
        spots.push(Spot {
            at: (heads.max(*worth).max(0.0), row + 0.5),
            area: Some((heads.min(*worth).min(0.0), heads.max(*worth).max(0.0), row, row + 1.0)),
            lines: vec![
                names[k].clone(),
                format!("{first} {count}"),
                format!("{second} {money}"),
                each,
            ],
        });
    }
    let ends =
        heads.iter().chain(&worths).fold((0.0_f64, 0.0_f64), |r, x| (r.0.min(*x), r.1.max(*x)));
    let count = names.len() as f64;
    marks.push(Mark::Rule {
        from: (0.0, 0.0),
        to: (0.0, count),
        ink: Hue::Ink.full(),
        stroke: Stroke::Thin,
    });
    let name = |name: &String| Band {
        name: name.clone(),
        remark: String::new(),
        ink: Hue::Ink.full(),
        bold: false,
    };
    Some(Chart {
        title: words::EQUITY.to(language).to_owned(),
        summary: words::equity_answer(
            glass,
            &most(segments, names),
            segments.value(),
            segments.mean_value(),
        ),
        glass,
        x: Axis {
            title: String::new(),
            range: (ends.0 * 1.1, ends.1 * 1.02),
            labels: Labels::None,
        },
        y: Axis {
            title: String::new(),
            range: (0.0, count),
            labels: Labels::Bands(names.iter().map(name).collect()),
        },
        marks,
        spots,
        handles: Vec::new(),
        table: equity_table(segments, values, names, glass),
        aspect: 0.42,
    })
}

/// The largest segment by heads and by value, each with that share.
pub fn most(segments: &Segments, names: &[String]) -> [(String, f64); 2] {
    let (heads, value) = (segments.largest_by_heads(), segments.largest_by_value());
    let worth = segments.value_shares().map_or(0.0, |shares| shares[value]);
    [(names[heads].clone(), segments.head_shares()[heads]), (names[value].clone(), worth)]
}

fn add_bar(
    marks: &mut Vec<Mark>,
    share: f64,
    y: (f64, f64),
    hue: Hue,
    [first, second]: [&str; 2],
    bold: bool,
) {
    let x = (0.0, share);
    marks.push(Mark::Bar { x, y, ink: hue.full(), fill: Fill::Plain, label: String::new() });
    let ink = if hue == Hue::Cost { Hue::Ink } else { hue }.full();
    let words = format!("{first}　{second}");
    marks.push(Mark::Note {
        at: (share.max(0.0), f64::midpoint(y.0, y.1)),
        side: Side::Right,
        lines: vec![Text { words, ink, bold, size: Size::Small }],
    });
}

fn equity_table(segments: &Segments, values: &[f64], names: &[String], glass: Glass) -> Table {
    let (heads, worths) = (segments.head_shares(), segments.value_shares());
    let share = |x: f64| glass.value(round(x), Unit::Share);
    let money = |x: f64| glass.cell(x, Unit::Money);
    let row = |(k, name): (usize, &String)| {
        vec![
            name.clone(),
            glass.cell(segments.heads() * heads[k], Unit::Count),
            share(heads[k]),
            money(values[k]),
            money(segments.values()[k]),
            worths.as_ref().map_or_else(String::new, |worths| share(worths[k])),
        ]
    };
    let all = vec![
        words::EVERYBODY.to(glass.language).to_owned(),
        glass.cell(segments.heads(), Unit::Count),
        share(1.0),
        money(segments.mean_value()),
        money(segments.value()),
        share(1.0),
    ];
    let head = words::EQUITY_COLUMNS.map(|name| name.to(glass.language).to_owned());
    Table { head: head.into(), rows: names.iter().enumerate().map(row).chain([all]).collect() }
}
