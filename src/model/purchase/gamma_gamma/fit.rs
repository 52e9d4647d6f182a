//! The Gamma-Gamma model that makes spends most likely.
//!
//! Of a customer only `w = x·m` and *x* matter, and only `ln (1 + v/w)` and its slopes have to be
//! worked out anew for each customer at each step of the search. Grouped by *x* the logarithms of
//! several customers become one of a product, so that a million customers take a few milliseconds.

use super::{GammaGamma, LARGEST, MOST, Spend};
use crate::math::maximum::{End, Local, Search};
use crate::math::special::{digamma, ln_gamma, ln_gamma_ratio, trigamma};
use crate::model::purchase::{Fit, FitError};

/// Where the search begins: *p*, *q* and *v* in units of the mean spend. Customers who differ as
/// usual, little, and much.
const STARTS: [[f64; 3]; 3] = [[2.0, 3.0, 1.0], [20.0, 10.0, 0.45], [0.5, 1.2, 0.4]];

/// From this many customers on, the search begins among a part of them.
const MANY: usize = 16_384;

/// How many that part is.
const PART: usize = 4_096;

impl GammaGamma {
    /// The model that makes these spends most likely; customers without a purchase say nothing.
    ///
    /// # Errors
    /// [`FitError::TooFew`]: fewer than ten customers have a purchase.
    pub fn fit(spends: &[Spend]) -> Result<Fit<Self, 3>, FitError> {
        let sample = Sample::new(spends);
        let customers = sample.odds.len();
        FitError::unless_enough(customers as u64)?;
        let search = Search::default();
        let mut starts = STARTS.map(|start| start.map(libm::log)).to_vec();
        if customers >= MANY {
            let part = sample.every(customers / PART);
            let near = search.climb_from_each(|at| part.log_likelihood(at), &starts);
            if near.end == End::Top {
                starts = vec![near.at];
            }
        }
        let best = search.climb_from_each(|at| sample.log_likelihood(at), &starts);
        let [p, q, v] = best.at.map(libm::exp);
        let parameters = [p, q, (v * sample.scale).clamp(1.0 / LARGEST, MOST)];
        let [p, q, v] = parameters;
        let model = Self { p, q, v };
        Ok(Fit::of(&best, &parameters, model, customers as u64))
    }
}

/// Customers with the same number of purchases.
#[derive(Clone, Copy, Debug)]
struct Group {
    /// Purchases of each, *x*.
    purchases: f64,
    /// Where the group ends in the list of all.
    end: usize,
}

/// The spends of customers with a purchase, by the number of purchases.
#[derive(Clone, Debug)]
struct Sample {
    groups: Vec<Group>,
    /// For each customer `scale / w`: what `v / w` is at *v* = `scale`.
    odds: Vec<f64>,
    /// The unit of money: what the customers spend on average.
    scale: f64,
    /// `Σ ln (scale / w)`.
    ln_odds: f64,
    /// `Σ ln m`.
    ln_means: f64,
}

impl Sample {
    fn new(spends: &[Spend]) -> Self {
        let known = || spends.iter().filter(|spend| spend.purchases > 0);
        let most = known().map(|spend| spend.purchases).max().unwrap_or(0) as usize;
        let mut places = vec![0_usize; most + 1];
        let mut total = 0.0;
        for spend in known() {
            places[spend.purchases as usize] += 1;
            total += spend.mean;
        }
        // From how many there are of each kind to where the next of that kind goes.
        let (mut groups, mut end) = (Vec::new(), 0);
        for (purchases, place) in places.iter_mut().enumerate().filter(|(_, count)| **count > 0) {
            (*place, end) = (end, end + *place);
            groups.push(Group { purchases: purchases as f64, end });
        }
        let scale = total / end.max(1) as f64;
        let mut odds = vec![0.0; end];
        for spend in known() {
            let place = &mut places[spend.purchases as usize];
            odds[*place] = scale / spend.total();
            *place += 1;
        }
        Self::of(groups, odds, scale)
    }

