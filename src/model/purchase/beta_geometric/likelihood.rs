//! The log-likelihood of many customers, with its slopes and curvatures.
//!
//! Written so that a million customers cost little. What depends only on how often a customer
//! bought, or only on the age, is summed once for all who have it in common: with *Cᵢ* customers
//! who bought more than *i* times, `Σ ln Γ(r+x)/Γ(r) = Σ Cᵢ·ln(r+i)`. What is left for each is
//! `ln(1 + R)`, whose derivatives need one logarithm and one exponential.

use std::ops::Range;

use super::Parameters;
use crate::math::maximum::Local;
use crate::math::parallel::map_stretches;
use crate::model::purchase::Group;
use crate::model::purchase::counts::Counts;

/// How many groups are summed before their sum is added to the whole.
const STRETCH: usize = 1 << 14;

/// The places of the parameters in vectors and matrices.
const R: usize = 0;
const ALPHA: usize = 1;
const A: usize = 2;
const B: usize = 3;

/// Histories, sorted into what their likelihood needs.
pub(super) struct Data<'a> {
    repeats: f64,
    /// How often customers came back.
    buyers: Counts,
    /// How often they tossed the coin.
    tossers: Counts,
    ages: Vec<Peers>,
    /// Those who may have left, by rising number of repeat purchases.
    silent: &'a [Group],
    /// How many tosses there were beyond one for each repeat purchase.
    extra: u32,
}

/// Customers of one age who bought equally often, and all their repeat purchases.
struct Peers {
    age: f64,
    customers: f64,
    repeats: f64,
}

impl<'a> Data<'a> {
    /// Sorts `groups`, which come by rising number of repeat purchases; `extra` tosses of the coin
    /// were made beyond one for each repeat purchase.
    pub fn new(groups: &'a [Group], extra: u32) -> Self {
        let repeats =
            |group: &Group| f64::from(group.customers) * f64::from(group.history.repeats());
        let certain = groups.partition_point(|group| group.history.repeats() + extra == 0);
        Self {
            repeats: groups.iter().map(repeats).sum(),
            buyers: Counts::new(groups, 0),
            tossers: Counts::new(groups, extra),
            ages: ages(groups),
            silent: &groups[certain..],
            extra,
        }
    }

    /// The log-likelihood and its derivatives by *r*, *α*, *a*, *b*.
    pub fn local(&self, at: &Parameters) -> Local<4> {
        let mut sum = self.of_counts(at);
        for part in map_stretches(self.ages.len(), STRETCH, |range| self.of_ages(at, range)) {
            sum += part;
        }
        for part in map_stretches(self.silent.len(), STRETCH, |range| self.of_silent(at, range)) {
            sum += part;
        }
        sum.mirrored()
    }

    /// What follows from how often customers bought: `ln Γ(r+x)/Γ(r) − x·ln α`, and with *k*
    /// tosses `ln Γ(b+k)/Γ(b) − ln Γ(a+b+k)/Γ(a+b)`.
    fn of_counts(&self, at: &Parameters) -> Local<4> {
        let mut sum = Local::ZERO;
        for [value, slope, curvature] in self.buyers.rises(at.r) {
            sum.value += value;
            sum.gradient[R] += slope;
            sum.hessian[R][R] += curvature;
        }
        for [value, slope, curvature] in self.tossers.rises(at.b) {
            sum.value += value;
            sum.gradient[B] += slope;
            sum.hessian[B][B] += curvature;
        }
        for [value, slope, curvature] in self.tossers.rises(at.a + at.b) {
            sum.value -= value;
            for i in [A, B] {
                sum.gradient[i] -= slope;
                sum.hessian[i][B] -= curvature;
            }
            sum.hessian[A][A] -= curvature;
        }
        sum.value -= self.repeats * libm::log(at.alpha);
        sum.gradient[ALPHA] -= self.repeats / at.alpha;
        sum.hessian[ALPHA][ALPHA] += self.repeats / (at.alpha * at.alpha);
        sum
    }

