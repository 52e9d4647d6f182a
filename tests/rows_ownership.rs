//! The worked example of the cost of ownership, done on a case as the page does it: numbers are set
//! by name, and what is read is what the page shows.

use customer_value::case::change::Rows;
use customer_value::case::owning::{Number, Paid, When, grip, tie};
use customer_value::case::{Case, Input, Sample, library};
use customer_value::chart::{Labels, Mark};
use customer_value::model::ownership::{Course, Ownership};
use customer_value::model::tally::Tally;
use customer_value::words::Language;

fn tallied(case: &Case) -> Tally {
    case.tally().unwrap_or_else(|error| panic!("{error:?}"))
}

fn totals(case: &Case) -> Vec<f64> {
    tallied(case).offers().iter().map(Ownership::total).collect()
}

fn rounded(numbers: &[f64]) -> Vec<f64> {
    numbers.iter().map(|x| x.round()).collect()
}

/// Row A4 from a case that has nothing of it: costs are added, named, timed and filled in.
fn row_a4() -> Case {
    let mut case = library::open(Sample::Caterpillar);
    case.owning.costs.clear();
    case.offers.iter_mut().for_each(|offer| offer.owning.clear());
    let rows: [(&str, When, [f64; 2]); 3] = [
        ("Set-up", When::Now, [3_000.0, 5_000.0]),
        ("Running", When::Yearly, [15_000.0, 24_000.0]),
        ("Resale", When::Back, [30_000.0, 15_000.0]),
    ];
    let offers = case.row_ids(Rows::Offers);
    for (name, when, amounts) in rows {
        let id = case.add_row(Rows::OwningCosts).unwrap_or_else(|| panic!("there is room"));
        case.rename_row(Rows::OwningCosts, id, name);
        case.owning.costs.iter_mut().filter(|c| c.id == id).for_each(|cost| cost.when = when);
        for (offer, amount) in offers.iter().zip(amounts) {
            Input::Owning(Number::Amount(*offer, id)).set(&mut case, amount);
        }
    }
    for (offer, price) in offers.iter().zip([120_000.0, 100_000.0]) {
        Input::Price(*offer).set(&mut case, price);
    }
    Input::Years.set(&mut case, 5.0);
    Input::Discount.set(&mut case, 0.08);
    case
}

#[test]
fn a4_dearer_to_buy_and_cheaper_to_own() {
    for case in [row_a4(), library::open(Sample::Machine)] {
        assert_eq!(rounded(&totals(&case)), [162_473.0, 190_616.0]);
        let tally = tallied(&case);
        assert_eq!(tally.cheapest(), Some(0));
        let difference = tally.difference(0, 1).unwrap_or_else(|| panic!("two offers"));
        assert_eq!(rounded(&[difference.total()]), [-28_143.0]);
        let prices: Vec<f64> = case.offers.iter().map(|offer| offer.price).collect();
        assert_eq!(rounded(&[prices[0] - prices[1]]), [20_000.0]);
        let Course::CheaperFrom { most, year } = difference.course() else { panic!("it is") };
        assert!((most - 18_000.0).abs() < 1e-9 && (year - 2.273).abs() < 5e-4, "{most} {year}");
    }
}

#[test]
fn a4_in_figures() {
    let case = library::open(Sample::Machine);
    let tally = tallied(&case);
    let bars = case.cost_bars_figure(&tally, Language::English);
    let notes: Vec<&str> = words(&bars.marks);
    for said in ["¥162,473", "the cheapest", "¥190,616", "¥28,143 more"] {
        assert!(notes.contains(&said), "{said} in {notes:?}");
    }
    assert_eq!(bars.handles.len(), 8);
    let difference = tally.difference(0, 1).unwrap_or_else(|| panic!("two offers"));
    let saving = case.saving_figure(&difference, 1, Language::English);
    let notes = words(&saving.marks);
    assert_eq!(notes, ["¥28,143 saved", "cheaper from here", "year 2.27"]);
    let drivers = case.drivers_figure(&difference, 1, Language::English);
    let Labels::Bands(bands) = &drivers.y.labels else { panic!("{:?}", drivers.y.labels) };
    let names: Vec<&str> = bands.iter().map(|band| band.name.as_str()).collect();
    assert_eq!(
        names,
        ["Running and maintenance", "Price", "Resale at the end", "Set-up", "In all"]
    );
    assert_eq!(words(&drivers.marks), ["+¥35,934", "−¥20,000", "+¥10,209", "+¥2,000", "+¥28,143"]);
}

