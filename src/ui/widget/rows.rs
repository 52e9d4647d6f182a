//! A list of rows that can be added to, removed from and put in another order.

use leptos::prelude::*;

use super::menu::Menu;
use crate::case::Id;
use crate::case::change::Rows;
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, shell};

/// The identities of the rows, in order.
pub fn row_ids(rows: Rows) -> Memo<Vec<Id>> {
    let workspace = Workspace::here();
    Memo::new(move |_| workspace.case.with(|case| case.row_ids(rows)))
}

/// What can be done with one row: up, down, remove.
#[component]
pub fn RowMenu(
    /// Which list the row is in.
    rows: Rows,
    /// Which row.
    id: Id,
) -> impl IntoView {
    let workspace = Workspace::here();
    let ids = row_ids(rows);
    let first = move || ids.with(|ids| ids.first() == Some(&id));
    let last = move || ids.with(|ids| ids.last() == Some(&id));
    let only = move || ids.with(|ids| ids.len() <= rows.limits().0);
    let shift = move |up| workspace.edit(None, |case| case.shift_row(rows, id, up));
    let remove = move |_| workspace.edit(None, |case| case.remove_row(rows, id));
    let name = Signal::derive(move || {
        let language = workspace.language.get();
        workspace.case.with(|case| {
            let name = case.row_name(rows, id).map(|name| name.to(language).to_owned());
            let place = || case.row_ids(rows).iter().position(|row| *row == id).unwrap_or_default();
            let name = name.unwrap_or_else(|| place().to_string());
            Some(format!("{name}: {}", shell::ROW_ACTIONS.to(language)))
        })
    });
    let say = move |phrase: Phrase| workspace.say(phrase);
    view! {
        <Menu label=shell::ROW_ACTIONS name=name sign="⋯">
            <button type="button" disabled=first on:click=move |_| shift(true)>
                {move || say(shell::UP)}
            </button>
            <button type="button" disabled=last on:click=move |_| shift(false)>
                {move || say(shell::DOWN)}
            </button>
            <button type="button" disabled=only on:click=remove>{move || say(shell::REMOVE)}</button>
        </Menu>
    }
}

/// Adds a row at the end, while there is room.
#[component]
pub fn AddRow(
    /// Which list.
    rows: Rows,
    /// What the button says.
    label: Phrase,
) -> impl IntoView {
    let workspace = Workspace::here();
    let ids = row_ids(rows);
    let full = move || ids.with(|ids| ids.len() >= rows.limits().1);
    let add = move |_| {
        workspace.edit(None, |case| {
            case.add_row(rows);
        });
    };
    view! {
        <button type="button" class="add" disabled=full on:click=add>
            "+ " {move || workspace.say(label)}
        </button>
    }
}
