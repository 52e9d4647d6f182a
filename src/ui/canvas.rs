//! Figures on a canvas: sharp at every density, and measured without the document.

use std::cell::RefCell;
use std::collections::HashMap;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::chart::Chart;
use crate::chart::brush::{FINE, paint};
use crate::chart::layout::{Estimate, FAMILY, Font, Frame, Measure};
use crate::chart::palette::Theme;

/// From this density on, more pixels cannot be seen.
const DENSEST: f64 = 3.0;
/// How many widths are remembered before all are forgotten.
const REMEMBERED: usize = 4096;

/// What is measured: the words, the size in hundredths of a pixel, and whether they are bold.
type Key = (String, u32, bool);

/// Measures words with the letters of this browser, and remembers.
pub struct CanvasMeasure {
    context: Option<CanvasRenderingContext2d>,
    widths: RefCell<HashMap<Key, f64>>,
}

impl CanvasMeasure {
    /// A measure of its own canvas, which is in no document.
    pub fn new() -> Self {
        Self { context: scratch_context(), widths: RefCell::default() }
    }

    fn measured(&self, text: &str, font: Font) -> Option<f64> {
        let context = self.context.as_ref()?;
        context.set_font(&css_font(font.bold, font.size));
        context.measure_text(text).ok().map(|metrics| metrics.width())
    }
}

impl Default for CanvasMeasure {
    fn default() -> Self {
        Self::new()
    }
}

impl Measure for CanvasMeasure {
    fn width(&self, text: &str, font: Font) -> f64 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // saturates
        let size = (font.size * 100.0) as u32;
        let key = (text.to_owned(), size, font.bold);
        let mut widths = self.widths.borrow_mut();
        if let Some(width) = widths.get(&key) {
            return *width;
        }
        let width = self.measured(text, font).unwrap_or_else(|| Estimate.width(text, font));
        if widths.len() >= REMEMBERED {
            widths.clear();
        }
        widths.insert(key, width);
        width
    }
}

fn scratch_context() -> Option<CanvasRenderingContext2d> {
    let canvas = web_sys::window()?.document()?.create_element("canvas").ok()?;
    context_of(&canvas.dyn_into().ok()?)
}

fn context_of(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// A font as a canvas takes it; `size` in its own pixels.
fn css_font(bold: bool, size: f64) -> String {
    let weight = if bold { 700 } else { 400 };
    format!("{weight} {size}px {FAMILY}")
}

/// Device pixels a CSS pixel: at least two, so that lines and letters are sharp.
pub fn density() -> f64 {
    let ratio = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio());
    if ratio.is_finite() { ratio.clamp(2.0, DENSEST) } else { 2.0 }
}

/// Paints the figure on the canvas, whose pixels are made to fit it.
///
/// The size on the page is the style's business: `width: 100%; height: auto` is right.
///
/// # Errors
///
/// The browser gives no drawing context, or drawing fails; in words for a log.
pub fn paint_canvas(
    canvas: &HtmlCanvasElement,
    chart: &Chart,
    frame: &Frame,
    theme: Theme,
) -> Result<(), String> {
    let scale = density();
    let context = context_of(canvas).ok_or("this browser gives no canvas to draw on")?;
    fit(canvas, &context, frame, scale);
    context.set_line_join("round");
    let inner =
        CanvasBackend::with_canvas_object(canvas.clone()).ok_or("the canvas cannot be drawn on")?;
    let backend = Lettered { inner, context, font: String::new(), hand: None };
    paint(backend, chart, frame, theme, scale).map_err(|error| error.to_string())
}

/// Gives the canvas as many pixels as the figure needs, all empty.
fn fit(canvas: &HtmlCanvasElement, context: &CanvasRenderingContext2d, frame: &Frame, scale: f64) {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // saturates
    let pixels = |length: f64| (length * scale).round() as u32;
    let size = (pixels(frame.width), pixels(frame.height));
    if size == (canvas.width(), canvas.height()) {
        context.clear_rect(0.0, 0.0, f64::from(size.0), f64::from(size.1));
        return;
    }
    // Setting a size empties the canvas.
    canvas.set_width(size.0);
    canvas.set_height(size.1);
}

/// The canvas backend of plotters with letters of our own: weight, family, the foot of the letters
/// where it is asked for, and nothing measured through the document.
struct Lettered {
    inner: CanvasBackend,
    context: CanvasRenderingContext2d,
    /// The font in force: setting one is dear even when it stays the same.
    font: String,
    /// Colour and side of the words written last, while nothing else has been drawn since.
    hand: Option<(BackendColor, HPos)>,
}

impl Lettered {
    /// The backend for all that is no word.
    fn inner(&mut self) -> &mut CanvasBackend {
        self.hand = None;
        &mut self.inner
    }

    /// Draws what comes in steps finer than a pixel.
    fn finely(&mut self, draw: impl FnOnce(&mut CanvasBackend) -> Drawn) -> Drawn {
        // Only scales that are not finite fail. Both are powers of two: they undo each other.
        let _ = self.context.scale(FINE.recip(), FINE.recip());
        let drawn = draw(self.inner());
        let _ = self.context.scale(FINE, FINE);
        drawn
    }

    /// Takes up colour and side of the words that follow.
    fn take_up(&mut self, colour: BackendColor, side: HPos) {
        let same = |(last, at): (BackendColor, HPos)| {
            (last.rgb, last.alpha, at as u8) == (colour.rgb, colour.alpha, side as u8)
        };
        if self.hand.is_some_and(same) {
            return;
        }
        let BackendColor { alpha, rgb: (r, g, b) } = colour;
        self.context.set_fill_style_str(&format!("rgba({r},{g},{b},{alpha})"));
        self.context.set_text_baseline("alphabetic");
        self.context.set_text_align(match side {
            HPos::Left => "left",
            HPos::Right => "right",
            HPos::Center => "center",
        });
        self.hand = Some((colour, side));
    }
}

/// What drawing on a canvas comes to.
type Drawn = Result<(), DrawingErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>>;

impl DrawingBackend for Lettered {
    type ErrorType = <CanvasBackend as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.inner.get_size()
    }

    fn ensure_prepared(&mut self) -> Drawn {
        self.inner.ensure_prepared()
    }

    fn present(&mut self) -> Drawn {
        self.inner.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, colour: BackendColor) -> Drawn {
        self.inner().draw_pixel(point, colour)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.inner().draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.inner().draw_rect(from, to, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.finely(|canvas| canvas.draw_path(path, style))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.finely(|canvas| canvas.fill_polygon(path, style))
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.inner().draw_circle(centre, radius, style, fill)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        self.take_up(style.color(), style.anchor().h_pos);
        let font = css_font(matches!(style.style(), FontStyle::Bold), style.size());
        if font != self.font {
            self.context.set_font(&font);
            self.font = font;
        }
        // Only places that are not finite fail, and whole numbers are.
        let _ = self.context.fill_text(text, f64::from(at.0), f64::from(at.1));
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Self::ErrorType>> {
        let bold = matches!(style.style(), FontStyle::Bold);
        let width = Estimate.width(text, Font { size: style.size(), bold });
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // saturates
        let size = (width.ceil() as u32, style.size().ceil() as u32);
        Ok(size)
    }
}
