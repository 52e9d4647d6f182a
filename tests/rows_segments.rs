//! The worked examples of segments, choice and moving positions, each done on a case as the page
//! does it: numbers are set by name, and what is read is what the page shows.

use customer_value::case::change::Rows;
use customer_value::case::market::{Lever, Number, Segmentation};
use customer_value::case::preset::Preset;
use customer_value::case::{Case, Cost, Input, Sample, library};
use customer_value::model::choice::NoBestPrice;
use customer_value::words::{Glass, Language, Piece};

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1e-3)
}

fn all_close(found: &[f64], expected: &[f64]) -> bool {
    found.len() == expected.len() && found.iter().zip(expected).all(|(a, b)| close(*a, *b))
}

fn set(case: &mut Case, number: Number, value: f64) {
    Input::Market(number).set(case, value);
}

fn ours(case: &Case) -> f64 {
    case.choices().map_or(f64::NAN, |market| market.outcomes()[0].share)
}

/// Names of the five, put in from the ready division into any case.
fn five(sample: Sample) -> Case {
    let mut case = library::open(sample);
    case.take_segmentation(Segmentation::Five);
    set(&mut case, Number::Heads, 10_000.0);
    case
}

#[test]
fn c1_heads_against_value() {
    for sample in Sample::ALL {
        let case = five(sample);
        let segments = case.equity().unwrap();
        assert!(all_close(&segments.head_shares(), &[0.15, 0.20, 0.35, 0.10, 0.20]));
        let values = [450_000.0, 1_000_000.0, 700_000.0, 800_000.0, 100_000.0];
        assert!(all_close(&segments.values(), &values));
        assert!(close(segments.value(), 3_050_000.0) && close(segments.mean_value(), 305.0));
        assert_eq!((segments.largest_by_heads(), segments.largest_by_value()), (2, 1));
        let shares = segments.value_shares().unwrap();
        assert!((shares[1] - 0.328).abs() < 5e-4);
        let names: Vec<&str> =
            case.market.segments.iter().map(|s| s.name.to(Language::Chinese)).collect();
        let said = ["传统型", "经典独立型", "实利主义型", "时尚追随型", "价格导向型"];
        assert_eq!(names, said);
        let chart = case.equity_figure(&segments, Language::Chinese).unwrap();
        assert_eq!(chart.table.rows[1][4..], ["1,000,000", "32.8%"]);
        assert_eq!(chart.table.rows[5][3..5], ["305", "3,050,000"]);
    }
}

#[test]
fn c1_the_telephone_sample_is_the_row() {
    let case = library::open(Sample::Operators);
    let market = case.choices().unwrap();
    let line = case.equity_line(&market, &case.equity().unwrap(), Glass::default());
    let said = "人最多的是实利主义型（35%），最值钱的是经典独立型（占价值 32.8%）。\
                全部客户一共值 3,050,000 元，平均每位 305 元。";
    assert!(line.starts_with(said), "{line}");
}

/// Two equal firms; a customer to whom one point of service is worth one unit of money, and whose
/// odds change by e with one unit of money.
fn two_firms() -> Case {
    let mut case = library::open(Sample::Operators);
    case.take_segmentation(Segmentation::Whole);
    Input::Perfect.set(&mut case, 10.0);
    for (k, id) in case.row_ids(Rows::Criteria).into_iter().enumerate() {
        Input::Weight(id).set(&mut case, if k == 2 { 1.0 } else { 0.0 });
        for offer in case.row_ids(Rows::Offers) {
            Input::Score(offer, id).set(&mut case, 7.0);
        }
    }
    let all = case.market.segments[0].id;
    set(&mut case, Number::Halving(all), std::f64::consts::LN_2);
    case
}

#[test]
fn a25_equal_firms_share_and_service_wins() {
    let mut case = two_firms();
    assert!(close(ours(&case), 0.5));
    let effects = case.effects().unwrap();
    let service = case.criteria[2].id;
    let better = effects.iter().find(|e| e.lever == Lever::Score(service)).unwrap();
    assert!((better.share - 0.731).abs() < 5e-4, "{better:?}");
    // One point of service is worth a price lower by one.
    assert!(close(better.cut.unwrap(), 1.0));
    Input::Score(case.offers[0].id, service).set(&mut case, 8.0);
    assert!((ours(&case) - 0.731).abs() < 5e-4);
}

#[test]
fn a14_a_tie_that_breaks() {
    let case = library::open(Sample::Operators);
    let positions = case.positioning().unwrap();
    assert!(all_close(&positions.totals_at(0.0), &[6.9, 6.9]));
    assert!(all_close(&positions.totals_at(case.market.later), &[7.0, 6.6]));
    let line = case.positions_line(&positions, Glass::default());
    assert_eq!(line, "现在：甲公司 6.90，乙公司 6.90。5 年后：甲公司 7.00，乙公司 6.60。");
}

