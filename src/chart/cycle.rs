//! The figures of the life cycle: revenue and cost with the two areas between them, and what that
//! adds up to.

use super::{
    Along, Axis, Chart, Handle, Hue, Ink, Labels, Mark, Point, Side, Size, Spot, Stroke, Table,
    Text,
};
use crate::math::pieces::{Piece, Pieces};
use crate::model::life_cycle::{LifeCycle, Stage};
use crate::words::{Glass, Phrase, Unit, cycle as words};

/// How far beyond the greatest amount the figure reaches, so that points can be dragged up.
const HEADROOM: f64 = 1.2;
/// How far under the axis the borders of the stages are, as a share of the height.
const STRIP: f64 = 0.13;
/// About half the height of a line of words, as a share of the height.
const HALF_A_LINE: f64 = 0.03;
/// Places along the figure that answer when they are pointed at.
const PLACES: u32 = 40;

/// What the figures are drawn from, in the reader's words.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene<'a> {
    /// Language and currency.
    pub glass: Glass,
    /// The life cycle as it is.
    pub now: &'a LifeCycle,
    /// As it was before the measures, where any is at work.
    pub former: Option<&'a LifeCycle>,
    /// Whether the stages are shown.
    pub staged: bool,
    /// How much of the whole time is left free at the end, for the last border to be dragged.
    pub spare: f64,
    /// The figure in a sentence.
    pub summary: String,
}

impl Scene<'_> {
    /// The years shown.
    fn years(&self) -> (f64, f64) {
        let ends = |cycle: &LifeCycle| cycle.margin().extent();
        let (from, to) = ends(self.now);
        let (from, to) = self.former.map_or((from, to), |former| {
            let other = ends(former);
            (from.min(other.0), to.max(other.1))
        });
        (from, to + self.spare * (to - from))
    }

    fn say(&self, phrase: Phrase) -> String {
        phrase.to(self.glass.language).to_owned()
    }

    fn axis(&self) -> Axis {
        Axis {
            title: self.glass.unit(Unit::Years).to_owned(),
            range: self.years(),
            labels: Labels::Numbers(Unit::Years),
        }
    }
}

/// Revenue and cost, areas A and B with their sums, and both break-evens.
///
/// Its handles are those of the inputs it is drawn from; see [`strip`] for those under the axis.
pub fn curves(scene: &Scene<'_>) -> Chart {
    let now = scene.now;
    let most = [Some(now), scene.former].into_iter().flatten().flat_map(|cycle| {
        [cycle.revenue(), cycle.cost()]
            .map(|curve| curve.points().iter().map(|(_, money)| *money).fold(0.0, f64::max))
    });
    let most = most.fold(0.0, f64::max);
    let range = (0.0, if most > 0.0 { HEADROOM * most } else { 1.0 });
    let mut chart = Chart {
        title: scene.say(words::CURVES),
        summary: scene.summary.clone(),
        glass: scene.glass,
        x: scene.axis(),
        y: Axis {
            title: words::money_a_year(scene.glass),
            range,
            labels: Labels::Numbers(Unit::Money),
        },
        marks: stage_marks(scene, range),
        spots: spots(scene, |point| point.revenue),
        handles: Vec::new(),
        table: table(scene),
        aspect: 0.52,
    };
    add_areas(&mut chart, scene);
    if let Some(former) = scene.former {
        add_former(&mut chart, former, scene);
    }
    add_line(&mut chart, now.cost(), Hue::Quiet.full(), scene.say(words::COST));
    add_line(&mut chart, now.revenue(), Hue::Ours.full(), scene.say(words::REVENUE));
    add_break_evens(&mut chart, scene);
    chart
}

/// How high the borders of the stages are, in the units of the axis: under it.
pub fn strip(chart: &Chart) -> f64 {
    let (low, high) = chart.y.range;
    low - STRIP * (high - low)
}

/// Puts the handles of the inputs into the figure; those that are drawn small have a dot.
pub fn with_handles(mut chart: Chart, handles: Vec<Handle>) -> Chart {
    let small = handles.iter().filter(|handle| handle.quiet && handle.along == Along::Y);
    let dots = small.map(|handle| Mark::Dot { at: handle.at, ink: handle.ink });
    chart.marks.extend(dots);
    chart.handles = handles;
    chart
}

