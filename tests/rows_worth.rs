//! The worked examples of economic value and willingness to pay, done on a case as the page does it:
//! numbers are set by name, and what is read is what the page shows.

#![expect(clippy::float_cmp, reason = "whole numbers are meant exactly")]

use customer_value::case::change::Rows;
use customer_value::case::owning::Paid;
use customer_value::case::worth::{Number, Span, WorthError};
use customer_value::case::{Case, Id, Input, Sample, library};
use customer_value::chart::Labels;
use customer_value::model::economic_value::{Claim, EconomicValue, Sign, Source, Zone};
use customer_value::model::win_win::Standing;
use customer_value::words::{Glass, Language, worth as words};

fn valued(case: &Case) -> EconomicValue {
    case.economic_value().unwrap_or_else(|error| panic!("{error:?}"))
}

fn set(case: &mut Case, number: Number, value: f64) {
    Input::Worth(number).set(case, value);
}

/// Adds a difference of `worth` in our favour.
fn add(case: &mut Case, worth: f64) -> Id {
    let id = case.add_row(Rows::Differences).unwrap_or_else(|| panic!("there is room"));
    set(case, Number::UnitValue(id), worth);
    id
}

/// A case without differences and answers: ours at `price` and `cost`, one rival at `reference`.
fn bare(reference: f64, price: f64, cost: f64) -> Case {
    let mut case = library::open(Sample::Caterpillar);
    for rows in [Rows::Differences, Rows::Answers] {
        for id in case.row_ids(rows) {
            case.remove_row(rows, id);
        }
    }
    let [ours, rival] = [0, 1].map(|k| case.offers[k].id);
    Input::Price(rival).set(&mut case, reference);
    Input::Price(ours).set(&mut case, price);
    Input::UnitCost(ours).set(&mut case, cost);
    case
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

#[test]
fn r1_caterpillar() {
    let case = library::open(Sample::Caterpillar);
    let value = valued(&case);
    assert_eq!(value.total(Claim::Full), 110_000.0);
    assert_eq!((value.premium(), value.surplus(Claim::Full)), (10_000.0, 10_000.0));
    assert_eq!(value.incentive(Claim::Full), Some(0.5));
    // The client's own numbers alone do not carry the price: 3 of 13 thousand must come true.
    assert_eq!(Claim::ALL.map(|claim| value.total(claim)), [110_000.0, 103_500.0, 97_000.0]);
    assert_eq!(value.zone(Claim::ClientOnly), Zone::AboveCeiling);
    assert!(close(value.claim_needed().unwrap(), 3.0 / 13.0));
    let chart = case.waterfall_figure(&value, Language::Chinese);
    let Labels::Bands(bands) = &chart.y.labels else { panic!("{:?}", chart.y) };
    let names: Vec<&str> = bands.iter().map(|band| band.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "对手",
            "更耐用",
            "更可靠",
            "更好的服务",
            "更长的零件保修",
            "总经济价值",
            "我们得到",
            "客户留下"
        ]
    );
    let up_to: Vec<&str> = chart.table.rows.iter().map(|row| row[2].as_str()).collect();
    assert_eq!(up_to[..6], ["90,000", "97,000", "103,000", "108,000", "110,000", "110,000"]);
}

#[test]
fn r2_price_range() {
    let mut case = bare(300.0, 850.0, 500.0);
    for worth in [350.0, 100.0, 200.0] {
        add(&mut case, worth);
    }
    assert_eq!(valued(&case).total(Claim::Full), 950.0);
    assert_eq!(valued(&case).surplus(Claim::Full), 100.0);
    assert_eq!(valued(&case).price_range(Claim::Full), Some((500.0, 950.0)));
    let ours = Input::Price(case.offers[0].id);
    ours.set(&mut case, 825.0);
    assert_eq!(valued(&case).surplus(Claim::Full), 125.0);
    // A third of the joint gain of 450 left to the client: 800.
    set(&mut case, Number::Left, 1.0 / 3.0);
    assert!(close(case.fair_price(&valued(&case)).unwrap(), 800.0));
}

#[test]
fn a11_two_sides_of_a_price() {
    let mut case = bare(10_000.0, 18_000.0, 10_000.0);
    let id = add(&mut case, 13_000.0);
    let sides = valued(&case).sides(Claim::Full).unwrap();
    assert_eq!((sides.firm(), sides.customer(), sides.total()), (8_000.0, 5_000.0, 13_000.0));
    assert_eq!(sides.standing(), Standing::WinWin);
    let says = words::sides_summary(Glass::default(), &sides);
    assert!(says.contains("我们分到 61.5%，客户分到 38.5%"), "{says}");
    set(&mut case, Number::UnitValue(id), 6_000.0);
    let sides = valued(&case).sides(Claim::Full).unwrap();
    assert_eq!((sides.customer(), sides.total()), (-2_000.0, 6_000.0));
    assert_eq!(sides.standing(), Standing::Exploit);
    let says = words::sides_summary(Glass::default(), &sides);
    assert!(says.contains("榨取客户：客户吃亏，早晚会走"), "{says}");
}

