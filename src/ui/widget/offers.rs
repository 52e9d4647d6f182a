//! The offers of the case: as a list, as headings over a table of numbers, and those numbers.

use leptos::prelude::*;

use super::heading::Heading;
use super::live::{Each, Memo, live};
use super::name_box::NameBox;
use super::number_box::NumberBox;
use super::rows::{AddRow, RowMenu, row_ids};
use crate::case::change::Rows;
use crate::case::{Id, Input};
use crate::ui::workspace::Workspace;
use crate::words::{perceived as words, shell};

/// The offers: their names and their order.
#[component]
pub fn Offers() -> impl IntoView {
    let ids = row_ids(Rows::Offers);
    let row = move |id: Id| {
        view! {
            <li data-offer=place(ids, id)>
                <NameBox rows=Rows::Offers id of=words::OFFER/>
                <RowMenu rows=Rows::Offers id/>
            </li>
        }
        .into_any()
    };
    view! {
        <section>
            <Heading title=words::OFFERS/>
            <ul class="offers"><Each ids row/></ul>
            <AddRow rows=Rows::Offers label=shell::ADD_OFFER/>
        </section>
    }
}

/// The place of a row among the others, which decides its colour.
fn place(ids: Memo<Vec<Id>>, id: Id) -> Signal<String> {
    live(move || {
        let place = ids.with(|ids| ids.iter().position(|other| *other == id));
        place.unwrap_or_default().to_string()
    })
}

/// Headings with the names of the offers.
#[component]
pub fn OfferHeads(
    /// The offers in order.
    ids: Memo<Vec<Id>>,
) -> impl IntoView {
    let workspace = Workspace::here();
    let head = move |id| {
        let name = live(move || {
            let language = workspace.language.get();
            workspace.frame().with(|case| case.offer(id).map(|o| o.name.to(language).to_owned()))
        });
        view! { <th scope="col" class="offer" data-offer=place(ids, id)>{name}</th> }.into_any()
    };
    view! { <Each ids row=head/> }
}

/// A number as a cell of a table.
pub fn cell(input: Input) -> AnyView {
    view! { <td><NumberBox input bare=true/></td> }.into_any()
}
