//! Gives a figure its size and every word its place.
//!
//! The plot starts out as large as the figure. All words are put in their places around it, and
//! where some would stand over the border the margins grow by as much, until all fit.

pub use super::frame::{Across, Anchor, Coat, Frame, Rect, Words};
pub use super::hit::nearest;
pub use super::measure::{Estimate, FAMILY, Font, Measure};
pub use super::scale::safe_range;

use super::frame::Course;
use super::notes;
use super::palette::Theme;
use super::{Along, Axis, Chart, Labels, Mark, Size, Text, hit};
use super::{axes, ends};

/// Narrower figures are laid out for a phone.
const PHONE: f64 = 520.0;
/// The width at which `Chart::aspect` is meant.
const WIDE: f64 = 820.0;
/// Rows at least this high carry bars that are figures in themselves.
const THICK: f64 = 48.0;
/// Room right of words: a reader's letters may be wider than those that were measured.
const AIR: f64 = 3.0;
/// Room around the middle of a handle.
const KNOB: f64 = 9.0;
/// How far apart handles are that a finger tells from each other.
const FINGER: f64 = 24.5;
/// Handles of a row that lie nearer than this share of it are one above the other on purpose.
const LEAST_GAP: f64 = 0.2;
/// How often the margins may grow.
const PASSES: usize = 6;

/// The figure at `width` CSS pixels.
pub fn layout(chart: &Chart, width: f64, theme: Theme, measure: &dyn Measure) -> Frame {
    let desk = Desk::new(chart, width, theme, measure);
    let mut margins = desk.margins();
    let mut frame = desk.frame(margins);
    for _ in 0..PASSES {
        let grown = margins.grown(&desk.overhang(&frame), &desk);
        if grown == margins {
            break;
        }
        margins = grown;
        frame = desk.frame(margins);
    }
    desk.tuck(&mut frame);
    frame
}

/// The figure with its plot exactly where it is in `like`: while a handle is dragged, the place
/// under the pointer must not move because a number grew wider.
pub fn layout_like(chart: &Chart, like: &Frame, theme: Theme, measure: &dyn Measure) -> Frame {
    let desk = Desk::new(chart, like.width, theme, measure);
    let mut frame = desk.frame(Margins {
        left: like.plot.left,
        top: like.plot.top,
        right: like.width - like.plot.right,
        bottom: like.height - like.plot.bottom,
    });
    desk.tuck(&mut frame);
    frame
}

/// The letters of one figure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letters {
    /// Ticks and remarks.
    pub(super) small: Font,
    /// Names of rows and lines.
    pub(super) name: Font,
    /// Values.
    pub(super) normal: Font,
}

impl Letters {
    fn new(phone: bool, scale: f64) -> Self {
        let font = |size: f64| Font { size: size * scale, bold: false };
        if phone {
            Self { small: font(12.5), name: font(14.0), normal: font(14.0) }
        } else {
            Self { small: font(13.0), name: font(14.0), normal: font(15.0) }
        }
    }

    /// The letters of a line of words.
    pub(super) fn of(&self, line: &Text) -> Font {
        let font = match line.size {
            Size::Small => self.small,
            Size::Normal => self.normal,
        };
        Font { bold: line.bold, ..font }
    }
}

/// Room around the plot.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Margins {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Margins {
    /// The margins with room for what stands over, as far as the plot can spare it.
    fn grown(self, over: &Self, desk: &Desk<'_>) -> Self {
        let add = |room: f64, over: f64, most: f64| {
            if over > 0.25 { (room + over.ceil()).min(most.max(room)) } else { room }
        };
        Self {
            left: add(self.left, over.left, desk.gutter + desk.width * 0.3),
            top: add(self.top, over.top, 400.0),
            right: add(self.right, over.right, desk.width * if desk.stacked { 0.56 } else { 0.4 }),
            bottom: add(self.bottom, over.bottom, 400.0),
        }
    }
}

