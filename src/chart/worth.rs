//! The figures of economic value: from the alternative's price to the value to the client, and who
//! gains what at a price.

use super::{
    Along, Axis, Band, Chart, Fill, Handle, Hue, Ink, Labels, Mark, Point, Side, Size, Spot,
    Stroke, Table, Text,
};
use crate::model::economic_value::{Claim, EconomicValue, Part};
use crate::model::win_win::{Sides, Standing};
use crate::words::{Glass, Unit, worth as words};

/// Half the height of a bar in its row.
const HALF: f64 = 0.32;
/// An axis that begins above zero begins so much of the figures' span below them.
const ROOM: f64 = 0.4;
/// How much of the figure the hatched foot of a bar takes that begins below the axis.
const CUT: f64 = 0.03;
/// A bar that takes as much of the figure has room for its amount.
const WIDE: f64 = 0.28;
/// So much of the figure an amount takes beside a bar.
const AMOUNT: f64 = 0.17;

/// A row of the waterfall in the reader's words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// A quiet remark behind it: whose number it is.
    pub remark: String,
    /// What its handle sets; none for a row that cannot be dragged.
    pub handle: Option<String>,
}

/// Who takes part, in the reader's words.
#[derive(Clone, Debug, PartialEq)]
pub struct Cast {
    /// Language and currency.
    pub glass: Glass,
    /// The alternative, and its colour.
    pub rival: (Row, Hue),
    /// The drivers in order; none for one that is left out.
    pub drivers: Vec<Option<Row>>,
    /// What the handle of our price sets.
    pub price: String,
}

/// From the alternative's price over what we do better and worse to the total economic value, and
/// what a price leaves to us and to the client.
///
/// A handle for the alternative's price, for each driver that has one, and for our price.
pub fn waterfall(value: &EconomicValue, claim: Claim, cast: &Cast) -> Chart {
    let glass = cast.glass;
    let steps = value.waterfall(claim);
    let terms = *value.terms();
    let total = value.total(claim);
    let levels = steps.iter().map(|step| step.to).chain([terms.price, terms.cost]);
    let range = range(&levels.collect::<Vec<f64>>());
    let borders = [terms.cost, terms.price, total];
    let chart = empty(value, claim, cast, range);
    let mut fall = Fall { chart, bands: Vec::new(), range, borders };
    for step in &steps {
        match step.part {
            Part::Reference => {
                let (row, hue) = &cast.rival;
                fall.column(row, terms.reference, *hue);
            }
            Part::Driver(k) => {
                if let Some(row) = cast.drivers.get(k).and_then(Option::as_ref) {
                    fall.step(row, (step.from, step.to));
                }
            }
            Part::Total => {
                let name = words::TOTAL.to(glass.language).to_owned();
                fall.column(&Row { name, ..Row::default() }, total, Hue::Ours);
            }
        }
    }
    fall.shares(value, claim, &cast.price);
    let count = fall.bands.len() as f64;
    fall.lines(count);
    fall.chart.y.range = (0.0, count);
    fall.chart.y.labels = Labels::Bands(fall.bands);
    fall.chart
}

/// The figure before its rows.
fn empty(value: &EconomicValue, claim: Claim, cast: &Cast, range: (f64, f64)) -> Chart {
    let glass = cast.glass;
    let (total, price) = (value.total(claim), value.terms().price);
    Chart {
        title: words::WATERFALL.to(glass.language).to_owned(),
        summary: words::waterfall_summary(glass, &cast.rival.0.name, total, price),
        glass,
        x: Axis { title: words::axis(glass, range.0), range, labels: Labels::Numbers(Unit::Money) },
        y: Axis { title: String::new(), range: (0.0, 0.0), labels: Labels::None },
        marks: Vec::new(),
        spots: Vec::new(),
        handles: Vec::new(),
        table: Table {
            head: words::WATERFALL_COLUMNS.map(|name| name.to(glass.language).to_owned()).into(),
            rows: Vec::new(),
        },
        aspect: 0.4,
    }
}

