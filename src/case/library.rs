//! The cases that ship with the page. They come in by the same door as every file.

use serde::{Deserialize, Serialize};

use super::{Case, file};

/// A case that ships with the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sample {
    /// A cup of coffee for 25: 5 for the coffee, 20 for the experience.
    #[default]
    Coffee,
    /// Kotler's tractor: 20,000 more value, 10,000 more price.
    Caterpillar,
    /// A hotel that sells a good night's sleep and leaves out the rest.
    Hotel,
    /// Two telephone operators that score the same.
    Operators,
    /// A machine that is dearer to buy and cheaper to own.
    Machine,
    /// Three offers between which difference and ratio disagree.
    Rules,
    /// Two offers that are the same in everything, to be filled in.
    Blank,
}

impl Sample {
    /// All of them; the page opens with the first.
    pub const ALL: [Self; 7] = [
        Self::Coffee,
        Self::Caterpillar,
        Self::Hotel,
        Self::Operators,
        Self::Machine,
        Self::Rules,
        Self::Blank,
    ];

    const fn text(self) -> &'static str {
        match self {
            Self::Coffee => include_str!("library/coffee.json"),
            Self::Caterpillar => include_str!("library/caterpillar.json"),
            Self::Hotel => include_str!("library/hotel.json"),
            Self::Operators => include_str!("library/operators.json"),
            Self::Machine => include_str!("library/machine.json"),
            Self::Rules => include_str!("library/rules.json"),
            Self::Blank => include_str!("library/blank.json"),
        }
    }
}

/// The case as it ships.
pub fn open(sample: Sample) -> Case {
    file::open(sample.text()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn every_sample_opens_and_knows_itself() {
        for sample in Sample::ALL {
            let case = file::open(sample.text()).unwrap();
            assert_eq!(case.sample, Some(sample));
            assert_eq!(file::open(&file::save(&case)), Ok(case));
        }
    }

    #[test]
    fn no_sample_is_cut_short() {
        let pairs = |sample: Sample| -> Vec<String> {
            let file: serde_json::Value = serde_json::from_str(sample.text()).unwrap();
            let case = file::open(sample.text()).unwrap();
            let lesson =
                [Language::Chinese, Language::English].map(|l| case.lesson.to(l).to_owned());
            let written =
                ["zh", "en"].map(|l| file["case"]["lesson"][l].as_str().unwrap().to_owned());
            assert_eq!(lesson, written);
            written.to_vec()
        };
        assert!(Sample::ALL.into_iter().flat_map(pairs).any(|words| words.len() > 200));
    }

    #[test]
    fn the_coffee_adds_up() {
        let case = open(Sample::Coffee);
        let ladder = case.price_ladder().unwrap();
        assert_eq!((ladder.price, ladder.commodity), (25.0, 5.0));
        assert_eq!(ladder.price, case.offers[0].price);
        let standings = case.comparison().unwrap();
        let nets: Vec<f64> =
            standings.standings().iter().map(|s| (s.net() * 1e6).round() / 1e6).collect();
        assert_eq!(nets, [20.0, 12.2, 11.5]);
        assert!(standings.rules_disagree());
    }

    /// Kotler: 90 + 7 + 6 + 5 + 2 = 110 thousand, sold at 100; of 20 more value the client keeps 10.
    #[test]
    fn caterpillar_leaves_half_with_the_client() {
        let case = open(Sample::Caterpillar);
        let comparison = case.comparison().unwrap();
        let [ours, rival] = comparison.standings() else { panic!("two offers") };
        assert_eq!((ours.benefit, ours.cost), (110_000.0, 100_000.0));
        assert_eq!((rival.benefit, rival.cost), (90_000.0, 90_000.0));
        assert_eq!(comparison.lead(0), 10_000.0);
    }

    /// Row E15.
    #[test]
    fn the_rules_case_brings_1600() {
        let lifetime = open(Sample::Rules).lifetime().unwrap();
        assert!((lifetime.value() / 1_600.0 - 1.0).abs() < 1e-12);
    }
}
