//! What must hold of the models and of every case, whatever the numbers.

#![expect(
    clippy::float_cmp,
    reason = "where numbers are compared without tolerance, none is meant"
)]

use customer_value::case::sensitivity::{lead_inputs, lead_swings, lifetime_swings, tie};
use customer_value::case::{Case, Cost, Counting, Input, Sample, grip, library, working};
use customer_value::chart::lifetime::{handle_time, periods_shown};
use customer_value::model::average_revenue::{average_discount_factor, over_life, per_period};
use customer_value::model::cash_flow::CashFlow;
use customer_value::model::lifetime::{
    Horizon, Lifetime, LifetimeError, Terms, Timing, expected_life, monthly_rate,
    retention_of_life, yearly_rate,
};
use customer_value::model::perceived::{Comparison, Offering, Rule, Standing};
use customer_value::model::perception::Perception;
use customer_value::model::price_ladder::PriceLadder;
use customer_value::words::{Language, read};
use proptest::prelude::*;
use proptest::sample::{Index, select};

#[path = "data/odd.rs"]
mod odd;
#[path = "data/random.rs"]
mod random;

use odd::{config, near, odd};
use random::{cases, inputs};

const LANGUAGES: [Language; 2] = [Language::Chinese, Language::English];

fn made(terms: Terms) -> Lifetime {
    Lifetime::new(terms).unwrap_or_else(|error| panic!("{error:?}: {terms:?}"))
}

fn timings() -> impl Strategy<Value = Timing> {
    select(vec![Timing::Now, Timing::AfterOnePeriod])
}

