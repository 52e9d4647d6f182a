//! Whether customers who buy more often also spend more.

use serde::{Deserialize, Serialize};

use super::Spend;
use crate::math::correlation::pearson;

/// How the number of purchases goes together with their mean worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Independence {
    /// Pearson's correlation of both over the customers with a purchase, −1..1.
    pub correlation: f64,
    /// How many customers these are.
    pub customers: u64,
    /// What the number means.
    pub relation: Relation,
}

/// How far a correlation matters; the bounds are Cohen's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Relation {
    /// Below 0.1 in size: less than a hundredth of the differences in spend goes with frequency.
    /// The model may be used.
    Negligible,
    /// 0.1 to 0.3: the value of the most frequent buyers comes out somewhat too low (or too high,
    /// where the correlation is negative).
    Weak,
    /// 0.3 or more: frequent buyers are worth clearly more (or less) than frequency times spend
    /// says. Value them apart.
    Strong,
}

impl Relation {
    /// What a correlation means.
    pub fn of(correlation: f64) -> Self {
        match correlation.abs() {
            size if size < 0.1 => Self::Negligible,
            size if size < 0.3 => Self::Weak,
            _ => Self::Strong,
        }
    }
}

/// The assumption of the model, measured: how purchases and mean spend go together over the
/// customers with a purchase. None with fewer than three of them, or where all buy equally often or
/// spend the same.
///
/// *Source.* Fader & Hardie (note 025, 2013) test it so; the bounds are from Cohen, *Statistical
/// Power Analysis for the Behavioral Sciences* (1988).
pub fn independence(spends: &[Spend]) -> Option<Independence> {
    let known: Vec<&Spend> = spends.iter().filter(|spend| spend.purchases > 0).collect();
    let often: Vec<f64> = known.iter().map(|spend| f64::from(spend.purchases)).collect();
    let much: Vec<f64> = known.iter().map(|spend| spend.mean).collect();
    if known.len() < 3 {
        return None;
    }
    let correlation = pearson(&often, &much)?;
    let relation = Relation::of(correlation);
    Some(Independence { correlation, customers: known.len() as u64, relation })
}
