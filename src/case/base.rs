//! The customer base: parameters by hand, one customer to ask about, a cohort under contract, and a
//! handful of named customers. What a file holds is not part of the case.

use serde::{Deserialize, Serialize};

use super::input::{Field, Input, Numbers, Step, amount, bounded, score};
use super::{Case, Id, Name};
use crate::analysis::{Asked, Buying, Kind, Retention, Settings};
use crate::model::customers::accounts::{Account, Accounts, AccountsError, DETRACTOR};
use crate::model::lifetime::monthly_rate;
use crate::words::{Language, Unit, base as words};

/// The largest parameter.
const MOST: f64 = 1e6;
/// The least and the greatest number of counts of a cohort.
pub const COUNTS: (usize, usize) = (3, 20);
/// The least and the greatest number of named customers.
pub const ACCOUNTS: (usize, usize) = (1, 12);

/// What is known of the customers without a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CustomerBase {
    /// Which model of purchases.
    pub kind: Kind,
    /// Its parameters: *r*, *α*, *a*, *b* of the two models in which a purchase may be the last.
    pub leaving: [f64; 4],
    /// *r*, *α*, *s*, *β* of the model in which customers leave at any time.
    pub fading: [f64; 4],
    /// The model of spending: *p*, *q*, *v*.
    pub spending: [f64; 3],
    /// How many weeks ahead purchases are foretold.
    pub ahead: f64,
    /// The customer asked about: repeat purchases, weeks to the last of them, weeks until now, mean
    /// worth.
    pub asked: [f64; 4],
    /// A cohort under contract: how many are there, year by year.
    pub counts: Vec<Count>,
    /// Named customers.
    pub accounts: Vec<NamedAccount>,
    /// The highest satisfaction that is a risk.
    pub threshold: f64,
    /// The file that the parameters were fitted to; without a name there is none. The file itself
    /// is not kept.
    pub file: Name,
}

/// How many of a cohort are there after some renewals.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Count {
    /// Its identity within the case.
    pub id: Id,
    /// How many.
    pub customers: f64,
}

/// A customer by name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NamedAccount {
    /// Its identity within the case.
    pub id: Id,
    /// What the customer is called.
    pub name: Name,
    /// Purchases a year.
    pub purchases: f64,
    /// Amount of a purchase.
    pub amount: f64,
    /// Satisfaction, 0 to 10.
    pub satisfaction: f64,
}

impl Default for CustomerBase {
    /// A first guess at the shop that the page opens with; the published cohort of a subscription;
    /// the three customers of the worked example.
    fn default() -> Self {
        let counts = [1000.0, 869.0, 743.0, 653.0, 593.0, 551.0, 517.0, 491.0];
        let count =
            |(k, customers): (u32, &f64)| Count { id: Id(9_100 + k), customers: *customers };
        let accounts = [(12.0, 200.0, 9.0), (6.0, 500.0, 6.0), (2.0, 1000.0, 4.0)];
        let account =
            |(k, (purchases, amount, satisfaction)): (u32, &(f64, f64, f64))| NamedAccount {
                id: Id(9_150 + k),
                name: super::change::numbered("客户", "Customer", k as usize + 1),
                purchases: *purchases,
                amount: *amount,
                satisfaction: *satisfaction,
            };
        Self {
            kind: Kind::BgNbd,
            leaving: [0.5, 8.0, 1.0, 2.5],
            fading: [0.6, 9.0, 0.6, 12.0],
            spending: [6.25, 3.74, 150.0],
            ahead: 52.0,
            asked: [4.0, 30.0, 52.0, 200.0],
            counts: (0..).zip(&counts).map(count).collect(),
            accounts: (0..).zip(&accounts).map(account).collect(),
            threshold: DETRACTOR,
            file: Name::default(),
        }
    }
}

