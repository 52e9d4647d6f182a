//! Notes: words in a figure that give way to one another, to names, points and lines.

use super::clip;
use super::frame::{Anchor, Coat, Course, Frame, Rect, Words};
use super::layout::Desk;
use super::measure::{Font, shorten};
use super::{Mark, Point, Side, Stroke, Text};

/// Distance of words from what they speak of.
const GAP: f64 = 8.0;
/// Room between a note and other words.
const AIR: f64 = 2.5;
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
                let mut words = block.settle(desk, frame, &ground);
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

/// The lines that carry data.
pub(super) fn lines(desk: &Desk<'_>, frame: &Frame) -> Vec<Vec<(f64, f64)>> {
    let through = |points: &[Point]| points.iter().map(|p| frame.place(*p)).collect();
    let line = |mark: &Mark| match mark {
        Mark::Line { points, .. } => Some(through(points)),
        Mark::Rule { from, to, stroke: Stroke::Bold, .. } => Some(through(&[*from, *to])),
        _ => None,
    };
    desk.chart.marks.iter().filter_map(line).collect()
}

/// What notes must keep off, and what they had better.
struct Ground {
    /// Words.
    areas: Vec<Rect>,
    points: Vec<Rect>,
    /// Lines that carry data.
    lines: Vec<Vec<(f64, f64)>>,
    /// Lines behind the data.
    rules: Vec<Vec<(f64, f64)>>,
    /// Everything else that no paper may be laid over.
    drawn: Vec<Rect>,
    /// Where words under the axis end.
    foot: f64,
}

impl Ground {
    fn new(desk: &Desk<'_>, frame: &Frame, taken: &[Words]) -> Self {
        let rules = desk.chart.marks.iter().filter_map(|mark| match mark {
            Mark::Rule { stroke: Stroke::Bold, .. } => None,
            Mark::Rule { from, to, .. } => Some(vec![frame.place(*from), frame.place(*to)]),
            _ => None,
        });
        let mut rules: Vec<Vec<(f64, f64)>> = rules.collect();
        rules.extend(frame.zero.map(|zero| frame.ends(zero).to_vec()));
        let words = taken.iter().map(Words::area);
        let under = words.clone().filter(|area| area.top > frame.plot.bottom);
        Self {
            areas: words.collect(),
            points: points(desk, frame),
            lines: lines(desk, frame),
            rules,
            drawn: desk.chart.marks.iter().filter_map(|mark| extent(frame, mark)).collect(),
            foot: under.map(|area| area.bottom).fold(frame.plot.bottom, f64::max),
        }
    }

    fn is_free(&self, words: &[Words]) -> bool {
        words.iter().all(|line| {
            let area = line.area().grown(-1.0);
            !self.areas.iter().chain(&self.points).any(|other| other.meets(&area))
        })
    }

    /// Whether words have air around them, and no line behind the data runs through them.
    fn is_airy(&self, words: &[Words]) -> bool {
        let air = |line: &Words| {
            let area = line.area().grown(AIR);
            !self.areas.iter().any(|other| other.meets(&area))
        };
        words.iter().all(air) && !are_crossed(words, &self.rules)
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
        are_crossed(words, &self.lines)
    }
}

/// Whether one of the lines comes as near to the words as the paper that is laid under them.
pub(super) fn are_crossed(words: &[Words], lines: &[Vec<(f64, f64)>]) -> bool {
    words.iter().any(|line| {
        let area = line.area().grown(2.0);
        let crosses = |pair: &[(f64, f64)]| clip::segment(pair[0], pair[1], &area).is_some();
        lines.iter().any(|line| line.windows(2).any(crosses))
    })
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
    /// The place it speaks of.
    at: (f64, f64),
    /// On which side of it the note wants to stand.
    side: Side,
    /// Its distance from there to the left and right, and above and below.
    gaps: (f64, f64),
    /// Where it begins below.
    under: f64,
    height: f64,
    widest: f64,
    /// Whether it may change sides: it speaks of a dot, not of the end of a bar.
    turns: bool,
    /// Whether it need not stay in a row: it speaks of no bar.
    floats: bool,
}

/// Whether a dot is drawn at a point.
fn is_dot(desk: &Desk<'_>, point: Point) -> bool {
    desk.chart.marks.iter().any(|mark| matches!(mark, Mark::Dot { at, .. } if *at == point))
}

/// Whether a place is in a bar or at its border.
fn is_at_bar(desk: &Desk<'_>, frame: &Frame, place: (f64, f64)) -> bool {
    desk.chart.marks.iter().any(|mark| match mark {
        Mark::Bar { x, y, .. } => frame.bar(*x, *y).is_some_and(|bar| bar.grown(1.0).holds(place)),
        _ => false,
    })
}

