//! The figures of the samples as pictures, compared with those that are kept; and what holds of
//! the figures of every case.
//!
//! `UPDATE_FIGURES=1 cargo test --test figures` draws the kept ones anew: look at them before
//! you commit them.

use std::fs;
use std::path::{Path, PathBuf};

use customer_value::case::{Case, Sample, library};
use customer_value::chart::brush::svg;
use customer_value::chart::palette::Theme;
use customer_value::chart::{Chart, Mark, Point, lifetime};
use customer_value::words::Language::{self, Chinese, English};
use proptest::prelude::*;

#[path = "data/random.rs"]
mod random;

use random::cases;

/// The kept pictures: sample, figure, language, width, theme.
const KEPT: &[(Sample, Kind, Language, u16, Theme)] = &[
    (Sample::Coffee, Kind::Bars, Chinese, 820, Theme::Light),
    (Sample::Coffee, Kind::Bars, English, 360, Theme::Light),
    (Sample::Coffee, Kind::Lead, Chinese, 820, Theme::Light),
    (Sample::Coffee, Kind::Lead, English, 360, Theme::Light),
    (Sample::Coffee, Kind::Ladder, Chinese, 360, Theme::Light),
    (Sample::Coffee, Kind::Ladder, English, 820, Theme::Dark),
    (Sample::Coffee, Kind::Perception, Chinese, 820, Theme::Light),
    (Sample::Coffee, Kind::Perception, English, 360, Theme::Light),
    (Sample::Coffee, Kind::Cumulative, Chinese, 820, Theme::Light),
    (Sample::Coffee, Kind::Cumulative, English, 360, Theme::Light),
    (Sample::Coffee, Kind::Survival, Chinese, 360, Theme::Light),
    (Sample::Coffee, Kind::Survival, English, 820, Theme::Light),
    (Sample::Coffee, Kind::Storm, Chinese, 360, Theme::Light),
    (Sample::Coffee, Kind::Storm, English, 820, Theme::Light),
    (Sample::Coffee, Kind::CashFlow, Chinese, 820, Theme::Light),
    (Sample::Coffee, Kind::CashFlow, English, 360, Theme::Light),
    (Sample::Caterpillar, Kind::Bars, English, 820, Theme::Projector),
    (Sample::Caterpillar, Kind::Bars, Chinese, 360, Theme::Light),
    (Sample::Caterpillar, Kind::Lead, English, 820, Theme::Light),
    (Sample::Caterpillar, Kind::Cumulative, Chinese, 360, Theme::Dark),
    (Sample::Rules, Kind::Bars, Chinese, 820, Theme::Dark),
    (Sample::Rules, Kind::Bars, English, 360, Theme::Light),
    (Sample::Rules, Kind::Survival, Chinese, 820, Theme::Light),
    (Sample::Rules, Kind::Cumulative, English, 820, Theme::Light),
];

/// The figures.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Bars,
    Lead,
    Ladder,
    Perception,
    Cumulative,
    Survival,
    Storm,
    CashFlow,
}

const KINDS: [Kind; 8] = [
    Kind::Bars,
    Kind::Lead,
    Kind::Ladder,
    Kind::Perception,
    Kind::Cumulative,
    Kind::Survival,
    Kind::Storm,
    Kind::CashFlow,
];

/// A figure of a case; none where the case has no such result.
fn figure(case: &Case, kind: Kind, language: Language) -> Option<Chart> {
    let glass = case.glass(language);
    let unit = case.customer.period.unit();
    Some(match kind {
        Kind::Bars => case.bars_figure(&case.comparison().ok()?, language),
        Kind::Lead => case.lead_figure(&case.comparison().ok()?, language),
        Kind::Ladder => case.ladder_figure(language),
        Kind::Perception => case.perception_figure(language)?,
        Kind::Cumulative => lifetime::cumulative(&case.lifetime().ok()?, unit, glass),
        Kind::Survival => lifetime::survival(&case.lifetime().ok()?, unit, glass),
        Kind::Storm => case.lifetime_storm_figure(&case.lifetime().ok()?, language),
        Kind::CashFlow => case.cash_flow_figure(&case.cash_flow().ok()?, language),
    })
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/figures")
}

