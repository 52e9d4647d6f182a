//! The worked examples of the feature list, each done on a case as the page does it: numbers are
//! set by name, and what is read is what the page shows.

#![expect(clippy::float_cmp, reason = "whole numbers are meant exactly")]

use customer_value::case::change::Rows;
use customer_value::case::preset::Preset;
use customer_value::case::sensitivity::{lifetime_swings, tie};
use customer_value::case::{
    Benefit, Case, Cost, Counting, Earning, Id, Input, Period, Sample, file, library,
};
use customer_value::chart::{Labels, Mark};
use customer_value::model::average_revenue::{average_discount_factor, over_life, per_period};
use customer_value::model::perceived::{Comparison, Rule, Standing};
use customer_value::words::Language;

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1e-3)
}

fn all_close(found: &[f64], expected: &[f64]) -> bool {
    found.len() == expected.len() && found.iter().zip(expected).all(|(a, b)| close(*a, *b))
}

fn compared(case: &Case) -> Comparison {
    case.comparison().unwrap_or_else(|error| panic!("{error:?}"))
}

fn nets(case: &Case) -> Vec<f64> {
    compared(case).standings().iter().map(Standing::net).collect()
}

fn means(case: &Case) -> Vec<f64> {
    compared(case).standings().iter().map(|standing| standing.mean_score).collect()
}

/// Sets the scores of the offer in place `k`, one box after the other.
fn score(case: &mut Case, k: usize, scores: &[f64]) {
    let offer = case.offers[k].id;
    for (criterion, score) in case.row_ids(Rows::Criteria).into_iter().zip(scores) {
        Input::Score(offer, criterion).set(case, *score);
    }
}

/// Two offers on the criteria of `preset` that cost the customer nothing, and a perfect offer
/// worth ten points: net value is the mean score.
fn two_on(preset: Preset) -> Case {
    let mut case = library::open(Sample::Rules);
    case.take_preset(preset);
    case.remove_row(Rows::Offers, case.offers[2].id);
    for id in case.row_ids(Rows::Offers) {
        for cost in Cost::ALL {
            Input::Cost(id, cost).set(&mut case, 0.0);
        }
    }
    Input::Perfect.set(&mut case, 10.0);
    case
}

/// Sets the weights, one box after the other.
fn weigh(case: &mut Case, weights: &[f64]) {
    for (id, weight) in case.row_ids(Rows::Criteria).into_iter().zip(weights) {
        Input::Weight(id).set(case, *weight);
    }
}

#[test]
fn a1_difference_and_ratio_choose_differently() {
    let case = library::open(Sample::Rules);
    let comparison = compared(&case);
    let benefits: Vec<f64> = comparison.standings().iter().map(|s| s.benefit).collect();
    let costs: Vec<f64> = comparison.standings().iter().map(|s| s.cost).collect();
    assert!(all_close(&benefits, &[100.0, 80.0, 40.0]), "{benefits:?}");
    assert!(all_close(&costs, &[80.0, 85.0, 28.0]), "{costs:?}");
    assert!(all_close(&nets(&case), &[20.0, -5.0, 12.0]));
    let ratios: Vec<f64> = comparison.standings().iter().filter_map(Standing::ratio).collect();
    assert!(all_close(&ratios, &[1.25, 80.0 / 85.0, 40.0 / 28.0]), "{ratios:?}");
    assert_eq!(comparison.ranking(Rule::Difference), [0, 2, 1]);
    assert_eq!(comparison.ranking(Rule::Ratio), [2, 0, 1]);
    assert!(comparison.rules_disagree());
    let parts = &comparison.standings()[0];
    assert!(all_close(&parts.benefits, &[40.0, 25.0, 15.0, 20.0]), "{:?}", parts.benefits);
    assert!(all_close(&parts.costs, &[60.0, 8.0, 7.0, 5.0]), "{:?}", parts.costs);
}

#[test]
fn a1_the_flag_goes_when_the_rules_agree() {
    let mut case = library::open(Sample::Rules);
    Input::Cost(case.offers[2].id, Cost::Money).set(&mut case, 40.0);
    assert!(!compared(&case).rules_disagree());
}

