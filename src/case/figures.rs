//! From the case to its figures: the models' results with the names the case gives them.

use super::grip::{self, Grip};
use super::{Case, Input, sensitivity};
use crate::chart::ladder::{Climb, Stair, climb};
use crate::chart::perceived::{self, Cast};
use crate::chart::tornado::{Row, Storm, tornado};
use crate::chart::{Chart, Hue};
use crate::model::cash_flow::CashFlow;
use crate::model::lifetime::Lifetime;
use crate::model::perceived::Comparison;
use crate::model::swing::Swing;
use crate::words::{Glass, Language, Unit, label, lifetime as life, perceived as worth};

/// How far each input of the lead is moved.
const LEAD_SHARE: f64 = 0.1;
/// How far each input of lifetime value is moved.
const LIFETIME_SHARE: f64 = 0.2;

/// `chart` with handles that an arrow key moves by one snap of their input.
pub(super) fn stepped(mut chart: Chart, grips: &[Grip]) -> Chart {
    for (handle, grip) in chart.handles.iter_mut().zip(grips) {
        handle.step = grip.step();
    }
    chart
}

impl Case {
    /// How a reader of `language` sees the case's numbers.
    pub const fn glass(&self, language: Language) -> Glass {
        Glass { language, currency: self.currency }
    }

    /// Offers and criteria by name.
    pub fn cast(&self, language: Language) -> Cast {
        Cast {
            glass: self.glass(language),
            unit: self.worth_unit(),
            offers: self.offers.iter().map(|o| o.name.to(language).to_owned()).collect(),
            criteria: self.criteria.iter().map(|c| c.name.to(language).to_owned()).collect(),
        }
    }

    /// Benefit and cost of every offer.
    pub fn bars_figure(&self, comparison: &Comparison, language: Language) -> Chart {
        let chart = perceived::bars(comparison, self.perfect(), &self.cast(language));
        stepped(chart, &grip::bars(self, comparison))
    }

    /// What moves our lead over the best rival.
    pub fn lead_figure(&self, comparison: &Comparison, language: Language) -> Chart {
        let rival = comparison.best_rival(0);
        let swings = sensitivity::lead_swings(self, rival, LEAD_SHARE);
        let lead = comparison.lead_over(0, rival);
        let glass = self.glass(language);
        let unit = self.worth_unit();
        let storm = Storm {
            title: worth::TORNADO.to(language).to_owned(),
            result: lead,
            reading: worth::standing(glass, unit, self.offers[rival].name.to(language), lead),
            unit,
        };
        tornado(&swings, &self.storm_rows(&swings, language), &storm, glass)
    }

    /// What moves lifetime value.
    pub fn lifetime_storm_figure(&self, lifetime: &Lifetime, language: Language) -> Chart {
        let swings = sensitivity::lifetime_swings(self, LIFETIME_SHARE);
        let glass = self.glass(language);
        let net = lifetime.net();
        let reading = format!("{} {}", life::NET.to(language), glass.value(net, Unit::Money));
        let title = life::TORNADO.to(language).to_owned();
        let storm = Storm { title, result: net, reading, unit: Unit::Money };
        tornado(&swings, &self.storm_rows(&swings, language), &storm, glass)
    }

    fn storm_rows(&self, swings: &[Swing<Input>], language: Language) -> Vec<Row> {
        let glass = self.glass(language);
        let row = |swing: &Swing<Input>| Row {
            name: swing.input.name(self, language),
            value: glass
                .value(swing.input.get(self).unwrap_or_default(), swing.input.field(self).unit),
        };
        swings.iter().map(row).collect()
    }

    /// Our guesses and the customer's scores; none where there is nothing to compare.
    pub fn perception_figure(&self, language: Language) -> Option<Chart> {
        let perception = self.perception()?;
        let guesses: Vec<f64> = self.criteria.iter().map(|c| c.guess).collect();
        let scores = &self.ours()?.scores;
        let chart = perceived::perception(&perception, scores, &guesses, &self.cast(language));
        Some(stepped(chart, &grip::guesses(self)))
    }

    /// Our price from the commodity upwards.
    pub fn ladder_figure(&self, language: Language) -> Chart {
        let glass = self.glass(language);
        let stair = |(k, rung): (usize, &super::Rung)| Stair {
            name: rung.name.to(language).to_owned(),
            rise: rung.amount,
            ink: if k == 0 { Hue::Quiet.full() } else { Hue::Ours.faded(1) },
            handle: Some(Input::Rung(rung.id).name(self, language)),
        };
        let stairs: Vec<Stair> = self.ladder.iter().enumerate().map(stair).collect();
        let ladder = self.price_ladder();
        let about = Climb {
            title: worth::LADDER.to(language).to_owned(),
            summary: ladder.map_or_else(String::new, |ladder| {
                worth::ladder_answer(glass, ladder.experience_share(), ladder.multiple())
            }),
            total: worth::PRICE.to(language).to_owned(),
            head: [worth::LADDER, label::RUNG].map(|name| name.to(language).to_owned()),
        };
        stepped(climb(&stairs, &about, glass), &grip::ladder(self))
    }

    /// Present values year by year, and their sum.
    pub fn cash_flow_figure(&self, flow: &CashFlow, language: Language) -> Chart {
        let glass = self.glass(language);
        let stair = |(amount, present): (&super::Amount, &f64)| Stair {
            name: Input::Amount(amount.id).name(self, language),
            rise: *present,
            ink: if *present < 0.0 { Hue::Loss.full() } else { Hue::Gain.full() },
            handle: Some(Input::Amount(amount.id).name(self, language)),
        };
        let stairs: Vec<Stair> =
            self.customer.amounts.iter().zip(flow.present()).map(stair).collect();
        let about = Climb {
            title: life::CASH_FLOW.to(language).to_owned(),
            summary: life::cash_flow_answer(glass, flow.npv(), flow.amounts().iter().sum()),
            total: life::NPV.to(language).to_owned(),
            head: [life::COLUMNS[0], life::PRESENT].map(|name| name.to(language).to_owned()),
        };
        stepped(climb(&stairs, &about, glass), &grip::cash_flow(self))
    }
}
