//! How the market is divided: into one segment, into more, or as a text of the course has it.

use super::{Case, HALVING, Market, Number, Segment, USUAL_HALVING};
use crate::case::change::{Rows, numbered};
use crate::case::{Id, Input, Name};
use crate::words::Phrase;

/// A ready division of the market.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Segmentation {
    /// All customers alike.
    Whole,
    /// Traditional, independent, pragmatic, fashionable, price-driven.
    Five,
}

/// A segment of the five: name, share of heads, value of a customer, how far the usual rise that
/// halves the odds is stretched, and what the four kinds of benefit count.
type Row = (&'static str, &'static str, f64, f64, f64, [f64; 4]);

/// Names and shares stand in the text; values, price sense and weights are illustrations of ours.
const FIVE: [Row; 5] = [
    ("传统型", "Traditional", 0.15, 300.0, 1.0, [35.0, 25.0, 25.0, 15.0]),
    ("经典独立型", "Classic independent", 0.20, 500.0, 1.5, [50.0, 20.0, 10.0, 20.0]),
    ("实利主义型", "Pragmatic", 0.35, 200.0, 0.8, [55.0, 30.0, 10.0, 5.0]),
    ("时尚追随型", "Fashion-led", 0.10, 800.0, 2.0, [20.0, 15.0, 10.0, 55.0]),
    ("价格导向型", "Price-driven", 0.20, 50.0, 0.4, [65.0, 20.0, 10.0, 5.0]),
];

impl Segmentation {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Whole, Self::Five];

    /// What it is called.
    pub const fn name(self) -> Phrase {
        match self {
            Self::Whole => Phrase::new("不细分：全部客户一群", "No segments: all customers alike"),
            Self::Five => Phrase::new(
                "五个细分：传统 独立 实利 时尚 价格",
                "Five segments: traditional, independent, pragmatic, fashion, price",
            ),
        }
    }
}

impl Case {
    /// A rise of the price that might halve the odds, to begin with.
    fn usual_halving(&self) -> f64 {
        let most = [self.perfect_money, self.offers.first().map_or(0.0, |ours| ours.price), 10.0];
        let worth = most.into_iter().find(|worth| *worth > 0.0 && worth.is_finite());
        (worth.unwrap_or_default() / USUAL_HALVING).clamp(HALVING.0, HALVING.1)
    }

    /// The market as it is before anybody has divided it.
    pub(in crate::case) fn whole_market(&self) -> Segment {
        Segment {
            id: Id::default(),
            name: Name::Both { zh: "全部客户".into(), en: "All customers".into() },
            share: 1.0,
            halving: self.usual_halving(),
            ..Segment::default()
        }
    }

    /// Divides the market in a ready way; undo brings the present segments back.
    pub fn take_segmentation(&mut self, segmentation: Segmentation) {
        let heads = self.market.heads;
        let rest = Market { segments: Vec::new(), ..self.market.clone() };
        let own = segmentation == Segmentation::Five;
        self.market = Market { heads, own_weights: own, own_values: own, ..rest };
        let segments = match segmentation {
            Segmentation::Whole => {
                vec![Segment { weights: self.weights(), ..self.whole_market() }]
            }
            Segmentation::Five => FIVE.iter().map(|row| self.of_five(row)).collect(),
        };
        for segment in segments {
            let id = self.fresh_id();
            self.market.segments.push(Segment { id, ..segment });
        }
    }

    fn of_five(&self, (zh, en, share, value, stretch, kinds): &Row) -> Segment {
        Segment {
            id: Id::default(),
            name: Name::Both { zh: (*zh).to_owned(), en: (*en).to_owned() },
            share: *share,
            halving: (self.usual_halving() * stretch).clamp(HALVING.0, HALVING.1),
            value: *value,
            passing: 0.0,
            weights: self.weights_by_kind(*kinds),
        }
    }

