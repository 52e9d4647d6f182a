//! The worked examples of the loyalty claims, done on a case as the page does it: numbers are set by
//! name, and what is read is what the page shows.

use customer_value::case::claims::{Number, Sum, SumError, TrialError, inputs};
use customer_value::case::{Case, Input, Period, Sample, library};
use customer_value::chart::Chart;
use customer_value::model::loyalty::Saying;
use customer_value::model::loyalty::trial::{Measure, Trial, Verdict};
use customer_value::words::{Glass, Language, Piece};

const ENGLISH: Glass =
    Glass { language: Language::English, currency: customer_value::words::Currency::Yuan };

/// A case in which `saying` is chosen, with a retention of `own`.
fn with(saying: Saying, own: f64) -> Case {
    let mut case = Case::default();
    case.claims.chosen = saying;
    Input::Retention.set(&mut case, own);
    case
}

fn on_trial(case: &Case) -> Trial {
    case.trial(case.claims.chosen).unwrap_or_else(|error| panic!("{error:?}"))
}

fn sentence(case: &Case) -> String {
    let pieces = case.claim_verdict(&on_trial(case), ENGLISH);
    let text = |piece: &Piece| match piece {
        Piece::Say(words) | Piece::Figure(words) => words.clone(),
    };
    assert_eq!(pieces.iter().filter(|piece| matches!(piece, Piece::Figure(_))).count(), 1);
    pieces.iter().map(text).collect()
}

fn drawn(case: &Case, sum: Sum) -> Chart {
    case.sum_figure(sum, Language::English).unwrap_or_else(|error| panic!("{sum:?}: {error:?}"))
}

