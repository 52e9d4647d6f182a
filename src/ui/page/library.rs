//! The cases that ship with the page.

use leptos::prelude::*;

use crate::case::{Sample, library};
use crate::ui::workspace::Workspace;
use crate::words::{Piece, shell};
use crate::ui::widget::answer::Answer;

/// Which case to begin with?
#[component]
pub fn LibraryPage() -> impl IntoView {
    let workspace = Workspace::here();
    let answer = Signal::derive(move || {
        Ok(vec![Piece::Say(workspace.say(shell::LIBRARY_ANSWER).to_owned())])
    });
    view! {
        <div class="library">
            <Answer question=shell::LIBRARY_QUESTION answer/>
            <ul class="cases">
                {Sample::ALL.into_iter().map(|sample| view! { <SampleCard sample/> }).collect_view()}
            </ul>
        </div>
    }
}

/// One case: what it is called, what it teaches, and whether it is open.
#[component]
fn SampleCard(sample: Sample) -> impl IntoView {
    let workspace = Workspace::here();
    let case = StoredValue::new(library::open(sample));
    let title = move || case.with_value(|case| case.title.to(workspace.language.get()).to_owned());
    let lesson = move || case.with_value(|case| case.lesson.to(workspace.language.get()).to_owned());
    let open = move || workspace.case.with(|now| now.sample == Some(sample));
    let called = move || format!("{}: {}", workspace.say(shell::OPEN_CASE), title());
    view! {
        <li>
            <h2>{title} <Show when=open><small>{move || workspace.say(shell::OPEN_NOW)}</small></Show></h2>
            <p>{lesson}</p>
            <button type="button" aria-label=called on:click=move |_| workspace.open_sample(sample)>
                {move || workspace.say(shell::OPEN_CASE)}
            </button>
        </li>
    }
}
