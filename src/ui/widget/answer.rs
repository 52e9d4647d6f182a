//! Question and answer at the head of a page, and what to say where there is none.

use leptos::prelude::*;

use super::live::{When, part};
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, Piece, shell};

/// The question of the page and its answer in a sentence, with the number that matters marked.
#[component]
pub fn Answer(
    /// The question.
    question: Phrase,
    /// The answer; or why there is none.
    answer: Signal<Result<Vec<Piece>, Phrase>>,
) -> impl IntoView {
    let workspace = Workspace::here();
    let piece = |piece: Piece| match piece {
        Piece::Say(words) => view! { <span>{words}</span> }.into_any(),
        Piece::Figure(words) => view! { <em class="figure">{words}</em> }.into_any(),
    };
    let sentence = part(move || match answer.get() {
        Ok(pieces) => pieces.into_iter().map(piece).collect_view().into_any(),
        Err(reason) => view! { <span class="reason">{workspace.say(reason)}</span> }.into_any(),
    });
    view! {
        <h1>{workspace.tell(question)}</h1>
        <p class="answer" role="status" class:stale=workspace.stale>{sentence}</p>
        <When when=workspace.stale.into()>
            <p class="stale-remark">{workspace.tell(shell::STALE)}</p>
        </When>
    }
}
