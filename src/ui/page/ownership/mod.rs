//! Which costs less to own?

mod findings;
mod inputs;
mod rival;

use leptos::prelude::*;

use self::findings::{Account, ByYear, Drivers, Saving, Ties};
use self::inputs::Inputs;
use self::rival::{Rival, RivalChoice};
use super::{dragged, drawn};
use crate::case::owning::{Paid, grip, working};
use crate::case::{Case, Input};
use crate::model::ownership::OwnershipError;
use crate::model::tally::Tally;
use crate::ui::widget::answer::Answer;
use crate::ui::widget::figure::Figure;
use crate::ui::widget::fold::Fold;
use crate::ui::widget::formula::WorkingSection;
use crate::ui::widget::live::{Memo, live, memo};
use crate::ui::widget::notes::Notes;
use crate::ui::workspace::Workspace;
use crate::words::{Glass, Phrase, Piece, ownership as words};

/// What every offer costs to own, or why that cannot be worked out.
type Outcome = Memo<Result<Tally, OwnershipError>>;

const fn reason(error: OwnershipError) -> Phrase {
    match error {
        OwnershipError::TooLarge => words::TOO_LARGE,
        _ => words::OUT_OF_RANGE,
    }
}

/// The page of the cost of ownership.
#[component]
pub fn OwnershipPage() -> impl IntoView {
    let workspace = Workspace::here();
    let outcome: Outcome = memo(move || workspace.case().with(Case::tally));
    let findings: Outcome = memo(move || workspace.settled().with(Case::tally));
    let rival = Rival::new(findings);
    let answer = memo(move || {
        let tally = outcome.get().map_err(reason)?;
        workspace.case().with(|case| answer(case, &tally, workspace.glass())).ok_or(words::ALONE)
    });
    view! {
        <div class="tool">
            <section class="head">
                <Answer question=words::QUESTION answer/>
                <Course outcome=findings rival/>
                <ByKind outcome/>
            </section>
            <section class="inputs">
                <Inputs/>
                <Working outcome=findings/>
            </section>
            <section class="more">
                <RivalChoice/>
                <Saving outcome rival/>
                <Drivers outcome=findings rival/>
                <Ties outcome=findings rival/>
            </section>
            <section class="rest">
                <Account outcome=findings/>
                <Fold title=words::BY_YEAR remark=words::BY_YEAR_REMARK class="wide">
                    <ByYear outcome=findings/>
                </Fold>
                <Notes notes=words::NOTES/>
            </section>
        </div>
    }
}

/// Whether ours or its best rival costs less to own, and by how much; none where there is no offer.
fn answer(case: &Case, tally: &Tally, glass: Glass) -> Option<Vec<Piece>> {
    let name = |k: usize| case.offers[k].name.to(glass.language);
    let (total, years) = (tally.offers().first()?.total(), case.years());
    let Some(rival) = tally.best_rival(0) else {
        return Some(words::answer_alone(glass, years, name(0), total));
    };
    let more = tally.difference(0, rival)?.total();
    let (cheaper, other) = if more > 0.0 { (rival, 0) } else { (0, rival) };
    let names = [name(cheaper), name(other)];
    let saved = more.abs();
    if saved == 0.0 {
        return Some(words::answer_tie(glass, years, names, total));
    }
    let price = |k: usize| Input::Price(case.offers[k].id).get(case);
    let dearer = price(cheaper)? - price(other)?;
    let each_time = case.owning.paid == Paid::EachTime;
    Some(words::answer(glass, years, names, saved, (dearer, each_time)))
}

/// From when on our offer has cost less than the rival.
#[component]
fn Course(outcome: Outcome, rival: Rival) -> impl IntoView {
    let workspace = Workspace::here();
    let course = live(move || {
        let difference = rival.difference(outcome).ok()?;
        let names = rival.names();
        let glass = workspace.glass();
        Some(words::course(glass, [&names[0], &names[1]], difference.course()))
    });
    view! { <p class="flag">{course}</p> }
}

/// Costs of every offer by kind.
#[component]
fn ByKind(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let chart = drawn(workspace.case(), outcome, reason, Case::cost_bars_figure);
    let grips = memo(move || {
        let tally = outcome.get().ok();
        tally.map_or_else(Vec::new, |t| workspace.case().with(|case| grip::by_kind(case, &t)))
    });
    view! { <Figure chart moved=dragged(grips)/> }
}

/// The cheapest and the next, worked out.
#[component]
fn Working(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let formula = memo(move || {
        let tally = outcome.get().ok()?;
        let cheapest = tally.cheapest()?;
        let offers: Vec<usize> =
            [Some(cheapest), tally.best_rival(cheapest)].into_iter().flatten().collect();
        let glass = workspace.glass();
        Some(workspace.settled().with(|case| working::ownership(case, &tally, &offers, glass)))
    });
    view! {
        <WorkingSection working=formula><p class="remark">{workspace.tell(words::FACTORS)}</p></WorkingSection>
    }
}
