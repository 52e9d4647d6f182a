//! The figures of the value curve.

use super::{
    Along, Axis, Band, Chart, Fill, Handle, Hue, Labels, Mark, Point, Side, Size, Spot, Stroke,
    Table, Text,
};
use crate::model::value_curve::{Curve, Move, TOP_LEVEL, ValueCurves};
use crate::words::{Glass, Language, Unit, curve as words, label};

/// What the curves are drawn from, in the reader's words.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Language and currency.
    pub glass: Glass,
    /// Names of the offers.
    pub offers: Vec<String>,
    /// Names of the factors.
    pub factors: Vec<String>,
    /// Which factors the tagline stands on.
    pub core: Vec<bool>,
    /// What each offer costs.
    pub prices: Vec<f64>,
    /// Our former level on each factor, then that of our former price.
    pub former: Vec<Option<f64>>,
    /// The figure in a sentence.
    pub summary: String,
}

/// Room for the names at the ends and for the ticks, where factors are columns.
const AROUND: f64 = 130.0;

/// Whether a figure of `width` CSS pixels has room for factors as columns.
pub fn has_room(width: f64, factors: usize, language: Language) -> bool {
    let column = match language {
        Language::Chinese => 46.0,
        Language::English => 88.0,
    };
    width - AROUND >= column * (factors + 1) as f64
}

/// Places by factor and level: upright, or lying where factors are rows.
#[derive(Clone, Copy)]
struct Sheet {
    rows: bool,
    /// How many factors there are, and the price.
    count: usize,
}

impl Sheet {
    fn at(self, k: usize, level: f64) -> Point {
        self.turned(k as f64 + 0.5, level)
    }

    fn turned(self, across: f64, level: f64) -> Point {
        if self.rows { (level, across) } else { (across, level) }
    }

    /// The whole column or row of a factor.
    fn area(self, k: usize) -> (f64, f64, f64, f64) {
        let (from, to) = (k as f64, k as f64 + 1.0);
        if self.rows { (0.0, TOP_LEVEL, from, to) } else { (from, to, 0.0, TOP_LEVEL) }
    }
}

/// The order in which `offers` are drawn: ours last, over the others.
pub fn order(offers: usize) -> impl Iterator<Item = usize> {
    (1..offers).chain([0])
}

/// The curve of every offer over the factors, and the price as the last, set apart. For each offer
/// in [`order`] a handle on each factor and on the price.
pub fn curves(curves: &ValueCurves, scene: &Scene, rows: bool) -> Chart {
    let language = scene.glass.language;
    let factors = scene.factors.len();
    let sheet = Sheet { rows, count: factors + 1 };
    let level_axis = Axis {
        title: if rows { words::LEVEL_AXIS } else { words::LEVEL }.to(language).to_owned(),
        range: (0.0, TOP_LEVEL),
        labels: Labels::Numbers(Unit::Plain),
    };
    let factor_axis = Axis {
        title: String::new(),
        range: (0.0, sheet.count as f64),
        labels: Labels::Bands(bands(curves, scene)),
    };
    let (x, y) = if rows { (level_axis, factor_axis) } else { (factor_axis, level_axis) };
    let mut chart = Chart {
        title: words::CURVES.to(language).to_owned(),
        summary: scene.summary.clone(),
        glass: scene.glass,
        x,
        y,
        marks: vec![Mark::Rule {
            from: sheet.turned(factors as f64, 0.0),
            to: sheet.turned(factors as f64, TOP_LEVEL),
            ink: Hue::Quiet.full(),
            stroke: Stroke::Dotted,
        }],
        spots: spots(curves, scene, sheet),
        handles: Vec::new(),
        table: table(curves, scene),
        aspect: 0.5,
    };
    add_former(&mut chart, scene, sheet);
    for k in order(curves.curves().len()) {
        add_curve(&mut chart, k, &curves.curves()[k], scene, sheet);
    }
    chart
}

/// The levels of a curve, and that of its price.
fn levels(curve: &Curve) -> impl Iterator<Item = f64> + '_ {
    curve.levels.iter().copied().chain([curve.price])
}

/// The factors by name with the move that our offer makes there; those that the tagline stands on
/// are bold.
fn bands(curves: &ValueCurves, scene: &Scene) -> Vec<Band> {
    let language = scene.glass.language;
    let moves = curves.moves(0).unwrap_or_default().into_iter().map(Some);
    let names = scene.factors.iter().map(String::as_str);
    let core = scene.core.iter().copied().chain([false]);
    names
        .chain([label::COSTS[0].to(language)])
        .zip(moves.chain([curves.price_move(0)]))
        .zip(core)
        .map(|((name, made), bold)| Band {
            name: name.to_owned(),
            remark: mark(made, language),
            ink: Hue::Ink.full(),
            bold,
        })
        .collect()
}

/// The move in a word; nothing where the offer stays within what rivals do.
fn mark(made: Option<Move>, language: Language) -> String {
    let made = made.filter(|made| *made != Move::Keep);
    made.map_or_else(String::new, |made| words::a_move(made).to(language).to_owned())
}

