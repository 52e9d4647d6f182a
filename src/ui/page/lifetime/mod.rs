//! What is this customer worth to us?

mod inputs;
mod sections;

use leptos::prelude::*;

use self::inputs::Inputs;
use self::sections::{CashFlowSection, KeyFigures, Traps};
use crate::case::{Case, Input, grip, working};
use crate::chart::{self, Chart};
use crate::model::lifetime::{Lifetime, LifetimeError};
use crate::ui::widget::answer::Answer;
use crate::ui::widget::figure::{Figure, plain_table};
use crate::ui::widget::formula::Formula;
use crate::ui::widget::live::{When, live, memo, part};
use crate::ui::widget::notes::Notes;
use crate::ui::workspace::Workspace;
use crate::words::{Language, Phrase, Unit, lifetime as words, shell};

/// The customer's lifetime, or why it has no value.
type Outcome = Memo<Result<Lifetime, LifetimeError>>;

const fn reason(error: LifetimeError) -> Phrase {
    match error {
        LifetimeError::NoFiniteValue => words::NO_FINITE_VALUE,
        LifetimeError::TooLarge => words::TOO_LARGE,
        _ => words::OUT_OF_RANGE,
    }
}

/// The page of lifetime value.
#[component]
pub fn LifetimePage() -> impl IntoView {
    let workspace = Workspace::here();
    let outcome: Outcome = memo(move || workspace.case().with(Case::lifetime));
    let findings: Outcome = memo(move || workspace.settled().with(Case::lifetime));
    let answer = memo(move || {
        let lifetime = outcome.get().map_err(reason)?;
        let acquisition = lifetime.terms().acquisition;
        Ok(words::answer(workspace.glass(), lifetime.net(), acquisition))
    });
    let payback = live(move || {
        let lifetime = outcome.get().ok()?;
        let acquisition = lifetime.terms().acquisition;
        Some(words::payback_line(
            workspace.glass(),
            lifetime.payback(),
            unit(workspace),
            acquisition,
        ))
    });
    let formula = memo(move || {
        let lifetime = findings.get().ok()?;
        let glass = workspace.glass();
        Some(workspace.settled().with(|case| working::lifetime(case, &lifetime, glass)))
    });
    view! {
        <div class="tool">
            <section class="head">
                <Answer question=words::QUESTION answer=answer.into()/>
                <p class="flag">{payback}</p>
                <Cumulative outcome/>
            </section>
            <section class="inputs">
                <Inputs/>
                <section class="working">
                    <h2>{workspace.tell(shell::WORKING)}</h2>
                    <Formula working=formula.into()/>
                </section>
            </section>
            <section class="more">
                <Survival outcome/>
                <Storm outcome=findings/>
            </section>
            <section class="rest">
                <KeyFigures outcome=findings/>
                <PeriodTable outcome=findings/>
                <CashFlowSection/>
                <Traps/>
                <Notes notes=words::NOTES/>
            </section>
        </div>
    }
}

/// The unit of a number of periods.
fn unit(workspace: Workspace) -> Unit {
    workspace.frame().with(|case| case.customer.period.unit())
}

/// A figure of the lifetime, or why there is none.
fn figure(
    source: ReadSignal<Case>,
    outcome: Outcome,
    of: fn(&Case, &Lifetime, Language) -> Chart,
) -> Signal<Result<Chart, Phrase>> {
    let workspace = Workspace::here();
    let chart = memo(move || {
        let lifetime = outcome.get().map_err(reason)?;
        let language = workspace.language.get();
        Ok(source.with(|case| of(case, &lifetime, language)))
    });
    chart.into()
}

/// Sets the retention that a dragged handle asks for.
fn retention_dragged(outcome: Outcome, of: fn(&Lifetime, f64) -> f64) -> Callback<(usize, f64)> {
    let workspace = Workspace::here();
    Callback::new(move |(_, place): (usize, f64)| {
        let lifetime = outcome.with_untracked(|outcome| outcome.as_ref().ok().copied());
        if let Some(lifetime) = lifetime {
            workspace.set(Input::Retention, of(&lifetime, place));
        }
    })
}

/// Value so far, with the point at which the money is back.
#[component]
fn Cumulative(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let chart = figure(workspace.frame(), outcome, |case, lifetime, language| {
        chart::lifetime::cumulative(lifetime, case.customer.period.unit(), case.glass(language))
    });
    let moved = retention_dragged(outcome, |lifetime, value| {
        grip::retention_of_value(lifetime, chart::lifetime::periods_shown(lifetime), value)
    });
    view! { <Figure chart moved/> }
}

/// Who is still there.
#[component]
fn Survival(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let chart = figure(workspace.frame(), outcome, |case, lifetime, language| {
        chart::lifetime::survival(lifetime, case.customer.period.unit(), case.glass(language))
    });
    let moved = retention_dragged(outcome, grip::retention_of_survival);
    view! {
        <section>
            <h2>{workspace.tell(words::SURVIVAL)}</h2>
            <Figure chart moved/>
        </section>
    }
}

/// What changes lifetime value most.
#[component]
fn Storm(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let chart = figure(workspace.settled(), outcome, Case::lifetime_storm_figure);
    view! {
        <section>
            <h2>
                {workspace.tell(words::TORNADO)} " "
                <small>{workspace.tell(words::TORNADO_REMARK)}</small>
            </h2>
            <Figure chart/>
        </section>
    }
}

/// Every period: who is there, what comes in, what it is worth today.
#[component]
fn PeriodTable(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let table = part(move || {
        let lifetime = outcome.get().ok()?;
        let glass = workspace.glass();
        let lines = lifetime.periods(chart::lifetime::periods_shown(&lifetime));
        let table = chart::lifetime::period_table(&lifetime, &lines, glass);
        Some(plain_table(words::TABLE.to(glass.language).to_owned(), table))
    });
    view! {
        <When when=live(move || outcome.with(Result::is_ok))>
            <section>
                <h2>{workspace.tell(words::TABLE)}</h2>
                {table.clone()}
            </section>
        </When>
    }
}
