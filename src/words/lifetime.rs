//! What the page about lifetime value says.

use super::{Glass, Language, Phrase, Piece, Unit};

const fn say(zh: &'static str, en: &'static str) -> Phrase {
    Phrase::new(zh, en)
}

/// The question the page answers.
pub const QUESTION: Phrase = say("这位客户对我们值多少？", "What is this customer worth to us?");
/// Heading over the margin.
pub const MARGIN: Phrase = say("每期赚多少", "What a period brings");
/// The margin is typed.
pub const TYPED: Phrase = say("直接填毛利", "Type the margin");
/// The margin is a share of revenue.
pub const OF_REVENUE: Phrase = say("收入 × 毛利率", "Revenue × rate");
/// The margin comes from our offer.
pub const FROM_OFFER: Phrase = say("来自我们的方案", "From our offer");
/// The margin that follows.
pub const MARGIN_IS: Phrase = say("每期毛利", "Margin a period");
/// Heading over retention.
pub const STAYING: Phrase = say("会留多久", "How long they stay");
/// Says that the three boxes are one.
pub const ONE_NUMBER: Phrase =
    say("三个框是同一个数，改一个，另两个跟着变", "three ways to say one number");
/// Heading over the discount rate.
pub const TIME_VALUE: Phrase = say("钱的时间价值", "What time costs");
/// Heading over the rest.
pub const SCOPE: Phrase = say("怎样计算", "How we count");
/// Label of the period switch.
pub const PERIOD: Phrase = say("一期", "A period is");
/// A year.
pub const YEAR: Phrase = say("一年", "a year");
/// A month.
pub const MONTH: Phrase = say("一个月", "a month");
/// Label of the timing switch.
pub const TIMING: Phrase = say("第一笔毛利", "The first margin");
/// At once.
pub const NOW: Phrase = say("现在就有", "comes now");
/// After a period.
pub const LATER: Phrase = say("一期以后", "comes after a period");
/// Label of the horizon switch.
pub const HORIZON: Phrase = say("算到", "We count");
/// For as long as the customer stays.
pub const FOREVER: Phrase = say("一直算下去", "for ever");
/// For some periods.
pub const FINITE: Phrase = say("算若干期", "some periods");
/// Nobody ever leaves, so there is no expected lifetime.
pub const NEVER_LEAVES: Phrase = say("无穷", "endless");

/// Title of the survival curve.
pub const SURVIVAL: Phrase = say("还在的客户", "Customers who are still there");
/// Title of the cumulative value.
pub const CUMULATIVE: Phrase = say("累计折现价值", "Cumulative discounted value");
/// Title of the table.
pub const TABLE: Phrase = say("逐期计算", "Period by period");
/// Title of the tornado.
pub const TORNADO: Phrase = say("什么最能改变终身价值", "What changes lifetime value most");
/// Beside the tornado's title.
pub const TORNADO_REMARK: Phrase = say("每项上下 20%", "each moved by 20%");
/// Title of the waterfall.
pub const CASH_FLOW: Phrase = say("逐年现金流", "Cash flow year by year");
/// Under that title.
pub const CASH_FLOW_REMARK: Phrase = say(
    "收入和成本年年不同时，直接填每年的净额，第一笔是现在；流出写负数。折现率用上面的。",
    "Where the years differ, type what each brings; the first is now, what goes out is negative. The discount rate is the one above.",
);
/// Net present value.
pub const NPV: Phrase = say("净现值", "Net present value");

/// Columns of the table: time, still there, margin, discount factor, present value, cumulative.
pub const COLUMNS: [Phrase; 6] = [
    say("期", "Period"),
    say("还在的机会", "Still there"),
    say("毛利", "Margin"),
    say("折现系数", "Discount factor"),
    say("期望现值", "Expected present value"),
    say("累计", "Cumulative"),
];
/// Amount as it falls due, as a column.
pub const AMOUNT: Phrase = say("金额", "Amount");
/// What it is worth today, as a column.
pub const PRESENT: Phrase = say("现值", "Present value");
/// Acquisition cost in the figure.
pub const ACQUISITION: Phrase = say("获客成本", "Acquisition cost");

/// Value of all margins.
pub const VALUE: Phrase = say("毛利现值", "Present value of margins");
/// Lifetime value less acquisition cost.
pub const NET: Phrase = say("终身价值", "Lifetime value");
/// Value over acquisition cost.
pub const VALUE_TO_COST: Phrase = say("价值与获客成本之比", "Value to acquisition cost");
/// Acquisition cost over margin.
pub const SIMPLE_PAYBACK: Phrase = say("简单回收期", "Simple payback");
/// Payback with churn and discount.
pub const PAYBACK: Phrase = say("计入流失与折现的回收期", "Payback with churn and discount");
/// Never paid back.
pub const NEVER: Phrase = say("收不回来", "never");
/// Shown where a ratio does not exist.
pub const NONE: Phrase = say("没有", "none");

