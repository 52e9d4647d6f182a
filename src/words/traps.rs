//! What the trap detector says: formulas that are read in two ways, and whose answer is whose.

use super::{Glass, Language, Phrase, Unit};
use crate::model::traps::{Reading, Trap};

const fn say(zh: &'static str, en: &'static str) -> Phrase {
    Phrase::new(zh, en)
}

/// Heading of the section, and of its figure.
pub const TRAPS: Phrase = say("公式陷阱侦探", "Trap detector");
/// Beside the heading.
pub const REMARK: Phrase = say(
    "别人算出来的数，是怎么读公式读出来的",
    "which reading of a formula led to somebody's answer",
);
/// The average factor that follows.
pub const FACTOR: Phrase = say("平均折现系数", "Average discount factor");
/// A year's worth.
pub const PER_YEAR: Phrase = say("每年", "a year");
/// For life.
pub const FOR_LIFE: Phrase = say("终身", "for life");
/// Marks the reading that leads to the answer.
pub const THIS: Phrase = say("就是它", "this one");
/// Above the boxes of the average revenue.
pub const AVERAGE: Phrase = say(
    "书上的平均收入法：它有自己的数",
    "Average revenue as the books have it, with its own numbers",
);
/// The average revenue as the books print it, and as it is meant.
pub const PRINTED: [Phrase; 2] = [
    say("照书上写的：总收入 ÷ 生命周期", "As printed: total revenue ÷ lifetime"),
    say("真正要的：每单 × 次数 × 生命周期", "As meant: order × orders × lifetime"),
];
/// Columns of the table: reading, what it gives, whether it is right.
pub const COLUMNS: [Phrase; 3] =
    [say("读法", "Reading"), say("得到", "Gives"), say("对不对", "Right or wrong")];
/// No finite value.
pub const ENDLESS: Phrase = say("没有止境", "no end");

/// A reading in a few words.
pub const fn short(reading: Reading) -> Phrase {
    match reading {
        Reading::ByFactor => say("利润 × 折现系数", "profit × factor"),
        Reading::ByRate => say("利润 × 折现率", "profit × rate"),
        Reading::FirstNow => say("第一笔毛利现在有", "first margin now"),
        Reading::FirstLater => say("第一笔毛利一年后", "first margin later"),
        Reading::OfRevenue => say("收入 × 折现系数", "revenue × factor"),
        Reading::ForLife => say("收入 × 年数", "revenue × years"),
        Reading::PerYear => say("一年的收入", "revenue of a year"),
    }
}

/// Whether a reading gives a lifetime value.
pub const fn verdict(reading: Reading) -> Phrase {
    match reading {
        Reading::ByFactor => say("对", "right"),
        Reading::FirstNow | Reading::FirstLater => say("两种都对", "both are right"),
        Reading::ForLife => say("终身的收入，还不是价值", "revenue for life, not value yet"),
        Reading::ByRate | Reading::OfRevenue | Reading::PerYear => say("错", "wrong"),
    }
}

/// The question of a trap.
pub const fn title(trap: Trap) -> Phrase {
    match trap {
        Trap::RateOrFactor => say(
            "（收入 − 成本）× 生命周期 × 折现：乘折现率，还是折现系数？",
            "(Revenue − cost) × lifetime × discount: the rate, or the factor?",
        ),
        Trap::NowOrLater => {
            say("第一笔毛利：现在就有，还是一年以后？", "The first margin: now, or after a year?")
        }
        Trap::RevenueOrProfit => say("收入，还是利润？", "Revenue, or profit?"),
        Trap::YearOrLife => say(
            "平均收入法：除以生命周期，还是乘以？",
            "Average revenue: divide by the lifetime, or multiply?",
        ),
    }
}

/// Its two readings, in the order of [`Trap::readings`].
pub const fn sides(trap: Trap) -> [Phrase; 2] {
    match trap {
        Trap::RateOrFactor => [
            say("乘平均折现系数", "Times the average factor"),
            say("乘折现率（陷阱）", "Times the rate (the trap)"),
        ],
        Trap::NowOrLater => [
            say("现在就有：m(1+i) ÷ (1+i−r)", "Now: m(1+i) / (1+i−r)"),
            say("一年以后：m·r ÷ (1+i−r)", "After a year: m·r / (1+i−r)"),
        ],
        Trap::RevenueOrProfit => [
            say("利润：先减去成本", "Profit: the cost is taken off"),
            say("收入：没有减成本（陷阱）", "Revenue: no cost taken off (the trap)"),
        ],
        Trap::YearOrLife => [
            say("收入 × 年数", "Revenue × years"),
            say("总收入 ÷ 年数（陷阱）", "Total revenue ÷ years (the trap)"),
        ],
    }
}

/// Why one of them is wrong, or why both are right.
pub const fn why(trap: Trap) -> Phrase {
    match trap {
        Trap::RateOrFactor => say(
            "乘的应当是折现系数（一年后的一元今天值几角），不是折现率。折现率越高，乘出来反而越大，一看就不对。",
            "What multiplies is the discount factor (what one unit later is worth today), not the rate. With the rate, a higher rate makes a higher value, which cannot be.",
        ),
        Trap::NowOrLater => say(
            "两本书都对，问的不一样：一本把赢得客户那天的毛利也算上，一本从一年以后算起，正好差这一笔。比较两个数之前，先问是哪一种。保持率按平均留这么多年取：r = 1 − 1 ÷ 年数。",
            "Both books are right about different questions: one counts the margin of the day the customer is won, the other begins a year later, and they differ by just that margin. Ask which it is before you compare. Retention is taken so that the customer stays these years on average: r = 1 − 1 / years.",
        ),
        Trap::RevenueOrProfit => say(
            "客户付的钱不全是我们的：收入里有成本。用收入算，成本越高的客户看起来越值钱。",
            "Not all that a customer pays stays with us: part of the revenue is cost. Counted by revenue, the customers who cost most seem to be worth most.",
        ),
        Trap::YearOrLife => say(
            "“总收入除以平均生命周期”得到的是每年的收入，不是终身价值。要终身收入，就用每年的收入乘以年数。而且收入不是毛利。",
            "\"Total revenue divided by the average lifetime\" gives revenue per year, not a lifetime value. For lifetime revenue multiply a year's revenue by the years. And revenue is not margin.",
        ),
    }
}

