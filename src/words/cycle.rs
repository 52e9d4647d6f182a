//! What the page about the life cycle says.

use super::{Glass, Language, Phrase, Piece, Unit};
use crate::model::life_cycle::LifeCycle;

const fn say(zh: &'static str, en: &'static str) -> Phrase {
    Phrase::new(zh, en)
}

/// Said while nobody has put in a customer's own life cycle.
pub const ILLUSTRATION: Phrase = say(
    "这一页的数还是示意，没有接上这个案例的客户：拖动或改成你的。",
    "The numbers of this page are an illustration, not this case's customer: drag them or put in your own.",
);

/// The question the page answers.
pub const QUESTION: Phrase = say(
    "这位客户什么时候开始赚钱，什么时候回本？",
    "When does this customer begin to pay, and when is all paid back?",
);
/// Title of the curves.
pub const CURVES: Phrase = say("收入、成本与两块面积", "Revenue, cost and two areas");
/// Title of the running sum.
pub const SO_FAR: Phrase = say("一年年累计下来", "Added up year by year");
/// Beside that.
pub const SO_FAR_REMARK: Phrase = say(
    "最低处是起赚点，回到零才是回本",
    "lowest where it begins to pay, back at zero when paid back",
);
/// Revenue a year, at the end of its curve.
pub const REVENUE: Phrase = say("收入", "Revenue");
/// Cost a year.
pub const COST: Phrase = say("成本", "Cost");
/// Revenue, cost or their sum before the measures.
pub const FORMER: Phrase = say("原来", "Before");
/// Revenue less cost a year.
pub const MARGIN: Phrase = say("每年净得", "Net a year");
/// Added up so far.
pub const SUM: Phrase = say("累计", "So far");
/// Where revenue and cost cross.
pub const PAYS: Phrase = say("每年开始赚钱", "Begins to pay");
/// Where all is paid back.
pub const BACK: Phrase = say("投入收回", "Money back");
/// The lowest point of the running sum.
pub const DEEPEST: Phrase = say("垫得最多", "Deepest");
/// The four stages.
pub const STAGES: [Phrase; 4] = [
    say("建立期", "Set-up"),
    say("成长期", "Growth"),
    say("成熟期", "Maturity"),
    say("衰退期", "Decline"),
];

/// How the life cycle is entered.
pub const ENTRY: Phrase = say("怎么填", "Entered");
/// By points of the curves.
pub const BY_POINTS: Phrase = say("按曲线上的点", "by points");
/// By stages.
pub const BY_STAGES: Phrase = say("按四个阶段", "by four stages");
/// What a stage leaves in all, as a column.
pub const LEAVES: Phrase = say("小计", "In all");
/// Heading over the points.
pub const POINTS: Phrase = say("收入与成本", "Revenue and cost");
/// A stage, as a column.
pub const STAGE: Phrase = say("阶段", "Stage");
/// A year on the axis.
pub const YEAR: Phrase = say("第几年", "Year");
/// Length of a stage.
pub const LENGTH: Phrase = say("时长", "Length");
/// Adds a point.
pub const ADD_POINT: Phrase = say("再加一点", "Add a point");
/// How the stages lie under curves of points.
pub const SHARED_STAGES: Phrase = say(
    "图下面的四个阶段，按“四个阶段”里的时长比例划分。",
    "The four stages under the figure divide the time in the proportions of the lengths entered by stages.",
);

