//! The figures of perceived value.

use super::{
    Along, Axis, Band, Chart, Fill, Handle, Hue, Ink, Labels, Mark, Side, Size, Spot, Stroke,
    Table, Text,
};
use crate::model::perceived::{Comparison, Standing};
use crate::model::perception::Perception;
use crate::words::{Glass, Language, Unit, label, perceived as words};

/// Half the height of a bar in its band.
const HALF: f64 = 0.27;
/// Fainter tints than this look like paper.
const TINTS: u8 = 5;

/// Who takes part, in the reader's words.
#[derive(Clone, Debug, PartialEq)]
pub struct Cast {
    /// Language and currency.
    pub glass: Glass,
    /// Unit of benefit and cost.
    pub unit: Unit,
    /// Names of the offers.
    pub offers: Vec<String>,
    /// Names of the criteria.
    pub criteria: Vec<String>,
}

impl Cast {
    fn costs(&self) -> [&'static str; 4] {
        label::COSTS.map(|name| name.to(self.glass.language))
    }

    fn net(&self, net: f64) -> String {
        let net = self.glass.signed(net, self.unit);
        match self.glass.language {
            Language::Chinese => format!("净 {net}"),
            Language::English => format!("net {net}"),
        }
    }
}

/// Benefit to the right and cost to the left of zero, an offer a row, the parts side by side.
///
/// For each offer one handle at the end of its price, then one at the end of each benefit.
pub fn bars(comparison: &Comparison, perfect: f64, cast: &Cast) -> Chart {
    let standings = comparison.standings();
    let most = |of: fn(&Standing) -> f64| standings.iter().map(of).fold(0.0, f64::max);
    let (cost, benefit) = (most(|s| s.cost), most(|s| s.benefit));
    let title = words::BARS.to(cast.glass.language).to_owned();
    let mut chart = Chart {
        summary: summary(standings, cast),
        x: Axis {
            title: both_sides(cast),
            range: (-1.25 * cost, 1.05 * benefit),
            labels: Labels::Magnitudes(cast.unit),
        },
        y: Axis {
            title: String::new(),
            range: (0.0, standings.len() as f64),
            labels: Labels::Bands(
                cast.offers.iter().enumerate().map(|(k, name)| band(name, Hue::offer(k))).collect(),
            ),
        },
        marks: Vec::new(),
        spots: Vec::new(),
        handles: Vec::new(),
        table: bars_table(standings, cast),
        aspect: 0.4,
        title,
        glass: cast.glass,
    };
    let tops: Vec<f64> = comparison.weights().iter().map(|w| w * perfect).collect();
    for (k, standing) in standings.iter().enumerate() {
        add_costs(&mut chart, k, standing, cast);
        add_benefits(&mut chart, k, standing, &tops, cast);
    }
    chart.marks.push(Mark::Rule {
        from: (0.0, 0.0),
        to: (0.0, standings.len() as f64),
        ink: Hue::Ink.full(),
        stroke: Stroke::Thin,
    });
    chart
}

/// The axis title: its two halves stand on their own sides of zero.
fn both_sides(cast: &Cast) -> String {
    let language = cast.glass.language;
    let (cost, benefit) = (words::COST.to(language), words::BENEFIT.to(language));
    let unit = cast.glass.unit(cast.unit);
    let comma = if language == Language::Chinese { "，" } else { ", " };
    format!("← {cost}{comma}{unit}|{benefit}{comma}{unit} →")
}

fn band(name: &str, hue: Hue) -> Band {
    Band { name: name.to_owned(), remark: String::new(), ink: hue.full(), bold: true }
}

