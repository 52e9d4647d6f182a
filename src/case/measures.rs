//! Measures to raise lifetime value: what each changes and what it costs.

use serde::{Deserialize, Serialize};

use super::input::{Field, Input, Numbers, amount, bounded};
use super::{Case, Id, Name};
use crate::words::{Language, Unit, measure as words};

/// The least and the greatest number of measures.
pub const MEASURES: (usize, usize) = (0, 8);

/// The measures that are weighed against each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Measures {
    /// Each of them on its own.
    pub rows: Vec<Measure>,
}

/// A measure, for each customer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Measure {
    /// Its identity within the case.
    pub id: Id,
    /// What it is called.
    pub name: Name,
    /// What is added to the retention rate of a period, as a share: 0.04 are four points.
    pub retention: f64,
    /// How much the margin of a period grows, as a share of it.
    pub margin: f64,
    /// What it costs at once.
    pub once: f64,
    /// What it costs a year, while the customer is there.
    pub yearly: f64,
}

impl Default for Measures {
    /// The four strategies of the course. The effects and costs are made up to be read beside each
    /// other; the first is the worked example.
    fn default() -> Self {
        let rows = [
            ("会员计划", "Loyalty programme", 0.04, 0.0, 0.0, 40.0),
            ("个性化优惠", "Personalised offers", 0.02, 0.05, 60.0, 30.0),
            ("客户细分", "Segmentation", 0.0, 0.04, 30.0, 5.0),
            ("增值服务", "Value-added offers", 0.03, -0.03, 0.0, 20.0),
        ];
        let row = |(k, (zh, en, retention, margin, once, yearly)): (u32, _)| Measure {
            id: Id(9_200 + k),
            name: Name::Both { zh: String::from(zh), en: String::from(en) },
            retention,
            margin,
            once,
            yearly,
        };
        Self { rows: (0..).zip(rows).map(row).collect() }
    }
}

/// A number of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Number {
    /// What is added to the retention rate.
    Retention(Id),
    /// How much the margin grows.
    Margin(Id),
    /// What it costs at once.
    Once(Id),
    /// What it costs a year.
    Yearly(Id),
}

impl Number {
    /// The measure it belongs to.
    const fn measure(self) -> Id {
        match self {
            Self::Retention(id) | Self::Margin(id) | Self::Once(id) | Self::Yearly(id) => id,
        }
    }
}

/// Finds the place of a stored number, to read or to write it.
macro_rules! places {
    ($name:ident, $iter:ident $(, $mutable:tt)?) => {
        fn $name(self, case: &$($mutable)? Case) -> Option<&$($mutable)? f64> {
            let measure = case.measures.rows.$iter().find(|row| row.id == self.measure())?;
            Some(match self {
                Self::Retention(_) => &$($mutable)? measure.retention,
                Self::Margin(_) => &$($mutable)? measure.margin,
                Self::Once(_) => &$($mutable)? measure.once,
                Self::Yearly(_) => &$($mutable)? measure.yearly,
            })
        }
    };
}

impl Numbers for Number {
    places!(place, iter);
    places!(place_mut, iter_mut, mut);

    fn field(self, _: &Case) -> Field {
        match self {
            Self::Retention(_) => {
                bounded(words::RETENTION, Unit::Share, (-1.0, 1.0), (-0.1, 0.2), 0.005)
            }
            Self::Margin(_) => bounded(words::MARGIN, Unit::Share, (-1.0, 10.0), (-0.2, 0.5), 0.01),
            Self::Once(_) => amount(words::ONCE, Unit::Money),
            Self::Yearly(_) => amount(words::YEARLY, Unit::Money),
        }
    }

    fn rows(self, case: &Case, language: Language) -> Vec<&str> {
        let measure = case.measures.rows.iter().find(|row| row.id == self.measure());
        measure.map(|row| row.name.to(language)).into_iter().collect()
    }

    fn all(case: &Case) -> Vec<Input> {
        let of = |row: &Measure| {
            [
                Self::Retention(row.id),
                Self::Margin(row.id),
                Self::Once(row.id),
                Self::Yearly(row.id),
            ]
        };
        case.measures.rows.iter().flat_map(of).map(Input::Measure).collect()
    }
}
