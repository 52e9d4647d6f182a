//! Figures to try the layout and the brush on.

use super::{
    Along, Axis, Band, Chart, Fill, Handle, Hue, Ink, Labels, Mark, Point, Side, Size, Spot,
    Stroke, Table, Text,
};
use crate::words::{Glass, Unit};

/// Every sample.
pub(crate) fn all() -> Vec<(&'static str, Chart)> {
    vec![
        ("value", mirrored()),
        ("tornado", tornado()),
        ("cycle", cycle()),
        ("survival", survival()),
        ("waterfall", waterfall()),
        ("map", map()),
    ]
}

/// A figure with nothing in it.
pub(crate) fn blank(x: Labels, y: Labels, aspect: f64) -> Chart {
    let axis = |labels, range| Axis { title: String::new(), range, labels };
    Chart {
        title: "图".into(),
        summary: "一张图".into(),
        glass: Glass::default(),
        x: axis(x, (0.0, 1.0)),
        y: axis(y, (0.0, 1.0)),
        marks: Vec::new(),
        spots: Vec::new(),
        handles: Vec::new(),
        table: Table::default(),
        aspect,
    }
}

pub(crate) fn text(words: &str, ink: Ink, bold: bool, size: Size) -> Text {
    Text { words: words.into(), ink, bold, size }
}

pub(crate) fn note(at: Point, side: Side, lines: Vec<Text>) -> Mark {
    Mark::Note { at, side, lines }
}

fn band(name: &str, remark: &str, ink: Ink, bold: bool) -> Band {
    Band { name: name.into(), remark: remark.into(), ink, bold }
}

fn bar(x: (f64, f64), y: (f64, f64), ink: Ink, fill: Fill, label: &str) -> Mark {
    Mark::Bar { x, y, ink, fill, label: label.into() }
}

fn mirrored() -> Chart {
    let offers = [
        ("星巴克", [14.4, 18.9, 9.6, 8.1], [25.0, 5.0, 1.0, 0.0], "净 +20.0"),
        ("便利店", [10.8, 6.3, 6.0, 3.6], [12.0, 1.5, 0.5, 0.5], "净 +12.2"),
        ("办公室速溶", [7.2, 4.2, 2.4, 2.7], [3.0, 1.0, 1.0, 0.0], "净 +11.5"),
    ];
    let bands = offers
        .iter()
        .enumerate()
        .map(|(k, offer)| band(offer.0, "", Hue::offer(k).full(), true))
        .collect();
    let mut chart = blank(Labels::Magnitudes(Unit::Money), Labels::Bands(bands), 0.4);
    chart.x.title = "← 总代价，元|感知利益，元 →".into();
    chart.x.range = (-31.0, 51.0);
    for (k, (_, benefits, costs, net)) in offers.iter().enumerate() {
        offer(&mut chart, k, benefits, costs, net);
    }
    chart
}

fn offer(chart: &mut Chart, k: usize, benefits: &[f64; 4], costs: &[f64; 4], net: &str) {
    let y = (k as f64 + 0.23, k as f64 + 0.77);
    let middle = k as f64 + 0.5;
    let hue = Hue::offer(k);
    let mut x = 0.0;
    for (tint, (size, name)) in (0..).zip(benefits.iter().zip(["口味", "环境", "服务", "品牌"]))
    {
        chart.marks.push(bar((x, x + size), y, hue.faded(tint), Fill::Plain, name));
        chart.spots.push(Spot {
            at: (x + size / 2.0, middle),
            area: Some((x, x + size, y.0, y.1)),
            lines: vec![name.into(), format!("{size}")],
        });
        x += size;
    }
    let lines = vec![
        text(&format!("{x:.1}"), Hue::Ink.full(), false, Size::Normal),
        text(net, hue.full(), true, Size::Normal),
    ];
    chart.marks.push(note((x, middle), Side::Right, lines));
    let mut x = 0.0;
    for (n, (size, name)) in costs.iter().zip(["价格", "时间", "体力", "心力"]).enumerate()
    {
        let fill = if n % 2 == 0 { Fill::Plain } else { Fill::Hatched };
        chart.marks.push(bar((x - size, x), y, Hue::Cost.full(), fill, name));
        x -= size;
    }
    let line = text(&format!("{:.1}", -x), Hue::Ink.full(), false, Size::Normal);
    chart.marks.push(note((x, middle), Side::Left, vec![line]));
    chart.handles.push(handle((-costs[0], middle), Along::X, hue.full()));
}

fn handle(at: Point, along: Along, ink: Ink) -> Handle {
    Handle {
        at,
        along,
        range: (0.0, 100.0),
        step: 1.0,
        label: "价格".into(),
        reading: "25 元".into(),
        ink,
        quiet: false,
    }
}