/// Heading over the measures.
pub const MEASURES_HEAD: Phrase = say("能做什么", "What can be done");
/// Beside it.
pub const MEASURES_REMARK: Phrase = say("点开就用上", "press to take one");
/// The measures in their order.
pub const MEASURES: [Phrase; 5] = [
    say("早一点建立关系", "Shorter set-up"),
    say("成熟期留久一点", "Longer maturity"),
    say("交叉销售", "Cross-selling"),
    say("提高顾客份额", "A larger share"),
    say("按购买阶段降成本", "Cheaper buying"),
];
/// What each does.
pub const MEASURES_NOTES: [Phrase; 5] = [
    say("建立期缩短，后面的阶段都提前。", "Set-up is shorter; all that follows comes earlier."),
    say("成熟期延长，衰退期推后。", "Maturity lasts longer; decline comes later."),
    say(
        "在那之前的一年里逐步到位，以后每年都多这么多。",
        "Comes in evenly over the year before, then in full every year.",
    ),
    say(
        "同一批需要更多在我们这里买：收入乘以一个倍数，在那之前的一年里逐步到位。",
        "More of the same needs bought with us: revenue times a factor, reached evenly over the year before.",
    ),
    say(
        "下面“购买五阶段的成本”省下的比例，用在每一年的成本上。",
        "The share saved under \"Cost of the five stages of buying\" is taken off the cost of every year.",
    ),
];
/// By how much set-up is shorter.
pub const SOONER: Phrase = say("建立期缩短", "Set-up shorter by");
/// By how much maturity is longer.
pub const LONGER: Phrase = say("成熟期延长", "Maturity longer by");
/// Additional revenue.
pub const EXTRA: Phrase = say("每年多收入", "More revenue a year");
/// From which year on.
pub const IN_FULL_FROM: Phrase = say("从第几年起", "In full from year");
/// Revenue times this.
pub const FACTOR: Phrase = say("收入变为", "Revenue becomes");
/// What share is saved.
pub const SAVED: Phrase = say("省下这一阶段的", "Saved of this stage");
/// At which stage it is saved.
pub const SAVED_STAGE: Phrase = say("在哪个阶段省", "Saved at");

/// Heading of the section on the five stages of buying, and title of its figure.
pub const BUYING_HEAD: Phrase = say("购买五阶段的成本", "Cost of the five stages of buying");
/// Beside the heading.
pub const BUYING_REMARK: Phrase =
    say("钱花在哪一步，省哪一步", "where the money goes, and where to save");
/// The five stages of buying.
pub const BUYING: [Phrase; 5] = [
    say("问题认识", "Recognition"),
    say("信息收集", "Search"),
    say("方案评估", "Evaluation"),
    say("购买决策", "Decision"),
    say("购后行为", "After purchase"),
];
/// What a purchase costs us at one of them.
pub const BUYING_COST: Phrase = say("成本", "Cost");
/// Columns of its table: stage, cost, share, after the saving.
pub const BUYING_COLUMNS: [Phrase; 4] = [
    say("购买阶段", "Stage of buying"),
    say("成本", "Cost"),
    say("占比", "Share"),
    say("省了以后", "With the saving"),
];
/// All together.
pub const TOTAL: Phrase = say("一共", "Total");
/// Definition, source and limit of the section.
pub const BUYING_NOTE: Phrase = say(
    "成本是我们为一次购买在每一步花的钱：让他意识到需要、给他信息、帮他比较、促成决定、购后服务。五个阶段见 Engel、Kollat 与 Blackwell（1968）。假设各阶段互不影响：少给信息可能让后面更费劲。",
    "Cost is what we spend on one purchase at each step: making the need felt, informing, helping to compare, closing, serving afterwards. The five stages: Engel, Kollat & Blackwell (1968). Assumes the stages do not depend on each other: informing less may cost more later.",
);

/// Points out of order.
pub const OUT_OF_ORDER: Phrase = say(
    "各点的年份要从早到晚：有一点比它前面的还早。请改年份，或把行挪一挪。",
    "The years of the points must rise: one is earlier than the one before it. Change the year, or move the row.",
);
/// It does not last.
pub const NO_TIME: Phrase = say(
    "一共没有时间：时长都是零，或者各点都在同一年。",
    "There is no time at all: every length is zero, or all points lie in one year.",
);
/// A number is out of its range.
pub const OUT_OF_RANGE: Phrase = say(
    "有一个数超出了范围，算不出来。",
    "One of the numbers is out of range, so there is no result.",
);
/// No such stage.
pub const NO_STAGE: Phrase =
    say("用不上：这个阶段的时长是零。", "Does not apply: this stage has no length.");