    fn of(groups: Vec<Group>, odds: Vec<f64>, scale: f64) -> Self {
        let ln_odds = odds.chunks(TOGETHER).map(|few| libm::log(few.iter().product())).sum();
        let mut sample = Self { groups, odds, scale, ln_odds, ln_means: 0.0 };
        let of_group = |(x, odds): (f64, &[f64])| odds.len() as f64 * libm::log(scale / x);
        sample.ln_means = sample.by_purchases().map(of_group).sum::<f64>() - ln_odds;
        sample
    }

    /// Every `step`-th customer.
    fn every(&self, step: usize) -> Self {
        let fewer = |group: &Group| Group { end: group.end.div_ceil(step), ..*group };
        let odds = self.odds.iter().copied().step_by(step).collect();
        Self::of(self.groups.iter().map(fewer).collect(), odds, self.scale)
    }

    /// The odds of the customers with so many purchases, for each number of purchases.
    fn by_purchases(&self) -> impl Iterator<Item = (f64, &[f64])> {
        self.groups.iter().scan(0, |start, group| {
            let odds = &self.odds[*start..group.end];
            *start = group.end;
            Some((group.purchases, odds))
        })
    }

    /// Log-likelihood of all spends as a function of the logarithms of *p*, *q* and *v* / `scale`.
    fn log_likelihood(&self, logarithms: &[f64; 3]) -> Local<3> {
        let parameters = logarithms.map(libm::exp);
        let [p, q, v] = parameters;
        let customers = self.odds.len() as f64;
        let value =
            customers * (q * logarithms[2] - ln_gamma(q)) + q * self.ln_odds - self.ln_means;
        let by_q = customers * (logarithms[2] - digamma(q)) + self.ln_odds;
        let by_v = customers * q / v;
        let mut local = Local { value, gradient: [0.0, by_q, by_v], ..Local::ZERO };
        let [mut pp, mut pq, mut pv] = [0.0; 3];
        let [mut qq, mut qv, mut vv] = [-customers * trigamma(q), customers / v, -by_v / v];
        for (x, odds) in self.by_purchases() {
            let (n, shape, both) = (odds.len() as f64, p * x, p * x + q);
            let [ln, slope, square] = sums(odds, v);
            let (rise, curve) = (digamma(both), trigamma(both));
            local.value += n * ln_gamma_ratio(shape, q) - both * ln;
            local.gradient[0] += x * (n * (rise - digamma(shape)) - ln);
            local.gradient[1] += n * rise - ln;
            local.gradient[2] -= both * slope;
            pp += n * x * x * (curve - trigamma(shape));
            pq += n * x * curve;
            pv -= x * slope;
            qq += n * curve;
            qv -= slope;
            vv += both * square;
        }
        local.hessian = [[pp, pq, pv], [pq, qq, qv], [pv, qv, vv]];
        local.in_logarithms(&parameters)
    }
}

/// Of how many customers the logarithms are taken together. With spends within their bounds odds
/// lie between 1e-30 and 1e24, and *v* below 1e11: the product of eight is a number still.
const TOGETHER: usize = 8;

/// `Σ ln (1 + v·u)` over the odds *u*, its slope in *v*, and minus its curvature.
fn sums(odds: &[f64], v: f64) -> [f64; 3] {
    let (mut ln, mut slopes, mut squares) = (0.0, [0.0; TOGETHER], [0.0; TOGETHER]);
    let mut add = |few: &[f64; TOGETHER]| {
        let terms = few.map(|u| 1.0 + v * u);
        for k in 0..TOGETHER {
            let slope = few[k] / terms[k];
            slopes[k] += slope;
            squares[k] += slope * slope;
        }
        ln += libm::log(terms.iter().product());
    };
    let (whole, rest) = odds.as_chunks::<TOGETHER>();
    whole.iter().for_each(&mut add);
    // Odds of 0 add nothing.
    let mut last = [0.0; TOGETHER];
    last[..rest.len()].copy_from_slice(rest);
    add(&last);
    [ln, slopes.iter().sum(), squares.iter().sum()]
}
