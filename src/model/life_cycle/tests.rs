use super::*;

fn points(values: [f64; 5]) -> Vec<(f64, f64)> {
    values.iter().enumerate().map(|(year, money)| (year as f64, *money)).collect()
}

fn row_e10() -> LifeCycle {
    let revenue = points([0.0, 3_000.0, 7_000.0, 10_000.0, 12_000.0]);
    let cost = points([3_000.0, 4_000.0, 4_500.0, 5_000.0, 6_000.0]);
    LifeCycle::through(&revenue, &cost, [1.0; 4]).unwrap()
}

fn row_e9() -> LifeCycle {
    let level = |years, revenue, cost| Levels { years, revenue, cost };
    LifeCycle::of_stages([
        level(1.0, 0.0, 1_000.0),
        level(1.0, 2_000.0, 500.0),
        level(1.5, 4_000.0, 1_000.0),
        level(0.5, 1_500.0, 500.0),
    ])
    .unwrap()
}

fn near(a: f64, b: f64, tolerance: f64) -> bool {
    (a - b).abs() <= tolerance
}

#[test]
fn row_e9_stages() {
    let cycle = row_e9();
    assert_eq!(cycle.net(), 5_500.0);
    let shorter = cycle.with(Measure::Lengthen { stage: Stage::SetUp, by: -0.5 }).unwrap();
    assert_eq!(shorter.net(), 6_000.0);
    let longer = shorter.with(Measure::Lengthen { stage: Stage::Maturity, by: 0.5 }).unwrap();
    assert_eq!(longer.net(), 7_500.0);
    assert_eq!(longer.lengths(), &[0.5, 1.0, 2.0, 0.5]);
    assert_eq!(longer.span(Stage::Decline), (3.5, 4.0));
}

#[test]
fn row_e10_areas_and_both_break_evens() {
    let cycle = row_e10();
    let crossings = cycle.crossings();
    assert_eq!(crossings.len(), 1);
    assert!(near(crossings[0].year, 9.0 / 7.0, 1e-12) && crossings[0].pays_after);
    let (a, b) = cycle.areas();
    assert!(near(a, 2_142.86, 0.005) && near(b, 10_142.86, 0.005));
    assert!(near(cycle.net(), 8_000.0, 1e-9) && near(b - a, cycle.net(), 1e-9));
    let back = cycle.money_back().unwrap();
    assert!(near(back, 1.0 + std::f64::consts::SQRT_2, 1e-12));
    assert!(near(cycle.net_until(back), 0.0, 1e-9));
}

#[test]
fn row_e11_cross_selling() {
    let more = Measure::AddRevenue { amount: 1_000.0, from: 2.0, ramp: 1.0 };
    let cycle = row_e10().with(more).unwrap();
    assert!(near(cycle.crossings()[0].year, 1.222, 5e-4));
    let (a, b) = cycle.areas();
    assert!(near(a, 2_111.11, 0.005) && near(b, 12_611.11, 0.005));
    assert!(near(cycle.net(), 10_500.0, 1e-9));
    // As a jump it comes too late to move the crossing, and is worth half a year less.
    let jump =
        row_e10().with(Measure::AddRevenue { amount: 1_000.0, from: 2.0, ramp: 0.0 }).unwrap();
    assert_eq!(jump.crossings()[0], row_e10().crossings()[0]);
    assert!(near(jump.net(), 10_000.0, 1e-9));
}

#[test]
fn a_larger_share_multiplies_revenue() {
    let factor = 45.0 / 35.0;
    let always = Measure::MultiplyRevenue { factor, from: 0.0, ramp: 0.0 };
    let gain = row_e10().gain(always).unwrap();
    assert!(near(gain, (factor - 1.0) * row_e10().revenue().integral(), 1e-9));
    let rising = Measure::MultiplyRevenue { factor: 2.0, from: 3.0, ramp: 2.0 };
    let cycle = row_e10().with(rising).unwrap();
    // Half of it in the middle of the ramp.
    assert_eq!(cycle.revenue().at(2.0), Some(10_500.0));
    assert_eq!(cycle.revenue().at(1.0), Some(3_000.0));
    assert_eq!(cycle.revenue().at(3.5), Some(22_000.0));
}

#[test]
fn cutting_cost_in_a_stage_leaves_the_others() {
    let cut = |stage| row_e10().gain(Measure::CutCost { stage, share: 0.1 }).unwrap();
    assert!(near(cut(Stage::SetUp), 350.0, 1e-9));
    assert!(near(cut(Stage::Decline), 550.0, 1e-9));
    let sum: f64 = Stage::ALL.into_iter().map(cut).sum();
    assert!(near(sum, 0.1 * row_e10().cost().integral(), 1e-9));
}

