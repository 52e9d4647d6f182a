//! What a purchase costs us at each stage of buying, and what a saving at one of them leaves.

use leptos::prelude::*;

use crate::case::cycle::Number;
use crate::case::{Case, Input};
use crate::ui::page::{Sketch, boxes, dragged};
use crate::ui::widget::live::{live, memo};
use crate::ui::widget::number_box::NumberBox;
use crate::ui::widget::select::{Select, named};
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, cycle as words};

/// The costs, and the saving.
#[component]
pub fn BuyingSection() -> impl IntoView {
    let workspace = Workspace::here();
    let chart = memo(move || {
        let language = workspace.language.get();
        workspace.case().with(|case| case.buying_figure(language)).ok_or(words::OUT_OF_RANGE)
    });
    let grips = memo(move || workspace.case().with(Case::buying_grips));
    let row = move |(k, name): (usize, Phrase)| {
        view! {
            <li>
                <span>{workspace.tell(name)}</span>
                <NumberBox input=Input::Cycle(Number::Buying(k)) bare=true/>
            </li>
        }
    };
    view! {
        <Sketch chart moved=dragged(grips) note=words::BUYING_NOTE>
            <ul class="rungs">{words::BUYING.into_iter().enumerate().map(row).collect_view()}</ul>
            <StageChoice/>
            {boxes(&[Input::Cycle(Number::Saved)])}
        </Sketch>
    }
}

/// The stage of buying at which we save.
#[component]
pub fn StageChoice() -> impl IntoView {
    let workspace = Workspace::here();
    let called = live(move || workspace.say(words::SAVED_STAGE).to_owned());
    let stage = memo(move || workspace.frame().with(|case| case.cycle.saved_stage));
    let choose = Callback::new(move |k: usize| workspace.edit(|case| case.cycle.saved_stage = k));
    view! {
        <div class="choice">
            <span class="label">{workspace.tell(words::SAVED_STAGE)}</span>
            <Select called names=named(&words::BUYING) chosen=live(move || stage.get()) choose/>
        </div>
    }
}
