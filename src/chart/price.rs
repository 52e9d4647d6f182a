//! The figures of our price: what it earns, and who stays.

use super::{
    Along, Axis, Chart, Handle, Hue, Labels, Mark, Point, Side, Size, Spot, Stroke, Table, Text,
};
use crate::model::choice::{BestPrice, Market, Outcome};
use crate::words::{Glass, Unit, label, segments as words};

/// Points of a curve.
const POINTS: u32 = 72;
/// Rows of the table.
const ROWS: usize = 12;

/// What the figures of our price are worked out from.
#[derive(Clone, Debug, PartialEq)]
pub struct Pricing {
    /// The market as it is.
    pub market: Market,
    /// What a unit costs us.
    pub unit_cost: f64,
    /// The price that earns most, where there is one.
    pub best: Option<BestPrice>,
    /// Names of the offers.
    pub offers: Vec<String>,
    /// Whether customers may buy nothing.
    pub may_pass: bool,
}

impl Pricing {
    fn price(&self) -> f64 {
        self.market.prices()[0]
    }

    /// The prices shown. The present one moves the ends only where it lies beyond them.
    fn range(&self) -> (f64, f64) {
        let (price, cost) = (self.price(), self.unit_cost);
        let best = self.best.map_or(price, |best| best.price);
        let (low, high) = if best > cost { (cost, best) } else { (cost * 0.5, price.max(cost)) };
        let reach = (high - low).max(0.05 * high);
        let (low, high) = ((low - 0.15 * reach).max(0.0), high + 0.8 * reach);
        let (low, high) = (low.min(price), high.max(price));
        if high > low { (low, high) } else { (0.0, high + 1.0) }
    }

    /// Outcomes of all offers at prices from end to end.
    fn outcomes(&self) -> Vec<(f64, Vec<Outcome>)> {
        let (low, high) = self.range();
        let at = |k: u32| low + (high - low) * f64::from(k) / f64::from(POINTS);
        let outcomes = |price| self.market.with_price(0, price).map(|m| (price, m.outcomes()));
        (0..=POINTS).filter_map(|k| outcomes(at(k))).collect()
    }
}

/// What we earn at each price, the present one with a handle, and the one that earns most.
pub fn profit(pricing: &Pricing, glass: Glass) -> Chart {
    let outcomes = pricing.outcomes();
    let curve: Vec<Point> = outcomes.iter().map(|(p, o)| (*p, o[0].profit)).collect();
    let now = pricing.market.outcomes()[0];
    let top = pricing.best.map_or(0.0, |best| best.profit);
    let (low, high) =
        curve.iter().fold((0.0_f64.min(now.profit), top), |r, p| (r.0.min(p.1), r.1.max(p.1)));
    // Losses below cost may dwarf what is earned.
    let low = if high > 0.0 { low.max(-0.4 * high).min(0.0) } else { low };
    let room = (high - low).max(1e-9) * 0.2;
    let money = |x: f64| glass.value(x, Unit::Money);
    let mut marks = vec![
        Mark::Area {
            upper: curve.iter().map(|(x, y)| (*x, y.max(0.0))).collect(),
            lower: curve.iter().map(|(x, _)| (*x, 0.0)).collect(),
            ink: Hue::Gain.full(),
        },
        Mark::Area {
            upper: curve.iter().map(|(x, y)| (*x, y.min(0.0))).collect(),
            lower: curve.iter().map(|(x, _)| (*x, 0.0)).collect(),
            ink: Hue::Loss.full(),
        },
        Mark::Line {
            points: curve.clone(),
            ink: Hue::Ours.full(),
            stroke: Stroke::Bold,
            name: String::new(),
        },
    ];
    marks.extend(best_mark(pricing.best, low, glass));
    let table_row = |(price, o): &(f64, Vec<Outcome>)| {
        let units = glass.cell(o[0].units.round(), Unit::Count);
        vec![
            glass.cell(*price, Unit::Money),
            percent(o[0].share, glass),
            units,
            glass.cell(o[0].profit, Unit::Money),
        ]
    };
    Chart {
        title: words::PROFIT.to(glass.language).to_owned(),
        summary: words::profit_summary(glass, pricing.price(), now.profit, pricing.best),
        glass,
        x: price_axis(pricing, glass),
        y: Axis {
            title: glass.unit(Unit::Money).to_owned(),
            range: (low - if low < 0.0 { room * 0.2 } else { 0.0 }, high + room),
            labels: Labels::Numbers(Unit::Money),
        },
        marks,
        spots: outcomes
            .iter()
            .map(|(price, o)| Spot {
                at: (*price, o[0].profit),
                area: None,
                lines: vec![
                    money(*price),
                    words::earns(glass, o[0].profit),
                    percent(o[0].share, glass),
                ],
            })
            .collect(),
        handles: vec![handle(pricing, (pricing.price(), now.profit), glass)],
        table: Table {
            head: words::PRICE_COLUMNS.map(|name| name.to(glass.language).to_owned()).into(),
            rows: outcomes.iter().step_by(POINTS as usize / ROWS).map(table_row).collect(),
        },
        aspect: 0.4,
    }
}

