//! What is said of the prices that the pages name for our offer.

use super::Phrase;

const fn say(zh: &'static str, en: &'static str) -> Phrase {
    Phrase::new(zh, en)
}

/// What a price answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Below which price do we lose money on a purchase?
    Cost,
    /// At which price is the offer as dear as it is good?
    Fair,
    /// Which price leaves the client the share of the joint gain that we want?
    Shared,
    /// Which price brings most profit now?
    Profit,
    /// Which price is best for the firm over the lifetime of its customers?
    Firm,
    /// Which price is best for both sides?
    Both,
    /// At which price is the best rival worth as much to the customer?
    Tie,
    /// What is the offer worth to the client at most?
    Most,
}

/// Heading.
pub const TITLE: Phrase = say("为什么每一页的价格不同", "Why each page names a different price");
/// Beside it.
pub const REMARK: Phrase = say("问的不是同一个问题", "they do not answer the same question");

/// What a price answers, and why it is another than the rest.
pub const fn asked(asked: Question) -> (Phrase, Phrase) {
    match asked {
        Question::Cost => (
            say("低于多少就亏本？", "Below what do we lose money?"),
            say("单位成本。", "The cost of a unit."),
        ),
        Question::Fair => (
            say("多少才算公道？", "What is fair?"),
            say(
                "比对手好几成，就只能贵几成；时间、体力和心力不算在内。",
                "As much dearer than the rivals as it is better; time, effort and worry are left out.",
            ),
        ),
        Question::Shared => (
            say("好处按谈好的比例分，是多少？", "Which price shares the gain as we want?"),
            say(
                "一笔成交多出的好处，在单位成本和最高价之间分给两边。",
                "It splits what the deal is worth beyond the alternative, between our cost and the most it is worth.",
            ),
        ),
        Question::Profit => (
            say("多少利润最多？", "What brings most profit?"),
            say(
                "贵一点少一些人选，多赚和少卖正好相抵；只看这一次购买，不看客户以后还来不来。",
                "Dearer, and fewer choose us: here the one just outweighs the other. It counts this purchase, not whether they come back.",
            ),
        ),
        Question::Firm => (
            say("多少对公司一辈子最好？", "What is best for the firm in the long run?"),
            say(
                "还算上价格会赶走多少老客户：看的是终身价值。",
                "It also counts the customers a price drives away: lifetime value.",
            ),
        ),
        Question::Both => (
            say("多少对双方都最好？", "What is best for both sides?"),
            say(
                "客户的得益也算进去：两边得益之积最大。",
                "The customers' gain counts too: the product of both gains is greatest.",
            ),
        ),
        Question::Tie => (
            say("涨到多少，客户会改选对手？", "At what price would the customer switch?"),
            say(
                "利益按客户的评分折成钱，减去全部代价，与最好的对手一样值。",
                "Benefits, from the scores, in money, less all costs: worth as much as the best rival.",
            ),
        ),
        Question::Most => (
            say("客户最多肯付多少？", "What would the client pay at most?"),
            say(
                "另一个选择的价格，加上我们能让客户多赚和少花的钱：看的是算得出来的钱，不看评分。",
                "The price of the alternative, plus what we let the client earn or save: money that can be counted, not scores.",
            ),
        ),
    }
}
