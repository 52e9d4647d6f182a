//! The worked examples of the life cycle, each done through the case as the page does it.

use customer_value::case::cycle::{Entry, Measure, Number, Part};
use customer_value::case::grip::Grip;
use customer_value::case::{Case, Input, Sample, library};
use customer_value::words::Language::{Chinese, English};
use customer_value::words::{Piece, cycle as words};

fn case() -> Case {
    library::open(Sample::Coffee)
}

fn by_stages() -> Case {
    let mut case = case();
    case.cycle.entry = Entry::Stages;
    case
}

fn set(case: &mut Case, number: Number, value: f64) {
    Input::Cycle(number).set(case, value);
}

fn net(case: &Case) -> f64 {
    case.life_cycle().unwrap_or_else(|error| panic!("{error:?}")).now.net()
}

#[track_caller]
fn near(found: f64, wanted: f64, tolerance: f64) {
    assert!((found - wanted).abs() <= tolerance, "{found} is not {wanted}");
}

/// Crossing, money back, A, B and net.
fn results(case: &Case) -> [f64; 5] {
    let cycle = case.life_cycle().unwrap_or_else(|error| panic!("{error:?}")).now;
    let (loss, gain) = cycle.areas();
    let year = |year: Option<f64>| year.unwrap_or(f64::NAN);
    [year(cycle.pays_from()), year(cycle.money_back()), -loss, gain, cycle.net()]
}

#[track_caller]
fn are(case: &Case, wanted: [f64; 5]) {
    for ((found, wanted), tolerance) in
        results(case).into_iter().zip(wanted).zip([5e-4, 5e-4, 5e-3, 5e-3, 1e-9])
    {
        near(found, wanted, tolerance);
    }
}

fn answer(case: &Case, language: customer_value::words::Language) -> String {
    let outlook = case.life_cycle().unwrap_or_else(|error| panic!("{error:?}"));
    let words = |piece: Piece| match piece {
        Piece::Say(words) | Piece::Figure(words) => words,
    };
    words::answer(case.glass(language), &outlook.now).into_iter().map(words).collect()
}

#[test]
fn e9_four_stages() {
    let mut case = by_stages();
    near(net(&case), 5_500.0, 1e-9);
    case.cycle.turn(Measure::SetUp);
    near(net(&case), 6_000.0, 1e-9);
    case.cycle.turn(Measure::Maturity);
    near(net(&case), 7_500.0, 1e-9);
    let outlook = case.life_cycle().unwrap_or_else(|error| panic!("{error:?}"));
    let gains = outlook.gains.map(|gain| gain.unwrap_or(f64::NAN));
    near(gains[0], 500.0, 1e-9);
    near(gains[1], 1_500.0, 1e-9);
    near(outlook.former.net(), 5_500.0, 1e-9);
    // The same by typing the lengths, or by dragging the borders.
    let mut typed = by_stages();
    set(&mut typed, Number::Stage(0, Part::Years), 0.5);
    near(net(&typed), 6_000.0, 1e-9);
    set(&mut typed, Number::Stage(2, Part::Years), 2.0);
    near(net(&typed), 7_500.0, 1e-9);
}

#[test]
fn e10_curves() {
    let case = case();
    are(&case, [1.286, 2.414, -2_142.86, 10_142.86, 8_000.0]);
    assert_eq!(
        answer(&case, Chinese),
        "第\u{a0}1.286\u{a0}年起每年赚钱，第\u{a0}2.414\u{a0}年收回投入，4 年共值 8,000 元。"
    );
    assert_eq!(
        answer(&case, English),
        "It pays from year\u{a0}1.286, the money is back in year\u{a0}2.414; over 4 years the customer is worth ¥8,000."
    );
    let outlook = case.life_cycle().unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!(
        words::areas(case.glass(Chinese), &outlook.now),
        "A 是垫进去的 −2,142.86 元，B 是赚回来的 +10,142.86 元。"
    );
    let sums: Vec<f64> = case
        .cycle
        .points
        .iter()
        .filter_map(|point| case.cycle_sum_at(&outlook, point.id))
        .collect();
    for (found, wanted) in sums.into_iter().zip([0.0, -2_000.0, -1_250.0, 2_500.0, 8_000.0]) {
        near(found, wanted, 1e-9);
    }
}

