//! What the comparison shows beside its winner: the two rules, the gaps, what would make a tie.

use leptos::prelude::*;

use super::Outcome;
use crate::case::{Case, Input, sensitivity};
use crate::chart::Table;
use crate::model::perceived::{Comparison, Factor, Rule, Standing};
use crate::ui::widget::changes::{Change, ChangeSection, in_words};
use crate::ui::widget::figure::plain_table;
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{When, live, memo, part};
use crate::ui::workspace::Workspace;
use crate::words::{Glass, Language, Phrase, Unit, label, perceived as words};

/// How many ties are listed.
const TIES: usize = 6;

/// Why the winner wins.
#[component]
pub fn Why(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let why = live(move || {
        let comparison = outcome.get().ok()?;
        let glass = workspace.glass();
        workspace.frame().with(|case| why(case, &comparison, glass))
    });
    view! { <p class="flag">{why}</p> }
}

fn why(case: &Case, comparison: &Comparison, glass: Glass) -> Option<String> {
    let winner = comparison.winner();
    let factors = comparison.differences(winner, comparison.best_rival(winner));
    let ends = |a: &(Factor, f64), b: &(Factor, f64)| a.1.total_cmp(&b.1);
    let most = factors.iter().copied().max_by(ends).filter(|(_, gain)| *gain > 0.0)?;
    let least = factors.iter().copied().min_by(ends).filter(|(_, gain)| *gain < 0.0);
    let named = |(factor, gain)| (called(case, factor, glass.language), gain);
    let says = words::why(glass, case.worth_unit(), named(most), least.map(named));
    (!comparison.ties(winner)).then_some(says)
}

/// The name of a factor.
fn called(case: &Case, factor: Factor, language: Language) -> &str {
    match factor {
        Factor::Benefit(k) => case.criteria[k].name.to(language),
        Factor::Cost(k) => label::COSTS[k].to(language),
    }
}

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
                <summary><b>{workspace.tell(words::DISAGREE)}</b> {disagreement.signal()}</summary>
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
        let comparison = outcome.get().ok().filter(|comparison| !comparison.ties(0))?;
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
    view! { <ChangeSection title=words::TIES remark none=words::NO_TIE rows=ties/> }
}

/// The nearest ties: which input, its value now, its value at the tie.
fn ties(case: &Case, rival: usize, glass: Glass) -> Vec<Change> {
    let inputs = sensitivity::lead_inputs(case, rival);
    let found = sensitivity::nearest_first(case, inputs, |input| sensitivity::tie(case, input));
    let row = |change: (Input, f64, f64)| {
        let (input, _, at) = change;
        let level = sensitivity::best_rival_at(case, input, at).filter(|level| *level != rival);
        let remark = level.map(|k| words::levels(glass, case.offers[k].name.to(glass.language)));
        Change { remark, ..in_words(case, change, glass) }
    };
    found.into_iter().take(TIES).map(row).collect()
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
    let table = table(outcome, words::RANKING, ranking);
    view! {
        <When when=live(move || outcome.with(Result::is_ok))>
            <section class="ranking">
                <Heading title=words::RANKING/>
                {table.clone()}
            </section>
        </When>
    }
}

fn ranking(case: &Case, comparison: &Comparison, language: Language) -> Table {
    let glass = case.glass(language);
    let unit = case.worth_unit();
    let rank = |rule, offer| comparison.rank(rule, offer).to_string();
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
                <Heading title=words::GAPS/>
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
    let of = |standing: &Standing, factor| match factor {
        Factor::Benefit(k) => standing.benefits[k],
        Factor::Cost(k) => standing.costs[k],
    };
    let factors = comparison.differences(0, rival).into_iter();
    let mut rows: Vec<Vec<String>> = factors
        .map(|(factor, gain)| {
            row(called(case, factor, language), of(ours, factor), of(theirs, factor), gain)
        })
        .collect();
    rows.push(row(words::NET.to(language), ours.net(), theirs.net(), comparison.lead(0)));
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
