//! Areas over an interval.
//!
//! Davis & Rabinowitz, *Methods of Numerical Integration* (1984), section 6.2.

use super::legendre::{Node, gauss_legendre};

/// In how many pieces an interval is cut at first.
const PIECES: u32 = 8;

/// How many pieces are halved at most.
const HALVINGS: u32 = 100;

/// How far below its highest value a logarithm no longer counts: e⁻⁴⁰ is 4·10⁻¹⁸.
pub const NEGLIGIBLE: f64 = 40.0;

/// `∫ f` by sixteen nodes.
fn sixteen(f: &impl Fn(f64) -> f64, from: f64, to: f64) -> f64 {
    let width = to - from;
    let term = |node: &Node| node.weight * f(from + width * node.at);
    width * gauss_legendre(16).iter().map(term).sum::<f64>()
}

/// A piece of an interval.
struct Piece {
    from: f64,
    to: f64,
    /// The areas of its halves.
    halves: (f64, f64),
    /// By how much they differ from the area of the whole: more than they are off.
    error: f64,
}

impl Piece {
    /// A piece whose area by sixteen nodes is `whole`.
    fn new(f: &impl Fn(f64) -> f64, from: f64, to: f64, whole: f64) -> Self {
        let middle = from + (to - from) / 2.0;
        let halves = (sixteen(f, from, middle), sixteen(f, middle, to));
        Self { from, to, halves, error: (halves.0 + halves.1 - whole).abs() }
    }

    fn area(&self) -> f64 {
        self.halves.0 + self.halves.1
    }

    fn halved(&self, f: &impl Fn(f64) -> f64) -> [Self; 2] {
        let middle = self.from + (self.to - self.from) / 2.0;
        let left = Self::new(f, self.from, middle, self.halves.0);
        [left, Self::new(f, middle, self.to, self.halves.1)]
    }
}

/// `∫ f` from `a` to `b`, in pieces of which always the worst is halved, until sixteen nodes agree
/// with twice sixteen to `tolerance` of the whole.
///
/// After a hundred halvings it takes what there is, so that an answer always comes.
pub fn integrate(f: impl Fn(f64) -> f64, a: f64, b: f64, tolerance: f64) -> f64 {
    let end = |k: u32| a + (b - a) * (f64::from(k) / f64::from(PIECES));
    let piece = |k: u32| Piece::new(&f, end(k), end(k + 1), sixteen(&f, end(k), end(k + 1)));
    let mut pieces: Vec<Piece> = (0..PIECES).map(piece).collect();
    for _ in 0..HALVINGS {
        let size: f64 = pieces.iter().map(|piece| piece.area().abs()).sum();
        let error: f64 = pieces.iter().map(|piece| piece.error).sum();
        let worst = (0..pieces.len()).max_by(|i, j| pieces[*i].error.total_cmp(&pieces[*j].error));
        match worst {
            Some(worst) if error > tolerance * size => {
                let halves = pieces.swap_remove(worst).halved(&f);
                pieces.extend(halves);
            }
            _ => break,
        }
    }
    pieces.iter().map(Piece::area).sum()
}

/// `ln ∫ e^f` from `a` to `b`, for a concave and finite `f`: to about thirteen digits of the
/// integral, however high, low or narrow its peak.
pub fn ln_of_exp(f: impl Fn(f64) -> f64, a: f64, b: f64) -> f64 {
    let peak = highest(&f, a, b);
    let top = f(peak);
    let area = |end: f64| {
        let reach = fallen(|u| top - f(u), peak, end);
        integrate(|u| libm::exp(f(u) - top), peak.min(reach), peak.max(reach), 1e-14)
    };
    top + libm::log(area(a) + area(b))
}

/// Where a concave `f` is highest between `from` and `to`, by golden section.
fn highest(f: &impl Fn(f64) -> f64, from: f64, to: f64) -> f64 {
    const GOLDEN: f64 = 0.618_033_988_749_894_8;
    let (mut from, mut to) = (from, to);
    let (mut left, mut right) = (to - GOLDEN * (to - from), from + GOLDEN * (to - from));
    let (mut on_left, mut on_right) = (f(left), f(right));
    while from < left && left < right && to - from > 1e-9 * (from.abs() + to.abs()) {
        if on_left > on_right {
            (to, right, on_right) = (right, left, on_left);
            left = to - GOLDEN * (to - from);
            on_left = f(left);
        } else {
            (from, left, on_left) = (left, right, on_right);
            right = from + GOLDEN * (to - from);
            on_right = f(right);
        }
    }
    [to, left, right].into_iter().fold(from, |best, u| if f(u) > f(best) { u } else { best })
}

/// A place between `peak` and `end` beyond which a function is [`NEGLIGIBLE`], given how far it
/// has `dropped` from its peak; `end` if it nowhere is. Found to a twentieth of its distance.
fn fallen(dropped: impl Fn(f64) -> f64, peak: f64, end: f64) -> f64 {
    let (mut near, mut far) = (peak, end);
    if dropped(far) <= NEGLIGIBLE {
        return far;
    }
    while (far - near).abs() > 0.05 * (far - peak).abs() {
        let middle = near + (far - near) / 2.0;
        if middle == near || middle == far {
            break;
        }
        if dropped(middle) > NEGLIGIBLE { far = middle } else { near = middle }
    }
    far
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::{LN_2, PI};

    fn close(a: f64, b: f64) -> bool {
        (a / b - 1.0).abs() < 1e-13
    }

    #[test]
    fn areas_with_corners_and_peaks() {
        assert!(close(integrate(libm::exp, 0.0, 1.0, 1e-15), 1.718_281_828_459_045));
        assert!(close(integrate(|x| (x - 0.3).abs(), 0.0, 1.0, 1e-14), 0.29));
        let peak = |x: f64| 1e-3 / (1e-6 + (x - 0.5) * (x - 0.5));
        let exact = 2.0 * libm::atan(500.0);
        assert!(close(integrate(peak, 0.0, 1.0, 1e-14), exact));
        assert_eq!(integrate(libm::exp, 2.0, 2.0, 1e-14), 0.0);
    }

    #[test]
    fn logarithms_of_areas_that_do_not_exist_as_numbers() {
        // Γ(1001) = ∫ y¹⁰⁰⁰ e⁻ʸ dy, with y = eᵘ.
        let gamma = ln_of_exp(|u| 1001.0 * u - libm::exp(u), -700.0, 20.0);
        assert!((gamma - libm::lgamma(1001.0)).abs() < 1e-11, "{gamma}");
        // ∫ e^(−3u) from 0 to 1000.
        assert!(close(ln_of_exp(|u| -3.0 * u, 0.0, 1000.0), -libm::log(3.0)));
        assert!(close(ln_of_exp(|u| 3.0 * u, 0.0, 1000.0), 3000.0 - libm::log(3.0)));
        // A normal density of deviation 10⁻⁶ about 0.123, and half of one.
        let normal = |u: f64| -(u - 0.123) * (u - 0.123) / 2e-12;
        let exact = libm::log(1e-6 * libm::sqrt(2.0 * PI));
        assert!((ln_of_exp(normal, -700.0, 700.0) - exact).abs() < 1e-9);
        let half = ln_of_exp(normal, 0.123, 700.0);
        assert!((half - exact + LN_2).abs() < 1e-9, "{half} {exact}");
        assert!(close(ln_of_exp(|_| -5e4, 0.0, 2.0), -5e4 + LN_2));
    }

    #[test]
    fn an_empty_interval_has_no_area() {
        assert_eq!(ln_of_exp(|u| u, 1.0, 1.0), f64::NEG_INFINITY);
    }
}