/// How somebody came to an answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Origin {
    /// By a reading with the numbers of the customer; what is right instead, or the other
    /// convention, where it has a value.
    Reading(Reading, Option<f64>),
    /// By the average revenue as printed.
    Printed,
    /// By the average revenue as meant.
    Meant,
}

fn origin(glass: Glass, origin: Origin) -> String {
    let money = |x: f64| glass.value(x, Unit::Money);
    let (reading, other) = match origin {
        Origin::Reading(reading, other) => (reading, other.map(money)),
        Origin::Printed => {
            return say(
                "平均收入法照书上写的，总收入 ÷ 生命周期：这是一年的收入，不是终身价值",
                "the average revenue as printed, total revenue ÷ lifetime: revenue of a year, not a lifetime value",
            )
            .to(glass.language)
            .to_owned();
        }
        Origin::Meant => {
            return say(
                "每单 × 次数 × 生命周期：终身的收入，还没有减成本，也没有折现",
                "order × orders × lifetime: revenue for life, before cost and discount",
            )
            .to(glass.language)
            .to_owned();
        }
    };
    let how = match reading {
        Reading::ByFactor => say(
            "（收入 − 成本）× 年数 × 平均折现系数：读得对",
            "(revenue − cost) × years × average discount factor: read rightly",
        ),
        Reading::ByRate => say(
            "最后乘了折现率，该乘折现系数",
            "multiplied by the discount rate instead of the factor",
        ),
        Reading::FirstNow => say(
            "保持率公式，第一笔毛利现在就有，没有错",
            "the retention formula with the first margin now, which is right",
        ),
        Reading::FirstLater => say(
            "保持率公式，第一笔毛利一年以后才有，没有错",
            "the retention formula with the first margin after a year, which is right",
        ),
        Reading::OfRevenue => {
            say("没有减成本，算的是收入，不是利润", "no cost taken off: revenue, not profit")
        }
        Reading::ForLife => say(
            "一辈子的收入，没有减成本，也没有折现",
            "revenue for life, before cost and discount",
        ),
        Reading::PerYear => say(
            "除以了年数，是一年的收入，不是一辈子的价值",
            "divided by the years: revenue of a year, not a value for life",
        ),
    };
    let instead = match reading {
        Reading::ByFactor => None,
        Reading::FirstNow | Reading::FirstLater => Some(say("另一种算法是", "the other way gives")),
        _ => Some(say("该是", "it should be")),
    };
    let tail = instead.zip(other).map(|(words, other)| match glass.language {
        Language::Chinese => format!("；{} {other}", words.zh),
        Language::English => format!("; {} {other}", words.en),
    });
    format!("{}{}", how.to(glass.language), tail.unwrap_or_default())
}

/// Where an answer comes from; where from nowhere, the nearest reading and what it gives.
pub fn answer(
    glass: Glass,
    found: f64,
    origins: &[Origin],
    nearest: Option<(Reading, f64)>,
) -> String {
    let money = |x: f64| glass.value(x, Unit::Money);
    let all: Vec<String> = origins.iter().map(|one| origin(glass, *one)).collect();
    match (glass.language, all.is_empty()) {
        (Language::Chinese, false) => {
            format!("{}是这样来的：{}。", money(found), all.join("；也可能是"))
        }
        (Language::English, false) => {
            format!("{} comes from this: {}.", money(found), all.join("; or from this: "))
        }
        (Language::Chinese, true) => {
            let near = nearest.map_or_else(String::new, |(reading, value)| {
                let name = short(reading).zh;
                format!("最近的是“{name}”{}，差 {}。", money(value), money((value - found).abs()))
            });
            format!("这里没有一种读法得到 {}。{near}请看看是不是别的数不一样。", money(found))
        }
        (Language::English, true) => {
            let near = nearest.map_or_else(String::new, |(reading, value)| {
                let name = short(reading).en;
                let (value, gap) = (money(value), money((value - found).abs()));
                format!(" The nearest is \"{name}\", {value}, {gap} away.")
            });
            format!(
                "None of these readings gives {}.{near} See whether another number differs.",
                money(found)
            )
        }
    }
}

/// Definition, source and limit.
pub const NOTE: Phrase = say(
    "把同一位客户的数放进每个公式的两种读法，看哪一种得到这个数；差不到千分之一就算一样。竖线是别人的数，可以拖。出处：公式照中文课程文字；第一笔毛利的时间见 Gupta 与 Lehmann（2003）、Berger 与 Nasr（1998）；收入与利润见 Pfeifer、Haskins 与 Conroy（2005）。不是每一种错都在这里：也可能是填错了数，或月和年混用。",
    "The same customer's numbers go through both readings of each formula, to see which gives this answer; within a thousandth counts as the same. The upright line is somebody's answer and can be dragged. Source: the formulas as Chinese course texts print them; for the timing Gupta & Lehmann (2003), Berger & Nasr (1998); for revenue against profit Pfeifer, Haskins & Conroy (2005). Not every mistake is here: a number may be mistyped, or months mixed with years.",
);
