//! Groups of customers by recency, frequency and money (RFM).
//!
//! *Question.* Who are our best customers, who is new, and whom are we about to lose?
//!
//! *Method.* On each of three scales the customers are ranked and cut into fifths, scored 5 for the
//! best: how short the silence since the last purchase is (R), how many purchases (F), how much
//! spent in all (M). A group is a place on the grid of R against the mean of F and M.
//!
//! *Ties.* Customers who are alike get the same score: each is placed in the middle of those who
//! share the value. Where seven of ten bought once, none of them is arbitrarily called a better
//! customer than another, and some scores stay empty.
//!
//! *Source.* Hughes, *Strategic Database Marketing* (1994). Fader, Hardie & Lee, "RFM and CLV: Using
//! Iso-Value Curves for Customer Base Analysis" (2005), show what the scores hide: of two customers
//! who have been silent equally long, the one who used to buy *more* often is the likelier lost.
//!
//! *Not for* comparing two bases or two years: a score says where a customer stands among these
//! customers, not how good they are. And fifths are no forecast; the purchase models are.

use serde::{Deserialize, Serialize};

use super::summary::{Customer, Summary};

/// Where a customer stands among the others, each 1 to 5, 5 being the best fifth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Scores {
    /// By how recent the last purchase is, *R*.
    pub recency: u8,
    /// By the number of purchases, *F*.
    pub frequency: u8,
    /// By the amount spent, *M*.
    pub money: u8,
}

/// What a customer's scores mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Group {
    /// Here lately, and among the best: R 4 or 5, mean of F and M at least 4.
    Champions,
    /// Good and not long gone: R at least 3, mean of F and M at least 3.
    Loyal,
    /// Here lately, little so far: R 4 or 5, mean of F and M below 3.
    New,
    /// Little so far and getting quiet: R 3, mean of F and M below 3.
    Fading,
    /// Good, and silent: R 1 or 2, mean of F and M at least 3. Worth a call.
    AtRisk,
    /// Little, and silent: R 1 or 2, mean of F and M below 3.
    Lost,
}

impl Group {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Champions, Self::Loyal, Self::New, Self::Fading, Self::AtRisk, Self::Lost];

    /// The group of these scores.
    pub const fn of(scores: Scores) -> Self {
        let (recent, worth) = (scores.recency, scores.frequency + scores.money);
        match recent {
            4.. if worth >= 8 => Self::Champions,
            3.. if worth >= 6 => Self::Loyal,
            4.. => Self::New,
            3 => Self::Fading,
            _ if worth >= 6 => Self::AtRisk,
            _ => Self::Lost,
        }
    }
}

/// One customer's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The customer's number in the ledger.
    pub id: u32,
    /// The three scores.
    pub scores: Scores,
    /// What they mean.
    pub group: Group,
}

/// A group as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// How many customers.
    pub customers: usize,
    /// What they spent together.
    pub spend: f64,
}

/// All customers in their groups.
#[derive(Clone, Debug, PartialEq)]
pub struct Segments {
    places: Vec<Place>,
    sizes: [Size; Group::ALL.len()],
}

impl Segments {
    /// Scores every customer of a summary.
    pub fn new(summary: &Summary) -> Self {
        let customers = summary.customers();
        let fifths = |key: fn(&Customer) -> f64| {
            fifths(&customers.iter().map(key).collect::<Vec<f64>>()).into_iter()
        };
        let scores = fifths(|customer| -customer.silence())
            .zip(fifths(|customer| f64::from(customer.purchases)))
            .zip(fifths(|customer| customer.spend));
        let mut sizes = [Size::default(); Group::ALL.len()];
        let mut place = |(customer, ((recency, frequency), money)): (&Customer, _)| {
            let scores = Scores { recency, frequency, money };
            let group = Group::of(scores);
            let size = &mut sizes[group as usize];
            size.customers += 1;
            size.spend += customer.spend;
            Place { id: customer.id, scores, group }
        };
        let places = customers.iter().zip(scores).map(&mut place).collect();
        Self { places, sizes }
    }

