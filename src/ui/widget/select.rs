//! One of several, chosen from a list that opens.

use leptos::prelude::*;

use super::live::{Memo, live, memo, part};
use crate::ui::workspace::Workspace;
use crate::words::Phrase;

/// A list to choose from; it looks like text until it is pointed at.
#[component]
pub fn Select(
    /// What is chosen, for those who cannot see it.
    called: Signal<String>,
    /// The names of what there is to choose from.
    names: Memo<Vec<String>>,
    /// The place of the one in force.
    chosen: Signal<usize>,
    /// Called with the place of the one chosen.
    choose: Callback<usize>,
) -> impl IntoView {
    let option = move |(k, name): (usize, String)| {
        view! { <option value=k.to_string() prop:selected=live(move || chosen.get() == k)>{name}</option> }
    };
    let take = move |place: String| {
        if let Ok(k) = place.parse() {
            choose.run(k);
        }
    };
    view! {
        <select class="plain" aria-label=called
            on:change:target=move |event| take(event.target().value())>
            {part(move || names.get().into_iter().enumerate().map(option).collect_view())}
        </select>
    }
}

/// `phrases` in the reader's language.
pub fn named(phrases: &'static [Phrase]) -> Memo<Vec<String>> {
    let workspace = Workspace::here();
    memo(move || phrases.iter().map(|phrase| workspace.say(*phrase).to_owned()).collect())
}