/// Left of zero: the price plain, the other costs hatched and plain in turn.
fn add_costs(chart: &mut Chart, k: usize, standing: &Standing, cast: &Cast) {
    let middle = k as f64 + 0.5;
    let mut edge = 0.0;
    for (part, (cost, name)) in standing.costs.iter().zip(cast.costs()).enumerate() {
        let next = edge - cost;
        let fill = if part % 2 == 0 { Fill::Plain } else { Fill::Hatched };
        let tip =
            [cast.offers[k].clone(), format!("{name} {}", cast.glass.value(*cost, cast.unit))];
        add_part(chart, (edge, next), middle, Hue::Cost.full(), fill, name, tip.into());
        edge = next;
    }
    chart.marks.push(Mark::Note {
        at: (edge, middle),
        side: Side::Left,
        lines: vec![text(cast.glass.brief(standing.cost, cast.unit), Hue::Ink, false)],
    });
    let range = (chart.x.range.0, 0.0);
    let price = standing.costs.first().copied().unwrap_or_default();
    chart.handles.push(Handle {
        at: (-price, middle),
        along: Along::X,
        range,
        step: 0.0,
        label: join(cast, &[&cast.offers[k], cast.costs()[0]]),
        reading: cast.glass.value(price, cast.unit),
        ink: Hue::offer(k).full(),
        quiet: false,
    });
}

/// Right of zero: one tint a criterion, and the net value at the end.
fn add_benefits(chart: &mut Chart, k: usize, standing: &Standing, tops: &[f64], cast: &Cast) {
    let middle = k as f64 + 0.5;
    let hue = Hue::offer(k);
    let mut edge = 0.0;
    for (part, (benefit, name)) in standing.benefits.iter().zip(&cast.criteria).enumerate() {
        let next = edge + benefit;
        let ink = hue.faded(u8::try_from(part).unwrap_or(TINTS) % TINTS);
        let score = cast.glass.value(standing.scores[part], Unit::Score);
        let worth = cast.glass.value(*benefit, cast.unit);
        let tip = vec![cast.offers[k].clone(), format!("{name} {worth}"), score.clone()];
        add_part(chart, (edge, next), middle, ink, Fill::Plain, name, tip);
        chart.handles.push(Handle {
            at: (next, middle),
            along: Along::X,
            range: (edge, edge + tops[part]),
            step: tops[part] / 100.0,
            label: join(cast, &[&cast.offers[k], name, label::SCORE.to(cast.glass.language)]),
            reading: score,
            ink: hue.full(),
            quiet: true,
        });
        edge = next;
    }
    let total = text(cast.glass.brief(standing.benefit, cast.unit), Hue::Ink, false);
    let net = text(cast.net(standing.net()), hue, true);
    chart.marks.push(Mark::Note { at: (edge, middle), side: Side::Right, lines: vec![total, net] });
}

fn add_part(
    chart: &mut Chart,
    x: (f64, f64),
    middle: f64,
    ink: Ink,
    fill: Fill,
    name: &str,
    tip: Vec<String>,
) {
    if x.0 == x.1 {
        return;
    }
    let y = (middle - HALF, middle + HALF);
    chart.marks.push(Mark::Bar { x, y, ink, fill, label: name.to_owned() });
    let at = (f64::midpoint(x.0, x.1), middle);
    chart.spots.push(Spot { at, area: Some((x.0.min(x.1), x.0.max(x.1), y.0, y.1)), lines: tip });
}

fn join(cast: &Cast, parts: &[&str]) -> String {
    parts.join(label::BETWEEN.to(cast.glass.language))
}

fn text(words: String, hue: Hue, bold: bool) -> Text {
    Text { words, ink: hue.full(), bold, size: Size::Normal }
}

fn summary(standings: &[Standing], cast: &Cast) -> String {
    let offers: Vec<(&str, f64, f64)> = cast
        .offers
        .iter()
        .zip(standings)
        .map(|(name, standing)| (name.as_str(), standing.benefit, standing.cost))
        .collect();
    words::bars_summary(cast.glass, cast.unit, &offers)
}

