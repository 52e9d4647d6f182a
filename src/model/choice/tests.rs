use super::*;

fn offer(score: f64, price: f64) -> Offer {
    Offer { scores: vec![score], price, other_costs: 0.0, unit_cost: 2.0 }
}

fn segment(heads: f64, perfect: f64, sensitivity: f64) -> Segment {
    Segment { heads, weights: vec![1.0], perfect, sensitivity, outside: Some(0.0) }
}

fn everyone() -> Segment {
    Segment { outside: None, ..segment(1_000.0, 10.0, 1.0) }
}

fn market(segments: &[Segment], offers: &[Offer]) -> Market {
    Market::new(segments, offers).unwrap()
}

#[test]
fn row_a25_one_unit_of_service_more() {
    let share = |score| market(&[everyone()], &[offer(score, 5.0), offer(7.0, 5.0)]).outcomes()[0];
    assert_eq!(share(7.0).share, 0.5);
    assert!((share(8.0).share - 0.731_058_578_630_004_9).abs() < 1e-15);
    assert_eq!(
        (share(7.0).units, share(7.0).revenue, share(7.0).profit),
        (500.0, 2_500.0, 1_500.0)
    );
    // One unit of money less does the same.
    let cheaper = market(&[everyone()], &[offer(7.0, 4.0), offer(7.0, 5.0)]).outcomes()[0];
    assert!((cheaper.share - share(8.0).share).abs() < 1e-15);
}

#[test]
fn segments_judge_by_their_own_weights() {
    let offers = [
        Offer { scores: vec![9.0, 3.0], ..offer(0.0, 4.0) },
        Offer { scores: vec![3.0, 9.0], ..offer(0.0, 4.0) },
    ];
    let by = |weights: [f64; 2], heads| Segment { heads, weights: weights.to_vec(), ..everyone() };
    let m = market(&[by([1.0, 0.0], 300.0), by([0.0, 1.0], 100.0)], &offers);
    let first = m.segment_shares(0).unwrap().offers[0];
    assert!((m.segment_shares(1).unwrap().offers[1] - first).abs() < 1e-15);
    // Six units of value apart: e⁶ to 1 in each.
    assert!((first / (1.0 - first) / libm::exp(6.0) - 1.0).abs() < 1e-12);
    assert!((m.outcomes()[0].share - (0.75 * first + 0.25 * (1.0 - first))).abs() < 1e-15);
    assert_eq!(m.segment_shares(2), None);
}

#[test]
fn buying_nothing_is_an_alternative() {
    let m = market(&[segment(10.0, 10.0, 0.5)], &[offer(5.0, 5.0)]);
    let shares = m.segment_shares(0).unwrap();
    assert_eq!((shares.offers[0], shares.outside), (0.5, 0.5));
    let alone = market(&[everyone()], &[offer(5.0, 500.0)]);
    assert_eq!(alone.segment_shares(0).unwrap(), SegmentShares { offers: vec![1.0], outside: 0.0 });
}

#[test]
fn elasticities_are_slopes() {
    let m = market(
        &[segment(300.0, 12.0, 0.8), segment(100.0, 20.0, 0.2)],
        &[offer(7.0, 5.0), offer(6.0, 4.0)],
    );
    let units = |price: f64| m.with_price(0, price).unwrap().outcomes();
    let h = 1e-5;
    for (k, elasticity) in [m.elasticity(0, 0), m.elasticity(1, 0)].into_iter().enumerate() {
        let (up, down) = (units(5.0 + h)[k].units, units(5.0 - h)[k].units);
        let slope = (up - down) / (2.0 * h) * 5.0 / m.outcomes()[k].units;
        assert!((elasticity.unwrap() / slope - 1.0).abs() < 1e-8, "{k}");
    }
    assert_eq!((m.elasticity(2, 0), m.elasticity(0, 2)), (None, None));
}

#[test]
fn worth_of_choice_rises_with_the_best_and_with_every_other() {
    let worth = |offers: &[Offer]| market(&[everyone()], offers).worth_of_choice(0).unwrap();
    assert!((worth(&[offer(7.0, 5.0)]) - 2.0).abs() < 1e-12);
    assert!((worth(&[offer(7.0, 5.0), offer(7.0, 5.0)]) - 2.0 - libm::log(2.0)).abs() < 1e-12);
    let lottery = Segment { sensitivity: 0.0, ..everyone() };
    assert_eq!(market(&[lottery], &[offer(7.0, 5.0)]).worth_of_choice(0), None);
}

