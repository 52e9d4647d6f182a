//! The one brush: draws a figure that is laid out, on any backend of plotters.

use plotters_backend::{DrawingBackend, DrawingErrorKind};

pub use super::svg::svg;

use super::clip;
use super::frame::{Across, Coat, Course, Frame, Rect, Words};
use super::palette::{Palette, Theme};
use super::pen::{Drawn, Pen};
use super::{Chart, Fill, Hue, Ink, Mark, Point, Stroke};

/// Into how many steps a device pixel is divided for paths and polygons.
pub const FINE: f64 = 8.0;

/// Draws the figure on `backend`, which has `scale` device pixels a CSS pixel.
///
/// The backend must put the foot of the letters, not of their line, where words are asked for, and
/// paths and polygons with their widths come in steps of which [`FINE`] make a device pixel.
/// Handles are not drawn: on the page they are elements of their own.
///
/// # Errors
///
/// What the backend reports.
pub fn paint<DB: DrawingBackend>(
    backend: DB,
    chart: &Chart,
    frame: &Frame,
    theme: Theme,
    scale: f64,
) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
    let mut brush = Brush::new(Pen { backend, scale, swell: 1.0, fine: FINE }, frame, theme);
    brush.marks(chart)?;
    brush.words()?;
    brush.finish()
}

/// The pen, and what it draws by.
pub(super) struct Brush<'a, DB> {
    pen: Pen<DB>,
    frame: &'a Frame,
    palette: Palette,
    weight: f64,
}

impl<'a, DB: DrawingBackend> Brush<'a, DB> {
    pub(super) fn new(pen: Pen<DB>, frame: &'a Frame, theme: Theme) -> Self {
        Self { pen, frame, palette: Palette::of(theme), weight: theme.weight() }
    }

    /// The paper.
    pub(super) fn paper(&mut self) -> Drawn<DB> {
        let (right, bottom) = (self.frame.width, self.frame.height);
        let whole = Rect { left: 0.0, top: 0.0, right, bottom };
        self.pen.rect(&whole, self.palette.paper())
    }

    /// Grid, zero and all marks, from back to front.
    pub(super) fn marks(&mut self, chart: &Chart) -> Drawn<DB> {
        for across in &self.frame.grid {
            self.across(*across, Hue::Hair, 1.0)?;
        }
        let bars = |mark: &&Mark| matches!(mark, Mark::Bar { .. } | Mark::Area { .. });
        for mark in chart.marks.iter().filter(bars) {
            self.mark(mark)?;
        }
        if let Some(zero) = self.frame.zero {
            self.across(zero, Hue::Ink, 1.2)?;
        }
        for mark in chart.marks.iter().filter(|mark| !bars(mark)) {
            self.mark(mark)?;
        }
        Ok(())
    }

    /// The handles as open circles, for a picture that nobody can drag.
    pub(super) fn handles(&mut self, chart: &Chart) -> Drawn<DB> {
        for handle in &chart.handles {
            let at = self.frame.place(handle.at);
            if !self.frame.plot.grown(1.0).holds(at) {
                continue;
            }
            let radius = if handle.quiet { 3.5 } else { 5.5 };
            let colour = self.palette.words(handle.ink);
            self.pen.disc(at, radius + 0.75 * self.weight, colour)?;
            self.pen.disc(at, radius - 1.0 * self.weight, self.palette.paper())?;
        }
        Ok(())
    }

    /// All words.
    pub(super) fn words(&mut self) -> Drawn<DB> {
        for words in &self.frame.words {
            self.clear(words)?;
        }
        for words in &self.frame.words {
            self.write(words)?;
        }
        Ok(())
    }

    /// Hands the picture over.
    pub(super) fn finish(&mut self) -> Drawn<DB> {
        self.pen.backend.present()
    }

    fn across(&mut self, across: Across, hue: Hue, width: f64) -> Drawn<DB> {
        let plot = self.frame.plot;
        let (colour, width) = (self.palette.colour(hue.full()), width * self.weight);
        match across {
            Across::Upright(x) => {
                for (top, bottom) in self.frame.upright(x, (plot.top, plot.bottom)) {
                    self.pen.line(&[(x, top), (x, bottom)], colour, width)?;
                }
                Ok(())
            }
            Across::Level(y) => self.pen.line(&[(plot.left, y), (plot.right, y)], colour, width),
        }
    }

    fn mark(&mut self, mark: &Mark) -> Drawn<DB> {
        match mark {
            Mark::Line { points, ink, stroke, .. } => {
                let places: Vec<(f64, f64)> = points.iter().map(|p| self.frame.place(*p)).collect();
                self.line(&places, *ink, *stroke)
            }
            Mark::Area { upper, lower, ink } => self.area(upper, lower, *ink),
            Mark::Bar { x, y, ink, fill, .. } => self.bar(*x, *y, *ink, *fill),
            Mark::Dot { at, ink } => self.dot(*at, *ink),
            Mark::Rule { from, to, ink, stroke } => self.rule(*from, *to, *ink, *stroke),
            Mark::Note { .. } => Ok(()),
        }
    }