/// Everyday terms for ever: what comes in shrinks by at least a hundredth each period.
fn everyday() -> impl Strategy<Value = Terms> {
    let rates = (0.0..0.98, 0.0..0.5, -0.3..0.3);
    (1.0..1e5, rates, 0.0..5e5, timings()).prop_filter_map("grows for ever", |parts| {
        let (margin, (retention, discount, growth), acquisition, timing) = parts;
        let shrinks = retention * (1.0 + growth) / (1.0 + discount) < 0.99;
        let horizon = Horizon::Forever;
        let terms = Terms { margin, retention, discount, growth, acquisition, timing, horizon };
        shrinks.then_some(terms)
    })
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn a_long_horizon_tends_to_for_ever(terms in everyday()) {
        let forever = made(terms);
        let at = |n| made(Terms { horizon: Horizon::Periods(n), ..terms }).value();
        prop_assert!(near(at(5_000), forever.value(), 0.0, 1e-11));
        // Longer is more, and never more than for ever; the rest is what a new start would bring.
        let mut before = 0.0;
        for n in [1, 2, 5, 10, 50] {
            let (value, rest) = (at(n), forever.value() * forever.step().powi(n.cast_signed()));
            prop_assert!(value >= before && value <= forever.value() * (1.0 + 1e-12));
            prop_assert!(near(value + rest, forever.value(), 0.0, 1e-11), "{n}");
            before = value;
        }
    }

    #[test]
    fn the_table_sums_to_the_value(terms in everyday(), n in 1..600_u32) {
        let lifetime = made(Terms { horizon: Horizon::Periods(n), ..terms });
        let table = lifetime.periods(u32::MAX);
        prop_assert_eq!(table.len(), n as usize);
        let sum: f64 = table.iter().map(|line| line.present).sum();
        prop_assert!(near(sum, lifetime.value(), 0.0, 1e-11));
        let last = table[table.len() - 1];
        prop_assert!(near(last.cumulative, lifetime.net(), lifetime.value(), 1e-11));
        for (k, line) in (0..).zip(&table) {
            prop_assert_eq!(line.time, k + lifetime.first_time());
            // Three factors, or one power of their quotient: a rounding error each period.
            let product = line.survival * line.margin * line.discount_factor;
            prop_assert!(near(product, line.present, 1e-200, 1e-12), "{line:?}");
            prop_assert!(near(line.survival, lifetime.survival(f64::from(line.time)), 0.0, 0.0));
        }
    }

    #[test]
    fn the_series_in_a_second_writing(terms in everyday(), n in 1..60_i32) {
        let Terms { margin, retention, discount, growth, .. } = terms;
        let first = i32::from(terms.timing == Timing::AfterOnePeriod);
        let term = |k: i32| {
            let time = first + k;
            margin * (1.0 + growth).powi(k) * retention.powi(time) / (1.0 + discount).powi(time)
        };
        let long: f64 = (0..n).map(term).sum();
        let lifetime = made(Terms { horizon: Horizon::Periods(n.unsigned_abs()), ..terms });
        prop_assert!(near(lifetime.value(), long, 0.0, 1e-12));
        prop_assert!(near(lifetime.net(), long - terms.acquisition, long, 1e-12));
    }

    #[test]
    fn now_is_later_and_the_margin_of_today(terms in everyday()) {
        let at = |timing, growth| made(Terms { timing, growth, ..terms }).value();
        let (now, later) = (at(Timing::Now, 0.0), at(Timing::AfterOnePeriod, 0.0));
        prop_assert!(near(now - later, terms.margin, now, 1e-12));
        // With growth later is now, a period on: by retention and discount.
        let (now, later) = (at(Timing::Now, terms.growth), at(Timing::AfterOnePeriod, terms.growth));
        prop_assert!(near(now * terms.retention, later * (1.0 + terms.discount), 0.0, 1e-12));
    }

    #[test]
    fn value_rises_with_retention(terms in everyday(), share in 0.0..1.0, n in 1..600_u32) {
        let lower = terms.retention * share;
        for horizon in [Horizon::Forever, Horizon::Periods(n)] {
            let at = |retention, margin| made(Terms { retention, margin, horizon, ..terms }).value();
            let (less, more) = (at(lower, terms.margin), at(terms.retention, terms.margin));
            prop_assert!(less <= more * (1.0 + 1e-12), "{less} {more}");
            prop_assert!(at(lower, -terms.margin) == -less, "a loss is the same the other way round");
            // A horizon of one margin, had at once, does not depend on who stays.
            let counts = n > 1 || horizon == Horizon::Forever || terms.timing != Timing::Now;
            let apart = counts && terms.retention - lower > 1e-6;
            prop_assert!(!apart || less < more);
        }
    }

    #[test]
    fn value_falls_with_the_rate_and_rises_with_growth(terms in everyday(), by in 1e-4..0.2) {
        let base = made(terms).value();
        let dearer = made(Terms { discount: terms.discount + by, ..terms }).value();
        let slower = made(Terms { growth: terms.growth - by, ..terms }).value();
        prop_assert!(dearer <= base * (1.0 + 1e-12) && slower <= base * (1.0 + 1e-12));
    }

    #[test]
    fn payback_is_the_first_line_that_is_not_below_zero(
        terms in everyday(),
        n in prop::option::of(1..400_u32),
    ) {
        let horizon = n.map_or(Horizon::Forever, Horizon::Periods);
        let lifetime = made(Terms { horizon, ..terms });
        let table = lifetime.periods(n.unwrap_or(5_000));
        // Rounding may decide only where the line is zero to eleven digits.
        let doubtful = table.iter().any(|p| p.cumulative.abs() <= 1e-11 * terms.acquisition);
        prop_assume!(!doubtful && terms.acquisition > 0.0);
        let first = table.iter().find(|line| line.cumulative >= 0.0).map(|line| line.time);
        prop_assert_eq!(lifetime.payback(), first);
        prop_assert_eq!(first.is_some(), lifetime.net() > 0.0);
        let simple = lifetime.simple_payback().unwrap();
        prop_assert!(near(simple * terms.margin, terms.acquisition, 0.0, 1e-12));
    }

    #[test]
    fn retention_churn_and_lifetime_are_one(life in 1.0..1e4, retention in 0.0..0.999_9) {
        prop_assert!(near(expected_life(retention_of_life(life)).unwrap(), life, 0.0, 1e-11));
        prop_assert!(near(retention_of_life(expected_life(retention).unwrap()), retention, 1.0, 1e-12));
        let mut case = Case::default();
        Input::Retention.set(&mut case, retention);
        let (churn, life) = (Input::Churn.get(&case).unwrap(), Input::ExpectedLife.get(&case).unwrap());
        prop_assert!(near(churn + retention, 1.0, 1.0, 1e-12));
        prop_assert!(near(life * churn, 1.0, 1.0, 2e-8), "{life} {churn}");
        for (input, value) in [(Input::Churn, churn), (Input::ExpectedLife, life)] {
            let mut other = Case::default();
            input.set(&mut other, value);
            prop_assert!(near(Input::Retention.get(&other).unwrap(), retention, 1.0, 1e-11));
        }
        // The mean of the geometric distribution, added up.
        let lifetime = made(Terms { margin: 1.0, retention: 0.9 * retention, ..plain() });
        prop_assert!(near(lifetime.value(), lifetime.expected_life().unwrap(), 0.0, 1e-12));
    }

    #[test]
    fn a_month_is_a_twelfth_of_a_year(yearly in -0.99..10.0) {
        let monthly = monthly_rate(yearly);
        prop_assert!(near(yearly_rate(monthly), yearly, 1e-3, 1e-12));
        prop_assert!(near((1.0 + monthly).powi(12), 1.0 + yearly, 0.0, 1e-12));
        let mut case = Case::default();
        Input::Discount.set(&mut case, yearly.abs());
        let shown = Input::MonthlyDiscount.get(&case).unwrap();
        prop_assert!(near(shown, monthly_rate(yearly.abs()), 1.0, 1e-6));
        // A month shown with six decimals gives the year back to four.
        Input::MonthlyDiscount.set(&mut case, shown);
        prop_assert!(near(Input::Discount.get(&case).unwrap(), yearly.abs(), 1.0 + yearly.abs(), 1e-5));
    }

    #[test]
    fn the_two_short_formulas(margin in 1.0..1e5, rate in 0.0..10.0, years in 1..100_i32) {
        let periods = f64::from(years);
        let factor = average_discount_factor(rate, periods).unwrap();
        let annuity: f64 = (1..=years).map(|k| (1.0 + rate).powi(-k)).sum();
        prop_assert!(near(factor * periods, annuity, 0.0, 1e-12));
        let total = over_life(margin, 1.0, periods);
        prop_assert!(near(per_period(total, periods).unwrap(), margin, 0.0, 1e-14));
        // A customer who cannot leave, from the end of the first year on.
        let terms = Terms { margin, retention: 1.0, discount: rate, ..plain() };
        let horizon = Horizon::Periods(years.unsigned_abs());
        let lifetime = made(Terms { horizon, timing: Timing::AfterOnePeriod, ..terms });
        prop_assert!(near(lifetime.value(), total * factor, 0.0, 1e-12));
    }

    #[test]
    fn cash_flow_in_a_second_writing(
        amounts in prop::collection::vec(-1e6..1e6, 0..30),
        rate in 0.0..10.0,
    ) {
        let flow = CashFlow::new(&amounts, rate).unwrap();
        // Horner's scheme, from the last amount to the first.
        let horner = amounts.iter().rev().fold(0.0, |rest, amount| amount + rest / (1.0 + rate));
        prop_assert!(near(flow.npv(), horner, 1e6, 1e-12));
        prop_assert_eq!(flow.amounts(), &amounts[..]);
        prop_assert_eq!(CashFlow::new(&amounts, 0.0).unwrap().npv(), amounts.iter().sum::<f64>());
    }

    #[test]
    fn a_ladder_is_commodity_and_experience(rungs in prop::collection::vec(0.01..1e9, 1..8)) {
        let ladder = PriceLadder::new(&rungs).unwrap();
        let above: f64 = rungs[1..].iter().sum();
        prop_assert!(near(ladder.experience(), above, ladder.price, 1e-12));
        let (share, multiple) = (ladder.experience_share().unwrap(), ladder.multiple().unwrap());
        prop_assert!((0.0..=1.0).contains(&share) && multiple >= 1.0);
        prop_assert!(near((1.0 - share) * multiple, 1.0, 0.0, 1e-4 * multiple.max(1e-8)));
    }

    #[test]
    fn gaps_are_guess_less_score(pairs in prop::collection::vec((0.0..10.0, 0.0..10.0), 1..12)) {
        let (guesses, scores): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
        let perception = Perception::new(&guesses, &scores).unwrap();
        let mean: f64 = perception.gaps.iter().sum::<f64>() / guesses.len() as f64;
        prop_assert!(near(mean, perception.mean_guess - perception.mean_score, 10.0, 1e-12));
        match perception.blind_spot() {
            Some((k, gap)) => {
                prop_assert!(gap > 0.0 && gap == guesses[k] - scores[k]);
                prop_assert!(perception.gaps.iter().all(|other| *other <= gap));
            }
            None => prop_assert!(perception.gaps.iter().all(|gap| *gap <= 0.0)),
        }
    }
}