/// Moves a leaf of the tree and says by how much benefit and cost of all offers moved.
fn moved(case: &mut Case, input: Input, by: f64) -> Vec<(f64, f64)> {
    let before = compared(case);
    let now = input.get(case).unwrap_or_else(|| panic!("{input:?} is there"));
    input.set(case, now + by);
    let read = input.get(case).unwrap_or_else(|| panic!("{input:?} is there"));
    assert!(close(read, now + by), "{input:?}: {now} + {by} became {read}");
    let pairs = compared(case);
    let pairs = pairs.standings().iter().zip(before.standings());
    pairs.map(|(after, was)| (after.benefit - was.benefit, after.cost - was.cost)).collect()
}

/// That only the first of three offers moved, by so much benefit and cost.
fn only_the_first(found: &[(f64, f64)], benefit: f64, cost: f64) -> bool {
    found.len() == 3
        && close(found[0].0, benefit)
        && close(found[0].1, cost)
        && found[1..].iter().all(|(b, c)| *b == 0.0 && *c == 0.0)
}

#[test]
fn a2_the_tree_has_two_branches_of_four_leaves() {
    let case = library::open(Sample::Rules);
    let id = case.offers[0].id;
    let leaves = |inputs: [Input; 4]| inputs.map(|input| input.get(&case).unwrap());
    let benefits = leaves(Benefit::ALL.map(|benefit| Input::BenefitOf(id, benefit)));
    assert!(all_close(&benefits, &[40.0, 25.0, 15.0, 20.0]), "{benefits:?}");
    assert_eq!(leaves(Cost::ALL.map(|cost| Input::Cost(id, cost))), [60.0, 8.0, 7.0, 5.0]);
    let labels = Benefit::ALL.map(|benefit| Input::BenefitOf(id, benefit).field(&case).label);
    assert!(labels.iter().enumerate().all(|(k, label)| !labels[..k].contains(label)));
}

#[test]
fn a2_a_leaf_moves_the_total_by_as_much() {
    for benefit in Benefit::ALL {
        for by in [5.0, -3.25, 1e-3] {
            let mut case = library::open(Sample::Rules);
            let id = case.offers[0].id;
            let found = moved(&mut case, Input::BenefitOf(id, benefit), by);
            assert!(only_the_first(&found, by, 0.0), "{benefit:?} by {by}: {found:?}");
        }
    }
    for cost in Cost::ALL {
        let mut case = library::open(Sample::Rules);
        let id = case.offers[0].id;
        let found = moved(&mut case, Input::Cost(id, cost), 2.5);
        assert!(only_the_first(&found, 0.0, 2.5), "{cost:?}: {found:?}");
    }
}

#[test]
fn a2_the_money_leaf_is_the_price_and_time_costs_what_an_hour_is_worth() {
    let mut case = library::open(Sample::Coffee);
    let id = case.offers[0].id;
    assert!(only_the_first(&moved(&mut case, Input::Price(id), 3.0), 0.0, 3.0));
    // Half an hour, where an hour is worth 30.
    let found = moved(&mut case, Input::Cost(id, Cost::Time), 0.5);
    assert!(only_the_first(&found, 0.0, 15.0), "{found:?}");
}

/// Atmosphere and brand are both image: 10 of 17 points from scores of 9 and 9.
#[test]
fn a2_criteria_of_one_kind_move_together() {
    let mut case = library::open(Sample::Coffee);
    let id = case.offers[0].id;
    let image = Input::BenefitOf(id, Benefit::Image);
    let found = moved(&mut case, image, -9.0);
    assert!(only_the_first(&found, -9.0, 0.0), "{found:?}");
    let scores = &case.offers[0].scores;
    assert!(all_close(scores, &[8.0, 6.0, 8.0, 6.0]), "in proportion: {scores:?}");
}

