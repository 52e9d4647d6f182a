//! What the handles of the figures of ownership set.

use super::super::grip::{Grip, snap};
use super::{Case, Id, Input, Paid};
use crate::model::ownership::Difference;
use crate::model::tally::Tally;

/// The grips of the bars by kind: for each offer every kind of cost that it has.
pub fn by_kind(case: &Case, tally: &Tally) -> Vec<Grip> {
    let factors = case.owning_factors();
    let mut grips = Vec::new();
    for (offer, account) in case.offers.iter().zip(tally.offers()) {
        let (mut out, mut back) = (0.0, 0.0);
        let kinds = case.owning_inputs(offer.id).into_iter().zip(account.by_kind()).zip(&factors);
        for ((input, present), factor) in kinds {
            if present == 0.0 {
                continue;
            }
            let edge = if present < 0.0 { &mut back } else { &mut out };
            grips.push(Grip { input, zero: *edge, scale: 1.0 / factor, snap: snap(case, input) });
            *edge += present;
        }
    }
    grips
}

/// Which end of the running difference moves with our price: its beginning where the price is paid
/// at once, else its end.
pub fn priced_year(case: &Case) -> usize {
    match case.owning.paid {
        Paid::Once => 0,
        Paid::EachTime => case.years() as usize,
    }
}

/// The grip of the running difference: our price. None where it makes no difference.
pub fn saving(case: &Case, offer: Id, difference: &Difference) -> Option<Grip> {
    let factor = case.owning_factors().first().copied().filter(|factor| *factor > 0.0)?;
    let saved = -difference.running().get(priced_year(case))?;
    let input = Input::Price(offer);
    let zero = saved + input.get(case)? * factor;
    Some(Grip { input, zero, scale: -1.0 / factor, snap: snap(case, input) })
}
