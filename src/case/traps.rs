//! The trap detector: the short formulas read in two ways with the numbers of the case, and which
//! reading leads to somebody's answer.

use super::figures::stepped;
use super::grip::{self, Grip};
use super::{Case, Input};
use crate::chart::Chart;
use crate::chart::traps::{self as figure, Line};
use crate::model::average_revenue::{average_discount_factor, over_life, per_period};
use crate::model::traps::{Customer, Reading, Trap};
use crate::words::traps::{self as words, Origin};
use crate::words::{Language, Unit};

/// Answers nearer than this, as a share, are the same.
const SAME: f64 = 0.001;

impl Case {
    /// The customer of the short formulas; none where a number is out of its range.
    fn book_customer(&self) -> Option<Customer> {
        let book = &self.customer.textbook;
        Customer::new(book.revenue, book.cost, book.years, book.rate)
    }

    /// What a reading gives for that customer; none where it has no finite value.
    pub fn reading(&self, reading: Reading) -> Option<f64> {
        self.book_customer()?.value(reading)
    }

    /// The average discount factor of the short formula.
    pub fn average_factor(&self) -> Option<f64> {
        let book = &self.customer.textbook;
        average_discount_factor(book.rate, book.years)
    }

    /// The average revenue as the books print it.
    pub fn as_printed(&self) -> Option<f64> {
        let book = &self.customer.textbook;
        per_period(book.total_revenue, book.life)
    }

    /// The average revenue as it is meant.
    pub fn as_meant(&self) -> f64 {
        let book = &self.customer.textbook;
        over_life(book.order, book.orders, book.life)
    }

    /// The readings that lead to somebody's answer.
    pub fn culprits(&self) -> Vec<Reading> {
        let found = self.customer.textbook.found;
        self.book_customer().map_or_else(Vec::new, |customer| customer.explain(found, SAME))
    }

    /// Whether the average revenue, as printed and as meant, leads to it.
    pub fn average_culprits(&self) -> [bool; 2] {
        let found = self.customer.textbook.found;
        [self.as_printed(), Some(self.as_meant())]
            .map(|value| value.is_some_and(|x| (x - found).abs() <= SAME * found.abs()))
    }

    /// Where somebody's answer comes from, in a sentence.
    pub fn traps_answer(&self, language: Language) -> String {
        let found = self.customer.textbook.found;
        // Of a trap that has a wrong side the right one; of the other convention the other.
        let instead = |reading: Reading| match reading {
            Reading::FirstNow => self.reading(Reading::FirstLater),
            Reading::FirstLater => self.reading(Reading::FirstNow),
            _ => self.reading(Reading::ByFactor),
        };
        let mut origins: Vec<Origin> = self
            .culprits()
            .into_iter()
            .map(|reading| Origin::Reading(reading, instead(reading)))
            .collect();
        let average = self.average_culprits();
        let averages = average.into_iter().zip([Origin::Printed, Origin::Meant]);
        origins.extend(averages.filter(|(hit, _)| *hit).map(|(_, origin)| origin));
        let values = Reading::ALL.into_iter().filter_map(|r| Some((r, self.reading(r)?)));
        let nearest = values.min_by(|a, b| (a.1 - found).abs().total_cmp(&(b.1 - found).abs()));
        words::answer(self.glass(language), found, &origins, nearest)
    }

    /// What every reading gives, and somebody's answer.
    pub fn traps_figure(&self, language: Language) -> Chart {
        let culprits = self.culprits();
        let wrong = |reading: Reading| {
            Trap::ALL.iter().any(|trap| trap.has_a_wrong_side() && trap.readings()[1] == reading)
        };
        let line = |reading: Reading| Line {
            name: words::short(reading).to(language).to_owned(),
            value: self.reading(reading),
            verdict: words::verdict(reading).to(language).to_owned(),
            wrong: wrong(reading),
            hit: culprits.contains(&reading),
        };
        let lines = Reading::ALL.map(line);
        let found = self.customer.textbook.found;
        let handle = Input::Found.name(self, language);
        let mut chart = figure::readings(&lines, found, &handle, self.glass(language));
        chart.summary = self.traps_answer(language);
        stepped(chart, &self.traps_grips())
    }

    /// The grip of that figure.
    pub fn traps_grips(&self) -> Vec<Grip> {
        let snap = grip::snap(self, Input::Found);
        vec![Grip { input: Input::Found, zero: 0.0, scale: 1.0, snap }]
    }

    /// What a reading gives, in words: with what it is the revenue of, for the readings that are
    /// revenue.
    pub fn reading_value(&self, reading: Reading, language: Language) -> Option<String> {
        let money = self.glass(language).value(self.reading(reading)?, Unit::Money);
        Some(match reading {
            Reading::ForLife => format!("{money} {}", words::FOR_LIFE.to(language)),
            Reading::PerYear => format!("{money} {}", words::PER_YEAR.to(language)),
            _ => money,
        })
    }

    /// The average revenue as printed and as meant, in words.
    pub fn average_values(&self, language: Language) -> [Option<String>; 2] {
        let money = |x: f64| self.glass(language).value(x, Unit::Money);
        let says = |x: f64, of: crate::words::Phrase| format!("{} {}", money(x), of.to(language));
        [
            self.as_printed().map(|x| says(x, words::PER_YEAR)),
            Some(says(self.as_meant(), words::FOR_LIFE)),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(found: f64) -> String {
        let mut case = Case::default();
        case.customer.textbook.found = found;
        case.traps_answer(Language::English)
    }

    #[test]
    fn rows_t2_and_e6_the_rate_in_place_of_the_factor() {
        let words = says(600.0);
        assert!(
            words.contains("rate instead of the factor") && words.contains("¥4,548.94"),
            "{words}"
        );
        assert!(says(4_549.0).contains("read rightly"));
        // Row E14 with five years: 80 % stay.
        assert!(says(3_200.0).contains("the other way gives ¥4,400"));
        assert!(says(11_372.0).contains("no cost taken off"));
    }

    #[test]
    fn rows_t1_and_e1_a_year_and_a_life() {
        assert!(says(24_000.0).contains("as printed"));
        assert!(says(6_000.0).contains("order × orders"));
        assert!(says(15_000.0).contains("revenue for life"));
        assert!(says(3_000.0).contains("revenue of a year"));
    }

    #[test]
    fn an_answer_from_nowhere_has_a_nearest_reading() {
        let words = says(700.0);
        assert!(
            words.contains("None") && words.contains("\"profit × rate\", ¥600, ¥100 away"),
            "{words}"
        );
        assert!(Case::default().culprits() == [Reading::ByRate]);
    }

    #[test]
    fn the_line_stands_at_the_answer() {
        let case = Case::default();
        let chart = case.traps_figure(Language::Chinese);
        let grips = case.traps_grips();
        assert_eq!((chart.handles.len(), grips.len()), (1, 1));
        assert_eq!(Some(grips[0].value(&case, chart.handles[0].at.0)), Input::Found.get(&case));
    }
}
