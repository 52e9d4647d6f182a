//! The odds that a customer left in the silence since the last purchase.
//!
//! All that is hard in the Pareto/NBD model is one integral over the time *y* at which the
//! customer may have left, relative to the chance of having stayed until now:
//!
//! `R = s ∫ ((α+T)/(α+y))ʳ⁺ˣ · ((β+T)/(β+y))ˢ dy/(β+y)`, from *tₓ* to *T*.
//!
//! Every term is positive, so that nothing cancels, as the difference of two hypergeometric
//! functions does where *tₓ* nears *T*. Of the two scales *α* and *β* let *m* be the smaller one.
//! Over `v = ln((m+y)/(m+tₓ))` the logarithm of the integrand is concave and all its complex
//! singularities lie a distance *π* off the axis: a few Gauss–Legendre nodes give thirteen digits.

use crate::math::quadrature::{NEGLIGIBLE, gauss_legendre};

/// The longest piece of *v* for one rule.
const LONGEST: f64 = 3.0;

/// The most that a logarithm may fall over one piece.
const STEEPEST: f64 = 42.0;

/// A silence: what is known of one customer, seen with the parameters of the model.
#[derive(Clone, Copy, Debug)]
pub(super) struct Silence {
    /// Whether *α* is the smaller scale.
    alpha_near: bool,
    /// The factor of the smaller scale, and that of the larger one.
    near: Factor,
    far: Factor,
    /// How long it lasts: `T − tₓ`.
    length: f64,
}

/// A factor `((c+T)/(c+y))ᵏ` of the integrand.
#[derive(Clone, Copy, Debug)]
struct Factor {
    /// *k*
    power: f64,
    /// `c + tₓ`
    start: f64,
    /// `ln((c+T)/(c+tₓ))`
    rise: f64,
}

impl Factor {
    fn new((power, scale): (f64, f64), recency: f64, length: f64) -> Self {
        let start = scale + recency;
        Self { power, start, rise: libm::log1p(length / start) }
    }
}

/// A moment *y* at which the customer may have left.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moment {
    /// What it adds to the odds, without the factors *s* and e to the [`Silence::exponent`].
    pub weight: f64,
    /// How long before now: `T − y`.
    pub before: f64,
    /// Seen from *α*.
    pub alpha: Seen,
    /// Seen from *β*.
    pub beta: Seen,
}

/// A moment *y* seen from a scale *c*.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    /// `1/(c+y)`
    pub per: f64,
    /// `ln((c+T)/(c+y))`
    pub ln: f64,
}

impl Silence {
    /// From the last purchase at `recency` to `age`, with `(r + x, α)` and `(s, β)`.
    pub fn new(buying: (f64, f64), leaving: (f64, f64), recency: f64, age: f64) -> Self {
        let length = age - recency;
        let alpha_near = buying.1 <= leaving.1;
        let (near, far) = if alpha_near { (buying, leaving) } else { (leaving, buying) };
        let (near, far) = (Factor::new(near, recency, length), Factor::new(far, recency, length));
        Self { alpha_near, near, far, length }
    }

    /// The logarithm of both factors at the last purchase, where they are highest.
    pub fn exponent(&self) -> f64 {
        self.near.power * self.near.rise + self.far.power * self.far.rise
    }

    /// `ln R`, without the `ln s`: minus infinity where there was no silence.
    pub fn ln_odds(&self) -> f64 {
        let mut sum = 0.0;
        self.each_moment(|moment| sum += moment.weight);
        self.exponent() + libm::log(sum)
    }

    /// The slope of the integrand's logarithm over *v*, where `m + y` has grown by the factor
    /// `grown`. It falls as *v* rises.
    fn slope(&self, grown: f64) -> f64 {
        let near = self.near.start * grown;
        let far = self.far.start + self.near.start * (grown - 1.0);
        // dy/(β+y) is dv where β is the near scale, otherwise dv times (m+y)/(M+y).
        let extra = if self.alpha_near { 1.0 } else { 0.0 };
        extra - self.near.power - (extra + self.far.power) * near / far
    }

    /// Visits the nodes of the integral, from the last purchase until now or until nothing more
    /// counts.
    pub fn each_moment(&self, mut visit: impl FnMut(Moment)) {
        let end = self.near.rise;
        let all = 1.0 + self.length / self.near.start;
        let grown = |v: f64| if v < end { libm::exp(v) } else { all };
        // How far the logarithm has fallen below its start, or further.
        let mut fallen = 0.0;
        let (mut from, mut slope) = (0.0, self.slope(1.0));
        while from < end && fallen < NEGLIGIBLE {
            let reach = if slope < 0.0 { (NEGLIGIBLE + 1.0 - fallen) / -slope } else { end };
            let mut to = end.min(from + reach.min(LONGEST));
            let steepest = slope.abs().max(self.slope(grown(to)).abs());
            to = to.min(from + STEEPEST / steepest);
            if to == from {
                return;
            }
            self.visit_piece(from, to - from, steepest, &mut visit);
            fallen -= slope * (to - from);
            (from, slope) = (to, self.slope(grown(to)));
        }
    }

