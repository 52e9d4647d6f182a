//! From the measures to their order of merit, its figure and the handles of that.

use super::grip::{self, Grip};
use super::input::{Input, snapped};
use super::measures::{Measure, Number};
use super::{Case, Id};
use crate::chart::merit::{self as figure, Effort};
use crate::chart::{Chart, Table};
use crate::math::root;
use crate::model::lifetime::{Lifetime, LifetimeError, Terms};
use crate::model::programme::{Merit, Programme, ProgrammeError, order_of_merit};
use crate::words::{Language, Phrase, Unit, measure as words};

/// Retention that is dragged snaps to this.
const SNAP: f64 = 0.001;
/// Retention is dragged no further than this, where everybody stays.
const MOST_RETENTION: f64 = 0.999;

/// The measures weighed, each on its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The customer without any.
    now: Lifetime,
    /// What each is worth, in the order of the list.
    merits: Vec<Result<Merit, ProgrammeError>>,
}

/// Why there is no order of merit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanError {
    /// The customer has no lifetime value.
    Lifetime(LifetimeError),
    /// There is no measure.
    Nothing,
    /// None of the measures can be weighed.
    Unweighed,
}

/// What a handle of the figure sets.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Pull {
    /// What the measure adds to retention; how much gain one snap is.
    Retention(Id, f64),
    /// What it costs a year.
    Yearly(Grip),
}

impl Plan {
    /// What the measure in place `k` is worth; none where it cannot be weighed.
    pub fn merit(&self, k: usize) -> Option<&Merit> {
        self.merits.get(k)?.as_ref().ok()
    }

    /// The places of the measures that can be weighed, the best first.
    pub fn order(&self) -> Vec<usize> {
        let weighed: Vec<(usize, Merit)> =
            (0..self.merits.len()).filter_map(|k| Some((k, *self.merit(k)?))).collect();
        let merits: Vec<Merit> = weighed.iter().map(|(_, merit)| *merit).collect();
        order_of_merit(&merits).into_iter().map(|k| weighed[k].0).collect()
    }
}

impl Case {
    /// The customer with a measure, and what it costs.
    fn programme(&self, measure: &Measure, now: &Lifetime) -> Programme {
        let terms = now.terms();
        let after = Terms {
            retention: (terms.retention + measure.retention).clamp(0.0, 1.0),
            margin: terms.margin + measure.margin * terms.margin.abs(),
            ..*terms
        };
        let yearly = measure.yearly / self.customer.period.a_year();
        Programme { after, once: measure.once, yearly }
    }

    /// What a measure is worth.
    fn merit(&self, measure: &Measure, now: &Lifetime) -> Result<Merit, ProgrammeError> {
        Merit::of(*now.terms(), &self.programme(measure, now))
    }

    /// What every measure is worth.
    ///
    /// # Errors
    /// [`PlanError`] says why there is no order of merit.
    pub fn plan(&self) -> Result<Plan, PlanError> {
        let now = self.lifetime().map_err(PlanError::Lifetime)?;
        if self.measures.rows.is_empty() {
            return Err(PlanError::Nothing);
        }
        let merits = self.measures.rows.iter().map(|measure| self.merit(measure, &now)).collect();
        let plan = Plan { now, merits };
        if plan.order().is_empty() { Err(PlanError::Unweighed) } else { Ok(plan) }
    }

    /// The best measure in a sentence.
    pub fn plan_answer(&self, plan: &Plan, language: Language) -> String {
        let best = plan.order().first().and_then(|k| Some((*k, *plan.merit(*k)?)));
        best.map_or_else(String::new, |(k, merit)| {
            let yearly = self.customer.period.a_year();
            words::answer(
                self.glass(language),
                self.measures.rows[k].name.to(language),
                &words::Worth {
                    gain: merit.gain,
                    cost: merit.cost,
                    payback: merit.payback,
                    unit: self.customer.period.unit(),
                    break_even: merit.break_even.map(|cost| cost * yearly),
                },
            )
        })
    }

