//! Customers made up by chance, as the purchase models see them.
//!
//! *Question.* What would the records of a shop look like if its customers were of a known kind? And
//! does a model that is fitted to such records find that kind again?
//!
//! *Method.* Each customer has [`Habits`]: a rate of buying, and a way of leaving unseen. The models
//! draw them ([`BetaGeometric::draw`], [`ParetoNbd::draw`]), as they say how customers differ. From the
//! habits follows a past of a given length. No purchase need be made up one by one: with *N* purchases
//! in a time *T* the *k*-th comes after `T·Beta(k, N − k + 1)`, so that even a customer who buys a
//! thousand times costs no more than a few draws. The purchases before the last are spread evenly
//! by chance; a [`record`] writes them all down, with amounts.
//!
//! *Assumes* what the models assume: purchases at random while the customer stays, and no season.
//!
//! *Example.*
//! ```
//! use customer_value::model::purchase::simulation::pasts;
//! use customer_value::model::purchase::{Cohort, ParetoNbd};
//!
//! let shop = ParetoNbd::new(0.8, 8.0, 0.7, 12.0).unwrap();
//! let made = pasts(1_000, (50.0, 100.0), 7, |random| shop.draw(random)).unwrap();
//! let cohort = Cohort::new(made.iter().map(|past| past.history));
//! assert_eq!(cohort.customers(), 1_000);
//! // What nobody sees in a real shop: how many are still customers.
//! assert!((100..500).contains(&made.iter().filter(|past| past.is_alive).count()));
//! ```
//!
//! *Not for* proof that a model fits real customers; it shows only what the model itself implies.

use super::gamma_gamma::GammaGamma;
use super::{BetaGeometric, History, HistoryError, Parameters, ParetoNbd};
use crate::math::random::Random;

/// How a customer leaves, for good and unseen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Leaving {
    /// After each repeat purchase with this chance, *p*.
    AfterRepeat(f64),
    /// After every purchase, the first one too, with this chance, *p*.
    AfterAny(f64),
    /// At any time, at this rate, *μ*.
    AtRate(f64),
}

/// What one customer does: buys at random with a rate *λ*, until leaving.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Habits {
    /// Purchases in a unit of time, *λ*, from 0 up.
    rate: f64,
    leaving: Leaving,
}

/// What a customer has done so far, and what we would not see.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Past {
    /// What is seen.
    pub history: History,
    /// Whether the customer is still one.
    pub is_alive: bool,
}

impl Habits {
    /// Buys with this rate, and leaves in this way. Rates outside 0..1e15 and chances outside 0..1
    /// are brought into it; what is not a number counts as 0.
    pub fn new(rate: f64, leaving: Leaving) -> Self {
        let within = |x: f64, most: f64| x.clamp(0.0, most).max(0.0);
        let leaving = match leaving {
            Leaving::AfterRepeat(p) => Leaving::AfterRepeat(within(p, 1.0)),
            Leaving::AfterAny(p) => Leaving::AfterAny(within(p, 1.0)),
            Leaving::AtRate(rate) => Leaving::AtRate(within(rate, 1e15)),
        };
        Self { rate: within(rate, 1e15), leaving }
    }

    /// Purchases in a unit of time while the customer stays, *λ*.
    pub const fn rate(&self) -> f64 {
        self.rate
    }

    /// How the customer leaves.
    pub const fn leaving(&self) -> Leaving {
        self.leaving
    }

    /// A past of this length, drawn by `random`. More than a million repeat purchases are counted as
    /// a million.
    ///
    /// # Errors
    /// [`HistoryError::Age`] unless `age` is within 0..1,000,000.
    pub fn past(&self, age: f64, random: &mut Random) -> Result<Past, HistoryError> {
        History::new(0, 0.0, age)?;
        let (repeats_at_leaving, stay) = match self.leaving {
            Leaving::AfterRepeat(p) => (random.geometric(p), age),
            Leaving::AfterAny(p) => (random.geometric(p) - 1.0, age),
            Leaving::AtRate(rate) => (f64::INFINITY, (random.exponential() / rate).min(age)),
        };
        let possible = random.poisson(self.rate * stay);
        let repeats = possible.min(repeats_at_leaving).min(f64::from(History::MOST));
        let recency =
            if repeats > 0.0 { stay * random.beta(repeats, possible - repeats + 1.0) } else { 0.0 };
        // A time that is too short for a number is none.
        let repeats = if recency > 0.0 { whole(repeats) } else { 0 };
        Ok(Past {
            history: History::new(repeats, recency, age)?,
            is_alive: possible < repeats_at_leaving && stay >= age,
        })
    }
}

