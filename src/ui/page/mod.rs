//! The pages, each a view of the one case.

mod library;
mod lifetime;
mod perceived;

use leptos::prelude::*;

use super::route::Route;
use super::widget::live::{memo, part};
use super::workspace::Workspace;
use crate::case::grip::Grip;

/// The page that the address names.
#[component]
pub fn Page() -> impl IntoView {
    let workspace = Workspace::here();
    let route = memo(move || workspace.route.get());
    part(move || match route.get() {
        Route::Perceived => perceived::PerceivedPage().into_any(),
        Route::Lifetime => lifetime::LifetimePage().into_any(),
        Route::Library => library::LibraryPage().into_any(),
    })
}

/// Sets the input of a handle that is dragged, by the grips of its figure.
fn dragged(grips: Memo<Vec<Grip>>) -> Callback<(usize, f64)> {
    let workspace = Workspace::here();
    Callback::new(move |(k, place): (usize, f64)| {
        let Some(grip) = grips.with_untracked(|grips| grips.get(k).copied()) else { return };
        let value = workspace.case().with_untracked(|case| grip.value(case, place));
        workspace.set(grip.input, value);
    })
}
