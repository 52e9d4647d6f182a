//! What our offer is worth to the client beside the next best alternative, and what people would
//! pay for it.

mod figures;
mod view;
pub mod working;

use serde::{Deserialize, Serialize};

pub use view::WorthError;

use super::input::{Field, Input, Numbers, amount, share};
use super::{Case, Id, Name};
use crate::model::economic_value::{Claim, Sign, Source};
use crate::words::{Language, Unit, label};

/// The least and the greatest number of differences.
pub const DIFFERENCES: (usize, usize) = (0, 8);
/// The least and the greatest number of answers about willingness to pay.
pub const ANSWERS: (usize, usize) = (0, 60);

/// What the economic value of our offer is worked out from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Worth {
    /// The offer the client compares ours with; none for the best rival.
    pub against: Option<Id>,
    /// How much of our own claims counts.
    pub claim: Claim,
    /// What the differences are amounts of.
    pub span: Span,
    /// What we do better or worse.
    pub differences: Vec<Difference>,
    /// What changing over costs the client, once.
    pub switching: f64,
    /// The share of the differences in our favour that comes in the first year.
    pub first_year: f64,
    /// The share of the joint gain that we want to leave to the client.
    pub left: f64,
    /// What people said they would pay at most.
    pub answers: Vec<Answer>,
}

impl Default for Worth {
    /// No difference; what there is to share is shared equally.
    fn default() -> Self {
        Self {
            against: None,
            claim: Claim::Full,
            span: Span::Whole,
            differences: Vec::new(),
            switching: 0.0,
            first_year: 1.0,
            left: 0.5,
            answers: Vec::new(),
        }
    }
}

/// What a difference is the amount of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// Of all the use of one unit bought.
    #[default]
    Whole,
    /// Of a year.
    Yearly,
}

/// One difference between our offer and the alternative, and what it rests on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Difference {
    /// Its identity within the case.
    pub id: Id,
    /// What it is called.
    pub name: Name,
    /// Whether we do better or worse.
    pub sign: Sign,
    /// How many units.
    pub quantity: f64,
    /// What one of them is worth to the client.
    pub unit_value: f64,
    /// How sure we are, 0..1.
    pub confidence: f64,
    /// The share of it that is due to us, 0..1.
    pub due: f64,
    /// Whose number it is.
    pub source: Source,
}

impl Difference {
    /// One unit of nothing in our favour, certain and all due to us, by our own number.
    pub fn new(id: Id, name: Name) -> Self {
        Self { id, name, quantity: 1.0, confidence: 1.0, due: 1.0, ..Self::default() }
    }
}

/// What somebody would pay at most.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answer {
    /// Its identity within the case.
    pub id: Id,
    /// Who says it.
    pub name: Name,
    /// The most they would pay.
    pub most: f64,
}

/// A number of the economic value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Number {
    /// How many units a difference has.
    Quantity(Id),
    /// What one of them is worth to the client.
    UnitValue(Id),
    /// How sure we are of a difference.
    Confidence(Id),
    /// The share of a difference that is due to us.
    Due(Id),
    /// What changing over costs the client.
    Switching,
    /// The share of the differences that comes in the first year.
    FirstYear,
    /// The share of the joint gain left to the client.
    Left,
    /// The most somebody would pay.
    Most(Id),
}

/// Finds the place of a stored number, to read or to write it.
macro_rules! places {
    ($name:ident, $iter:ident $(, $mutable:tt)?) => {
        fn $name(self, case: &$($mutable)? Case) -> Option<&$($mutable)? f64> {
            let worth = &$($mutable)? case.worth;
            let (Self::Quantity(id)
            | Self::UnitValue(id)
            | Self::Confidence(id)
            | Self::Due(id)
            | Self::Most(id)) = self
            else {
                return Some(match self {
                    Self::FirstYear => &$($mutable)? worth.first_year,
                    Self::Left => &$($mutable)? worth.left,
                    _ => &$($mutable)? worth.switching,
                });
            };
            if let Self::Most(_) = self {
                return Some(&$($mutable)? worth.answers.$iter().find(|a| a.id == id)?.most);
            }
            let difference = worth.differences.$iter().find(|d| d.id == id)?;
            Some(match self {
                Self::Quantity(_) => &$($mutable)? difference.quantity,
                Self::UnitValue(_) => &$($mutable)? difference.unit_value,
                Self::Confidence(_) => &$($mutable)? difference.confidence,
                _ => &$($mutable)? difference.due,
            })
        }
    };
}

impl Numbers for Number {
    places!(place, iter);
    places!(place_mut, iter_mut, mut);

    fn field(self, _: &Case) -> Field {
        match self {
            Self::Quantity(_) => Field { high: 1e9, ..amount(label::QUANTITY, Unit::Count) },
            Self::UnitValue(_) => amount(label::UNIT_VALUE, Unit::Money),
            Self::Confidence(_) => share(label::CONFIDENCE),
            Self::Due(_) => share(label::DUE),
            Self::Switching => amount(label::SWITCHING, Unit::Money),
            Self::FirstYear => share(label::FIRST_YEAR),
            Self::Left => share(label::LEFT),
            Self::Most(_) => amount(label::MOST, Unit::Money),
        }
    }

    fn rows(self, case: &Case, language: Language) -> Vec<&str> {
        let worth = &case.worth;
        let name = match self {
            Self::Quantity(id) | Self::UnitValue(id) | Self::Confidence(id) | Self::Due(id) => {
                worth.differences.iter().find(|d| d.id == id).map(|d| &d.name)
            }
            Self::Most(id) => worth.answers.iter().find(|a| a.id == id).map(|a| &a.name),
            Self::Switching | Self::FirstYear | Self::Left => None,
        };
        name.map(|name| name.to(language)).into_iter().collect()
    }

    fn all(case: &Case) -> Vec<Input> {
        let of = |difference: &Difference| {
            [Self::Quantity, Self::UnitValue, Self::Confidence, Self::Due]
                .map(|number| number(difference.id))
        };
        let mut all = vec![Self::Switching, Self::FirstYear, Self::Left];
        all.extend(case.worth.differences.iter().flat_map(of));
        all.extend(case.worth.answers.iter().map(|answer| Self::Most(answer.id)));
        all.into_iter().map(Input::Worth).collect()
    }
}
