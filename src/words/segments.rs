//! What the page about segments says.

use super::{Glass, Language, Phrase, Piece, Unit};
use crate::model::choice::BestPrice;

const fn say(zh: &'static str, en: &'static str) -> Phrase {
    Phrase::new(zh, en)
}

/// The question the page answers.
pub const QUESTION: Phrase = say("谁会选我们？", "Who will choose us?");
/// Heading over the market.
pub const MARKET: Phrase = say("市场", "The market");
/// Heading over the segments.
pub const SEGMENTS: Phrase = say("细分与人数占比", "Segments and their share of heads");
/// Heading over what tells segments apart.
pub const APART: Phrase = say("各群客户怎么选", "How each segment chooses");
/// A segment.
pub const SEGMENT: Phrase = say("细分", "Segment");
/// Everybody.
pub const EVERYBODY: Phrase = say("全部客户", "All customers");
/// Buying nothing.
pub const NOTHING: Phrase = say("什么也不买", "Nothing");
/// Customers, as a share.
pub const HEADS: Phrase = say("人数", "heads");
/// Value, as a share.
pub const WORTH: Phrase = say("价值", "value");
/// Label of the switch of weights.
pub const WEIGHING: Phrase = say("看重什么", "What counts");
/// All judge alike.
pub const ALIKE: Phrase = say("都一样", "Alike");
/// Each judges in its own way.
pub const EACH: Phrase = say("各有各的", "Each its own");
/// Label of the switch of values.
pub const VALUING: Phrase = say("每位客户的价值", "A customer's value");
/// Label of the switch of buying nothing.
pub const PASSING: Phrase = say("可以不买吗", "May they buy nothing?");
/// They must choose.
pub const MUST_BUY: Phrase = say("总要买一个", "No, they buy");
/// They may buy nothing.
pub const MAY_PASS: Phrase = say("可以不买", "Yes");
/// Ready divisions.
pub const READY: Phrase = say("换成现成的细分", "Use a ready-made division");
/// Adds a segment.
pub const ADD_SEGMENT: Phrase = say("加一个细分", "Add a segment");
/// What the rise that halves the odds is.
pub const HALVING_REMARK: Phrase = say(
    "价格敏感度用一个问题来问：涨多少钱，选我们与不选我们之比就减半？数越小，越计较价格。",
    "Price sensitivity, asked as a question: by how much must our price rise to halve the odds that we are chosen? The smaller, the more the price decides.",
);
/// All weigh as the criteria say.
pub const COMMON_WEIGHTS: Phrase = say(
    "都用“感知价值”页的分量。选“各有各的”，每个细分就有自己的一列。",
    "All use the weights of the page on perceived value. Choose \"each its own\" to give every segment a column.",
);
/// The page counts in money.
pub const IN_MONEY: Phrase = say(
    "这一页总按金额算；这个案例在“感知价值”页按分数算。改成按金额，就能在这里改满分方案的价值。",
    "This page always counts in money; on the page of perceived value this case counts in points. Count in money to change here what a perfect offer is worth.",
);

/// Title of the figure of choices.
pub const CHOICES: Phrase = say("谁选什么", "Who chooses what");
/// Over the figure.
pub const CHOICES_REMARK: Phrase =
    say("条越粗，这一群人越多", "the thicker the bar, the more customers");
/// Title of the figure of heads and value.
pub const EQUITY: Phrase = say("人多，还是值钱？", "Many heads, or much value?");
/// Title of the figure of profit.
pub const PROFIT: Phrase = say("我们的价格与利润", "Our price and profit");
/// Beside that title.
pub const PROFIT_REMARK: Phrase = say("每位客户买一次", "each customer buys once");
/// Title of the figure of shares.
pub const SHARES: Phrase = say("我们的价格与份额", "Our price and everyone's share");
/// Title of the table of single changes.
pub const LEVERS: Phrase = say("打价格，还是打差异？", "Compete on price or on difference?");
/// Under that title.
pub const LEVERS_REMARK: Phrase = say(
    "每次只做一件事，看我们在各群客户中的份额。最后一列：降价多少才有同样的份额。",
    "One thing done at a time, and our share of each segment. The last column: the price cut that would win the same share.",
);
/// Title of the figure of positions.
pub const POSITIONS: Phrase = say("动态价值定位", "Positions that move");
/// Under that title.
pub const POSITIONS_REMARK: Phrase = say(
    "客户看重的东西会变。填出今后的变化，看谁领先、何时易手；得分还是“感知价值”页的。",
    "What customers care about changes. Fill in how it will, and see who leads and when the lead changes hands; the scores are those of perceived value.",
);
/// Weighted mean score.
pub const MEAN: Phrase = say("加权得分", "Weighted score");
/// Columns of the weights: criterion, now, change, at the moment looked at.
pub const WEIGHT_COLUMNS: [Phrase; 4] =
    [say("标准", "Criterion"), say("现在", "Now"), say("变化", "Change"), say("那时", "Then")];