fn tornado() -> Chart {
    let rows = [
        ("星巴克价格", "25 元", -2.5, 2.5, "+2.5"),
        ("一杯完美咖啡值多少", "60 元", -2.43, 2.43, "+2.4"),
        ("星巴克环境得分", "9", -1.89, 1.89, "+1.9"),
        ("环境的分量", "35 %", -0.63, 0.63, "+0.6"),
        ("一小时值多少", "30 元", -0.35, 0.35, "+0.3"),
    ];
    let bands = rows.iter().map(|row| band(row.0, row.1, Hue::Ink.full(), false)).collect();
    let mut chart = blank(Labels::None, Labels::Bands(bands), 0.22);
    chart.x.range = (-2.5, 2.5);
    for (k, (_, _, low, high, words)) in rows.into_iter().enumerate() {
        let y = (k as f64 + 0.18, k as f64 + 0.82);
        chart.marks.push(bar((low, 0.0), y, Hue::Loss.faded(1), Fill::Plain, ""));
        chart.marks.push(bar((0.0, high), y, Hue::Gain.faded(1), Fill::Plain, ""));
        let line = text(words, Hue::Quiet.full(), false, Size::Small);
        chart.marks.push(note((high, k as f64 + 0.5), Side::Right, vec![line]));
    }
    let (from, to) = ((0.0, 0.0), (0.0, 5.0));
    chart.marks.push(Mark::Rule { from, to, ink: Hue::Ink.full(), stroke: Stroke::Thin });
    let line = text("领先便利店 7.8 元", Hue::Quiet.full(), false, Size::Small);
    chart.marks.push(note((0.0, 5.0), Side::Below, vec![line]));
    chart
}

fn cycle() -> Chart {
    let money = Labels::Numbers(Unit::Money);
    let mut chart = blank(Labels::Numbers(Unit::Years), money, 0.5);
    chart.x = Axis { title: "年".into(), range: (0.0, 4.0), ..chart.x };
    chart.y = Axis { title: "元/年".into(), range: (0.0, 12_000.0), ..chart.y };
    let income = [0.0, 3000.0, 7000.0, 10_000.0, 12_000.0];
    let cost = [3000.0, 4000.0, 4500.0, 5000.0, 6000.0];
    let curve = |heights: [f64; 5]| (0..5).map(f64::from).zip(heights).collect::<Vec<Point>>();
    let (income, cost) = (curve(income), curve(cost));
    let cross = (1.2857, 4142.8);
    let before = (vec![cost[0], cost[1], cross], vec![income[0], income[1], cross]);
    let mut after = (vec![cross], vec![cross]);
    after.0.extend(&income[2..]);
    after.1.extend(&cost[2..]);
    let loss = Hue::Loss.full();
    chart.marks.push(Mark::Area { upper: before.0, lower: before.1, ink: loss });
    chart.marks.push(Mark::Area { upper: after.0, lower: after.1, ink: Hue::Gain.full() });
    for (points, hue, stroke, name) in [
        (&cost, Hue::Quiet, Stroke::Thin, "客户成本"),
        (&income, Hue::Ours, Stroke::Bold, "客户收入"),
    ] {
        let points = points.clone();
        chart.marks.push(Mark::Line { points, ink: hue.full(), stroke, name: name.into() });
    }
    for point in income.iter().chain(&cost) {
        chart.handles.push(handle(*point, Along::Y, Hue::Ours.full()));
        chart.spots.push(Spot { at: *point, area: None, lines: vec!["年".into()] });
    }
    cycle_notes(&mut chart, cross);
    chart
}

fn cycle_notes(chart: &mut Chart, cross: Point) {
    let (ink, quiet) = (Hue::Ink.full(), Hue::Quiet.full());
    let a = text("A　−2,143", Hue::Loss.full(), false, Size::Small);
    let b = text("B　+10,143", Hue::Gain.full(), false, Size::Normal);
    chart.marks.push(note((0.45, 2500.0), Side::Centre, vec![a]));
    chart.marks.push(note((3.0, 6900.0), Side::Centre, vec![b]));
    for (at, top, name, when) in [
        (cross, 9300.0, "每年开始赚钱", "1.29 年"),
        ((2.414, 8200.0), 11_000.0, "投入收回", "2.41 年"),
    ] {
        let (from, to) = ((at.0, at.1 + 300.0), (at.0, top));
        chart.marks.push(Mark::Rule { from, to, ink, stroke: Stroke::Dotted });
        let lines =
            vec![text(name, ink, false, Size::Normal), text(when, quiet, false, Size::Small)];
        chart.marks.push(note(to, Side::Above, lines));
    }
    for (x, name) in [(0.5, "建立"), (1.5, "成长"), (2.75, "成熟"), (3.75, "衰退")] {
        let line = text(name, quiet, false, Size::Small);
        chart.marks.push(note((x, 0.0), Side::Below, vec![line]));
    }
}

