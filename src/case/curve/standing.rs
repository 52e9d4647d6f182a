//! What a curve of one's own has come to: our share of the market beside those who follow.

use serde::{Deserialize, Serialize};

use super::super::figures::stepped;
use super::super::grip::Grip;
use super::super::{Case, Input};
use super::Number;
use crate::chart::Chart;
use crate::chart::standing::{self as figure, Part};
use crate::model::leadership::Leadership;
use crate::words::{Language, Unit, standing as words};

/// Shares that are dragged snap to this.
const SNAP: f64 = 0.005;

/// Shares of the market.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Standing {
    /// Ours.
    pub ours: f64,
    /// Those of the five who follow.
    pub others: [f64; 5],
}

impl Default for Standing {
    /// Formule 1, said to be as large as the next five together. Their shares are made up so that
    /// they come to its 39 %.
    fn default() -> Self {
        Self { ours: 0.39, others: [0.12, 0.10, 0.08, 0.06, 0.03] }
    }
}

impl Case {
    /// Our share beside those who follow; none where they come to more than the whole market.
    pub fn leadership(&self) -> Option<Leadership> {
        let Standing { ours, others } = &self.curve.standing;
        let all: Vec<f64> = std::iter::once(ours).chain(others).copied().collect();
        Leadership::new(&all)
    }

    /// Our share above those of the others end to end.
    pub fn standing_figure(&self, market: &Leadership, language: Language) -> Chart {
        let standing = &self.curve.standing;
        let glass = self.glass(language);
        let name = |number| Input::Curve(number).name(self, language);
        let part = |k: usize| Part {
            name: words::FOLLOWERS[k].to(language).to_owned(),
            share: standing.others[k],
            handle: name(Number::Other(k)),
        };
        let others: Vec<Part> = (0..standing.others.len()).map(part).collect();
        let ours = Part {
            name: words::US.to(language).to_owned(),
            share: standing.ours,
            handle: name(Number::Ours),
        };
        let mut chart = figure::standing(&ours, &others, glass);
        let share = |x: f64| glass.value(x, Unit::Share);
        let sum: f64 = standing.others.iter().sum();
        let largest = standing.others.iter().copied().fold(0.0, f64::max);
        chart.summary = if standing.ours < largest {
            words::behind(language, &share(standing.ours), &share(largest))
        } else {
            let times = [market.times_the_next(5), market.times_the_next(1)];
            let even = (standing.ours - sum).abs() < 5e-4;
            let ratios = times.map(|times| times.map(|x| glass.value(x, Unit::Times)));
            words::ahead(language, &share(standing.ours), &share(sum), &ratios, even)
        };
        stepped(chart, &self.standing_grips())
    }

    /// The grips of that figure: our share, then the others end to end.
    pub fn standing_grips(&self) -> Vec<Grip> {
        let standing = &self.curve.standing;
        let grip =
            |number, zero| Grip { input: Input::Curve(number), zero, scale: 1.0, snap: SNAP };
        let mut edge = 0.0;
        let others = standing.others.iter().enumerate().map(|(k, share)| {
            let foot = edge;
            edge += share;
            grip(Number::Other(k), foot)
        });
        let others: Vec<Grip> = others.collect();
        std::iter::once(grip(Number::Ours, 0.0)).chain(others).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_d5_as_large_as_the_next_five() {
        let mut case = Case::default();
        let market = case.leadership().unwrap();
        assert!((market.next(5) - 0.39).abs() < 1e-12);
        let says = |case: &Case| {
            let market = case.leadership().unwrap();
            case.standing_figure(&market, Language::English).summary
        };
        assert_eq!(
            says(&case),
            "We have 39%, the five who follow 39% together: as large as all five, and 3.25× the second."
        );
        case.curve.standing.ours = 0.5;
        assert!(says(&case).contains("1.28× all five"));
        case.curve.standing.ours = 0.1;
        assert!(says(&case).contains("not the first"));
        case.curve.standing.others = [0.0; 5];
        assert!(says(&case).ends_with("Nobody follows."));
        case.curve.standing.others = [0.3; 5];
        assert_eq!(case.leadership(), None);
    }

    #[test]
    fn every_handle_has_its_grip() {
        let case = Case::default();
        let market = case.leadership().unwrap();
        let chart = case.standing_figure(&market, Language::Chinese);
        let grips = case.standing_grips();
        assert_eq!(chart.handles.len(), grips.len());
        for (handle, grip) in chart.handles.iter().zip(&grips) {
            assert_eq!(
                Some(grip.value(&case, handle.at.0)),
                grip.input.get(&case),
                "{}",
                handle.label
            );
        }
    }
}