/// From zero to beyond the greatest of `levels`; from a round number below the least where they
/// all lie far from zero and close together.
fn range(levels: &[f64]) -> (f64, f64) {
    let low = levels.iter().copied().fold(f64::INFINITY, f64::min).min(f64::MAX);
    let high = levels.iter().copied().fold(0.0, f64::max);
    let span = (high - low).max(0.1 * high);
    let foot = low - ROOM * span;
    if foot > ROOM * high {
        let step = libm::pow(10.0, libm::floor(libm::log10(span)));
        ((foot / step).floor() * step, high + 0.2 * span)
    } else {
        (low.min(0.0) * 1.1, if high > 0.0 { 1.1 * high } else { 1.0 })
    }
}

/// A waterfall that grows row by row.
struct Fall {
    chart: Chart,
    bands: Vec<Band>,
    range: (f64, f64),
    /// Our cost, our price and the total economic value.
    borders: [f64; 3],
}

impl Fall {
    /// Adds a row by its name, and says where its middle is.
    fn row(&mut self, row: &Row, ink: Ink, bold: bool) -> f64 {
        let ink = if bold { ink } else { Hue::Ink.full() };
        self.bands.push(Band { name: row.name.clone(), remark: row.remark.clone(), ink, bold });
        self.bands.len() as f64 - 0.5
    }

    /// A bar that says its amount: inside where there is room, or else on the side of it that no
    /// border crosses.
    fn bar(&mut self, middle: f64, x: (f64, f64), (ink, fill): (Ink, Fill), amount: &str) {
        let (left, right) = (x.0.min(x.1), x.0.max(x.1));
        let width = self.range.1 - self.range.0;
        let inside = right - left.max(self.range.0) >= WIDE * width;
        let y = (middle - HALF, middle + HALF);
        let label = if inside { amount.to_owned() } else { String::new() };
        self.chart.marks.push(Mark::Bar { x: (left, right), y, ink, fill, label });
        if inside {
            return;
        }
        let crossed =
            |low: f64, high: f64| self.borders.iter().any(|border| low < *border && *border < high);
        let room = AMOUNT * width;
        let before = x.1 > x.0
            && left - room >= self.range.0
            && crossed(right, right + room)
            && !crossed(left - room, left);
        let (at, side) = if before { (left, Side::Left) } else { (right, Side::Right) };
        let line = Text { words: amount.to_owned(), ink, bold: true, size: Size::Normal };
        self.chart.marks.push(Mark::Note { at: (at, middle), side, lines: vec![line] });
    }

    /// What a row answers, and its line in the table.
    fn says(&mut self, middle: f64, row: &Row, x: (f64, f64), amount: &str) {
        let area = (self.range.0, self.range.1, middle - 0.5, middle + 0.5);
        let mut lines = vec![row.name.clone(), amount.to_owned()];
        lines.extend(Some(row.remark.clone()).filter(|remark| !remark.is_empty()));
        let at = (x.0.max(x.1).min(self.range.1), middle);
        self.chart.spots.push(Spot { at, area: Some(area), lines });
        let up_to = self.chart.glass.cell(x.1, Unit::Money);
        self.chart.table.rows.push(vec![row.name.clone(), amount.to_owned(), up_to]);
    }

    fn handle(&mut self, label: &str, at: Point, reading: String, ink: Ink) {
        self.chart.handles.push(Handle {
            at,
            along: Along::X,
            range: self.range,
            step: 0.0,
            label: label.to_owned(),
            reading,
            ink,
            quiet: false,
        });
    }

    /// A bar from zero up; where the axis begins later its foot is hatched.
    fn column(&mut self, row: &Row, to: f64, hue: Hue) {
        let middle = self.row(row, hue.full(), true);
        let amount = self.chart.glass.cell(to, Unit::Money);
        let foot = self.range.0.max(0.0);
        let from = if foot > 0.0 { to.min(foot + CUT * (self.range.1 - foot)) } else { 0.0 };
        if foot > 0.0 {
            let (x, y) = ((foot, from), (middle - HALF, middle + HALF));
            let mark =
                Mark::Bar { x, y, ink: hue.full(), fill: Fill::Hatched, label: String::new() };
            self.chart.marks.push(mark);
        }
        self.bar(middle, (from, to), (hue.full(), Fill::Plain), &amount);
        self.says(middle, row, (0.0, to), &amount);
        if let Some(label) = &row.handle {
            let reading = self.chart.glass.value(to, Unit::Money);
            self.handle(label, (to, middle), reading, hue.full());
        }
    }

