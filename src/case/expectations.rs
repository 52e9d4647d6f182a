//! What the customer expected of our offer, and how far our work reached them.

use serde::{Deserialize, Serialize};

use super::figures::stepped;
use super::grip::Grip;
use super::input::{Field, Input, Numbers, amount, bounded, score};
use super::{Case, Id};
use crate::chart::Chart;
use crate::chart::expectation::{Wish, expectation};
use crate::chart::funnel::{Step, funnel};
use crate::model::expectation::{ExpectationError, Experience};
use crate::model::outcomes::Outcomes;
use crate::words::{Language, Unit, expectation as words};

/// What was expected beside the scores stands with the criteria.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Expectations {
    /// Up to this gap either way an expectation counts as met.
    pub tolerance: f64,
    /// What we did for the customer.
    pub actions: f64,
    /// How much of it had a result.
    pub results: f64,
    /// How many of the results moved the customer.
    pub moved: f64,
}

impl Default for Expectations {
    /// The figures of the worked example.
    fn default() -> Self {
        Self { tolerance: 0.0, actions: 20.0, results: 12.0, moved: 3.0 }
    }
}

/// A number of the expectations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Number {
    /// What was expected on a criterion.
    Expected(Id),
    /// The zone of tolerance.
    Tolerance,
    /// What we did.
    Actions,
    /// What had a result.
    Results,
    /// What moved the customer.
    Moved,
}

/// Finds the place of a stored number, to read or to write it.
macro_rules! places {
    ($name:ident, $iter:ident $(, $mutable:tt)?) => {
        fn $name(self, case: &$($mutable)? Case) -> Option<&$($mutable)? f64> {
            let expectations = &$($mutable)? case.expectations;
            Some(match self {
                Self::Expected(id) => {
                    &$($mutable)? case.criteria.$iter().find(|c| c.id == id)?.expected
                }
                Self::Tolerance => &$($mutable)? expectations.tolerance,
                Self::Actions => &$($mutable)? expectations.actions,
                Self::Results => &$($mutable)? expectations.results,
                Self::Moved => &$($mutable)? expectations.moved,
            })
        }
    };
}

impl Numbers for Number {
    places!(place, iter);
    places!(place_mut, iter_mut, mut);

    fn field(self, _: &Case) -> Field {
        let count = |label| Field { high: 1e6, ..amount(label, Unit::Count) };
        match self {
            Self::Expected(_) => score(words::EXPECTED),
            Self::Tolerance => bounded(words::TOLERANCE, Unit::Score, (0.0, 10.0), (0.0, 2.0), 0.1),
            Self::Actions => count(words::STEPS[0]),
            Self::Results => count(words::STEPS[1]),
            Self::Moved => count(words::STEPS[2]),
        }
    }

    fn rows(self, case: &Case, language: Language) -> Vec<&str> {
        let Self::Expected(id) = self else { return Vec::new() };
        case.criteria.iter().filter(|c| c.id == id).map(|c| c.name.to(language)).collect()
    }

    fn all(case: &Case) -> Vec<Input> {
        let expected = case.criteria.iter().map(|criterion| Self::Expected(criterion.id));
        let rest = [Self::Tolerance, Self::Actions, Self::Results, Self::Moved];
        expected.chain(rest).map(Input::Expectation).collect()
    }
}

impl Case {
    /// What the customer felt of our offer beside what was expected.
    ///
    /// # Errors
    /// [`ExpectationError`] says why there is nothing to compare.
    pub fn experience(&self) -> Result<Experience, ExpectationError> {
        let of =
            |of: fn(&super::Criterion) -> f64| self.criteria.iter().map(of).collect::<Vec<_>>();
        let felt = self.ours().map(|ours| ours.scores.as_slice()).unwrap_or_default();
        Experience::new(&of(|c| c.weight), &of(|c| c.expected), felt, self.expectations.tolerance)
    }

    /// How far our work reached the customer, in whole numbers; none where more moved than had a
    /// result, or more had a result than was done.
    pub fn outcomes(&self) -> Option<Outcomes> {
        let Expectations { actions, results, moved, .. } = self.expectations;
        Outcomes::new(whole(actions), whole(results), whole(moved))
    }

