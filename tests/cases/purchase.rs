//! What the cases of the purchase models have in common.

use customer_value::model::purchase::{Cohort, Fit, FitError, GoesOn, History, Outlook};

use super::answer::{self, Answered, Answers, unknown};
use super::inputs::Inputs;

/// A purchase model as the cases know it.
pub trait Purchases: Sized {
    /// How its customers go on.
    type Then: GoesOn;

    /// Names of the parameters.
    const NAMES: [&'static str; 4];

    /// The model with these parameters.
    fn of(parameters: [f64; 4]) -> Result<Self, String>;
    /// Its parameters.
    fn parameters(&self) -> [f64; 4];
    /// Its fit.
    fn fitted(cohort: &Cohort) -> Result<Fit<Self, 4>, FitError>;
    /// Log-likelihood of a history.
    fn log_likelihood(&self, history: &History) -> f64;
    /// Outlook for a new customer.
    fn newcomer(&self) -> Outlook<Self::Then>;
    /// Outlook for a known one.
    fn outlook(&self, history: &History) -> Outlook<Self::Then>;
}

/// Answers a case of a purchase model.
pub fn answer<M: Purchases>(function: &str, inputs: &Inputs) -> Answered {
    if answer::is_fit(function) {
        return fit::<M>(function, inputs);
    }
    let model = M::of(inputs.object("params")?.numbers(M::NAMES)?)?;
    let known = || Ok::<_, String>(model.outlook(&history(inputs)?));
    let number = |key| inputs.number(key);
    match function {
        "log_likelihood" => model.log_likelihood(&history(inputs)?).answered(),
        "probability_alive" => known()?.p_alive().answered(),
        "probability_alive_at_future_time" => known()?.p_alive_after(number("t")?).answered(),
        "probability_of_no_purchase_in_future_period" => {
            known()?.probability_of(0, number("t")?).answered()
        }
        "conditional_expected_purchases" => known()?.expected_purchases(number("t")?).answered(),
        "dert" => known()?.discounted_purchases(number("discount_continuous")?).answered(),
        "expected_purchases" => model.newcomer().expected_purchases(number("t")?).answered(),
        "probability_of_n_purchases" => {
            model.newcomer().probability_of(inputs.whole("n")?, number("t")?).answered()
        }
        "mean_conditional_expectation_by_frequency" => by_frequency(&model, inputs),
        "expected_cumulative_repeat_purchases" => cumulative(&model, inputs),
        "total_conditional_expected_purchases" => {
            let (cohort, time) = (cohort(inputs)?, number("t")?);
            let all = cohort.mean(|history| model.outlook(history).expected_purchases(time));
            all.map(|mean| mean * cohort.customers() as f64).answered()
        }
        "expected_number_of_people_with_x_purchases" => people(&model, inputs),
        _ => unknown(function),
    }
}

/// The history of the customer that the case asks about.
pub fn history(inputs: &Inputs) -> Result<History, String> {
    let [recency, age] = inputs.numbers(["recency", "T"])?;
    checked(inputs.whole("frequency")?, recency, age)
}

fn checked(repeats: u32, recency: f64, age: f64) -> Result<History, String> {
    History::new(repeats, recency, age).map_err(|error| format!("{error:?}"))
}

/// The customers in the file that the case names.
pub fn cohort(inputs: &Inputs) -> Result<Cohort, String> {
    let table = inputs.table("dataset")?;
    let repeats = table.column(&["frequency", "x"])?;
    let (recency, age) = (table.column(&["recency", "t_x"])?, table.column(&["T"])?);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole numbers")]
    let row = |k: usize| checked(repeats[k] as u32, recency[k], age[k]);
    (0..repeats.len()).map(row).collect()
}

fn fit<M: Purchases>(function: &str, inputs: &Inputs) -> Answered {
    let fit = M::fitted(&cohort(inputs)?).map_err(|error| format!("{error:?}"))?;
    answer::fitted(function, &fit, M::NAMES, fit.model.parameters())
}

/// Mean expected purchases of those who bought equally often, in bins such as `0,1,2,3+`.
fn by_frequency(model: &impl Purchases, inputs: &Inputs) -> Answered {
    let (cohort, time, counts) = (cohort(inputs)?, inputs.number("t")?, inputs.list("counts")?);
    let mut means = Vec::new();
    for (bin, count) in inputs.text("bins")?.split(',').zip(counts) {
        let least: u32 = bin.trim_end_matches('+').parse().map_err(|_| format!("bin {bin}"))?;
        let most = if bin.ends_with('+') { u32::MAX } else { least };
        let groups = cohort.groups().iter();
        let inside = |g: &&_| (least..=most).contains(&repeats(g));
        let part = Cohort::of_groups(groups.filter(inside).copied().collect());
        if part.customers() as f64 != count {
            return Err(format!("{} customers in bin {bin}, not {count}", part.customers()));
        }
        let expected = |history: &History| model.outlook(history).expected_purchases(time);
        means.push(part.mean(expected).ok_or("an empty bin")?);
    }
    means.answered()
}

fn repeats(group: &customer_value::model::purchase::Group) -> u32 {
    group.history.repeats()
}

/// Expected repeat purchases of the whole cohort up to each week, counted from the first purchase
/// of its first customer.
fn cumulative(model: &impl Purchases, inputs: &Inputs) -> Answered {
    let (cohort, newcomer) = (cohort(inputs)?, model.newcomer());
    let oldest = cohort.groups().iter().map(|group| group.history.age()).fold(0.0, f64::max);
    let up_to = |week: f64| {
        let expected = |h: &History| newcomer.expected_purchases(week - (oldest - h.age()));
        cohort.mean(expected).map(|mean| mean * cohort.customers() as f64)
    };
    inputs.list("weeks")?.into_iter().map(up_to).collect::<Option<Vec<_>>>().answered()
}

/// How many customers will have made 0, 1, 2, … purchases.
fn people(model: &impl Purchases, inputs: &Inputs) -> Answered {
    let (time, customers) = (inputs.number("t")?, inputs.number("customers")?);
    let newcomer = model.newcomer();
    let share = |n| newcomer.probability_of(n, time) * customers;
    (0..=inputs.whole("n")?).map(share).collect::<Vec<_>>().answered()
}
