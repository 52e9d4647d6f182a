//! The worked examples of the value curve, each done on the hotel case as the page does it.

#![expect(clippy::float_cmp, reason = "whole numbers are meant exactly")]

use customer_value::case::curve::{CostNumber, Number, Side};
use customer_value::case::{Case, Input, Sample, library};
use customer_value::model::value_curve::{Barrier, Curve, Move, ValueCurves};
use customer_value::words::Language::{Chinese, English};

fn hotel() -> Case {
    library::open(Sample::Hotel)
}

fn curves(case: &Case) -> ValueCurves {
    case.value_curves(case.top_price()).unwrap_or_else(|error| panic!("{error:?}"))
}

fn names(case: &Case, made: Move) -> Vec<&str> {
    let factors = curves(case).factors(0, made);
    factors.into_iter().map(|k| case.criteria[k].name.to(Chinese)).collect()
}

#[test]
fn d1_the_moves_of_the_hotel() {
    let case = hotel();
    assert_eq!(names(&case, Move::Eliminate), ["餐饮设施", "大堂"]);
    assert_eq!(names(&case, Move::Reduce), ["建筑美感", "客房大小", "前台服务", "家具和便利"]);
    assert_eq!(names(&case, Move::Raise), ["床的质量", "卫生", "安静"]);
    assert!(names(&case, Move::Create).is_empty() && names(&case, Move::Keep).is_empty());
    assert_eq!(curves(&case).price_move(0), Some(Move::Reduce));
}

#[test]
fn d1_prices_are_levels() {
    let case = hotel();
    assert_eq!(case.top_price(), 250.0);
    let levels: Vec<f64> = curves(&case).curves().iter().map(|c| c.price).collect();
    assert!(levels.iter().zip([3.0, 3.6, 8.0]).all(|(a, b)| (a - b).abs() < 1e-12), "{levels:?}");
}

#[test]
fn d1_shapes() {
    let case = hotel();
    let curves = curves(&case);
    let r = |a, b| (curves.correlation(a, b).unwrap_or(f64::NAN) * 100.0).round() / 100.0;
    assert_eq!((r(1, 2), r(0, 1), r(0, 2)), (1.0, 0.5, 0.5));
    assert_eq!(case.parallel_warning(&curves, Chinese), None);
    let check = case.check_divergence(&curves, Chinese);
    assert!(check.passed && check.says.contains("一星旅馆和二星旅馆彼此平行（相关系数 1.00）"));
    assert!(case.check_focus(&curves, English).passed);
    assert_eq!(
        case.check_focus(&curves, English).says,
        "Of 9 factors the effort rests on 4.1: a focus of 61%, where rivals have 4% on average."
    );
}

/// A rival like us, only with more of everything.
#[test]
fn d1_a_parallel_rival_is_named() {
    let mut case = hotel();
    let (ours, two_stars) = (case.offers[0].id, case.offers[2].id);
    for (k, level) in [2.0, 3.0, 2.0, 3.0, 3.0, 3.0, 9.0, 10.0, 10.0].into_iter().enumerate() {
        Input::Score(two_stars, case.criteria[k].id).set(&mut case, level);
    }
    let curves = curves(&case);
    let warning = case.parallel_warning(&curves, English).unwrap_or_default();
    assert!(warning.contains("Two stars (correlation 1.00)"), "{warning}");
    assert!(!case.check_divergence(&curves, English).passed);
    // A level of the curve is a score: the perceived value moves with it.
    let net =
        |case: &Case| case.comparison().unwrap_or_else(|e| panic!("{e:?}")).standings()[0].net();
    let before = net(&case);
    Input::Score(ours, case.criteria[6].id).set(&mut case, 9.0);
    assert!(net(&case) > before);
}

#[test]
fn d2_two_stars_cost_two_and_two_thirds() {
    let case = hotel();
    assert_eq!(
        case.classes_answer(Chinese).as_deref(),
        Some(
            "二星级的中间价 200 法郎，是非星级和一星级（75 法郎）的 2.67 倍。我们的 75 法郎，在非星级和一星级之内。"
        )
    );
}

#[test]
fn d3_the_tagline_stands_on_three_factors() {
    let mut case = hotel();
    let curves = curves(&case);
    assert_eq!(case.core(), [6, 7, 8]);
    let on_core: Vec<f64> = curves.curves().iter().map(|c| c.total_on(&case.core())).collect();
    assert_eq!(on_core, [26.0, 10.0, 19.0]);
    assert_eq!(curves.curves().iter().map(Curve::total).collect::<Vec<_>>(), [31.0, 26.0, 53.0]);
    let check = case.check_tagline(&curves, Chinese);
    assert!(check.passed && check.says.contains("福缪勒第一合计 26，超过最好的二星旅馆（19）"));
    let table = case.checks_table(&curves, Chinese);
    assert_eq!(table.rows[0][1..], ["31", "26", "53"]);
    assert_eq!(table.rows[1][1..], ["26", "10", "19"]);
    assert_eq!(table.rows[4][1..], ["", "0.50", "0.50"]);
    // A fourth has no room until one is taken out.
    let (first, bed) = (case.criteria[0].id, case.criteria[6].id);
    case.turn_core(first);
    assert_eq!(case.core(), [6, 7, 8]);
    case.turn_core(bed);
    case.turn_core(first);
    assert_eq!(case.core(), [0, 7, 8]);
    case.curve.tagline = customer_value::case::Name::default();
    assert!(!case.check_tagline(&curves, Chinese).passed);
}

