//! What is timed, the same natively and in the browser.

use customer_value::model::customers::{Reader, SURVEYED, Survey, Terms};
use customer_value::model::purchase::gamma_gamma::{GammaGamma, Spend};
use customer_value::model::purchase::{BgNbd, Cohort, Fit, History, ParetoNbd};

/// A model to be fitted, with what it sees of the customers.
pub enum Fitting {
    BgNbd(Vec<History>),
    ParetoNbd(Vec<History>),
    /// Only those who came back.
    GammaGamma(Vec<Spend>),
}

impl Fitting {
    /// A model by its name, with room for so many customers.
    pub fn new(model: &str, customers: usize) -> Self {
        match model {
            "bg-nbd" => Self::BgNbd(Vec::with_capacity(customers)),
            "pareto-nbd" => Self::ParetoNbd(Vec::with_capacity(customers)),
            "gamma-gamma" => Self::GammaGamma(Vec::with_capacity(customers)),
            _ => panic!("no model is called {model}"),
        }
    }

    /// Takes a customer in: number, repeat purchases, recency, age and mean spend, with commas.
    pub fn add(&mut self, row: &str) {
        let cells: Vec<&str> = row.split(',').collect();
        let repeats = cells[1].parse().expect("a whole number");
        let number = |column: usize| cells[column].parse::<f64>().expect("a number");
        match self {
            Self::BgNbd(histories) | Self::ParetoNbd(histories) => {
                histories.push(History::new(repeats, number(2), number(3)).expect("a history"));
            }
            Self::GammaGamma(spends) if repeats > 0 => {
                spends.push(Spend::new(repeats, number(4)).expect("a spend"));
            }
            Self::GammaGamma(_) => {}
        }
    }

    /// Fits the model: the log-likelihood, and then the parameters.
    pub fn fit(&self) -> Vec<f64> {
        let cohort = |histories: &[History]| Cohort::new(histories.iter().copied());
        let found = match self {
            Self::BgNbd(histories) => BgNbd::fit(&cohort(histories)).map(|fit| {
                let p = *fit.model.parameters();
                numbers(&fit, &[p.r, p.alpha, p.a, p.b])
            }),
            Self::ParetoNbd(histories) => ParetoNbd::fit(&cohort(histories)).map(|fit| {
                let m = fit.model;
                numbers(&fit, &[m.r(), m.alpha(), m.s(), m.beta()])
            }),
            Self::GammaGamma(spends) => {
                GammaGamma::fit(spends).map(|fit| numbers(&fit, &fit.model.parameters()))
            }
        };
        found.expect("enough customers")
    }
}

fn numbers<M, const N: usize>(fit: &Fit<M, N>, parameters: &[f64]) -> Vec<f64> {
    [&[fit.log_likelihood], parameters].concat()
}

/// Reads a file of purchases as the page would, from its front and then piece by piece; returns
/// customers, and the sums of their frequencies, recencies, ages and mean spends.
pub fn summary<P: AsRef<[u8]>>(pieces: impl IntoIterator<Item = P>) -> Vec<f64> {
    let mut pieces = pieces.into_iter();
    let front = pieces.next().expect("a file");
    let front = front.as_ref();
    assert!(front.len() >= SURVEYED, "the first piece is too short");
    let survey = Survey::new(front).expect("a table");
    let plan = survey.plan(survey.columns().expect("columns"));
    let mut reader = Reader::new(plan).expect("a plan");
    reader.push(front).expect("rows");
    for piece in pieces {
        reader.push(piece.as_ref()).expect("rows");
    }
    let import = reader.finish().expect("rows");
    assert_eq!(import.problems.total(), 0, "all rows are sound");
    let summary = import.ledger.summary(&Terms::default()).expect("customers");
    let mut sums = vec![summary.customers().len() as f64, 0.0, 0.0, 0.0, 0.0];
    for customer in summary.customers() {
        sums[1] += f64::from(customer.frequency);
        sums[2] += customer.recency;
        sums[3] += customer.age;
        sums[4] += customer.mean_spend.unwrap_or(0.0);
    }
    sums
}
