//! Random cases: a sample after any number of edits, each of a kind that the page allows.

use customer_value::case::change::Rows;
use customer_value::case::claims::Claims;
use customer_value::case::curve::Way;
use customer_value::case::cycle::{self, Entry};
use customer_value::case::market::Segmentation;
use customer_value::case::owning::{Paid, When};
use customer_value::case::preset::Preset;
use customer_value::case::worth::Span;
use customer_value::case::{
    Benefit, Case, Cost, Counting, Earning, Id, Input, Period, Sample, judging, library, relations,
};
use customer_value::model::economic_value::{Claim, Sign, Source};
use customer_value::model::loyalty::Saying;
use customer_value::model::loyalty::trial::Measure;
use customer_value::model::value_curve::Move;
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
    Against(Option<Index>),
    Claim(Claim),
    Span(Span),
    Difference(Index, Sign, Source),
    Core(Index),
    Former(bool),
    CostWay(Index, Way),
    Move(Index, Move),
    Paid(Paid),
    When(Index, When),
    Segmentation(Segmentation),
    WeighApart(bool),
    ValueApart(bool),
    MayPass(bool),
    CycleEntry(Entry),
    Step(cycle::Measure),
    SavedStage(usize),
    Saying(Saying, Measure),
    OwnWorth(bool),
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

/// Every number that can be typed, the derived ones too.
pub fn inputs(case: &Case) -> Vec<Input> {
    let mut all = Input::all_stored(case);
    all.extend([Input::Churn, Input::ExpectedLife, Input::MonthlyDiscount, Input::Years]);
    for offer in &case.offers {
        all.extend(Benefit::ALL.map(|benefit| Input::BenefitOf(offer.id, benefit)));
        all.push(Input::Judging(judging::Number::Quality(offer.id)));
    }
    all.extend(Benefit::ALL.map(Input::KindWeight));
    all.push(Input::Relation(relations::Number::WithUs));
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
    let rows = || select(Rows::ALL.to_vec());
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
        1 => prop::option::of(any()).prop_map(Edit::Against),
        1 => select(Claim::ALL.to_vec()).prop_map(Edit::Claim),
        1 => select(vec![Span::Whole, Span::Yearly]).prop_map(Edit::Span),
        2 => (any(), select(vec![Sign::Plus, Sign::Minus]), select(vec![Source::Client, Source::Guess]))
            .prop_map(|(index, sign, source)| Edit::Difference(index, sign, source)),
        1 => any().prop_map(Edit::Core),
        1 => prop::bool::ANY.prop_map(Edit::Former),
        1 => (any(), select(vec![Way::Amount, Way::Share, Way::Built]))
            .prop_map(|(index, way)| Edit::CostWay(index, way)),
        1 => (any(), select(Move::ALL.to_vec())).prop_map(|(index, made)| Edit::Move(index, made)),
        1 => select(vec![Paid::Once, Paid::EachTime]).prop_map(Edit::Paid),
        2 => (any(), select(vec![When::Now, When::Yearly, When::Back])).prop_map(|(i, when)| Edit::When(i, when)),
        1 => select(Segmentation::ALL.to_vec()).prop_map(Edit::Segmentation),
        1 => prop::bool::ANY.prop_map(Edit::WeighApart),
        1 => prop::bool::ANY.prop_map(Edit::ValueApart),
        1 => prop::bool::ANY.prop_map(Edit::MayPass),
        1 => select(vec![Entry::Points, Entry::Stages]).prop_map(Edit::CycleEntry),
        3 => select(cycle::Measure::ALL.to_vec()).prop_map(Edit::Step),
        1 => (0..5_usize).prop_map(Edit::SavedStage),
        2 => (select(Saying::ALL.to_vec()), select(vec![Measure::Life, Measure::ValueNow, Measure::ValueLater]))
            .prop_map(|(saying, measure)| Edit::Saying(saying, measure)),
        1 => prop::bool::ANY.prop_map(Edit::OwnWorth),
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
        if ids.is_empty() { Id::default() } else { ids[index.index(ids.len())] }
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
        Edit::Period(period) => case.set_period(*period),
        Edit::Earning(earning) => case.customer.earning = *earning,
        Edit::Forever(forever) => case.customer.forever = *forever,
        Edit::Timing(now) => case.customer.margin_now = *now,
        Edit::Currency(currency) => case.currency = *currency,
        Edit::Against(index) => {
            case.worth.against = index.map(|index| at(case, Rows::Offers, &index));
        }
        Edit::Claim(claim) => case.worth.claim = *claim,
        Edit::Span(span) => case.worth.span = *span,
        Edit::Difference(index, sign, source) => {
            let id = at(case, Rows::Differences, index);
            if let Some(one) = case.worth.differences.iter_mut().find(|d| d.id == id) {
                (one.sign, one.source) = (*sign, *source);
            }
        }
        Edit::Core(index) => case.turn_core(at(case, Rows::Criteria, index)),
        Edit::Former(true) => case.keep_curve(),
        Edit::Former(false) => case.drop_former_curve(),
        Edit::CostWay(index, way) => {
            let id = at(case, Rows::CostChanges, index);
            if let Some(change) = case.curve.changes.iter_mut().find(|c| c.id == id) {
                change.way = *way;
            }
        }
        Edit::Move(index, made) => case.take_move(at(case, Rows::Criteria, index), *made),
        Edit::Paid(paid) => case.owning.paid = *paid,
        Edit::When(index, when) => {
            let count = case.owning.costs.len().max(1);
            case.owning
                .costs
                .iter_mut()
                .skip(index.index(count))
                .take(1)
                .for_each(|c| c.when = *when);
        }
        Edit::Segmentation(segmentation) => case.take_segmentation(*segmentation),
        Edit::WeighApart(apart) => case.weigh_apart(*apart),
        Edit::ValueApart(apart) => case.value_apart(*apart),
        Edit::MayPass(may) => case.market.may_pass = *may,
        Edit::CycleEntry(entry) => case.cycle.entry = *entry,
        Edit::Step(measure) => case.cycle.turn(*measure),
        Edit::SavedStage(stage) => case.cycle.saved_stage = *stage,
        Edit::Saying(saying, measure) => {
            case.claims = Claims { chosen: *saying, measure: *measure, ..case.claims.clone() };
        }
        Edit::OwnWorth(own) => case.claims.own_worth = *own,
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
