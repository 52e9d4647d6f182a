//! The rest of a customer's wallet, and what a gain at their expense puts at risk.

use super::figures::stepped;
use super::grip::{self, Grip};
use super::relations::{Number, Relations};
use super::{Case, Earning, Input};
use crate::chart::relation::{self, Purse, Temptation};
use crate::chart::{Chart, Table};
use crate::model::conflict::Conflict;
use crate::model::lifetime::LifetimeError;
use crate::model::wallet::{Growth, Wallet};
use crate::words::{Language, Unit, relation as words};

/// What a larger share brings, and what as much growth by more customers would take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WalletGrowth {
    /// The wallet.
    pub wallet: Wallet,
    /// Growth by share.
    pub by_share: Growth,
    /// How many new customers bring as much; none where a customer brings nothing.
    pub heads: Option<f64>,
    /// Growth by these.
    pub by_heads: Option<Growth>,
    /// What a year of growth is worth over all years counted.
    pub present: f64,
}

/// Why there is no growth of the wallet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WalletError {
    /// The customer spends more with us than in all.
    MoreThanAll,
    /// There is not so much share left.
    NoneLeft,
    /// The result is beyond all numbers.
    TooLarge,
}

/// Why there is no conflict to weigh.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConflictError {
    /// The customer has no lifetime value.
    Lifetime(LifetimeError),
    /// The customer costs more than they bring: there is nothing to lose.
    NothingToLose,
}

impl Case {
    /// What we sell this customer a year.
    pub fn sold_a_year(&self) -> f64 {
        let customer = &self.customer;
        let a_period = match customer.earning {
            Earning::Offer => self.ours().map_or(0.0, |ours| ours.price) * customer.purchases,
            Earning::Margin | Earning::Revenue => customer.revenue,
        };
        a_period * customer.period.a_year()
    }

    /// Sets what we sell this customer a year, by more purchases or more revenue a period.
    pub(super) fn set_sold_a_year(&mut self, sold: f64) {
        let a_period = sold / self.customer.period.a_year();
        let (input, value) = match self.customer.earning {
            Earning::Offer => {
                let price = self.ours().map_or(0.0, |ours| ours.price);
                (Input::Purchases, a_period / price)
            }
            Earning::Margin | Earning::Revenue => (Input::Revenue, a_period),
        };
        if value.is_finite() {
            let field = input.field(self);
            input.set(self, value.clamp(field.low, field.high));
        }
    }

    /// What a larger share of the wallet brings.
    ///
    /// # Errors
    /// [`WalletError`] says why there is no such growth.
    pub fn wallet(&self) -> Result<WalletGrowth, WalletError> {
        let Relations { spend, points, customers, effort, .. } = self.relations;
        let wallet = Wallet::new(spend, self.sold_a_year(), customers);
        let wallet = wallet.ok_or(WalletError::MoreThanAll)?;
        let by_share = wallet.by_share(points, effort).ok_or(WalletError::NoneLeft)?;
        let heads = wallet.heads_equal_to(points);
        let acquisition = self.customer.acquisition;
        let present = by_share.present_value(self.customer.discount, self.years());
        Ok(WalletGrowth {
            wallet,
            by_share,
            heads,
            by_heads: heads.and_then(|heads| wallet.by_heads(heads, acquisition)),
            present: present.ok_or(WalletError::TooLarge)?,
        })
    }

    /// The wallet as a bar: ours, what we want more of, the rest.
    pub fn wallet_figure(&self, growth: &WalletGrowth, language: Language) -> Chart {
        let purse = Purse {
            spend: self.relations.spend,
            ours: self.sold_a_year(),
            more: self.relations.points * self.relations.spend,
            share: growth.wallet.share(),
            handles: [Number::WithUs, Number::Points]
                .map(|number| Input::Relation(number).name(self, language)),
        };
        let glass = self.glass(language);
        let mut chart = relation::purse(&purse, glass);
        chart.summary = words::wallet_answer(
            glass,
            (purse.spend, purse.ours, purse.share.unwrap_or_default()),
            (self.relations.points, growth.by_share.yearly, growth.present),
            (self.relations.customers, self.years()),
        );
        stepped(chart, &self.wallet_grips())
    }

    /// The two ways to grow by the same revenue.
    pub fn growth_table(&self, growth: &WalletGrowth, language: Language) -> Table {
        let glass = self.glass(language);
        let money = |x: f64| glass.value(x, Unit::Money);
        let row = |name, grown: &Growth| {
            vec![name, money(grown.yearly), money(growth.present), money(grown.cost)]
        };
        let mut rows = vec![row(words::by_share(glass, self.relations.points), &growth.by_share)];
        if let (Some(heads), Some(by_heads)) = (growth.heads, growth.by_heads) {
            rows.push(row(words::by_heads(glass, heads), &by_heads));
        }
        Table { head: words::GROWTH.map(|name| name.to(language).to_owned()).into(), rows }
    }

