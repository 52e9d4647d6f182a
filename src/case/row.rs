//! What all rows of a case have in common, so that each kind is added to, removed from, moved,
//! renamed, identified and restored by the same code.

use super::base::{Count, NamedAccount};
use super::curve::{CostChange, PriceClass};
use super::cycle::Moment;
use super::market::Segment;
use super::measures::Measure;
use super::owning::OwningCost;
use super::worth::{Answer, Difference};
use super::{Amount, Criterion, Id, Name, Offer, Rung};

/// A row of some list.
pub(super) trait Row {
    /// Its identity within the case.
    fn id(&self) -> Id;

    /// The same, to be given anew.
    fn id_mut(&mut self) -> &mut Id;

    /// What it is called, where rows of its kind have a name.
    fn name(&self) -> Option<&Name>;

    /// The same, to be renamed.
    fn name_mut(&mut self) -> Option<&mut Name>;
}

/// A list of rows of one kind.
pub(super) trait List {
    /// How many there are.
    fn count(&self) -> usize;

    /// The row in place `k`, which must be below their number.
    fn row(&self, k: usize) -> &dyn Row;

    /// The same, to be changed.
    fn row_mut(&mut self, k: usize) -> &mut dyn Row;

    /// Adds an empty row at the end.
    fn push_empty(&mut self);

    /// Removes the row in place `k`, which must be below their number.
    fn drop_row(&mut self, k: usize);

    /// Exchanges two rows.
    fn swap_rows(&mut self, one: usize, other: usize);
}

impl<T: Row + Default> List for Vec<T> {
    fn count(&self) -> usize {
        self.len()
    }

    fn row(&self, k: usize) -> &dyn Row {
        &self[k]
    }

    fn row_mut(&mut self, k: usize) -> &mut dyn Row {
        &mut self[k]
    }

    fn push_empty(&mut self) {
        self.push(T::default());
    }

    fn drop_row(&mut self, k: usize) {
        self.remove(k);
    }

    fn swap_rows(&mut self, one: usize, other: usize) {
        self.swap(one, other);
    }
}

/// Rows with an identity and a name.
macro_rules! named {
    ($($row:ty),*) => {$(
        impl Row for $row {
            fn id(&self) -> Id {
                self.id
            }

            fn id_mut(&mut self) -> &mut Id {
                &mut self.id
            }

            fn name(&self) -> Option<&Name> {
                Some(&self.name)
            }

            fn name_mut(&mut self) -> Option<&mut Name> {
                Some(&mut self.name)
            }
        }
    )*};
}

named!(
    Offer,
    Criterion,
    Rung,
    OwningCost,
    Difference,
    Answer,
    Segment,
    NamedAccount,
    PriceClass,
    CostChange,
    Measure
);

/// Rows with an identity alone.
macro_rules! nameless {
    ($($row:ty),*) => {$(
        impl Row for $row {
            fn id(&self) -> Id {
                self.id
            }

            fn id_mut(&mut self) -> &mut Id {
                &mut self.id
            }

            fn name(&self) -> Option<&Name> {
                None
            }

            fn name_mut(&mut self) -> Option<&mut Name> {
                None
            }
        }
    )*};
}

nameless!(Amount, Count, Moment);
