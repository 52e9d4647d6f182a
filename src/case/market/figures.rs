//! From the market to its figures and tables, with the names the case gives.

use super::levers::{CUT, Effect, Lever};
use super::{Case, Number};
use crate::case::Input;
use crate::case::grip::{self, Grip};
use crate::chart::price::{self, Pricing};
use crate::chart::segments::{self, Split};
use crate::chart::{Chart, Table, positions};
use crate::model::choice::{BestPrice, Market};
use crate::model::positioning::Positioning;
use crate::model::segments::Segments;
use crate::words::{Glass, Language, Piece, Unit, segments as words};

/// `chart` with its one handle moved by one snap of its input.
fn stepped(mut chart: Chart, grip: Option<Grip>) -> Chart {
    if let (Some(handle), Some(grip)) = (chart.handles.first_mut(), grip) {
        handle.step = grip.step();
    }
    chart
}

impl Case {
    /// The names of the offers.
    fn offer_names(&self, language: Language) -> Vec<String> {
        self.offers.iter().map(|o| o.name.to(language).to_owned()).collect()
    }

    /// The names of the segments.
    fn segment_names(&self, language: Language) -> Vec<String> {
        self.market.segments.iter().map(|s| s.name.to(language).to_owned()).collect()
    }

    /// How each segment divides among the offers, everybody first; everybody alone where there is
    /// one segment.
    fn splits(&self, market: &Market, language: Language) -> Vec<Split> {
        let heads = self.segment_heads();
        let all: f64 = heads.iter().sum();
        let may_pass = self.market.may_pass;
        let outcomes = market.outcomes();
        let offers: Vec<f64> = outcomes.iter().map(|outcome| outcome.share).collect();
        let passing = may_pass.then(|| (1.0 - offers.iter().sum::<f64>()).max(0.0));
        let name = words::EVERYBODY.to(language).to_owned();
        let mut splits = vec![Split { name, heads: all, share: 1.0, offers, passing }];
        if heads.len() > 1 {
            for (k, name) in self.segment_names(language).into_iter().enumerate() {
                let Some(shares) = market.segment_shares(k) else { continue };
                let share = if all > 0.0 { heads[k] / all } else { 0.0 };
                let passing = may_pass.then_some(shares.outside);
                splits.push(Split { name, heads: heads[k], share, offers: shares.offers, passing });
            }
        }
        splits
    }

    /// Who chooses what.
    pub fn choices_figure(&self, market: &Market, language: Language) -> Chart {
        let splits = self.splits(market, language);
        segments::choices(&splits, &self.offer_names(language), self.glass(language))
    }

    /// Our share, and where it is largest.
    pub fn choices_answer(&self, market: &Market, glass: Glass) -> Vec<Piece> {
        let outcomes = market.outcomes();
        let name = |k: usize| self.offers[k].name.to(glass.language);
        let heads = self.segment_heads();
        let ours = |k: usize| market.segment_shares(k).map_or(0.0, |shares| shares.offers[0]);
        let by_share = |of: &dyn Fn(usize) -> f64, places: &mut dyn Iterator<Item = usize>| {
            places.reduce(|best, next| if of(next) > of(best) { next } else { best })
        };
        let segment = by_share(&ours, &mut (0..heads.len()).filter(|k| heads[*k] > 0.0));
        let theirs = |k: usize| outcomes[k].share;
        let rival = by_share(&theirs, &mut (1..outcomes.len()));
        let next = match (segment, rival) {
            (Some(k), _) if heads.len() > 1 => {
                let name = self.market.segments[k].name.to(glass.language);
                words::Next::Segment(name, ours(k))
            }
            (_, Some(k)) => words::Next::Rival(name(k), theirs(k)),
            _ => words::Next::Nobody,
        };
        words::answer(glass, name(0), outcomes[0].share, next)
    }

    /// Where the heads are and where the value is, and how much of it we win.
    pub fn equity_line(&self, market: &Market, segments: &Segments, glass: Glass) -> String {
        let names = self.segment_names(glass.language);
        let ours = |k: usize| market.segment_shares(k).map_or(0.0, |shares| shares.offers[0]);
        let won = segments.values().iter().enumerate().map(|(k, value)| value * ours(k)).sum();
        let won = words::won(glass, won);
        if names.len() < 2 {
            return won;
        }
        let most = segments::most(segments, &names);
        let all = words::equity_answer(glass, &most, segments.value(), segments.mean_value());
        let gap = if glass.language == Language::Chinese { "" } else { " " };
        format!("{all}{gap}{won}")
    }

