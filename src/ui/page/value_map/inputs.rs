//! What quality may cost, what the offers cost, and how the customer scores them.

use leptos::prelude::*;

use crate::case::change::Rows;
use crate::case::{Case, Cost, Input, judging};
use crate::ui::page::perceived::Criteria;
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{Each, live};
use crate::ui::widget::number_box::NumberBox;
use crate::ui::widget::offers::{OfferHeads, Offers, cell};
use crate::ui::widget::rows::row_ids;
use crate::ui::workspace::Workspace;
use crate::words::{label, value_map as words};

/// All inputs of the page.
#[component]
pub fn Inputs() -> impl IntoView {
    let workspace = Workspace::here();
    view! {
        <section>
            <Heading title=words::LINE_INPUTS/>
            <NumberBox input=Input::Judging(judging::Number::Slope)/>
            <p class="remark">{workspace.tell(words::SLOPE_REMARK)}</p>
        </section>
        <Prices/>
        <Criteria/>
        <Offers/>
    }
}

/// What each offer asks.
#[component]
fn Prices() -> impl IntoView {
    let workspace = Workspace::here();
    let offers = row_ids(Rows::Offers);
    let unit = live(move || {
        let unit = workspace.frame().with(Case::worth_unit);
        workspace.glass().unit(unit)
    });
    view! {
        <section>
            <Heading title=words::PRICES/>
            <div class="grid prices" tabindex="0" role="region" aria-label=workspace.tell(words::PRICES)>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{workspace.tell(words::PRICES)}</th>
                            <OfferHeads ids=offers/>
                        </tr>
                    </thead>
                    <tbody>
                        <tr>
                            <th scope="row">
                                {workspace.tell(label::COSTS[0])} " " <small>{unit}</small>
                            </th>
                            <Each ids=offers row=|offer| cell(Input::Cost(offer, Cost::Money))/>
                        </tr>
                    </tbody>
                </table>
            </div>
        </section>
    }
}
