//! The claims as they are said, one sentence each.

use serde::{Deserialize, Serialize};

use super::{Claim, Figure};

/// A sentence about loyalty that is put to the test.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Saying {
    /// The very satisfied buy again six times as often.
    SixTimes,
    /// Five points of satisfaction double the profit.
    #[default]
    Doubled,
    /// Winning a customer costs eight times what keeping one costs.
    EightTimes,
    /// Five times.
    FiveTimes,
    /// A dissatisfied customer tells five others.
    TellsFive,
    /// Half of the calls to customers sell, and 15 of 100 to strangers.
    HalfAgainst,
    /// Five points of retention raise profit by 85 %.
    Raised,
    /// Five points less loyalty cost a quarter of the profit.
    Lowered,
    /// Six new customers of ten were recommended.
    Recommended,
    /// One that the reader types: so many points of retention, such a change.
    Own,
}

impl Saying {
    /// Every one, in the order they are shown.
    pub const ALL: [Self; 10] = [
        Self::SixTimes,
        Self::Doubled,
        Self::EightTimes,
        Self::FiveTimes,
        Self::TellsFive,
        Self::HalfAgainst,
        Self::Raised,
        Self::Lowered,
        Self::Recommended,
        Self::Own,
    ];

    /// The claim it is a wording of, and the place of its figure there; none for one that is typed.
    pub const fn claim(self) -> Option<(Claim, usize)> {
        Some(match self {
            Self::SixTimes => (Claim::RepeatPurchase, 0),
            Self::Doubled => (Claim::DoubledProfit, 0),
            Self::EightTimes => (Claim::CostOfWinning, 0),
            Self::FiveTimes => (Claim::CostOfWinning, 1),
            Self::TellsFive => (Claim::PeopleTold, 0),
            Self::HalfAgainst => (Claim::ChanceOfSale, 0),
            Self::Raised => (Claim::RaisedProfit, 0),
            Self::Lowered => (Claim::LostProfit, 0),
            Self::Recommended => (Claim::Recommended, 0),
            Self::Own => return None,
        })
    }

    /// The figures in which it goes round; none for one that is typed.
    pub fn figures(self) -> &'static [Figure] {
        self.claim().map_or(&[], |(claim, _)| claim.figures())
    }

    /// The figure it names; none for one that is typed.
    pub fn figure(self) -> Option<&'static Figure> {
        let (claim, place) = self.claim()?;
        claim.figures().get(place)
    }

    /// Whether it is about points of retention.
    pub fn is_about_retention(self) -> bool {
        self == Self::Own || self.figure().is_some_and(|figure| figure.points.is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_but_the_readers_own_names_a_figure() {
        let value = |saying: Saying| saying.figure().map(|figure| figure.value);
        let values: Vec<Option<f64>> = Saying::ALL.into_iter().map(value).collect();
        let wanted = [6.0, 1.0, 8.0, 5.0, 5.0, 0.5, 0.85, -0.25, 0.6].map(Some);
        assert_eq!(values[..9], wanted);
        assert_eq!(values[9], None);
        let of_retention: Vec<Saying> =
            Saying::ALL.into_iter().filter(|s| s.is_about_retention()).collect();
        assert_eq!(of_retention, [Saying::Doubled, Saying::Raised, Saying::Lowered, Saying::Own]);
    }
}
