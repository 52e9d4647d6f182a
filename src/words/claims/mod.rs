//! What the page of the loyalty claims says.

mod sources;
mod sums;
mod verdict;

pub use sources::{SOURCE_COLUMNS, basis, measured, printed, printed_in};
pub use sums::*;
pub use verdict::{
    At, brief, condition, follows, holds_here, on_curve, outcome, own, percent, said, verdict,
};

use super::{Language, Phrase};
use crate::model::loyalty::Saying;

const fn say(zh: &'static str, en: &'static str) -> Phrase {
    Phrase::new(zh, en)
}

/// The question the page answers.
pub const QUESTION: Phrase = say("这句名言对我们成立吗？", "Is the famous claim true for us?");
/// What is chosen.
pub const CLAIM: Phrase = say("哪一句", "Which claim");
/// Heading over the inputs of a trial.
pub const OUR_NUMBERS: Phrase = say("我们的数", "Our numbers");
/// Title of the figure.
pub const TRUE_ONLY: Phrase = say("什么时候才成立", "True only if");
/// Heading of the table of sources.
pub const SOURCES: Phrase = say("这个数从哪里来", "Where the figure comes from");
/// Heading of the table of all claims.
pub const GLANCE: Phrase = say("九句话，用我们的数", "Nine claims, with our numbers");
/// Columns of that table.
pub const GLANCE_COLUMNS: [Phrase; 4] = [
    say("这句话", "Claim"),
    say("什么时候才成立", "True only if"),
    say("我们", "We"),
    say("算下来", "What follows"),
];
/// How the worth of a customer is counted.
pub const MEASURE: Phrase = say("怎样算", "How it is counted");
/// By lifetime.
pub const LIFE: Phrase = say("寿命，不折现", "Lifetime, no discount");
/// By value, the first margin now.
pub const VALUE_NOW: Phrase = say("折现，第一笔现在就有", "Discounted, first margin now");
/// By value, the first margin later.
pub const VALUE_LATER: Phrase = say("折现，第一笔一期以后", "Discounted, first after a period");
/// Another figure in which the claim goes round.
pub const ALSO_SAID: Phrase = say("也有人说", "also said");

/// Over the sums.
pub const SUMS_ARE_EXAMPLES: Phrase = say(
    "下面各节的数是示意，不随案例变：改成你的。",
    "The numbers in the sections below are illustrations and do not follow the case: put in your own.",
);

/// The claims on their buttons, in the order of [`Saying::ALL`].
pub const SHORT: [Phrase; 10] = [
    say("1∶6", "1:6"),
    say("5%∶100%", "5%:100%"),
    say("1∶8", "1:8"),
    say("1/5", "1/5"),
    say("一传五", "One tells five"),
    say("50%∶15%", "50%:15%"),
    say("5 个点 → 25%–85%", "5 points → 25–85%"),
    say("−5 个点 → −25%", "−5 points → −25%"),
    say("六成靠推荐", "60% referred"),
    say("自己填", "Your own"),
];

/// The same in a sentence.
pub const SENTENCES: [Phrase; 10] = [
    say(
        "非常满意的客户，再次购买的可能是满意客户的六倍。",
        "Very satisfied customers are six times as likely to buy again as satisfied ones.",
    ),
    say(
        "满意度提高 5 个百分点，利润翻一番。",
        "Five more points of satisfaction double the profit.",
    ),
    say(
        "赢得一位新客户的花费是留住一位的 8 倍。",
        "Winning a customer costs eight times keeping one.",
    ),
    say(
        "留住一位客户的花费只有吸引一位新客户的 1/5。",
        "Keeping a customer costs a fifth of winning one.",
    ),
    say("一位不满意的客户会影响 5 个人。", "A dissatisfied customer tells five others."),
    say(
        "向现有客户推销，一半能成；向新客户只有 15%。",
        "Selling to a customer succeeds half of the time, to a stranger 15%.",
    ),
    say(
        "每年的客户保持率提高 5 个百分点，利润增长 85%。",
        "Five more points of retention raise profit by 85%.",
    ),
    say(
        "客户忠诚度下降 5 个百分点，利润下降 25%。",
        "Five points less loyalty cost 25% of profit.",
    ),
    say("六成新客户来自现有客户的推荐。", "Six new customers of ten come by recommendation."),
    say(
        "你听到的另一个说法：保持率变几个百分点，利润变多少。",
        "Another claim you were told: so many points of retention, such a change of profit.",
    ),
];

