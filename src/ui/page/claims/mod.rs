//! Is the famous claim true for us?

mod inputs;
mod sections;

use leptos::prelude::*;

use self::inputs::Inputs;
use self::sections::Sections;
use super::{dragged, drawn};
use crate::case::Case;
use crate::case::claims::TrialError;
use crate::model::loyalty::Saying;
use crate::model::loyalty::trial::Trial;
use crate::ui::widget::answer::Answer;
use crate::ui::widget::choice::CaseChoice;
use crate::ui::widget::figure::{Figure, plain_table};
use crate::ui::widget::formula::WorkingSection;
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{Memo, live, memo, part};
use crate::ui::widget::notes::Notes;
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, claims as words};

/// The chosen claim with our own numbers, or why it cannot be put to the test.
type Outcome = Memo<Result<Trial, TrialError>>;

/// The claims and what stands on their buttons.
const CHOICES: &[(Saying, Phrase)] = &{
    let mut choices = [(Saying::Own, words::SHORT[9]); 10];
    let mut k = 0;
    while k < choices.len() {
        choices[k] = (Saying::ALL[k], words::SHORT[k]);
        k += 1;
    }
    choices
};

const fn reason(error: TrialError) -> Phrase {
    match error {
        TrialError::NoPoints => words::NO_POINTS,
        TrialError::NoAcquisition => words::NO_ACQUISITION,
        TrialError::NoSale => words::NO_SALE,
        TrialError::NothingForgone => words::NOTHING_FORGONE,
        TrialError::Nobody => words::NOBODY,
        TrialError::OutOfRange => words::OUT_OF_RANGE,
    }
}

/// The claim that is chosen, on trial.
fn chosen(case: &Case) -> Result<Trial, TrialError> {
    case.trial(case.claims.chosen)
}

/// The page of the loyalty claims.
#[component]
pub fn ClaimsPage() -> impl IntoView {
    let workspace = Workspace::here();
    let outcome: Outcome = memo(move || workspace.case().with(chosen));
    let findings: Outcome = memo(move || workspace.settled().with(chosen));
    let answer = memo(move || {
        let trial = outcome.get().map_err(reason)?;
        let glass = workspace.glass();
        Ok(workspace.case().with(|case| case.claim_verdict(&trial, glass)))
    });
    let caution = live(move || {
        let language = workspace.language.get();
        workspace.settled().with(|case| case.claim_caution(language))
    });
    let formula = memo(move || {
        let trial = findings.get().ok()?;
        let glass = workspace.glass();
        workspace.settled().with(|case| case.claim_working(&trial, glass))
    });
    view! {
        <div class="tool claims">
            <section class="head">
                <Answer question=words::QUESTION answer/>
                <CaseChoice label=words::CLAIM options=CHOICES get=|case| case.claims.chosen
                    set=|case, chosen| case.claims.chosen = chosen/>
                <OnTrial outcome/>
                <p class="flag">{caution}</p>
            </section>
            <section class="inputs">
                <Inputs/>
                <WorkingSection working=formula/>
            </section>
            <section class="more">
                <Origins/>
            </section>
            <section class="rest">
                <Glance/>
                <p class="remark wide">{workspace.tell(words::SUMS_ARE_EXAMPLES)}</p>
                <Sections/>
                <Notes notes=words::NOTES/>
            </section>
        </div>
    }
}

/// When the claim is true, and where we stand.
#[component]
fn OnTrial(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let chart = drawn(workspace.case(), outcome, reason, Case::trial_figure);
    let grips = memo(move || workspace.case().with(Case::trial_grips));
    view! { <Figure chart moved=dragged(grips)/> }
}

/// Where the figure of the claim comes from.
#[component]
fn Origins() -> impl IntoView {
    let workspace = Workspace::here();
    let table = part(move || {
        let language = workspace.language.get();
        let table = workspace.frame().with(|case| case.source_table(language))?;
        Some(view! {
            <section class="origins">
                <h2>{words::SOURCES.to(language)}</h2>
                {plain_table(words::SOURCES.to(language).to_owned(), table)}
            </section>
        })
    });
    view! { {table} }
}

/// All claims with our own numbers.
#[component]
fn Glance() -> impl IntoView {
    let workspace = Workspace::here();
    let table = part(move || {
        let language = workspace.language.get();
        let table = workspace.settled().with(|case| case.glance_table(language));
        plain_table(words::GLANCE.to(language).to_owned(), table)
    });
    view! {
        <section class="wide glance">
            <Heading title=words::GLANCE/>
            {table}
        </section>
    }
}