    /// `−(r+x)·ln(1 + T/α)`.
    fn of_ages(&self, at: &Parameters, range: Range<usize>) -> Local<4> {
        let mut sum = Local::ZERO;
        let near = 1.0 / at.alpha;
        for Peers { age, customers, repeats } in &self.ages[range] {
            let shape = customers * at.r + repeats;
            let (ln, far) = (libm::log1p(age * near), 1.0 / (at.alpha + age));
            let slope = age * near * far;
            sum.value -= shape * ln;
            sum.gradient[R] -= customers * ln;
            sum.gradient[ALPHA] += shape * slope;
            sum.hessian[R][ALPHA] += customers * slope;
            sum.hessian[ALPHA][ALPHA] -= shape * slope * (near + far);
        }
        sum
    }

    /// `ln(1 + R)`.
    fn of_silent(&self, at: &Parameters, range: Range<usize>) -> Local<4> {
        let mut sum = Local::ZERO;
        let often = |group: &Group| group.history.repeats();
        for alike in self.silent[range].chunk_by(|one, other| often(one) == often(other)) {
            let repeats = alike.first().map_or(0, often);
            let earlier = at.b + f64::from(repeats + self.extra - 1);
            let shape = at.r + f64::from(repeats);
            let moments = Moments::of(alike, at.alpha, shape, libm::log(at.a / earlier));
            sum += moments.local(shape, at.a, earlier);
        }
        sum
    }
}

/// Customers by age, apart from those who bought more or less often.
fn ages(groups: &[Group]) -> Vec<Peers> {
    let alike = groups.chunk_by(|one, other| {
        let (one, other) = (&one.history, &other.history);
        one.age() == other.age() && one.repeats() == other.repeats()
    });
    let peers = |group: &[Group]| {
        let customers = group.iter().map(|group| f64::from(group.customers)).sum();
        let history = &group[0].history;
        Peers { age: history.age(), customers, repeats: customers * f64::from(history.repeats()) }
    };
    alike.map(peers).collect()
}

/// Sums over customers who bought equally often. In the names, `w` is the chance of having left
/// times the number of customers, `v` that of not having left, `l = ln((α+T)/(α+tₓ))`, `m` its
/// slope by α and `n` its curvature.
#[derive(Default)]
struct Moments {
    /// `Σ ln(1 + R)`.
    value: f64,
    w: f64,
    wl: f64,
    wm: f64,
    wn: f64,
    wv: f64,
    wvl: f64,
    wvm: f64,
    wvll: f64,
    wvlm: f64,
    wvmm: f64,
}

impl Moments {
    /// Of customers with odds `R = exp(ln_coin + shape·l)`.
    fn of(alike: &[Group], alpha: f64, shape: f64, ln_coin: f64) -> Self {
        let mut sum = Self::default();
        let mut factors = Product::default();
        for Group { history, customers } in alike {
            let (near, far) = (1.0 / (alpha + history.recency()), 1.0 / (alpha + history.age()));
            let silence = history.age() - history.recency();
            let l = libm::log1p(silence * near);
            let ln_odds = ln_coin + shape * l;
            let small = libm::exp(-ln_odds.abs());
            let (more, less) = (1.0 / (1.0 + small), small / (1.0 + small));
            let (left, stays) = if ln_odds > 0.0 { (more, less) } else { (less, more) };
            let count = f64::from(*customers);
            sum.value += count * ln_odds.max(0.0);
            factors.multiply(1.0 + small, *customers);
            let (slope, w) = (silence * near * far, count * left);
            let (m, wv) = (-slope, w * stays);
            sum.w += w;
            sum.wl += w * l;
            sum.wm += w * m;
            sum.wn += w * slope * (near + far);
            sum.wv += wv;
            sum.wvl += wv * l;
            sum.wvm += wv * m;
            sum.wvll += wv * l * l;
            sum.wvlm += wv * l * m;
            sum.wvmm += wv * m * m;
        }
        sum.value += factors.ln();
        sum
    }

    /// The chain rule over `ln R = ln a − ln(b+k−1) + shape·l`; `earlier` is `b+k−1`.
    fn local(&self, shape: f64, a: f64, earlier: f64) -> Local<4> {
        let (by_a, by_b) = (1.0 / a, -1.0 / earlier);
        let mut local = Local {
            value: self.value,
            gradient: [self.wl, shape * self.wm, by_a * self.w, by_b * self.w],
            ..Local::ZERO
        };
        let upper = &mut local.hessian;
        upper[R] = [self.wvll, shape * self.wvlm + self.wm, by_a * self.wvl, by_b * self.wvl];
        upper[ALPHA][ALPHA] = shape * (shape * self.wvmm + self.wn);
        upper[ALPHA][A] = shape * by_a * self.wvm;
        upper[ALPHA][B] = shape * by_b * self.wvm;
        upper[A][A] = by_a * by_a * (self.wv - self.w);
        upper[A][B] = by_a * by_b * self.wv;
        upper[B][B] = by_b * by_b * (self.wv + self.w);
        local
    }
}

