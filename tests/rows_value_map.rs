//! The value map and the rules side by side, done on a case as the page does it.

use customer_value::case::change::Rows;
use customer_value::case::{Case, Cost, Counting, Input, Sample, judging, library};
use customer_value::model::rules::{Departure, Rule};
use customer_value::model::value_map::{Side, Verdict};
use customer_value::words::Language;

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1e-3)
}

const SLOPE: Input = Input::Judging(judging::Number::Slope);
const CREDIT: Input = Input::Judging(judging::Number::Credit);

/// Reference case R4, typed box by box.
fn r4(counting: Counting) -> Case {
    let mut case = library::open(Sample::Rules);
    case.counting = counting;
    for (id, weight) in case.row_ids(Rows::Criteria).into_iter().zip([40.0, 30.0, 20.0, 10.0]) {
        Input::Weight(id).set(&mut case, weight);
    }
    let offers = [
        ([8.0, 7.0, 9.0, 6.0], 110.0),
        ([7.0, 7.0, 6.0, 8.0], 100.0),
        ([6.0, 8.0, 7.0, 7.0], 100.0),
    ];
    for (k, (scores, price)) in offers.into_iter().enumerate() {
        let offer = case.offers[k].id;
        for (id, score) in case.row_ids(Rows::Criteria).into_iter().zip(scores) {
            Input::Score(offer, id).set(&mut case, score);
        }
        Input::Cost(offer, Cost::Money).set(&mut case, price);
    }
    case
}

#[test]
fn r4_superior_by_a_little() {
    for counting in [Counting::Points, Counting::Money] {
        let case = r4(counting);
        let map = case.value_map().unwrap();
        let ours = &map.places()[0];
        assert!((ours.quality - 1.1292).abs() < 5e-5 && close(ours.price, 1.1));
        assert!((ours.value() - 1.0266).abs() < 5e-5);
        assert!((ours.distance() - 0.0207).abs() < 5e-5);
        assert_eq!((map.ranking()[0], ours.verdict()), (0, Verdict::Superior));
        assert_eq!((ours.quality_side(), ours.price_side()), (Side::More, Side::More));
        let chart = case.value_map_figure(&map, Language::English);
        assert_eq!(chart.table.rows[0], ["A", "1.1292", "1.1000", "1.0266", "0.0207", "112.92"]);
        assert!(chart.summary.contains("superior +0.0207"), "{}", chart.summary);
    }
}

/// The reasons are said with the numbers.
#[test]
fn departures_are_said_with_their_figures() {
    use customer_value::words::{Unit, rules as words};
    let case = library::open(Sample::Coffee);
    let scene = words::Scene {
        unit: Unit::Money,
        chosen: "B",
        best: "A",
        perfect: 60.0,
        slope: 1.5,
        credit: 0.3,
    };
    let all = [
        (Departure::Scale { extra_benefit: -3.0, extra_cost: -5.0 }, "3 less benefit at ¥5 less"),
        (Departure::OtherCosts, "B"),
        (Departure::Worth { from: 10.0, to: Some(20.0) }, "¥10 to ¥20"),
        (Departure::Worth { from: 0.0, to: Some(20.0) }, "¥20 or less"),
        (Departure::Worth { from: 10.0, to: None }, "¥10 or more"),
        (Departure::Ratios, "B"),
        (Departure::Credit { needed: 0.55 }, "From 55% on economic value chooses A"),
    ];
    for (departure, part) in all {
        let [zh, en] = [Language::Chinese, Language::English]
            .map(|language| words::reason(case.glass(language), scene, departure));
        assert!(en.contains(part), "{part} in {en}");
        assert!(zh.chars().all(|c| !c.is_ascii_alphabetic() || "AB".contains(c)), "{zh}");
    }
}

