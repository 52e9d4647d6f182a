//! A customer's wallet as one bar, and what a temptation leaves at each risk.

use super::{
    Along, Axis, Band, Chart, Fill, Handle, Hue, Ink, Labels, Mark, Point, Side, Size, Spot,
    Stroke, Table, Text,
};
use crate::model::conflict::Conflict;
use crate::words::{Glass, Unit, label, relation as words};

/// What a customer spends.
#[derive(Clone, Debug, PartialEq)]
pub struct Purse {
    /// In all, a year.
    pub spend: f64,
    /// With us.
    pub ours: f64,
    /// How much more we want.
    pub more: f64,
    /// Our share; none where nothing is spent.
    pub share: Option<f64>,
    /// What its two handles set: ours, and how much more.
    pub handles: [String; 2],
}

/// Ours, what we want more of, and the rest. A handle at the end of either of the first two.
pub fn purse(purse: &Purse, glass: Glass) -> Chart {
    let language = glass.language;
    let reach = purse.ours + purse.more;
    let share = |part: f64| {
        let share = if purse.spend > 0.0 { part / purse.spend } else { 0.0 };
        glass.value(share, Unit::Share)
    };
    let name = |k: usize| words::PURSE[k].to(language);
    let parts: [((f64, f64), Ink, Fill); 3] = [
        ((0.0, purse.ours), Hue::Ours.full(), Fill::Plain),
        ((purse.ours, reach), Hue::Ours.faded(2), Fill::Hatched),
        ((reach, purse.spend.max(reach)), Hue::Hair.full(), Fill::Plain),
    ];
    let mut chart = Chart {
        title: words::WALLET.to(language).to_owned(),
        summary: String::new(),
        glass,
        x: Axis {
            title: words::A_YEAR.to(language).replace("{}", glass.unit(Unit::Money)),
            range: (0.0, purse.spend.max(reach)),
            labels: Labels::Numbers(Unit::Money),
        },
        y: Axis {
            title: String::new(),
            range: (0.0, 1.0),
            labels: Labels::Bands(vec![Band {
                name: words::ONE_CUSTOMER.to(language).to_owned(),
                remark: String::new(),
                ink: Hue::Ink.full(),
                bold: false,
            }]),
        },
        marks: Vec::new(),
        spots: Vec::new(),
        handles: Vec::new(),
        table: Table {
            head: [words::PART, label::RUNG, words::SHARE]
                .map(|n| n.to(language).to_owned())
                .into(),
            rows: Vec::new(),
        },
        aspect: 0.17,
    };
    for (k, (x, ink, fill)) in parts.into_iter().enumerate() {
        let amount = x.1 - x.0;
        let value = glass.value(amount, Unit::Money);
        chart.table.rows.push(vec![name(k).to_owned(), value.clone(), share(amount)]);
        if amount <= 0.0 {
            continue;
        }
        let label = format!("{} {}", name(k), share(amount));
        chart.marks.push(Mark::Bar { x, y: (0.3, 0.85), ink, fill, label: String::new() });
        let text = Text {
            words: label.clone(),
            ink: if k == 2 { Hue::Quiet.full() } else { Hue::Ours.full() },
            bold: k == 0,
            size: Size::Normal,
        };
        chart.marks.push(Mark::Note {
            at: (f64::midpoint(x.0, x.1), 0.3),
            side: Side::Above,
            lines: vec![text],
        });
        chart.spots.push(Spot {
            at: (f64::midpoint(x.0, x.1), 0.6),
            area: Some((x.0, x.1, 0.3, 0.85)),
            lines: vec![label, value],
        });
    }
    let [with_us, more] = purse.handles.clone();
    let handle = |at, range, label, reading, hue: Hue| Handle {
        at: (at, 0.575),
        along: Along::X,
        range,
        step: 0.0,
        label,
        reading,
        ink: hue.full(),
        quiet: false,
    };
    let end = purse.spend.max(reach);
    let money = glass.value(purse.ours, Unit::Money);
    chart.handles.push(handle(purse.ours, (0.0, end - purse.more), with_us, money, Hue::Ours));
    chart.handles.push(handle(reach, (purse.ours, end), more, share(purse.more), Hue::Gain));
    chart
}

/// A gain now, and what it puts at risk.
#[derive(Clone, Debug, PartialEq)]
pub struct Temptation {
    /// The gain.
    pub gain: f64,
    /// The risk of losing the customer.
    pub risk: f64,
    /// What the customer is worth.
    pub value: f64,
    /// What its two handles set: the gain, and the risk.
    pub handles: [String; 2],
}

