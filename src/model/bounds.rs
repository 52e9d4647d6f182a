//! The domains that parameters share: wide enough for any case, narrow enough that products of a
//! few of them stay far below the largest number there is.

use crate::math::finite;

/// The largest amount a model takes, either way.
pub const LARGEST: f64 = 1e15;

/// Whether `x` is an amount from 0 up.
pub fn is_amount(x: f64) -> bool {
    (0.0..=LARGEST).contains(&x)
}

/// Whether `x` is a gain or a loss of any size that models take.
pub fn is_signed(x: f64) -> bool {
    x.abs() <= LARGEST
}

/// Whether `x` is a share, 0..1.
pub fn is_share(x: f64) -> bool {
    (0.0..=1.0).contains(&x)
}

/// Whether `x` is a rate by which something can grow or be discounted: above −1.
pub fn is_rate(x: f64) -> bool {
    x > -1.0 && x <= 1e6
}

/// The place of the first of `values` that is not `sound`.
pub fn first_unsound<'a>(
    values: impl IntoIterator<Item = &'a f64>,
    sound: impl Fn(f64) -> bool,
) -> Option<usize> {
    values.into_iter().position(|x| !sound(*x))
}

/// The error of the first of `checks` that does not hold.
pub fn first_error<E>(checks: impl IntoIterator<Item = (bool, E)>) -> Result<(), E> {
    checks.into_iter().find(|(sound, _)| !sound).map_or(Ok(()), |(_, error)| Err(error))
}

/// How far two values may differ, relative to their size, and still count as a tie.
const TIE: f64 = 1e-9;

/// Whether `a` and `b` are the same up to rounding.
pub fn is_tie(a: f64, b: f64) -> bool {
    a == b || (a - b).abs() / a.abs().max(b.abs()) <= TIE
}

/// Whether `difference` is nothing but rounding beside amounts as large as `size`.
pub fn is_nothing(difference: f64, size: f64) -> bool {
    difference.abs() <= TIE * size
}

/// `numerator / denominator` where that is a number.
pub fn ratio(numerator: f64, denominator: f64) -> Option<f64> {
    finite(numerator / denominator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_not_a_number_gets_in() {
        for x in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300] {
            assert!(!is_amount(x) && !is_signed(x) && !is_share(x) && !is_rate(x), "{x}");
        }
        assert!(is_amount(0.0) && !is_amount(-1.0) && is_signed(-1.0) && !is_rate(-1.0));
    }

    #[test]
    fn a_tie_allows_for_rounding_only() {
        assert!(is_tie(0.1 + 0.2, 0.3) && is_tie(0.0, 0.0) && !is_tie(1.0, 1.000_001));
        assert!(!is_tie(0.0, 1e-300));
        assert!(is_nothing(0.1 + 0.2 - 0.3, 0.3) && !is_nothing(1e-6, 1.0));
    }

    #[test]
    fn a_ratio_is_a_number_or_none() {
        assert_eq!(ratio(1.0, 4.0), Some(0.25));
        assert_eq!((ratio(1.0, 0.0), ratio(0.0, 0.0)), (None, None));
    }
}
