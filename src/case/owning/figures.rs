//! From what owning costs to its figures.

use super::super::figures::stepped;
use super::super::grip::Grip;
use super::{Case, Id, grip};
use crate::chart::ownership::{self, Duel, Parties};
use crate::chart::{Along, Chart, Handle, Hue};
use crate::model::ownership::Difference;
use crate::model::tally::Tally;
use crate::words::{Language, ownership as words};

impl Case {
    /// Offers and kinds of cost by name.
    pub fn parties(&self, language: Language) -> Parties {
        let costs = self.owning.costs.iter().map(|cost| cost.name.to(language).to_owned());
        Parties {
            glass: self.glass(language),
            offers: self.offers.iter().map(|o| o.name.to(language).to_owned()).collect(),
            kinds: std::iter::once(words::PRICE.to(language).to_owned()).chain(costs).collect(),
        }
    }

    /// Costs of every offer by kind.
    pub fn cost_bars_figure(&self, tally: &Tally, language: Language) -> Chart {
        let amounts = |id: Id| -> Vec<f64> {
            self.owning_inputs(id).into_iter().map(|i| i.get(self).unwrap_or_default()).collect()
        };
        let amounts: Vec<Vec<f64>> = self.offers.iter().map(|offer| amounts(offer.id)).collect();
        let chart = ownership::by_kind(tally, &amounts, &self.parties(language));
        stopped(stepped(chart, &grip::by_kind(self, tally)))
    }

    /// Costs of every offer by year.
    pub fn cost_years_figure(&self, tally: &Tally, language: Language) -> Chart {
        ownership::by_year(tally, &self.parties(language))
    }

    /// What our offer has cost less than the one in place `rival`, with a handle for our price.
    pub fn saving_figure(
        &self,
        difference: &Difference,
        rival: usize,
        language: Language,
    ) -> Chart {
        let parties = self.parties(language);
        let mut chart = ownership::saving(&Duel { difference, rival, parties: &parties });
        let grip = self.ours().and_then(|ours| grip::saving(self, ours.id, difference));
        let spot = chart.spots.get(grip::priced_year(self)).map(|spot| spot.at);
        if let (Some(grip), Some(at)) = (grip, spot) {
            chart.handles.push(price_handle(self, grip, at, chart.y.range, language));
        }
        chart
    }

    /// What makes the difference between our offer and the one in place `rival`.
    pub fn drivers_figure(
        &self,
        difference: &Difference,
        rival: usize,
        language: Language,
    ) -> Chart {
        let parties = self.parties(language);
        ownership::drivers(&Duel { difference, rival, parties: &parties })
    }
}

/// `chart` with handles that stop a step before their bar is nothing: it would take them with it.
fn stopped(mut chart: Chart) -> Chart {
    for handle in &mut chart.handles {
        let (low, high) = handle.range;
        handle.range = if handle.at.0 < 0.0 {
            (low, (high - handle.step).max(low))
        } else {
            ((low + handle.step).min(high), high)
        };
    }
    chart
}

/// Our price, where the running difference moves with it.
fn price_handle(
    case: &Case,
    grip: Grip,
    at: (f64, f64),
    range: (f64, f64),
    language: Language,
) -> Handle {
    let glass = case.glass(language);
    let price = grip.input.get(case).unwrap_or_default();
    Handle {
        at,
        along: Along::Y,
        range,
        step: grip.step(),
        label: grip.input.name(case, language),
        reading: glass.value(price, grip.input.field(case).unit),
        ink: Hue::Ours.full(),
        quiet: false,
    }
}