/// One line, its name at its end or beginning, and its handles.
fn add_curve(chart: &mut Chart, k: usize, curve: &Curve, scene: &Scene, sheet: Sheet) {
    let hue = Hue::offer(k);
    let ours = k == 0;
    let points: Vec<Point> = levels(curve).enumerate().map(|(f, x)| sheet.at(f, x)).collect();
    if !ours {
        chart.marks.extend(points.iter().map(|at| Mark::Dot { at: *at, ink: hue.full() }));
    }
    let name = &scene.offers[k];
    add_name(chart, name, hue, points[0], ours, sheet);
    let end_name = if sheet.rows { String::new() } else { name.clone() };
    chart.marks.push(Mark::Line {
        points: points.clone(),
        ink: hue.full(),
        stroke: if ours { Stroke::Bold } else { Stroke::Thin },
        name: end_name,
    });
    for (f, (at, level)) in points.into_iter().zip(levels(curve)).enumerate() {
        let reading = if f < curve.levels.len() {
            scene.glass.number(level, 1)
        } else {
            scene.glass.value(scene.prices[k], Unit::Money)
        };
        chart.handles.push(Handle {
            at,
            along: if sheet.rows { Along::X } else { Along::Y },
            range: (0.0, TOP_LEVEL),
            step: 0.0,
            label: handle_name(scene, k, f),
            reading,
            ink: hue.full(),
            quiet: !ours,
        });
    }
}

/// What the handle of offer `k` on factor `f` sets.
fn handle_name(scene: &Scene, k: usize, f: usize) -> String {
    let language = scene.glass.language;
    let between = label::BETWEEN.to(language);
    let offer = &scene.offers[k];
    match scene.factors.get(f) {
        Some(factor) => format!("{offer}{between}{factor}{between}{}", label::SCORE.to(language)),
        None => format!("{offer}{between}{}", label::COSTS[0].to(language)),
    }
}

/// The name of a lying curve, over its beginning.
fn add_name(chart: &mut Chart, name: &str, hue: Hue, at: Point, bold: bool, sheet: Sheet) {
    if sheet.rows {
        let words = name.to_owned();
        let line = Text { words, ink: hue.full(), bold, size: Size::Normal };
        chart.marks.push(Mark::Note { at: (at.0, 0.0), side: Side::Above, lines: vec![line] });
    }
}

/// Our former curve, dotted, over the factors it is known for.
fn add_former(chart: &mut Chart, scene: &Scene, sheet: Sheet) {
    let known = scene.former.iter().enumerate().filter_map(|(k, x)| Some((k, (*x)?)));
    let points: Vec<Point> = known.map(|(k, level)| sheet.at(k, level)).collect();
    let Some(first) = points.first().copied() else { return };
    let name = words::FORMER.to(scene.glass.language);
    add_name(chart, name, Hue::Ours, first, false, sheet);
    let name = if sheet.rows { String::new() } else { name.to_owned() };
    let ink = Hue::Ours.full();
    chart.marks.push(Mark::Line { points, ink, stroke: Stroke::Dotted, name });
}

/// What pointing at a factor says: our move, and the level of every offer.
fn spots(curves: &ValueCurves, scene: &Scene, sheet: Sheet) -> Vec<Spot> {
    let glass = scene.glass;
    let moves = curves.moves(0).unwrap_or_default();
    let spot = |f: usize| {
        let made = moves.get(f).copied().or(curves.price_move(0)).unwrap_or(Move::Keep);
        let name = scene.factors.get(f).map(String::as_str);
        let name = name.unwrap_or(label::COSTS[0].to(glass.language));
        let heading = format!("{name}  {}", words::a_move(made).to(glass.language));
        let offers = curves.curves().iter().enumerate().map(|(k, curve)| {
            let level = match curve.levels.get(f) {
                Some(level) => glass.number(*level, 1),
                None => words::price_level(glass, scene.prices[k], curve.price),
            };
            format!("{} {level}", scene.offers[k])
        });
        let own = levels(&curves.curves()[0]).nth(f).unwrap_or_default();
        Spot {
            at: sheet.at(f, own),
            area: Some(sheet.area(f)),
            lines: std::iter::once(heading).chain(offers).collect(),
        }
    };
    (0..sheet.count).map(spot).collect()
}

/// Level by level, with our move; then the prices.
fn table(curves: &ValueCurves, scene: &Scene) -> Table {
    let glass = scene.glass;
    let language = glass.language;
    let moves = curves.moves(0).unwrap_or_default();
    let row = |name: &str, cells: &dyn Fn(usize) -> String, made: String| {
        let cells = (0..scene.offers.len()).map(cells);
        std::iter::once(name.to_owned()).chain(cells).chain([made]).collect::<Vec<_>>()
    };
    let level = |x: f64| glass.number(x, 1);
    let made = |made: Move| words::a_move(made).to(language).to_owned();
    let factor = |(f, name): (usize, &String)| {
        row(
            name,
            &|k| level(curves.curves()[k].levels[f]),
            moves.get(f).map_or_else(String::new, |m| made(*m)),
        )
    };
    let mut rows: Vec<Vec<String>> = scene.factors.iter().enumerate().map(factor).collect();
    let price_move = curves.price_move(0).map_or_else(String::new, made);
    let price = label::COSTS[0].to(language);
    rows.push(row(price, &|k| level(curves.curves()[k].price), price_move));
    let money = format!("{price} {}", glass.unit(Unit::Money));
    rows.push(row(&money, &|k| glass.cell(scene.prices[k], Unit::Money), String::new()));
    let head = std::iter::once(words::FACTOR.to(language).to_owned())
        .chain(scene.offers.iter().cloned())
        .chain([words::MOVE.to(language).to_owned()]);
    Table { head: head.collect(), rows }
}