fn add_line(chart: &mut Chart, curve: &Pieces, ink: Ink, name: String) {
    chart.marks.push(Mark::Line { points: curve.points(), ink, stroke: Stroke::Bold, name });
}

/// Both curves as they were, where they have become others; the name once.
fn add_former(chart: &mut Chart, former: &LifeCycle, scene: &Scene<'_>) {
    let curves = [(former.revenue(), scene.now.revenue()), (former.cost(), scene.now.cost())];
    let mut name = scene.say(words::FORMER);
    for (curve, _) in curves.into_iter().filter(|(former, now)| former != now) {
        let (points, ink) = (curve.points(), Hue::Quiet.full());
        let name = std::mem::take(&mut name);
        chart.marks.push(Mark::Line { points, ink, stroke: Stroke::Dotted, name });
    }
}

/// The stages: a hairline at each border between two, and their names under the axis.
fn stage_marks(scene: &Scene<'_>, (low, high): (f64, f64)) -> Vec<Mark> {
    if !scene.staged {
        return Vec::new();
    }
    let end = scene.now.margin().extent().1;
    let mut marks = Vec::new();
    for (stage, name) in Stage::ALL.into_iter().zip(words::STAGES) {
        let (from, to) = scene.now.span(stage);
        if to <= from {
            continue;
        }
        if to < end {
            marks.push(Mark::Rule {
                from: (to, low),
                to: (to, high),
                ink: Hue::Hair.full(),
                stroke: Stroke::Thin,
            });
        }
        marks.push(Mark::Note {
            at: (f64::midpoint(from, to), low),
            side: Side::Below,
            lines: vec![text(scene.say(name), Hue::Quiet.full(), false)],
        });
    }
    marks
}

fn text(words: String, ink: Ink, bold: bool) -> Text {
    Text { words, ink, bold, size: Size::Small }
}

/// A stretch of both curves on one side of each other.
struct Between {
    revenue: Vec<Point>,
    cost: Vec<Point>,
    pays: bool,
    area: f64,
}

/// The stretches between crossings.
fn between(cycle: &LifeCycle) -> Vec<Between> {
    let crossings: Vec<f64> = cycle.crossings().iter().map(|crossing| crossing.year).collect();
    let margin = cycle.margin().cut(&crossings);
    let cuts: Vec<f64> = margin.all().iter().map(|piece| piece.to).collect();
    let (revenue, cost) = (cycle.revenue().cut(&cuts), cycle.cost().cut(&cuts));
    let ends = |piece: &Piece| [(piece.from, piece.first), (piece.to, piece.last)];
    let mut found: Vec<Between> = Vec::new();
    for ((margin, revenue), cost) in margin.all().iter().zip(revenue.all()).zip(cost.all()) {
        let area = margin.integral();
        if area == 0.0 {
            continue;
        }
        let pays = area > 0.0;
        match found.last_mut() {
            Some(last)
                if last.pays == pays && last.revenue.last().map(|p| p.0) == Some(margin.from) =>
            {
                last.revenue.extend(ends(revenue));
                last.cost.extend(ends(cost));
                last.area += area;
            }
            _ => found.push(Between {
                revenue: ends(revenue).into(),
                cost: ends(cost).into(),
                pays,
                area,
            }),
        }
    }
    found
}

/// Areas A and B shaded, and their sums in the largest of each.
fn add_areas(chart: &mut Chart, scene: &Scene<'_>) {
    let stretches = between(scene.now);
    let (loss, gain) = scene.now.areas();
    for (pays, letter, hue, sum) in [(false, "A", Hue::Loss, -loss), (true, "B", Hue::Gain, gain)] {
        let sides = stretches.iter().filter(|stretch| stretch.pays == pays);
        for stretch in sides.clone() {
            chart.marks.push(Mark::Area {
                upper: stretch.revenue.clone(),
                lower: stretch.cost.clone(),
                ink: hue.full(),
            });
        }
        let Some(widest) = sides.max_by(|a, b| a.area.abs().total_cmp(&b.area.abs())) else {
            continue;
        };
        let words = words::area(scene.glass, letter, sum);
        // In the middle of the area, or, where there is no room, above it.
        let (x, y) = centre(widest);
        chart.marks.push(Mark::Note {
            at: (x, y - HALF_A_LINE * chart.y.range.1),
            side: Side::Above,
            lines: vec![text(words, hue.full(), true)],
        });
    }
}