/// What is known of a figure before it is laid out.
pub(super) struct Desk<'a> {
    pub(super) chart: &'a Chart,
    pub(super) measure: &'a dyn Measure,
    pub(super) letters: Letters,
    pub(super) width: f64,
    pub(super) phone: bool,
    /// Room for the names of rows, left of everything else.
    pub(super) gutter: f64,
    /// Whether rows are high.
    pub(super) thick: bool,
    /// Whether the names of rows stand above their bars.
    pub(super) stacked: bool,
    /// Where lines run down across the rows, names keep to the gutter, and a row is at least as
    /// high as its name.
    pub(super) crossed: Option<f64>,
    x: Course,
    y: Course,
}

impl<'a> Desk<'a> {
    fn new(chart: &'a Chart, width: f64, theme: Theme, measure: &'a dyn Measure) -> Self {
        let width = if width.is_finite() { width.clamp(120.0, 8000.0) } else { WIDE };
        // Nobody projects a phone: there is no room for larger letters on it.
        let scale = if width < PHONE { 1.0 } else { theme.type_scale() };
        let phone = width < PHONE * scale;
        let mut desk = Self {
            chart,
            measure,
            letters: Letters::new(phone, scale),
            width,
            phone,
            gutter: 0.0,
            thick: false,
            stacked: false,
            crossed: None,
            x: course(&chart.x),
            y: course(&chart.y),
        };
        if let Labels::Bands(bands) = &chart.y.labels {
            desk.thick = usual_pitch(chart, bands.len()) >= THICK;
            let crossed = chart.marks.iter().any(|mark| matches!(mark, Mark::Line { .. }));
            desk.crossed = crossed.then_some(0.0);
            let names = axes::widest_name(&desk, bands);
            desk.stacked = !crossed && (phone || names > width * 0.36);
            desk.gutter = if desk.stacked { 0.0 } else { names + 14.0 };
            desk.crossed = crossed.then(|| axes::tallest_name(&desk, bands) + 6.0);
        }
        desk
    }

    fn margins(&self) -> Margins {
        let title = axes::has_title_above(self.chart);
        let top = if title { self.letters.small.leading() + 14.0 } else { 8.0 };
        Margins { left: self.gutter, top, right: 2.0, bottom: 4.0 }
    }

    /// Height of a row, and of its name above its bars.
    fn row(&self, count: usize) -> (f64, f64) {
        let scale = self.letters.normal.size / if self.phone { 14.0 } else { 15.0 };
        let usual = usual_pitch(self.chart, count).max(room_for_fingers(self.chart));
        if !self.stacked {
            return ((usual * scale).max(self.crossed.unwrap_or_default()), 0.0);
        }
        let most = room_for_fingers(self.chart).max(58.0);
        let body = if self.thick { usual.min(most) } else { usual };
        let head = self.letters.name.leading() + if self.thick { 0.0 } else { 2.0 };
        (head + body * scale, head)
    }

    fn frame(&self, margins: Margins) -> Frame {
        let around = margins.top + margins.bottom;
        let (inner, head) = match self.y {
            Course::Bands(count) => {
                let (pitch, head) = self.row(count);
                (pitch * count as f64, head)
            }
            Course::Even(..) => ((self.usual_height() - around).max(130.0), 0.0),
        };
        let plot = Rect {
            left: margins.left,
            top: margins.top,
            right: (self.width - margins.right).max(margins.left + 20.0),
            bottom: margins.top + inner,
        };
        let mut frame = Frame {
            width: self.width,
            height: (inner + around).ceil(),
            plot,
            grid: Vec::new(),
            zero: None,
            words: Vec::new(),
            x: self.x,
            y: self.y,
            head,
            axis_words: 0,
            lined: hit::lined(self.chart),
        };
        axes::write(self, &mut frame);
        frame.axis_words = frame.words.len();
        frame.words.extend(ends::names(self, &frame));
        let notes = notes::notes(self, &frame, &frame.words);
        frame.words.extend(notes);
        frame.words.extend(self.labels(&frame));
        frame
    }