/// Takes the best price.
pub const TAKE_PRICE: Phrase = say("用这个价格", "Use this price");
/// Our price is the best one.
pub const IS_BEST: Phrase =
    say("现在的价格就是利润最大的价格。", "Our price is the one that earns most.");
/// Columns of heads and value.
pub const EQUITY_COLUMNS: [Phrase; 6] = [
    SEGMENT,
    say("人数", "Heads"),
    say("人数占比", "Share of heads"),
    say("每位价值", "Value of one"),
    say("合计价值", "Value of all"),
    say("价值占比", "Share of value"),
];
/// Columns of prices: price, share, units, profit.
pub const PRICE_COLUMNS: [Phrase; 4] = [
    say("我们的价格", "Our price"),
    say("份额", "Share"),
    say("客户数", "Customers"),
    say("利润", "Profit"),
];
/// Columns of single changes around those of the segments: what is done, all, profit, the cut.
pub const LEVER_COLUMNS: [Phrase; 4] = [
    say("只做这一件", "One thing done"),
    EVERYBODY,
    say("利润", "Profit"),
    say("抵得上降价", "Equals a cut of"),
];
/// Nothing is done.
pub const AS_IT_IS: Phrase = say("现在", "As it is");
/// No cut does as much.
pub const NO_CUT: Phrase = say("白送也抵不上", "not even free");

/// No weight counts for anything.
pub const NO_WEIGHT: Phrase = say(
    "有一群客户的分量全是零，什么都不看重，选不出来。至少给一项标准一点分量。",
    "In one segment all weights are zero, so nothing counts and nothing can be chosen. Give at least one criterion some weight.",
);
/// A number is out of its range.
pub const OUT_OF_RANGE: Phrase = say(
    "有一个数超出了范围，算不出来。",
    "One of the numbers is out of range, so there is no result.",
);
/// There are no customers.
pub const NO_CUSTOMER: Phrase = say(
    "一位客户也没有：客户人数或各群占比全是零。",
    "There is no customer: their number, or every segment's share, is zero.",
);
/// All customers together are worth nothing.
pub const NO_WORTH: Phrase = say(
    "全部客户合起来不赚钱，没有占比可说。先让每位客户值一点。",
    "All customers together are worth nothing or less, so there are no shares. Let a customer be worth something first.",
);
/// The case has no lifetime value.
pub const NO_LIFETIME: Phrase = say(
    "每位客户的价值取自“终身价值”页，那里现在算不出来。去那里看原因，或选“各有各的”直接填。",
    "A customer's value comes from the page of lifetime value, which has no result now. See why there, or choose \"each its own\" and type it.",
);
/// Nobody has anything else to turn to.
pub const NO_ALTERNATIVE: Phrase = say(
    "客户没有别的可选，涨多少都得买，没有利润最大的价格。加一个对手，或让客户可以不买。",
    "Customers have nothing else to turn to and buy at any price, so no price earns most. Add a rival, or let them buy nothing.",
);

/// So many people.
pub fn people(glass: Glass, count: f64) -> String {
    let count = glass.number(count, 0);
    match glass.language {
        Language::Chinese => format!("{count} 位"),
        Language::English => format!("{count} customers"),
    }
}

/// A share in a sentence.
fn percent(glass: Glass, share: f64) -> String {
    glass.value((share * 1_000.0).round() / 1_000.0, Unit::Share)
}

/// The answer: our share, and where it is largest; or, with one segment, who comes next.
pub fn answer(glass: Glass, ours: &str, share: f64, next: Next<'_>) -> Vec<Piece> {
    let rest = match (glass.language, next) {
        (Language::Chinese, Next::Segment(name, most)) => {
            format!(" 的客户选{ours}；最愿意选的是{name}（{}）。", percent(glass, most))
        }
        (Language::English, Next::Segment(name, most)) => {
            format!(" of customers choose {ours}, most of all {name} ({}).", percent(glass, most))
        }
        (Language::Chinese, Next::Rival(name, theirs)) => {
            format!(" 的客户选{ours}，{} 选{name}。", percent(glass, theirs))
        }
        (Language::English, Next::Rival(name, theirs)) => {
            format!(" of customers choose {ours}, {} choose {name}.", percent(glass, theirs))
        }
        (Language::Chinese, Next::Nobody) => format!(" 的客户选{ours}。"),
        (Language::English, Next::Nobody) => format!(" of customers choose {ours}."),
    };
    vec![Piece::Figure(percent(glass, share)), Piece::Say(rest)]
}

