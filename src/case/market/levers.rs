//! What one thing done alone would change: a point more on a score, or a lower price.

use super::Case;
use crate::case::input::snapped;
use crate::case::{Id, Input};
use crate::math::root;
use crate::model::choice::{Market, Offer};
use crate::model::perceived::TOP_SCORE;

/// By how much a score is raised.
pub const POINT: f64 = 1.0;
/// By what share the price is lowered.
pub const CUT: f64 = 0.1;

/// One thing done.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Lever {
    /// Nothing.
    Nothing,
    /// A point more on a criterion, as far as there is one.
    Score(Id),
    /// A price lower by a tenth.
    Price,
}

/// What our offer gets then.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// What is done.
    pub lever: Lever,
    /// Our share in each segment.
    pub shares: Vec<f64>,
    /// Our share of all customers.
    pub share: f64,
    /// What we earn.
    pub profit: f64,
    /// The cut of our price that brings as large a share; none where no cut does.
    pub cut: Option<f64>,
}

impl Case {
    /// The price to ask where `best` earns most: rounded as it is shown; none where there is no offer of ours.
    pub fn price_to_take(&self, best: f64) -> Option<f64> {
        let field = Input::Price(self.ours()?.id).field(self);
        let step = match best {
            10_000.0.. => 1.0,
            1.0.. => 0.01,
            _ => 0.000_1,
        };
        Some(snapped(best, step).clamp(field.low, field.high))
    }

    /// What each single change of our offer brings: nothing first, then a point on each criterion,
    /// then a lower price. None where there is no choice.
    pub fn effects(&self) -> Option<Vec<Effect>> {
        let (segments, offers) = (self.choosers(), self.chosen());
        let now = Market::new(&segments, &offers).ok()?;
        let effect = |lever, ours: Offer| {
            let mut changed = offers.clone();
            *changed.first_mut()? = ours;
            let market = Market::new(&segments, &changed).ok()?;
            Some(self.effect(lever, &market, &now))
        };
        let ours = offers.first()?;
        let mut effects = vec![effect(Lever::Nothing, ours.clone())?];
        for (k, criterion) in self.criteria.iter().enumerate() {
            let mut better = ours.clone();
            better.scores[k] = (better.scores[k] + POINT).min(TOP_SCORE);
            effects.push(effect(Lever::Score(criterion.id), better)?);
        }
        let cheaper = Offer { price: ours.price * (1.0 - CUT), ..ours.clone() };
        effects.push(effect(Lever::Price, cheaper)?);
        Some(effects)
    }

    fn effect(&self, lever: Lever, market: &Market, now: &Market) -> Effect {
        let places = 0..self.market.segments.len();
        let ours = |k| market.segment_shares(k).map_or(0.0, |shares| shares.offers[0]);
        let outcome = market.outcomes()[0];
        Effect {
            lever,
            shares: places.map(ours).collect(),
            share: outcome.share,
            profit: outcome.profit,
            cut: equal_cut(now, outcome.share),
        }
    }
}

/// By how much our price must fall to bring us `share`.
fn equal_cut(market: &Market, share: f64) -> Option<f64> {
    let price = market.prices()[0];
    let lead = |cut: f64| {
        let there = market.with_price(0, price - cut).map(|market| market.outcomes()[0].share);
        there.map_or(f64::NAN, |there| there - share)
    };
    root::between(lead, 0.0, price)
}

#[cfg(test)]
mod tests {
    use super::super::super::{Sample, library};
    use super::*;

    #[test]
    fn a_cut_that_equals_a_cut_is_that_cut() {
        for sample in Sample::ALL {
            let case = library::open(sample);
            let effects = case.effects().unwrap();
            assert_eq!(effects.len(), case.criteria.len() + 2);
            assert!(effects[0].cut.is_some_and(|cut| cut.abs() < 1e-6 * case.offers[0].price));
            let last = effects.last().unwrap();
            assert!((last.cut.unwrap() / case.offers[0].price - CUT).abs() < 1e-6, "{sample:?}");
            assert!(effects[1..].iter().all(|e| e.share >= effects[0].share));
        }
    }

    #[test]
    fn a_full_score_cannot_rise() {
        let case = library::open(Sample::Caterpillar);
        let effects = case.effects().unwrap();
        assert_eq!(effects[1].share, effects[0].share);
    }
}
