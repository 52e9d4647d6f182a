//! The sums that take a claim as given, with their figures.

use super::super::figures::stepped;
use super::super::grip::{self, Grip};
use super::super::{Case, Input};
use super::{Claims, Number};
use crate::chart::claims::growth::{Path, growth};
use crate::chart::claims::lengths::{Held, Length, lengths};
use crate::chart::{Chart, Hue};
use crate::model::chance::Chance;
use crate::model::lifetime::LifetimeError;
use crate::model::loyalty::calculator::{Calls, MovedUp, Recommended, Replacement};
use crate::model::price_cut::PriceCut;
use crate::model::simulator::chain::Chain;
use crate::model::simulator::stock_flow::StockFlow;
use crate::model::simulator::word_of_mouth::{Story, WordOfMouth};
use crate::words::{Glass, Language, Phrase, Unit, claims as words};

/// One of the sums, in the order of [`words::SUMS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sum {
    /// Customers moved from satisfied to very satisfied.
    MovedUp,
    /// Customers lost and replaced.
    Replaced,
    /// Bad word of mouth.
    Gossip,
    /// Calls for a sale.
    Calls,
    /// Customers who were referred.
    Referred,
    /// A stock of customers that feeds itself.
    Growth,
    /// From a touch to a customer.
    Chain,
    /// Making good a failure.
    Recovery,
}

/// Why a sum cannot be worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SumError {
    /// More than all would have to buy again.
    TooOften,
    /// A call never sells.
    NeverSells,
    /// The customer of the case has no lifetime value.
    Lifetime(LifetimeError),
    /// The customer of the case costs more than they bring.
    WorthNothing,
    /// A number is out of its range.
    OutOfRange,
}

/// A row of a figure, and what its handle sets.
struct Bar {
    row: Length,
    grip: Option<Grip>,
}

impl Sum {
    /// Every one, in the order they are shown.
    pub const ALL: [Self; 8] = [
        Self::MovedUp,
        Self::Replaced,
        Self::Gossip,
        Self::Calls,
        Self::Referred,
        Self::Growth,
        Self::Chain,
        Self::Recovery,
    ];

    /// Its place among them.
    pub fn place(self) -> usize {
        Self::ALL.iter().position(|other| *other == self).unwrap_or_default()
    }

    /// Its numbers.
    pub fn numbers(self) -> &'static [Number] {
        match self {
            Self::MovedUp => &[Number::Moved, Number::Again, Number::Times],
            Self::Replaced => &[Number::Lost, Number::Keeping, Number::Dearer],
            Self::Gossip => &[
                Number::Served,
                Number::Unhappy,
                Number::Told,
                Number::Passed,
                Number::WouldBuy,
                Number::Forgone,
            ],
            Self::Calls => &[Number::Sales, Number::Call, Number::ToCustomer, Number::ToStranger],
            Self::Referred => &[Number::Newcomers, Number::Referred, Number::Winning],
            Self::Growth => {
                &[Number::Stock, Number::Kept, Number::Brought, Number::Inflow, Number::Years]
            }
            Self::Chain => &[
                Number::Touches,
                Number::Link(0),
                Number::Link(1),
                Number::Link(2),
                Number::Link(3),
            ],
            Self::Recovery => &[
                Number::Pieces,
                Number::Piece,
                Number::Courier,
                Number::Rise,
                Number::Article,
                Number::SoldAt,
            ],
        }
    }
}

/// Rounds in which a story is told, where it is passed on.
const ROUNDS: u32 = 3;
/// The ratios of the two claims about the cost of winning.
const RATIOS: [f64; 2] = [8.0, 5.0];

impl Claims {
    /// What it costs to make good a failure.
    pub fn recovery_cost(&self) -> f64 {
        self.pieces * self.piece + self.courier
    }

    fn moved_up(&self) -> Result<MovedUp, SumError> {
        MovedUp::new(self.moved, self.again, self.times).ok_or(SumError::TooOften)
    }

    fn replaced(&self, ratio: f64) -> Result<Replacement, SumError> {
        Replacement::new(self.lost, self.keeping, ratio).ok_or(SumError::OutOfRange)
    }

    fn gossip(&self) -> Result<WordOfMouth, SumError> {
        let story = Story {
            customers: self.served,
            unhappy: self.unhappy,
            told: self.told,
            passed_on: self.passed,
            rounds: ROUNDS,
            would_buy: self.would_buy,
            margin: self.forgone,
        };
        WordOfMouth::new(story).map_err(|_| SumError::OutOfRange)
    }