/// A number of the customer base.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Number {
    /// A parameter of the two models in which a purchase may be the last, by its place.
    Leaving(usize),
    /// A parameter of the model in which customers leave at any time, by its place.
    Fading(usize),
    /// A parameter of the model of spending, by its place.
    Spending(usize),
    /// Weeks ahead.
    Ahead,
    /// What is known of the customer asked about, by its place.
    Asked(usize),
    /// How many of a cohort are there.
    Count(Id),
    /// Purchases a year of a named customer.
    Frequency(Id),
    /// Amount of a purchase of theirs.
    Size(Id),
    /// Their satisfaction.
    Satisfaction(Id),
    /// The highest satisfaction that is a risk.
    Threshold,
}

/// Finds the place of a stored number, to read or to write it.
macro_rules! places {
    ($name:ident, $iter:ident, $at:ident $(, $mutable:tt)?) => {
        fn $name(self, case: &$($mutable)? Case) -> Option<&$($mutable)? f64> {
            let base = &$($mutable)? case.base;
            match self {
                Self::Leaving(k) => base.leaving.$at(k),
                Self::Fading(k) => base.fading.$at(k),
                Self::Spending(k) => base.spending.$at(k),
                Self::Ahead => Some(&$($mutable)? base.ahead),
                Self::Asked(k) => base.asked.$at(k),
                Self::Threshold => Some(&$($mutable)? base.threshold),
                Self::Count(id) => {
                    Some(&$($mutable)? base.counts.$iter().find(|c| c.id == id)?.customers)
                }
                Self::Frequency(id) => {
                    Some(&$($mutable)? base.accounts.$iter().find(|a| a.id == id)?.purchases)
                }
                Self::Size(id) => {
                    Some(&$($mutable)? base.accounts.$iter().find(|a| a.id == id)?.amount)
                }
                Self::Satisfaction(id) => {
                    Some(&$($mutable)? base.accounts.$iter().find(|a| a.id == id)?.satisfaction)
                }
            }
        }
    };
}

/// A parameter from next to nothing up.
const fn parameter(label: crate::words::Phrase, slider: f64) -> Field {
    bounded(label, Unit::Plain, (1e-4, MOST), (1e-4, slider), 0.01)
}

impl Numbers for Number {
    places!(place, iter, get);
    places!(place_mut, iter_mut, get_mut, mut);

    fn field(self, _: &Case) -> Field {
        const SLIDERS: [f64; 4] = [3.0, 30.0, 5.0, 10.0];
        const TIMES: [f64; 4] = [3.0, 30.0, 3.0, 40.0];
        let weeks = |label| bounded(label, Unit::Weeks, (0.0, 5_000.0), (0.0, 104.0), 1.0);
        match self {
            Self::Leaving(k) => parameter(words::LEAVING[k.min(3)], SLIDERS[k.min(3)]),
            Self::Fading(k) => parameter(words::FADING[k.min(3)], TIMES[k.min(3)]),
            Self::Spending(2) => Field { low: 1e-4, ..amount(words::SPENDING[2], Unit::Plain) },
            Self::Spending(k) => parameter(words::SPENDING[k.min(1)], 15.0),
            Self::Ahead => Field { low: 0.1, ..weeks(words::AHEAD) },
            Self::Asked(0) => {
                bounded(words::ASKED[0], Unit::Count, (0.0, 100_000.0), (0.0, 40.0), 1.0)
            }
            Self::Asked(3) => amount(words::ASKED[3], Unit::Money),
            Self::Asked(k) => weeks(words::ASKED[k.min(2)]),
            Self::Count(_) => Field { high: 4e9, ..amount(words::COUNT, Unit::Count) },
            Self::Frequency(_) => Field { high: 1e6, ..amount(words::FREQUENCY, Unit::Count) },
            Self::Size(_) => Field { step: Step::Scaled, ..amount(words::SIZE, Unit::Money) },
            Self::Satisfaction(_) => score(words::SATISFACTION),
            Self::Threshold => score(words::THRESHOLD),
        }
    }

