//! What the page of the value map says.

use super::{Glass, Language, Phrase, Piece, Unit};
use crate::model::value_map::Verdict;

const fn say(zh: &'static str, en: &'static str) -> Phrase {
    Phrase::new(zh, en)
}

/// The question the page answers.
pub const QUESTION: Phrase =
    say("哪个方案给的比它要的价更多？", "Which offer gives more than its price asks?");
/// Title of the figure.
pub const MAP: Phrase = say("价值图", "The value map");
/// Title of the level axis.
pub const QUALITY_AXIS: Phrase =
    say("相对质量（对手平均 = 1）", "Relative quality (mean of rivals = 1)");
/// Title of the upright axis.
pub const PRICE_AXIS: Phrase =
    say("相对价格（对手平均 = 1）", "Relative price (mean of rivals = 1)");
/// The corners, lower right, upper left, upper right, lower left; then the line.
pub const NAMES: [Phrase; 5] = [
    say("超值", "Superior value"),
    say("不值", "Inferior value"),
    say("高质高价", "Premium"),
    say("低质低价", "Economy"),
    say("公道价值线", "Fair-value line"),
];
/// Quality against the mean of the rivals.
pub const QUALITY: Phrase = say("相对质量", "Relative quality");
/// Price against the mean of the rivals.
pub const PRICE: Phrase = say("相对价格", "Relative price");
/// What the handle of an offer sets.
pub const HANDLE: Phrase = say("质量与价格", "quality and price");
/// The columns of the table behind the figure.
pub const COLUMNS: [Phrase; 6] = [
    say("方案", "Offer"),
    QUALITY,
    PRICE,
    say("价值比", "Value ratio"),
    say("到线的距离", "Distance from the line"),
    say("公道价", "Fair price"),
];
/// No price is low enough to be fair.
pub const NO_PRICE: Phrase = say("多低都不公道", "none is low enough");
/// Heading over the slope.
pub const LINE_INPUTS: Phrase = say("质量值多少价", "What quality may cost");
/// What the slope means.
pub const SLOPE_REMARK: Phrase = say(
    "质量每高 1%，价格高多少个百分点仍算公道。客户看质量和价格是六四开，斜率就是 1.5。",
    "By how many per cent the price may rise for 1% more quality. Where customers weigh quality to price as 60 to 40, it is 1.5.",
);
/// Heading over the prices.
pub const PRICES: Phrase = say("价格", "Prices");
/// Heading of the list of changes.
pub const CHANGES: Phrase = say("我们怎样才公道", "What would make us fair");
/// Heading of the quality profile.
pub const PROFILE: Phrase = say("质量逐项比", "The quality profile");
/// What the quality profile is made of.
pub const PROFILE_REMARK: Phrase =
    say("分量乘以倍数，加起来就是相对质量", "weights times ratios add up to relative quality");
/// The columns of the profile.
pub const PROFILE_COLUMNS: [Phrase; 6] = [
    say("标准", "Criterion"),
    say("分量", "Weight"),
    say("得分", "Score"),
    say("对手平均", "Mean of rivals"),
    say("倍数", "Ratio"),
    say("分量 × 倍数", "Weight × ratio"),
];
/// The last row of the profile.
pub const SUM: Phrase = say("合计", "Sum");
/// A ratio to nothing.
pub const NO_RATIO: Phrase = say("没有", "none");

/// Where an offer lies, in few words.
pub fn verdict(glass: Glass, verdict: Verdict, distance: f64) -> String {
    let distance = signed(glass, distance);
    match (glass.language, verdict) {
        (Language::Chinese, Verdict::Superior) => format!("超值 {distance}"),
        (Language::Chinese, Verdict::Fair) => "公道".into(),
        (Language::Chinese, Verdict::Inferior) => format!("不值 {distance}"),
        (Language::English, Verdict::Superior) => format!("superior {distance}"),
        (Language::English, Verdict::Fair) => "fair".into(),
        (Language::English, Verdict::Inferior) => format!("inferior {distance}"),
    }
}

/// A distance from the line with its sign, in four decimals.
fn signed(glass: Glass, distance: f64) -> String {
    let plus = if distance > 0.0 { "+" } else { "" };
    format!("{plus}{}", glass.number(distance, 4))
}

