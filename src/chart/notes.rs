//! Notes: words in a figure that give way to one another, to names, points and lines.

use super::clip;
use super::frame::{Anchor, Coat, Frame, Rect, Words};
use super::layout::Desk;
use super::measure::{Font, shorten};
use super::{Mark, Point, Side, Text};

/// Distance of words from what they speak of.
const GAP: f64 = 8.0;
/// Room around a point that is drawn.
const POINT: f64 = 6.0;

/// The notes, none over another or over words already there.
pub(super) fn notes(desk: &Desk<'_>, frame: &Frame, taken: &[Words]) -> Vec<Words> {
    let mut ground = Ground::new(desk, frame, taken);
    let mut placed = Vec::new();
    for centred in [true, false] {
        for mark in &desk.chart.marks {
            let Mark::Note { at, side, lines } = mark else { continue };
            if (*side == Side::Centre) == centred
                && let Some(block) = Block::new(desk, frame, &ground, *at, *side, lines)
            {
                let mut words = block.settle(desk, &ground);
                ground.clear(&mut words);
                ground.areas.extend(words.iter().map(Words::area));
                placed.extend(words);
            }
        }
    }
    placed
}

/// Areas of the points that are drawn or can be dragged.
pub(super) fn points(desk: &Desk<'_>, frame: &Frame) -> Vec<Rect> {
    let dots = desk.chart.marks.iter().filter_map(|mark| match mark {
        Mark::Dot { at, .. } => Some(*at),
        _ => None,
    });
    let handles = desk.chart.handles.iter().map(|handle| handle.at);
    dots.chain(handles)
        .map(|at| frame.place(at))
        .map(|place| Rect::between(place, place).grown(POINT))
        .collect()
}

/// What notes must keep off, and what they had better.
struct Ground {
    /// Words and points.
    areas: Vec<Rect>,
    points: Vec<Rect>,
    /// Lines that carry data.
    lines: Vec<Vec<(f64, f64)>>,
    /// Everything else that no paper may be laid over.
    drawn: Vec<Rect>,
    /// Where words under the axis end.
    foot: f64,
}

impl Ground {
    fn new(desk: &Desk<'_>, frame: &Frame, taken: &[Words]) -> Self {
        let points = points(desk, frame);
        let lines = desk.chart.marks.iter().filter_map(|mark| match mark {
            Mark::Line { points, .. } => Some(points.iter().map(|p| frame.place(*p)).collect()),
            _ => None,
        });
        let words = taken.iter().map(Words::area);
        let under = words.clone().filter(|area| area.top > frame.plot.bottom);
        Self {
            areas: words.chain(points.iter().copied()).collect(),
            lines: lines.collect(),
            drawn: desk.chart.marks.iter().filter_map(|mark| extent(frame, mark)).collect(),
            foot: under.map(|area| area.bottom).fold(frame.plot.bottom, f64::max),
            points,
        }
    }

    fn is_free(&self, words: &[Words]) -> bool {
        words.iter().all(|line| {
            let area = line.area().grown(-1.0);
            !self.areas.iter().any(|other| other.meets(&area))
        })
    }

    /// Lays paper under words that stand on nothing but the grid.
    fn clear(&self, words: &mut [Words]) {
        let bare = words.iter().all(|line| {
            let area = line.area().grown(1.0);
            !self.drawn.iter().any(|other| other.grown(0.5).meets(&area))
        });
        if bare && !self.is_crossed(words) {
            for line in words {
                if let Coat::Plain(ink) = line.coat {
                    line.coat = Coat::Cleared(ink);
                }
            }
        }
    }

    fn is_crossed(&self, words: &[Words]) -> bool {
        words.iter().any(|line| {
            let area = line.area();
            let crosses = |pair: &[(f64, f64)]| clip::segment(pair[0], pair[1], &area).is_some();
            self.lines.iter().any(|line| line.windows(2).any(crosses))
        })
    }
}

/// The rectangle around a bar, an area or a rule.
fn extent(frame: &Frame, mark: &Mark) -> Option<Rect> {
    let around = |points: &mut dyn Iterator<Item = &Point>| {
        points
            .map(|point| frame.place(*point))
            .filter(|place| place.0.is_finite() && place.1.is_finite())
            .map(|place| Rect::between(place, place))
            .reduce(|a, b| a.with(&b))
    };
    match mark {
        Mark::Bar { x, y, .. } => frame.bar(*x, *y),
        Mark::Area { upper, lower, .. } => around(&mut upper.iter().chain(lower)),
        Mark::Rule { from, to, .. } => around(&mut [*from, *to].iter()),
        Mark::Line { .. } | Mark::Dot { .. } | Mark::Note { .. } => None,
    }
}

