//! The log-likelihood of many customers, with its slopes and curvatures.
//!
//! Over the logarithms of the four parameters, so that no step leaves their domain. A customer's
//! likelihood is `stayed · (1 + R)`; both factors are differentiated by hand, the integral *R* under
//! its sign, at the same nodes: with the weights `w` of the nodes as a distribution, the slope of
//! `ln R` is the mean of the slopes `g` of `ln w`, its curvature the mean of their curvatures plus
//! the covariance of `g`.

use super::silence::{Moment, Silence};
use crate::math::maximum::{Local, Matrix};
use crate::math::special::{digamma, ln_gamma_ratio, trigamma};
use crate::model::purchase::Group;

/// A sum of log-likelihoods at given parameters.
pub(super) struct Sum {
    r: f64,
    alpha: f64,
    s: f64,
    beta: f64,
    /// What is the same for all who bought as often as the last customer.
    often: Often,
    /// What is the same for all who are known as long as the last customer.
    long: Long,
    local: Local<4>,
}

/// `ln Γ(r+x) − ln Γ(r) − x·ln α` of a number *x* of purchases, and its derivatives by `ln r`.
struct Often {
    x: u32,
    value: f64,
    slope: f64,
    curvature: f64,
}

impl Often {
    fn new(x: u32, r: f64, alpha: f64) -> Self {
        let n = f64::from(x);
        let (slope, curvature) = if x < 20 {
            (0..x).fold((0.0, 0.0), |(slope, curvature), k| {
                let share = r / (r + f64::from(k));
                (slope + share, curvature + share * (1.0 - share))
            })
        } else {
            let slope = r * (digamma(r + n) - digamma(r));
            (slope, slope + r * r * (trigamma(r + n) - trigamma(r)))
        };
        let value = ln_gamma_ratio(r, n) - n * libm::log(alpha);
        Self { x, value, slope, curvature }
    }
}

/// What a time *T* is beside *α* and *β*.
struct Long {
    age: f64,
    /// `ln(1 + T/α)` and `ln(1 + T/β)`.
    ln_alpha: f64,
    ln_beta: f64,
    /// `α/(α+T)` and `β/(β+T)`.
    share_alpha: f64,
    share_beta: f64,
}

impl Long {
    fn new(age: f64, alpha: f64, beta: f64) -> Self {
        Self {
            age,
            ln_alpha: libm::log1p(age / alpha),
            ln_beta: libm::log1p(age / beta),
            share_alpha: alpha / (alpha + age),
            share_beta: beta / (beta + age),
        }
    }
}

impl Sum {
    /// Nothing yet, at the parameters *r*, *α*, *s*, *β*.
    pub fn new([r, alpha, s, beta]: [f64; 4]) -> Self {
        let (often, long) = (Often::new(0, r, alpha), Long::new(0.0, alpha, beta));
        Self { r, alpha, s, beta, often, long, local: Local::ZERO }
    }

    /// The sum so far.
    pub fn local(&self) -> Local<4> {
        let mut local = self.local;
        for i in 0..4 {
            for j in 0..i {
                local.hessian[i][j] = local.hessian[j][i];
            }
        }
        local
    }

    /// Adds the customers of a group.
    pub fn add(&mut self, group: &Group) {
        let history = &group.history;
        if history.repeats() != self.often.x {
            self.often = Often::new(history.repeats(), self.r, self.alpha);
        }
        if history.age() != self.long.age {
            self.long = Long::new(history.age(), self.alpha, self.beta);
        }
        let weight = f64::from(group.customers);
        let shape = self.r + f64::from(self.often.x);
        self.add_stayed(weight, shape);
        let silence = Silence::new(
            (shape, self.alpha),
            (self.s, self.beta),
            history.recency(),
            history.age(),
        );
        self.add_left(weight, shape, &silence);
    }

    /// Adds `ln stayed`: of having bought so often and still being a customer.
    fn add_stayed(&mut self, weight: f64, shape: f64) {
        let Self { r, s, often, long, .. } = self;
        let (x, r, s) = (f64::from(often.x), *r, *s);
        let (gone_alpha, gone_beta) = (1.0 - long.share_alpha, 1.0 - long.share_beta);
        let value = often.value - shape * long.ln_alpha - s * long.ln_beta;
        let gradient = [
            often.slope - r * long.ln_alpha,
            shape * gone_alpha - x,
            -s * long.ln_beta,
            s * gone_beta,
        ];
        self.local.value += weight * value;
        for (sum, slope) in self.local.gradient.iter_mut().zip(gradient) {
            *sum += weight * slope;
        }
        let hessian = &mut self.local.hessian;
        hessian[0][0] += weight * (often.curvature - r * long.ln_alpha);
        hessian[0][1] += weight * r * gone_alpha;
        hessian[1][1] -= weight * shape * gone_alpha * long.share_alpha;
        hessian[2][2] -= weight * s * long.ln_beta;
        hessian[2][3] += weight * s * gone_beta;
        hessian[3][3] -= weight * s * gone_beta * long.share_beta;
    }

