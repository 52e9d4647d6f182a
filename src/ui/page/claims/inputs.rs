//! The claim in a sentence, how it is counted, and the numbers its trial takes.

use leptos::prelude::*;

use crate::case::Input;
use crate::case::claims::inputs;
use crate::model::loyalty::trial::Measure;
use crate::ui::page::boxes;
use crate::ui::widget::choice::CaseChoice;
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{When, live, memo, part};
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, claims as words};

const MEASURES: &[(Measure, Phrase)] = &[
    (Measure::Life, words::LIFE),
    (Measure::ValueNow, words::VALUE_NOW),
    (Measure::ValueLater, words::VALUE_LATER),
];

/// All inputs of the trial.
#[component]
pub fn Inputs() -> impl IntoView {
    let workspace = Workspace::here();
    let chosen = memo(move || workspace.frame().with(|case| case.claims.chosen));
    let sentence = live(move || workspace.say(words::SENTENCES[words::place(chosen.get())]));
    let numbers = part(move || boxes(&inputs(chosen.get())));
    let of_retention = live(move || chosen.get().is_about_retention());
    let discounted = live(move || {
        chosen.get().is_about_retention()
            && workspace.frame().with(|case| case.claims.measure != Measure::Life)
    });
    view! {
        <section>
            <Heading title=words::CLAIM/>
            <p class="quoted">{sentence}</p>
        </section>
        <section>
            <Heading title=words::OUR_NUMBERS/>
            {numbers}
            <When when=of_retention>
                <CaseChoice label=words::MEASURE options=MEASURES get=|case| case.claims.measure
                    set=|case, measure| case.claims.measure = measure/>
            </When>
            <When when=discounted>{boxes(&[Input::Discount])}</When>
        </section>
    }
}
