//! Ticks, grid, names of rows and columns, and the titles of the axes.

use super::frame::{Across, Anchor, Coat, Course, Frame, Words};
use super::layout::Desk;
use super::measure::{Font, shorten, wrap};
use super::scale::{multiples, round_steps};
use super::{Axis, Band, Chart, Hue, Labels};
use crate::words::Unit;

/// Colour of ticks and titles.
const QUIET: Coat = Coat::Plain(Hue::Quiet.full());
/// From the plot to its tick labels.
const GAP: f64 = 8.0;
/// Names above the bars of a row begin where the plot does, unless it begins further in.
const INDENT: f64 = 28.0;

/// Writes both axes into the frame.
pub(super) fn write(desk: &Desk<'_>, frame: &mut Frame) {
    match &desk.chart.y.labels {
        Labels::Bands(bands) => rows(desk, frame, bands),
        Labels::None | Labels::Numbers(_) | Labels::Magnitudes(_) => heights(desk, frame),
    }
    match &desk.chart.x.labels {
        Labels::Bands(bands) => columns(desk, frame, bands),
        Labels::None | Labels::Numbers(_) | Labels::Magnitudes(_) => distances(desk, frame),
    }
    titles(desk, frame);
}

/// Whether a title stands above the plot.
pub(super) fn has_title_above(chart: &Chart) -> bool {
    !chart.y.title.is_empty() || chart.x.title.contains('|')
}

/// A tick: its value and its label.
type Tick = (f64, String);

/// Round ticks about `apart` pixels from one another, whose labels differ and are at least as far
/// from one another as `between` says.
fn ticks(
    desk: &Desk<'_>,
    axis: &Axis,
    course: Course,
    (room, apart): (f64, f64),
    between: impl Fn(&str, &str) -> f64,
) -> Vec<Tick> {
    let (low, high) = course.range();
    let glass = desk.chart.glass;
    let (unit, magnitudes) = match axis.labels {
        Labels::Numbers(unit) => (unit, false),
        Labels::Magnitudes(unit) => (unit, true),
        Labels::None | Labels::Bands(_) => return Vec::new(),
    };
    // Hours are counted inside, minutes are shown: steps are round where they are read.
    let shown = if unit == Unit::Minutes { 60.0 } else { 1.0 };
    let label = |value: f64, greatest: f64| {
        glass.tick(if magnitudes { value.abs() } else { value }, unit, greatest)
    };
    let told_apart = |pixels: f64, ticks: &[Tick]| {
        ticks.windows(2).all(|pair| {
            let [a, b] = [&pair[0].1, &pair[1].1];
            a != b && between(a, b) <= pixels
        })
    };
    round_steps((high - low) * shown, room / apart)
        .map(|step| step / shown)
        .find_map(|step| {
            let values = multiples((low, high), step);
            let greatest = values.iter().fold(0.0, |most: f64, value| most.max(value.abs()));
            let ticks: Vec<Tick> =
                values.into_iter().map(|value| (value, label(value, greatest))).collect();
            told_apart(step / (high - low) * room, &ticks).then_some(ticks)
        })
        .unwrap_or_default()
}

/// The upright axis: level grid lines and numbers at the left.
fn heights(desk: &Desk<'_>, frame: &mut Frame) {
    let apart = if desk.phone { 46.0 } else { 56.0 };
    let font = desk.letters.small;
    let room = (frame.plot.height(), apart);
    let between = |_: &str, _: &str| font.leading();
    for (value, label) in ticks(desk, &desk.chart.y, frame.y, room, between) {
        let y = frame.place((0.0, value)).1;
        frame.grid.push(Across::Level(y));
        let at = (frame.plot.left - GAP - 2.0, y);
        frame.words.push(Words::new(label, font, QUIET, at, Anchor::End, desk.measure));
    }
    let (low, high) = frame.y.range();
    if low <= 0.0 && 0.0 <= high {
        frame.zero = Some(Across::Level(frame.place((0.0, 0.0)).1));
    }
}

