//! Boxes for names: they look like text until they are pointed at.

use leptos::prelude::*;

use super::live::{live, memo};
use crate::case::change::Rows;
use crate::case::{Case, Id, Name};
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
    let rename = move |place: web_sys::HtmlInputElement| {
        let text = place.value();
        if text.trim().is_empty() {
            place.set_value(&name.get_untracked());
        } else if text.trim() != name.get_untracked() {
            workspace.edit(|case| case.rename_row(rows, id, &text));
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
            aria-label=called prop:value=name.signal() title=name.signal()
            on:change:target=move |event| rename(event.target())/>
    }
}

/// A name of the case as a whole, with what it is the name of before it.
#[component]
pub fn CaseName(
    /// What it is the name of.
    label: Phrase,
    /// What stands in the box while it is empty.
    empty: Phrase,
    /// Reads the name.
    get: fn(&Case) -> &Name,
    /// Finds the place to write it.
    set: fn(&mut Case) -> &mut Name,
) -> impl IntoView {
    let workspace = Workspace::here();
    let name = memo(move || {
        let language = workspace.language.get();
        workspace.frame().with(|case| get(case).to(language).to_owned())
    });
    let rename = move |text: String| {
        if text.trim() != name.get_untracked() {
            workspace.edit(|case| *set(case) = Name::typed(&text));
        }
    };
    view! {
        <label class="case-name">
            <span class="label">{workspace.tell(label)}</span>
            <input type="text" class="name" autocomplete="off" spellcheck="false"
                placeholder=workspace.tell(empty) prop:value=name.signal() title=name.signal()
                on:change:target=move |event| rename(event.target().value())/>
        </label>
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
            workspace.edit(|case| case.title = Name::typed(&text));
        }
    };
    view! {
        <input type="text" class="title name" autocomplete="off" spellcheck="false"
            aria-label=workspace.tell(shell::CASE_NAME)
            placeholder=workspace.tell(shell::UNTITLED) size=size
            prop:value=title.signal() title=title.signal()
            on:change:target=move |event| rename(event.target().value())/>
    }
}
