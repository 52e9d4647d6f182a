//! All state of the page, each piece with its lifetime: the document (saved, shared, undone), the
//! reader (kept in this browser) and the screen (forgotten on reload).

use std::time::Duration;

use leptos::prelude::*;

use super::browser;
use super::route::Route;
use super::widget::answer::Sentence;
use super::widget::live::{Memo, memo};
use crate::case::history::History;
use crate::case::{Case, Input, Sample, file, library};
use crate::chart::palette::Theme;
use crate::words::{Glass, Language, Phrase, shell};

/// How far behind the settled document may be.
const SETTLING: Duration = Duration::from_millis(100);

/// Where the language is kept.
pub const LANGUAGE_KEY: &str = "customer-value.language";
/// Where the theme is kept.
pub const THEME_KEY: &str = "customer-value.theme";

/// The one workspace, provided at the root.
#[derive(Clone, Copy)]
pub struct Workspace {
    /// The document. Written only by [`Workspace::put`].
    case: RwSignal<Case>,
    /// The same without its numbers: rows, names, and how it is counted.
    frame: RwSignal<Case>,
    /// The numbers that are shown in boxes, one by one.
    numbers: StoredValue<Vec<Shown>>,
    /// The document as it was a moment ago, for what may follow a little later.
    settled: RwSignal<Case>,
    /// Whether the settled document is about to follow.
    settling: StoredValue<bool>,
    /// The sample it began as.
    pub sample: Memo<Option<Case>>,
    glass: Memo<Glass>,
    history: RwSignal<History>,
    /// The reader's language.
    pub language: RwSignal<Language>,
    /// The reader's theme; none follows the system.
    pub look: RwSignal<Option<Theme>>,
    system_dark: ReadSignal<bool>,
    /// The page shown.
    pub route: RwSignal<Route>,
    /// For each box on the page whether its text cannot be read, by the box's number.
    boxes: RwSignal<Vec<(u32, Memo<bool>)>>,
    /// Whether any of them cannot be read: what is shown is then worked out from earlier numbers.
    pub stale: Memo<bool>,
    /// Texts that boxes have refused, kept while their page is left.
    refused: StoredValue<Vec<(Input, Option<f64>, String)>>,
    /// The number that is pointed at, in a box or in a formula.
    pub linked: RwSignal<Option<Input>>,
    /// The headings of the sections that are open.
    pub opened: RwSignal<Vec<Phrase>>,
    /// The answer of the page while it is out of view.
    pub headline: RwSignal<Option<Sentence>>,
    /// Something to tell the reader.
    pub message: RwSignal<Option<Message>>,
    /// Whether a step has been made since.
    outspoken: StoredValue<bool>,
    /// Whether the case is kept in this browser.
    pub saving: RwSignal<Saving>,
}

/// A number that a box shows.
#[derive(Clone, Copy)]
struct Shown {
    input: Input,
    signal: RwSignal<Option<f64>>,
}

/// Something to tell the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Message {
    /// What.
    pub words: Phrase,
    /// Whether it tells of a step that can be taken back.
    pub undoes: bool,
}

/// Whether the case is kept in this browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// It is.
    Saved,
    /// It will be in a moment.
    Pending,
    /// The browser does not allow it.
    Refused,
    /// Another tab has kept another case since.
    Conflict,
}

impl Workspace {
    /// A workspace that opens with `case`.
    pub fn new(case: Case) -> Self {
        let case = RwSignal::new(case);
        let frame = RwSignal::new(case.with_untracked(Case::without_numbers));
        let language = RwSignal::new(first_language());
        let boxes = RwSignal::new(Vec::<(u32, Memo<bool>)>::new());
        let sample = memo(move || frame.with(|frame| frame.sample));
        Self {
            case,
            frame,
            numbers: StoredValue::default(),
            settled: RwSignal::new(case.get_untracked()),
            settling: StoredValue::new(false),
            sample: memo(move || sample.get().map(library::open)),
            glass: memo(move || frame.with(|frame| frame.glass(language.get()))),
            history: RwSignal::default(),
            language,
            look: RwSignal::new(browser::kept(THEME_KEY).and_then(|name| theme_named(&name))),
            system_dark: browser::media("(prefers-color-scheme: dark)"),
            route: RwSignal::new(Route::of(&browser::fragment())),
            boxes,
            stale: memo(move || boxes.with(|boxes| boxes.iter().any(|(_, bad)| bad.get()))),
            refused: StoredValue::default(),
            linked: RwSignal::default(),
            opened: RwSignal::default(),
            headline: RwSignal::default(),
            message: RwSignal::default(),
            outspoken: StoredValue::new(false),
            saving: RwSignal::new(Saving::Saved),
        }
    }

