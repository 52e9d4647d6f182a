//! The figures of what one price does to both sides.

use super::{
    Along, Axis, Chart, Handle, Hue, Ink, Labels, Mark, Point, Side, Size, Spot, Stroke, Table,
    Text,
};
use crate::model::win_win::{Deal, Highlights, Sides, Standing, WinWin};
use crate::words::win_win::{self as words, Kind};
use crate::words::{Glass, Phrase, Unit};

/// Prices of a curve.
const POINTS: u32 = 120;
/// How far below zero a curve is followed, as a share of the highest gain.
const DEPTH: f64 = 0.45;

/// A price that is worth a name in the figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Landmark {
    /// Which.
    pub kind: Kind,
    /// What comes of it.
    pub deal: Deal,
}

/// The present price, today's, and the best for the firm and for both, where there is one.
pub fn landmarks(both: &WinWin, present: Deal, highlights: &Highlights) -> Vec<Landmark> {
    let today = both.at(both.terms().today);
    let found = [
        (Kind::Present, Some(present)),
        (Kind::Today, (today.price != present.price).then_some(today)),
        (Kind::Firm, highlights.firm),
        (Kind::Both, highlights.both),
    ];
    found.into_iter().filter_map(|(kind, deal)| Some(Landmark { kind, deal: deal? })).collect()
}

/// What the firm and its customers gain at each price, and where both do. One handle: the price.
pub fn curves(
    both: &WinWin,
    landmarks: &[Landmark],
    highlights: &Highlights,
    price_name: String,
    glass: Glass,
) -> Chart {
    let sweep = both.sweep(POINTS + 1);
    let line = |of: fn(&Sides) -> f64| -> Vec<Point> {
        sweep.iter().map(|deal| (deal.price, of(&deal.sides))).collect()
    };
    let (firm, customer) = (line(Sides::firm), line(Sides::customer));
    let range = gains_shown(both, &sweep, highlights);
    let say = |phrase: Phrase| phrase.to(glass.language).to_owned();
    let mut marks = zones(&highlights.zone, range, glass);
    marks.push(Mark::Rule {
        from: (both.terms().prices.0, 0.0),
        to: (both.terms().prices.1, 0.0),
        ink: Hue::Ink.full(),
        stroke: Stroke::Thin,
    });
    marks.push(curve(customer, Hue::Gain.full(), say(words::CUSTOMER)));
    marks.push(curve(firm, Hue::Ours.full(), say(words::FIRM)));
    for landmark in landmarks {
        marks.extend(landmark_marks(landmark, range, glass));
    }
    let present = landmarks.first().map_or_else(|| both.at(both.terms().today), |l| l.deal);
    Chart {
        title: say(words::CURVES),
        summary: words::summary(glass, &present),
        glass,
        x: Axis {
            title: say(words::PRICE_AXIS),
            range: both.terms().prices,
            labels: Labels::Numbers(Unit::Money),
        },
        y: Axis {
            title: glass.unit(Unit::Money).to_owned(),
            range,
            labels: Labels::Numbers(Unit::Money),
        },
        marks,
        spots: sweep.iter().step_by(2).map(|deal| spot(deal, range, glass)).collect(),
        handles: vec![Handle {
            at: (present.price, present.sides.firm().clamp(range.0, range.1)),
            along: Along::X,
            range: both.terms().prices,
            step: 0.0,
            label: price_name,
            reading: glass.value(present.price, Unit::Money),
            ink: Hue::Ours.full(),
            quiet: false,
        }],
        table: table(landmarks, glass),
        aspect: 0.5,
    }
}

/// The gains worth drawing: up to the greatest at a price that is good for both, or at any price
/// where there is none; and some way below zero.
fn gains_shown(both: &WinWin, sweep: &[Deal], highlights: &Highlights) -> (f64, f64) {
    let mut prices: Vec<f64> = highlights.zone.iter().flat_map(|z| [z.0, z.1]).collect();
    if prices.is_empty() {
        prices = sweep.iter().map(|deal| deal.price).collect();
    }
    let gains = || {
        let deals = prices.iter().map(|price| both.at(*price)).chain(highlights.firm);
        deals.flat_map(|deal| [deal.sides.firm(), deal.sides.customer()])
    };
    let most = gains().fold(0.0, f64::max);
    let most = if most > 0.0 { most } else { gains().fold(0.0, |most, gain| gain.abs().max(most)) };
    (-DEPTH * most, 1.25 * most)
}

