//! A price against formulas worked out by hand, and against the models it is made of.

use super::super::choice::{Market, Offer, Segment};
use super::*;

const TERMS: Terms = Terms {
    worth: 30.0,
    unit_cost: 8.0,
    purchases: 50.0,
    prospects: 1_000.0,
    today: 25.0,
    share: 0.3,
    choice_response: 4.0,
    retention: 0.8,
    stay_response: 4.0,
    discount: 0.1,
    customer_discount: 0.1,
    growth: 0.0,
    acquisition: 100.0,
    timing: Timing::Now,
    horizon: Horizon::Forever,
    prices: (0.0, 50.0),
};

/// One customer at the table, whom no price moves.
const UNMOVED: Terms =
    Terms { prospects: 1.0, share: 1.0, choice_response: 0.0, stay_response: 0.0, ..TERMS };

fn close(a: f64, b: f64) -> bool {
    (a / b - 1.0).abs() < 1e-12
}

#[test]
fn todays_price_gives_what_is_typed() {
    let deal = WinWin::new(TERMS).unwrap().at(25.0);
    assert_eq!((deal.share, deal.retention), (0.3, 0.8));
    assert_eq!((deal.surplus, deal.margin), (5.0, 17.0));
    // 17 · 50 · 1.1 / (1.1 − 0.8) − 100 for each of 300 customers, 5 · 50 · 1.1 / 0.3 to each.
    assert!(close(deal.lifetime_value, 850.0 * 11.0 / 3.0 - 100.0));
    assert!(close(deal.lifetime_surplus, 250.0 * 11.0 / 3.0));
    assert!(close(deal.sides.firm(), 300.0 * deal.lifetime_value));
    assert!(close(deal.sides.customer(), 300.0 * deal.lifetime_surplus));
}

#[test]
fn a_price_moves_the_odds() {
    let odds = |p: f64| p / (1.0 - p);
    let deal = WinWin::new(TERMS).unwrap().at(20.0);
    // A fifth of today's price more: e^(4/5) times the odds.
    assert!(close(odds(deal.share), odds(0.3) * libm::exp(0.8)));
    assert!(close(odds(deal.retention), odds(0.8) * libm::exp(0.8)));
}

/// The same as a market in which the offers compete by logit, with a sensitivity of a/p₀.
#[test]
fn choice_is_a_multinomial_logit() {
    let all = [Segment {
        heads: 1.0,
        weights: vec![1.0],
        perfect: 60.0,
        sensitivity: TERMS.choice_response / TERMS.today,
        outside: Some(0.0),
    }];
    let offer = |score: f64, price: f64| Offer {
        scores: vec![score],
        price,
        other_costs: 0.0,
        unit_cost: 8.0,
    };
    let share = |price: f64| {
        // Ours is worth 30, the rivals' 27 and 36.
        let offers = [offer(5.0, price), offer(4.5, 24.0), offer(6.0, 31.5)];
        Market::new(&all, &offers).unwrap().outcomes()[0].share
    };
    let market = WinWin::new(Terms { share: share(25.0), ..TERMS }).unwrap();
    for price in [0.0, 12.0, 25.0, 31.0, 50.0] {
        assert!(close(market.at(price).share, share(price)), "{price}");
    }
}

/// Whom no price moves: the firm gains from `c + AC·(1 − r/(1+i))/q` up, the customer up to the worth.
#[test]
fn the_zone_in_closed_form() {
    let table = WinWin::new(UNMOVED).unwrap();
    let zone = table.zone(&Sides::NOTHING);
    assert_eq!(zone.len(), 1);
    assert!(close(zone[0].0, 8.0 + 100.0 * (1.0 - 0.8 / 1.1) / 50.0), "{zone:?}");
    assert_eq!(zone[0].1, 30.0);
    let standings: Vec<Standing> =
        table.regions(&Sides::NOTHING).iter().map(|region| region.standing).collect();
    assert_eq!(standings, [Standing::GiveAway, Standing::WinWin, Standing::Exploit]);
}

/// Without any response a price only splits the total: no other price is better for both.
#[test]
fn without_response_it_is_a_tug_of_war() {
    let table = WinWin::new(UNMOVED).unwrap();
    let today = table.at(25.0).sides;
    assert_eq!(table.zone(&today), []);
    assert_eq!(table.best(Aim::Both(today)), None);
    let totals: Vec<f64> = table.sweep(5).iter().map(|deal| deal.sides.total()).collect();
    assert!(totals.iter().all(|total| close(*total, totals[0])));
    // Nash: each gets half of what there is to share between cost and worth.
    let free = WinWin::new(Terms { acquisition: 0.0, ..UNMOVED }).unwrap();
    let fair = free.best(Aim::Both(Sides::NOTHING)).unwrap();
    assert!((fair.price - 19.0).abs() < 1e-6, "{}", fair.price);
    assert!(close(fair.sides.firm_share().unwrap(), 0.5 + (fair.price - 19.0) / 22.0));
}

