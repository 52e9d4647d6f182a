//! The price ladder, and our guesses against the customer's scores.

use leptos::prelude::*;

use crate::case::change::Rows;
use crate::case::{Case, Id, Input, grip};
use crate::ui::page::dragged;
use crate::ui::widget::button::Button;
use crate::ui::widget::figure::Figure;
use crate::ui::widget::name_box::NameBox;
use crate::ui::widget::number_box::NumberBox;
use crate::ui::widget::rows::{AddRow, RowMenu, row_ids};
use crate::ui::workspace::Workspace;
use crate::words::{label, perceived as words, shell};

/// Our price from the commodity upwards.
#[component]
pub fn LadderSection() -> impl IntoView {
    let workspace = Workspace::here();
    let chart = Memo::new(move |_| {
        let language = workspace.language.get();
        Ok(workspace.case.with(|case| case.ladder_figure(language)))
    });
    let grips = Memo::new(move |_| workspace.case.with(grip::ladder));
    let says = move || chart.with(|chart| chart.as_ref().ok().map(|chart| chart.summary.clone()));
    let ids = row_ids(Rows::Rungs);
    let row = move |id: Id| {
        view! {
            <li>
                <NameBox rows=Rows::Rungs id of=words::LADDER/>
                <NumberBox input=Input::Rung(id) bare=true/>
                <RowMenu rows=Rows::Rungs id/>
            </li>
        }
    };
    view! {
        <section class="ladder">
            <h2>{workspace.tell(words::LADDER)} <small>{workspace.tell(words::COMMODITY)}</small></h2>
            <p class="remark">{says}</p>
            <LadderPrice/>
            <Figure chart=chart.into() moved=dragged(grips)/>
            <ul class="rungs">
                <For each=move || ids.get() key=|id| *id let:id>{row(id)}</For>
            </ul>
            <AddRow rows=Rows::Rungs label=shell::ADD_RUNG/>
        </section>
    }
}

/// Says where the ladder's sum is not our price, and can make it so.
#[component]
fn LadderPrice() -> impl IntoView {
    let workspace = Workspace::here();
    let sums = Memo::new(move |_| {
        workspace.case.with(|case| {
            let (ladder, ours) = (case.price_ladder()?, case.ours()?);
            let differs = (ladder.price - ours.price).abs() > 0.005;
            differs.then_some((ours.id, ladder.price, ours.price))
        })
    });
    view! {
        <ShowLet some=move || sums.get() let:sums>
            <p class="remark">
                {move || words::ladder_differs(workspace.glass(), sums.1, sums.2)} " "
                <Button label=words::TAKE_LADDER class="quiet" act=move |()| {
                    workspace.edit(None, |case| Input::Price(sums.0).set(case, sums.1));
                }/>
            </p>
        </ShowLet>
    }
}

/// What we think the customer thinks, and what the customer thinks.
#[component]
pub fn PerceptionSection() -> impl IntoView {
    let workspace = Workspace::here();
    let chart = Memo::new(move |_| {
        let language = workspace.language.get();
        workspace.case.with(|case| case.perception_figure(language)).ok_or(words::OUT_OF_RANGE)
    });
    let grips = Memo::new(move |_| workspace.case.with(grip::guesses));
    let says = move || chart.with(|chart| chart.as_ref().ok().map(|chart| chart.summary.clone()));
    let ids = row_ids(Rows::Criteria);
    let name = move |id: Id| {
        let language = workspace.language.get();
        workspace.case.with(|case: &Case| {
            case.criteria.iter().find(|c| c.id == id).map(|c| c.name.to(language).to_owned())
        })
    };
    let ours = Memo::new(move |_| workspace.case.with(|case| case.ours().map(|ours| ours.id)));
    let score = move |id| ours.get().map(|ours| view! { <NumberBox input=Input::Score(ours, id) bare=true/> });
    view! {
        <section class="perception">
            <h2>{workspace.tell(words::PERCEPTION)}</h2>
            <p class="remark">{says}</p>
            <Figure chart=chart.into() moved=dragged(grips)/>
            <div class="grid" tabindex="0" role="region" aria-label=workspace.tell(words::PERCEPTION)>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{workspace.tell(words::FACTOR)}</th>
                            <th scope="col">{workspace.tell(label::GUESS)}</th>
                            <th scope="col">{workspace.tell(label::SCORE)}</th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || ids.get() key=|id| *id let:id>
                            <tr>
                                <th scope="row">{move || name(id)}</th>
                                <td><NumberBox input=Input::Guess(id) bare=true/></td>
                                <td>{move || score(id)}</td>
                            </tr>
                        </For>
                    </tbody>
                </table>
            </div>
        </section>
    }
}
