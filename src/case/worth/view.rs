//! From the case to the models of economic value, the client's money and willingness to pay.

use super::super::owning::Paid;
use super::super::{Case, Input};
use super::{Difference, Span};
use crate::model::economic_value::{Driver, EconomicValue, Sign, Terms};
use crate::model::investment::{Investment, Plan};
use crate::model::time_value::growing_annuity;
use crate::model::willingness::{Willingness, WillingnessError};

/// Why there is no economic value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorthError {
    /// There is no other offer to compare ours with.
    NoAlternative,
    /// An amount a year cannot be shared among purchases: nothing is bought.
    NoPurchases,
    /// A result is beyond all amounts.
    TooLarge,
}

/// By what the amounts of the case are multiplied for one unit that is bought.
#[derive(Clone, Copy, Debug)]
struct Spread {
    /// A difference in our favour.
    better: f64,
    /// A difference against us.
    worse: f64,
    /// What is paid once.
    once: f64,
}

impl Spread {
    /// Everything counts as it is.
    const PLAIN: Self = Self { better: 1.0, worse: 1.0, once: 1.0 };
}

impl Difference {
    /// What it adds to the value of one unit.
    fn driver(&self, spread: Spread) -> Driver {
        let factor = if self.sign == Sign::Plus { spread.better } else { spread.worse };
        Driver {
            sign: self.sign,
            quantity: self.quantity * factor,
            unit_value: self.unit_value,
            confidence: self.confidence,
            attribution: self.due,
            source: self.source,
        }
    }
}

impl Case {
    /// The place of the offer the client compares ours with: the one chosen, or the best rival.
    /// None where ours is alone.
    pub fn alternative(&self) -> Option<usize> {
        let chosen = self.worth.against.and_then(|id| self.offer_index(id)).filter(|k| *k > 0);
        chosen.or_else(|| self.best_alternative())
    }

    /// The place of the best rival: of greatest net value to the client, or the first where that
    /// cannot be told. None where ours is alone.
    pub fn best_alternative(&self) -> Option<usize> {
        let best = || self.comparison().map_or(1, |comparison| comparison.best_rival(0));
        (self.offers.len() > 1).then(best)
    }

    /// How many units are bought a year; none where one is bought and used for all the years.
    fn bought_yearly(&self) -> Option<f64> {
        let yearly = self.customer.purchases * self.customer.period.a_year();
        (self.owning.paid == Paid::EachTime).then_some(yearly)
    }

    /// What 1 at the end of each of the years counted is worth now.
    fn annuity(&self) -> f64 {
        let years = f64::from(self.years());
        growing_annuity(1.0, self.customer.discount, 0.0, years).unwrap_or_default()
    }

    /// What the differences of one unit are multiplied by. An amount a year is worth what it brings
    /// over the years; where units are bought again and again, they share it.
    fn spread(&self) -> Result<Spread, WorthError> {
        let annuity = self.annuity();
        let missing = (1.0 - self.worth.first_year) / (1.0 + self.customer.discount);
        let yearly = Spread { better: annuity - missing, worse: annuity, once: 1.0 };
        let shared = |units: f64| Spread {
            better: yearly.better / units,
            worse: yearly.worse / units,
            once: yearly.once / units,
        };
        match (self.bought_yearly(), self.worth.span) {
            (None, Span::Whole) => Ok(Spread::PLAIN),
            (None, Span::Yearly) => Ok(yearly),
            (Some(_), Span::Whole) if self.worth.switching == 0.0 => Ok(Spread::PLAIN),
            (Some(times), _) if times * annuity < 1e-6 => Err(WorthError::NoPurchases),
            (Some(times), Span::Whole) => {
                Ok(Spread { once: shared(times * annuity).once, ..Spread::PLAIN })
            }
            (Some(times), Span::Yearly) => Ok(shared(times * annuity)),
        }
    }

    /// What our offer is worth to the client. After the differences the last driver is what changing
    /// over costs.
    ///
    /// # Errors
    /// [`WorthError`] says why there is no such value.
    pub fn economic_value(&self) -> Result<EconomicValue, WorthError> {
        self.valued(self.spread()?)
    }

    fn valued(&self, spread: Spread) -> Result<EconomicValue, WorthError> {
        let rival = self.alternative().ok_or(WorthError::NoAlternative)?;
        let [ours, rival] = [0, rival].map(|k| &self.offers[k]);
        let terms = Terms { reference: rival.price, price: ours.price, cost: ours.unit_cost };
        let differences = self.worth.differences.iter().map(|d| d.driver(spread));
        let switching = Driver { quantity: spread.once, ..Driver::minus(self.worth.switching) };
        let drivers: Vec<Driver> = differences.chain([switching]).collect();
        EconomicValue::new(terms, &drivers).map_err(|_| WorthError::TooLarge)
    }

    /// What the client pays more than for the alternative, and what they gain by it year by year.
    ///
    /// # Errors
    /// [`WorthError`] says why it cannot be worked out.
    pub fn client_investment(&self) -> Result<Investment, WorthError> {
        let value = self.valued(Spread { once: 0.0, ..Spread::PLAIN })?;
        let (mut gain, mut loss) = (0.0, 0.0);
        for difference in value.differences(self.worth.claim) {
            gain += difference.max(0.0);
            loss -= difference.min(0.0);
        }
        let plan = self.client_plan((gain, loss), value.premium());
        Investment::new(&plan).map_err(|_| WorthError::TooLarge)
    }

    /// What is paid more now or each time, and the gains and losses of a year. What is saved on the
    /// price comes at once, and so does what is counted for all the use.
    fn client_plan(&self, (gain, loss): (f64, f64), premium: f64) -> Plan {
        let years = self.years();
        let times = self.bought_yearly();
        let (a_year, missing) = match (self.worth.span, times) {
            (Span::Yearly, _) => (1.0, gain * (1.0 - self.worth.first_year)),
            (Span::Whole, None) => (1.0 / f64::from(years), 0.0),
            (Span::Whole, Some(times)) => (times, 0.0),
        };
        let (now, each) = match times {
            None => (premium + self.worth.switching, 0.0),
            Some(times) => (self.worth.switching, premium * times),
        };
        let benefit = gain * a_year + (-each).max(0.0);
        let first = if benefit > 0.0 { (1.0 - missing / benefit).clamp(0.0, 1.0) } else { 1.0 };
        Plan {
            outlay: now.max(0.0),
            saved: (-now).max(0.0),
            benefit,
            cost: loss * a_year + each.max(0.0),
            ramp: vec![first],
            ..Plan::empty(years, self.customer.discount)
        }
    }

    /// What people would pay at most, and what a unit costs us.
    ///
    /// # Errors
    /// [`WillingnessError`] says that nobody has answered.
    pub fn willingness(&self) -> Result<Willingness, WillingnessError> {
        let answers: Vec<f64> = self.worth.answers.iter().map(|answer| answer.most).collect();
        Willingness::new(&answers, self.ours().map_or(0.0, |ours| ours.unit_cost))
    }

    /// The price that leaves the client the share of the joint gain that we want; none where there
    /// is nothing to share.
    pub fn fair_price(&self, value: &EconomicValue) -> Option<f64> {
        let price = value.price_leaving(self.worth.left, self.worth.claim)?;
        let field = Input::Price(self.ours()?.id).field(self);
        Some(price.clamp(field.low, field.high))
    }
}
