//! What must hold of the money an offer costs, brings and is worth, whatever the numbers.

use customer_value::model::cash_flow::CashFlow;
use customer_value::model::economic_value::{
    Claim, Driver, EconomicValue, Part, Sign, Source, Terms,
};
use customer_value::model::investment::{Investment, Plan};
use customer_value::model::ownership::{self, Difference, Flow, Item, Ownership};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

#[expect(dead_code, reason = "shared with other tests")]
#[path = "data/odd.rs"]
mod odd;

use odd::{config, near};

fn flows() -> impl Strategy<Value = Flow> {
    let amount = || 0.0..1e5;
    prop_oneof![
        (0..9_u32, amount()).prop_map(|(year, amount)| Flow::Once { year, amount }),
        (1..4_u32, amount(), -0.3..0.3).prop_map(|(first, amount, growth)| Flow::Yearly {
            first,
            amount,
            growth
        }),
        amount().prop_map(|amount| Flow::Residual { amount }),
    ]
}

fn items() -> impl Strategy<Value = Vec<Item>> {
    vec((0..4_usize, flows()).prop_map(|(kind, flow)| Item { kind, flow }), 1..7)
}

fn drivers() -> impl Strategy<Value = Driver> {
    let sign = select(vec![Sign::Plus, Sign::Minus]);
    let source = select(vec![Source::Client, Source::Benchmark, Source::Us, Source::Guess]);
    (sign, 0.0..100.0, 0.0..10.0, 0.0..=1.0, 0.0..=1.0, source).prop_map(
        |(sign, quantity, unit_value, confidence, attribution, source)| Driver {
            sign,
            quantity,
            unit_value,
            confidence,
            attribution,
            source,
        },
    )
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn the_difference_crosses_where_it_says(
        ours in items(),
        theirs in items(),
        years in 1..10_u32,
        rate in -0.1..0.4,
    ) {
        let own = |items: &[Item]| Ownership::new(ownership::Terms { years, rate }, items).unwrap();
        let (ours, theirs) = (own(&ours), own(&theirs));
        let difference = Difference::new(&ours, &theirs).unwrap();
        let size =
            ours.running().iter().chain(&theirs.running()).fold(1.0, |m: f64, x| m.max(x.abs()));
        prop_assert!(near(difference.total(), ours.total() - theirs.total(), size, 1e-12));
        let of_drivers: f64 = difference.drivers().iter().map(|(_, d)| d).sum();
        prop_assert!(near(of_drivers, difference.total(), size, 1e-12));
        for offer in [&ours, &theirs] {
            prop_assert!(near(offer.by_kind().iter().sum(), offer.total(), size, 1e-12));
            let plain = CashFlow::new(
                &offer.years().iter().map(|y| y.amounts.iter().sum()).collect::<Vec<f64>>(),
                rate,
            )
            .unwrap();
            prop_assert!(near(plain.npv(), offer.total(), size, 1e-12));
        }
        let running = difference.running();
        // The first stretch that ends at or after a time, and how far along it that is.
        let at = |t: f64| {
            let stretches = running.windows(2).zip(0_u32..).map(|(pair, k)| (pair, f64::from(k)));
            let mut found = stretches.filter(|(_, k)| t <= k + 1.0);
            found.next().map(|(pair, k)| pair[0] + (t - k) * (pair[1] - pair[0]))
        };
        let crossings = difference.crossings();
        for (k, crossing) in crossings.iter().enumerate() {
            prop_assert!(near(at(crossing.year).unwrap(), 0.0, size, 1e-9), "{crossing:?} {running:?}");
            prop_assert!(k == 0 || crossings[k - 1].cheaper_after != crossing.cheaper_after);
        }
        let last = crossings.last().map(|c| c.cheaper_after);
        let end = running[running.len() - 1];
        prop_assert!(last.is_none_or(|cheaper| end == 0.0 || cheaper == (end < 0.0)));
        // A second writing of the first: dearer to buy, it is the payback of the extra money.
        if running[0] > 1e-6 * size {
            let yearly = |k: usize| if k == 0 { -running[0] } else { running[k - 1] - running[k] };
            let extra: Vec<f64> = (0..running.len()).map(yearly).collect();
            let payback = CashFlow::new(&extra, 0.0).unwrap().payback();
            let first = crossings.first().map(|c| c.year);
            let doubtful = running.iter().any(|d| d.abs() <= 1e-9 * size);
            prop_assert!(doubtful || payback.is_some() == first.is_some());
            prop_assert!(doubtful || near(payback.unwrap_or(0.0), first.unwrap_or(0.0), 1.0, 1e-9));
        }
    }

    #[test]
    fn the_internal_rate_makes_an_investment_worth_nothing(
        outlay in 1.0..1e5,
        benefit in 0.0..1e5,
        cost in 0.0..2e4,
        ramp in vec(0.0..=1.0, 0..4),
        growths in (-0.2..0.3, -0.2..0.3),
        years in 1..12_u32,
    ) {
        let (benefit_growth, cost_growth) = growths;
        let plan = |rate| Plan {
            outlay,
            benefit,
            cost,
            ramp: ramp.clone(),
            benefit_growth,
            cost_growth,
            ..Plan::empty(years, rate)
        };
        let investment = Investment::new(&plan(0.1)).unwrap();
        for rate in investment.flow().irr().all() {
            // Far out on the scale of rates the amounts themselves vanish, or outgrow all others.
            if !(-0.9..10.0).contains(rate) {
                continue;
            }
            let there = Investment::new(&plan(*rate)).unwrap();
            let size: f64 = there.flow().present().iter().map(|p| p.abs()).sum();
            prop_assert!(near(there.flow().npv(), 0.0, size, 1e-9), "{rate}");
            prop_assert!(near(there.benefit_needed().unwrap_or(1.0), 1.0, 0.0, 1e-6));
        }
        // Paid back within the years just where something is left over, and later when discounted.
        let left = investment.return_on_investment().unwrap();
        let payback = investment.flow().payback();
        prop_assert!(left <= 0.0 || payback.is_some());
        if let (Some(plain), Some(later)) = (payback, investment.flow().discounted_payback()) {
            prop_assert!(later >= plain - 1e-9);
        }
    }

    #[test]
    fn the_waterfall_adds_up_and_the_price_only_splits(
        reference in 0.0..1e3,
        price in 0.0..2e3,
        cost in 0.0..1e3,
        drivers in vec(drivers(), 0..7),
    ) {
        let value = EconomicValue::new(Terms { reference, price, cost }, &drivers).unwrap();
        for claim in [Claim::Full, Claim::Half, Claim::ClientOnly] {
            let steps = value.waterfall(claim);
            prop_assert_eq!(steps.len(), drivers.len() + 2);
            for pair in steps[..=drivers.len()].windows(2) {
                prop_assert_eq!(pair[0].to, pair[1].from);
            }
            let last = steps[steps.len() - 1];
            prop_assert!(last.part == Part::Total && near(last.to, value.total(claim), 1e3, 1e-12));
            prop_assert_eq!(steps[steps.len() - 2].to, last.to);
            let joint = value.surplus(claim) + value.margin();
            prop_assert!(near(joint, value.joint_gain(claim), 1e4, 1e-12));
            if let Some(share) = value.client_share(claim) {
                let back = (0.0..=1.0)
                    .contains(&share)
                    .then(|| value.price_leaving(share, claim).unwrap());
                prop_assert!(back.is_none_or(|back| near(back, price, 1e4, 1e-12)));
            }
            for place in 0..drivers.len() {
                let Some(quantity) = value.quantity_needed(place, claim) else { continue };
                let mut moved = drivers.clone();
                moved[place].quantity = quantity.min(1e15);
                let even = EconomicValue::new(Terms { reference, price, cost }, &moved).unwrap();
                prop_assert!(quantity > 1e15 || near(even.surplus(claim), 0.0, 1e4, 1e-9));
            }
        }
        let total = |claim| value.total(claim);
        let (full, half, client) =
            (total(Claim::Full), total(Claim::Half), total(Claim::ClientOnly));
        prop_assert!(full >= half - 1e-9 && half >= client - 1e-9);
        prop_assert!(near(half, f64::midpoint(full, client), 1e4, 1e-12));
        if let Some(needed) = value.claim_needed().filter(|needed| (0.0..=1.0).contains(needed)) {
            prop_assert!(near(client + needed * (full - client), price, 1e4, 1e-9));
        }
    }
}