/// One unit each period from now on, for ever, without discount.
fn plain() -> Terms {
    Terms {
        margin: 1.0,
        retention: 0.5,
        discount: 0.0,
        growth: 0.0,
        acquisition: 0.0,
        timing: Timing::Now,
        horizon: Horizon::Forever,
    }
}

/// Weights, the worth of a perfect offer, and offers on as many criteria.
type Market = (Vec<f64>, f64, Vec<Offering>);

fn markets() -> impl Strategy<Value = Market> {
    (1..12_usize).prop_flat_map(|count| {
        let numbers = |most: f64, count| prop::collection::vec(0.0..most, count);
        let offering = (numbers(10.0, count), numbers(1e3, 4))
            .prop_map(|(scores, costs)| Offering { scores, costs });
        let weights = prop::collection::vec(0.1..100.0, count);
        (weights, 1.0..1e4, prop::collection::vec(offering, 2..6))
    })
}

fn judged((weights, perfect, offerings): &Market) -> Comparison {
    Comparison::new(weights, *perfect, offerings).unwrap_or_else(|error| panic!("{error:?}"))
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn only_the_proportions_of_weights_count(market in markets(), power in -6..6_i32, x in 1.0..10.0) {
        let factor = x * 10_f64.powi(power);
        let scaled: Vec<f64> = market.0.iter().map(|weight| weight * factor).collect();
        let (before, after) = (judged(&market), judged(&(scaled, market.1, market.2.clone())));
        for (a, b) in before.standings().iter().zip(after.standings()) {
            prop_assert!(near(a.benefit, b.benefit, 0.0, 1e-12));
            prop_assert!(near(a.mean_score, b.mean_score, 0.0, 1e-12));
            prop_assert!(near(a.net(), b.net(), market.1, 1e-12));
        }
        prop_assert!(after.weights().iter().zip(before.weights()).all(|(a, b)| near(*a, *b, 0.0, 1e-12)));
    }

    #[test]
    fn parts_make_the_whole(market in markets()) {
        let comparison = judged(&market);
        let sum: f64 = comparison.weights().iter().sum();
        prop_assert!(near(sum, 1.0, 0.0, 1e-12));
        for (standing, offering) in comparison.standings().iter().zip(&market.2) {
            let benefit: f64 = standing.benefits.iter().sum();
            let cost: f64 = offering.costs.iter().sum();
            prop_assert!(near(benefit, standing.benefit, 0.0, 1e-12));
            prop_assert!(near(cost, standing.cost, 0.0, 1e-12));
            prop_assert!(near(standing.mean_score / 10.0 * market.1, benefit, 0.0, 1e-12));
            prop_assert!(near(standing.net() + standing.cost, standing.benefit, standing.cost, 1e-12));
            prop_assert!(near(standing.ratio().unwrap() * standing.cost, benefit, 0.0, 1e-12));
            // A second writing: weights first, then the sum.
            let weighted: f64 = market.0.iter().zip(&offering.scores).map(|(w, s)| w * s).sum();
            let total: f64 = market.0.iter().sum();
            prop_assert!(near(market.1 * weighted / total / 10.0, benefit, 0.0, 1e-12));
        }
    }

    #[test]
    fn rankings_fall_and_leads_mirror(market in markets()) {
        let comparison = judged(&market);
        let standings = comparison.standings();
        let by_net = comparison.ranking(Rule::Difference);
        let by_ratio = comparison.ranking(Rule::Ratio);
        prop_assert!(by_net.windows(2).all(|w| standings[w[0]].net() >= standings[w[1]].net()));
        prop_assert!(by_ratio.windows(2).all(|w| standings[w[0]].ratio() >= standings[w[1]].ratio()));
        prop_assert_eq!(comparison.rules_disagree(), by_net[0] != by_ratio[0]);
        for k in 0..standings.len() {
            let rival = comparison.best_rival(k);
            prop_assert!(rival != k && comparison.lead(k) == -comparison.lead_over(rival, k));
            prop_assert_eq!(comparison.lead(k) >= 0.0, k == comparison.winner());
        }
    }

    /// Money counts one for one: the price at which we tie is our price and our lead.
    #[test]
    fn the_tie_by_price_is_price_and_lead(market in markets(), price in 0.0..2e3) {
        let case = cased(&market, price);
        let ours = case.offers[0].id;
        let lead = case.comparison().unwrap().lead(0);
        for input in [Input::Price(ours), Input::Cost(ours, Cost::Money)] {
            match tie(&case, input) {
                Some(found) => prop_assert!(near(found, price + lead, market.1, 1e-9), "{found}"),
                None => prop_assert!(price + lead <= 1e-9, "missed {price} + {lead}"),
            }
        }
        // In points the felt price takes its place, and the price in money moves nothing.
        let points = Case { counting: Counting::Points, ..case };
        let lead = points.comparison().unwrap().lead(0);
        prop_assert_eq!(tie(&points, Input::Price(ours)), None);
        let found = tie(&points, Input::Cost(ours, Cost::Money));
        let expected = points.offers[0].felt[0] + lead;
        prop_assert!(found.map_or(expected <= 1e-9, |found| near(found, expected, market.1, 1e-9)));
    }

    #[test]
    fn every_tie_is_a_tie_and_the_nearest(market in markets(), price in 0.0..2e3) {
        let case = cased(&market, price);
        let comparison = case.comparison().unwrap();
        for input in lead_inputs(&case, comparison.best_rival(0)) {
            let now = input.get(&case).unwrap();
            let lead = |value| {
                let mut probe = case.clone();
                input.set(&mut probe, value);
                probe.comparison().ok().map(|c| (c.lead(0), c.standings()[0].benefit + c.standings()[0].cost))
            };
            let field = input.field(&case);
            let found = tie(&case, input);
            if let Some(value) = found {
                prop_assert!(value >= field.low && value <= field.high, "{input:?} {value}");
                let (lead, size) = lead(value).unwrap_or((f64::NAN, 0.0));
                prop_assert!(lead.abs() <= 1e-9 * size.max(1.0), "{input:?} {value}: {lead} of {size}");
            }
            // From here to the tie, or to the ends of a reasonable range, nobody overtakes.
            let (low, high) = (field.low, field.high.min(1e4));
            let sign = comparison.lead(0) > 0.0;
            for share in [0.03, 0.2, 0.5, 0.8, 0.97] {
                for end in found.map_or(vec![low, high], |value| vec![value]) {
                    let value = now + share * (end - now);
                    let Some((lead, size)) = lead(value) else { continue };
                    let overtaken = (lead > 0.0) != sign && lead.abs() > 1e-6 * size.max(1.0);
                    prop_assert!(!overtaken, "{input:?} from {now}: {found:?}, but at {value} {lead}");
                }
            }
        }
    }
}

