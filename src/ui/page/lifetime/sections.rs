//! Key figures, the cash flow year by year, and the two formulas that trap.

use leptos::prelude::*;

use super::{Outcome, unit};
use crate::case::change::Rows;
use crate::case::{Case, Id, Input, grip};
use crate::model::average_revenue::{average_discount_factor, over_life, per_period};
use crate::model::lifetime::{Lifetime, Terms, Timing};
use crate::ui::page::dragged;
use crate::ui::widget::figure::Figure;
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
                <h2>{workspace.tell(words::NET)}</h2>
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
        <section class="cash-flow wide">
            <h2>{workspace.tell(words::CASH_FLOW)}</h2>
            <p class="remark">{workspace.tell(words::CASH_FLOW_REMARK)}</p>
            <p class="finding">{says}</p>
            <div class="side-by-side">
                <div>
                    <ul class="rungs"><Each ids row/></ul>
                    <AddRow rows=Rows::Amounts label=shell::ADD_AMOUNT/>
                </div>
                <Figure chart=chart.into() moved=dragged(grips)/>
            </div>
        </section>
    }
}

/// Two formulas that textbooks print with a slip, each as printed and as meant.
#[component]
pub fn Traps() -> impl IntoView {
    let workspace = Workspace::here();
    let boxes = |inputs: &[Input]| {
        inputs.iter().map(|input| view! { <NumberBox input=*input/> }).collect_view()
    };
    let money = move |x: Option<f64>| x.map(|x| workspace.glass().value(x, Unit::Money));
    let book = move |of: fn(&Case) -> Option<f64>| money(workspace.case().with(of));
    let factor = live(move || {
        let factor = workspace.case().with(average_factor)?;
        let glass = workspace.glass();
        Some(format!("{} {}", words::FACTOR.to(glass.language), glass.number(factor, 5)))
    });
    view! {
        <section class="traps wide">
            <h2>{workspace.tell(words::TRAPS)}</h2>
            <div class="side-by-side even">
                <section>
                    <h3>{workspace.tell(words::TRAP_AVERAGE[0])}</h3>
                    {boxes(&[Input::TotalRevenue, Input::TotalLife, Input::Order, Input::Orders])}
                    <Reading name=words::TRAP_AVERAGE[1] value=live(move || {
                        book(as_printed).map(|m| format!("{m} {}", workspace.say(words::PER_YEAR)))
                    }) wrong=true/>
                    <Reading name=words::TRAP_AVERAGE[2] value=live(move || {
                        book(|case| Some(as_meant(case))).map(|m| format!("{m} {}", workspace.say(words::FOR_LIFE)))
                    }) wrong=false/>
                    <p class="remark">{workspace.tell(words::TRAP_AVERAGE_WHY)}</p>
                </section>
                <section>
                    <h3>{workspace.tell(words::TRAP_RATE[0])}</h3>
                    {boxes(&[Input::YearRevenue, Input::YearCost, Input::Years, Input::YearRate])}
                    <Reading name=words::TRAP_RATE[1] value=live(move || book(|case| Some(with_rate(case)))) wrong=true/>
                    <Reading name=words::TRAP_RATE[2] value=live(move || book(with_factor)) wrong=false/>
                    <p class="remark follows">{factor}</p>
                    <p class="remark">{workspace.tell(words::TRAP_RATE_WHY)}</p>
                </section>
            </div>
        </section>
    }
}

/// One way to read a formula, and what it gives.
#[component]
fn Reading(name: Phrase, value: Signal<Option<String>>, wrong: bool) -> impl IntoView {
    let workspace = Workspace::here();
    view! {
        <p class="outcome" class:wrong=wrong>
            <span>{workspace.tell(name)}</span> <b>{value}</b>
        </p>
    }
}

fn as_printed(case: &Case) -> Option<f64> {
    let book = &case.customer.textbook;
    per_period(book.total_revenue, book.life)
}

fn as_meant(case: &Case) -> f64 {
    let book = &case.customer.textbook;
    over_life(book.order, book.orders, book.life)
}

fn average_factor(case: &Case) -> Option<f64> {
    let book = &case.customer.textbook;
    average_discount_factor(book.rate, book.years)
}

/// The yearly margin over the lifetime, before any discount.
fn undiscounted(case: &Case) -> f64 {
    let book = &case.customer.textbook;
    (book.revenue - book.cost) * book.years
}

fn with_rate(case: &Case) -> f64 {
    undiscounted(case) * case.customer.textbook.rate
}

fn with_factor(case: &Case) -> Option<f64> {
    Some(undiscounted(case) * average_factor(case)?)
}