/// The kept pictures by the names of their files.
fn pictures() -> Vec<(String, String)> {
    let picture =
        |(sample, kind, language, width, theme): &(Sample, Kind, Language, u16, Theme)| {
            let letters = match language {
                Chinese => "zh",
                English => "en",
            };
            let name =
                format!("{sample:?}-{kind:?}-{letters}-{width}-{theme:?}.svg").to_lowercase();
            let chart = figure(&library::open(*sample), *kind, *language);
            let chart = chart.unwrap_or_else(|| panic!("{sample:?} has no {kind:?}"));
            (name, svg(&chart, f64::from(*width), *theme))
        };
    KEPT.iter().map(picture).collect()
}

/// Where two texts first differ: the line's number, and the line in both.
fn first_difference(now: &str, kept: &str) -> Option<(usize, String, String)> {
    let (mut a, mut b) = (now.lines(), kept.lines());
    for number in 1.. {
        match (a.next(), b.next()) {
            (None, None) => break,
            (a, b) if a == b => {}
            (a, b) => {
                let line = |line: Option<&str>| line.unwrap_or("(the file ends)").to_owned();
                return Some((number, line(a), line(b)));
            }
        }
    }
    None
}

#[test]
fn figures_are_drawn_as_they_were() {
    let folder = folder();
    let update = std::env::var_os("UPDATE_FIGURES").is_some();
    let mut wrong = Vec::new();
    if update {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
    }
    for (name, drawn) in pictures() {
        let path = folder.join(&name);
        if update {
            fs::write(&path, &drawn).unwrap();
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        if let Some((line, now, then)) = first_difference(&drawn, &kept) {
            wrong.push(format!("{name}, line {line}\n  now  {now:.160}\n  kept {then:.160}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "these figures are not drawn as in tests/data/figures:\n{}\nIf that is as it should be: \
         UPDATE_FIGURES=1 cargo test --test figures",
        wrong.join("\n")
    );
}

#[test]
fn every_kept_picture_is_drawn_and_every_figure_is_kept() {
    if std::env::var_os("UPDATE_FIGURES").is_some() {
        return;
    }
    let mut kept: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    let mut names: Vec<String> = pictures().into_iter().map(|(name, _)| name).collect();
    kept.sort();
    names.sort();
    assert_eq!(kept, names);
    for kind in KINDS {
        for language in [Chinese, English] {
            let has = |row: &&(_, Kind, Language, _, _)| row.1 == kind && row.2 == language;
            let widths: Vec<u16> = KEPT.iter().filter(has).map(|row| row.3).collect();
            assert!(!widths.is_empty(), "{kind:?} in {language:?}");
        }
        let wide = |width| KEPT.iter().any(|row| row.1 == kind && row.3 == width);
        assert!(wide(360) && wide(820), "{kind:?} at both widths");
    }
}

#[test]
fn a_difference_is_found_and_named() {
    assert_eq!(first_difference("a\nb\nc", "a\nb\nc\n"), None);
    let changed = first_difference("a\nb\nc", "a\nx\nc");
    assert_eq!(changed, Some((2, "b".into(), "x".into())));
    let shorter = first_difference("a", "a\nb");
    assert_eq!(shorter, Some((2, "(the file ends)".into(), "b".into())));
    assert!(first_difference("a", "").is_some());
}

/// The numbers of an attribute, one for each element that has it, in order.
fn attributes(markup: &str, element: &str, name: &str) -> Vec<f64> {
    let opening = format!("<{element} ");
    let attribute = format!(" {name}=\"");
    let elements = markup.split(&opening).skip(1).map(|rest| format!(" {rest}"));
    elements
        .filter_map(|rest| {
            let value = rest.split_once('>')?.0.split_once(&attribute)?.1.split_once('"')?.0;
            value.parse().ok()
        })
        .collect()
}

#[test]
fn no_circle_is_cut_off() {
    let mut cut = Vec::new();
    for (name, drawn) in pictures() {
        let area = drawn.split_once("viewBox=\"0 0 ").unwrap().1.split_once('"').unwrap().0;
        let (width, height) = area.split_once(' ').unwrap();
        let (width, height): (f64, f64) = (width.parse().unwrap(), height.parse().unwrap());
        let [xs, ys, radii] = ["cx", "cy", "r"].map(|name| attributes(&drawn, "circle", name));
        let circles = drawn.matches("<circle").count();
        assert_eq!([xs.len(), ys.len(), radii.len()], [circles; 3], "{name}");
        for ((x, y), r) in xs.iter().zip(&ys).zip(&radii) {
            if x - r < 0.0 || y - r < 0.0 || x + r > width || y + r > height {
                cut.push(format!("{name}: {x} {y} ± {r} in {width} × {height}"));
            }
        }
    }
    assert!(cut.is_empty(), "{}", cut.join("\n"));
}

/// Every sample has every figure, in both languages, at every width from phone to projector.
#[test]
fn every_sample_has_every_figure() {
    for sample in Sample::ALL {
        let case = library::open(sample);
        for kind in KINDS {
            for language in [Chinese, English] {
                let chart = figure(&case, kind, language);
                let chart = chart.unwrap_or_else(|| panic!("{sample:?} has no {kind:?}"));
                assert_eq!(faults(&chart), [""; 0]);
                assert!(!chart.summary.is_empty() && !chart.marks.is_empty());
                let name = |text: &str| text.chars().any(|c| ('\u{4e00}'..'\u{a000}').contains(&c));
                assert_eq!(name(&chart.title), language == Chinese, "{}", chart.title);
                assert!(language == Chinese || !name(&svg(&chart, 360.0, Theme::Light)));
            }
        }
    }
}

/// All points of a mark.
fn points(mark: &Mark) -> Vec<Point> {
    match mark {
        Mark::Line { points, .. } => points.clone(),
        Mark::Area { upper, lower, .. } => [&upper[..], &lower[..]].concat(),
        Mark::Bar { x, y, .. } => vec![(x.0, y.0), (x.1, y.1)],
        Mark::Rule { from, to, .. } => vec![*from, *to],
        Mark::Dot { at, .. } | Mark::Note { at, .. } => vec![*at],
    }
}

/// What is wrong with a figure: numbers that are none, ranges the wrong way round, words that
/// give away a missing number.
fn faults(chart: &Chart) -> Vec<String> {
    let mut faults = Vec::new();
    let mut check = |what: &str, numbers: &[f64], ordered: bool| {
        if !(ordered && numbers.iter().all(|x| x.is_finite())) {
            faults.push(format!("{}: {what} {numbers:?}", chart.title));
        }
    };
    for (low, high) in [chart.x.range, chart.y.range] {
        check("range", &[low, high], low <= high);
    }
    for mark in &chart.marks {
        for point in points(mark) {
            check(&format!("{mark:?}"), &[point.0, point.1], true);
        }
    }
    for spot in &chart.spots {
        check("spot", &[spot.at.0, spot.at.1], true);
        let ends = |a: &(f64, f64, f64, f64)| [a.0, a.1, a.2, a.3];
        spot.area
            .iter()
            .for_each(|area| check("area", &ends(area), area.0 <= area.1 && area.2 <= area.3));
    }
    for handle in &chart.handles {
        let (low, high) = handle.range;
        let numbers = [handle.at.0, handle.at.1, low, high, handle.step];
        check(&handle.label, &numbers, low <= high && handle.step >= 0.0);
    }
    let width = chart.table.head.len();
    let rows = chart.table.rows.iter().filter(|row| row.len() != width);
    faults.extend(rows.map(|row| format!("{}: {row:?}", chart.title)));
    let cells = chart.table.rows.iter().flatten().chain(chart.spots.iter().flat_map(|s| &s.lines));
    let words = cells.chain([&chart.title, &chart.summary]);
    faults.extend(words.filter(|text| is_odd(text)).map(|text| format!("{}: {text}", chart.title)));
    faults
}

/// Words that no reader should meet. (A dash stands for a number that is none.)
fn is_odd(text: &str) -> bool {
    ["NaN", "inf", "—"].iter().any(|odd| text.contains(odd))
}

fn config(count: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(count) }
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn no_case_has_a_figure_with_a_fault(case in cases()) {
        for language in [Chinese, English] {
            for chart in KINDS.into_iter().filter_map(|kind| figure(&case, kind, language)) {
                prop_assert_eq!(faults(&chart), Vec::<String>::new());
            }
        }
    }
}

proptest! {
    #![proptest_config(config(24))]

    #[test]
    fn every_figure_of_every_case_can_be_drawn(case in cases(), width in 320.0..1_400.0) {
        for chart in KINDS.into_iter().filter_map(|kind| figure(&case, kind, Chinese)) {
            let drawn = svg(&chart, width, Theme::Light);
            prop_assert!(drawn.ends_with("</svg>\n") && !drawn.contains("NaN"), "{drawn}");
        }
    }
}
