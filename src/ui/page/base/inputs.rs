//! The model by hand, how far to look ahead, and one customer to ask about.

use leptos::prelude::*;

use crate::analysis::Kind;
use crate::case::Input;
use crate::case::base::Number;
use crate::ui::desk::Desk;
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::CaseChoice;
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{live, memo, part};
use crate::ui::widget::number_box::NumberBox;
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, base as words};

const KINDS: &[(Kind, Phrase)] = &[
    (Kind::BgNbd, words::kind(Kind::BgNbd)),
    (Kind::MbgNbd, words::kind(Kind::MbgNbd)),
    (Kind::ParetoNbd, words::kind(Kind::ParetoNbd)),
];

/// Boxes for some numbers of the base.
fn boxes(numbers: impl IntoIterator<Item = Number>) -> AnyView {
    let one = |number| view! { <NumberBox input=Input::Base(number)/> };
    numbers.into_iter().map(one).collect_view().into_any()
}

/// All inputs of the page beside the data.
#[component]
pub fn Inputs() -> impl IntoView {
    let workspace = Workspace::here();
    let desk = Desk::here();
    let kind = memo(move || workspace.frame().with(|case| case.base.kind));
    let nothing =
        live(move || desk.shown.with(|shown| shown.as_ref().is_none_or(|s| s.fits.is_empty())));
    view! {
        <section>
            <Heading title=words::MODEL remark=words::BY_HAND/>
            <CaseChoice label=words::KIND options=KINDS get=|case| case.base.kind
                set=|case, kind| case.base.kind = kind/>
            {part(move || boxes(Number::parameters(kind.get())))}
            <div class="bring"><Button label=words::FIT class="main" disabled=nothing act=move |()| desk.fit()/></div>
        </section>
        <section>
            <Heading title=words::SPENDING_HEAD/>
            {boxes((0..3).map(Number::Spending))}
        </section>
        <section>
            <Heading title=words::OUTLOOK/>
            {boxes([Number::Ahead])}
            <NumberBox input=Input::Years/>
            <NumberBox input=Input::Discount/>
            <NumberBox input=Input::MarginRate/>
        </section>
        <section>
            <Heading title=words::ONE/>
            {boxes((0..4).map(Number::Asked))}
        </section>
    }
}
