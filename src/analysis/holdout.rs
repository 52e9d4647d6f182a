//! How good a model would have been.

use super::answer::{HeldOut, HoldOut, Refusal};
use super::base::Base;
use super::buying::{self, Model};
use super::grouped::Grouped;
use super::look::MOST;
use super::question::{Buying, Kind};
use crate::math::calendar::Date;
use crate::math::correlation::pearson;
use crate::model::customers::{Holdout, Moment};
use crate::model::purchase::{Cohort, History};

impl Base {
    /// Fits a model to the first `share` of the time and holds it against the rest.
    pub(super) fn hold_out(&self, kind: Kind, share: f64) -> Result<HoldOut, Refusal> {
        let (first, last) = self.ledger.span().unwrap_or_default();
        let days = (last.day() - first.day()) as f64;
        #[expect(clippy::cast_possible_truncation, reason = "a part of a number of days")]
        let cut = first.day() + (days * share.clamp(0.0, 1.0)) as i64;
        let split = Moment::midnight(Date::from_days(cut));
        let split = self.ledger.split(&self.terms, split).map_err(|_| Refusal::NoHoldOut)?;
        let customers = split.customers();
        let history = |customer: &Holdout| customer.before.history().unwrap_or(History::FIRST);
        let histories: Vec<History> = customers.iter().map(history).collect();
        let fitted = buying::fit(kind, &Cohort::new(histories.iter().copied()));
        let found = fitted.found.map_err(Refusal::TooFew)?;
        let parameters = found.values.try_into().map_err(|_| Refusal::NoHoldOut)?;
        let model = Model::new(&Buying { kind, parameters }).ok_or(Refusal::NoHoldOut)?;
        let grouped = Grouped::new(&histories);
        let of = grouped.map(|history| model.expected(history, split.duration()));
        let foretold: Vec<f64> = (0..customers.len()).map(|k| of[grouped.of(k)]).collect();
        let came: Vec<f64> = customers.iter().map(|c| f64::from(c.frequency)).collect();
        let weeks = (cut - first.day()) as f64 / 7.0;
        Ok(HoldOut {
            weeks: (weeks, split.duration()),
            customers: customers.len() as u64,
            by_repeats: by_repeats(&histories, &foretold, &came),
            foretold: foretold.iter().sum(),
            came: came.iter().sum(),
            correlation: pearson(&foretold, &came),
        })
    }
}

fn by_repeats(histories: &[History], foretold: &[f64], came: &[f64]) -> Vec<HeldOut> {
    let mut groups = vec![HeldOut::default(); MOST as usize + 1];
    for ((history, foretold), came) in histories.iter().zip(foretold).zip(came) {
        let group = &mut groups[history.repeats().min(MOST) as usize];
        group.customers += 1.0;
        group.foretold += foretold;
        group.came += came;
    }
    for group in &mut groups {
        let customers = group.customers.max(1.0);
        group.foretold /= customers;
        group.came /= customers;
    }
    groups
}
