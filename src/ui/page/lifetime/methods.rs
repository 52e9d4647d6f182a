//! Methods side by side, and which of them answers which question.

use leptos::prelude::*;

use crate::case::methods::Method;
use crate::case::relations::Number;
use crate::case::{Case, Input};
use crate::ui::page::{boxes, dragged};
use crate::ui::widget::choice::Choice;
use crate::ui::widget::figure::Figure;
use crate::ui::widget::live::{When, live, memo};
use crate::ui::workspace::Workspace;
use crate::words::relation as words;

/// Three questions, and the methods that answer them.
#[component]
pub fn MethodsSection() -> impl IntoView {
    let workspace = Workspace::here();
    let question = RwSignal::new(0_usize);
    let says = live(move || {
        let question = question.get();
        let values = workspace.settled().with(|case| case.methods_for(question));
        words::chosen(workspace.glass(), question, &values)
    });
    let third = live(move || {
        let value = workspace.settled().with(Case::by_factor)?;
        Some(words::method_answer(workspace.glass(), 2, value))
    });
    view! {
        <section class="methods">
            <Choice label=words::WHICH names=words::QUESTIONS.to_vec() chosen=question.into()
                choose=Callback::new(move |k| question.set(k))/>
            <p class="finding">{says}</p>
            <div class="side-by-side even">
                <MethodPart method=Method::Career question>
                    {boxes(&[Number::History, Number::Current].map(Input::Relation))}
                    {boxes(&[Number::Potential, Number::Chance].map(Input::Relation))}
                </MethodPart>
                <MethodPart method=Method::Account question>
                    {boxes(&[Number::Revenue, Number::Development].map(Input::Relation))}
                    {boxes(&[Number::Saving, Number::Concessions].map(Input::Relation))}
                </MethodPart>
            </div>
            <h3>{workspace.tell(words::METHODS[2])} " " <Fits method=2 question/></h3>
            <p>{third} " " <small>{workspace.tell(words::THIRD)}</small></p>
            <p class="remark">{workspace.tell(words::METHODS_NOTE)}</p>
        </section>
    }
}

/// One method with its figure and its numbers.
#[component]
fn MethodPart(
    /// The method.
    method: Method,
    /// The place of the question that is asked.
    question: RwSignal<usize>,
    /// Its numbers.
    children: Children,
) -> impl IntoView {
    let workspace = Workspace::here();
    let chart = memo(move || {
        let language = workspace.language.get();
        let chart = workspace.case().with(|case| case.method_figure(method, language));
        chart.ok_or(words::OUT_OF_RANGE)
    });
    let grips = memo(move || workspace.case().with(|case| case.method_grips(method)));
    view! {
        <section>
            <h3>
                {workspace.tell(words::METHODS[method.index()])} " "
                <Fits method=method.index() question/>
            </h3>
            <Figure chart moved=dragged(grips)/>
            {children()}
        </section>
    }
}

/// Says that a method answers the question.
#[component]
fn Fits(method: usize, question: RwSignal<usize>) -> impl IntoView {
    let workspace = Workspace::here();
    view! {
        <When when=live(move || words::ANSWERS[question.get()].contains(&method))>
            <span class="fits">{workspace.tell(words::FITS)}</span>
        </When>
    }
}
