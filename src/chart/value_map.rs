//! The figure of the value map.

use super::perceived::Cast;
use super::{
    Along, Axis, Chart, Handle, Hue, Labels, Mark, Point, Side, Size, Spot, Stroke, Table, Text,
};
use crate::model::value_map::{Place, ValueMap};
use crate::words::{Phrase, Unit, label, value_map as words};

/// Least room on either side of par.
const ROOM: f64 = 0.1;
/// Least share of an axis below 0, for the lower of two lines beside a point close to it.
const BELOW: f64 = 0.11;
/// How close to 0 a point may be, as a share of the axis, before words beside it would lie on that
/// line.
const CLOSE: f64 = 0.1;
/// How near a pointer must come to a point, as a share of the axes.
const NEAR: f64 = 0.015;
/// How far out along the axis the handle of the line stands.
const OUT: f64 = 0.85;
/// A handle goes no nearer to nothing than this share of where it is: there is no map without any
/// quality or price.
const LEAST: f64 = 0.1;

/// How far the axes of a map reach.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Reach {
    x: (f64, f64),
    y: (f64, f64),
    /// The relative quality at which the line has its handle.
    grip: f64,
}

impl Reach {
    fn new(map: &ValueMap) -> Self {
        let x = around(map.places().iter().map(|place| place.quality));
        let grip = 1.0 + OUT * (x.1 - 1.0);
        let prices = map.places().iter().map(|place| place.price);
        Self { x, y: around(prices.chain([map.fair_price(grip)])), grip }
    }
}

/// A range around par and all `values`, with some room; hardly any below 0, where nothing can be.
fn around(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let (low, high) = values.fold((1.0_f64, 1.0_f64), |(a, b), x| (a.min(x), b.max(x)));
    let room = ((high - low) * 0.2).max(ROOM);
    ((low - room).max(-BELOW * (high + room)), high + room)
}

/// The relative quality at which the fair-value line has its handle.
pub fn line_grip(map: &ValueMap) -> f64 {
    Reach::new(map).grip
}

/// Relative price over relative quality, with the fair-value line.
///
/// For each offer a handle that moves both ways, then one that turns the line.
pub fn map(map: &ValueMap, cast: &Cast) -> Chart {
    let language = cast.glass.language;
    let reach = Reach::new(map);
    let mut chart = Chart {
        title: words::MAP.to(language).to_owned(),
        summary: summary(map, cast),
        glass: cast.glass,
        x: Axis {
            title: words::QUALITY_AXIS.to(language).to_owned(),
            range: reach.x,
            labels: Labels::Numbers(Unit::Plain),
        },
        y: Axis {
            title: words::PRICE_AXIS.to(language).to_owned(),
            range: reach.y,
            labels: Labels::Numbers(Unit::Plain),
        },
        marks: Vec::new(),
        spots: Vec::new(),
        handles: Vec::new(),
        table: table(map, cast),
        aspect: 0.6,
    };
    add_sides(&mut chart, map, reach);
    for (k, place) in map.places().iter().enumerate() {
        add_offer(&mut chart, k, place, cast, reach);
    }
    add_names(&mut chart, map, reach);
    chart.handles.push(line_handle(map, cast, reach));
    chart
}

/// The part of the fair-value line within the axes: from its lower left to its upper right.
fn line(map: &ValueMap, reach: Reach) -> [Point; 2] {
    let quality_at = |price: f64| 1.0 + (price - 1.0) / map.slope();
    let from = reach.x.0.max(quality_at(reach.y.0));
    let to = reach.x.1.min(quality_at(reach.y.1));
    [(from, map.fair_price(from)), (to, map.fair_price(to))]
}

/// What is right of the line, what is left of it, the line itself, and par both ways.
fn add_sides(chart: &mut Chart, map: &ValueMap, reach: Reach) {
    let [from, to] = line(map, reach);
    let border = vec![(reach.x.0, from.1), from, to, (reach.x.1, to.1)];
    let level = |y: f64| border.iter().map(|(x, _)| (*x, y)).collect::<Vec<Point>>();
    let (bottom, top) = (level(reach.y.0), level(reach.y.1));
    let (gain, loss) = (Hue::Gain.faded(2), Hue::Loss.faded(2));
    chart.marks.push(Mark::Area { upper: border.clone(), lower: bottom, ink: gain });
    chart.marks.push(Mark::Area { upper: top, lower: border, ink: loss });
    for (from, to) in [((reach.x.0, 1.0), (reach.x.1, 1.0)), ((1.0, reach.y.0), (1.0, reach.y.1))] {
        let ink = Hue::Quiet.full();
        chart.marks.push(Mark::Rule { from, to, ink, stroke: Stroke::Hair });
    }
    chart.marks.push(Mark::Line {
        points: vec![from, to],
        ink: Hue::Ink.full(),
        stroke: Stroke::Thin,
        name: String::new(),
    });
}

