//! What would have to change for two offers to cost the same to own.

use super::{Case, Input};
use crate::model::ownership::OwnershipError;
use crate::model::tie::nearest;

/// What the difference between ours and the offer in place `rival` depends on in a straight line:
/// both prices, and every amount of both.
pub fn inputs(case: &Case, rival: usize) -> Vec<Input> {
    let offers = [0, rival].into_iter().filter_map(|k| case.offers.get(k));
    offers.flat_map(|offer| case.owning_inputs(offer.id)).collect()
}

/// The value of `input` at which owning ours costs as much as owning the offer in place `rival`, all
/// else unchanged. None where no value allowed does it.
///
/// Exact: by any one price or amount the cost of owning moves in a straight line.
pub fn tie(case: &Case, input: Input, rival: usize) -> Option<f64> {
    let now = input.get(case)?;
    let field = input.field(case);
    nearest(now, (field.low, field.high), |value| {
        let mut probe = case.clone();
        input.set(&mut probe, value);
        saved(&probe, rival).ok().map(|saved| vec![saved])
    })
}

/// What owning ours costs less than owning the offer in place `rival`.
fn saved(case: &Case, rival: usize) -> Result<f64, OwnershipError> {
    Ok(case.ownership(rival)?.total() - case.ownership(0)?.total())
}

#[cfg(test)]
mod tests {
    use super::super::super::{Sample, library};
    use super::*;

    #[test]
    fn every_tie_is_a_tie() {
        for sample in Sample::ALL {
            let case = library::open(sample);
            let mut found = 0;
            for input in inputs(&case, 1) {
                let Some(value) = tie(&case, input, 1) else { continue };
                let mut tied = case.clone();
                input.set(&mut tied, value);
                let size = tied.ownership(1).unwrap().total().abs().max(1.0);
                let left = saved(&tied, 1).unwrap();
                assert!((left / size).abs() < 1e-12, "{sample:?} {input:?} {value}: {left}");
                found += 1;
            }
            assert!(found > 0, "{sample:?} has nothing that ties");
        }
    }

    /// Row A4: we cost 28,143 less to own, so our price could be that much higher.
    #[test]
    fn row_a4_the_price_at_which_both_cost_the_same() {
        let case = library::open(Sample::Machine);
        let ours = Input::Price(case.offers[0].id);
        let price = tie(&case, ours, 1).unwrap();
        assert!((price - 120_000.0 - saved(&case, 1).unwrap()).abs() < 1e-6);
        assert_eq!(price.round(), 148_143.0);
    }
}
