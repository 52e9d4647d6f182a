//! The log-likelihood of many customers, with its slopes and curvatures.
//!
//! Over the logarithms of the four parameters, so that no step leaves their domain. A customer's
//! likelihood is `stayed · (1 + R)`; both factors are differentiated by hand, the integral *R* under
//! its sign, at the same nodes: with the weights `w` of the nodes as a distribution, the slope of
//! `ln R` is the mean of the slopes `g` of `ln w`, its curvature the mean of their curvatures plus
//! the covariance of `g`.

use super::silence::{Moment, Silence};
use crate::math::logistic::ln_1p_exp;
use crate::math::maximum::{Local, Matrix};
use crate::math::parallel::map_stretches;
use crate::model::purchase::Group;
use crate::model::purchase::counts::Counts;

/// How many groups are summed before their sum is added to the whole.
const STRETCH: usize = 2048;

/// Histories, sorted into what their likelihood needs.
pub(super) struct Data<'a> {
    groups: &'a [Group],
    counts: Counts,
    repeats: f64,
}

/// The parameters *r*, *α*, *s*, *β*.
struct Place([f64; 4]);

/// What a time *T* is beside *α* and *β*.
struct Age {
    /// `ln(1 + T/α)` and `ln(1 + T/β)`.
    ln_alpha: f64,
    ln_beta: f64,
    /// `α/(α+T)` and `β/(β+T)`.
    share_alpha: f64,
    share_beta: f64,
}

impl<'a> Data<'a> {
    /// Sorts `groups`, which come by rising number of repeat purchases.
    pub fn new(groups: &'a [Group]) -> Self {
        let repeats = |g: &Group| f64::from(g.customers) * f64::from(g.history.repeats());
        let repeats = groups.iter().map(repeats).sum();
        Self { groups, counts: Counts::new(groups, 0), repeats }
    }

    /// The log-likelihood and its derivatives by the logarithms of *r*, *α*, *s*, *β*.
    pub fn local(&self, parameters: [f64; 4]) -> Local<4> {
        let mut sum = self.of_counts(parameters[0], parameters[1]);
        let place = Place(parameters);
        let stretch = |range| place.of_times(&self.groups[range]);
        for part in map_stretches(self.groups.len(), STRETCH, stretch) {
            sum += part;
        }
        sum.mirrored()
    }

    /// `ln Γ(r+x) − ln Γ(r) − x·ln α`
    fn of_counts(&self, r: f64, alpha: f64) -> Local<4> {
        let mut sum = Local::ZERO;
        for [value, slope, curvature] in self.counts.rises(r) {
            sum.value += value;
            sum.gradient[0] += r * slope;
            sum.hessian[0][0] += r * (slope + r * curvature);
        }
        sum.value -= self.repeats * libm::log(alpha);
        sum.gradient[1] -= self.repeats;
        sum
    }
}

impl Place {
    /// What follows from the times of `groups`.
    fn of_times(&self, groups: &[Group]) -> Local<4> {
        let Self([r, alpha, s, beta]) = *self;
        let mut sum = Local::ZERO;
        let key = |group: &Group| (group.history.repeats(), group.history.age());
        for alike in groups.chunk_by(|one, other| key(one) == key(other)) {
            let (repeats, age) = key(&alike[0]);
            let shape = r + f64::from(repeats);
            let at = Age::new(age, alpha, beta);
            let customers = alike.iter().map(|group| f64::from(group.customers)).sum();
            self.add_stayed(&mut sum, customers, shape, &at);
            for group in alike {
                let silence = Silence::new((shape, alpha), (s, beta), group.history.recency(), age);
                self.add_left(&mut sum, f64::from(group.customers), shape, &at, &silence);
            }
        }
        sum
    }

