use super::*;

fn offer(scores: &[f64], price: f64, other_costs: f64) -> Offer {
    Offer { scores: scores.to_vec(), price, other_costs }
}

fn terms(perfect: f64) -> Terms {
    Terms { weights: vec![1.0], perfect, slope: 1.0, credit: 1.0 }
}

fn first(rules: &Rules, rule: Rule) -> usize {
    rules.reading(rule).unwrap().first()[0]
}

/// Row A1: price and all other costs of each.
fn row_a1() -> Vec<Offer> {
    vec![offer(&[10.0], 60.0, 20.0), offer(&[8.0], 50.0, 35.0), offer(&[4.0], 20.0, 8.0)]
}

#[test]
fn row_a1_by_every_rule() {
    let rules = Rules::new(&terms(100.0), &row_a1()).unwrap();
    let values = |rule| rules.reading(rule).unwrap().values.clone();
    assert_eq!(values(Rule::Difference), [Some(20.0), Some(-5.0), Some(12.0)]);
    assert_eq!(values(Rule::Ratio), [Some(1.25), Some(80.0 / 85.0), Some(40.0 / 28.0)]);
    // The next best alternative to ours is the third.
    assert_eq!(rules.reference(), 2);
    assert_eq!(values(Rule::EconomicValue), [Some(8.0), Some(-17.0), Some(0.0)]);
    // Quality 10/6, 8/7 and 4/9 at prices 60/35, 50/40 and 20/55: least on the map is the second.
    let distance = (10.0 / 6.0 - 60.0 / 35.0) / 2.0_f64.sqrt();
    assert!((values(Rule::ValueMap)[0].unwrap() - distance).abs() < 1e-12);
    assert_eq!(rules.reading(Rule::ValueMap).unwrap().ranking, [2, 0, 1]);
    assert_eq!(rules.reading(Rule::Ratio).unwrap().ranking, [2, 0, 1]);
    let scale = Departure::Scale { extra_benefit: 60.0, extra_cost: 52.0 };
    assert_eq!(rules.departures(Rule::Ratio), [scale]);
    assert!(rules.departures(Rule::EconomicValue).is_empty());
    assert_eq!(rules.reversals(Rule::Difference, Rule::Ratio), [(0, 2)]);
}

#[test]
fn every_disagreement_has_its_reason() {
    let rules = Rules::new(&terms(100.0), &row_a1()).unwrap();
    let pairs: Vec<(Rule, Rule)> = rules.disagreements().iter().map(|d| d.rules).collect();
    assert_eq!(
        pairs,
        [
            (Rule::Difference, Rule::Ratio),
            (Rule::Difference, Rule::ValueMap),
            (Rule::Ratio, Rule::EconomicValue),
            (Rule::ValueMap, Rule::EconomicValue),
        ]
    );
    assert!(
        rules.disagreements().iter().all(|d| !d.because.is_empty() && d.firsts.0 != d.firsts.1)
    );
}

#[test]
fn the_map_departs_by_worth() {
    // Twice the quality for twice the price is more than fair by money, and just fair on the map,
    // where less for much less is better.
    let offers = [offer(&[8.0], 60.0, 0.0), offer(&[4.0], 25.0, 0.0)];
    let rules = Rules::new(&terms(100.0), &offers).unwrap();
    assert_eq!((first(&rules, Rule::Difference), first(&rules, Rule::ValueMap)), (0, 1));
    // 0.8 W − 60 = 0.4 W − 25 at W = 87.5.
    let [Departure::Worth { from, to: Some(to) }] = rules.departures(Rule::ValueMap)[..] else {
        panic!("{:?}", rules.departures(Rule::ValueMap))
    };
    assert_eq!((from, (to * 1e9).round() / 1e9), (0.0, 87.5));
    let within = Rules::new(&terms(80.0), &offers).unwrap();
    assert!(within.departures(Rule::ValueMap).is_empty());
}

#[test]
fn the_map_departs_by_other_costs() {
    // Better and no dearer, but it takes a week of training.
    let offers = [offer(&[8.0], 50.0, 40.0), offer(&[7.0], 50.0, 0.0)];
    let rules = Rules::new(&terms(100.0), &offers).unwrap();
    assert_eq!((first(&rules, Rule::Difference), first(&rules, Rule::ValueMap)), (1, 0));
    assert_eq!(rules.departures(Rule::ValueMap), [Departure::OtherCosts]);
    // Where both differ in price too, a high worth alone would do.
    let offers = [offer(&[8.0], 50.0, 100.0), offer(&[7.0], 45.0, 0.0)];
    let rules = Rules::new(&terms(40.0), &offers).unwrap();
    let worth = rules.departures(Rule::ValueMap);
    assert!(
        matches!(worth[..], [Departure::Worth { from, to: None }] if (from - 1_050.0).abs() < 1e-9)
    );
    // Less for less money, and far more trouble: it takes both, since at 200 a point more is worth 20.
    let offers = [offer(&[7.0], 40.0, 100.0), offer(&[8.0], 50.0, 0.0)];
    let rules = Rules::new(&terms(200.0), &offers).unwrap();
    let [Departure::OtherCosts, Departure::Worth { from, to: Some(to) }] =
        rules.departures(Rule::ValueMap)[..]
    else {
        panic!("{:?}", rules.departures(Rule::ValueMap))
    };
    assert!(from == 0.0 && (to - 100.0).abs() < 1e-9);
}