/// The stretches of prices at which both gain, shaded, the widest named.
fn zones(zones: &[(f64, f64)], range: (f64, f64), glass: Glass) -> Vec<Mark> {
    let widest = zones.iter().copied().max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)));
    let mut marks: Vec<Mark> = zones
        .iter()
        .map(|(from, to)| Mark::Area {
            upper: vec![(*from, range.1), (*to, range.1)],
            lower: vec![(*from, range.0), (*to, range.0)],
            ink: Hue::Quiet.full(),
        })
        .collect();
    if let Some((from, to)) = widest {
        let words = words::zone(glass, from, to);
        marks.push(Mark::Note {
            at: (f64::midpoint(from, to), range.1),
            side: Side::Below,
            lines: vec![text(words, Hue::Quiet.full(), false)],
        });
    }
    marks
}

fn curve(points: Vec<Point>, ink: Ink, name: String) -> Mark {
    Mark::Line { points, ink, stroke: Stroke::Bold, name }
}

fn text(words: String, ink: Ink, bold: bool) -> Text {
    Text { words, ink, bold, size: Size::Small }
}

/// A landmark on the firm's curve, with its price.
fn landmark_marks(landmark: &Landmark, range: (f64, f64), glass: Glass) -> Vec<Mark> {
    let deal = &landmark.deal;
    let firm = deal.sides.firm().clamp(range.0, range.1);
    let words = format!(
        "{} {}",
        words::kind(landmark.kind).to(glass.language),
        glass.brief(deal.price, Unit::Money)
    );
    let rule = |to: f64| Mark::Rule {
        from: (deal.price, range.0),
        to: (deal.price, to),
        ink: Hue::Ink.full(),
        stroke: Stroke::Dotted,
    };
    let note = |at: f64, side: Side, ink: Ink| Mark::Note {
        at: (deal.price, at),
        side,
        lines: vec![text(words.clone(), ink, true)],
    };
    match landmark.kind {
        Kind::Present => vec![rule(firm)],
        Kind::Today => {
            vec![rule(range.0 * 0.5), note(range.0 * 0.5, Side::Above, Hue::Quiet.full())]
        }
        Kind::Firm => vec![
            Mark::Dot { at: (deal.price, firm), ink: Hue::Ours.full() },
            note(firm, Side::Above, Hue::Ours.full()),
        ],
        Kind::Both => {
            let customer = deal.sides.customer().clamp(range.0, range.1);
            vec![
                Mark::Dot { at: (deal.price, customer), ink: Hue::Gain.full() },
                Mark::Dot { at: (deal.price, firm), ink: Hue::Ours.full() },
                note(customer.max(firm), Side::Above, Hue::Gain.full()),
            ]
        }
    }
}

fn spot(deal: &Deal, range: (f64, f64), glass: Glass) -> Spot {
    let money = |x: f64| glass.value(x, Unit::Money);
    let named = |name: Phrase, value: String| format!("{} {value}", name.to(glass.language));
    Spot {
        at: (deal.price, deal.sides.firm().clamp(range.0, range.1)),
        area: None,
        lines: vec![
            money(deal.price),
            named(words::FIRM, money(deal.sides.firm())),
            named(words::CUSTOMER, money(deal.sides.customer())),
            named(words::SHARE, glass.value(deal.share, Unit::Share)),
            named(words::STAYING, glass.value(deal.retention, Unit::Share)),
        ],
    }
}

/// Each landmark in a row: its price, what a purchase leaves, who comes and stays, what all gain.
pub fn table(landmarks: &[Landmark], glass: Glass) -> Table {
    let money = |x: f64| glass.cell(x, Unit::Money);
    let row = |landmark: &Landmark| {
        let deal = &landmark.deal;
        vec![
            words::kind(landmark.kind).to(glass.language).to_owned(),
            money(deal.price),
            money(deal.surplus),
            money(deal.margin),
            glass.value(deal.share, Unit::Share),
            glass.value(deal.retention, Unit::Share),
            money(deal.lifetime_value),
            money(deal.sides.customer()),
            money(deal.sides.firm()),
        ]
    };
    Table {
        head: words::COLUMNS.map(|name| name.to(glass.language).to_owned()).into(),
        rows: landmarks.iter().map(row).collect(),
    }
}

