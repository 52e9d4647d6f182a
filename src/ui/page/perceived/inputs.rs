//! What the customer looks for, what each offer brings and takes.

use leptos::prelude::*;

use crate::case::change::Rows;
use crate::case::preset::Preset;
use crate::case::{Benefit, Cost, Counting, Id, Input};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::CaseChoice;
use crate::ui::widget::menu::Menu;
use crate::ui::widget::name_box::NameBox;
use crate::ui::widget::number_box::NumberBox;
use crate::ui::widget::rows::{AddRow, RowMenu, row_ids};
use crate::ui::workspace::Workspace;
use crate::words::{Currency, Phrase, label, perceived as words, shell};

const COUNTINGS: &[(Counting, Phrase)] =
    &[(Counting::Money, words::IN_MONEY), (Counting::Points, words::IN_POINTS)];

/// All inputs of the page.
#[component]
pub fn Inputs() -> impl IntoView {
    view! {
        <section class="inputs">
            <CountingInputs/>
            <Offers/>
            <Criteria/>
            <Costs/>
        </section>
    }
}

/// How benefits and costs are counted, and what that takes.
#[component]
fn CountingInputs() -> impl IntoView {
    let workspace = Workspace::here();
    let counting = Memo::new(move |_| workspace.case.with(|case| case.counting));
    let in_money = move || counting.get() == Counting::Money;
    view! {
        <section>
            <h2>{workspace.tell(words::COUNTING)}</h2>
            <div class="choices">
                <CaseChoice label=words::COUNTING options=COUNTINGS get=|case| case.counting
                    set=|case, counting| case.counting = counting/>
                <CurrencyChoice/>
            </div>
            {move || {
                // Another way of counting is another number in the same place.
                counting.track();
                view! { <NumberBox input=Input::Perfect/> }
            }}
            <Show when=in_money><NumberBox input=Input::HourWorth/></Show>
        </section>
    }
}

/// The currency of every amount in the case.
#[component]
fn CurrencyChoice() -> impl IntoView {
    let workspace = Workspace::here();
    let now = Memo::new(move |_| workspace.case.with(|case| case.currency));
    let option = move |currency: Currency| {
        view! {
            <option value=currency.code() selected=move || now.get() == currency>
                {workspace.tell(currency.name())}
            </option>
        }
    };
    let choose = move |code: String| {
        if let Some(currency) = Currency::ALL.into_iter().find(|c| c.code() == code) {
            workspace.edit(None, |case| case.currency = currency);
        }
    };
    view! {
        <select aria-label=workspace.tell(shell::CURRENCY)
            on:change:target=move |event| choose(event.target().value())>
            {Currency::ALL.into_iter().map(option).collect_view()}
        </select>
    }
}

/// The offers: name, order, and what a unit costs the firm.
#[component]
fn Offers() -> impl IntoView {
    let workspace = Workspace::here();
    let ids = row_ids(Rows::Offers);
    let place = move |id| ids.with(|ids| ids.iter().position(|other| *other == id));
    let row = move |id: Id| {
        view! {
            <li data-offer=move || place(id)>
                <NameBox rows=Rows::Offers id of=words::OFFER/>
                <RowMenu rows=Rows::Offers id/>
            </li>
        }
    };
    view! {
        <section>
            <h2>{workspace.tell(words::OFFERS)}</h2>
            <ul class="offers">
                <For each=move || ids.get() key=|id| *id let:id>{row(id)}</For>
            </ul>
            <AddRow rows=Rows::Offers label=shell::ADD_OFFER/>
        </section>
    }
}

/// Headings with the names of the offers.
#[component]
fn OfferHeads(ids: Memo<Vec<Id>>) -> impl IntoView {
    let workspace = Workspace::here();
    let name = move |id| {
        let language = workspace.language.get();
        workspace.case.with(|case| case.offer(id).map(|o| o.name.to(language).to_owned()))
    };
    let place = move |id| ids.with(|ids| ids.iter().position(|other| *other == id));
    view! {
        <For each=move || ids.get() key=|id| *id let:id>
            <th scope="col" class="offer" data-offer=move || place(id)>{move || name(id)}</th>
        </For>
    }
}