#[test]
fn e11_cross_selling_and_a_larger_share() {
    let mut case = case();
    case.cycle.turn(Measure::CrossSell);
    are(&case, [1.222, 2.2, -2_111.11, 12_611.11, 10_500.0]);
    let outlook = case.life_cycle().unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!(
        words::changes(case.glass(Chinese), &outlook.former, &outlook.now),
        "和原来比：净值 +2,500 元（8,000 → 10,500），起赚 1.286 年 → 1.222 年，回本 2.414 年 → 2.2 年。"
    );
    case.cycle.turn(Measure::CrossSell);
    case.cycle.turn(Measure::Share);
    // A fifth more of a revenue of 26,000; the year before rises from nothing to 3,600 either way.
    near(net(&case), 8_000.0 + 0.2 * 26_000.0, 1e-9);
}

#[test]
fn e12_cost_by_stage_of_buying() {
    let mut case = case();
    let figure = case.buying_figure(Chinese).map(|chart| chart.summary);
    assert_eq!(
        figure.as_deref(),
        Some("一次购买一共花 250 元。信息收集省下 50%，就是 220 元（−12%）。")
    );
    case.cycle.turn(Measure::Cost);
    // 12 % of a cost of 18,000.
    near(net(&case), 8_000.0 + 0.12 * 18_000.0, 1e-9);
    case.cycle.saved_stage = 2;
    near(net(&case), 8_000.0 + 0.18 * 18_000.0, 1e-9);
}

/// Every handle stands where its input is, whichever way the life cycle is entered.
#[test]
fn every_handle_has_its_grip() {
    for sample in Sample::ALL {
        for entry in [Entry::Points, Entry::Stages] {
            let mut case = library::open(sample);
            case.cycle.entry = entry;
            let outlook = case.life_cycle().unwrap_or_else(|error| panic!("{error:?}"));
            let chart = case.cycle_figure(&outlook, Chinese);
            stand(&case, &chart.handles, &case.cycle_grips());
            let buying = case.buying_figure(Chinese).unwrap_or_else(|| panic!("no figure"));
            stand(&case, &buying.handles, &case.buying_grips());
        }
    }
}

#[track_caller]
fn stand(case: &Case, handles: &[customer_value::chart::Handle], grips: &[Grip]) {
    assert_eq!(handles.len(), grips.len());
    for (handle, grip) in handles.iter().zip(grips) {
        let place = match handle.along {
            customer_value::chart::Along::Y => handle.at.1,
            _ => handle.at.0,
        };
        let now = grip.input.get(case).unwrap_or(f64::NAN);
        near(grip.value(case, place), now, 1e-9);
        assert_eq!(handle.label, grip.input.name(case, Chinese));
    }
}

/// A border dragged to half a year is a set-up of half a year.
#[test]
fn a_border_sets_the_length_before_it() {
    let case = by_stages();
    let border = case.cycle_grips()[8];
    assert_eq!(border.input, Input::Cycle(Number::Stage(0, Part::Years)));
    near(border.value(&case, 0.5), 0.5, 1e-12);
    near(case.cycle_grips()[10].value(&case, 4.0), 2.0, 1e-12);
}

#[test]
fn a_stage_without_length_has_a_border_but_no_level_to_drag() {
    let mut case = by_stages();
    set(&mut case, Number::Stage(1, Part::Years), 0.0);
    near(net(&case), 4_000.0, 1e-9);
    let outlook = case.life_cycle().unwrap_or_else(|error| panic!("{error:?}"));
    let handles = case.cycle_figure(&outlook, English).handles;
    assert_eq!(handles.len(), 3 * 2 + 4);
    assert!(handles.iter().any(|handle| handle.label == "Growth · Length"));
}