    /// Weights by which each kind of benefit counts as given, divided among its criteria as they
    /// count now. Those of the criteria where that leaves none.
    fn weights_by_kind(&self, kinds: [f64; 4]) -> Vec<f64> {
        let of_kind = |k: usize| self.criteria.iter().filter(move |c| c.benefit.index() == k);
        let sums: [f64; 4] = std::array::from_fn(|k| of_kind(k).map(|c| c.weight).sum());
        let weight = |c: &crate::case::Criterion| {
            let k = c.benefit.index();
            if sums[k] > 0.0 {
                (kinds[k] * c.weight / sums[k] * 100.0).round() / 100.0
            } else {
                0.0
            }
        };
        let weights: Vec<f64> = self.criteria.iter().map(weight).collect();
        if weights.iter().any(|w| *w > 0.0) { weights } else { self.weights() }
    }

    /// Adds a segment: half of the last one, which judges like it.
    pub(in crate::case) fn add_segment(&mut self, id: Id) {
        let name = numbered("细分", "Segment", self.market.segments.len() + 1);
        let Some(last) = self.market.segments.last_mut() else { return };
        last.share /= 2.0;
        let fresh = Segment { id, name, ..last.clone() };
        self.market.segments.push(fresh);
    }

    /// Lets each segment weigh the criteria in its own way, beginning with the common weights; or
    /// all in the common way again.
    pub fn weigh_apart(&mut self, apart: bool) {
        self.market.own_weights = apart;
        let common = self.weights();
        let blank = |s: &&mut Segment| s.weights.iter().all(|w| *w == 0.0);
        for segment in self.market.segments.iter_mut().filter(|s| apart && blank(s)) {
            segment.weights.clone_from(&common);
        }
    }

    /// Gives each segment a value of its own, beginning with the common one; or takes it away.
    pub fn value_apart(&mut self, apart: bool) {
        self.market.own_values = apart;
        let common = self.lifetime().map_or(0.0, |lifetime| lifetime.net());
        let blank = apart && self.market.segments.iter().all(|s| s.value == 0.0);
        for id in self.row_ids(Rows::Segments).into_iter().filter(|_| blank) {
            let input = Input::Market(Number::Value(id));
            let field = input.field(self);
            input.set(self, common.clamp(field.low, field.high));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{Sample, library};
    use super::*;
    use crate::case::preset::Preset;

    #[test]
    fn every_way_to_divide_is_whole_on_every_sample() {
        for sample in Sample::ALL {
            for segmentation in Segmentation::ALL {
                let mut case = library::open(sample);
                case.take_segmentation(segmentation);
                assert_eq!(case.clone().restored().as_ref(), Some(&case));
                assert!(case.choices().is_ok() && case.equity().is_ok());
            }
        }
    }

    #[test]
    fn weights_follow_the_kinds_of_benefit_and_stay_with_their_criteria() {
        let mut case = library::open(Sample::Rules);
        case.take_preset(Preset::Kotler);
        case.take_segmentation(Segmentation::Five);
        assert_eq!(case.market.segments[3].weights, [20.0, 15.0, 10.0, 55.0]);
        case.shift_row(Rows::Criteria, case.criteria[0].id, false);
        assert_eq!(case.market.segments[3].weights, [15.0, 20.0, 10.0, 55.0]);
        case.add_row(Rows::Criteria);
        assert_eq!(case.market.segments[3].weights[4], case.criteria[4].weight);
        case.take_preset(Preset::Positioning);
        assert_eq!(case.market.segments[3].weights, [40.0, 30.0, 20.0, 10.0]);
    }

    #[test]
    fn a_new_segment_is_split_off() {
        let mut case = library::open(Sample::Coffee);
        case.take_segmentation(Segmentation::Whole);
        case.add_row(Rows::Segments);
        let shares: Vec<f64> = case.market.segments.iter().map(|s| s.share).collect();
        assert_eq!(shares, [0.5, 0.5]);
        assert_eq!(case.segment_heads(), [case.market.heads / 2.0; 2]);
    }

    #[test]
    fn what_is_common_is_where_each_begins() {
        let mut case = library::open(Sample::Coffee);
        case.take_segmentation(Segmentation::Whole);
        case.market.segments[0].weights = vec![0.0; 4];
        case.weigh_apart(true);
        case.value_apart(true);
        assert_eq!(case.market.segments[0].weights, case.weights());
        assert_eq!(case.market.segments[0].value, case.lifetime().unwrap().net());
    }
}
