//! Numbers that might be others: what each is, and what it would have to be.

use leptos::prelude::*;

use super::live::{Memo, part};
use crate::case::{Case, Input};
use crate::words::Glass;

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