/// A side, and how far along and down from it.
type Place = (Side, (f64, f64));

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
        let texts: Vec<String> = lines.iter().zip(&fonts).map(fit).collect();
        let width = |(text, font): (&String, &Font)| desk.measure.width(text, *font);
        let widest = texts.iter().zip(&fonts).map(width).fold(0.0, f64::max);
        let height = fonts.iter().map(|font| font.leading()).sum();
        let marked = ground.points.iter().any(|point| point.holds((x, y)));
        let gaps = if marked { (GAP + 3.0, POINT) } else { (GAP, 1.0) };
        let under = if y > frame.plot.bottom - 1.0 { ground.foot.max(y + 3.0) } else { y + gaps.1 };
        let rows = matches!(frame.y, Course::Bands(_));
        let (turns, floats) = (is_dot(desk, at), !rows && !is_at_bar(desk, frame, (x, y)));
        let at = (x, y);
        Some(Self { lines, fonts, texts, at, side, gaps, under, height, widest, turns, floats })
    }

    /// Its words in the nearest place that is free, has air and is not crossed by a line, or at
    /// least not by a line of the data, or at least free, or else where it wanted to be.
    fn settle(&self, desk: &Desk<'_>, frame: &Frame, ground: &Ground) -> Vec<Words> {
        let near = self.near();
        let all =
            || near.iter().copied().chain(self.around()).map(move |place| self.words(desk, place));
        let clear = |words: &Vec<Words>| ground.is_free(words) && !ground.is_crossed(words);
        let within = |words: &Vec<Words>| words.iter().all(|line| is_within(desk, frame, line));
        // What stands at the end of a bar stays in its row.
        let moves = self.turns || self.floats || matches!(self.side, Side::Above | Side::Below);
        let wanted = self.words(desk, (self.side, (0.0, 0.0)));
        let airy = |words: &Vec<Words>| {
            clear(words) && ground.is_airy(words) && (*words == wanted || within(words))
        };
        let best = if moves { all().find(airy) } else { None };
        best.or_else(|| near.iter().map(|place| self.words(desk, *place)).find(clear))
            .or_else(|| all().find(|words| clear(words) && within(words)))
            .or_else(|| {
                let far = self
                    .shifts(16)
                    .into_iter()
                    .map(|down| self.words(desk, (self.side, (0.0, down))));
                far.into_iter().find(|words| ground.is_free(words))
            })
            .unwrap_or(wanted)
    }

    /// How far it may move up or down, the nearest first; at most so many half lines.
    fn shifts(&self, most: u8) -> Vec<f64> {
        let step = self.fonts.first().map_or(1.0, |font| font.leading() / 2.0);
        let steps = (0..=most).map(|n| f64::from(n) * step);
        match self.side {
            Side::Above => steps.map(|s| -s).collect(),
            Side::Below => steps.collect(),
            Side::Left | Side::Right | Side::Centre => steps.flat_map(|s| [s, -s]).collect(),
        }
    }

    /// Places on the side where it wants to be, the best first.
    fn near(&self) -> Vec<Place> {
        let half = self.widest / 2.0;
        let across = self.widest + 2.0 * self.gaps.0;
        let slides: &[f64] = match self.side {
            Side::Above | Side::Below => &[0.0, half, -half],
            Side::Right if self.turns => &[0.0, -across],
            Side::Left if self.turns => &[0.0, across],
            Side::Left | Side::Right | Side::Centre => &[0.0],
        };
        let shifts = self.shifts(if self.floats { 5 } else { 3 });
        let moved = slides.iter().flat_map(|along| shifts.iter().map(|down| (*along, *down)));
        moved.map(|moved| (self.side, moved)).collect()
    }

    /// Places around a dot.
    fn around(&self) -> impl Iterator<Item = Place> {
        let (most, half) = (if self.turns { 3 } else { 0 }, self.widest / 2.0);
        let line = self.height / 2.0;
        (0..most).flat_map(move |n| {
            let (along, down) = [(0.0, 0.0), (half, line), (-half, -line)][n];
            [
                (Side::Above, (along, 0.0)),
                (Side::Below, (along, 0.0)),
                (Side::Right, (0.0, down)),
                (Side::Left, (0.0, down)),
            ]
        })
    }

    /// Where its lines are anchored on a side, its upper border, and how they are.
    fn spot(&self, side: Side) -> (f64, f64, Anchor) {
        let (x, y) = self.at;
        let middle = y - self.height / 2.0;
        match side {
            Side::Left => (x - self.gaps.0, middle, Anchor::End),
            Side::Right => (x + self.gaps.0, middle, Anchor::Start),
            Side::Above => (x, y - self.height - self.gaps.1, Anchor::Middle),
            Side::Below => (x, self.under + 1.0, Anchor::Middle),
            Side::Centre => (x, middle, Anchor::Middle),
        }
    }

    fn words(&self, desk: &Desk<'_>, (side, (along, down)): Place) -> Vec<Words> {
        let (x, top, anchor) = self.spot(side);
        let mut top = top + down;
        let mut placed = Vec::with_capacity(self.lines.len());
        for ((line, font), text) in self.lines.iter().zip(&self.fonts).zip(&self.texts) {
            let at = (x + along, top + font.leading() / 2.0);
            top += font.leading();
            let coat = Coat::Plain(line.ink);
            let mut words = Words::new(text.as_str(), *font, coat, at, anchor, desk.measure);
            if anchor == Anchor::Middle {
                let half = words.width / 2.0;
                words.at.0 = words.at.0.min(desk.width - half).max(half);
            }
            placed.push(words);
        }
        placed
    }
}

/// Whether words stand over the plot and in the figure.
fn is_within(desk: &Desk<'_>, frame: &Frame, words: &Words) -> bool {
    let area = words.area();
    let across = 0.0 <= area.left && area.right <= desk.width - AIR;
    across && 0.0 <= area.top && area.bottom <= frame.plot.bottom
}