    /// Gain and cost of every measure, the best on top.
    pub fn plan_figure(&self, plan: &Plan, language: Language) -> Chart {
        let pulls = self.pulls(plan);
        let handle = |input: Input| input.name(self, language);
        let effort = |k: usize| {
            let merit = plan.merit(k)?;
            let measure = &self.measures.rows[k];
            let has = |wanted: Input| pulls.iter().any(|pull| pull.input() == wanted);
            let [added, cost] = [Number::Retention, Number::Yearly]
                .map(|number| Input::Measure(number(measure.id)))
                .map(|input| has(input).then(|| handle(input)));
            Some(Effort {
                name: measure.name.to(language).to_owned(),
                gain: merit.gain,
                cost: merit.cost,
                net: merit.net(),
                retention: measure.retention,
                yearly: measure.yearly,
                handles: [added, cost],
            })
        };
        let efforts: Vec<Option<Effort>> = (0..self.measures.rows.len()).map(effort).collect();
        let mut chart = figure::efforts(&efforts, &plan.order(), self.glass(language));
        chart.summary = self.plan_answer(plan, language);
        chart.table = self.plan_table(plan, language);
        for (handle, pull) in chart.handles.iter_mut().zip(&pulls) {
            handle.step = pull.step();
        }
        chart
    }

    /// Every measure in its order of merit, and at the end those that cannot be weighed.
    pub fn plan_table(&self, plan: &Plan, language: Language) -> Table {
        let glass = self.glass(language);
        let (unit, a_year) = (self.customer.period.unit(), self.customer.period.a_year());
        let money = |x: f64| glass.cell(x, Unit::Money);
        let say = |phrase: Phrase| phrase.to(language).to_owned();
        let name = |k: usize| self.measures.rows[k].name.to(language).to_owned();
        let row = |k: usize| {
            let merit = plan.merit(k)?;
            let payback = merit.payback.map(|time| match time {
                0 => say(words::AT_ONCE),
                time => glass.value(f64::from(time), unit),
            });
            let most = merit.break_even.map(|cost| money(cost * a_year));
            Some(vec![
                name(k),
                money(merit.gain),
                money(merit.cost),
                money(merit.net()),
                payback.unwrap_or_else(|| say(words::NEVER)),
                most.unwrap_or_else(|| say(words::NONE)),
            ])
        };
        let order = plan.order();
        let none = || say(words::NONE);
        let left = (0..self.measures.rows.len()).filter(|k| !order.contains(k));
        let unweighed = left.map(|k| {
            let mut cells = vec![name(k)];
            cells.extend((1..words::COLUMNS.len()).map(|_| none()));
            cells
        });
        let rows = order.iter().filter_map(|k| row(*k)).chain(unweighed).collect();
        Table { head: words::COLUMNS.map(|name| name.to(language).to_owned()).into(), rows }
    }

    /// What a measure makes of the customer, or why it cannot be weighed; none where its row is
    /// gone or the customer has no value anyway.
    pub fn measure_answer(&self, id: Id, language: Language) -> Option<String> {
        let measure = self.measures.rows.iter().find(|row| row.id == id)?;
        let now = self.lifetime().ok()?;
        let programme = self.programme(measure, &now);
        let ends = |terms: &Terms| (1.0 - terms.retention, terms.margin);
        Some(match Merit::of(*now.terms(), &programme) {
            Ok(_) => {
                words::becomes(self.glass(language), ends(now.terms()), ends(&programme.after))
            }
            Err(_) => words::UNWEIGHED.to(language).to_owned(),
        })
    }

    /// What the handles of the figure set, in their order.
    fn pulls(&self, plan: &Plan) -> Vec<Pull> {
        let a_year = self.customer.period.a_year();
        let of = |(k, measure): (usize, &Measure)| {
            let Some(merit) = plan.merit(k) else { return [None, None] };
            let gain = |retention: f64| self.gain(measure, retention, &plan.now);
            let (less, more) = (gain(measure.retention - SNAP), gain(measure.retention + SNAP));
            let step = less.zip(more).map(|(less, more)| (more - less).abs() / 2.0);
            let added =
                step.filter(|step| *step > 0.0).map(|step| Pull::Retention(measure.id, step));
            let input = Input::Measure(Number::Yearly(measure.id));
            let scale = a_year / merit.multiple;
            let snap = grip::snap(self, input);
            let cost = scale.is_finite().then_some(Pull::Yearly(Grip {
                input,
                zero: measure.once,
                scale,
                snap,
            }));
            [added, cost]
        };
        self.measures.rows.iter().enumerate().flat_map(of).flatten().collect()
    }

    /// What the customer gains by a measure that adds so much to retention instead.
    fn gain(&self, measure: &Measure, retention: f64, now: &Lifetime) -> Option<f64> {
        let other = Measure { retention, ..measure.clone() };
        self.merit(&other, now).ok().map(|merit| merit.gain)
    }

