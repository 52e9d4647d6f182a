//! Why a rule names another offer than difference does.

use super::{LARGEST, Rule, Rules};
use crate::math::line::{Line, where_none_is_negative};
use crate::model::bounds::is_tie;
use crate::model::perceived::{Standing, TOP_SCORE};

/// What makes a rule name another first choice than difference.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Departure {
    /// Ratio counts what comes back for each unit of cost, difference what comes back in all. The
    /// choice by difference brings so much more benefit at so much more cost (or less of both).
    Scale {
        /// Benefit of the choice by difference above that of the choice by ratio.
        extra_benefit: f64,
        /// The same of the costs.
        extra_cost: f64,
    },
    /// The map sees the price alone: without other costs, difference would choose with it.
    OtherCosts,
    /// The map's line says what quality may cost, and the worth of a perfect offer says something
    /// else: if that were within this range, difference would choose with the map.
    Worth {
        /// The least worth of a perfect offer.
        from: f64,
        /// The greatest; none where there is no limit.
        to: Option<f64>,
    },
    /// The map counts quality in ratios to the rivals' means, criterion by criterion: at no worth
    /// would difference choose with it.
    Ratios,
    /// Too little is credited: with this share of the advantages credited, or more, economic value
    /// would choose with difference.
    Credit {
        /// The share needed, 0..1.
        needed: f64,
    },
}

/// Two rules that name different offers.
#[derive(Clone, Debug, PartialEq)]
pub struct Disagreement {
    /// The rules.
    pub rules: (Rule, Rule),
    /// The first choice of each.
    pub firsts: (usize, usize),
    /// Why either of them departs from difference; empty where each agrees with one of several
    /// offers that tie by difference.
    pub because: Vec<Departure>,
}

impl Rules {
    /// The pairs of rules whose first choices differ by more than a tie, and why.
    pub fn disagreements(&self) -> Vec<Disagreement> {
        let mut found = Vec::new();
        for (k, one) in self.readings.iter().enumerate() {
            for other in &self.readings[k + 1..] {
                let rules = (one.rule, other.rule);
                if let Some(firsts) = apart(&one.first(), &other.first()) {
                    let because = [rules.0, rules.1].map(|rule| self.departures(rule)).concat();
                    found.push(Disagreement { rules, firsts, because });
                }
            }
        }
        found
    }

    /// The pairs of offers that two rules put in opposite order, the one above by `one` first.
    pub fn reversals(&self, one: Rule, other: Rule) -> Vec<(usize, usize)> {
        let (Some(one), Some(other)) = (self.reading(one), self.reading(other)) else {
            return Vec::new();
        };
        let offers = 0..self.comparison.standings().len();
        let pairs = offers.clone().flat_map(|a| offers.clone().map(move |b| (a, b)));
        pairs.filter(|(a, b)| one.is_above(*a, *b) && other.is_above(*b, *a)).collect()
    }

    /// Why `rule` names another first choice than difference; empty where it does not.
    pub fn departures(&self, rule: Rule) -> Vec<Departure> {
        let firsts = |rule: Rule| self.reading(rule).map(super::Reading::first);
        let (Some(by_difference), Some(by_rule)) = (firsts(Rule::Difference), firsts(rule)) else {
            return Vec::new();
        };
        let Some((best, chosen)) = apart(&by_difference, &by_rule) else { return Vec::new() };
        match rule {
            Rule::Difference => Vec::new(),
            Rule::Ratio => vec![self.scale(best, chosen)],
            Rule::ValueMap => self.map_departures(chosen),
            Rule::EconomicValue => vec![self.credit_needed(best)],
        }
    }

    fn scale(&self, best: usize, chosen: usize) -> Departure {
        let (best, chosen) =
            (&self.comparison.standings()[best], &self.comparison.standings()[chosen]);
        Departure::Scale {
            extra_benefit: best.benefit - chosen.benefit,
            extra_cost: best.cost - chosen.cost,
        }
    }

    /// Takes away one cause after the other until difference would choose `chosen`.
    fn map_departures(&self, chosen: usize) -> Vec<Departure> {
        let worth = |cost: &dyn Fn(&Standing) -> f64| self.worth_choosing(chosen, cost);
        let (price, all) = (|s: &Standing| s.costs[0], |s: &Standing| s.cost);
        let without_other_costs = worth(&price);
        let now = self.comparison.perfect();
        let holds_now = |(from, to): (f64, f64)| from <= now && now <= to;
        let as_departure = |(from, to): (f64, f64)| Departure::Worth {
            from,
            to: Some(to).filter(|to| *to < LARGEST),
        };
        if without_other_costs.is_some_and(holds_now) {
            vec![Departure::OtherCosts]
        } else if let Some(range) = worth(&all) {
            vec![as_departure(range)]
        } else if let Some(range) = without_other_costs {
            vec![Departure::OtherCosts, as_departure(range)]
        } else {
            vec![Departure::Ratios]
        }
    }

    /// The worths of a perfect offer at which no offer has more net value than `chosen`, at these
    /// costs: with worth *W* and mean score *m*, `W·m / 10 − cost` is a straight line of *W*.
    fn worth_choosing(&self, chosen: usize, cost: &dyn Fn(&Standing) -> f64) -> Option<(f64, f64)> {
        let standings = self.comparison.standings();
        let own = &standings[chosen];
        let less = |a: f64, b: f64| if is_tie(a, b) { 0.0 } else { a - b };
        let lead = |other: &Standing| Line {
            a: less(cost(other), cost(own)),
            b: less(own.mean_score, other.mean_score) / TOP_SCORE,
        };
        let leads: Vec<Line> = standings.iter().map(lead).collect();
        // A worth of nothing, where all tie but for their costs, is no reason.
        where_none_is_negative(&leads, 0.0, LARGEST).filter(|(_, to)| *to > 0.0)
    }

    /// The credit from which on economic value chooses `best`, the choice by difference. Its surplus
    /// is a straight line of the credit, and at full credit the two rules rank alike.
    fn credit_needed(&self, best: usize) -> Departure {
        let lead =
            |credit: f64, rival: usize| self.surplus(best, credit) - self.surplus(rival, credit);
        let line = |rival: usize| Line::through((0.0, lead(0.0, rival)), (1.0, lead(1.0, rival)));
        let rivals = (0..self.comparison.standings().len()).filter(|rival| *rival != best);
        let lines: Vec<Line> = rivals.map(line).collect();
        let range = where_none_is_negative(&lines, 0.0, 1.0);
        Departure::Credit { needed: range.map_or(1.0, |(from, _)| from) }
    }
}

/// The first of each where no offer is among both.
fn apart(one: &[usize], other: &[usize]) -> Option<(usize, usize)> {
    let in_common = one.iter().any(|offer| other.contains(offer));
    one.first().copied().zip(other.first().copied()).filter(|_| !in_common)
}