    /// Adds `−(r+x)·ln(1 + T/α) − s·ln(1 + T/β)`: of still being a customer.
    fn add_stayed(&self, sum: &mut Local<4>, customers: f64, shape: f64, at: &Age) {
        let Self([r, _, s, _]) = *self;
        let (gone_alpha, gone_beta) = (1.0 - at.share_alpha, 1.0 - at.share_beta);
        sum.value -= customers * (shape * at.ln_alpha + s * at.ln_beta);
        let slopes = [-r * at.ln_alpha, shape * gone_alpha, -s * at.ln_beta, s * gone_beta];
        for (sum, slope) in sum.gradient.iter_mut().zip(slopes) {
            *sum += customers * slope;
        }
        let upper = &mut sum.hessian;
        upper[0][0] -= customers * r * at.ln_alpha;
        upper[0][1] += customers * r * gone_alpha;
        upper[1][1] -= customers * shape * gone_alpha * at.share_alpha;
        upper[2][2] -= customers * s * at.ln_beta;
        upper[2][3] += customers * s * gone_beta;
        upper[3][3] -= customers * s * gone_beta * at.share_beta;
    }

    /// Adds `ln(1 + R)`.
    fn add_left(
        &self,
        sum: &mut Local<4>,
        customers: f64,
        shape: f64,
        at: &Age,
        silence: &Silence,
    ) {
        let mut moments = Moments::default();
        silence.each_moment(|moment| moments.add(self, shape, at, &moment));
        if moments.weight == 0.0 {
            return;
        }
        let Self([_, _, s, _]) = *self;
        let ln_odds = libm::log(s * moments.weight) + silence.exponent();
        sum.value += customers * ln_1p_exp(ln_odds);
        let left = 1.0 / (1.0 + libm::exp(-ln_odds));
        let scale = customers * left / moments.weight;
        let mean = moments.slopes.map(|slope| slope / moments.weight);
        for i in 0..4 {
            sum.gradient[i] += scale * moments.slopes[i];
            for (j, mean) in mean.iter().enumerate().skip(i) {
                let bend = moments.curvatures[i][j] - left * moments.slopes[i] * mean;
                sum.hessian[i][j] += scale * bend;
            }
        }
    }
}

impl Age {
    fn new(age: f64, alpha: f64, beta: f64) -> Self {
        Self {
            ln_alpha: libm::log1p(age / alpha),
            ln_beta: libm::log1p(age / beta),
            share_alpha: alpha / (alpha + age),
            share_beta: beta / (beta + age),
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
    fn add(&mut self, place: &Place, shape: f64, at: &Age, moment: &Moment) {
        let Place([r, alpha, s, beta]) = *place;
        let (share_alpha, share_beta) = (alpha * moment.alpha.per, beta * moment.beta.per);
        // By how much each share was larger than it is now.
        let more_alpha = at.share_alpha * moment.before * moment.alpha.per;
        let more_beta = at.share_beta * moment.before * moment.beta.per;
        let (by_r, by_s) = (r * moment.alpha.ln, s * moment.beta.ln);
        let (less_alpha, less_beta) = (shape * more_alpha, s * more_beta);
        let slopes = [by_r, -less_alpha, 1.0 + by_s, -less_beta - share_beta];
        let weight = moment.weight;
        self.weight += weight;
        for i in 0..4 {
            let weighted = weight * slopes[i];
            self.slopes[i] += weighted;
            for (j, slope) in slopes.iter().enumerate().skip(i) {
                self.curvatures[i][j] += weighted * slope;
            }
        }
        let upper = &mut self.curvatures;
        upper[0][0] += weight * by_r;
        upper[0][1] -= weight * r * more_alpha;
        upper[1][1] -= weight * less_alpha * (1.0 - share_alpha - at.share_alpha);
        upper[2][2] += weight * by_s;
        upper[2][3] -= weight * less_beta;
        upper[3][3] -= weight * less_beta * (1.0 - share_beta - at.share_beta);
        upper[3][3] -= weight * share_beta * (1.0 - share_beta);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::purchase::{Cohort, History, ParetoNbd};

    fn group(repeats: u32, recency: f64, age: f64) -> Group {
        Group { history: History::new(repeats, recency, age).unwrap(), customers: 3 }
    }

    #[test]
    fn slopes_and_curvatures_are_those_of_the_log_likelihood() {
        let groups = vec![
            group(0, 0.0, 38.86),
            group(2, 30.43, 38.86),
            group(1, 1.71, 38.86),
            group(26, 30.86, 31.0),
            group(300, 50.0, 90.0),
            group(4, 7.0, 7.0),
        ];
        let cohort = Cohort::of_groups(groups);
        let groups = cohort.groups();
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
            let exact = Data::new(groups).local(parameters);
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
