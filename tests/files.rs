//! The one door: whatever text comes in, a whole case comes out or a reason why not.

#![expect(clippy::float_cmp, reason = "what is saved comes back to the last bit")]

use customer_value::case::change::Rows;
use customer_value::case::file::{FileError, LARGEST, VERSION, open, save};
use customer_value::case::name::LONGEST;
use customer_value::case::{
    Benefit, Case, Claims, Cost, Counting, Criterion, Curve, Customer, CustomerBase, Cycle,
    Earning, Expectations, Id, Input, Joint, Judging, Market, Measures, Name, Owning, Period,
    Relations, Sample, Worth, library,
};
use customer_value::words::{Currency, Language};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value, json};

#[path = "data/config.rs"]
mod config;
#[path = "data/random.rs"]
mod random;

use config::config;
use random::{cases, inputs};

/// A file of the first version, as it was saved then.
const VERSION_1: &str = include_str!("data/case-v1.json");

const LANGUAGES: [Language; 2] = [Language::Chinese, Language::English];

/// What was typed into the coffee sample before it was saved as `case-v1.json`.
fn typed_case() -> Case {
    let mut case = without_later_parts(library::open(Sample::Coffee));
    let [ours, shop, instant] = [11, 12, 13].map(Id);
    case.title = Name::typed("南门的咖啡");
    case.rename_row(Rows::Offers, ours, "Kaffee Süd ☕");
    case.rename_row(Rows::Criteria, Id(1), "味道");
    case.rename_row(Rows::Rungs, Id(22), "\"Zeit & Ruhe\" <20 min>");
    case.currency = Currency::Euro;
    case.customer.period = Period::Month;
    case.customer.earning = Earning::Revenue;
    case.customer.forever = true;
    case.customer.margin_now = false;
    case.criteria[2].benefit = Benefit::People;
    let changes = [
        (Input::Weight(Id(1)), 32.5),
        (Input::Guess(Id(4)), 0.0),
        (Input::Score(ours, Id(2)), 9.7),
        (Input::Score(instant, Id(4)), 0.0),
        (Input::Price(ours), 3.9),
        (Input::Cost(shop, Cost::Time), 0.125),
        (Input::UnitCost(ours), 1.1),
        (Input::Perfect, 12.0),
        (Input::HourWorth, 15.0),
        (Input::Rung(Id(21)), 0.9),
        (Input::Rung(Id(22)), 3.0),
        (Input::Margin, -2.5),
        (Input::Revenue, 23.4),
        (Input::MarginRate, 0.718),
        (Input::Retention, 0.9),
        (Input::Discount, 0.08),
        (Input::Growth, -0.01),
        (Input::Acquisition, 0.0),
        (Input::Amount(Id(92)), -120.25),
        (Input::Order, 3.9),
        (Input::YearRate, 0.05),
    ];
    for (input, value) in changes {
        input.set(&mut case, value);
    }
    case.counting = Counting::Points;
    Input::Cost(shop, Cost::Mind).set(&mut case, 4.0);
    Input::Perfect.set(&mut case, 120.0);
    // A file that does not say what the price is today means the price as it is.
    case.joint.today = Some(3.9);
    case.restored().unwrap_or_else(|| panic!("it has too many rows"))
}

/// `case` without what a file of the first version could not yet say.
fn without_later_parts(mut case: Case) -> Case {
    case.owning = Owning::default();
    case.joint = Joint::default();
    case.worth = Worth::default();
    case.judging = Judging::default();
    case.base = CustomerBase::default();
    case.expectations = Expectations::default();
    case.relations = Relations::default();
    case.measures = Measures::default();
    for criterion in &mut case.criteria {
        criterion.expected = Criterion::default().expected;
    }
    case.curve = Curve::default();
    case.cycle = Cycle::default();
    case.claims = Claims::default();
    for criterion in &mut case.criteria {
        (criterion.core, criterion.before) = (false, None);
    }
    for offer in &mut case.offers {
        offer.owning.clear();
    }
    case.market = Market::default();
    for criterion in &mut case.criteria {
        criterion.shift = 0.0;
    }
    case
}