#[test]
fn a2_what_one_score_cannot_hold_goes_to_the_others() {
    let mut case = library::open(Sample::Coffee);
    let id = case.offers[0].id;
    score(&mut case, 0, &[8.0, 8.0, 8.0, 2.0]);
    let image = Input::BenefitOf(id, Benefit::Image);
    // Worth of top scores: 21 for atmosphere, 9 for the brand. 26 leaves 5 for the brand.
    image.set(&mut case, 26.0);
    assert!(close(image.get(&case).unwrap(), 26.0));
    let scores = &case.offers[0].scores;
    assert!(all_close(scores, &[8.0, 10.0, 8.0, 50.0 / 9.0]), "{scores:?}");
}

#[test]
fn a2_a_score_of_zero_takes_what_the_others_cannot_hold() {
    let mut case = library::open(Sample::Coffee);
    let id = case.offers[0].id;
    score(&mut case, 0, &[8.0, 8.0, 8.0, 0.0]);
    let image = Input::BenefitOf(id, Benefit::Image);
    image.set(&mut case, 26.0);
    let found = image.get(&case).unwrap();
    assert!(close(found, 26.0), "{found}: {:?}", case.offers[0].scores);
}

#[test]
fn a2_a_leaf_can_be_raised_from_zero_and_filled() {
    for benefit in [Benefit::Product, Benefit::Service, Benefit::Image] {
        let mut case = library::open(Sample::Coffee);
        let id = case.offers[0].id;
        score(&mut case, 0, &[0.0; 4]);
        let input = Input::BenefitOf(id, benefit);
        let most = input.field(&case).high;
        let found = moved(&mut case, input, most / 3.0);
        assert!(only_the_first(&found, most / 3.0, 0.0), "{benefit:?}: {found:?}");
        input.set(&mut case, most);
        let of_kind = |k: &usize| case.criteria[*k].benefit == benefit;
        let filled: Vec<usize> = (0..4).filter(of_kind).collect();
        assert!(filled.iter().all(|k| close(case.offers[0].scores[*k], 10.0)), "{benefit:?}");
        input.set(&mut case, 0.0);
        assert!(filled.iter().all(|k| case.offers[0].scores[*k] == 0.0), "{benefit:?}");
    }
}

#[test]
fn a2_a_leaf_without_a_criterion_is_zero_and_stays_so() {
    let mut case = library::open(Sample::Coffee);
    let before = case.clone();
    let people = Input::BenefitOf(case.offers[0].id, Benefit::People);
    assert_eq!((people.get(&case), people.field(&case).high), (Some(0.0), 0.0));
    people.set(&mut case, 7.0);
    assert_eq!(case, before);
}

#[test]
fn a3_what_must_change_for_us_to_win() {
    let mut case = library::open(Sample::Rules);
    let b = case.offers[1].id;
    case.shift_row(Rows::Offers, b, true);
    assert_eq!((case.offers[0].id, compared(&case).best_rival(0)), (b, 1));
    assert!(close(compared(&case).lead(0), -25.0));
    // Its cost falls from 85 to 60, here by the price.
    let price = tie(&case, Input::Cost(b, Cost::Money)).unwrap();
    assert!(close(price, 25.0), "{price}");
    let mut cheaper = case.clone();
    Input::Cost(b, Cost::Money).set(&mut cheaper, price);
    assert!(close(compared(&cheaper).standings()[0].cost, 60.0) && compared(&cheaper).ties(0));
    // Or its benefit rises from 80 to 105, here by what people bring.
    let people = Input::BenefitOf(b, Benefit::People);
    let now = people.get(&case).unwrap();
    people.set(&mut case, now + 25.0);
    assert!(close(compared(&case).standings()[0].benefit, 105.0) && compared(&case).ties(0));
}

#[test]
fn a3_gap_by_factor_against_the_best_rival() {
    let case = library::open(Sample::Rules);
    let comparison = compared(&case);
    let rival = comparison.best_rival(0);
    assert_eq!(rival, 2);
    let [ours, theirs] = [0, rival].map(|k| comparison.standings()[k].clone());
    let gaps = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a - b).collect::<Vec<f64>>();
    let (benefit, cost) =
        (gaps(&ours.benefits, &theirs.benefits), gaps(&theirs.costs, &ours.costs));
    assert!(all_close(&benefit, &[25.0, 15.0, 10.0, 10.0]), "{benefit:?}");
    assert!(all_close(&cost, &[-40.0, -5.0, -4.0, -3.0]), "{cost:?}");
    let sum: f64 = benefit.iter().chain(&cost).sum();
    assert!(close(sum, comparison.lead(0)) && close(sum, 8.0), "{sum}");
}

