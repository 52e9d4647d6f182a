//! What is this customer worth to us?

mod contribution;
mod inputs;
mod measures;
mod methods;
mod sections;
mod traps;
mod wallet;

use leptos::prelude::*;

use self::contribution::ContributionSection;
use self::inputs::Inputs;
use self::measures::MeasuresSection;
use self::methods::MethodsSection;
use self::sections::{CashFlowSection, KeyFigures};
use self::traps::TrapsSection;
use self::wallet::{ConflictSection, WalletSection};
use super::drawn;
use crate::case::{Case, Input, grip, working};
use crate::chart;
use crate::model::lifetime::{Lifetime, LifetimeError};
use crate::ui::widget::answer::Answer;
use crate::ui::widget::figure::{Figure, plain_table};
use crate::ui::widget::fold::Fold;
use crate::ui::widget::formula::WorkingSection;
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{Memo, When, live, memo, part};
use crate::ui::widget::notes::Notes;
use crate::ui::workspace::Workspace;
use crate::words::{
    Phrase, Unit, lifetime as words, measure as effort, relation, traps as formulas,
};

/// The customer's lifetime, or why it has no value.
type Outcome = Memo<Result<Lifetime, LifetimeError>>;

pub(super) const fn reason(error: LifetimeError) -> Phrase {
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
                <Answer question=words::QUESTION answer/>
                <p class="flag">{payback}</p>
                <Cumulative outcome/>
            </section>
            <section class="inputs">
                <Inputs/>
                <WorkingSection working=formula/>
            </section>
            <section class="more">
                <Survival outcome/>
                <Storm outcome=findings/>
            </section>
            <section class="rest">
                <KeyFigures outcome=findings/>
                <PeriodTable outcome=findings/>
                <Fold title=words::CASH_FLOW remark=words::CASH_FLOW_REMARK class="wide"><CashFlowSection/></Fold>
                <Fold title=effort::MEASURES remark=effort::REMARK class="wide"><MeasuresSection/></Fold>
                <Fold title=formulas::TRAPS remark=formulas::REMARK class="wide"><TrapsSection/></Fold>
                <Fold title=relation::SIDE_BY_SIDE remark=relation::SIDE_BY_SIDE_REMARK class="wide"><MethodsSection/></Fold>
                <Fold title=relation::WALLET remark=relation::WALLET_REMARK class="wide"><WalletSection/></Fold>
                <Fold title=relation::CONFLICT remark=relation::CONFLICT_REMARK class="wide"><ConflictSection/></Fold>
                <Fold title=relation::CONTRIBUTION remark=relation::CONTRIBUTION_REMARK class="wide"><ContributionSection/></Fold>
                <Notes notes=words::NOTES/>
            </section>
        </div>
    }
}

/// The unit of a number of periods.
fn unit(workspace: Workspace) -> Unit {
    workspace.frame().with(|case| case.customer.period.unit())
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
    let chart = drawn(workspace.frame(), outcome, reason, |case, lifetime, language| {
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
    let chart = drawn(workspace.frame(), outcome, reason, |case, lifetime, language| {
        chart::lifetime::survival(lifetime, case.customer.period.unit(), case.glass(language))
    });
    let moved = retention_dragged(outcome, grip::retention_of_survival);
    view! {
        <section>
            <Heading title=words::SURVIVAL/>
            <Figure chart moved/>
        </section>
    }
}

/// What changes lifetime value most.
#[component]
fn Storm(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let chart = drawn(workspace.settled(), outcome, reason, Case::lifetime_storm_figure);
    view! {
        <section>
            <Heading title=words::TORNADO remark=words::TORNADO_REMARK/>
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
                <Heading title=words::TABLE/>
                {table.clone()}
            </section>
        </When>
    }
}