/// A row for each criterion, each cost and each total; a column for each offer.
fn bars_table(standings: &[Standing], cast: &Cast) -> Table {
    let language = cast.glass.language;
    let row = |name: &str, of: &dyn Fn(&Standing) -> f64| {
        let cells = standings.iter().map(|s| cast.glass.cell(of(s), cast.unit));
        std::iter::once(name.to_owned()).chain(cells).collect()
    };
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (k, name) in cast.criteria.iter().enumerate() {
        rows.push(row(name, &|s| s.benefits[k]));
    }
    rows.push(row(words::BENEFIT.to(language), &|s| s.benefit));
    for (k, name) in cast.costs().into_iter().enumerate() {
        rows.push(row(name, &|s| s.costs[k]));
    }
    rows.push(row(words::COST.to(language), &|s| s.cost));
    rows.push(row(words::NET.to(language), &Standing::net));
    let mut ratios = vec![words::RATIO.to(language).to_owned()];
    ratios.extend(standings.iter().map(|s| match s.ratio() {
        Some(ratio) => cast.glass.number(ratio, 2),
        None => words::FREE.to(language).to_owned(),
    }));
    rows.push(ratios);
    let head = std::iter::once(cast.glass.unit(cast.unit).to_owned()).chain(cast.offers.clone());
    Table { head: head.collect(), rows }
}

/// Our guesses beside the customer's scores, a criterion a row.
pub fn perception(perception: &Perception, scores: &[f64], guesses: &[f64], cast: &Cast) -> Chart {
    let glass = cast.glass;
    let language = glass.language;
    let score = |x: f64| glass.number(x, 1);
    let mut marks = Vec::new();
    let mut spots = Vec::new();
    for (k, ((guess, given), gap)) in guesses.iter().zip(scores).zip(&perception.gaps).enumerate() {
        let y = k as f64 + 0.5;
        let hue = if *gap > 0.0 { Hue::Loss } else { Hue::Gain };
        let bar = Mark::Bar {
            x: (*given, *guess),
            y: (y - 0.08, y + 0.08),
            ink: hue.full(),
            fill: Fill::Plain,
            label: String::new(),
        };
        if *gap != 0.0 {
            marks.push(bar);
            let end = given.max(*guess);
            let gap = text(glass.signed(*gap, Unit::Plain), hue, true);
            marks.push(Mark::Note { at: (end, y), side: Side::Right, lines: vec![gap] });
        }
        marks.push(Mark::Dot { at: (*guess, y), ink: Hue::Quiet.full() });
        marks.push(Mark::Dot { at: (*given, y), ink: Hue::Ours.full() });
        let lines = vec![
            cast.criteria[k].clone(),
            format!("{} {}", label::GUESS.to(language), score(*guess)),
            format!("{} {}", label::SCORE.to(language), score(*given)),
        ];
        spots.push(Spot { at: (*given, y), area: Some((0.0, 10.0, y - 0.5, y + 0.5)), lines });
    }
    let blind = perception.blind_spot().map(|(k, gap)| (cast.criteria[k].as_str(), gap));
    let means = (perception.mean_guess, perception.mean_score);
    let rows =
        cast.criteria.iter().zip(guesses.iter().zip(scores)).map(|(name, (guess, given))| {
            vec![
                name.clone(),
                score(*guess),
                score(*given),
                glass.signed(guess - given, Unit::Plain),
            ]
        });
    let head = [words::FACTOR, label::GUESS, label::SCORE, words::DIFFERENCE];
    Chart {
        title: words::PERCEPTION.to(language).to_owned(),
        summary: words::perception_answer(glass, means, blind),
        glass,
        x: Axis {
            title: words::PERCEPTION_KEY.to(language).to_owned(),
            range: (0.0, 10.0),
            labels: Labels::Numbers(Unit::Plain),
        },
        y: Axis {
            title: String::new(),
            range: (0.0, cast.criteria.len() as f64),
            labels: Labels::Bands(
                cast.criteria
                    .iter()
                    .map(|name| Band { bold: false, ..band(name, Hue::Ink) })
                    .collect(),
            ),
        },
        marks,
        spots,
        handles: guesses
            .iter()
            .enumerate()
            .map(|(k, guess)| Handle {
                at: (*guess, k as f64 + 0.5),
                along: Along::X,
                range: (0.0, 10.0),
                step: 0.5,
                label: join(cast, &[&cast.criteria[k], label::GUESS.to(language)]),
                reading: score(*guess),
                ink: Hue::Quiet.full(),
                quiet: false,
            })
            .collect(),
        table: Table {
            head: head.map(|name| name.to(language).to_owned()).into(),
            rows: rows.collect(),
        },
        aspect: 0.4,
    }
}
