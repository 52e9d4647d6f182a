//! What a number box shows, worked out from the number, its field and what is being typed.

use super::Draft;
use crate::case::input::{Field, FieldError};
use crate::words::{self, Glass, Language, shell};

/// All that a box shows; a box whose face stays the same is not touched.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Face {
    pub(super) language: Language,
    /// Name of the number alone, and with its row.
    pub(super) label: &'static str,
    pub(super) name: String,
    pub(super) unit: &'static str,
    /// What stands in the box, and how it is read out.
    pub(super) text: String,
    pub(super) reading: String,
    /// Something is wrong with what was typed.
    pub(super) invalid: bool,
    /// What is wrong, or how it was read where that is not plain to see.
    pub(super) hint: String,
    /// It is still the blank case's number, which is nobody's.
    pub(super) holds_a_place: bool,
    /// The number of the sample, where this is another.
    pub(super) original: String,
    /// The slider: its ends, where it stands, how far along that is, and the sample's place.
    pub(super) ends: (f64, f64),
    pub(super) position: f64,
    pub(super) at: f64,
    pub(super) default_at: f64,
}

impl Face {
    pub(super) fn new(
        field: &Field,
        name: String,
        value: Option<f64>,
        default: Option<f64>,
        blank: bool,
        draft: Option<&Draft>,
        glass: Glass,
    ) -> Self {
        let endless = || words::lifetime::NEVER_LEAVES.to(glass.language).to_owned();
        let text = value.map_or_else(endless, |value| glass.bare(value, field.unit));
        let ends = ends(field, value, default);
        let place = |value: Option<f64>| {
            value.map_or(1.0, |value| ((value - ends.0) / (ends.1 - ends.0)).clamp(0.0, 1.0))
        };
        let typed = draft.filter(|draft| !draft.composing).map(|draft| draft.text.as_str());
        let changed = default.filter(|default| Some(*default) != value);
        Self {
            language: glass.language,
            label: field.label.to(glass.language),
            name: full_name(name, field, glass),
            unit: glass.unit(field.unit),
            text: draft.map_or(text, |draft| draft.text.clone()),
            reading: value.map_or_else(endless, |value| glass.value(value, field.unit)),
            invalid: typed.is_some_and(|text| field.read(text, glass.currency).is_err()),
            hint: typed.map_or_else(String::new, |text| hint(text, field, glass)),
            holds_a_place: blank && default.is_some() && changed.is_none(),
            original: changed.map_or_else(String::new, |d| shell::default_is(glass, d, field.unit)),
            ends,
            position: value.unwrap_or(ends.1),
            at: place(value),
            default_at: place(default.or(value)),
        }
    }
}

/// The ends of the slider: those of the sample's number, unless the number has gone beyond.
fn ends(field: &Field, value: Option<f64>, default: Option<f64>) -> (f64, f64) {
    let value = value.unwrap_or_default();
    let ends = field.slider(default.unwrap_or(value));
    if value < ends.0 || value > ends.1 { field.slider(value) } else { ends }
}

/// The accessible name: the number with its row, and its unit.
fn full_name(name: String, field: &Field, glass: Glass) -> String {
    match (glass.unit(field.unit), glass.language) {
        ("", _) => name,
        (unit, Language::Chinese) => format!("{name}（{unit}）"),
        (unit, Language::English) => format!("{name} ({unit})"),
    }
}

/// What is wrong with what was typed, or how it was read where that is not plain to see.
fn hint(text: &str, field: &Field, glass: Glass) -> String {
    match field.read(text, glass.currency) {
        Ok(reading) if reading.plain => String::new(),
        Ok(reading) => shell::echo(glass, reading.value, field.unit),
        Err(FieldError::Text(trouble)) => trouble.say(glass),
        Err(FieldError::Below(low)) => shell::below(glass, low, field.unit),
        Err(FieldError::Above(high)) => shell::above(glass, high, field.unit),
    }
}
