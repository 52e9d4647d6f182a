//! Some of the customers, in some order; all of them for a spreadsheet.

use super::answer::List;
use super::base::Base;
use super::question::{Column, Headings, Listing};
use crate::model::customers::Group;
use crate::model::customers::write::{Cell, Sheet};

impl Base {
    /// Some of the customers, in some order.
    pub(super) fn list(&self, listing: &Listing) -> List {
        let wanted = listing.name.trim().to_lowercase();
        let fits = |k: &usize| {
            let group = self.segments.places()[*k].group;
            let named = || self.name(*k).to_lowercase().contains(&wanted);
            listing.group.is_none_or(|only| only == group) && (wanted.is_empty() || named())
        };
        let mut all: Vec<usize> = (0..self.summary.customers().len()).filter(fits).collect();
        if listing.by == Column::Name {
            all.sort_by_cached_key(|k| self.name(*k).to_owned());
        } else {
            let key = |k: &usize| self.number(*k, listing.by).unwrap_or(f64::NEG_INFINITY);
            all.sort_by(|one, other| key(one).total_cmp(&key(other)));
        }
        if !listing.rising {
            all.reverse();
        }
        let row = |k: &usize| {
            let customer = &self.summary.customers()[*k];
            let group = self.segments.places()[*k].group;
            (customer.id, self.name(*k).to_owned(), group, self.numbers(*k))
        };
        let rows = all.iter().skip(listing.from).take(listing.count).map(row).collect();
        List { listing: listing.clone(), fit: all.len(), rows }
    }

    fn name(&self, k: usize) -> &str {
        self.ledger.name(self.summary.customers()[k].id)
    }

    /// What stands in the columns behind the name.
    fn numbers(&self, k: usize) -> [Option<f64>; 6] {
        let columns = &Column::ALL[1..];
        std::array::from_fn(|column| self.number(k, columns[column]))
    }

    fn number(&self, k: usize, column: Column) -> Option<f64> {
        let customer = &self.summary.customers()[k];
        let judged = self.judged.as_ref();
        match column {
            Column::Name => None,
            Column::Purchases => Some(f64::from(customer.purchases)),
            Column::Silence => Some(customer.silence()),
            Column::Spend => self.ledger.priced().then_some(customer.spend),
            Column::Alive => judged.map(|judged| judged.alive[k]),
            Column::Expected => judged.map(|judged| judged.expected[k]),
            Column::Value => Some(judged?.value.as_ref()?[k]),
        }
    }

    /// All customers as a table for spreadsheets, the most valuable first.
    pub fn export(&self, headings: &Headings) -> String {
        let mut order: Vec<usize> = (0..self.summary.customers().len()).collect();
        let key = |k: &usize| self.number(*k, Column::Value).unwrap_or(f64::NEG_INFINITY);
        order.sort_by(|one, other| key(other).total_cmp(&key(one)));
        let mut sheet = Sheet::default();
        let names = headings.columns.iter().chain([&headings.group]);
        sheet.row(names.map(|name| Cell::Text(name)));
        let group = |group: Group| {
            let place = Group::ALL.iter().position(|other| *other == group).unwrap_or_default();
            headings.groups.get(place).map_or("", String::as_str)
        };
        for k in order {
            let numbers = self.numbers(k).map(|x| Cell::Number(x.map_or(f64::NAN, rounded)));
            let of = Cell::Text(group(self.segments.places()[k].group));
            sheet.row([Cell::Text(self.name(k))].into_iter().chain(numbers).chain([of]));
        }
        sheet.into_text()
    }
}

/// To six decimals: more is noise in a spreadsheet.
fn rounded(x: f64) -> f64 {
    libm::round(x * 1e6) / 1e6
}