/// What must be known before it is believed, under the answer.
pub const CAUTIONS: [Phrase; 10] = [
    say(
        "“高出六倍”照字面是七倍；查得到的出处说的是六倍，是一家复印机公司的客户。买得多的人也更容易满意：先后不等于因果。",
        "\"Six times more\" taken at its word is seven times; the source says six times as likely, of one copier maker's customers. Those who buy more are also more easily satisfied: that is no proof of cause.",
    ),
    say(
        "课上说的是满意度，出处算的是保持率：一家假想的信用卡公司，从 90% 到 95%。满意度升 5 分，保持率升几分，要自己去量。",
        "Courses say satisfaction; the source worked it out for retention, of an imagined card firm, from 90% to 95%. What five points of satisfaction do to retention must be measured.",
    ),
    say(
        "1∶8 和 1/5 是同一个比，数却不同，两条线都画在图上。它们都没有数据作证；算数的是你自己的两笔花费。",
        "1:8 and 1/5 are one ratio with two figures; the chart shows both. Neither comes with data: what counts is your own two costs.",
    ),
    say(
        "1/5 和 1∶8 是同一个比，数却不同，两条线都画在图上。它们都没有数据作证；算数的是你自己的两笔花费。",
        "1/5 and 1:8 are one ratio with two figures; the chart shows both. Neither comes with data: what counts is your own two costs.",
    ),
    say(
        "告诉几个人，算不出来，只能问。1986 年美国的调查是 9 到 10 人。",
        "How many are told cannot be worked out, only asked. An American survey of 1986 found nine to ten.",
    ),
    say(
        "书上还有另一组：60–70% 对 5–20%。拿自己的成交记录来比。",
        "A textbook has another pair: 60–70% against 5–20%. Compare with your own record of sales.",
    ),
    say(
        "这是一家银行的存款业务算出来的，各行业从 25% 到 85% 都有；说的是保持率，不是满意度。",
        "Worked out for the deposits of one bank; across trades the same study had 25% to 85%. It speaks of retention, not of satisfaction.",
    ),
    say(
        "“忠诚度”没有说怎样量；这里当作保持率。没有查到出处。",
        "\"Loyalty\" is not said in which unit; it is taken as retention here. No source was found.",
    ),
    say(
        "没有查到出处。问一问你自己的新客户是怎么来的。",
        "No source was found. Ask your own new customers how they came.",
    ),
    say(
        "先问三件事：量的是满意度、保持率还是别的；谁量的；哪一年。",
        "Ask three things first: was it satisfaction, retention or something else that was measured; by whom; in which year.",
    ),
];

/// The place of a claim among the ten.
pub fn place(saying: Saying) -> usize {
    Saying::ALL.iter().position(|other| *other == saying).unwrap_or_default()
}

/// Added where the customer is counted by months: the retention rate of a year.
pub fn by_month(language: Language, of_a_year: &str) -> String {
    match language {
        Language::Chinese => {
            format!("这个案例按月计，一年下来的保持率是 {of_a_year}；这些说法讲的都是一年。")
        }
        Language::English => format!(
            "This case counts by months, which makes a retention of {of_a_year} a year; the claims speak of years."
        ),
    }
}

/// What every number is called, in the order of the table of numbers, the four links last.
pub const LABELS: [Phrase; 38] = [
    say("保持率变几个百分点", "Points of retention"),
    say("据说利润变多少", "Change said to follow"),
    say("提升的客户数", "Customers moved up"),
    say("满意客户的复购率", "Satisfied who buy again"),
    say("非常满意是它的几倍", "Very satisfied, times as many"),
    say("失去的客户数", "Customers lost"),
    say("留住一位花", "Keeping one costs"),
    say("赢得一位是它的几倍", "Winning costs × keeping"),
    say("客户数", "Customers served"),
    say("不满意的比例", "Share who are unhappy"),
    say("每人告诉几人", "People each tells"),
    say("听到的人再传的机会", "Chance of passing it on"),
    say("本来会买的比例", "Share who would have bought"),
    say("每笔毛利", "Margin of a sale"),
    say("要卖成几笔", "Sales wanted"),
    say("一个电话花", "A call costs"),
    say("对老客户的成交率", "Sold to customers"),
    say("对生人的成交率", "Sold to strangers"),
    say("一年的新客户", "New customers a year"),
    say("靠推荐来的比例", "Share who were referred"),
    say("赢得一位新客花", "Winning one costs"),
    say("现有客户数", "Customers now"),
    say("每年留下的比例", "Share who stay a year"),
    say("每位一年带来几位", "Each brings a year"),
    say("自己找来的，每年", "Come anyhow, a year"),
    say("往后看几年", "Years ahead"),
    say("接触次数", "Touches"),
    say("补寄几件", "Pieces sent"),
    say("每件花", "A piece costs"),
    say("派人送去花", "Courier costs"),
    say("留下的机会多几个百分点", "More likely to stay by"),
    say("这位客户值", "The customer is worth"),
    say("退回的商品标价", "Price of the returned article"),
    say("卖到标价的", "Sold at"),
    say("被打动的比例", "Share who are moved"),
    say("会说出去的比例", "Share of them who tell"),
    say("每人说给几人听", "Hearers of each"),
    say("听了会买的比例", "Hearers who buy"),
];

