//! Wright's omega function: what, together with its own logarithm, comes to a given number.

/// The *w* above 0 with `w + ln w = z`; 0 where it is too small for a number, at *z* below −745.
///
/// Corless & Jeffrey, "The Wright ω Function" (2002): Lambert's `W(e^z)`, without the power
/// that overflows. Newton's method corrected to fourth order (Fritsch, Shafer & Crowley, 1973).
pub fn omega(z: f64) -> f64 {
    let mut w = if z < -2.0 {
        libm::exp(z)
    } else if z < 4.0 {
        let above = z - 1.0;
        1.0 + above / 2.0 + above * above / 16.0
    } else {
        z - libm::log(z)
    };
    if w < f64::MIN_POSITIVE || z > 1e17 {
        return w;
    }
    for _ in 0..4 {
        let rest = z - w - libm::log(w);
        let steep = 1.0 + w;
        let scale = 2.0 * steep * (steep + 2.0 / 3.0 * rest);
        w *= 1.0 + rest / steep * (scale - rest) / (scale - 2.0 * rest);
    }
    w
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_what_it_says() {
        for z in [-700.0, -40.0, -2.0, -1.999, -0.5, 0.0, 1.0, 2.5, 3.999, 4.0, 30.0, 1e6, 1e15] {
            let w = omega(z);
            let back = w + libm::log(w);
            assert!((back - z).abs() <= 4.0 * f64::EPSILON * z.abs().max(1.0), "{z}: {w}");
        }
    }

    #[test]
    fn known_values() {
        assert_eq!(omega(1.0), 1.0);
        // The omega constant, Ω·e^Ω = 1.
        assert!((omega(0.0) - 0.567_143_290_409_784).abs() < 1e-15);
    }

    #[test]
    fn far_away_it_is_a_number_still() {
        assert_eq!(omega(-1e300), 0.0);
        assert_eq!(omega(1e300), 1e300);
        assert!(omega(-740.0) > 0.0 && omega(-745.0).is_finite());
    }
}