/// More than the stage has.
pub const TOO_SHORT: Phrase =
    say("用不上：建立期没有这么长。", "Does not apply: set-up is not that long.");
/// Nothing would be left.
pub const NOTHING_LEFT: Phrase =
    say("用不上：这样就什么时间都不剩了。", "Does not apply: no time at all would be left.");
/// Buying costs nothing.
pub const NO_COST: Phrase = say(
    "用不上：五个购买阶段的成本都是零，没有可省的。",
    "Does not apply: the five stages of buying cost nothing, so nothing can be saved.",
);
/// After the end.
pub const TOO_LATE: Phrase =
    say("用不上：那时候客户已经走了。", "Does not apply: the customer is gone by then.");

/// A point by its place among the others.
pub fn point(place: usize, language: Language) -> String {
    match language {
        Language::Chinese => format!("第 {place} 点"),
        Language::English => format!("Point {place}"),
    }
}

/// A number with up to `places` decimals, without zeros at its end.
fn trimmed(glass: Glass, x: f64, places: usize) -> String {
    let text = glass.number(x, places);
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

/// A moment in years, to a thousandth.
pub fn moment(glass: Glass, year: f64) -> String {
    trimmed(glass, year, 3)
}

/// A moment with its unit.
pub fn in_years(glass: Glass, year: f64) -> String {
    match glass.language {
        Language::Chinese => format!("{} 年", moment(glass, year)),
        Language::English => format!("year {}", moment(glass, year)),
    }
}

/// How long something is.
fn long(glass: Glass, years: f64) -> String {
    match glass.language {
        Language::Chinese => format!("{} 年", moment(glass, years)),
        Language::English if moment(glass, years) == "1" => "1 year".to_owned(),
        Language::English => format!("{} years", moment(glass, years)),
    }
}

/// An area of the figure: to the whole from a hundred on.
pub fn area(glass: Glass, letter: &str, x: f64) -> String {
    let digits = trimmed(glass, x.abs(), if x.abs() < 100.0 { 2 } else { 0 });
    format!("{letter} {}{digits}", sign(x, &digits))
}

/// The sign of `x`, unless it is shown as zero.
fn sign(x: f64, digits: &str) -> &'static str {
    match digits {
        "0" => "",
        _ if x < 0.0 => "−",
        _ => "+",
    }
}

/// Money to the cent, with its unit and its sign.
pub fn exact(glass: Glass, x: f64) -> String {
    let digits = trimmed(glass, x.abs(), 2);
    let sign = sign(x, &digits);
    let unit = glass.unit(Unit::Money);
    match glass.language {
        Language::Chinese => format!("{sign}{digits} {unit}"),
        Language::English => format!("{sign}{unit}{digits}"),
    }
}

/// The unit of both curves.
pub fn money_a_year(glass: Glass) -> String {
    let unit = glass.unit(Unit::Money);
    match glass.language {
        Language::Chinese => format!("{unit}/年"),
        Language::English => format!("{unit} a year"),
    }
}

/// How long the life cycle is.
fn extent(cycle: &LifeCycle) -> f64 {
    let (from, to) = cycle.margin().extent();
    to - from
}

