//! From the case to the models.

use super::{Benefit, Case, Cost, Counting, Earning, Id, Input, Period};
use crate::model::cash_flow::{CashFlow, CashFlowError};
use crate::model::lifetime::{Horizon, Lifetime, LifetimeError, Terms, Timing, monthly_rate};
use crate::model::perceived::{Comparison, ComparisonError, Offering, TOP_SCORE};
use crate::model::perception::Perception;
use crate::model::price_ladder::PriceLadder;
use crate::words::Unit;

impl Cost {
    /// Its place among the four.
    pub const fn index(self) -> usize {
        match self {
            Self::Money => 0,
            Self::Time => 1,
            Self::Energy => 2,
            Self::Mind => 3,
        }
    }
}

impl Benefit {
    /// Its place among the four.
    pub const fn index(self) -> usize {
        match self {
            Self::Product => 0,
            Self::Service => 1,
            Self::People => 2,
            Self::Image => 3,
        }
    }
}

impl Period {
    /// The unit of a number of these periods.
    pub const fn unit(self) -> Unit {
        match self {
            Self::Year => Unit::Years,
            Self::Month => Unit::Months,
        }
    }

    /// How many of these periods make a year.
    pub const fn a_year(self) -> f64 {
        match self {
            Self::Year => 1.0,
            Self::Month => 12.0,
        }
    }

    /// A rate a year as a rate for each of these periods.
    pub(super) fn rate(self, yearly: f64) -> f64 {
        match self {
            Self::Year => yearly,
            Self::Month => monthly_rate(yearly),
        }
    }
}

impl Case {
    /// The unit in which benefits and costs are counted.
    pub const fn worth_unit(&self) -> Unit {
        match self.counting {
            Counting::Points => Unit::Points,
            Counting::Money => Unit::Money,
        }
    }

    /// Worth of a perfect offer, in the unit in force.
    pub const fn perfect(&self) -> f64 {
        match self.counting {
            Counting::Points => self.perfect_points,
            Counting::Money => self.perfect_money,
        }
    }

    /// The four costs of the offer in place `index`, in the unit in force.
    pub(super) fn costs(&self, index: usize) -> Vec<f64> {
        let offer = &self.offers[index];
        match self.counting {
            Counting::Points => offer.felt.to_vec(),
            Counting::Money => {
                vec![offer.price, offer.hours * self.hour_worth, offer.energy, offer.mind]
            }
        }
    }

    /// The offers as this customer sees them.
    ///
    /// # Errors
    /// [`ComparisonError`] says why they cannot be compared.
    pub fn comparison(&self) -> Result<Comparison, ComparisonError> {
        let weights: Vec<f64> = self.criteria.iter().map(|c| c.weight).collect();
        let offering =
            |k: usize| Offering { scores: self.offers[k].scores.clone(), costs: self.costs(k) };
        let offerings: Vec<Offering> = (0..self.offers.len()).map(offering).collect();
        Comparison::new(&weights, self.perfect(), &offerings)
    }

    /// Worth of a top score on each criterion of one kind of benefit, with its place.
    fn worths(&self, benefit: Benefit) -> Vec<(usize, f64)> {
        let sum: f64 = self.criteria.iter().map(|c| c.weight).sum();
        let share = |weight: f64| if sum > 0.0 { self.perfect() * weight / sum } else { 0.0 };
        let of_kind = self.criteria.iter().enumerate().filter(|(_, c)| c.benefit == benefit);
        of_kind.map(|(k, c)| (k, share(c.weight))).collect()
    }

    /// What one offer brings of one kind of benefit; none where there is no such offer.
    pub fn benefit_of(&self, offer: Id, benefit: Benefit) -> Option<f64> {
        let scores = &self.offer(offer)?.scores;
        let worth = |(k, worth): &(usize, f64)| worth * scores[*k] / TOP_SCORE;
        Some(self.worths(benefit).iter().map(worth).sum())
    }

    /// The most an offer can bring of one kind of benefit: top scores throughout.
    pub fn most_benefit(&self, benefit: Benefit) -> f64 {
        self.worths(benefit).iter().map(|(_, worth)| worth).sum()
    }