    /// The stock of customers that feeds itself.
    ///
    /// # Errors
    /// [`SumError`] says why there is none.
    pub fn growth(&self) -> Result<StockFlow, SumError> {
        StockFlow::new(self.stock, self.inflow, self.kept, self.brought)
            .map_err(|_| SumError::OutOfRange)
    }

    fn chain(&self) -> Result<Chain, SumError> {
        Chain::new(self.touches, &self.links).map_err(|_| SumError::OutOfRange)
    }
}

impl Case {
    /// The worth of the customer whom a failure has annoyed: typed, or the margins still to come.
    ///
    /// # Errors
    /// [`SumError`] says why there is none.
    pub fn recovered_worth(&self) -> Result<f64, SumError> {
        if !self.claims.own_worth {
            return Ok(self.claims.worth);
        }
        let worth = self.lifetime().map_err(SumError::Lifetime)?.value();
        if worth > 0.0 { Ok(worth) } else { Err(SumError::WorthNothing) }
    }

    /// What making good brings.
    ///
    /// # Errors
    /// [`SumError`] says why that cannot be worked out.
    pub fn recovery(&self) -> Result<Chance, SumError> {
        let worth = self.recovered_worth()?;
        Chance::new(self.claims.recovery_cost(), self.claims.rise, worth)
            .ok_or(SumError::OutOfRange)
    }

    /// What the article that came back costs when it is sold for less, in a sentence.
    pub fn returned_article(&self, glass: Glass) -> Option<String> {
        let Claims { article, sold_at, .. } = self.claims;
        let cost = PriceCut::new(article, 0.0, 1.0 - sold_at)?.given_away();
        Some(words::returned(glass, article, sold_at, cost))
    }

    /// The figure of a sum; what it says in a sentence is its summary.
    ///
    /// # Errors
    /// [`SumError`] says why there is none.
    pub fn sum_figure(&self, sum: Sum, language: Language) -> Result<Chart, SumError> {
        let glass = self.glass(language);
        if sum == Sum::Growth {
            return Ok(stepped(self.growth_figure(language)?, &self.growth_grips()));
        }
        let (bars, summary) = self.bars(sum, glass)?;
        let (rows, grips): (Vec<Length>, Vec<Option<Grip>>) =
            bars.into_iter().map(|bar| (bar.row, bar.grip)).unzip();
        let grips: Vec<Grip> = grips.into_iter().flatten().collect();
        let title = words::SUMS[sum.place()].to(language);
        Ok(stepped(lengths(title, summary, &rows, glass), &grips))
    }

    /// The grips of that figure.
    pub fn sum_grips(&self, sum: Sum) -> Vec<Grip> {
        if sum == Sum::Growth {
            return self.growth_grips();
        }
        let bars = self.bars(sum, Glass::default()).map_or_else(|_| Vec::new(), |(bars, _)| bars);
        bars.into_iter().filter_map(|bar| bar.grip).collect()
    }

    fn bars(&self, sum: Sum, glass: Glass) -> Result<(Vec<Bar>, String), SumError> {
        match sum {
            Sum::MovedUp => self.moved_bars(glass),
            Sum::Replaced => self.replaced_bars(glass),
            Sum::Gossip => self.gossip_bars(glass),
            Sum::Calls => self.call_bars(glass),
            Sum::Referred => self.referred_bars(glass),
            // It goes over the years, not in rows.
            Sum::Growth => Ok((Vec::new(), String::new())),
            Sum::Chain => self.chain_bars(glass),
            Sum::Recovery => self.recovery_bars(glass),
        }
    }

    /// A row whose end sets `number`, which is zero at `zero` and goes by `scale` along the axis. One
    /// that does not move along it has no handle.
    fn bar(
        &self,
        name: Phrase,
        (size, words): (f64, String),
        hue: Hue,
        glass: Glass,
        held: Option<(Number, f64, f64)>,
    ) -> Bar {
        let grip = held.and_then(|(number, zero, scale)| {
            let input = Input::Claim(number);
            let snap = grip::snap(self, input);
            (scale.is_finite() && scale != 0.0).then_some(Grip { input, zero, scale, snap })
        });
        let held = grip.map(|grip| self.held(grip, glass));
        let row = Length { name: name.to(glass.language).to_owned(), size, words, hue, held };
        Bar { row, grip }
    }

    fn held(&self, grip: Grip, glass: Glass) -> Held {
        let field = grip.input.field(self);
        let value = grip.input.get(self).unwrap_or_default();
        // A share ends where it is the whole; an amount where the figure ends.
        let end = |x: f64| grip.zero + x / grip.scale;
        let range = (field.unit == Unit::Share).then(|| (end(field.low), end(field.high)));
        let label = grip.input.name(self, glass.language);
        Held { label, reading: glass.value(value, field.unit), range }
    }