#[test]
fn stretching_curves_keeps_their_levels() {
    let longer = row_e10().with(Measure::Lengthen { stage: Stage::Maturity, by: 1.0 }).unwrap();
    assert_eq!(longer.revenue().extent(), (0.0, 5.0));
    assert_eq!(longer.revenue().at(4.0), Some(10_000.0));
    assert_eq!(longer.revenue().at(3.0), Some(8_500.0));
    assert!(near(longer.net() - row_e10().net(), 3_750.0, 1e-9));
    // A stage that is taken away leaves a jump.
    let without = row_e10().with(Measure::Lengthen { stage: Stage::Growth, by: -1.0 }).unwrap();
    assert_eq!(without.revenue().extent(), (0.0, 3.0));
    assert_eq!(without.revenue().at(1.0), Some(7_000.0));
}

#[test]
fn lengths_may_add_up_to_the_extent_but_for_rounding() {
    // 0.7 + 0.1 is a bit less than 0.8.
    let flat = |level| [(0.0, level), (0.8, level)];
    let cycle = LifeCycle::through(&flat(5.0), &flat(3.0), [0.7, 0.1, 0.0, 0.0]).unwrap();
    let longer = cycle.with(Measure::Lengthen { stage: Stage::SetUp, by: 0.2 }).unwrap();
    assert!(near(longer.net(), 2.0, 1e-12));
}

#[test]
fn measures_in_order_of_gain() {
    let measures = [
        Measure::CutCost { stage: Stage::Growth, share: 0.1 },
        Measure::Lengthen { stage: Stage::SetUp, by: -2.0 },
        Measure::Lengthen { stage: Stage::Maturity, by: 0.5 },
        Measure::AddRevenue { amount: 100.0, from: 2.0, ramp: 0.0 },
    ];
    let order = row_e9().by_gain(&measures);
    // The second is impossible: the stage is only a year long.
    assert_eq!(order, [(2, 1_500.0), (3, 200.0), (0, 50.0)]);
}

#[test]
fn refuses_the_impossible() {
    let flat = [(0.0, 1.0), (4.0, 1.0)];
    let new = |revenue: &[(f64, f64)], cost: &[(f64, f64)], lengths| {
        LifeCycle::through(revenue, cost, lengths).unwrap_err()
    };
    assert_eq!(new(&[(0.0, 1.0)], &flat, [1.0; 4]), LifeCycleError::Revenue);
    assert_eq!(new(&flat, &[(0.0, f64::NAN), (4.0, 1.0)], [1.0; 4]), LifeCycleError::Cost);
    assert_eq!(new(&flat, &[(0.0, 1.0), (3.0, 1.0)], [1.0; 4]), LifeCycleError::Extent);
    assert_eq!(new(&flat, &flat, [1.0, 1.0, 1.0, 0.5]), LifeCycleError::Stages);
    assert_eq!(new(&flat, &flat, [5.0, -1.0, 0.0, 0.0]), LifeCycleError::Stages);
    let stages = [Levels { years: -1.0, revenue: 1.0, cost: 1.0 }; 4];
    assert_eq!(LifeCycle::of_stages(stages), Err(LifeCycleError::Stages));
    let odd = Measure::CutCost { stage: Stage::Growth, share: 1.5 };
    assert_eq!(row_e10().gain(odd), Err(MeasureError::OutOfRange));
    let all = |k: usize| Measure::Lengthen { stage: Stage::ALL[k], by: -1.0 };
    let none = (0..3).try_fold(row_e10(), |cycle, k| cycle.with(all(k))).unwrap();
    assert_eq!(none.with(all(3)), Err(MeasureError::Outcome(LifeCycleError::Revenue)));
}

#[test]
fn it_pays_from_its_first_year_above_cost() {
    let of = |revenue: [f64; 5], cost: [f64; 5]| {
        LifeCycle::through(&points(revenue), &points(cost), [1.0; 4]).unwrap().pays_from()
    };
    assert!(near(row_e10().pays_from().unwrap(), 9.0 / 7.0, 1e-12));
    assert_eq!(row_e9().pays_from(), Some(1.0));
    assert_eq!(of([2.0; 5], [1.0; 5]), Some(0.0));
    assert_eq!(of([1.0; 5], [2.0; 5]), None);
    assert_eq!(of([1.0; 5], [1.0; 5]), None);
    // Nothing at first, then more than it costs.
    assert_eq!(of([0.0, 0.0, 0.0, 4.0, 4.0], [0.0; 5]), Some(2.0));
    // Above from the start, though not for ever.
    assert_eq!(of([2.0, 0.0, 2.0, 2.0, 2.0], [1.0; 5]), Some(0.0));
    // Down to cost and up again is no beginning; up from below is.
    assert_eq!(of([0.0, 2.0, 0.0, 2.0, 2.0], [1.0; 5]), Some(0.5));
}
