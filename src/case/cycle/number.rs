//! The numbers of the life cycle.

use super::super::input::{Field, Input, Numbers, amount, bounded, share};
use super::super::{Case, Id};
use super::{LAST_YEAR, Measure};
use crate::words::{Language, Phrase, Unit, cycle as words, label};

/// A number of the life cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Number {
    /// A number of a point of the curves.
    Point(Id, Part),
    /// A number of a stage, by its place.
    Stage(usize, Part),
    /// By how many years set-up is shorter.
    Sooner,
    /// By how many years maturity is longer.
    Longer,
    /// Additional revenue a year.
    Extra,
    /// From which year on.
    ExtraFrom,
    /// Revenue times this.
    Factor,
    /// From which year on.
    FactorFrom,
    /// What a purchase costs at a stage of buying, by its place.
    Buying(usize),
    /// What share of it is saved at one of them.
    Saved,
}

/// Which number of a point or a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The year of a point, or the length of a stage.
    Years,
    /// Revenue a year.
    Revenue,
    /// Cost a year.
    Cost,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Years, Self::Revenue, Self::Cost];
}

/// Finds the place of a stored number, to read or to write it.
macro_rules! places {
    ($name:ident, $iter:ident, $at:ident $(, $mutable:tt)?) => {
        fn $name(self, case: &$($mutable)? Case) -> Option<&$($mutable)? f64> {
            let cycle = &$($mutable)? case.cycle;
            let measures = &$($mutable)? cycle.measures;
            Some(match self {
                Self::Point(id, part) => {
                    let point = cycle.points.$iter().find(|point| point.id == id)?;
                    match part {
                        Part::Years => &$($mutable)? point.year,
                        Part::Revenue => &$($mutable)? point.revenue,
                        Part::Cost => &$($mutable)? point.cost,
                    }
                }
                Self::Stage(k, part) => {
                    let stage = cycle.stages.$at(k)?;
                    match part {
                        Part::Years => &$($mutable)? stage.years,
                        Part::Revenue => &$($mutable)? stage.revenue,
                        Part::Cost => &$($mutable)? stage.cost,
                    }
                }
                Self::Sooner => &$($mutable)? measures.sooner,
                Self::Longer => &$($mutable)? measures.longer,
                Self::Extra => &$($mutable)? measures.extra,
                Self::ExtraFrom => &$($mutable)? measures.extra_from,
                Self::Factor => &$($mutable)? measures.factor,
                Self::FactorFrom => &$($mutable)? measures.factor_from,
                Self::Buying(k) => cycle.buying.$at(k)?,
                Self::Saved => &$($mutable)? cycle.saved,
            })
        }
    };
}

impl Number {
    /// The numbers of the measures.
    const PLAIN: [Self; 7] = [
        Self::Sooner,
        Self::Longer,
        Self::Extra,
        Self::ExtraFrom,
        Self::Factor,
        Self::FactorFrom,
        Self::Saved,
    ];

    /// Whose number it is.
    fn owner(self, case: &Case, language: Language) -> String {
        let measure = |measure: Measure| words::MEASURES[measure.index()].to(language).to_owned();
        match self {
            Self::Point(id, _) => point_name(case, id, language),
            Self::Stage(k, _) => words::STAGES[k].to(language).to_owned(),
            Self::Buying(k) => words::BUYING[k].to(language).to_owned(),
            Self::Extra | Self::ExtraFrom => measure(Measure::CrossSell),
            Self::Factor | Self::FactorFrom => measure(Measure::Share),
            Self::Sooner | Self::Longer | Self::Saved => String::new(),
        }
    }
}

/// The name of a point: its place among the others.
pub fn point_name(case: &Case, id: Id, language: Language) -> String {
    let place = case.cycle.points.iter().position(|point| point.id == id);
    words::point(place.unwrap_or_default() + 1, language)
}

/// The name of a number in full.
pub fn name(number: Number, case: &Case, language: Language) -> String {
    let parts = [number.owner(case, language), number.field(case).label.to(language).to_owned()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(label::BETWEEN.to(language))
}

impl Numbers for Number {
    places!(place, iter, get);
    places!(place_mut, iter_mut, get_mut, mut);

    fn field(self, _: &Case) -> Field {
        let years = |label: Phrase, most: f64, slider: f64, step: f64| {
            bounded(label, Unit::Years, (0.0, most), (0.0, slider), step)
        };
        let money = |label| amount(label, Unit::Money);
        match self {
            Self::Point(_, Part::Years) => years(words::YEAR, LAST_YEAR, 10.0, 0.5),
            Self::Stage(_, Part::Years) => years(words::LENGTH, 50.0, 5.0, 0.1),
            Self::Point(_, Part::Revenue) | Self::Stage(_, Part::Revenue) => {
                money(label::YEAR_REVENUE)
            }
            Self::Point(_, Part::Cost) | Self::Stage(_, Part::Cost) => money(label::YEAR_COST),
            Self::Sooner => years(words::SOONER, 50.0, 2.0, 0.1),
            Self::Longer => years(words::LONGER, 50.0, 2.0, 0.1),
            Self::Extra => money(words::EXTRA),
            Self::ExtraFrom | Self::FactorFrom => years(words::IN_FULL_FROM, 100.0, 5.0, 0.5),
            Self::Factor => bounded(words::FACTOR, Unit::Times, (0.0, 10.0), (0.5, 2.0), 0.05),
            Self::Buying(_) => money(words::BUYING_COST),
            Self::Saved => share(words::SAVED),
        }
    }

    fn rows(self, _: &Case, _: Language) -> Vec<&str> {
        Vec::new()
    }

    fn all(case: &Case) -> Vec<Input> {
        let points = case.cycle.points.iter();
        let points = points.flat_map(|point| Part::ALL.map(|part| Self::Point(point.id, part)));
        let stages = (0..case.cycle.stages.len())
            .flat_map(|k| Part::ALL.into_iter().map(move |part| Self::Stage(k, part)));
        let buying = (0..case.cycle.buying.len()).map(Self::Buying);
        points.chain(stages).chain(buying).chain(Self::PLAIN).map(Input::Cycle).collect()
    }
}