#[test]
fn d4_cost_saved_a_night() {
    let mut case = hotel();
    let savings = case.savings().unwrap_or_else(|error| panic!("{error:?}"));
    let by_factor = savings.by_factor();
    assert_eq!((by_factor[0].0, by_factor[1].0), (4, 3));
    assert!((by_factor[0].1 - 8.5).abs() < 1e-9);
    assert!((by_factor[1].1 - 9.784_735_8).abs() < 1e-6);
    assert!((savings.net() - 18.284_735_8).abs() < 1e-6);
    assert_eq!(
        case.savings_answer(&savings, Chinese),
        "一夜省下 18.28 法郎，多花 0 法郎，合计 +18.28 法郎：价格最多可以低 18.28 法郎，毛利不变。\
         其中剔除和减少的因素 +18.28 法郎，增加和创造的因素 0 法郎。"
    );
    let room = case.curve.changes[1].id;
    let says = case.change_answer(room, English).unwrap_or_default();
    assert_eq!(says, "a unit F19.57 → F9.78: F9.78 saved");
    // The price that the shares are taken of stands with them.
    let staff = case.curve.changes[0].id;
    Input::Curve(Number::Cost(staff, CostNumber::Price)).set(&mut case, 200.0);
    let dearer = case.savings().unwrap_or_else(|error| panic!("{error:?}"));
    assert!((dearer.by_factor()[0].1 - 17.0).abs() < 1e-9);
    // The ends of a band may stand in either order.
    Input::Curve(Number::Cost(staff, CostNumber::Low(Side::Industry))).set(&mut case, 0.35);
    Input::Curve(Number::Cost(staff, CostNumber::High(Side::Industry))).set(&mut case, 0.25);
    assert_eq!(case.savings(), Ok(dearer));
    // A factor that goes leaves its cost.
    case.remove_row(customer_value::case::change::Rows::Criteria, case.criteria[4].id);
    let left = case.savings().unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!(left.by_factor()[0].0, case.criteria.len());
}

#[test]
fn d7_before_and_after() {
    let mut case = hotel();
    assert!(!case.has_former_curve());
    case.keep_curve();
    let (ours, bed) = (case.offers[0].id, case.criteria[6].id);
    assert_eq!(Input::Curve(Number::Before(bed)).get(&case), Some(8.0));
    Input::Score(ours, bed).set(&mut case, 10.0);
    Input::Score(ours, case.criteria[4].id).set(&mut case, 0.0);
    assert_eq!(
        case.former_answer(English),
        "Since then 1 factor rose and 1 fell; focus went from 61% to 65%."
    );
    let table = case.former_table(Chinese);
    assert_eq!(table.rows[6], ["床的质量", "8", "10", "+2"]);
    assert_eq!(table.rows[9], ["价格 法郎", "75", "75", "0"]);
    assert_eq!(case.clone().restored(), Some(case.clone()));
    case.drop_former_curve();
    assert!(!case.has_former_curve());
}

#[test]
fn a_move_is_chosen() {
    let mut case = hotel();
    let [food, bed] = [0, 6].map(|k| case.criteria[k].id);
    let score = |case: &Case, k: usize| case.offers[0].scores[k];
    case.take_move(food, Move::Reduce);
    assert_eq!(score(&case, 0), 0.5);
    case.take_move(food, Move::Keep);
    assert_eq!(score(&case, 0), 2.0);
    case.take_move(food, Move::Raise);
    assert_eq!(score(&case, 0), 5.5);
    case.take_move(bed, Move::Keep);
    assert_eq!(score(&case, 6), 6.0);
    let before = case.clone();
    case.take_move(bed, Move::Create);
    assert_eq!(case, before, "a move that is not open changes nothing");
    assert_eq!(curves(&case).nearest(0, 6, Move::Create), Some(Err(Barrier::SomebodyHas)));
}

/// Every sample says something sensible: a curve, a tagline on one to three factors, costs.
#[test]
fn every_sample_is_complete() {
    for sample in Sample::ALL {
        let case = library::open(sample);
        for language in [Chinese, English] {
            let curves = curves(&case);
            assert!(case.savings().is_ok_and(|savings| !savings.by_factor().is_empty()));
            assert!(
                case.classes_answer(language).is_some_and(|says| says.len() > 20),
                "{sample:?}"
            );
            assert!(!case.curve.levels_from.to(language).is_empty());
            // In the blank case both offers are alike, and the tagline is the reader's to find.
            let passed = case.check_tagline(&curves, language).passed;
            assert_eq!(passed, sample != Sample::Blank, "{sample:?}");
            for change in &case.curve.changes {
                assert!(case.criterion_index(change.factor).is_some(), "{sample:?}");
            }
        }
    }
}

#[test]
fn d5_the_first_is_as_large_as_the_next_five() {
    let mut case = hotel();
    let shares = [0.12, 0.10, 0.08, 0.06, 0.03];
    for (k, share) in shares.into_iter().enumerate() {
        assert_eq!(Input::Curve(Number::Other(k)).get(&case), Some(share));
    }
    let market = case.leadership().unwrap();
    assert!((market.next(5) - 0.39).abs() < 1e-12);
    assert_eq!(
        case.standing_figure(&market, Chinese).summary,
        "我们占 39%，后面五家合计 39%：一样大，是第二名的 3.25 倍。"
    );
    Input::Curve(Number::Ours).set(&mut case, 0.78);
    assert!(case.leadership().is_none(), "together more than the whole market");
    Input::Curve(Number::Ours).set(&mut case, 0.585);
    let says = case.standing_figure(&case.leadership().unwrap(), Chinese).summary;
    assert_eq!(says, "我们占 58.5%，后面五家合计 39%：是它们的 1.5 倍，是第二名的 4.88 倍。");
}
