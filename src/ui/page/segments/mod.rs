//! Who will choose us, and where is the value?

mod inputs;
mod later;
mod pricing;

use leptos::prelude::*;

use self::inputs::Inputs;
use self::later::LaterSection;
use self::pricing::{Levers, Pricing};
use crate::case::Case;
use crate::case::market::NoEquity;
use crate::model::choice::{Market, MarketError};
use crate::model::segments::{Segments, SegmentsError};
use crate::ui::widget::answer::Answer;
use crate::ui::widget::figure::Figure;
use crate::ui::widget::fold::Fold;
use crate::ui::widget::formula::WorkingSection;
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{Memo, live, memo};
use crate::ui::widget::notes::Notes;
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, segments as words};

/// The segments choosing among the offers, or why they cannot.
type Outcome = Memo<Result<Market, MarketError>>;
/// The segments by heads and by value, or why they cannot be counted.
type Equity = Memo<Result<Segments, NoEquity>>;

const fn reason(error: MarketError) -> Phrase {
    match error {
        MarketError::Weights(..) => words::NO_WEIGHT,
        _ => words::OUT_OF_RANGE,
    }
}

const fn no_equity(error: NoEquity) -> Phrase {
    match error {
        NoEquity::Lifetime(_) => words::NO_LIFETIME,
        NoEquity::Segments(SegmentsError::NoCustomer) => words::NO_CUSTOMER,
        NoEquity::Segments(_) => words::OUT_OF_RANGE,
    }
}

/// The market of `case`; none without customers.
fn chosen(case: &Case) -> Result<Market, Phrase> {
    let market = case.choices().map_err(reason)?;
    let heads: f64 = case.segment_heads().iter().sum();
    if heads > 0.0 { Ok(market) } else { Err(words::NO_CUSTOMER) }
}

/// The page of segments.
#[component]
pub fn SegmentsPage() -> impl IntoView {
    let workspace = Workspace::here();
    let answer = memo(move || {
        let glass = workspace.glass();
        workspace.case().with(|case| Ok(case.choices_answer(&chosen(case)?, glass)))
    });
    let choices = memo(move || {
        let language = workspace.language.get();
        workspace.case().with(|case| Ok(case.choices_figure(&chosen(case)?, language)))
    });
    let outcome: Outcome = memo(move || workspace.settled().with(Case::choices));
    let equity: Equity = memo(move || workspace.settled().with(Case::equity));
    let line = live(move || {
        let (market, equity) = (outcome.get().ok()?, equity.get().ok()?);
        let glass = workspace.glass();
        Some(workspace.settled().with(|case| case.equity_line(&market, &equity, glass)))
    });
    view! {
        <div class="tool">
            <section class="head">
                <Answer question=words::QUESTION answer/>
                <p class="flag">{line}</p>
                <Figure chart=choices/>
            </section>
            <section class="inputs">
                <Inputs/>
                <Working outcome equity/>
            </section>
            <section class="more">
                <HeadsAndValue equity/>
                <Pricing/>
            </section>
            <section class="rest">
                <Fold title=words::LEVERS remark=words::LEVERS_REMARK class="wide"><Levers/></Fold>
                <Fold title=words::POSITIONS remark=words::POSITIONS_REMARK class="wide"><LaterSection/></Fold>
                <Notes notes=words::NOTES/>
            </section>
        </div>
    }
}

/// Heads against value, segment by segment.
#[component]
fn HeadsAndValue(equity: Equity) -> impl IntoView {
    let workspace = Workspace::here();
    let chart = memo(move || {
        let segments = equity.get().map_err(no_equity)?;
        let language = workspace.language.get();
        let chart = workspace.settled().with(|case| case.equity_figure(&segments, language));
        chart.ok_or(words::NO_WORTH)
    });
    view! {
        <section>
            <Heading title=words::EQUITY/>
            <Figure chart/>
        </section>
    }
}

/// How the choice of the largest segment and the value of all are worked out.
#[component]
fn Working(outcome: Outcome, equity: Equity) -> impl IntoView {
    let workspace = Workspace::here();
    let working = memo(move || {
        let (market, segments) = (outcome.get().ok()?, equity.get().ok());
        let glass = workspace.glass();
        workspace.settled().with(|case| {
            let mut working = case.choice_working(&market, glass)?;
            working
                .extend(segments.and_then(|s| case.equity_working(&s, glass)).unwrap_or_default());
            Some(working)
        })
    });
    let example = live(move || {
        let glass = workspace.glass();
        workspace.settled().with(|case| {
            let segment = case.market.segments.get(case.example_segment())?;
            Some(words::example_of(glass, segment.name.to(glass.language)))
        })
    });
    view! {
        <WorkingSection working about=example/>
    }
}
