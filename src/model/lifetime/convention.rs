//! When in a period its margin counts: why books disagree on the same customer.

use super::{Lifetime, Terms, Timing};
use crate::math::finite;

/// Which margins count, and as of when. Each is a fixed multiple of the first:
///
/// | convention | margin *t* counts | multiple |
/// |---|---|---|
/// | [`Start`](Self::Start) | `m·rᵗ/(1+i)ᵗ` from t = 0 | 1 |
/// | [`Middle`](Self::Middle) | `m·rᵗ/(1+i)^(t+½)` from t = 0 | `(1+i)^(−½)` |
/// | [`End`](Self::End) | `m·rᵗ⁻¹/(1+i)ᵗ` from t = 1 | `1/(1+i)` |
/// | [`AfterRenewal`](Self::AfterRenewal) | `m·rᵗ/(1+i)ᵗ` from t = 1 | `r/(1+i)` |
///
/// *Source.* Start: Berger & Nasr (1998) and most textbooks. After renewal: Gupta & Lehmann
/// (2003). End: a contract year that is sure and paid in arrears. Middle: purchases spread over the
/// year, as an approximation. Gupta et al., "Modeling Customer Lifetime Value" (2006),
/// discuss the choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Convention {
    /// The margin of each period at its beginning, the first one now and sure.
    Start,
    /// The margin of each period in its middle, the first one sure.
    Middle,
    /// The margin of each period at its end, the first one sure.
    End,
    /// The margin of each period at its end, and only from those who stay: not even the first one
    /// is sure.
    AfterRenewal,
}

impl Convention {
    /// Every convention, from the highest value to the lowest (at a discount rate of 0 or more).
    pub const ALL: [Self; 4] = [Self::Start, Self::Middle, Self::End, Self::AfterRenewal];

    /// What a margin counts, as a share of what it would count at the beginning of its period, at
    /// `retention` and `discount` in that period.
    pub fn share(self, retention: f64, discount: f64) -> f64 {
        match self {
            Self::Start => 1.0,
            Self::Middle => 1.0 / libm::sqrt(1.0 + discount),
            Self::End => 1.0 / (1.0 + discount),
            Self::AfterRenewal => retention / (1.0 + discount),
        }
    }
}

impl From<Timing> for Convention {
    fn from(timing: Timing) -> Self {
        match timing {
            Timing::Now => Self::Start,
            Timing::AfterOnePeriod => Self::AfterRenewal,
        }
    }
}

impl Lifetime {
    /// Present value of all margins under `convention` instead of the timing of the terms; none
    /// where it is beyond all numbers.
    pub fn value_under(&self, convention: Convention) -> Option<f64> {
        let start = Self { terms: Terms { timing: Timing::Now, ..self.terms } };
        finite(start.value() * convention.share(self.terms.retention, self.terms.discount))
    }
}
