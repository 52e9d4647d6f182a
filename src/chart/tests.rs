//! The drawing half as a whole: layout, pointing, and the picture.

use super::brush::svg;
use super::layout::{Coat, Estimate, Frame, layout, nearest};
use super::palette::Theme;
use super::sample::{all, blank, note, text};
use super::{Band, Chart, Fill, Handle, Hue, Labels, Mark, Point, Side, Size, Spot, Stroke};
use crate::words::Unit;

const THEMES: [Theme; 3] = [Theme::Light, Theme::Dark, Theme::Projector];

fn widths() -> impl Iterator<Item = f64> {
    (320..=1400).step_by(54).map(f64::from)
}

fn frame(chart: &Chart, width: f64) -> Frame {
    layout(chart, width, Theme::Light, &Estimate)
}

fn assert_inside(name: &str, frame: &Frame) {
    assert!(frame.height.is_finite() && frame.height >= 60.0 && frame.height < 5000.0, "{name}");
    assert!(frame.plot.width() > 0.0 && frame.plot.height() > 0.0, "{name} {:?}", frame.plot);
    for words in &frame.words {
        let area = words.area();
        let inside = area.left >= -0.6
            && area.top >= -0.6
            && area.right <= frame.width + 0.6
            && area.bottom <= frame.height + 0.6;
        assert!(inside, "{name} at {}: {} {area:?}", frame.width, words.text);
        assert!(words.font.size >= 12.5, "{name}: {}", words.text);
    }
}

#[test]
fn all_words_stay_inside() {
    for (name, chart) in all() {
        for theme in THEMES {
            for width in widths() {
                assert_inside(name, &layout(&chart, width, theme, &Estimate));
            }
        }
    }
}

#[test]
fn no_words_stand_on_others() {
    for (name, chart) in all() {
        for width in widths() {
            let frame = frame(&chart, width);
            let free = |w: &&super::layout::Words| !matches!(w.coat, Coat::Inside(..));
            let words: Vec<_> = frame.words.iter().filter(free).collect();
            for (i, a) in words.iter().enumerate() {
                for b in &words[i + 1..] {
                    let apart = !a.area().grown(-1.0).meets(&b.area().grown(-1.0));
                    assert!(apart, "{name} at {width}: {} on {}", a.text, b.text);
                }
            }
        }
    }
}

#[test]
fn labels_stay_in_their_bars_and_ticks_in_number() {
    for (name, chart) in all() {
        for width in widths() {
            let frame = frame(&chart, width);
            assert!(frame.grid.len() <= 18, "{name} at {width}: {}", frame.grid.len());
        }
    }
    let labels = |width| {
        let frame = frame(&all()[0].1, width);
        frame.words.iter().filter(|w| matches!(w.coat, Coat::Inside(..))).count()
    };
    assert!(labels(340.0) >= 3 && labels(340.0) < labels(1000.0));
}

#[test]
fn a_phone_gets_its_names_above_the_bars() {
    let chart = &all()[0].1;
    let (phone, desk) = (frame(chart, 340.0), frame(chart, 1000.0));
    assert!(phone.head > 0.0 && desk.head < 0.1);
    assert!(phone.plot.left < 60.0 && desk.plot.left > 70.0);
}

#[test]
fn an_axis_waits_for_the_bars_where_a_name_stands_in_its_way() {
    let chart = &all()[1].1;
    let frame = frame(chart, 340.0);
    let rows = chart.marks.iter().filter(|mark| matches!(mark, Mark::Bar { .. })).count() / 2;
    let ends = (frame.plot.top, frame.plot.bottom);
    let first = &frame.words[0];
    let through = frame.upright(first.area().left + 2.0, ends);
    assert_eq!(through.len(), rows);
    assert!(through[0].0 > first.area().bottom && through[0].0 >= frame.plot.top + frame.head);
    let beside = frame.upright(frame.plot.right - 2.0, ends);
    assert!((beside[0].0 - ends.0).abs() < 1e-9 && beside[0].1 > frame.plot.top + frame.head);
}