/// What the number in that place is called.
pub fn label(place: usize) -> Phrase {
    LABELS.get(place).copied().unwrap_or(LABELS[0])
}

/// A change by no points.
pub const NO_POINTS: Phrase =
    say("变 0 个百分点，什么也不会跟着变。", "A change by no points brings nothing about.");
/// Winning a customer costs nothing.
pub const NO_ACQUISITION: Phrase = say(
    "获客成本是零，没有几倍可比。请填上赢得一位客户花多少。",
    "Winning a customer costs nothing here, so there is no ratio. Type the acquisition cost.",
);
/// No call to a customer sells.
pub const NO_SALE: Phrase = say(
    "对老客户的成交率是零，没有几倍可比。",
    "No call to a customer sells, so there is nothing to compare.",
);
/// Nobody would have bought.
pub const NOTHING_FORGONE: Phrase = say(
    "听到的人本来都不会买，或者一笔没有毛利：说出去也不损失什么。",
    "Nobody who hears of it would have bought, or a sale has no margin: nothing is lost by talk.",
);
/// No customers, or no new ones.
pub const NOBODY: Phrase = say(
    "没有现有客户，或者没有新客户，比例算不出来。",
    "Without customers, or without new ones, there is no such share.",
);
/// A number is out of its range.
pub const OUT_OF_RANGE: Phrase = super::lifetime::OUT_OF_RANGE;

/// Definition, source, assumptions, limits, usual mistakes.
pub const NOTES: &[(Phrase, Phrase)] = &[
    (
        say("定义", "Definition"),
        say(
            "保持率 r 不变时，一位客户平均留 1/(1−r) 期；折现后每 1 元毛利值 (1+i)/(1+i−r)（第一笔现在就有）或 r/(1+i−r)（第一笔一期以后）。保持率加 u，变化率 = u/(1+i−r−u)：一个数只在一个保持率上成立。",
            "At a steady retention r a customer stays 1/(1−r) periods on average; discounted, a margin of 1 a period is worth (1+i)/(1+i−r) where the first comes now, or r/(1+i−r) where it comes after a period. u more retention changes that by u/(1+i−r−u): one figure holds at one retention only.",
        ),
    ),
    (
        say("出处", "Source"),
        say(
            "Reichheld 与 Sasser（1990）；Heskett 等（1994）；Jones 与 Sasser（1995）；Hart、Heskett 与 Sasser（1990）；TARP（1986）；Farris 等《营销量化指标》（2006）。质疑：Sharp《品牌如何增长》（2010）；East、Hammond 与 Gendall（2006）。",
            "Reichheld & Sasser (1990); Heskett et al. (1994); Jones & Sasser (1995); Hart, Heskett & Sasser (1990); TARP (1986); Farris et al., Marketing Metrics (2006). In doubt of them: Sharp, How Brands Grow (2010); East, Hammond & Gendall (2006).",
        ),
    ),
    (
        say("假设", "Assumptions"),
        say(
            "新老客户的保持率一样，毛利每期相同；多出来的保持率不花钱。相差不到千分之五算成立。",
            "New and old customers stay alike, every period brings the same margin, and the points more of retention cost nothing. Within half a per cent of the claim counts as true.",
        ),
    ),
    (
        say("局限", "Limits"),
        say(
            "成立只是算得通，不等于做得到：从 90% 到 95% 是把流失减半，不是小事。一个行业的比例说明不了另一个行业；保持率还随品牌大小而变。",
            "True means that the sum comes out, not that it can be done: from 90% to 95% is half of all defections, no small change. A ratio of one trade says nothing of another, and retention also follows the size of the brand.",
        ),
    ),
    (
        say("常见错误", "The usual mistakes"),
        say(
            "把百分点当百分比：80% 加 5 个百分点是 85%，加 5% 是 84%。把满意度当保持率：满意的客户也会走。把相关当因果：留得久的客户买得多，不等于留住他他就会多买。把利润的增长当寿命的增长：利润里还有获客成本。",
            "Percent for percentage points: 80% and five points are 85%, and 5% are 84%. Satisfaction for retention: satisfied customers leave as well. Correlation for cause: those who stay buy more, which does not mean that keeping them makes them buy more. Lifetime for profit: profit also bears the cost of winning them.",
        ),
    ),
];