    fn rows(self, case: &Case, language: Language) -> Vec<&str> {
        let account = |id| case.base.accounts.iter().find(|a| a.id == id);
        match self {
            Self::Frequency(id) | Self::Size(id) | Self::Satisfaction(id) => {
                account(id).map(|account| account.name.to(language)).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    fn all(case: &Case) -> Vec<Input> {
        let base = &case.base;
        let mut all: Vec<Self> =
            (0..4).map(Self::Leaving).chain((0..4).map(Self::Fading)).collect();
        all.extend((0..3).map(Self::Spending).chain((0..4).map(Self::Asked)));
        all.extend([Self::Ahead, Self::Threshold]);
        all.extend(base.counts.iter().map(|count| Self::Count(count.id)));
        for account in &base.accounts {
            let id = account.id;
            all.extend([Self::Frequency(id), Self::Size(id), Self::Satisfaction(id)]);
        }
        all.into_iter().map(Input::Base).collect()
    }
}

impl Number {
    /// The parameters of a model, in its own order.
    pub fn parameters(kind: Kind) -> [Self; 4] {
        match kind {
            Kind::ParetoNbd => std::array::from_fn(Self::Fading),
            _ => std::array::from_fn(Self::Leaving),
        }
    }
}

/// What the count with this identity is called: it stands behind one of the cohort's renewals.
pub(super) fn renewal(case: &Case, id: Id, language: Language) -> String {
    let place = case.base.counts.iter().position(|count| count.id == id);
    words::renewal(place.unwrap_or_default(), language)
}

impl Case {
    /// All that the figures of the customer base depend on.
    pub fn base_settings(&self) -> Settings {
        let base = &self.base;
        let [repeats, recency, age, spend] = base.asked;
        Settings {
            buying: self.buying(),
            spending: base.spending,
            ahead: base.ahead,
            months: 12 * self.years(),
            discount: monthly_rate(self.customer.discount),
            margin: self.customer.margin_rate,
            asked: Asked { repeats, recency, age, spend },
        }
    }

    /// The model of purchases with the parameters by hand.
    pub fn buying(&self) -> Buying {
        let base = &self.base;
        let parameters = match base.kind {
            Kind::ParetoNbd => base.fading,
            _ => base.leaving,
        };
        Buying { kind: base.kind, parameters }
    }

    /// Takes parameters that were found, to six digits. Where the data let two of them grow without
    /// end it is their ratio that the data say: how often is bought, or how many leave. So two that
    /// are beyond their boxes are made smaller alike.
    pub fn take_buying(&mut self, kind: Kind, found: &[f64]) {
        self.base.kind = kind;
        for (numbers, pair) in Number::parameters(kind).chunks(2).zip(found.chunks(2)) {
            let most = pair.iter().copied().fold(MOST, f64::max);
            for (number, value) in numbers.iter().zip(pair) {
                self.take(*number, value * (MOST / most));
            }
        }
    }

    /// The same for the parameters of spending, *p*, *q* and *v*: what the shapes lose is made up by
    /// the scale, so that the mean spend *p* · *v* / (*q* − 1) stays.
    pub fn take_spending(&mut self, found: &[f64]) {
        let [p, q, v] = *found else { return };
        let scale = v * (p / p.min(MOST)) * (q.min(MOST) / q);
        for (k, value) in [p, q, scale].into_iter().enumerate() {
            self.take(Number::Spending(k), value);
        }
    }

    fn take(&mut self, number: Number, value: f64) {
        let input = Input::Base(number);
        let field = input.field(self);
        input.set(self, six_digits(value).clamp(field.low, field.high));
    }

    /// Notes which file the parameters were fitted to; none for the made-up customers.
    pub fn fitted_to(&mut self, file: Option<&str>) {
        self.base.file = Name::typed(file.unwrap_or_default());
    }

    /// The file that the parameters were fitted to, where other customers than its are `shown`.
    pub fn fitted_elsewhere(&self, shown: Option<&str>) -> Option<&str> {
        let file = self.base.file.to(Language::Chinese);
        let other = !file.is_empty() && self.base.file != Name::typed(shown.unwrap_or_default());
        other.then_some(file)
    }

    /// The cohort under contract, and how far to look.
    pub fn retention(&self) -> Retention {
        let counts: Vec<f64> = self.base.counts.iter().map(|count| count.customers).collect();
        let seen = u32::try_from(counts.len()).unwrap_or_default();
        Retention { counts, renewals: seen + 5, discount: self.customer.discount }
    }

    /// The named customers.
    ///
    /// # Errors
    /// [`AccountsError`] names what cannot be used.
    pub fn accounts(&self) -> Result<Accounts, AccountsError> {
        let account = |account: &NamedAccount| Account {
            frequency: account.purchases,
            amount: account.amount,
            satisfaction: account.satisfaction,
        };
        Accounts::new(self.base.accounts.iter().map(account).collect(), self.base.threshold)
    }
}

/// Rounded to six digits that count.
fn six_digits(x: f64) -> f64 {
    if x == 0.0 || !x.is_finite() {
        return 0.0;
    }
    let scale = libm::pow(10.0, 5.0 - libm::floor(libm::log10(x.abs())));
    libm::round(x * scale) / scale
}

#[cfg(test)]
mod tests {
    use super::super::{Sample, library};
    use super::*;

    #[test]
    fn what_was_found_is_taken_to_six_digits() {
        let mut case = library::open(Sample::Coffee);
        case.take_buying(Kind::BgNbd, &[0.242_592_976, 4.413_532_2, 0.792_886, 2.425_752_3]);
        assert_eq!(case.base.leaving, [0.242_593, 4.413_53, 0.792_886, 2.425_75]);
        assert_eq!(case.buying().kind, Kind::BgNbd);
        case.take_buying(Kind::ParetoNbd, &[1e-9, 1e9, 0.5, 2.0]);
        assert_eq!(case.base.fading, [1e-4, 1e6, 0.5, 2.0]);
    }

    /// Two that are both beyond their boxes keep their ratio, and spending keeps its mean.
    #[test]
    fn what_is_beyond_the_boxes_keeps_its_ratio() {
        let mut case = library::open(Sample::Coffee);
        case.take_buying(Kind::BgNbd, &[2.0, 9.0, 1.2e8, 2.8e9]);
        let [r, alpha, a, b] = case.base.leaving;
        assert_eq!((r, alpha, b), (2.0, 9.0, 1e6));
        assert!((a / (a + b) / (1.2 / 29.2) - 1.0).abs() < 1e-4, "{a} of {b}");
        let mean = |[p, q, v]: [f64; 3]| p * v / (q - 1.0);
        case.take_spending(&[4e7, 3.0, 0.5]);
        assert!((mean(case.base.spending) / 1e7 - 1.0).abs() < 1e-6);
        case.take_spending(&[4.0, 3e9, 6e8]);
        assert!((mean(case.base.spending) / 0.8 - 1.0).abs() < 1e-4);
    }

    #[test]
    fn parameters_remember_the_file_they_came_from() {
        let mut case = library::open(Sample::Coffee);
        assert_eq!(case.fitted_elsewhere(None), None);
        case.fitted_to(Some("账单.csv"));
        assert_eq!(case.fitted_elsewhere(Some("账单.csv")), None);
        assert_eq!(case.fitted_elsewhere(None), Some("账单.csv"));
        assert_eq!(case.fitted_elsewhere(Some("b.csv")), Some("账单.csv"));
        case.fitted_to(None);
        assert_eq!(case.fitted_elsewhere(None), None);
    }

    /// C3: 2,400, 3,000 and 2,000 a year; the second is worth most, the second and third are at risk.
    #[test]
    fn three_named_customers() {
        let accounts = library::open(Sample::Coffee).accounts().unwrap();
        assert_eq!(accounts.values(), [2_400.0, 3_000.0, 2_000.0]);
        assert_eq!((accounts.best(), accounts.at_risk()), (1, vec![1, 2]));
    }
}
