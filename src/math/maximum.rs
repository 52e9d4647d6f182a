//! The greatest value of a smooth function of a few variables.
//!
//! Newton's method with a damped Hessian (Levenberg 1944, Marquardt 1963): near the top it takes
//! Newton's steps and converges in a few of them; far from it, or where the function is not
//! concave, the damping turns the step towards the slope and shortens it until the function rises.

/// A matrix.
pub type Matrix<const N: usize> = [[f64; N]; N];

/// A function near a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Local<const N: usize> {
    /// Its value.
    pub value: f64,
    /// Its first derivatives.
    pub gradient: [f64; N],
    /// Its second derivatives.
    pub hessian: Matrix<N>,
}

impl<const N: usize> Local<N> {
    /// Nothing: a sum begins here.
    pub const ZERO: Self = Self { value: 0.0, gradient: [0.0; N], hessian: [[0.0; N]; N] };

    /// Fills the lower triangle of the Hessian from the upper one.
    pub fn mirrored(mut self) -> Self {
        let upper = self.hessian;
        for (i, row) in self.hessian.iter_mut().enumerate() {
            for (j, entry) in row.iter_mut().enumerate() {
                *entry = upper[i.min(j)][i.max(j)];
            }
        }
        self
    }

    /// The same function seen as one of the logarithms of its variables, which are at `x`.
    pub fn in_logarithms(mut self, x: &[f64; N]) -> Self {
        for i in 0..N {
            for j in 0..N {
                self.hessian[i][j] *= x[i] * x[j];
            }
            self.gradient[i] *= x[i];
            self.hessian[i][i] += self.gradient[i];
        }
        self
    }

    /// From values alone, by central differences a `step` apart.
    pub fn by_values(mut f: impl FnMut(&[f64; N]) -> f64, at: &[f64; N], step: f64) -> Self {
        let mut moved = |moves: &[(usize, f64)]| {
            let mut x = *at;
            for (i, sign) in moves {
                x[*i] += sign * step;
            }
            f(&x)
        };
        let mut local = Self { value: moved(&[]), ..Self::ZERO };
        for i in 0..N {
            let (up, down) = (moved(&[(i, 1.0)]), moved(&[(i, -1.0)]));
            local.gradient[i] = (up - down) / (2.0 * step);
            local.hessian[i][i] = (up - 2.0 * local.value + down) / (step * step);
            for j in 0..i {
                let along = moved(&[(i, 1.0), (j, 1.0)]) + moved(&[(i, -1.0), (j, -1.0)]);
                let across = moved(&[(i, 1.0), (j, -1.0)]) + moved(&[(i, -1.0), (j, 1.0)]);
                local.hessian[i][j] = (along - across) / (4.0 * step * step);
                local.hessian[j][i] = local.hessian[i][j];
            }
        }
        local
    }

    /// From values and gradients, by central differences a `step` apart.
    pub fn by_gradients(
        mut f: impl FnMut(&[f64; N]) -> (f64, [f64; N]),
        at: &[f64; N],
        step: f64,
    ) -> Self {
        let (value, gradient) = f(at);
        let mut hessian = [[0.0; N]; N];
        for i in 0..N {
            let mut moved = |distance: f64| {
                let mut x = *at;
                x[i] += distance;
                f(&x).1
            };
            let (up, down) = (moved(step), moved(-step));
            for j in 0..N {
                let slope = (up[j] - down[j]) / (2.0 * step);
                hessian[i][j] += slope / 2.0;
                hessian[j][i] += slope / 2.0;
            }
        }
        Self { value, gradient, hessian }
    }

    fn is_finite(&self) -> bool {
        let all = self.gradient.iter().chain(self.hessian.iter().flatten());
        self.value.is_finite() && all.copied().all(f64::is_finite)
    }

    /// The step that maximises the parabola through here, with `damping` times the unit matrix
    /// taken from its Hessian; none where that parabola has no top.
    fn step(&self, damping: f64) -> Option<[f64; N]> {
        let mut curvature = self.hessian.map(|row| row.map(|h| -h));
        for (i, row) in curvature.iter_mut().enumerate() {
            row[i] += damping;
        }
        Some(solve(&cholesky(&curvature)?, &self.gradient))
    }