/// Whether everything that `then` says is said in `now`, which may say more.
fn still_says(now: &Value, then: &Value) -> bool {
    match (now, then) {
        (Value::Object(now), Value::Object(then)) => {
            then.iter().all(|(key, then)| now.get(key).is_some_and(|now| still_says(now, then)))
        }
        (Value::Array(now), Value::Array(then)) => {
            now.len() == then.len() && now.iter().zip(then).all(|(now, then)| still_says(now, then))
        }
        (now, then) => now == then,
    }
}

/// The file of the first version with one value, named by its path, in place of another.
fn with(path: &str, value: Value) -> String {
    let mut document = document();
    match document.pointer_mut(path) {
        Some(place) => *place = value,
        None => panic!("{path} is not in the file"),
    }
    document.to_string()
}

/// The same without that value.
fn without(path: &str) -> String {
    let mut document = document();
    let (parent, key) = path.rsplit_once('/').unwrap_or_default();
    match document.pointer_mut(parent) {
        Some(Value::Object(map)) => drop(map.remove(key)),
        _ => panic!("{path} is not in the file"),
    }
    document.to_string()
}

fn document() -> Value {
    serde_json::from_str(VERSION_1).unwrap_or_else(|error| panic!("{error}"))
}

/// A document of the present version around `case`.
fn envelope(case: &Value) -> String {
    json!({ "app": "customer-value", "version": VERSION, "case": case }).to_string()
}

fn opened(text: &str) -> Case {
    open(text).unwrap_or_else(|error| panic!("{error:?}: {text:.200}"))
}

/// Whether nothing is left to restore, and the file door gives back what it took.
fn is_whole(case: &Case) -> bool {
    let unchanged = case.clone().restored().as_ref() == Some(case);
    unchanged && open(&save(case)).as_ref() == Ok(case) && is_in_range(case)
}

/// Whether every number lies within its field, under both ways of counting, and every offer has
/// a score for each criterion.
fn is_in_range(case: &Case) -> bool {
    let counted =
        [Counting::Points, Counting::Money].map(|counting| Case { counting, ..case.clone() });
    let scored = case.offers.iter().all(|offer| {
        offer.scores.len() == case.criteria.len() && offer.owning.len() == case.owning.costs.len()
    });
    let weighed = case.market.segments.iter().all(|s| s.weights.len() == case.criteria.len());
    let within = |case: &Case| {
        Input::all_stored(case).into_iter().all(|input| {
            let field = input.field(case);
            input.get(case).is_some_and(|value| field.low <= value && value <= field.high)
        })
    };
    scored && weighed && counted.iter().all(within)
}

#[test]
fn all_that_a_file_of_version_1_says_is_still_saved() {
    let case = opened(VERSION_1);
    assert!(is_whole(&case));
    assert_eq!(VERSION, 1, "a new version lifts this file: then freeze another, and compare that");
    let saved: Value = serde_json::from_str(&save(&case)).unwrap();
    assert!(still_says(&saved, &document()), "{saved:#}");
}

