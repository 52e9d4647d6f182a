//! A claim on trial: what follows from each number, what is claimed, and where we stand.

use super::super::{
    Along, Axis, Chart, Handle, Hue, Labels, Mark, Point, Side, Size, Spot, Stroke, Table, Text,
};
use crate::model::loyalty::trial::{Law, Trial, Verdict};
use crate::words::{Glass, Unit, claims as words};

/// What a trial is about.
pub struct About<'a> {
    /// The figure in a sentence.
    pub summary: String,
    /// What is along the axis, and its unit.
    pub across: (String, Unit),
    /// What follows, and its unit.
    pub up: (String, Unit),
    /// How far the axis goes.
    pub range: (f64, f64),
    /// What is claimed, on its line.
    pub claimed: String,
    /// Other figures in which the claim goes round, with the words on their lines.
    pub others: Vec<(f64, String)>,
    /// Where it holds, in words: one for each place.
    pub places: Vec<String>,
    /// How a number along the axis, and one up, are written.
    pub written: [&'a dyn Fn(f64) -> String; 2],
    /// What the handle sets.
    pub handle: String,
    /// Our own number and what follows, in words.
    pub own: String,
}

/// Points of the curve.
const POINTS: u32 = 160;
/// How far above the claim the figure goes, at least and at most, as multiples of it.
const ROOM: (f64, f64) = (1.6, 8.0);
/// How far beside the line of the claim its places are named, as a share of the height.
const LIFT: f64 = 0.07;

/// The curve of what follows, the claim as a line, the places where they cross, and our own number
/// as a handle on the curve.
pub fn trial(trial: &Trial, about: &About<'_>, glass: Glass) -> Chart {
    let height = height(trial, about);
    let up = if height < 0.0 { (height, 0.0) } else { (0.0, height) };
    let within = |y: f64| if height < 0.0 { y.max(height) } else { y.min(height) };
    let found = trial.found();
    let here = (trial.own, found.map_or(height, within));
    let axis = |(title, unit): &(String, Unit), range| Axis {
        title: title.clone(),
        range,
        labels: Labels::Numbers(*unit),
    };
    let mut chart = Chart {
        title: words::TRUE_ONLY.to(glass.language).to_owned(),
        summary: about.summary.clone(),
        glass,
        x: axis(&about.across, about.range),
        y: axis(&about.up, up),
        marks: Vec::new(),
        spots: Vec::new(),
        handles: vec![Handle {
            at: here,
            along: Along::X,
            range: about.range,
            step: 0.0,
            label: about.handle.clone(),
            reading: about.written[0](trial.own),
            ink: Hue::Ours.full(),
            quiet: false,
        }],
        table: Table::default(),
        aspect: 0.46,
    };
    add_levels(&mut chart, trial, about);
    add_curve(&mut chart, trial, about, height);
    add_crossings(&mut chart, trial, about);
    add_own(&mut chart, trial, about, here);
    chart
}

/// How far up the figure goes, or down where a loss is claimed.
fn height(trial: &Trial, about: &About<'_>) -> f64 {
    let way = if trial.claimed < 0.0 { -1.0 } else { 1.0 };
    let levels = about.others.iter().map(|(level, _)| level.abs());
    let claimed = levels.fold(trial.claimed.abs(), f64::max);
    let found = trial.found().map_or(0.0, |found| 1.2 * found * way);
    let size = if claimed > 0.0 { claimed } else { found.max(0.05) };
    way * found.clamp(ROOM.0 * size, ROOM.1 * size)
}

fn text(words: String, hue: Hue, bold: bool) -> Vec<Text> {
    vec![Text { words, ink: hue.full(), bold, size: Size::Normal }]
}

/// Whether less follows from more.
const fn falls(trial: &Trial) -> bool {
    matches!(trial.law, Law::Inverse(_))
}

/// What is claimed, and what is also said: a line each, with its name at the end.
fn add_levels(chart: &mut Chart, trial: &Trial, about: &About<'_>) {
    let claimed = (trial.claimed, about.claimed.clone());
    let all = std::iter::once(&claimed).chain(&about.others);
    for (k, (level, name)) in all.enumerate() {
        let (hue, stroke) =
            if k == 0 { (Hue::Loss, Stroke::Thin) } else { (Hue::Quiet, Stroke::Dotted) };
        chart.marks.push(Mark::Line {
            points: vec![(about.range.0, *level), (about.range.1, *level)],
            ink: hue.full(),
            stroke,
            name: name.clone(),
        });
    }
}

/// What follows from each number, as far as the figure shows it.
fn add_curve(chart: &mut Chart, trial: &Trial, about: &About<'_>, height: f64) {
    let (low, high) = about.range;
    let place = |k: u32, of: u32| low + (high - low) * f64::from(k) / f64::from(of);
    // A little beyond the border, so that the line runs out of the figure.
    let shown = |y: &f64| y.abs() <= 1e3 * height.abs().max(1e-9);
    let at = |x: f64| trial.law.at(x).filter(shown).map(|y| (x, y));
    let points: Vec<Point> = (0..=POINTS).filter_map(|k| at(place(k, POINTS))).collect();
    let row = |(x, y): &Point| vec![about.written[0](*x), about.written[1](*y)];
    let steps: Vec<Point> = (0..=20).filter_map(|k| at(place(k, 20))).collect();
    chart.table = Table {
        head: vec![about.across.0.clone(), about.up.0.clone()],
        rows: steps.iter().map(row).collect(),
    };
    let inside = |point: &&Point| point.1.abs() <= height.abs();
    chart.spots = points
        .iter()
        .step_by(4)
        .filter(inside)
        .map(|at| Spot { at: *at, area: None, lines: row(at) })
        .collect();
    chart.marks.push(Mark::Line {
        points,
        ink: Hue::Ours.full(),
        stroke: Stroke::Bold,
        name: String::new(),
    });
}

/// The places where what follows is what is claimed.
fn add_crossings(chart: &mut Chart, trial: &Trial, about: &About<'_>) {
    for (x, words) in trial.holds_at().into_iter().zip(&about.places) {
        if !(about.range.0..=about.range.1).contains(&x) {
            continue;
        }
        let (at, foot) = ((x, trial.claimed), (x, 0.0));
        let ink = Hue::Ink.full();
        chart.marks.push(Mark::Rule { from: at, to: foot, ink, stroke: Stroke::Dotted });
        chart.marks.push(Mark::Dot { at, ink });
        // Beside the line of the claim, on the side that the curve leaves free.
        let off = LIFT * (chart.y.range.1 - chart.y.range.0);
        let inwards = trial.claimed >= 0.0 && !falls(trial) || trial.claimed < 0.0 && falls(trial);
        let beside = (x, trial.claimed + if inwards { -off } else { off });
        let lines = text(words.clone(), Hue::Ink, false);
        chart.marks.push(Mark::Note { at: beside, side: Side::Right, lines });
    }
}

/// Our own number, and what follows from it.
fn add_own(chart: &mut Chart, trial: &Trial, about: &About<'_>, here: Point) {
    let hue = match trial.verdict() {
        Verdict::Holds => Hue::Gain,
        _ => Hue::Ours,
    };
    let ink = Hue::Ours.full();
    chart.marks.push(Mark::Rule { from: here, to: (here.0, 0.0), ink, stroke: Stroke::Dotted });
    chart.marks.push(Mark::Dot { at: here, ink });
    let lines = text(about.own.clone(), hue, true);
    let beyond = trial.found().is_none_or(|found| found != here.1);
    let side = if beyond { Side::Right } else { Side::Left };
    chart.marks.push(Mark::Note { at: here, side, lines });
}