    /// By how much the parabola through here rises over `step`.
    fn rise(&self, step: &[f64; N]) -> f64 {
        let bend = |i: usize| (0..N).map(|j| self.hessian[i][j] * step[j]).sum::<f64>();
        (0..N).map(|i| step[i] * (self.gradient[i] + 0.5 * bend(i))).sum()
    }

    /// The inverse of minus the Hessian: of a log-likelihood at its top, how the estimates vary
    /// together. None where this is not a top.
    pub fn covariance(&self) -> Option<Matrix<N>> {
        let factor = cholesky(&self.hessian.map(|row| row.map(|h| -h)))?;
        let mut out = [[0.0; N]; N];
        for (i, column) in out.iter_mut().enumerate() {
            let mut unit = [0.0; N];
            unit[i] = 1.0;
            *column = solve(&factor, &unit);
        }
        out.iter().flatten().copied().all(f64::is_finite).then_some(out)
    }
}

/// The lower triangle whose square is `matrix`; none where that is not positive definite.
fn cholesky<const N: usize>(matrix: &Matrix<N>) -> Option<Matrix<N>> {
    let mut lower = [[0.0; N]; N];
    for i in 0..N {
        for j in 0..=i {
            let done: f64 = (0..j).map(|k| lower[i][k] * lower[j][k]).sum();
            let rest = matrix[i][j] - done;
            if i != j {
                lower[i][j] = rest / lower[j][j];
            } else if rest > 1e-14 * matrix[i][i].abs() {
                lower[i][i] = rest.sqrt();
            } else {
                return None;
            }
        }
    }
    Some(lower)
}

/// Solves `L·Lᵀ·x = right`.
fn solve<const N: usize>(lower: &Matrix<N>, right: &[f64; N]) -> [f64; N] {
    let mut x = *right;
    for i in 0..N {
        let done: f64 = (0..i).map(|k| lower[i][k] * x[k]).sum();
        x[i] = (x[i] - done) / lower[i][i];
    }
    for i in (0..N).rev() {
        let done: f64 = (i + 1..N).map(|k| lower[k][i] * x[k]).sum();
        x[i] = (x[i] - done) / lower[i][i];
    }
    x
}

/// How a search ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// At a top.
    Top,
    /// Where it is flat up to the edge of the search: there is no top in sight.
    Edge,
    /// Steps or patience ran out.
    Lost,
}

/// Where a search ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Maximum<const N: usize> {
    /// The variables.
    pub at: [f64; N],
    /// The function there.
    pub local: Local<N>,
    /// How the search ended.
    pub end: End,
}

/// How far a search goes and when it ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Search {
    /// No variable leaves `−limit..=limit`.
    pub limit: f64,
    /// It ends when the next step would raise the function by less than this.
    pub enough: f64,
    /// The most steps.
    pub steps: u32,
}

impl Default for Search {
    /// For logarithms of parameters and a log-likelihood.
    fn default() -> Self {
        Self { limit: 25.0, enough: 1e-9, steps: 200 }
    }
}

impl Search {
    /// Climbs from `start`. A function that is not finite at a point does not go there.
    pub fn climb<const N: usize>(
        self,
        mut f: impl FnMut(&[f64; N]) -> Local<N>,
        start: [f64; N],
    ) -> Maximum<N> {
        let start = start.map(|x| x.clamp(-self.limit, self.limit));
        let mut here = Maximum { at: start, local: f(&start), end: End::Lost };
        if !here.local.is_finite() {
            return here;
        }
        let mut damping = 0.0;
        for _ in 0..self.steps {
            let Some((step, rise)) = self.plan(&here, &mut damping) else { break };
            let at: [f64; N] = std::array::from_fn(|i| here.at[i] + step[i]);
            if rise <= self.enough_at(&here) {
                here.end = self.verdict(&here);
                if here.end == End::Top {
                    // So close to the top the parabola is exact.
                    here.at = at;
                    here.local.value += rise.max(0.0);
                }
                return here;
            }
            let local = f(&at);
            let gain = (local.value - here.local.value) / rise;
            if local.is_finite() && gain > 1e-3 {
                here = Maximum { at, local, end: End::Lost };
                damping = if gain > 0.75 { eased(damping) } else { damping };
            } else {
                damping = harder(damping, &here.local);
            }
        }
        here
    }