/// Quality and price of an offer.
pub fn reading(glass: Glass, quality: f64, price: f64) -> String {
    let [quality, price] = [quality, price].map(|ratio| glass.number(ratio, 2));
    match glass.language {
        Language::Chinese => format!("质量 {quality}，价格 {price}"),
        Language::English => format!("quality {quality}, price {price}"),
    }
}

/// An offer in the summary of the figure.
pub fn placed(glass: Glass, name: &str, reading: &str, verdict: &str) -> String {
    match glass.language {
        Language::Chinese => format!("{name}：{reading}，{verdict}"),
        Language::English => format!("{name}: {reading}, {verdict}"),
    }
}

/// All offers in a sentence.
pub fn sentence(glass: Glass, all: &[String]) -> String {
    match glass.language {
        Language::Chinese => format!("{}。", all.join("；")),
        Language::English => format!("{}.", all.join("; ")),
    }
}

/// The first offer on the map as the answer names it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct First<'a> {
    /// Its name.
    pub name: &'a str,
    /// On which side of the line.
    pub verdict: Verdict,
    /// Its distance from the line.
    pub distance: f64,
    /// Relative quality and relative price.
    pub ratios: (f64, f64),
}

/// The answer: who is furthest right of the line, and how far.
pub fn answer(glass: Glass, first: First<'_>) -> Vec<Piece> {
    let First { name, verdict, distance, ratios } = first;
    let [quality, price] =
        [ratios.0, ratios.1].map(|ratio| format!("{}%", glass.number(100.0 * ratio, 0)));
    let figure = Piece::Figure(glass.number(distance.abs(), 4));
    let (before, after) = match (glass.language, verdict) {
        (Language::Chinese, Verdict::Superior) => (
            format!("{name}最超值：质量是对手平均的 {quality}，价格是 {price}，在公道价值线右边 "),
            "。",
        ),
        (Language::Chinese, Verdict::Inferior) => {
            (format!("没有一个超值。{name}离公道最近，还在线左边 "), "。")
        }
        (Language::English, Verdict::Superior) => (
            format!(
                "{name} is superior: {quality} of its rivals' quality at {price} of their price, right of the fair-value line by "
            ),
            ".",
        ),
        (Language::English, Verdict::Inferior) => {
            (format!("None is superior. {name} comes closest to fair, left of the line by "), ".")
        }
        (_, Verdict::Fair) => return answer_fair(glass.language, name),
    };
    vec![Piece::Say(before), figure, Piece::Say(after.into())]
}

fn answer_fair(language: Language, name: &str) -> Vec<Piece> {
    vec![Piece::Say(match language {
        Language::Chinese => format!("没有一个超值。{name}正在公道价值线上。"),
        Language::English => format!("None is superior. {name} lies on the fair-value line."),
    })]
}

/// Where we are, and the price at which we would be fair.
pub fn ours(
    glass: Glass,
    unit: Unit,
    name: &str,
    verdict: Verdict,
    (price, fair): (f64, Option<f64>),
) -> String {
    let zh = glass.language == Language::Chinese;
    let amount = |x: f64| glass.value(x, unit);
    let gap = fair.map(|fair| amount((fair - price).abs()));
    match (verdict, fair.map(amount).zip(gap)) {
        (Verdict::Fair, _) if zh => format!("{name}的价格正好公道。"),
        (Verdict::Fair, _) => format!("The price of {name} is just fair."),
        (Verdict::Superior, Some((fair, gap))) if zh => {
            format!("{name}超值：涨到 {fair}（还能涨 {gap}）仍然公道。")
        }
        (Verdict::Superior, Some((fair, gap))) => {
            format!("{name} is superior: it would still be fair at {fair}, {gap} more.")
        }
        (_, Some((fair, gap))) if zh => {
            format!("{name}不值这个价：降到 {fair}（降 {gap}）才公道。")
        }
        (_, Some((fair, gap))) => {
            format!("{name} is not worth its price: it would be fair at {fair}, {gap} less.")
        }
        (_, None) if zh => format!("{name}的质量差到价格多低都不公道。"),
        (_, None) => format!("{name} is so far behind in quality that no price is fair."),
    }
}

