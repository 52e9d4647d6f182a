//! What the handles of the value map set.

use super::super::Offer;
use super::super::grip::{Grip, PlaneGrip};
use super::super::input::round_up;
use super::{Case, Cost, Input, Number};
use crate::chart::value_map::line_grip;
use crate::model::value_map::{Place, ValueMap};

/// How finely a point snaps, in relative quality and price.
const FINE: f64 = 0.001;

/// The grips of the value map: each offer both ways, then the line, which turns about par.
pub fn value_map(case: &Case, map: &ValueMap) -> Vec<PlaneGrip> {
    let offer = |(offer, place): (&Offer, &Place)| {
        let quality = Input::Judging(Number::Quality(offer.id));
        let price = Input::Cost(offer.id, Cost::Money);
        let par = place.par_price();
        let snap = round_up(FINE * par * place.price.min(1.0));
        PlaneGrip {
            x: Some(Grip { input: quality, zero: 0.0, scale: 1.0, snap: FINE }),
            y: Some(Grip { input: price, zero: 0.0, scale: par, snap }),
        }
    };
    let line = PlaneGrip {
        x: None,
        y: Some(Grip {
            input: Input::Judging(Number::Slope),
            zero: 1.0,
            scale: 1.0 / (line_grip(map) - 1.0),
            snap: 0.01,
        }),
    };
    case.offers.iter().zip(map.places()).map(offer).chain([line]).collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::{Sample, library};
    use super::*;
    use crate::words::Language;

    /// Every handle of the map has its grip, and a place that is asked for is the place it gets.
    #[test]
    fn a_point_of_the_map_goes_where_it_is_dragged() {
        let case = library::open(Sample::Rules);
        let grips = |case: &Case| value_map(case, &case.value_map().unwrap());
        let place = |case: &Case, k: usize| {
            let map = case.value_map().unwrap();
            (map.places()[k].quality, map.places()[k].price)
        };
        for k in 0..3 {
            let grip = grips(&case)[k];
            assert_eq!(grip.changes(&case, place(&case, k)), [], "where it is it stays");
            let (x, y) = (place(&case, k).0 * 0.83, place(&case, k).1 * 1.07);
            let mut moved = case.clone();
            for (input, value) in grip.changes(&case, (x, y)) {
                input.set(&mut moved, value);
            }
            let (q, p) = place(&moved, k);
            assert!((q - x).abs() < 1e-3 && (p - y).abs() < 3e-3, "{q} {x}, {p} {y}");
            // Up and down alone leaves the scores as they are.
            let up = grip.changes(&case, (place(&case, k).0, y));
            assert!(up.len() == 1 && up[0].0 == Input::Cost(case.offers[k].id, Cost::Money));
        }
        let chart = case.value_map_figure(&case.value_map().unwrap(), Language::Chinese);
        assert_eq!(chart.handles.len(), grips(&case).len());
        let line = &chart.handles[3];
        assert_eq!(grips(&case)[3].changes(&case, line.at), []);
        let steeper = grips(&case)[3].changes(&case, (line.at.0, 1.0 + (line.at.1 - 1.0) * 1.5));
        assert_eq!(steeper, [(Input::Judging(Number::Slope), 1.5)]);
    }
}
