//! Straight lines of one variable.

/// `a + b·x`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// Value at zero.
    pub a: f64,
    /// Slope.
    pub b: f64,
}

impl Line {
    /// The line through two points with different `x`.
    pub fn through((x0, y0): (f64, f64), (x1, y1): (f64, f64)) -> Self {
        let b = (y1 - y0) / (x1 - x0);
        Self { a: y0 - b * x0, b }
    }

    /// Whether the line crosses zero at `x`, up to the last bits. One that lies on zero throughout
    /// crosses nowhere.
    pub fn crosses_zero_at(self, x: f64) -> bool {
        self.b != 0.0 && (self.a + self.b * x).abs() <= 1e-12 * self.a.abs()
    }
}

/// Where none of `lines` is below zero, within `low..=high`: an interval, since each line leaves a
/// half-line. None where there is no such place.
pub fn where_none_is_negative(lines: &[Line], low: f64, high: f64) -> Option<(f64, f64)> {
    let (mut from, mut to) = (low, high);
    for line in lines {
        let root = -line.a / line.b;
        if line.b > 0.0 {
            from = from.max(root);
        } else if line.b < 0.0 {
            to = to.min(root);
        } else if line.a < 0.0 {
            return None;
        }
    }
    (from <= to).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RISING: Line = Line { a: -2.0, b: 1.0 };
    const FALLING: Line = Line { a: 5.0, b: -1.0 };

    #[test]
    fn each_line_cuts_off_a_side() {
        assert_eq!(where_none_is_negative(&[RISING], 0.0, 9.0), Some((2.0, 9.0)));
        assert_eq!(where_none_is_negative(&[RISING, FALLING], 0.0, 9.0), Some((2.0, 5.0)));
        assert_eq!(where_none_is_negative(&[RISING, FALLING], 6.0, 9.0), None);
        assert_eq!(where_none_is_negative(&[Line { a: -1.0, b: 0.0 }], 0.0, 9.0), None);
        assert_eq!(where_none_is_negative(&[], 0.0, 9.0), Some((0.0, 9.0)));
    }

    #[test]
    fn goes_through_both_points() {
        assert_eq!(Line::through((1.0, 3.0), (3.0, 7.0)), Line { a: 1.0, b: 2.0 });
    }
}
