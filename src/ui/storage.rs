//! Keeping the case in this browser: half a second after a change, and on leaving the page.

use std::time::Duration;

use leptos::ev;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::browser;
use super::workspace::{Saving, Workspace};
use crate::case::{Case, Sample, file, library};

/// Where the case is kept.
const CASE_KEY: &str = "customer-value.case";
/// Where a case is put aside that could not be read.
const BROKEN_KEY: &str = "customer-value.case.broken";
/// How long after a change the case is kept.
const PAUSE: Duration = Duration::from_millis(300);

/// What the browser has kept of the case.
#[derive(Clone, Copy)]
pub struct Keeper {
    workspace: Workspace,
    /// The text as this tab last read or wrote it.
    known: StoredValue<Option<String>>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

/// The case to open with, and whether one was kept that could not be read.
pub fn first_case() -> (Case, bool) {
    match browser::kept(CASE_KEY) {
        None => (library::open(Sample::default()), false),
        Some(text) => {
            if let Ok(case) = file::open(&text) {
                (case, false)
            } else {
                browser::keep(BROKEN_KEY, &text);
                browser::forget(CASE_KEY);
                (library::open(Sample::default()), true)
            }
        }
    }
}

impl Keeper {
    /// Keeps the case of `workspace` from now on.
    pub fn start(workspace: Workspace) -> Self {
        let keeper = Self {
            workspace,
            known: StoredValue::new(browser::kept(CASE_KEY)),
            timer: StoredValue::new(None),
        };
        Effect::watch(move || workspace.case().track(), move |(), _, _| keeper.soon(), false);
        workspace.case().with_untracked(|case| browser::leave_case(&file::save(case)));
        let _ = window_event_listener(ev::pagehide, move |_| keeper.now());
        let _ = window_event_listener(ev::visibilitychange, move |_| keeper.now());
        let _ = window_event_listener(ev::storage, move |event| {
            if event.key().as_deref() == Some(CASE_KEY) && keeper.differs() {
                workspace.saving.set(Saving::Conflict);
            }
        });
        keeper
    }

    /// Keeps the case in a moment, when no further change has come.
    fn soon(self) {
        if let Some(timer) = self.timer.get_value() {
            timer.clear();
        }
        if self.workspace.saving.get_untracked() != Saving::Conflict {
            self.workspace.saving.set(Saving::Pending);
        }
        self.timer.set_value(set_timeout_with_handle(move || self.now(), PAUSE).ok());
    }

    /// Keeps the case at once, unless another tab has kept another since.
    fn now(self) {
        let Some(text) = self.workspace.case().try_with_untracked(file::save) else { return };
        browser::leave_case(&text);
        let saving = self.workspace.saving;
        match saving.get_untracked() {
            Saving::Saved | Saving::Conflict => {}
            Saving::Pending | Saving::Refused if self.differs() => saving.set(Saving::Conflict),
            Saving::Pending | Saving::Refused => self.write(&text),
        }
    }

    fn write(self, text: &str) {
        let kept = browser::keep(CASE_KEY, text);
        if kept {
            self.known.set_value(Some(text.to_owned()));
        }
        self.workspace.saving.set(if kept { Saving::Saved } else { Saving::Refused });
    }

    /// Whether something else is kept than this tab knows of.
    fn differs(self) -> bool {
        let kept = browser::kept(CASE_KEY);
        kept.is_some() && self.known.with_value(|known| *known != kept)
    }

    /// Settles a conflict for this tab's case.
    pub fn keep_mine(self) {
        let text = self.workspace.case().with_untracked(file::save);
        self.write(&text);
    }

    /// Settles a conflict for the other tab's case.
    pub fn take_theirs(self) {
        let kept = browser::kept(CASE_KEY);
        let theirs = kept.as_deref().and_then(|text| file::open(text).ok());
        self.known.set_value(kept);
        self.workspace.saving.set(Saving::Saved);
        if let Some(case) = theirs {
            self.workspace.edit(|now| *now = case);
        }
    }
}
