//! The base that is open.

use super::answer::{Answer, Findings, Fitted, Opened, Renewals, Spending, Story, Tenths};
use super::buying::{self, Model};
use super::grouped::Grouped;
use super::look::{LORENZ, valuation};
use super::question::{Buying, Kind, Question, Retention, Settings};
use crate::model::customers::{
    Concentration, Group, Ledger, Returns, Segments, Summary, SummaryError, Terms,
};
use crate::model::purchase::gamma_gamma::{GammaGamma, Spend, independence};
use crate::model::purchase::{Cohort, History};
use crate::model::retention_curve::{RetentionCurve, Survivors};

/// Days of the week: times are told in weeks.
const WEEK: f64 = 7.0;

/// Customers, what they did, and what was found about them last.
#[derive(Clone, Debug)]
pub struct Base {
    pub(super) ledger: Ledger,
    pub(super) terms: Terms,
    pub(super) summary: Summary,
    pub(super) segments: Segments,
    pub(super) cohort: Cohort,
    pub(super) histories: Grouped,
    pub(super) judged: Option<Judged>,
}

/// What was found about every customer, in the order of the summary.
#[derive(Clone, Debug)]
pub(super) struct Judged {
    pub alive: Vec<f64>,
    pub expected: Vec<f64>,
    pub value: Option<Vec<f64>>,
}

impl Base {
    /// The customers of a ledger.
    ///
    /// # Errors
    /// [`SummaryError`] where there is none.
    pub fn new(ledger: Ledger, returns: Returns) -> Result<Self, SummaryError> {
        let terms = Terms { unit: WEEK, returns, ..Terms::default() };
        let summary = ledger.summary(&terms)?;
        // What is beyond the models counts as just begun.
        let histories: Vec<History> = summary
            .customers()
            .iter()
            .map(|customer| customer.history().unwrap_or(History::FIRST))
            .collect();
        Ok(Self {
            segments: Segments::new(&summary),
            cohort: Cohort::new(histories.iter().copied()),
            histories: Grouped::new(&histories),
            ledger,
            terms,
            summary,
            judged: None,
        })
    }

    /// What is told of them first.
    pub fn opened(&self) -> Opened {
        let day = |moment: crate::model::customers::Moment| {
            let date = moment.date();
            (date.year(), date.month(), date.day())
        };
        let (first, last) = self.ledger.span().unwrap_or_default();
        Opened {
            customers: self.cohort.customers(),
            repeaters: self.cohort.repeaters(),
            taken: self.ledger.rows(),
            days: [day(first), day(last)],
            weeks: (last.day() - first.day()) as f64 / WEEK,
            priced: self.ledger.priced(),
            spend: self.summary.customers().iter().map(|customer| customer.spend).sum(),
            ..Opened::default()
        }
    }

    /// Answers a question about these customers.
    pub fn answer(&mut self, question: &Question) -> Answer {
        match question {
            Question::Sample(_) => Answer::Opened(self.opened()),
            Question::Fit(kind) => Answer::Fitted(self.fit(*kind)),
            Question::FitSpending => Answer::Spending(self.fit_spending()),
            Question::Look(settings) => Answer::Look(self.look(settings)),
            Question::Judge(settings) => Answer::Findings(self.judge(settings)),
            Question::List(listing) => Answer::List(self.list(listing)),
            Question::Story(buying, id) => Answer::Story(self.story(buying, *id)),
            Question::HoldOut(kind, share) => {
                self.hold_out(*kind, *share).map_or_else(Answer::Refused, Answer::HoldOut)
            }
            Question::Retain(retention) => Answer::Renewals(retain(retention)),
        }
    }

    /// The model of this kind that makes the customers most likely.
    pub fn fit(&self, kind: Kind) -> Fitted {
        buying::fit(kind, &self.cohort)
    }

    fn fit_spending(&self) -> Spending {
        let spends: Vec<Spend> = self.spends().collect();
        let relation = independence(&spends).map(|found| (found.correlation, found.relation));
        Spending { found: buying::fit_spending(&spends), relation }
    }

    /// What is known of each customer's spend; nothing where returns make it no spend at all.
    fn spends(&self) -> impl Iterator<Item = Spend> {
        let customers = self.summary.customers().iter();
        customers.map(|customer| customer.spending().unwrap_or(Spend::UNKNOWN))
    }

    /// What every customer is worth.
    fn judge(&mut self, settings: &Settings) -> Findings {
        let Some(model) = Model::new(&settings.buying) else { return Findings::default() };
        let alive = self.each(&self.histories.map(|history| model.p_alive(history)));
        let expected =
            self.each(&self.histories.map(|history| model.expected(history, settings.ahead)));
        let value = self.values(&model, settings);
        let spends = || self.summary.customers().iter().map(|customer| customer.spend).collect();
        let spread = value.clone().or_else(|| self.ledger.priced().then(spends));
        let findings = Findings {
            customers: self.cohort.customers(),
            log_likelihood: model.log_likelihood(&self.cohort),
            alive: alive.iter().sum(),
            purchases: expected.iter().sum(),
            value: value.as_ref().map(|value| value.iter().sum()),
            spread: spread.and_then(|values| tenths(&values)),
            groups: self.groups(&alive, value.as_deref()),
            ..Findings::default()
        };
        let judged = Judged { alive, expected, value };
        let [best, call] = self.standouts(&judged);
        self.judged = Some(judged);
        Findings { best, call, ..findings }
    }

