//! A figure laid out: where its axes, its marks and all its words are, in CSS pixels.

use super::measure::{Font, Measure, is_printable};
use super::scale::share;
use super::{Fill, Ink, Point};
use crate::math::order;

/// How near an upright line comes to words.
const NEAR: f64 = 3.0;
/// Shorter pieces of an upright line are left out.
const STUB: f64 = 4.0;

/// A rectangle in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left side.
    pub left: f64,
    /// Upper side.
    pub top: f64,
    /// Right side.
    pub right: f64,
    /// Lower side.
    pub bottom: f64,
}

impl Rect {
    /// The rectangle between two opposite corners.
    pub fn between(a: (f64, f64), b: (f64, f64)) -> Self {
        Self { left: a.0.min(b.0), top: a.1.min(b.1), right: a.0.max(b.0), bottom: a.1.max(b.1) }
    }

    /// Its width.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Its height.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Its middle.
    pub fn centre(&self) -> (f64, f64) {
        (f64::midpoint(self.left, self.right), f64::midpoint(self.top, self.bottom))
    }

    /// Whether a place lies in it or on its border.
    pub fn holds(&self, (x, y): (f64, f64)) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }

    /// Whether the two share more than a border.
    pub fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// The least rectangle around both.
    pub fn with(&self, other: &Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// The rectangle with every side moved outwards.
    pub fn grown(&self, by: f64) -> Self {
        Self {
            left: self.left - by,
            top: self.top - by,
            right: self.right + by,
            bottom: self.bottom + by,
        }
    }

    /// The place moved into the rectangle.
    pub fn nearest(&self, (x, y): (f64, f64)) -> (f64, f64) {
        (x.max(self.left).min(self.right), y.max(self.top).min(self.bottom))
    }
}

/// Which part of its words a place holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The beginning.
    Start,
    /// The middle.
    Middle,
    /// The end.
    End,
}

/// What words are coloured for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Coat {
    /// The paper.
    Plain(Ink),
    /// The paper, which is laid under them so that no line crosses them.
    Cleared(Ink),
    /// A bar.
    Inside(Ink, Fill),
}

/// A line of words in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// The words.
    pub text: String,
    /// Size and weight.
    pub font: Font,
    /// Colour.
    pub coat: Coat,
    /// The foot of the letters, at the anchor.
    pub at: (f64, f64),
    /// Which part of the words is there.
    pub anchor: Anchor,
    /// How wide they are.
    pub width: f64,
}

impl Words {
    /// Words whose line has its middle at the height of `at`.
    pub(super) fn new(
        text: impl Into<String>,
        font: Font,
        coat: Coat,
        at: (f64, f64),
        anchor: Anchor,
        measure: &dyn Measure,
    ) -> Self {
        let text: String = text.into().chars().filter(|c| is_printable(*c)).collect();
        let width = measure.width(&text, font);
        Self { text, font, coat, at: (at.0, at.1 + font.drop()), anchor, width }
    }

    /// The place they cover.
    pub fn area(&self) -> Rect {
        let left = match self.anchor {
            Anchor::Start => self.at.0,
            Anchor::Middle => self.at.0 - self.width / 2.0,
            Anchor::End => self.at.0 - self.width,
        };
        Rect {
            left,
            top: self.at.1 - 0.86 * self.font.size,
            right: left + self.width,
            bottom: self.at.1 + 0.22 * self.font.size,
        }
    }
}

/// How values become places along one axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Course {
    /// Evenly, from the lesser to the greater.
    Even(f64, f64),
    /// In that many bands.
    Bands(usize),
}

impl Course {
    /// The least and the greatest value.
    pub(super) fn range(self) -> (f64, f64) {
        match self {
            Self::Even(low, high) => (low, high),
            Self::Bands(count) => (0.0, count as f64),
        }
    }
}

/// A straight line right across the plot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Across {
    /// Upright, at this distance from the left.
    Upright(f64),
    /// Level, at this distance from the top.
    Level(f64),
}

/// What is left of a stretch without the gaps in it.
fn pieces(mut gaps: Vec<(f64, f64)>, (first, last): (f64, f64)) -> Vec<(f64, f64)> {
    order::sort_rising(&mut gaps, |(from, _)| *from);
    let mut left = Vec::with_capacity(gaps.len() + 1);
    let mut from = first;
    for gap in gaps {
        left.push((from, gap.0.min(last)));
        from = from.max(gap.1);
    }
    left.push((from, last));
    left.retain(|(from, to)| to - from >= STUB.min(last - first));
    left
}

/// A figure laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// Width of the whole figure.
    pub width: f64,
    /// Height of the whole figure.
    pub height: f64,
    /// Where the data is.
    pub plot: Rect,
    /// Grid lines.
    pub grid: Vec<Across>,
    /// The line at zero.
    pub zero: Option<Across>,
    /// All words, in their places.
    pub words: Vec<Words>,
    pub(super) x: Course,
    pub(super) y: Course,
    /// Room above the bars of a row that its name takes.
    pub(super) head: f64,
    /// How many of the words, from the first on, belong to the axes.
    pub(super) axis_words: usize,
    /// Whether the figure answers by *x* alone.
    pub(super) lined: bool,
}

