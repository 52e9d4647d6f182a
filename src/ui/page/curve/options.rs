//! A list to choose from, of which some entries may be closed.

use leptos::prelude::*;

use crate::ui::widget::live::{Memo, live, part};

/// One entry of a list: what it says, and whether it can be chosen.
pub type Entry = (String, bool);

/// A list that opens.
#[component]
pub fn Options(
    /// What is chosen, in full.
    called: Signal<String>,
    /// The entries.
    entries: Memo<Vec<Entry>>,
    /// The place of the one in force.
    chosen: Signal<usize>,
    /// Called with the place of the one chosen.
    choose: Callback<usize>,
) -> impl IntoView {
    let option = move |(k, (name, open)): (usize, Entry)| {
        view! {
            <option value=k.to_string() disabled=!open selected=live(move || chosen.get() == k)>
                {name}
            </option>
        }
    };
    let take = move |place: String| {
        if let Ok(k) = place.parse() {
            choose.run(k);
        }
    };
    view! {
        <select aria-label=called on:change:target=move |event| take(event.target().value())>
            {part(move || entries.get().into_iter().enumerate().map(option).collect_view())}
        </select>
    }
}
