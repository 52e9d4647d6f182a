//! Our offer and the alternative, what is different between them, and what changing over costs.

use leptos::prelude::*;

use super::{Outcome, claim, edit, source_mark};
use crate::case::change::Rows;
use crate::case::worth::{Difference, Number, Span};
use crate::case::{Case, Id, Input};
use crate::model::economic_value::{Claim, Sign, Source};
use crate::ui::widget::choice::CaseChoice;
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{Each, Memo, When, live, memo, part};
use crate::ui::widget::name_box::NameBox;
use crate::ui::widget::number_box::NumberBox;
use crate::ui::widget::offers::cell;
use crate::ui::widget::rows::{AddRow, RowMenu, row_ids};
use crate::ui::widget::select::Select;
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, Unit, label, worth as words};

const CLAIMS: &[(Claim, Phrase)] = &[
    (Claim::Full, words::claim(Claim::Full)),
    (Claim::Half, words::claim(Claim::Half)),
    (Claim::ClientOnly, words::claim(Claim::ClientOnly)),
];
const SPANS: &[(Span, Phrase)] = &[(Span::Whole, words::WHOLE), (Span::Yearly, words::YEARLY)];
const SIGNS: [Sign; 2] = [Sign::Plus, Sign::Minus];
const SOURCES: [Source; 4] = [Source::Client, Source::Benchmark, Source::Us, Source::Guess];
const SIGN_NAMES: &[Phrase] = &[words::sign(Sign::Plus), words::sign(Sign::Minus)];
const SOURCE_NAMES: &[Phrase] = &[
    words::source(Source::Client),
    words::source(Source::Benchmark),
    words::source(Source::Us),
    words::source(Source::Guess),
];

/// All inputs of the page.
#[component]
pub fn Inputs(outcome: Outcome) -> impl IntoView {
    view! {
        <Prices/>
        <Differences outcome/>
        <Changing/>
    }
}

/// Our price and cost, and the alternative with its price.
#[component]
fn Prices() -> impl IntoView {
    let workspace = Workspace::here();
    let ours = memo(move || workspace.frame().with(|case| case.ours().map(|ours| ours.id)));
    let rival =
        memo(move || workspace.case().with(|case| case.alternative().map(|k| case.offers[k].id)));
    let boxes = part(move || {
        let inputs = ours.get().map(|id| [Input::Price(id), Input::UnitCost(id)]);
        inputs.into_iter().flatten().map(|input| view! { <NumberBox input/> }).collect_view()
    });
    let price = part(move || rival.get().map(|id| view! { <NumberBox input=Input::Price(id)/> }));
    view! {
        <section>
            <Heading title=words::OURS about=offer_name(ours)/>
            {boxes}
        </section>
        <section>
            <Heading title=words::AGAINST remark=words::AGAINST_REMARK/>
            <Alternative/>
            {price}
        </section>
    }
}

/// What an offer is called.
fn offer_name(id: Memo<Option<Id>>) -> Signal<Option<String>> {
    let workspace = Workspace::here();
    live(move || {
        let language = workspace.language.get();
        workspace.frame().with(|case| Some(case.offer(id.get()?)?.name.to(language).to_owned()))
    })
}

/// Which offer the client compares ours with: the best rival, or one that is named.
#[component]
fn Alternative() -> impl IntoView {
    let workspace = Workspace::here();
    let rivals = memo(move || {
        workspace
            .frame()
            .with(|case| case.row_ids(Rows::Offers).into_iter().skip(1).collect::<Vec<_>>())
    });
    let best = memo(move || {
        workspace.case().with(|case| case.best_alternative().map(|k| case.offers[k].id))
    });
    let name = offer_name(best);
    let names = memo(move || {
        let glass = workspace.glass();
        let first = words::best_rival(glass, name.get().as_deref());
        let others = workspace.frame().with(|case| {
            let others = case.offers.iter().skip(1);
            others.map(|offer| offer.name.to(glass.language).to_owned()).collect::<Vec<_>>()
        });
        std::iter::once(first).chain(others).collect()
    });
    let chosen = live(move || {
        let against = workspace.frame().with(|case| case.worth.against);
        let place = rivals.with(|rivals| rivals.iter().position(|id| Some(*id) == against));
        place.map_or(0, |place| place + 1)
    });
    let choose = Callback::new(move |k: usize| {
        let against = rivals.with_untracked(|rivals| rivals.get(k.checked_sub(1)?).copied());
        edit(workspace, |worth| worth.against = against);
    });
    let called = live(move || workspace.say(words::AGAINST).to_owned());
    view! { <p class="against"><Select called names chosen choose/></p> }
}