/// Both timings and their difference, which is the first margin itself only where we count for ever
/// and the margin does not grow; otherwise every later margin is another too.
pub fn two_books(glass: Glass, (now, later): (f64, f64), margin: f64) -> String {
    let money = |x: f64| glass.value(x, Unit::Money);
    let is_margin = (now - later - margin).abs() <= 1e-9 * now.abs().max(margin.abs());
    let (now, later, gap) = (money(now), money(later), money(now - later));
    match (glass.language, is_margin) {
        (Language::Chinese, true) => format!(
            "两本教科书差一笔毛利：第一笔现在就有，毛利现值 {now}；一期以后才有，{later}。相差 {gap}，只是第一天那笔毛利算不算，不是谁错了。"
        ),
        (Language::Chinese, false) => format!(
            "两本教科书从不同的日子算起：第一笔毛利现在就有，毛利现值 {now}；一期以后才有，每一笔都晚一期，{later}。相差 {gap}，不是谁错了。"
        ),
        (Language::English, true) => format!(
            "Two textbooks differ by one margin: with the first one now the margins are worth {now}, with the first after a period {later}. The {gap} between them is the margin of the first day, counted or not; neither book is wrong."
        ),
        (Language::English, false) => format!(
            "Two textbooks begin on different days: with the first margin now the margins are worth {now}; with the first after a period each comes a period later, {later}. The difference is {gap}; neither book is wrong."
        ),
    }
}

/// A time in periods.
pub fn time(glass: Glass, periods: f64, unit: Unit) -> String {
    glass.value(periods, unit)
}

/// The answer.
pub fn answer(glass: Glass, net: f64, acquisition: f64) -> Vec<Piece> {
    let (value, cost) = (glass.value(net, Unit::Money), glass.value(acquisition, Unit::Money));
    let tail = match (glass.language, acquisition > 0.0, net >= 0.0) {
        (Language::Chinese, false, _) => "（还没有扣获客成本）。".into(),
        (Language::Chinese, true, true) => format!("，已扣掉赢得他的 {cost}：值得。"),
        (Language::Chinese, true, false) => format!("，已扣掉赢得他的 {cost}：不值得。"),
        (Language::English, false, _) => " (no acquisition cost deducted).".into(),
        (Language::English, true, true) => format!(" after the {cost} to win them: worth it."),
        (Language::English, true, false) => {
            format!(" after the {cost} to win them: not worth it.")
        }
    };
    let head = match glass.language {
        Language::Chinese => "这位客户值 ",
        Language::English => "This customer is worth ",
    };
    vec![Piece::Say(head.into()), Piece::Figure(value), Piece::Say(tail)]
}

/// Under the answer: when the money is back.
pub fn payback_line(glass: Glass, payback: Option<u32>, unit: Unit, acquisition: f64) -> String {
    if acquisition == 0.0 {
        return match glass.language {
            Language::Chinese => "没有获客成本，从第一笔起就是赚的。".into(),
            Language::English => {
                "With no acquisition cost the first margin is already gain.".into()
            }
        };
    }
    match (glass.language, payback) {
        (Language::Chinese, Some(0)) => "第一笔毛利就收回获客成本。".into(),
        (Language::English, Some(0)) => {
            "The first margin already pays back the acquisition cost.".into()
        }
        (Language::Chinese, Some(n)) => {
            format!("计入流失与折现，{}后收回获客成本。", time(glass, f64::from(n), unit))
        }
        (Language::English, Some(n)) => format!(
            "Counting churn and discount, the acquisition cost is back after {}.",
            time(glass, f64::from(n), unit)
        ),
        (Language::Chinese, None) => "计入流失与折现，获客成本收不回来。".into(),
        (Language::English, None) => {
            "Counting churn and discount, the acquisition cost never comes back.".into()
        }
    }
}

/// In the survival curve: the expected lifetime.
pub fn expected_life(glass: Glass, life: f64, unit: Unit) -> String {
    match glass.language {
        Language::Chinese => format!("平均留 {}", glass.value(life, unit)),
        Language::English => format!("stay {} on average", glass.value(life, unit)),
    }
}

/// In the cumulative figure: the payback point.
pub fn paid_back(glass: Glass, periods: u32, unit: Unit) -> [String; 2] {
    let time = time(glass, f64::from(periods), unit);
    match glass.language {
        Language::Chinese => ["收回投入".into(), time],
        Language::English => ["paid back".into(), time],
    }
}