    /// What is known for each different history, for each customer.
    fn each(&self, of_histories: &[f64]) -> Vec<f64> {
        let customers = 0..self.summary.customers().len();
        customers.map(|k| of_histories[self.histories.of(k)]).collect()
    }

    /// What each customer is worth from now on; none without a mean spend.
    fn values(&self, model: &Model, settings: &Settings) -> Option<Vec<f64>> {
        let [p, q, v] = settings.spending;
        let spending = GammaGamma::new(p, q, v).ok().filter(|_| self.ledger.priced())?;
        let valuation = valuation(settings)?;
        let bought = self.histories.map(|history| model.discounted(history, &valuation));
        let worth = |(k, spend): (usize, Spend)| {
            let mean = spending.expected_mean(&spend).ok()?;
            Some(settings.margin * mean * bought[self.histories.of(k)]?)
        };
        self.spends().enumerate().map(worth).collect()
    }

    fn groups(
        &self,
        alive: &[f64],
        value: Option<&[f64]>,
    ) -> Vec<(Group, u64, f64, f64, Option<f64>)> {
        let group = |group: Group| {
            let size = self.segments.size(group);
            let members = || {
                let places = self.segments.places().iter().enumerate();
                places.filter(move |(_, place)| place.group == group).map(|(k, _)| k)
            };
            let still = members().map(|k| alive[k]).sum();
            let worth = value.map(|value| members().map(|k| value[k]).sum());
            (group, size.customers as u64, size.spend, still, worth)
        };
        Group::ALL.into_iter().map(group).collect()
    }

    /// One customer's story.
    fn story(&self, buying: &Buying, id: u32) -> Story {
        /// How many points a line has beside those at purchases.
        const POINTS: u32 = 160;
        let visits = self.ledger.visits(id, self.terms.returns);
        let (Some((first, _)), Some(model)) = (visits.first(), Model::new(buying)) else {
            return Story::default();
        };
        let since =
            |moment: crate::model::customers::Moment| (moment.day() - first.day()) as f64 / WEEK;
        let age = since(self.summary.end());
        let purchases: Vec<(f64, f64)> =
            visits.iter().map(|(moment, amount)| (since(*moment), *amount)).collect();
        let chance = |time: f64| {
            let before = purchases.iter().filter(|(at, _)| *at <= time);
            let (count, last) = before.fold((0_u32, 0.0), |(n, _), (at, _)| (n + 1, *at));
            let history = History::new(count.saturating_sub(1), last, time).ok()?;
            Some((time, model.p_alive(&history)))
        };
        // Just before a purchase and at it.
        let at = purchases.iter().skip(1).flat_map(|(at, _)| [at - 1e-6, *at]);
        let even = (0..=POINTS).map(|k| age * f64::from(k) / f64::from(POINTS));
        let mut times: Vec<f64> = at.chain(even).collect();
        times.sort_by(f64::total_cmp);
        let line: Vec<(f64, f64)> = times.into_iter().filter_map(chance).collect();
        let alive = line.last().map_or(1.0, |(_, alive)| *alive);
        Story { name: self.ledger.name(id).to_owned(), purchases, line, age, alive }
    }
}

/// How unequally values are spread.
fn tenths(values: &[f64]) -> Option<Tenths> {
    let spread = Concentration::new(values).ok()?;
    let at = |k: u32| f64::from(k) / f64::from(LORENZ);
    Some(Tenths {
        tenths: spread.tenths().iter().map(|tenth| tenth.share).collect(),
        lorenz: (0..=LORENZ).map(|k| (at(k), spread.lorenz(at(k)))).collect(),
        gini: spread.gini(),
        fifth: spread.top(0.2),
    })
}

/// How a cohort under contract goes on.
fn retain(retention: &Retention) -> Option<Renewals> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "rounded and clamped"
    )]
    let heads = |count: &f64| libm::round(*count).clamp(0.0, 4e9) as u32;
    let counts: Vec<u32> = retention.counts.iter().map(heads).collect();
    let survivors = Survivors::new(&counts).ok()?;
    let fit = RetentionCurve::fit(&survivors);
    let (stayed, there) = counts
        .windows(2)
        .fold((0.0, 0.0), |(s, t), pair| (s + f64::from(pair[1]), t + f64::from(pair[0])));
    let mean = stayed / there;
    let curve = fit.model;
    Some(Renewals {
        parameters: (curve.alpha(), curve.beta()),
        verdict: fit.verdict,
        survival: (0..=retention.renewals).map(|t| curve.survival(t)).collect(),
        steady: (0..=retention.renewals).map(|t| libm::pow(mean, f64::from(t))).collect(),
        rates: (1..=retention.renewals).map(|t| curve.retention_rate(t)).collect(),
        lifetime: curve.discounted_lifetime(retention.discount).ok(),
    })
}