#[test]
fn a5_our_guess_and_their_score() {
    let mut case = library::open(Sample::Rules);
    score(&mut case, 0, &[6.0, 8.0, 5.0, 5.0]);
    for (id, guess) in case.row_ids(Rows::Criteria).into_iter().zip([8.0, 8.0, 7.0, 9.0]) {
        Input::Guess(id).set(&mut case, guess);
    }
    let perception = case.perception().unwrap();
    assert!(close(perception.mean_guess, 8.0) && close(perception.mean_score, 6.0));
    assert_eq!(perception.blind_spot(), Some((3, 4.0)));
    let chart = case.perception_figure(Language::English).unwrap();
    for part in ["Image", "4.0", "8.0", "6.0"] {
        assert!(chart.summary.contains(part), "{part} in {}", chart.summary);
    }
    assert_eq!(chart.table.rows[3], ["Image", "9.0", "5.0", "+4"]);
}

#[test]
fn a6_four_levers() {
    let mut case = two_on(Preset::Levers);
    let weights: Vec<f64> = case.criteria.iter().map(|c| c.weight).collect();
    assert_eq!(weights, [20.0, 30.0, 30.0, 20.0]);
    score(&mut case, 0, &[7.0, 8.0, 5.0, 9.0]);
    score(&mut case, 1, &[6.0, 7.0, 8.0, 5.0]);
    assert!(all_close(&means(&case), &[7.1, 6.7]));
    assert!(close(compared(&case).lead(0), 0.4));
    let (weakest, gap) = compared(&case).weakest_lever(0, 1).unwrap();
    assert!(case.criteria[weakest].name.to(Language::Chinese).contains("价格"));
    assert!(close(gap, -3.0));
}

/// Groups of 40, 25, 15 and 20 with the means 6.5, 7, 7 and 8.
#[test]
fn a7_four_parts_and_their_leaves() {
    let mut case = two_on(Preset::Parts);
    let groups = [(0..4, 40.0, 6.5), (4..7, 25.0, 7.0), (7..10, 15.0, 7.0), (10..11, 20.0, 8.0)];
    let scores = [8.0, 7.0, 6.0, 5.0, 9.0, 8.0, 4.0, 6.0, 7.0, 8.0, 8.0];
    score(&mut case, 0, &scores);
    assert!(all_close(&means(&case), &[7.0, 5.0]));
    let standing = compared(&case).standings()[0].clone();
    for (leaves, weight, mean) in groups {
        let sum: f64 = case.criteria[leaves.clone()].iter().map(|c| c.weight).sum();
        assert!(close(sum, weight), "{leaves:?} weigh {sum}");
        let benefit: f64 = standing.benefits[leaves.clone()].iter().sum();
        assert!(close(benefit, weight / 100.0 * mean), "{leaves:?} bring {benefit}");
    }
}

#[test]
fn a10_a_cup_of_25_is_5_for_coffee_and_20_for_the_rest() {
    let mut case = library::open(Sample::Coffee);
    let ladder = case.price_ladder().unwrap();
    assert_eq!((ladder.price, ladder.experience_share()), (25.0, Some(0.8)));
    assert_eq!(ladder.multiple(), Some(5.0));
    let layer = case.ladder[1].id;
    Input::Rung(layer).set(&mut case, 10.0);
    let ladder = case.price_ladder().unwrap();
    assert!(close(ladder.price, 15.0) && close(ladder.multiple().unwrap(), 3.0));
    assert!(close(ladder.experience_share().unwrap(), 2.0 / 3.0));
    let chart = case.ladder_figure(Language::English);
    assert!(chart.summary.contains("66.67%") && chart.summary.contains("3×"), "{}", chart.summary);
}