impl Past {
    /// The times of all repeat purchases, in order, drawn by `random`: those before the last are
    /// spread evenly by chance.
    pub fn times(&self, random: &mut Random) -> Vec<f64> {
        let last = self.history.recency();
        let mut times: Vec<f64> =
            (1..self.history.repeats()).map(|_| last * random.unit()).collect();
        if self.history.repeats() > 0 {
            times.push(last);
        }
        times.sort_by(f64::total_cmp);
        times
    }
}

impl ParetoNbd {
    /// The habits of one customer, drawn by `random`.
    pub fn draw(&self, random: &mut Random) -> Habits {
        let rate = random.gamma(self.r()) / self.alpha();
        Habits::new(rate, Leaving::AtRate(random.gamma(self.s()) / self.beta()))
    }
}

impl<const AT_FIRST: bool> BetaGeometric<AT_FIRST> {
    /// The habits of one customer, drawn by `random`.
    pub fn draw(&self, random: &mut Random) -> Habits {
        let Parameters { r, alpha, a, b } = *self.parameters();
        let (rate, chance) = (random.gamma(r) / alpha, random.beta(a, b));
        let leaving = if AT_FIRST { Leaving::AfterAny } else { Leaving::AfterRepeat };
        Habits::new(rate, leaving(chance))
    }
}

/// A count of at most a million as a whole number.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // within 0..=1,000,000
fn whole(count: f64) -> u32 {
    count as u32
}

/// The pasts of `customers` made up by chance from `seed`: the habits of each are what `draw` makes
/// of it, and the age lies evenly by chance between `ages`.
///
/// # Errors
/// [`HistoryError::Age`] unless both ages are within 0..1,000,000.
pub fn pasts(
    customers: u32,
    ages: (f64, f64),
    seed: u64,
    draw: impl Fn(&mut Random) -> Habits,
) -> Result<Vec<Past>, HistoryError> {
    let mut random = Random::new(seed);
    let mut one = |_| {
        let age = random.uniform(ages.0, ages.1);
        draw(&mut random).past(age, &mut random)
    };
    (0..customers).map(&mut one).collect()
}

/// One purchase of a record.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Purchase {
    /// Whose it is: the customer's place among the pasts.
    pub customer: usize,
    /// When it was, from the first purchase of the oldest customer on.
    pub time: f64,
    /// What it was worth, 10⁻⁹..10¹⁵.
    pub amount: f64,
}

/// The record that customers with these `pasts`, all seen up to the same day, leave in the books, by
/// time: each with a mean spend drawn from `spending`, and amounts about that mean.
pub fn record(pasts: &[Past], spending: &GammaGamma, seed: u64) -> Vec<Purchase> {
    let mut random = Random::new(seed);
    let [p, q, v] = spending.parameters();
    let oldest = pasts.iter().map(|past| past.history.age()).fold(0.0, f64::max);
    let mut purchases = Vec::new();
    for (customer, past) in pasts.iter().enumerate() {
        let joined = oldest - past.history.age();
        let ln_scale = libm::log(v) - random.ln_gamma(q);
        for since in std::iter::once(0.0).chain(past.times(&mut random)) {
            let amount = libm::exp(random.ln_gamma(p) + ln_scale).clamp(1e-9, 1e15);
            purchases.push(Purchase { customer, time: joined + since, amount });
        }
    }
    purchases.sort_by(|a, b| a.time.total_cmp(&b.time));
    purchases
}

#[cfg(test)]
mod tests {
    use super::super::{BgNbd, MbgNbd};
    use super::*;

    const N: u32 = 20_000;

