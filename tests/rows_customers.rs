//! The row of the predictive method (E3), through the case and the analyst that the page asks; and a
//! published file on its whole way.

#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;

use customer_value::analysis::{
    Answer, Base, Column, Fitted, Headings, Kind, Listing, Look, Opening, Question, Refusal,
    message, preview, sample,
};
use customer_value::case::base::Number;
use customer_value::case::{Case, Input, Sample, library};
use customer_value::model::customers::{Encoding, Returns, Separator};

const CDNOW: &str = include_str!("data/cases/data/CDNOW_sample.txt");

fn near(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found} is not {expected}");
}

fn set(case: &mut Case, number: Number, value: f64) {
    Input::Base(number).set(case, value);
}

/// The case with the published parameters of the music shop.
fn published() -> Case {
    let mut case = library::open(Sample::Coffee);
    case.base.kind = Kind::BgNbd;
    for (k, value) in [0.242_593, 4.413_532, 0.792_886, 2.425_752].into_iter().enumerate() {
        set(&mut case, Number::Leaving(k), value);
    }
    for (k, value) in [6.25, 3.74, 15.45].into_iter().enumerate() {
        set(&mut case, Number::Spending(k), value);
    }
    case
}

/// What the page would show for a customer of these repeat purchases, recency, age and mean spend.
fn look(base: &mut Base, case: &mut Case, ahead: f64, asked: [f64; 4]) -> Look {
    set(case, Number::Ahead, ahead);
    for (k, value) in asked.into_iter().enumerate() {
        set(case, Number::Asked(k), value);
    }
    // There and back as between page and analyst.
    let question = message::write(&Question::Look(case.base_settings()));
    let answer = message::write(&base.answer(&message::read(&question).unwrap()));
    match message::read(&answer).unwrap() {
        Answer::Look(look) => look,
        other => panic!("{other:?}"),
    }
}

#[test]
fn published_predictions() {
    let (mut base, mut case) = (sample(1).unwrap(), published());
    let rows = [
        ([26.0, 30.86, 31.00, 0.0], 0.710_623),
        ([29.0, 37.71, 38.00, 0.0], 0.662_396),
        ([18.0, 35.14, 35.86, 0.0], 0.424_877),
    ];
    for (asked, expected) in rows {
        let found = look(&mut base, &mut case, 1.0, asked).asked.unwrap();
        near(found.purchases, expected, 1e-6);
    }
    let found = look(&mut base, &mut case, 39.0, [2.0, 30.43, 38.86, 22.35]).asked.unwrap();
    near(found.alive, 0.7266, 5e-5);
    near(found.purchases, 1.2259, 1e-4);
    near(found.spend.unwrap(), 24.67, 0.01);
}

/// The most valuable come in the order of the list; those worth a call are in doubt, and with nobody
/// else in doubt is more to lose.
#[test]
fn who_is_worth_most_and_who_is_worth_a_call() {
    let (mut base, case) = (sample(20).unwrap(), library::open(Sample::Coffee));
    let Answer::Findings(found) = base.answer(&Question::Judge(case.base_settings())) else {
        panic!("no findings")
    };
    let listing = Listing { count: 10_000, ..Listing::default() };
    let Answer::List(list) = base.answer(&Question::List(listing)) else { panic!("no list") };
    let names: Vec<&str> = list.rows.iter().map(|(_, name, ..)| name.as_str()).collect();
    let best: Vec<&str> = found.best.iter().map(|standout| standout.name.as_str()).collect();
    assert_eq!(best, names[..3]);
    let mut at_stake: Vec<(f64, &str)> = list
        .rows
        .iter()
        .filter_map(|(_, name, _, numbers)| {
            let (alive, worth) = (numbers[3]?, numbers[5]?);
            (alive <= 0.75).then_some((worth * (1.0 - alive), name.as_str()))
        })
        .collect();
    at_stake.sort_by(|one, other| other.0.total_cmp(&one.0));
    let call: Vec<&str> = found.call.iter().map(|standout| standout.name.as_str()).collect();
    assert_eq!(call, at_stake[..3].iter().map(|(_, name)| *name).collect::<Vec<_>>());
    assert!(Column::Alive.rises() && Column::Name.rises() && !Column::Value.rises());
}

#[test]
fn a_customer_that_cannot_be_has_no_forecast() {
    let (mut base, mut case) = (sample(1).unwrap(), published());
    let found = look(&mut base, &mut case, 1.0, [3.0, 40.0, 30.0, 0.0]);
    assert_eq!((found.asked, found.line.len()), (None, 0));
    assert_eq!(found.counts.len(), 8);
}

/// The purchases of the first 39 weeks as a shop would export them.
fn cdnow() -> String {
    let mut text = String::from("客户编号,日期,金额\n");
    for line in CDNOW.lines() {
        let cells: Vec<&str> = line.split_whitespace().collect();
        let date = cells[2];
        if date <= "19970930" {
            let (year, month, day) = (&date[..4], &date[4..6], &date[6..]);
            writeln!(text, "{},{year}-{month}-{day},{}", cells[0], cells[4]).unwrap();
        }
    }
    text
}

fn opened(text: &str) -> Base {
    let preview = preview(text.as_bytes(), Encoding::Utf8, None).unwrap();
    let mut opening = Opening::new(&preview.reading, None).unwrap();
    for piece in text.as_bytes().chunks(1000) {
        opening.push(piece).unwrap();
    }
    opening.finish().unwrap().0
}