/// Beside the list of changes: what any of them does.
pub fn change_remark(verdict: Verdict) -> Phrase {
    match verdict {
        Verdict::Superior => say(
            "改到下面任何一个数，我们就只是公道；不到这里都超值",
            "at any one of these we are just fair; short of it we stay superior",
        ),
        Verdict::Fair => say("我们正在线上", "we lie on the line"),
        Verdict::Inferior => say(
            "改到下面任何一个数就公道；再过一点就超值",
            "at any one of these we are fair; past it we are superior",
        ),
    }
}

/// The weights are in the way of a ratio: a criterion on which some offer's rivals score nothing.
pub fn culprit(language: Language, criterion: &str) -> String {
    match language {
        Language::Chinese => format!("是这一项：{criterion}。"),
        Language::English => format!("The criterion is: {criterion}."),
    }
}

/// An offer without a price.
pub const NEEDS_PRICE: Phrase = say(
    "相对价格要除以对手的平均价：每个方案都要有高于零的价格，而且不能相差太多。",
    "Relative price is a ratio to the mean price of the rivals: every offer needs a price above zero, and none beyond comparison with the others.",
);
/// Rivals that score nothing on a criterion that counts.
pub const NEEDS_SCORE: Phrase = say(
    "有一项标准，对手们得零分：和零相比没有倍数，价值图画不出来。给对手一点分数，或者把这项的分量设为零；也可以改看差额和经济价值，它们不用倍数。",
    "On one criterion the rivals score nothing, and there is no ratio to nothing: no map can be drawn. Give the rivals some score, or the criterion no weight; or look at difference and economic value, which need no ratios.",
);

/// Definition, source, assumptions, limits, the usual mistakes.
pub const NOTES: &[(Phrase, Phrase)] = &[
    (
        say("价值图", "The value map"),
        say(
            "横轴是相对质量：每项得分除以对手的平均，再按分量加权。纵轴是相对价格：价格除以对手的平均价。两者都是 1，就和对手一样。",
            "Across, relative quality: each score over the mean of the rivals, weighted. Up, relative price: the price over their mean. At 1 and 1 an offer is on a par with its rivals.",
        ),
    ),
    (
        say("公道价值线", "The fair-value line"),
        say(
            "线上的方案，贵的和好的正相当。线右边超值：质量比价格高，会赢得份额；线左边不值，会丢掉份额。距离垂直于线量；竖的虚线是离公道价多少。沿着线，右上是高质高价，左下是低质低价。",
            "On the line an offer is as much dearer as it is better. Right of it value is superior, better than it is dear, and wins share; left of it inferior, and loses it. The distance is taken at right angles to the line; the dotted upright is how far the price is from the fair one. Along the line premium lies to the upper right, economy to the lower left.",
        ),
    ),
    (
        say("出处", "Source"),
        say(
            "盖尔《管理客户价值》（1994）：市场感知质量比与价值图。斜率由客户说质量和价格各占多重来定。",
            "Gale, Managing Customer Value (1994): the market-perceived quality ratio and the value map. The slope comes from what customers say quality and price weigh.",
        ),
    ),
    (
        say("常见的错误", "The usual mistakes"),
        say(
            "让自己人打分：图上的质量是客户感到的质量。把对手选漏了：换一组对手，平均就变了，每个点都会动。在线右边就以为稳赢：点离线多远要和打分的误差比。",
            "Letting our own people score: quality on the map is what customers perceive. Leaving rivals out: with other rivals the mean is another and every point moves. Taking any place right of the line for safe: hold the distance against the error of the scores.",
        ),
    ),
    (
        say("只看倍数", "It sees ratios alone"),
        say(
            "各有所长的两家，可能都在线右边：各自的强项都除以对方的弱项。对手得零分的一项，没有倍数，也就没有图。",
            "Two offers good at different things may both lie right of the line, for each divides its strength by the other's weakness. Where rivals score nothing there is no ratio, and no map.",
        ),
    ),
    (
        say("低估与众不同的方案", "It undervalues what is unlike the rest"),
        say(
            "内格尔指出：价值图会低估差异很大的方案。质量好一倍，省下的钱可能远不止一倍的价；图上却只算贵了一倍、好了一倍。这时看“经济价值”：它用钱算每一处差别。“四条规则并排”会说出两者在哪里分手。",
            "Nagle's warning: the map undervalues strongly differentiated offers. Twice the quality may save far more than twice the price, yet the map only sees double against double. Then turn to economic value, which counts each difference in money; \"The rules side by side\" says where the two part.",
        ),
    ),
];