#[test]
fn a10_layers_can_be_added_removed_and_moved() {
    let mut case = library::open(Sample::Coffee);
    let third = case.add_row(Rows::Rungs).unwrap();
    assert_eq!(case.price_ladder().unwrap().price, 25.0);
    Input::Rung(third).set(&mut case, 15.0);
    let ladder = case.price_ladder().unwrap();
    assert_eq!((ladder.price, ladder.commodity, ladder.experience()), (40.0, 5.0, 35.0));
    case.shift_row(Rows::Rungs, third, true);
    case.shift_row(Rows::Rungs, third, true);
    assert_eq!(case.price_ladder().unwrap().commodity, 15.0);
    case.remove_row(Rows::Rungs, third);
    assert_eq!(case.price_ladder().unwrap().price, 25.0);
}

#[test]
fn a14_positioning_moves_with_the_weights() {
    let mut case = two_on(Preset::Positioning);
    score(&mut case, 0, &[8.0, 6.0, 7.0, 5.0]);
    score(&mut case, 1, &[6.0, 9.0, 6.0, 6.0]);
    assert!(all_close(&means(&case), &[6.9, 6.9]) && compared(&case).ties(0));
    // Ten points from cost to service.
    let [cost, service] = [case.criteria[1].id, case.criteria[2].id];
    for (id, by) in [(cost, -10.0), (service, 10.0)] {
        let now = Input::Weight(id).get(&case).unwrap();
        Input::Weight(id).set(&mut case, now + by);
    }
    assert!(all_close(&means(&case), &[7.0, 6.6]));
    assert!(compared(&case).winner() == 0 && !compared(&case).ties(0));
    // The weights of another day: only their proportions count.
    weigh(&mut case, &[4.0, 2.0, 3.0, 1.0]);
    assert!(all_close(&means(&case), &[7.0, 6.6]));
}

/// A number of the textbook formulas, by name.
fn figure(case: &Case, input: Input) -> f64 {
    input.get(case).unwrap_or_else(|| panic!("{input:?}"))
}

/// Average revenue as printed and as meant.
fn average_revenue(case: &Case) -> (Option<f64>, f64) {
    let of = |input| figure(case, input);
    let life = of(Input::TotalLife);
    let printed = per_period(of(Input::TotalRevenue), life);
    (printed, over_life(of(Input::Order), of(Input::Orders), life))
}

#[test]
fn e1_average_revenue_as_printed_and_as_meant() {
    let mut case = Case::default();
    assert_eq!(average_revenue(&case), (Some(24_000.0), 6_000.0));
    Input::TotalRevenue.set(&mut case, 5e6);
    Input::Order.set(&mut case, 5e6 / 5e5);
    Input::Orders.set(&mut case, 5e5 / 2e5);
    Input::TotalLife.set(&mut case, 3e5 / 2e5);
    assert!(close(average_revenue(&case).1, 37.5));
}

#[test]
fn e2_discounted_cash_flow() {
    for sample in [Sample::Coffee, Sample::Rules] {
        let mut case = library::open(sample);
        Input::Discount.set(&mut case, 0.1);
        let flow = case.cash_flow().unwrap();
        let cents: Vec<f64> = flow.present().iter().map(|p| (p * 100.0).round() / 100.0).collect();
        assert_eq!(cents, [-500.0, 272.73, 413.22, 450.79, 273.21]);
        assert!((flow.npv() - 909.94).abs() < 0.005, "{}", flow.npv());
        let chart = case.cash_flow_figure(&flow, Language::English);
        assert!(chart.summary.contains("909.94") && chart.summary.contains("1,300"));
        let columns = chart.marks.iter().filter(|mark| matches!(mark, Mark::Bar { .. })).count();
        assert_eq!((columns, chart.table.rows.len()), (6, 6), "five years and the sum");
    }
}

