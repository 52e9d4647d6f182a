//! The cases that ship with the page.

use leptos::prelude::*;

use crate::case::{Sample, library};
use crate::ui::browser;
use crate::ui::route::Route;
use crate::ui::widget::answer::Answer;
use crate::ui::widget::button::Button;
use crate::ui::widget::live::{When, live, memo};
use crate::ui::workspace::Workspace;
use crate::words::{Piece, shell};

/// Which case to begin with? An opened one is shown on the page it is about.
#[component]
pub fn LibraryPage() -> impl IntoView {
    let workspace = Workspace::here();
    let answer =
        memo(move || Ok(vec![Piece::Say(workspace.say(shell::LIBRARY_ANSWER).to_owned())]));
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
    let title =
        live(move || case.with_value(|case| case.title.to(workspace.language.get()).to_owned()));
    let lesson =
        live(move || case.with_value(|case| case.lesson.to(workspace.language.get()).to_owned()));
    let open = live(move || workspace.frame().with(|now| now.sample == Some(sample)));
    let called = live(move || format!("{}: {}", workspace.say(shell::OPEN_CASE), title.get()));
    let begin = move |()| {
        workspace.open_sample(sample);
        browser::go_to(Route::of_sample(sample).fragment());
    };
    view! {
        <li>
            <h2>{title} " " <When when=open><small>{workspace.tell(shell::OPEN_NOW)}</small></When></h2>
            <p>{lesson}</p>
            <Button label=shell::OPEN_CASE name=called act=begin/>
        </li>
    }
}
