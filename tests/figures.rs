//! The figures of the samples as pictures, compared with those that are kept; and what holds of
//! the figures of every case.
//!
//! `UPDATE_FIGURES=1 cargo test --test figures` draws the kept ones anew: look at them before
//! you commit them.

use std::fs;
use std::path::{Path, PathBuf};

use customer_value::case::claims::Sum;
use customer_value::case::cycle::Entry;
use customer_value::case::methods::Method;
use customer_value::case::{Case, Sample, library};
use customer_value::chart::brush::svg;
use customer_value::chart::layout::{Across, Coat, Estimate, Frame, Rect, Words, layout};
use customer_value::chart::palette::Theme;
use customer_value::chart::{Along, Chart, Mark, Point, investment, lifetime};
use customer_value::model::loyalty::Saying;
use customer_value::model::ownership::Difference;
use customer_value::words::Language::{self, Chinese, English};
use proptest::prelude::*;

#[path = "data/config.rs"]
mod config;
#[path = "data/random.rs"]
mod random;

use config::config;
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
    (Sample::Hotel, Kind::Curves, Chinese, 820, Theme::Light),
    (Sample::Hotel, Kind::Curves, English, 360, Theme::Light),
    (Sample::Hotel, Kind::CurvesInRows, Chinese, 360, Theme::Light),
    (Sample::Hotel, Kind::CurvesInRows, English, 820, Theme::Light),
    (Sample::Hotel, Kind::PriceClasses, Chinese, 820, Theme::Light),
    (Sample::Hotel, Kind::PriceClasses, English, 360, Theme::Light),
    (Sample::Hotel, Kind::Savings, Chinese, 820, Theme::Light),
    (Sample::Hotel, Kind::Savings, English, 360, Theme::Light),
    (Sample::Machine, Kind::CurvesInRows, English, 360, Theme::Dark),
    (Sample::Machine, Kind::Curves, Chinese, 820, Theme::Dark),
    (Sample::Rules, Kind::Bars, Chinese, 820, Theme::Dark),
    (Sample::Rules, Kind::Bars, English, 360, Theme::Light),
    (Sample::Rules, Kind::Survival, Chinese, 820, Theme::Light),
    (Sample::Rules, Kind::Cumulative, English, 820, Theme::Light),
    (Sample::Machine, Kind::CostBars, Chinese, 820, Theme::Light),
    (Sample::Machine, Kind::CostBars, English, 360, Theme::Dark),
    (Sample::Machine, Kind::CostYears, Chinese, 820, Theme::Light),
    (Sample::Machine, Kind::Saving, Chinese, 820, Theme::Light),
    (Sample::Machine, Kind::Saving, English, 360, Theme::Light),
    (Sample::Machine, Kind::Drivers, English, 820, Theme::Light),
    (Sample::Coffee, Kind::CostBars, Chinese, 360, Theme::Light),
    (Sample::Coffee, Kind::CostYears, English, 360, Theme::Light),
    (Sample::Coffee, Kind::Drivers, Chinese, 360, Theme::Light),
    (Sample::Operators, Kind::Saving, English, 820, Theme::Projector),
    (Sample::Rules, Kind::Map, Chinese, 820, Theme::Light),
    (Sample::Coffee, Kind::Map, English, 360, Theme::Dark),
    (Sample::Hotel, Kind::Map, English, 820, Theme::Projector),
    (Sample::Coffee, Kind::Ranks, Chinese, 820, Theme::Light),
    (Sample::Machine, Kind::Ranks, English, 360, Theme::Light),
    (Sample::Caterpillar, Kind::Waterfall, Chinese, 820, Theme::Light),
    (Sample::Caterpillar, Kind::Waterfall, English, 360, Theme::Dark),
    (Sample::Machine, Kind::Waterfall, English, 820, Theme::Light),
    (Sample::Operators, Kind::Waterfall, Chinese, 360, Theme::Light),
    (Sample::Caterpillar, Kind::Sides, English, 360, Theme::Light),
    (Sample::Coffee, Kind::Sides, Chinese, 820, Theme::Light),
    (Sample::Machine, Kind::SoFar, Chinese, 820, Theme::Light),
    (Sample::Machine, Kind::SoFar, English, 360, Theme::Light),
    (Sample::Coffee, Kind::Demand, Chinese, 820, Theme::Light),
    (Sample::Coffee, Kind::Demand, English, 360, Theme::Light),
    (Sample::Operators, Kind::Choices, Chinese, 820, Theme::Light),
    (Sample::Coffee, Kind::Choices, English, 360, Theme::Light),
    (Sample::Operators, Kind::Equity, Chinese, 820, Theme::Light),
    (Sample::Operators, Kind::Equity, English, 360, Theme::Light),
    (Sample::Coffee, Kind::Profit, Chinese, 820, Theme::Light),
    (Sample::Caterpillar, Kind::Profit, English, 360, Theme::Light),
    (Sample::Coffee, Kind::PriceShares, Chinese, 360, Theme::Light),
    (Sample::Coffee, Kind::PriceShares, English, 820, Theme::Dark),
    (Sample::Operators, Kind::Positions, Chinese, 820, Theme::Light),
    (Sample::Operators, Kind::Positions, English, 360, Theme::Light),
    (Sample::Coffee, Kind::Composition, Chinese, 820, Theme::Dark),
    (Sample::Coffee, Kind::Composition, English, 360, Theme::Light),
    (Sample::Coffee, Kind::Expectation, Chinese, 820, Theme::Light),
    (Sample::Coffee, Kind::Expectation, English, 360, Theme::Light),
    (Sample::Coffee, Kind::Funnel, Chinese, 820, Theme::Light),
    (Sample::Coffee, Kind::Funnel, English, 360, Theme::Light),
    (Sample::Coffee, Kind::Wallet, Chinese, 820, Theme::Light),
    (Sample::Coffee, Kind::Wallet, English, 360, Theme::Light),
    (Sample::Coffee, Kind::Conflict, Chinese, 820, Theme::Projector),
    (Sample::Coffee, Kind::Conflict, English, 360, Theme::Light),
    (Sample::Coffee, Kind::Contribution, Chinese, 820, Theme::Light),
    (Sample::Coffee, Kind::Contribution, English, 360, Theme::Light),
    (Sample::Coffee, Kind::Career, Chinese, 820, Theme::Light),
    (Sample::Coffee, Kind::Career, English, 360, Theme::Light),
    (Sample::Coffee, Kind::Account, Chinese, 820, Theme::Light),
    (Sample::Coffee, Kind::Account, English, 360, Theme::Light),
    (Sample::Coffee, Kind::Measures, Chinese, 820, Theme::Light),
    (Sample::Rules, Kind::Measures, English, 360, Theme::Dark),
    (Sample::Coffee, Kind::Traps, Chinese, 360, Theme::Light),
    (Sample::Coffee, Kind::Traps, English, 820, Theme::Light),
    (Sample::Hotel, Kind::Standing, Chinese, 820, Theme::Light),
    (Sample::Hotel, Kind::Standing, English, 360, Theme::Light),
    (Sample::Coffee, Kind::Cycle, Chinese, 820, Theme::Light),
    (Sample::Coffee, Kind::Cycle, English, 360, Theme::Light),
    (Sample::Machine, Kind::CycleStages, Chinese, 360, Theme::Light),
    (Sample::Machine, Kind::CycleStages, English, 820, Theme::Dark),
    (Sample::Coffee, Kind::CycleMeasures, Chinese, 820, Theme::Dark),
    (Sample::Coffee, Kind::CycleMeasures, English, 360, Theme::Light),
    (Sample::Coffee, Kind::CycleSum, Chinese, 360, Theme::Light),
    (Sample::Coffee, Kind::CycleSum, English, 820, Theme::Light),
    (Sample::Coffee, Kind::Buying, Chinese, 820, Theme::Light),
    (Sample::Coffee, Kind::Buying, English, 360, Theme::Light),
    (Sample::Coffee, Kind::MovedUp, Chinese, 820, Theme::Light),
    (Sample::Coffee, Kind::MovedUp, English, 360, Theme::Light),
    (Sample::Coffee, Kind::Replaced, Chinese, 360, Theme::Light),
    (Sample::Coffee, Kind::Replaced, English, 820, Theme::Light),
    (Sample::Coffee, Kind::Gossip, Chinese, 820, Theme::Light),
    (Sample::Coffee, Kind::Gossip, English, 360, Theme::Light),
    (Sample::Coffee, Kind::Calls, Chinese, 360, Theme::Light),
    (Sample::Coffee, Kind::Calls, English, 820, Theme::Light),
    (Sample::Coffee, Kind::Referred, Chinese, 820, Theme::Light),
    (Sample::Coffee, Kind::Referred, English, 360, Theme::Light),
    (Sample::Coffee, Kind::Grown, Chinese, 360, Theme::Light),
    (Sample::Coffee, Kind::Grown, English, 820, Theme::Light),
    (Sample::Coffee, Kind::Chain, Chinese, 820, Theme::Light),
    (Sample::Coffee, Kind::Chain, English, 360, Theme::Light),
    (Sample::Coffee, Kind::Recovery, Chinese, 360, Theme::Light),
    (Sample::Coffee, Kind::Recovery, English, 820, Theme::Light),
    (Sample::Coffee, Kind::Trial, Chinese, 820, Theme::Light),
    (Sample::Coffee, Kind::Trial, English, 360, Theme::Light),
    (Sample::Operators, Kind::Trial, Chinese, 360, Theme::Dark),
    (Sample::Coffee, Kind::Hyperbola, Chinese, 820, Theme::Light),
    (Sample::Coffee, Kind::Hyperbola, English, 360, Theme::Light),
    (Sample::Coffee, Kind::Rising, Chinese, 360, Theme::Light),
    (Sample::Coffee, Kind::Rising, English, 820, Theme::Dark),
    (Sample::Coffee, Kind::Gains, Chinese, 360, Theme::Light),
    (Sample::Coffee, Kind::Gains, English, 820, Theme::Light),
    (Sample::Coffee, Kind::Quadrants, Chinese, 360, Theme::Light),
    (Sample::Coffee, Kind::Quadrants, English, 820, Theme::Dark),
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
    CostBars,
    CostYears,
    Saving,
    Drivers,
    Map,
    Ranks,
    Waterfall,
    Sides,
    SoFar,
    Demand,
    Choices,
    Equity,
    Profit,
    PriceShares,
    Positions,
    Composition,
    Expectation,
    Funnel,
    Wallet,
    Conflict,
    Contribution,
    Career,
    Account,
    Curves,
    CurvesInRows,
    PriceClasses,
    Savings,
    Measures,
    Traps,
    Standing,
    Cycle,
    CycleStages,
    CycleMeasures,
    CycleSum,
    Buying,
    Trial,
    Hyperbola,
    Rising,
    MovedUp,
    Replaced,
    Gossip,
    Calls,
    Referred,
    Grown,
    Chain,
    Recovery,
    Gains,
    Quadrants,
}