    fn made(habits: Habits, age: f64) -> Vec<Past> {
        pasts(N, (age, age), 11, |_| habits).unwrap()
    }

    fn mean(pasts: &[Past], of: impl Fn(&Past) -> f64) -> f64 {
        pasts.iter().map(of).sum::<f64>() / pasts.len() as f64
    }

    /// Within four standard errors of `expected`, each draw varying by at most `deviation`.
    fn near(found: f64, expected: f64, deviation: f64) -> bool {
        (found - expected).abs() < 4.0 * deviation / libm::sqrt(f64::from(N))
    }

    #[test]
    fn the_same_seed_makes_the_same_customers() {
        let habits = Habits::new(0.3, Leaving::AtRate(0.05));
        assert_eq!(made(habits, 30.0), made(habits, 30.0));
        assert_ne!(made(habits, 30.0), pasts(N, (30.0, 30.0), 12, |_| habits).unwrap());
    }

    /// By the textbook formulas for one customer: with `AtRate`, P(alive) = e^(−μT) and
    /// E[X] = λ(1 − e^(−μT))/μ; with `AfterRepeat`, e^(−λpT) and (1 − e^(−λpT))/p.
    #[test]
    fn means_of_one_kind_of_customer() {
        let (rate, age) = (0.4, 15.0);
        let at_rate = made(Habits::new(rate, Leaving::AtRate(0.1)), age);
        let stay = libm::exp(-1.5);
        assert!(near(mean(&at_rate, |p| f64::from(u8::from(p.is_alive))), stay, 0.5));
        let repeats = |p: &Past| f64::from(p.history.repeats());
        assert!(near(mean(&at_rate, repeats), rate * (1.0 - stay) / 0.1, 3.0));
        let after = made(Habits::new(rate, Leaving::AfterRepeat(0.2)), age);
        let stay = libm::exp(-rate * 0.2 * age);
        assert!(near(mean(&after, |p| f64::from(u8::from(p.is_alive))), stay, 0.5));
        assert!(near(mean(&after, repeats), (1.0 - stay) / 0.2, 3.0));
        // The first purchase too: four of five get as far.
        let any = made(Habits::new(rate, Leaving::AfterAny(0.2)), age);
        assert!(near(mean(&any, |p| f64::from(u8::from(p.is_alive))), 0.8 * stay, 0.5));
        assert!(near(mean(&any, repeats), 0.8 * (1.0 - stay) / 0.2, 3.0));
    }

    /// Made up one by one, purchase after purchase, the pasts have the same means.
    #[test]
    fn short_cut_and_long_way_agree() {
        let (rate, p, age) = (0.6, 0.15, 20.0);
        let mut random = Random::new(12);
        let mut long = |_| {
            let (mut time, mut last, mut repeats, mut alive) = (0.0, 0.0, 0.0, true);
            while alive {
                time += random.exponential() / rate;
                if time > age {
                    break;
                }
                (last, repeats) = (time, repeats + 1.0);
                alive = !random.chance(p);
            }
            (last, repeats)
        };
        let slow: Vec<(f64, f64)> = (0..N).map(&mut long).collect();
        let fast = made(Habits::new(rate, Leaving::AfterRepeat(p)), age);
        let slow_mean =
            |of: fn(&(f64, f64)) -> f64| slow.iter().map(of).sum::<f64>() / f64::from(N);
        assert!(near(mean(&fast, |p| p.history.recency()), slow_mean(|p| p.0), 7.0 * 1.5));
        assert!(near(
            mean(&fast, |p| f64::from(p.history.repeats())),
            slow_mean(|p| p.1),
            4.0 * 1.5
        ));
        let products = mean(&fast, |p| p.history.recency() * f64::from(p.history.repeats()));
        assert!(near(products, slow_mean(|p| p.0 * p.1), 80.0 * 1.5));
    }