#[test]
fn a17_demand_steps() {
    let mut case = bare(20.0, 25.0, 0.0);
    for most in [20.0, 25.0, 25.0, 30.0, 40.0] {
        let id = case.add_row(Rows::Answers).unwrap();
        set(&mut case, Number::Most(id), most);
    }
    let willingness = case.willingness().unwrap();
    assert_eq!((willingness.median(), willingness.mean()), (25.0, 28.0));
    let chart = case.demand_figure(&willingness, Language::English);
    let column = |k: usize| chart.table.rows.iter().map(|row| row[k].clone()).collect::<Vec<_>>();
    assert_eq!(column(0), ["20", "25", "30", "40"]);
    assert_eq!(column(1), ["5", "4", "2", "1"]);
    assert_eq!(column(2), ["100", "100", "60", "40"]);
    assert_eq!(
        chart.summary,
        "Median $25, mean $28; most revenue at $25 or $20, most profit at $25 or $20."
    );
}

#[test]
fn what_a_year_brings_is_worth_what_it_brings_over_the_years() {
    let mut case = library::open(Sample::Machine);
    let value = valued(&case);
    let year = |k: i32| 1.08_f64.powi(-k);
    let annuity: f64 = (1..=5).map(year).sum();
    let better = 9_000.0 + 20.0 * 300.0 * 0.8 + 400.0 * 15.0 * 0.6 * 0.5;
    let expected = 100_000.0 + better * (annuity - 0.25 * year(1)) - 2_500.0 * annuity - 8_000.0;
    assert!(close(value.total(Claim::Full), expected));
    // What the client keeps is what their money brings, as present value.
    let npv = case.client_investment().unwrap().flow().npv();
    assert!(close(npv, value.surplus(Claim::Full)), "{npv}");
    // The same where it is bought again and again, for all the units of those years together.
    case.owning.paid = Paid::EachTime;
    Input::Purchases.set(&mut case, 4.0);
    let each = valued(&case).surplus(Claim::Full);
    let npv = case.client_investment().unwrap().flow().npv();
    assert!(close(npv, each * 4.0 * annuity), "{npv}");
    Input::Purchases.set(&mut case, 0.0);
    assert_eq!(case.economic_value(), Err(WorthError::NoPurchases));
    case.worth.span = Span::Whole;
    set(&mut case, Number::Switching, 0.0);
    assert!(case.economic_value().is_ok());
}

#[test]
fn a_cheaper_offer_saves_at_once() {
    let mut case = bare(100.0, 80.0, 50.0);
    let id = add(&mut case, 30.0);
    case.worth.differences.iter_mut().for_each(|d| d.sign = Sign::Minus);
    set(&mut case, Number::Switching, 5.0);
    Input::Years.set(&mut case, 3.0);
    let flow = case.client_investment().unwrap();
    // 20 saved less 5 to change over, and 30 spread over three years.
    assert_eq!(flow.flow().amounts(), [15.0, -10.0, -10.0, -10.0]);
    assert_eq!(valued(&case).total(Claim::Full), 65.0);
    assert_eq!(Input::Worth(Number::UnitValue(id)).get(&case), Some(30.0));
}

#[test]
fn the_alternative_is_the_best_rival_until_one_is_named() {
    let mut case = library::open(Sample::Rules);
    assert_eq!(case.alternative(), Some(2), "C comes next");
    case.worth.against = Some(case.offers[1].id);
    assert_eq!(case.alternative(), Some(1));
    case.remove_row(Rows::Offers, case.offers[1].id);
    assert_eq!(case.alternative(), Some(1), "C is the only one left");
    case.worth.against = Some(case.offers[0].id);
    assert_eq!(case.alternative(), Some(1), "never ours");
    case.remove_row(Rows::Offers, case.offers[1].id);
    assert_eq!(case.economic_value(), Err(WorthError::NoAlternative));
}

#[test]
fn what_is_claimed_can_be_doubted() {
    let mut case = bare(100.0, 110.0, 60.0);
    let [ours, theirs] = [20.0, 8.0].map(|worth| add(&mut case, worth));
    case.worth.differences[1].source = Source::Client;
    case.worth.claim = Claim::ClientOnly;
    let value = valued(&case);
    assert_eq!(value.total(case.worth.claim), 108.0);
    // What is not counted cannot be dragged: the alternative, the client's number, our price.
    let grips = case.waterfall_grips(&value);
    let inputs: Vec<Input> = grips.iter().map(|grip| grip.input).collect();
    let [mine, rival] = [0, 1].map(|k| Input::Price(case.offers[k].id));
    assert_eq!(inputs, [rival, Input::Worth(Number::UnitValue(theirs)), mine]);
    case.worth.claim = Claim::Half;
    let value = valued(&case);
    let grips = case.waterfall_grips(&value);
    assert_eq!(grips[1].input, Input::Worth(Number::UnitValue(ours)));
    // Half of it counts: to 115 on the axis belongs a claim of 30.
    assert_eq!(grips[1].value(&case, 115.0), 30.0);
}
