//! Whether the client's money comes back, and what people would pay at most.

use leptos::prelude::*;

use super::reason;
use crate::case::change::Rows;
use crate::case::worth::{Number, Span};
use crate::case::{Case, Id, Input};
use crate::chart::investment;
use crate::model::investment::Investment;
use crate::ui::page::dragged;
use crate::ui::widget::figure::Figure;
use crate::ui::widget::live::{Each, When, live, memo, part};
use crate::ui::widget::name_box::NameBox;
use crate::ui::widget::number_box::NumberBox;
use crate::ui::widget::rows::{AddRow, RowMenu, row_ids};
use crate::ui::workspace::Workspace;
use crate::words::{Glass, Phrase, Unit, worth as words};

/// What the client pays more than for the alternative, and when it is back.
#[component]
pub fn MoneySection() -> impl IntoView {
    let workspace = Workspace::here();
    let outcome = memo(move || workspace.settled().with(Case::client_investment));
    let chart = memo(move || {
        let investment = outcome.get().map_err(reason)?;
        Ok(investment::so_far(&investment, workspace.glass()))
    });
    let says =
        live(move || chart.with(|chart| chart.as_ref().ok().map(|chart| chart.summary.clone())));
    let figures = part(move || {
        let investment = outcome.get().ok()?;
        let row = |(name, value): (&'static str, String)| view! { <dt>{name}</dt><dd>{value}</dd> };
        Some(key_figures(&investment, workspace.glass()).into_iter().map(row).collect_view())
    });
    let whole = live(move || workspace.frame().with(|case| case.worth.span == Span::Whole));
    view! {
        <section class="client-money">
            <p class="finding">{says}</p>
            <div class="side-by-side">
                <div class="key-figures">
                    <NumberBox input=Input::Years/>
                    <NumberBox input=Input::Discount/>
                    <dl>{figures}</dl>
                    <When when=whole><p>{workspace.tell(words::SPREAD)}</p></When>
                </div>
                <Figure chart/>
            </div>
        </section>
    }
}

fn key_figures(investment: &Investment, glass: Glass) -> Vec<(&'static str, String)> {
    let money = |x: f64| glass.value(x, Unit::Money);
    let say = |phrase: Phrase| phrase.to(glass.language).to_owned();
    let share = |share: Option<f64>| {
        share.map_or_else(|| say(words::NO_FIGURE), |share| glass.value(share, Unit::Share))
    };
    let back = |time: Option<f64>| match time {
        None => say(words::NEVER),
        Some(0.0) => say(words::AT_ONCE),
        Some(time) => glass.value(time, Unit::Years),
    };
    let flow = investment.flow();
    let now = flow.amounts().first().copied().unwrap_or_default();
    let values = [
        money(0.0 - now),
        money(flow.npv()),
        share(investment.return_on_investment()),
        back(investment.payback()),
        back(investment.discounted_payback()),
        words::internal_rate(glass, &flow.irr()),
        share(investment.benefit_needed()),
    ];
    words::MONEY_FIGURES.into_iter().map(|name| name.to(glass.language)).zip(values).collect()
}

/// What people would pay at most, how many buy at each price, and which price brings in most.
#[component]
pub fn WillingnessSection() -> impl IntoView {
    let workspace = Workspace::here();
    let chart = memo(move || {
        let language = workspace.language.get();
        workspace.case().with(|case| {
            let willingness = case.willingness().map_err(|_| words::NO_ANSWER)?;
            Ok(case.demand_figure(&willingness, language))
        })
    });
    let grips = memo(move || workspace.case().with(Case::demand_grips));
    let says =
        live(move || chart.with(|chart| chart.as_ref().ok().map(|chart| chart.summary.clone())));
    let ids = row_ids(Rows::Answers);
    let row = move |id: Id| {
        view! {
            <li>
                <NameBox rows=Rows::Answers id of=words::ANSWER/>
                <NumberBox input=Input::Worth(Number::Most(id)) bare=true/>
                <RowMenu rows=Rows::Answers id/>
            </li>
        }
        .into_any()
    };
    view! {
        <section class="willingness">
            <p class="finding">{says}</p>
            <div class="side-by-side">
                <div>
                    <ul class="rungs"><Each ids row/></ul>
                    <AddRow rows=Rows::Answers label=words::ADD_ANSWER/>
                </div>
                <Figure chart moved=dragged(grips)/>
            </div>
        </section>
    }
}
