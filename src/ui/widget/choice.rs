//! One of a few: a row of buttons of which one is pressed.

use leptos::prelude::*;

use super::button::Button;
use super::live::{live, memo};
use crate::case::Case;
use crate::ui::workspace::Workspace;
use crate::words::Phrase;

/// A choice between the values of something in the case.
#[component]
pub fn CaseChoice<T>(
    /// What is chosen.
    label: Phrase,
    /// The values and their names.
    options: &'static [(T, Phrase)],
    /// Reads the value.
    get: fn(&Case) -> T,
    /// Writes the value.
    set: fn(&mut Case, T),
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let workspace = Workspace::here();
    let chosen = memo(move || {
        let value = workspace.frame().with(get);
        options.iter().position(|(option, _)| *option == value).unwrap_or_default()
    });
    let choose = Callback::new(move |k: usize| {
        workspace.edit(|case| set(case, options[k].0));
    });
    let names = options.iter().map(|(_, name)| *name).collect();
    view! { <Choice label names chosen=chosen.into() choose/> }
}

/// A choice between a few values.
#[component]
pub fn Choice(
    /// What is chosen.
    label: Phrase,
    /// The names of the values.
    names: Vec<Phrase>,
    /// The place of the value in force.
    chosen: Signal<usize>,
    /// Called with the place of the value chosen.
    choose: Callback<usize>,
) -> impl IntoView {
    let workspace = Workspace::here();
    let option = move |(k, name): (usize, Phrase)| {
        let pressed = live(move || chosen.get() == k);
        view! { <Button label=name pressed act=move |()| choose.run(k)/> }
    };
    view! {
        <div class="choice">
            <span class="label">{workspace.tell(label)}</span>
            <div class="switch" role="group" aria-label=workspace.tell(label)>
                {names.into_iter().enumerate().map(option).collect_view()}
            </div>
        </div>
    }
}
