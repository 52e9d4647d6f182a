//! What an offer's benefit is made of: the kinds of benefit, and the criteria within each.
//!
//! The weights of the criteria are the only ones that are stored. A kind weighs what its criteria
//! weigh together; where that is set, they keep their proportions.

use super::grip::{self, Grip};
use super::input::{MOST_WEIGHT, snapped};
use super::{Benefit, Case, Criterion, Id, Input};
use crate::chart::Chart;
use crate::chart::composition::{Block, Leaf, Making, composition};
use crate::model::perceived::TOP_SCORE;
use crate::model::weights::{TreeScore, WeightTree};
use crate::words::{Language, perceived as words};

/// The two levels of weights, and what every offer scores on them.
#[derive(Clone, Debug, PartialEq)]
pub struct Composition {
    /// The kinds of benefit that count, each with the places of its criteria.
    pub kinds: Vec<(Benefit, Vec<usize>)>,
    /// Their weights.
    pub tree: WeightTree,
    /// What each offer scores, in order.
    pub scores: Vec<TreeScore>,
}

impl Composition {
    /// The kind in which an offer has most to gain, and how much its total would rise if all of
    /// that kind were perfect.
    pub fn most_to_gain(&self, offer: usize) -> Option<(Benefit, f64)> {
        let score = self.scores.get(offer)?;
        let shares = self.tree.branches().shares().iter();
        let gains = shares.zip(&score.branches).map(|(share, score)| share * (TOP_SCORE - score));
        let kinds = self.kinds.iter().map(|(benefit, _)| *benefit);
        kinds.zip(gains).filter(|(_, gain)| *gain > 0.0).max_by(|a, b| a.1.total_cmp(&b.1))
    }
}

impl Case {
    fn of_kind(&self, benefit: Benefit) -> impl Iterator<Item = (usize, &Criterion)> {
        self.criteria.iter().enumerate().filter(move |(_, c)| c.benefit == benefit)
    }

    /// What all criteria of one kind weigh together; none where there is none.
    pub fn kind_weight(&self, benefit: Benefit) -> Option<f64> {
        self.of_kind(benefit).map(|(_, criterion)| criterion.weight).reduce(|a, b| a + b)
    }

    /// Gives the criteria of one kind this weight together: all in proportion, or all alike where
    /// they had none.
    pub fn set_kind_weight(&mut self, benefit: Benefit, weight: f64) {
        let Some(sum) = self.kind_weight(benefit) else { return };
        let count = self.of_kind(benefit).count() as f64;
        let factor = weight / sum;
        for criterion in self.criteria.iter_mut().filter(|c| c.benefit == benefit) {
            let share = if factor.is_finite() { criterion.weight * factor } else { weight / count };
            // A product of two roundings may end a bit above what it stands for.
            criterion.weight = share.min(MOST_WEIGHT);
        }
    }

    /// The share of a criterion in all weights; none where there is no such criterion, or no weight.
    pub fn weight_share(&self, id: Id) -> Option<f64> {
        let sum: f64 = self.criteria.iter().map(|criterion| criterion.weight).sum();
        let weight = self.criteria.iter().find(|criterion| criterion.id == id)?.weight;
        (sum > 0.0).then_some(weight / sum)
    }

    /// The kinds of benefit with their criteria; none where nothing has a weight.
    pub fn composition(&self) -> Option<Composition> {
        let counts = |benefit: &Benefit| self.kind_weight(*benefit).is_some_and(|w| w > 0.0);
        let kinds: Vec<(Benefit, Vec<usize>)> = Benefit::ALL
            .into_iter()
            .filter(counts)
            .map(|benefit| (benefit, self.of_kind(benefit).map(|(k, _)| k).collect()))
            .collect();
        let branches: Vec<f64> =
            kinds.iter().filter_map(|(benefit, _)| self.kind_weight(*benefit)).collect();
        let each = |of: &dyn Fn(usize) -> f64| -> Vec<Vec<f64>> {
            kinds.iter().map(|(_, places)| places.iter().map(|k| of(*k)).collect()).collect()
        };
        let tree = WeightTree::new(&branches, &each(&|k| self.criteria[k].weight)).ok()?;
        let score = |offer: &super::Offer| tree.score(&each(&|k| offer.scores[k]));
        let scores = self.offers.iter().map(score).collect::<Option<Vec<_>>>()?;
        Some(Composition { kinds, tree, scores })
    }

    /// The kinds of benefit as blocks as wide as their weights, with our scores as heights; none
    /// where nothing has a weight.
    pub fn composition_figure(&self, language: Language) -> Option<Chart> {
        let made = self.composition()?;
        let (ours, score) = (self.ours()?, made.scores.first()?);
        let leaf = |place: usize, share: f64| {
            let criterion = &self.criteria[place];
            Leaf {
                name: criterion.name.to(language).to_owned(),
                share,
                score: ours.scores[place],
                handle: Input::Score(ours.id, criterion.id).name(self, language),
            }
        };
        let block = |(k, (benefit, places)): (usize, &(Benefit, Vec<usize>))| {
            let share = made.tree.branches().shares()[k];
            let within = made.tree.leaves()[k].shares().iter();
            Block {
                name: kind_name(*benefit, language),
                share,
                score: score.branches[k],
                leaves: places.iter().zip(within).map(|(p, v)| leaf(*p, share * v)).collect(),
                handle: Input::KindWeight(*benefit).name(self, language),
            }
        };
        let blocks: Vec<Block> = made.kinds.iter().enumerate().map(block).collect();
        let making = Making {
            ours: ours.name.to(language).to_owned(),
            total: score.total,
            most: made.most_to_gain(0).map(|(kind, gain)| (kind_name(kind, language), gain)),
        };
        let mut chart = composition(&blocks, &making, self.glass(language));
        let borders = self.borders(&made);
        for (handle, border) in chart.handles.iter_mut().zip(&borders) {
            handle.step = border.step();
        }
        Some(chart)
    }

