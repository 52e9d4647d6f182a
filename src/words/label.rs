//! What each number of a case is called.

use super::{Language, Phrase};

const fn say(zh: &'static str, en: &'static str) -> Phrase {
    Phrase::new(zh, en)
}

/// Stands between the parts of a full name.
pub const BETWEEN: Phrase = say("·", " · ");

/// The year that begins `number` years from now.
pub fn year(number: usize, language: Language) -> String {
    match language {
        Language::Chinese => format!("第 {number} 年"),
        Language::English => format!("Year {number}"),
    }
}

/// How much a criterion counts.
pub const WEIGHT: Phrase = say("分量", "Weight");
/// A score from 0 to 10.
pub const SCORE: Phrase = say("得分", "Score");
/// The seller's guess of a score.
pub const GUESS: Phrase = say("我们的猜测", "Our guess");
/// Time it takes the customer.
pub const TIME: Phrase = say("时间", "Time");
/// The four costs: money, time, energy, mind.
pub const COSTS: [Phrase; 4] =
    [say("价格", "Price"), TIME, say("体力", "Effort"), say("心力", "Worry")];
/// The four kinds of benefit: product, service, people, image.
pub const BENEFITS: [Phrase; 4] = [
    say("产品利益", "Product benefit"),
    say("服务利益", "Service benefit"),
    say("人员利益", "People benefit"),
    say("形象利益", "Image benefit"),
];
/// What a unit costs the firm.
pub const UNIT_COST: Phrase = say("单位成本", "Unit cost");
/// Worth of an offer with top scores throughout.
pub const PERFECT: Phrase = say("满分方案值", "A perfect offer is worth");
/// Worth of an hour of the customer's time.
pub const HOUR_WORTH: Phrase = say("客户的一小时值", "An hour of theirs is worth");
/// A step of the price ladder.
pub const RUNG: Phrase = say("金额", "Amount");

/// Margin a period.
pub const MARGIN: Phrase = say("每期毛利", "Margin a period");
/// Revenue a period.
pub const REVENUE: Phrase = say("每期收入", "Revenue a period");
/// Margin as a share of revenue.
pub const MARGIN_RATE: Phrase = say("毛利率", "Margin rate");
/// Purchases a period.
pub const PURCHASES: Phrase = say("每期购买次数", "Purchases a period");
/// Share of customers who stay.
pub const RETENTION: Phrase = say("保持率", "Retention rate");
/// Share of customers who leave.
pub const CHURN: Phrase = say("流失率", "Churn rate");
/// Periods a customer stays on average.
pub const EXPECTED_LIFE: Phrase = say("平均寿命", "Expected lifetime");
/// Discount rate a year.
pub const DISCOUNT: Phrase = say("年折现率", "Discount rate a year");
/// Discount rate a month.
pub const MONTHLY_DISCOUNT: Phrase = say("合每月", "That is a month");
/// Growth of the margin a year.
pub const GROWTH: Phrase = say("毛利年增长", "Margin growth a year");
/// Cost of winning a customer.
pub const ACQUISITION: Phrase = say("获客成本", "Acquisition cost");
/// Periods counted.
pub const HORIZON: Phrase = say("计算期", "Horizon");
/// A yearly amount.
pub const AMOUNT: Phrase = say("现金流", "Cash flow");
/// Today's price.
pub const TODAYS_PRICE: Phrase = say("今天的价格", "Today's price");
/// Customers who choose between us and others.
pub const PROSPECTS: Phrase = say("面对的客户数", "Customers we could win");
/// The share of them who choose us today.
pub const CHOICE_SHARE: Phrase = say("今天选我们的", "Choose us today");
/// How strongly choice answers to the price.
pub const CHOICE_RESPONSE: Phrase = say("选择对价格的反应", "How choice answers to price");
/// How strongly retention answers to the price.
pub const STAY_RESPONSE: Phrase = say("保持率对价格的反应", "How staying answers to price");
/// What owning an offer costs of one kind.
pub const COST_AMOUNT: Phrase = say("金额", "Amount");
/// Growth of a cost a year.
pub const COST_GROWTH: Phrase = say("年增长", "Growth a year");
/// Units of a difference.
pub const QUANTITY: Phrase = say("数量", "Quantity");
/// What a unit of a difference is worth to the client.
pub const UNIT_VALUE: Phrase = say("每单位值", "Worth of a unit");
/// How sure a difference is.
pub const CONFIDENCE: Phrase = say("把握", "Confidence");
/// The share of a difference that is due to us.
pub const DUE: Phrase = say("归功我们", "Due to us");
/// What changing over costs the client.
pub const SWITCHING: Phrase = say("换过来的一次花费", "One-time cost of changing");
/// The share of the differences that comes in the first year.
pub const FIRST_YEAR: Phrase = say("第一年兑现", "Comes in the first year");
/// The share of the joint gain left to the client.
pub const LEFT: Phrase = say("留给客户", "Left to the client");
/// The most somebody would pay.
pub const MOST: Phrase = say("最多愿付", "Would pay at most");
/// Everything the customer ever pays.
pub const TOTAL_REVENUE: Phrase = say("客户总收入", "Total revenue");
/// Years over which it is paid.
pub const TOTAL_LIFE: Phrase = say("平均生命周期", "Average lifetime");
/// Value of an order.
pub const ORDER: Phrase = say("每单金额", "Order value");
/// Orders a year.
pub const ORDERS: Phrase = say("每年次数", "Orders a year");
/// Revenue a year.
pub const YEAR_REVENUE: Phrase = say("每年收入", "Revenue a year");
/// Cost a year.
pub const YEAR_COST: Phrase = say("每年成本", "Cost a year");
/// Discount rate of the short formula.
pub const BOOK_RATE: Phrase = say("公式里的折现率", "Discount rate in the formula");
/// What somebody found a customer to be worth.
pub const FOUND: Phrase = say("别人算出来的数", "Somebody's answer");
/// Years of the same.
pub const YEARS: Phrase = say("生命周期", "Lifetime");
/// Slope of the fair-value line.
pub const SLOPE: Phrase = say("公道线的斜率", "Slope of the fair-value line");
/// Share of the advantages that the client credits.
pub const CREDIT: Phrase = say("客户承认的优势", "Advantages the client credits");
/// Quality against the mean of the rivals.
pub const QUALITY: Phrase = say("相对质量", "Relative quality");
/// How many customers there are.
pub const HEADS: Phrase = say("客户人数", "Customers");
/// A segment's share of them.
pub const HEAD_SHARE: Phrase = say("人数占比", "Share of heads");
/// The rise of a price that halves the odds.
pub const HALVING: Phrase = say("涨多少，胜算减半", "A rise that halves the odds");
/// What a customer of a segment is worth.
pub const CUSTOMER_VALUE: Phrase = say("每位客户的价值", "Value of a customer");
/// The net value of buying nothing.
pub const PASSING: Phrase = say("不买的净价值", "Net value of buying nothing");
/// By how much a weight will have changed.
pub const SHIFT: Phrase = say("分量的变化", "Change of weight");
/// In how many years that is.
pub const LATER: Phrase = say("几年以后", "Years until then");
/// The moment looked at.
pub const AT: Phrase = say("看哪一刻", "Moment shown");
