//! Figures as data, and the one brush that draws them.
//!
//! A [`Chart`] is a plain value: axes, marks, places to point at and handles to
//! drag, all in the units of the data. [`layout`] gives it a size, [`brush`] draws it on any
//! backend of plotters: a canvas in the page, SVG for download and in tests.

mod axes;
pub mod base;
pub mod brush;
pub mod buying;
pub mod claims;
mod clip;
pub mod composition;
pub mod curve;
pub mod cycle;
pub mod demand;
mod ends;
pub mod expectation;
mod frame;
pub mod funnel;
mod hit;
pub mod investment;
pub mod ladder;
pub mod layout;
pub mod lifetime;
mod measure;
pub mod merit;
mod notes;
pub mod ownership;
pub mod palette;
mod pen;
pub mod perceived;
pub mod positions;
pub mod price;
pub mod relation;
pub mod rules;
#[cfg(test)]
mod sample;
mod scale;
pub mod segments;
pub mod standing;
mod svg;
mod table;
#[cfg(test)]
mod tests;
pub mod tornado;
pub mod traps;
pub mod value_map;
pub mod win_win;
pub mod worth;

pub use table::Table;

use crate::words::{Glass, Unit};

/// A place in the figure, in the units of its axes.
pub type Point = (f64, f64);

/// A figure: what is to be drawn, never how.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// What the figure shows; its accessible name.
    pub title: String,
    /// The same in a sentence with the figures that matter, for those who cannot see it.
    pub summary: String,
    /// Language and currency of the tick labels.
    pub glass: Glass,
    /// The horizontal axis.
    pub x: Axis,
    /// The vertical axis.
    pub y: Axis,
    /// What is drawn, from back to front.
    pub marks: Vec<Mark>,
    /// Places that answer when they are pointed at; the arrow keys walk them in this order.
    pub spots: Vec<Spot>,
    /// Points that stand for inputs and can be dragged.
    pub handles: Vec<Handle>,
    /// The numbers behind the figure.
    pub table: Table,
    /// Height over width that suits a wide screen.
    pub aspect: f64,
}

/// One axis of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// Unit and meaning, drawn once beside the axis; empty for none.
    pub title: String,
    /// The least and the greatest value shown. Any two numbers: the layout makes them safe.
    pub range: (f64, f64),
    /// How places along the axis are named.
    pub labels: Labels,
}

/// How places along an axis are named.
#[derive(Clone, Debug, PartialEq)]
pub enum Labels {
    /// Nothing: the marks say it themselves.
    None,
    /// Round numbers.
    Numbers(Unit),
    /// Round numbers without their sign, for a figure mirrored at zero.
    Magnitudes(Unit),
    /// Names, one a row or column: band *k* is centred at `k + 0.5`, the first at the top or left.
    Bands(Vec<Band>),
}

/// One named row or column.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// What stands there.
    pub name: String,
    /// A quiet remark behind the name, or nothing.
    pub remark: String,
    /// Colour of the name.
    pub ink: Ink,
    /// Whether the name is bold.
    pub bold: bool,
}

/// One thing drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A line through points in order; broken where a point is not finite.
    Line {
        /// The points, by rising x.
        points: Vec<Point>,
        /// Its colour.
        ink: Ink,
        /// Its weight.
        stroke: Stroke,
        /// A name set at its right end; empty for none.
        name: String,
    },
    /// The area between two lines.
    Area {
        /// One border, by rising x.
        upper: Vec<Point>,
        /// The other border, by rising x.
        lower: Vec<Point>,
        /// Its colour, drawn light.
        ink: Ink,
    },
    /// A rectangle with sides along the axes.
    Bar {
        /// Left and right, in either order.
        x: (f64, f64),
        /// Bottom and top, in either order.
        y: (f64, f64),
        /// Its colour.
        ink: Ink,
        /// Plain or hatched.
        fill: Fill,
        /// Words set inside it where they fit, and left out where they do not.
        label: String,
    },
    /// A small disc.
    Dot {
        /// Its centre.
        at: Point,
        /// Its colour.
        ink: Ink,
    },
    /// A straight line, a reference or a pointer rather than data.
    Rule {
        /// One end.
        from: Point,
        /// The other end.
        to: Point,
        /// Its colour.
        ink: Ink,
        /// Its weight.
        stroke: Stroke,
    },
    /// Words in the figure.
    Note {
        /// The place they speak of.
        at: Point,
        /// On which side of that place they stand.
        side: Side,
        /// Lines of text, the first nearest the top.
        lines: Vec<Text>,
    },
}

