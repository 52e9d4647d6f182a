//! The rules side by side, as a section of several pages.

use leptos::prelude::*;

use super::drawn;
use crate::case::{Case, Counting, Input, judging};
use crate::model::rules::{Reading, Rule, Rules, RulesError};
use crate::ui::widget::figure::Figure;
use crate::ui::widget::live::{When, live, memo, part};
use crate::ui::widget::number_box::NumberBox;
use crate::ui::workspace::Workspace;
use crate::words::{Glass, Phrase, perceived, rules as words};

const fn reason(error: RulesError) -> Phrase {
    match error {
        RulesError::TooFewOffers => perceived::TOO_FEW,
        RulesError::Weights(_) => perceived::NO_WEIGHT,
        _ => perceived::OUT_OF_RANGE,
    }
}

/// How each rule ranks the same offers, and why those that part do.
#[component]
pub fn RulesSection() -> impl IntoView {
    let workspace = Workspace::here();
    let outcome = memo(move || workspace.settled().with(Case::rules));
    let chart = drawn(workspace.settled(), outcome, reason, Case::rules_figure);
    let reasons = memo(move || {
        let rules = outcome.get().ok()?;
        let glass = workspace.glass();
        Some(workspace.settled().with(|case| reasons(case, &rules, glass)))
    });
    let row = |(head, why): (String, String)| view! { <li><b>{head}</b> " " {why}</li> };
    let list = part(move || reasons.get().map(|rows| rows.into_iter().map(row).collect_view()));
    let in_money = live(move || workspace.frame().with(|case| case.counting == Counting::Money));
    let in_points = live(move || !in_money.get());
    let no_map = live(move || outcome.with(|rules| rules.as_ref().is_ok_and(|r| r.map().is_err())));
    view! {
        <section class="rules">
            <Figure chart/>
            <ul class="reasons">{list}</ul>
            <When when=no_map><p class="remark">{workspace.tell(words::NO_MAP)}</p></When>
            <When when=in_points><p class="remark">{workspace.tell(words::NEEDS_MONEY)}</p></When>
            <When when=in_money>
                <NumberBox input=Input::Judging(judging::Number::Credit)/>
                <p class="remark">{workspace.tell(words::CREDIT_REMARK)}</p>
            </When>
        </section>
    }
}

/// For each rule that chooses otherwise than difference, what it chooses and why; or that all agree.
fn reasons(case: &Case, rules: &Rules, glass: Glass) -> Vec<(String, String)> {
    let language = glass.language;
    let name = |k: usize| case.offers[k].name.to(language);
    let names = |reading: &Reading| reading.first().into_iter().map(name).collect::<Vec<_>>();
    let Some(by_difference) = rules.reading(Rule::Difference) else { return Vec::new() };
    let departs = |reading: &&Reading| !rules.departures(reading.rule).is_empty();
    let told = |reading: &Reading| {
        let scene = words::Scene {
            unit: case.worth_unit(),
            chosen: name(reading.first()[0]),
            best: name(by_difference.first()[0]),
            perfect: case.perfect(),
            slope: case.judging.slope,
            credit: case.judging.credit,
        };
        let why = rules.departures(reading.rule).into_iter();
        let why: Vec<String> = why.map(|d| words::reason(glass, scene, d)).collect();
        let head = words::apart(language, reading.rule, &names(reading), &names(by_difference));
        (head, why.join(" "))
    };
    let found: Vec<_> = case.readings(rules).into_iter().filter(departs).map(told).collect();
    if found.is_empty() {
        vec![(words::agreed(language, &names(by_difference)), String::new())]
    } else {
        found
    }
}
