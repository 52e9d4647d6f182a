//! What the comparison shows beside its winner: the two rules, the gaps, what would make a tie.

use leptos::prelude::*;

use super::Outcome;
use crate::case::{Case, Input, sensitivity};
use crate::chart::Table;
use crate::model::perceived::{Comparison, Rule, Standing};
use crate::ui::widget::figure::plain_table;
use crate::ui::widget::live::{When, live, memo, part};
use crate::ui::workspace::Workspace;
use crate::words::{Glass, Language, Phrase, Unit, label, perceived as words};

/// How many ties are listed.
const TIES: usize = 6;

/// Whether the two rules choose differently, and when to trust which.
#[component]
pub fn Disagreement(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let disagreement = memo(move || {
        let comparison = outcome.get().ok().filter(Comparison::rules_disagree)?;
        let by_ratio = comparison.ranking(Rule::Ratio)[0];
        let glass = workspace.glass();
        Some(workspace.frame().with(|case| {
            let name = |k: usize| case.offers[k].name.to(glass.language);
            let ratio = comparison.standings()[by_ratio].ratio();
            words::disagreement(glass, name(comparison.winner()), name(by_ratio), ratio)
        }))
    });
    let agreed = live(move || outcome.with(|o| o.as_ref().is_ok_and(|c| !c.rules_disagree())));
    let differs = live(move || disagreement.with(Option::is_some));
    view! {
        <When when=differs>
            <details class="flag">
                <summary><b>{workspace.tell(words::DISAGREE)}</b> {disagreement}</summary>
                <p>{workspace.tell(words::WHICH_RULE)}</p>
            </details>
        </When>
        <When when=agreed><p class="flag">{workspace.tell(words::AGREE)}</p></When>
    }
}

/// The single changes that would make us and the best rival worth the same.
#[component]
pub fn Ties(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let ties = memo(move || {
        let comparison = outcome.get().ok()?;
        Some(
            workspace
                .settled()
                .with(|case| ties(case, comparison.best_rival(0), workspace.glass())),
        )
    });
    let remark = live(move || {
        let comparison = outcome.get().ok()?;
        let glass = workspace.glass();
        let rival = comparison.best_rival(0);
        Some(workspace.frame().with(|case| {
            let name = case.offers[rival].name.to(glass.language);
            words::tie_remark(glass, case.worth_unit(), name, comparison.lead(0))
        }))
    });
    let row = |(name, now, at): (String, String, String)| {
        view! { <li><span>{name}</span><span class="now">{now}" → "</span><b>{at}</b></li> }
    };
    let none = live(move || ties.with(|ties| ties.as_ref().is_some_and(Vec::is_empty)));
    let some = live(move || ties.with(Option::is_some));
    let list = part(move || ties.get().map(|ties| ties.into_iter().map(row).collect_view()));
    view! {
        <When when=some>
            <section>
                <h2>{workspace.tell(words::TIES)}</h2>
                <p class="remark">{remark}</p>
                <When when=none><p>{workspace.tell(words::NO_TIE)}</p></When>
                <ul class="ties">{list.clone()}</ul>
            </section>
        </When>
    }
}

/// The nearest ties: which input, its value now, its value at the tie.
fn ties(case: &Case, rival: usize, glass: Glass) -> Vec<(String, String, String)> {
    let mut found: Vec<(f64, Input, f64, f64)> = sensitivity::lead_inputs(case, rival)
        .into_iter()
        .filter_map(|input| {
            let (now, at) = (input.get(case)?, sensitivity::tie(case, input)?);
            let effort = (at - now).abs() / now.abs().max(1e-9);
            Some((effort, input, now, at))
        })
        .collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    let words = |(_, input, now, at): (f64, Input, f64, f64)| {
        let value = |x| glass.value(x, input.field(case).unit);
        (input.name(case, glass.language), value(now), value(at))
    };
    found.into_iter().take(TIES).map(words).collect()
}

