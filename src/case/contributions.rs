//! What a customer contributes beside their own purchases.

use super::figures::stepped;
use super::grip::{self, Grip};
use super::relations::Number;
use super::{Case, Input};
use crate::chart::ladder::{Climb, Stair, climb};
use crate::chart::{Chart, Hue};
use crate::model::contribution::{self, Contribution, WordOfMouth};
use crate::model::lifetime::LifetimeError;
use crate::words::{Language, label, relation as words};

impl Case {
    /// What the customer contributes as an index from 0 to 100; none where nothing has a weight.
    pub fn contribution_index(&self) -> Option<f64> {
        contribution::index(&self.relations.weights, &self.relations.scores)
    }

    /// What the customer contributes in money: the lifetime value, and what comes by others.
    ///
    /// # Errors
    /// [`LifetimeError`] where the customer has no lifetime value.
    pub fn contribution(&self) -> Result<[f64; 4], LifetimeError> {
        let own = self.lifetime()?.net();
        let relations = &self.relations;
        let word = |people, chance| WordOfMouth { people, chance, worth: relations.newcomer };
        let contribution = Contribution {
            own,
            referred: word(relations.referred, relations.referred_chance),
            influenced: word(relations.influenced, relations.influenced_chance),
            ideas: relations.ideas,
        };
        contribution.parts().ok_or(LifetimeError::TooLarge)
    }

    /// The four contributions as steps, and their sum.
    pub fn contribution_figure(&self, parts: &[f64; 4], language: Language) -> Chart {
        let glass = self.glass(language);
        let grips = self.contribution_grips(parts);
        let named = [None, Some(Number::Referred), Some(Number::Influenced), Some(Number::Ideas)];
        let stairs: Vec<Stair> = (0..4)
            .map(|k| Stair {
                name: words::PARTS[k].to(language).to_owned(),
                rise: parts[k],
                ink: if k == 0 { Hue::Ours.faded(1) } else { hue(parts[k]).full() },
                handle: named[k]
                    .map(Input::Relation)
                    .filter(|input| grips.iter().any(|grip| grip.input == *input))
                    .map(|input| input.name(self, language)),
            })
            .collect();
        let about = Climb {
            title: words::CONTRIBUTION.to(language).to_owned(),
            summary: words::contribution_answer(glass, parts, self.contribution_index()),
            total: words::SUM.to(language).to_owned(),
            head: [words::CONTRIBUTION, label::RUNG].map(|name| name.to(language).to_owned()),
        };
        stepped(climb(&stairs, &about, glass), &grips)
    }

    /// The grips of that figure: people referred, people influenced, ideas. A chance or a worth of
    /// nothing leaves nothing to drag.
    pub fn contribution_grips(&self, parts: &[f64; 4]) -> Vec<Grip> {
        let relations = &self.relations;
        let people = |number, chance: f64, zero| {
            let each = chance * relations.newcomer;
            let grip = Grip { input: Input::Relation(number), zero, scale: 1.0 / each, snap: 1.0 };
            grip.scale.is_finite().then_some(grip)
        };
        let (second, third) = (parts[0] + parts[1], parts[0] + parts[1] + parts[2]);
        let ideas = Input::Relation(Number::Ideas);
        let snap = grip::snap(self, ideas);
        [
            people(Number::Referred, relations.referred_chance, parts[0]),
            people(Number::Influenced, relations.influenced_chance, second),
            Some(Grip { input: ideas, zero: third, scale: 1.0, snap }),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// The colour of what adds to a sum, or takes from it.
pub(super) const fn hue(part: f64) -> Hue {
    if part < 0.0 { Hue::Loss } else { Hue::Gain }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Row A12: a margin of 1,000 with four chances in five to stay is 5,000 undiscounted.
    #[test]
    fn row_a12_index_and_money() {
        let mut case = Case::default();
        case.customer.margin = 1_000.0;
        case.customer.discount = 0.0;
        assert!((case.contribution_index().unwrap() - 69.0).abs() < 1e-12);
        let parts = case.contribution().unwrap();
        assert!((parts.iter().sum::<f64>() - 6_420.0).abs() < 1e-9, "{parts:?}");
        let chart = case.contribution_figure(&parts, Language::English);
        let grips = case.contribution_grips(&parts);
        assert_eq!(chart.handles.len(), grips.len());
        for (handle, grip) in chart.handles.iter().zip(&grips) {
            assert_eq!(Some(grip.value(&case, handle.at.1)), grip.input.get(&case));
        }
        case.relations.newcomer = 0.0;
        let parts = case.contribution().unwrap();
        assert_eq!(case.contribution_grips(&parts).len(), 1);
        case.relations.weights = [0.0; 4];
        assert_eq!(case.contribution_index(), None);
    }
}
