//! Random numbers from a seed: the same seed gives the same bits on every machine.
//!
//! The generator is xoshiro256++ (Blackman & Vigna, "Scrambled Linear Pseudorandom Number
//! Generators", 2021), whose state is filled from the seed by `SplitMix64`. Nothing is taken from
//! the machine, no clock and no entropy. All distributions are worked out here, with `libm`: the
//! usual crates take logarithms from the platform, so that a browser would draw other numbers.
//!
//! Where the inverse of a distribution function is at hand, one draw takes one number from the
//! generator and moves smoothly with the parameters; gamma, beta and large Poisson draws
//! are made by rejection and take a number of them that varies.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

use super::normal;

/// A stream of random numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Random(Xoshiro256PlusPlus);

impl Random {
    /// The stream that belongs to `seed`.
    pub fn new(seed: u64) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(seed))
    }

    /// 64 random bits.
    pub fn bits(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// Uniform between 0 and 1, never exactly either: an odd multiple of 2⁻⁵³.
    pub fn unit(&mut self) -> f64 {
        ((self.bits() >> 12) as f64 + 0.5) / (1_u64 << 52) as f64
    }

    /// Uniform between `low` and `high`.
    pub fn uniform(&mut self, low: f64, high: f64) -> f64 {
        let u = self.unit();
        low * (1.0 - u) + high * u
    }

    /// True with chance `p`.
    pub fn chance(&mut self, p: f64) -> bool {
        self.unit() < p
    }

    /// A whole number from 0 to `n − 1`, each as likely; 0 where `n` is 0.
    pub fn below(&mut self, n: usize) -> usize {
        let product = u128::from(self.bits()) * n as u128;
        usize::try_from(product >> 64).unwrap_or(0)
    }

    /// Brings `items` into a random order, every order as likely (Fisher & Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }

    /// Normal with mean 0 and standard deviation 1.
    pub fn normal(&mut self) -> f64 {
        normal::quantile(self.unit())
    }

    /// Exponential with mean 1.
    pub fn exponential(&mut self) -> f64 {
        -libm::log(self.unit())
    }

    /// Gamma with scale 1 and `shape` above 0; its mean is the shape.
    ///
    /// Of a very small shape most draws lie below the smallest number there is, and come out as 0;
    /// [`Random::ln_gamma`] keeps them apart.
    pub fn gamma(&mut self, shape: f64) -> f64 {
        if shape < 1.0 { libm::exp(self.ln_gamma(shape)) } else { self.gamma_from_one(shape) }
    }

    /// The logarithm of a gamma draw with scale 1 and `shape` above 0.
    ///
    /// Below shape 1: a draw of shape + 1 times `u^(1/shape)`.
    pub fn ln_gamma(&mut self, shape: f64) -> f64 {
        if shape >= 1.0 {
            return libm::log(self.gamma_from_one(shape));
        }
        let above = libm::log(self.gamma_from_one(shape + 1.0));
        (above - self.exponential() / shape).max(f64::MIN)
    }

    /// Marsaglia & Tsang, "A Simple Method for Generating Gamma Variables" (2000), for shapes from 1 up.
    fn gamma_from_one(&mut self, shape: f64) -> f64 {
        let d = shape - 1.0 / 3.0;
        let c = 1.0 / libm::sqrt(9.0 * d);
        loop {
            let z = self.normal();
            let root = 1.0 + c * z;
            if root <= 0.0 {
                continue;
            }
            let v = root * root * root;
            let refused = self.exponential() < d * (v - 1.0 - 3.0 * libm::log(root)) - z * z / 2.0;
            if !refused {
                return d * v;
            }
        }
    }

    /// Beta with shapes `a` and `b`, both above 0: a share, of mean `a / (a + b)`.
    pub fn beta(&mut self, a: f64, b: f64) -> f64 {
        let (ours, rest) = (self.ln_gamma(a), self.ln_gamma(b));
        1.0 / (1.0 + libm::exp(rest - ours))
    }

    /// How many events of a kind that comes `mean` times on average (0 or more): a whole number.
    pub fn poisson(&mut self, mean: f64) -> f64 {
        if mean >= 10.0 { self.poisson_by_rejection(mean) } else { self.poisson_by_search(mean) }
    }

    /// Adds up the chances of 0, 1, 2, … until they pass one uniform number.
    fn poisson_by_search(&mut self, mean: f64) -> f64 {
        let u = self.unit();
        let (mut count, mut chance) = (0.0, libm::exp(-mean));
        let mut sum = chance;
        while sum < u && chance > 0.0 {
            count += 1.0;
            chance *= mean / count;
            sum += chance;
        }
        count
    }

    /// Hörmann, "The Transformed Rejection Method for Generating Poisson Random Variables" (1993),
    /// algorithm PTRS, for means from 10 up.
    fn poisson_by_rejection(&mut self, mean: f64) -> f64 {
        let b = 0.931 + 2.53 * libm::sqrt(mean);
        let a = -0.059 + 0.02483 * b;
        let inverse_alpha = 1.1239 + 1.1328 / (b - 3.4);
        loop {
            let (u, height) = (self.unit() - 0.5, self.unit());
            let edge = 0.5 - u.abs();
            let count = libm::floor((2.0 * a / edge + b) * u + mean + 0.43);
            if edge >= 0.07 && height <= 0.9277 - 3.6224 / (b - 2.0) {
                return count;
            }
            if count < 0.0 || (edge < 0.013 && height > edge) {
                continue;
            }
            let drawn = libm::log(height * inverse_alpha / (a / (edge * edge) + b));
            let chance = count * libm::log(mean) - mean - libm::lgamma(count + 1.0);
            if drawn <= chance {
                return count;
            }
        }
    }

    /// How many trials up to and with the first success, each of chance `p`, 0 < p ≤ 1: a whole
    /// number from 1 up.
    pub fn geometric(&mut self, p: f64) -> f64 {
        let failures = libm::floor(libm::log(self.unit()) / libm::log1p(-p));
        (failures + 1.0).min(f64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Worked out by another program, written from the papers.
    #[test]
    fn the_bits_are_those_of_the_papers() {
        let first = |seed| {
            let mut random = Random::new(seed);
            [random.bits(), random.bits()]
        };
        assert_eq!(first(0), [5_987_356_902_031_041_503, 7_051_070_477_665_621_255]);
        assert_eq!(first(2026), [7_876_778_575_317_408_663, 11_327_947_559_129_167_783]);
        let mut random = Random::new(0);
        assert_eq!(random.unit(), 0.324_575_268_031_406_8);
        assert_eq!(random.unit(), 0.382_239_296_511_673_54);
    }

    const N: u32 = 40_000;

    /// Mean and variance of many draws, each within four standard errors of what they should be,
    /// where the fourth central moment is `fourth`.
    fn has(draw: impl Fn(&mut Random) -> f64, mean: f64, variance: f64, fourth: f64) {
        let mut random = Random::new(1);
        let draws: Vec<f64> = (0..N).map(|_| draw(&mut random)).collect();
        let n = f64::from(N);
        let found = draws.iter().sum::<f64>() / n;
        let spread = draws.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / n;
        let errors =
            (libm::sqrt(variance / n), libm::sqrt((fourth - variance * variance).max(0.0) / n));
        assert!((found - mean).abs() <= 4.0 * errors.0, "mean {found} for {mean}");
        assert!((spread - variance).abs() <= 4.0 * errors.1, "variance {spread} for {variance}");
    }

    #[test]
    fn moments_are_those_of_the_distributions() {
        has(Random::unit, 0.5, 1.0 / 12.0, 1.0 / 80.0);
        has(|r| r.uniform(-1.0, 3.0), 1.0, 16.0 / 12.0, 256.0 / 80.0);
        has(Random::normal, 0.0, 1.0, 3.0);
        has(Random::exponential, 1.0, 1.0, 9.0);
        for shape in [0.05, 0.7, 1.0, 4.5, 300.0] {
            has(|r| r.gamma(shape), shape, shape, 3.0 * shape * (shape + 2.0));
        }
        for mean in [0.01, 3.0, 9.99, 10.0, 60.0, 4e5] {
            has(|r| r.poisson(mean), mean, mean, mean * (1.0 + 3.0 * mean));
        }
        for p in [0.01, 0.3, 1.0] {
            let variance = (1.0 - p) / (p * p);
            has(|r| r.geometric(p), 1.0 / p, variance, variance * (9.0 * variance + 1.0));
        }
    }

    /// The fourth central moment of a beta, from its excess kurtosis.
    #[test]
    fn moments_of_the_beta() {
        for (a, b) in [(0.3, 0.2), (1.0, 1.0), (2.0, 5.0), (400.0, 3.0)] {
            let n = a + b;
            let variance = a * b / (n * n * (n + 1.0));
            let excess = 6.0 * ((a - b) * (a - b) * (n + 1.0) - a * b * (n + 2.0))
                / (a * b * (n + 2.0) * (n + 3.0));
            has(|r| r.beta(a, b), a / n, variance, (excess + 3.0) * variance * variance);
        }
    }

    /// The largest distance of the shares found from a distribution function (Kolmogorov), over
    /// what it exceeds by chance once in ten thousand.
    fn fits(draw: impl Fn(&mut Random) -> f64, cdf: impl Fn(f64) -> f64) {
        let mut random = Random::new(2);
        let mut draws: Vec<f64> = (0..N).map(|_| draw(&mut random)).collect();
        draws.sort_by(f64::total_cmp);
        let n = f64::from(N);
        let far = draws.iter().zip(1..).map(|(x, k): (_, u32)| (cdf(*x) - f64::from(k) / n).abs());
        let worst = far.fold(0.0, f64::max);
        assert!(worst * libm::sqrt(n) < 2.23, "{worst}");
    }

    #[test]
    fn shares_are_those_of_the_distributions() {
        fits(Random::normal, normal::cdf);
        fits(|r| r.gamma(0.5), |x| libm::erf(libm::sqrt(x)));
        fits(|r| r.gamma(2.0), |x| 1.0 - (1.0 + x) * libm::exp(-x));
        fits(|r| r.beta(0.5, 0.5), |x| libm::asin(libm::sqrt(x)) * std::f64::consts::FRAC_2_PI);
        fits(|r| r.beta(3.0, 1.0), |x| x * x * x);
    }

    /// Chances of single counts on both sides of the change of method.
    #[test]
    fn poisson_counts_are_as_likely_as_they_should_be() {
        for mean in [9.5, 10.5, 40.0] {
            let mut random = Random::new(3);
            let draws: Vec<f64> = (0..N).map(|_| random.poisson(mean)).collect();
            for k in 0..80 {
                let k = f64::from(k);
                let p = libm::exp(k * libm::log(mean) - mean - libm::lgamma(k + 1.0));
                let found = draws.iter().filter(|x| **x == k).count() as f64 / f64::from(N);
                let error = libm::sqrt(p / f64::from(N)) + 1e-4;
                assert!((found - p).abs() < 4.0 * error, "{k} of {mean}: {found} for {p}");
            }
        }
    }

    #[test]
    fn every_order_is_as_likely() {
        let mut random = Random::new(4);
        let mut counts = std::collections::BTreeMap::new();
        for _ in 0..24_000 {
            let mut order = [0, 1, 2, 3];
            random.shuffle(&mut order);
            *counts.entry(order).or_insert(0) += 1;
        }
        assert_eq!(counts.len(), 24);
        assert!(counts.values().all(|n| (860..=1140).contains(n)), "{counts:?}");
        assert_eq!(random.below(0), 0);
        random.shuffle::<u8>(&mut []);
    }

    #[test]
    fn extremes_stay_numbers() {
        let mut random = Random::new(5);
        for _ in 0..200 {
            for shape in [1e-300, 1e-9, 1.0, 1e9, 1e300] {
                assert!(random.gamma(shape).is_finite());
                assert!(random.ln_gamma(shape).is_finite());
                for other in [1e-300, 1.0, 1e300] {
                    assert!((0.0..=1.0).contains(&random.beta(shape, other)));
                }
            }
            assert!(
                [0.0, 1e-300, 1e15, 1e100].map(|m| random.poisson(m)).iter().all(|k| *k >= 0.0)
            );
            assert!([1e-300, 1.0].map(|p| random.geometric(p)).iter().all(|k| *k >= 1.0));
        }
        assert!((0..10).all(|_| random.poisson(0.0) == 0.0 && random.geometric(1.0) == 1.0));
        assert!(random.chance(1.0) && !random.chance(0.0));
    }
}