    /// A straight line, which gives way to words where it is upright or level.
    fn rule(&mut self, from: Point, to: Point, ink: Ink, stroke: Stroke) -> Drawn<DB> {
        let (from, to) = (self.frame.place(from), self.frame.place(to));
        let near = self.frame.plot.grown(1.5);
        let ends =
            |a: f64, b: f64, (least, most): (f64, f64)| (a.min(b).max(least), a.max(b).min(most));
        let pieces: Vec<_> = if (from.0 - to.0).abs() < 1e-6 {
            let pieces = self.frame.upright(from.0, ends(from.1, to.1, (near.top, near.bottom)));
            pieces.into_iter().map(|(top, bottom)| [(from.0, top), (from.0, bottom)]).collect()
        } else if (from.1 - to.1).abs() < 1e-6 {
            let pieces = self.frame.level(from.1, ends(from.0, to.0, (near.left, near.right)));
            pieces.into_iter().map(|(left, right)| [(left, from.1), (right, from.1)]).collect()
        } else {
            vec![[from, to]]
        };
        pieces.iter().try_for_each(|piece| self.line(piece, ink, stroke))
    }

    fn line(&mut self, places: &[(f64, f64)], ink: Ink, stroke: Stroke) -> Drawn<DB> {
        let colour = self.palette.colour(ink);
        let width = self.weight * width(stroke);
        for run in clip::line(places, &self.frame.plot.grown(1.5)) {
            if stroke == Stroke::Dotted {
                for dash in clip::dashes(&run, 2.0, 3.0) {
                    self.pen.line(&dash, colour, width)?;
                }
            } else {
                self.pen.line(&run, colour, width)?;
            }
        }
        Ok(())
    }

    fn area(&mut self, upper: &[Point], lower: &[Point], ink: Ink) -> Drawn<DB> {
        let border = upper.iter().chain(lower.iter().rev());
        let places: Vec<(f64, f64)> = border
            .map(|point| self.frame.place(*point))
            .filter(|place| place.0.is_finite() && place.1.is_finite())
            .collect();
        let inside = clip::polygon(places, &self.frame.plot);
        let (colour, alpha) = (self.palette.colour(ink), self.palette.wash());
        self.pen.wash(&inside, colour, alpha)
    }

    fn bar(&mut self, x: (f64, f64), y: (f64, f64), ink: Ink, fill: Fill) -> Drawn<DB> {
        let Some(whole) = self.frame.bar(x, y) else { return Ok(()) };
        let bar = self.parted(whole);
        match fill {
            Fill::Plain => self.pen.rect(&bar, self.palette.colour(ink)),
            Fill::Hatched => self.hatched(&bar, ink),
        }
    }

    /// The bar without the hair of paper that parts it from its neighbours in a stack.
    fn parted(&self, bar: Rect) -> Rect {
        let mut bar = bar;
        if matches!(self.frame.x, Course::Bands(_)) {
            if bar.height() > 2.5 {
                (bar.top, bar.bottom) = (bar.top + 0.5, bar.bottom - 0.5);
            }
        } else if bar.width() > 2.5 {
            (bar.left, bar.right) = (bar.left + 0.5, bar.right - 0.5);
        }
        bar
    }

    fn hatched(&mut self, bar: &Rect, ink: Ink) -> Drawn<DB> {
        self.pen.rect(bar, self.palette.pale(ink))?;
        let colour = self.palette.hatch(ink);
        for (from, to) in clip::hatching(bar, 6.0) {
            self.pen.line(&[from, to], colour, 1.4 * self.weight)?;
        }
        Ok(())
    }

    fn dot(&mut self, at: Point, ink: Ink) -> Drawn<DB> {
        let at = self.frame.place(at);
        if !self.frame.plot.grown(1.0).holds(at) {
            return Ok(());
        }
        self.pen.disc(at, 5.5 * self.weight, self.palette.paper())?;
        self.pen.disc(at, 4.5 * self.weight, self.palette.colour(ink))
    }

    /// Lays paper, or the ground of their bar, under words that no line may cross.
    fn clear(&mut self, words: &Words) -> Drawn<DB> {
        let ground = match words.coat {
            Coat::Cleared(_) => self.palette.paper(),
            Coat::Inside(ink, Fill::Hatched) => self.palette.pale(ink),
            Coat::Plain(_) | Coat::Inside(_, Fill::Plain) => return Ok(()),
        };
        let area = words.area();
        self.pen.rect(&Rect { left: area.left - 2.0, right: area.right + 2.0, ..area }, ground)
    }

    fn write(&mut self, words: &Words) -> Drawn<DB> {
        let colour = match words.coat {
            Coat::Plain(ink) | Coat::Cleared(ink) => self.palette.words(ink),
            Coat::Inside(ink, Fill::Plain) => self.palette.on(ink),
            Coat::Inside(ink, Fill::Hatched) => self.palette.on_pale(ink),
        };
        self.pen.words(words, colour)
    }
}

/// Width of a line in CSS pixels.
const fn width(stroke: Stroke) -> f64 {
    match stroke {
        Stroke::Hair => 1.0,
        Stroke::Thin => 1.5,
        Stroke::Bold => 2.4,
        Stroke::Dotted => 1.2,
    }
}
