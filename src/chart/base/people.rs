//! One customer: over recency and frequency, and over time.

use super::{Axis, Chart, Hue, Labels, Mark, Side, Spot, Table, bar, blank, heads, note};
use crate::analysis::{Asked, Line, Look, Story};
use crate::chart::{Along, Handle, Stroke};
use crate::words::{Glass, Phrase, Unit, base as words};

/// The faintest tint of a chance.
const TINTS: f64 = 5.0;

/// The chance of still being a customer over recency and frequency. Two handles at the customer
/// asked about: along the time of the last purchase, and along the number of repeat purchases.
pub fn map(look: &Look, asked: &Asked, glass: Glass) -> Chart {
    let map = &look.map;
    let share = |x: f64| glass.value(x, Unit::Share);
    let at = (asked.recency.min(map.age), asked.repeats);
    let (mut marks, mut spots, mut rows) = (Vec::new(), Vec::new(), Vec::new());
    for (k, row) in map.rows.iter().enumerate() {
        let frequency = k as f64 * map.step;
        let width = map.age / row.len() as f64;
        for (j, chance) in row.iter().enumerate().filter(|(_, chance)| chance.is_finite()) {
            let x = (j as f64 * width, (j as f64 + 1.0) * width);
            // Nobody has come back less often than never: the lowest row is half as high.
            let y = ((frequency - map.step / 2.0).max(0.0), frequency + map.step / 2.0);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0..=5")]
            let tint = libm::round((1.0 - chance.clamp(0.0, 1.0)) * TINTS) as u8;
            // The handle of the customer asked about stands in the place of a number.
            let held = x.0 <= at.0 && at.0 <= x.1 && y.0 <= at.1 && at.1 < y.1;
            let label = if held { String::new() } else { glass.number(chance * 100.0, 0) };
            marks.push(bar(x, y, Hue::Ours.faded(tint), label));
            let middle = f64::midpoint(x.0, x.1);
            let lines = vec![
                share(*chance),
                format!("{} {}", words::ASKED[0].to(glass.language), glass.number(frequency, 0)),
                format!(
                    "{} {}",
                    words::ASKED[1].to(glass.language),
                    glass.value(middle, Unit::Weeks)
                ),
            ];
            spots.push(Spot { at: (middle, frequency), area: Some((x.0, x.1, y.0, y.1)), lines });
        }
        let mut cells = vec![glass.number(frequency, 0)];
        let last = row.last().copied().unwrap_or_default();
        cells.extend((0..COLUMNS).map(|j| share(row.get(j).copied().unwrap_or(last))));
        rows.push(cells);
    }
    let top = (map.rows.len() as f64 - 0.5) * map.step;
    marks.push(Mark::Dot { at, ink: Hue::Ink.full() });
    let [x, y] = words::MAP_AXES.map(|phrase| phrase.to(glass.language).to_owned());
    let mut head = heads(&words::HISTOGRAM_COLUMNS[..1], glass);
    let column = |j: usize| glass.value(map.age * (j as f64 + 0.5) / COLUMNS as f64, Unit::Weeks);
    head.extend((0..COLUMNS).map(column));
    Chart {
        summary: words::map_summary(glass, map.age),
        x: Axis { title: x, range: (0.0, map.age), labels: Labels::Numbers(Unit::Plain) },
        y: Axis { title: y, range: (0.0, top), labels: Labels::Numbers(Unit::Plain) },
        marks,
        spots,
        handles: handles(asked, map.age, top - map.step / 2.0, glass),
        table: Table { head, rows },
        aspect: 0.55,
        ..blank(words::MAP.to(glass.language).to_owned(), glass)
    }
}

/// Columns of the table behind the map.
const COLUMNS: usize = 10;

fn handles(asked: &Asked, age: f64, top: f64, glass: Glass) -> Vec<Handle> {
    let handle = |at, along, range, (label, reading): (Phrase, String)| Handle {
        at,
        along,
        range,
        step: 1.0,
        label: label.to(glass.language).to_owned(),
        reading,
        ink: Hue::Ink.full(),
        quiet: false,
    };
    let recency = (words::ASKED[1], glass.value(asked.recency, Unit::Weeks));
    let repeats = (words::ASKED[0], glass.number(asked.repeats, 0));
    vec![
        handle((asked.recency.min(age), asked.repeats), Along::X, (0.0, age), recency),
        handle((age, asked.repeats), Along::Y, (0.0, top), repeats),
    ]
}

/// The chance of the customer asked about from the last purchase on; the handle is now.
pub fn silence(look: &Look, asked: &Asked, glass: Glass) -> Chart {
    let last = look.line.last().map_or(1.0, |(time, _)| *time);
    let alive = look.asked.map_or(1.0, |found| found.alive);
    let mut chart = over_time(words::STORY.to(glass.language).to_owned(), &look.line, last, glass);
    chart.marks.push(note(
        (asked.age, alive),
        Side::Above,
        glass.value(alive, Unit::Share),
        Hue::Ours,
    ));
    chart.handles.push(Handle {
        at: (asked.age, alive),
        along: Along::X,
        range: (asked.recency, last),
        step: 1.0,
        label: words::ASKED[2].to(glass.language).to_owned(),
        reading: glass.value(asked.age, Unit::Weeks),
        ink: Hue::Ours.full(),
        quiet: false,
    });
    chart
}

/// A customer's story: every purchase, and the chance of still being a customer between them.
pub fn story(story: &Story, glass: Glass) -> Chart {
    let title = words::story(glass, &story.name);
    let mut chart = over_time(title, &story.line, story.age.max(1.0), glass);
    for (at, _) in &story.purchases {
        chart.marks.push(Mark::Rule {
            from: (*at, 0.0),
            to: (*at, 0.06),
            ink: Hue::Ink.full(),
            stroke: Stroke::Bold,
        });
    }
    let end = (story.age, story.alive);
    chart.marks.push(note(end, Side::Above, glass.value(story.alive, Unit::Share), Hue::Ours));
    chart
}

fn over_time(title: String, line: &Line, last: f64, glass: Glass) -> Chart {
    let [x, y] = words::STORY_AXES.map(|phrase| phrase.to(glass.language).to_owned());
    let share = |chance: f64| glass.value(chance, Unit::Share);
    let cells = |(time, chance): &(f64, f64)| vec![glass.cell(*time, Unit::Weeks), share(*chance)];
    let spot = |(time, chance): &(f64, f64)| Spot {
        at: (*time, *chance),
        area: None,
        lines: vec![glass.value(*time, Unit::Weeks), share(*chance)],
    };
    let end = line.last().map_or(1.0, |(_, chance)| *chance);
    Chart {
        summary: format!("{} {}", y, share(end)),
        table: Table { head: vec![x.clone(), y.clone()], rows: line.iter().map(cells).collect() },
        x: Axis { title: x, range: (0.0, last), labels: Labels::Numbers(Unit::Plain) },
        y: Axis { title: y, range: (0.0, 1.0), labels: Labels::Numbers(Unit::Share) },
        marks: vec![
            Mark::Area {
                upper: line.clone(),
                lower: line.iter().map(|(time, _)| (*time, 0.0)).collect(),
                ink: Hue::Ours.full(),
            },
            Mark::Line {
                points: line.clone(),
                ink: Hue::Ours.full(),
                stroke: Stroke::Bold,
                name: String::new(),
            },
        ],
        spots: line.iter().map(spot).collect(),
        aspect: 0.4,
        ..blank(title, glass)
    }
}