/// The differences, and how they count.
#[component]
fn Differences(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let counted = memo(move || {
        let claim = claim(workspace);
        outcome
            .with(|value| value.as_ref().map(|value| value.differences(claim)).unwrap_or_default())
    });
    let ids = row_ids(Rows::Differences);
    let row = move |id: Id| {
        let amount = live(move || {
            let k = ids.with(|ids| ids.iter().position(|other| *other == id))?;
            let amount = counted.with(|counted| counted.get(k).copied())?;
            Some(workspace.glass().signed(amount, Unit::Plain))
        });
        view! { <DifferenceRow id amount/> }.into_any()
    };
    let head = move |name: Phrase| view! { <th scope="col">{workspace.tell(name)}</th> };
    view! {
        <section>
            <Heading title=words::DIFFERENCES/>
            <p class="remark">{workspace.tell(words::DIFFERENCES_REMARK)}</p>
            <CaseChoice label=words::CLAIM options=CLAIMS get=|case| case.worth.claim
                set=|case, claim| case.worth.claim = claim/>
            <CaseChoice label=words::SPAN options=SPANS get=|case| case.worth.span
                set=|case, span| case.worth.span = span/>
            <div class="grid" tabindex="0" role="region" aria-label=workspace.tell(words::DIFFERENCES)>
                <table class="differences">
                    <thead><tr>{words::DIFFERENCE_COLUMNS.into_iter().map(head).collect_view()}</tr></thead>
                    <Each ids row/>
                </table>
            </div>
            <AddRow rows=Rows::Differences label=words::ADD_DIFFERENCE/>
        </section>
    }
}

/// One difference: its name and what it comes to, and below them what that rests on.
#[component]
fn DifferenceRow(id: Id, amount: Signal<Option<String>>) -> impl IntoView {
    let workspace = Workspace::here();
    let number = |number: fn(Id) -> Number| cell(Input::Worth(number(id)));
    let source = live(move || {
        let differences =
            |case: &Case| case.worth.differences.iter().find(|d| d.id == id).map(|d| d.source);
        workspace.frame().with(differences).map(source_mark)
    });
    view! {
        <tbody>
            <tr>
                <th scope="rowgroup" colspan="4">
                    <NameBox rows=Rows::Differences id of=words::DIFFERENCE/>
                </th>
                <td class="counted"><b>{amount}</b></td>
                <td class="act"><RowMenu rows=Rows::Differences id/></td>
            </tr>
            <tr>
                <td>
                    <Choose id of=words::SIGN names=SIGN_NAMES
                        get=|d| place(&SIGNS, d.sign) set=|d, k| d.sign = SIGNS[k]/>
                </td>
                {number(Number::Quantity)}
                {number(Number::UnitValue)}
                {number(Number::Confidence)}
                {number(Number::Due)}
                <td data-source=source>
                    <Choose id of=words::SOURCE names=SOURCE_NAMES
                        get=|d| place(&SOURCES, d.source) set=|d, k| d.source = SOURCES[k]/>
                </td>
            </tr>
        </tbody>
    }
}

fn place<T: PartialEq>(all: &[T], one: T) -> usize {
    all.iter().position(|other| *other == one).unwrap_or_default()
}

/// Something of a difference that is one of a few.
#[component]
fn Choose(
    /// Which difference.
    id: Id,
    /// What is chosen.
    of: Phrase,
    /// The names of the values.
    names: &'static [Phrase],
    /// Reads the place of the value.
    get: fn(&Difference) -> usize,
    /// Writes the value in a place.
    set: fn(&mut Difference, usize),
) -> impl IntoView {
    let workspace = Workspace::here();
    let chosen = live(move || {
        workspace.frame().with(|case| {
            case.worth.differences.iter().find(|d| d.id == id).map(get).unwrap_or_default()
        })
    });
    let names =
        memo(move || names.iter().map(|name| workspace.say(*name).to_owned()).collect::<Vec<_>>());
    let choose = Callback::new(move |k: usize| {
        edit(workspace, |worth| {
            if let Some(difference) = worth.differences.iter_mut().find(|d| d.id == id) {
                set(difference, k);
            }
        });
    });
    let called = live(move || {
        let language = workspace.language.get();
        let name = workspace.frame().with(|case| {
            case.row_name(Rows::Differences, id).map(|name| name.to(language).to_owned())
        });
        let between = label::BETWEEN.to(language);
        format!("{}{between}{}", name.unwrap_or_default(), of.to(language))
    });
    view! { <Select called names chosen choose/> }
}

/// What changing over costs, and how fast the differences of a year come.
#[component]
fn Changing() -> impl IntoView {
    let workspace = Workspace::here();
    let yearly = live(move || workspace.frame().with(|case| case.worth.span == Span::Yearly));
    view! {
        <section>
            <Heading title=words::CHANGING/>
            <NumberBox input=Input::Worth(Number::Switching)/>
            <When when=yearly>
                <NumberBox input=Input::Worth(Number::FirstYear)/>
                <NumberBox input=Input::Years/>
                <NumberBox input=Input::Discount/>
            </When>
        </section>
    }
}
