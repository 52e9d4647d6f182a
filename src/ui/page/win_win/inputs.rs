//! The price, who comes for it, who stays for it, and what counts as a gain.

use leptos::prelude::*;

use super::Outcome;
use crate::case::joint::{Beside, Fallback, Number};
use crate::case::{Case, Input};
use crate::model::win_win::Deal;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::CaseChoice;
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{When, live, memo, part};
use crate::ui::widget::number_box::NumberBox;
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, win_win as words};

const BESIDES: &[(Beside, Phrase)] =
    &[(Beside::NextBest, words::NEXT_BEST), (Beside::Nothing, words::NOTHING)];
const FALLBACKS: &[(Fallback, Phrase)] =
    &[(Fallback::NoDeal, words::NO_DEAL), (Fallback::Today, words::AS_TODAY)];

/// The price falls by this share to show what a response means.
const CUT: f64 = 0.1;

/// All inputs of the page.
#[component]
pub fn Inputs(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let ours = memo(move || workspace.frame().with(|case| case.ours().map(|ours| ours.id)));
    let of_ours = move |of: fn(crate::case::Id) -> Input| {
        part(move || ours.get().map(|id| view! { <NumberBox input=of(id)/> }))
    };
    view! {
        <section>
            <Heading title=words::PRICE/>
            {of_ours(Input::Price)}
            <NumberBox input=Input::Joint(Number::Today)/>
            <TakeAsToday/>
            {of_ours(Input::UnitCost)}
            <NumberBox input=Input::Purchases/>
        </section>
        <section>
            <Heading title=words::CHOICE/>
            <NumberBox input=Input::Joint(Number::Prospects)/>
            <NumberBox input=Input::Joint(Number::Share)/>
            <NumberBox input=Input::Joint(Number::ChoiceResponse)/>
            <Answering outcome of=|deal| deal.share/>
        </section>
        <section>
            <Heading title=words::STAY/>
            <NumberBox input=Input::Retention/>
            <NumberBox input=Input::Joint(Number::StayResponse)/>
            <Answering outcome of=|deal| deal.retention/>
        </section>
        <section>
            <Heading title=words::MEASURE/>
            <CaseChoice label=words::BESIDE options=BESIDES get=|case| case.joint.beside
                set=|case, beside| case.joint.beside = beside/>
            <CaseChoice label=words::FALLBACK options=FALLBACKS get=|case| case.joint.fallback
                set=|case, fallback| case.joint.fallback = fallback/>
            <NumberBox input=Input::Acquisition/>
            <NumberBox input=Input::Discount/>
        </section>
    }
}

/// What a response means, said with the share it moves.
#[component]
fn Answering(outcome: Outcome, of: fn(&Deal) -> f64) -> impl IntoView {
    let workspace = Workspace::here();
    let says = live(move || {
        let both = outcome.with(|outcome| outcome.as_ref().ok().map(|(both, _)| *both))?;
        let today = both.terms().today;
        let (now, then) = (both.at(today), both.at(today * (1.0 - CUT)));
        Some(words::response(workspace.glass(), of(&now), of(&then)))
    });
    view! { <p class="remark follows">{says}</p> }
}

/// Takes the present price as today's, where it is another.
#[component]
fn TakeAsToday() -> impl IntoView {
    let workspace = Workspace::here();
    let price = |case: &Case| case.ours().map(|ours| ours.price);
    let moved = live(move || {
        workspace
            .case()
            .with(|case| Input::Joint(Number::Today).get(case) != case.ours().map(|o| o.price))
    });
    let take = move |()| workspace.edit(|case| case.joint.today = price(case));
    view! {
        <When when=moved>
            <p class="remark"><Button label=words::TAKE_AS_TODAY class="quiet" act=take/></p>
        </When>
    }
}
