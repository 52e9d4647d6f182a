//! Rows of a case: adding, removing, moving and renaming.

use super::base::{self, Count, NamedAccount};
use super::curve::{self, CostChange, PriceClass};
use super::cycle;
use super::market;
use super::measures::{self, Measure};
use super::owning::{self, OwningCost};
use super::row::List;
use super::worth::{self, Answer, Difference};
use super::{AMOUNTS, Amount, CRITERIA, Case, Criterion, Id, Name, OFFERS, Offer, RUNGS, Rung};

/// The lists of rows a case has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rows {
    /// What the customer can choose from.
    Offers,
    /// What the customer looks for.
    Criteria,
    /// The steps of the price ladder.
    Rungs,
    /// The yearly amounts.
    Amounts,
    /// The costs of owning beside the price.
    OwningCosts,
    /// What we do better or worse than the next best alternative.
    Differences,
    /// What people would pay at most.
    Answers,
    /// The segments of the market.
    Segments,
    /// How many of a cohort under contract are there.
    Counts,
    /// Customers by name.
    Accounts,
    /// Classes of prices.
    PriceClasses,
    /// What our curve saves and takes.
    CostChanges,
    /// What would raise the customer's value.
    Measures,
    /// The points of the life cycle.
    Moments,
}

/// Score of an offer nobody has scored yet: the middle.
pub(super) const MIDDLE: f64 = 5.0;

impl Rows {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::Offers,
        Self::Criteria,
        Self::Rungs,
        Self::Amounts,
        Self::OwningCosts,
        Self::Differences,
        Self::Answers,
        Self::Segments,
        Self::Counts,
        Self::Accounts,
        Self::PriceClasses,
        Self::CostChanges,
        Self::Measures,
        Self::Moments,
    ];

    /// The least and the greatest number of rows.
    pub const fn limits(self) -> (usize, usize) {
        match self {
            Self::Offers => OFFERS,
            Self::Criteria => CRITERIA,
            Self::Rungs => RUNGS,
            Self::Amounts => AMOUNTS,
            Self::OwningCosts => owning::COSTS,
            Self::Differences => worth::DIFFERENCES,
            Self::Answers => worth::ANSWERS,
            Self::Segments => market::SEGMENTS,
            Self::Counts => base::COUNTS,
            Self::Accounts => base::ACCOUNTS,
            Self::PriceClasses => curve::CLASSES,
            Self::CostChanges => curve::CHANGES,
            Self::Measures => measures::MEASURES,
            Self::Moments => cycle::POINTS,
        }
    }

    /// What stands in a column of numbers for a new row: the middle of a score, or nothing.
    const fn fresh_number(self) -> f64 {
        match self {
            Self::Criteria => MIDDLE,
            _ => 0.0,
        }
    }
}

impl Case {
    /// The rows of one kind.
    pub(super) fn list(&self, rows: Rows) -> &dyn List {
        match rows {
            Rows::Offers => &self.offers,
            Rows::Criteria => &self.criteria,
            Rows::Rungs => &self.ladder,
            Rows::Amounts => &self.customer.amounts,
            Rows::OwningCosts => &self.owning.costs,
            Rows::Differences => &self.worth.differences,
            Rows::Answers => &self.worth.answers,
            Rows::Segments => &self.market.segments,
            Rows::Counts => &self.base.counts,
            Rows::Accounts => &self.base.accounts,
            Rows::PriceClasses => &self.curve.classes,
            Rows::CostChanges => &self.curve.changes,
            Rows::Measures => &self.measures.rows,
            Rows::Moments => &self.cycle.points,
        }
    }

    /// The same, to be changed.
    pub(super) fn list_mut(&mut self, rows: Rows) -> &mut dyn List {
        match rows {
            Rows::Offers => &mut self.offers,
            Rows::Criteria => &mut self.criteria,
            Rows::Rungs => &mut self.ladder,
            Rows::Amounts => &mut self.customer.amounts,
            Rows::OwningCosts => &mut self.owning.costs,
            Rows::Differences => &mut self.worth.differences,
            Rows::Answers => &mut self.worth.answers,
            Rows::Segments => &mut self.market.segments,
            Rows::Counts => &mut self.base.counts,
            Rows::Accounts => &mut self.base.accounts,
            Rows::PriceClasses => &mut self.curve.classes,
            Rows::CostChanges => &mut self.curve.changes,
            Rows::Measures => &mut self.measures.rows,
            Rows::Moments => &mut self.cycle.points,
        }
    }

