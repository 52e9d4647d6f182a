//! Every word a reader sees, 中文 beside English, and numbers as each language writes them.

pub mod base;
pub mod claims;
pub mod composition;
pub mod curve;
pub mod cycle;
pub mod expectation;
pub mod fit;
mod format;
pub mod label;
pub mod lifetime;
pub mod measure;
mod number;
pub mod ownership;
pub mod perceived;
pub mod prices;
pub mod relation;
pub mod rules;
pub mod segments;
pub mod shell;
pub mod standing;
pub mod traps;
pub mod value_map;
pub mod win_win;
pub mod worth;

pub use format::{Currency, Glass, Unit};
pub use number::{Reading, Trouble, read};

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Plain words.
    Say(String),
    /// The number that matters.
    Figure(String),
}

impl Piece {
    /// Its words.
    pub fn words(self) -> String {
        match self {
            Self::Say(words) | Self::Figure(words) => words,
        }
    }
}

/// The two languages of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Simplified Chinese, the first language of the page.
    #[default]
    Chinese,
    /// English.
    English,
}

/// One thing to say, in both languages: a phrase without its translation does not compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Phrase {
    /// 中文.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Phrase {
    /// Pairs the two wordings.
    pub const fn new(zh: &'static str, en: &'static str) -> Self {
        Self { zh, en }
    }

    /// The wording in `language`.
    pub const fn to(self, language: Language) -> &'static str {
        match language {
            Language::Chinese => self.zh,
            Language::English => self.en,
        }
    }
}