    /// The best of several climbs, from zero where no start is given.
    pub fn climb_from_each<const N: usize>(
        self,
        mut f: impl FnMut(&[f64; N]) -> Local<N>,
        starts: &[[f64; N]],
    ) -> Maximum<N> {
        let mut climb = |start: &[f64; N]| self.climb(&mut f, *start);
        let Some((first, others)) = starts.split_first() else { return climb(&[0.0; N]) };
        let first = climb(first);
        others.iter().map(climb).fold(first, |best, next| {
            let better = next.local.value > best.local.value + self.enough;
            let sounder = next.end == End::Top
                && best.end != End::Top
                && next.local.value >= best.local.value - self.enough;
            let only = next.local.is_finite() && !best.local.is_finite();
            if better || sounder || only { next } else { best }
        })
    }

    /// The next step and the rise it promises; raises the damping until there is one.
    fn plan<const N: usize>(self, here: &Maximum<N>, damping: &mut f64) -> Option<([f64; N], f64)> {
        for _ in 0..200 {
            if let Some(step) = here.local.step(*damping) {
                let longest = step.iter().fold(0.0_f64, |most, s| most.max(s.abs()));
                if longest <= LEAP {
                    let step = std::array::from_fn(|i| {
                        (here.at[i] + step[i]).clamp(-self.limit, self.limit) - here.at[i]
                    });
                    return Some((step, here.local.rise(&step)));
                }
            }
            *damping = harder(*damping, &here.local);
        }
        None
    }

    /// A rise that is not worth a step: less than wanted, or than the value's own rounding.
    fn enough_at<const N: usize>(self, here: &Maximum<N>) -> f64 {
        self.enough.max(ROUNDING * here.local.value.abs())
    }

    /// What the place is where no step promises more.
    fn verdict<const N: usize>(self, here: &Maximum<N>) -> End {
        let Some(covariance) = here.local.covariance() else { return End::Edge };
        let spread = |i: usize| here.at[i].abs() + covariance[i][i].sqrt();
        if (0..N).any(|i| spread(i) >= self.limit) {
            return End::Edge;
        }
        let step = here.local.step(0.0).unwrap_or([0.0; N]);
        if here.local.rise(&step) <= 1e4 * self.enough_at(here) { End::Top } else { End::Lost }
    }
}

/// What a long sum loses to rounding, as a share.
const ROUNDING: f64 = 4e-15;

/// The longest step along one variable.
const LEAP: f64 = 3.0;

/// More damping, to begin with a thousandth of the largest curvature.
fn harder<const N: usize>(damping: f64, local: &Local<N>) -> f64 {
    let most = (0..N).fold(1e-12_f64, |most, i| most.max(local.hessian[i][i].abs()));
    if damping == 0.0 { most * 1e-3 } else { damping * 4.0 }
}