    /// A bar from where the one before ended.
    fn step(&mut self, row: &Row, x: (f64, f64)) {
        let middle = self.row(row, Hue::Ink.full(), false);
        let ink = side_hue(x.1 - x.0).full();
        self.link(x.0, middle);
        let amount = self.chart.glass.signed(x.1 - x.0, Unit::Plain);
        self.bar(middle, x, (ink, Fill::Plain), &amount);
        self.says(middle, row, x, &amount);
        if let Some(label) = &row.handle {
            let reading = self.chart.glass.signed(x.1 - x.0, Unit::Money);
            self.handle(label, (x.1, middle), reading, ink);
        }
    }

    /// A hairline from the end of the row before to where this one begins.
    fn link(&mut self, x: f64, middle: f64) {
        let (from, to) = ((x, middle - 1.0 + HALF), (x, middle - HALF));
        let mark = Mark::Rule { from, to, ink: Hue::Quiet.full(), stroke: Stroke::Hair };
        self.chart.marks.push(mark);
    }

    /// What our price leaves to us and to the client: a row and a shade over the whole figure each.
    fn shares(&mut self, value: &EconomicValue, claim: Claim, handle: &str) {
        let terms = *value.terms();
        let language = self.chart.glass.language;
        let total = value.total(claim);
        let pairs = [
            (words::WE_GET, (terms.cost, terms.price), Hue::Ours),
            (words::CLIENT_KEEPS, (terms.price, total), Hue::Gain),
        ];
        let count = (self.bands.len() + pairs.len()) as f64;
        for (name, x, hue) in pairs {
            let row = Row { name: name.to(language).to_owned(), ..Row::default() };
            let gain = x.1 - x.0;
            let loses = gain < 0.0;
            let ink = if loses { Hue::Loss.full() } else { hue.full() };
            let middle = self.row(&row, ink, true);
            let (left, right) = (x.0.min(x.1), x.0.max(x.1));
            let shade = Mark::Area {
                upper: vec![(left, 0.0), (right, 0.0)],
                lower: vec![(left, count), (right, count)],
                ink,
            };
            self.chart.marks.insert(0, shade);
            let amount = self.chart.glass.signed(gain, Unit::Plain);
            self.bar(middle, x, (ink, if loses { Fill::Hatched } else { Fill::Plain }), &amount);
            self.says(middle, &row, x, &amount);
            if hue == Hue::Ours {
                let reading = self.chart.glass.value(terms.price, Unit::Money);
                self.handle(handle, (terms.price, middle), reading, Hue::Ours.full());
            }
        }
    }

    /// Our cost, our price and the total economic value, each as a line through all rows.
    fn lines(&mut self, count: f64) {
        let glass = self.chart.glass;
        let hues = [Hue::Quiet, Hue::Ours, Hue::Ink];
        for (k, x) in self.borders.iter().enumerate() {
            let ours = k == 1;
            self.chart.marks.push(Mark::Rule {
                from: (*x, 0.0),
                to: (*x, count),
                ink: hues[k].full(),
                stroke: if ours { Stroke::Bold } else { Stroke::Dotted },
            });
            let line = Text {
                words: words::border(glass, k, *x),
                ink: hues[k].full(),
                bold: ours,
                size: Size::Small,
            };
            self.chart.marks.push(Mark::Note {
                at: (*x, 0.0),
                side: Side::Above,
                lines: vec![line],
            });
        }
    }
}

const fn side_hue(gain: f64) -> Hue {
    if gain < 0.0 { Hue::Loss } else { Hue::Gain }
}