#[test]
fn with_response_both_can_gain_against_today() {
    let market = WinWin::new(TERMS).unwrap();
    let today = market.at(25.0).sides;
    let zone = market.zone(&today);
    assert_eq!(zone.len(), 1, "{zone:?}");
    let (from, to) = zone[0];
    assert_eq!(to, 25.0);
    // At its lower end the firm has exactly what it has today.
    assert!(close(market.at(from).sides.firm(), today.firm()));
    let firm = market.best(Aim::Firm).unwrap();
    let both = market.best(Aim::Both(today)).unwrap();
    let highlights = market.highlights(today);
    assert_eq!((highlights.firm, highlights.both), (Some(firm), Some(both)));
    assert_eq!((highlights.zone, highlights.fallback), (zone.clone(), today));
    assert!(from < both.price && both.price < firm.price && firm.price < to);
    let step = 1e-3;
    for price in [firm.price - step, firm.price + step] {
        assert!(market.at(price).sides.firm() < firm.sides.firm());
    }
    let customer = market.best(Aim::Customer).unwrap();
    assert_eq!(customer.price, 0.0);
}

/// The price at which the firm's best is, where nobody leaves or comes for it, by the first-order
/// condition of logit demand: margin = 1 / (β·(1 − share)).
#[test]
fn the_firms_best_price_is_that_of_logit_demand() {
    let once = Terms {
        retention: 0.0,
        acquisition: 0.0,
        choice_response: 12.5,
        horizon: Horizon::Periods(1),
        ..TERMS
    };
    let market = WinWin::new(once).unwrap();
    let best = market.best(Aim::Firm).unwrap();
    let beta = once.choice_response / once.today;
    assert!((best.margin * beta * (1.0 - best.share) - 1.0).abs() < 1e-6);
}

#[test]
fn a_sweep_goes_from_end_to_end() {
    let market = WinWin::new(TERMS).unwrap();
    let prices: Vec<f64> = market.sweep(5).iter().map(|deal| deal.price).collect();
    assert_eq!(prices, [0.0, 12.5, 25.0, 37.5, 50.0]);
    assert_eq!((market.sweep(0).len(), market.sweep(1)[0].price), (0, 0.0));
    assert_eq!(market.at(99.0), market.at(50.0));
    assert_eq!(market.at(f64::NAN), market.at(25.0));
}

#[test]
fn says_what_cannot_be_used() {
    let error = |terms: Terms| WinWin::new(terms).unwrap_err();
    let nan = f64::NAN;
    assert_eq!(error(Terms { worth: nan, ..TERMS }), WinWinError::Worth);
    assert_eq!(error(Terms { unit_cost: -1.0, ..TERMS }), WinWinError::UnitCost);
    assert_eq!(error(Terms { purchases: nan, ..TERMS }), WinWinError::Purchases);
    assert_eq!(error(Terms { prospects: -1.0, ..TERMS }), WinWinError::Prospects);
    assert_eq!(error(Terms { prices: (5.0, 5.0), ..TERMS }), WinWinError::Prices);
    assert_eq!(error(Terms { today: 51.0, ..TERMS }), WinWinError::Today);
    assert_eq!(error(Terms { today: 0.0, ..TERMS }), WinWinError::Today);
    assert_eq!(error(Terms { share: 1.5, ..TERMS }), WinWinError::Share);
    assert_eq!(error(Terms { choice_response: -1.0, ..TERMS }), WinWinError::ChoiceResponse);
    assert_eq!(error(Terms { retention: nan, ..TERMS }), WinWinError::Retention);
    assert_eq!(error(Terms { stay_response: 1e4, ..TERMS }), WinWinError::StayResponse);
    assert_eq!(error(Terms { discount: -1.0, ..TERMS }), WinWinError::Discount);
    assert_eq!(error(Terms { customer_discount: nan, ..TERMS }), WinWinError::CustomerDiscount);
    assert_eq!(error(Terms { growth: -2.0, ..TERMS }), WinWinError::Growth);
    assert_eq!(error(Terms { acquisition: -1.0, ..TERMS }), WinWinError::Acquisition);
    // At a price of 0 the odds of staying are e^4 times today's: with growth there is no end.
    assert_eq!(error(Terms { growth: 0.12, ..TERMS }), WinWinError::NoFiniteValue);
    let near_one = Terms { customer_discount: 0.0, retention: 1.0, ..TERMS };
    assert_eq!(error(near_one), WinWinError::NoFiniteValue);
    let long = Terms { growth: 1e6, horizon: Horizon::Periods(60), ..TERMS };
    assert_eq!(error(long), WinWinError::TooLarge);
}
