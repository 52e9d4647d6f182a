//! When does this customer begin to pay, and when is all paid back?

mod buying;
mod inputs;
mod measures;

use leptos::prelude::*;

use self::buying::BuyingSection;
use self::inputs::Inputs;
use super::{dragged, drawn};
use crate::case::Case;
use crate::case::cycle::{Cycle, CycleError, Outlook};
use crate::ui::widget::answer::Answer;
use crate::ui::widget::figure::Figure;
use crate::ui::widget::fold::Fold;
use crate::ui::widget::formula::WorkingSection;
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{Memo, When, live, memo};
use crate::ui::widget::notes::Notes;
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, cycle as words};

/// The life cycle before and after the measures, or why there is none.
type Outcome = Memo<Result<Outlook, CycleError>>;

const fn reason(error: CycleError) -> Phrase {
    match error {
        CycleError::OutOfOrder => words::OUT_OF_ORDER,
        CycleError::NoTime => words::NO_TIME,
        CycleError::OutOfRange => words::OUT_OF_RANGE,
    }
}

/// The page of the life cycle.
#[component]
pub fn CyclePage() -> impl IntoView {
    let workspace = Workspace::here();
    let outcome: Outcome = memo(move || workspace.case().with(Case::life_cycle));
    let findings: Outcome = memo(move || workspace.settled().with(Case::life_cycle));
    let answer = memo(move || {
        let outlook = outcome.get().map_err(reason)?;
        Ok(words::answer(workspace.glass(), &outlook.now))
    });
    let areas = live(move || {
        let outlook = outcome.get().ok()?;
        Some(words::areas(workspace.glass(), &outlook.now))
    });
    let changes = live(move || {
        let outlook = outcome.get().ok().filter(|outlook| outlook.changed)?;
        Some(words::changes(workspace.glass(), &outlook.former, &outlook.now))
    });
    let untouched = live(move || workspace.settled().with(|case| case.cycle == Cycle::default()));
    let formula = memo(move || {
        let outlook = findings.get().ok()?;
        let glass = workspace.glass();
        Some(workspace.settled().with(|case| case.cycle_working(&outlook, glass)))
    });
    view! {
        <div class="tool life-cycle">
            <section class="head">
                <Answer question=words::QUESTION answer/>
                <p class="flag">{areas} <b class="since">{changes}</b></p>
                <When when=untouched><p class="remark">{workspace.tell(words::ILLUSTRATION)}</p></When>
                <Curves outcome/>
            </section>
            <section class="inputs">
                <Inputs outcome=findings/>
                <WorkingSection working=formula/>
            </section>
            <section class="more">
                <SoFar outcome=findings/>
            </section>
            <section class="rest">
                <Fold title=words::BUYING_HEAD remark=words::BUYING_REMARK class="wide"><BuyingSection/></Fold>
                <Notes notes=words::NOTES/>
            </section>
        </div>
    }
}

/// Revenue and cost, with all points and borders to be dragged.
#[component]
fn Curves(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let chart = drawn(workspace.case(), outcome, reason, Case::cycle_figure);
    let grips = memo(move || workspace.case().with(Case::cycle_grips));
    view! { <Figure chart moved=dragged(grips)/> }
}

/// What it adds up to.
#[component]
fn SoFar(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let chart = drawn(workspace.settled(), outcome, reason, Case::cycle_sum_figure);
    view! {
        <section>
            <Heading title=words::SO_FAR remark=words::SO_FAR_REMARK/>
            <Figure chart/>
        </section>
    }
}