/// Who gains and who loses: the firm to the right, the customers upwards, every price a point of
/// one path.
pub fn quadrants(
    both: &WinWin,
    landmarks: &[Landmark],
    highlights: &Highlights,
    glass: Glass,
) -> Chart {
    let gain = |deal: &Deal| {
        let beyond = deal.sides.beyond(&highlights.fallback);
        (beyond.firm(), beyond.customer())
    };
    let path: Vec<Point> = both.sweep(POINTS + 1).iter().map(gain).collect();
    let ends = highlights.zone.iter().flat_map(|zone| [both.at(zone.0), both.at(zone.1)]);
    let mut worth_showing: Vec<Point> = landmarks.iter().map(|l| gain(&l.deal)).collect();
    worth_showing.extend(ends.map(|deal| gain(&deal)));
    let reach = |of: fn(&Point) -> f64| {
        let most = worth_showing.iter().map(of).fold(0.0, f64::max);
        let most =
            if most > 0.0 { most } else { path.iter().map(of).fold(0.0, |m, x| x.abs().max(m)) };
        (-0.6 * most, 1.25 * most)
    };
    let (x, y) = (reach(|p| p.0), reach(|p| p.1));
    let within = |p: &Point| (x.0..=x.1).contains(&p.0) && (y.0..=y.1).contains(&p.1);
    let axis = |from, to| Mark::Rule { from, to, ink: Hue::Ink.full(), stroke: Stroke::Thin };
    let mut marks = vec![
        Mark::Area {
            upper: vec![(0.0, y.1), (x.1, y.1)],
            lower: vec![(0.0, 0.0), (x.1, 0.0)],
            ink: Hue::Quiet.full(),
        },
        axis((x.0, 0.0), (x.1, 0.0)),
        axis((0.0, y.0), (0.0, y.1)),
    ];
    for step in path.windows(2).filter(|step| step.iter().all(within)) {
        marks.push(Mark::Rule {
            from: step[0],
            to: step[1],
            ink: Hue::Quiet.full(),
            stroke: Stroke::Bold,
        });
    }
    marks.extend(quadrant_names(x, y, glass));
    let shown = landmarks.iter().filter(|landmark| within(&gain(&landmark.deal)));
    marks.extend(shown.clone().flat_map(|l| quadrant_landmark(l, gain(&l.deal), glass)));
    let side = |name: Phrase| format!("{}{}", name.to(glass.language), words::axis_unit(glass));
    Chart {
        title: words::QUADRANTS.to(glass.language).to_owned(),
        summary: landmarks.first().map_or_else(String::new, |l| words::summary(glass, &l.deal)),
        glass,
        x: Axis { title: side(words::FIRM), range: x, labels: Labels::Numbers(Unit::Money) },
        y: Axis { title: side(words::CUSTOMER), range: y, labels: Labels::Numbers(Unit::Money) },
        marks,
        spots: shown
            .map(|l| Spot { at: gain(&l.deal), ..spot(&l.deal, (f64::MIN, f64::MAX), glass) })
            .collect(),
        handles: Vec::new(),
        table: table(landmarks, glass),
        aspect: 0.62,
    }
}

/// The name of each quadrant, in its outer corner.
fn quadrant_names(x: (f64, f64), y: (f64, f64), glass: Glass) -> Vec<Mark> {
    let corners = [
        (Standing::WinWin, (x.1, y.1), Side::Left),
        (Standing::Exploit, (x.1, y.0), Side::Left),
        (Standing::GiveAway, (x.0, y.1), Side::Right),
        (Standing::LoseLose, (x.0, y.0), Side::Right),
    ];
    let inwards = 0.05 * (y.1 - y.0);
    corners
        .into_iter()
        .map(|(standing, (x, corner), side)| Mark::Note {
            at: (x, if corner == y.1 { corner - inwards } else { corner + inwards }),
            side,
            lines: vec![text(
                words::standing(standing).to(glass.language).to_owned(),
                Hue::Quiet.full(),
                true,
            )],
        })
        .collect()
}

fn quadrant_landmark(landmark: &Landmark, at: Point, glass: Glass) -> Vec<Mark> {
    let hue = match landmark.kind {
        Kind::Present => Hue::Ours,
        Kind::Today => Hue::Quiet,
        Kind::Firm => Hue::Ink,
        Kind::Both => Hue::Gain,
    };
    let words = format!(
        "{} {}",
        words::kind(landmark.kind).to(glass.language),
        glass.brief(landmark.deal.price, Unit::Money)
    );
    let side = if landmark.kind == Kind::Firm { Side::Below } else { Side::Right };
    let lines = vec![text(words, hue.full(), landmark.kind == Kind::Present)];
    vec![Mark::Dot { at, ink: hue.full() }, Mark::Note { at, side, lines }]
}
