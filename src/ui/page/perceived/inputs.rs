//! What the customer looks for, what each offer brings and takes.

use leptos::prelude::*;

use crate::case::change::Rows;
use crate::case::preset::Preset;
use crate::case::{Benefit, Cost, Counting, Id, Input};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::CaseChoice;
use crate::ui::widget::live::{Each, When, live, memo};
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
            <h2>{workspace.tell(words::COUNTING)}</h2>
            <div class="choices">
                <CaseChoice label=words::COUNTING options=COUNTINGS get=|case| case.counting
                    set=|case, counting| case.counting = counting/>
                <CurrencyChoice/>
            </div>
            <NumberBox input=Input::Perfect/>
            <When when=in_money><NumberBox input=Input::HourWorth/></When>
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
            <h2>{workspace.tell(words::OFFERS)}</h2>
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
fn OfferHeads(ids: Memo<Vec<Id>>) -> impl IntoView {
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

/// The criteria with their weights and every offer's scores.
#[component]
fn Criteria() -> impl IntoView {
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
        let take = move |()| workspace.edit(None, |case| case.take_preset(preset));
        view! { <Button label=preset.name() act=take/> }
    };
    view! {
        <section>
            <h2>{workspace.tell(words::CRITERIA)}</h2>
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

/// A number as a cell of a table.
fn cell(input: Input) -> AnyView {
    view! { <td><NumberBox input bare=true/></td> }.into_any()
}

/// Which of the four kinds of benefit a criterion is.
#[component]
fn KindChoice(id: Id) -> impl IntoView {
    let workspace = Workspace::here();
    let now = memo(move || {
        workspace.frame().with(|case| case.criteria.iter().find(|c| c.id == id).map(|c| c.benefit))
    });
    let option = move |kind: Benefit| {
        view! {
            <option value=kind.index().to_string() selected=live(move || now.get() == Some(kind))>
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
    let called = live(move || {
        let language = workspace.language.get();
        let name = workspace.frame().with(|case| {
            case.row_name(Rows::Criteria, id).map(|name| name.to(language).to_owned())
        });
        let between = label::BETWEEN.to(language);
        format!("{}{between}{}", name.unwrap_or_default(), words::KIND_COLUMN.to(language))
    });
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
