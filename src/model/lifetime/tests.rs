use super::*;
use crate::model::swing::{Swing, by_width};

fn terms() -> Terms {
    Terms {
        margin: 100.0,
        retention: 0.8,
        discount: 0.1,
        growth: 0.0,
        acquisition: 0.0,
        timing: Timing::AfterOnePeriod,
        horizon: Horizon::Forever,
    }
}

fn close(a: f64, b: f64) -> bool {
    (a / b - 1.0).abs() < 1e-12
}

#[test]
fn row_e8_churn_has_the_widest_swing() {
    // Two hundred an order, six orders a year, 40 % margin; a fifth leaves each year.
    let value = |[order, orders, margin, churn]: [f64; 4]| {
        let margin = order * orders * margin;
        let yearly = Terms { margin, retention: 1.0 - churn, discount: 0.0, ..terms() };
        Lifetime::new(Terms { timing: Timing::Now, ..yearly }).unwrap().value()
    };
    let base = [200.0, 6.0, 0.4, 0.2];
    assert!(close(value(base), 2_400.0));
    let swing = |input: usize| {
        let at = |factor: f64| {
            let mut moved = base;
            moved[input] *= factor;
            (moved[input], Some(value(moved)))
        };
        let (low, high) = (at(0.8), at(1.2));
        Swing { input, values: (low.0, high.0), results: (low.1, high.1) }
    };
    let swings = by_width((0..4).map(swing).collect());
    assert_eq!(swings[0].input, 3);
    assert!(close(swings[0].width(), 1_000.0));
    assert!(close(swings[0].results.0.unwrap(), 3_000.0));
    assert!(swings[1..].iter().all(|swing| close(swing.width(), 960.0)));
}

#[test]
fn row_e14_two_books_differ_by_the_first_margin() {
    let later = Lifetime::new(terms()).unwrap();
    let now = Lifetime::new(Terms { timing: Timing::Now, ..terms() }).unwrap();
    assert!(close(later.value(), 800.0 / 3.0));
    assert!(close(now.value(), 1_100.0 / 3.0));
    assert!(close(now.value() - later.value(), 100.0));
    assert!(close(later.survival(10.0), 0.107_374_182_4));
}

#[test]
fn row_e15_churn_form() {
    let monthly = Terms {
        margin: 100.0 * 0.8,
        retention: 0.95,
        discount: 0.0,
        acquisition: 300.0,
        timing: Timing::Now,
        ..terms()
    };
    let l = Lifetime::new(monthly).unwrap();
    assert!(close(l.value(), 1_600.0));
    assert!((l.value_to_cost().unwrap() - 5.333).abs() < 1e-3);
    assert_eq!(l.simple_payback(), Some(3.75));
    // With churn: 80 · (1 + 0.95 + 0.95² + 0.95³) = 296.8 after four margins, so the fifth pays.
    assert_eq!(l.payback(), Some(4));
}

#[test]
fn the_table_adds_up_to_the_value() {
    for timing in [Timing::Now, Timing::AfterOnePeriod] {
        let t = Terms { timing, growth: 0.03, acquisition: 50.0, ..terms() };
        let finite = Lifetime::new(Terms { horizon: Horizon::Periods(12), ..t }).unwrap();
        let table = finite.periods(12);
        assert!(close(table[11].cumulative, finite.net()));
        for line in &table {
            assert!(close(line.present, line.survival * line.margin * line.discount_factor));
        }
        // A long horizon tends to the infinite one.
        let long = Lifetime::new(Terms { horizon: Horizon::Periods(2_000), ..t }).unwrap();
        assert!(close(long.net(), Lifetime::new(t).unwrap().net()));
    }
}

#[test]
fn payback_is_the_first_line_above_zero() {
    let t = Terms { acquisition: 180.0, ..terms() };
    let l = Lifetime::new(t).unwrap();
    let line = l.periods(50).into_iter().find(|p| p.cumulative >= 0.0).unwrap();
    assert_eq!(l.payback(), Some(line.time));
    let never = Lifetime::new(Terms { acquisition: 270.0, ..t }).unwrap();
    assert_eq!(never.payback(), None);
    let loss = Lifetime::new(Terms { margin: -1.0, ..t }).unwrap();
    assert_eq!(loss.payback(), None);
    assert_eq!(Lifetime::new(terms()).unwrap().payback(), Some(0));
}