    /// Visits the nodes of a piece of the integral. How many it needs for thirteen digits was
    /// found by trying (`tests::as_many_nodes_as_it_takes`).
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "4 to 22")]
    fn visit_piece(&self, from: f64, width: f64, steepest: f64, visit: &mut impl FnMut(Moment)) {
        let Self { alpha_near, near, far, length } = *self;
        let count = 4.4 + 2.45 * libm::sqrt(steepest * width + width * width);
        let per_start = 1.0 / far.start;
        for node in gauss_legendre(count as usize) {
            let v = from + width * node.at;
            let since = near.start * libm::expm1(v);
            let fall = libm::log1p(since * per_start);
            let kernel = libm::exp(-near.power * v - far.power * fall);
            let from_near = Seen { per: 1.0 / (near.start + since), ln: near.rise - v };
            let from_far = Seen { per: 1.0 / (far.start + since), ln: far.rise - fall };
            let (alpha, beta, extra) = if alpha_near {
                (from_near, from_far, (near.start + since) * from_far.per)
            } else {
                (from_far, from_near, 1.0)
            };
            let weight = node.weight * width * kernel * extra;
            visit(Moment { weight, before: length - since, alpha, beta });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::quadrature::ln_of_exp;
    use crate::math::random::Random;

    /// A number whose logarithm is spread evenly.
    fn spread(random: &mut Random, low: f64, high: f64) -> f64 {
        libm::exp(random.uniform(libm::log(low), libm::log(high)))
    }

    /// The same integral by a rule that knows nothing of it but its logarithm.
    fn ln_odds_by_halving(
        (shape, alpha): (f64, f64),
        (s, beta): (f64, f64),
        recency: f64,
        age: f64,
    ) -> f64 {
        let nearer = alpha.min(beta) + recency;
        let exponent = |v: f64| {
            let since = nearer * libm::expm1(v);
            let left = age - recency - since;
            let share = libm::log((nearer + since) / (beta + recency + since));
            shape * libm::log1p(left / (alpha + recency + since))
                + s * libm::log1p(left / (beta + recency + since))
                + share
        };
        ln_of_exp(exponent, 0.0, libm::log1p((age - recency) / nearer))
    }

    #[test]
    fn as_many_nodes_as_it_takes() {
        let mut random = Random::new(1);
        for _ in 0..3_000 {
            let recency = if random.chance(0.3) { 0.0 } else { spread(&mut random, 1e-3, 1e3) };
            let age = recency + spread(&mut random, 1e-4, 1e4);
            let buying = (spread(&mut random, 1e-2, 1e3), spread(&mut random, 1e-4, 1e5));
            let leaving = (spread(&mut random, 1e-2, 1e3), spread(&mut random, 1e-4, 1e5));
            let found = Silence::new(buying, leaving, recency, age).ln_odds();
            let exact = ln_odds_by_halving(buying, leaving, recency, age);
            // Two ways to round numbers as large as the exponent.
            let exponent = Silence::new(buying, leaving, recency, age).exponent();
            let close = (found - exact).abs() < 2e-13 * exponent.max(1.0);
            assert!(close, "{found} {exact} {buying:?} {leaving:?} {recency} {age}");
        }
    }

    #[test]
    fn no_silence_no_odds() {
        let none = Silence::new((2.5, 7.0), (0.6, 11.0), 30.0, 30.0);
        assert_eq!(none.ln_odds(), f64::NEG_INFINITY);
        // A short one: length / (β + T).
        let short = Silence::new((2.5, 7.0), (0.6, 11.0), 30.0, 30.0 + 1e-9);
        let length = (30.0 + 1e-9) - 30.0;
        assert!((libm::exp(short.ln_odds()) * 41.0 / length - 1.0).abs() < 1e-9);
    }

    #[test]
    fn equal_scales_are_a_plain_power() {
        // s ∫ ((α+T)/(α+y))^(r+x+s) dy/(α+y) = s/(r+x+s) · (((α+T)/(α+tₓ))^(r+x+s) − 1).
        let power = 3.4 + 0.9;
        let exact = libm::expm1(power * libm::log(50.0 / 30.0)) / power;
        let found = libm::exp(Silence::new((3.4, 10.0), (0.9, 10.0), 20.0, 40.0).ln_odds());
        assert!((found / exact - 1.0).abs() < 1e-13);
    }
}