#[test]
fn a_file_of_version_1_opens_to_what_was_typed() {
    let case = opened(VERSION_1);
    assert_eq!(case, typed_case());
    // The same once more by hand, so that no slip of `set` or `rename_row` hides in both.
    assert_eq!((case.sample, case.currency), (Some(Sample::Coffee), Currency::Euro));
    assert_eq!(case.title, Name::Typed("南门的咖啡".into()));
    assert!(matches!(&case.lesson, Name::Both { en, .. } if en.starts_with("The coffee itself")));
    assert_eq!(case.offers[0].name, Name::Typed("Kaffee Süd ☕".into()));
    assert_eq!(case.offers[1].name.to(Language::English), "Corner shop");
    assert_eq!(case.offers[1].name.to(Language::Chinese), "便利店");
    assert_eq!(case.ladder[1].name, Name::Typed("\"Zeit & Ruhe\" <20 min>".into()));
    assert_eq!(case.offers.iter().map(|o| o.id.0).collect::<Vec<_>>(), [11, 12, 13]);
    assert_eq!(case.offers[0].scores, [8.0, 9.7, 8.0, 9.0]);
    assert_eq!((case.offers[0].price, case.offers[0].unit_cost), (3.9, 1.1));
    assert_eq!((case.offers[0].hours, case.offers[1].hours), (1.0 / 6.0, 0.125));
    assert_eq!(case.offers[1].felt, [24.0, 3.0, 2.0, 4.0]);
    assert_eq!((case.perfect_points, case.perfect_money), (120.0, 12.0));
    assert_eq!((case.counting, case.hour_worth), (Counting::Points, 15.0));
    let kinds: Vec<Benefit> = case.criteria.iter().map(|c| c.benefit).collect();
    assert_eq!(kinds, [Benefit::Product, Benefit::Image, Benefit::People, Benefit::Image]);
    let weights: Vec<f64> = case.criteria.iter().map(|c| c.weight).collect();
    let guesses: Vec<f64> = case.criteria.iter().map(|c| c.guess).collect();
    assert_eq!((weights, guesses), (vec![32.5, 35.0, 20.0, 15.0], vec![9.0, 9.0, 9.0, 0.0]));
    let rungs: Vec<f64> = case.ladder.iter().map(|rung| rung.amount).collect();
    assert_eq!(rungs, [0.9, 3.0]);
    let customer = &case.customer;
    assert_eq!((customer.period, customer.earning), (Period::Month, Earning::Revenue));
    assert_eq!((customer.margin, customer.revenue), (-2.5, 23.4));
    assert_eq!((customer.margin_rate, customer.purchases), (0.718, 100.0));
    assert_eq!((customer.retention, customer.discount), (0.9, 0.08));
    assert_eq!((customer.growth, customer.acquisition), (-0.01, 0.0));
    assert_eq!((customer.forever, customer.horizon), (true, 8.0));
    assert!(!customer.margin_now);
    let amounts: Vec<f64> = customer.amounts.iter().map(|a| a.amount).collect();
    assert_eq!(amounts, [-500.0, 300.0, -120.25, 600.0, 400.0]);
    let book = &customer.textbook;
    assert_eq!((book.total_revenue, book.life), (120_000.0, 5.0));
    assert_eq!((book.order, book.orders, book.rate), (3.9, 6.0, 0.05));
    assert_eq!((book.revenue, book.cost, book.years), (3_000.0, 1_800.0, 5.0));
}

#[test]
fn missing_fields_take_the_default_and_zero_stays_zero() {
    let case = opened(include_str!("data/sparse.json"));
    assert!(is_whole(&case));
    // What is written as zero.
    let customer = &case.customer;
    assert_eq!((customer.retention, customer.discount, customer.margin), (0.0, 0.0, 0.0));
    assert_eq!((customer.textbook.life, customer.textbook.rate), (0.1, 0.0), "0 years are too few");
    assert_eq!((case.offers[0].price, case.criteria[0].weight), (0.0, 0.0));
    assert!(!customer.forever && !customer.margin_now);
    // What is not written.
    let default = Customer::default();
    assert_eq!((customer.horizon, customer.purchases), (default.horizon, default.purchases));
    assert_eq!(customer.textbook.order, default.textbook.order);
    assert_eq!((customer.period, customer.earning), (Period::Year, Earning::Margin));
    assert_eq!((case.currency, case.counting), (Currency::Yuan, Counting::Money));
    assert_eq!((case.sample, case.ladder.len()), (None, 1));
    assert_eq!(case.offers[1].felt, [0.0; 4]);
    assert_eq!(case.offers[1].name, Name::default());
    assert_eq!(case.criteria[0].benefit, Benefit::Product);
}

