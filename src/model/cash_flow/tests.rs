use super::*;

#[test]
fn row_e2() {
    let flow = CashFlow::new(&[-500.0, 300.0, 500.0, 600.0, 400.0], 0.10).unwrap();
    let cents: Vec<f64> = flow.present().iter().map(|p| (p * 100.0).round() / 100.0).collect();
    assert_eq!(cents, [-500.0, 272.73, 413.22, 450.79, 273.21]);
    assert!((flow.npv() - 909.94).abs() < 0.005);
}

#[test]
fn without_interest_it_is_the_plain_sum() {
    assert_eq!(CashFlow::new(&[-5.0, 3.0, 4.0], 0.0).unwrap().npv(), 2.0);
    assert_eq!(CashFlow::new(&[], 0.1).unwrap().npv(), 0.0);
}

#[test]
fn refuses_the_impossible() {
    assert_eq!(CashFlow::new(&[1.0], -1.0), Err(CashFlowError::Rate));
    assert_eq!(CashFlow::new(&[f64::NAN], 0.1), Err(CashFlowError::Amount));
    assert_eq!(CashFlow::new(&[0.0, 1e300, 1e300], -0.999_999), Err(CashFlowError::Amount));
    assert_eq!(CashFlow::at_times(&[(f64::NAN, 1.0)], 0.1), Err(CashFlowError::Time));
}

#[test]
fn times_need_not_be_whole_nor_in_order() {
    let flow = CashFlow::at_times(&[(0.5, 110.0), (0.0, -100.0)], 0.21).unwrap();
    assert_eq!(flow.times(), [0.0, 0.5]);
    assert!(flow.npv().abs() < 1e-12);
    assert!((flow.irr().only().unwrap() - 0.21).abs() < 1e-13);
    assert!((flow.payback().unwrap() - 0.5 / 1.1).abs() < 1e-15);
}

fn payback(amounts: &[f64]) -> Option<f64> {
    CashFlow::new(amounts, 0.0).unwrap().payback()
}

#[test]
fn payback_is_the_first_time_that_all_is_back() {
    assert_eq!(payback(&[-1_000.0, 400.0, 400.0, 400.0]), Some(2.5));
    assert_eq!(payback(&[-90.0, 30.0, 30.0, 30.0]), Some(3.0));
    // Up to rounding, on the last day.
    assert!((payback(&[-0.3, 0.1, 0.1, 0.1]).unwrap() - 3.0).abs() < 1e-14);
    assert_eq!(payback(&[-1_000.0, 300.0, 300.0]), None);
    // Costs that come later may undo it.
    assert_eq!(payback(&[-100.0, 200.0, -150.0]), Some(0.5));
    // It begins a year late; nothing went out; nothing happens at all.
    assert_eq!(payback(&[0.0, -5.0, 10.0]), Some(1.5));
    assert_eq!(payback(&[5.0, -3.0]), Some(0.0));
    assert_eq!(payback(&[]), Some(0.0));
    assert_eq!(payback(&[-4e307, -4e307, 4e307, 4e307]), Some(3.0));
}

#[test]
fn discounting_takes_longer() {
    let flow = CashFlow::new(&[-1_000.0, 400.0, 400.0, 400.0], 0.1).unwrap();
    assert_eq!(flow.discounted_payback(), None);
    assert_eq!(flow.payback(), Some(2.5));
}

#[test]
fn several_rates_or_none() {
    let pump = irr(&[-1_600.0, 10_000.0, -10_000.0]);
    assert_eq!(pump.only(), None);
    assert!((pump.all()[0] - 0.25).abs() < 1e-12 && (pump.all()[1] - 4.0).abs() < 1e-12);
    assert_eq!(pump.nearest(0.1), Some(pump.all()[0]));
    assert_eq!(pump.nearest(3.0), Some(pump.all()[1]));
    assert_eq!(irr(&[10.0, -15.0, 10.0]), InternalRate::None(NoRate::NeverZero));
    assert_eq!(irr(&[5.0, 0.0, 1.0]), InternalRate::None(NoRate::OneSided));
    assert_eq!(irr(&[]), InternalRate::None(NoRate::OneSided));
    assert_eq!(irr(&[f64::NAN, 1.0]), InternalRate::None(NoRate::NotANumber));
    assert_eq!(irr_at_times(&[(1.0, 5.0), (1.0, -4.0)]), InternalRate::None(NoRate::OneSided));
    let restless: Vec<f64> = (0..500).map(|k| if k % 2 == 0 { -100.0 } else { 101.0 }).collect();
    assert_eq!(irr(&restless), InternalRate::None(NoRate::TooManyTurns));
    // A touch: 10 % twice over.
    let touch = irr(&[-100.0, 220.0, -121.0]);
    assert!((touch.only().unwrap() - 0.1).abs() < 1e-7);
}

#[test]
fn modified_rate_needs_both_sides() {
    assert!((mirr(&[-100.0, 121.0], 0.3, 0.3).unwrap() - 0.21).abs() < 1e-12);
    assert_eq!(mirr(&[-100.0, -1.0], 0.1, 0.1), None);
    assert_eq!(mirr(&[1.0, 2.0], 0.1, 0.1), None);
    assert_eq!(mirr(&[-100.0], 0.1, 0.1), None);
    assert_eq!(mirr(&[-100.0, 121.0], -1.0, 0.1), None);
}