    fn usual_height(&self) -> f64 {
        let aspect = if self.chart.aspect.is_finite() { self.chart.aspect } else { 0.5 };
        // Handles that move both ways lie where the data lie: the higher the figure, the further apart.
        let free =
            self.chart.handles.iter().any(|handle| matches!(handle.along, Along::Both { .. }));
        let least = if free { 1.0 } else { 0.78 };
        let aspect = if self.phone { aspect.max(least) } else { aspect };
        (self.width * aspect).clamp(200.0, 640.0)
    }

    /// The words in bars that have room for them.
    fn labels(&self, frame: &Frame) -> Vec<Words> {
        let points = notes::points(self, frame);
        let label = |mark: &Mark| {
            let Mark::Bar { x, y, ink, fill, label } = mark else { return None };
            let bar = frame.bar(*x, *y).filter(|_| !label.is_empty())?;
            let coat = Coat::Inside(*ink, *fill);
            let font = self.letters.small;
            let words =
                Words::new(label.as_str(), font, coat, bar.centre(), Anchor::Middle, self.measure);
            let fits = words.width + 8.0 <= bar.width() && font.size * 1.2 <= bar.height();
            let area = words.area().grown(1.0);
            (fits && !points.iter().any(|point| point.meets(&area))).then_some(words)
        };
        self.chart.marks.iter().filter_map(label).collect()
    }

    /// How far words stand over each side of the figure.
    fn overhang(&self, frame: &Frame) -> Margins {
        let mut over = Margins::default();
        for (index, words) in frame.words.iter().enumerate() {
            let area = words.area();
            // Words that end at a bar must not reach over the names of the rows.
            let ends = index >= frame.axis_words && words.anchor == Anchor::End;
            let least = if ends { self.gutter } else { 0.0 };
            over.left = over.left.max(least - area.left);
            over.top = over.top.max(1.0 - area.top);
            over.right = over.right.max(area.right + AIR - frame.width);
            over.bottom = over.bottom.max(area.bottom + 1.0 - frame.height);
        }
        for handle in &self.chart.handles {
            let (x, y) = frame.place(handle.at);
            over.right = over.right.max(x + KNOB - frame.width);
            over.left = over.left.max(KNOB - x);
            over.top = over.top.max(KNOB - y);
            over.bottom = over.bottom.max(y + KNOB - frame.height);
        }
        over
    }

    /// Moves into the figure what still stands over its border.
    fn tuck(&self, frame: &mut Frame) {
        for words in &mut frame.words {
            if words.width > frame.width {
                words.text =
                    super::measure::shorten(&words.text, words.font, frame.width, self.measure);
                words.width = self.measure.width(&words.text, words.font).min(frame.width);
            }
            let area = words.area();
            words.at.0 += (-area.left).max(0.0) - (area.right - frame.width).max(0.0);
            words.at.1 += (-area.top).max(0.0) - (area.bottom - frame.height).max(0.0);
        }
    }
}

/// How values become places along an axis.
fn course(axis: &Axis) -> Course {
    match &axis.labels {
        Labels::Bands(bands) => Course::Bands(bands.len().max(1)),
        Labels::None | Labels::Numbers(_) | Labels::Magnitudes(_) => {
            let (low, high) = safe_range(axis.range);
            Course::Even(low, high)
        }
    }
}

/// Height of a row on a wide screen, before names or larger letters.
fn usual_pitch(chart: &Chart, count: usize) -> f64 {
    let aspect = if chart.aspect.is_finite() { chart.aspect } else { 0.4 };
    let most = if count > 5 { 34.0 } else { 78.0 };
    ((WIDE * aspect - 50.0) / count.max(1) as f64).clamp(28.0, most)
}

/// The height of a row that keeps the handles in it a finger apart, where they lie above each other.
fn room_for_fingers(chart: &Chart) -> f64 {
    let mut heights: Vec<f64> =
        chart.handles.iter().filter(|handle| !handle.quiet).map(|handle| handle.at.1).collect();
    heights.sort_by(f64::total_cmp);
    let gap = |pair: &[f64]| pair[1] - pair[0];
    let least = heights.windows(2).map(gap).filter(|gap| *gap > LEAST_GAP).fold(1.0, f64::min);
    FINGER / least
}