/// The market as a case counted in money, with our price as given.
fn cased((weights, perfect, offerings): &Market, price: f64) -> Case {
    let mut case = library::open(Sample::Rules);
    case.counting = Counting::Money;
    while case.criteria.len() > weights.len() {
        case.criteria.pop();
    }
    while case.criteria.len() < weights.len() {
        case.add_row(customer_value::case::change::Rows::Criteria);
    }
    while case.offers.len() > offerings.len() {
        case.offers.pop();
    }
    while case.offers.len() < offerings.len() {
        case.add_row(customer_value::case::change::Rows::Offers);
    }
    for (criterion, weight) in case.criteria.iter_mut().zip(weights) {
        criterion.weight = *weight;
    }
    for (offer, offering) in case.offers.iter_mut().zip(offerings) {
        offer.scores.clone_from(&offering.scores);
        offer.price = offering.costs[0];
        offer.hours = offering.costs[1] / 1e3;
        (offer.energy, offer.mind) = (offering.costs[2], offering.costs[3]);
        offer.felt.copy_from_slice(&offering.costs);
    }
    case.offers[0].price = price;
    (case.perfect_money, case.perfect_points) = (*perfect, *perfect);
    case
}

/// The numbers of a lifetime value, a table of `count` lines among them.
fn numbers(lifetime: &Lifetime, count: u32) -> Vec<f64> {
    let mut all = vec![lifetime.value(), lifetime.net(), lifetime.step()];
    all.extend([0.0, 0.5, 1.0, 1e9].map(|time| lifetime.survival(time)));
    all.extend([lifetime.expected_life(), lifetime.value_to_cost()].into_iter().flatten());
    all.extend(lifetime.simple_payback());
    for line in lifetime.periods(count) {
        all.extend([line.survival, line.margin, line.discount_factor, line.present]);
        all.push(line.cumulative);
    }
    all
}

