//! Making whatever was read a whole current value: every row identified and complete, every
//! number finite and in its range.

use std::collections::HashSet;

use super::{AMOUNTS, CRITERIA, Case, Counting, Id, Input, OFFERS, RUNGS};

/// Identities above this are given anew, so that there is always a fresh one.
const LARGEST_ID: u32 = 1_000_000_000;

impl Case {
    /// The case made whole; none if it has more rows than the program can hold.
    ///
    /// Missing rows are added where there must be one, missing scores are zero, a number out of
    /// range takes the nearest value in range. Zero stays zero.
    pub fn restored(mut self) -> Option<Self> {
        let counts = [
            (self.offers.len(), OFFERS),
            (self.criteria.len(), CRITERIA),
            (self.ladder.len(), RUNGS),
            (self.customer.amounts.len(), AMOUNTS),
        ];
        if counts.iter().any(|(count, (_, most))| count > most) {
            return None;
        }
        self.add_missing_rows();
        self.make_ids_unique();
        for offer in &mut self.offers {
            offer.scores.resize(self.criteria.len(), 0.0);
        }
        self.tidy_names();
        self.clamp_numbers();
        Some(self)
    }

    fn add_missing_rows(&mut self) {
        fn at_least_one<T: Default>(rows: &mut Vec<T>) {
            if rows.is_empty() {
                rows.push(T::default());
            }
        }
        at_least_one(&mut self.offers);
        at_least_one(&mut self.criteria);
        at_least_one(&mut self.ladder);
        at_least_one(&mut self.customer.amounts);
    }

    /// Every identity in the case, in a fixed order.
    fn ids(&mut self) -> impl Iterator<Item = &mut Id> {
        let offers = self.offers.iter_mut().map(|row| &mut row.id);
        let criteria = self.criteria.iter_mut().map(|row| &mut row.id);
        let ladder = self.ladder.iter_mut().map(|row| &mut row.id);
        let amounts = self.customer.amounts.iter_mut().map(|row| &mut row.id);
        offers.chain(criteria).chain(ladder).chain(amounts)
    }

    fn make_ids_unique(&mut self) {
        let mut seen = HashSet::new();
        let mut next = 1;
        let taken: HashSet<Id> = self.ids().map(|id| *id).collect();
        for id in self.ids() {
            if *id == Id::default() || id.0 > LARGEST_ID || !seen.insert(*id) {
                while taken.contains(&Id(next)) || seen.contains(&Id(next)) {
                    next += 1;
                }
                *id = Id(next);
                seen.insert(*id);
            }
        }
    }

    /// An identity that no row has.
    pub(super) fn fresh_id(&mut self) -> Id {
        Id(self.ids().map(|id| id.0).max().map_or(1, |id| id + 1))
    }

    fn tidy_names(&mut self) {
        let names = [&mut self.title, &mut self.lesson].into_iter();
        let offers = self.offers.iter_mut().map(|row| &mut row.name);
        let criteria = self.criteria.iter_mut().map(|row| &mut row.name);
        let ladder = self.ladder.iter_mut().map(|row| &mut row.name);
        for name in names.chain(offers).chain(criteria).chain(ladder) {
            *name = std::mem::take(name).tidied();
        }
    }

    /// Brings every number into its range, under both ways of counting.
    fn clamp_numbers(&mut self) {
        let counting = self.counting;
        for either in [Counting::Points, Counting::Money] {
            self.counting = either;
            for input in Input::all_stored(self) {
                let Some(value) = input.get(self) else { continue };
                let field = input.field(self);
                let sound = if value.is_finite() { value } else { field.low };
                input.set(self, sound.clamp(field.low, field.high));
            }
        }
        self.counting = counting;
    }
}