/// The names of the four corners and of the line.
fn add_names(chart: &mut Chart, map: &ValueMap, reach: Reach) {
    let (width, height) = (reach.x.1 - reach.x.0, reach.y.1 - reach.y.0);
    let (left, right) = (reach.x.0 + 0.005 * width, reach.x.1 - 0.005 * width);
    let (low, high) = (reach.y.0 + 0.06 * height, reach.y.1 - 0.06 * height);
    let corners = [
        ((right, low), Side::Left, Hue::Ink),
        ((left, high), Side::Right, Hue::Ink),
        ((right, high), Side::Left, Hue::Quiet),
        ((left, low), Side::Right, Hue::Quiet),
    ];
    let line = ((reach.grip, map.fair_price(reach.grip)), Side::Below, Hue::Quiet);
    for ((at, side, hue), name) in corners.into_iter().chain([line]).zip(words::NAMES) {
        let words = name.to(chart.glass.language).to_owned();
        let line = Text { words, ink: hue.full(), bold: false, size: Size::Small };
        chart.marks.push(Mark::Note { at, side, lines: vec![line] });
    }
}

/// Its point, how far its price is from the fair one, and what it says.
fn add_offer(chart: &mut Chart, k: usize, place: &Place, cast: &Cast, reach: Reach) {
    let ink = Hue::offer(k).full();
    let at = (place.quality, place.price);
    let glass = cast.glass;
    let fair = fair_price(place).clamp(reach.y.0, reach.y.1);
    chart.marks.push(Mark::Rule { from: at, to: (at.0, fair), ink, stroke: Stroke::Dotted });
    chart.marks.push(Mark::Dot { at, ink });
    let name = Text { words: cast.offers[k].clone(), ink, bold: true, size: Size::Normal };
    let verdict = words::verdict(glass, place.verdict(), place.distance());
    let verdict = Text { words: verdict, ink, bold: false, size: Size::Small };
    // Towards the middle, where there is room.
    let outer = place.quality > f64::midpoint(reach.x.0, reach.x.1);
    let side = if outer { Side::Left } else { Side::Right };
    // Close to the line of nothing one of the words stands above it, the other below.
    let close = at.1 < CLOSE * (reach.y.1 - reach.y.0);
    let beside = (at.0, if close { 0.0 } else { at.1 });
    chart.marks.push(Mark::Note { at: beside, side, lines: vec![name, verdict.clone()] });
    let language = glass.language;
    let ratios = [place.quality, place.price, place.value()].into_iter().zip(&words::COLUMNS[1..]);
    let ratio = |(x, name): (f64, &Phrase)| format!("{} {}", name.to(language), glass.number(x, 4));
    let mut lines = vec![cast.offers[k].clone()];
    lines.extend(ratios.map(ratio).chain([verdict.words]));
    let near = |x: f64, (low, high): (f64, f64)| (x - NEAR * (high - low), x + NEAR * (high - low));
    let (across, up) = (near(at.0, reach.x), near(at.1, reach.y));
    chart.spots.push(Spot { at, area: Some((across.0, across.1, up.0, up.1)), lines });
    let within =
        |x: f64, (low, high): (f64, f64), most: f64| (low.max(LEAST * x), high.min(most).max(x));
    chart.handles.push(Handle {
        at,
        along: Along::Both { range: within(at.1, reach.y, f64::INFINITY), step: 0.0 },
        range: within(at.0, reach.x, place.most_quality()),
        step: 0.0,
        label: [&cast.offers[k], words::HANDLE.to(language)].join(label::BETWEEN.to(language)),
        reading: words::reading(glass, place.quality, place.price),
        ink,
        quiet: false,
    });
}

/// The relative price that is fair for an offer's quality.
fn fair_price(place: &Place) -> f64 {
    place.fair_price().map_or(0.0, |fair| fair / place.par_price())
}

/// The handle that turns the line about par.
fn line_handle(map: &ValueMap, cast: &Cast, reach: Reach) -> Handle {
    let at = (reach.grip, map.fair_price(reach.grip));
    let language = cast.glass.language;
    Handle {
        at,
        along: Along::Y,
        range: (1.0_f64.min(at.1), reach.y.1),
        step: 0.0,
        label: label::SLOPE.to(language).to_owned(),
        reading: cast.glass.number(map.slope(), 2),
        ink: Hue::Ink.full(),
        quiet: false,
    }
}

fn summary(map: &ValueMap, cast: &Cast) -> String {
    let one = |(name, place): (&String, &Place)| {
        let reading = words::reading(cast.glass, place.quality, place.price);
        words::placed(
            cast.glass,
            name,
            &reading,
            &words::verdict(cast.glass, place.verdict(), place.distance()),
        )
    };
    let all: Vec<String> = cast.offers.iter().zip(map.places()).map(one).collect();
    words::sentence(cast.glass, &all)
}

fn table(map: &ValueMap, cast: &Cast) -> Table {
    let glass = cast.glass;
    let language = glass.language;
    let row = |(name, place): (&String, &Place)| {
        let none = || words::NO_PRICE.to(language).to_owned();
        vec![
            name.clone(),
            glass.number(place.quality, 4),
            glass.number(place.price, 4),
            glass.number(place.value(), 4),
            glass.number(place.distance(), 4),
            place.fair_price().map_or_else(none, |fair| glass.cell(fair, cast.unit)),
        ]
    };
    let head = words::COLUMNS.map(|name| name.to(language).to_owned());
    Table { head: head.into(), rows: cast.offers.iter().zip(map.places()).map(row).collect() }
}
