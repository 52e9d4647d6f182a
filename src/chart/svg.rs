//! A figure as an SVG file.

use plotters::prelude::SVGBackend;

use super::Chart;
use super::brush::Brush;
use super::layout::{Estimate, FAMILY, layout};
use super::measure::is_printable;
use super::palette::Theme;
use super::pen::{Drawn, Pen};

/// Steps a CSS pixel is divided into: plotters counts in whole numbers.
const FINE: f64 = 8.0;

/// The backend of plotters divides the size of letters by this.
const SWELL: f64 = 1.24;

/// The figure as the text of an SVG file, `width` CSS pixels wide.
///
/// Everything is said in attributes, so that a strict policy on styles lets it pass, and letters
/// are named, not drawn: they stay words.
pub fn svg(chart: &Chart, width: f64, theme: Theme) -> String {
    let frame = layout(chart, width, theme, &Estimate);
    let mut sheet = String::new();
    let backend = SVGBackend::with_string(&mut sheet, (0, 0));
    let pen = Pen { backend, scale: FINE, swell: SWELL, fine: 1.0 };
    // Writing to a string does not fail.
    let _: Drawn<SVGBackend<'_>> = draw(Brush::new(pen, &frame, theme), chart);
    let drawn = sheet.split_once('\n').map_or("", |(_, drawn)| drawn);
    let letters = format!(" font-family=\"{}\"", escaped(FAMILY));
    let drawn = [letters.as_str(), " dy=\"-0.5ex\"", " opacity=\"1\"", " stroke=\"none\""]
        .into_iter()
        .fold(drawn.to_owned(), |drawn, surplus| drawn.replace(surplus, ""));
    let (width, height) = (frame.width, frame.height);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{width}\" \
         height=\"{height}\" viewBox=\"0 0 {} {}\" stroke-linejoin=\"round\"{letters}>\n\
         <title>{}</title>\n<desc>{}</desc>\n{drawn}",
        width * FINE,
        height * FINE,
        escaped(&chart.title),
        escaped(&chart.summary),
    )
}

fn draw<'a>(mut brush: Brush<'_, SVGBackend<'a>>, chart: &Chart) -> Drawn<SVGBackend<'a>> {
    brush.paper()?;
    brush.marks(chart)?;
    brush.handles(chart)?;
    brush.words()?;
    brush.finish()
}

/// Text as it stands in markup, without what markup may not hold.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().filter(|letter| is_printable(*letter)) {
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            other => out.push(other),
        }
    }
    out
}
