//! A handful of named customers: what each brings in a year, and whose satisfaction puts it at risk.
//!
//! *Question.* Which of our few large customers is worth most, and which of them might go?
//!
//! *Formula.* Value a year = purchases a year × amount of a purchase. At risk is whose satisfaction,
//! 0 to 10, is no higher than a threshold (6: the detractors of Reichheld, "The One Number You Need
//! to Grow", 2003).
//!
//! *Not for* a base of thousands: nobody asked them all. See the groups by recency, frequency and
//! money.

/// The highest satisfaction of a detractor.
pub const DETRACTOR: f64 = 6.0;

/// The highest satisfaction.
pub const TOP: f64 = 10.0;

/// What is known of one customer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Account {
    /// Purchases a year, 0 or more.
    pub frequency: f64,
    /// Amount of a purchase; may be negative.
    pub amount: f64,
    /// Satisfaction, 0..=10.
    pub satisfaction: f64,
}

/// Why accounts cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountsError {
    /// There is none.
    Empty,
    /// Purchases a year are negative, beyond 1e9 or not a number.
    Frequency,
    /// The amount is beyond 1e15 or not a number.
    Amount,
    /// Satisfaction or the threshold is outside 0..=10.
    Satisfaction,
}

/// Several accounts, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Accounts {
    accounts: Vec<Account>,
    threshold: f64,
}

impl Accounts {
    /// Checks the accounts and the highest satisfaction, [`DETRACTOR`] for example, that is a risk.
    ///
    /// # Errors
    /// [`AccountsError`] names what is wrong.
    pub fn new(accounts: Vec<Account>, threshold: f64) -> Result<Self, AccountsError> {
        let all = |sound: fn(&Account) -> bool| accounts.iter().all(sound);
        let checks = [
            (!accounts.is_empty(), AccountsError::Empty),
            (all(|account| (0.0..=1e9).contains(&account.frequency)), AccountsError::Frequency),
            (all(|account| account.amount.abs() <= 1e15), AccountsError::Amount),
            (
                all(|account| (0.0..=TOP).contains(&account.satisfaction))
                    && (0.0..=TOP).contains(&threshold),
                AccountsError::Satisfaction,
            ),
        ];
        match checks.into_iter().find(|(sound, _)| !sound) {
            Some((_, error)) => Err(error),
            None => Ok(Self { accounts, threshold }),
        }
    }

    /// What each brings in a year.
    pub fn values(&self) -> Vec<f64> {
        self.accounts.iter().map(|account| account.frequency * account.amount).collect()
    }

    /// The one that brings most; the first of equals.
    pub fn best(&self) -> usize {
        let values = self.values();
        (1..values.len()).fold(0, |best, k| if values[k] > values[best] { k } else { best })
    }

    /// Those whose satisfaction is no higher than the threshold.
    pub fn at_risk(&self) -> Vec<usize> {
        let risky = |k: &usize| self.accounts[*k].satisfaction <= self.threshold;
        (0..self.accounts.len()).filter(risky).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(frequency: f64, amount: f64, satisfaction: f64) -> Account {
        Account { frequency, amount, satisfaction }
    }

    #[test]
    fn row_c3_the_best_customer_is_at_risk() {
        let three =
            vec![account(12.0, 200.0, 9.0), account(6.0, 500.0, 6.0), account(2.0, 1_000.0, 4.0)];
        let accounts = Accounts::new(three, DETRACTOR).unwrap();
        assert_eq!(accounts.values(), [2_400.0, 3_000.0, 2_000.0]);
        assert_eq!((accounts.best(), accounts.at_risk()), (1, vec![1, 2]));
    }

    #[test]
    fn what_makes_no_sense_is_named() {
        let error = |a: Account, threshold| Accounts::new(vec![a], threshold).unwrap_err();
        assert_eq!(Accounts::new(vec![], 6.0), Err(AccountsError::Empty));
        assert_eq!(error(account(-1.0, 1.0, 1.0), 6.0), AccountsError::Frequency);
        assert_eq!(error(account(1.0, f64::NAN, 1.0), 6.0), AccountsError::Amount);
        assert_eq!(error(account(1.0, 1.0, 11.0), 6.0), AccountsError::Satisfaction);
        assert_eq!(error(account(1.0, 1.0, 1.0), f64::NAN), AccountsError::Satisfaction);
        let equal = Accounts::new(vec![account(1.0, 5.0, 1.0); 3], 0.5).unwrap();
        assert_eq!((equal.best(), equal.at_risk()), (0, vec![]));
    }
}
