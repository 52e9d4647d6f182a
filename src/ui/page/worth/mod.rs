//! What is ours worth to the client, and what should it cost?

mod findings;
mod inputs;
mod sections;

use leptos::prelude::*;

use self::findings::{Claims, Pricing, SidesSection};
use self::inputs::Inputs;
use self::sections::{MoneySection, WillingnessSection};
use super::dragged;
use super::prices::PricesSection;
use crate::case::grip::Grip;
use crate::case::worth::{WorthError, working};
use crate::case::{Case, Worth};
use crate::chart::Chart;
use crate::model::economic_value::{Claim, EconomicValue, Source, Zone};
use crate::ui::widget::answer::Answer;
use crate::ui::widget::figure::Figure;
use crate::ui::widget::fold::Fold;
use crate::ui::widget::formula::WorkingSection;
use crate::ui::widget::live::{Memo, When, live, memo};
use crate::ui::widget::notes::Notes;
use crate::ui::workspace::Workspace;
use crate::words::{Language, Phrase, prices, worth as words};

/// What our offer is worth to the client, or why there is no such value.
type Outcome = Memo<Result<EconomicValue, WorthError>>;

const fn reason(error: WorthError) -> Phrase {
    match error {
        WorthError::NoAlternative => words::ALONE,
        WorthError::NoPurchases => words::NO_PURCHASES,
        WorthError::TooLarge => words::TOO_LARGE,
    }
}

/// How much of our claims counts.
fn claim(workspace: Workspace) -> Claim {
    workspace.frame().with(|case| case.worth.claim)
}

/// The page of price and economic value.
#[component]
pub fn WorthPage() -> impl IntoView {
    let workspace = Workspace::here();
    let outcome: Outcome = memo(move || workspace.case().with(Case::economic_value));
    let findings: Outcome = memo(move || workspace.settled().with(Case::economic_value));
    let answer = memo(move || {
        let value = outcome.get().map_err(reason)?;
        Ok(words::answer(workspace.glass(), value.total(claim(workspace)), value.terms().price))
    });
    let formula = memo(move || {
        let value = findings.get().ok()?;
        let glass = workspace.glass();
        Some(workspace.settled().with(|case| working::economic_value(case, &value, glass)))
    });
    view! {
        <div class="tool">
            <section class="head">
                <Answer question=words::QUESTION answer/>
                <ZoneLine outcome/>
                <Waterfall outcome/>
            </section>
            <section class="inputs">
                <Inputs outcome/>
                <WorkingSection working=formula/>
            </section>
            <section class="more">
                <Claims outcome=findings/>
                <div class="side-by-side even">
                    <Pricing outcome/>
                    <SidesSection outcome/>
                </div>
            </section>
            <section class="rest">
                <Fold title=words::MONEY remark=words::MONEY_REMARK class="wide"><MoneySection/></Fold>
                <Fold title=words::WILLINGNESS remark=words::WILLINGNESS_REMARK class="wide">
                    <WillingnessSection/>
                </Fold>
                <Fold title=prices::TITLE remark=prices::REMARK class="wide"><PricesSection/></Fold>
                <Notes notes=words::NOTES/>
            </section>
        </div>
    }
}

/// Where the price lies between our cost and the value to the client.
#[component]
fn ZoneLine(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let zone = memo(move || outcome.get().ok().map(|value| value.zone(claim(workspace))));
    let word = live(move || zone.get().map(|zone| workspace.say(words::zone_word(zone))));
    let rest = live(move || {
        let value = outcome.get().ok()?;
        let claim = claim(workspace);
        let total = value.total(claim);
        Some(words::zone(workspace.glass(), value.zone(claim), value.terms().cost, total))
    });
    let good = live(move || zone.get() == Some(Zone::BothGain));
    view! {
        <When when=live(move || zone.get().is_some())>
            <p class="flag"><b class:good=good>{word}</b>{rest}</p>
        </When>
    }
}

/// A figure of the economic value, or why there is none.
fn figure(
    outcome: Outcome,
    of: fn(&Case, &EconomicValue, Language) -> Option<Chart>,
) -> Memo<Result<Chart, Phrase>> {
    let workspace = Workspace::here();
    memo(move || {
        let value = outcome.get().map_err(reason)?;
        let language = workspace.language.get();
        workspace.case().with(|case| of(case, &value, language)).ok_or(words::TOO_LARGE)
    })
}

/// The grips of a figure of the economic value.
fn grips(outcome: Outcome, of: fn(&Case, &EconomicValue) -> Vec<Grip>) -> Memo<Vec<Grip>> {
    let workspace = Workspace::here();
    memo(move || {
        let value = outcome.get().ok();
        value.map_or_else(Vec::new, |value| workspace.case().with(|case| of(case, &value)))
    })
}

/// From the alternative's price to the value to the client, and what our price leaves to whom.
#[component]
fn Waterfall(outcome: Outcome) -> impl IntoView {
    let chart =
        figure(outcome, |case, value, language| Some(case.waterfall_figure(value, language)));
    view! { <Figure chart moved=dragged(grips(outcome, Case::waterfall_grips))/> }
}

/// Changes what the economic value is worked out from.
fn edit(workspace: Workspace, change: impl FnOnce(&mut Worth)) {
    workspace.edit(|case| change(&mut case.worth));
}

/// What the style calls whose number it is.
const fn source_mark(source: Source) -> &'static str {
    match source {
        Source::Client => "client",
        Source::Benchmark => "benchmark",
        Source::Us => "us",
        Source::Guess => "guess",
    }
}
