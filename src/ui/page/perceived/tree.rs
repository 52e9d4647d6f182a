//! The tree of perceived value: one offer, two branches, four leaves each.

use leptos::prelude::*;

use super::Outcome;
use crate::case::{Benefit, Case, Cost, Id, Input};
use crate::model::perceived::Standing;
use crate::ui::widget::live::{Memo, When, live, memo, part};
use crate::ui::widget::number_box::NumberBox;
use crate::ui::widget::select::Select;
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, label, perceived as words};

/// The tree of the offer that is chosen, ours to begin with.
#[component]
pub fn Tree(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let chosen = RwSignal::new(0_usize);
    let offer = memo(move || {
        workspace
            .frame()
            .with(|case| case.offers.get(chosen.get()).or(case.offers.first()).map(|o| o.id))
    });
    let standing = memo(move || {
        let k = workspace.frame().with(|case| offer.get().and_then(|id| case.offer_index(id)))?;
        outcome.with(|o| o.as_ref().ok().map(|c| c.standings()[k].clone()))
    });
    let sum = move |of: fn(&Standing) -> f64| {
        live(move || {
            let unit = workspace.frame().with(Case::worth_unit);
            standing.with(|s| s.as_ref().map(|s| workspace.glass().value(of(s), unit)))
        })
    };
    view! {
        <section class="tree">
            <OfferChoice chosen/>
            <div class="trunk">
                <p class="node root"><span>{workspace.tell(words::NET)}</span> <b>{sum(Standing::net)}</b></p>
                <div class="branch">
                    <p class="node"><span>{workspace.tell(words::BENEFIT)}</span> <b>{sum(|s| s.benefit)}</b></p>
                    {Benefit::ALL.into_iter().map(|benefit| view! { <BenefitLeaf offer benefit/> }).collect_view()}
                </div>
                <div class="branch">
                    <p class="node"><span>{workspace.tell(words::COST)}</span> <b>{sum(|s| s.cost)}</b></p>
                    {Cost::ALL.into_iter().map(|cost| view! { <CostLeaf offer cost/> }).collect_view()}
                </div>
            </div>
        </section>
    }
}

/// Whose tree it is.
#[component]
pub fn OfferChoice(chosen: RwSignal<usize>) -> impl IntoView {
    let workspace = Workspace::here();
    let names = memo(move || {
        let language = workspace.language.get();
        workspace.frame().with(|case| {
            case.offers.iter().map(|o| o.name.to(language).to_owned()).collect::<Vec<_>>()
        })
    });
    let called = live(move || workspace.say(words::OFFER).to_owned());
    let choose = Callback::new(move |k| chosen.set(k));
    view! { <Select called names chosen=chosen.into() choose/> }
}

/// A kind of benefit: its amount, its definition and an example.
#[component]
fn BenefitLeaf(offer: Memo<Option<Id>>, benefit: Benefit) -> impl IntoView {
    let workspace = Workspace::here();
    let empty = memo(move || workspace.case().with(|case| case.most_benefit(benefit) == 0.0));
    let number = part(move || {
        let shown = offer.get().filter(|_| !empty.get());
        shown.map(|id| view! { <NumberBox input=Input::BenefitOf(id, benefit) bare=true/> })
    });
    view! {
        <Leaf name=words::KINDS[benefit.index()] leaf=benefit.index()>
            {number}
            <When when=empty.into()>
                <span class="none">{workspace.tell(words::NO_CRITERION)}</span>
            </When>
        </Leaf>
    }
}

/// A kind of cost.
#[component]
fn CostLeaf(offer: Memo<Option<Id>>, cost: Cost) -> impl IntoView {
    let workspace = Workspace::here();
    let input = move || offer.get().map(|id| Input::Cost(id, cost));
    let number = part(move || input().map(|input| view! { <NumberBox input bare=true/> }));
    let unit = live(move || {
        let unit = workspace.frame().with(|case| input().map(|input| input.field(case).unit));
        unit.map(|unit| workspace.glass().unit(unit))
    });
    view! {
        <Leaf name=label::COSTS[cost.index()] leaf=4 + cost.index()>
            {number}
            <small>{unit}</small>
        </Leaf>
    }
}

/// A leaf that opens.
#[component]
fn Leaf(
    /// What it is called.
    name: Phrase,
    /// Its place among the definitions.
    leaf: usize,
    /// Its number.
    children: Children,
) -> impl IntoView {
    let workspace = Workspace::here();
    let (definition, example) = words::LEAVES[leaf];
    view! {
        <div class="leaf">
            <details>
                <summary>{workspace.tell(name)}</summary>
                <p>{workspace.tell(definition)} " " <small>{workspace.tell(example)}</small></p>
            </details>
            <span class="amount">{children()}</span>
        </div>
    }
}
