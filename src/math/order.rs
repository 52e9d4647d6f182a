//! Things in the order of a number that each of them has.
//!
//! All sorting by a number comes through here, so that the program holds the code of it once and not
//! once for every kind of thing.

/// The places in `keys`, 0 first, from the smallest key on; equal keys in the order they stand. Keys
/// that are not a number come last.
pub fn rising(keys: &[f64]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..keys.len()).collect();
    places.sort_by(|one, other| keys[*one].total_cmp(&keys[*other]));
    places
}

/// The places in `keys` from the largest key on; equal keys in the order they stand. Keys that are
/// not a number come first.
pub fn falling(keys: &[f64]) -> Vec<usize> {
    rising(&keys.iter().map(|key| -key).collect::<Vec<_>>())
}

/// Sorts `items` by `key`, the smallest first; equal ones stay in the order they stand.
pub fn sort_rising<T>(items: &mut [T], key: impl Fn(&T) -> f64) {
    let keys: Vec<f64> = items.iter().map(key).collect();
    arrange(items, &rising(&keys));
}

/// Sorts `items` by `key`, the largest first; equal ones stay in the order they stand.
pub fn sort_falling<T>(items: &mut [T], key: impl Fn(&T) -> f64) {
    let keys: Vec<f64> = items.iter().map(key).collect();
    arrange(items, &falling(&keys));
}

/// Puts at each place of `items` the one that stood at the place named there by `places`.
fn arrange<T>(items: &mut [T], places: &[usize]) {
    for at in 0..items.len() {
        // Who was there already has been swapped away, perhaps more than once.
        let mut from = places[at];
        while from < at {
            from = places[from];
        }
        items.swap(at, from);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn places_follow_their_keys_and_ties_stay() {
        assert_eq!(rising(&[2.0, 1.0, 3.0, 1.0]), [1, 3, 0, 2]);
        assert_eq!(falling(&[2.0, 1.0, 3.0, 1.0, 3.0]), [2, 4, 0, 1, 3]);
        assert_eq!(rising(&[f64::NAN, f64::INFINITY, f64::NEG_INFINITY]), [2, 1, 0]);
        assert_eq!(falling(&[1.0, f64::NAN, f64::INFINITY]), [1, 2, 0]);
        assert!(rising(&[]).is_empty());
    }

    proptest! {
        #[test]
        fn items_are_sorted_as_by_a_stable_sort(keys in prop::collection::vec(-3_i8..3, 0..40)) {
            let items: Vec<(i8, usize)> = keys.into_iter().zip(0..).collect();
            let (mut ours, mut sorted) = (items.clone(), items.clone());
            sort_rising(&mut ours, |(key, _)| f64::from(*key));
            sorted.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(&ours, &sorted);
            let (mut ours, mut sorted) = (items.clone(), items);
            sort_falling(&mut ours, |(key, _)| f64::from(*key));
            sorted.sort_by_key(|(key, _)| -key);
            prop_assert_eq!(ours, sorted);
        }
    }
}
