//! Definition, source, assumptions, limits, the usual mistake.

use leptos::prelude::*;

use super::heading::Heading;
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, shell};

/// The notes of a page.
#[component]
pub fn Notes(
    /// Heading and text of each note.
    notes: &'static [(Phrase, Phrase)],
) -> impl IntoView {
    let workspace = Workspace::here();
    let note = move |(heading, text): &(Phrase, Phrase)| {
        let (heading, text) = (*heading, *text);
        view! {
            <dt>{workspace.tell(heading)}</dt>
            <dd>{workspace.tell(text)}</dd>
        }
    };
    view! {
        <section class="notes">
            <Heading title=shell::NOTES/>
            <dl>{notes.iter().map(note).collect_view()}</dl>
        </section>
    }
}
