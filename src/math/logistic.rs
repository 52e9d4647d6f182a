//! Chances and their odds.

/// The chance whose odds are `e^x` times those of `chance`, 0..1. Nothing moves 0 or 1, and `x = 0`
/// moves nothing.
///
/// `p·eˣ / (p·eˣ + 1 − p)`, written so that no exponential overflows.
pub fn shifted(chance: f64, x: f64) -> f64 {
    if x == 0.0 || chance == 0.0 || chance == 1.0 {
        return chance;
    }
    let fade = libm::exp(-x.abs());
    if x > 0.0 {
        chance / (chance + (1.0 - chance) * fade)
    } else {
        chance * fade / (chance * fade + 1.0 - chance)
    }
}

/// `ln(1 + eˣ)`: the logarithm of one chance more, without overflow.
pub fn ln_1p_exp(x: f64) -> f64 {
    x.max(0.0) + libm::log1p(libm::exp(-x.abs()))
}

/// The shares of alternatives whose odds against each other are `e^(x − y)`: `e^x / Σ e^y`,
/// summing to 1.
pub fn shares(x: &[f64]) -> Vec<f64> {
    let most = x.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let odds: Vec<f64> = x.iter().map(|x| libm::exp(x - most)).collect();
    let sum: f64 = odds.iter().sum();
    odds.into_iter().map(|odds| odds / sum).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odds_are_multiplied() {
        let odds = |p: f64| p / (1.0 - p);
        for (p, x) in [(0.8, 0.7), (0.8, -0.7), (1e-9, 3.0), (0.5, -20.0)] {
            assert!(
                (odds(shifted(p, x)) / (odds(p) * libm::exp(x)) - 1.0).abs() < 1e-13,
                "{p} {x}"
            );
        }
        assert!((shifted(0.5, 1.0) - 0.731_058_578_630_004_9).abs() < 1e-15);
        for k in 0..=1000 {
            let p = f64::from(k) / 1000.0;
            assert_eq!(shifted(p, 0.0), p);
        }
    }

    #[test]
    fn one_more_is_one_more() {
        for x in [-40.0_f64, -3.0, 0.0, 0.7, 20.0] {
            assert!((ln_1p_exp(x) / x.exp().ln_1p() - 1.0).abs() < 1e-15, "{x}");
        }
        assert_eq!((ln_1p_exp(1e300), ln_1p_exp(-1e300)), (1e300, 0.0));
    }

    #[test]
    fn the_ends_stay() {
        for x in [-1e300, -1.0, 0.0, 1.0, 1e300] {
            assert_eq!((shifted(0.0, x), shifted(1.0, x)), (0.0, 1.0), "{x}");
        }
        assert_eq!((shifted(0.3, 1e300), shifted(0.3, -1e300)), (1.0, 0.0));
    }

    #[test]
    fn shares_sum_to_one() {
        assert_eq!(shares(&[2.0, 2.0]), [0.5, 0.5]);
        let unequal = shares(&[1.0, 0.0]);
        assert!((unequal[0] - 0.731_058_578_630_004_9).abs() < 1e-15);
        assert_eq!(shares(&[-1e300, 1e300, 0.0]), [0.0, 1.0, 0.0]);
        assert_eq!(shares(&[1e308, 1e308]), [0.5, 0.5]);
        assert!(shares(&[]).is_empty());
    }
}
