//! The data, written once for all who are timed.

use std::fs::File;
use std::io::{BufWriter, Result, Write};
use std::path::Path;

use customer_value::math::calendar::Date;
use customer_value::math::random::Random;
use customer_value::model::purchase::ParetoNbd;
use customer_value::model::purchase::gamma_gamma::GammaGamma;

const ROWS: usize = 1_000_000;

/// What is known of the customers of an online music shop, by the day: their parameters in the
/// papers are by the week.
struct Shop {
    buying: ParetoNbd,
    spending: GammaGamma,
    random: Random,
}

impl Shop {
    fn new() -> Self {
        let buying = ParetoNbd::new(0.553, 7.0 * 10.578, 0.606, 7.0 * 11.669);
        Self {
            buying: buying.expect("sound parameters"),
            spending: GammaGamma::new(6.25, 3.74, 15.44).expect("sound parameters"),
            random: Random::new(1),
        }
    }

    /// A customer known for so many days: those with a repeat purchase, counted from the first.
    fn customer(&mut self, age: usize) -> Vec<f64> {
        let habits = self.buying.draw(&mut self.random);
        let past = habits.past(age as f64, &mut self.random).expect("a sound age");
        let times = past.times(&mut self.random);
        let mut days: Vec<f64> = times.into_iter().map(f64::ceil).collect();
        days.dedup();
        days
    }

    /// The mean of so many amounts of one customer.
    fn mean_spend(&mut self, purchases: usize) -> f64 {
        let purchases = u32::try_from(purchases).expect("not many");
        self.spending.draw(purchases, &mut self.random).mean().clamp(0.01, 1e6)
    }
}

/// A million customers known for 10 to 52 weeks, in whole days.
pub fn write_customers(path: &Path) -> Result<()> {
    let mut shop = Shop::new();
    let mut file = BufWriter::new(File::create(path)?);
    writeln!(file, "ID,x,t_x,T,zbar")?;
    for id in 1..=ROWS {
        let age = 70 + shop.random.below(295);
        let days = shop.customer(age);
        let last = days.last().copied().unwrap_or(0.0);
        let spend = if days.is_empty() { 0.0 } else { shop.mean_spend(days.len()) };
        writeln!(file, "{id},{},{last},{age},{spend:.2}", days.len())?;
    }
    file.flush()
}

/// A million purchases in the order of time: the customers came within 12 weeks, and the shop looks
/// back on 78.
pub fn write_purchases(path: &Path) -> Result<()> {
    let mut shop = Shop::new();
    let mut rows = Vec::with_capacity(ROWS);
    for id in 1.. {
        let joined = shop.random.below(84);
        let repeats = shop.customer(546 - joined);
        for day in [0.0].into_iter().chain(repeats) {
            rows.push((joined as f64 + day, id, shop.mean_spend(1)));
        }
        if rows.len() >= ROWS {
            break;
        }
    }
    rows.truncate(ROWS);
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    let start = Date::new(2024, 1, 1).expect("a date").days();
    let mut file = BufWriter::new(File::create(path)?);
    writeln!(file, "customer_id,date,amount")?;
    for (day, id, amount) in rows {
        #[expect(clippy::cast_possible_truncation, reason = "a whole number below 546")]
        let date = Date::from_days(start + day as i64);
        let (year, month, day) = (date.year(), date.month(), date.day());
        writeln!(file, "{id},{year}-{month:02}-{day:02},{amount:.2}")?;
    }
    file.flush()
}
