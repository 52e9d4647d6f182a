//! What the model says while a slider moves.

use super::answer::{Counted, Line, Look, Map};
use super::base::Base;
use super::buying::Model;
use super::question::{Asked, Settings};
use crate::model::purchase::gamma_gamma::{GammaGamma, Spend};
use crate::model::purchase::value::{Horizon, Valuation, WEEKS};
use crate::model::purchase::{Cohort, History};

/// The last of the counted repeat purchases: so many, or more.
pub(super) const MOST: u32 = 7;

/// How many pieces a Lorenz curve is drawn in.
pub(super) const LORENZ: u32 = 50;

/// Steps of the map: recency to the right, frequency upwards.
const COLUMNS: u32 = 10;
const ROWS: u32 = 9;

/// How customers are valued; none where a setting is out of its range.
pub(super) fn valuation(settings: &Settings) -> Option<Valuation> {
    let Settings { months, discount, margin, .. } = *settings;
    Valuation::new(Horizon::Months { months, discount, length: WEEKS }, margin).ok()
}

/// A customer by hand; none where their numbers contradict each other.
fn history(asked: &Asked) -> Option<History> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rounded, clamped")]
    let repeats = libm::round(asked.repeats).clamp(0.0, 1e6) as u32;
    History::new(repeats, asked.recency, asked.age).ok()
}

impl Base {
    /// What the model says, beside what was seen.
    pub(super) fn look(&self, settings: &Settings) -> Look {
        let Some(model) = Model::new(&settings.buying) else { return Look::default() };
        let asked = history(&settings.asked);
        let [p, q, v] = settings.spending;
        let spending = GammaGamma::new(p, q, v).ok();
        let valuation = valuation(settings);
        let spend = |history: &History| match history.repeats() {
            0 => Spend::UNKNOWN,
            repeats => Spend::new(repeats, settings.asked.spend).unwrap_or(Spend::UNKNOWN),
        };
        let forecast = |history: &History| {
            let spend = (spending.as_ref(), &spend(history));
            model.forecast(history, settings.ahead, spend, valuation.as_ref())
        };
        Look {
            counts: counts(&model, &self.cohort),
            asked: asked.as_ref().map(forecast),
            line: asked.as_ref().map(|history| line(&model, history)).unwrap_or_default(),
            map: map(&model, &settings.asked),
        }
    }
}

/// How many came back so often, and how many would.
fn counts(model: &Model, cohort: &Cohort) -> Vec<Counted> {
    let mut counts = vec![Counted::default(); MOST as usize + 1];
    let mut ages: Vec<(f64, f64)> = Vec::new();
    for group in cohort.groups() {
        let customers = f64::from(group.customers);
        counts[group.history.repeats().min(MOST) as usize].seen += customers;
        ages.push((group.history.age(), customers));
    }
    ages.sort_by(|one, other| one.0.total_cmp(&other.0));
    for same in ages.chunk_by(|one, other| one.0 == other.0) {
        let customers: f64 = same.iter().map(|(_, customers)| customers).sum();
        let mut rest = customers;
        for n in 0..MOST {
            let expected = customers * model.chance_of(n, same[0].0);
            counts[n as usize].expected += expected;
            rest -= expected;
        }
        counts[MOST as usize].expected += rest.max(0.0);
    }
    counts
}

/// The chance of still being a customer from the last purchase on, half as far again as now.
fn line(model: &Model, history: &History) -> Line {
    const POINTS: u32 = 80;
    let (from, now) = (history.recency(), history.age());
    let to = (now + (0.5 * (now - from)).max(0.25 * now)).max(1.0);
    let time = |k: u32| from + (to - from) * f64::from(k) / f64::from(POINTS);
    let chance = |time: f64| {
        let history = History::new(history.repeats(), from, time).ok()?;
        Some((time, model.p_alive(&history)))
    };
    (0..=POINTS).map(time).filter_map(chance).collect()
}

/// The chance of still being a customer over recency and frequency, for those known as long as
/// the customer that is asked about.
fn map(model: &Model, asked: &Asked) -> Map {
    let age = asked.age.max(1.0);
    let step = libm::ceil(asked.repeats.max(8.0) / f64::from(ROWS - 1));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "at most a million"
    )]
    let repeats = |row: u32| (f64::from(row) * step).min(1e6) as u32;
    let cell = |repeats: u32, column: u32| {
        let recency = age * (f64::from(column) + 0.5) / f64::from(COLUMNS);
        let recency = if repeats == 0 { 0.0 } else { recency };
        History::new(repeats, recency, age).map_or(f64::NAN, |history| model.p_alive(&history))
    };
    let columns = |repeats| if repeats == 0 { 1 } else { COLUMNS };
    let row = |row: u32| {
        let repeats = repeats(row);
        (0..columns(repeats)).map(|column| cell(repeats, column)).collect()
    };
    Map { age, step, rows: (0..ROWS).map(row).collect() }
}
