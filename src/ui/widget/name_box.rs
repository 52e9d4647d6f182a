//! Boxes for names: they look like text until they are pointed at.

use leptos::prelude::*;

use super::live::{live, memo};
use crate::case::change::Rows;
use crate::case::{Id, Name};
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, label, shell};

/// The name of a row.
#[component]
pub fn NameBox(
    /// Which list the row is in.
    rows: Rows,
    /// Which row.
    id: Id,
    /// What its name is the name of.
    of: Phrase,
) -> impl IntoView {
    let workspace = Workspace::here();
    let language = workspace.language;
    let name = memo(move || {
        workspace.frame().with(|frame| {
            frame
                .row_name(rows, id)
                .map(|name| name.to(language.get()).to_owned())
                .unwrap_or_default()
        })
    });
    let rename = move |text: String| {
        if text.trim() != name.get_untracked() {
            workspace.edit(None, |case| case.rename_row(rows, id, &text));
        }
    };
    let called = live(move || {
        format!(
            "{}{}{}",
            workspace.say(of),
            workspace.say(label::BETWEEN),
            workspace.say(shell::NAME)
        )
    });
    view! {
        <input type="text" class="name" autocomplete="off" spellcheck="false"
            aria-label=called prop:value=name title=name
            on:change:target=move |event| rename(event.target().value())/>
    }
}

/// The name of the case.
#[component]
pub fn TitleBox() -> impl IntoView {
    let workspace = Workspace::here();
    let title = memo(move || {
        let language = workspace.language.get();
        workspace.frame().with(|frame| frame.title.to(language).to_owned())
    });
    // As wide as its words: a Chinese character takes two places.
    let size = live(move || {
        let places = |c: char| if c.is_ascii() { 1 } else { 2 };
        title.with(|title| title.chars().map(places).sum::<usize>().clamp(12, 48)).to_string()
    });
    let rename = move |text: String| {
        if text.trim() != title.get_untracked() {
            workspace.edit(None, |case| case.title = Name::typed(&text));
        }
    };
    view! {
        <input type="text" class="title name" autocomplete="off" spellcheck="false"
            aria-label=workspace.tell(shell::CASE_NAME)
            placeholder=workspace.tell(shell::UNTITLED) size=size
            prop:value=title title=title
            on:change:target=move |event| rename(event.target().value())/>
    }
}
