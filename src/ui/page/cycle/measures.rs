//! What can be done: each measure with what it alone would add, and its numbers once it is taken.

use leptos::prelude::*;

use super::Outcome;
use super::buying::StageChoice;
use crate::case::Input;
use crate::case::cycle::{Measure, Refusal};
use crate::ui::page::boxes;
use crate::ui::widget::button::Button;
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{When, live, memo};
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, Unit, cycle as words};

const fn refusal(why: Refusal) -> Phrase {
    match why {
        Refusal::NoStage => words::NO_STAGE,
        Refusal::TooShort => words::TOO_SHORT,
        Refusal::NothingLeft => words::NOTHING_LEFT,
        Refusal::NoCost => words::NO_COST,
        Refusal::TooLate => words::TOO_LATE,
        Refusal::OutOfRange => words::OUT_OF_RANGE,
    }
}

/// The measures.
#[component]
pub fn MeasureList(outcome: Outcome) -> impl IntoView {
    view! {
        <section class="measures">
            <Heading title=words::MEASURES_HEAD remark=words::MEASURES_REMARK/>
            {Measure::ALL.map(|measure| view! { <OneMeasure measure outcome/> })}
        </section>
    }
}

/// One measure: whether it is taken, what it alone adds, or why it does not apply; its numbers.
#[component]
fn OneMeasure(measure: Measure, outcome: Outcome) -> impl IntoView {
    let workspace = Workspace::here();
    let taken = memo(move || workspace.frame().with(|case| case.cycle.takes(measure)));
    let gain = memo(move || {
        outcome.with(|outcome| outcome.as_ref().ok().map(|o| o.gains[measure.index()]))
    });
    let adds = live(move || {
        let gain = gain.get()?.ok()?;
        Some(workspace.glass().signed(gain, Unit::Money))
    });
    let less = live(move || matches!(gain.get(), Some(Ok(gain)) if gain < 0.0));
    let why = live(move || Some(workspace.say(refusal(gain.get()?.err()?))));
    let turn = move |()| workspace.edit(|case| case.cycle.turn(measure));
    let numbers: Vec<Input> = measure.numbers().iter().map(|n| Input::Cycle(*n)).collect();
    view! {
        <div class="measure">
            <div class="measure-head">
                <span class="switch">
                    <Button label=words::MEASURES[measure.index()]
                        pressed=live(move || taken.get()) act=turn/>
                </span>
                <b class:less=less>{adds}</b>
            </div>
            <p class="remark">{why}</p>
            <When when=taken.into()>
                {(measure == Measure::Cost).then(|| view! { <StageChoice/> })}
                {boxes(&numbers)}
                <p class="remark">{workspace.tell(words::MEASURES_NOTES[measure.index()])}</p>
            </When>
        </div>
    }
}
