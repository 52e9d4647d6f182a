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
/// Years of the same.
pub const YEARS: Phrase = say("生命周期", "Lifetime");