fn survival() -> Chart {
    let mut chart = blank(Labels::Numbers(Unit::Years), Labels::Numbers(Unit::Share), 0.5);
    chart.x = Axis { title: "购买后的年数".into(), range: (0.0, 10.0), ..chart.x };
    chart.y.title = "还在的客户".into();
    for (k, retention, name) in
        [(0, 0.82_f64, "保持率 82%"), (1, 0.80, "保持率 80%"), (2, 0.6, "行业")]
    {
        let points: Vec<Point> =
            (0..=100).map(|t| f64::from(t) / 10.0).map(|t| (t, retention.powf(t))).collect();
        if k == 0 {
            let lower = points.iter().map(|p| (p.0, 0.0)).collect();
            let ink = Hue::Ours.full();
            chart.marks.push(Mark::Area { upper: points.clone(), lower, ink });
            chart.spots = points
                .iter()
                .map(|p| Spot { at: *p, area: None, lines: vec!["保持率".into()] })
                .collect();
        }
        let stroke = if k == 0 { Stroke::Bold } else { Stroke::Thin };
        let ink = Hue::offer(k).full();
        chart.marks.push(Mark::Line { points, ink, stroke, name: name.into() });
    }
    let (from, to) = ((0.0, 0.5), (10.0, 0.5));
    let ink = Hue::Quiet.full();
    chart.marks.push(Mark::Rule { from, to, ink, stroke: Stroke::Dotted });
    chart.marks.push(Mark::Dot { at: (3.49, 0.5), ink: Hue::Ours.full() });
    let lines = vec![text("一半客户 3.5 年", Hue::Ink.full(), true, Size::Normal)];
    chart.marks.push(note((3.49, 0.5), Side::Above, lines));
    chart
}

fn waterfall() -> Chart {
    let steps = [
        ("次优选择的价格", 120_000.0, Hue::Rival(0)),
        ("省下的电费", 42_000.0, Hue::Gain),
        ("少停机", 38_000.0, Hue::Gain),
        ("培训和切换", -16_000.0, Hue::Loss),
        ("更短的保修", -9_000.0, Hue::Loss),
        ("经济价值", 0.0, Hue::Ours),
    ];
    let bands = steps.iter().map(|step| band(step.0, "", Hue::Ink.full(), step.1 == 0.0)).collect();
    let mut chart = blank(Labels::Bands(bands), Labels::Numbers(Unit::Money), 0.48);
    chart.y = Axis { title: "元，五年".into(), range: (0.0, 220_000.0), ..chart.y };
    let mut level = 0.0_f64;
    for (k, (_, size, hue)) in steps.into_iter().enumerate() {
        let x = (k as f64 + 0.2, k as f64 + 0.8);
        let (from, to) = if size == 0.0 { (0.0, level) } else { (level, level + size) };
        let sign = if size < 0.0 {
            "−"
        } else if k == 0 || size == 0.0 {
            ""
        } else {
            "+"
        };
        let words = format!("{sign}{:.1}万", (to - from).abs() / 1e4);
        chart.marks.push(bar(x, (from, to), hue.full(), Fill::Plain, ""));
        let line = text(&words, hue.full(), size == 0.0, Size::Normal);
        chart.marks.push(note((k as f64 + 0.5, from.max(to)), Side::Above, vec![line]));
        if k < 5 {
            let (from, to) = ((k as f64 + 0.8, to), (k as f64 + 1.2, to));
            let ink = Hue::Quiet.full();
            chart.marks.push(Mark::Rule { from, to, ink, stroke: Stroke::Hair });
        }
        level = to;
    }
    chart
}

fn map() -> Chart {
    let mut chart = blank(Labels::Numbers(Unit::Money), Labels::Numbers(Unit::Score), 0.6);
    chart.x = Axis { title: "Total price paid, CNY".into(), range: (0.0, 48_000.0), ..chart.x };
    chart.y = Axis { title: "Relative quality".into(), range: (4.0, 9.5), ..chart.y };
    let points = vec![(0.0, 4.5), (48_000.0, 9.2)];
    let ink = Hue::Quiet.full();
    let name = "Fair-value line".into();
    chart.marks.push(Mark::Line { points, ink, stroke: Stroke::Thin, name });
    let places = [(30_000.0, 8.6), (31_000.0, 8.5), (12_000.0, 5.2), (44_000.0, 8.7)];
    for (k, at) in places.into_iter().enumerate() {
        let ink = Hue::offer(k).full();
        chart.marks.push(Mark::Dot { at, ink });
        let line =
            text(["Ours", "Northern Pumps", "Budget", "Premium AG"][k], ink, k == 0, Size::Normal);
        chart.marks.push(note(at, Side::Right, vec![line]));
        chart.spots.push(Spot { at, area: None, lines: vec!["x".into()] });
    }
    chart
}
