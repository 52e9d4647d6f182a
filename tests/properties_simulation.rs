//! What must hold of chance, of uncertain inputs, of goals and of the small simulators, whatever the
//! numbers.

use customer_value::math::random::Random;
use customer_value::model::goal_seek::{NoAnswer, seek};
use customer_value::model::monte_carlo::Simulation;
use customer_value::model::purchase::gamma_gamma::{GammaGamma, Spend};
use customer_value::model::purchase::simulation::{Habits, Leaving, Past, pasts};
use customer_value::model::purchase::{BgNbd, Cohort, MbgNbd, Parameters, ParetoNbd};
use customer_value::model::scenario::{PERT, Range, SWANSON, Scenarios};
use customer_value::model::simulator::balance::Balance;
use customer_value::model::simulator::chain::Chain;
use customer_value::model::simulator::emotional_account::EmotionalAccount;
use customer_value::model::simulator::profit_cube::{Axis, ProfitCube};
use customer_value::model::simulator::relationship::{Level, Levels};
use customer_value::model::simulator::retailer::Retailer;
use customer_value::model::simulator::sources::{Source, Sources};
use customer_value::model::simulator::stock_flow::StockFlow;
use customer_value::model::simulator::switching::Switching;
use customer_value::model::simulator::time_with_customers::Week;
use customer_value::model::simulator::touchpoints::Touchpoints;
use customer_value::model::simulator::waiting::{Waiting, WaitingArea};
use customer_value::model::simulator::word_of_mouth::{Story, WordOfMouth};
use customer_value::model::uncertain::{Shape, Uncertain};
use proptest::prelude::*;

#[allow(dead_code, reason = "not every test takes all of it")]
#[path = "data/odd.rs"]
mod odd;

use odd::{config, near, odd};

/// Any shape, most of them of numbers that make no sense together.
fn any_shape() -> impl Strategy<Value = Shape> {
    let usual = (1.0..50.0, 0.0..30.0, 0.0..100.0, 0..5_u8).prop_map(|(low, rise, fall, kind)| {
        let (likely, high) = (low + rise, low + rise + fall);
        shape(kind, low, likely, high)
    });
    let wild = (odd(), odd(), odd(), 0..5_u8).prop_map(|(a, b, c, kind)| shape(kind, a, b, c));
    prop_oneof![usual, wild]
}

fn shape(kind: u8, low: f64, likely: f64, high: f64) -> Shape {
    match kind {
        0 => Shape::Fixed(likely),
        1 => Shape::Triangular { low, likely, high },
        2 => Shape::Pert { low, likely, high },
        3 => Shape::Normal { mean: likely, deviation: low },
        _ => Shape::LogNormal { mean: likely, deviation: high },
    }
}

fn all_finite(numbers: &[f64]) -> bool {
    numbers.iter().all(|x| x.is_finite())
}

