//! A section that opens: its heading is always there, the rest is built when somebody asks for it.

use leptos::prelude::*;

use super::button::Button;
use super::live::{When, live};
use crate::ui::workspace::Workspace;
use crate::words::Phrase;

/// A section behind its heading. It stays open until it is closed, also while another page is shown.
#[component]
pub fn Fold(
    /// Its heading, unlike that of any other section.
    title: Phrase,
    /// What it is for, in a few words beside the heading.
    #[prop(optional)]
    remark: Option<Phrase>,
    /// How it looks.
    #[prop(optional)]
    class: &'static str,
    /// What is there once it is open.
    children: ChildrenFn,
) -> impl IntoView {
    let workspace = Workspace::here();
    let open = live(move || workspace.opened.with(|opened| opened.contains(&title)));
    let turn = move |()| {
        workspace.opened.update(|opened| {
            if opened.contains(&title) {
                opened.retain(|other| *other != title);
            } else {
                opened.push(title);
            }
        });
    };
    view! {
        <section class=format!("fold {class}")>
            <h2>
                <Button label=title class="fold-head" expanded=open act=turn/>
                <small>{remark.map(|remark| workspace.tell(remark))}</small>
            </h2>
            <When when=open>{children()}</When>
        </section>
    }
}