    /// For every row that has them the numbers that stand in the order of `rows`.
    pub(super) fn columns(&mut self, rows: Rows) -> Vec<&mut Vec<f64>> {
        match rows {
            Rows::Criteria => {
                let scores = self.offers.iter_mut().map(|offer| &mut offer.scores);
                let weights = self.market.segments.iter_mut().map(|segment| &mut segment.weights);
                scores.chain(weights).collect()
            }
            Rows::OwningCosts => self.offers.iter_mut().map(|offer| &mut offer.owning).collect(),
            _ => Vec::new(),
        }
    }

    /// The identities of the rows, in order.
    pub fn row_ids(&self, rows: Rows) -> Vec<Id> {
        let list = self.list(rows);
        (0..list.count()).map(|k| list.row(k).id()).collect()
    }

    /// The place of a row.
    fn row_index(&self, rows: Rows, id: Id) -> Option<usize> {
        let list = self.list(rows);
        (0..list.count()).find(|k| list.row(*k).id() == id)
    }

    /// The name of a row, where rows of its kind have one.
    pub fn row_name(&self, rows: Rows, id: Id) -> Option<&Name> {
        self.list(rows).row(self.row_index(rows, id)?).name()
    }

    /// Gives a row the name that was typed; an empty one leaves it the name it has.
    pub fn rename_row(&mut self, rows: Rows, id: Id, text: &str) {
        let Some(k) = self.row_index(rows, id) else { return };
        // Nothing can be said of what has no name.
        if text.trim().is_empty() {
            return;
        }
        if let Some(name) = self.list_mut(rows).row_mut(k).name_mut() {
            *name = Name::typed(text);
        }
    }

    /// Adds a row at the end and says which; none where there is no room.
    pub fn add_row(&mut self, rows: Rows) -> Option<Id> {
        let count = self.list(rows).count();
        if count >= rows.limits().1 {
            return None;
        }
        let id = self.fresh_id();
        match rows {
            Rows::Offers => self.add_offer(id),
            Rows::Criteria => self.add_criterion(id),
            Rows::Rungs => {
                let name = numbered("体验", "Layer", count);
                self.ladder.push(Rung { id, name, amount: 0.0 });
            }
            Rows::Amounts => {
                let amount = self.customer.amounts.last().map_or(0.0, |last| last.amount);
                self.customer.amounts.push(Amount { id, amount });
            }
            Rows::OwningCosts => {
                let name = numbered("代价", "Cost", count + 1);
                self.owning.costs.push(OwningCost { id, name, ..OwningCost::default() });
            }
            Rows::Differences => {
                let name = numbered("差异", "Difference", count + 1);
                self.worth.differences.push(Difference::new(id, name));
            }
            Rows::Answers => {
                let name = numbered("回答", "Answer", count + 1);
                let most = self.worth.answers.last().map_or(0.0, |last| last.most);
                self.worth.answers.push(Answer { id, name, most });
            }
            Rows::Segments => self.add_segment(id),
            Rows::Counts => {
                let customers = self.base.counts.last().map_or(0.0, |last| last.customers);
                self.base.counts.push(Count { id, customers });
            }
            Rows::Accounts => {
                let name = numbered("客户", "Customer", count + 1);
                let last = self.base.accounts.last().cloned().unwrap_or_default();
                self.base.accounts.push(NamedAccount { id, name, ..last });
            }
            Rows::PriceClasses => {
                let name = numbered("价格带", "Class", count + 1);
                self.curve.classes.push(PriceClass { id, name, ..PriceClass::default() });
            }
            Rows::CostChanges => {
                let name = numbered("成本", "Cost", count + 1);
                let factor = self.criteria.first().map(|c| c.id).unwrap_or_default();
                let price = self.ours().map_or(100.0, |ours| ours.price);
                let change = CostChange { id, name, factor, price, ..CostChange::default() };
                self.curve.changes.push(change);
            }
            Rows::Measures => {
                let name = numbered("措施", "Measure", count + 1);
                self.measures.rows.push(Measure { id, name, ..Measure::default() });
            }
            Rows::Moments => self.cycle.add_point(id),
        }
        let fresh = rows.fresh_number();
        for column in self.columns(rows) {
            column.push(fresh);
        }
        if rows == Rows::Criteria {
            self.weigh_newest();
        }
        Some(id)
    }

