//! What a purchase costs us at each stage of buying, and what a saving leaves.

use super::super::figures::stepped;
use super::super::grip::{Grip, snap};
use super::super::{Case, Input};
use super::Number;
use crate::chart::Chart;
use crate::chart::buying::{Buying, costs};
use crate::words::{Language, cycle as words};

impl Case {
    /// The cost of the five stages of buying; none where a number is out of its range.
    pub fn buying_figure(&self, language: Language) -> Option<Chart> {
        let (before, after) = self.cycle.buying_costs()?;
        let glass = self.glass(language);
        let stage = words::BUYING[self.cycle.saved_stage.min(words::BUYING.len() - 1)];
        let totals = (before.total(), after.total());
        let handles = [0, 1, 2, 3, 4].map(|k| Input::Cycle(Number::Buying(k)).name(self, language));
        let summary = words::buying(glass, totals, stage, self.cycle.saved);
        let buying = Buying { before, after, handles, summary };
        Some(stepped(costs(&buying, glass), &self.buying_grips()))
    }

    /// What the handles of its figure set.
    pub fn buying_grips(&self) -> Vec<Grip> {
        let grip = |k| {
            let input = Input::Cycle(Number::Buying(k));
            Grip { input, zero: 0.0, scale: 1.0, snap: snap(self, input) }
        };
        (0..self.cycle.buying.len()).map(grip).collect()
    }
}