#[test]
fn columns_too_narrow_for_their_names_name_themselves_in_turn() {
    let names = ["Net present value", "Development", "Concessions", "Acquisition", "Retention"];
    let band = |name: &str| Band {
        name: name.into(),
        remark: String::new(),
        ink: Hue::Ink.full(),
        bold: false,
    };
    let bands = names.iter().map(|name| band(name)).collect();
    let chart = blank(Labels::Bands(bands), Labels::Numbers(Unit::Money), 0.5);
    let heights = |width| {
        let frame = frame(&chart, width);
        let below: Vec<_> =
            frame.words.iter().filter(|w| w.area().top > frame.plot.bottom).cloned().collect();
        assert!(below.iter().all(|words| !words.text.ends_with('…')), "{below:?}");
        let height = |name: &str| below.iter().find(|w| w.text == name).unwrap().at.1;
        (height("Development"), height("Concessions"))
    };
    let (narrow, wide) = (heights(340.0), heights(1000.0));
    assert!(narrow.0 > narrow.1 + 10.0, "{narrow:?}");
    assert!((wide.0 - wide.1).abs() < 0.1, "{wide:?}");
}

#[test]
fn value_is_the_inverse_of_place() {
    for (name, chart) in all() {
        for width in [340.0, 820.0] {
            let frame = frame(&chart, width);
            let (x, y) = (frame.x.range(), frame.y.range());
            for share in [0.01, 0.3, 0.55, 0.99] {
                let point = (x.0 + share * (x.1 - x.0), y.0 + share * (y.1 - y.0));
                let back = frame.value(frame.place(point));
                let close =
                    |a: f64, b: f64, (low, high): Point| (a - b).abs() < 1e-9 * (high - low);
                assert!(close(point.0, back.0, x) && close(point.1, back.1, y), "{name} {point:?}");
            }
        }
    }
}

#[test]
fn a_pointer_means_the_area_it_is_in() {
    let chart = &all()[0].1;
    for width in [340.0, 1000.0] {
        let frame = frame(chart, width);
        for (index, spot) in chart.spots.iter().enumerate() {
            assert_eq!(nearest(chart, &frame, frame.place(spot.at), 12.0), Some(index));
        }
        assert_eq!(nearest(chart, &frame, (frame.plot.right, frame.height), 4.0), None);
    }
}

#[test]
fn a_pointer_over_lines_means_the_nearest_x() {
    let chart = &all()[3].1;
    let frame = frame(chart, 700.0);
    assert!(frame.lined);
    let at = frame.place((4.04, 0.95));
    assert_eq!(nearest(chart, &frame, at, 12.0), Some(40));
    assert_eq!(nearest(chart, &frame, frame.place((10.0, 0.0)), 12.0), Some(100));
    assert_eq!(nearest(chart, &frame, (f64::NAN, 1.0), 12.0), None);
    assert_eq!(nearest(chart, &frame, (0.0, -500.0), 12.0), None);
}

#[test]
fn a_pointer_among_dots_means_the_nearest_in_reach() {
    let chart = &all()[5].1;
    let frame = frame(chart, 700.0);
    for (index, spot) in chart.spots.iter().enumerate() {
        let (x, y) = frame.place(spot.at);
        assert_eq!(nearest(chart, &frame, (x - 2.0, y - 2.0), 24.0), Some(index));
        assert_eq!(nearest(chart, &frame, (x, y + 80.0), 24.0), None);
    }
}

/// Whether every element is closed in turn, and no attribute holds what markup may not hold.
fn well_formed(markup: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    for piece in markup.split('<').skip(1) {
        let Some((tag, rest)) = piece.split_once('>') else { return false };
        if rest.contains('>') || rest.contains(char::is_control) && !rest.contains('\n') {
            return false;
        }
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or("");
        if tag.starts_with('/') {
            if open.pop() != Some(name) {
                return false;
            }
        } else if !tag.ends_with('/') {
            open.push(name);
        }
        if tag.matches('"').count() % 2 != 0 {
            return false;
        }
    }
    open.is_empty()
}

#[test]
fn the_picture_is_markup_without_styles() {
    for (name, chart) in all() {
        for theme in THEMES {
            let markup = svg(&chart, 700.0, theme);
            assert!(well_formed(&markup), "{name}");
            assert!(!markup.contains("style") && !markup.contains("NaN"), "{name}");
            assert!(markup.contains("<title>图</title>"), "{name}");
            assert!(markup.contains("font-family=\"&quot;PingFang SC&quot;"), "{name}");
            assert!(!markup.contains("dy="), "{name}");
        }
    }
}

