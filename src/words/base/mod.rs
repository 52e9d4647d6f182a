//! What the page about the customer base says.

mod data;
pub mod refusal;
mod sections;

pub use data::*;
pub use sections::*;

use super::{Glass, Language, Phrase, Piece, Unit};
use crate::analysis::Kind;

const fn say(zh: &'static str, en: &'static str) -> Phrase {
    Phrase::new(zh, en)
}

/// The question the page answers.
pub const QUESTION: Phrase =
    say("谁还是我们的客户，还会买多少？", "Who is still a customer, and how much will they buy?");
/// Nothing is known yet.
pub const WAIT: Phrase = say("正在算……", "Working it out …");
/// The second program did not arrive.
pub const NO_ANALYST: Phrase = say(
    "计算客户群的部分没有取到：连上网络后重新载入页面。其他页面照常可用。",
    "The part that works on customer bases did not arrive: reload the page once you are online. All other pages work.",
);
/// The second program has failed.
pub const BROKEN: Phrase = say(
    "这个文件算不下去：多半是内存不够。页面没有改动；请换一个小一些的文件（如只留一年）。",
    "This file is too much: most likely the memory ran out. Nothing has changed; take a smaller file, of one year say.",
);

/// Heading over the model.
pub const MODEL: Phrase = say("模型", "The model");
/// Beside it.
pub const BY_HAND: Phrase = say(
    "先用手拖，看它像不像数据；再点拟合",
    "move it by hand until it looks like the data; then fit",
);
/// Which model.
pub const KIND: Phrase = say("哪一个", "Which");
/// The models.
pub const fn kind(kind: Kind) -> Phrase {
    match kind {
        Kind::BgNbd => say("BG/NBD", "BG/NBD"),
        Kind::MbgNbd => say("MBG/NBD", "MBG/NBD"),
        Kind::ParetoNbd => say("Pareto/NBD", "Pareto/NBD"),
    }
}
/// Fits.
pub const FIT: Phrase = say("拟合", "Fit");
/// The parameters of the two models in which a purchase may be the last.
pub const LEAVING: [Phrase; 4] = [
    say("r 购买率的形状", "r, shape of the rates"),
    say("α 购买率的尺度（周）", "α, scale of the rates (weeks)"),
    say("a 离开的形状", "a, shape of leaving"),
    say("b 留下的形状", "b, shape of staying"),
];
/// Those of the model in which customers leave at any time.
pub const FADING: [Phrase; 4] = [
    say("r 购买率的形状", "r, shape of the rates"),
    say("α 购买率的尺度（周）", "α, scale of the rates (weeks)"),
    say("s 流失率的形状", "s, shape of leaving"),
    say("β 流失率的尺度（周）", "β, scale of leaving"),
];
/// Heading over the model of spending.
pub const SPENDING_HEAD: Phrase = say("每次花多少（Gamma-Gamma）", "What they spend (Gamma-Gamma)");
/// Its parameters.
pub const SPENDING: [Phrase; 3] = [
    say("p 单笔的形状", "p, shape of a purchase"),
    say("q 客户间的形状", "q, shape between customers"),
    say("v 客户间的尺度", "v, scale between customers"),
];
/// Heading over the outlook.
pub const OUTLOOK: Phrase = say("往后看", "Looking ahead");
/// Weeks ahead.
pub const AHEAD: Phrase = say("预计未来", "Forecast for");
/// Heading over the customer asked about.
pub const ONE: Phrase = say("问一位客户", "Ask about one customer");
/// What is known of that customer.
pub const ASKED: [Phrase; 4] = [
    say("回购次数 x", "Repeat purchases, x"),
    say("首购到末购 t", "First to last purchase, t"),
    say("首购到现在 T", "First purchase to now, T"),
    say("平均每次花", "Mean worth of each"),
];
/// That customer cannot be.
pub const IMPOSSIBLE: Phrase = say(
    "这位客户的三个数互相矛盾：没有回购时末购时间是 0；有回购时它大于 0，且不超过 T。",
    "These three numbers contradict each other: without repeat purchases t is 0; with them it is above 0 and no more than T.",
);