    /// Adds an offer just like the last one: until somebody fills it in, it is no better and no
    /// worse.
    fn add_offer(&mut self, id: Id) {
        let name = numbered("方案", "Offer", self.offers.len() + 1);
        let last = self.offers.last().cloned().unwrap_or_default();
        self.offers.push(Offer { id, name, ..last });
    }

    /// Adds a criterion of average weight.
    fn add_criterion(&mut self, id: Id) {
        let name = numbered("标准", "Criterion", self.criteria.len() + 1);
        let sum: f64 = self.criteria.iter().map(|c| c.weight).sum();
        let mean = sum / self.criteria.len().max(1) as f64;
        let weight = if mean >= 1.0 { mean.round() } else { mean };
        let guess = MIDDLE;
        self.criteria.push(Criterion { id, name, weight, guess, ..Criterion::default() });
    }

    /// Lets every segment weigh the newest criterion as all do.
    fn weigh_newest(&mut self) {
        let Some(weight) = self.criteria.last().map(|c| c.weight) else { return };
        for newest in self.market.segments.iter_mut().filter_map(|s| s.weights.last_mut()) {
            *newest = weight;
        }
    }

    /// Removes a row, unless it is the last that must stay.
    pub fn remove_row(&mut self, rows: Rows, id: Id) {
        let Some(k) = self.row_index(rows, id) else { return };
        if self.list(rows).count() <= rows.limits().0 {
            return;
        }
        self.list_mut(rows).drop_row(k);
        for column in self.columns(rows) {
            column.remove(k);
        }
    }

    /// Moves a row one place up (towards the first) or down.
    pub fn shift_row(&mut self, rows: Rows, id: Id, up: bool) {
        let Some(from) = self.row_index(rows, id) else { return };
        let to = if up { from.wrapping_sub(1) } else { from + 1 };
        if to >= self.list(rows).count() {
            return;
        }
        self.list_mut(rows).swap_rows(from, to);
        for column in self.columns(rows) {
            column.swap(from, to);
        }
    }
}

/// A name with a number, in both languages.
pub(super) fn numbered(zh: &str, en: &str, number: usize) -> Name {
    Name::Both { zh: format!("{zh}{number}"), en: format!("{en} {number}") }
}

#[cfg(test)]
mod tests {
    use super::super::{Sample, library};
    use super::*;
    use crate::words::Language;

    #[test]
    fn rows_fill_up_to_the_limit_and_empty_down_to_it() {
        for rows in Rows::ALL {
            let mut case = library::open(Sample::Coffee);
            while case.add_row(rows).is_some() {}
            assert_eq!(case.row_ids(rows).len(), rows.limits().1, "{rows:?}");
            assert_eq!(case.clone().restored(), Some(case.clone()), "{rows:?} is whole");
            for id in case.row_ids(rows) {
                case.remove_row(rows, id);
            }
            assert_eq!(case.row_ids(rows).len(), rows.limits().0, "{rows:?}");
            assert_eq!(case.clone().restored(), Some(case), "{rows:?} is whole");
        }
    }

    #[test]
    fn scores_move_with_their_criterion() {
        let mut case = library::open(Sample::Coffee);
        let second = case.criteria[1].id;
        let before: Vec<f64> = case.offers.iter().map(|o| o.scores[1]).collect();
        let net = case.comparison().unwrap().standings()[0].net();
        case.shift_row(Rows::Criteria, second, true);
        assert_eq!(case.criteria[0].id, second);
        assert_eq!(case.offers.iter().map(|o| o.scores[0]).collect::<Vec<_>>(), before);
        assert!((case.comparison().unwrap().standings()[0].net() / net - 1.0).abs() < 1e-12);
        case.shift_row(Rows::Criteria, second, true);
        assert_eq!(case.criteria[0].id, second, "the first stays first");
    }

    #[test]
    fn a_name_is_taken_as_typed() {
        let mut case = library::open(Sample::Coffee);
        let id = case.offers[0].id;
        case.rename_row(Rows::Offers, id, "瑞幸");
        assert_eq!(case.offers[0].name.to(Language::English), "瑞幸");
    }
}