    fn moved_bars(&self, glass: Glass) -> Result<(Vec<Bar>, String), SumError> {
        let moved = self.claims.moved_up()?;
        let Claims { moved: all, again, .. } = self.claims;
        let (before, after) = (all * again, all * moved.chance());
        let by = |number, scale| Some((number, 0.0, scale));
        let bars = vec![
            self.bar(
                words::SATISFIED,
                (before, words::again(glass, before, again)),
                Hue::Quiet,
                glass,
                by(Number::Again, 1.0 / all),
            ),
            self.bar(
                words::DELIGHTED,
                (after, words::again(glass, after, moved.chance())),
                Hue::Ours,
                glass,
                by(Number::Times, 1.0 / before),
            ),
        ];
        Ok((bars, words::moved_answer(glass, all, before, after)))
    }

    fn replaced_bars(&self, glass: Glass) -> Result<(Vec<Bar>, String), SumError> {
        let Claims { lost, keeping, dearer, .. } = self.claims;
        let replaced = self.claims.replaced(dearer)?;
        let (kept, won) = (lost * keeping, lost * replaced.winning());
        let bars = vec![
            self.bar(
                words::KEEP,
                (kept, words::each(glass, kept, keeping)),
                Hue::Gain,
                glass,
                Some((Number::Keeping, 0.0, 1.0 / lost)),
            ),
            self.bar(
                words::REPLACE,
                (won, words::each(glass, won, replaced.winning())),
                Hue::Loss,
                glass,
                Some((Number::Dearer, 0.0, 1.0 / kept)),
            ),
        ];
        let [eight, five] = RATIOS.map(|ratio| self.claims.replaced(ratio).map(|r| r.extra()));
        let answer =
            words::replaced_answer(glass, lost, (kept, won), replaced.extra(), [eight?, five?]);
        Ok((bars, answer))
    }

    fn gossip_bars(&self, glass: Glass) -> Result<(Vec<Bar>, String), SumError> {
        let tree = self.claims.gossip()?;
        let Claims { served, .. } = self.claims;
        let tellers = tree.tellers();
        let heads = |x: f64| (x, words::heads(glass, x));
        let rounds = tree.by_round();
        let mut bars = vec![self.bar(
            words::UNHAPPY,
            heads(tellers),
            Hue::Quiet,
            glass,
            Some((Number::Unhappy, 0.0, 1.0 / served)),
        )];
        let first = rounds.first().copied().unwrap_or_default();
        let told = Some((Number::Told, 0.0, 1.0 / tellers));
        bars.push(self.bar(words::HEAR, heads(first), Hue::Loss, glass, told));
        let later: f64 = rounds.iter().skip(1).sum();
        if later > 0.0 {
            bars.push(self.bar(words::HEAR_LATER, heads(later), Hue::Loss, glass, None));
        }
        let buyers = Some((Number::WouldBuy, 0.0, 1.0 / tree.hearers()));
        bars.push(self.bar(words::SALES_LOST, heads(tree.lost_sales()), Hue::Loss, glass, buyers));
        let lost = (tree.lost_sales(), tree.lost_profit());
        Ok((bars, words::gossip_answer(glass, served, (tellers, tree.hearers()), lost)))
    }

    fn call_bars(&self, glass: Glass) -> Result<(Vec<Bar>, String), SumError> {
        let Claims { sales, call, to_customer, to_stranger, .. } = self.claims;
        let both = [
            (words::CUSTOMERS, to_customer, Number::ToCustomer, Hue::Ours),
            (words::STRANGERS, to_stranger, Number::ToStranger, Hue::Quiet),
        ];
        let mut bars = Vec::new();
        let (mut needed, mut costs) = ([0.0; 2], [0.0; 2]);
        for (k, (name, chance, number, hue)) in both.into_iter().enumerate() {
            let calls = Calls::new(chance, call).ok_or(SumError::NeverSells)?;
            needed[k] = calls.needed(sales).ok_or(SumError::OutOfRange)?;
            costs[k] = calls.cost_of_sale();
            let says = words::calls(glass, chance, needed[k], costs[k]);
            bars.push(self.bar(name, (chance, says), hue, glass, Some((number, 0.0, 1.0))));
        }
        Ok((bars, words::calls_answer(glass, sales, needed, costs)))
    }