/// The centre of a stretch, weighed by its height.
fn centre(stretch: &Between) -> Point {
    let (mut weight, mut x, mut y) = (0.0, 0.0, 0.0);
    for (revenue, cost) in stretch.revenue.windows(2).zip(stretch.cost.windows(2)) {
        // Two thirds of a triangle, half of a rectangle: taken at the ends and in the middle.
        for share in [0.0, 0.5, 1.0] {
            let at = |line: &[Point]| line[0].1 * (1.0 - share) + line[1].1 * share;
            let (high, low) = (at(revenue), at(cost));
            let part = (high - low).abs() * (revenue[1].0 - revenue[0].0);
            let part = if share == 0.5 { 4.0 * part } else { part };
            weight += part;
            x += part * (revenue[0].0 * (1.0 - share) + revenue[1].0 * share);
            y += part * f64::midpoint(high, low);
        }
    }
    if weight > 0.0 { (x / weight, y / weight) } else { stretch.revenue[0] }
}

/// When it begins to pay and when the money is back, where they are not the beginning.
fn break_evens(cycle: &LifeCycle) -> [(Phrase, Option<f64>); 2] {
    let later = |year: Option<f64>| year.filter(|year| *year > cycle.margin().extent().0);
    [(words::PAYS, later(cycle.pays_from())), (words::BACK, later(cycle.money_back()))]
}

/// Both break-evens, each with a dotted line from the axis to the curve of revenue.
fn add_break_evens(chart: &mut Chart, scene: &Scene<'_>) {
    let sides = [Side::Above, Side::Left];
    for ((name, year), side) in break_evens(scene.now).into_iter().zip(sides) {
        let Some(year) = year else { continue };
        let at = (year, scene.now.revenue().at(year).unwrap_or_default());
        chart.marks.push(Mark::Rule {
            from: (year, 0.0),
            to: at,
            ink: Hue::Ink.full(),
            stroke: Stroke::Dotted,
        });
        chart.marks.push(Mark::Dot { at, ink: Hue::Ink.full() });
        let lines = vec![
            text(scene.say(name), Hue::Ink.full(), true),
            text(words::in_years(scene.glass, year), Hue::Ink.full(), false),
        ];
        chart.marks.push(Mark::Note { at, side, lines });
    }
}

/// Both curves at a moment.
#[derive(Clone, Copy, Debug)]
struct Moment {
    year: f64,
    revenue: f64,
    cost: f64,
    sum: f64,
}

fn moment(cycle: &LifeCycle, year: f64) -> Moment {
    let at = |curve: &Pieces| curve.at(year).unwrap_or_default();
    Moment {
        year,
        revenue: at(cycle.revenue()),
        cost: at(cycle.cost()),
        sum: cycle.net_until(year),
    }
}

/// Moments in order: every bend, both break-evens, and `places` more.
fn moments(cycle: &LifeCycle, places: u32) -> Vec<Moment> {
    let (from, to) = cycle.margin().extent();
    let step = |k: u32| from + (to - from) * f64::from(k) / f64::from(places.max(1));
    let bends = cycle.margin().points().into_iter().map(|(year, _)| year);
    let named = break_evens(cycle).into_iter().filter_map(|(_, year)| year);
    let even = (0..=places).filter(|_| places > 0).map(step);
    let mut years: Vec<f64> = bends.chain(named).chain(even).collect();
    years.sort_by(f64::total_cmp);
    years.dedup();
    years.into_iter().map(|year| moment(cycle, year)).collect()
}