/// A line of words.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The words.
    pub words: String,
    /// Their colour.
    pub ink: Ink,
    /// Whether they are bold.
    pub bold: bool,
    /// How large they are.
    pub size: Size,
}

/// How large words in a figure are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Ticks and remarks.
    Small,
    /// Values and names.
    Normal,
}

/// On which side of a place words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Left of it, ending there.
    Left,
    /// Right of it, beginning there.
    Right,
    /// Above it, centred.
    Above,
    /// Below it, centred.
    Below,
    /// On it, centred.
    Centre,
}

/// The weight of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// A hairline, for what is behind the data.
    Hair,
    /// A thin line.
    Thin,
    /// A line that carries data.
    Bold,
    /// A thin dotted line.
    Dotted,
}

/// How a bar is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// One colour.
    Plain,
    /// Slanting lines, so that neighbours of one colour are told apart.
    Hatched,
}

/// A colour by its meaning. Only the palette of a theme knows which colour it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ink {
    /// The meaning.
    pub hue: Hue,
    /// How far it is faded towards the paper: 0 not at all, 1 and more by steps.
    pub tint: u8,
}

/// What a colour means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hue {
    /// Words and the zero line.
    Ink,
    /// Quiet words.
    Quiet,
    /// Grid lines.
    Hair,
    /// What the customer gives up.
    Cost,
    /// Our own offer.
    Ours,
    /// A rival, counted from 0.
    Rival(u8),
    /// What makes the result better.
    Gain,
    /// What makes the result worse.
    Loss,
}

impl Hue {
    /// The full colour.
    pub const fn full(self) -> Ink {
        Ink { hue: self, tint: 0 }
    }

    /// The colour faded by `tint` steps.
    pub const fn faded(self, tint: u8) -> Ink {
        Ink { hue: self, tint }
    }

    /// Colour of the offer in place `index`: ours comes first.
    pub fn offer(index: usize) -> Self {
        match u8::try_from(index) {
            Ok(0) => Self::Ours,
            Ok(n) => Self::Rival(n - 1),
            Err(_) => Self::Quiet,
        }
    }
}

/// A place that answers when it is pointed at.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// Where its answer is shown.
    pub at: Point,
    /// The rectangle it covers as `(x, x, y, y)`; without one it answers to whatever is near.
    pub area: Option<(f64, f64, f64, f64)>,
    /// What it says; the first line is the heading.
    pub lines: Vec<String>,
}

/// A point that stands for an input and can be dragged along one axis, or for two and both.
#[derive(Clone, Debug, PartialEq)]
pub struct Handle {
    /// Where it is.
    pub at: Point,
    /// Along which axis it moves.
    pub along: Along,
    /// How far it may go, in the units of that axis, the lesser first; along both, left and right.
    pub range: (f64, f64),
    /// One step of an arrow key, in the units of that axis; along both, left and right.
    pub step: f64,
    /// What it sets; its accessible name.
    pub label: String,
    /// Its present value in words.
    pub reading: String,
    /// Its colour.
    pub ink: Ink,
    /// Whether it is drawn small until it is pointed at, where there are many.
    pub quiet: bool,
}

/// The axis a handle moves along.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Along {
    /// Left and right.
    X,
    /// Up and down.
    Y,
    /// Any way in the plane.
    Both {
        /// How far it may go down and up.
        range: (f64, f64),
        /// One step of an arrow key down or up.
        step: f64,
    },
}

impl Handle {
    /// How far it may go left and right, and down and up. A handle of one axis stays where it is
    /// on the other.
    pub const fn reach(&self) -> [(f64, f64); 2] {
        let (x, y) = self.at;
        match self.along {
            Along::X => [self.range, (y, y)],
            Along::Y => [(x, x), self.range],
            Along::Both { range, .. } => [self.range, range],
        }
    }
}