/// The words of all notes.
fn words(marks: &[Mark]) -> Vec<&str> {
    let notes = marks.iter().filter_map(|mark| match mark {
        Mark::Note { lines, .. } => Some(lines),
        _ => None,
    });
    notes
        .flatten()
        .map(|line| line.words.as_str())
        .filter(|words| !words.ends_with("back"))
        .collect()
}

#[test]
fn a4_the_price_at_which_both_cost_the_same() {
    let mut case = row_a4();
    let ours = Input::Price(case.offers[0].id);
    let price = tie::tie(&case, ours, 1).unwrap_or_else(|| panic!("there is one"));
    assert_eq!(rounded(&[price]), [148_143.0]);
    ours.set(&mut case, price);
    let difference = tallied(&case).difference(0, 1).unwrap_or_else(|| panic!("two offers"));
    assert!(difference.total().abs() < 1e-6);
}

/// Each handle stands where the grip says its input is, in every sample and after odd changes.
#[test]
fn every_handle_has_its_grip() {
    for sample in Sample::ALL {
        let mut case = library::open(sample);
        for paid in [Paid::Once, Paid::EachTime] {
            case.owning.paid = paid;
            let tally = tallied(&case);
            let chart = case.cost_bars_figure(&tally, Language::Chinese);
            let grips = grip::by_kind(&case, &tally);
            assert_eq!(chart.handles.len(), grips.len());
            for (handle, grip) in chart.handles.iter().zip(&grips) {
                let value = grip.value(&case, handle.at.0);
                let now = grip.input.get(&case).unwrap_or_default();
                assert!((value - now).abs() <= grip.snap / 2.0 + 1e-9, "{}: {value}", handle.label);
            }
            price_moves_the_difference(&case, &tally);
        }
    }
}

fn price_moves_the_difference(case: &Case, tally: &Tally) {
    let rival = tally.best_rival(0).unwrap_or_else(|| panic!("there are rivals"));
    let difference = tally.difference(0, rival).unwrap_or_else(|| panic!("two offers"));
    let chart = case.saving_figure(&difference, rival, Language::Chinese);
    let ours = case.offers[0].id;
    let grip = grip::saving(case, ours, &difference).unwrap_or_else(|| panic!("a price counts"));
    let [handle] = chart.handles.as_slice() else { panic!("one handle") };
    let price = case.offers[0].price;
    assert!((grip.value(case, handle.at.1) - price).abs() <= grip.snap / 2.0 + 1e-9);
    // A step up is a step of the price down.
    let down = grip.value(case, handle.at.1 + grip.step());
    assert!((price - down - grip.snap).abs() <= grip.snap / 2.0 + 1e-9, "{price} {down}");
}

/// What is paid each time is the price times the purchases of a year.
#[test]
fn a_price_may_be_paid_each_time() {
    let mut case = library::open(Sample::Coffee);
    Input::Discount.set(&mut case, 0.0);
    Input::Years.set(&mut case, 2.0);
    Input::Purchases.set(&mut case, 100.0);
    assert_eq!(rounded(&totals(&case)), [5_088.0, 2_400.0, 1_150.0]);
    case.owning.paid = Paid::Once;
    assert_eq!(rounded(&totals(&case)), [113.0, 12.0, 553.0]);
}

/// One offer alone, none at all, and as many as there may be.
#[test]
fn any_number_of_offers() {
    let mut case = library::open(Sample::Machine);
    while case.add_row(Rows::Offers).is_some() {}
    assert_eq!(tallied(&case).offers().len(), 5);
    for id in case.row_ids(Rows::Offers) {
        case.remove_row(Rows::Offers, id);
    }
    assert_eq!(tallied(&case).best_rival(0), None);
    assert_eq!(tallied(&Case::default()).cheapest(), None);
}
