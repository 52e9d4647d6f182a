//! Ready lists of criteria, from the texts the course is built on.

use super::change::MIDDLE;
use super::{Benefit, Case, Criterion, Name};
use crate::words::Phrase;

/// A ready list of criteria with weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Preset {
    /// Kotler's four kinds of benefit.
    Kotler,
    /// Four levers of value: relation and image, physical, price, experience and service.
    Levers,
    /// Product, service, brand and experience, each with its parts.
    Parts,
    /// Quality, cost, service, innovation.
    Positioning,
    /// Speed, innovation, convenience, cost: the elements of a service.
    Service,
}

type Row = (&'static str, &'static str, Benefit, f64);

const KOTLER: &[Row] = &[
    ("产品", "Product", Benefit::Product, 25.0),
    ("服务", "Service", Benefit::Service, 25.0),
    ("人员", "People", Benefit::People, 25.0),
    ("形象", "Image", Benefit::Image, 25.0),
];

const LEVERS: &[Row] = &[
    ("关系与品牌", "Relation and brand", Benefit::Image, 20.0),
    ("产品的物理特性", "Physical product", Benefit::Product, 30.0),
    ("价格的经济特性", "Economy of the price", Benefit::Product, 30.0),
    ("客户体验与服务", "Experience and service", Benefit::Service, 20.0),
];

/// Two levels written as one: each part has its group's weight divided by the number of parts.
const PARTS: &[Row] = &[
    ("质量", "Quality", Benefit::Product, 40.0 / 4.0),
    ("功能", "Functions", Benefit::Product, 40.0 / 4.0),
    ("创新", "Innovation", Benefit::Product, 40.0 / 4.0),
    ("性价比", "Value for money", Benefit::Product, 40.0 / 4.0),
    ("售前服务", "Service before the sale", Benefit::Service, 25.0 / 3.0),
    ("售后服务", "Service after the sale", Benefit::Service, 25.0 / 3.0),
    ("定制服务", "Made to measure", Benefit::Service, 25.0 / 3.0),
    ("知名度", "Renown", Benefit::Image, 15.0 / 3.0),
    ("品牌形象", "Brand image", Benefit::Image, 15.0 / 3.0),
    ("品牌文化", "Brand culture", Benefit::Image, 15.0 / 3.0),
    ("购买体验", "Buying experience", Benefit::People, 20.0),
];

const POSITIONING: &[Row] = &[
    ("质量", "Quality", Benefit::Product, 40.0),
    ("成本", "Cost", Benefit::Product, 30.0),
    ("服务", "Service", Benefit::Service, 20.0),
    ("创新", "Innovation", Benefit::Product, 10.0),
];

const SERVICE: &[Row] = &[
    ("速度", "Speed", Benefit::Service, 40.0),
    ("创新", "Innovation", Benefit::Product, 30.0),
    ("方便", "Convenience", Benefit::Service, 20.0),
    ("成本", "Cost", Benefit::Product, 10.0),
];

impl Preset {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Kotler, Self::Levers, Self::Parts, Self::Positioning, Self::Service];

    /// What it is called.
    pub const fn name(self) -> Phrase {
        match self {
            Self::Kotler => Phrase::new(
                "科特勒：产品 服务 人员 形象",
                "Kotler: product, service, people, image",
            ),
            Self::Levers => Phrase::new("四个突破口", "Four levers of value"),
            Self::Parts => Phrase::new(
                "产品 服务 品牌 体验（11 项）",
                "Product, service, brand, experience (11 parts)",
            ),
            Self::Positioning => {
                Phrase::new("质量 成本 服务 创新", "Quality, cost, service, innovation")
            }
            Self::Service => {
                Phrase::new("速度 创新 方便 成本", "Speed, innovation, convenience, cost")
            }
        }
    }

    const fn rows(self) -> &'static [Row] {
        match self {
            Self::Kotler => KOTLER,
            Self::Levers => LEVERS,
            Self::Parts => PARTS,
            Self::Positioning => POSITIONING,
            Self::Service => SERVICE,
        }
    }
}

impl Case {
    /// Puts the criteria of `preset` in place of those of the case; every offer scores in the
    /// middle on all of them.
    pub fn take_preset(&mut self, preset: Preset) {
        self.criteria.clear();
        for (zh, en, benefit, weight) in preset.rows() {
            let id = self.fresh_id();
            let name = Name::Both { zh: (*zh).to_owned(), en: (*en).to_owned() };
            let (benefit, weight) = (*benefit, *weight);
            let known = Criterion { id, name, benefit, weight, ..Criterion::default() };
            self.criteria.push(Criterion { guess: MIDDLE, ..known });
        }
        for offer in &mut self.offers {
            offer.scores = vec![MIDDLE; self.criteria.len()];
        }
        let weights = self.weights();
        for segment in &mut self.market.segments {
            segment.weights.clone_from(&weights);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Sample, library};
    use super::*;

    fn scored(preset: Preset, scores: &[&[f64]]) -> Vec<f64> {
        let mut case = library::open(Sample::Rules);
        case.take_preset(preset);
        case.offers.truncate(scores.len());
        for (offer, scores) in case.offers.iter_mut().zip(scores) {
            offer.scores = scores.to_vec();
        }
        assert_eq!(case.clone().restored().as_ref(), Some(&case));
        let comparison = case.comparison().unwrap();
        comparison.standings().iter().map(|s| (s.mean_score * 1e9).round() / 1e9).collect()
    }

    #[test]
    fn rows_a6_a7_and_a14() {
        let wheel: [&[f64]; 2] = [&[7.0, 8.0, 5.0, 9.0], &[6.0, 7.0, 8.0, 5.0]];
        assert_eq!(scored(Preset::Levers, &wheel), [7.1, 6.7]);
        let parts: &[f64] = &[8.0, 7.0, 6.0, 5.0, 9.0, 8.0, 4.0, 6.0, 7.0, 8.0, 8.0];
        assert_eq!(scored(Preset::Parts, &[parts, parts]), [7.0, 7.0]);
        let operators: [&[f64]; 2] = [&[8.0, 6.0, 7.0, 5.0], &[6.0, 9.0, 6.0, 6.0]];
        assert_eq!(scored(Preset::Positioning, &operators), [6.9, 6.9]);
    }
}
