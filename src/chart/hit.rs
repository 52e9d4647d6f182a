//! What a pointer means.

use super::frame::Frame;
use super::{Chart, Labels, Mark, Point, Spot};

/// The spot a pointer at `at` means, as its place in `chart.spots`: the one whose area holds the
/// pointer, else the nearest within `reach` CSS pixels. In a figure of lines every place in the
/// plot means the spot nearest in *x*.
pub fn nearest(chart: &Chart, frame: &Frame, at: (f64, f64), reach: f64) -> Option<usize> {
    if !(at.0.is_finite() && at.1.is_finite()) {
        return None;
    }
    holding(chart, frame.value(at)).or_else(|| {
        if frame.lined && frame.plot.grown(reach).holds(at) {
            nearest_across(&chart.spots, frame, at)
        } else {
            within_reach(&chart.spots, frame, at, reach)
        }
    })
}

/// Whether pointing at a figure means *x* alone: lines, no areas, and spots by rising *x*.
pub(super) fn lined(chart: &Chart) -> bool {
    let drawn = |mark: &Mark| matches!(mark, Mark::Line { points, .. } if points.len() > 2);
    let rising = |pair: &[Spot]| pair[0].at.0 <= pair[1].at.0;
    !matches!(chart.y.labels, Labels::Bands(_))
        && chart.marks.iter().any(drawn)
        && chart.spots.iter().all(|spot| spot.area.is_none() && spot.at.0.is_finite())
        && chart.spots.windows(2).all(rising)
}

/// The smallest area that holds the point.
fn holding(chart: &Chart, point: Point) -> Option<usize> {
    let size = |(x1, x2, y1, y2): (f64, f64, f64, f64)| ((x2 - x1) * (y2 - y1)).abs();
    chart
        .spots
        .iter()
        .enumerate()
        .filter_map(|(index, spot)| Some((index, spot.area?)))
        .filter(|(_, (x1, x2, y1, y2))| within(point.0, *x1, *x2) && within(point.1, *y1, *y2))
        .min_by(|a, b| size(a.1).total_cmp(&size(b.1)))
        .map(|(index, _)| index)
}

fn within(value: f64, a: f64, b: f64) -> bool {
    a.min(b) <= value && value < a.max(b)
}

/// Among spots by rising *x*: the one nearest in *x*, and of several the nearest in *y*.
fn nearest_across(spots: &[Spot], frame: &Frame, at: (f64, f64)) -> Option<usize> {
    let x = frame.value(at).0;
    let right = spots.partition_point(|spot| spot.at.0 < x);
    let sides = [right.checked_sub(1), Some(right)];
    let place = sides
        .into_iter()
        .flatten()
        .filter_map(|index| spots.get(index))
        .map(|spot| spot.at.0)
        .min_by(|a, b| (a - x).abs().total_cmp(&(b - x).abs()))?;
    let first = spots.partition_point(|spot| spot.at.0 < place);
    let off = |spot: &Spot| (frame.place(spot.at).1 - at.1).abs();
    spots[first..]
        .iter()
        .take_while(|spot| spot.at.0 <= place)
        .enumerate()
        .min_by(|a, b| off(a.1).total_cmp(&off(b.1)))
        .map(|(index, _)| first + index)
}

fn within_reach(spots: &[Spot], frame: &Frame, at: (f64, f64), reach: f64) -> Option<usize> {
    let distance = |spot: &Spot| {
        let (x, y) = frame.place(spot.at);
        (x - at.0).hypot(y - at.1)
    };
    spots
        .iter()
        .map(distance)
        .enumerate()
        .filter(|(_, distance)| *distance <= reach)
        .min_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(index, _)| index)
}
