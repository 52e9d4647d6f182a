//! Question and answer at the head of a page, and what to say where there is none.

use leptos::html;
use leptos::prelude::*;

use super::live::{Memo, When, live, part};
use crate::case::Case;
use crate::ui::browser;
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, Piece, shell};

/// An answer in a sentence, or why there is none.
pub type Sentence = Memo<Result<Vec<Piece>, Phrase>>;

/// Height of the toolbar where it stays in view, in CSS pixels; `--bar-height` in the styles.
const BAR: i32 = 57;

/// The question of the page and its answer in a sentence, with the number that matters marked.
#[component]
pub fn Answer(
    /// The question.
    question: Phrase,
    /// The answer; or why there is none.
    answer: Sentence,
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
    // Out of view it goes with the toolbar, so that it is seen while a number far below is changed.
    let place = NodeRef::<html::P>::new();
    place.on_load(move |place| {
        browser::observe_sight(&place, -BAR, move |seen| {
            workspace.headline.set((!seen).then_some(answer));
        });
    });
    let blank = live(move || workspace.frame().with(Case::is_blank));
    on_cleanup(move || workspace.headline.set(None));
    view! {
        <h1>{workspace.tell(question)}</h1>
        <p class="answer" role="status" node_ref=place class:stale=workspace.stale.signal()>{sentence}</p>
        <When when=workspace.stale.into()>
            <p class="stale-remark">{workspace.tell(shell::STALE)}</p>
        </When>
        <When when=blank>
            <p class="remark">{workspace.tell(shell::PLACES_HELD)}</p>
        </When>
    }
}
