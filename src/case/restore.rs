//! Making whatever was read a whole current value: every row identified and complete, every
//! number finite and in its range.

use std::collections::HashSet;

use super::change::Rows;
use super::{Case, Counting, Id, Input, Name};

/// Identities above this are given anew, so that there is always a fresh one.
const LARGEST_ID: u32 = 1_000_000_000;

impl Case {
    /// The case made whole; none if it has more rows than the program can hold.
    ///
    /// Missing rows are added where there must be one, missing scores are zero, a number out of
    /// range takes the nearest value in range. Zero stays zero.
    pub fn restored(mut self) -> Option<Self> {
        if Rows::ALL.into_iter().any(|rows| self.list(rows).count() > rows.limits().1) {
            return None;
        }
        self.add_missing_rows();
        self.make_ids_unique();
        for rows in Rows::ALL {
            let count = self.list(rows).count();
            for column in self.columns(rows) {
                column.resize(count, 0.0);
            }
        }
        self.tidy_names();
        self.limit_core();
        self.cycle.tidy();
        self.clamp_numbers();
        Some(self)
    }

    fn add_missing_rows(&mut self) {
        if self.market.segments.is_empty() {
            self.market.segments.push(self.whole_market());
        }
        for rows in Rows::ALL {
            while self.list(rows).count() < rows.limits().0 {
                self.list_mut(rows).push_empty();
            }
        }
    }

    /// Every identity in the case, in a fixed order.
    fn ids(&self) -> Vec<Id> {
        Rows::ALL.into_iter().flat_map(|rows| self.row_ids(rows)).collect()
    }

    fn make_ids_unique(&mut self) {
        let taken: HashSet<Id> = self.ids().into_iter().collect();
        let mut seen = HashSet::new();
        let mut next = 1;
        for rows in Rows::ALL {
            let list = self.list_mut(rows);
            for k in 0..list.count() {
                let id = list.row_mut(k).id_mut();
                if *id == Id::default() || id.0 > LARGEST_ID || !seen.insert(*id) {
                    while taken.contains(&Id(next)) || seen.contains(&Id(next)) {
                        next += 1;
                    }
                    *id = Id(next);
                    seen.insert(*id);
                }
            }
        }
    }

    /// An identity that no row has.
    pub(super) fn fresh_id(&self) -> Id {
        Id(self.ids().into_iter().map(|id| id.0).max().map_or(1, |id| id + 1))
    }

    fn tidy_names(&mut self) {
        let tidy = |name: &mut Name| *name = std::mem::take(name).tidied();
        tidy(&mut self.title);
        tidy(&mut self.lesson);
        tidy(&mut self.curve.tagline);
        tidy(&mut self.curve.levels_from);
        tidy(&mut self.curve.unit);
        tidy(&mut self.base.file);
        for rows in Rows::ALL {
            let list = self.list_mut(rows);
            for k in 0..list.count() {
                list.row_mut(k).name_mut().map(tidy);
            }
        }
    }

    /// Brings every number into its range, under both ways of counting. One that has followed
    /// another stands by itself from here on: today's price is ours as the case was opened.
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
