//! The trap detector: whose answer comes from which reading of a formula.

use leptos::prelude::*;

use crate::case::{Case, Input};
use crate::model::traps::{Reading, Trap};
use crate::ui::page::{Sketch, boxes, dragged};
use crate::ui::widget::live::{live, memo};
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, traps as words};

/// Somebody's answer, the readings that could lead to it, and why they differ.
#[component]
pub fn TrapsSection() -> impl IntoView {
    let workspace = Workspace::here();
    let chart = memo(move || {
        let language = workspace.language.get();
        Ok(workspace.case().with(|case| case.traps_figure(language)))
    });
    let grips = memo(move || workspace.case().with(Case::traps_grips));
    let factor = live(move || {
        let factor = workspace.case().with(Case::average_factor)?;
        let glass = workspace.glass();
        Some(format!("{} {}", words::FACTOR.to(glass.language), glass.number(factor, 5)))
    });
    view! {
        <section class="traps">
            <Sketch chart moved=dragged(grips) note=words::NOTE>
                {boxes(&[Input::Found])}
                {boxes(&[Input::YearRevenue, Input::YearCost, Input::BookYears, Input::YearRate])}
                <p class="remark follows">{factor}</p>
            </Sketch>
            <div class="side-by-side even">
                {Trap::ALL.map(|trap| view! { <TrapCard trap/> })}
            </div>
            <AverageRevenue/>
        </section>
    }
}

/// One formula, read rightly and wrongly.
#[component]
fn TrapCard(trap: Trap) -> impl IntoView {
    let workspace = Workspace::here();
    let side = move |(reading, name, wrong): (Reading, Phrase, bool)| {
        let value = live(move || {
            let language = workspace.language.get();
            workspace.case().with(|case| case.reading_value(reading, language))
        });
        let hit = live(move || workspace.case().with(|case| case.culprits().contains(&reading)));
        view! { <Outcome name value hit wrong/> }
    };
    let [right, wrong] = trap.readings();
    let [one, other] = words::sides(trap);
    view! {
        <section>
            <h3>{workspace.tell(words::title(trap))}</h3>
            {[(right, one, false), (wrong, other, trap.has_a_wrong_side())].map(side)}
            <p class="remark">{workspace.tell(words::why(trap))}</p>
        </section>
    }
}

/// The average revenue of the books, with its own numbers.
#[component]
fn AverageRevenue() -> impl IntoView {
    let workspace = Workspace::here();
    let row = move |k: usize| {
        let value = live(move || {
            let language = workspace.language.get();
            workspace.case().with(|case| case.average_values(language)[k].clone())
        });
        let hit = live(move || workspace.case().with(|case| case.average_culprits()[k]));
        view! { <Outcome name=words::PRINTED[k] value hit wrong=k == 0/> }
    };
    view! {
        <h3>{workspace.tell(words::AVERAGE)}</h3>
        <div class="side-by-side even">
            <div>
                {boxes(&[Input::TotalRevenue, Input::TotalLife, Input::Order, Input::Orders])}
            </div>
            <div>{[0, 1].map(row)}</div>
        </div>
    }
}

/// One way to read a formula, what it gives, and whether it leads to the answer.
#[component]
fn Outcome(
    name: Phrase,
    value: Signal<Option<String>>,
    hit: Signal<bool>,
    wrong: bool,
) -> impl IntoView {
    let workspace = Workspace::here();
    let this = live(move || hit.get().then(|| workspace.say(words::THIS)));
    view! {
        <p class="outcome" class:wrong=wrong class:hit=hit>
            <span>{workspace.tell(name)} " " <small>{this}</small></span> <b>{value}</b>
        </p>
    }
}
