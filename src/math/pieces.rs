//! Functions made of straight pieces, which may jump where two pieces meet.

use super::polyline;

/// A straight piece over `from..to`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    /// Where it begins.
    pub from: f64,
    /// Where it ends, beyond its beginning.
    pub to: f64,
    /// Value at its beginning.
    pub first: f64,
    /// Value at its end.
    pub last: f64,
}

impl Piece {
    /// Its extent.
    pub fn length(&self) -> f64 {
        self.to - self.from
    }

    /// Its value at `x`.
    pub fn at(&self, x: f64) -> f64 {
        let share = (x - self.from) / self.length();
        self.first * (1.0 - share) + self.last * share
    }

    /// Area between it and zero, counted negative where it is below.
    pub fn integral(&self) -> f64 {
        self.length() * (self.first + self.last) / 2.0
    }

    /// How far into the piece, which is nowhere below zero, its integral makes up for `debt`, which
    /// it does somewhere.
    fn makes_up(&self, debt: f64) -> f64 {
        // debt = first·s + bend·s², solved without cancelling.
        let bend = (self.last - self.first) / (2.0 * self.length());
        let root = libm::sqrt((self.first * self.first + 4.0 * bend * debt).max(0.0));
        let way = 2.0 * debt / (self.first + root);
        // A debt of nothing but rounding, and nothing to make up for it.
        if way.is_finite() { way.clamp(0.0, self.length()) } else { self.length() }
    }
}

/// Pieces one after another, without gaps.
#[derive(Clone, Debug, PartialEq)]
pub struct Pieces(Vec<Piece>);

impl Pieces {
    /// The pieces between points in the order of their `x`; two points at one `x` are a jump. None
    /// where the points have no extent or are out of order.
    pub fn through(points: &[(f64, f64)]) -> Option<Self> {
        let ordered = points.windows(2).all(|pair| pair[0].0 <= pair[1].0);
        let piece = |pair: &[(f64, f64)]| Piece {
            from: pair[0].0,
            to: pair[1].0,
            first: pair[0].1,
            last: pair[1].1,
        };
        let pieces: Vec<_> =
            points.windows(2).map(piece).filter(|piece| piece.to > piece.from).collect();
        (ordered && !pieces.is_empty()).then_some(Self(pieces))
    }

    /// One piece after another.
    pub fn all(&self) -> &[Piece] {
        &self.0
    }

    /// The points that the pieces join, both sides of a jump.
    pub fn points(&self) -> Vec<(f64, f64)> {
        let ends = |piece: &Piece| [(piece.from, piece.first), (piece.to, piece.last)];
        let mut points: Vec<_> = self.0.iter().flat_map(ends).collect();
        points.dedup();
        points
    }

    /// Where the first piece begins and the last one ends.
    pub fn extent(&self) -> (f64, f64) {
        let ends = self.0.first().zip(self.0.last());
        ends.map_or((0.0, 0.0), |(first, last)| (first.from, last.to))
    }

    /// The value at `x`, at a jump the one after it; none outside.
    pub fn at(&self, x: f64) -> Option<f64> {
        let holds = |piece: &&Piece| x >= piece.from && x <= piece.to;
        self.0.iter().rev().find(holds).map(|piece| piece.at(x))
    }

    /// The same function with a piece ending at each of `cuts` that lies within.
    pub fn cut(&self, cuts: &[f64]) -> Self {
        let mut cuts = cuts.to_vec();
        cuts.sort_by(f64::total_cmp);
        let mut out = Vec::new();
        for piece in &self.0 {
            let mut rest = *piece;
            for &x in &cuts {
                if x > rest.from && x < rest.to {
                    let middle = piece.at(x);
                    out.push(Piece { to: x, last: middle, ..rest });
                    rest = Piece { from: x, first: middle, ..rest };
                }
            }
            out.push(rest);
        }
        Self(out)
    }

    /// Each piece changed by `change`, which must leave no gap.
    pub fn map(&self, change: impl FnMut(&Piece) -> Piece) -> Self {
        Self(self.0.iter().map(change).filter(|piece| piece.to > piece.from).collect())
    }

    /// This less `other`, where both are.
    pub fn minus(&self, other: &Self) -> Self {
        let borders = |of: &Self| of.0.iter().map(|piece| piece.to).collect::<Vec<_>>();
        let (here, there) = (self.cut(&borders(other)), other.cut(&borders(self)));
        let less = |(a, b): (&Piece, &Piece)| Piece {
            first: a.first - b.first,
            last: a.last - b.last,
            ..*a
        };
        Self(here.0.iter().zip(&there.0).map(less).collect())
    }

    /// Where it passes zero, and whether upwards: see [`polyline::passes`].
    pub fn passes(&self) -> Vec<(f64, bool)> {
        polyline::passes(&self.points())
    }

    /// Area between it and zero, counted negative where it is below.
    pub fn integral(&self) -> f64 {
        self.0.iter().map(Piece::integral).sum()
    }

    /// The integral from the beginning up to `x`.
    pub fn integral_to(&self, x: f64) -> f64 {
        let up_to = |piece: &Piece| {
            let to = x.clamp(piece.from, piece.to);
            Piece { to, last: piece.at(to), ..*piece }.integral()
        };
        self.0.iter().map(up_to).sum()
    }