fn spots(scene: &Scene<'_>, height: fn(&Moment) -> f64) -> Vec<Spot> {
    let glass = scene.glass;
    let spot = |m: Moment| {
        let named = |name: Phrase, x: f64| {
            format!("{} {}", name.to(glass.language), glass.value(x, Unit::Money))
        };
        Spot {
            at: (m.year, height(&m)),
            area: None,
            lines: vec![
                words::in_years(glass, m.year),
                named(words::REVENUE, m.revenue),
                named(words::COST, m.cost),
                named(words::MARGIN, m.revenue - m.cost),
                named(words::SUM, m.sum),
            ],
        }
    };
    moments(scene.now, PLACES).into_iter().map(spot).collect()
}

/// Every bend and both break-evens: year, revenue, cost, net a year, so far.
fn table(scene: &Scene<'_>) -> Table {
    let glass = scene.glass;
    let cell = |x: f64| glass.cell(x, Unit::Money);
    let name = |year: f64| {
        let named = break_evens(scene.now).into_iter().find(|(_, at)| *at == Some(year));
        let year = words::moment(glass, year);
        named.map_or_else(|| year.clone(), |(name, _)| format!("{year} {}", scene.say(name)))
    };
    let row = |m: Moment| {
        let margin = m.revenue - m.cost;
        vec![name(m.year), cell(m.revenue), cell(m.cost), cell(margin), cell(m.sum)]
    };
    let head = [words::YEAR, words::REVENUE, words::COST, words::MARGIN, words::SUM];
    Table {
        head: head.map(|name| scene.say(name)).into(),
        rows: moments(scene.now, 0).into_iter().map(row).collect(),
    }
}

/// The running sum: down while it costs, up when it pays, back at zero when all is paid back.
pub fn so_far(scene: &Scene<'_>) -> Chart {
    let path = |cycle: &LifeCycle| -> Vec<Point> {
        moments(cycle, PLACES).iter().map(|m| (m.year, m.sum)).collect()
    };
    let now = path(scene.now);
    let former = scene.former.map(path).unwrap_or_default();
    let all = || now.iter().chain(&former).map(|point| point.1);
    let (low, high) = (all().fold(0.0, f64::min), all().fold(0.0, f64::max));
    let room = 0.12 * (high - low).max(1e-9);
    let part = |of: fn(f64) -> f64, hue: Hue| Mark::Area {
        upper: now.iter().map(|(x, y)| (*x, of(*y))).collect(),
        lower: now.iter().map(|(x, _)| (*x, 0.0)).collect(),
        ink: hue.full(),
    };
    let (from, to) = scene.years();
    let mut marks = vec![
        part(|y| y.min(0.0), Hue::Loss),
        part(|y| y.max(0.0), Hue::Gain),
        Mark::Rule { from: (from, 0.0), to: (to, 0.0), ink: Hue::Ink.full(), stroke: Stroke::Thin },
    ];
    if !former.is_empty() {
        marks.push(Mark::Line {
            points: former,
            ink: Hue::Quiet.full(),
            stroke: Stroke::Dotted,
            name: scene.say(words::FORMER),
        });
    }
    let ink = Hue::Ours.full();
    let name = scene.say(words::SUM);
    marks.push(Mark::Line { points: now, ink, stroke: Stroke::Bold, name });
    let names = [(words::DEEPEST, Side::Below), (words::BACK, Side::Above)];
    for ((_, year), (name, side)) in break_evens(scene.now).into_iter().zip(names) {
        let Some(year) = year else { continue };
        let at = (year, scene.now.net_until(year));
        if name == words::DEEPEST && at.1 >= 0.0 {
            continue;
        }
        let words = format!("{} {}", scene.say(name), words::in_years(scene.glass, year));
        marks.push(Mark::Dot { at, ink: Hue::Ink.full() });
        marks.push(Mark::Note { at, side, lines: vec![text(words, Hue::Ink.full(), true)] });
    }
    Chart {
        title: scene.say(words::SO_FAR),
        summary: scene.summary.clone(),
        glass: scene.glass,
        x: scene.axis(),
        y: Axis {
            title: scene.glass.unit(Unit::Money).to_owned(),
            range: (low - room, high + room),
            labels: Labels::Numbers(Unit::Money),
        },
        marks,
        spots: spots(scene, |point| point.sum),
        handles: Vec::new(),
        table: table(scene),
        aspect: 0.36,
    }
}