    /// Each customer's place, in the order of the summary.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// A group as a whole.
    pub const fn size(&self, group: Group) -> Size {
        self.sizes[group as usize]
    }
}

/// The fifth that each value belongs to, 1 for the lowest and 5 for the highest; equal values are
/// in the same one.
///
/// With *b* values below and *e* equal, the value's place among *n* is `(b + e/2) / n`.
pub fn fifths(values: &[f64]) -> Vec<u8> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_unstable_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut scores = vec![0; values.len()];
    let mut below = 0;
    // As numbers, so that 0 and −0 are equal.
    for equal in order.chunk_by(|a, b| values[*a] == values[*b]) {
        // Twice the place, to stay with whole numbers.
        let score = 5 * (2 * below + equal.len()) / (2 * values.len());
        let score = u8::try_from(score.min(4)).unwrap_or(4) + 1;
        for k in equal {
            scores[*k] = score;
        }
        below += equal.len();
    }
    scores
}

#[cfg(test)]
mod tests {
    use super::super::{Grain, Moment, Purchases, Terms};
    use super::*;
    use crate::math::calendar::Date;

    #[test]
    fn fifths_are_equal_without_ties() {
        let values: Vec<f64> = (0..20).map(|k| f64::from(k * 7 % 20)).collect();
        for (value, score) in values.iter().zip(fifths(&values)) {
            assert_eq!(f64::from(score), (value / 4.0).floor() + 1.0);
        }
        assert_eq!(fifths(&[3.0, 1.0, 2.0, 5.0, 4.0]), [3, 1, 2, 5, 4]);
        assert_eq!(fifths(&[]), [0; 0]);
    }

    #[test]
    fn who_is_alike_is_scored_alike() {
        // Seven of ten are alike: their middle is at 3.5 of 10, in the second fifth.
        let values = [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 2.0, 3.0, 4.0];
        assert_eq!(fifths(&values), [2, 2, 2, 2, 2, 2, 2, 4, 5, 5]);
        assert_eq!(fifths(&[7.0; 9]), [3; 9]);
        assert_eq!(fifths(&[0.0, -0.0]), [3, 3]);
    }

    #[test]
    fn every_score_has_its_group() {
        let group = |recency, frequency, money| Group::of(Scores { recency, frequency, money });
        assert_eq!(group(5, 5, 5), Group::Champions);
        assert_eq!(group(5, 3, 5), Group::Champions);
        assert_eq!(group(4, 3, 4), Group::Loyal);
        assert_eq!(group(3, 5, 5), Group::Loyal);
        assert_eq!(group(5, 1, 2), Group::New);
        assert_eq!(group(3, 2, 3), Group::Fading);
        assert_eq!(group(2, 4, 4), Group::AtRisk);
        assert_eq!(group(1, 1, 1), Group::Lost);
        for (place, group) in Group::ALL.into_iter().enumerate() {
            assert_eq!(group as usize, place, "{group:?}");
        }
    }

    #[test]
    fn a_base_falls_into_groups() {
        // Ten customers; the k-th bought k times for k each, the last time on day 10·k.
        let on = |day| Moment::midnight(Date::from_days(19_000 + day));
        let mut purchases = Purchases::new(Grain::Day, true);
        for k in 1..=10_i64 {
            for n in 0..k {
                purchases.add(format!("c{k}").as_bytes(), on(10 * k - n), k as f64).unwrap();
            }
        }
        // The best of all, long ago.
        for n in 0..20 {
            purchases.add(b"gone", on(n), 100.0).unwrap();
        }
        let summary = purchases.post().summary(&Terms::default()).unwrap();
        let segments = Segments::new(&summary);
        let groups: Vec<Group> = segments.places().iter().map(|place| place.group).collect();
        assert_eq!(groups.last(), Some(&Group::AtRisk));
        assert_eq!((groups[0], groups[9]), (Group::Lost, Group::Champions));
        let count: usize = Group::ALL.iter().map(|g| segments.size(*g).customers).sum();
        assert_eq!(count, 11);
        assert_eq!(segments.size(Group::AtRisk), Size { customers: 1, spend: 2_000.0 });
    }
}