/// A class of prices in the reader's words.
#[derive(Clone, Debug, PartialEq)]
pub struct PriceSpan {
    /// What it is called.
    pub name: String,
    /// The lowest price.
    pub low: f64,
    /// The highest price.
    pub high: f64,
}

/// Half the height of a class in its row.
const HALF: f64 = 0.2;

/// The classes as spans of an axis of prices, and below what every offer costs, a row each. A handle
/// for each offer in order.
pub fn classes(spans: &[PriceSpan], scene: &Scene, summary: String) -> Chart {
    let glass = scene.glass;
    let language = glass.language;
    let rows = (spans.len() + scene.offers.len()) as f64;
    let most = spans.iter().map(|span| span.high).chain(scene.prices.iter().copied());
    let range = (0.0, 1.15 * most.fold(0.0, f64::max));
    let mut chart = Chart {
        title: words::CLASSES.to(language).to_owned(),
        summary,
        glass,
        x: Axis {
            title: glass.unit(Unit::Money).to_owned(),
            range,
            labels: Labels::Numbers(Unit::Money),
        },
        y: Axis {
            title: String::new(),
            range: (0.0, rows),
            labels: Labels::Bands(class_bands(spans, &scene.offers)),
        },
        marks: Vec::new(),
        spots: Vec::new(),
        handles: Vec::new(),
        table: class_table(spans, scene),
        aspect: 0.24,
    };
    for (k, span) in spans.iter().enumerate() {
        add_class(&mut chart, k as f64 + 0.5, span);
    }
    for (k, price) in scene.prices.iter().enumerate() {
        let hue = Hue::offer(k);
        let at = (*price, (spans.len() + k) as f64 + 0.5);
        let words = glass.value(*price, Unit::Money);
        let line = Text { words, ink: hue.full(), bold: k == 0, size: Size::Small };
        chart.marks.push(Mark::Note { at, side: Side::Right, lines: vec![line] });
        chart.marks.push(Mark::Dot { at, ink: hue.full() });
        chart.handles.push(Handle {
            at,
            along: Along::X,
            range,
            step: 0.0,
            label: handle_name(scene, k, scene.factors.len()),
            reading: glass.value(*price, Unit::Money),
            ink: hue.full(),
            quiet: k != 0,
        });
    }
    chart
}

/// The classes, then the offers in their colours.
fn class_bands(spans: &[PriceSpan], offers: &[String]) -> Vec<Band> {
    let band = |name: &String, hue: Hue, bold: bool| Band {
        name: name.clone(),
        remark: String::new(),
        ink: hue.full(),
        bold,
    };
    let classes = spans.iter().map(|span| band(&span.name, Hue::Ink, false));
    let offer = |(k, name): (usize, &String)| band(name, Hue::offer(k), k == 0);
    classes.chain(offers.iter().enumerate().map(offer)).collect()
}

fn add_class(chart: &mut Chart, middle: f64, span: &PriceSpan) {
    let (low, high) = (span.low, span.high);
    let words = words::span(chart.glass, low, high);
    let y = (middle - HALF, middle + HALF);
    if low == high {
        chart.marks.push(Mark::Dot { at: (low, middle), ink: Hue::Quiet.full() });
    } else {
        let ink = Hue::Cost.full();
        chart.marks.push(Mark::Bar {
            x: (low, high),
            y,
            ink,
            fill: Fill::Plain,
            label: String::new(),
        });
    }
    chart.spots.push(Spot {
        at: (f64::midpoint(low, high), middle),
        area: Some((low, high, y.0, y.1)),
        lines: vec![span.name.clone(), words.clone()],
    });
    let line = Text { words, ink: Hue::Quiet.full(), bold: false, size: Size::Small };
    chart.marks.push(Mark::Note { at: (high, middle), side: Side::Right, lines: vec![line] });
}

fn class_table(spans: &[PriceSpan], scene: &Scene) -> Table {
    let language = scene.glass.language;
    let cell = |x| scene.glass.cell(x, Unit::Money);
    let classes = spans.iter().map(|span| vec![span.name.clone(), cell(span.low), cell(span.high)]);
    let offers = scene
        .offers
        .iter()
        .zip(&scene.prices)
        .map(|(name, price)| vec![name.clone(), cell(*price), cell(*price)]);
    let head = [words::CLASSES, words::LOWEST_PRICE, words::HIGHEST_PRICE];
    Table {
        head: head.map(|name| name.to(language).to_owned()).into(),
        rows: classes.chain(offers).collect(),
    }
}
