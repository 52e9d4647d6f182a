//! The pages, each a view of the one case.

mod base;
mod claims;
mod curve;
mod cycle;
mod library;
mod lifetime;
mod ownership;
mod perceived;
mod prices;
mod rules;
mod segments;
mod value_map;
mod win_win;
mod worth;

use leptos::prelude::*;

use super::route::Route;
use super::widget::figure::Figure;
use super::widget::live::{Memo, live, memo, part};
use super::widget::number_box::NumberBox;
use super::workspace::Workspace;
use crate::case::grip::{Grip, PlaneGrip};
use crate::case::{Case, Input};
use crate::chart::{Chart, Point};
use crate::words::{Language, Phrase};

/// The page that the address names.
#[component]
pub fn Page() -> impl IntoView {
    let workspace = Workspace::here();
    let route = memo(move || workspace.route.get());
    part(move || match route.get() {
        Route::Perceived => perceived::PerceivedPage().into_any(),
        Route::Ownership => ownership::OwnershipPage().into_any(),
        Route::Worth => worth::WorthPage().into_any(),
        Route::ValueMap => value_map::ValueMapPage().into_any(),
        Route::Segments => segments::SegmentsPage().into_any(),
        Route::Curve => curve::CurvePage().into_any(),
        Route::Lifetime => lifetime::LifetimePage().into_any(),
        Route::Cycle => cycle::CyclePage().into_any(),
        Route::Claims => claims::ClaimsPage().into_any(),
        Route::WinWin => win_win::WinWinPage().into_any(),
        Route::Base => base::BasePage().into_any(),
        Route::Library => library::LibraryPage().into_any(),
    })
}

/// A section that opens: its answer in a sentence, the figure, its inputs beside it, and a note.
#[component]
fn Sketch(
    /// The figure, or why there is none; its summary is the answer.
    chart: Memo<Result<Chart, Phrase>>,
    /// Told which handle is dragged to which place.
    moved: Callback<(usize, f64)>,
    /// Definition, source and limit.
    note: Phrase,
    /// What else stands under the figure.
    #[prop(optional, into)]
    below: Option<AnyView>,
    /// The inputs.
    children: Children,
) -> impl IntoView {
    let workspace = Workspace::here();
    view! {
        <section class="sketch">
            <p class="finding">{said(chart)}</p>
            <div class="side-by-side">
                <div class="sketch-figure">
                    <Figure chart moved/>
                    {below}
                </div>
                <div class="sketch-inputs">{children()}</div>
            </div>
            <p class="remark">{workspace.tell(note)}</p>
        </section>
    }
}

/// A figure of what a page has worked out, with the numbers of `source`; or why there is none.
fn drawn<T: 'static, E: Copy + 'static>(
    source: ReadSignal<Case>,
    outcome: Memo<Result<T, E>>,
    reason: fn(E) -> Phrase,
    of: fn(&Case, &T, Language) -> Chart,
) -> Memo<Result<Chart, Phrase>> {
    let workspace = Workspace::here();
    memo(move || {
        let language = workspace.language.get();
        outcome.with(|outcome| {
            let found = outcome.as_ref().map_err(|error| reason(*error))?;
            Ok(source.with(|case| of(case, found, language)))
        })
    })
}

/// What a figure says in a sentence.
fn said(chart: Memo<Result<Chart, Phrase>>) -> Signal<Option<String>> {
    live(move || chart.with(|chart| chart.as_ref().ok().map(|chart| chart.summary.clone())))
}

/// A box for each of some numbers.
fn boxes(inputs: &[Input]) -> impl IntoView + use<> {
    inputs.iter().map(|input| view! { <NumberBox input=*input/> }).collect_view()
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

/// The same for a figure some of whose handles move both ways.
fn dragged_in_plane(grips: Memo<Vec<PlaneGrip>>) -> Callback<(usize, Point)> {
    let workspace = Workspace::here();
    Callback::new(move |(k, place): (usize, Point)| {
        let Some(grip) = grips.with_untracked(|grips| grips.get(k).copied()) else { return };
        let changes = workspace.case().with_untracked(|case| grip.changes(case, place));
        if let Some(held) = grip.known_by() {
            workspace.pull(held, &changes);
        }
    })
}
