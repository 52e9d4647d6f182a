//! Measures to raise lifetime value: what each changes and costs, and which comes first.

use leptos::prelude::*;

use super::reason;
use crate::case::change::Rows;
use crate::case::measures::Number;
use crate::case::plan::PlanError;
use crate::case::{Case, Id, Input};
use crate::ui::page::Sketch;
use crate::ui::widget::figure::plain_table;
use crate::ui::widget::live::{Each, live, memo, part};
use crate::ui::widget::name_box::NameBox;
use crate::ui::widget::offers::cell;
use crate::ui::widget::rows::{AddRow, RowMenu, row_ids};
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, Unit, measure as words};

const fn plan_reason(error: PlanError) -> Phrase {
    match error {
        PlanError::Lifetime(error) => reason(error),
        PlanError::Nothing => words::NOTHING,
        PlanError::Unweighed => words::UNWEIGHED,
    }
}

/// The measures, and what each is worth.
#[component]
pub fn MeasuresSection() -> impl IntoView {
    let workspace = Workspace::here();
    let plan = memo(move || workspace.case().with(Case::plan));
    let chart = memo(move || {
        let plan = plan.get().map_err(plan_reason)?;
        let language = workspace.language.get();
        Ok(workspace.case().with(|case| case.plan_figure(&plan, language)))
    });
    let table = part(move || {
        let table = chart.with(|chart| chart.as_ref().ok().map(|chart| chart.table.clone()))?;
        Some(plain_table(workspace.say(words::ORDER).to_owned(), table))
    });
    let moved = Callback::new(move |(k, place): (usize, f64)| {
        if let Some((input, value)) =
            workspace.case().with_untracked(|case| case.plan_pulled(k, place))
        {
            workspace.set(input, value);
        }
    });
    view! {
        <Sketch chart moved note=words::NOTE below=table.into_any()>
            <MeasureList/>
            <AddRow rows=Rows::Measures label=words::ADD/>
        </Sketch>
    }
}

/// Every measure by name, with its four numbers and what it makes of the customer.
#[component]
fn MeasureList() -> impl IntoView {
    let workspace = Workspace::here();
    let ids = row_ids(Rows::Measures);
    let units = [Unit::Share, Unit::Share, Unit::Money, Unit::Money];
    let head = move |(name, unit): (Phrase, Unit)| {
        let unit = live(move || workspace.glass().unit(unit));
        view! { <th scope="col">{workspace.tell(name)} " " <small>{unit}</small></th> }
    };
    view! {
        <div class="grid" tabindex="0" role="region" aria-label=workspace.tell(words::MEASURES)>
            <table class="measures">
                <thead>
                    <tr>{words::HEADS.into_iter().zip(units).map(head).collect_view()}</tr>
                </thead>
                <Each ids row=|id| view! { <MeasureRow id/> }.into_any()/>
            </table>
        </div>
    }
}

/// One measure.
#[component]
fn MeasureRow(id: Id) -> impl IntoView {
    let workspace = Workspace::here();
    let says = live(move || {
        let language = workspace.language.get();
        workspace.settled().with(|case| case.measure_answer(id, language))
    });
    let numbers = [Number::Retention, Number::Margin, Number::Once, Number::Yearly];
    view! {
        <tbody>
            <tr>
                <th scope="rowgroup" colspan="3">
                    <NameBox rows=Rows::Measures id of=words::MEASURE/>
                </th>
                <td class="act"><RowMenu rows=Rows::Measures id/></td>
            </tr>
            <tr>{numbers.map(|number| cell(Input::Measure(number(id))))}</tr>
            <tr><td colspan="4" class="remark">{says}</td></tr>
        </tbody>
    }
}
