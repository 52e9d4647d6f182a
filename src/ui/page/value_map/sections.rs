//! What would make us fair, and what relative quality is made of.

use leptos::prelude::*;

use super::Outcome;
use crate::case::Case;
use crate::case::judging::Fair;
use crate::chart::Table;
use crate::model::value_map::{Place, ValueMap};
use crate::ui::page::perceived::OfferChoice;
use crate::ui::widget::changes::{Change, ChangeList, in_words};
use crate::ui::widget::figure::plain_table;
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{When, live, memo, part};
use crate::ui::workspace::Workspace;
use crate::words::{Glass, Unit, value_map as words};

/// The single changes that would put us on the fair-value line.
#[component]
pub fn Changes(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let changes = memo(move || {
        let map = outcome.get().ok()?;
        Some(workspace.settled().with(|case| changes(case, &map, workspace.glass())))
    });
    let remark = live(move || {
        let map = outcome.get().ok()?;
        Some(workspace.say(words::change_remark(map.places().first()?.verdict())).to_owned())
    });
    view! {
        <When when=live(move || changes.with(Option::is_some))>
            <section>
                <Heading title=words::CHANGES about=remark/>
                <ChangeList rows=changes/>
            </section>
        </When>
    }
}

/// Each change in words: which number, what it is, what it would have to be.
fn changes(case: &Case, map: &ValueMap, glass: Glass) -> Vec<Change> {
    let row = |fair: Fair| in_words(case, (fair.input, fair.now, fair.at), glass);
    case.fair_changes(map).into_iter().map(row).collect()
}

/// Weights, scores and ratios of one offer.
#[component]
pub fn Profile(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let chosen = RwSignal::new(0_usize);
    let table = memo(move || {
        let map = outcome.get().ok()?;
        let glass = workspace.glass();
        let k = chosen.get().min(map.places().len() - 1);
        let table = workspace.settled().with(|case| profile(case, k, &map.places()[k], glass));
        Some((words::PROFILE.to(glass.language).to_owned(), table))
    });
    let shown = part(move || table.get().map(|(title, table)| plain_table(title, table)));
    view! {
        <When when=live(move || table.with(Option::is_some))>
            <section>
                <Heading title=words::PROFILE remark=words::PROFILE_REMARK/>
                <OfferChoice chosen/>
                {shown.clone()}
            </section>
        </When>
    }
}

/// A row for each criterion, and the sum, which is relative quality.
fn profile(case: &Case, offer: usize, place: &Place, glass: Glass) -> Table {
    let language = glass.language;
    let scores = &case.offers[offer].scores;
    let sum: f64 = case.criteria.iter().map(|c| c.weight).sum();
    let row = |(k, criterion): (usize, &crate::case::Criterion)| {
        let none = || words::NO_RATIO.to(language).to_owned();
        vec![
            criterion.name.to(language).to_owned(),
            glass.value(criterion.weight / sum, Unit::Share),
            glass.cell(scores[k], Unit::Score),
            glass.cell(place.par_scores()[k], Unit::Score),
            place.ratio(k).map_or_else(none, |ratio| glass.number(ratio, 4)),
            glass.number(scores[k] * place.by_point()[k], 4),
        ]
    };
    let mut rows: Vec<Vec<String>> = case.criteria.iter().enumerate().map(row).collect();
    let empty = String::new;
    let name = words::SUM.to(language).to_owned();
    let whole = glass.value(1.0, Unit::Share);
    rows.push(vec![name, whole, empty(), empty(), empty(), glass.number(place.quality, 4)]);
    Table { head: words::PROFILE_COLUMNS.map(|name| name.to(language).to_owned()).into(), rows }
}