const KINDS: [Kind; 56] = [
    Kind::Bars,
    Kind::Lead,
    Kind::Ladder,
    Kind::Perception,
    Kind::Cumulative,
    Kind::Survival,
    Kind::Storm,
    Kind::CashFlow,
    Kind::CostBars,
    Kind::CostYears,
    Kind::Saving,
    Kind::Drivers,
    Kind::Map,
    Kind::Ranks,
    Kind::Waterfall,
    Kind::Sides,
    Kind::SoFar,
    Kind::Demand,
    Kind::Choices,
    Kind::Equity,
    Kind::Profit,
    Kind::PriceShares,
    Kind::Positions,
    Kind::Composition,
    Kind::Expectation,
    Kind::Funnel,
    Kind::Wallet,
    Kind::Conflict,
    Kind::Contribution,
    Kind::Career,
    Kind::Account,
    Kind::Curves,
    Kind::CurvesInRows,
    Kind::PriceClasses,
    Kind::Savings,
    Kind::Measures,
    Kind::Traps,
    Kind::Standing,
    Kind::Cycle,
    Kind::CycleStages,
    Kind::CycleMeasures,
    Kind::CycleSum,
    Kind::Buying,
    Kind::Trial,
    Kind::Hyperbola,
    Kind::Rising,
    Kind::MovedUp,
    Kind::Replaced,
    Kind::Gossip,
    Kind::Calls,
    Kind::Referred,
    Kind::Grown,
    Kind::Chain,
    Kind::Recovery,
    Kind::Gains,
    Kind::Quadrants,
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
        Kind::CostBars => case.cost_bars_figure(&case.tally().ok()?, language),
        Kind::CostYears => case.cost_years_figure(&case.tally().ok()?, language),
        Kind::Saving => case.saving_figure(&duel(case)?.0, duel(case)?.1, language),
        Kind::Map => case.value_map_figure(&case.value_map().ok()?, language),
        Kind::Ranks => case.rules_figure(&case.rules().ok()?, language),
        Kind::Drivers => case.drivers_figure(&duel(case)?.0, duel(case)?.1, language),
        Kind::Waterfall => case.waterfall_figure(&case.economic_value().ok()?, language),
        Kind::Sides => case.sides_figure(&case.economic_value().ok()?, language)?,
        Kind::SoFar => investment::so_far(&case.client_investment().ok()?, glass),
        Kind::Demand => case.demand_figure(&case.willingness().ok()?, language),
        Kind::Choices => case.choices_figure(&case.choices().ok()?, language),
        Kind::Equity => case.equity_figure(&case.equity().ok()?, language)?,
        Kind::Profit => {
            let market = case.choices().ok()?;
            case.profit_figure(&market, market.best_price(0).ok(), language)
        }
        Kind::PriceShares => {
            let market = case.choices().ok()?;
            case.price_shares_figure(&market, market.best_price(0).ok(), language)
        }
        Kind::Positions => case.positions_figure(&case.positioning().ok()?, language),
        Kind::Composition => case.composition_figure(language)?,
        Kind::Expectation => case.expectation_figure(&case.experience().ok()?, language)?,
        Kind::Funnel => case.outcomes_figure(&case.outcomes()?, language),
        Kind::Wallet => case.wallet_figure(&case.wallet().ok()?, language),
        Kind::Conflict => case.conflict_figure(&case.conflict().ok()?, language),
        Kind::Contribution => case.contribution_figure(&case.contribution().ok()?, language),
        Kind::Career => case.method_figure(Method::Career, language)?,
        Kind::Account => case.method_figure(Method::Account, language)?,
        Kind::Curves | Kind::CurvesInRows => {
            let top = case.top_price();
            let curves = case.value_curves(top).ok()?;
            case.curves_figure(&curves, top, kind == Kind::CurvesInRows, language)
        }
        Kind::PriceClasses => case.classes_figure(language)?,
        Kind::Savings => case.savings_figure(&case.savings().ok()?, language),
        Kind::Measures => case.plan_figure(&case.plan().ok()?, language),
        Kind::Traps => case.traps_figure(language),
        Kind::Standing => case.standing_figure(&case.leadership()?, language),
        Kind::Cycle | Kind::CycleStages | Kind::CycleMeasures => {
            let case = cycle_case(case, kind);
            case.cycle_figure(&case.life_cycle().ok()?, language)
        }
        Kind::CycleSum => case.cycle_sum_figure(&case.life_cycle().ok()?, language),
        Kind::Buying => case.buying_figure(language)?,
        Kind::Trial => on_trial(case, case.claims.chosen, language)?,
        Kind::Hyperbola => on_trial(case, Saying::EightTimes, language)?,
        Kind::Rising => on_trial(case, Saying::TellsFive, language)?,
        Kind::MovedUp => case.sum_figure(Sum::MovedUp, language).ok()?,
        Kind::Replaced => case.sum_figure(Sum::Replaced, language).ok()?,
        Kind::Gossip => case.sum_figure(Sum::Gossip, language).ok()?,
        Kind::Calls => case.sum_figure(Sum::Calls, language).ok()?,
        Kind::Referred => case.sum_figure(Sum::Referred, language).ok()?,
        Kind::Grown => case.sum_figure(Sum::Growth, language).ok()?,
        Kind::Chain => case.sum_figure(Sum::Chain, language).ok()?,
        Kind::Recovery => case.sum_figure(Sum::Recovery, language).ok()?,
        Kind::Gains | Kind::Quadrants => {
            let both = case.win_win().ok()?;
            let highlights = both.highlights(case.fallback(&both));
            let of = if kind == Kind::Gains { Case::gains_figure } else { Case::quadrants_figure };
            of(case, &both, &highlights, language)
        }
    })
}