/// A table of the comparison, made anew only when a cell of it is another.
fn table(
    outcome: Outcome,
    title: Phrase,
    of: fn(&Case, &Comparison, Language) -> Table,
) -> impl Fn() -> AnyView + Clone + Send + Sync + 'static {
    let workspace = Workspace::here();
    let table = memo(move || {
        let comparison = outcome.get().ok()?;
        let language = workspace.language.get();
        Some((title.to(language), workspace.frame().with(|case| of(case, &comparison, language))))
    });
    part(move || table.get().map(|(title, table)| plain_table(title.to_owned(), table)))
}

/// Benefit, cost, net value and ratio of every offer, and its rank by both rules.
#[component]
pub fn Ranking(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let table = table(outcome, words::RANKING, ranking);
    view! {
        <When when=live(move || outcome.with(Result::is_ok))>
            <section>
                <h2>{workspace.tell(words::RANKING)}</h2>
                {table.clone()}
            </section>
        </When>
    }
}

fn ranking(case: &Case, comparison: &Comparison, language: Language) -> Table {
    let glass = case.glass(language);
    let unit = case.worth_unit();
    let rank = |rule, offer| {
        let place = comparison.ranking(rule).into_iter().position(|k| k == offer);
        place.map_or_else(String::new, |place| (place + 1).to_string())
    };
    let row = |(k, standing): (usize, &Standing)| {
        let free = || words::FREE.to(language).to_owned();
        vec![
            case.offers[k].name.to(language).to_owned(),
            glass.cell(standing.benefit, unit),
            glass.cell(standing.cost, unit),
            glass.cell(standing.net(), unit),
            standing.ratio().map_or_else(free, |ratio| glass.number(ratio, 2)),
            glass.number(standing.mean_score, 1),
            rank(Rule::Difference, k),
            rank(Rule::Ratio, k),
        ]
    };
    let head = [
        words::OFFER,
        words::BENEFIT,
        words::COST,
        words::NET,
        words::RATIO,
        words::MEAN,
        words::BY_NET,
        words::BY_RATIO,
    ];
    Table {
        head: head.map(|name| name.to(language).to_owned()).into(),
        rows: comparison.standings().iter().enumerate().map(row).collect(),
    }
}

/// Our offer against its best rival, factor by factor.
#[component]
pub fn Gaps(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let table = table(outcome, words::GAPS, gaps);
    let weakest = live(move || {
        let comparison = outcome.get().ok()?;
        let (k, gap) = comparison.weakest_lever(0, comparison.best_rival(0))?;
        let glass = workspace.glass();
        Some(workspace.frame().with(|case| {
            words::weakest_lever(glass, case.criteria[k].name.to(glass.language), gap)
        }))
    });
    view! {
        <When when=live(move || outcome.with(Result::is_ok))>
            <section>
                <h2>{workspace.tell(words::GAPS)}</h2>
                <p class="remark">{weakest}</p>
                {table.clone()}
            </section>
        </When>
    }
}

fn gaps(case: &Case, comparison: &Comparison, language: Language) -> Table {
    let glass = case.glass(language);
    let unit = case.worth_unit();
    let rival = comparison.best_rival(0);
    let [ours, theirs] = [0, rival].map(|k| &comparison.standings()[k]);
    let row = |name: &str, a: f64, b: f64, gain: f64| {
        let signed = glass.signed(gain, Unit::Plain);
        vec![name.to_owned(), glass.cell(a, unit), glass.cell(b, unit), signed]
    };
    let benefits = case.criteria.iter().zip(ours.benefits.iter().zip(&theirs.benefits));
    let costs = label::COSTS.into_iter().zip(ours.costs.iter().zip(&theirs.costs));
    let mut rows: Vec<Vec<String>> =
        benefits.map(|(c, (a, b))| row(c.name.to(language), *a, *b, a - b)).collect();
    rows.extend(costs.map(|(name, (a, b))| row(name.to(language), *a, *b, b - a)));
    rows.push(row(words::NET.to(language), ours.net(), theirs.net(), ours.net() - theirs.net()));
    let name = |k: usize| case.offers[k].name.to(language).to_owned();
    Table {
        head: vec![
            words::FACTOR.to(language).to_owned(),
            name(0),
            name(rival),
            words::FOR_US.to(language).to_owned(),
        ],
        rows,
    }
}
