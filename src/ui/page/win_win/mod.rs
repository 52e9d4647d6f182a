//! Which price is good for both sides?

mod inputs;

use leptos::prelude::*;

use self::inputs::Inputs;
use super::dragged;
use super::prices::PricesSection;
use crate::case::joint::JointError;
use crate::case::{Case, Input, grip};
use crate::chart::Chart;
use crate::chart::win_win::{landmarks, table};
use crate::model::perceived::ComparisonError;
use crate::model::win_win::{Highlights, Sides, WinWin, WinWinError};
use crate::ui::widget::answer::Answer;
use crate::ui::widget::button::Button;
use crate::ui::widget::figure::{Figure, plain_table};
use crate::ui::widget::fold::Fold;
use crate::ui::widget::formula::WorkingSection;
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{Memo, When, live, memo, part};
use crate::ui::widget::notes::Notes;
use crate::ui::workspace::Workspace;
use crate::words::{Language, Phrase, prices, win_win as words};

/// Both sides as functions of the price, and what stands out among the prices; or why there are none.
type Outcome = Memo<Result<(WinWin, Highlights), JointError>>;

/// As long as only our price becomes another, what it takes hundreds of prices to find stays.
fn outcome_of(source: ReadSignal<Case>) -> Outcome {
    let sides = memo(move || {
        let both = source.with(Case::win_win)?;
        Ok((both, source.with(|case| case.fallback(&both))))
    });
    memo(move || {
        let (both, fallback): (WinWin, Sides) = sides.get()?;
        Ok((both, both.highlights(fallback)))
    })
}

const fn reason(error: JointError) -> Phrase {
    match error {
        JointError::Points => words::NEEDS_MONEY,
        JointError::Offers(ComparisonError::TooFewOffers) => words::NO_RIVAL,
        JointError::Offers(ComparisonError::NoWeight) => words::NO_WEIGHT,
        JointError::Far => words::FAR,
        JointError::Sides(WinWinError::Today) => words::NO_PRICE,
        JointError::Sides(WinWinError::NoFiniteValue) => words::NO_END,
        _ => words::OUT_OF_RANGE,
    }
}

/// The page of both sides.
#[component]
pub fn WinWinPage() -> impl IntoView {
    let workspace = Workspace::here();
    let outcome = outcome_of(workspace.case());
    let findings = outcome_of(workspace.settled());
    let answer = memo(move || {
        let (both, highlights) = outcome.get().map_err(reason)?;
        let deal = workspace.case().with(|case| case.deal(&both));
        let standing = deal.sides.beyond(&highlights.fallback).standing();
        Ok(words::answer(workspace.glass(), standing, &deal, highlights.both.as_ref()))
    });
    let formula = memo(move || {
        let (both, _) = findings.get().ok()?;
        let glass = workspace.glass();
        Some(workspace.settled().with(|case| case.win_win_working(&both, glass)))
    });
    view! {
        <div class="tool">
            <section class="head">
                <Answer question=words::QUESTION answer/>
                <TakeBest outcome=findings/>
                <Curves outcome/>
            </section>
            <section class="inputs">
                <Inputs outcome=findings/>
                <WorkingSection working=formula/>
            </section>
            <section class="more">
                <Quadrants outcome=findings/>
            </section>
            <section class="rest">
                <SideBySide outcome=findings/>
                <Fold title=prices::TITLE remark=prices::REMARK class="wide"><PricesSection/></Fold>
                <Notes notes=words::NOTES/>
            </section>
        </div>
    }
}

/// A figure of both sides.
type Drawing = fn(&Case, &WinWin, &Highlights, Language) -> Chart;

fn figure(source: ReadSignal<Case>, outcome: Outcome, of: Drawing) -> Memo<Result<Chart, Phrase>> {
    let workspace = Workspace::here();
    memo(move || {
        let (both, highlights) = outcome.get().map_err(reason)?;
        let language = workspace.language.get();
        Ok(source.with(|case| of(case, &both, &highlights, language)))
    })
}

/// What both sides gain at every price.
#[component]
fn Curves(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let chart = figure(workspace.case(), outcome, Case::gains_figure);
    let grips = memo(move || workspace.case().with(grip::price));
    view! { <Figure chart moved=dragged(grips)/> }
}

/// Who gains and who loses, price by price.
#[component]
fn Quadrants(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let chart = figure(workspace.settled(), outcome, Case::quadrants_figure);
    view! {
        <section>
            <Heading title=words::QUADRANTS/>
            <Figure chart/>
        </section>
    }
}

/// Takes the best price for both.
#[component]
fn TakeBest(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let best = memo(move || {
        let (_, highlights) = outcome.get().ok()?;
        workspace.settled().with(|case| {
            let ours = Input::Price(case.ours()?.id);
            let price = case.price_to_take(highlights.both?.price)?;
            (Some(price) != ours.get(case)).then_some((ours, price))
        })
    });
    let take = move |()| {
        if let Some((ours, price)) = best.get_untracked() {
            workspace.edit(|case| ours.set(case, price));
        }
    };
    view! {
        <When when=live(move || best.with(Option::is_some))>
            <p class="remark"><Button label=words::TAKE_BEST class="quiet" act=take/></p>
        </When>
    }
}

/// The prices that have a name, side by side.
#[component]
fn SideBySide(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let prices = part(move || {
        let (both, highlights) = outcome.get().ok()?;
        let glass = workspace.glass();
        let landmarks =
            workspace.settled().with(|case| landmarks(&both, case.deal(&both), &highlights));
        let title = words::TABLE.to(glass.language).to_owned();
        Some(plain_table(title, table(&landmarks, glass).turned()))
    });
    let differs = live(move || {
        let (both, _) = outcome.get().ok()?;
        workspace.settled().with(|case| {
            let (typed, here) = (case.customer.retention, case.deal(&both).retention);
            let differs = (typed - here).abs() > 1e-9;
            differs.then(|| words::retention_answers(workspace.glass(), typed, here))
        })
    });
    view! {
        <When when=live(move || outcome.with(Result::is_ok))>
            <section class="wide">
                <Heading title=words::TABLE/>
                {prices.clone()}
                <p class="remark">{differs}</p>
            </section>
        </When>
    }
}
