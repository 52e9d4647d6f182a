//! A button with a list of further buttons behind it.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::live::{When, live};
use crate::ui::workspace::Workspace;
use crate::words::Phrase;

/// A menu that closes when something in it is chosen, on Escape, and when the focus leaves it.
#[component]
pub fn Menu(
    /// What the button says.
    label: Phrase,
    /// What the button is called in full, where its words are not enough.
    #[prop(into, optional)]
    name: Option<Signal<String>>,
    /// What the button shows in place of its words.
    #[prop(optional)]
    sign: Option<&'static str>,
    /// The buttons of the list.
    children: ChildrenFn,
) -> impl IntoView {
    let workspace = Workspace::here();
    let open = RwSignal::new(false);
    let opener = NodeRef::<leptos::html::Button>::new();
    // The focus goes back to where the menu was opened from.
    let close = move || {
        open.set(false);
        if let Some(opener) = opener.get_untracked() {
            let _ = opener.focus();
        }
    };
    let leave = move |event: ev::FocusEvent| {
        let inside = |menu: web_sys::Element| {
            let next =
                event.related_target().and_then(|next| next.dyn_into::<web_sys::Node>().ok());
            next.is_some_and(|next| menu.contains(Some(&next)))
        };
        let menu = event.current_target().and_then(|menu| menu.dyn_into().ok());
        if !menu.is_some_and(inside) {
            open.set(false);
        }
    };
    let escape = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            close();
        }
    };
    let called = live(move || {
        name.map(|name| name.get()).or_else(|| sign.map(|_| workspace.say(label).to_owned()))
    });
    let shown = live(move || sign.unwrap_or_else(|| workspace.say(label)));
    view! {
        <div class="menu" on:focusout=leave on:keydown=escape>
            <button type="button" class="opener" node_ref=opener aria-expanded=live(move || open.get().to_string())
                aria-label=called on:click=move |_| open.update(|open| *open = !*open)>
                {shown}
            </button>
            <When when=open.into()>
                <div class="list" on:click=move |_| close()>{children()}</div>
            </When>
        </div>
    }
}