    /// The area below zero and the area above, both 0 or more.
    pub fn areas(&self) -> (f64, f64) {
        let areas = self.one_sided().0.into_iter().map(|piece| piece.integral());
        areas.fold((0.0, 0.0), |(below, above), area| {
            (below + (-area).max(0.0), above + area.max(0.0))
        })
    }

    /// Where the running integral, once it has been below zero, is first back at zero: the beginning
    /// if it never is below, none if it never comes back.
    pub fn back_at_zero(&self) -> Option<f64> {
        let (mut sum, mut moved, mut was_below) = (0.0, 0.0, false);
        for piece in self.one_sided().0 {
            let after = sum + piece.integral();
            moved += piece.integral().abs();
            // A sum this small against what has moved is zero but for rounding.
            let below = after < -1e-12 * moved;
            if was_below && !below {
                return Some(piece.from + piece.makes_up(-sum));
            }
            (sum, was_below) = (after, was_below || below);
        }
        (!was_below).then_some(self.extent().0)
    }

    /// The same function in pieces none of which passes zero.
    fn one_sided(&self) -> Self {
        self.cut(&self.passes().into_iter().map(|(x, _)| x).collect::<Vec<_>>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn through(points: &[(f64, f64)]) -> Pieces {
        Pieces::through(points).unwrap()
    }

    fn assert_close(a: f64, b: f64) {
        assert!((a - b).abs() <= 1e-14 * b.abs(), "{a} {b}");
    }

    #[test]
    fn areas_on_both_sides_sum_to_the_integral() {
        let line = through(&[(0.0, -2.0), (1.0, -2.0), (3.0, 2.0), (3.0, -1.0), (4.0, 3.0)]);
        let (below, above) = line.areas();
        assert_close(below, 2.0 + 1.0 + 0.125);
        assert_close(above, 1.0 + 0.75 * 3.0 / 2.0);
        assert_close(line.integral(), above - below);
        assert_eq!(line.passes(), [(2.0, true), (3.0, false), (3.25, true)]);
    }

    #[test]
    fn values_and_jumps() {
        let step = through(&[(0.0, 1.0), (2.0, 1.0), (2.0, 5.0), (4.0, 7.0)]);
        assert_eq!(step.at(2.0), Some(5.0));
        assert_eq!(step.at(3.0), Some(6.0));
        assert_eq!(step.at(0.0), Some(1.0));
        assert_eq!((step.at(-0.1), step.at(4.1)), (None, None));
        assert_eq!(step.points(), [(0.0, 1.0), (2.0, 1.0), (2.0, 5.0), (4.0, 7.0)]);
        assert_eq!(step.extent(), (0.0, 4.0));
        let cut = step.cut(&[3.0, 1.0, 2.0, 9.0]);
        assert_eq!(cut.all().len(), 4);
        assert_eq!(cut.integral(), step.integral());
        assert_eq!([-1.0, 1.0, 3.0, 9.0].map(|x| step.integral_to(x)), [0.0, 1.0, 7.5, 14.0]);
    }

    #[test]
    fn a_difference_has_the_borders_of_both() {
        let rising = through(&[(0.0, 0.0), (4.0, 8.0)]);
        let step = through(&[(0.0, 1.0), (3.0, 1.0), (3.0, 5.0), (4.0, 5.0)]);
        let net = rising.minus(&step);
        assert_eq!(net.points(), [(0.0, -1.0), (3.0, 5.0), (3.0, 1.0), (4.0, 3.0)]);
    }

    #[test]
    fn back_at_zero() {
        let at = |points: &[(f64, f64)]| through(points).back_at_zero();
        assert_eq!(at(&[(0.0, -1.0), (1.0, -1.0), (1.0, 2.0), (2.0, 2.0)]), Some(1.5));
        assert_eq!(at(&[(0.0, -1.0), (2.0, 1.0)]), Some(2.0));
        assert_eq!(at(&[(0.0, -1.0), (2.0, 0.9)]), None);
        assert_eq!(at(&[(5.0, 1.0), (6.0, 0.5)]), Some(5.0));
        // Ahead at first, then behind, then back.
        let dip = at(&[(0.0, 1.0), (1.0, -2.0), (2.0, -2.0), (2.0, 4.0), (3.0, 4.0)]).unwrap();
        assert_close(dip, 2.0 + 2.5 / 4.0);
        assert_eq!(at(&[(0.0, 0.0), (1.0, 0.0)]), Some(0.0));
    }

    #[test]
    fn points_must_be_in_order_and_extend() {
        assert_eq!(Pieces::through(&[]), None);
        assert_eq!(Pieces::through(&[(1.0, 2.0)]), None);
        assert_eq!(Pieces::through(&[(1.0, 2.0), (1.0, 3.0)]), None);
        assert_eq!(Pieces::through(&[(1.0, 2.0), (0.0, 3.0)]), None);
        assert_eq!(Pieces::through(&[(f64::NAN, 2.0), (0.0, 3.0)]), None);
    }
}
