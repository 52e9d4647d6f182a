//! What our offer's benefit is made of: the kinds, and the criteria within each.

use leptos::prelude::*;

use crate::case::composition::Composition;
use crate::case::{Benefit, Case, Id, Input};
use crate::ui::page::Sketch;
use crate::ui::widget::live::{Each, Memo, When, live, memo, part};
use crate::ui::widget::number_box::NumberBox;
use crate::ui::workspace::Workspace;
use crate::words::{Unit, composition as words, label, perceived};

/// The blocks, and the weights on two levels.
#[component]
pub fn CompositionSection() -> impl IntoView {
    let workspace = Workspace::here();
    let chart = memo(move || {
        let language = workspace.language.get();
        workspace.case().with(|case| case.composition_figure(language)).ok_or(perceived::NO_WEIGHT)
    });
    let moved = Callback::new(move |(k, place): (usize, f64)| {
        let set = workspace.case().with_untracked(|case| case.composition_dragged(k, place));
        if let Some((input, value)) = set {
            workspace.set(input, value);
        }
    });
    let made = memo(move || workspace.settled().with(Case::composition));
    let columns = [perceived::BENEFIT_COLUMN, label::WEIGHT, words::SHARE, words::SCORE];
    let head = move |name| view! { <th scope="col">{workspace.tell(name)}</th> };
    view! {
        <Sketch chart moved note=words::NOTE>
            <div class="grid" tabindex="0" role="region" aria-label=workspace.tell(words::REMARK)>
                <table>
                    <thead><tr>{columns.map(head)}</tr></thead>
                    {Benefit::ALL.map(|benefit| view! { <Kind benefit made/> })}
                </table>
            </div>
        </Sketch>
    }
}

/// One kind of benefit and its criteria; nothing where there is none of it.
#[component]
fn Kind(benefit: Benefit, made: Memo<Option<Composition>>) -> impl IntoView {
    let workspace = Workspace::here();
    let ids = memo(move || {
        workspace.frame().with(|case| {
            let of_kind = case.criteria.iter().filter(|c| c.benefit == benefit);
            of_kind.map(|c| c.id).collect::<Vec<_>>()
        })
    });
    let share_and_score = move || {
        made.with(|made| {
            let made = made.as_ref()?;
            let place = made.kinds.iter().position(|(kind, _)| *kind == benefit)?;
            Some((made.tree.branches().shares()[place], made.scores.first()?.branches[place]))
        })
    };
    let share = live(move || {
        share_and_score().map(|(share, _)| workspace.glass().value(share, Unit::Share))
    });
    let score =
        live(move || share_and_score().map(|(_, score)| workspace.glass().number(score, 1)));
    view! {
        <When when=live(move || ids.with(|ids| !ids.is_empty()))>
            <tbody>
                <tr class="kind">
                    <th scope="row">{workspace.tell(perceived::KINDS[benefit.index()])}</th>
                    <td class="weight">
                        <NumberBox input=Input::KindWeight(benefit) bare=true/>
                    </td>
                    <td>{share}</td>
                    <td>{score}</td>
                </tr>
                <Each ids row=|id| view! { <Part id/> }.into_any()/>
            </tbody>
        </When>
    }
}

/// One criterion: its weight, its share of the whole, our score.
#[component]
fn Part(id: Id) -> impl IntoView {
    let workspace = Workspace::here();
    let name = live(move || {
        let language = workspace.language.get();
        workspace.frame().with(|case| {
            let named = case.criteria.iter().find(|c| c.id == id);
            named.map(|c| c.name.to(language).to_owned())
        })
    });
    let ours = memo(move || workspace.frame().with(|case| case.ours().map(|ours| ours.id)));
    let share = live(move || {
        let share = workspace.settled().with(|case| case.weight_share(id))?;
        Some(workspace.glass().value(share, Unit::Share))
    });
    let score = part(move || {
        ours.get().map(|ours| view! { <NumberBox input=Input::Score(ours, id) bare=true/> })
    });
    view! {
        <tr class="part">
            <th scope="row">{name}</th>
            <td><NumberBox input=Input::Weight(id) bare=true/></td>
            <td>{share}</td>
            <td>{score}</td>
        </tr>
    }
}