proptest! {
    #![proptest_config(config(2_000))]

    /// Within the fields' bounds: margin to 1e12, rates from −99 % (0 for the discount) to 1000 %.
    #[test]
    fn no_terms_within_the_fields_give_a_number_that_is_none(
        (margin, acquisition) in (odd(), odd()),
        (retention, discount, growth) in (odd(), odd(), odd()),
        timing in timings(),
        n in prop::option::of(1..=600_u32),
    ) {
        let within = |x: f64, low, high| if x.is_nan() { low } else { x.clamp(low, high) };
        let terms = Terms {
            margin: within(margin, -1e12, 1e12),
            acquisition: within(acquisition, 0.0, 1e12),
            retention: within(retention, 0.0, 1.0),
            discount: within(discount, 0.0, 10.0),
            growth: within(growth, -0.99, 10.0),
            timing,
            horizon: n.map_or(Horizon::Forever, Horizon::Periods),
        };
        match Lifetime::new(terms) {
            Ok(lifetime) => {
                let all = numbers(&lifetime, periods_shown(&lifetime));
                prop_assert!(all.iter().all(|x| x.is_finite()), "{terms:?}");
                let retention = grip::retention_of_survival(&lifetime, 0.4);
                prop_assert!((0.0..=1.0).contains(&retention));
                let _ = lifetime.payback();
            }
            Err(LifetimeError::NoFiniteValue) => {
                let gap = 1.0 + terms.discount - terms.retention * (1.0 + terms.growth);
                prop_assert!(n.is_none() && gap <= 0.0);
            }
            Err(error) => prop_assert_eq!(error, LifetimeError::TooLarge),
        }
    }

    /// Whatever is put in: a typed error, or numbers.
    #[test]
    fn no_terms_at_all_get_past_the_door_without_a_value(
        (margin, acquisition) in (odd(), odd()),
        (retention, discount, growth) in (odd(), odd(), odd()),
        timing in timings(),
        n in prop::option::of(any::<u32>()),
    ) {
        let horizon = n.map_or(Horizon::Forever, Horizon::Periods);
        let terms = Terms { margin, retention, discount, growth, acquisition, timing, horizon };
        if let Ok(lifetime) = Lifetime::new(terms) {
            let all = [lifetime.value(), lifetime.net(), lifetime.step(), lifetime.survival(3.5)];
            prop_assert!(all.iter().all(|x| x.is_finite()), "{terms:?} {all:?}");
            let ratios = [lifetime.expected_life(), lifetime.value_to_cost(), lifetime.simple_payback()];
            prop_assert!(ratios.into_iter().flatten().all(f64::is_finite), "{terms:?}");
            prop_assert!((0.0..=1.0).contains(&lifetime.survival(2.0)));
            let _ = lifetime.payback();
        }
    }

    #[test]
    fn no_numbers_at_all_break_the_other_models(
        numbers in prop::collection::vec(odd(), 8),
        (rate, periods) in (odd(), odd()),
    ) {
        let finite = |all: &[f64]| all.iter().all(|x| x.is_finite());
        if let Ok(flow) = CashFlow::new(&numbers, rate) {
            prop_assert!(finite(flow.present()) && flow.npv().is_finite());
        }
        if let Some(ladder) = PriceLadder::new(&numbers[..3]) {
            let shares = [ladder.experience_share(), ladder.multiple()].into_iter().flatten();
            prop_assert!(finite(&shares.collect::<Vec<f64>>()), "{:?}", &numbers[..3]);
            prop_assert!(finite(&[ladder.price, ladder.commodity, ladder.experience()]));
        }
        if let Some(perception) = Perception::new(&numbers[..4], &numbers[4..]) {
            let within = numbers.iter().all(|x| x.abs() <= 1e12);
            let means = [perception.mean_guess, perception.mean_score];
            prop_assert!(!within || finite(&perception.gaps) && finite(&means));
        }
        prop_assert!(average_discount_factor(rate, periods).is_none_or(f64::is_finite));
        prop_assert!(per_period(rate, periods).is_none_or(f64::is_finite));
        prop_assert!(expected_life(rate).is_none_or(f64::is_finite));
        let offering = |k: usize| Offering { scores: numbers[k..k + 2].to_vec(), costs: numbers[k + 2..k + 4].to_vec() };
        if let Ok(comparison) = Comparison::new(&numbers[2..4], periods, &[offering(0), offering(4)]) {
            let all = compared(&comparison);
            prop_assert!(finite(&all), "{numbers:?} {periods}: {all:?}");
        }
    }
}

