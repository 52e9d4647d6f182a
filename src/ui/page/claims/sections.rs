//! The sums that take a claim as given, a section each.

use leptos::prelude::*;

use crate::case::claims::{Number, Sum, SumError};
use crate::case::{Case, Input};
use crate::ui::page::lifetime::reason as no_lifetime;
use crate::ui::page::{Sketch, boxes, dragged};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::CaseChoice;
use crate::ui::widget::fold::Fold;
use crate::ui::widget::live::{When, live, memo};
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, claims as words};

const WORTHS: &[(bool, Phrase)] = &[(false, words::TYPED), (true, words::OF_CASE)];

const fn reason(error: SumError) -> Phrase {
    match error {
        SumError::TooOften => words::TOO_OFTEN,
        SumError::NeverSells => words::NEVER_SELLS,
        SumError::Lifetime(error) => no_lifetime(error),
        SumError::WorthNothing => words::WORTH_NOTHING,
        SumError::OutOfRange => words::OUT_OF_RANGE,
    }
}

/// All sums.
#[component]
pub fn Sections() -> impl IntoView {
    let section = |sum: Sum| {
        let place = sum.place();
        view! {
            <Fold title=words::SUMS[place] remark=words::REMARKS[place] class="wide">
                <SumSection sum/>
            </Fold>
        }
    };
    Sum::ALL.into_iter().map(section).collect_view()
}

/// One of them: its figure, its numbers, and what else it has to choose.
#[component]
fn SumSection(sum: Sum) -> impl IntoView {
    let workspace = Workspace::here();
    let chart = memo(move || {
        let language = workspace.language.get();
        workspace.case().with(|case| case.sum_figure(sum, language).map_err(reason))
    });
    let grips = memo(move || workspace.case().with(|case| case.sum_grips(sum)));
    let numbers: Vec<Input> = sum.numbers().iter().map(|number| Input::Claim(*number)).collect();
    let (above, below) = match sum {
        Sum::Replaced => (view! { <Ratios/> }.into_any(), ().into_any()),
        Sum::Recovery => (view! { <WorthOf/> }.into_any(), view! { <Returned/> }.into_any()),
        _ => (().into_any(), ().into_any()),
    };
    view! {
        <Sketch chart moved=dragged(grips) note=words::SUM_NOTES[sum.place()] below>
            {above}
            {boxes(&numbers)}
        </Sketch>
    }
}

/// The two ratios of the claims, of which one may be in force.
#[component]
fn Ratios() -> impl IntoView {
    let workspace = Workspace::here();
    let ratio = |label: Phrase, ratio: f64| {
        let dearer = Input::Claim(Number::Dearer);
        let pressed = live(move || workspace.case().with(|case| dearer.get(case)) == Some(ratio));
        let take = move |()| workspace.edit(|case| dearer.set(case, ratio));
        view! { <Button label pressed act=take/> }
    };
    view! {
        <div class="choice">
            <span class="label">{workspace.tell(words::BY_WHICH)}</span>
            <div class="switch" role="group" aria-label=workspace.tell(words::BY_WHICH)>
                {ratio(words::TAKE_EIGHT, 8.0)} {ratio(words::TAKE_FIVE, 5.0)}
            </div>
        </div>
    }
}

/// Whether the customer is worth what is typed, or what the case says.
#[component]
fn WorthOf() -> impl IntoView {
    let workspace = Workspace::here();
    let typed = live(move || workspace.frame().with(|case| !case.claims.own_worth));
    view! {
        <CaseChoice label=words::WORTH_OF options=WORTHS get=|case| case.claims.own_worth
            set=|case, own| case.claims.own_worth = own/>
        <When when=typed>{boxes(&[Input::Claim(Number::Worth)])}</When>
    }
}

/// What the article that came back costs.
#[component]
fn Returned() -> impl IntoView {
    let workspace = Workspace::here();
    let says = live(move || {
        let glass = workspace.glass();
        workspace.settled().with(|case: &Case| case.returned_article(glass))
    });
    view! { <p class="remark">{says}</p> }
}