#[test]
fn e2_amounts_can_be_typed_added_and_removed() {
    let mut case = Case::default();
    for (id, amount) in case.row_ids(Rows::Amounts).into_iter().zip([-100.0, 110.0, 0.0]) {
        Input::Amount(id).set(&mut case, amount);
    }
    for id in case.row_ids(Rows::Amounts).split_off(3) {
        case.remove_row(Rows::Amounts, id);
    }
    assert!(case.cash_flow().unwrap().npv().abs() < 1e-12);
    let third = case.add_row(Rows::Amounts).unwrap();
    Input::Amount(third).set(&mut case, 133.1);
    assert!(close(case.cash_flow().unwrap().npv(), 100.0));
}

#[test]
fn e6_the_rate_is_not_the_factor() {
    let case = Case::default();
    let of = |input| figure(&case, input);
    let margins = (of(Input::YearRevenue) - of(Input::YearCost)) * of(Input::BookYears);
    let factor = average_discount_factor(of(Input::YearRate), of(Input::BookYears)).unwrap();
    assert!((factor - 0.758_16).abs() < 5e-6, "{factor}");
    assert!((margins * factor - 4_548.94).abs() < 0.005);
    assert!(close(margins * of(Input::YearRate), 600.0));
}

/// A customer of 200 six times a year at a margin of 40 % and a churn of 20 %.
fn six_orders() -> Case {
    let mut case = Case::default();
    case.customer.earning = Earning::Revenue;
    Input::Revenue.set(&mut case, 200.0 * 6.0);
    Input::MarginRate.set(&mut case, 0.4);
    Input::Churn.set(&mut case, 0.2);
    Input::Discount.set(&mut case, 0.0);
    case
}

#[test]
fn e8_churn_is_the_top_bar() {
    let case = six_orders();
    let lifetime = case.lifetime().unwrap();
    assert!(close(lifetime.net(), 2_400.0));
    let swings = lifetime_swings(&case, 0.2);
    let order: Vec<Input> = swings.iter().map(|swing| swing.input).collect();
    assert_eq!(order, [Input::Churn, Input::Revenue, Input::MarginRate]);
    let ends = |k: usize| [swings[k].results.0.unwrap(), swings[k].results.1.unwrap()];
    assert!(close(swings[0].values.0, 0.16) && close(swings[0].values.1, 0.24));
    assert!(all_close(&ends(0), &[3_000.0, 2_000.0]), "{:?}", ends(0));
    assert!(all_close(&ends(1), &[1_920.0, 2_880.0]), "{:?}", ends(1));
    assert!(all_close(&ends(2), &[1_920.0, 2_880.0]), "{:?}", ends(2));
    let chart = case.lifetime_storm_figure(&lifetime, Language::English);
    let Labels::Bands(bands) = &chart.y.labels else { panic!("{:?}", chart.y.labels) };
    assert_eq!((bands[0].name.as_str(), bands[0].remark.as_str()), ("Churn rate", "20%"));
}

/// How often the customer buys is as strong as what a purchase leaves.
#[test]
fn e8_frequency_of_purchases() {
    let mut case = library::open(Sample::Rules);
    case.customer = six_orders().customer;
    case.customer.earning = Earning::Offer;
    let ours = case.offers[0].id;
    Input::Price(ours).set(&mut case, 200.0);
    Input::UnitCost(ours).set(&mut case, 120.0);
    Input::Purchases.set(&mut case, 6.0);
    assert!(close(case.lifetime().unwrap().net(), 2_400.0));
    let swings = lifetime_swings(&case, 0.2);
    let width = |input| swings.iter().find(|s| s.input == input).unwrap().width();
    assert!(close(width(Input::Purchases), 960.0) && close(width(Input::Churn), 1_000.0));
    // A fifth of the price is half of the margin.
    assert!(close(width(Input::Price(ours)), 2_400.0));
}

