//! For how long, and what is paid when.

use leptos::prelude::*;

use crate::case::change::Rows;
use crate::case::owning::{Number, Paid, When as Paying};
use crate::case::{Id, Input};
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{Each, Memo, When, live, memo};
use crate::ui::widget::name_box::NameBox;
use crate::ui::widget::number_box::NumberBox;
use crate::ui::widget::offers::{OfferHeads, Offers, cell};
use crate::ui::widget::rows::{AddRow, RowMenu, row_ids};
use crate::ui::widget::select::{Select, named};
use crate::ui::workspace::Workspace;
use crate::words::{label, ownership as words};

const PAID: [Paid; 2] = [Paid::Once, Paid::EachTime];
const PAYING: [Paying; 3] = [Paying::Now, Paying::Yearly, Paying::Back];

/// All inputs of the page.
#[component]
pub fn Inputs() -> impl IntoView {
    view! {
        <Terms/>
        <Offers/>
        <Costs/>
    }
}

/// For how many years, at which discount rate, and how often the price is paid.
#[component]
fn Terms() -> impl IntoView {
    let workspace = Workspace::here();
    let often = live(move || workspace.frame().with(|case| case.owning.paid == Paid::EachTime));
    view! {
        <section>
            <Heading title=words::TERMS/>
            <NumberBox input=Input::Years/>
            <NumberBox input=Input::Discount/>
            <When when=often><NumberBox input=Input::Purchases/></When>
        </section>
    }
}

/// The price and the other costs of every offer.
#[component]
fn Costs() -> impl IntoView {
    let workspace = Workspace::here();
    let offers = row_ids(Rows::Offers);
    let costs = row_ids(Rows::OwningCosts);
    let row = move |id: Id| {
        view! {
            <tr>
                <th scope="row">
                    <NameBox rows=Rows::OwningCosts id of=words::COST_COLUMN/> <PayingChoice id/>
                </th>
                <Each ids=offers row=move |offer| cell(Input::Owning(Number::Amount(offer, id)))/>
                <td class="growth"><Growth id/></td>
                <td class="act"><RowMenu rows=Rows::OwningCosts id/></td>
            </tr>
        }
        .into_any()
    };
    view! {
        <section>
            <Heading title=words::COSTS/>
            <div class="grid amounts" tabindex="0" role="region" aria-label=workspace.tell(words::COSTS)>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{workspace.tell(words::COST_COLUMN)}</th>
                            <OfferHeads ids=offers/>
                            <th scope="col" class="growth">{workspace.tell(label::COST_GROWTH)}</th>
                            <td></td>
                        </tr>
                    </thead>
                    <tbody>
                        <tr>
                            <th scope="row">
                                {workspace.tell(words::PRICE)} <PaidChoice/>
                            </th>
                            <Each ids=offers row=move |offer| cell(Input::Price(offer))/>
                            <td></td>
                            <td></td>
                        </tr>
                        <Each ids=costs row/>
                    </tbody>
                </table>
            </div>
            <AddRow rows=Rows::OwningCosts label=words::ADD_COST/>
        </section>
    }
}

/// By how much a cost grows, where it is paid every year.
#[component]
fn Growth(id: Id) -> impl IntoView {
    let paying = paying(id);
    let yearly = live(move || paying.get() == Some(Paying::Yearly));
    view! {
        <When when=yearly><NumberBox input=Input::Owning(Number::Growth(id)) bare=true/></When>
    }
}

/// When a cost is paid.
fn paying(id: Id) -> Memo<Option<Paying>> {
    let workspace = Workspace::here();
    memo(move || {
        let costs = |cost: &&crate::case::owning::OwningCost| cost.id == id;
        workspace.frame().with(|case| case.owning.costs.iter().find(costs).map(|cost| cost.when))
    })
}

/// When the price is paid.
#[component]
fn PaidChoice() -> impl IntoView {
    let workspace = Workspace::here();
    let now = memo(move || workspace.frame().with(|case| case.owning.paid));
    let chosen = live(move || PAID.iter().position(|paid| *paid == now.get()).unwrap_or_default());
    let choose = Callback::new(move |k: usize| {
        workspace.edit(|case| case.owning.paid = PAID.get(k).copied().unwrap_or_default());
    });
    let called = live(move || called(workspace, workspace.say(words::PRICE)));
    view! { <Select called names=named(&words::PAID) chosen choose/> }
}

/// When a cost is paid.
#[component]
fn PayingChoice(id: Id) -> impl IntoView {
    let workspace = Workspace::here();
    let now = paying(id);
    let chosen =
        live(move || PAYING.iter().position(|when| Some(*when) == now.get()).unwrap_or_default());
    let choose = Callback::new(move |k: usize| {
        workspace.edit(|case| {
            let cost = case.owning.costs.iter_mut().find(|cost| cost.id == id);
            if let (Some(cost), Some(when)) = (cost, PAYING.get(k)) {
                cost.when = *when;
            }
        });
    });
    let called = live(move || {
        let language = workspace.language.get();
        workspace.frame().with(|case| {
            let name = case.row_name(Rows::OwningCosts, id).map_or("", |name| name.to(language));
            called(workspace, name)
        })
    });
    view! { <Select called names=named(&words::WHENS) chosen choose/> }
}

/// What a choice of when something is paid is called.
fn called(workspace: Workspace, name: &str) -> String {
    format!("{name}{}{}", workspace.say(label::BETWEEN), workspace.say(words::WHEN))
}
