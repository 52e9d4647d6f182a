//! Names at the right ends of lines.

use super::frame::{Anchor, Coat, Frame, Words};
use super::layout::Desk;
use super::measure::{Font, shorten};
use super::notes::{are_crossed, lines};
use super::{Mark, Stroke};
use crate::math::order;

/// Distance of a name from the end of its line.
const GAP: f64 = 8.0;
/// How far a name may move down from over the end of its line, in lines of words, the best first.
const SHIFTS: [f64; 9] = [0.0, 1.6, -0.5, 2.1, -1.0, 2.6, -1.5, 3.1, -2.0];

/// The name of a line, and where the line ends.
struct EndName<'a> {
    name: &'a str,
    font: Font,
    coat: Coat,
    end: (f64, f64),
}

/// The names at the right ends of lines, none over another.
pub(super) fn names(desk: &Desk<'_>, frame: &Frame) -> Vec<Words> {
    let mut ends: Vec<EndName<'_>> =
        desk.chart.marks.iter().filter_map(|mark| end_name(desk, frame, mark)).collect();
    order::sort_rising(&mut ends, |name| name.end.1);
    let widest = ends.iter().map(|e| desk.measure.width(e.name, e.font)).fold(0.0, f64::max);
    if widest > desk.width * 0.3 {
        above_ends(desk, frame, &ends)
    } else {
        beside_ends(desk, frame, &ends)
    }
}

fn end_name<'a>(desk: &Desk<'_>, frame: &Frame, mark: &'a Mark) -> Option<EndName<'a>> {
    let Mark::Line { points, ink, stroke, name } = mark else { return None };
    if name.is_empty() {
        return None;
    }
    let last = points.iter().rev().find(|p| p.0.is_finite() && p.1.is_finite())?;
    Some(EndName {
        name,
        font: Font { bold: *stroke == Stroke::Bold, ..desk.letters.name },
        coat: Coat::Plain(*ink),
        end: frame.plot.nearest(frame.place(*last)),
    })
}

fn beside_ends(desk: &Desk<'_>, frame: &Frame, ends: &[EndName<'_>]) -> Vec<Words> {
    let leading = desk.letters.name.leading();
    let wanted: Vec<f64> = ends.iter().map(|e| e.end.1).collect();
    let heights = spread(&wanted, leading, frame.plot.bottom);
    let place = |(e, y): (&EndName<'_>, f64)| {
        Words::new(e.name, e.font, e.coat, (e.end.0 + GAP, y), Anchor::Start, desk.measure)
    };
    ends.iter().zip(heights).map(place).collect()
}

/// On narrow figures: over or under the ends of their lines, up to the right border, as near as
/// there is a place that no line runs through.
fn above_ends(desk: &Desk<'_>, frame: &Frame, ends: &[EndName<'_>]) -> Vec<Words> {
    let leading = desk.letters.name.leading();
    let lines = lines(desk, frame);
    let mut placed: Vec<Words> = Vec::new();
    for e in ends {
        let name = shorten(e.name, e.font, desk.width, desk.measure);
        let x = (e.end.0 + GAP).min(desk.width);
        let y = e.end.1 - leading * 0.8;
        let mut words = Words::new(name, e.font, e.coat, (x, y), Anchor::End, desk.measure);
        words.at.0 = words.at.0.max(words.width);
        let free = |words: &Words| !placed.iter().any(|other| other.area().meets(&words.area()));
        let clear = |words: &Words| {
            let area = words.area();
            let within = area.top >= 0.0 && area.bottom <= frame.plot.bottom;
            within && free(words) && !are_crossed(std::slice::from_ref(words), &lines)
        };
        let moved = |down: f64| {
            let mut moved = words.clone();
            moved.at.1 += down * leading;
            moved
        };
        let near = SHIFTS.into_iter().map(moved).find(clear);
        let far = || (0..ends.len()).map(|n| moved(n as f64)).find(free);
        let words = near.or_else(far).unwrap_or_else(|| moved(0.0));
        placed.push(words);
    }
    placed
}

/// Heights at least `apart` from one another and close to those wanted, which rise.
fn spread(wanted: &[f64], apart: f64, lowest: f64) -> Vec<f64> {
    let mut heights = Vec::with_capacity(wanted.len());
    let mut free = f64::NEG_INFINITY;
    for y in wanted {
        let y = y.max(free);
        free = y + apart;
        heights.push(y);
    }
    let mut limit = lowest;
    for y in heights.iter_mut().rev() {
        *y = y.min(limit);
        limit = *y - apart;
    }
    heights
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_their_distance() {
        assert_eq!(spread(&[10.0, 12.0, 90.0], 20.0, 100.0), [10.0, 30.0, 90.0]);
        assert_eq!(spread(&[95.0, 96.0, 97.0], 20.0, 100.0), [60.0, 80.0, 100.0]);
        assert!(spread(&[], 20.0, 100.0).is_empty());
    }
}