    /// The input that a dragged handle of the figure sets, and its value; none where no value of it
    /// leads there.
    pub fn plan_pulled(&self, handle: usize, place: f64) -> Option<(Input, f64)> {
        let plan = self.plan().ok()?;
        let pull = self.pulls(&plan).get(handle).copied()?;
        let value = match pull {
            Pull::Yearly(grip) => grip.value(self, place),
            Pull::Retention(id, _) => {
                let measure = self.measures.rows.iter().find(|row| row.id == id)?;
                let now = plan.now.terms().retention;
                let gap = |added: f64| {
                    self.gain(measure, added, &plan.now).map_or(f64::NAN, |gain| gain - place)
                };
                let (low, high) = (-now, (MOST_RETENTION - now).max(measure.retention));
                let nearest = || if gap(low).abs() < gap(high).abs() { low } else { high };
                snapped(root::between(gap, low, high).unwrap_or_else(nearest), SNAP)
            }
        };
        Some((pull.input(), value))
    }
}

impl Pull {
    const fn input(&self) -> Input {
        match self {
            Self::Retention(id, _) => Input::Measure(Number::Retention(*id)),
            Self::Yearly(grip) => grip.input,
        }
    }

    /// One step of an arrow key, on the axis.
    fn step(&self) -> f64 {
        match self {
            Self::Retention(_, step) => *step,
            Self::Yearly(grip) => grip.step(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Earning, Sample, library};
    use super::*;

    /// Row E8: 480 a year, a fifth leaves, undiscounted.
    fn row_e8() -> Case {
        let mut case = Case::default();
        case.customer.earning = Earning::Margin;
        case.customer.margin = 480.0;
        case.customer.discount = 0.0;
        case
    }

    fn close(found: f64, expected: f64) -> bool {
        (found - expected).abs() < 1e-9 * expected.abs().max(1.0)
    }

    #[test]
    fn row_e13_a_loyalty_programme() {
        let mut case = row_e8();
        let plan = case.plan().unwrap();
        let merit = plan.merit(0).unwrap();
        assert!(close(merit.gain, 600.0) && close(merit.cost, 250.0) && close(merit.net(), 350.0));
        assert!(close(merit.break_even.unwrap(), 96.0));
        // Counted in months, 40 a year are 40 ÷ 12 a month.
        case.customer.period = super::super::Period::Month;
        let merit = *case.plan().unwrap().merit(0).unwrap();
        assert!(close(merit.cost, 250.0 / 12.0));
    }

    #[test]
    fn every_handle_leads_back_to_its_input() {
        for sample in Sample::ALL {
            let case = library::open(sample);
            let plan = case.plan().unwrap();
            let chart = case.plan_figure(&plan, Language::Chinese);
            assert_eq!(chart.handles.len(), case.pulls(&plan).len());
            assert!(chart.handles.len() >= 4, "{sample:?}");
            for (k, handle) in chart.handles.iter().enumerate() {
                let (input, value) = case.plan_pulled(k, handle.at.0).unwrap();
                assert_eq!(handle.label, input.name(&case, Language::Chinese));
                let now = input.get(&case).unwrap();
                let snap = if matches!(input, Input::Measure(Number::Retention(_))) {
                    SNAP
                } else {
                    grip::snap(&case, input)
                };
                assert!(
                    (value - now).abs() <= snap / 2.0 + 1e-9,
                    "{sample:?} {} {value} {now}",
                    handle.label
                );
            }
        }
    }

    #[test]
    fn a_step_of_an_arrow_key_is_one_snap() {
        let case = row_e8();
        let chart = case.plan_figure(&case.plan().unwrap(), Language::Chinese);
        let handle = &chart.handles[0];
        for (way, expected) in [(1.0, 0.041), (-1.0, 0.039)] {
            let (_, value) = case.plan_pulled(0, handle.at.0 + way * handle.step).unwrap();
            assert!(close(value, expected), "{value}");
        }
        let cost = &chart.handles[1];
        let (input, value) = case.plan_pulled(1, cost.at.0 + cost.step).unwrap();
        let snap = grip::snap(&case, input);
        assert!(close(value, 40.0 + snap), "{value} {snap}");
    }

    #[test]
    fn where_there_is_nothing_to_weigh() {
        let mut case = row_e8();
        case.measures.rows[0].retention = 0.2;
        let plan = case.plan().unwrap();
        assert!(plan.merit(0).is_none() && plan.order().len() == 3);
        let table = case.plan_table(&plan, Language::English);
        assert_eq!(table.rows[3][0], "Loyalty programme");
        case.measures.rows.truncate(1);
        assert_eq!(case.plan(), Err(PlanError::Unweighed));
        case.measures.rows.clear();
        assert_eq!(case.plan(), Err(PlanError::Nothing));
        case.customer.retention = 1.0;
        assert!(matches!(case.plan(), Err(PlanError::Lifetime(_))));
    }
}
