//! What was expected beside what was felt, and how far our work reached the customer.

use leptos::prelude::*;

use crate::case::change::Rows;
use crate::case::expectations::Number;
use crate::case::{Case, Id, Input};
use crate::model::expectation::ExpectationError;
use crate::ui::page::{Sketch, boxes, dragged};
use crate::ui::widget::live::{Each, live, memo, part};
use crate::ui::widget::number_box::NumberBox;
use crate::ui::widget::rows::row_ids;
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, expectation as words, perceived};

const fn reason(error: ExpectationError) -> Phrase {
    match error {
        ExpectationError::Weights(_) => perceived::NO_WEIGHT,
        _ => perceived::OUT_OF_RANGE,
    }
}

/// Expected against felt, criterion by criterion.
#[component]
pub fn ExpectationSection() -> impl IntoView {
    let workspace = Workspace::here();
    let chart = memo(move || {
        let language = workspace.language.get();
        workspace.case().with(|case| {
            let experience = case.experience().map_err(reason)?;
            case.expectation_figure(&experience, language).ok_or(perceived::OUT_OF_RANGE)
        })
    });
    let grips = memo(move || workspace.case().with(Case::wish_grips));
    let ids = row_ids(Rows::Criteria);
    let columns = [perceived::FACTOR, words::EXPECTED, words::FELT];
    let head = move |name| view! { <th scope="col">{workspace.tell(name)}</th> };
    view! {
        <Sketch chart moved=dragged(grips) note=words::NOTE>
            <div class="grid" tabindex="0" role="region" aria-label=workspace.tell(words::REMARK)>
                <table>
                    <thead><tr>{columns.map(head)}</tr></thead>
                    <tbody><Each ids row=|id| view! { <Wish id/> }.into_any()/></tbody>
                </table>
            </div>
            {boxes(&[Input::Expectation(Number::Tolerance)])}
        </Sketch>
    }
}

/// One criterion: what was expected, and what was felt of our offer.
#[component]
fn Wish(id: Id) -> impl IntoView {
    let workspace = Workspace::here();
    let name = live(move || {
        let language = workspace.language.get();
        workspace
            .frame()
            .with(|case| case.row_name(Rows::Criteria, id).map(|name| name.to(language).to_owned()))
    });
    let ours = memo(move || workspace.frame().with(|case| case.ours().map(|ours| ours.id)));
    let felt = part(move || {
        ours.get().map(|ours| view! { <NumberBox input=Input::Score(ours, id) bare=true/> })
    });
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td><NumberBox input=Input::Expectation(Number::Expected(id)) bare=true/></td>
            <td>{felt}</td>
        </tr>
    }
}

/// From work to result to customers moved.
#[component]
pub fn OutcomesSection() -> impl IntoView {
    let workspace = Workspace::here();
    let chart = memo(move || {
        let language = workspace.language.get();
        workspace.case().with(|case| {
            let outcomes = case.outcomes().ok_or(words::WRONG_COUNTS)?;
            Ok(case.outcomes_figure(&outcomes, language))
        })
    });
    let grips = memo(move || workspace.case().with(Case::outcome_grips));
    view! {
        <Sketch chart moved=dragged(grips) note=words::FUNNEL_NOTE>
            {boxes(&[Number::Actions, Number::Results, Number::Moved].map(Input::Expectation))}
        </Sketch>
    }
}