    /// Heads against value; none where all customers together are worth nothing.
    pub fn equity_figure(&self, segments: &Segments, language: Language) -> Option<Chart> {
        let names = self.segment_names(language);
        let values = self.segment_values().ok()?;
        segments::equity(segments, &values, &names, self.glass(language))
    }

    fn pricing(&self, market: &Market, best: Option<BestPrice>, language: Language) -> Pricing {
        Pricing {
            market: market.clone(),
            unit_cost: self.ours().map_or(0.0, |ours| ours.unit_cost),
            best,
            offers: self.offer_names(language),
            may_pass: self.market.may_pass,
        }
    }

    /// What each of our prices earns.
    pub fn profit_figure(
        &self,
        market: &Market,
        best: Option<BestPrice>,
        language: Language,
    ) -> Chart {
        let pricing = self.pricing(market, best, language);
        stepped(price::profit(&pricing, self.glass(language)), grip::price(self).pop())
    }

    /// What share each offer has at each of our prices.
    pub fn price_shares_figure(
        &self,
        market: &Market,
        best: Option<BestPrice>,
        language: Language,
    ) -> Chart {
        let pricing = self.pricing(market, best, language);
        stepped(price::shares(&pricing, self.glass(language)), grip::price(self).pop())
    }

    /// What single changes do to our share of each segment.
    pub fn levers_table(&self, effects: &[Effect], language: Language) -> Table {
        let glass = self.glass(language);
        let columns = words::LEVER_COLUMNS.map(|name| name.to(language).to_owned());
        let [done, all, profit, cut] = columns;
        let several = self.market.segments.len() > 1;
        let share = |x: f64| glass.value((x * 1_000.0).round() / 1_000.0, Unit::Share);
        let mut head = vec![done];
        if several {
            head.extend(self.segment_names(language));
        }
        head.extend([all, profit, cut]);
        let row = |effect: &Effect| {
            let mut row = vec![self.lever_name(effect.lever, glass)];
            if several {
                row.extend(effect.shares.iter().map(|x| share(*x)));
            }
            row.extend([share(effect.share), glass.cell(effect.profit, Unit::Money)]);
            let none = || words::NO_CUT.to(language).to_owned();
            row.push(match effect.lever {
                Lever::Nothing => String::new(),
                _ => effect.cut.map_or_else(none, |cut| glass.cell(cut, Unit::Money)),
            });
            row
        };
        Table { head, rows: effects.iter().map(row).collect() }
    }

    fn lever_name(&self, lever: Lever, glass: Glass) -> String {
        match lever {
            Lever::Nothing => words::AS_IT_IS.to(glass.language).to_owned(),
            Lever::Price => words::price_cut(glass, CUT),
            Lever::Score(id) => {
                let criterion = self.criteria.iter().find(|c| c.id == id);
                let name = criterion.map_or("", |c| c.name.to(glass.language));
                words::point_more(glass, name)
            }
        }
    }

    /// The weighted score of every offer over time.
    pub fn positions_figure(&self, positioning: &Positioning, language: Language) -> Chart {
        let names = self.offer_names(language);
        let span = (self.market.later, self.market.at);
        let chart = positions::positions(positioning, &names, span, self.glass(language));
        stepped(chart, grip::moment().pop())
    }

    /// The scores now and at the moment looked at, in two sentences.
    pub fn positions_line(&self, positioning: &Positioning, glass: Glass) -> String {
        let names = self.offer_names(glass.language);
        let at = Input::Market(Number::At).get(self).unwrap_or_default().min(self.market.later);
        let line = |time: f64| {
            let when = words::at_time(glass, time);
            words::position_line(glass, &when, &names, &positioning.totals_at(time))
        };
        let gap = if glass.language == Language::Chinese { "" } else { " " };
        if at == 0.0 { line(0.0) } else { format!("{}{gap}{}", line(0.0), line(at)) }
    }
}