fn percent(share: f64, glass: Glass) -> String {
    glass.value((share * 1_000.0).round() / 1_000.0, Unit::Share)
}

fn price_axis(pricing: &Pricing, glass: Glass) -> Axis {
    Axis {
        title: words::our_price(glass),
        range: pricing.range(),
        labels: Labels::Numbers(Unit::Money),
    }
}

fn handle(pricing: &Pricing, at: Point, glass: Glass) -> Handle {
    let parts = [pricing.offers[0].as_str(), label::COSTS[0].to(glass.language)];
    Handle {
        at,
        along: Along::X,
        range: pricing.range(),
        step: 0.0,
        label: parts.join(label::BETWEEN.to(glass.language)),
        reading: glass.value(pricing.price(), Unit::Money),
        ink: Hue::Ours.full(),
        quiet: false,
    }
}

fn best_mark(best: Option<BestPrice>, foot: f64, glass: Glass) -> Vec<Mark> {
    let Some(best) = best else { return Vec::new() };
    let at = (best.price, best.profit);
    let text = |words, bold| Text { words, ink: Hue::Ink.full(), bold, size: Size::Normal };
    let [first, second] = words::earns_most(glass, best);
    vec![
        Mark::Rule {
            from: (best.price, foot),
            to: at,
            ink: Hue::Ink.full(),
            stroke: Stroke::Dotted,
        },
        Mark::Dot { at, ink: Hue::Ink.full() },
        Mark::Note { at, side: Side::Above, lines: vec![text(first, true), text(second, false)] },
    ]
}

/// What share of all customers each offer has at each of our prices.
pub fn shares(pricing: &Pricing, glass: Glass) -> Chart {
    let outcomes = pricing.outcomes();
    let passing = |o: &[Outcome]| (1.0 - o.iter().map(|o| o.share).sum::<f64>()).max(0.0);
    let now = pricing.market.outcomes();
    let line = |name: &str, hue: Hue, of: &dyn Fn(&[Outcome]) -> f64| Mark::Line {
        points: outcomes.iter().map(|(price, o)| (*price, of(o))).collect(),
        ink: hue.full(),
        stroke: if hue == Hue::Ours { Stroke::Bold } else { Stroke::Thin },
        name: name.to_owned(),
    };
    let nothing = words::NOTHING.to(glass.language);
    let mut marks = Vec::new();
    if pricing.may_pass {
        marks.push(line(nothing, Hue::Quiet, &passing));
    }
    for (k, name) in pricing.offers.iter().enumerate().rev() {
        marks.push(line(name, Hue::offer(k), &|o| o[k].share));
    }
    if let Some(best) = pricing.best {
        marks.push(Mark::Rule {
            from: (best.price, 0.0),
            to: (best.price, 1.0),
            ink: Hue::Ink.full(),
            stroke: Stroke::Dotted,
        });
    }
    let lines = |(price, o): &(f64, Vec<Outcome>)| {
        let each = pricing
            .offers
            .iter()
            .zip(o)
            .map(|(name, o)| format!("{name} {}", percent(o.share, glass)));
        let rest = pricing.may_pass.then(|| format!("{nothing} {}", percent(passing(o), glass)));
        std::iter::once(glass.value(*price, Unit::Money)).chain(each).chain(rest).collect()
    };
    Chart {
        title: words::SHARES.to(glass.language).to_owned(),
        summary: words::choices_summary(glass, &pricing.offers[0], &percent(now[0].share, glass)),
        glass,
        x: price_axis(pricing, glass),
        y: Axis { title: "%".into(), range: (0.0, 1.0), labels: Labels::Numbers(Unit::Share) },
        spots: outcomes
            .iter()
            .map(|row| Spot { at: (row.0, row.1[0].share), area: None, lines: lines(row) })
            .collect(),
        handles: vec![handle(pricing, (pricing.price(), now[0].share), glass)],
        table: shares_table(pricing, &outcomes, glass),
        marks,
        aspect: 0.36,
    }
}

fn shares_table(pricing: &Pricing, outcomes: &[(f64, Vec<Outcome>)], glass: Glass) -> Table {
    let row = |(price, o): &(f64, Vec<Outcome>)| {
        let shares = o.iter().map(|o| percent(o.share, glass));
        std::iter::once(glass.cell(*price, Unit::Money)).chain(shares).collect()
    };
    let head = std::iter::once(words::PRICE_COLUMNS[0].to(glass.language).to_owned());
    Table {
        head: head.chain(pricing.offers.iter().cloned()).collect(),
        rows: outcomes.iter().step_by(POINTS as usize / ROWS).map(row).collect(),
    }
}