fn finding(case: &Case, sum: Sum) -> String {
    drawn(case, sum).summary
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

#[test]
fn b2_doubling_holds_from_90_percent_only() {
    for (own, found) in [(0.8, 1.0 / 3.0), (0.6, 1.0 / 7.0), (0.9, 1.0)] {
        let trial = on_trial(&with(Saying::Doubled, own));
        assert!(close(trial.found().unwrap(), found), "{own}");
        assert!(close(trial.holds_at()[0], 0.9));
        assert_eq!(trial.verdict() == Verdict::Holds, close(own, 0.9));
    }
    assert_eq!(
        sentence(&with(Saying::Doubled, 0.8)),
        "With your 80%, 5 more points of retention lengthen a lifetime by 33.3%, not 100%. The claim holds only at 90%."
    );
    // At a discount of 10 % it holds nowhere: from 90 % the value grows by a third.
    let mut case = with(Saying::Doubled, 0.9);
    case.claims.measure = Measure::ValueNow;
    let trial = on_trial(&case);
    assert!(close(trial.found().unwrap(), 1.0 / 3.0) && trial.holds_at().is_empty());
    assert!(sentence(&case).ends_with("it holds at no retention."));
    // With the first margin after a renewal it is r/(1+i−r): 0.95/0.15 beside 0.9/0.2.
    case.claims.measure = Measure::ValueLater;
    assert!(close(on_trial(&case).found().unwrap(), 0.95 / 0.15 / 4.5 - 1.0));
}

#[test]
fn b7_holds_at_89_percent_and_b8_at_85() {
    let raised = on_trial(&with(Saying::Raised, 0.8));
    assert!((raised.holds_at()[0] - 0.891).abs() < 5e-4);
    assert!(
        sentence(&with(Saying::Raised, 0.8)).ends_with("not 85%. The claim holds only at 89.1%.")
    );
    assert_eq!(on_trial(&with(Saying::Raised, 0.891)).verdict(), Verdict::Holds);
    for (own, found) in [(0.85, -0.25), (0.9, -1.0 / 3.0), (0.8, -0.2)] {
        let trial = on_trial(&with(Saying::Lowered, own));
        assert!(close(trial.found().unwrap(), found) && close(trial.holds_at()[0], 0.85));
    }
    assert_eq!(
        sentence(&with(Saying::Lowered, 0.8)),
        "With your 80%, 5 fewer points of retention shorten a lifetime by 20%, not 25%. The claim holds only at 85%."
    );
}

#[test]
fn retention_of_the_case_is_the_handle_of_the_figure() {
    let mut case = library::open(Sample::Coffee);
    let chart = case.trial_figure(&on_trial(&case), Language::Chinese);
    assert_eq!(chart.handles.len(), 1);
    assert!(close(chart.handles[0].at.0, 0.75));
    let grip = case.trial_grips()[0];
    assert_eq!(grip.input, Input::Retention);
    let value = grip.value(&case, 0.8904);
    Input::Retention.set(&mut case, value);
    assert!(close(case.customer.retention, 0.89));
    assert!(close(on_trial(&case).own, 0.89));
}

#[test]
fn b1_fifty_purchases_more() {
    let mut case = Case::default();
    assert_eq!(
        finding(&case, Sum::MovedUp),
        "Of 100 customers 10 buy again when satisfied, 60 when very satisfied: 50 purchases more."
    );
    Input::Claim(Number::Again).set(&mut case, 0.2);
    assert_eq!(case.sum_figure(Sum::MovedUp, Language::English), Err(SumError::TooOften));
    case.claims.chosen = Saying::SixTimes;
    assert_eq!(
        sentence(&case),
        "20% of your satisfied customers buy again; even if all did, that is only 5×, not 6×. It could be true up to 16.7% only."
    );
    // Read to the letter it is seven times: the other line of the figure.
    let chart = case.trial_figure(&on_trial(&case), Language::English);
    assert!(format!("{:?}", chart.marks).contains("also said 7×"));
}

#[test]
fn b3_and_b4_side_by_side() {
    let mut case = Case::default();
    assert_eq!(
        finding(&case, Sum::Replaced),
        "Winning as many as the 100 lost costs ¥40,000, keeping them ¥5,000: ¥35,000 more. By 1:8 it is ¥35,000, by 1/5 ¥20,000."
    );
    Input::Claim(Number::Dearer).set(&mut case, 5.0);
    assert!(finding(&case, Sum::Replaced).contains("¥25,000, keeping them ¥5,000: ¥20,000 more"));
    // Our own two costs: 400 to win, 50 to keep are eight times; and both figures are drawn.
    Input::Acquisition.set(&mut case, 400.0);
    case.claims.chosen = Saying::EightTimes;
    assert_eq!(on_trial(&case).verdict(), Verdict::Holds);
    case.claims.chosen = Saying::FiveTimes;
    let trial = on_trial(&case);
    assert!(close(trial.found().unwrap(), 8.0) && close(trial.holds_at()[0], 80.0));
    let chart = case.trial_figure(&trial, Language::English);
    assert!(format!("{:?}", chart.marks).contains("also said 8×"));
    let sources = case.source_table(Language::English).unwrap();
    let printed: Vec<&str> = sources.rows.iter().map(|row| row[3].as_str()).collect();
    assert_eq!(printed[0], "No traceable source");
    assert!(printed[1].contains("Service Recovery") && printed[1].ends_with("(1990)"));
    Input::Acquisition.set(&mut case, 0.0);
    assert_eq!(case.trial(Saying::FiveTimes), Err(TrialError::NoAcquisition));
}

#[test]
fn b5_word_of_mouth() {
    let mut case = Case::default();
    assert_eq!(
        finding(&case, Sum::Gossip),
        "Of 1,000 customers 30 are unhappy, 150 people hear of it, 15 sales are lost: profit −¥4,500."
    );
    // One in ten passes it on, three rounds: 150 + 75 + 37.5.
    Input::Claim(Number::Passed).set(&mut case, 0.1);
    assert!(finding(&case, Sum::Gossip).contains("262.5 people hear of it"));
    case.claims.chosen = Saying::TellsFive;
    assert!(sentence(&case).starts_with("An unhappy customer who tells 5 people costs you ¥150"));
    assert!(close(on_trial(&case).holds_at()[0], 10.0 / 3.0));
}

#[test]
fn b6_calls_for_a_sale() {
    let mut case = Case::default();
    assert_eq!(
        finding(&case, Sum::Calls),
        "30 sales take 60 calls to customers, ¥160 a sale, or 200 to strangers, ¥533.33 a sale."
    );
    case.claims.chosen = Saying::HalfAgainst;
    assert_eq!(on_trial(&case).verdict(), Verdict::Holds);
    Input::Claim(Number::ToStranger).set(&mut case, 0.0);
    assert_eq!(case.sum_figure(Sum::Calls, Language::English), Err(SumError::NeverSells));
    assert_eq!(on_trial(&case).verdict(), Verdict::Nothing);
}

#[test]
fn b9_referred() {
    let mut case = Case::default();
    assert_eq!(
        finding(&case, Sum::Referred),
        "Of 200 new customers 120 were referred and save ¥400 each: ¥48,000 in all."
    );
    case.claims.chosen = Saying::Recommended;
    assert_eq!(
        sentence(&case),
        "100 customers who bring 0.2 each a year make, of 200 new ones, 10%, not 60%. The claim holds only if each brings 1.2."
    );
}

#[test]
fn b10_the_asset_that_grows_with_use() {
    let mut case = Case::default();
    assert_eq!(
        finding(&case, Sum::Growth),
        "100 customers, those who stay and those they bring make ×1.05 a year: 127.6 after 5 years. It doubles in 14.2 years."
    );
    // The handle after one year sets what each brings: 110 are 85 and 25 brought by 100.
    let grip = case.sum_grips(Sum::Growth)[1];
    assert!(close(grip.value(&case, 110.0), 0.25));
    Input::Claim(Number::Brought).set(&mut case, 0.1);
    Input::Claim(Number::Inflow).set(&mut case, 10.0);
    assert!(finding(&case, Sum::Growth).contains("It settles at 200.0"));
}

#[test]
fn b11_from_touch_to_customer() {
    let case = Case::default();
    let chart = drawn(&case, Sum::Chain);
    assert_eq!(
        chart.summary,
        "1,000 touches bring 12 new customers in the end. The weakest link is \"Hearers who buy\": a point more adds 1.2."
    );
    let sizes: Vec<&str> = chart.table.rows.iter().map(|row| row[1].as_str()).collect();
    assert_eq!(sizes, ["1,000", "200", "60", "120", "12"]);
    // 24 buyers among the 120 who hear are 20 %.
    assert!(close(case.sum_grips(Sum::Chain)[4].value(&case, 24.0), 0.2));
}

#[test]
fn f1_service_recovery() {
    let mut case = Case::default();
    assert_eq!(
        finding(&case, Sum::Recovery),
        "¥100 spent makes it 10 points more likely that a customer worth ¥1,500 stays, ¥150 on average: net +¥50, a return of 50%. It breaks even at 6.67 points."
    );
    assert_eq!(
        case.returned_article(ENGLISH).unwrap(),
        "The returned article of ¥100 sold at 70% of its price costs ¥30."
    );
    // The customer of the case: 300 a year for ever with four chances in five are 1,500.
    case.customer.margin = 300.0;
    case.customer.discount = 0.0;
    case.customer.acquisition = 500.0;
    case.claims.worth = 1.0;
    case.claims.own_worth = true;
    assert!(close(case.recovered_worth().unwrap(), 1_500.0), "what is spent is not lost again");
    assert!(close(case.recovery().unwrap().net(), 50.0));
    case.customer.margin = -1.0;
    assert_eq!(case.recovered_worth(), Err(SumError::WorthNothing));
    case.customer.retention = 1.0;
    assert!(matches!(case.recovered_worth(), Err(SumError::Lifetime(_))));
}

#[test]
fn t4_each_claim_says_what_was_measured() {
    let mut case = Case::default();
    let column = |case: &Case, k: usize| -> Vec<String> {
        let table = case.source_table(Language::English).unwrap();
        table.rows.into_iter().map(|row| row[k].clone()).collect()
    };
    assert_eq!(column(&case, 1), ["Retention", "Satisfaction, asked"]);
    case.claims.chosen = Saying::Lowered;
    assert_eq!(column(&case, 1), ["\"Loyalty\", unit not said"]);
    case.claims.chosen = Saying::SixTimes;
    assert_eq!(column(&case, 0), ["6×", "6×", "7× (to the letter)"]);
    case.claims.chosen = Saying::HalfAgainst;
    assert_eq!(column(&case, 0), ["50% : 15%", "65% : 12.5%"]);
    case.claims.chosen = Saying::Own;
    assert_eq!(case.source_table(Language::English), None);
}

#[test]
fn a_claim_of_ones_own() {
    let mut case = with(Saying::Own, 0.8);
    // 5 points bring 25 % more from 75 %.
    assert!(close(on_trial(&case).holds_at()[0], 0.75));
    Input::Claim(Number::Points).set(&mut case, 0.0);
    assert_eq!(case.trial(Saying::Own), Err(TrialError::NoPoints));
    Input::Claim(Number::Points).set(&mut case, 0.3);
    assert_eq!(on_trial(&case).verdict(), Verdict::Nothing);
}

#[test]
fn a_monthly_retention_is_told_as_one_of_a_year() {
    let mut case = with(Saying::Raised, 0.98);
    case.customer.period = Period::Month;
    // 0.98 twelve times over.
    assert!(case.claim_caution(Language::English).contains("a retention of 78.5% a year"));
    case.customer.period = Period::Year;
    assert!(!case.claim_caution(Language::English).contains("a year;"));
}

#[test]
fn all_nine_claims_at_a_glance() {
    let table = library::open(Sample::Coffee).glance_table(Language::English);
    assert_eq!(table.rows.len(), 9);
    assert_eq!(table.rows[1], ["5%:100%", "retention 90%", "75%", "+25%: not true"]);
    assert_eq!(table.rows[5], ["50%:15%", "sold to strangers 15%", "15%", "3.33×: true"]);
    for row in &table.rows {
        assert!(row.iter().all(|cell| !cell.is_empty()), "{row:?}");
    }
}

/// Every sample has every claim and every sum, and each handle stands where its number is.
#[test]
fn every_sample_has_every_claim_and_every_sum() {
    for sample in Sample::ALL {
        let mut case = library::open(sample);
        for saying in Saying::ALL {
            case.claims.chosen = saying;
            let trial = on_trial(&case);
            let chart = case.trial_figure(&trial, Language::Chinese);
            let input = inputs(saying)[0];
            assert!(close(chart.handles[0].at.0, input.get(&case).unwrap()), "{saying:?}");
            assert!(case.trial_grips()[0].input == input);
        }
        for sum in Sum::ALL {
            let chart = drawn(&case, sum);
            let grips = case.sum_grips(sum);
            assert_eq!(chart.handles.len(), grips.len(), "{sum:?}");
            assert!(!grips.is_empty());
            for (handle, grip) in chart.handles.iter().zip(grips) {
                let place = if sum == Sum::Growth { handle.at.1 } else { handle.at.0 };
                let value = grip.value(&case, place);
                let now = grip.input.get(&case).unwrap();
                assert!((value - now).abs() <= grip.snap / 2.0 + 1e-9, "{}", handle.label);
            }
        }
    }
}