#[test]
fn an_empty_case_is_a_whole_one() {
    let case = opened(&envelope(&json!({})));
    assert!(is_whole(&case));
    for rows in [Rows::Offers, Rows::Criteria, Rows::Rungs] {
        assert_eq!(case.row_ids(rows).len(), rows.limits().0, "{rows:?}");
    }
    assert_eq!(case.customer.retention, 0.8);
    assert!(case.comparison().is_err() && case.lifetime().is_ok());
}

#[test]
fn names_are_a_text_or_a_pair() {
    let case = opened(include_str!("data/names.json"));
    assert!(is_whole(&case));
    let both = |k: usize| LANGUAGES.map(|language| case.offers[k].name.to(language));
    assert_eq!(both(0), ["茶馆", "茶馆"]);
    assert_eq!(both(1), ["茶馆", "Tea house"]);
    // Line breaks, tabs, control characters and blanks at the ends do not show on one line.
    assert_eq!(both(2), ["a b c  d", "a b c  d"]);
    assert_eq!(both(3), ["", ""]);
    assert_eq!(case.title, Name::Both { zh: "题".into(), en: "title".into() });
    // Beyond the first plane, joined, right to left: taken as they are.
    assert_eq!(case.criteria[0].name.to(Language::English), "𠮷👩\u{200d}🍳 שלום e\u{301}");
}

#[test]
fn half_a_name_is_no_name() {
    for name in [json!({ "zh": "茶" }), json!(3), json!(null), json!(["茶", "tea"])] {
        let found = open(&with("/case/offers/0/name", name.clone()));
        // A pair may be written as a list: then it is the pair.
        let pair = Ok(&Name::Both { zh: "茶".into(), en: "tea".into() });
        let sound = found.as_ref().map(|case| &case.offers[0].name) == pair
            || found == Err(FileError::Damaged);
        assert!(sound, "{name}: {found:?}");
    }
}

#[test]
fn names_are_cut() {
    for letter in ["长", "x", "👩", "\u{0}y"] {
        let case = opened(&with("/case/offers/0/name", json!(letter.repeat(10_000))));
        assert!(is_whole(&case));
        let name = case.offers[0].name.to(Language::Chinese);
        assert!(name.chars().count() <= LONGEST && name.chars().count() > LONGEST / 2);
        assert!(!name.contains(char::is_control));
    }
}

#[test]
fn every_row_gets_an_identity_of_its_own() {
    let case = opened(include_str!("data/ids.json"));
    assert!(is_whole(&case));
    let mut ids: Vec<u32> =
        Rows::ALL.into_iter().flat_map(|rows| case.row_ids(rows)).map(|id| id.0).collect();
    let offers = &ids[..4];
    assert_eq!((offers[0], offers[2]), (7, 8), "the first of its kind keeps its own");
    assert!(offers[1] != 7 && offers[3] != 0);
    assert_eq!(case.criteria[1].id, Id(1_000_000_000), "the largest that is kept");
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!((ids.len(), ids.contains(&0)), (count, false));
    assert!(ids.iter().all(|id| *id <= 1_000_000_000));
    // The rows stay in order and whole.
    let names: Vec<&str> = case.offers.iter().map(|o| o.name.to(Language::English)).collect();
    assert_eq!(names, ["one", "two", "three", "four"]);
    let scores: Vec<f64> = case.offers.iter().map(|o| o.scores[1]).collect();
    assert_eq!(scores, [1.0, 2.0, 3.0, 4.0]);
}

#[test]
fn a_row_can_be_added_after_the_largest_identity() {
    let mut case = opened(include_str!("data/ids.json"));
    let id = case.add_row(Rows::Offers);
    assert!(id.is_some_and(|id| id.0 > 1_000_000_000));
    let reopened = opened(&save(&case));
    assert!(is_whole(&reopened));
    assert_eq!(reopened.offers.len(), case.offers.len());
}