/// The case with its life cycle entered by stages, or with every measure taken.
fn cycle_case(case: &Case, kind: Kind) -> Case {
    let mut case = case.clone();
    match kind {
        Kind::CycleStages => case.cycle.entry = Entry::Stages,
        Kind::CycleMeasures => case.cycle.measures.taken = [true; 5],
        _ => {}
    }
    case
}

/// A claim put to the test.
fn on_trial(case: &Case, chosen: Saying, language: Language) -> Option<Chart> {
    let mut case = case.clone();
    case.claims.chosen = chosen;
    Some(case.trial_figure(&case.trial(chosen).ok()?, language))
}

/// What owning ours costs more than the cheapest rival, and which that is.
fn duel(case: &Case) -> Option<(Difference, usize)> {
    let tally = case.tally().ok()?;
    let rival = tally.best_rival(0)?;
    Some((tally.difference(0, rival)?, rival))
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

/// What a sample cannot have: where the rival scores nothing there are no ratios, and no map.
/// And where offers are worth points, a price does nothing to both sides that could be added up.
const WITHOUT: [(Sample, Kind); 3] = [
    (Sample::Caterpillar, Kind::Map),
    (Sample::Rules, Kind::Gains),
    (Sample::Rules, Kind::Quadrants),
];

/// Figures that on a phone have no room for all words beside their lines.
const CROWDED: [&str; 4] = ["PriceShares", "Curves", "CycleMeasures", "Map"];

/// Every sample has every figure, in both languages, at every width from phone to projector.
#[test]
fn every_sample_has_every_figure() {
    for sample in Sample::ALL {
        let case = library::open(sample);
        for kind in KINDS.into_iter().filter(|kind| !WITHOUT.contains(&(sample, *kind))) {
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

/// A straight line and a rectangle that share more than a border.
fn meet(a: Point, b: Point, area: &Rect) -> bool {
    let steps = 64;
    let at = |k: i32| {
        let t = f64::from(k) / f64::from(steps);
        (a.0 + t * (b.0 - a.0), a.1 + t * (b.1 - a.1))
    };
    (0..=steps).any(|k| area.grown(-0.5).holds(at(k)))
}

/// Every figure of every sample, laid out for a phone and for a desk.
fn for_every_frame(mut check: impl FnMut(&str, &Chart, &Frame)) {
    for (sample, kind) in Sample::ALL.into_iter().flat_map(|s| KINDS.map(|kind| (s, kind))) {
        let case = library::open(sample);
        for language in [Chinese, English] {
            let Some(chart) = figure(&case, kind, language) else { continue };
            for width in [360.0, 820.0] {
                let frame = layout(&chart, width, Theme::Light, &Estimate);
                check(&format!("{sample:?} {kind:?} {language:?} {width}"), &chart, &frame);
            }
        }
    }
}

/// The words that stand on paper or on the plot, not in a bar.
fn free_words(frame: &Frame) -> impl Iterator<Item = &Words> {
    frame.words.iter().filter(|words| !matches!(words.coat, Coat::Inside(..)))
}

#[test]
fn the_axis_and_what_runs_along_it_pass_no_words() {
    let mut crossed = Vec::new();
    for_every_frame(|name, chart, frame| {
        let rules = chart.marks.iter().filter_map(|mark| match mark {
            Mark::Rule { from, to, .. } => Some((frame.place(*from), frame.place(*to))),
            _ => None,
        });
        let rules = rules.filter(|(from, to)| (from.0 - to.0).abs() < 1e-6);
        let rules = rules.map(|(from, to)| (from.0, (from.1.min(to.1), from.1.max(to.1))));
        let plot = (frame.plot.top, frame.plot.bottom);
        let grid = frame.grid.iter().chain(&frame.zero).filter_map(|across| match across {
            Across::Upright(x) => Some((*x, plot)),
            Across::Level(_) => None,
        });
        for (x, ends) in rules.chain(grid) {
            for (top, bottom) in frame.upright(x, ends) {
                let met = |words: &&Words| meet((x, top), (x, bottom), &words.area());
                crossed.extend(free_words(frame).find(met).map(|w| format!("{name}: {}", w.text)));
            }
        }
    });
    assert!(crossed.is_empty(), "{}", crossed.join("\n"));
}

#[test]
fn no_words_lie_on_a_line_of_the_data() {
    let mut struck = Vec::new();
    for_every_frame(|name, chart, frame| {
        let crowded = |kind: &&str| name.split(' ').nth(1) == Some(*kind);
        if frame.width < 400.0 && CROWDED.iter().any(crowded) {
            return;
        }
        for mark in &chart.marks {
            let Mark::Line { points, .. } = mark else { continue };
            let places: Vec<Point> = points.iter().map(|point| frame.place(*point)).collect();
            for words in free_words(frame) {
                // Lines end where the plot does.
                let (words_area, plot) = (words.area(), frame.plot);
                let corner = plot.nearest((words_area.left, words_area.top));
                let other = plot.nearest((words_area.right, words_area.bottom));
                let area = Rect::between(corner, other);
                let met = |pair: &[Point]| meet(pair[0], pair[1], &area);
                if places.windows(2).any(met) {
                    struck.push(format!("{name}: {}", words.text));
                }
            }
        }
    });
    assert!(struck.is_empty(), "{}", struck.join("\n"));
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
        let [x, y] = handle.reach();
        let within = |at: f64, (low, high): (f64, f64)| low <= high && at.clamp(low, high) == at;
        if let Along::Both { step, .. } = handle.along {
            let inside = within(handle.at.0, x) && within(handle.at.1, y);
            check(&handle.label, &[x.0, x.1, y.0, y.1, step], inside && step >= 0.0);
        }
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
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    text.contains('—') || words.any(|word| matches!(word, "NaN" | "inf"))
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