    /// The borders between the blocks, which set the weights of their kinds.
    fn borders(&self, made: &Composition) -> Vec<Border> {
        let weights: Vec<f64> =
            made.kinds.iter().filter_map(|(benefit, _)| self.kind_weight(*benefit)).collect();
        let border = |k: usize| Border {
            input: Input::KindWeight(made.kinds[k].0),
            before: weights[..k].iter().sum(),
            weight: weights[k],
            after: weights[k + 1..].iter().sum(),
            snap: grip::snap(self, Input::KindWeight(made.kinds[k].0)),
        };
        (0..weights.len().saturating_sub(1)).map(border).collect()
    }

    /// What handle `k` of the figure sets when it is dragged to `place`: first come the borders
    /// between the kinds, then the scores.
    pub fn composition_dragged(&self, k: usize, place: f64) -> Option<(Input, f64)> {
        let made = self.composition()?;
        let borders = self.borders(&made);
        if let Some(border) = borders.get(k) {
            return Some((border.input, border.weight_at(place)));
        }
        let leaf = made.kinds.iter().flat_map(|(_, places)| places).nth(k - borders.len())?;
        let input = Input::Score(self.ours()?.id, self.criteria[*leaf].id);
        let grip = Grip { input, zero: 0.0, scale: 1.0, snap: 0.1 };
        Some((input, grip.value(self, place)))
    }
}

fn kind_name(benefit: Benefit, language: Language) -> String {
    words::KINDS[benefit.index()].to(language).to_owned()
}

/// The right border of a block: where it stands follows from all weights.
struct Border {
    input: Input,
    before: f64,
    weight: f64,
    after: f64,
    snap: f64,
}

impl Border {
    /// The weight at which the border stands at `share` of the whole width.
    fn weight_at(&self, share: f64) -> f64 {
        let weight = (share * (self.before + self.after) - self.before) / (1.0 - share).max(1e-3);
        snapped(weight, self.snap).clamp(self.snap, 1e6)
    }

    /// One snap of the weight, on the axis.
    fn step(&self) -> f64 {
        let whole = self.before + self.weight + self.after;
        (self.snap / whole * (self.after / whole)).min(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::super::preset::Preset;
    use super::super::{Sample, library};
    use super::*;

    /// Row A7 with the ready list of eleven parts.
    fn row_a7() -> Case {
        let mut case = library::open(Sample::Coffee);
        case.take_preset(Preset::Parts);
        case.offers[0].scores = vec![8.0, 7.0, 6.0, 5.0, 9.0, 8.0, 4.0, 6.0, 7.0, 8.0, 8.0];
        case
    }

    #[test]
    fn row_a7_two_levels() {
        let made = row_a7().composition().unwrap();
        let ours = &made.scores[0];
        let of = |benefit| {
            let place = made.kinds.iter().position(|(kind, _)| *kind == benefit).unwrap();
            ours.branches[place]
        };
        let found = Benefit::ALL.map(of);
        for (found, expected) in found.into_iter().zip([6.5, 7.0, 8.0, 7.0]) {
            assert!((found - expected).abs() < 1e-12, "{found}");
        }
        assert!((ours.total - 7.0).abs() < 1e-12);
        let (kind, gain) = made.most_to_gain(0).unwrap();
        assert_eq!(kind, Benefit::Product);
        assert!((gain - 0.4 * 3.5).abs() < 1e-12);
    }

    #[test]
    fn a_kind_that_is_weighed_keeps_the_proportions_within() {
        let mut case = row_a7();
        case.criteria[0].weight = 20.0;
        case.set_kind_weight(Benefit::Product, 100.0);
        let weights: Vec<f64> = case.criteria[..4].iter().map(|c| c.weight).collect();
        assert_eq!(weights, [40.0, 20.0, 20.0, 20.0]);
        case.set_kind_weight(Benefit::Product, 0.0);
        assert_eq!(case.kind_weight(Benefit::Product), Some(0.0));
        assert_eq!(case.composition().unwrap().kinds.len(), 3);
        case.set_kind_weight(Benefit::Product, 8.0);
        assert_eq!(case.criteria[0].weight, 2.0);
        case.criteria.retain(|c| c.benefit != Benefit::People);
        assert_eq!(case.kind_weight(Benefit::People), None);
        case.criteria.iter_mut().for_each(|c| c.weight = 5e-324);
        case.set_kind_weight(Benefit::Product, 40.0);
        assert_eq!(case.criteria[0].weight, 10.0);
        case.criteria.iter_mut().for_each(|c| c.weight = 0.0);
        assert_eq!(case.composition(), None);
    }

    #[test]
    fn a_border_stands_where_it_is_dragged_to() {
        let mut case = row_a7();
        let (input, weight) = case.composition_dragged(0, 0.5).unwrap();
        assert_eq!((input, weight), (Input::KindWeight(Benefit::Product), 60.0));
        input.set(&mut case, weight);
        let made = case.composition().unwrap();
        assert!((made.tree.branches().shares()[0] - 0.5).abs() < 1e-12);
        // An arrow key goes on by one snap.
        let chart = case.composition_figure(Language::Chinese).unwrap();
        let next = chart.handles[0].at.0 + chart.handles[0].step;
        assert_eq!(case.composition_dragged(0, next).unwrap().1, 61.0);
        let scores = case.composition_dragged(chart.handles.len() - 1, 7.26).unwrap();
        assert_eq!(scores.1, 7.3);
    }
}