    /// The workspace of the page.
    pub fn here() -> Self {
        expect_context()
    }

    /// How the reader sees numbers.
    pub fn glass(self) -> Glass {
        self.glass.get()
    }

    /// A phrase in the reader's language.
    pub fn say(self, phrase: Phrase) -> &'static str {
        phrase.to(self.language.get())
    }

    /// The same as something to put into a view: it follows the language. All phrases on the page
    /// are of this one type, so that the program holds the code that shows them once.
    pub fn tell(self, phrase: Phrase) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
        move || self.say(phrase)
    }

    /// The theme in force.
    pub fn theme(self) -> Theme {
        let system = if self.system_dark.get() { Theme::Dark } else { Theme::Light };
        self.look.get().unwrap_or(system)
    }

    /// Changes the case, in one step of undo.
    pub fn edit(self, change: impl FnOnce(&mut Case)) {
        self.change(None, change);
    }

    /// Changes the case; where only `input` is changed it may be part of a step that goes on.
    fn change(self, input: Option<Input>, change: impl FnOnce(&mut Case)) {
        let before = self.case.get_untracked();
        let mut after = before.clone();
        change(&mut after);
        if after != before {
            self.history.update(|history| history.record(&before, input));
            self.put(after, input.is_none());
            self.outspoken.set_value(true);
            if input.is_none() {
                self.hush();
            }
        }
    }

    fn speak(self, words: Phrase, undoes: bool) {
        self.outspoken.set_value(false);
        self.message.set(Some(Message { words, undoes }));
    }

    /// Takes the message away once a step has been made: it spoke of the one before. Not while a
    /// handle is held or a box is typed into, or the page would move under the hand.
    fn hush(self) {
        let over = self.outspoken.try_update_value(std::mem::take).unwrap_or_default();
        if over && self.message.with_untracked(Option::is_some) {
            self.message.set(None);
        }
    }

    /// Puts `case` in place of the present one, and tells the three kinds of readers, each only of
    /// what is another for them: the models of the whole case, the names of its frame, and each
    /// box of its own number.
    ///
    /// `reframed` says that its frame may be another too: one number alone leaves it as it is.
    ///
    /// Frame and numbers could be derived from the case. But then every name and every box
    /// would be woken at every key that is typed anywhere, only to find that nothing has changed.
    fn put(self, case: Case, reframed: bool) {
        let frame = reframed.then(|| case.without_numbers());
        let frame = frame.filter(|frame| self.frame.with_untracked(|before| before != frame));
        let framed = frame.is_some();
        if let Some(frame) = frame {
            self.frame.set(frame);
        }
        let numbers = self.numbers.with_value(|shown| {
            let number = |shown: &Shown| (shown.signal, shown.input.get(&case));
            shown.iter().map(number).collect::<Vec<_>>()
        });
        self.case.set(case);
        for (signal, number) in numbers {
            if signal.try_get_untracked().is_some_and(|before| before != number) {
                signal.try_set(number);
            }
        }
        if framed {
            self.settle();
        } else if !self.settling.get_value() {
            self.settling.set_value(true);
            set_timeout(move || self.settle(), SETTLING);
        }
    }

    fn settle(self) {
        self.settling.try_set_value(false);
        if let Some(case) = self.case.try_get_untracked() {
            self.settled.try_set(case);
        }
    }

    /// The document for whatever is worked out beside the answer: findings, tables and swings.
    /// They follow a keystroke or a drag ten times a second, and leave the answer and its figure the
    /// time to be there at once. Rows and names are never behind.
    pub fn settled(self) -> ReadSignal<Case> {
        self.settled.read_only()
    }

    /// The document.
    pub fn case(self) -> ReadSignal<Case> {
        self.case.read_only()
    }

    /// The document without its numbers: rows, names, and how it is counted.
    pub fn frame(self) -> ReadSignal<Case> {
        self.frame.read_only()
    }

    /// One number, followed for as long as the box that shows it is there.
    pub fn number(self, input: Input) -> ReadSignal<Option<f64>> {
        let signal = RwSignal::new(self.case.with_untracked(|case| input.get(case)));
        self.numbers.update_value(|shown| shown.push(Shown { input, signal }));
        on_cleanup(move || {
            self.numbers.try_update_value(|shown| shown.retain(|shown| shown.signal != signal));
        });
        signal.read_only()
    }

    /// Sets one number.
    pub fn set(self, input: Input, value: f64) {
        self.change(Some(input), |case| input.set(case, value));
    }

    /// Sets the numbers of a handle that is held; all its changes until [`seal`](Self::seal) are one
    /// step, which is known by `held`, one of its inputs.
    pub fn pull(self, held: Input, numbers: &[(Input, f64)]) {
        self.change(Some(held), |case| {
            for (input, value) in numbers {
                input.set(case, *value);
            }
        });
    }

    /// Counts a box among those on the page for as long as it is there; gives it its number.
    pub fn enter_box(self, bad: Memo<bool>) -> u32 {
        let last = self.boxes.with_untracked(|boxes| boxes.last().map_or(0, |(last, _)| *last));
        self.boxes.update(|boxes| boxes.push((last + 1, bad)));
        on_cleanup(move || {
            self.boxes.try_update(|boxes| boxes.retain(|(number, _)| *number != last + 1));
        });
        last + 1
    }

    /// Keeps the text that a box has refused while its page is left, and the number that stayed.
    pub fn keep_refused(self, input: Input, number: Option<f64>, text: String) {
        self.refused.try_update_value(|kept| kept.push((input, number, text)));
    }

    /// Gives that text back to the box that comes again, if its number is still the same.
    pub fn take_refused(self, input: Input, number: Option<f64>) -> Option<String> {
        let taken = self.refused.try_update_value(|kept| {
            let place = kept.iter().position(|(of, ..)| *of == input)?;
            Some(kept.swap_remove(place))
        });
        taken.flatten().filter(|(_, stayed, _)| *stayed == number).map(|(.., text)| text)
    }

    /// Ends the step of undo: a drag is over, a box is left.
    pub fn seal(self) {
        self.history.update(History::seal);
        self.hush();
    }

    /// Takes the latest step back.
    pub fn undo(self) {
        self.travel(History::undo);
    }

    /// Takes the step again that was taken back last.
    pub fn redo(self) {
        self.travel(History::redo);
    }

    fn travel(self, way: fn(&mut History, &Case) -> Option<Case>) {
        let now = self.case.get_untracked();
        if let Some(case) = self.history.try_update(|history| way(history, &now)).flatten() {
            self.put(case, true);
            self.outspoken.set_value(true);
            self.hush();
        }
    }

    /// Whether there is a step to take back.
    pub fn can_undo(self) -> bool {
        self.history.with(History::can_undo)
    }

    /// Whether there is a step to take again.
    pub fn can_redo(self) -> bool {
        self.history.with(History::can_redo)
    }

    /// Changes the list of offers, and says so where another one is now ours.
    pub fn edit_offers(self, change: impl FnOnce(&mut Case)) {
        let ours = || self.case.with_untracked(|case| case.ours().map(|ours| ours.id));
        let before = ours();
        self.edit(change);
        if ours() != before {
            self.speak(shell::NOW_OURS, true);
        }
    }

    /// Puts another case in place of this one; undo brings this one back.
    pub fn replace(self, case: Case, message: Phrase) {
        self.edit(|now| *now = case);
        self.speak(message, true);
    }

    /// Opens the text of a case file, or says why it is none.
    pub fn open_text(self, text: Option<String>) {
        let opened = text.ok_or(file::FileError::TooLarge).and_then(|text| file::open(&text));
        match opened {
            Ok(case) => self.replace(case, shell::REPLACED),
            Err(error) => self.speak(file_error(error), false),
        }
    }

    /// Goes back to the sample this case began as.
    pub fn reset(self) {
        let sample = self.case.with_untracked(|case| case.sample).unwrap_or_default();
        self.replace(library::open(sample), shell::WAS_RESET);
    }

    /// Opens a sample.
    pub fn open_sample(self, sample: Sample) {
        self.replace(library::open(sample), shell::REPLACED);
    }
}

fn file_error(error: file::FileError) -> Phrase {
    shell::FILE_ERRORS[match error {
        file::FileError::TooLarge => 0,
        file::FileError::Damaged => 1,
        file::FileError::NotACase => 2,
        file::FileError::TooNew => 3,
        file::FileError::TooMuch => 4,
    }]
}

/// The language the boot script has chosen: kept, or the browser's, or Chinese.
fn first_language() -> Language {
    match browser::root("lang").as_deref() {
        Some("en") => Language::English,
        _ => Language::Chinese,
    }
}

/// How a theme is kept.
pub const fn theme_name(theme: Theme) -> &'static str {
    match theme {
        Theme::Light => "light",
        Theme::Dark => "dark",
        Theme::Projector => "projector",
    }
}

fn theme_named(name: &str) -> Option<Theme> {
    [Theme::Light, Theme::Dark, Theme::Projector].into_iter().find(|t| theme_name(*t) == name)
}
