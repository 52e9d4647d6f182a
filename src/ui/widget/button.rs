//! A button that says what it does.

use leptos::prelude::*;

use super::live::live;
use crate::ui::workspace::Workspace;
use crate::words::Phrase;

/// A button. All buttons of the page are this one, so that the program holds its code once.
#[component]
pub fn Button(
    /// What it says.
    label: Phrase,
    /// What it does.
    #[prop(into)]
    act: Callback<()>,
    /// Whether it can be pressed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Whether it is pressed, for a button that stays down.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
    /// Whether what it opens is open, for a button that opens something.
    #[prop(optional, into)]
    expanded: Option<Signal<bool>>,
    /// How it looks.
    #[prop(optional)]
    class: &'static str,
    /// What it is called in full, where its words are not enough.
    #[prop(optional, into)]
    name: Option<Signal<String>>,
) -> impl IntoView {
    let workspace = Workspace::here();
    view! {
        <button type="button" class=class disabled=disabled
            aria-pressed=live(move || pressed.map(|pressed| pressed.get().to_string()))
            aria-expanded=live(move || expanded.map(|expanded| expanded.get().to_string()))
            aria-label=live(move || name.map(|name| name.get()))
            on:click=move |_| act.run(())>
            {workspace.tell(label)}
        </button>
    }
}
