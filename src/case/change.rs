//! Rows of a case: adding, removing, moving and renaming.

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
}

/// Score of an offer nobody has scored yet: the middle.
const MIDDLE: f64 = 5.0;

impl Rows {
    /// The least and the greatest number of rows.
    pub const fn limits(self) -> (usize, usize) {
        match self {
            Self::Offers => OFFERS,
            Self::Criteria => CRITERIA,
            Self::Rungs => RUNGS,
            Self::Amounts => AMOUNTS,
        }
    }
}

impl Case {
    /// The identities of the rows, in order.
    pub fn row_ids(&self, rows: Rows) -> Vec<Id> {
        match rows {
            Rows::Offers => self.offers.iter().map(|row| row.id).collect(),
            Rows::Criteria => self.criteria.iter().map(|row| row.id).collect(),
            Rows::Rungs => self.ladder.iter().map(|row| row.id).collect(),
            Rows::Amounts => self.customer.amounts.iter().map(|row| row.id).collect(),
        }
    }

    /// The name of a row, where rows of its kind have one.
    pub fn row_name(&self, rows: Rows, id: Id) -> Option<&Name> {
        match rows {
            Rows::Offers => self.offers.iter().find(|row| row.id == id).map(|row| &row.name),
            Rows::Criteria => self.criteria.iter().find(|row| row.id == id).map(|row| &row.name),
            Rows::Rungs => self.ladder.iter().find(|row| row.id == id).map(|row| &row.name),
            Rows::Amounts => None,
        }
    }

    /// Gives a row the name that was typed.
    pub fn rename_row(&mut self, rows: Rows, id: Id, text: &str) {
        let place = match rows {
            Rows::Offers => self.offers.iter_mut().find(|o| o.id == id).map(|o| &mut o.name),
            Rows::Criteria => self.criteria.iter_mut().find(|c| c.id == id).map(|c| &mut c.name),
            Rows::Rungs => self.ladder.iter_mut().find(|r| r.id == id).map(|r| &mut r.name),
            Rows::Amounts => None,
        };
        if let Some(name) = place {
            *name = Name::typed(text);
        }
    }

    /// Adds a row at the end and says which; none where there is no room.
    pub fn add_row(&mut self, rows: Rows) -> Option<Id> {
        let count = self.row_ids(rows).len();
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
        }
        Some(id)
    }

    /// Adds an offer like the last one, scored in the middle.
    fn add_offer(&mut self, id: Id) {
        let name = numbered("方案", "Offer", self.offers.len() + 1);
        let scores = vec![MIDDLE; self.criteria.len()];
        let last = self.offers.last().cloned().unwrap_or_default();
        self.offers.push(Offer { id, name, scores, ..last });
    }

    /// Adds a criterion of average weight on which all offers score in the middle.
    fn add_criterion(&mut self, id: Id) {
        let name = numbered("标准", "Criterion", self.criteria.len() + 1);
        let sum: f64 = self.criteria.iter().map(|c| c.weight).sum();
        let mean = sum / self.criteria.len().max(1) as f64;
        let weight = if mean >= 1.0 { mean.round() } else { mean };
        let guess = MIDDLE;
        self.criteria.push(Criterion { id, name, weight, guess, ..Criterion::default() });
        for offer in &mut self.offers {
            offer.scores.push(MIDDLE);
        }
    }

    /// Removes a row, unless it is the last that must stay.
    pub fn remove_row(&mut self, rows: Rows, id: Id) {
        let ids = self.row_ids(rows);
        let Some(k) = ids.iter().position(|row| *row == id) else { return };
        if ids.len() <= rows.limits().0 {
            return;
        }
        match rows {
            Rows::Offers => drop(self.offers.remove(k)),
            Rows::Rungs => drop(self.ladder.remove(k)),
            Rows::Amounts => drop(self.customer.amounts.remove(k)),
            Rows::Criteria => {
                self.criteria.remove(k);
                for offer in &mut self.offers {
                    offer.scores.remove(k);
                }
            }
        }
    }

    /// Moves a row one place up (towards the first) or down.
    pub fn shift_row(&mut self, rows: Rows, id: Id, up: bool) {
        let ids = self.row_ids(rows);
        let Some(from) = ids.iter().position(|row| *row == id) else { return };
        let to = if up { from.wrapping_sub(1) } else { from + 1 };
        if to >= ids.len() {
            return;
        }
        match rows {
            Rows::Offers => self.offers.swap(from, to),
            Rows::Rungs => self.ladder.swap(from, to),
            Rows::Amounts => self.customer.amounts.swap(from, to),
            Rows::Criteria => {
                self.criteria.swap(from, to);
                for offer in &mut self.offers {
                    offer.scores.swap(from, to);
                }
            }
        }
    }
}

fn numbered(zh: &str, en: &str, number: usize) -> Name {
    Name::Both { zh: format!("{zh}{number}"), en: format!("{en} {number}") }
}

#[cfg(test)]
mod tests {
    use super::super::{Sample, library};
    use super::*;
    use crate::words::Language;

    const ALL: [Rows; 4] = [Rows::Offers, Rows::Criteria, Rows::Rungs, Rows::Amounts];

    #[test]
    fn rows_fill_up_to_the_limit_and_empty_down_to_it() {
        for rows in ALL {
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
