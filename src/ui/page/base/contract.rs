//! Customers under contract, and a few named ones.

use leptos::prelude::*;

use crate::case::base::Number;
use crate::case::change::Rows;
use crate::case::{Case, Id, Input};
use crate::chart::{self, Chart};
use crate::ui::desk::Desk;
use crate::ui::widget::figure::Figure;
use crate::ui::widget::live::{Each, live, memo};
use crate::ui::widget::name_box::NameBox;
use crate::ui::widget::number_box::NumberBox;
use crate::ui::widget::rows::{AddRow, RowMenu, row_ids};
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, Unit, base as words, fit};

/// A cohort year by year, and how it goes on.
#[component]
pub fn ContractSection() -> impl IntoView {
    let desk = Desk::here();
    let workspace = Workspace::here();
    let cohort = memo(move || workspace.settled().with(Case::retention));
    Effect::new(move |_| {
        if desk.shown.with(Option::is_some) {
            desk.ask_renewals(cohort.get());
        }
    });
    let chart = memo(move || -> Result<Chart, Phrase> {
        let glass = workspace.glass();
        let found = desk.renewals.get()?;
        Ok(chart::base::renewals(&found, &cohort.get().counts, glass))
    });
    let says =
        live(move || chart.with(|chart| chart.as_ref().ok().map(|chart| chart.summary.clone())));
    let trust = live(move || {
        let language = workspace.language.get();
        let found = desk.renewals.get().ok()?;
        let (alpha, beta) = found.parameters;
        let number = |x: f64| workspace.glass().number(x, 3);
        let verdict = fit::verdict(found.verdict).to(language);
        Some(format!("α {}  β {}  {verdict}", number(alpha), number(beta)))
    });
    let row = move |id: Id| {
        let number = Number::Count(id);
        let name = live(move || {
            let language = workspace.language.get();
            workspace.frame().with(|frame| Input::Base(number).name(frame, language))
        });
        view! {
            <li>
                <span>{name}</span>
                <NumberBox input=Input::Base(number) bare=true/>
                <RowMenu rows=Rows::Counts id/>
            </li>
        }
        .into_any()
    };
    view! {
        <p class="finding">{says}</p>
        <p class="remark">{trust}</p>
        <div class="side-by-side">
            <div>
                <ul class="rungs"><Each ids=row_ids(Rows::Counts) row/></ul>
                <AddRow rows=Rows::Counts label=words::ADD_COUNT/>
            </div>
            <Figure chart/>
        </div>
    }
}

/// A few named customers: what each brings a year, and who may go.
#[component]
pub fn AccountsSection() -> impl IntoView {
    let workspace = Workspace::here();
    let says = live(move || {
        let glass = workspace.glass();
        workspace.case().with(|case| {
            let accounts = case.accounts().ok()?;
            let name = |k: &usize| case.base.accounts[*k].name.to(glass.language).to_owned();
            let risky: Vec<String> = accounts.at_risk().iter().map(name).collect();
            let best = accounts.best();
            Some(words::accounts(glass, &name(&best), accounts.values()[best], &risky))
        })
    });
    let row = move |id: Id| view! { <AccountRow id/> }.into_any();
    let heads = [
        words::GROUP_COLUMNS[0],
        words::FREQUENCY,
        words::SIZE,
        words::SATISFACTION,
        words::YEARLY,
    ];
    let heads =
        [words::list_column(crate::analysis::Column::Name), heads[1], heads[2], heads[3], heads[4]];
    view! {
        <p class="finding">{says}</p>
        <div class="grid accounts" tabindex="0" role="region" aria-label=workspace.tell(words::ACCOUNTS)>
            <table>
                <thead><tr>
                    {heads.map(|name| view! { <th scope="col">{workspace.tell(name)}</th> }).collect_view()}
                    <td></td>
                </tr></thead>
                <tbody><Each ids=row_ids(Rows::Accounts) row/></tbody>
            </table>
        </div>
        <AddRow rows=Rows::Accounts label=words::ADD_ACCOUNT/>
        <NumberBox input=Input::Base(Number::Threshold)/>
    }
}

#[component]
fn AccountRow(id: Id) -> impl IntoView {
    let workspace = Workspace::here();
    let place = move |case: &Case| case.base.accounts.iter().position(|account| account.id == id);
    let yearly = live(move || {
        let glass = workspace.glass();
        workspace.case().with(|case| {
            let (k, accounts) = (place(case)?, case.accounts().ok()?);
            let risk = if accounts.at_risk().contains(&k) {
                words::AT_RISK.to(glass.language)
            } else {
                ""
            };
            Some((glass.value(accounts.values()[k], Unit::Money), risk))
        })
    });
    let value = live(move || yearly.get().map(|(value, _)| value));
    let risk = live(move || yearly.get().map(|(_, risk)| risk));
    let cell = |number| view! { <td><NumberBox input=Input::Base(number) bare=true/></td> };
    view! {
        <tr>
            <th scope="row"><NameBox rows=Rows::Accounts id of=words::list_column(crate::analysis::Column::Name)/></th>
            {[Number::Frequency(id), Number::Size(id), Number::Satisfaction(id)].map(cell).collect_view()}
            <td class="yearly">{value} " " <small>{risk}</small></td>
            <td class="act"><RowMenu rows=Rows::Accounts id/></td>
        </tr>
    }
}