/// The level axis: numbers below, and upright grid lines where bars lie along it.
fn distances(desk: &Desk<'_>, frame: &mut Frame) {
    let apart = if desk.phone { 62.0 } else { 90.0 };
    let font = desk.letters.small;
    let lying = matches!(frame.y, Course::Bands(_));
    let y = frame.plot.bottom + 6.0 + font.leading() / 2.0;
    let room = (frame.plot.width(), apart);
    let half = |label: &str| desk.measure.width(label, font) / 2.0;
    let between = |a: &str, b: &str| half(a) + half(b) + 10.0;
    for (value, label) in ticks(desk, &desk.chart.x, frame.x, room, between) {
        let x = frame.place((value, 0.0)).0;
        if lying {
            frame.grid.push(Across::Upright(x));
        }
        frame.words.push(Words::new(label, font, QUIET, (x, y), Anchor::Middle, desk.measure));
    }
    let (low, high) = frame.x.range();
    let named = !matches!(desk.chart.x.labels, Labels::None);
    if lying && named && low <= 0.0 && 0.0 <= high {
        frame.zero = Some(Across::Upright(frame.place((0.0, 0.0)).0));
    }
}

fn name_font(desk: &Desk<'_>, band: &Band) -> Font {
    Font { bold: band.bold, ..desk.letters.name }
}

/// Width of the widest name of a row with its remark.
pub(super) fn widest_name(desk: &Desk<'_>, bands: &[Band]) -> f64 {
    let width = |band: &Band| {
        let name = desk.measure.width(&band.name, name_font(desk, band));
        let remark = desk.measure.width(&band.remark, desk.letters.small);
        if desk.thick || desk.crossed.is_some() {
            name.max(remark)
        } else {
            name + remark_gap(band) + remark
        }
    };
    let widest = bands.iter().map(width).fold(0.0, f64::max);
    // Columns need names too.
    let most = if matches!(desk.chart.x.labels, Labels::Bands(_)) { 0.24 } else { 0.34 };
    if desk.crossed.is_some() { widest.min(desk.width * most) } else { widest }
}

/// Height of the highest name of a row in the gutter, with its remark below.
pub(super) fn tallest_name(desk: &Desk<'_>, bands: &[Band]) -> f64 {
    let height = |band: &Band| {
        gutter_lines(desk, band).iter().map(|(_, font, _)| font.leading()).sum::<f64>()
    };
    bands.iter().map(height).fold(0.0, f64::max)
}

/// The lines of a name in the gutter: itself in two lines at most, then its remark.
fn gutter_lines(desk: &Desk<'_>, band: &Band) -> Vec<(String, Font, Coat)> {
    let (font, small) = (name_font(desk, band), desk.letters.small);
    let room = desk.gutter - 14.0;
    let name = wrap(&band.name, font, room, 2, desk.measure).into_iter();
    let remark = shorten(&band.remark, small, room, desk.measure);
    name.map(|line| (line, font, Coat::Plain(band.ink)))
        .chain([(remark, small, QUIET)])
        .filter(|(line, ..)| !line.is_empty())
        .collect()
}

fn remark_gap(band: &Band) -> f64 {
    if band.remark.is_empty() { 0.0 } else { 10.0 }
}

/// The names of rows.
fn rows(desk: &Desk<'_>, frame: &mut Frame, bands: &[Band]) {
    for (row, band) in bands.iter().enumerate() {
        let top = frame.top_of(row);
        let (_, middle) = frame.place((0.0, row as f64 + 0.5));
        let words = if desk.crossed.is_some() {
            name_in_gutter(desk, band, middle)
        } else if desk.stacked {
            let y = top - frame.head / 2.0;
            let y = y + if desk.thick { 3.0 } else { 1.0 };
            // In line with the bars, where those begin near the border.
            let x = if frame.plot.left <= INDENT { frame.plot.left } else { 0.0 };
            stacked_name(desk, band, (x, y))
        } else if desk.thick {
            name_and_remark_below(desk, band, middle)
        } else {
            name_before_bar(desk, band, middle)
        };
        frame.words.extend(words);
    }
}

