//! What is known of the customer base at the moment, and who is asked about it. It is forgotten when
//! the page is closed: nothing of a file is kept.
//!
//! A file is read by a program of its own. Only when that has come to its end does it take the place of
//! the one before, so that a damaged file, or one that is given up, leaves everything as it was.

use leptos::prelude::*;
use web_sys::Blob;

use super::analyst::{Analyst, Told};
use super::browser;
use super::workspace::Workspace;
use crate::analysis::{
    Answer, Findings, Fitted, Headings, HoldOut, Kind, List, Listing, Look, Opened, Preview,
    Question, Reading, Refusal, Renewals, Retention, Settings, Spending, Story,
};
use crate::math::order;
use crate::model::customers::{Encoding, Separator};
use crate::words::{Phrase, base as words};

/// Which made-up customers the page opens with.
const SEED: u64 = 20;
/// Log-likelihoods that differ by less than this are a draw.
const DRAW: f64 = 2.0;

/// A base that is open, or about to be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// What its file is called; none for the made-up customers.
    pub name: Option<String>,
    /// What is told of it.
    pub base: Opened,
    /// The models fitted to it so far.
    pub fits: Vec<Fitted>,
    /// The model of spending.
    pub spending: Option<Spending>,
}

/// How far the opening of a file is.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// It is looked at.
    Looking,
    /// It is to be read like this.
    Preview(Box<Preview>),
    /// This share of it and so many rows are read.
    Reading(f64, u64),
    /// It is read, and the models are being fitted.
    Fitting,
}

/// What went wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// The file is of no use.
    Refused(Refusal),
    /// The program has failed.
    Broken,
    /// The program did not arrive.
    NoAnalyst,
}

type Local<T> = StoredValue<T, LocalStorage>;

/// The desk at which the customer base is worked on.
#[derive(Clone, Copy)]
pub struct Desk {
    workspace: Workspace,
    /// Who answers about the base that is shown.
    present: Local<Option<Analyst>>,
    /// Who reads a new file, which file, and what it has come to.
    newcomer: Local<Option<Analyst>>,
    file: Local<Option<Blob>>,
    coming: Local<Shown>,
    /// How many have been started: what an earlier one says is not listened to.
    started: StoredValue<u32>,
    /// The base that is shown.
    pub shown: RwSignal<Option<Shown>>,
    /// How far the opening of a file is.
    pub stage: RwSignal<Option<Stage>>,
    /// What went wrong.
    pub trouble: RwSignal<Option<Trouble>>,
    /// Bytes of memory that the program has.
    pub memory: RwSignal<f64>,
    /// What the model says, and of which settings.
    pub look: RwSignal<Option<(Settings, Look)>>,
    /// What the customers are worth, and with which settings.
    pub findings: RwSignal<Option<(Settings, Findings)>>,
    /// Some of the customers.
    pub list: RwSignal<Option<List>>,
    /// One customer's story.
    pub story: RwSignal<Option<Story>>,
    /// How good the forecast would have been.
    pub held_out: RwSignal<Option<Result<HoldOut, Refusal>>>,
    /// How a cohort goes on, or why that is not known.
    pub renewals: RwSignal<Result<Renewals, Phrase>>,
    looks: Turn,
    judges: Turn,
}

/// One question of a kind at a time: the latest waits for its turn.
#[derive(Clone, Copy)]
struct Turn {
    asked: StoredValue<Option<Settings>>,
    next: StoredValue<Option<Settings>>,
}

impl Turn {
    fn new() -> Self {
        Self { asked: StoredValue::new(None), next: StoredValue::new(None) }
    }

    /// Whether these settings are to be asked about now.
    fn takes(self, settings: Settings) -> bool {
        if self.asked.get_value().is_some() {
            self.next.set_value(Some(settings));
            return false;
        }
        self.asked.set_value(Some(settings));
        true
    }

    /// The answer has come: what was asked, and what is to be asked next.
    fn ends(self) -> (Option<Settings>, Option<Settings>) {
        let asked = self.asked.get_value();
        self.asked.set_value(None);
        let next = self.next.get_value();
        self.next.set_value(None);
        (asked, next)
    }
}

impl Desk {
    /// A desk with nothing on it.
    pub fn new(workspace: Workspace) -> Self {
        Self {
            workspace,
            present: StoredValue::new_local(None),
            newcomer: StoredValue::new_local(None),
            file: StoredValue::new_local(None),
            coming: StoredValue::new_local(Shown::default()),
            started: StoredValue::new(0),
            shown: RwSignal::new(None),
            stage: RwSignal::new(None),
            trouble: RwSignal::new(None),
            memory: RwSignal::new(0.0),
            look: RwSignal::new(None),
            findings: RwSignal::new(None),
            list: RwSignal::new(None),
            story: RwSignal::new(None),
            held_out: RwSignal::new(None),
            renewals: RwSignal::new(Err(words::WAIT)),
            looks: Turn::new(),
            judges: Turn::new(),
        }
    }

