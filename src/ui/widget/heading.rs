//! The heading of a section.

use leptos::prelude::*;

use crate::ui::workspace::Workspace;
use crate::words::Phrase;

/// A heading, with a few quieter words beside it.
#[component]
pub fn Heading(
    /// What the section is called.
    title: Phrase,
    /// What it is for, or how it is meant.
    #[prop(optional)]
    remark: Option<Phrase>,
    /// The same where it depends on the case: whose numbers they are.
    #[prop(default = None, into)]
    about: Option<Signal<Option<String>>>,
) -> impl IntoView {
    let workspace = Workspace::here();
    let remark = remark.map(|remark| view! { " " <small>{workspace.tell(remark)}</small> });
    let about = about.map(|about| view! { " " <small>{about}</small> });
    view! { <h2>{workspace.tell(title)} {remark} {about}</h2> }
}