/// Above the bars of its row: the name, and the remark behind it.
fn stacked_name(desk: &Desk<'_>, band: &Band, (x, y): (f64, f64)) -> Vec<Words> {
    let font = name_font(desk, band);
    let small = desk.letters.small;
    let remark = shorten(&band.remark, small, desk.width * 0.5, desk.measure);
    let behind = desk.measure.width(&remark, small) + remark_gap(band);
    let name = shorten(&band.name, font, desk.width - x - behind, desk.measure);
    let coat = Coat::Plain(band.ink);
    let mut words = vec![Words::new(name, font, coat, (x, y), Anchor::Start, desk.measure)];
    if !remark.is_empty() {
        let at = (x + words[0].width + remark_gap(band), y);
        words.push(Words::new(remark, small, QUIET, at, Anchor::Start, desk.measure));
    }
    words
}

/// In the gutter, away from the lines that run down the rows.
fn name_in_gutter(desk: &Desk<'_>, band: &Band, middle: f64) -> Vec<Words> {
    let lines = gutter_lines(desk, band);
    let height: f64 = lines.iter().map(|(_, font, _)| font.leading()).sum();
    let mut top = middle - height / 2.0;
    let mut words = Vec::with_capacity(lines.len());
    for (line, font, coat) in lines {
        let at = (0.0, top + font.leading() / 2.0);
        top += font.leading();
        words.push(Words::new(line, font, coat, at, Anchor::Start, desk.measure));
    }
    words
}

/// At the left border: the name, and the remark under it.
fn name_and_remark_below(desk: &Desk<'_>, band: &Band, middle: f64) -> Vec<Words> {
    let font = name_font(desk, band);
    let coat = Coat::Plain(band.ink);
    let lift = if band.remark.is_empty() { 0.0 } else { font.leading() / 2.0 };
    let at = (0.0, middle - lift);
    let mut words = vec![Words::new(&*band.name, font, coat, at, Anchor::Start, desk.measure)];
    if lift > 0.0 {
        let at = (0.0, middle + lift);
        let small = desk.letters.small;
        words.push(Words::new(&*band.remark, small, QUIET, at, Anchor::Start, desk.measure));
    }
    words
}

/// Close to the bars: the name, then the remark.
fn name_before_bar(desk: &Desk<'_>, band: &Band, middle: f64) -> Vec<Words> {
    let small = desk.letters.small;
    let right = desk.gutter - 12.0;
    let remark =
        Words::new(&*band.remark, small, QUIET, (right, middle), Anchor::End, desk.measure);
    let at = (right - remark.width - remark_gap(band), middle);
    let coat = Coat::Plain(band.ink);
    let font = name_font(desk, band);
    let mut words = vec![Words::new(&*band.name, font, coat, at, Anchor::End, desk.measure)];
    if !band.remark.is_empty() {
        words.push(remark);
    }
    words
}

/// The lines of the name of a column, and of its remark.
fn column_lines(desk: &Desk<'_>, band: &Band, room: f64) -> Vec<(String, Font, Coat)> {
    let small = desk.letters.small;
    let font = Font { bold: band.bold, ..small };
    let named = wrap(&band.name, font, room, 4, desk.measure);
    let remarks = wrap(&band.remark, small, room, 2, desk.measure);
    let lines = named.into_iter().map(|line| (line, font, Coat::Plain(band.ink)));
    let behind = remarks.into_iter().map(|line| (line, small, QUIET));
    lines.chain(behind).filter(|(line, ..)| !line.is_empty()).collect()
}

