//! One of a few: a row of buttons of which one is pressed.

use leptos::prelude::*;

use crate::ui::workspace::Workspace;
use crate::words::Phrase;

/// A choice between a few values.
#[component]
pub fn Choice<T>(
    /// What is chosen.
    label: Phrase,
    /// The values and their names.
    options: &'static [(T, Phrase)],
    /// The value in force.
    value: Signal<T>,
    /// Called with the value chosen.
    choose: Callback<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let workspace = Workspace::here();
    let option = move |(option, name): &(T, Phrase)| {
        let (option, name) = (*option, *name);
        view! {
            <button type="button" aria-pressed=move || (value.get() == option).to_string()
                on:click=move |_| choose.run(option)>
                {move || workspace.say(name)}
            </button>
        }
    };
    view! {
        <div class="choice">
            <span class="label">{move || workspace.say(label)}</span>
            <div class="switch" role="group" aria-label=move || workspace.say(label)>
                {options.iter().map(option).collect_view()}
            </div>
        </div>
    }
}