fn sound(number: Option<f64>) -> bool {
    number.is_none_or(f64::is_finite)
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn quantiles_rise_and_stay_numbers(shape in any_shape(), p in odd(), q in odd()) {
        let Ok(uncertain) = Uncertain::new(shape) else { return Ok(()) };
        let (low, high) = (uncertain.quantile(p.min(q)), uncertain.quantile(p.max(q)));
        prop_assert!(all_finite(&[low, high, uncertain.mean(), uncertain.deviation()]));
        prop_assert!(low <= high || near(low, high, uncertain.deviation(), 1e-12), "{low} {high}");
        prop_assert!(uncertain.deviation() >= 0.0);
        if let Shape::Triangular { low: a, high: b, .. } | Shape::Pert { low: a, high: b, .. } = shape {
            prop_assert!(a <= low && high <= b && (a..=b).contains(&uncertain.quantile(0.5)));
        }
    }

    #[test]
    fn streams_of_one_seed_are_one(seed in any::<u64>()) {
        let draws = |seed| {
            let mut random = Random::new(seed);
            let shape = 0.1 + random.unit() * 9.0;
            let draws = [
                random.normal(),
                random.gamma(shape),
                random.beta(shape, 2.0),
                random.poisson(shape * 4.0),
                random.geometric(1.0 / (1.0 + shape)),
                random.exponential(),
            ];
            draws.map(f64::to_bits)
        };
        prop_assert_eq!(draws(seed), draws(seed));
        prop_assert_ne!(draws(seed), draws(seed ^ 1));
    }

    #[test]
    fn a_simulation_is_in_order(
        shapes in prop::collection::vec(any_shape(), 0..4),
        cases in 1..60_u32,
        seed in any::<u64>(),
        threshold in odd(),
    ) {
        let inputs: Vec<Uncertain> =
            shapes.into_iter().filter_map(|shape| Uncertain::new(shape).ok()).collect();
        let result = |x: &[f64]| Some(x.iter().product::<f64>()).filter(|y| *y != 1.0);
        let run = || Simulation::run(&inputs, cases, seed, result);
        let Ok(made) = run() else { return Ok(()) };
        prop_assert_eq!(run().unwrap(), made.clone());
        let levels: Vec<f64> = (0..=10).map(|k| made.quantile(f64::from(k) / 10.0)).collect();
        prop_assert!(all_finite(&levels) && levels.is_sorted(), "{levels:?}");
        prop_assert!(all_finite(&[made.mean(), made.deviation(), made.standard_error()]));
        prop_assert!(levels[0] <= made.mean() && made.mean() <= levels[10]);
        prop_assert!((0.0..=1.0).contains(&made.chance_above(threshold)));
        prop_assert!((0.0..=1.0).contains(&made.share_without_result()));
        prop_assert!(made.chance_above(levels[9]) <= made.chance_above(levels[1]));
        let counted: usize = made.histogram(7).iter().map(|bin| bin.count).sum();
        prop_assert_eq!(counted, made.results().sorted().len());
    }

    /// What is found is an answer; what is not found is not there.
    #[test]
    fn a_goal_found_is_reached(a in -5.0..5.0, b in -5.0..5.0, c in -50.0..50.0, target in -60.0..60.0) {
        let result = |x: f64| Some((x - a) * (x - b) * x + c);
        match seek(result, target, (-10.0, 10.0), 1.0) {
            Ok(x) => prop_assert!((result(x).unwrap() - target).abs() < 1e-9, "{x}"),
            Err(NoAnswer::OutOfReach { least, greatest }) => {
                prop_assert!(target < least || target > greatest);
                let grid = (0..=2_000).map(|k| result(-10.0 + 0.01 * f64::from(k)).unwrap());
                prop_assert!(grid.into_iter().all(|y| y >= least - 1e-9 && y <= greatest + 1e-9));
            }
            Err(other) => prop_assert!(false, "{other:?}"),
        }
    }

    #[test]
    fn any_goal_has_an_answer_or_a_reason(
        target in odd(), low in odd(), high in odd(), now in odd(), bend in odd(),
    ) {
        let result = |x: f64| Some(bend * x * x + x).filter(|y| *y != 0.5);
        match seek(result, target, (low, high), now) {
            Ok(x) => prop_assert!((low..=high).contains(&x)),
            Err(NoAnswer::OutOfReach { least, greatest }) => {
                prop_assert!(all_finite(&[least, greatest]) && least <= greatest);
            }
            Err(_) => {}
        }
    }

    #[test]
    fn scenarios_are_numbers_or_none(
        ranges in prop::collection::vec((odd(), odd(), odd()), 1..4),
        by in odd(),
    ) {
        let range = |(low, likely, high): &(f64, f64, f64)| {
            Range { low: *low, likely: *likely, high: *high }
        };
        let ranges: Vec<Range> = ranges.iter().map(range).collect();
        let result = |x: &[f64]| Some(x.iter().sum::<f64>() / x[0]);
        for ranges in [ranges, vec![Range::around(7.0, by)]] {
            let Some(plan) = Scenarios::new(&ranges) else { continue };
            let outcome = plan.outcome(result);
            prop_assert!([outcome.low, outcome.likely, outcome.high].into_iter().all(sound));
            prop_assert!(sound(outcome.mean(SWANSON)) && sound(outcome.mean(PERT)));
            let (worst, best) = plan.worst_and_best(result);
            prop_assert!(sound(worst) && sound(best));
            prop_assert!(plan.swings(result).len() <= ranges.len());
        }
    }

    /// Wherever it begins, a stock that does not feed itself settles where the formula says.
    #[test]
    fn a_stock_settles(start in 0.0..1e6, inflow in 0.0..1e4, kept in 0.0..0.95) {
        let flow = StockFlow::new(start, inflow, kept, 0.0).unwrap();
        let steady = flow.steady().unwrap();
        prop_assert!(near(flow.after(2_000.0), steady, 1e-6, 1e-9));
        prop_assert!(near(steady * kept + inflow, steady, 1.0, 1e-12), "one period more");
        let path = flow.path(30);
        let (mut rising, mut falling) = (true, true);
        for pair in path.windows(2).filter(|pair| !near(pair[0], pair[1], 1.0, 1e-12)) {
            rising &= pair[0] < pair[1];
            falling &= pair[0] > pair[1];
        }
        prop_assert!(rising || falling, "{path:?}");
    }
}