    /// The grips of that figure.
    pub fn wallet_grips(&self) -> Vec<Grip> {
        let ours = self.sold_a_year();
        let with_us = Input::Relation(Number::WithUs);
        let snap = grip::snap(self, with_us);
        let scale = if self.relations.spend > 0.0 { 1.0 / self.relations.spend } else { 0.0 };
        vec![
            Grip { input: with_us, zero: 0.0, scale: 1.0, snap },
            Grip { input: Input::Relation(Number::Points), zero: ours, scale, snap: 0.01 },
        ]
    }

    /// A gain now against the customer we may lose by it: the value of all margins still to come.
    ///
    /// # Errors
    /// [`ConflictError`] says why there is nothing to weigh.
    pub fn conflict(&self) -> Result<Conflict, ConflictError> {
        let value = self.lifetime().map_err(ConflictError::Lifetime)?.value();
        Conflict::new(self.relations.gain, self.relations.risk, value)
            .ok_or(ConflictError::NothingToLose)
    }

    /// What is left of the gain at each risk.
    pub fn conflict_figure(&self, conflict: &Conflict, language: Language) -> Chart {
        let temptation = Temptation {
            gain: self.relations.gain,
            risk: self.relations.risk,
            value: self.lifetime().map_or(0.0, |lifetime| lifetime.value()),
            handles: [Number::Gain, Number::Risk]
                .map(|number| Input::Relation(number).name(self, language)),
        };
        let chart = relation::conflict(&temptation, conflict, self.glass(language));
        stepped(chart, &self.conflict_grips())
    }

    /// The grips of that figure.
    pub fn conflict_grips(&self) -> Vec<Grip> {
        let gain = Input::Relation(Number::Gain);
        let risk = Input::Relation(Number::Risk);
        vec![
            Grip { input: gain, zero: 0.0, scale: 1.0, snap: grip::snap(self, gain) },
            Grip { input: risk, zero: 0.0, scale: 1.0, snap: 0.01 },
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Period;

    /// Row A18.
    #[test]
    fn row_a18_ten_points() {
        let mut case = Case::default();
        Input::Relation(Number::WithUs).set(&mut case, 3_500.0);
        Input::Years.set(&mut case, 5.0);
        let growth = case.wallet().unwrap();
        assert_eq!(growth.wallet.share(), Some(0.35));
        assert_eq!(growth.by_share.yearly, 1_000.0);
        assert!((growth.present - 3_790.79).abs() < 0.005);
        assert!((growth.heads.unwrap() - 10.0 / 35.0).abs() < 1e-12);
        case.relations.points = 0.66;
        assert_eq!(case.wallet(), Err(WalletError::NoneLeft));
        case.relations.spend = 3_000.0;
        assert_eq!(case.wallet(), Err(WalletError::MoreThanAll));
    }

    /// What is sold a year is the price times the purchases, whichever period they are counted in.
    #[test]
    fn what_is_sold_a_year_follows_the_offer() {
        let mut case = crate::case::library::open(crate::case::Sample::Coffee);
        assert_eq!(case.sold_a_year(), 2_500.0);
        case.set_sold_a_year(3_500.0);
        assert_eq!(case.customer.purchases, 140.0);
        case.customer.period = Period::Month;
        case.set_sold_a_year(3_000.0);
        assert_eq!(case.customer.purchases, 10.0);
        case.offers[0].price = 0.0;
        case.set_sold_a_year(3_000.0);
        assert_eq!((case.customer.purchases, case.sold_a_year()), (10.0, 0.0));
    }

    /// Row A16: 300 for ever with four chances in five are worth 1,500 undiscounted.
    #[test]
    fn row_a16_break_even_risk() {
        let mut case = Case::default();
        case.customer.margin = 300.0;
        case.customer.discount = 0.0;
        case.customer.acquisition = 500.0;
        let conflict = case.conflict().unwrap();
        assert!((conflict.expected_loss() - 450.0).abs() < 1e-9, "what is spent is not lost again");
        assert!((conflict.net() + 250.0).abs() < 1e-9);
        assert!((conflict.break_even_risk().unwrap() - 0.133_333).abs() < 1e-6);
        case.customer.margin = -1.0;
        assert_eq!(case.conflict(), Err(ConflictError::NothingToLose));
        case.customer.retention = 1.0;
        assert!(matches!(case.conflict(), Err(ConflictError::Lifetime(_))));
    }
}
