//! Which offer is worth more to the customer?

mod composition;
mod expectation;
mod findings;
mod inputs;
mod sections;
mod tree;

use leptos::prelude::*;

use self::composition::CompositionSection;
use self::expectation::{ExpectationSection, OutcomesSection};
use self::findings::{Disagreement, Gaps, Ranking, Ties, Why};
pub(super) use self::inputs::Criteria;
use self::inputs::Inputs;
use self::sections::{LadderSection, PerceptionSection};
pub(super) use self::tree::OfferChoice;
use self::tree::Tree;
use super::rules::RulesSection;
use super::{dragged, drawn};
use crate::case::{Case, grip, working};
use crate::model::perceived::{Comparison, ComparisonError, Standing};
use crate::ui::widget::answer::Answer;
use crate::ui::widget::figure::Figure;
use crate::ui::widget::fold::Fold;
use crate::ui::widget::formula::WorkingSection;
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{Memo, live, memo};
use crate::ui::widget::notes::Notes;
use crate::ui::workspace::Workspace;
use crate::words::{
    Glass, Phrase, Piece, composition as made_of, expectation as felt, perceived as words, rules,
};

/// The offers as the customer sees them, or why they cannot be compared.
type Outcome = Memo<Result<Comparison, ComparisonError>>;

const fn reason(error: ComparisonError) -> Phrase {
    match error {
        ComparisonError::TooFewOffers => words::TOO_FEW,
        ComparisonError::NoWeight => words::NO_WEIGHT,
        ComparisonError::OutOfRange => words::OUT_OF_RANGE,
    }
}

/// The page of perceived value.
#[component]
pub fn PerceivedPage() -> impl IntoView {
    let workspace = Workspace::here();
    let outcome: Outcome = memo(move || workspace.case().with(Case::comparison));
    let findings: Outcome = memo(move || workspace.settled().with(Case::comparison));
    let answer = memo(move || {
        let comparison = outcome.get().map_err(reason)?;
        Ok(workspace.frame().with(|case| answer(case, &comparison, workspace.glass())))
    });
    let bars = drawn(workspace.case(), outcome, reason, Case::bars_figure);
    let bar_grips = memo(move || {
        let comparison = outcome.get().ok();
        comparison.map_or_else(Vec::new, |c| workspace.case().with(|case| grip::bars(case, &c)))
    });
    let formula = memo(move || {
        let comparison = findings.get().ok()?;
        let glass = workspace.glass();
        Some(
            workspace
                .settled()
                .with(|case| working::net_value(case, &comparison, comparison.winner(), glass)),
        )
    });
    let winner = live(move || {
        let comparison = findings.get().ok()?;
        let language = workspace.language.get();
        let name = |case: &Case| case.offers[comparison.winner()].name.to(language).to_owned();
        Some(workspace.frame().with(name))
    });
    view! {
        <div class="tool">
            <section class="head">
                <Answer question=words::QUESTION answer/>
                <Why outcome/>
                <Disagreement outcome=findings/>
                <Figure chart=bars moved=dragged(bar_grips)/>
            </section>
            <section class="inputs">
                <Inputs/>
                <WorkingSection working=formula about=winner/>
            </section>
            <section class="more">
                <LeadStorm outcome=findings/>
                <Ties outcome=findings/>
            </section>
            <section class="rest">
                <div>
                    <Ranking outcome=findings/>
                    <Fold title=rules::RULES remark=rules::REMARK><RulesSection/></Fold>
                    <Gaps outcome=findings/>
                </div>
                <div>
                    <Fold title=words::TREE><Tree outcome=findings/></Fold>
                    <Fold title=words::PERCEPTION><PerceptionSection/></Fold>
                    <Fold title=words::LADDER remark=words::COMMODITY><LadderSection/></Fold>
                </div>
                <Fold title=made_of::TITLE remark=made_of::REMARK class="wide"><CompositionSection/></Fold>
                <Fold title=felt::TITLE remark=felt::REMARK class="wide"><ExpectationSection/></Fold>
                <Fold title=felt::FUNNEL remark=felt::FUNNEL_REMARK class="wide"><OutcomesSection/></Fold>
                <Notes notes=words::NOTES/>
            </section>
        </div>
    }
}

/// Who wins, with which net value, and by how much.
fn answer(case: &Case, comparison: &Comparison, glass: Glass) -> Vec<Piece> {
    let name = |k: usize| case.offers[k].name.to(glass.language);
    let winner = comparison.winner();
    let second = comparison.best_rival(winner);
    let net = comparison.standings()[winner].net();
    let unit = case.worth_unit();
    if comparison.ties(winner) {
        words::answer_tie(glass, unit, name(winner), net, name(second))
    } else {
        let lead = net - Standing::net(&comparison.standings()[second]);
        words::answer(glass, unit, name(winner), net, name(second), lead)
    }
}

/// What changes our lead most.
#[component]
fn LeadStorm(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let chart = memo(move || {
        let comparison = outcome.get().map_err(reason)?;
        let language = workspace.language.get();
        let chart = workspace.settled().with(|case| case.lead_figure(&comparison, language));
        if chart.spots.is_empty() { Err(words::NO_SWING) } else { Ok(chart) }
    });
    let remark = live(move || {
        let comparison = outcome.get().ok()?;
        let glass = workspace.glass();
        let name = |case: &Case, k: usize| case.offers[k].name.to(glass.language).to_owned();
        Some(workspace.frame().with(|case| {
            words::swing_remark(glass, &name(case, 0), &name(case, comparison.best_rival(0)))
        }))
    });
    view! {
        <section>
            <Heading title=words::TORNADO about=remark/>
            <Figure chart/>
        </section>
    }
}