impl Frame {
    /// Where a point of the data is.
    pub fn place(&self, (x, y): Point) -> (f64, f64) {
        let across = share(x, self.x.range());
        let left = self.plot.left + across * self.plot.width();
        (left, self.height_of(y))
    }

    fn height_of(&self, y: f64) -> f64 {
        match self.y {
            Course::Even(..) => self.plot.bottom - share(y, self.y.range()) * self.plot.height(),
            // What runs down all rows begins above the name of the first.
            Course::Bands(_) if y == 0.0 => self.plot.top,
            Course::Bands(count) => {
                let row = y.floor().min(count as f64 - 1.0).max(0.0);
                let body = self.pitch() - self.head;
                self.plot.top + row * self.pitch() + self.head + (y - row) * body
            }
        }
    }

    /// The point of the data at a place.
    pub fn value(&self, (left, top): (f64, f64)) -> Point {
        let (low, high) = self.x.range();
        let x = low + (left - self.plot.left) / self.plot.width() * (high - low);
        (x, self.value_at(top))
    }

    fn value_at(&self, top: f64) -> f64 {
        match self.y {
            Course::Even(low, high) => {
                low + (self.plot.bottom - top) / self.plot.height() * (high - low)
            }
            Course::Bands(count) => {
                let down = (top - self.plot.top) / self.pitch();
                let row = down.floor().min(count as f64 - 1.0).max(0.0);
                let body = self.pitch() - self.head;
                let inside = ((down - row) * self.pitch() - self.head) / body;
                if down < 0.0 { down * self.pitch() / body } else { row + inside.max(0.0) }
            }
        }
    }

    /// The ends of a line right across the plot.
    pub(super) const fn ends(&self, across: Across) -> [(f64, f64); 2] {
        match across {
            Across::Upright(x) => [(x, self.plot.top), (x, self.plot.bottom)],
            Across::Level(y) => [(self.plot.left, y), (self.plot.right, y)],
        }
    }

    /// Where the bars of a row begin, under its name.
    pub(super) fn top_of(&self, row: usize) -> f64 {
        self.plot.top + row as f64 * self.pitch() + self.head
    }

    /// The pieces of an upright line: where a name stands in its way above the bars of a row, it
    /// waits until the bars, and elsewhere it gives way to words as far as they are high.
    pub fn upright(&self, x: f64, (top, bottom): (f64, f64)) -> Vec<(f64, f64)> {
        let met = |words: &&Words| {
            let area = words.area();
            area.left - NEAR < x && x < area.right + NEAR && !matches!(words.coat, Coat::Inside(..))
        };
        let head = |area: &Rect| match self.y {
            Course::Bands(count) if self.head > 0.0 => (0..count)
                .map(|row| (self.top_of(row) - self.head, self.top_of(row)))
                .find(|(from, to)| (*from..*to).contains(&area.centre().1)),
            Course::Bands(_) | Course::Even(..) => None,
        };
        let gap = |(index, words): (usize, &Words)| {
            let area = words.area();
            let own = (area.top - 1.0, area.bottom + 1.0);
            let head = head(&area).filter(|_| index < self.axis_words).unwrap_or(own);
            (own.0.min(head.0), own.1.max(head.1))
        };
        let words = self.words.iter().enumerate().filter(|(_, words)| met(words));
        pieces(words.map(gap).collect(), (top, bottom))
    }

    /// The pieces of a level line: it gives way to words as far as they are wide.
    pub fn level(&self, y: f64, ends: (f64, f64)) -> Vec<(f64, f64)> {
        let areas = self.words.iter().filter(|words| !matches!(words.coat, Coat::Inside(..)));
        let met = areas.map(Words::area).filter(|area| area.top - 1.0 < y && y < area.bottom + 1.0);
        pieces(met.map(|area| (area.left - NEAR, area.right + NEAR)).collect(), ends)
    }

    /// From one row to the next.
    fn pitch(&self) -> f64 {
        match self.y {
            Course::Even(..) => self.plot.height(),
            Course::Bands(count) => self.plot.height() / count as f64,
        }
    }

    /// The rectangle of a bar, as far as it lies in the plot.
    pub(super) fn bar(&self, x: (f64, f64), y: (f64, f64)) -> Option<Rect> {
        if [x.0, x.1, y.0, y.1].iter().any(|v| v.is_nan()) {
            return None;
        }
        let whole = Rect::between(self.place((x.0, y.0)), self.place((x.1, y.1)));
        if !whole.meets(&self.plot.grown(0.5)) {
            return None;
        }
        let corners = ((whole.left, whole.top), (whole.right, whole.bottom));
        Some(Rect::between(self.plot.nearest(corners.0), self.plot.nearest(corners.1)))
    }
}