/// The answer: from when on it pays, when all is paid back, and what is left.
pub fn answer(glass: Glass, cycle: &LifeCycle) -> Vec<Piece> {
    let (loss, gain) = cycle.areas();
    let net = cycle.net();
    let years = long(glass, extent(cycle));
    let zh = glass.language == Language::Chinese;
    let sentence = |before: String, figure: f64, after: &str| {
        let figure = Piece::Figure(glass.value(figure, Unit::Money));
        vec![Piece::Say(before), figure, Piece::Say(after.to_owned())]
    };
    if loss == 0.0 && gain == 0.0 {
        return vec![Piece::Say(nothing(glass, cycle, &years))];
    }
    let end = if zh { "。" } else { "." };
    let Some(pays) = cycle.pays_from() else {
        let before = if zh {
            format!("{years}里成本一直高过收入，两条线不相交，一共亏 ")
        } else {
            format!(
                "For all of {years} cost is above revenue and the curves never cross: a loss of "
            )
        };
        return sentence(before, loss, end);
    };
    let back = paid_back(glass, cycle, &years);
    let parts: Vec<String> = [begins(glass, cycle, pays)].into_iter().chain(back).collect();
    let lead = parts.join(if zh { "，" } else { ", " });
    // Nothing but rounding is no loss.
    let before = match (zh, net < -1e-9 * gain) {
        (true, false) => format!("{lead}，{years}共值 "),
        (true, true) => format!("{lead}，{years}共亏 "),
        (false, false) => format!("{lead}; over {years} the customer is worth "),
        (false, true) => format!("{lead}; over {years} the customer costs "),
    };
    sentence(before, net.abs(), end)
}

/// Neither a loss nor a gain.
fn nothing(glass: Glass, cycle: &LifeCycle, years: &str) -> String {
    let empty = cycle.revenue().areas().1 == 0.0;
    match (glass.language, empty) {
        (Language::Chinese, true) => "收入和成本都是零：没有可算的，先填几个数。".to_owned(),
        (Language::Chinese, false) => format!("{years}里收入一直等于成本：不赚也不亏。"),
        (Language::English, true) => {
            "Revenue and cost are all zero: there is nothing to work out yet.".to_owned()
        }
        (Language::English, false) => {
            format!("For all of {years} revenue equals cost: no gain and no loss.")
        }
    }
}

fn begins(glass: Glass, cycle: &LifeCycle, pays: f64) -> String {
    let at = moment(glass, pays);
    let at_once = pays <= cycle.margin().extent().0;
    match (glass.language, at_once) {
        (Language::Chinese, true) => "从一开始就赚钱".to_owned(),
        (Language::Chinese, false) => format!("第\u{a0}{at}\u{a0}年起每年赚钱"),
        (Language::English, true) => "It pays from the start".to_owned(),
        (Language::English, false) => format!("It pays from year\u{a0}{at}"),
    }
}

/// When all is paid back; none where nothing was ever behind.
fn paid_back(glass: Glass, cycle: &LifeCycle, years: &str) -> Option<String> {
    let back = cycle.money_back();
    if back.is_some_and(|back| back <= cycle.margin().extent().0) {
        return None;
    }
    Some(match (glass.language, back.map(|back| moment(glass, back))) {
        (Language::Chinese, Some(at)) => format!("第\u{a0}{at}\u{a0}年收回投入"),
        (Language::Chinese, None) => format!("但 {years}里收不回投入"),
        (Language::English, Some(at)) => format!("the money is back in year\u{a0}{at}"),
        (Language::English, None) => format!("but within {years} the money is not back"),
    })
}

/// Both areas, and when it stops paying where it does.
pub fn areas(glass: Glass, cycle: &LifeCycle) -> String {
    let (loss, gain) = cycle.areas();
    let (loss, gain) = (exact(glass, -loss), exact(glass, gain));
    let last = cycle.crossings().last().copied().filter(|crossing| !crossing.pays_after);
    let stops = last.map_or_else(String::new, |crossing| {
        let at = moment(glass, crossing.year);
        match glass.language {
            Language::Chinese => format!("第 {at} 年起又入不敷出。"),
            Language::English => format!(" From year {at} on it costs more than it brings again."),
        }
    });
    match glass.language {
        Language::Chinese => format!("A 是垫进去的 {loss}，B 是赚回来的 {gain}。{stops}"),
        Language::English => {
            format!("A is what is put in, {loss}; B what comes back, {gain}.{stops}")
        }
    }
}