#[test]
fn identities_that_are_none_are_damage() {
    for id in [json!(-1), json!(1.5), json!("11"), json!(4_294_967_296_u64), json!(null)] {
        assert_eq!(open(&with("/case/offers/0/id", id.clone())), Err(FileError::Damaged), "{id}");
    }
}

#[test]
fn too_many_rows_are_too_much() {
    let lists = [
        ("/case/offers", Rows::Offers),
        ("/case/criteria", Rows::Criteria),
        ("/case/ladder", Rows::Rungs),
        ("/case/customer/amounts", Rows::Amounts),
    ];
    for (path, rows) in lists {
        let most = rows.limits().1;
        let list = |count| json!(vec![json!({}); count]);
        assert_eq!(opened(&with(path, list(most))).row_ids(rows).len(), most, "{path}");
        for count in [most + 1, 999, 1_001, 20_000] {
            assert_eq!(open(&with(path, list(count))), Err(FileError::TooMuch), "{path} {count}");
        }
        // None at all is one.
        assert_eq!(opened(&with(path, json!([]))).row_ids(rows).len(), 1, "{path}");
    }
}

#[test]
fn long_lists_of_anything_are_too_much() {
    let list = json!(vec![1; 1_001]);
    let map: Map<String, Value> = (0..1_001).map(|k| (k.to_string(), json!(k))).collect();
    for value in [list, Value::Object(map)] {
        let text = envelope(&json!({ "what nobody knows": { "inside": value } }));
        assert_eq!(open(&text), Err(FileError::TooMuch));
    }
}

