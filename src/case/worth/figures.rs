//! From the case to the figures of economic value, with the names the case gives them.

use super::super::figures::stepped;
use super::super::grip::Grip;
use super::super::{Case, Input};
use super::Number;
use crate::chart::worth::{Cast, Row, sides, waterfall};
use crate::chart::{Chart, Hue, demand};
use crate::model::economic_value::{Driver, EconomicValue};
use crate::model::willingness::Willingness;
use crate::words::{Language, worth as words};

/// A difference is about so many times smaller than the price it is added to.
const DIFFERENCE: f64 = 10.0;

impl Case {
    /// The input that a handle on each driver sets, in their order; none for one that is left out.
    fn driver_inputs(&self) -> Vec<Option<Input>> {
        let switching = (self.worth.switching > 0.0).then_some(Number::Switching);
        let differences = self.worth.differences.iter().map(|d| Some(Number::UnitValue(d.id)));
        differences.chain([switching]).map(|number| number.map(Input::Worth)).collect()
    }

    /// By how much each driver adds to the value for one of the input that its handle sets.
    fn rises(&self, value: &EconomicValue) -> Vec<f64> {
        let rise = |driver: &Driver| {
            driver.quantity * Driver { unit_value: 1.0, ..*driver }.per_unit(self.worth.claim)
        };
        value.drivers().iter().map(rise).collect()
    }

    /// Who takes part in the waterfall.
    fn worth_cast(&self, value: &EconomicValue, language: Language) -> Cast {
        let rival = self.alternative().unwrap_or_default();
        let name = |input: Input| input.name(self, language);
        let row = |(k, (input, rise)): (usize, (Option<Input>, f64))| {
            let input = input?;
            let difference = self.worth.differences.get(k);
            Some(Row {
                name: difference.map_or_else(|| name(input), |d| d.name.to(language).to_owned()),
                remark: difference.map_or("", |d| words::source(d.source).to(language)).to_owned(),
                handle: (rise != 0.0).then(|| name(input)),
            })
        };
        let offer = &self.offers[rival];
        let against = Row {
            name: offer.name.to(language).to_owned(),
            handle: Some(name(Input::Price(offer.id))),
            ..Row::default()
        };
        let inputs = self.driver_inputs().into_iter().zip(self.rises(value));
        Cast {
            glass: self.glass(language),
            rival: (against, Hue::offer(rival)),
            drivers: inputs.enumerate().map(row).collect(),
            price: name(Input::Price(self.offers[0].id)),
        }
    }

    /// From the alternative's price to the total economic value.
    pub fn waterfall_figure(&self, value: &EconomicValue, language: Language) -> Chart {
        let chart = waterfall(value, self.worth.claim, &self.worth_cast(value, language));
        stepped(chart, &self.waterfall_grips(value))
    }

    /// The grips of the waterfall: the alternative's price, each driver, and our price.
    pub fn waterfall_grips(&self, value: &EconomicValue) -> Vec<Grip> {
        let rival = self.alternative().unwrap_or_default();
        let mut grips = vec![self.price_grip(rival, 0.0)];
        let steps = value.waterfall(self.worth.claim);
        let froms = steps.iter().skip(1).map(|step| step.from);
        let inputs = self.driver_inputs().into_iter().zip(self.rises(value));
        for ((input, rise), from) in inputs.zip(froms) {
            if let Some(input) = input.filter(|_| rise != 0.0) {
                let about = value.terms().reference / rise.abs() / DIFFERENCE;
                grips.push(Grip { scale: 1.0 / rise, ..self.grip(input, from, about) });
            }
        }
        grips.push(self.price_grip(0, 0.0));
        grips
    }

    /// The grip of the price of the offer in place `index`, where no price is at `zero`. Its snap is
    /// that of the price it is compared with, which stays as it is while this one is moved.
    fn price_grip(&self, index: usize, zero: f64) -> Grip {
        let other = if index == 0 { self.alternative().unwrap_or_default() } else { 0 };
        self.grip(Input::Price(self.offers[index].id), zero, self.offers[other].price)
    }

    /// A grip that snaps as suits a value of `about` this size.
    fn grip(&self, input: Input, zero: f64, about: f64) -> Grip {
        Grip { input, zero, scale: 1.0, snap: input.field(self).step(about) }
    }

    /// What each side gains; none where that is beyond all amounts.
    pub fn sides_figure(&self, value: &EconomicValue, language: Language) -> Option<Chart> {
        let glass = self.glass(language);
        let gains = value.sides(self.worth.claim)?;
        let price = Input::Price(self.ours()?.id).name(self, language);
        Some(stepped(sides(&gains, value.terms().price, &price, glass), &self.sides_grips(value)))
    }

    /// The grip of that figure: our price, which is our cost where we gain nothing.
    pub fn sides_grips(&self, value: &EconomicValue) -> Vec<Grip> {
        vec![self.price_grip(0, -value.terms().cost)]
    }

    /// How many buy at each price.
    pub fn demand_figure(&self, willingness: &Willingness, language: Language) -> Chart {
        let ours = &self.offers[0];
        let handle = Input::Price(ours.id).name(self, language);
        let chart = demand::demand(willingness, ours.price, &handle, self.glass(language));
        stepped(chart, &self.demand_grips())
    }

    /// The grip of that figure: our price.
    pub fn demand_grips(&self) -> Vec<Grip> {
        vec![self.price_grip(0, 0.0)]
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{Sample, library};
    use super::*;

    #[test]
    fn every_handle_has_its_grip() {
        for sample in Sample::ALL {
            let mut case = library::open(sample);
            for switching in [0.0, 5.0] {
                case.worth.switching = switching;
                let value = case.economic_value().unwrap();
                let gains = case.sides_figure(&value, Language::Chinese).unwrap();
                for (chart, grips) in [
                    (
                        case.waterfall_figure(&value, Language::Chinese),
                        case.waterfall_grips(&value),
                    ),
                    (gains, case.sides_grips(&value)),
                ] {
                    assert_eq!(chart.handles.len(), grips.len(), "{sample:?}");
                    for (handle, grip) in chart.handles.iter().zip(&grips) {
                        let now = grip.input.get(&case).unwrap();
                        let there = grip.value(&case, handle.at.0);
                        assert!((there - now).abs() <= grip.snap / 2.0 + 1e-9, "{}", handle.label);
                        assert!(handle.step > 0.0);
                    }
                }
            }
        }
    }
}
