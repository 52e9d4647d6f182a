//! What was expected beside what was felt, a criterion a row.

use super::{
    Along, Axis, Band, Chart, Fill, Handle, Hue, Labels, Mark, Side, Size, Spot, Stroke, Table,
    Text,
};
use crate::model::expectation::{Experience, State};
use crate::words::{Glass, Unit, expectation as words, label, perceived};

/// One criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// Its name.
    pub name: String,
    /// What was expected.
    pub expected: f64,
    /// What was felt.
    pub felt: f64,
    /// What its two handles set: what was expected, what was felt.
    pub handles: [String; 2],
}

/// How far the mark of the expectation goes up and down from the middle of its row.
const REACH: f64 = 0.44;

/// The colour of a state.
const fn hue(state: State) -> Hue {
    match state {
        State::Below => Hue::Loss,
        State::Met => Hue::Quiet,
        State::Beyond => Hue::Gain,
    }
}

/// Bars of what was felt, with a mark where it was expected. For each criterion a handle on either.
pub fn expectation(wishes: &[Wish], experience: &Experience, glass: Glass) -> Chart {
    let language = glass.language;
    let band = |wish: &Wish| Band {
        name: wish.name.clone(),
        remark: String::new(),
        ink: Hue::Ink.full(),
        bold: false,
    };
    let below = wishes.iter().zip(experience.states()).filter(|(_, s)| *s == State::Below);
    let below: Vec<&str> = below.map(|(wish, _)| wish.name.as_str()).collect();
    let mut chart = Chart {
        title: words::TITLE.to(language).to_owned(),
        summary: words::answer(glass, experience.gap(), experience.state(), &below),
        glass,
        x: Axis {
            title: words::KEY.to(language).to_owned(),
            range: (0.0, 10.0),
            labels: Labels::Numbers(Unit::Plain),
        },
        y: Axis {
            title: String::new(),
            range: (0.0, wishes.len() as f64),
            labels: Labels::Bands(wishes.iter().map(band).collect()),
        },
        marks: Vec::new(),
        spots: Vec::new(),
        handles: Vec::new(),
        table: table(wishes, experience, glass),
        aspect: 0.4,
    };
    let states = experience.states();
    for (k, (wish, (gap, state))) in
        wishes.iter().zip(experience.gaps().iter().zip(states)).enumerate()
    {
        add_row(&mut chart, k, wish, *gap, state);
    }
    chart
}

fn add_row(chart: &mut Chart, k: usize, wish: &Wish, gap: f64, state: State) {
    let glass = chart.glass;
    let middle = k as f64 + 0.5;
    let score = |x: f64| glass.number(x, 1);
    let bar = |x, half, ink| Mark::Bar {
        x,
        y: (middle - half, middle + half),
        ink,
        fill: Fill::Plain,
        label: String::new(),
    };
    chart.marks.push(bar((0.0, wish.felt.min(wish.expected)), 0.16, Hue::Ours.faded(2)));
    if gap != 0.0 {
        chart.marks.push(bar((wish.expected, wish.felt), 0.16, hue(state).full()));
    }
    chart.marks.push(Mark::Rule {
        from: (wish.expected, middle - REACH),
        to: (wish.expected, middle + REACH),
        ink: Hue::Ink.full(),
        stroke: Stroke::Bold,
    });
    let words =
        format!("{} {}", glass.signed(gap, Unit::Plain), words::state(state, glass.language));
    chart.marks.push(Mark::Note {
        at: (wish.felt.max(wish.expected), middle),
        side: Side::Right,
        lines: vec![Text { words, ink: hue(state).full(), bold: true, size: Size::Small }],
    });
    let language = glass.language;
    chart.spots.push(Spot {
        at: (wish.felt, middle),
        area: Some((0.0, 10.0, middle - 0.5, middle + 0.5)),
        lines: vec![
            wish.name.clone(),
            format!("{} {}", words::EXPECTED.to(language), score(wish.expected)),
            format!("{} {}", words::FELT.to(language), score(wish.felt)),
        ],
    });
    let [expected, felt] = wish.handles.clone();
    let handle = |x, y, label, hue: Hue| Handle {
        at: (x, y),
        along: Along::X,
        range: (0.0, 10.0),
        step: 0.1,
        label,
        reading: score(x),
        ink: hue.full(),
        quiet: false,
    };
    chart.handles.push(handle(wish.expected, middle - REACH, expected, Hue::Ink));
    chart.handles.push(handle(wish.felt, middle, felt, Hue::Ours));
}

fn table(wishes: &[Wish], experience: &Experience, glass: Glass) -> Table {
    let row = |(wish, gap): (&Wish, &f64)| {
        vec![
            wish.name.clone(),
            glass.number(wish.expected, 1),
            glass.number(wish.felt, 1),
            glass.signed(*gap, Unit::Plain),
        ]
    };
    let mut rows: Vec<Vec<String>> = wishes.iter().zip(experience.gaps()).map(row).collect();
    rows.push(vec![
        words::OVERALL.to(glass.language).to_owned(),
        String::new(),
        String::new(),
        glass.signed(experience.gap(), Unit::Plain),
    ]);
    let head = [perceived::FACTOR, words::EXPECTED, label::SCORE, perceived::DIFFERENCE];
    Table { head: head.map(|name| name.to(glass.language).to_owned()).into(), rows }
}
