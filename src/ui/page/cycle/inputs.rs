//! The points of the curves or the four stages, and what can be done.

use leptos::prelude::*;

use super::Outcome;
use super::measures::MeasureList;
use crate::case::change::Rows;
use crate::case::cycle::{Entry, Number, Part, point_name};
use crate::case::{Id, Input};
use crate::ui::widget::choice::CaseChoice;
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{Each, Memo, When, live, memo};
use crate::ui::widget::offers::cell;
use crate::ui::widget::rows::{AddRow, RowMenu, row_ids};
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, Unit, cycle as words};

const ENTRIES: &[(Entry, Phrase)] =
    &[(Entry::Points, words::BY_POINTS), (Entry::Stages, words::BY_STAGES)];

/// All inputs of the page.
#[component]
pub fn Inputs(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let by_points = memo(move || workspace.frame().with(|case| case.cycle.entry == Entry::Points));
    let unit = live(move || Some(words::money_a_year(workspace.glass())));
    view! {
        <section>
            <Heading title=words::POINTS about=unit/>
            <CaseChoice label=words::ENTRY options=ENTRIES get=|case| case.cycle.entry
                set=|case, entry| case.cycle.entry = entry/>
            <When when=by_points.into()><Points outcome/></When>
            <When when=live(move || !by_points.get())><Stages/></When>
        </section>
        <MeasureList outcome/>
    }
}

/// A sum as the last cell of a row; a loss is marked.
fn sum_cell(sum: Memo<Option<f64>>) -> impl IntoView {
    let workspace = Workspace::here();
    let words = live(move || sum.get().map(|sum| workspace.glass().cell(sum, Unit::Money)));
    let less = live(move || sum.get().is_some_and(|sum| sum < 0.0));
    view! { <td class="sum" class:less=less>{words}</td> }
}

/// The head of a table of numbers.
fn head(names: [Phrase; 5]) -> impl IntoView {
    let workspace = Workspace::here();
    let name = move |name: Phrase| view! { <th scope="col">{workspace.tell(name)}</th> };
    view! { <thead><tr>{names.map(name)}</tr></thead> }
}

/// The points of both curves, and what has come of them so far.
#[component]
fn Points(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let ids = row_ids(Rows::Moments);
    let row = move |id: Id| {
        let name = live(move || {
            let language = workspace.language.get();
            workspace.frame().with(|case| point_name(case, id, language))
        });
        let sum = memo(move || {
            let outlook = outcome.get().ok()?;
            workspace.settled().with(|case| case.cycle_sum_at(&outlook, id))
        });
        view! {
            <tr>
                <th scope="row" class="point"><span class="spoken">{name}</span></th>
                {Part::ALL.map(|part| cell(Input::Cycle(Number::Point(id, part))))}
                {sum_cell(sum)}
                <td class="act"><RowMenu rows=Rows::Moments id/></td>
            </tr>
        }
        .into_any()
    };
    let names = [words::YEAR, words::REVENUE, words::COST, words::SUM];
    let name = move |name: Phrase| view! { <th scope="col">{workspace.tell(name)}</th> };
    view! {
        <div class="grid cycle" tabindex="0" role="region" aria-label=workspace.tell(words::BY_POINTS)>
            <table>
                <thead><tr><td></td>{names.map(name)}<td></td></tr></thead>
                <tbody><Each ids row/></tbody>
            </table>
        </div>
        <AddRow rows=Rows::Moments label=words::ADD_POINT/>
        <p class="remark">{workspace.tell(words::SHARED_STAGES)}</p>
    }
}

/// Length, revenue and cost of the four stages, and what each leaves in all.
#[component]
fn Stages() -> impl IntoView {
    let workspace = Workspace::here();
    let row = move |(k, name): (usize, Phrase)| {
        let sum = memo(move || workspace.settled().with(|case| case.cycle_sum_of(k)));
        view! {
            <tr>
                <th scope="row">{workspace.tell(name)}</th>
                {Part::ALL.map(|part| cell(Input::Cycle(Number::Stage(k, part))))}
                {sum_cell(sum)}
            </tr>
        }
    };
    let names = [words::STAGE, words::LENGTH, words::REVENUE, words::COST, words::LEAVES];
    view! {
        <div class="grid cycle" tabindex="0" role="region" aria-label=workspace.tell(words::BY_STAGES)>
            <table>
                {head(names)}
                <tbody>{words::STAGES.into_iter().enumerate().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
