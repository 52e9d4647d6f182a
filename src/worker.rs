//! What runs beside the page, in a worker, for the customer base: its heavy work never holds up a
//! frame. `public/analyst-worker.js` hands it questions and the pieces of files.

use customer_value::analysis::{
    self, Answer, Base, Headings, Opening, Question, Reading, Refusal, message,
};
use customer_value::math::calendar::Date;
use customer_value::model::customers::{Encoding, Moment, Separator};
use wasm_bindgen::prelude::wasm_bindgen;

/// Who answers.
#[wasm_bindgen]
#[derive(Default)]
pub struct Analyst {
    base: Option<Base>,
    opening: Option<Opening>,
}

#[wasm_bindgen]
impl Analyst {
    /// With no base yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// The answer to a question; nothing where there is no base to ask about.
    pub fn ask(&mut self, question: &str) -> Option<String> {
        let question: Question = message::read(question)?;
        if let Question::Sample(seed) = question {
            self.base = analysis::sample(seed);
        }
        Some(message::write(&self.base.as_mut()?.answer(&question)))
    }

    /// In which encoding the bytes at the front of a file are written: its label, and itself.
    pub fn encoding(front: &[u8]) -> Vec<String> {
        match Encoding::of(front) {
            Ok(encoding) => vec![encoding.label().to_owned(), message::write(&encoding)],
            Err(what) => vec![refused(if front.is_empty() {
                Refusal::Empty
            } else {
                Refusal::NotText(what)
            })],
        }
    }

    /// A first look at the front of a file, now in UTF-8, cut by the separator if one was chosen.
    pub fn preview(front: &[u8], encoding: &str, separator: &str) -> String {
        let encoding = message::read(encoding).unwrap_or(Encoding::Utf8);
        let separator: Option<Separator> = message::read(separator);
        match analysis::preview(front, encoding, separator) {
            Ok(preview) => message::write(&Answer::Preview(preview)),
            Err(refusal) => refused(refusal),
        }
    }

    /// Begins to read a file; today is so many days after 1970-01-01, and what is later than
    /// tomorrow is no purchase. Answers only where it cannot be read.
    pub fn begin(&mut self, reading: &str, today: i32) -> Option<String> {
        let reading: Reading = message::read(reading)?;
        let latest = Moment::midnight(Date::from_days(i64::from(today) + 1)).at(u32::MAX);
        match Opening::new(&reading, Some(latest)) {
            Ok(opening) => {
                self.opening = Some(opening);
                None
            }
            Err(refusal) => Some(refused(refusal)),
        }
    }

    /// Reads the next piece. Answers only where there is no going on.
    pub fn push(&mut self, piece: &[u8]) -> Option<String> {
        self.opening.as_mut()?.push(piece).err().map(refused)
    }

    /// How far it is: this share of the bytes.
    pub fn progress(&self, share: f64) -> String {
        let rows = self.opening.as_ref().map_or(0, Opening::rows);
        message::write(&Answer::Progress(share, rows))
    }

    /// The end of the file: its customers are the base now, or why not.
    pub fn finish(&mut self) -> Option<String> {
        Some(match self.opening.take()?.finish() {
            Ok((base, opened)) => {
                self.base = Some(base);
                message::write(&Answer::Opened(opened))
            }
            Err(refusal) => refused(refusal),
        })
    }

    /// Says that the browser could not read the file.
    pub fn unreadable() -> String {
        refused(Refusal::Unreadable)
    }

    /// All customers as a table for spreadsheets.
    pub fn export(&self, headings: &str) -> String {
        let headings: Headings = message::read(headings).unwrap_or_default();
        self.base.as_ref().map(|base| base.export(&headings)).unwrap_or_default()
    }
}

fn refused(refusal: Refusal) -> String {
    message::write(&Answer::Refused(refusal))
}