/// A note before it has found its place.
struct Block<'a> {
    lines: &'a [Text],
    fonts: Vec<Font>,
    texts: Vec<String>,
    anchor: Anchor,
    /// Where its lines are anchored.
    x: f64,
    /// Its upper side.
    top: f64,
    side: Side,
    /// Its distance from what it speaks of.
    gap: f64,
    /// Whether it may change sides: it speaks of a dot, not of the end of a bar.
    turns: bool,
}

/// Whether a dot is drawn at a point.
fn is_dot(desk: &Desk<'_>, point: Point) -> bool {
    desk.chart.marks.iter().any(|mark| matches!(mark, Mark::Dot { at, .. } if *at == point))
}

impl<'a> Block<'a> {
    fn new(
        desk: &Desk<'_>,
        frame: &Frame,
        ground: &Ground,
        at: Point,
        side: Side,
        lines: &'a [Text],
    ) -> Option<Self> {
        let (x, y) = frame.place(at);
        if x.is_nan() || y.is_nan() || lines.is_empty() {
            return None;
        }
        let (x, y) = frame.plot.nearest((x, y));
        let fonts: Vec<Font> = lines.iter().map(|line| desk.letters.of(line)).collect();
        let room = desk.width - desk.gutter;
        let fit = |(line, font): (&Text, &Font)| shorten(&line.words, *font, room, desk.measure);
        let texts = lines.iter().zip(&fonts).map(fit).collect();
        let height: f64 = fonts.iter().map(|font| font.leading()).sum();
        let marked = ground.points.iter().any(|point| point.holds((x, y)));
        let (off, gap) = if marked { (POINT, GAP + 3.0) } else { (1.0, GAP) };
        let turns = is_dot(desk, at);
        let under = if y > frame.plot.bottom - 1.0 { ground.foot.max(y + 3.0) } else { y + off };
        let (x, top, anchor) = match side {
            Side::Left => (x - gap, y - height / 2.0, Anchor::End),
            Side::Right => (x + gap, y - height / 2.0, Anchor::Start),
            Side::Above => (x, y - height - off, Anchor::Middle),
            Side::Below => (x, under + 1.0, Anchor::Middle),
            Side::Centre => (x, y - height / 2.0, Anchor::Middle),
        };
        Some(Self { lines, fonts, texts, anchor, x, top, side, gap, turns })
    }

    /// Its words in the nearest place that is free and not crossed by a line, or at least free, or
    /// else where it wanted to be.
    fn settle(&self, desk: &Desk<'_>, ground: &Ground) -> Vec<Words> {
        let clear = |words: &Vec<Words>| ground.is_free(words) && !ground.is_crossed(words);
        let slides = self.slides(desk);
        let shifts = self.shifts(3);
        let near = slides.iter().flat_map(|along| shifts.iter().map(|down| (*along, *down)));
        near.map(|moved| self.words(desk, moved))
            .find(clear)
            .or_else(|| {
                let far = self.shifts(16).into_iter().map(|down| self.words(desk, (0.0, down)));
                far.into_iter().find(|words| ground.is_free(words))
            })
            .unwrap_or_else(|| self.words(desk, (0.0, 0.0)))
    }

    /// How far it may move up or down, the nearest first; at most so many half lines.
    fn shifts(&self, most: u8) -> Vec<f64> {
        let step = self.fonts.first().map_or(1.0, |font| font.leading() / 2.0);
        let steps = (0..=most).map(|n| f64::from(n) * step);
        match self.side {
            Side::Above => steps.map(|s| -s).collect(),
            Side::Below => steps.collect(),
            Side::Left | Side::Right => steps.flat_map(|s| [s, -s]).collect(),
            Side::Centre => vec![0.0],
        }
    }

    /// How far it may move along.
    fn slides(&self, desk: &Desk<'_>) -> [f64; 3] {
        let widths = self.texts.iter().zip(&self.fonts);
        let widest = widths.map(|(text, font)| desk.measure.width(text, *font)).fold(0.0, f64::max);
        match self.side {
            Side::Above | Side::Below => [0.0, widest / 2.0, -widest / 2.0],
            Side::Right if self.turns => [0.0, -widest - 2.0 * self.gap, 0.0],
            Side::Left if self.turns => [0.0, widest + 2.0 * self.gap, 0.0],
            Side::Left | Side::Right | Side::Centre => [0.0; 3],
        }
    }

    fn words(&self, desk: &Desk<'_>, (along, down): (f64, f64)) -> Vec<Words> {
        let mut top = self.top + down;
        let mut placed = Vec::with_capacity(self.lines.len());
        for ((line, font), text) in self.lines.iter().zip(&self.fonts).zip(&self.texts) {
            let at = (self.x + along, top + font.leading() / 2.0);
            top += font.leading();
            let coat = Coat::Plain(line.ink);
            let mut words = Words::new(text.as_str(), *font, coat, at, self.anchor, desk.measure);
            if self.anchor == Anchor::Middle {
                let half = words.width / 2.0;
                words.at.0 = words.at.0.min(desk.width - half).max(half);
            }
            placed.push(words);
        }
        placed
    }
}
