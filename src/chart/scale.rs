//! Ranges made safe, and round numbers along them.

/// Beyond this, neighbouring numbers are no longer told apart to a unit.
const LIMIT: f64 = 1e15;
/// Further away than this many lengths of the axis, places are all the same.
const FAR: f64 = 1e4;

/// A range that can be drawn, whatever it is made from: finite, ordered, and long enough.
pub fn safe_range((a, b): (f64, f64)) -> (f64, f64) {
    let (a, b) = match (a.is_nan(), b.is_nan()) {
        (true, true) => (0.0, 1.0),
        (true, false) => (b, b),
        (false, true) => (a, a),
        (false, false) => (a, b),
    };
    let low = a.min(b).clamp(-LIMIT, LIMIT);
    let high = a.max(b).clamp(-LIMIT, LIMIT);
    let size = low.abs().max(high.abs());
    if high - low > 1e-9 * size.max(1.0) {
        return (low, high);
    }
    if size < 1e-6 {
        return (low, low + 1.0);
    }
    ((low - 0.1 * size).max(-LIMIT), (high + 0.1 * size).min(LIMIT))
}

/// Where a value lies along a safe range: 0 at its beginning, 1 at its end.
pub(super) fn share(value: f64, (low, high): (f64, f64)) -> f64 {
    ((value - low) / (high - low)).clamp(-FAR, FAR)
}

/// Round steps for a length, from the finest of which at most `most` fit into it.
pub(super) fn round_steps(length: f64, most: f64) -> impl Iterator<Item = f64> {
    let raw = length / most.max(1.0);
    let first = raw.log10().floor();
    (0..4)
        .flat_map(move |up| {
            let exponent = first + f64::from(up);
            [1.0, 2.0, 2.5, 5.0].map(|digit| {
                if exponent < 0.0 {
                    digit / 10_f64.powf(-exponent)
                } else {
                    digit * 10_f64.powf(exponent)
                }
            })
        })
        .filter(move |step| *step >= raw * (1.0 - 1e-9))
}

/// The multiples of `step` within a safe range.
pub(super) fn multiples((low, high): (f64, f64), step: f64) -> Vec<f64> {
    let first = (low / step - 1e-9).ceil();
    let last = (high / step + 1e-9).floor();
    std::iter::successors(Some(first), |k| Some(k + 1.0))
        .take_while(|k| *k <= last)
        .take(200)
        .map(|k| if k == 0.0 { 0.0 } else { k * step })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ODD: [f64; 17] = [
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::MAX,
        f64::MIN,
        f64::MIN_POSITIVE,
        0.0,
        -0.0,
        1.0,
        -1.0,
        1e-300,
        1e15,
        -1e15,
        1e16,
        0.1,
        1e9,
        1e9 + 1e-7,
    ];

    #[test]
    fn every_pair_becomes_a_range() {
        for a in ODD {
            for b in ODD {
                let (low, high) = safe_range((a, b));
                assert!(low.is_finite() && high.is_finite(), "{a} {b}");
                assert!(low < high && low >= -1e15 && high <= 1e15, "{a} {b}: {low} {high}");
                let step = round_steps(high - low, 6.0).next().unwrap();
                let ticks = multiples((low, high), step);
                assert!((1..=7).contains(&ticks.len()), "{a} {b}: {ticks:?}");
                assert!(ticks.windows(2).all(|w| w[0] < w[1]), "{a} {b}: {ticks:?}");
            }
        }
    }

    #[test]
    fn good_ranges_stay_as_they_are() {
        assert_eq!(safe_range((0.0, 1.0)), (0.0, 1.0));
        assert_eq!(safe_range((5.0, -5.0)), (-5.0, 5.0));
        assert_eq!(safe_range((0.0, 0.0)), (0.0, 1.0));
        assert_eq!(safe_range((f64::NAN, f64::NAN)), (0.0, 1.0));
        assert_eq!(safe_range((10.0, f64::NAN)), (9.0, 11.0));
    }

    #[test]
    fn ticks_are_round() {
        let ticks = |low: f64, high: f64, most| {
            let step = round_steps(high - low, most).next().unwrap();
            multiples((low, high), step)
        };
        assert_eq!(ticks(0.0, 12_000.0, 6.0), [0.0, 2e3, 4e3, 6e3, 8e3, 1e4, 1.2e4]);
        assert_eq!(ticks(0.0, 4.0, 7.0), [0.0, 1.0, 2.0, 3.0, 4.0]);
        assert_eq!(ticks(-31.0, 51.0, 9.0), [-30., -20., -10., 0., 10., 20., 30., 40., 50.]);
        assert_eq!(ticks(0.0, 1.0, 4.0), [0.0, 0.25, 0.5, 0.75, 1.0]);
    }
}
