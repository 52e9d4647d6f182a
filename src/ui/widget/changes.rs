//! Numbers that might be others: what each is, and what it would have to be.

use leptos::prelude::*;

use super::heading::Heading;
use super::live::{Memo, When, live, part};
use crate::case::{Case, Input};
use crate::ui::workspace::Workspace;
use crate::words::{Glass, Phrase};

/// A number that might be another, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What it is called.
    pub name: String,
    /// What it is.
    pub now: String,
    /// What it would have to be.
    pub at: String,
    /// What else is to be known of it.
    pub remark: Option<String>,
}

/// A change in the reader's words.
pub fn in_words(case: &Case, (input, now, at): (Input, f64, f64), glass: Glass) -> Change {
    let value = |x| glass.value(x, input.field(case).unit);
    let name = input.name(case, glass.language);
    Change { name, now: value(now), at: value(at), remark: None }
}

/// A section of changes, each enough by itself; there while there are such.
#[component]
pub fn ChangeSection(
    /// Its heading.
    title: Phrase,
    /// What any of them brings.
    remark: Signal<Option<String>>,
    /// What is said where none of them does.
    none: Phrase,
    /// The changes.
    rows: Memo<Option<Vec<Change>>>,
) -> impl IntoView {
    let workspace = Workspace::here();
    let is_empty = live(move || rows.with(|rows| rows.as_ref().is_some_and(Vec::is_empty)));
    let some = live(move || rows.with(Option::is_some));
    view! {
        <When when=some>
            <section>
                <Heading title/>
                <p class="remark">{remark}</p>
                <When when=is_empty><p>{workspace.tell(none)}</p></When>
                <ChangeList rows/>
            </section>
        </When>
    }
}

/// A list of changes.
#[component]
pub fn ChangeList(
    /// The changes, while there are such.
    rows: Memo<Option<Vec<Change>>>,
) -> impl IntoView {
    let row = |Change { name, now, at, remark }: Change| {
        view! {
            <li>
                <span>{name}{remark.map(|remark| view! { " "<small>{remark}</small> })}</span>
                <span class="now"><span>{now}" → "</span><b>{at}</b></span>
            </li>
        }
    };
    let list = part(move || rows.get().map(|rows| rows.into_iter().map(row).collect_view()));
    view! { <ul class="ties">{list}</ul> }
}