    /// The desk of the page.
    pub fn here() -> Self {
        expect_context()
    }

    /// Opens the made-up customers, unless a base is open already.
    pub fn begin(self) {
        if self.started.get_value() == 0 {
            self.open_sample();
        }
    }

    /// Opens the made-up customers.
    pub fn open_sample(self) {
        self.start(None, move |analyst| {
            self.stage.set(Some(Stage::Fitting));
            analyst.ask(&Question::Sample(SEED));
        });
    }

    /// Looks at a file.
    pub fn open_file(self, name: String, file: Blob) {
        let looked = file.clone();
        self.start(Some(name), move |analyst| {
            self.stage.set(Some(Stage::Looking));
            analyst.look(&looked, None, None);
        });
        self.file.set_value(Some(file));
    }

    /// Looks at it again, by the encoding or the separator that was chosen.
    pub fn look_again(self, encoding: Encoding, separator: Option<Separator>) {
        self.with_file(|analyst, file| analyst.look(file, Some(encoding), separator));
    }

    /// Reads it.
    pub fn read(self, reading: &Reading) {
        self.with_file(|analyst, file| analyst.open(file, reading));
        self.stage.set(Some(Stage::Reading(0.0, 0)));
    }

    /// Gives up what is being opened.
    pub fn cancel(self) {
        self.started.update_value(|started| *started += 1);
        self.newcomer.set_value(None);
        self.file.set_value(None);
        self.stage.set(None);
    }

    fn with_file(self, act: impl FnOnce(&Analyst, &Blob)) {
        self.newcomer.with_value(|analyst| {
            self.file.with_value(|file| {
                if let (Some(analyst), Some(file)) = (analyst, file) {
                    act(analyst, file);
                }
            });
        });
    }

    /// Starts a program for what is to be opened.
    fn start(self, name: Option<String>, then: impl FnOnce(&Analyst) + 'static) {
        self.cancel();
        self.trouble.set(None);
        self.coming.set_value(Shown { name, ..Shown::default() });
        let number = self.started.get_value();
        leptos::task::spawn_local(async move {
            let told = move |told, memory| self.told(number, told, memory);
            let analyst = Analyst::start(told).await;
            if self.started.get_value() != number {
                return;
            }
            match analyst {
                Some(analyst) => {
                    then(&analyst);
                    self.newcomer.set_value(Some(analyst));
                }
                None => self.fail(Trouble::NoAnalyst),
            }
        });
    }

    fn fail(self, trouble: Trouble) {
        self.cancel();
        self.trouble.set(Some(trouble));
        if self.shown.with_untracked(Option::is_none) {
            self.started.set_value(0);
        }
    }

    /// Listens to a program, the latest started or the one before it that still answers.
    fn told(self, number: u32, told: Told, memory: f64) {
        let opening =
            self.newcomer.with_value(Option::is_some) && self.started.get_value() == number;
        match told {
            Told::Broken => self.fail(Trouble::Broken),
            Told::File(file) => save(&file, self.workspace),
            Told::Answer(answer) if opening => self.comes(*answer),
            Told::Answer(answer) => {
                self.memory.set(memory);
                self.answered(*answer);
            }
        }
        if opening {
            self.memory.set(memory);
        }
    }

    /// What the newcomer says.
    fn comes(self, answer: Answer) {
        match answer {
            Answer::Preview(preview) => self.stage.set(Some(Stage::Preview(Box::new(preview)))),
            Answer::Progress(share, rows) => self.stage.set(Some(Stage::Reading(share, rows))),
            Answer::Refused(refusal) => self.fail(Trouble::Refused(refusal)),
            Answer::Opened(base) => {
                self.stage.set(Some(Stage::Fitting));
                self.coming.update_value(|coming| coming.base = base);
                self.newcomer.with_value(|analyst| {
                    if let Some(analyst) = analyst {
                        for kind in Kind::ALL {
                            analyst.ask(&Question::Fit(kind));
                        }
                        analyst.ask(&Question::FitSpending);
                    }
                });
            }
            Answer::Fitted(fitted) => self.coming.update_value(|coming| coming.fits.push(fitted)),
            Answer::Spending(spending) => {
                self.coming.update_value(|coming| coming.spending = Some(spending));
                self.take_place();
            }
            _ => {}
        }
    }

