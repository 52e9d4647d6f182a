//! The numbers behind a figure.

use leptos::prelude::*;

use super::stage::Stage;
use crate::chart::Table;
use crate::ui::widget::live::{memo, part};

/// The numbers behind the figure.
#[component]
pub(super) fn TableView(stage: Stage) -> impl IntoView {
    let table = memo(move || {
        stage.drawn.with(|d| d.as_ref().map(|d| (d.chart.title.clone(), d.chart.table.clone())))
    });
    part(move || table.get().map(|(title, table)| plain_table(title, table)))
}

/// A table of numbers, named and scrollable.
pub fn plain_table(title: String, table: Table) -> AnyView {
    let row = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        let name = cells.next().unwrap_or_default();
        view! {
            <tr>
                <th scope="row">{name}</th>
                {cells.map(|cell| view! { <td>{cell}</td> }).collect_view()}
            </tr>
        }
    };
    view! {
        <div class="table" tabindex="0" role="region" aria-label=title>
            <table>
                <thead>
                    <tr>{table.head.into_iter().map(|cell| view! { <th scope="col">{cell}</th> }).collect_view()}</tr>
                </thead>
                <tbody>{table.rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