/// Gain less expected loss at each risk, with the risk at which they are equal.
///
/// Two handles: the gain where there is no risk, and the risk on the line.
pub fn conflict(temptation: &Temptation, conflict: &Conflict, glass: Glass) -> Chart {
    let language = glass.language;
    let money = |x: f64| glass.value(x, Unit::Money);
    let share = |x: f64| glass.value(x, Unit::Share);
    let at = |risk: f64| (risk, temptation.gain - risk * temptation.value);
    let (start, end) = (at(0.0), at(1.0));
    let even = conflict.break_even_risk();
    let room = 0.14 * (start.1.max(0.0) - end.1.min(0.0));
    let mut chart = Chart {
        title: words::CONFLICT.to(language).to_owned(),
        summary: words::conflict_answer(
            glass,
            (temptation.gain, temptation.risk, temptation.value),
            conflict.net(),
            even,
        ),
        glass,
        x: Axis {
            title: words::RISK.to(language).to_owned(),
            range: (0.0, 1.0),
            labels: Labels::Numbers(Unit::Share),
        },
        y: Axis {
            title: glass.unit(Unit::Money).to_owned(),
            range: (end.1.min(0.0) - room, start.1.max(0.0) + room),
            labels: Labels::Numbers(Unit::Money),
        },
        marks: areas(start, end, even),
        spots: (0..=10)
            .map(|k| {
                let place = at(f64::from(k) / 10.0);
                Spot { at: place, area: None, lines: vec![share(place.0), money(place.1)] }
            })
            .collect(),
        handles: Vec::new(),
        table: conflict_table(&at, glass),
        aspect: 0.4,
    };
    add_places(&mut chart, at(temptation.risk), even);
    let [gain, risk] = temptation.handles.clone();
    let handle = |at, along, range, label, reading, hue: Hue| Handle {
        at,
        along,
        range,
        step: 0.0,
        label,
        reading,
        ink: hue.full(),
        quiet: false,
    };
    let high = (0.0, chart.y.range.1);
    chart.handles.push(handle(start, Along::Y, high, gain, money(temptation.gain), Hue::Gain));
    let here = at(temptation.risk);
    let reading = share(temptation.risk);
    chart.handles.push(handle(here, Along::X, (0.0, 1.0), risk, reading, Hue::Ours));
    chart
}

/// What is won above zero, and what is lost below it, and the line itself.
fn areas(start: Point, end: Point, even: Option<f64>) -> Vec<Mark> {
    let middle = (even.unwrap_or(1.0), 0.0);
    let area = |from: Point, to: Point, hue: Hue| Mark::Area {
        upper: vec![from, to],
        lower: vec![(from.0, 0.0), (to.0, 0.0)],
        ink: hue.full(),
    };
    let mut marks = match even {
        Some(_) => vec![area(start, middle, Hue::Gain), area(middle, end, Hue::Loss)],
        None => vec![area(start, end, Hue::Gain)],
    };
    marks.push(Mark::Rule {
        from: (0.0, 0.0),
        to: (1.0, 0.0),
        ink: Hue::Ink.full(),
        stroke: Stroke::Thin,
    });
    marks.push(Mark::Line {
        points: vec![start, end],
        ink: Hue::Ours.full(),
        stroke: Stroke::Bold,
        name: String::new(),
    });
    marks
}

/// The risk as it is, and the one at which gain and loss are equal.
fn add_places(chart: &mut Chart, here: Point, even: Option<f64>) {
    let glass = chart.glass;
    let language = glass.language;
    let text = |words, hue: Hue, bold| Text { words, ink: hue.full(), bold, size: Size::Normal };
    if let Some(even) = even {
        let words = format!("{} {}", words::EVEN.to(language), glass.value(even, Unit::Share));
        chart.marks.push(Mark::Dot { at: (even, 0.0), ink: Hue::Ink.full() });
        chart.marks.push(Mark::Note {
            at: (even, 0.0),
            side: Side::Above,
            lines: vec![text(words, Hue::Ink, false)],
        });
    }
    let hue = if here.1 < 0.0 { Hue::Loss } else { Hue::Gain };
    let net = format!("{} {}", words::NET.to(language), glass.signed(here.1, Unit::Money));
    chart.marks.push(Mark::Dot { at: here, ink: Hue::Ours.full() });
    chart.marks.push(Mark::Note { at: here, side: Side::Right, lines: vec![text(net, hue, true)] });
}

fn conflict_table(at: &dyn Fn(f64) -> Point, glass: Glass) -> Table {
    let row = |k: u32| {
        let (risk, net) = at(f64::from(k) / 10.0);
        vec![glass.value(risk, Unit::Share), glass.cell(net, Unit::Money)]
    };
    let head = [words::RISK, words::NET].map(|name| name.to(glass.language).to_owned());
    Table { head: head.into(), rows: (0..=10).map(row).collect() }
}
