//! What the customer contributes beside their own purchases.

use leptos::prelude::*;

use super::reason;
use crate::case::relations::{Number, Way};
use crate::case::{Case, Input};
use crate::ui::page::{Sketch, boxes, dragged};
use crate::ui::widget::live::{live, memo};
use crate::ui::widget::number_box::NumberBox;
use crate::ui::workspace::Workspace;
use crate::words::{label, relation as words};

/// In money, and as an index.
#[component]
pub fn ContributionSection() -> impl IntoView {
    let workspace = Workspace::here();
    let chart = memo(move || {
        let language = workspace.language.get();
        workspace.case().with(|case| {
            let parts = case.contribution().map_err(reason)?;
            Ok(case.contribution_figure(&parts, language))
        })
    });
    let grips = memo(move || {
        workspace.case().with(|case| {
            let parts = case.contribution().ok();
            parts.map_or_else(Vec::new, |parts| case.contribution_grips(&parts))
        })
    });
    view! {
        <Sketch chart moved=dragged(grips) note=words::CONTRIBUTION_NOTE>
            <h3>{workspace.tell(words::IN_MONEY)}</h3>
            {boxes(&[Number::Referred, Number::ReferredChance].map(Input::Relation))}
            {boxes(&[Number::Influenced, Number::InfluencedChance].map(Input::Relation))}
            {boxes(&[Number::Newcomer, Number::Ideas].map(Input::Relation))}
            <Index/>
        </Sketch>
    }
}

/// The index: how much each way counts, and what the customer scores on it.
#[component]
fn Index() -> impl IntoView {
    let workspace = Workspace::here();
    let index = live(move || {
        let index = workspace.settled().with(Case::contribution_index)?;
        Some(workspace.glass().number(index, 1))
    });
    let head = move |name| view! { <th scope="col">{workspace.tell(name)}</th> };
    let row = move |way: Way| {
        view! {
            <tr>
                <th scope="row">{workspace.tell(words::WAYS[way.index()])}</th>
                <td><NumberBox input=Input::Relation(Number::Weight(way)) bare=true/></td>
                <td><NumberBox input=Input::Relation(Number::Score(way)) bare=true/></td>
            </tr>
        }
    };
    view! {
        <h3>{workspace.tell(words::INDEX)} " " <b class="index">{index}</b></h3>
        <div class="grid" tabindex="0" role="region" aria-label=workspace.tell(words::INDEX)>
            <table>
                <thead><tr>{[words::WAY, label::WEIGHT, label::SCORE].map(head)}</tr></thead>
                <tbody>{Way::ALL.map(row)}</tbody>
            </table>
        </div>
    }
}
