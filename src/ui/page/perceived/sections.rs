//! The price ladder, and our guesses against the customer's scores.

use leptos::prelude::*;

use crate::case::change::Rows;
use crate::case::{Id, Input, grip};
use crate::ui::page::dragged;
use crate::ui::widget::button::Button;
use crate::ui::widget::figure::Figure;
use crate::ui::widget::live::{Each, When, live, memo, part};
use crate::ui::widget::name_box::NameBox;
use crate::ui::widget::number_box::NumberBox;
use crate::ui::widget::rows::{AddRow, RowMenu, row_ids};
use crate::ui::workspace::Workspace;
use crate::words::{label, perceived as words, shell};

/// Our price from the commodity upwards.
#[component]
pub fn LadderSection() -> impl IntoView {
    let workspace = Workspace::here();
    let chart = memo(move || {
        let language = workspace.language.get();
        Ok(workspace.case().with(|case| case.ladder_figure(language)))
    });
    let grips = memo(move || workspace.case().with(grip::ladder));
    let says =
        live(move || chart.with(|chart| chart.as_ref().ok().map(|chart| chart.summary.clone())));
    let ids = row_ids(Rows::Rungs);
    let row = move |id: Id| {
        view! {
            <li>
                <NameBox rows=Rows::Rungs id of=words::LADDER/>
                <NumberBox input=Input::Rung(id) bare=true/>
                <RowMenu rows=Rows::Rungs id/>
            </li>
        }
        .into_any()
    };
    view! {
        <section class="ladder">
            <p class="remark">{says}</p>
            <Figure chart moved=dragged(grips)/>
            <LadderPrice/>
            <ul class="rungs"><Each ids row/></ul>
            <AddRow rows=Rows::Rungs label=shell::ADD_RUNG/>
        </section>
    }
}

/// Says where the ladder's sum is not our price, and can make it so.
#[component]
fn LadderPrice() -> impl IntoView {
    let workspace = Workspace::here();
    let sums = memo(move || {
        workspace.case().with(|case| {
            let (ladder, ours) = (case.price_ladder()?, case.ours()?);
            let differs = (ladder.price - ours.price).abs() > 0.005;
            differs.then_some((ours.id, ladder.price, ours.price))
        })
    });
    let differs = live(move || sums.with(Option::is_some));
    let says = live(move || {
        sums.get().map(|(_, ladder, price)| words::ladder_differs(workspace.glass(), ladder, price))
    });
    let take = move |()| {
        if let Some((ours, ladder, _)) = sums.get_untracked() {
            workspace.edit(|case| Input::Price(ours).set(case, ladder));
        }
    };
    view! {
        <When when=differs>
            <p class="remark">
                {says} " " <Button label=words::TAKE_LADDER class="quiet" act=take/>
            </p>
        </When>
    }
}

/// What we think the customer thinks, and what the customer thinks.
#[component]
pub fn PerceptionSection() -> impl IntoView {
    let workspace = Workspace::here();
    let chart = memo(move || {
        let language = workspace.language.get();
        workspace.case().with(|case| case.perception_figure(language)).ok_or(words::OUT_OF_RANGE)
    });
    let grips = memo(move || workspace.case().with(grip::guesses));
    let says =
        live(move || chart.with(|chart| chart.as_ref().ok().map(|chart| chart.summary.clone())));
    let ids = row_ids(Rows::Criteria);
    let grid_name = live(move || {
        let [figure, between, inputs] =
            [words::PERCEPTION, label::BETWEEN, shell::INPUTS].map(|words| workspace.say(words));
        format!("{figure}{between}{inputs}")
    });
    let ours = memo(move || workspace.frame().with(|case| case.ours().map(|ours| ours.id)));
    let row = move |id: Id| {
        let name = live(move || {
            let language = workspace.language.get();
            workspace.frame().with(|case| {
                case.row_name(Rows::Criteria, id).map(|name| name.to(language).to_owned())
            })
        });
        let score = part(move || {
            let ours = ours.get()?;
            Some(view! { <NumberBox input=Input::Score(ours, id) bare=true/> })
        });
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td><NumberBox input=Input::Guess(id) bare=true/></td>
                <td>{score}</td>
            </tr>
        }
        .into_any()
    };
    view! {
        <section class="perception">
            <p class="remark">{says}</p>
            <Figure chart moved=dragged(grips)/>
            <div class="grid" tabindex="0" role="region" aria-label=grid_name>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{workspace.tell(words::FACTOR)}</th>
                            <th scope="col">{workspace.tell(label::GUESS)}</th>
                            <th scope="col">{workspace.tell(label::SCORE)}</th>
                        </tr>
                    </thead>
                    <tbody><Each ids row/></tbody>
                </table>
            </div>
        </section>
    }
}
