//! Which rival our offer is compared with.

use leptos::prelude::*;

use super::{Outcome, reason};
use crate::case::Id;
use crate::case::change::Rows;
use crate::model::ownership::Difference;
use crate::ui::widget::live::{Memo, When, live, memo};
use crate::ui::widget::rows::row_ids;
use crate::ui::widget::select::Select;
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, ownership as words};

/// The rival in force: the one that the client compares ours with, if one is named in the case, else
/// the cheapest to own.
#[derive(Clone, Copy)]
pub struct Rival {
    workspace: Workspace,
    place: Memo<Option<usize>>,
}

impl Rival {
    /// The cheapest of the rivals in `outcome`, unless another is named.
    pub fn new(outcome: Outcome) -> Self {
        let workspace = Workspace::here();
        let place = memo(move || {
            let named = workspace.frame().with(|frame| frame.offer_index(frame.worth.against?));
            named
                .filter(|k| *k > 0)
                .or_else(|| outcome.with(|tally| tally.as_ref().ok()?.best_rival(0)))
        });
        Self { workspace, place }
    }

    /// Its place among the offers; none where ours is alone.
    pub fn place(self) -> Option<usize> {
        self.place.get()
    }

    /// What owning ours costs more.
    ///
    /// # Errors
    /// Says in words why there is no such difference.
    pub fn difference(self, outcome: Outcome) -> Result<Difference, Phrase> {
        let place = self.place().ok_or(words::ALONE)?;
        outcome.with(|tally| {
            tally.as_ref().map_err(|error| reason(*error))?.difference(0, place).ok_or(words::ALONE)
        })
    }

    /// The names of ours and of the rival.
    pub fn names(self) -> [String; 2] {
        let language = self.workspace.language.get();
        let places = [Some(0), self.place()];
        self.workspace.frame().with(|frame| {
            places.map(|place| {
                let offer = place.and_then(|k| frame.offers.get(k));
                offer.map_or_else(String::new, |offer| offer.name.to(language).to_owned())
            })
        })
    }

    /// Something said of the two, in words; none where ours is alone.
    pub fn says<T>(self, of: impl FnOnce([&str; 2]) -> T) -> Option<T> {
        self.place()?;
        let names = self.names();
        Some(of([&names[0], &names[1]]))
    }
}

/// The choice of the rival, where there are several.
#[component]
pub fn RivalChoice() -> impl IntoView {
    let workspace = Workspace::here();
    let offers = row_ids(Rows::Offers);
    let rivals = memo(move || offers.with(|ids| ids.iter().skip(1).copied().collect::<Vec<_>>()));
    let names = memo(move || {
        let language = workspace.language.get();
        let name = |id: &Id| {
            workspace.frame().with(|frame| frame.offer(*id).map(|o| o.name.to(language).to_owned()))
        };
        let best = words::BEST_RIVAL.to(language).to_owned();
        let named = rivals.with(|ids| ids.iter().filter_map(name).collect::<Vec<_>>());
        std::iter::once(best).chain(named).collect()
    });
    let chosen = live(move || {
        let against = workspace.frame().with(|frame| frame.worth.against);
        let place = rivals.with(|ids| ids.iter().position(|id| Some(*id) == against));
        place.map_or(0, |k| k + 1)
    });
    let choose = Callback::new(move |k: usize| {
        let against = rivals.with_untracked(|ids| ids.get(k.checked_sub(1)?).copied());
        workspace.edit(|case| case.worth.against = against);
    });
    let called = live(move || workspace.say(words::RIVAL).to_owned());
    view! {
        <When when=live(move || rivals.with(|rivals| rivals.len() > 1))>
            <p class="rival">
                <span aria-hidden="true">{workspace.tell(words::RIVAL)}</span>
                <Select called names chosen choose/>
            </p>
        </When>
    }
}