    /// The newcomer takes the place of the one before.
    fn take_place(self) {
        let shown = self.coming.get_value();
        self.present.set_value(self.newcomer.try_update_value(Option::take).flatten());
        self.cancel();
        self.list.set(None);
        self.story.set(None);
        self.held_out.set(None);
        self.looks.ends();
        self.judges.ends();
        if shown.name.is_some() {
            self.take_best(&shown);
        }
        self.shown.set(Some(shown));
    }

    /// Puts the parameters of the best fit into the case, in one step of undo.
    fn take_best(self, shown: &Shown) {
        let best = best(&shown.fits);
        let best = best.first().and_then(|kind| shown.fits.iter().find(|fit| fit.kind == *kind));
        let found = best.and_then(|fit| fit.found.as_ref().ok().map(|found| (fit.kind, found)));
        let spending = shown.spending.as_ref().and_then(|spending| spending.found.as_ref().ok());
        self.workspace.edit(|case| {
            if let Some((kind, found)) = found {
                case.take_buying(kind, &found.values);
                case.fitted_to(shown.name.as_deref());
            }
            if let Some(spending) = spending {
                case.take_spending(&spending.values);
            }
        });
    }

    /// The same for the base that is shown: *Fit*.
    pub fn fit(self) {
        if let Some(shown) = self.shown.get_untracked() {
            self.take_best(&shown);
        }
    }

    /// What the present one says.
    fn answered(self, answer: Answer) {
        match answer {
            Answer::Look(look) => {
                let (asked, next) = self.looks.ends();
                self.look.set(asked.map(|settings| (settings, look)));
                next.inspect(|settings| self.ask_look(*settings));
            }
            Answer::Findings(findings) => {
                let (asked, next) = self.judges.ends();
                self.findings.set(asked.map(|settings| (settings, findings)));
                next.inspect(|settings| self.ask_judge(*settings));
            }
            Answer::List(list) => self.list.set(Some(list)),
            Answer::Story(story) => self.story.set(Some(story)),
            Answer::HoldOut(found) => self.held_out.set(Some(Ok(found))),
            Answer::Refused(refusal) => self.held_out.set(Some(Err(refusal))),
            Answer::Renewals(renewals) => self.renewals.set(renewals.ok_or(words::NO_CURVE)),
            _ => {}
        }
    }

    fn ask(self, question: &Question) {
        self.present.with_value(|analyst| {
            if let Some(analyst) = analyst {
                analyst.ask(question);
            }
        });
    }

    /// Asks what the model says.
    pub fn ask_look(self, settings: Settings) {
        if self.looks.takes(settings) {
            self.ask(&Question::Look(settings));
        }
    }

    /// Asks what the customers are worth.
    pub fn ask_judge(self, settings: Settings) {
        if self.judges.takes(settings) {
            self.ask(&Question::Judge(settings));
        }
    }

    /// Asks for some of the customers.
    pub fn ask_list(self, listing: Listing) {
        self.ask(&Question::List(listing));
    }

    /// Asks for a customer's story.
    pub fn ask_story(self, customer: u32) {
        let buying = self.workspace.case().with_untracked(crate::case::Case::buying);
        self.ask(&Question::Story(buying, customer));
    }

    /// Asks how good the forecast would have been.
    pub fn ask_hold_out(self, kind: Kind) {
        self.ask(&Question::HoldOut(kind, 0.5));
    }

    /// Asks how a cohort goes on.
    pub fn ask_renewals(self, retention: Retention) {
        self.ask(&Question::Retain(retention));
    }

    /// Asks for all customers as a file.
    pub fn export(self, headings: &Headings) {
        self.present.with_value(|analyst| {
            if let Some(analyst) = analyst {
                analyst.export(headings);
            }
        });
    }
}

/// The kinds that fit best; several where they differ by next to nothing.
pub fn best(fits: &[Fitted]) -> Vec<Kind> {
    let likelihood = |fit: &Fitted| fit.found.as_ref().ok().map(|found| found.log_likelihood);
    let most = fits.iter().filter_map(likelihood).fold(f64::NEG_INFINITY, f64::max);
    let mut close: Vec<&Fitted> = fits
        .iter()
        .filter(|fit| likelihood(fit).is_some_and(|value| value > most - DRAW))
        .collect();
    order::sort_falling(&mut close, |fit| likelihood(fit).unwrap_or(most));
    close.into_iter().map(|fit| fit.kind).collect()
}

/// Gives the reader the list of customers.
fn save(file: &Blob, workspace: Workspace) {
    let name = words::LIST.to(workspace.language.get_untracked());
    if let Ok(address) = web_sys::Url::create_object_url_with_blob(file) {
        browser::download_address(&format!("{name}.csv"), &address);
        let _ = web_sys::Url::revoke_object_url(&address);
    }
}
