//! What moves lifetime value most: elasticities and the margin multiple.

use super::{Horizon, Lifetime, Terms, moved_by};
use crate::math::finite;
use crate::math::series::mean_exponent;

/// By how many percent lifetime value changes when one input changes by one percent of itself.
///
/// *Source.* Gupta & Lehmann, "Customers as Assets" (2003); Gupta, Lehmann & Stuart, "Valuing
/// Customers" (2004), who find about 5 for retention, 1 for margin and 0.1 for acquisition cost
/// in the value of whole firms.
///
/// *Caution.* One percent of retention, from 80 % to 80.8 %, and one percent of margin are not
/// equally hard to get. An elasticity says what a gain is worth, not what it costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Elasticities {
    /// Of the margin: 1 without acquisition cost.
    pub margin: f64,
    /// Of the retention rate.
    pub retention: f64,
    /// Of the discount rate; 0 or less at a rate of 0 or more.
    pub discount: f64,
    /// Of the growth rate.
    pub growth: f64,
    /// Of the acquisition cost.
    pub acquisition: f64,
}

impl Lifetime {
    /// Mean time of the margins, in periods from now, each weighted with its present value:
    /// the duration of the customer, as of a bond. None without any margin.
    ///
    /// Each margin carries `rᵗ/(1+i)ᵗ`, so that the duration *is* the elasticity of the value to
    /// retention, and `−i/(1+i)` times it the elasticity to the discount rate. For ever and
    /// without growth it is `(1+i)/(1+i−r)` with the first margin after a period, and one less
    /// with the first margin now.
    pub fn duration(&self) -> Option<f64> {
        let after_first = match self.terms.horizon {
            Horizon::Forever => self.terms.retention * (1.0 + self.terms.growth) / self.gap(),
            Horizon::Periods(0) => return None,
            Horizon::Periods(n) => mean_exponent(self.step(), f64::from(n)),
        };
        finite(f64::from(self.first_time()) + after_first)
    }

    /// Value of all margins as a multiple of one: the margin multiple, `r/(1+i−r(1+g))` for ever
    /// with the first margin after a period. None where it is beyond all numbers.
    ///
    /// Gupta & Lehmann (2005) tabulate it: at 10 to 12 % a year it lies between 1 and 4.5 for most
    /// firms.
    pub fn multiple(&self) -> Option<f64> {
        finite(Self { terms: Terms { margin: 1.0, ..self.terms } }.value())
    }

    /// Elasticities of lifetime value after acquisition cost ([`net`](Self::net)); none where that
    /// is zero or there is no margin.
    pub fn elasticities(&self) -> Option<Elasticities> {
        let Terms { discount: i, growth: g, acquisition, .. } = self.terms;
        let duration = self.duration()?;
        let net = self.net();
        let margin = finite(self.value() / net)?;
        let since_first = duration - f64::from(self.first_time());
        Some(Elasticities {
            margin,
            retention: finite(margin * duration)?,
            discount: finite(-margin * duration * i / (1.0 + i))?,
            growth: finite(margin * since_first * g / (1.0 + g))?,
            acquisition: finite(-acquisition / net)?,
        })
    }

    /// Relative change of the value (before acquisition cost) when retention rises by `points`, as
    /// a share: 0.05 from 80 % to 85 %. None where there would be no such retention, no value
    /// before or none after.
    pub fn change_by_retention(&self, points: f64) -> Option<f64> {
        let retention = moved_by(self.terms.retention, points)?;
        let raised = Self::new(Terms { retention, ..self.terms }).ok()?;
        finite(raised.value() / self.value() - 1.0)
    }
}