    /// Drawn from a model, the customers buy as often as it expects, and as many are still there as
    /// it believes from what it sees.
    #[test]
    fn the_customers_of_a_model() {
        let check = |draw: &dyn Fn(&mut Random) -> Habits,
                     expected: f64,
                     believed: &dyn Fn(&History) -> f64| {
            let made = pasts(N, (39.0, 39.0), 15, draw).unwrap();
            let repeats = mean(&made, |p| f64::from(p.history.repeats()));
            assert!(near(repeats, expected, 3.5), "{repeats} for {expected}");
            let alive = mean(&made, |p| f64::from(u8::from(p.is_alive)));
            let said = mean(&made, |p| believed(&p.history));
            assert!(near(alive, said, 0.5), "{alive} for {said}");
        };
        let music = Parameters { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
        let (bg, mbg) = (BgNbd::new(music).unwrap(), MbgNbd::new(music).unwrap());
        let pareto = ParetoNbd::new(0.553, 10.578, 0.606, 11.669).unwrap();
        let newcomer = pareto.outlook(&History::FIRST);
        check(&|r| bg.draw(r), bg.newcomer().expected_purchases(39.0), &|h| bg.p_alive(h));
        check(&|r| mbg.draw(r), mbg.newcomer().expected_purchases(39.0), &|h| mbg.p_alive(h));
        check(&|r| pareto.draw(r), newcomer.expected_purchases(39.0), &|h| pareto.p_alive(h));
    }

    #[test]
    fn times_end_with_the_last() {
        let mut random = Random::new(13);
        for past in made(Habits::new(0.5, Leaving::AfterRepeat(0.1)), 20.0).iter().take(500) {
            let times = past.times(&mut random);
            assert_eq!(times.len(), past.history.repeats() as usize);
            assert!(times.is_sorted() && times.iter().all(|t| *t > 0.0));
            assert_eq!(times.last().copied().unwrap_or(0.0), past.history.recency());
        }
    }

    /// Read back, the books show each past again, and amounts with the mean `p·v/(q − 1)`.
    #[test]
    fn a_record_holds_the_pasts() {
        let habits = Habits::new(0.2, Leaving::AfterRepeat(0.1));
        let made = pasts(2_000, (10.0, 30.0), 16, |_| habits).unwrap();
        let spending = GammaGamma::new(6.0, 8.0, 35.0).unwrap();
        let books = record(&made, &spending, 17);
        assert!(books.is_sorted_by(|a, b| a.time <= b.time));
        let end = made.iter().map(|past| past.history.age()).fold(0.0, f64::max);
        let mut means = 0.0;
        for (customer, past) in made.iter().enumerate().step_by(10) {
            let own: Vec<&Purchase> = books.iter().filter(|p| p.customer == customer).collect();
            assert_eq!(own.len(), past.history.repeats() as usize + 1);
            let (first, last) = (own[0].time, own[own.len() - 1].time);
            assert!((last - first - past.history.recency()).abs() < 1e-12);
            assert!((end - first - past.history.age()).abs() < 1e-12);
            means += own.iter().map(|p| p.amount).sum::<f64>() / own.len() as f64 / 200.0;
        }
        // The means vary by 16 or so from customer to customer.
        assert!((means - 30.0).abs() < 4.0 * 16.0 / libm::sqrt(200.0), "{means}");
        assert_eq!(record(&[], &spending, 1), []);
    }

    #[test]
    fn extremes_are_still_histories() {
        let mut random = Random::new(14);
        for rate in [0.0, 1e-300, 1.0, 1e15, 1e300, f64::INFINITY, f64::NAN, -1.0] {
            for x in [0.0, 1e-300, 0.5, 1.0, 1e300, f64::NAN] {
                for leaving in [Leaving::AfterRepeat(x), Leaving::AfterAny(x), Leaving::AtRate(x)] {
                    for age in [0.0, f64::MIN_POSITIVE, 1.0, 1e6] {
                        let past = Habits::new(rate, leaving).past(age, &mut random);
                        assert!(past.is_ok(), "{rate} {leaving:?} {age}: {past:?}");
                    }
                }
            }
        }
        let habits = Habits::new(1.0, Leaving::AtRate(1.0));
        assert_eq!(habits.past(-1.0, &mut random), Err(HistoryError::Age));
        assert_eq!(habits.past(f64::NAN, &mut random), Err(HistoryError::Age));
    }
}