fn fitted(base: &mut Base, kind: Kind) -> Fitted {
    match base.answer(&Question::Fit(kind)) {
        Answer::Fitted(fitted) => fitted,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_published_file_gives_the_published_parameters() {
    let mut base = opened(&cdnow());
    assert_eq!(base.opened().customers, 2_357);
    let found = fitted(&mut base, Kind::BgNbd).found.unwrap();
    for (found, expected) in found.values.iter().zip([0.242_593, 4.413_532, 0.792_886, 2.425_752]) {
        near(found / expected, 1.0, 0.005);
    }
    let mut case = published();
    case.take_buying(Kind::BgNbd, &found.values);
    let look = look(&mut base, &mut case, 1.0, [26.0, 30.86, 31.0, 0.0]);
    near(look.asked.unwrap().purchases, 0.710_623, 0.002);
    let seen: f64 = look.counts.iter().map(|count| count.seen).sum();
    let expected: f64 = look.counts.iter().map(|count| count.expected).sum();
    near(seen, 2_357.0, 0.0);
    near(expected, 2_357.0, 1e-6);
    near(look.counts[0].seen, 1_411.0, 0.0);
}

#[test]
fn what_is_expected_together_is_what_is_expected_of_each() {
    let (mut base, case) = (sample(3).unwrap(), published());
    let Answer::Findings(all) = base.answer(&Question::Judge(case.base_settings())) else {
        panic!()
    };
    let listing = Listing { by: Column::Expected, count: 10_000, ..Listing::default() };
    let Answer::List(list) = base.answer(&Question::List(listing)) else { panic!() };
    assert_eq!(list.rows.len() as u64, base.opened().customers);
    let column = |k: usize| list.rows.iter().filter_map(|row| row.3[k]).sum::<f64>();
    near(column(3), all.alive, 1e-6);
    near(column(4) / all.purchases, 1.0, 1e-9);
    near(column(5) / all.value.unwrap(), 1.0, 1e-9);
    let expected: Vec<f64> = list.rows.iter().filter_map(|row| row.3[4]).collect();
    assert!(expected.is_sorted_by(|a, b| a >= b));
    let groups: u64 = all.groups.iter().map(|group| group.1).sum();
    assert_eq!(groups, base.opened().customers);
    near(all.spread.unwrap().tenths.iter().sum(), 1.0, 1e-9);
}

#[test]
fn the_made_up_customers_are_found_again_and_foretold() {
    let mut base = sample(20).unwrap();
    let found = fitted(&mut base, Kind::MbgNbd).found.unwrap();
    for (found, made) in found.values.iter().zip([0.75, 7.5, 0.8, 2.4]) {
        near(libm::log(found / made), 0.0, 0.5);
    }
    let Answer::HoldOut(held) = base.answer(&Question::HoldOut(Kind::MbgNbd, 0.5)) else {
        panic!()
    };
    near(held.foretold / held.came, 1.0, 0.15);
}

#[test]
fn a_story_ends_with_the_chance_in_the_list() {
    let mut base = sample(20).unwrap();
    let case = published();
    base.answer(&Question::Judge(case.base_settings()));
    let listing = Listing { by: Column::Purchases, count: 5, ..Listing::default() };
    let Answer::List(list) = base.answer(&Question::List(listing)) else { panic!() };
    for (id, name, _, numbers) in list.rows {
        let Answer::Story(story) = base.answer(&Question::Story(case.buying(), id)) else {
            panic!()
        };
        assert_eq!(story.name, name);
        assert_eq!(Some(story.purchases.len() as f64), numbers[0]);
        near(story.alive, numbers[3].unwrap(), 1e-9);
    }
}

#[test]
fn an_export_runs_no_formula_and_keeps_chinese() {
    let text = "客户,日期,金额\n=1+1,2024-01-01,5\n张三,2024-01-02,6\n=1+1,2024-02-01,7\n+861,2024-02-02,8\n";
    let mut base = opened(text);
    base.answer(&Question::Judge(published().base_settings()));
    let headings =
        Headings {
            columns: vec!["客户".into()], group: "组".into(), groups: vec!["=x".into(); 6]
        };
    let sheet = base.export(&headings);
    assert!(sheet.starts_with("\u{feff}\"客户\",\"组\"\r\n"));
    assert!(
        sheet.contains("\"张三\"") && sheet.contains("\"'=1+1\"") && sheet.contains("\"'+861\"")
    );
    assert!(!sheet.contains("\"=") && !sheet.contains(",="));
}

#[test]
fn what_is_no_file_of_purchases_is_refused() {
    let refused = |text: &str| preview(text.as_bytes(), Encoding::Utf8, None).unwrap_err();
    assert_eq!(refused(""), Refusal::Empty);
    assert_eq!(refused(" \r\n\r\n"), Refusal::Empty);
    assert_eq!(refused("日期\n2024-01-01\n2024-01-02\n"), Refusal::OneColumn);
    assert_eq!(refused("a,b\nx,y\nz,w\n"), Refusal::NoDate);
    // Where the user chooses how to cut, there is a preview to choose the columns in.
    let chosen = preview(b"a,b\nx,y\n", Encoding::Utf8, Some(Separator::Comma)).unwrap();
    assert_eq!((chosen.width, chosen.reading.returns), (2, Returns::Purchases));
}