/// The survival curve in a sentence.
pub fn survival_summary(glass: Glass, periods: f64, left: f64, unit: Unit) -> String {
    let (time, left) = (glass.value(periods, unit), glass.value(left, Unit::Share));
    match glass.language {
        Language::Chinese => format!("{time}以后还有 {left} 的客户在。"),
        Language::English => format!("After {time}, {left} of the customers are still there."),
    }
}

/// The cumulative figure in a sentence.
pub fn cumulative_summary(glass: Glass, periods: f64, value: f64, unit: Unit) -> String {
    let (time, value) = (glass.value(periods, unit), glass.value(value, Unit::Money));
    match glass.language {
        Language::Chinese => format!("到第 {time}，累计折现价值 {value}。"),
        Language::English => format!("After {time} the cumulative discounted value is {value}."),
    }
}

/// The waterfall in a sentence.
pub fn cash_flow_answer(glass: Glass, npv: f64, sum: f64) -> String {
    let money = |x: f64| glass.value(x, Unit::Money);
    match glass.language {
        Language::Chinese => {
            format!("净现值 {}（不折现的合计是 {}）。", money(npv), money(sum))
        }
        Language::English => {
            format!(
                "The net present value is {} (undiscounted, the sum is {}).",
                money(npv),
                money(sum)
            )
        }
    }
}

/// Retention of 100 % for ever, and nothing shrinks.
pub const NO_FINITE_VALUE: Phrase = say(
    "一直算下去、又没有东西让每期的钱变少：终身价值没有止境，算不出一个数。请把保持率调到 100% 以下、加上折现率、调低增长，或只算若干期。",
    "Counting for ever while nothing makes the margins shrink, the value has no end and is no number. Set retention below 100%, add a discount rate, lower the growth, or count some periods only.",
);
/// The result is too large.
pub const TOO_LARGE: Phrase = say(
    "结果太大，写不出来了。把数字调小一些。",
    "The result is too large to write. Make the numbers smaller.",
);
/// A parameter is out of its range.
pub const OUT_OF_RANGE: Phrase = say(
    "有一个数超出了范围，算不出来。",
    "One of the numbers is out of range, so there is no result.",
);

/// Definition, source, limits, usual mistake.
pub const NOTES: &[(Phrase, Phrase)] = &[
    (
        say("客户终身价值", "Customer lifetime value"),
        say(
            "一位客户今后给我们带来的毛利，按他还在的机会打折，再折成今天的钱，减去赢得他的花费。",
            "The margins a customer will bring, each times the chance that the customer is still there, discounted to today, less what it cost to win the customer.",
        ),
    ),
    (
        say("出处", "Source"),
        say(
            "Gupta 与 Lehmann（2003、2005）：第一笔毛利在一期以后，m·r ÷ (1+i−r)。Berger 与 Nasr（1998）：第一笔毛利现在就有，m·(1+i) ÷ (1+i−r)。",
            "Gupta & Lehmann (2003, 2005), first margin after a period: m·r / (1+i−r). Berger & Nasr (1998), first margin now: m·(1+i) / (1+i−r).",
        ),
    ),
    (
        say("假设", "Assumes"),
        say(
            "保持率年年一样。真实的客户有爱走的和不爱走的，爱走的先走，留下的人保持率会上升；用一个平均流失率会低估老客户。",
            "Retention is the same in every period. Real customers differ: the restless leave first and those who stay are the loyal, so one average churn rate undervalues old customers.",
        ),
    ),
    (
        say("常见的错误", "The usual mistake"),
        say(
            "用收入代替毛利；月流失率配年折现率；忘了第一笔毛利算在哪一天。",
            "Revenue in place of margin; monthly churn with a yearly discount rate; not saying on which day the first margin counts.",
        ),
    ),
    (
        say("两边连在一起", "Joined with the other side"),
        say(
            "选“来自我们的方案”时，毛利来自感知价值页上的价格：在那边降价，这边的终身价值马上跟着变。",
            "With \"From our offer\" the margin comes from the price on the page of perceived value: lower it there and lifetime value moves here at once.",
        ),
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_difference_is_called_a_margin_only_where_it_is_one() {
        // Row E14, for ever: 366.67 and 266.67 differ by exactly the margin of 100.
        let english = Glass { language: Language::English, ..Glass::default() };
        let exact = two_books(english, (1_100.0 / 3.0, 800.0 / 3.0), 100.0);
        assert!(exact.contains("margin of the first day"), "{exact}");
        let finite = two_books(english, (5_093.33, 3_472.72), 1_700.0);
        assert!(!finite.contains("margin of the first day"), "{finite}");
    }
}
