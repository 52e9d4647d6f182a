//! Which offer gives more than its price asks?

mod inputs;
mod sections;

use leptos::prelude::*;

use self::inputs::Inputs;
use self::sections::{Changes, Profile};
use super::rules::RulesSection;
use super::{dragged_in_plane, drawn};
use crate::case::Case;
use crate::case::judging::{grip, working};
use crate::model::value_map::{ValueMap, ValueMapError};
use crate::ui::widget::answer::Answer;
use crate::ui::widget::figure::Figure;
use crate::ui::widget::formula::WorkingSection;
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{Memo, live, memo};
use crate::ui::widget::notes::Notes;
use crate::ui::workspace::Workspace;
use crate::words::{Glass, Phrase, Piece, perceived, rules, value_map as words};

/// The offers on the map, or why there is none.
type Outcome = Memo<Result<ValueMap, ValueMapError>>;

const fn reason(error: ValueMapError) -> Phrase {
    match error {
        ValueMapError::TooFewOffers => perceived::TOO_FEW,
        ValueMapError::Weights(_) => perceived::NO_WEIGHT,
        ValueMapError::Price(_) => words::NEEDS_PRICE,
        ValueMapError::NothingToCompare(_) => words::NEEDS_SCORE,
        ValueMapError::Slope | ValueMapError::Scores(_) => perceived::OUT_OF_RANGE,
    }
}

/// The page of the value map.
#[component]
pub fn ValueMapPage() -> impl IntoView {
    let workspace = Workspace::here();
    let outcome: Outcome = memo(move || workspace.case().with(Case::value_map));
    let findings: Outcome = memo(move || workspace.settled().with(Case::value_map));
    let answer = memo(move || {
        let map = outcome.get().map_err(reason)?;
        Ok(workspace.frame().with(|case| answer(case, &map, workspace.glass())))
    });
    let flag = live(move || {
        let glass = workspace.glass();
        workspace.settled().with(|case| flag(case, &findings.get(), glass))
    });
    let formula = memo(move || {
        let map = findings.get().ok()?;
        let (first, glass) = (map.ranking()[0], workspace.glass());
        Some(workspace.settled().with(|case| working::value_map(case, &map, first, glass)))
    });
    view! {
        <div class="tool">
            <section class="head">
                <Answer question=words::QUESTION answer/>
                <p class="flag">{flag}</p>
                <Map outcome/>
            </section>
            <section class="inputs">
                <Inputs/>
                <WorkingSection working=formula/>
            </section>
            <section class="more">
                <Changes outcome=findings/>
            </section>
            <section class="rest">
                <section>
                    <Heading title=rules::RULES remark=rules::REMARK/>
                    <RulesSection/>
                </section>
                <Profile outcome=findings/>
                <Notes notes=words::NOTES/>
            </section>
        </div>
    }
}

/// The map: offers that can be dragged both ways, and a line that can be turned.
#[component]
fn Map(outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let chart = drawn(workspace.case(), outcome, reason, Case::value_map_figure);
    let grips = memo(move || {
        let map = outcome.get().ok();
        map.map_or_else(Vec::new, |map| workspace.case().with(|case| grip::value_map(case, &map)))
    });
    view! { <Figure chart moved=dragged_in_plane(grips)/> }
}

/// Who is furthest right of the line, and how far.
fn answer(case: &Case, map: &ValueMap, glass: Glass) -> Vec<Piece> {
    let first = map.ranking()[0];
    let place = &map.places()[first];
    let first = words::First {
        name: case.offers[first].name.to(glass.language),
        verdict: place.verdict(),
        distance: place.distance(),
        ratios: (place.quality, place.price),
    };
    words::answer(glass, first)
}

/// Under the answer: at which price we would be fair; or which criterion is in the way.
fn flag(case: &Case, outcome: &Result<ValueMap, ValueMapError>, glass: Glass) -> Option<String> {
    let language = glass.language;
    match outcome {
        Ok(map) => {
            let (place, name) = (map.places().first()?, case.ours()?.name.to(language));
            let prices = (place.price * place.par_price(), place.fair_price());
            Some(words::ours(glass, case.worth_unit(), name, place.verdict(), prices))
        }
        Err(ValueMapError::NothingToCompare(k)) => {
            Some(words::culprit(language, case.criteria.get(*k)?.name.to(language)))
        }
        Err(_) => None,
    }
}