#[test]
fn e14_two_books_differ_by_one_margin() {
    let mut case = Case::default();
    for (input, value) in [(Input::Margin, 100.0), (Input::Retention, 0.8), (Input::Discount, 0.1)]
    {
        input.set(&mut case, value);
    }
    let value = |case: &Case| case.lifetime().unwrap().value();
    let now = value(&case);
    case.customer.margin_now = false;
    let later = value(&case);
    assert!((now - 366.67).abs() < 0.005 && (later - 266.67).abs() < 0.005, "{now} {later}");
    assert!(close(now - later, 100.0));
    let left = case.lifetime().unwrap().survival(10.0);
    assert!((left - 0.107).abs() < 5e-4, "almost 90 % used up: {left}");
    Input::Acquisition.set(&mut case, 66.0);
    assert!(close(case.lifetime().unwrap().net(), later - 66.0));
}

#[test]
fn e15_churn_form_and_payback() {
    let mut case = library::open(Sample::Rules);
    assert_eq!(case.customer.period, Period::Month);
    for (input, value) in [
        (Input::Revenue, 100.0),
        (Input::MarginRate, 0.8),
        (Input::Churn, 0.05),
        (Input::Acquisition, 300.0),
    ] {
        input.set(&mut case, value);
    }
    let lifetime = case.lifetime().unwrap();
    assert!(close(lifetime.value(), 1_600.0) && close(lifetime.net(), 1_300.0));
    assert!((lifetime.value_to_cost().unwrap() - 5.33).abs() < 0.005);
    assert_eq!(lifetime.simple_payback(), Some(3.75));
    assert!(close(Input::ExpectedLife.get(&case).unwrap(), 20.0));
}

/// Rates are typed a year; in months they compound to it.
#[test]
fn e15_rates_a_year_count_by_the_month() {
    let mut case = library::open(Sample::Rules);
    Input::Discount.set(&mut case, 0.1);
    Input::Growth.set(&mut case, 0.02);
    let month = |yearly: f64| (1.0 + yearly).powf(1.0 / 12.0) - 1.0;
    let (i, g) = (month(0.1), month(0.02));
    let value = case.lifetime().unwrap().value();
    assert!(close(value, 80.0 * (1.0 + i) / (1.0 + i - 0.95 * (1.0 + g))), "{value}");
    case.customer.period = Period::Year;
    let value = case.lifetime().unwrap().value();
    assert!(close(value, 80.0 * 1.1 / (1.1 - 0.95 * 1.02)), "{value}");
}

/// The order of rows is for the eye alone, save that the first offer is ours.
#[test]
fn moving_a_criterion_moves_no_result() {
    let case = library::open(Sample::Coffee);
    for id in case.row_ids(Rows::Criteria) {
        for up in [true, false] {
            let mut moved = case.clone();
            moved.shift_row(Rows::Criteria, id, up);
            assert!(all_close(&nets(&moved), &nets(&case)), "{id:?} {up}");
            for offer in case.row_ids(Rows::Offers) {
                let score = Input::Score(offer, id);
                assert_eq!(score.get(&moved), score.get(&case), "{id:?} {up}");
            }
        }
    }
    let mut without = case.clone();
    without.remove_row(Rows::Criteria, case.criteria[0].id);
    assert_eq!(without.offers[0].scores, [9.0, 8.0, 9.0]);
}

/// The two sides are one case: a lower price is a lower margin, and both move at once.
#[test]
fn a_price_counts_on_both_sides() {
    let mut case = library::open(Sample::Coffee);
    assert_eq!((case.counting, case.customer.earning), (Counting::Money, Earning::Offer));
    let (net, worth) = (nets(&case)[0], case.lifetime().unwrap().value());
    Input::Price(case.offers[0].id).set(&mut case, 24.0);
    assert!(close(nets(&case)[0] - net, 1.0));
    assert!(close(case.lifetime().unwrap().value() / worth, 16.0 / 17.0));
}

/// What the tests set by name is what a file keeps.
#[test]
fn rows_survive_a_file() {
    let mut case = two_on(Preset::Parts);
    score(&mut case, 0, &[8.0, 7.0, 6.0, 5.0, 9.0, 8.0, 4.0, 6.0, 7.0, 8.0, 8.0]);
    let opened = file::open(&file::save(&case)).unwrap();
    assert!(all_close(&means(&opened), &[7.0, 5.0]));
    assert!(opened.offers.iter().all(|offer| offer.id != Id::default()));
}
