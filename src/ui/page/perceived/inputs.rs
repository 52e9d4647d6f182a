//! What the customer looks for, what each offer brings and takes.

use leptos::prelude::*;

use crate::case::change::Rows;
use crate::case::preset::Preset;
use crate::case::{Benefit, Cost, Counting, Id, Input};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::CaseChoice;
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{Each, When, live, memo};
use crate::ui::widget::menu::Menu;
use crate::ui::widget::name_box::NameBox;
use crate::ui::widget::number_box::NumberBox;
use crate::ui::widget::offers::{OfferHeads, Offers, cell};
use crate::ui::widget::rows::{AddRow, RowMenu, row_ids};
use crate::ui::widget::select::{Select, named};
use crate::ui::workspace::Workspace;
use crate::words::{Currency, Phrase, label, perceived as words, shell};

const COUNTINGS: &[(Counting, Phrase)] =
    &[(Counting::Money, words::IN_MONEY), (Counting::Points, words::IN_POINTS)];

/// All inputs of the page.
#[component]
pub fn Inputs() -> impl IntoView {
    view! {
        <CountingInputs/>
        <Offers/>
        <Criteria/>
        <Costs/>
    }
}

/// How benefits and costs are counted, and what that takes.
#[component]
fn CountingInputs() -> impl IntoView {
    let workspace = Workspace::here();
    let in_money = live(move || workspace.frame().with(|case| case.counting == Counting::Money));
    view! {
        <section>
            <Heading title=words::COUNTING/>
            <div class="choices">
                <CaseChoice label=words::COUNTING options=COUNTINGS get=|case| case.counting
                    set=|case, counting| case.counting = counting/>
                <CurrencyChoice/>
            </div>
            <NumberBox input=Input::Perfect/>
            <When when=in_money>
                <p class="remark">{workspace.tell(words::PERFECT_MEANS)}</p>
                <NumberBox input=Input::HourWorth/>
            </When>
        </section>
    }
}

/// The currency of every amount in the case.
#[component]
fn CurrencyChoice() -> impl IntoView {
    let workspace = Workspace::here();
    let option = move |currency: Currency| {
        let now = live(move || workspace.frame().with(|case| case.currency == currency));
        view! {
            <option value=currency.code() selected=now>
                {workspace.tell(currency.name())}
            </option>
        }
    };
    let choose = move |code: String| {
        if let Some(currency) = Currency::ALL.into_iter().find(|c| c.code() == code) {
            workspace.edit(|case| case.currency = currency);
        }
    };
    view! {
        <select aria-label=workspace.tell(shell::CURRENCY)
            on:change:target=move |event| choose(event.target().value())>
            {Currency::ALL.into_iter().map(option).collect_view()}
        </select>
    }
}

/// The criteria with their weights and every offer's scores.
#[component]
pub fn Criteria() -> impl IntoView {
    let workspace = Workspace::here();
    let offers = row_ids(Rows::Offers);
    let criteria = row_ids(Rows::Criteria);
    let few = live(move || offers.with(|offers| offers.len() <= 3));
    let row = move |id: Id| {
        view! {
            <tr>
                <th scope="row">
                    <NameBox rows=Rows::Criteria id of=words::BENEFIT_COLUMN/> <KindChoice id/>
                </th>
                <td class="weight"><NumberBox input=Input::Weight(id) bare=true slide=true/></td>
                <Each ids=offers row=move |offer| cell(Input::Score(offer, id))/>
                <td class="act"><RowMenu rows=Rows::Criteria id/></td>
            </tr>
        }
        .into_any()
    };
    let preset = move |preset: Preset| {
        let take = move |()| workspace.edit(|case| case.take_preset(preset));
        view! { <Button label=preset.name() act=take/> }
    };
    view! {
        <section>
            <Heading title=words::CRITERIA/>
            <div class="grid" data-few=few tabindex="0" role="region" aria-label=workspace.tell(words::CRITERIA)>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{workspace.tell(words::BENEFIT_COLUMN)}</th>
                            <th scope="col">{workspace.tell(label::WEIGHT)}</th>
                            <OfferHeads ids=offers/>
                            <td></td>
                        </tr>
                    </thead>
                    <tbody><Each ids=criteria row/></tbody>
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
    let now = memo(move || {
        workspace.frame().with(|case| case.criteria.iter().find(|c| c.id == id).map(|c| c.benefit))
    });
    let chosen = live(move || now.get().map_or(0, Benefit::index));
    let choose = Callback::new(move |k: usize| {
        workspace.edit(|case| {
            let criterion = case.criteria.iter_mut().find(|c| c.id == id);
            if let (Some(criterion), Some(kind)) = (criterion, Benefit::ALL.get(k)) {
                criterion.benefit = *kind;
            }
        });
    });
    let called = live(move || {
        let language = workspace.language.get();
        let name = workspace.frame().with(|case| {
            case.row_name(Rows::Criteria, id).map(|name| name.to(language).to_owned())
        });
        let between = label::BETWEEN.to(language);
        format!("{}{between}{}", name.unwrap_or_default(), words::KIND_COLUMN.to(language))
    });
    view! { <Select called names=named(&words::KINDS) chosen choose/> }
}

/// The four costs of every offer.
#[component]
fn Costs() -> impl IntoView {
    let workspace = Workspace::here();
    let offers = row_ids(Rows::Offers);
    let row = move |cost: Cost| {
        let unit = live(move || {
            let unit = workspace.frame().with(|frame| {
                frame.ours().map(|ours| Input::Cost(ours.id, cost).field(frame).unit)
            });
            unit.map(|unit| workspace.glass().unit(unit))
        });
        view! {
            <tr>
                <th scope="row">
                    {workspace.tell(label::COSTS[cost.index()])} " " <small>{unit}</small>
                </th>
                <Each ids=offers row=move |offer| cell(Input::Cost(offer, cost))/>
            </tr>
        }
    };
    view! {
        <section>
            <Heading title=words::COSTS/>
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