    /// What was expected and felt, a criterion a row.
    pub fn expectation_figure(&self, experience: &Experience, language: Language) -> Option<Chart> {
        let ours = self.ours()?;
        let wish = |(k, criterion): (usize, &super::Criterion)| Wish {
            name: criterion.name.to(language).to_owned(),
            expected: criterion.expected,
            felt: ours.scores[k],
            handles: [
                Input::Expectation(Number::Expected(criterion.id)).name(self, language),
                Input::Score(ours.id, criterion.id).name(self, language),
            ],
        };
        let wishes: Vec<Wish> = self.criteria.iter().enumerate().map(wish).collect();
        let chart = expectation(&wishes, experience, self.glass(language));
        Some(stepped(chart, &self.wish_grips()))
    }

    /// The grips of that figure: for each criterion what was expected, then what was felt.
    pub fn wish_grips(&self) -> Vec<Grip> {
        let Some(ours) = self.ours() else { return Vec::new() };
        let grip = |input| Grip { input, zero: 0.0, scale: 1.0, snap: 0.1 };
        let both = |criterion: &super::Criterion| {
            [
                grip(Input::Expectation(Number::Expected(criterion.id))),
                grip(Input::Score(ours.id, criterion.id)),
            ]
        };
        self.criteria.iter().flat_map(both).collect()
    }

    /// The funnel from work to customers moved.
    pub fn outcomes_figure(&self, outcomes: &Outcomes, language: Language) -> Chart {
        let Expectations { actions, results, moved, .. } = self.expectations;
        let names = [Number::Actions, Number::Results, Number::Moved];
        let counts = [actions, results, moved].map(|count| f64::from(whole(count)));
        let steps = [0, 1, 2].map(|k| Step {
            name: words::STEPS[k].to(language).to_owned(),
            count: counts[k],
            handle: Input::Expectation(names[k]).name(self, language),
        });
        funnel(&steps, outcomes, self.glass(language))
    }

    /// The grips of that figure: the ends of its bars.
    pub fn outcome_grips(&self) -> Vec<Grip> {
        let grip =
            |number| Grip { input: Input::Expectation(number), zero: 0.0, scale: 1.0, snap: 1.0 };
        [Number::Actions, Number::Results, Number::Moved].map(grip).into()
    }
}

/// The nearest whole number.
fn whole(count: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the field keeps it within 0..=1e6"
    )]
    let whole = count.round().clamp(0.0, 1e6) as u32;
    whole
}

#[cfg(test)]
mod tests {
    use super::super::{Sample, library};
    use super::*;
    use crate::model::expectation::State;

    #[test]
    fn row_a8_beyond_and_below() {
        let mut case = library::open(Sample::Coffee);
        case.criteria.truncate(3);
        case.expectations.tolerance = 0.0;
        for (k, (weight, expected)) in [(50.0, 7.0), (30.0, 8.0), (20.0, 6.0)].iter().enumerate() {
            case.criteria[k].weight = *weight;
            case.criteria[k].expected = *expected;
        }
        case.offers[0].scores = vec![8.0, 8.0, 9.0];
        let good = case.experience().unwrap();
        assert!((good.gap() - 1.1).abs() < 1e-12 && good.state() == State::Beyond);
        case.offers[0].scores = vec![6.0, 8.0, 6.0];
        let bad = case.experience().unwrap();
        assert!((bad.gap() + 0.5).abs() < 1e-12 && bad.state() == State::Below);
        Input::Expectation(Number::Tolerance).set(&mut case, 0.5);
        assert_eq!(case.experience().unwrap().state(), State::Met);
    }

    #[test]
    fn row_a9_work_result_moved() {
        let mut case = Case::default();
        let rates = |case: &Case| {
            let outcomes = case.outcomes().unwrap();
            [outcomes.result_rate(), outcomes.moved_rate(), outcomes.overall_rate()]
        };
        assert_eq!(rates(&case), [Some(0.6), Some(0.25), Some(0.15)]);
        case.expectations.moved = 13.0;
        assert_eq!(case.outcomes(), None);
    }
}
