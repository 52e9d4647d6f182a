//! The figures of the cost of ownership.

mod by_kind;
mod by_year;
mod drivers;
mod saving;

pub use by_kind::by_kind;
pub use by_year::by_year;
pub use drivers::drivers;
pub use saving::saving;

use super::{Hue, Ink, Size, Text};
use crate::model::ownership::Difference;
use crate::words::Glass;

/// Fainter tints than this look like paper.
const TINTS: u8 = 5;

/// Who takes part, in the reader's words.
#[derive(Clone, Debug, PartialEq)]
pub struct Parties {
    /// Language and currency.
    pub glass: Glass,
    /// Names of the offers.
    pub offers: Vec<String>,
    /// Names of the kinds of cost, the price first.
    pub kinds: Vec<String>,
}

/// Our offer against a rival.
#[derive(Clone, Debug, PartialEq)]
pub struct Duel<'a> {
    /// What owning ours costs more.
    pub difference: &'a Difference,
    /// Place of the rival.
    pub rival: usize,
    /// Who takes part.
    pub parties: &'a Parties,
}

impl Duel<'_> {
    /// The two names, ours first.
    fn names(&self) -> [&str; 2] {
        [0, self.rival].map(|k| self.parties.offers.get(k).map_or("", |name| name.as_str()))
    }
}

/// Colour of a kind of cost of an offer.
fn ink(offer: usize, kind: usize) -> Ink {
    Hue::offer(offer).faded(u8::try_from(kind % usize::from(TINTS)).unwrap_or_default())
}

fn text(words: String, hue: Hue, bold: bool) -> Text {
    Text { words, ink: hue.full(), bold, size: Size::Normal }
}