/// What we gain across and what the client gains upwards, with all that a price can make of it as a
/// line. One handle, at our price.
pub fn sides(sides: &Sides, price: f64, handle: &str, glass: Glass) -> Chart {
    let (ours, theirs) = (sides.firm(), sides.customer());
    let reach = 1.15 * ours.abs().max(theirs.abs()).max(sides.total().abs());
    let reach = if reach > 0.0 { reach } else { 1.0 };
    let low = if sides.standing() == Standing::WinWin { -0.45 * reach } else { -reach };
    let range = (low, reach);
    let money = |x: f64| glass.signed(x, Unit::Money);
    let axis = |title: String| Axis { title, range, labels: Labels::Numbers(Unit::Money) };
    let unit = glass.unit(Unit::Money);
    let [across, upwards] = words::SIDES.map(|name| name.to(glass.language));
    Chart {
        title: words::SQUARE.to(glass.language).to_owned(),
        summary: words::sides_summary(glass, sides),
        glass,
        x: axis(format!("{across} ({unit})")),
        y: axis(format!("{upwards} ({unit})")),
        marks: square(sides, range, glass),
        spots: vec![Spot {
            at: (ours, theirs),
            area: None,
            lines: vec![
                words::border(glass, 1, price),
                format!("{across} {}", money(ours)),
                format!("{upwards} {}", money(theirs)),
            ],
        }],
        handles: vec![Handle {
            at: (ours, theirs),
            along: Along::X,
            range,
            step: 0.0,
            label: handle.to_owned(),
            reading: glass.value(price, Unit::Money),
            ink: Hue::Ours.full(),
            quiet: false,
        }],
        table: Table {
            head: vec![words::WHO.to(glass.language).to_owned(), unit.to_owned()],
            rows: [
                (across, ours),
                (upwards, theirs),
                (words::TOGETHER.to(glass.language), sides.total()),
            ]
            .map(|(name, gain)| vec![name.to_owned(), glass.cell(gain, Unit::Money)])
            .into(),
        },
        aspect: 0.5,
    }
}

/// The four fields, the line of prices, and our place on it.
fn square(sides: &Sides, (low, high): (f64, f64), glass: Glass) -> Vec<Mark> {
    let total = sides.total();
    let field = |x: (f64, f64), y: (f64, f64), hue: Hue| Mark::Area {
        upper: vec![(x.0, y.1), (x.1, y.1)],
        lower: vec![(x.0, y.0), (x.1, y.0)],
        ink: hue.full(),
    };
    let (less, more) = ((low, 0.0), (0.0, high));
    let mut marks = vec![field(more, more, Hue::Gain), field(less, less, Hue::Loss)];
    for (standing, x, y) in [
        (Standing::WinWin, high, high),
        (Standing::Exploit, high, low),
        (Standing::GiveAway, low, high),
        (Standing::LoseLose, low, low),
    ] {
        let here = sides.standing() == standing;
        let hue = match standing {
            _ if !here => Hue::Quiet,
            Standing::WinWin => Hue::Gain,
            _ => Hue::Loss,
        };
        let words = words::standing(standing).to(glass.language).to_owned();
        let line = Text { words, ink: hue.full(), bold: here, size: Size::Normal };
        let at = (x * if x > 0.0 { 0.8 } else { 0.5 }, y * if y > 0.0 { 0.92 } else { 0.6 });
        marks.push(Mark::Note { at, side: Side::Centre, lines: vec![line] });
    }
    for (from, to) in [((low, 0.0), (high, 0.0)), ((0.0, low), (0.0, high))] {
        marks.push(Mark::Rule { from, to, ink: Hue::Ink.full(), stroke: Stroke::Thin });
    }
    let ends = (low.max(total - high), high.min(total - low));
    marks.push(Mark::Rule {
        from: (ends.0, total - ends.0),
        to: (ends.1, total - ends.1),
        ink: Hue::Ours.full(),
        stroke: Stroke::Bold,
    });
    marks.push(Mark::Dot { at: (sides.firm(), sides.customer()), ink: Hue::Ours.full() });
    marks
}