proptest! {
    #![proptest_config(config(600))]

    #[test]
    fn simulators_take_what_they_accept(x in prop::collection::vec(odd(), 8), n in 0..30_u32) {
        if let Ok(chain) = Chain::new(x[0], &x[1..5]) {
            prop_assert!(all_finite(chain.stages()) && sound(chain.overall()));
            let wanted = [chain.needed_start(x[5]), chain.needed_rate(2, x[5]), chain.gain_of_a_point(1)];
            prop_assert!(wanted.into_iter().all(sound));
        }
        if let Ok(flow) = StockFlow::new(x[0], x[1], x[2], x[3]) {
            prop_assert!(all_finite(&flow.path(n)) && flow.after(x[4]).is_finite());
            prop_assert!(sound(flow.steady()) && sound(flow.periods_until(x[5])));
            if let Ok(shop) = Retailer::new(x[6], x[7]) {
                prop_assert!(sound(shop.break_even()) && shop.profit(flow.after(1.0)).is_finite());
                prop_assert!(shop.last_sound_period(&flow, n).is_none_or(|last| last <= n));
            }
        }
        let story = Story {
            customers: x[0], unhappy: x[1], told: x[2], passed_on: x[3],
            rounds: n, would_buy: x[4], margin: x[5],
        };
        if let Ok(tree) = WordOfMouth::new(story) {
            prop_assert!(all_finite(&tree.by_round()) && all_finite(&[tree.hearers(), tree.lost_profit()]));
        }
        if let Ok(account) = EmotionalAccount::new(x[0], &x[1..7], x[7]) {
            prop_assert!(all_finite(account.balances()) && account.lowest() <= account.balance());
        }
        if let Ok(strip) = Touchpoints::new(&[(x[0], x[1]), (x[2], x[3])], x[4]) {
            prop_assert!(all_finite(strip.pain()) && (0.0..=x[4]).contains(&strip.satisfaction()));
        }
        if let Ok(balance) = Switching::new(x[0], &x[1..4]) {
            prop_assert!(balance.pull().is_finite());
        }
        if let Some(balance) = Balance::new(&x[..3], x[3]) {
            prop_assert!(balance.mean().is_finite() && balance.least() <= balance.mean() * (1.0 + 1e-15));
        }
        let evening = Waiting { parties: x[0], leaving: x[1], then: x[2], margin: x[3], cost: x[4] };
        if let Ok(area) = WaitingArea::new(evening) {
            prop_assert!(area.gain().is_finite() && sound(area.break_even_fall()));
        }
        if let Some(week) = Week::new(x[0], x[1]) {
            prop_assert!(sound(week.share()) && week.missing(x[2]).is_finite());
        }
        if let Ok(levels) = Levels::new([x[0], x[1], x[2], x[3], x[4]], x[5]) {
            prop_assert!(Level::ALL.iter().all(|level| sound(levels.margin_for(*level))));
        }
    }

    #[test]
    fn a_plan_spends_what_it_is_given(
        sources in prop::collection::vec((odd(), odd(), odd()), 0..4),
        budget in odd(),
    ) {
        let source = |(reach, rate, cost): &(f64, f64, f64)| {
            Source { reach: *reach, rate: *rate, cost: *cost }
        };
        let Ok(sources) = Sources::new(&sources.iter().map(source).collect::<Vec<_>>()) else {
            return Ok(());
        };
        let plan = sources.plan(budget);
        let spent: f64 = plan.spent.iter().sum();
        prop_assert!(all_finite(&plan.spent) && plan.left >= 0.0 && plan.buyers.is_finite());
        let given = if (0.0..=1e15).contains(&budget) { budget } else { 0.0 };
        prop_assert!(near(spent + plan.left, given, 0.0, 1e-12));
        prop_assert!(plan.buyers <= sources.buyers() * (1.0 + 1e-12));
    }

    #[test]
    fn a_cube_adds_up(sizes in prop::array::uniform3(0..4_usize), cells in prop::collection::vec(odd(), 64)) {
        let count = sizes.iter().product();
        let Ok(cube) = ProfitCube::new(sizes, &cells[..count]) else { return Ok(()) };
        prop_assert!(cube.kept() >= 0.0 && cube.kept() >= cube.net() - 1e-3);
        for axis in [Axis::Industry, Axis::Product, Axis::Region] {
            let sum: f64 = cube.slices(axis).iter().sum();
            prop_assert!(near(sum, cube.net(), 64e15, 1e-14));
        }
    }

    #[test]
    fn any_habits_make_a_past(rate in odd(), leaving in odd(), age in 0.0..=1e6, kind in 0..3, seed in any::<u64>()) {
        let leaving = match kind {
            0 => Leaving::AfterRepeat(leaving),
            1 => Leaving::AfterAny(leaving),
            _ => Leaving::AtRate(leaving),
        };
        let past = Habits::new(rate, leaving).past(age, &mut Random::new(seed));
        prop_assert!(past.is_ok_and(|past| past.history.recency() <= age));
    }
}

