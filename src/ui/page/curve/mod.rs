//! Where does our curve part from theirs?

mod checks;
mod costs;
mod inputs;
mod moves;
mod options;
mod sections;
mod standing;

use leptos::prelude::*;

use self::checks::Checks;
use self::costs::Costs;
use self::inputs::Inputs;
use self::moves::Moves;
use self::sections::{BeforeAfter, PriceClasses};
use self::standing::StandingSection;
use super::dragged;
use crate::case::{Case, curve as subject};
use crate::chart::curve::has_room;
use crate::model::value_curve::{ValueCurveError, ValueCurves};
use crate::ui::widget::answer::Answer;
use crate::ui::widget::figure::Figure;
use crate::ui::widget::fold::Fold;
use crate::ui::widget::formula::WorkingSection;
use crate::ui::widget::live::{Memo, When, live, memo};
use crate::ui::widget::notes::Notes;
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, curve as words, standing as market};

/// The curves of the offers, or why there are none.
type Outcome = Memo<Result<ValueCurves, ValueCurveError>>;

const fn reason(error: ValueCurveError) -> Phrase {
    match error {
        ValueCurveError::TooFewOffers => words::TOO_FEW,
        _ => words::OUT_OF_RANGE,
    }
}

/// The page of the value curve.
#[component]
pub fn CurvePage() -> impl IntoView {
    let workspace = Workspace::here();
    let findings: Outcome =
        memo(move || workspace.settled().with(|case| case.value_curves(case.top_price())));
    view! {
        <div class="tool">
            <section class="head"><Head/></section>
            <section class="inputs">
                <Inputs/>
                <CurveWorking outcome=findings/>
            </section>
            <section class="more">
                <Moves/>
                <Checks outcome=findings/>
            </section>
            <section class="rest">
                <Fold title=words::COSTS remark=words::COSTS_REMARK class="wide"><Costs/></Fold>
                <Fold title=words::CLASSES remark=words::CLASSES_REMARK><PriceClasses/></Fold>
                <Fold title=words::BEFORE_AFTER><BeforeAfter/></Fold>
                <Fold title=market::STANDING remark=market::REMARK class="wide"><StandingSection/></Fold>
                <Notes notes=words::NOTES/>
            </section>
        </div>
    }
}

/// The answer, whether we run parallel to a rival, and the curves.
#[component]
fn Head() -> impl IntoView {
    let workspace = Workspace::here();
    let held = RwSignal::new(false);
    let width = RwSignal::new(0.0);
    // While a price is held the axis stays as long as it was.
    let top = leptos::prelude::Memo::new(move |before: Option<&f64>| match before {
        Some(top) if held.get() => *top,
        _ => workspace.case().with(Case::top_price),
    });
    let outcome: Outcome = memo(move || workspace.case().with(|case| case.value_curves(top.get())));
    let answer = memo(move || {
        let curves = outcome.get().map_err(reason)?;
        let language = workspace.language.get();
        Ok(workspace.frame().with(|case| case.answer_of_curves(&curves, language)))
    });
    let in_rows = memo(move || {
        let factors = workspace.frame().with(|case| case.criteria.len());
        !has_room(width.get(), factors, workspace.language.get())
    });
    let chart = memo(move || {
        let curves = outcome.get().map_err(reason)?;
        let (top, in_rows, language) = (top.get(), in_rows.get(), workspace.language.get());
        Ok(workspace.case().with(|case| case.curves_figure(&curves, top, in_rows, language)))
    });
    let grips = memo(move || workspace.case().with(|case| subject::grips(case, top.get())));
    view! {
        <Answer question=words::QUESTION answer/>
        <Divergence outcome/>
        <Figure chart moved=dragged(grips) width held/>
    }
}

/// Warns of rivals to whom our curve runs parallel, or says how far it parts.
#[component]
fn Divergence(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let parallel = memo(move || {
        let curves = outcome.get().ok()?;
        let language = workspace.language.get();
        workspace.frame().with(|case| case.parallel_warning(&curves, language))
    });
    let parts = live(move || {
        let curves = outcome.get().ok()?;
        let language = workspace.language.get();
        Some(workspace.frame().with(|case| case.divergence(&curves, language)))
    });
    let runs_parallel = live(move || parallel.with(Option::is_some));
    let parted = live(move || outcome.with(Result::is_ok) && parallel.with(Option::is_none));
    view! {
        <When when=runs_parallel>
            <p class="flag"><b>{workspace.tell(words::PARALLEL)}</b> {parallel.signal()}</p>
        </When>
        <When when=parted><p class="flag">{parts}</p></When>
    }
}

/// Likeness, effort and the level of the price, with the numbers of the case.
#[component]
fn CurveWorking(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let formula = memo(move || {
        let curves = outcome.get().ok()?;
        let glass = workspace.glass();
        Some(workspace.settled().with(|case| case.curve_working(&curves, case.top_price(), glass)))
    });
    let remark = live(move || {
        let curves = outcome.get().ok()?;
        let language = workspace.language.get();
        Some(workspace.settled().with(|case| case.working_remark(&curves, language)))
    });
    view! {
        <WorkingSection working=formula><p class="remark">{remark}</p></WorkingSection>
    }
}