#[test]
fn nesting_has_an_end() {
    let nested = |depth: usize| {
        let inner = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        format!(r#"{{"app":"customer-value","version":1,"case":{{"x":{inner}}}}}"#)
    };
    assert!(open(&nested(20)).is_ok());
    assert_eq!(open(&nested(40)), Err(FileError::TooMuch));
    // So deep that no reader of JSON follows; and it must not run out of stack.
    assert_eq!(open(&nested(200_000)), Err(FileError::Damaged));
    assert_eq!(open(&"[".repeat(900_000)), Err(FileError::Damaged));
}

#[test]
fn a_megabyte_is_too_large() {
    let spare = LARGEST - VERSION_1.len();
    let padded = |blanks: usize| format!("{VERSION_1}{}", " ".repeat(blanks));
    assert_eq!(open(&padded(spare)).as_ref(), Ok(&opened(VERSION_1)));
    assert_eq!(open(&padded(spare + 1)), Err(FileError::TooLarge));
    assert_eq!(open(&"x".repeat(LARGEST + 1)), Err(FileError::TooLarge));
    // In bytes: a third of a million Chinese letters.
    assert_eq!(open(&"长".repeat(LARGEST / 3 + 1)), Err(FileError::TooLarge));
}

#[test]
fn a_file_cut_off_is_damaged_wherever_it_ends() {
    let whole = VERSION_1.trim_end();
    for (end, _) in whole.char_indices() {
        assert_eq!(open(&whole[..end]), Err(FileError::Damaged), "cut at {end}");
    }
}

#[test]
fn what_is_not_json_is_damaged() {
    let texts = [
        "",
        " ",
        "\u{feff}",
        "\u{0}",
        "{",
        "}",
        "case",
        "{'app':1}",
        "NaN",
        "null null",
        "[1,]",
        "\"",
        "\u{feff}\u{feff}",
        "<!doctype html>",
        "PK\u{3}\u{4}",
        "a,b\n1,2\n",
    ];
    for text in texts {
        assert_eq!(open(text), Err(FileError::Damaged), "{text:?}");
    }
    let twice = format!("{VERSION_1}{VERSION_1}");
    assert_eq!(open(&twice), Err(FileError::Damaged));
}

#[test]
fn other_files_are_not_a_case() {
    let texts = ["null", "true", "0", "\"x\"", "[]", "{}", "[{}]", r#"{"case":{}}"#];
    for text in texts {
        assert_eq!(open(text), Err(FileError::NotACase), "{text}");
    }
    for app in [json!("customer-valu"), json!("Customer-Value"), json!(""), json!(1), json!(null)] {
        assert_eq!(open(&with("/app", app.clone())), Err(FileError::NotACase), "{app}");
    }
    for case in [json!(null), json!([]), json!([{}]), json!("{}"), json!(1)] {
        assert_eq!(open(&with("/case", case.clone())), Err(FileError::NotACase), "{case}");
    }
    for part in ["/app", "/version", "/case"] {
        assert_eq!(open(&without(part)), Err(FileError::NotACase), "without {part}");
    }
}

#[test]
fn newer_files_are_refused_and_versions_are_whole_numbers() {
    for version in [VERSION + 1, 99, u64::MAX] {
        assert_eq!(open(&with("/version", json!(version))), Err(FileError::TooNew), "{version}");
    }
    // A newer file may hold what this program cannot know: still it is newer, not damaged.
    let newer = with("/version", json!(VERSION + 1)).replace("\"points\"", "\"minutes\"");
    assert_eq!(open(&newer), Err(FileError::TooNew));
    for version in
        [json!(0), json!(-1), json!(1.5), json!(1.0), json!("1"), json!(null), json!([1])]
    {
        assert_eq!(open(&with("/version", version.clone())), Err(FileError::NotACase), "{version}");
    }
}

#[test]
fn numbers_out_of_range_take_the_nearest_in_range() {
    let case = opened(include_str!("data/ranges.json"));
    assert!(is_whole(&case));
    let [low, high] = [&case.offers[0], &case.offers[1]];
    assert_eq!((low.price, low.hours, low.energy, low.mind), (0.0, 0.0, 0.0, 0.0));
    assert_eq!((high.price, high.hours, high.energy, high.mind), (1e12, 1e5, 1e12, 1e12));
    assert_eq!((low.felt, high.felt), ([0.0; 4], [1e12; 4]));
    assert_eq!((low.unit_cost, high.unit_cost), (0.0, 1e12));
    assert_eq!((&low.scores, &high.scores), (&vec![0.0, 10.0], &vec![10.0, 0.0]));
    assert_eq!((case.criteria[0].weight, case.criteria[1].weight), (0.0, 1e6));
    assert_eq!((case.criteria[0].guess, case.criteria[1].guess), (0.0, 10.0));
    assert_eq!((case.perfect_points, case.perfect_money, case.hour_worth), (0.0, 1e12, 0.0));
    assert_eq!((case.ladder[0].amount, case.ladder[1].amount), (0.0, 1e12));
    let customer = &case.customer;
    assert_eq!((customer.margin, customer.revenue, customer.margin_rate), (-1e12, 0.0, -1.0));
    assert_eq!((customer.purchases, customer.retention, customer.discount), (1e6, 1.0, 0.0));
    assert_eq!((customer.growth, customer.acquisition, customer.horizon), (-0.99, 0.0, 600.0));
    let amounts: Vec<f64> = customer.amounts.iter().map(|a| a.amount).collect();
    assert_eq!(amounts, [-1e12, 1e12]);
    let book = &customer.textbook;
    assert_eq!((book.total_revenue, book.life, book.order, book.orders), (0.0, 100.0, 0.0, 1e6));
    assert_eq!((book.revenue, book.cost, book.years, book.rate), (0.0, 1e12, 1.0, 10.0));
}

#[test]
fn numbers_beyond_all_numbers_are_damage() {
    for number in ["1e400", "-1e400", "NaN", "Infinity", "-Infinity", "0x10", "1,000", "1.", "+1"] {
        let text = with("/case/offers/0/price", json!("here")).replace("\"here\"", number);
        assert_eq!(open(&text), Err(FileError::Damaged), "{number}");
    }
    let case = opened(&with("/case/offers/0/price", json!("here")).replace("\"here\"", "1e-400"));
    assert_eq!(case.offers[0].price, 0.0);
}

#[test]
fn scores_are_one_for_each_criterion() {
    let scores =
        |scores: Value| opened(&with("/case/offers/0/scores", scores)).offers[0].scores.clone();
    assert_eq!(scores(json!([])), [0.0; 4]);
    assert_eq!(scores(json!([7])), [7.0, 0.0, 0.0, 0.0]);
    assert_eq!(scores(json!([1, 2, 3, 4, 5, 6])), [1.0, 2.0, 3.0, 4.0]);
    assert_eq!(opened(&without("/case/offers/0/scores")).offers[0].scores, [0.0; 4]);
    assert_eq!(scores(json!([-1, 11, 1e300, 0.5])), [0.0, 10.0, 10.0, 0.5]);
}

#[test]
fn wrong_types_are_damage() {
    let wrong = [
        ("/case/offers", json!({})),
        ("/case/offers", json!({ "0": {} })),
        ("/case/offers", json!(null)),
        ("/case/offers/0", json!("x")),
        ("/case/offers/0", json!(null)),
        ("/case/offers/0/price", json!("25")),
        ("/case/offers/0/price", json!(null)),
        ("/case/offers/0/price", json!([25])),
        ("/case/offers/0/price", json!(true)),
        ("/case/offers/0/felt", json!([1, 2, 3])),
        ("/case/offers/0/felt", json!(0)),
        ("/case/offers/0/scores", json!([1, "2", 3, 4])),
        ("/case/offers/0/scores", json!([null, null, null, null])),
        ("/case/criteria/0/benefit", json!("Product")),
        ("/case/criteria/0/benefit", json!(0)),
        ("/case/counting", json!("euros")),
        ("/case/currency", json!("XXX")),
        ("/case/sample", json!("tea")),
        ("/case/customer", json!(0)),
        ("/case/customer", json!(null)),
        ("/case/customer/period", json!("week")),
        ("/case/customer/forever", json!(1)),
        ("/case/customer/forever", json!("true")),
        ("/case/customer/textbook", json!("x")),
    ];
    for (path, value) in wrong {
        assert_eq!(open(&with(path, value.clone())), Err(FileError::Damaged), "{path} {value}");
    }
}

#[test]
fn what_nobody_knows_is_left_out() {
    let mut document = document();
    document["comment"] = json!({ "a": [1, 2] });
    document["case"]["colour"] = json!("blue");
    document["case"]["offers"][0]["colour"] = json!(null);
    assert_eq!(opened(&document.to_string()), typed_case());
}

#[test]
fn a_mark_at_the_beginning_and_other_line_ends_do_no_harm() {
    let expected = Ok(typed_case());
    assert_eq!(open(&format!("\u{feff}{VERSION_1}")), expected);
    assert_eq!(open(&VERSION_1.replace('\n', "\r\n")), expected);
    assert_eq!(open(&format!("\n\t {VERSION_1}\r\n\n")), expected);
    assert_eq!(open(&document().to_string()), expected, "on one line, in another order");
}

#[test]
fn letters_may_be_written_by_number() {
    let text = with("/case/offers/0/name", json!("here"));
    let name = |escaped: &str| {
        open(&text.replace("\"here\"", escaped)).map(|case| case.offers[0].name.clone())
    };
    let units: Vec<String> = "茶☕𠮷".encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
    let escaped = format!("\"{}\"", units.concat());
    assert_eq!(name(&escaped), Ok(Name::Typed("茶☕𠮷".into())));
    assert_eq!(name("\"\\u0000\\u0007x\\u0085\\n\""), Ok(Name::Typed("x".into())));
    // Half a pair is no letter; a raw control character is no JSON.
    assert_eq!(name("\"\\ud83d\""), Err(FileError::Damaged));
    assert_eq!(name("\"a\u{1}b\""), Err(FileError::Damaged));
    // A name that is markup stays a name.
    assert_eq!(name("\"</script>\""), Ok(Name::Typed("</script>".into())));
}

#[test]
fn the_last_of_two_keys_counts() {
    let text =
        VERSION_1.replacen("\"retention\": 0.9", "\"retention\": 0.1, \"retention\": 0.2", 1);
    assert_ne!(text, VERSION_1);
    assert_eq!(opened(&text).customer.retention, 0.2);
}

/// Every path in a document, from the case inwards.
fn paths(value: &Value, path: &str, out: &mut Vec<String>) {
    out.push(path.to_owned());
    match value {
        Value::Object(map) => {
            map.iter().for_each(|(key, inner)| paths(inner, &format!("{path}/{key}"), out));
        }
        Value::Array(list) => {
            list.iter()
                .enumerate()
                .for_each(|(k, inner)| paths(inner, &format!("{path}/{k}"), out));
        }
        _ => {}
    }
}

/// Any JSON, with numbers and words that a case might hold among the others.
fn values() -> impl Strategy<Value = Value> {
    let words = "Typed both points money month year offer coffee USD 11 zh";
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-20.0..200.0).prop_map(|x: f64| Value::from(x)),
        any::<String>().prop_map(Value::from),
        prop::sample::select(words.split(' ').collect::<Vec<_>>()).prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 6, |inner| {
        let keys = prop::sample::select(vec!["id", "name", "zh", "en", "price", "scores", "x"]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(keys, inner, 0..6).prop_map(|map| {
                map.into_iter()
                    .map(|(key, value)| (key.to_owned(), value))
                    .collect::<Map<_, _>>()
                    .into()
            }),
        ]
    })
}

