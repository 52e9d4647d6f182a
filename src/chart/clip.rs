//! Lines and areas cut to the plot, dashes and hatching.

use super::frame::Rect;

type Place = (f64, f64);

/// The part of a straight line within a rectangle.
pub(super) fn segment(from: Place, to: Place, within: &Rect) -> Option<(Place, Place)> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let sides = [
        (-dx, from.0 - within.left),
        (dx, within.right - from.0),
        (-dy, from.1 - within.top),
        (dy, within.bottom - from.1),
    ];
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (speed, room) in sides {
        if speed == 0.0 {
            if room < 0.0 || room.is_nan() {
                return None;
            }
        } else if speed < 0.0 {
            enter = enter.max(room / speed);
        } else {
            leave = leave.min(room / speed);
        }
    }
    let at = |t: f64| (from.0 + t * dx, from.1 + t * dy);
    (enter <= leave && dx.is_finite() && dy.is_finite()).then(|| (at(enter), at(leave)))
}

/// A line through places in pieces that lie within a rectangle; broken at places that are not
/// finite.
pub(super) fn line(places: &[Place], within: &Rect) -> Vec<Vec<Place>> {
    let mut runs: Vec<Vec<Place>> = Vec::new();
    for pair in places.windows(2) {
        let Some((from, to)) = segment(pair[0], pair[1], within) else { continue };
        match runs.last_mut() {
            Some(run) if run.last() == Some(&from) => run.push(to),
            _ => runs.push(vec![from, to]),
        }
    }
    runs
}

/// A polygon cut to a rectangle (Sutherland and Hodgman).
pub(super) fn polygon(places: Vec<Place>, within: &Rect) -> Vec<Place> {
    let Rect { left, top, right, bottom } = *within;
    let places = cut(&places, |p| p.0 - left);
    let places = cut(&places, |p| right - p.0);
    let places = cut(&places, |p| p.1 - top);
    cut(&places, |p| bottom - p.1)
}

/// What lies on the side where `depth` is positive.
fn cut(places: &[Place], depth: impl Fn(Place) -> f64) -> Vec<Place> {
    let mut kept = Vec::with_capacity(places.len() + 4);
    let before = places.iter().cycle().skip(places.len().saturating_sub(1));
    for (a, b) in before.zip(places) {
        let (da, db) = (depth(*a), depth(*b));
        if (da >= 0.0) != (db >= 0.0) {
            let t = da / (da - db);
            kept.push((a.0 + t * (b.0 - a.0), a.1 + t * (b.1 - a.1)));
        }
        if db >= 0.0 {
            kept.push(*b);
        }
    }
    kept
}

/// A line in dashes.
pub(super) fn dashes(line: &[Place], dash: f64, gap: f64) -> Vec<Vec<Place>> {
    let mut pieces = Vec::new();
    let mut piece: Vec<Place> = line.first().copied().into_iter().collect();
    let (mut drawing, mut left) = (true, dash);
    for pair in line.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let length = (to.0 - from.0).hypot(to.1 - from.1);
        let mut gone = 0.0;
        while length - gone > left {
            gone += left;
            let t = gone / length;
            let here = (from.0 + t * (to.0 - from.0), from.1 + t * (to.1 - from.1));
            if drawing {
                piece.push(here);
                pieces.push(std::mem::take(&mut piece));
            } else {
                piece = vec![here];
            }
            drawing = !drawing;
            left = if drawing { dash } else { gap };
        }
        left -= length - gone;
        if drawing {
            piece.push(to);
        }
    }
    if drawing && piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}

/// Lines slanting up to the right that fill a rectangle.
pub(super) fn hatching(area: &Rect, apart: f64) -> Vec<(Place, Place)> {
    let (width, height) = (area.width(), area.height());
    std::iter::successors(Some(apart / 2.0), |x| Some(x + apart))
        .take_while(|x| *x < width + height)
        .take(2000)
        .filter_map(|x| {
            let from = (area.left + x, area.top);
            segment(from, (from.0 - height, area.bottom), area)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Rect = Rect { left: 0.0, top: 0.0, right: 10.0, bottom: 10.0 };

    #[test]
    fn lines_end_at_the_border() {
        assert_eq!(segment((-10.0, 5.0), (20.0, 5.0), &BOX), Some(((0.0, 5.0), (10.0, 5.0))));
        assert_eq!(segment((-10.0, -5.0), (20.0, -5.0), &BOX), None);
        assert_eq!(segment((f64::NAN, 5.0), (20.0, 5.0), &BOX), None);
        assert_eq!(segment((5.0, f64::NAN), (5.0, 5.0), &BOX), None);
    }

    #[test]
    fn lines_break_where_they_leave_or_are_unknown() {
        let places = [(1.0, 1.0), (2.0, 2.0), (f64::NAN, 2.0), (3.0, 3.0), (4.0, 4.0)];
        assert_eq!(line(&places, &BOX).len(), 2);
        let out = [(1.0, 1.0), (1.0, 20.0), (5.0, 20.0), (5.0, 5.0)];
        assert_eq!(line(&out, &BOX).len(), 2);
        assert!(line(&[(1.0, 1.0)], &BOX).is_empty());
    }

    #[test]
    fn areas_end_at_the_border() {
        let cut = polygon(vec![(-5.0, -5.0), (15.0, -5.0), (15.0, 5.0), (-5.0, 5.0)], &BOX);
        assert!(!cut.is_empty() && cut.iter().all(|p| BOX.holds(*p)));
        assert!(polygon(Vec::new(), &BOX).is_empty());
        assert!(polygon(vec![(20.0, 20.0), (30.0, 20.0), (30.0, 30.0)], &BOX).is_empty());
    }

    #[test]
    fn dashes_cover_their_share() {
        let pieces = dashes(&[(0.0, 0.0), (50.0, 0.0), (50.0, 50.0)], 2.0, 3.0);
        let length: f64 = pieces
            .iter()
            .flat_map(|piece| piece.windows(2))
            .map(|p| (p[1].0 - p[0].0).hypot(p[1].1 - p[0].1))
            .sum();
        assert!((length - 40.0).abs() < 1e-9, "{length}");
    }

    #[test]
    fn hatching_stays_inside() {
        let lines = hatching(&BOX, 5.0);
        assert!(lines.len() >= 3);
        assert!(lines.iter().all(|(a, b)| BOX.grown(1e-9).holds(*a) && BOX.grown(1e-9).holds(*b)));
    }
}