    fn referred_bars(&self, glass: Glass) -> Result<(Vec<Bar>, String), SumError> {
        let Claims { newcomers, referred, winning, .. } = self.claims;
        let mix = Recommended::new(newcomers, referred, winning).ok_or(SumError::OutOfRange)?;
        let (came, others) = (mix.recommended(), newcomers - mix.recommended());
        let heads = |x: f64| (x, words::heads(glass, x));
        let held = Some((Number::Referred, 0.0, 1.0 / newcomers));
        let bars = vec![
            self.bar(words::REFERRED, heads(came), Hue::Ours, glass, held),
            self.bar(words::OTHERS, heads(others), Hue::Quiet, glass, None),
        ];
        Ok((bars, words::referred_answer(glass, newcomers, came, winning, mix.saved())))
    }

    fn chain_bars(&self, glass: Glass) -> Result<(Vec<Bar>, String), SumError> {
        let chain = self.claims.chain()?;
        let mut bars = Vec::new();
        for (k, stage) in chain.stages().iter().enumerate() {
            let held = match k.checked_sub(1) {
                None => (Number::Touches, 0.0, 1.0),
                Some(link) => (Number::Link(link), 0.0, 1.0 / chain.stages()[link]),
            };
            let hue = if k == 4 { Hue::Gain } else { Hue::Ours };
            let says = (*stage, words::heads(glass, *stage));
            bars.push(self.bar(words::STAGES[k], says, hue, glass, Some(held)));
        }
        let weakest = chain.weakest().and_then(|link| {
            let name = Input::Claim(Number::Link(link)).field(self).label;
            Some((name, chain.gain_of_a_point(link)?))
        });
        let ends = (self.claims.touches, chain.result());
        Ok((bars, words::chain_answer(glass, ends, weakest)))
    }

    fn recovery_bars(&self, glass: Glass) -> Result<(Vec<Bar>, String), SumError> {
        let recovery = self.recovery()?;
        let worth = self.recovered_worth()?;
        let Claims { pieces, piece, rise, .. } = self.claims;
        let cost = self.claims.recovery_cost();
        let money = |x: f64| glass.value(x, Unit::Money);
        let (saved, net) = (recovery.expected(), recovery.net());
        let hue = if net < 0.0 { Hue::Loss } else { Hue::Gain };
        let courier = Some((Number::Courier, pieces * piece, 1.0));
        let points = Some((Number::Rise, 0.0, 1.0 / worth));
        let bars = vec![
            self.bar(words::SPENT, (cost, money(cost)), Hue::Loss, glass, courier),
            self.bar(words::SAVED, (saved, money(saved)), Hue::Gain, glass, points),
            self.bar(words::NET, (net, glass.signed(net, Unit::Money)), hue, glass, None),
        ];
        let found = (recovery.return_on_cost(), recovery.break_even());
        Ok((bars, words::recovery_answer(glass, (cost, rise, worth), net, found)))
    }

    fn growth_figure(&self, language: Language) -> Result<Chart, SumError> {
        let glass = self.glass(language);
        let claims = &self.claims;
        let flow = claims.growth()?;
        let years = whole_years(claims.years);
        let stock = flow.path(years);
        let name = |number: Number| Input::Claim(number).name(self, language);
        let steady = flow.steady().filter(|_| claims.stock > 0.0 || claims.inflow > 0.0);
        let end = stock.last().copied().unwrap_or_default();
        let doubled = flow.periods_until(2.0 * claims.stock);
        let path = Path {
            summary: words::growth_answer(
                glass,
                (flow.growth(), f64::from(years)),
                (claims.stock, end),
                steady,
                doubled,
            ),
            stock,
            steady,
            handles: [Some(name(Number::Stock)), self.is_brought().then(|| name(Number::Brought))],
            brought: glass.value(claims.brought, Unit::Count),
            least: claims.stock * claims.kept + claims.inflow,
        };
        Ok(growth(&path, glass))
    }

    /// Whether there is anybody who could bring others.
    fn is_brought(&self) -> bool {
        (1.0 / self.claims.stock).is_finite()
    }

    fn growth_grips(&self) -> Vec<Grip> {
        let claims = &self.claims;
        let grip = |number, zero, scale| {
            let input = Input::Claim(number);
            Grip { input, zero, scale, snap: grip::snap(self, input) }
        };
        let mut grips = vec![grip(Number::Stock, 0.0, 1.0)];
        if self.is_brought() {
            let foot = claims.stock * claims.kept + claims.inflow;
            grips.push(grip(Number::Brought, foot, 1.0 / claims.stock));
        }
        grips
    }
}

/// Years looked ahead, in whole numbers.
fn whole_years(years: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the field keeps it within 1..=50"
    )]
    let years = years.round().clamp(1.0, 50.0) as u32;
    years
}