/// What is done to a byte of a file.
#[derive(Clone, Copy, Debug)]
enum Harm {
    Drop,
    Double,
    Become(u8),
}

fn harms() -> impl Strategy<Value = Vec<(Index, Harm)>> {
    let harm = prop_oneof![
        Just(Harm::Drop),
        Just(Harm::Double),
        any::<u8>().prop_map(Harm::Become),
        prop::sample::select(b"0123456789-.eE,:[]{}\"".to_vec()).prop_map(Harm::Become),
    ];
    prop::collection::vec((any::<Index>(), harm), 1..6)
}

fn harmed(harms: &[(Index, Harm)]) -> String {
    let mut bytes = VERSION_1.as_bytes().to_vec();
    for (index, harm) in harms {
        let k = index.index(bytes.len());
        match harm {
            Harm::Drop => drop(bytes.remove(k)),
            Harm::Double => bytes.insert(k, bytes[k]),
            Harm::Become(byte) => bytes[k] = *byte,
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn no_text_breaks_the_door(text in any::<String>()) {
        prop_assert!(open(&text).is_err());
    }

    #[test]
    fn no_harm_breaks_the_door(harms in harms()) {
        if let Ok(case) = open(&harmed(&harms)) {
            prop_assert!(is_whole(&case));
        }
    }

    #[test]
    fn no_value_in_any_place_breaks_the_door(place in any::<Index>(), value in values()) {
        let mut document = document();
        let mut all = Vec::new();
        paths(&document["case"], "/case", &mut all);
        *document.pointer_mut(&all[place.index(all.len())]).unwrap() = value;
        if let Ok(case) = open(&document.to_string()) {
            prop_assert!(is_whole(&case), "{}", save(&case));
        }
    }
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn what_is_edited_is_whole_and_comes_back_from_a_file(case in cases()) {
        prop_assert_eq!(case.clone().restored(), Some(case.clone()));
        prop_assert!(is_in_range(&case));
        prop_assert_eq!(open(&save(&case)), Ok(case.clone()));
        prop_assert!(inputs(&case).into_iter().all(|input| input.get(&case).is_none_or(f64::is_finite)));
    }
}