/// Every number that comparing the offers gives.
fn compared(comparison: &Comparison) -> Vec<f64> {
    let mut all = comparison.weights().to_vec();
    for standing in comparison.standings() {
        all.extend([standing.benefit, standing.cost, standing.net(), standing.mean_score]);
        all.extend(standing.benefits.iter().chain(&standing.costs).chain(&standing.scores));
        all.extend(standing.ratio());
    }
    for k in 0..comparison.standings().len() {
        all.push(comparison.lead(k));
        all.extend(comparison.weakest_lever(k, comparison.best_rival(k)).map(|(_, gap)| gap));
    }
    all
}

/// Every number that the customer's worth gives.
fn valued(case: &Case) -> Vec<f64> {
    let mut all = Vec::new();
    if let Ok(value) = case.lifetime() {
        all.extend([value.value(), value.net(), value.step(), value.survival(0.5)]);
        let results = [value.expected_life(), value.value_to_cost(), value.simple_payback()];
        all.extend(results.into_iter().flatten());
        for line in value.periods(periods_shown(&value)) {
            all.extend([line.survival, line.margin, line.discount_factor]);
            all.extend([line.present, line.cumulative]);
        }
        let held = handle_time(&value);
        all.extend([held, grip::retention_of_survival(&value, 0.3)]);
        all.push(grip::retention_of_value(&value, periods_shown(&value), 100.0));
    }
    if let Ok(flow) = case.cash_flow() {
        all.extend(flow.present().iter().chain(flow.amounts()));
        all.push(flow.npv());
    }
    if let Some(ladder) = case.price_ladder() {
        all.extend([ladder.price, ladder.experience()]);
        all.extend(ladder.experience_share());
        all.extend(ladder.multiple());
    }
    if let Some(perception) = case.perception() {
        all.extend([perception.mean_guess, perception.mean_score]);
        all.extend(
            perception.gaps.iter().copied().chain(perception.blind_spot().map(|(_, gap)| gap)),
        );
    }
    all
}