/// First-order condition of one segment: price less unit cost is 1 / (μ(1 − P)).
#[test]
fn best_price_in_one_segment() {
    let m = market(&[everyone()], &[offer(7.0, 5.0), offer(6.0, 4.0)]);
    let best = m.best_price(0).unwrap();
    let there = m.with_price(0, best.price).unwrap();
    let share = there.outcomes()[0].share;
    assert!(((best.price - 2.0) * (1.0 - share) - 1.0).abs() < 1e-12);
    assert!((there.outcomes()[0].profit / best.profit - 1.0).abs() < 1e-12);
    assert!(there.marginal_profit(0).unwrap().abs() < 1e-9 * 1_000.0);
}

/// Many who count every penny and a few who do not: two prices earn more than any near to them.
fn two_tops(few: f64) -> Market {
    market(
        &[segment(1_000.0, 10.0, 3.0), segment(few, 400.0, 0.3)],
        &[Offer { unit_cost: 1.0, ..offer(8.0, 5.0) }],
    )
}

#[test]
fn best_price_is_not_misled_by_a_lower_top() {
    for (few, high) in [(15.0, false), (30.0, true)] {
        let m = two_tops(few);
        let best = m.best_price(0).unwrap();
        assert_eq!(best.price > 100.0, high, "{few}: {best:?}");
        let grid = (0..20_000).map(|k| m.profit_at(0, f64::from(k) * 0.02 + 1.0).unwrap());
        let most = grid.fold(0.0, f64::max);
        assert!(best.profit >= most, "{few}: {best:?} {most}");
        assert!(best.profit <= most * (1.0 + 1e-4));
    }
    // Both tops are there.
    let at = |price| two_tops(20.0).profit_at(0, price).unwrap();
    let (low, valley, high) = (at(6.8), at(40.0), at(305.0));
    assert!(valley < 0.5 * low && valley < 0.5 * high, "{low} {valley} {high}");
}

#[test]
fn says_why_no_price_earns_most() {
    let best = |segment: Segment| market(&[segment], &[offer(5.0, 5.0)]).best_price(0);
    assert_eq!(best(everyone()), Err(NoBestPrice::NoAlternative(0)));
    assert_eq!(best(segment(1.0, 1.0, 0.0)), Err(NoBestPrice::PriceDoesNotMatter(0)));
    assert_eq!(best(segment(0.0, 1.0, 1.0)), Err(NoBestPrice::NoCustomer));
    let m = market(&[everyone()], &[offer(5.0, 5.0)]);
    assert_eq!(m.best_price(1), Err(NoBestPrice::NoSuchOffer));
    assert_eq!(
        (m.marginal_profit(1), m.profit_at(1, 1.0), m.profit_at(0, -1.0)),
        (None, None, None)
    );
}

#[test]
fn hopeless_offers_have_a_best_price_still() {
    // Worth a million less than buying nothing.
    let m = market(&[segment(10.0, 0.0, 1.0)], &[Offer { other_costs: 1e6, ..offer(5.0, 5.0) }]);
    assert_eq!(m.best_price(0), Ok(BestPrice { price: 3.0, profit: 0.0 }));
}

#[test]
fn says_what_cannot_be_used() {
    let new = |segment: Segment, offer: Offer| Market::new(&[segment], &[offer]).map(|_| ());
    let (s, o) = (everyone(), offer(5.0, 5.0));
    assert_eq!(Market::new(&[], std::slice::from_ref(&o)), Err(MarketError::NoSegment));
    assert_eq!(Market::new(std::slice::from_ref(&s), &[]), Err(MarketError::NoOffer));
    assert_eq!(new(Segment { heads: -1.0, ..s.clone() }, o.clone()), Err(MarketError::Heads(0)));
    let free = Segment { weights: vec![0.0], ..s.clone() };
    assert_eq!(new(free, o.clone()), Err(MarketError::Weights(0, WeightsError::NoWeight)));
    let rich = Segment { perfect: f64::INFINITY, ..s.clone() };
    assert_eq!(new(rich, o.clone()), Err(MarketError::Perfect(0)));
    let odd = Segment { sensitivity: 1e-300, ..s.clone() };
    assert_eq!(new(odd, o.clone()), Err(MarketError::Sensitivity(0)));
    let lost = Segment { outside: Some(f64::NAN), ..s.clone() };
    assert_eq!(new(lost, o.clone()), Err(MarketError::Outside(0)));
    assert_eq!(new(s.clone(), Offer { scores: vec![], ..o.clone() }), Err(MarketError::Scores(0)));
    assert_eq!(new(s, Offer { price: -1.0, ..o }), Err(MarketError::Amount(0)));
}
