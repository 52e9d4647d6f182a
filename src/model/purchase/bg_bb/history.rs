//! What the BG/BB model sees of a customer.

use super::BgBbError;

/// The most opportunities that a history may have, and that a chance of so many purchases looks
/// ahead: what lies beyond is left out.
pub const MOST_OPPORTUNITIES: u32 = 100_000;

/// What is known of a customer: which opportunities were taken, as far as it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Opportunities {
    pub(super) taken: u32,
    pub(super) last: u32,
    pub(super) given: u32,
}

impl Opportunities {
    /// `taken` purchases (*x*), the last at opportunity number `last` (*t*ₓ, 0 where there is
    /// none), of `given` opportunities (*n*).
    ///
    /// # Errors
    /// [`BgBbError`] names what does not fit.
    pub fn new(taken: u32, last: u32, given: u32) -> Result<Self, BgBbError> {
        if given > MOST_OPPORTUNITIES {
            return Err(BgBbError::Opportunities);
        }
        if last > given {
            return Err(BgBbError::Last);
        }
        let fits = taken <= last && (taken == 0) == (last == 0);
        if fits { Ok(Self { taken, last, given }) } else { Err(BgBbError::Purchases) }
    }

    /// Opportunities that were taken, *x*.
    pub const fn taken(&self) -> u32 {
        self.taken
    }

    /// The last that was taken, *t*ₓ; 0 where none was.
    pub const fn last(&self) -> u32 {
        self.last
    }

    /// Opportunities that were given, *n*.
    pub const fn given(&self) -> u32 {
        self.given
    }
}