/// What the measures change: the net, when it pays, when the money is back.
pub fn changes(glass: Glass, former: &LifeCycle, now: &LifeCycle) -> String {
    let at = |year: Option<f64>| match (year, glass.language) {
        (Some(year), _) => in_years(glass, year),
        (None, Language::Chinese) => "没有".to_owned(),
        (None, Language::English) => "never".to_owned(),
    };
    let both = |of: fn(&LifeCycle) -> Option<f64>| {
        let (before, after) = (at(of(former)), at(of(now)));
        if before == after { after } else { format!("{before} → {after}") }
    };
    let (pays, back) = (both(LifeCycle::pays_from), both(LifeCycle::money_back));
    let gain = glass.signed(now.net() - former.net(), Unit::Money);
    let net = |cycle: &LifeCycle| glass.cell(cycle.net(), Unit::Money);
    let (before, after) = (net(former), net(now));
    match glass.language {
        Language::Chinese => {
            format!("和原来比：净值 {gain}（{before} → {after}），起赚 {pays}，回本 {back}。")
        }
        Language::English => format!(
            "Beside before: net {gain} ({before} → {after}); begins to pay: {pays}; money back: {back}."
        ),
    }
}

/// The cost of buying: what it is in all, and what a saving at one stage leaves.
pub fn buying(glass: Glass, (before, after): (f64, f64), stage: Phrase, saved: f64) -> String {
    let money = |x: f64| glass.value(x, Unit::Money);
    let (stage, share) = (stage.to(glass.language), glass.value(saved, Unit::Share));
    let change = if before > 0.0 { (after - before) / before } else { 0.0 };
    let change = glass.signed(change, Unit::Share);
    let (before, after) = (money(before), money(after));
    match glass.language {
        Language::Chinese => {
            format!("一次购买一共花 {before}。{stage}省下 {share}，就是 {after}（{change}）。")
        }
        Language::English => {
            format!(
                "One purchase costs {before} in all. Saving {share} at {stage} leaves {after} ({change})."
            )
        }
    }
}