/// The logarithm of a product of factors between 1 and 2: one logarithm for a thousand.
struct Product {
    ln: f64,
    open: f64,
}

impl Default for Product {
    fn default() -> Self {
        Self { ln: 0.0, open: 1.0 }
    }
}

impl Product {
    fn multiply(&mut self, factor: f64, times: u32) {
        const FULL: f64 = 1e300;
        if times == 1 {
            self.open *= factor;
        } else {
            self.ln += f64::from(times) * libm::log(factor);
        }
        if self.open > FULL {
            self.ln += libm::log(self.open);
            self.open = 1.0;
        }
    }

    fn ln(&self) -> f64 {
        self.ln + libm::log(self.open)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::purchase::{BgNbd, Cohort, History, MbgNbd};

    fn cohort() -> Cohort {
        let rows = [
            (2, 30.43, 38.86, 3),
            (1, 1.71, 38.86, 1),
            (0, 0.0, 38.86, 40),
            (0, 0.0, 20.0, 2),
            (7, 29.43, 38.86, 1),
            (7, 29.43, 30.0, 1),
            (300, 364.0, 365.0, 1),
            (5, 12.0, 12.0, 2),
        ];
        let group = |(x, recency, age, customers): (u32, f64, f64, u32)| {
            let history = History::new(x, recency, age).unwrap();
            Group { history, customers }
        };
        Cohort::of_groups(rows.map(group).to_vec())
    }

    const PLACES: [Parameters; 4] = [
        Parameters { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
        Parameters { r: 3.0, alpha: 0.01, a: 1.0, b: 0.2 },
        Parameters { r: 1e-3, alpha: 900.0, a: 40.0, b: 1e-2 },
        Parameters { r: 1e6, alpha: 1e6, a: 1e-4, b: 7.0 },
    ];

    #[test]
    fn the_sum_is_that_of_the_single_likelihoods() {
        let cohort = cohort();
        for at in PLACES {
            let bg = BgNbd::new(at).unwrap().log_likelihood_of_all(&cohort);
            let mbg = MbgNbd::new(at).unwrap().log_likelihood_of_all(&cohort);
            for (extra, expected) in [(0, bg), (1, mbg)] {
                let found = Data::new(cohort.groups(), extra).local(&at).value;
                assert!((found / expected - 1.0).abs() < 1e-12, "{at:?}: {found} {expected}");
            }
        }
    }

    #[test]
    fn the_derivatives_are_those_of_the_value() {
        let cohort = cohort();
        for (extra, at) in [0, 1].into_iter().flat_map(|extra| PLACES.map(|at| (extra, at))) {
            let data = Data::new(cohort.groups(), extra);
            let Parameters { r, alpha, a, b } = at;
            let in_logs = |u: &[f64; 4]| {
                let [r, alpha, a, b] = u.map(f64::exp);
                let at = Parameters { r, alpha, a, b };
                let local = data.local(&at).in_logarithms(&[r, alpha, a, b]);
                (local.value, local.gradient)
            };
            let u = [r, alpha, a, b].map(f64::ln);
            let exact = data.local(&at).in_logarithms(&[r, alpha, a, b]);
            let by_slopes = Local::by_gradients(in_logs, &u, 1e-5);
            let by_values = Local::by_values(|u| in_logs(u).0, &u, 1e-5);
            let size = exact.hessian.iter().flatten().fold(1.0_f64, |most, h| most.max(h.abs()));
            for i in 0..4 {
                let slope = by_values.gradient[i];
                assert!((exact.gradient[i] - slope).abs() < 1e-5 * size, "{at:?} {i} {slope}");
                for j in 0..4 {
                    let (found, expected) = (exact.hessian[i][j], by_slopes.hessian[i][j]);
                    assert!(
                        (found - expected).abs() < 1e-6 * size,
                        "{at:?} {i} {j}: {found} {expected}"
                    );
                }
            }
        }
    }
}
