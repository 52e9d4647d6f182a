//! From the rules to their figures.

use super::super::grip::{Grip, PlaneGrip};
use super::{Case, grip};
use crate::case::Counting;
use crate::chart::{Along, Chart, rules, value_map};
use crate::model::rules::{Reading, Rule, Rules};
use crate::model::value_map::ValueMap;
use crate::words::Language;

/// How many snaps an arrow key moves.
const KEY: f64 = 10.0;

/// `chart` with handles that an arrow key moves by ten snaps of their inputs, which are fine.
fn stepped(mut chart: Chart, grips: &[PlaneGrip]) -> Chart {
    let step = |grip: Option<Grip>| grip.map_or(0.0, |grip| KEY * grip.step());
    for (handle, grip) in chart.handles.iter_mut().zip(grips) {
        let (across, up) = (step(grip.x), step(grip.y));
        handle.step = if handle.along == Along::Y { up } else { across };
        if let Along::Both { step, .. } = &mut handle.along {
            *step = up;
        }
    }
    chart
}

impl Case {
    /// The offers on the value map.
    pub fn value_map_figure(&self, map: &ValueMap, language: Language) -> Chart {
        let chart = value_map::map(map, &self.cast(language));
        stepped(chart, &grip::value_map(self, map))
    }

    /// The rules that can be applied: in points there is no economic value.
    pub fn readings<'a>(&self, rules: &'a Rules) -> Vec<&'a Reading> {
        let applies = |rule: Rule| rule != Rule::EconomicValue || self.counting == Counting::Money;
        rules.readings().iter().filter(|reading| applies(reading.rule)).collect()
    }

    /// The rank of each offer by each rule.
    pub fn rules_figure(&self, rules: &Rules, language: Language) -> Chart {
        rules::ranks(&self.readings(rules), &self.cast(language))
    }
}
