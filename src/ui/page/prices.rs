//! The prices that the pages name for our offer, as a section of several pages.

use leptos::prelude::*;

use crate::case::Case;
use crate::ui::route::Route;
use crate::ui::widget::live::{memo, part};
use crate::ui::workspace::Workspace;
use crate::words::Unit;
use crate::words::prices::{self as words, Question};

/// The page that answers it.
const fn page(asked: Question) -> Route {
    match asked {
        Question::Cost | Question::Shared | Question::Most => Route::Worth,
        Question::Fair => Route::ValueMap,
        Question::Profit => Route::Segments,
        Question::Firm | Question::Both => Route::WinWin,
        Question::Tie => Route::Perceived,
    }
}

/// Every price, what it answers, on which page, and why it is another.
#[component]
pub fn PricesSection() -> impl IntoView {
    let workspace = Workspace::here();
    let prices = memo(move || workspace.settled().with(Case::named_prices));
    let row = move |(asked, price): (Question, f64)| {
        let (question, why) = words::asked(asked);
        let price = workspace.glass().value(price, Unit::Money);
        let page = page(asked);
        view! {
            <li>
                <b>{price}</b>
                <span>
                    {workspace.tell(question)} " "
                    <a href=page.fragment()>{workspace.tell(page.name())}</a>
                    <small>{workspace.tell(why)}</small>
                </span>
            </li>
        }
    };
    let list = part(move || prices.get().into_iter().map(row).collect_view());
    view! { <ul class="named-prices">{list}</ul> }
}
