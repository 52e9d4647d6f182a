//! What two other methods make of the same customer, as sums of parts.

use super::contributions::hue;
use super::figures::stepped;
use super::grip::{self, Grip};
use super::input::Numbers;
use super::relations::{AccountParts, CareerParts, Number};
use super::{Case, Input};
use crate::chart::Chart;
use crate::chart::ladder::{Climb, Stair, climb};
use crate::model::average_revenue::average_discount_factor;
use crate::model::value_parts::{Account, Career};
use crate::words::{Language, label, relation as words};

/// Two methods that add up parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// History + current + potential.
    Career,
    /// Revenue − development + saving − concessions.
    Account,
}

impl Method {
    /// Its place among the two.
    pub const fn index(self) -> usize {
        match self {
            Self::Career => 0,
            Self::Account => 1,
        }
    }

    /// The numbers that are its parts, in order.
    const fn numbers(self) -> &'static [Number] {
        match self {
            Self::Career => &[Number::History, Number::Current, Number::Potential],
            Self::Account => {
                &[Number::Revenue, Number::Development, Number::Saving, Number::Concessions]
            }
        }
    }
}

impl Case {
    /// History, current and potential value of the customer.
    pub fn career(&self) -> Career {
        let CareerParts { history, current, potential, chance } = self.relations.career;
        Career { history, current, potential, chance }
    }

    /// Cost against benefit of the customer.
    pub fn account(&self) -> Account {
        let AccountParts { revenue, development, saving, concessions } = self.relations.account;
        Account { revenue, development, saving, concessions }
    }

    /// A method that adds up parts, as steps; none where a number is out of its range.
    pub fn method_figure(&self, method: Method, language: Language) -> Option<Chart> {
        let glass = self.glass(language);
        let grips = self.method_grips(method);
        let stairs: Vec<Stair> = self
            .method_parts(method)?
            .into_iter()
            .zip(method.numbers())
            .map(|(rise, number)| Stair {
                name: number.field(self).label.to(language).to_owned(),
                rise,
                ink: hue(rise).full(),
                handle: Some(Input::Relation(*number))
                    .filter(|input| grips.iter().any(|grip| grip.input == *input))
                    .map(|input| input.name(self, language)),
            })
            .collect();
        let sum = stairs.iter().map(|stair| stair.rise).sum();
        let about = Climb {
            title: words::METHODS[method.index()].to(language).to_owned(),
            summary: words::method_answer(glass, method.index(), sum),
            total: words::SUM.to(language).to_owned(),
            head: [words::PART, label::RUNG].map(|name| name.to(language).to_owned()),
        };
        Some(stepped(climb(&stairs, &about, glass), &grips))
    }

    /// What the short formula with the average discount factor gives.
    pub fn by_factor(&self) -> Option<f64> {
        let book = &self.customer.textbook;
        let factor = average_discount_factor(book.rate, book.years)?;
        Some((book.revenue - book.cost) * book.years * factor)
    }

    /// What the methods that answer a question give, each by its place among
    /// [`METHODS`](words::METHODS); those without a value are left out.
    pub fn methods_for(&self, question: usize) -> Vec<(usize, f64)> {
        let value = |method: &usize| {
            let value = match method {
                0 => self.career().total(),
                1 => self.account().total(),
                _ => self.by_factor(),
            };
            value.map(|value| (*method, value))
        };
        words::ANSWERS[question].iter().filter_map(value).collect()
    }

    /// The parts of a method as they count; none where a number is out of its range.
    pub fn method_parts(&self, method: Method) -> Option<Vec<f64>> {
        match method {
            Method::Career => self.career().parts().map(Into::into),
            Method::Account => self.account().parts().map(Into::into),
        }
    }

    /// The grips of that figure.
    pub fn method_grips(&self, method: Method) -> Vec<Grip> {
        let mut foot = 0.0;
        let parts = self.method_parts(method).unwrap_or_default();
        let grip = |(part, number): (f64, &Number)| {
            let input = Input::Relation(*number);
            let scale = match number {
                Number::Potential => 1.0 / self.relations.career.chance,
                Number::Development | Number::Concessions => -1.0,
                _ => 1.0,
            };
            let grip = Grip { input, zero: foot, scale, snap: grip::snap(self, input) };
            foot += part;
            scale.is_finite().then_some(grip)
        };
        parts.into_iter().zip(method.numbers()).filter_map(grip).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_e4_e5_and_e6_side_by_side() {
        let case = Case::default();
        let close = |found: f64, expected: f64| (found - expected).abs() < 0.005;
        assert_eq!(case.methods_for(0), [(0, 23_000.0)]);
        assert_eq!(case.methods_for(1), [(1, 9_000.0)]);
        let drivers = case.methods_for(2);
        assert!(drivers[0] == (1, 9_000.0) && close(drivers[1].1, 4_548.94));
    }

    #[test]
    fn every_handle_has_its_grip() {
        let mut case = Case::default();
        for chance in [0.4, 0.0] {
            case.relations.career.chance = chance;
            for method in [Method::Career, Method::Account] {
                let chart = case.method_figure(method, Language::Chinese).unwrap();
                let grips = case.method_grips(method);
                assert_eq!(chart.handles.len(), grips.len());
                for (handle, grip) in chart.handles.iter().zip(&grips) {
                    assert_eq!(Some(grip.value(&case, handle.at.1)), grip.input.get(&case));
                }
            }
        }
    }
}