#[test]
fn words_of_the_user_cannot_become_markup() {
    let mut chart = all().remove(3).1;
    let bad = "</text><script>\"'&\u{0}\u{8}\u{ffff}";
    chart.title = bad.into();
    chart.summary = bad.into();
    chart.y.title = bad.into();
    let line = text(bad, Hue::Ink.full(), true, Size::Normal);
    chart.marks.push(note((5.0, 0.9), Side::Centre, vec![line]));
    let markup = svg(&chart, 700.0, Theme::Light);
    assert!(well_formed(&markup) && !markup.contains("<script"));
    let clean = "<title>&lt;/text&gt;&lt;script&gt;&quot;&apos;&amp;</title>";
    assert!(markup.contains(clean), "{markup}");
}

/// Marks of every kind through the given numbers.
fn marks(a: f64, b: f64) -> Vec<Mark> {
    let ink = Hue::Rival(9).faded(9);
    let points = vec![(a, b), (b, a), (0.0, a), (b, 1.0)];
    let line = text("很长的一句话，very long words indeed", ink, true, Size::Normal);
    let side = |side| note((a, b), side, vec![line.clone(), line.clone()]);
    let name = String::from("名称很长很长很长很长很长很长很长很长很长很长很长");
    let mut marks = vec![
        Mark::Line { points: points.clone(), ink, stroke: Stroke::Dotted, name: name.clone() },
        Mark::Line { points: points.clone(), ink, stroke: Stroke::Bold, name: name.clone() },
        Mark::Area { upper: points, lower: vec![(a, a)], ink },
        Mark::Bar { x: (a, b), y: (b, a), ink, fill: Fill::Hatched, label: name },
        Mark::Dot { at: (b, a), ink },
        Mark::Rule { from: (a, a), to: (b, b), ink, stroke: Stroke::Hair },
        note((a, b), Side::Left, Vec::new()),
    ];
    marks.extend([Side::Left, Side::Right, Side::Above, Side::Below, Side::Centre].map(side));
    marks
}

#[test]
fn nothing_panics_whatever_the_numbers() {
    let odd = [f64::NAN, f64::INFINITY, f64::MIN, 1e-300, 3.0];
    let band =
        Band {
            name: "带".repeat(80), remark: "注".repeat(80), ink: Hue::Ours.full(), bold: true
        };
    let axes = [
        Labels::None,
        Labels::Numbers(Unit::Money),
        Labels::Magnitudes(Unit::Share),
        Labels::Bands(Vec::new()),
        Labels::Bands(vec![band; 3]),
    ];
    for (x, y) in axes.iter().flat_map(|x| axes.iter().map(move |y| (x, y))) {
        for (a, b) in odd.iter().flat_map(|a| odd.iter().map(move |b| (*a, *b))) {
            let mut chart = blank(x.clone(), y.clone(), a);
            chart.x.range = (a, b);
            chart.y.range = (b, a);
            chart.x.title = "一半很长的标题，一半很长的标题|另一半".into();
            chart.marks = marks(a, b);
            chart.spots = vec![Spot { at: (a, b), area: Some((a, b, a, b)), lines: Vec::new() }];
            for width in [a, 340.0] {
                let frame = frame(&chart, width);
                assert_inside("odd", &frame);
                let _ = nearest(&chart, &frame, (30.0, 30.0), 24.0);
            }
            if a.total_cmp(&b).is_le() {
                assert!(well_formed(&svg(&chart, 340.0, Theme::Dark)));
            }
        }
    }
}

#[test]
fn handles_are_open_circles_in_the_picture() {
    let mut chart = all().remove(2).1;
    let circles = |chart: &Chart| svg(chart, 700.0, Theme::Light).matches("<circle").count();
    assert_eq!(circles(&chart), 2 * chart.handles.len());
    chart.handles = chart.handles.iter().cloned().map(|h| Handle { quiet: true, ..h }).collect();
    assert_eq!(circles(&chart), 2 * chart.handles.len());
}