/// What the answer goes on to name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Next<'a> {
    /// The segment in which our share is largest.
    Segment(&'a str, f64),
    /// The rival with the largest share.
    Rival(&'a str, f64),
    /// Nothing.
    Nobody,
}

/// The figure of choices in a sentence.
pub fn choices_summary(glass: Glass, ours: &str, share: &str) -> String {
    match glass.language {
        Language::Chinese => format!("{share} 的客户选{ours}。"),
        Language::English => format!("{share} of customers choose {ours}."),
    }
}

/// Where the heads are, where the value is, and what it comes to.
pub fn equity_answer(
    glass: Glass,
    [heads, value]: &[(String, f64); 2],
    total: f64,
    mean: f64,
) -> String {
    let [most, best] = [heads, value].map(|(_, share)| percent(glass, *share));
    let [total, mean] = [total, mean].map(|x| glass.value(x, Unit::Money));
    let (heads, value) = (&heads.0, &value.0);
    match glass.language {
        Language::Chinese if heads == value => format!(
            "人最多、也最值钱的是{heads}（占人数 {most}，占价值 {best}）。全部客户一共值 {total}，平均每位 {mean}。"
        ),
        Language::English if heads == value => format!(
            "Most heads and most value: {heads} ({most} of heads, {best} of value). All customers are worth {total}, {mean} each on average."
        ),
        Language::Chinese => format!(
            "人最多的是{heads}（{most}），最值钱的是{value}（占价值 {best}）。全部客户一共值 {total}，平均每位 {mean}。"
        ),
        Language::English => format!(
            "Most heads: {heads} ({most}). Most value: {value} ({best} of it). All customers are worth {total}, {mean} each on average."
        ),
    }
}

/// What one of them is worth.
pub fn each_is_worth(glass: Glass, value: f64) -> String {
    let value = glass.value(value, Unit::Money);
    match glass.language {
        Language::Chinese => format!("每位 {value}"),
        Language::English => format!("{value} each"),
    }
}

/// Whose choice is worked out.
pub fn example_of(glass: Glass, name: &str) -> String {
    match glass.language {
        Language::Chinese => format!("以{name}为例"),
        Language::English => format!("for {name}"),
    }
}

/// What those who choose us are worth.
pub fn won(glass: Glass, value: f64) -> String {
    let value = glass.value(value, Unit::Money);
    match glass.language {
        Language::Chinese => format!("选我们的客户一共值 {value}。"),
        Language::English => format!("Those who choose us are worth {value}."),
    }
}

/// The value that all customers have in common.
pub fn common_value(glass: Glass, value: Option<f64>) -> String {
    let value = value.map(|value| glass.value(value, Unit::Money));
    match (glass.language, value) {
        (Language::Chinese, Some(value)) => format!("都是“终身价值”页的 {value}。"),
        (Language::English, Some(value)) => {
            format!("All {value}, from the page of lifetime value.")
        }
        (language, None) => NO_LIFETIME.to(language).to_owned(),
    }
}

/// Shares that do not make the whole.
pub fn not_whole(glass: Glass, sum: f64) -> String {
    let sum = percent(glass, sum);
    match glass.language {
        Language::Chinese => format!("合计 {sum}，按比例当作 100% 来算。"),
        Language::English => format!("They add up to {sum} and are counted in proportion as 100%."),
    }
}

/// Title of the axis of our price.
pub fn our_price(glass: Glass) -> String {
    let unit = glass.unit(Unit::Money);
    match glass.language {
        Language::Chinese => format!("我们的价格，{unit}"),
        Language::English => format!("our price, {unit}"),
    }
}

/// What a price earns.
pub fn earns(glass: Glass, profit: f64) -> String {
    let profit = glass.value(profit, Unit::Money);
    match glass.language {
        Language::Chinese => format!("利润 {profit}"),
        Language::English => format!("profit {profit}"),
    }
}

/// Beside the price that earns most: two lines.
pub fn earns_most(glass: Glass, best: BestPrice) -> [String; 2] {
    let price = glass.value(best.price, Unit::Money);
    let first = match glass.language {
        Language::Chinese => format!("{price} 利润最大"),
        Language::English => format!("{price} earns most"),
    };
    [first, glass.value(best.profit, Unit::Money)]
}

/// The figure of profit in a sentence.
pub fn profit_summary(glass: Glass, price: f64, profit: f64, best: Option<BestPrice>) -> String {
    let [price, profit] = [price, profit].map(|x| glass.value(x, Unit::Money));
    let best = best.map(|best| [best.price, best.profit].map(|x| glass.value(x, Unit::Money)));
    match (glass.language, best) {
        (Language::Chinese, Some([at, most])) => {
            format!("定价 {price}，利润 {profit}；利润最大的价格是 {at}，利润 {most}。")
        }
        (Language::Chinese, None) => format!("定价 {price}，利润 {profit}。"),
        (Language::English, Some([at, most])) => {
            format!("At {price} the profit is {profit}; at {at} it is largest, {most}.")
        }
        (Language::English, None) => format!("At {price} the profit is {profit}."),
    }
}

/// How our share answers to our price: the elasticity.
pub fn elasticity(glass: Glass, elasticity: f64) -> String {
    let fall = glass.number(elasticity.abs(), 1);
    match glass.language {
        Language::Chinese => format!("现在涨价 1%，销量约少 {fall}%。"),
        Language::English => format!("A price higher by 1% sells about {fall}% less."),
    }
}

/// A point more on a criterion.
pub fn point_more(glass: Glass, name: &str) -> String {
    match glass.language {
        Language::Chinese => format!("{name} +1 分"),
        Language::English => format!("{name} +1 point"),
    }
}

/// A lower price.
pub fn price_cut(glass: Glass, share: f64) -> String {
    let share = percent(glass, share);
    match glass.language {
        Language::Chinese => format!("降价 {share}"),
        Language::English => format!("Price −{share}"),
    }
}

/// Where an offer takes the lead.
pub fn takes_the_lead(glass: Glass, time: f64, name: &str) -> String {
    let time = glass.value((time * 10.0).round() / 10.0, Unit::Years);
    match glass.language {
        Language::Chinese => format!("{time}后{name}领先"),
        Language::English => format!("{name} leads after {time}"),
    }
}

/// The first are level at the beginning.
pub const LEVEL: Phrase = say("现在打平", "level now");

/// A moment.
pub fn at_time(glass: Glass, time: f64) -> String {
    let years = glass.value(time, Unit::Years);
    match glass.language {
        Language::Chinese if time == 0.0 => "现在".into(),
        Language::English if time == 0.0 => "Now".into(),
        Language::Chinese => format!("{years}后"),
        Language::English => format!("After {years}"),
    }
}

/// The score of every offer at a moment.
pub fn position_line(glass: Glass, when: &str, offers: &[String], totals: &[f64]) -> String {
    let score = |(name, total): (&String, &f64)| format!("{name} {}", glass.number(*total, 2));
    let all: Vec<String> = offers.iter().zip(totals).map(score).collect();
    match glass.language {
        Language::Chinese => format!("{when}：{}。", all.join("，")),
        Language::English => format!("{when}: {}.", all.join(", ")),
    }
}

/// Definition, source, assumptions, limits, usual mistake.
pub const NOTES: &[(Phrase, Phrase)] = &[
    (
        say("怎么算出谁选谁", "How the choice is worked out"),
        say(
            "每群客户按自己的分量给每个方案打分，得到净价值；净价值越高，选它的人越多，但不是全部。这叫多项 logit 模型。",
            "Each segment weighs the scores in its own way and so sees a net value in every offer; the higher it is, the more choose the offer, but never all. This is the multinomial logit model.",
        ),
    ),
    (
        say("出处", "Source"),
        say(
            "选择模型：McFadden（1974）；Train《离散选择方法与模拟》。客户资产：Gupta 与 Lehmann《关键价值链：从客户价值到公司价值》——客户的总价值是终身价值之和，不是人头数。",
            "Choice: McFadden (1974); Train, Discrete Choice Methods with Simulation. Customer equity: Gupta & Lehmann, Managing Customers as Investments: what counts is the sum of lifetime values, not the number of heads.",
        ),
    ),
    (
        say("现成的五个细分", "The five ready-made segments"),
        say(
            "名字和占比出自一份讲义，原文分两处列出，按顺序配对是推断，可以改。每位客户的价值、分量和价格敏感度是示意。",
            "Names and shares come from a course text that lists them in two separate places; pairing them in order is an inference, and can be changed. Values, weights and price sensitivity are illustrations.",
        ),
    ),
    (
        say("假设", "It assumes"),
        say(
            "新方案从各家按份额抢客户（无关选项独立）。两个几乎一样的方案，实际上会分掉同一份，这里却各得一份；细分得越清楚，偏差越小。别家的价格不动。",
            "That a new offer takes customers from all others in proportion to their shares (independence of irrelevant alternatives). Two offers nearly alike would in truth split one share; here each gets its own. Clear segments soften that. Rivals keep their prices.",
        ),
    ),
    (
        say("常见的错误", "The usual mistake"),
        say(
            "把人多当成值钱。先看价值在哪一群，再看那一群看重什么。",
            "Taking many heads for much value. First see where the value is, then what those customers care about.",
        ),
    ),
    (
        say("不适用", "Not for"),
        say(
            "只有几位大客户、每位只决定一次时：直接去问他们。也不要因为一群人占比小就放弃，要看它赚的是否多于服务它的花费。",
            "A handful of known buyers who decide once each: ask them. Nor does a small share mean dropping a segment: what counts is whether it earns more than serving it costs.",
        ),
    ),
];