    /// Moves the scores of one kind so that they bring `amount`: all in proportion, or all alike
    /// where they were zero. No score passes the top: what is above goes to the others.
    pub fn set_benefit_of(&mut self, offer: Id, benefit: Benefit, amount: f64) {
        let worths = self.worths(benefit);
        if let Some(offer) = self.offers.iter_mut().find(|o| o.id == offer) {
            spread(&mut offer.scores, worths, amount);
        }
    }

    /// Our guesses of the customer's scores beside the scores.
    pub fn perception(&self) -> Option<Perception> {
        let guesses: Vec<f64> = self.criteria.iter().map(|c| c.guess).collect();
        Perception::new(&guesses, &self.ours()?.scores)
    }

    /// Our price from the commodity upwards.
    pub fn price_ladder(&self) -> Option<PriceLadder> {
        let rungs: Vec<f64> = self.ladder.iter().map(|rung| rung.amount).collect();
        PriceLadder::new(&rungs)
    }

    /// Margin a period, from wherever it comes.
    pub fn margin(&self) -> f64 {
        let customer = &self.customer;
        match customer.earning {
            Earning::Margin => customer.margin,
            Earning::Revenue => customer.revenue * customer.margin_rate,
            Earning::Offer => {
                let unit_margin = self.ours().map_or(0.0, |o| o.price - o.unit_cost);
                unit_margin * customer.purchases
            }
        }
    }

    /// What the customer is worth to us.
    ///
    /// # Errors
    /// [`LifetimeError`] says why there is no such value.
    pub fn lifetime(&self) -> Result<Lifetime, LifetimeError> {
        let customer = &self.customer;
        Lifetime::new(Terms {
            margin: self.margin(),
            retention: customer.retention,
            discount: customer.period.rate(customer.discount),
            growth: customer.period.rate(customer.growth),
            acquisition: customer.acquisition,
            timing: if customer.margin_now { Timing::Now } else { Timing::AfterOnePeriod },
            horizon: self.horizon(),
        })
    }

    /// Counts in periods of another length. How far ahead we count stays the same time.
    pub fn set_period(&mut self, period: Period) {
        let ahead = Input::Years.get(self);
        self.customer.period = period;
        if let Some(ahead) = ahead {
            Input::Years.set(self, ahead);
        }
        let field = Input::Horizon.field(self);
        self.customer.horizon = self.customer.horizon.clamp(field.low, field.high);
    }

    /// How far ahead we count.
    pub fn horizon(&self) -> Horizon {
        if self.customer.forever {
            Horizon::Forever
        } else {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "the field keeps it within 1..=600"
            )]
            let periods = self.customer.horizon.round().clamp(1.0, 600.0) as u32;
            Horizon::Periods(periods)
        }
    }

    /// The yearly amounts and what they are worth today.
    ///
    /// # Errors
    /// [`CashFlowError`] says why they have no present value.
    pub fn cash_flow(&self) -> Result<CashFlow, CashFlowError> {
        let amounts: Vec<f64> = self.customer.amounts.iter().map(|a| a.amount).collect();
        CashFlow::new(&amounts, self.customer.discount)
    }
}

/// Moves scores so that together they bring `amount`, each at its place so much as a top score there
/// is worth: all in proportion, or all alike where they were zero. No score passes the top: what is
/// above goes to the others.
pub(super) fn spread(scores: &mut [f64], worths: Vec<(usize, f64)>, amount: f64) {
    let mut open: Vec<(usize, f64)> = worths.into_iter().filter(|(_, w)| *w > 0.0).collect();
    let mut left = amount;
    while !open.is_empty() {
        if open.iter().all(|(k, _)| scores[*k] == 0.0) {
            for (k, _) in &open {
                scores[*k] = 1.0;
            }
        }
        let now: f64 = open.iter().map(|(k, w)| w * scores[*k] / TOP_SCORE).sum();
        let factor = if now > 0.0 { left / now } else { 0.0 };
        let (full, rest): (Vec<_>, Vec<_>) =
            open.iter().partition(|(k, _)| scores[*k] * factor > TOP_SCORE);
        if full.is_empty() {
            for (k, _) in &open {
                scores[*k] *= factor;
            }
            return;
        }
        for (k, worth) in full {
            scores[k] = TOP_SCORE;
            left -= worth;
        }
        open = rest;
    }
}
