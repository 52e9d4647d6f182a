//! Word of mouth: whom an unhappy customer tells, and what that costs.
//!
//! *Question.* A few customers were badly served. How many people hear of it, and how many sales
//! does it cost?
//!
//! *Formula.* Unhappy customers tell *n* others each. A hearer passes it on with chance *q*, again to
//! *n* others, and so on for *g* rounds: `H = N·u·n·(1 + qn + (qn)² + … )`, *g* terms. Of the
//! hearers a share would have bought, each with a margin.
//!
//! *Source.* The ratio of five people told is quoted in many courses without a study behind it.
//! TARP's *Consumer Complaint Handling in America* (1979, 1986) found nine to ten told of a bad
//! experience and five of a good one; the number of people told is therefore an input.
//!
//! *Assumes* that no two hearers are the same person, that whoever hears stays away, and that
//! without the story the sale would have come. Each of these makes the figure too high.
//!
//! *Example.*
//! ```
//! use customer_value::model::simulator::word_of_mouth::{Story, WordOfMouth};
//!
//! let story = Story {
//!     customers: 1_000.0,
//!     unhappy: 0.03,
//!     told: 5.0,
//!     passed_on: 0.0,
//!     rounds: 1,
//!     would_buy: 0.1,
//!     margin: 300.0,
//! };
//! let tree = WordOfMouth::new(story)?;
//! assert_eq!((tree.tellers(), tree.hearers()), (30.0, 150.0));
//! assert_eq!(tree.lost_profit(), 4_500.0);
//! # Ok::<(), customer_value::model::simulator::word_of_mouth::StoryError>(())
//! ```
//!
//! *Not for* a town or a network where everybody knows everybody: the tree grows without end, the
//! town does not.

use crate::math::series::geometric;
use crate::model::bounds::{first_error, is_amount, is_share};

/// The most rounds of telling.
const ROUNDS: u32 = 20;

/// Who tells whom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Story {
    /// Customers in all, *N*.
    pub customers: f64,
    /// Share of them who are unhappy, *u*, 0..1.
    pub unhappy: f64,
    /// People each of them tells, *n*.
    pub told: f64,
    /// Chance that a hearer tells as many others, *q*, 0..1.
    pub passed_on: f64,
    /// Rounds of telling, *g*, 1..20.
    pub rounds: u32,
    /// Share of the hearers who would have bought, 0..1.
    pub would_buy: f64,
    /// Margin of a sale lost.
    pub margin: f64,
}

/// Why there is no tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoryError {
    /// The number of customers is negative or not a number.
    Customers,
    /// The unhappy are no share.
    Unhappy,
    /// The number of people told is negative, not a number, or above a million.
    Told,
    /// The chance of passing on is outside 0..1.
    PassedOn,
    /// There are no rounds, or more than twenty.
    Rounds,
    /// Those who would have bought are no share.
    WouldBuy,
    /// The margin is negative or not a number.
    Margin,
}

/// A story and how it spreads, checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WordOfMouth {
    story: Story,
}

impl WordOfMouth {
    /// Checks `story`.
    ///
    /// # Errors
    /// [`StoryError`] names the parameter.
    pub fn new(story: Story) -> Result<Self, StoryError> {
        first_error([
            (is_amount(story.customers), StoryError::Customers),
            (is_share(story.unhappy), StoryError::Unhappy),
            (is_amount(story.told) && story.told <= 1e6, StoryError::Told),
            (is_share(story.passed_on), StoryError::PassedOn),
            ((1..=ROUNDS).contains(&story.rounds), StoryError::Rounds),
            (is_share(story.would_buy), StoryError::WouldBuy),
            (is_amount(story.margin), StoryError::Margin),
        ])?;
        Ok(Self { story })
    }

    /// The unhappy customers, who tell it first.
    pub fn tellers(&self) -> f64 {
        self.story.customers * self.story.unhappy
    }

    /// Those who hear of it in each round.
    pub fn by_round(&self) -> Vec<f64> {
        let first = self.tellers() * self.story.told;
        (0..self.story.rounds).map(|k| first * libm::pow(self.step(), f64::from(k))).collect()
    }

    /// All who hear of it.
    pub fn hearers(&self) -> f64 {
        self.tellers() * self.story.told * geometric(self.step(), f64::from(self.story.rounds))
    }

    /// Hearers of one round for each of the round before: above 1 the story grows.
    pub fn step(&self) -> f64 {
        self.story.passed_on * self.story.told
    }

    /// Sales that do not come about.
    pub fn lost_sales(&self) -> f64 {
        self.hearers() * self.story.would_buy
    }

    /// The margin of the sales that do not come about.
    pub fn lost_profit(&self) -> f64 {
        self.lost_sales() * self.story.margin
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORY: Story = Story {
        customers: 1_000.0,
        unhappy: 0.03,
        told: 5.0,
        passed_on: 0.0,
        rounds: 1,
        would_buy: 0.1,
        margin: 300.0,
    };

    #[test]
    fn row_b5_one_tells_five() {
        let tree = WordOfMouth::new(STORY).unwrap();
        assert_eq!((tree.tellers(), tree.hearers(), tree.lost_sales()), (30.0, 150.0, 15.0));
        assert_eq!(-tree.lost_profit(), -4_500.0);
        // A story that nobody passes on reaches nobody in a second round.
        let longer = WordOfMouth::new(Story { rounds: 5, ..STORY }).unwrap();
        assert_eq!(longer.hearers(), 150.0);
    }

    #[test]
    fn rounds_add_up() {
        let tree = WordOfMouth::new(Story { passed_on: 0.1, rounds: 4, ..STORY }).unwrap();
        assert_eq!(tree.by_round(), [150.0, 75.0, 37.5, 18.75]);
        assert!((tree.hearers() / 281.25 - 1.0).abs() < 1e-14);
        assert_eq!(tree.step(), 0.5);
    }

    #[test]
    fn says_what_cannot_be_used() {
        let error = |story: Story| WordOfMouth::new(story).unwrap_err();
        assert_eq!(error(Story { customers: -1.0, ..STORY }), StoryError::Customers);
        assert_eq!(error(Story { unhappy: 1.1, ..STORY }), StoryError::Unhappy);
        assert_eq!(error(Story { told: 1e7, ..STORY }), StoryError::Told);
        assert_eq!(error(Story { passed_on: f64::NAN, ..STORY }), StoryError::PassedOn);
        assert_eq!(error(Story { rounds: 0, ..STORY }), StoryError::Rounds);
        assert_eq!(error(Story { would_buy: -0.1, ..STORY }), StoryError::WouldBuy);
        assert_eq!(error(Story { margin: f64::INFINITY, ..STORY }), StoryError::Margin);
    }

    #[test]
    fn the_greatest_story_is_still_a_number() {
        let all = Story {
            customers: 1e15,
            unhappy: 1.0,
            told: 1e6,
            passed_on: 1.0,
            rounds: 20,
            would_buy: 1.0,
            margin: 1e15,
        };
        assert!(WordOfMouth::new(all).unwrap().lost_profit().is_finite());
    }
}