/// The names of columns, in as many lines as they need.
fn columns(desk: &Desk<'_>, frame: &mut Frame, bands: &[Band]) {
    let small = desk.letters.small;
    let pitch = frame.plot.width() / bands.len().max(1) as f64;
    let named = |room: f64| -> Vec<Vec<(String, Font, Coat)>> {
        bands.iter().map(|band| column_lines(desk, band, room)).collect()
    };
    // Where a column is too narrow for its name, the names stand in two rows, in turn.
    let close = named(pitch - 5.0);
    let cut = |(lines, band): (&Vec<(String, Font, Coat)>, &Band)| {
        lines.iter().any(|(line, ..)| line.ends_with('…')) && !band.name.ends_with('…')
    };
    let in_turn = bands.len() > 1 && close.iter().zip(bands).any(cut);
    let columns = if in_turn { named(2.0 * pitch - 10.0) } else { close };
    let upper = columns.iter().step_by(2).map(Vec::len).max().unwrap_or_default();
    for (column, lines) in columns.into_iter().enumerate() {
        let x = frame.place((column as f64 + 0.5, 0.0)).0;
        let above = if in_turn && column % 2 == 1 { upper as f64 } else { 0.0 };
        let mut y = frame.plot.bottom + 6.0 + small.leading() * (0.5 + above);
        for (line, font, coat) in lines {
            frame.words.push(Words::new(line, font, coat, (x, y), Anchor::Middle, desk.measure));
            y += small.leading();
        }
    }
}

/// The titles of both axes.
fn titles(desk: &Desk<'_>, frame: &mut Frame) {
    let font = desk.letters.small;
    let row = frame.plot.top - 10.0 - font.leading() / 2.0;
    if !desk.chart.y.title.is_empty() {
        let title = shorten(&desk.chart.y.title, font, desk.width, desk.measure);
        let width = desk.measure.width(&title, font);
        let x = (frame.plot.left - GAP - 2.0).max(width);
        frame.words.push(Words::new(title, font, QUIET, (x, row), Anchor::End, desk.measure));
    }
    match desk.chart.x.title.split_once('|') {
        Some((left, right)) => halves(desk, frame, (left.trim(), right.trim()), row + 2.0),
        None => title_below(desk, frame),
    }
}

/// A title in two halves, on both sides of zero.
fn halves(desk: &Desk<'_>, frame: &mut Frame, (left, right): (&str, &str), row: f64) {
    let font = desk.letters.small;
    let (zero, _) = frame.plot.nearest(frame.place((0.0, 0.0)));
    let [left, right] = [left, right].map(|half| shorten(half, font, desk.width, desk.measure));
    let [before, after] = [&left, &right].map(|half| desk.measure.width(half, font));
    let inside = before + GAP <= zero && zero + GAP + after <= desk.width;
    let (end, start, raised) = if inside {
        (zero - GAP, zero + GAP, 0.0)
    } else if before + after + 16.0 <= desk.width {
        let end = (zero - GAP).max(before).min(desk.width - after - 16.0);
        (end, end + 16.0, 0.0)
    } else {
        (before, desk.width - after, font.leading())
    };
    let at = (end, row - raised);
    frame.words.push(Words::new(left, font, QUIET, at, Anchor::End, desk.measure));
    let at = (start, row);
    frame.words.push(Words::new(right, font, QUIET, at, Anchor::Start, desk.measure));
}

/// The title of the level axis: behind its last label, or on a line of its own under the axis.
fn title_below(desk: &Desk<'_>, frame: &mut Frame) {
    let font = desk.letters.small;
    let title = shorten(&desk.chart.x.title, font, desk.width, desk.measure);
    if title.is_empty() {
        return;
    }
    let width = desk.measure.width(&title, font);
    let below: Vec<_> =
        frame.words.iter().map(Words::area).filter(|area| area.top > frame.plot.bottom).collect();
    let last = below.iter().map(|area| area.right).fold(frame.plot.right - 6.0, f64::max) + GAP;
    let row = frame.plot.bottom + 6.0 + font.leading() / 2.0;
    let (at, anchor) = if last + width <= desk.width || width <= font.size * 2.5 {
        ((last, row), Anchor::Start)
    } else {
        let lowest = below.iter().map(|area| area.bottom).fold(frame.plot.bottom, f64::max);
        let y = lowest + 3.0 + font.leading() / 2.0;
        ((frame.plot.right.max(width), y), Anchor::End)
    };
    frame.words.push(Words::new(title, font, QUIET, at, anchor, desk.measure));
}
