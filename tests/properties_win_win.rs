//! What must hold of a price and its two sides, whatever the numbers.

use customer_value::model::lifetime::{Horizon, Timing};
use customer_value::model::win_win::{Aim, Deal, Sides, Standing, Terms, WinWin};
use proptest::prelude::*;

#[allow(dead_code, reason = "not every test takes all of it")]
#[path = "data/odd.rs"]
mod odd;

use odd::{config, near, odd};

/// Everyday terms.
fn everyday() -> impl Strategy<Value = Terms> {
    let money = (5.0..60.0, 0.0..20.0, 1.0..80.0, 1.0..40.0);
    let responses = (0.05..0.95, 0.0..8.0, 0.3..0.95, 0.0..8.0);
    let rates = (0.01..0.3, 0.01..0.3, 0.0..300.0, prop::bool::ANY);
    (money, responses, rates).prop_map(
        |((worth, unit_cost, purchases, today), (share, a, retention, b), (i, j, cost, now))| {
            Terms {
                worth,
                unit_cost,
                purchases,
                prospects: 1_000.0,
                today,
                share,
                choice_response: a,
                retention,
                stay_response: b,
                discount: i,
                customer_discount: j,
                growth: 0.0,
                acquisition: cost,
                timing: if now { Timing::Now } else { Timing::AfterOnePeriod },
                horizon: Horizon::Forever,
                prices: (0.0, 80.0),
            }
        },
    )
}

/// Terms of any numbers at all, most of which make no sense.
fn any_terms() -> impl Strategy<Value = Terms> {
    let numbers = prop::collection::vec(odd(), 15);
    (everyday(), numbers, prop::collection::vec(0..8, 15), prop::option::of(0..200_u32)).prop_map(
        |(mut terms, numbers, which, periods)| {
            let fields = [
                &mut terms.worth,
                &mut terms.unit_cost,
                &mut terms.purchases,
                &mut terms.prospects,
                &mut terms.today,
                &mut terms.share,
                &mut terms.choice_response,
                &mut terms.retention,
                &mut terms.stay_response,
                &mut terms.discount,
                &mut terms.customer_discount,
                &mut terms.growth,
                &mut terms.acquisition,
                &mut terms.prices.0,
                &mut terms.prices.1,
            ];
            for ((field, number), which) in fields.into_iter().zip(numbers).zip(which) {
                if which == 0 {
                    *field = number;
                }
            }
            terms.horizon = periods.map_or(Horizon::Forever, Horizon::Periods);
            terms
        },
    )
}

fn is_sound(deal: &Deal) -> bool {
    let numbers = [
        deal.price,
        deal.surplus,
        deal.margin,
        deal.lifetime_value,
        deal.lifetime_surplus,
        deal.sides.firm(),
        deal.sides.customer(),
        deal.sides.total(),
    ];
    numbers.iter().all(|x| x.is_finite())
        && (0.0..=1.0).contains(&deal.share)
        && (0.0..=1.0).contains(&deal.retention)
        && deal.sides.firm_share().is_none_or(|share| (0.0..=1.0).contains(&share))
}

proptest! {
    #![proptest_config(config(24))]

    /// On a grid: in the zone nobody loses, and outside it somebody does, but for rounding at its
    /// borders.
    #[test]
    fn the_zone_is_where_nobody_loses(terms in everyday(), against_today in any::<bool>()) {
        let market = WinWin::new(terms).unwrap();
        let today = market.at(terms.today).sides;
        let fallback = if against_today { today } else { Sides::NOTHING };
        let (zone, regions) = (market.zone(&fallback), market.regions(&fallback));
        for deal in market.sweep(321) {
            let at_a_border = regions.iter().any(|region| {
                (region.from - deal.price).abs() < 1e-9 || (region.to - deal.price).abs() < 1e-9
            });
            let inside = zone.iter().any(|(from, to)| (*from..=*to).contains(&deal.price));
            let nobody_loses = deal.sides.beyond(&fallback).standing() == Standing::WinWin;
            prop_assert!(at_a_border || inside == nobody_loses, "{deal:?} {zone:?}");
        }
    }

    /// The stretches fill the whole range without a gap, and neighbours differ.
    #[test]
    fn regions_fill_the_range(terms in everyday()) {
        let market = WinWin::new(terms).unwrap();
        let regions = market.regions(&Sides::NOTHING);
        prop_assert_eq!(regions[0].from, terms.prices.0);
        prop_assert_eq!(regions[regions.len() - 1].to, terms.prices.1);
        for pair in regions.windows(2) {
            prop_assert_eq!(pair[0].to, pair[1].from);
            prop_assert_ne!(pair[0].standing, pair[1].standing);
            // The border is a root: one of the sides has nothing there.
            let sides = market.at(pair[0].to).sides;
            let scale = market.at(terms.today).sides;
            let none = |x: f64, of: f64| near(x, 0.0, of, 1e-9);
            prop_assert!(none(sides.firm(), scale.firm()) || none(sides.customer(), scale.customer()));
        }
    }

    /// No price on a grid is better than the best.
    #[test]
    fn the_best_price_is_best(terms in everyday()) {
        let market = WinWin::new(terms).unwrap();
        let today = market.at(terms.today).sides;
        let grid = market.sweep(200);
        for (aim, value) in [
            (Aim::Firm, Sides::firm as fn(&Sides) -> f64),
            (Aim::Customer, Sides::customer),
            (Aim::Total, Sides::total),
        ] {
            let best = value(&market.best(aim).unwrap().sides);
            let most = grid.iter().map(|deal| value(&deal.sides)).fold(f64::NEG_INFINITY, f64::max);
            prop_assert!(best >= most - 1e-9 * most.abs(), "{aim:?}: {best} {most}");
        }
        if let Some(both) = market.best(Aim::Both(today)) {
            let product = |deal: &Deal| {
                let gain = deal.sides.beyond(&today);
                let wins = gain.standing() == Standing::WinWin;
                if wins { gain.firm() * gain.customer() } else { 0.0 }
            };
            let most = grid.iter().map(product).fold(0.0, f64::max);
            prop_assert!(product(&both) >= most * (1.0 - 1e-9));
        }
    }

    /// Today's price gives back the share and the retention that were typed; a lower one never fewer.
    #[test]
    fn a_lower_price_never_drives_anyone_away(terms in everyday()) {
        let market = WinWin::new(terms).unwrap();
        let today = market.at(terms.today);
        prop_assert_eq!((today.share, today.retention), (terms.share, terms.retention));
        for pair in market.sweep(50).windows(2) {
            let rises = |from: f64, to: f64| to > from * (1.0 + 1e-15);
            prop_assert!(!rises(pair[0].share, pair[1].share));
            prop_assert!(!rises(pair[0].retention, pair[1].retention));
        }
    }

}

proptest! {
    #![proptest_config(config(120))]

    #[test]
    fn what_is_accepted_has_numbers_throughout(terms in any_terms(), price in odd()) {
        let Ok(market) = WinWin::new(terms) else { return Ok(()) };
        prop_assert!(is_sound(&market.at(price)), "{:?}", market.at(price));
        prop_assert!(market.sweep(9).iter().all(is_sound));
        let today = market.at(terms.today).sides;
        for fallback in [Sides::NOTHING, today] {
            prop_assert!(market.regions(&fallback).iter().all(|r| r.from.is_finite() && r.to >= r.from));
            for aim in [Aim::Firm, Aim::Customer, Aim::Total, Aim::Both(fallback)] {
                prop_assert!(market.best(aim).iter().all(is_sound));
            }
        }
    }
}