/// A fit to customers made up from known parameters, as its parameters and their standard errors.
type Found<const N: usize> = ([f64; N], [f64; N]);

/// Whether all parameters lie within four standard errors of what they were made from.
fn recovers<const N: usize>((found, errors): Found<N>, made: [f64; N]) -> bool {
    found.iter().zip(made).zip(errors).all(|((x, made), error)| (x - made).abs() < 4.0 * error)
}

fn cohort(made: Vec<Past>) -> Cohort {
    Cohort::new(made.into_iter().map(|past| past.history))
}

const MUSIC: Parameters = Parameters { r: 0.6, alpha: 6.0, a: 0.8, b: 2.5 };

#[test]
fn a_fit_finds_bg_nbd_again() {
    let model = BgNbd::new(MUSIC).unwrap();
    let made = cohort(pasts(3_000, (30.0, 60.0), 1, |random| model.draw(random)).unwrap());
    let fit = BgNbd::fit(&made).unwrap();
    let Parameters { r, alpha, a, b } = *fit.model.parameters();
    let found = ([r, alpha, a, b], fit.standard_errors.unwrap());
    assert!(recovers(found, [0.6, 6.0, 0.8, 2.5]), "{found:?}");
}

#[test]
fn a_fit_finds_mbg_nbd_again() {
    let model = MbgNbd::new(MUSIC).unwrap();
    let made = cohort(pasts(3_000, (30.0, 60.0), 2, |random| model.draw(random)).unwrap());
    let fit = MbgNbd::fit(&made).unwrap();
    let Parameters { r, alpha, a, b } = *fit.model.parameters();
    let found = ([r, alpha, a, b], fit.standard_errors.unwrap());
    assert!(recovers(found, [0.6, 6.0, 0.8, 2.5]), "{found:?}");
}

#[test]
fn a_fit_finds_pareto_nbd_again() {
    let model = ParetoNbd::new(0.8, 8.0, 0.7, 12.0).unwrap();
    let made = cohort(pasts(3_000, (50.0, 100.0), 3, |random| model.draw(random)).unwrap());
    let fit = ParetoNbd::fit(&made).unwrap();
    let m = fit.model;
    let found = ([m.r(), m.alpha(), m.s(), m.beta()], fit.standard_errors.unwrap());
    assert!(recovers(found, [0.8, 8.0, 0.7, 12.0]), "{found:?}");
}

#[test]
fn a_fit_finds_gamma_gamma_again() {
    let model = GammaGamma::new(6.0, 4.0, 15.0).unwrap();
    let mut random = Random::new(4);
    let made: Vec<Spend> = (0..3_000).map(|k| model.draw(1 + k % 9, &mut random)).collect();
    let fit = GammaGamma::fit(&made).unwrap();
    let found = (fit.model.parameters(), fit.standard_errors.unwrap());
    assert!(recovers(found, [6.0, 4.0, 15.0]), "{found:?}");
}