/// The criteria with their weights and every offer's scores.
#[component]
fn Criteria() -> impl IntoView {
    let workspace = Workspace::here();
    let offers = row_ids(Rows::Offers);
    let criteria = row_ids(Rows::Criteria);
    let row = move |id: Id| {
        view! {
            <tr>
                <th scope="row"><NameBox rows=Rows::Criteria id of=words::BENEFIT_COLUMN/></th>
                <td class="kind"><KindChoice id/></td>
                <td class="weight"><NumberBox input=Input::Weight(id) bare=true/></td>
                <For each=move || offers.get() key=|offer| *offer let:offer>
                    <td><NumberBox input=Input::Score(offer, id) bare=true/></td>
                </For>
                <td class="act"><RowMenu rows=Rows::Criteria id/></td>
            </tr>
        }
    };
    let preset = move |preset: Preset| {
        let take = move |()| workspace.edit(None, |case| case.take_preset(preset));
        view! { <Button label=preset.name() act=take/> }
    };
    view! {
        <section>
            <h2>{workspace.tell(words::CRITERIA)}</h2>
            <div class="grid" tabindex="0" role="region" aria-label=workspace.tell(words::CRITERIA)>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{workspace.tell(words::BENEFIT_COLUMN)}</th>
                            <th scope="col">{workspace.tell(words::KIND_COLUMN)}</th>
                            <th scope="col">{workspace.tell(label::WEIGHT)}</th>
                            <OfferHeads ids=offers/>
                            <td></td>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || criteria.get() key=|id| *id let:id>{row(id)}</For>
                    </tbody>
                </table>
            </div>
            <div class="row-actions">
                <AddRow rows=Rows::Criteria label=shell::ADD_CRITERION/>
                <Menu label=words::PRESETS>{Preset::ALL.into_iter().map(preset).collect_view()}</Menu>
            </div>
        </section>
    }
}

/// Which of the four kinds of benefit a criterion is.
#[component]
fn KindChoice(id: Id) -> impl IntoView {
    let workspace = Workspace::here();
    let now = Memo::new(move |_| {
        workspace.case.with(|case| case.criteria.iter().find(|c| c.id == id).map(|c| c.benefit))
    });
    let option = move |kind: Benefit| {
        view! {
            <option value=kind.index().to_string() selected=move || now.get() == Some(kind)>
                {workspace.tell(words::KINDS[kind.index()])}
            </option>
        }
    };
    let choose = move |index: String| {
        let kind = Benefit::ALL.into_iter().find(|kind| kind.index().to_string() == index);
        let Some(kind) = kind else { return };
        workspace.edit(None, |case| {
            if let Some(criterion) = case.criteria.iter_mut().find(|c| c.id == id) {
                criterion.benefit = kind;
            }
        });
    };
    let called = move || {
        let language = workspace.language.get();
        let name = workspace.case.with(|case| {
            case.criteria.iter().find(|c| c.id == id).map(|c| c.name.to(language).to_owned())
        });
        let between = label::BETWEEN.to(language);
        format!("{}{between}{}", name.unwrap_or_default(), words::KIND_COLUMN.to(language))
    };
    view! {
        <select class="plain" aria-label=called
            on:change:target=move |event| choose(event.target().value())>
            {Benefit::ALL.into_iter().map(option).collect_view()}
        </select>
    }
}

/// The four costs of every offer.
#[component]
fn Costs() -> impl IntoView {
    let workspace = Workspace::here();
    let offers = row_ids(Rows::Offers);
    let counting = Memo::new(move |_| workspace.case.with(|case| case.counting));
    let input = move |offer, cost| match (counting.get(), cost) {
        (Counting::Money, Cost::Money) => Input::Price(offer),
        _ => Input::Cost(offer, cost),
    };
    let unit = move |cost: Cost| {
        let unit = offers.with(|ids| ids.first().map(|id| input(*id, cost)));
        let unit = workspace.case.with(|case| unit.map(|input| input.field(case).unit));
        unit.map(|unit| workspace.glass().unit(unit))
    };
    let row = move |cost: Cost| {
        view! {
            <tr>
                <th scope="row">
                    {workspace.tell(label::COSTS[cost.index()])} " " <small>{move || unit(cost)}</small>
                </th>
                <For each=move || offers.get() key=move |offer| (*offer, counting.get()) let:offer>
                    <td><NumberBox input=input(offer, cost) bare=true/></td>
                </For>
            </tr>
        }
    };
    view! {
        <section>
            <h2>{workspace.tell(words::COSTS)}</h2>
            <div class="grid" tabindex="0" role="region" aria-label=workspace.tell(words::COSTS)>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{workspace.tell(words::COST_COLUMN)}</th>
                            <OfferHeads ids=offers/>
                        </tr>
                    </thead>
                    <tbody>{Cost::ALL.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
}
