//! Factors, levels and prices, and the sentence the curve is said in.

use leptos::prelude::*;

use crate::case::change::Rows;
use crate::case::curve::CORE;
use crate::case::{Id, Input};
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{Each, When, live, memo};
use crate::ui::widget::name_box::{CaseName, NameBox};
use crate::ui::widget::offers::{OfferHeads, Offers, cell};
use crate::ui::widget::rows::{AddRow, RowMenu, row_ids};
use crate::ui::workspace::Workspace;
use crate::words::{Unit, curve as words, label};

/// All inputs of the page.
#[component]
pub fn Inputs() -> impl IntoView {
    view! {
        <Levels/>
        <Tagline/>
        <Offers/>
    }
}

/// Every offer's level on each factor, and its price.
#[component]
fn Levels() -> impl IntoView {
    let workspace = Workspace::here();
    let offers = row_ids(Rows::Offers);
    let factors = row_ids(Rows::Criteria);
    let row = move |id: Id| {
        view! {
            <tr>
                <th scope="row"><NameBox rows=Rows::Criteria id of=words::FACTOR/></th>
                <Each ids=offers row=move |offer| cell(Input::Score(offer, id))/>
                <td class="act"><RowMenu rows=Rows::Criteria id/></td>
            </tr>
        }
        .into_any()
    };
    view! {
        <section>
            <Heading title=words::LEVELS remark=words::LEVELS_REMARK/>
            <div class="grid levels" tabindex="0" role="region" aria-label=workspace.tell(words::LEVELS)>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{workspace.tell(words::FACTOR)}</th>
                            <OfferHeads ids=offers/>
                            <td></td>
                        </tr>
                    </thead>
                    <tbody>
                        <Each ids=factors row/>
                        <tr>
                            <th scope="row">
                                {workspace.tell(label::COSTS[0])} " "
                                <small>{live(move || workspace.glass().unit(Unit::Money))}</small>
                            </th>
                            <Each ids=offers row=|offer| cell(Input::Price(offer))/>
                            <td></td>
                        </tr>
                    </tbody>
                </table>
            </div>
            <AddRow rows=Rows::Criteria label=words::ADD_FACTOR/>
            <CaseName label=words::LEVELS_FROM empty=words::LEVELS_FROM_EMPTY
                get=|case| &case.curve.levels_from set=|case| &mut case.curve.levels_from/>
        </section>
    }
}

/// The sentence, and the few factors it stands on.
#[component]
fn Tagline() -> impl IntoView {
    let workspace = Workspace::here();
    let factors = row_ids(Rows::Criteria);
    let full = memo(move || workspace.frame().with(|case| case.core().len() >= CORE));
    let row = move |id: Id| {
        let name = live(move || {
            let language = workspace.language.get();
            let name = workspace.frame().with(|case| {
                case.row_name(Rows::Criteria, id).map(|name| name.to(language).to_owned())
            });
            name.unwrap_or_default()
        });
        let core = memo(move || workspace.frame().with(|case| case.is_core(id)));
        let closed = live(move || full.get() && !core.get());
        let turn = move |_| workspace.edit(|case| case.turn_core(id));
        view! {
            <button type="button" aria-pressed=live(move || core.get().to_string())
                disabled=closed on:click=turn>
                {name}
            </button>
        }
        .into_any()
    };
    view! {
        <section class="tagline">
            <Heading title=words::TAGLINE/>
            <CaseName label=words::TAGLINE empty=words::TAGLINE_EMPTY
                get=|case| &case.curve.tagline set=|case| &mut case.curve.tagline/>
            <p class="remark" id="serves">{workspace.tell(words::SERVES)}</p>
            <div class="switch" role="group" aria-labelledby="serves"><Each ids=factors row/></div>
            <When when=full.into()><p class="remark">{workspace.tell(words::THREE_ALREADY)}</p></When>
        </section>
    }
}
