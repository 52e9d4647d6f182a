//! What the costs show: when one becomes the cheaper, what makes the difference, what would make
//! them the same.

use leptos::prelude::*;

use super::rival::Rival;
use super::{Outcome, reason};
use crate::case::owning::{grip, tie};
use crate::case::sensitivity::nearest_first;
use crate::case::{Case, Input, Offer};
use crate::chart::Table;
use crate::math::order;
use crate::model::ownership::Ownership;
use crate::model::tally::Tally;
use crate::ui::page::{dragged, drawn};
use crate::ui::widget::changes::{Change, ChangeSection, in_words};
use crate::ui::widget::figure::{Figure, plain_table};
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{When, live, memo, part};
use crate::ui::workspace::Workspace;
use crate::words::{Glass, Language, Unit, ownership as words, perceived};

/// How many ties are listed.
const TIES: usize = 6;

/// What ours has cost less than the rival, year by year.
#[component]
pub fn Saving(outcome: Outcome, rival: Rival) -> impl IntoView {
    let workspace = Workspace::here();
    let chart = memo(move || {
        let difference = rival.difference(outcome)?;
        let (place, language) = (rival.place().unwrap_or_default(), workspace.language.get());
        Ok(workspace.case().with(|case| case.saving_figure(&difference, place, language)))
    });
    let grips = memo(move || {
        let difference = rival.difference(outcome).ok();
        let grip = workspace.case().with(|case| {
            difference.and_then(|difference| grip::saving(case, case.ours()?.id, &difference))
        });
        grip.into_iter().collect()
    });
    view! {
        <section>
            <h2>{workspace.tell(words::SAVING)} " " <small><Between rival/></small></h2>
            <Figure chart moved=dragged(grips)/>
        </section>
    }
}

/// Who is compared with whom.
#[component]
fn Between(rival: Rival) -> impl IntoView {
    let workspace = Workspace::here();
    live(move || rival.says(|names| words::between(workspace.glass(), names)))
}

/// What makes the difference, kind by kind.
#[component]
pub fn Drivers(outcome: Outcome, rival: Rival) -> impl IntoView {
    let workspace = Workspace::here();
    let chart = memo(move || {
        let difference = rival.difference(outcome)?;
        if difference.drivers().is_empty() {
            return Err(words::NO_DRIVER);
        }
        let (place, language) = (rival.place().unwrap_or_default(), workspace.language.get());
        Ok(workspace.frame().with(|case| case.drivers_figure(&difference, place, language)))
    });
    view! {
        <section>
            <h2>{workspace.tell(words::DRIVERS)} " " <small><Between rival/></small></h2>
            <Figure chart/>
        </section>
    }
}

/// The single changes at which ours and the rival cost the same to own.
#[component]
pub fn Ties(outcome: Outcome, rival: Rival) -> impl IntoView {
    let workspace = Workspace::here();
    let ties = memo(move || {
        rival.difference(outcome).ok()?;
        let (place, glass) = (rival.place()?, workspace.glass());
        Some(workspace.settled().with(|case| ties(case, place, glass)))
    });
    let remark = live(move || {
        let saved = -rival.difference(outcome).ok()?.total();
        rival.says(|names| words::tie_remark(workspace.glass(), names, saved))
    });
    view! { <ChangeSection title=words::TIES remark none=words::NO_TIE rows=ties/> }
}

/// Our price first, then the nearest of the others.
fn ties(case: &Case, rival: usize, glass: Glass) -> Vec<Change> {
    let ours = case.ours().map(|ours| Input::Price(ours.id));
    let inputs = tie::inputs(case, rival);
    let mut found = nearest_first(case, inputs, |input| tie::tie(case, input, rival));
    order::sort_rising(&mut found, |(input, ..)| f64::from(ours != Some(*input)));
    found.into_iter().take(TIES).map(|change| in_words(case, change, glass)).collect()
}

/// Every offer: its cost, what is paid in all, what that is a year.
#[component]
pub fn Account(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let table = memo(move || {
        let tally = outcome.get().ok()?;
        let language = workspace.language.get();
        Some(workspace.frame().with(|case| account(case, &tally, language)))
    });
    let title = move || workspace.say(words::ACCOUNT).to_owned();
    let shown = part(move || table.get().map(|table| plain_table(title(), table)));
    view! {
        <When when=live(move || table.with(Option::is_some))>
            <section class="wide">
                <Heading title=words::ACCOUNT/>
                {shown.clone()}
            </section>
        </When>
    }
}

fn account(case: &Case, tally: &Tally, language: Language) -> Table {
    let glass = case.glass(language);
    let least = tally.cheapest().map_or(0.0, |k| tally.offers()[k].total());
    let money = |x: f64| glass.cell(x, Unit::Money);
    let row = |(offer, account): (&Offer, &Ownership)| {
        vec![
            offer.name.to(language).to_owned(),
            money(account.total()),
            money(account.total() - least),
            account.per_year().map_or_else(String::new, money),
            money(account.paid()),
        ]
    };
    let head = [perceived::OFFER, words::TOTAL, words::ABOVE, words::PER_YEAR, words::OUTLAY];
    Table {
        head: head.map(|name| name.to(language).to_owned()).into(),
        rows: case.offers.iter().zip(tally.offers()).map(row).collect(),
    }
}

/// What is paid year by year.
#[component]
pub fn ByYear(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let chart = drawn(workspace.frame(), outcome, reason, Case::cost_years_figure);
    view! { <Figure chart/> }
}
