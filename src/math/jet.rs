//! Numbers that know how they change: value, slope and curvature in a few variables, carried
//! through a formula by the rules of differentiation.
//!
//! A formula written once for [`Local`] gives its gradient and Hessian exact to the last bits,
//! without a second formula to get wrong.
//!
//! *Source.* Griewank & Walther, *Evaluating Derivatives* (2008), chapter 13.

use std::array;
use std::ops::{Add, AddAssign, Div, Mul, Sub};

use super::maximum::Local;

impl<const N: usize> Local<N> {
    /// A number that does not change.
    pub const fn constant(value: f64) -> Self {
        Self { value, ..Self::ZERO }
    }

    /// The variables themselves, at `x`.
    pub fn variables(x: &[f64; N]) -> [Self; N] {
        array::from_fn(|i| {
            let mut variable = Self::constant(x[i]);
            variable.gradient[i] = 1.0;
            variable
        })
    }

    /// A function of this number, from its value, slope and curvature there.
    fn through(&self, value: f64, slope: f64, curvature: f64) -> Self {
        let g = &self.gradient;
        let bend = |i: usize, j: usize| slope * self.hessian[i][j] + curvature * g[i] * g[j];
        Self {
            value,
            gradient: g.map(|x| slope * x),
            hessian: array::from_fn(|i| array::from_fn(|j| bend(i, j))),
        }
    }

    /// Its natural logarithm.
    pub fn ln(&self) -> Self {
        let slope = 1.0 / self.value;
        self.through(libm::log(self.value), slope, -slope * slope)
    }

    /// One over it.
    pub fn recip(&self) -> Self {
        let value = 1.0 / self.value;
        self.through(value, -value * value, 2.0 * value * value * value)
    }
}

impl<const N: usize> AddAssign for Local<N> {
    fn add_assign(&mut self, other: Self) {
        self.value += other.value;
        for i in 0..N {
            self.gradient[i] += other.gradient[i];
            for j in 0..N {
                self.hessian[i][j] += other.hessian[i][j];
            }
        }
    }
}

impl<const N: usize> Add for Local<N> {
    type Output = Self;

    fn add(mut self, other: Self) -> Self {
        self += other;
        self
    }
}

impl<const N: usize> Add<f64> for Local<N> {
    type Output = Self;

    fn add(mut self, number: f64) -> Self {
        self.value += number;
        self
    }
}

impl<const N: usize> Sub for Local<N> {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + other * -1.0
    }
}

#[expect(clippy::suspicious_arithmetic_impl, reason = "the product rule is a sum")]
impl<const N: usize> Mul for Local<N> {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        let (f, g) = (&self, &other);
        let bend = |i: usize, j: usize| {
            f.value * g.hessian[i][j]
                + g.value * f.hessian[i][j]
                + f.gradient[i] * g.gradient[j]
                + f.gradient[j] * g.gradient[i]
        };
        Self {
            value: f.value * g.value,
            gradient: array::from_fn(|i| f.value * g.gradient[i] + g.value * f.gradient[i]),
            hessian: array::from_fn(|i| array::from_fn(|j| bend(i, j))),
        }
    }
}

impl<const N: usize> Mul<f64> for Local<N> {
    type Output = Self;

    fn mul(self, number: f64) -> Self {
        self.through(number * self.value, number, 0.0)
    }
}

#[expect(clippy::suspicious_arithmetic_impl, reason = "dividing is multiplying by one over it")]
impl<const N: usize> Div for Local<N> {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        self * other.recip()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_agree_with_differences() {
        let plain = |x: &[f64; 3]| (x[0] * x[1] - x[2] / x[0]) * (x[1] + 2.0 * x[2]).ln() + 5.0;
        let at = [1.3, 2.1, 0.7];
        let [x, y, z] = Local::variables(&at);
        let exact = (x * y - z / x) * (y + z * 2.0).ln() + 5.0;
        let rough = Local::by_values(plain, &at, 1e-4);
        assert!((exact.value - plain(&at)).abs() < 1e-14);
        for i in 0..3 {
            assert!((exact.gradient[i] - rough.gradient[i]).abs() < 1e-7);
            for j in 0..3 {
                assert!((exact.hessian[i][j] - rough.hessian[i][j]).abs() < 1e-6, "{i} {j}");
            }
        }
    }
}