#[test]
fn a14_the_lead_changes_hands_half_way() {
    let mut case = library::open(Sample::Operators);
    let [_, cost, service, _] = [0, 1, 2, 3].map(|k| case.criteria[k].id);
    Input::Weight(cost).set(&mut case, 40.0);
    Input::Weight(service).set(&mut case, 10.0);
    set(&mut case, Number::Shift(cost), -20.0);
    set(&mut case, Number::Shift(service), 20.0);
    set(&mut case, Number::Later, 10.0);
    let positions = case.positioning().unwrap();
    let turns = customer_value::chart::positions::turns(&positions, 2, 10.0);
    assert!(turns.len() == 1 && turns[0].1 == 0 && close(turns[0].0, 5.0), "{turns:?}");
}

#[test]
fn a15_four_elements_of_service() {
    let mut case = library::open(Sample::Operators);
    case.take_preset(Preset::Service);
    let names: Vec<&str> = case.criteria.iter().map(|c| c.name.to(Language::Chinese)).collect();
    assert_eq!(names, ["速度", "创新", "方便", "成本"]);
    for (k, scores) in [[8.0, 6.0, 7.0, 5.0], [6.0, 9.0, 6.0, 6.0]].iter().enumerate() {
        let offer = case.offers[k].id;
        for (id, score) in case.row_ids(Rows::Criteria).into_iter().zip(scores) {
            Input::Score(offer, id).set(&mut case, *score);
        }
    }
    // The same engine under other names.
    assert!(all_close(&case.positioning().unwrap().totals_at(0.0), &[6.9, 6.9]));
}

#[test]
fn a_case_that_never_saw_segments_has_one_market() {
    for sample in Sample::ALL {
        let mut case = library::open(sample);
        case.market = customer_value::case::Market::default();
        // Where offers are alike, as in the blank case, no weight matters.
        case.offers[0].scores[0] = 9.5;
        let case = case.restored().unwrap();
        assert_eq!(case.market.segments.len(), 1);
        let market = case.choices().unwrap();
        let outcomes = market.outcomes();
        let sum: f64 = outcomes.iter().map(|outcome| outcome.share).sum();
        assert!(close(sum, 1.0) && outcomes.iter().all(|o| o.share > 0.01), "{sample:?}");
        assert!(case.equity().is_ok() && market.best_price(0).is_ok());
        // Its weights are those of the criteria, wherever they are changed.
        let mut other = case.clone();
        Input::Weight(other.criteria[0].id).set(&mut other, 1.0);
        assert!(!close(ours(&other), ours(&case)), "{sample:?}");
    }
}

#[test]
fn the_best_price_is_best() {
    for sample in Sample::ALL {
        let mut case = library::open(sample);
        let best = case.choices().unwrap().best_price(0).unwrap();
        let ours = Input::Price(case.offers[0].id);
        for price in [best.price * 0.97, best.price * 1.03] {
            ours.set(&mut case, price);
            assert!(case.choices().unwrap().outcomes()[0].profit <= best.profit);
        }
        ours.set(&mut case, best.price);
        assert!(close(case.choices().unwrap().outcomes()[0].profit, best.profit), "{sample:?}");
    }
}

#[test]
fn says_why_no_price_earns_most() {
    let mut case = two_firms();
    case.remove_row(Rows::Offers, case.offers[1].id);
    let best = case.choices().unwrap().best_price(0);
    assert_eq!(best, Err(NoBestPrice::NoAlternative(0)));
    case.market.may_pass = true;
    assert!(case.choices().unwrap().best_price(0).is_ok());
}

#[test]
fn counting_in_points_changes_nothing_here() {
    let mut case = library::open(Sample::Coffee);
    let before = ours(&case);
    case.counting = customer_value::case::Counting::Points;
    assert!(close(ours(&case), before));
    Input::Cost(case.offers[0].id, Cost::Money).set(&mut case, 99.0);
    assert!(close(ours(&case), before));
    Input::Price(case.offers[0].id).set(&mut case, 99.0);
    assert!(ours(&case) < before);
}

#[test]
fn the_answer_names_the_segment_or_the_rival() {
    let say = |case: &Case| -> String {
        let text = |piece| match piece {
            Piece::Say(words) | Piece::Figure(words) => words,
        };
        let pieces = case.choices_answer(&case.choices().unwrap(), Glass::default());
        pieces.into_iter().map(text).collect()
    };
    let mut case = library::open(Sample::Operators);
    assert_eq!(say(&case), "42.2% 的客户选甲公司；最愿意选的是经典独立型（60.9%）。");
    case.take_segmentation(Segmentation::Whole);
    assert_eq!(say(&case), "50% 的客户选甲公司，50% 选乙公司。");
}