#[test]
fn the_map_departs_by_ratios() {
    // Ours is one point behind in the sum, and has twice as much of what the rival hardly has.
    let offers = [offer(&[2.0, 7.0], 50.0, 0.0), offer(&[1.0, 9.0], 50.0, 0.0)];
    let two = Terms { weights: vec![1.0, 1.0], ..terms(100.0) };
    let rules = Rules::new(&two, &offers).unwrap();
    assert_eq!((first(&rules, Rule::Difference), first(&rules, Rule::ValueMap)), (1, 0));
    assert_eq!(rules.departures(Rule::ValueMap), [Departure::Ratios]);
}

#[test]
fn economic_value_departs_by_credit() {
    let offers = [offer(&[9.0], 60.0, 0.0), offer(&[5.0], 40.0, 0.0)];
    let at = |credit| Rules::new(&Terms { credit, ..terms(100.0) }, &offers).unwrap();
    // 40 more benefit for 20 more price: half of it must be credited.
    assert_eq!(first(&at(0.49), Rule::EconomicValue), 1);
    assert_eq!(first(&at(0.51), Rule::EconomicValue), 0);
    let [Departure::Credit { needed }] = at(0.3).departures(Rule::EconomicValue)[..] else {
        panic!("{:?}", at(0.3).disagreements())
    };
    assert!((needed - 0.5).abs() < 1e-12);
    assert!((at(0.3).economic_value(0).unwrap().total(Claim::Full) - 52.0).abs() < 1e-12);
    assert_eq!(at(0.3).economic_value(2), None);
}

#[test]
fn ties_are_no_disagreement() {
    let same = vec![offer(&[5.0], 30.0, 1.0); 3];
    let rules = Rules::new(&terms(100.0), &same).unwrap();
    assert!(rules.disagreements().is_empty());
    assert!(rules.readings().iter().all(|reading| reading.first() == [0, 1, 2]));
    assert!(rules.readings().iter().all(|reading| reading.rank(2) == 1));
    // Two that tie for the first place leave the third to the last.
    let two = [offer(&[5.0], 30.0, 1.0), offer(&[4.0], 30.0, 1.0), offer(&[5.0], 30.0, 1.0)];
    let rules = Rules::new(&terms(100.0), &two).unwrap();
    let ranks = |reading: &Reading| [0, 1, 2].map(|k| reading.rank(k));
    assert!(rules.readings().iter().all(|reading| ranks(reading) == [1, 3, 1]));
}

#[test]
fn without_a_price_there_is_no_map() {
    let offers = [offer(&[5.0], 0.0, 0.0), offer(&[5.0], 1.0, 1.0)];
    let rules = Rules::new(&terms(100.0), &offers).unwrap();
    assert_eq!(rules.map(), Err(ValueMapError::Price(0)));
    assert_eq!(rules.reading(Rule::ValueMap), None);
    assert!(rules.departures(Rule::ValueMap).is_empty());
    assert!(rules.reversals(Rule::ValueMap, Rule::Ratio).is_empty());
    // What costs nothing has no ratio, and comes first by it.
    let ratio = rules.reading(Rule::Ratio).unwrap();
    assert_eq!((ratio.values[0], ratio.first()), (None, vec![0]));
}

#[test]
fn says_what_cannot_be_used() {
    let new = |terms: Terms, offers: &[Offer]| Rules::new(&terms, offers).map(|_| ());
    let offers = row_a1();
    assert_eq!(new(terms(1.0), &offers[..1]), Err(RulesError::TooFewOffers));
    assert_eq!(new(terms(-1.0), &offers), Err(RulesError::Perfect));
    assert_eq!(new(Terms { slope: 0.0, ..terms(1.0) }, &offers), Err(RulesError::Slope));
    assert_eq!(new(Terms { credit: 2.0, ..terms(1.0) }, &offers), Err(RulesError::Credit));
    let none = Terms { weights: vec![], ..terms(1.0) };
    assert_eq!(new(none, &offers), Err(RulesError::Weights(WeightsError::NoWeight)));
    let odd = [offers[0].clone(), offer(&[11.0], 1.0, 1.0)];
    assert_eq!(new(terms(1.0), &odd), Err(RulesError::Offer(1)));
}
