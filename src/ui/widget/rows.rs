//! A list of rows that can be added to, removed from and put in another order.

use leptos::prelude::*;

use super::button::Button;
use super::live::{Memo, live, memo};
use super::menu::Menu;
use crate::case::base::Number;
use crate::case::change::Rows;
use crate::case::cycle::point_name;
use crate::case::{Case, Id, Input};
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, shell};

/// The identities of the rows, in order.
pub fn row_ids(rows: Rows) -> Memo<Vec<Id>> {
    let workspace = Workspace::here();
    memo(move || workspace.frame().with(|frame| frame.row_ids(rows)))
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
    let first = live(move || ids.with(|ids| ids.first() == Some(&id)));
    let last = live(move || ids.with(|ids| ids.last() == Some(&id)));
    let only = live(move || ids.with(|ids| ids.len() <= rows.limits().0));
    let change = move |change: &dyn Fn(&mut Case)| match rows {
        Rows::Offers => workspace.edit_offers(change),
        _ => workspace.edit(change),
    };
    let shift = move |up| change(&|case| case.shift_row(rows, id, up));
    let remove = move |()| change(&|case| case.remove_row(rows, id));
    let name = live(move || {
        let language = workspace.language.get();
        let name = workspace.frame().with(|frame| match frame.row_name(rows, id) {
            Some(name) => name.to(language).to_owned(),
            None if rows == Rows::Counts => Input::Base(Number::Count(id)).name(frame, language),
            None if rows == Rows::Moments => point_name(frame, id, language),
            None => Input::Amount(id).name(frame, language),
        });
        format!("{name}: {}", shell::ROW_ACTIONS.to(language))
    });
    view! {
        <Menu label=shell::ROW_ACTIONS name=name sign="⋯">
            <Button label=shell::UP disabled=first act=move |()| shift(true)/>
            <Button label=shell::DOWN disabled=last act=move |()| shift(false)/>
            <Button label=shell::REMOVE disabled=only act=remove/>
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
    let full = live(move || ids.with(|ids| ids.len() >= rows.limits().1));
    let add = move |()| {
        workspace.edit(|case| {
            case.add_row(rows);
        });
    };
    view! {
        <Button label class="add" disabled=full act=add/>
    }
}
