//! A button with a list of further buttons behind it.

use leptos::prelude::*;
use leptos::{ev, html};
use wasm_bindgen::JsCast;

use super::live::{When, live};
use crate::ui::workspace::Workspace;
use crate::words::Phrase;

/// Between a button and its list, in CSS pixels.
const GAP: f64 = 2.0;

/// A menu that closes when something in it is chosen, on Escape, when the focus leaves it, and when
/// the page is scrolled.
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
    let opener = NodeRef::<html::Button>::new();
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
                <div class="list" style:inset=hang(opener, open) on:click=move |_| close()>
                    {children()}
                </div>
            </When>
        </div>
    }
}

/// Where in the window the list hangs: under its button, or over it in the lower half; within a
/// table it would be cut off at the table's edge. It does not follow its button: it closes.
fn hang(opener: NodeRef<html::Button>, open: RwSignal<bool>) -> String {
    let button = move || opener.get_untracked().map(|b| b.get_bounding_client_rect());
    let (Some(place), Some(page)) = (button(), document().document_element()) else {
        return String::new();
    };
    let top = place.top();
    let scrolled = window_event_listener(ev::scroll, move |_| {
        if button().is_none_or(|now| (now.top() - top).abs() > 1.0) {
            open.set(false);
        }
    });
    on_cleanup(move || scrolled.remove());
    let side = |near: f64, far: f64, whole: f64, gap: f64| {
        if near + far > whole {
            ("auto".to_owned(), format!("{}px", whole - near + gap))
        } else {
            (format!("{}px", far + gap), "auto".to_owned())
        }
    };
    let (above, below) = side(place.top(), place.bottom(), f64::from(page.client_height()), GAP);
    let (left, right) = side(place.right(), place.left(), f64::from(page.client_width()), 0.0);
    format!("{above} {right} {below} {left}")
}