    /// Adds `ln(1 + R)`.
    fn add_left(&mut self, weight: f64, shape: f64, silence: &Silence) {
        let mut moments = Moments::default();
        silence.each_moment(|moment| moments.add(self, shape, &moment));
        if moments.weight == 0.0 {
            return;
        }
        let ln_odds = libm::log(self.s * moments.weight) + silence.exponent();
        self.local.value += weight * super::ln_1p_exp(ln_odds);
        let left = 1.0 / (1.0 + libm::exp(-ln_odds));
        let scale = weight * left / moments.weight;
        let mean = moments.slopes.map(|slope| slope / moments.weight);
        for i in 0..4 {
            self.local.gradient[i] += scale * moments.slopes[i];
            for (j, mean) in mean.iter().enumerate().skip(i) {
                let bend = moments.curvatures[i][j] - left * moments.slopes[i] * mean;
                self.local.hessian[i][j] += scale * bend;
            }
        }
    }
}

/// Sums over the moments of a silence: of the weights, of the slopes of their logarithms, and of
/// what makes curvatures.
#[derive(Default)]
struct Moments {
    weight: f64,
    slopes: [f64; 4],
    curvatures: Matrix<4>,
}

impl Moments {
    #[inline]
    fn add(&mut self, at: &Sum, shape: f64, moment: &Moment) {
        let (share_alpha, share_beta) = (at.alpha * moment.per_alpha, at.beta * moment.per_beta);
        // By how much a parameter's share is larger at the moment than it is now.
        let more_alpha = at.long.share_alpha * moment.before * moment.per_alpha;
        let more_beta = at.long.share_beta * moment.before * moment.per_beta;
        let (a, b) = (at.r * moment.ln_alpha, at.s * moment.ln_beta);
        let (c, d) = (shape * more_alpha, at.s * more_beta);
        let slopes = [a, -c, 1.0 + b, -d - share_beta];
        let weight = moment.weight;
        self.weight += weight;
        for i in 0..4 {
            let weighted = weight * slopes[i];
            self.slopes[i] += weighted;
            for (j, slope) in slopes.iter().enumerate().skip(i) {
                self.curvatures[i][j] += weighted * slope;
            }
        }
        let curvatures = &mut self.curvatures;
        curvatures[0][0] += weight * a;
        curvatures[0][1] -= weight * at.r * more_alpha;
        curvatures[1][1] -= weight * c * (1.0 - share_alpha - at.long.share_alpha);
        curvatures[2][2] += weight * b;
        curvatures[2][3] -= weight * d;
        curvatures[3][3] -= weight
            * (d * (1.0 - share_beta - at.long.share_beta) + share_beta * (1.0 - share_beta));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::purchase::{History, ParetoNbd};

    fn group(repeats: u32, recency: f64, age: f64) -> Group {
        Group { history: History::new(repeats, recency, age).unwrap(), customers: 3 }
    }

    #[test]
    fn slopes_and_curvatures_are_those_of_the_log_likelihood() {
        let groups = [
            group(0, 0.0, 38.86),
            group(2, 30.43, 38.86),
            group(1, 1.71, 38.86),
            group(26, 30.86, 31.0),
            group(300, 50.0, 90.0),
            group(4, 7.0, 7.0),
        ];
        let places = [
            [0.553, 10.578, 0.606, 11.669],
            [2.0, 3.0, 1.0, 80.0],
            [0.1, 70.0, 3.0, 2.0],
            [9.0, 0.5, 0.2, 0.1],
            [1.0, 1.0, 900.0, 60_000.0],
        ];
        for parameters in places {
            let value = |u: &[f64; 4]| -> f64 {
                let [r, alpha, s, beta] = u.map(libm::exp);
                let model = ParetoNbd::new(r, alpha, s, beta).unwrap();
                groups.iter().map(|g| 3.0 * model.log_likelihood(&g.history)).sum()
            };
            let at = parameters.map(libm::log);
            let numeric = Local::by_values(value, &at, 1e-3);
            let mut sum = Sum::new(parameters);
            for group in &groups {
                sum.add(group);
            }
            let exact = sum.local();
            let all = exact.hessian.iter().flatten().chain(&exact.gradient);
            let largest = all.fold(0.0_f64, |most, x| most.max(x.abs()));
            let close = |a: f64, b: f64| (a - b).abs() < 1e-5 * largest;
            assert!((exact.value / numeric.value - 1.0).abs() < 1e-12, "{parameters:?}");
            for i in 0..4 {
                let (a, b) = (exact.gradient[i], numeric.gradient[i]);
                assert!(close(a, b), "{parameters:?} {i}: {a} {b}");
                for j in 0..4 {
                    let (a, b) = (exact.hessian[i][j], numeric.hessian[i][j]);
                    assert!(close(a, b), "{parameters:?} {i} {j}: {a} {b}");
                }
            }
        }
    }
}
