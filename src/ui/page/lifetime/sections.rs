//! Key figures, and the cash flow year by year.

use leptos::prelude::*;

use super::{Outcome, unit};
use crate::case::change::Rows;
use crate::case::{Id, Input, grip};
use crate::model::lifetime::{Lifetime, Terms, Timing};
use crate::ui::page::dragged;
use crate::ui::widget::figure::Figure;
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{Each, When, live, memo, part};
use crate::ui::widget::number_box::NumberBox;
use crate::ui::widget::rows::{AddRow, RowMenu, row_ids};
use crate::ui::workspace::Workspace;
use crate::words::{Glass, Phrase, Unit, lifetime as words, shell};

/// Value, ratio and payback, and why two textbooks differ.
#[component]
pub fn KeyFigures(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let rows = part(move || {
        let lifetime = outcome.get().ok()?;
        let list = key_figures(&lifetime, workspace.glass(), unit(workspace));
        let row = |(name, value): (&'static str, String)| {
            view! { <dt>{name}</dt><dd>{value}</dd> }
        };
        Some(list.into_iter().map(row).collect_view())
    });
    let books = live(move || {
        let lifetime = outcome.get().ok()?;
        let with = |timing| Lifetime::new(Terms { timing, ..*lifetime.terms() }).ok();
        let (now, later) = (with(Timing::Now)?, with(Timing::AfterOnePeriod)?);
        Some(words::two_books(workspace.glass(), (now.value(), later.value()), now.terms().margin))
    });
    view! {
        <When when=live(move || outcome.with(Result::is_ok))>
            <section class="key-figures">
                <Heading title=words::NET/>
                <dl>{rows.clone()}</dl>
                <p>{books}</p>
            </section>
        </When>
    }
}

fn key_figures(lifetime: &Lifetime, glass: Glass, unit: Unit) -> Vec<(&'static str, String)> {
    let say = |phrase: Phrase| phrase.to(glass.language);
    let money = |x| glass.value(x, Unit::Money);
    let none = || say(words::NONE).to_owned();
    let never = || say(words::NEVER).to_owned();
    let ratio = lifetime.value_to_cost().map(|ratio| glass.value(ratio, Unit::Times));
    let simple = lifetime.simple_payback().map(|time| glass.value(time, unit));
    let payback = lifetime.payback().map(|time| glass.value(f64::from(time), unit));
    vec![
        (say(words::VALUE), money(lifetime.value())),
        (say(words::ACQUISITION), money(lifetime.terms().acquisition)),
        (say(words::NET), money(lifetime.net())),
        (say(words::VALUE_TO_COST), ratio.unwrap_or_else(none)),
        (say(words::SIMPLE_PAYBACK), simple.unwrap_or_else(never)),
        (say(words::PAYBACK), payback.unwrap_or_else(never)),
    ]
}

/// What comes in year by year, discounted.
#[component]
pub fn CashFlowSection() -> impl IntoView {
    let workspace = Workspace::here();
    let chart = memo(move || {
        let language = workspace.language.get();
        workspace.case().with(|case| {
            let flow = case.cash_flow().map_err(|_| words::TOO_LARGE)?;
            Ok(case.cash_flow_figure(&flow, language))
        })
    });
    let grips = memo(move || workspace.case().with(grip::cash_flow));
    let says =
        live(move || chart.with(|chart| chart.as_ref().ok().map(|chart| chart.summary.clone())));
    let ids = row_ids(Rows::Amounts);
    let row = move |id: Id| {
        let year = live(move || {
            let language = workspace.language.get();
            workspace.frame().with(|frame| Input::Amount(id).name(frame, language))
        });
        view! {
            <li>
                <span>{year}</span>
                <NumberBox input=Input::Amount(id) bare=true/>
                <RowMenu rows=Rows::Amounts id/>
            </li>
        }
        .into_any()
    };
    view! {
        <section class="cash-flow">
            <p class="finding">{says}</p>
            <div class="side-by-side">
                <div>
                    <ul class="rungs"><Each ids row/></ul>
                    <AddRow rows=Rows::Amounts label=shell::ADD_AMOUNT/>
                </div>
                <Figure chart moved=dragged(grips)/>
            </div>
        </section>
    }
}
