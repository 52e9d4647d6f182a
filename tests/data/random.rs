//! Random cases: a sample after any number of edits, each of a kind that the page allows.

use customer_value::case::change::Rows;
use customer_value::case::preset::Preset;
use customer_value::case::{
    Benefit, Case, Cost, Counting, Earning, Input, Period, Sample, library,
};
use customer_value::words::Currency;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// One edit.
#[derive(Clone, Debug)]
enum Edit {
    Set(Index, Size),
    Add(Rows),
    Remove(Rows, Index),
    Shift(Rows, Index, bool),
    Rename(Rows, Index, String),
    Kind(Index, Benefit),
    Preset(Preset),
    Counting(Counting),
    Period(Period),
    Earning(Earning),
    Forever(bool),
    Timing(bool),
    Currency(Currency),
}

/// How large a number is set.
#[derive(Clone, Copy, Debug)]
enum Size {
    /// At the lower end of its range.
    Least,
    /// At the upper end.
    Most,
    /// This share of the way from the lower end to the upper.
    Between(f64),
    /// As it is, brought into its range.
    Near(f64),
}

const ROWS: [Rows; 4] = [Rows::Offers, Rows::Criteria, Rows::Rungs, Rows::Amounts];

/// Every number that can be typed, the derived ones too.
pub fn inputs(case: &Case) -> Vec<Input> {
    let mut all = Input::all_stored(case);
    all.extend([Input::Churn, Input::ExpectedLife, Input::MonthlyDiscount]);
    for offer in &case.offers {
        all.extend(Benefit::ALL.map(|benefit| Input::BenefitOf(offer.id, benefit)));
    }
    all
}

/// A sample after up to forty edits.
pub fn cases() -> impl Strategy<Value = Case> {
    let edits = prop::collection::vec(edits(), 0..40);
    (select(Sample::ALL.to_vec()), edits).prop_map(|(sample, edits)| {
        let mut case = library::open(sample);
        for edit in &edits {
            make(edit, &mut case);
        }
        case
    })
}

fn edits() -> impl Strategy<Value = Edit> {
    let rows = || select(ROWS.to_vec());
    let any = any::<Index>;
    prop_oneof![
        30 => (any(), sizes()).prop_map(|(index, size)| Edit::Set(index, size)),
        3 => rows().prop_map(Edit::Add),
        2 => (rows(), any()).prop_map(|(rows, index)| Edit::Remove(rows, index)),
        2 => (rows(), any(), prop::bool::ANY).prop_map(|(r, i, up)| Edit::Shift(r, i, up)),
        1 => (rows(), any(), prop::string::string_regex("(?s).{0,12}").unwrap_or_else(|e| panic!("{e}")))
            .prop_map(|(rows, index, text)| Edit::Rename(rows, index, text)),
        2 => (any(), select(Benefit::ALL.to_vec())).prop_map(|(i, kind)| Edit::Kind(i, kind)),
        1 => select(Preset::ALL.to_vec()).prop_map(Edit::Preset),
        2 => select(vec![Counting::Points, Counting::Money]).prop_map(Edit::Counting),
        1 => select(vec![Period::Year, Period::Month]).prop_map(Edit::Period),
        1 => select(vec![Earning::Margin, Earning::Revenue, Earning::Offer]).prop_map(Edit::Earning),
        1 => prop::bool::ANY.prop_map(Edit::Forever),
        1 => prop::bool::ANY.prop_map(Edit::Timing),
        1 => select(Currency::ALL.to_vec()).prop_map(Edit::Currency),
    ]
}

fn sizes() -> impl Strategy<Value = Size> {
    prop_oneof![
        1 => Just(Size::Least),
        1 => Just(Size::Most),
        3 => (0.0..1.0).prop_map(Size::Between),
        8 => (0.0..200.0).prop_map(Size::Near),
        1 => (-9..12_i32, 1.0..10.0).prop_map(|(power, x)| Size::Near(x * 10_f64.powi(power))),
        1 => Just(Size::Near(1e-300)),
    ]
}

fn make(edit: &Edit, case: &mut Case) {
    let at = |case: &Case, rows: Rows, index: &Index| {
        let ids = case.row_ids(rows);
        ids[index.index(ids.len())]
    };
    match edit {
        Edit::Set(index, size) => {
            let all = inputs(case);
            let input = all[index.index(all.len())];
            input.set(case, sized(*size, input, case));
        }
        Edit::Add(rows) => drop(case.add_row(*rows)),
        Edit::Remove(rows, index) => case.remove_row(*rows, at(case, *rows, index)),
        Edit::Shift(rows, index, up) => case.shift_row(*rows, at(case, *rows, index), *up),
        Edit::Rename(rows, index, text) => case.rename_row(*rows, at(case, *rows, index), text),
        Edit::Kind(index, kind) => {
            let k = index.index(case.criteria.len());
            case.criteria[k].benefit = *kind;
        }
        Edit::Preset(preset) => case.take_preset(*preset),
        Edit::Counting(counting) => case.counting = *counting,
        Edit::Period(period) => case.customer.period = *period,
        Edit::Earning(earning) => case.customer.earning = *earning,
        Edit::Forever(forever) => case.customer.forever = *forever,
        Edit::Timing(now) => case.customer.margin_now = *now,
        Edit::Currency(currency) => case.currency = *currency,
    }
}

fn sized(size: Size, input: Input, case: &Case) -> f64 {
    let field = input.field(case);
    let scale = if matches!(input, Input::Cost(_, Cost::Time)) { 0.01 } else { 1.0 };
    let value = match size {
        Size::Least => field.low,
        Size::Most => field.high,
        Size::Between(share) => field.low + share * (field.high - field.low),
        Size::Near(x) => x * scale,
    };
    value.clamp(field.low, field.high)
}
