//! How far the case stands when our claims come true only in part, the price that follows from a
//! share, and who gains what.

use leptos::prelude::*;

use super::{Outcome, claim, figure, grips, source_mark};
use crate::case::worth::{Difference, Number};
use crate::case::{Case, Input};
use crate::model::economic_value::{Claim, EconomicValue};
use crate::ui::page::dragged;
use crate::ui::widget::button::Button;
use crate::ui::widget::figure::Figure;
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{When, live, memo, part};
use crate::ui::widget::number_box::NumberBox;
use crate::ui::workspace::Workspace;
use crate::words::{Glass, Unit, worth as words};

/// A difference in the table of claims.
#[derive(Clone, PartialEq)]
struct Claimed {
    name: String,
    /// Whose number it is, by its place and its word.
    source: (&'static str, &'static str),
    /// How sure it is, by its degree and in words.
    confidence: (&'static str, String),
    /// What it counts with all our claims, half of them, and none.
    amounts: [String; 3],
}

/// How much of our claims must be true, and what is left of the value when less is.
#[component]
pub fn Claims(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let needed = live(move || {
        let value = outcome.get().ok()?;
        Some(words::needed(workspace.glass(), value.claim_needed()))
    });
    view! {
        <When when=live(move || outcome.with(Result::is_ok))>
            <section>
                <Heading title=words::CLAIMS/>
                <p class="finding">{needed}</p>
                <div class="table" tabindex="0" role="region" aria-label=workspace.tell(words::CLAIMS)>
                    <ClaimTable outcome/>
                </div>
            </section>
        </When>
    }
}

/// Every difference and the results with all our claims, half of them, and none.
#[component]
fn ClaimTable(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let rows = memo(move || {
        let value = outcome.get().ok()?;
        Some(workspace.settled().with(|case| claimed(case, &value, workspace.glass())))
    });
    let results = memo(move || Some(results(&outcome.get().ok()?, workspace.glass())));
    let now = memo(move || claim(workspace));
    let head = move |claim: Claim| {
        let current = live(move || (now.get() == claim).then_some("true"));
        view! { <th scope="col" aria-current=current>{workspace.tell(words::claim(claim))}</th> }
    };
    let line = move |(name, cells): (&'static str, [String; 3])| {
        let cells = cells.into_iter().map(|cell| view! { <td>{cell}</td> }).collect_view();
        view! { <tr><th scope="row" colspan="2">{name}</th>{cells}</tr> }
    };
    view! {
        <table class="claims">
            <thead>
                <tr>
                    <th scope="col">{workspace.tell(words::DIFFERENCE)}</th>
                    <th scope="col">{workspace.tell(words::BASIS)}</th>
                    {Claim::ALL.into_iter().map(head).collect_view()}
                </tr>
            </thead>
            <tbody>
                {part(move || rows.get().map(|rows| rows.into_iter().map(claimed_row).collect_view()))}
            </tbody>
            <tfoot>
                {part(move || results.get().map(|rows| rows.into_iter().map(line).collect_view()))}
            </tfoot>
        </table>
    }
}

fn claimed_row(row: Claimed) -> impl IntoView {
    let (source, whose) = row.source;
    let (degree, sure) = row.confidence;
    let cells = row.amounts.into_iter().map(|cell| view! { <td>{cell}</td> }).collect_view();
    view! {
        <tr>
            <th scope="row">{row.name}</th>
            <td class="basis">
                <span class="chip" data-source=source>{whose}</span> " "
                <span class="chip" data-degree=degree>{sure}</span>
            </td>
            {cells}
        </tr>
    }
}

/// The differences; what changing over costs is one where it costs anything.
fn claimed(case: &Case, value: &EconomicValue, glass: Glass) -> Vec<Claimed> {
    let counted = Claim::ALL.map(|claim| value.differences(claim));
    let row = |(k, difference): (usize, &Difference)| {
        let degree = match difference.confidence {
            0.8.. => "high",
            0.5.. => "middle",
            _ => "low",
        };
        let word = words::confidence(difference.confidence).to(glass.language);
        let share = glass.value(difference.confidence, Unit::Share);
        Claimed {
            name: difference.name.to(glass.language).to_owned(),
            source: (
                source_mark(difference.source),
                words::source(difference.source).to(glass.language),
            ),
            confidence: (degree, format!("{word} {share}")),
            amounts: counted
                .each_ref()
                .map(|all| glass.signed(all.get(k).copied().unwrap_or_default(), Unit::Plain)),
        }
    };
    case.worth.differences.iter().enumerate().map(row).collect()
}

/// Total value, what the client keeps, and where the price lies.
fn results(value: &EconomicValue, glass: Glass) -> Vec<(&'static str, [String; 3])> {
    let money = |x: f64| glass.cell(x, Unit::Money);
    let zone = |claim| words::zone_word(value.zone(claim)).to(glass.language).to_owned();
    [
        (words::TOTAL, Claim::ALL.map(|claim| money(value.total(claim)))),
        (
            words::CLIENT_KEEPS,
            Claim::ALL.map(|claim| glass.signed(value.surplus(claim), Unit::Plain)),
        ),
        (words::VERDICT, Claim::ALL.map(zone)),
    ]
    .map(|(name, cells)| (name.to(glass.language), cells))
    .into()
}

/// The price that leaves the client a share of the joint gain, and why they should change.
#[component]
pub fn Pricing(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let price = memo(move || {
        let value = outcome.get().ok()?;
        workspace
            .case()
            .with(|case| Some((case.ours()?.id, case.fair_price(&value)?, case.worth.left)))
    });
    let says = live(move || {
        let left = workspace.case().with(|case| case.worth.left);
        words::fair_price(workspace.glass(), price.get().map(|(_, price, _)| price), left)
    });
    let incentive = live(move || {
        let value = outcome.get().ok()?;
        let share = value.incentive(claim(workspace));
        Some(words::incentive(workspace.glass(), share, value.premium()))
    });
    let take = move |()| {
        if let Some((ours, price, _)) = price.get_untracked() {
            workspace.edit(|case| Input::Price(ours).set(case, price));
        }
    };
    view! {
        <When when=live(move || outcome.with(Result::is_ok))>
            <section>
                <Heading title=words::PRICING/>
                <NumberBox input=Input::Worth(Number::Left)/>
                <p class="finding">{says} " "
                    <When when=live(move || price.with(Option::is_some))>
                        <Button label=words::TAKE_PRICE class="quiet" act=take/>
                    </When>
                </p>
                <p class="remark">{incentive}</p>
            </section>
        </When>
    }
}

/// What each side gains, and how the price moves it from one to the other.
#[component]
pub fn SidesSection(outcome: Outcome) -> impl IntoView {
    let chart = figure(outcome, Case::sides_figure);
    let says =
        live(move || chart.with(|chart| chart.as_ref().ok().map(|chart| chart.summary.clone())));
    view! {
        <section>
            <Heading title=words::SQUARE remark=words::SQUARE_REMARK/>
            <p class="finding">{says}</p>
            <Figure chart moved=dragged(grips(outcome, Case::sides_grips))/>
        </section>
    }
}