#[test]
fn edges() {
    let at = |retention, discount, horizon| {
        Lifetime::new(Terms { retention, discount, horizon, timing: Timing::Now, ..terms() })
            .map(|l| l.value())
    };
    assert_eq!(at(0.0, 0.1, Horizon::Forever), Ok(100.0));
    assert_eq!(at(1.0, 0.0, Horizon::Forever), Err(LifetimeError::NoFiniteValue));
    assert_eq!(at(1.0, 0.0, Horizon::Periods(7)), Ok(700.0));
    assert_eq!(at(1.5, 0.1, Horizon::Forever), Err(LifetimeError::Retention));
    assert_eq!(at(0.8, -1.0, Horizon::Forever), Err(LifetimeError::Discount));
    assert_eq!(at(0.8, f64::NAN, Horizon::Forever), Err(LifetimeError::Discount));
}

#[test]
fn conventions_are_multiples_of_the_first() {
    let lifetime = Lifetime::new(Terms { growth: 0.02, ..terms() }).unwrap();
    let under = |convention| lifetime.value_under(convention).unwrap();
    let long = |of: &dyn Fn(f64) -> f64| (0..2_000).map(f64::from).map(of).sum::<f64>();
    let (m, r, g, v) = (100.0, 0.8, 1.02, 1.0 / 1.1);
    let paid = |t: f64| m * libm::pow(g * r, t);
    assert!(close(under(Convention::Start), long(&|t| paid(t) * libm::pow(v, t))));
    assert!(close(under(Convention::Middle), long(&|t| paid(t) * libm::pow(v, t + 0.5))));
    assert!(close(under(Convention::End), long(&|t| paid(t) * libm::pow(v, t + 1.0))));
    assert!(close(under(Convention::AfterRenewal), long(&|t| paid(t) * r * libm::pow(v, t + 1.0))));
    assert!(close(under(Convention::AfterRenewal), lifetime.value()));
}

#[test]
fn reference_r9_elasticity_and_multiple() {
    let later = Lifetime::new(terms()).unwrap();
    let now = Lifetime::new(Terms { timing: Timing::Now, ..terms() }).unwrap();
    // 1 + r/(1+i−r) = 3.67 at r 0.8, i 0.1.
    assert!(close(later.elasticities().unwrap().retention, 11.0 / 3.0));
    assert!(close(now.elasticities().unwrap().retention, 8.0 / 3.0));
    assert!(close(later.multiple().unwrap(), 8.0 / 3.0));
    assert!(close(later.elasticities().unwrap().discount, -1.0 / 3.0));
    assert_eq!(later.elasticities().unwrap().acquisition, 0.0);
    // An acquisition cost of half the value doubles them.
    let acquisition = later.value() / 2.0;
    let dear = Lifetime::new(Terms { acquisition, ..terms() }).unwrap().elasticities().unwrap();
    assert!(close(dear.margin, 2.0) && close(dear.retention, 22.0 / 3.0));
    assert!(close(dear.acquisition, -1.0));
    let even = Lifetime::new(Terms { acquisition: later.value(), ..terms() }).unwrap();
    assert_eq!(even.elasticities(), None);
}

#[test]
fn duration_at_the_edges() {
    let of = |retention, horizon| {
        Lifetime::new(Terms { retention, horizon, ..terms() }).unwrap().duration()
    };
    assert_eq!(of(0.0, Horizon::Forever), Some(1.0));
    assert_eq!(of(0.8, Horizon::Periods(0)), None);
    assert_eq!(of(0.8, Horizon::Periods(1)), Some(1.0));
    assert!(close(of(0.8, Horizon::Periods(2_000)).unwrap(), 11.0 / 3.0));
}

#[test]
fn reference_r8_revenue_and_margin() {
    let churn = Terms { retention: 0.95, discount: 0.0, timing: Timing::Now, ..terms() };
    assert!(close(Lifetime::new(churn).unwrap().value(), 2_000.0));
    assert!(close(Lifetime::new(Terms { margin: 80.0, ..churn }).unwrap().value(), 1_600.0));
}

#[test]
fn raising_retention() {
    let change = |retention, points| {
        Lifetime::new(Terms { retention, ..terms() }).unwrap().change_by_retention(points)
    };
    assert!(close(change(0.8, 0.05).unwrap(), 0.275));
    assert_eq!(change(0.95, 0.06), None);
    assert_eq!(change(0.0, 0.05), None);
    assert!(change(0.95, 0.05).is_some());
}