/// Less damping, and none at all where it no longer counts.
fn eased(damping: f64) -> f64 {
    let less = damping / 10.0;
    if less < 1e-9 { 0.0 } else { less }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A crooked valley: Rosenbrock's, upside down, with its top 0 at (1, 1).
    fn valley(x: &[f64; 2]) -> f64 {
        -(1.0 - x[0]).powi(2) - 100.0 * (x[1] - x[0] * x[0]).powi(2)
    }

    fn valley_slope(x: &[f64; 2]) -> (f64, [f64; 2]) {
        let bend = x[1] - x[0] * x[0];
        (valley(x), [2.0 * (1.0 - x[0]) + 400.0 * x[0] * bend, -200.0 * bend])
    }

    #[test]
    fn climbs_a_crooked_valley() {
        let search = Search::default();
        let by_values = search.climb(|x| Local::by_values(valley, x, 1e-5), [-1.2, 1.0]);
        let by_slope = search.climb(|x| Local::by_gradients(valley_slope, x, 1e-6), [-1.2, 1.0]);
        for (top, close) in [(by_values, 1e-4), (by_slope, 1e-7)] {
            assert_eq!(top.end, End::Top);
            assert!(top.at.iter().all(|x| (x - 1.0).abs() < close), "{:?}", top.at);
        }
    }

    #[test]
    fn the_hessian_at_the_top_gives_the_spread() {
        // A normal density with deviations 2 and 0.5, correlation 0.6.
        let precision = |x: f64, y: f64| (x * x / 4.0 - 1.2 * x * y + 4.0 * y * y) / 0.64;
        let f = |x: &[f64; 2]| -0.5 * precision(x[0] - 3.0, x[1] + 1.0);
        let top = Search::default().climb(|x| Local::by_values(f, x, 1e-3), [0.0, 0.0]);
        let spread = top.local.covariance().unwrap();
        for (found, expected) in [(spread[0][0], 4.0), (spread[1][1], 0.25), (spread[0][1], 0.6)] {
            assert!((found - expected).abs() < 1e-6, "{spread:?}");
        }
    }

    #[test]
    fn says_where_there_is_no_top() {
        let search = Search::default();
        let ever_less = |x: &[f64; 1]| Local {
            value: -(-x[0]).exp(),
            gradient: [(-x[0]).exp()],
            hessian: [[-(-x[0]).exp()]],
        };
        assert_eq!(search.climb(ever_less, [0.0]).end, End::Edge);
        let slope = |x: &[f64; 1]| Local { value: x[0], gradient: [1.0], hessian: [[0.0]] };
        let end = search.climb(slope, [0.0]);
        assert_eq!((end.end, end.at), (End::Edge, [25.0]));
        let nowhere = |_: &[f64; 1]| Local { value: f64::NAN, ..Local::ZERO };
        assert_eq!(search.climb(nowhere, [0.0]).end, End::Lost);
    }

    #[test]
    fn an_edge_is_a_place_where_it_was() {
        // Both run off for ever, and only their difference matters more and more.
        let f = |x: &[f64; 2]| -libm::exp(x[0]) - libm::exp(x[1]) - (x[0] - x[1] - 0.4).powi(2);
        let end = Search::default().climb(|x| Local::by_values(f, x, 1e-3), [1.0, -1.0]);
        assert_eq!(end.end, End::Edge);
        assert!((f(&end.at) - end.local.value).abs() < 1e-9, "{end:?}");
        assert!((end.at[0] - end.at[1] - 0.4).abs() < 1e-3, "{end:?}");
    }

    #[test]
    fn leaves_a_place_that_is_not_concave() {
        let f = |x: &[f64; 1]| Local::by_values(|x| -(x[0] * x[0] - 4.0).powi(2), x, 1e-4);
        let top = Search::default().climb(f, [0.1]);
        assert!(top.end == End::Top && (top.at[0] - 2.0).abs() < 1e-6, "{top:?}");
    }

    #[test]
    fn takes_the_best_of_several_climbs() {
        let f = |x: &[f64; 1]| {
            let two = |x: &[f64; 1]| -(x[0] * x[0] - 4.0).powi(2) + x[0];
            Local::by_values(two, x, 1e-4)
        };
        let best = Search::default().climb_from_each(f, &[[-3.0], [3.0], [-1.0]]);
        assert!((best.at[0] - 2.03).abs() < 0.01, "{best:?}");
        let only = Search::default().climb_from_each(f, &[[f64::NAN], [3.0]]);
        assert!((only.at[0] - 2.03).abs() < 0.01, "{only:?}");
        let from_zero = Search::default().climb_from_each(f, &[]);
        assert_eq!(from_zero, Search::default().climb(f, [0.0]));
    }

    #[test]
    fn logarithms_follow_the_chain_rule() {
        let f = |x: &[f64; 2]| x[0].powi(3) * x[1] - x[1] * x[1];
        let at = [1.3, 0.7];
        let by_logs = Local::by_values(|u| f(&u.map(f64::exp)), &at.map(f64::ln), 1e-4);
        let chained = Local::by_values(f, &at, 1e-4).in_logarithms(&at);
        let pairs = by_logs.hessian.iter().flatten().zip(chained.hessian.iter().flatten());
        assert!(pairs.clone().all(|(a, b)| (a - b).abs() < 1e-6));
        assert!(by_logs.gradient.iter().zip(chained.gradient).all(|(a, b)| (a - b).abs() < 1e-6));
    }
}
