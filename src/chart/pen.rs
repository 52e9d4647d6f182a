//! Draws in CSS pixels on a backend that counts device pixels.

use std::convert::Infallible;

use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontFamily, FontStyle,
};

use super::frame::{Anchor, Rect, Words};
use super::measure::FAMILY;
use super::palette::Rgb;

/// What drawing comes to.
pub(super) type Drawn<DB> = Result<(), DrawingErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// A colour and a width in device pixels, as backends take them.
struct Style {
    colour: BackendColor,
    width: u32,
}

impl BackendStyle for Style {
    fn color(&self) -> BackendColor {
        self.colour
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

const fn opaque(Rgb(r, g, b): Rgb) -> BackendColor {
    BackendColor { alpha: 1.0, rgb: (r, g, b) }
}

/// The letters of a line of words, as backends take them.
struct Letters {
    colour: BackendColor,
    size: f64,
    bold: bool,
    anchor: HPos,
}

impl BackendTextStyle for Letters {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        self.colour
    }

    fn size(&self) -> f64 {
        self.size
    }

    fn style(&self) -> FontStyle {
        if self.bold { FontStyle::Bold } else { FontStyle::Normal }
    }

    /// The foot of the letters: `Bottom` is the only height the brush uses.
    fn anchor(&self) -> Pos {
        Pos::new(self.anchor, VPos::Bottom)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(FAMILY)
    }

    /// Nothing is measured here: the layout has placed all words.
    fn layout_box(&self, _text: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        Ok(((0, 0), (0, 0)))
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _text: &str,
        _at: BackendCoord,
        _pixel: F,
    ) -> Result<Result<(), E>, Infallible> {
        Ok(Ok(()))
    }
}

/// A backend and its scale.
pub(super) struct Pen<DB> {
    pub(super) backend: DB,
    /// Device pixels a CSS pixel.
    pub(super) scale: f64,
    /// How much larger than meant a backend must be told that letters are.
    pub(super) swell: f64,
    /// Into how many steps paths and polygons divide a device pixel: on whole pixels a line that is
    /// nearly level would go in stairs.
    pub(super) fine: f64,
}

impl<DB: DrawingBackend> Pen<DB> {
    #[expect(clippy::cast_possible_truncation)] // saturates far outside any screen
    fn device(&self, length: f64) -> i32 {
        (length * self.scale).round() as i32
    }

    fn at(&self, (x, y): (f64, f64)) -> BackendCoord {
        (self.device(x), self.device(y))
    }

    /// Places of a path or a polygon.
    fn path(&self, places: &[(f64, f64)]) -> Vec<BackendCoord> {
        places.iter().map(|(x, y)| self.at((x * self.fine, y * self.fine))).collect()
    }

    /// A length that is never nothing.
    fn width(&self, length: f64) -> u32 {
        self.device(length).max(1).unsigned_abs()
    }

    /// A filled rectangle, at least one device pixel each way.
    pub(super) fn rect(&mut self, area: &Rect, colour: Rgb) -> Drawn<DB> {
        let (left, top) = self.at((area.left, area.top));
        let (right, bottom) = self.at((area.right, area.bottom));
        let corner = (right.max(left + 1), bottom.max(top + 1));
        self.backend.draw_rect((left, top), corner, &opaque(colour), true)
    }

    /// A line; sharp where it is level or upright.
    pub(super) fn line(&mut self, places: &[(f64, f64)], colour: Rgb, width: f64) -> Drawn<DB> {
        if let [from, to] = *places
            && let (from, to) = (self.at(from), self.at(to))
            && (from.0 == to.0 || from.1 == to.1)
        {
            return self.straight(from, to, colour, self.width(width));
        }
        let style = Style { colour: opaque(colour), width: self.width(width * self.fine) };
        self.backend.draw_path(self.path(places), &style)
    }

    /// A level or upright line as the rectangle that it is.
    fn straight(&mut self, a: BackendCoord, b: BackendCoord, colour: Rgb, width: u32) -> Drawn<DB> {
        let width = i32::try_from(width).unwrap_or(i32::MAX);
        let (left, top) = (a.0.min(b.0), a.1.min(b.1));
        let (right, bottom) = (a.0.max(b.0), a.1.max(b.1));
        let (from, to) = if top == bottom {
            ((left, top - width / 2), (right, top - width / 2 + width))
        } else {
            ((left - width / 2, top), (left - width / 2 + width, bottom))
        };
        self.backend.draw_rect(from, to, &opaque(colour), true)
    }

    /// A filled polygon that lets through what lies under it.
    pub(super) fn wash(&mut self, places: &[(f64, f64)], colour: Rgb, alpha: f64) -> Drawn<DB> {
        let points = self.path(places);
        if points.len() < 3 {
            return Ok(());
        }
        self.backend.fill_polygon(points, &BackendColor { alpha, ..opaque(colour) })
    }

    /// A disc.
    pub(super) fn disc(&mut self, centre: (f64, f64), radius: f64, colour: Rgb) -> Drawn<DB> {
        let (centre, radius) = (self.at(centre), self.width(radius));
        self.backend.draw_circle(centre, radius, &opaque(colour), true)
    }

    /// A line of words.
    pub(super) fn words(&mut self, words: &Words, colour: Rgb) -> Drawn<DB> {
        let anchor = match words.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let letters = Letters {
            colour: opaque(colour),
            size: words.font.size * self.scale * self.swell,
            bold: words.font.bold,
            anchor,
        };
        self.backend.draw_text(&words.text, &letters, self.at(words.at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Remembers the path drawn last, and its width.
    #[derive(Default)]
    struct Recorder(Vec<BackendCoord>, u32);

    impl DrawingBackend for &mut Recorder {
        type ErrorType = Infallible;

        fn get_size(&self) -> (u32, u32) {
            (100, 100)
        }

        fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
            Ok(())
        }

        fn present(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
            Ok(())
        }

        fn draw_pixel(
            &mut self,
            _: BackendCoord,
            _: BackendColor,
        ) -> Result<(), DrawingErrorKind<Infallible>> {
            Ok(())
        }

        fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
            &mut self,
            path: I,
            style: &S,
        ) -> Result<(), DrawingErrorKind<Infallible>> {
            (self.0, self.1) = (path.into_iter().collect(), style.stroke_width());
            Ok(())
        }
    }

    /// A line that falls by a pixel over thirty goes down step by step, not all at once.
    #[test]
    fn lines_that_are_nearly_level_do_not_go_in_stairs() {
        let mut drawn = Recorder::default();
        let mut pen = Pen { backend: &mut drawn, scale: 1.0, swell: 1.0, fine: 8.0 };
        let line: Vec<(f64, f64)> =
            (0..4).map(|k| f64::from(k) * 10.0).map(|x| (x, x / 30.0)).collect();
        pen.line(&line, Rgb(0, 0, 0), 2.0).unwrap();
        assert_eq!(drawn.0, [(0, 0), (80, 3), (160, 5), (240, 8)]);
        assert_eq!(drawn.1, 16);
    }
}
