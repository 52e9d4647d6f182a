//! Names that follow the language until somebody edits them.

use serde::{Deserialize, Serialize};

use crate::words::Language;

/// Longest name kept of those typed, in characters.
pub const LONGEST: usize = 200;
/// Longest wording kept where there is one in each language; what a sample says of itself is a
/// sentence or two.
pub const LONGEST_WORDING: usize = 400;

/// What something in a case is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Name {
    /// As the user typed it, the same in both languages.
    Typed(String),
    /// As a sample says it, in both languages.
    Both {
        /// 中文.
        zh: String,
        /// English.
        en: String,
    },
}

impl Default for Name {
    fn default() -> Self {
        Self::Typed(String::new())
    }
}

impl Name {
    /// What the user typed: without line breaks, control characters and blanks at the ends, and
    /// cut to [`LONGEST`] characters.
    pub fn typed(text: &str) -> Self {
        Self::Typed(tidy(text, LONGEST))
    }

    /// The wording in `language`.
    pub fn to(&self, language: Language) -> &str {
        match (self, language) {
            (Self::Typed(text), _) => text,
            (Self::Both { zh, .. }, Language::Chinese) => zh,
            (Self::Both { en, .. }, Language::English) => en,
        }
    }

    /// The same name with each wording made safe to show on one line.
    pub fn tidied(self) -> Self {
        match self {
            Self::Typed(text) => Self::typed(&text),
            Self::Both { zh, en } => {
                Self::Both { zh: tidy(&zh, LONGEST_WORDING), en: tidy(&en, LONGEST_WORDING) }
            }
        }
    }
}

fn tidy(text: &str, longest: usize) -> String {
    let plain: String =
        text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(longest).collect();
    plain.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn follows_the_language_until_typed() {
        let sample = Name::Both { zh: "星巴克".into(), en: "Starbucks".into() };
        assert_eq!(sample.to(Language::English), "Starbucks");
        assert_eq!(Name::typed(" 瑞幸\n").to(Language::English), "瑞幸");
    }

    #[test]
    fn is_a_string_or_a_pair_in_a_file() {
        let read = |text| serde_json::from_str::<Name>(text).unwrap();
        assert_eq!(read("\"x\""), Name::typed("x"));
        assert_eq!(
            read(r#"{"zh":"茶","en":"Tea"}"#),
            Name::Both { zh: "茶".into(), en: "Tea".into() }
        );
    }

    #[test]
    fn is_cut_and_cleaned() {
        assert_eq!(Name::typed(&"长".repeat(500)).to(Language::Chinese).chars().count(), LONGEST);
        assert_eq!(Name::typed("a\u{0}b\tc"), Name::Typed("a b c".into()));
    }
}
