//! What our curve has come to: our share of the market beside those who follow.

use leptos::prelude::*;

use crate::case::curve::Number;
use crate::case::{Case, Input};
use crate::ui::page::{Sketch, boxes, dragged};
use crate::ui::widget::live::memo;
use crate::ui::workspace::Workspace;
use crate::words::standing as words;

/// Our share, and those of the next five.
#[component]
pub fn StandingSection() -> impl IntoView {
    let workspace = Workspace::here();
    let chart = memo(move || {
        let language = workspace.language.get();
        workspace.case().with(|case| {
            let market = case.leadership().ok_or(words::MORE_THAN_ALL)?;
            Ok(case.standing_figure(&market, language))
        })
    });
    let grips = memo(move || workspace.case().with(Case::standing_grips));
    view! {
        <Sketch chart moved=dragged(grips) note=words::NOTE>
            {boxes(&[Input::Curve(Number::Ours)])}
            {boxes(&[0, 1, 2, 3, 4].map(|k| Input::Curve(Number::Other(k))))}
        </Sketch>
    }
}