/// How many of a cohort.
pub const COUNT: Phrase = say("还在的人数", "Still there");
/// Purchases a year.
pub const FREQUENCY: Phrase = say("每年次数", "Purchases a year");
/// Amount of a purchase.
pub const SIZE: Phrase = say("每次金额", "Amount of each");
/// Satisfaction.
pub const SATISFACTION: Phrase = say("满意度", "Satisfaction");
/// The threshold.
pub const THRESHOLD: Phrase = say("满意度到这里就算危险", "At risk up to a satisfaction of");

/// The count behind so many renewals.
pub fn renewal(k: usize, language: Language) -> String {
    match (language, k) {
        (Language::Chinese, 0) => "签约时".to_owned(),
        (Language::Chinese, k) => format!("第 {k} 次续约后"),
        (Language::English, 0) => "On joining".to_owned(),
        (Language::English, k) => format!("After renewal {k}"),
    }
}

/// The answer: of so many customers so many are left, who will buy so often, and are worth so much.
pub fn answer(glass: Glass, findings: &crate::analysis::Findings, ahead: f64) -> Vec<Piece> {
    let [customers, alive, purchases] =
        [findings.customers as f64, findings.alive, findings.purchases].map(|x| glass.number(x, 0));
    let weeks = glass.value(ahead, Unit::Weeks);
    let say = |words: String| Piece::Say(words);
    match glass.language {
        Language::Chinese => vec![
            say(format!("{customers} 位客户里约 ")),
            Piece::Figure(format!("{alive} 位")),
            say(format!("还在，未来 {weeks}预计再买 ")),
            Piece::Figure(format!("{purchases} 次")),
            say("。".to_owned()),
        ],
        Language::English => vec![
            say(format!("Of {customers} customers about ")),
            Piece::Figure(alive),
            say(" are still there, and will buy ".to_owned()),
            Piece::Figure(format!("{purchases} times")),
            say(format!(" in the next {weeks}.")),
        ],
    }
}

/// What they are worth together.
pub fn worth(glass: Glass, value: f64, years: u32, fifth: f64) -> String {
    let (value, fifth) = (glass.value(value, Unit::Money), glass.value(fifth, Unit::Share));
    match glass.language {
        Language::Chinese => {
            format!("未来 {years} 年他们合计值 {value}，最好的五分之一占 {fifth}。")
        }
        Language::English => {
            format!(
                "Over {years} years they are worth {value} together; the best fifth makes {fifth} of it."
            )
        }
    }
}

/// Title of the histogram.
pub const HISTOGRAM: Phrase = say("回购次数：数据与模型", "Repeat purchases: data and model");
/// What was seen.
pub const SEEN: Phrase = say("数据", "data");
/// What the model says.
pub const EXPECTED: Phrase = say("模型", "model");
/// Number of customers.
pub const CUSTOMERS: Phrase = say("客户数", "customers");
/// Headings of its table.
pub const HISTOGRAM_COLUMNS: [Phrase; 3] =
    [say("回购次数", "Repeat purchases"), say("数据", "Data"), say("模型", "Model")];

/// The histogram in a sentence.
pub fn histogram_summary(glass: Glass, off: f64) -> String {
    let off = glass.value(off, Unit::Share);
    match glass.language {
        Language::Chinese => format!("模型把 {off} 的客户放错了格"),
        Language::English => format!("the model puts {off} of the customers into the wrong column"),
    }
}

/// Title of the map.
pub const MAP: Phrase =
    say("还在的可能：买得多、停得久的最可疑", "Chance of still being a customer");
/// What stands in its cells.
pub const MAP_REMARK: Phrase = say("格子里的数是 %", "in %");
/// Its axes.
pub const MAP_AXES: [Phrase; 2] =
    [say("首购到末购，周", "first to last purchase, weeks"), say("回购次数", "repeat purchases")];

/// The map in a sentence.
pub fn map_summary(glass: Glass, age: f64) -> String {
    let age = glass.value(age, Unit::Weeks);
    match glass.language {
        Language::Chinese => format!("都认识了 {age}；越靠右（最近还来过）颜色越深"),
        Language::English => format!("all known for {age}; the darker the likelier still there"),
    }
}

