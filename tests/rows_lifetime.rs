//! The worked examples of the measures and of the trap detector, each done on a case as the page
//! does it.

use customer_value::case::change::Rows;
use customer_value::case::measures::Number;
use customer_value::case::{Case, Earning, Id, Input, Sample, library};
use customer_value::model::programme::Merit;
use customer_value::model::traps::Reading;
use customer_value::words::Language::{Chinese, English};

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1e-3)
}

/// Row E8: 200 six times a year at a margin of 40 %, churn 20 %, for ever and undiscounted.
fn six_orders() -> Case {
    let mut case = library::open(Sample::Coffee);
    case.customer.earning = Earning::Revenue;
    case.customer.forever = true;
    let numbers = [
        (Input::Revenue, 1_200.0),
        (Input::MarginRate, 0.4),
        (Input::Churn, 0.2),
        (Input::Discount, 0.0),
        (Input::Acquisition, 0.0),
    ];
    for (input, value) in numbers {
        input.set(&mut case, value);
    }
    case
}

/// The first of the measures.
fn first(case: &Case) -> Id {
    case.row_ids(Rows::Measures)[0]
}

fn merit(case: &Case) -> Merit {
    let merit = case.plan().ok().and_then(|plan| plan.merit(0).copied());
    merit.unwrap_or_else(|| panic!("the first measure cannot be weighed"))
}

#[test]
fn e13_a_loyalty_programme_that_keeps_four_more_in_a_hundred() {
    let mut case = six_orders();
    assert!(close(case.lifetime().unwrap().net(), 2_400.0));
    let id = first(&case);
    assert!(close(Input::Measure(Number::Retention(id)).get(&case).unwrap(), 0.04));
    let found = merit(&case);
    assert!(close(found.gain, 600.0) && close(found.cost, 250.0) && close(found.net(), 350.0));
    assert!(close(found.break_even.unwrap(), 96.0));
    assert_eq!(case.measure_answer(id, English).unwrap(), "churn 20% → 16%, margin as it is");
    // At 96 a year nothing is left, and beyond it the measure loses.
    Input::Measure(Number::Yearly(id)).set(&mut case, 96.0);
    assert!(merit(&case).net().abs() < 1e-9);
    Input::Measure(Number::Yearly(id)).set(&mut case, 97.0);
    assert!(merit(&case).net() < 0.0 && merit(&case).payback.is_none());
    // What is spent at once comes off what may be spent a year.
    Input::Measure(Number::Once(id)).set(&mut case, 100.0);
    assert!(close(merit(&case).break_even.unwrap(), 80.0));
}

#[test]
fn e13_the_best_comes_first() {
    let mut case = six_orders();
    for id in case.row_ids(Rows::Measures).into_iter().skip(1) {
        case.remove_row(Rows::Measures, id);
    }
    let dear = case.add_row(Rows::Measures).unwrap();
    Input::Measure(Number::Margin(dear)).set(&mut case, 0.25);
    Input::Measure(Number::Once(dear)).set(&mut case, 100.0);
    // A quarter more margin is 600 as well, at 100.
    let plan = case.plan().unwrap();
    assert_eq!(plan.order(), [1, 0]);
    assert!(close(plan.merit(1).unwrap().net(), 500.0));
    let table = case.plan_table(&plan, English);
    assert_eq!(
        table.rows[0],
        ["Measure 2", "600", "100", "500", "at once", "100"].map(String::from)
    );
    assert_eq!(table.rows[1][3..], ["350", "5 years", "96"].map(String::from));
    let says = case.plan_answer(&plan, Chinese);
    assert!(
        says.starts_with("先做“措施2”：每位客户多值 600 元，花 100 元，净得 +500 元"),
        "{says}"
    );
    // Without a gain none pays.
    for id in case.row_ids(Rows::Measures) {
        Input::Measure(Number::Yearly(id)).set(&mut case, 500.0);
    }
    let says = case.plan_answer(&case.plan().unwrap(), English);
    assert!(says.starts_with("None pays"), "{says}");
}

#[test]
fn every_sample_has_measures_worth_reading() {
    for sample in Sample::ALL {
        let case = library::open(sample);
        let plan = case.plan().unwrap();
        assert_eq!(plan.order().len(), 4, "{sample:?}");
        let best = plan.merit(plan.order()[0]).unwrap();
        assert!(best.net() > 0.0 && best.payback.is_some(), "{sample:?}: {best:?}");
        // None is so good that its cost does not matter.
        assert!(best.cost > 0.02 * best.gain, "{sample:?}: {best:?}");
    }
}

#[test]
fn t2_and_e6_six_hundred_is_the_rate() {
    let mut case = library::open(Sample::Coffee);
    Input::Found.set(&mut case, 600.0);
    assert_eq!(case.culprits(), [Reading::ByRate]);
    assert!((case.reading(Reading::ByFactor).unwrap() - 4_548.94).abs() < 0.005);
    assert!((case.average_factor().unwrap() - 0.758_16).abs() < 5e-6);
    assert_eq!(
        case.traps_answer(Chinese),
        "600 元是这样来的：最后乘了折现率，该乘折现系数；该是 4,548.94 元。"
    );
    Input::Found.set(&mut case, 4_548.94);
    assert_eq!(case.culprits(), [Reading::ByFactor]);
    // Twice the rate is twice the wrong answer.
    Input::YearRate.set(&mut case, 0.2);
    Input::Found.set(&mut case, 1_200.0);
    assert_eq!(case.culprits(), [Reading::ByRate]);
}

#[test]
fn t1_and_e1_a_year_is_not_a_life() {
    let mut case = library::open(Sample::Coffee);
    for (input, value) in [
        (Input::YearRevenue, 24_000.0),
        (Input::YearCost, 0.0),
        (Input::BookYears, 5.0),
        (Input::YearRate, 0.0),
        (Input::Found, 24_000.0),
    ] {
        input.set(&mut case, value);
    }
    assert_eq!(case.culprits(), [Reading::PerYear]);
    assert_eq!(case.average_culprits(), [true, false], "120,000 over five years, as printed");
    assert!(close(case.reading(Reading::ForLife).unwrap(), 120_000.0));
    let mut case = library::open(Sample::Coffee);
    Input::Found.set(&mut case, 6_000.0);
    assert_eq!(case.average_culprits(), [false, true]);
    assert!(case.traps_answer(English).contains("order × orders × lifetime"));
}

#[test]
fn e14_two_books_with_the_numbers_of_the_short_formula() {
    let mut case = library::open(Sample::Coffee);
    Input::YearRevenue.set(&mut case, 250.0);
    Input::YearCost.set(&mut case, 150.0);
    let [now, later] = [Reading::FirstNow, Reading::FirstLater].map(|r| case.reading(r).unwrap());
    assert!((now - 366.67).abs() < 0.005 && (later - 266.67).abs() < 0.005, "{now} {later}");
    Input::Found.set(&mut case, 266.67);
    assert_eq!(case.culprits(), [Reading::FirstLater]);
    assert!(case.traps_answer(Chinese).contains("没有错；另一种算法是 366.67 元"));
}