#[test]
fn r4_what_would_make_us_just_fair() {
    let case = r4(Counting::Money);
    let changes = case.fair_changes(&case.value_map().unwrap());
    // Quality may fall by 0.02923…, a point of the first criterion is worth 0.4 / 6.5 of it.
    let surplus = 0.4 * 8.0 / 6.5 + 0.3 * 7.0 / 7.5 + 0.2 * 9.0 / 6.5 + 0.1 * 6.0 / 7.5 - 1.1;
    let at: Vec<f64> = changes.iter().map(|change| change.at).collect();
    let expected = [
        100.0 * (1.1 + surplus),
        8.0 - surplus * 6.5 / 0.4,
        7.0 - surplus * 7.5 / 0.3,
        9.0 - surplus * 6.5 / 0.2,
        6.0 - surplus * 7.5 / 0.1,
    ];
    assert!(at.iter().zip(expected).all(|(a, b)| close(*a, b)), "{at:?} {expected:?}");
    // In money it is the one price of the case.
    let mut fair = case.clone();
    changes[0].input.set(&mut fair, changes[0].at);
    assert_eq!(Input::Price(case.offers[0].id).get(&fair), Some(changes[0].at));
}

#[test]
fn a_steeper_line_makes_quality_worth_more() {
    let mut case = r4(Counting::Money);
    SLOPE.set(&mut case, 1.5);
    let map = case.value_map().unwrap();
    let distance = (1.5 * (map.places()[0].quality - 1.0) - 0.1) / 3.25_f64.sqrt();
    assert!(close(map.places()[0].distance(), distance));
    SLOPE.set(&mut case, 0.5);
    assert_eq!(case.value_map().unwrap().places()[0].verdict(), Verdict::Inferior);
}

/// Row A1 in points: difference chooses A, ratio and map C, each for its reason.
#[test]
fn a1_by_the_rules_that_need_no_money() {
    let case = library::open(Sample::Rules);
    let rules = case.rules().unwrap();
    let readings = case.readings(&rules);
    let firsts: Vec<(Rule, Vec<usize>)> = readings.iter().map(|r| (r.rule, r.first())).collect();
    assert_eq!(
        firsts,
        [(Rule::Difference, vec![0]), (Rule::Ratio, vec![2]), (Rule::ValueMap, vec![2])]
    );
    let scale = Departure::Scale { extra_benefit: 60.0, extra_cost: 52.0 };
    assert_eq!(rules.departures(Rule::Ratio), [scale]);
    assert!(matches!(rules.departures(Rule::ValueMap)[..], [Departure::Worth { .. }]));
}

/// Caterpillar: 20,000 more value at 10,000 more price. Half of the claim is the least that must be
/// credited.
#[test]
fn economic_value_needs_half_of_caterpillars_claim() {
    let mut case = library::open(Sample::Caterpillar);
    assert!(case.rules().unwrap().departures(Rule::EconomicValue).is_empty());
    CREDIT.set(&mut case, 0.4);
    let rules = case.rules().unwrap();
    assert_eq!(rules.reading(Rule::EconomicValue).unwrap().first(), [1]);
    let [Departure::Credit { needed }] = rules.departures(Rule::EconomicValue)[..] else {
        panic!("{:?}", rules.departures(Rule::EconomicValue))
    };
    assert!(close(needed, 0.5));
    // There the rival scores nothing on what makes the difference: no ratio, no map.
    assert!(rules.map().is_err() && case.readings(&rules).len() == 3);
}

/// The coffee: the map calls what differs most not worth its price; in money it wins.
#[test]
fn the_map_undervalues_what_is_unlike_the_rest() {
    let case = library::open(Sample::Coffee);
    let rules = case.rules().unwrap();
    let first = |rule| rules.reading(rule).unwrap().first();
    assert_eq!((first(Rule::EconomicValue), first(Rule::ValueMap)), (vec![0], vec![2]));
    assert_eq!(case.value_map().unwrap().places()[0].verdict(), Verdict::Inferior);
}
