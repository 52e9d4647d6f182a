//! Focus, divergence, tagline: each with its verdict, and the numbers they stand on.

use leptos::prelude::*;

use super::Outcome;
use crate::case::Case;
use crate::case::curve::Check;
use crate::model::value_curve::ValueCurves;
use crate::ui::widget::figure::plain_table;
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{When, live, memo, part};
use crate::ui::workspace::Workspace;
use crate::words::{Language, Phrase, curve as words};

/// What one check finds.
type Finds = fn(&Case, &ValueCurves, Language) -> Check;

/// The three checks by name.
const CHECKS: [(Phrase, Finds); 3] = [
    (words::FOCUS, Case::check_focus),
    (words::DIVERGENCE, Case::check_divergence),
    (words::TAGLINE, Case::check_tagline),
];

/// The three checks, and the table behind them.
#[component]
pub fn Checks(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let table = memo(move || {
        let curves = outcome.get().ok()?;
        let language = workspace.language.get();
        let title = words::CHECKS.to(language).to_owned();
        Some((title, workspace.settled().with(|case| case.checks_table(&curves, language))))
    });
    let table = part(move || table.get().map(|(title, table)| plain_table(title, table)));
    view! {
        <When when=live(move || outcome.with(Result::is_ok))>
            <section class="checks">
                <Heading title=words::CHECKS/>
                <dl>
                    {CHECKS.into_iter().map(|(name, finds)| view! { <OneCheck name finds outcome/> }).collect_view()}
                </dl>
                {table.clone()}
            </section>
        </When>
    }
}

/// One check: whether it is passed, and why.
#[component]
fn OneCheck(name: Phrase, finds: Finds, outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let check = memo(move || {
        let curves = outcome.get().ok()?;
        let language = workspace.language.get();
        Some(workspace.settled().with(|case| finds(case, &curves, language)))
    });
    let passed = live(move || check.with(|check| check.as_ref().is_some_and(|c| c.passed)));
    let verdict = live(move || workspace.say(words::verdict(passed.get())));
    let says = live(move || check.get().map(|check| check.says));
    view! {
        <dt>{workspace.tell(name)}</dt>
        <dd><b class:wrong=live(move || !passed.get())>{verdict}</b> " " {says}</dd>
    }
}