/// Words that no reader should meet.
fn is_odd(text: &str) -> bool {
    ["NaN", "inf", "—"].iter().any(|odd| text.contains(odd))
}

/// Every number that sensitivity and the handles give.
fn moved(case: &Case) -> Vec<f64> {
    let mut all = Vec::new();
    let mut swings = lifetime_swings(case, 0.2);
    if let Ok(comparison) = case.comparison() {
        let rival = comparison.best_rival(0);
        swings.extend(lead_swings(case, rival, 0.1));
        all.extend(lead_inputs(case, rival).into_iter().filter_map(|input| tie(case, input)));
        all.extend(grip::bars(case, &comparison).iter().map(|grip| grip.value(case, 1.0)));
        let glass = case.glass(Language::Chinese);
        for offer in 0..case.offers.len() {
            let spoken = working::spoken(&working::net_value(case, &comparison, offer, glass));
            assert!(!is_odd(&spoken), "{spoken}");
        }
    }
    for swing in swings {
        all.extend([swing.values.0, swing.values.1]);
        all.extend([swing.results.0, swing.results.1].into_iter().flatten());
    }
    let grips = [grip::ladder(case), grip::cash_flow(case), grip::guesses(case)].concat();
    all.extend(grips.iter().map(|grip| grip.value(case, 3.0)));
    if let Ok(value) = case.lifetime() {
        let spoken =
            working::spoken(&working::lifetime(case, &value, case.glass(Language::English)));
        assert!(!is_odd(&spoken), "{spoken}");
    }
    all
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn every_field_has_a_slider_and_a_step(case in cases(), place in any::<Index>()) {
        let all = inputs(&case);
        for input in all {
            let field = input.field(&case);
            let Some(value) = input.get(&case) else { continue };
            prop_assert!(field.low.is_finite() && field.high.is_finite() && field.low <= field.high);
            let far = field.low + (field.high - field.low) * place.index(1_000) as f64 / 999.0;
            for anchor in [value.clamp(field.low, field.high), field.low, field.high, 0.0, far] {
                let anchor = anchor.clamp(field.low, field.high);
                let (low, high) = field.slider(anchor);
                let step = field.step(anchor);
                prop_assert!(low.is_finite() && high.is_finite() && step.is_finite() && step > 0.0);
                let holds = low <= anchor && anchor <= high * (1.0 + 1e-12);
                prop_assert!(holds, "{input:?} {anchor}: {low}..{high}");
                prop_assert!(low < high || field.low == field.high, "{input:?} {anchor}: {low}..{high}");
                let within = field.low <= low && high <= field.high;
                prop_assert!(within, "{input:?} {anchor}: {low}..{high} of {}..{}", field.low, field.high);
            }
        }
    }

    /// What a box shows is read back as the number that it shows, and is within the field.
    #[test]
    fn every_box_takes_back_what_it_shows(case in cases(), language in select(LANGUAGES.to_vec())) {
        let glass = case.glass(language);
        for input in inputs(&case) {
            let field = input.field(&case);
            let Some(value) = input.get(&case).filter(|x| *x == 0.0 || x.abs() > 1e-9) else { continue };
            let text = glass.bare(value, field.unit);
            let reading = read(&text, field.unit, case.currency);
            let close = reading.is_ok_and(|r| r.plain && near(r.value, value, 0.0, 1e-9));
            prop_assert!(close, "{input:?} {value} {text}: {reading:?}");
            // What follows from another box may lie beyond what this one takes.
            let beyond = value < field.low || value > field.high;
            let taken = field.read(&text, case.currency);
            prop_assert!(beyond || taken.is_ok(), "{input:?} {value} shown as {text}: {taken:?}");
        }
    }

    /// A handle snaps to numbers as they are typed.
    #[test]
    fn a_handle_sets_what_could_have_been_typed(tenths in 0..=100_u32) {
        let case = library::open(Sample::Rules);
        let typed: f64 = format!("{}.{}", tenths / 10, tenths % 10).parse().unwrap();
        let found = grip::guesses(&case)[0].value(&case, f64::from(tenths) / 10.0);
        prop_assert_eq!(found, typed);
    }

    #[test]
    fn no_case_has_a_number_that_is_none(case in cases()) {
        if let Ok(comparison) = case.comparison() {
            let all = compared(&comparison);
            prop_assert!(all.iter().all(|x| x.is_finite()), "{all:?}");
            for rule in [Rule::Difference, Rule::Ratio] {
                let mut order = comparison.ranking(rule);
                order.sort_unstable();
                prop_assert!(order.into_iter().eq(0..case.offers.len()));
            }
            let winner = comparison.standings()[comparison.winner()].net();
            prop_assert!(comparison.standings().iter().map(Standing::net).all(|net| net <= winner));
        }
        for all in [valued(&case), moved(&case)] {
            prop_assert!(all.iter().all(|x| x.is_finite()), "{all:?}");
        }
    }
}
