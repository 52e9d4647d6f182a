//! What the section on measures says.

use super::{Glass, Language, Phrase, Unit};

const fn say(zh: &'static str, en: &'static str) -> Phrase {
    Phrase::new(zh, en)
}

/// Heading of the section, and of its figure.
pub const MEASURES: Phrase = say("提高终身价值的措施", "Measures to raise lifetime value");
/// Beside the heading.
pub const REMARK: Phrase =
    say("先做哪一项；数字只是示意", "which comes first; the numbers are only examples");
/// What a name in the list is the name of.
pub const MEASURE: Phrase = say("措施", "Measure");
/// Adds one.
pub const ADD: Phrase = say("加一项措施", "Add a measure");
/// What is added to the retention rate.
pub const RETENTION: Phrase = say("保持率加几个点", "Retention, points added");
/// How much the margin grows.
pub const MARGIN: Phrase = say("毛利增加", "Margin grows by");
/// What it costs at once.
pub const ONCE: Phrase = say("一次性花费", "Cost once");
/// What it costs a year.
pub const YEARLY: Phrase = say("每年花费", "Cost a year");
/// Headings over the four boxes of a measure.
pub const HEADS: [Phrase; 4] = [
    say("保持率加", "Retention +"),
    say("毛利加", "Margin +"),
    say("一次花", "Once"),
    say("每年花", "A year"),
];
/// The axis of the figure; the braces stand for the money.
pub const EACH: Phrase = say("每位客户，{}", "for each customer, {}");
/// The two bars of a measure, and what is left.
pub const GAIN: Phrase = say("多值", "Gain");
/// What it costs.
pub const COST: Phrase = say("花", "Cost");
/// Gain less cost.
pub const NET: Phrase = say("净得", "Net");
/// Columns of the table: measure, gain, cost, net, payback, break-even.
pub const COLUMNS: [Phrase; 6] = [
    MEASURE,
    say("多值", "Gain"),
    say("花费现值", "Cost today"),
    NET,
    say("回本", "Payback"),
    say("每年最多花", "Break-even a year"),
];
/// Title of the table.
pub const ORDER: Phrase = say("先后次序", "Order of merit");
/// It pays back with the first margin.
pub const AT_ONCE: Phrase = say("马上", "at once");
/// It never pays back.
pub const NEVER: Phrase = super::lifetime::NEVER;
/// There is no such number.
pub const NONE: Phrase = super::lifetime::NONE;
/// No measure in the list.
pub const NOTHING: Phrase =
    say("还没有措施。加一项，就能比。", "There is no measure yet. Add one to weigh it.");
/// A measure makes the customer's value endless.
pub const UNWEIGHED: Phrase = say(
    "这样一来终身价值没有止境，比不了。请少加几个点，或加上折现率。",
    "The lifetime value would have no end, so this cannot be weighed. Add fewer points, or set a discount rate.",
);

/// What a measure is worth for each customer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Worth {
    /// How much more the customer is worth.
    pub gain: f64,
    /// Present value of what it costs.
    pub cost: f64,
    /// Periods until it has paid back; none where it never does.
    pub payback: Option<u32>,
    /// What these are counted in.
    pub unit: Unit,
    /// What it may cost a year at most.
    pub break_even: Option<f64>,
}

/// The best measure in a sentence.
pub fn answer(glass: Glass, name: &str, worth: &Worth) -> String {
    let money = |x: f64| glass.value(x, Unit::Money);
    let net = worth.gain - worth.cost;
    let (gain, cost) = (money(worth.gain), money(worth.cost));
    let signed = glass.signed(net, Unit::Money);
    let back = payback(glass, worth);
    let most = worth.break_even.filter(|most| *most > 0.0).map(money);
    // What is left by rounding alone is nothing.
    let pays = net > 1e-9 * (worth.gain.abs() + worth.cost);
    match (glass.language, pays) {
        (Language::Chinese, true) => {
            let most = most.map_or_else(String::new, |most| format!("，每年花到 {most}才打平"));
            format!("先做“{name}”：每位客户多值 {gain}，花 {cost}，净得 {signed}；{back}{most}。")
        }
        (Language::Chinese, false) => format!(
            "没有一项划算：最好的是“{name}”，每位客户多值 {gain}，花 {cost}，净得 {signed}。"
        ),
        (Language::English, true) => {
            let most =
                most.map_or_else(String::new, |most| format!("; it breaks even at {most} a year"));
            format!(
                "First comes \"{name}\": a gain of {gain} for each customer at a cost of {cost}, net {signed}; {back}{most}."
            )
        }
        (Language::English, false) => format!(
            "None pays: the best is \"{name}\", with a gain of {gain} for each customer at a cost of {cost}, net {signed}."
        ),
    }
}

/// When a measure has paid back.
fn payback(glass: Glass, worth: &Worth) -> String {
    let time = |periods: u32| glass.value(f64::from(periods), worth.unit);
    match (glass.language, worth.payback) {
        (Language::Chinese, Some(0)) => "马上回本".into(),
        (Language::English, Some(0)) => "paid back at once".into(),
        (Language::Chinese, Some(n)) => format!("{}后回本", time(n)),
        (Language::English, Some(n)) => format!("paid back after {}", time(n)),
        (Language::Chinese, None) => "一直回不了本".into(),
        (Language::English, None) => "never paid back".into(),
    }
}

/// What a measure makes of churn and margin: as they are, and as they become.
pub fn becomes(glass: Glass, (churn, margin): (f64, f64), (after, grown): (f64, f64)) -> String {
    let share = |x: f64| glass.value(x, Unit::Share);
    let money = |x: f64| glass.value(x, Unit::Money);
    let (churn, after) = (share(churn), share(after));
    let (margin, grown) = (money(margin), money(grown));
    let (same_churn, same_margin) = (churn == after, margin == grown);
    let (stay, bring, between) = match glass.language {
        Language::Chinese => (
            if same_churn {
                "流失率不变".into()
            } else {
                format!("流失率 {churn} → {after}")
            },
            if same_margin {
                "毛利不变".into()
            } else {
                format!("每期毛利 {margin} → {grown}")
            },
            "，",
        ),
        Language::English => (
            if same_churn { "churn as it is".into() } else { format!("churn {churn} → {after}") },
            if same_margin {
                "margin as it is".into()
            } else {
                format!("margin a period {margin} → {grown}")
            },
            ", ",
        ),
    };
    format!("{stay}{between}{bring}")
}

/// Definition, source and limit.
pub const NOTE: Phrase = say(
    "多值 = 做了以后的终身价值 − 现在的；花费 = 一次性的 + 每年的折成今天，客户留得越久，每年的花费也要付得越久。净得从大到小排，就是先后次序；回本按还在的机会和折现算。四项措施来自课程，效果和花费只是示意，请换成自己的数。出处：Rust、Lemon 与 Zeithaml（2004）。每项单独算：两项一起做，好处不是简单相加。已经在、本来就不走的客户，多值没有这么多，花费却一样。",
    "Gain = lifetime value with the measure − without; cost = what is spent at once + what is spent each year, discounted: who stays longer costs longer. The highest net comes first; payback counts churn and discount. The four measures are those of the course, their effects and costs only examples: put in your own. Source: Rust, Lemon & Zeithaml (2004). Each is weighed on its own: two together do not bring the sum. Customers who would stay anyway gain less and cost the same.",
);