/// Definition, source, limits, usual mistake.
pub const NOTES: &[(Phrase, Phrase)] = &[
    (
        say("两个不同的点", "Two different points"),
        say(
            "两条线相交，是从这以后每年赚钱；面积 B 补满面积 A，才是投入收回。后者总是更晚。",
            "Where the curves cross, each year begins to pay; the money is back only when area B has made up for area A, and that is always later.",
        ),
    ),
    (
        say("怎么算", "How it is worked out"),
        say(
            "每年净得是收入减成本。它在零以下围出的面积是 A，零以上的是 B，净值是 B − A。从头累计到回零的那一刻是回本。点与点之间按直线走；按阶段填时，每个阶段里不变。",
            "Net a year is revenue less cost. Below zero it encloses area A, above zero area B; the net value is B − A. The money is back when the running sum returns to zero. Curves are straight between points; entered by stages, each stage is level.",
        ),
    ),
    (
        say("出处", "Source"),
        say(
            "关系的阶段：Dwyer、Schurr 与 Oh（1987）。客户越久越赚：Reichheld 与 Sasser（1990）。图的坐标来自课程，开始时的两条曲线是我们拟的示例。",
            "Stages of a relationship: Dwyer, Schurr & Oh (1987). Profit that rises with the years: Reichheld & Sasser (1990). The axes are those of the course; the curves it opens with are an example of ours.",
        ),
    ),
    (
        say("假设", "Assumes"),
        say(
            "今天的钱和以后的钱一样值钱，客户不会中途离开。要算折现和流失，请用“终身价值”页。几项措施一起用时按列出的顺序一项接一项；拖的点总是原来的曲线。",
            "Money is worth the same at all times, and nobody leaves before the end. For discounting and churn use the page of lifetime value. Measures taken together act one after another in the order listed; the points you drag are those of the former curve.",
        ),
    ),
    (
        say("不适用", "Not for"),
        say(
            "把不同年龄的客户平均成一条线。“越久越赚”是几家公司的发现，不是规律，见 Reinartz 与 Kumar（2000）。",
            "A mean over customers of different ages. That profit grows with the years is a finding at some firms, not a law; see Reinartz & Kumar (2000).",
        ),
    ),
    (
        say("常见的错误", "The usual mistake"),
        say(
            "把交点当作回本。交点上垫的钱正好最多：这时候放走客户，亏得最狠。",
            "To take the crossing for the payback. At the crossing the most money is out: to lose the customer then costs most.",
        ),
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    const ZH: Glass = Glass { language: Language::Chinese, currency: super::super::Currency::Yuan };
    const EN: Glass = Glass { language: Language::English, ..ZH };

    fn cycle(revenue: [f64; 5], cost: [f64; 5]) -> LifeCycle {
        let points = |of: [f64; 5]| -> Vec<(f64, f64)> {
            of.iter().enumerate().map(|(year, money)| (year as f64, *money)).collect()
        };
        LifeCycle::through(&points(revenue), &points(cost), [1.0; 4]).unwrap()
    }

    fn text(glass: Glass, cycle: &LifeCycle) -> String {
        let words = |piece: Piece| match piece {
            Piece::Say(words) | Piece::Figure(words) => words,
        };
        answer(glass, cycle).into_iter().map(words).collect()
    }

    #[test]
    fn curves_that_never_cross_are_said() {
        let loss = cycle([1.0; 5], [3.0; 5]);
        assert_eq!(text(ZH, &loss), "4 年里成本一直高过收入，两条线不相交，一共亏 8 元。");
        assert!(text(EN, &loss).ends_with("never cross: a loss of ¥8."));
        let gain = cycle([3.0; 5], [1.0; 5]);
        assert_eq!(text(ZH, &gain), "从一开始就赚钱，4 年共值 8 元。");
        assert_eq!(
            text(EN, &gain),
            "It pays from the start; over 4 years the customer is worth ¥8."
        );
    }

    #[test]
    fn money_that_is_never_back_is_said() {
        let late = cycle([0.0, 0.0, 0.0, 2.0, 4.0], [2.0; 5]);
        assert_eq!(
            text(ZH, &late),
            "第\u{a0}3\u{a0}年起每年赚钱，但 4 年里收不回投入，4 年共亏 4 元。"
        );
        assert!(text(EN, &late).contains("but within 4 years the money is not back"));
    }

    #[test]
    fn a_change_from_never_is_said() {
        let (before, after) = (cycle([0.0; 5], [1.0; 5]), cycle([2.0; 5], [1.0; 5]));
        assert_eq!(
            changes(ZH, &before, &after),
            "和原来比：净值 +8 元（−4 → 4），起赚 没有 → 0 年，回本 没有 → 0 年。"
        );
        assert!(changes(EN, &after, &before).ends_with("money back: year 0 → never."));
    }

    #[test]
    fn nothing_at_all_is_said() {
        assert!(text(ZH, &cycle([0.0; 5], [0.0; 5])).starts_with("收入和成本都是零"));
        assert!(text(EN, &cycle([2.0; 5], [2.0; 5])).contains("revenue equals cost"));
    }

    #[test]
    fn it_is_said_when_it_stops_paying() {
        let falls = cycle([2.0, 2.0, 2.0, 0.0, 0.0], [1.0; 5]);
        assert!(areas(ZH, &falls).ends_with("第 2.5 年起又入不敷出。"));
        let rises = cycle([0.0, 0.0, 2.0, 2.0, 2.0], [1.0; 5]);
        assert_eq!(areas(EN, &rises), "A is what is put in, −¥1.25; B what comes back, +¥2.25.");
    }
}