/// Title of the story of the customer asked about.
pub const STORY: Phrase = say("一位客户的沉默", "One customer's silence");
/// Title of a customer's story from the file.
pub fn story(glass: Glass, name: &str) -> String {
    match glass.language {
        Language::Chinese => format!("{name} 的故事"),
        Language::English => format!("The story of {name}"),
    }
}
/// Its axes.
pub const STORY_AXES: [Phrase; 2] = [
    say("首购以来，周", "weeks since the first purchase"),
    say("还在的可能", "chance of still being there"),
];

/// The customer asked about, in a sentence.
pub fn forecast(glass: Glass, found: &crate::analysis::Forecast, ahead: f64) -> String {
    let alive = glass.value(found.alive, Unit::Share);
    let (purchases, weeks) = (glass.number(found.purchases, 4), glass.value(ahead, Unit::Weeks));
    let chinese = glass.language == Language::Chinese;
    let money = |x: f64| glass.value(x, Unit::Money);
    let first = if chinese {
        format!("还在的可能 {alive}，未来 {weeks}预计买 {purchases} 次")
    } else {
        format!("Still there with a chance of {alive}; {purchases} purchases expected in {weeks}")
    };
    let between = found.between.map(|(low, high)| {
        if chinese {
            format!("（八成把握 {low} 到 {high} 次）")
        } else {
            format!(" ({low} to {high} with four chances in five)")
        }
    });
    let spend = found.spend.map(money).map(|spend| {
        if chinese { format!("，每次约 {spend}") } else { format!(", about {spend} each") }
    });
    let value = found
        .value
        .map(money)
        .map(|value| if chinese { format!("，值 {value}") } else { format!(", worth {value}") });
    let end = if chinese { "。" } else { "." };
    [Some(first), between, spend, value, Some(end.to_owned())].into_iter().flatten().collect()
}

/// Definition, source, assumptions, limits, the usual mistake.
pub const NOTES: &[(Phrase, Phrase)] = &[
    (
        say("在算什么", "What is worked out"),
        say(
            "没有合同的客户走了不会说。模型从三个数（回购次数、首购到末购、首购到现在）推断他还在的可能，以及以后会买几次。",
            "A customer without a contract leaves without a word. From three numbers (repeat purchases, first to last purchase, first purchase to now) the model infers the chance that they are still there, and how often they will buy.",
        ),
    ),
    (
        say("出处", "Source"),
        say(
            "Fader、Hardie、Lee（2005）BG/NBD；Schmittlein 等（1987）Pareto/NBD；Batislam 等（2007）MBG/NBD；Fader、Hardie（2013）Gamma-Gamma；Fader、Hardie（2007）sBG。",
            "Fader, Hardie & Lee (2005), BG/NBD; Schmittlein et al. (1987), Pareto/NBD; Batislam et al. (2007), MBG/NBD; Fader & Hardie (2013), Gamma-Gamma; Fader & Hardie (2007), sBG.",
        ),
    ),
    (
        say("假设", "Assumptions"),
        say(
            "在的时候随机地买，没有节奏和季节；客户之间有差别；买得勤和买得贵互不相干。同一天的几笔算一次。",
            "While there, they buy at random, without rhythm or season; customers differ; buying often has nothing to do with spending much. Purchases of one day are one.",
        ),
    ),
    (
        say("界限", "Limits"),
        say(
            "签了合同的客户用 sBG，不用这些模型。客户太少或记录太短时，参数定不下来，页面会直说。",
            "For customers under contract take sBG, not these models. With few customers or a short record the parameters are not determined, and the page says so.",
        ),
    ),
    (
        say("常见错误", "The usual mistake"),
        say(
            "把沉默同样久的客户一视同仁：以前买得越勤，突然停下来就越可能是走了。用客单价除以流失率估价值，遇到很多来一次就走的客户会高估。",
            "Treating all who have been silent equally long alike: the more often they used to buy, the likelier they have left. And revenue over churn misleads where many come only once.",
        ),
    ),
];
