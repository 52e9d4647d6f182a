//! What the page about the cost of ownership says.

use super::{Glass, Language, Phrase, Piece, Unit};
use crate::model::ownership::Course;

const fn say(zh: &'static str, en: &'static str) -> Phrase {
    Phrase::new(zh, en)
}

/// Within so small a part of a year no year is named.
const MONTH: f64 = 1.0 / 12.0;

/// The question the page answers.
pub const QUESTION: Phrase = say("用到最后，哪个更省？", "Which costs less to own?");
/// Heading over the years and the discount rate.
pub const TERMS: Phrase = say("怎样计算", "How we count");
/// Heading over the costs.
pub const COSTS: Phrase = say("要花哪些钱", "What is paid");
/// Column of costs.
pub const COST_COLUMN: Phrase = say("花费", "Cost");
/// When something is paid.
pub const WHEN: Phrase = say("何时付", "When paid");
/// Adds a cost.
pub const ADD_COST: Phrase = say("加一项花费", "Add a cost");
/// When the price is paid: once, at each purchase.
pub const PAID: [Phrase; 2] = [say("现在一次", "once, now"), say("每次购买", "each purchase")];
/// When a cost is paid: now, every year, it comes back.
pub const WHENS: [Phrase; 3] = [
    say("现在一次", "once, now"),
    say("每年年底", "every year"),
    say("最后收回", "back at the end"),
];
/// The price, as a kind of cost.
pub const PRICE: Phrase = say("价格", "Price");

/// Title of the costs by kind.
pub const BY_KIND: Phrase = say("拥有成本，按项目", "Cost of ownership by kind");
/// Title of the running difference.
pub const SAVING: Phrase = say("到每年年底省了多少", "Saved by the end of each year");
/// Title of what makes the difference.
pub const DRIVERS: Phrase = say("差在哪里", "What makes the difference");
/// Title of the costs by year.
pub const BY_YEAR: Phrase = say("逐年付出", "Paid year by year");
/// Under that title.
pub const BY_YEAR_REMARK: Phrase =
    say("当年实际付出的钱，没有折现", "as it is paid, without discount");
/// Title of the list of ties.
pub const TIES: Phrase = say("改到多少，两个一样省", "Any one of these makes them cost the same");
/// Title of the table of all offers.
pub const ACCOUNT: Phrase = say("总账", "The whole account");
/// The rival that is chosen.
pub const RIVAL: Phrase = say("和谁比", "Compared with");
/// The rival that costs least to own.
pub const BEST_RIVAL: Phrase = say("最省的对手", "the cheapest rival");

/// What owning costs, as it is worth today.
pub const TOTAL: Phrase = say("拥有成本（今天的钱）", "Cost of ownership, today's money");
/// What is paid over the years, without discount.
pub const OUTLAY: Phrase = say("实付合计（不折现）", "Paid in all, undiscounted");
/// The equivalent yearly cost.
pub const PER_YEAR: Phrase = say("等于每年花", "The same each year");
/// What an offer costs more than the cheapest.
pub const ABOVE: Phrase = say("比最省的多", "Above the cheapest");
/// What makes the difference, as a column.
pub const SAVED: Phrase = say("省下", "Saved");
/// The sum of all kinds.
pub const SUM: Phrase = say("合计", "In all");
/// A year, as a column.
pub const YEAR: Phrase = say("年", "Year");
/// The cheapest, beside its bar.
pub const CHEAPEST: Phrase = say("最省", "the cheapest");
/// What the multipliers in the working are.
pub const FACTORS: Phrase = say(
    "乘的数：每年付 1（或最后收回 1），折成今天的钱是多少。",
    "The multipliers: what 1 paid every year, or 1 that comes back at the end, is worth today.",
);

/// The end of a year; 0 is now.
pub fn year_end(year: usize, language: Language) -> String {
    match (language, year) {
        (Language::Chinese, 0) => "现在".into(),
        (Language::English, 0) => "Now".into(),
        (Language::Chinese, _) => format!("第 {year} 年底"),
        (Language::English, _) => format!("End of year {year}"),
    }
}

/// What an offer costs as it is worth today, as a column.
pub fn today(glass: Glass, name: &str) -> String {
    match glass.language {
        Language::Chinese => format!("{name}，折现"),
        Language::English => format!("{name}, today's money"),
    }
}

/// Years as a time.
fn time(glass: Glass, years: u32) -> String {
    glass.value(f64::from(years), Unit::Years)
}

/// The difference in price, as the answer ends.
fn price_difference(glass: Glass, dearer: f64, each_time: bool) -> String {
    let by = glass.value(dearer.abs(), Unit::Money);
    match (glass.language, dearer.total_cmp(&0.0)) {
        (Language::Chinese, order) => {
            let price = if each_time { "每次的价格" } else { "价格" };
            match order {
                std::cmp::Ordering::Greater => format!("，虽然{price}贵 {by}。"),
                std::cmp::Ordering::Less => format!("，{price}也便宜 {by}。"),
                std::cmp::Ordering::Equal => format!("，{price}一样。"),
            }
        }
        (Language::English, order) => {
            let price = if each_time { "a price per purchase" } else { "a price" };
            match order {
                std::cmp::Ordering::Greater => format!(", at {price} {by} higher."),
                std::cmp::Ordering::Less => format!(", at {price} {by} lower."),
                std::cmp::Ordering::Equal => ", at the same price.".into(),
            }
        }
    }
}

/// The answer: which is cheaper to own than which, over how long, by how much, at what difference
/// in price.
pub fn answer(
    glass: Glass,
    years: u32,
    [cheaper, other]: [&str; 2],
    saved: f64,
    (dearer, each_time): (f64, bool),
) -> Vec<Piece> {
    let (time, saved) = (time(glass, years), glass.value(saved, Unit::Money));
    let end = price_difference(glass, dearer, each_time);
    match glass.language {
        Language::Chinese => vec![
            Piece::Say(format!("用 {time}，{cheaper}比{other}省 ")),
            Piece::Figure(saved),
            Piece::Say(end),
        ],
        Language::English => vec![
            Piece::Say(format!("Over {time}, {cheaper} costs ")),
            Piece::Figure(saved),
            Piece::Say(format!(" less to own than {other}{end}")),
        ],
    }
}

/// The answer where two cost the same.
pub fn answer_tie(glass: Glass, years: u32, [one, other]: [&str; 2], total: f64) -> Vec<Piece> {
    let (time, total) = (time(glass, years), glass.value(total, Unit::Money));
    match glass.language {
        Language::Chinese => vec![
            Piece::Say(format!("用 {time}，{one}和{other}花得一样多：")),
            Piece::Figure(total),
            Piece::Say("。".into()),
        ],
        Language::English => vec![
            Piece::Say(format!("Over {time}, {one} and {other} cost the same to own: ")),
            Piece::Figure(total),
            Piece::Say(".".into()),
        ],
    }
}

/// The answer where there is only one offer.
pub fn answer_alone(glass: Glass, years: u32, name: &str, total: f64) -> Vec<Piece> {
    let (time, total) = (time(glass, years), glass.value(total, Unit::Money));
    match glass.language {
        Language::Chinese => vec![
            Piece::Say(format!("用 {time}，{name}一共要花 ")),
            Piece::Figure(total),
            Piece::Say("。".into()),
        ],
        Language::English => vec![
            Piece::Say(format!("Over {time}, {name} costs ")),
            Piece::Figure(total),
            Piece::Say(" to own.".into()),
        ],
    }
}

/// Under the answer: from when on ours is the cheaper one to own.
pub fn course(glass: Glass, [ours, theirs]: [&str; 2], course: Course) -> String {
    let money = |x: f64| glass.value(x, Unit::Money);
    let from = |year: f64| from_when(glass, year);
    match (glass.language, course) {
        (Language::Chinese, Course::CheaperFrom { most, year }) => {
            format!("{ours}起先多花（最多时 {}），{}反而比{theirs}省。", money(most), from(year))
        }
        (Language::Chinese, Course::DearerFrom { most, year }) => {
            format!("{ours}起先少花（最多时 {}），{}反而比{theirs}贵。", money(most), from(year))
        }
        (Language::Chinese, Course::AlwaysCheaper) => format!("{ours}从头到尾都比{theirs}省。"),
        (Language::Chinese, Course::AlwaysDearer) => format!("{ours}从头到尾都比{theirs}贵。"),
        (Language::Chinese, Course::Same) => format!("用到最后，{ours}和{theirs}花得一样多。"),
        (Language::English, Course::CheaperFrom { most, year }) => format!(
            "{ours} costs more at first, by {} at the most; {} it has cost less than {theirs}.",
            money(most),
            from(year)
        ),
        (Language::English, Course::DearerFrom { most, year }) => format!(
            "{ours} costs less at first, by {} at the most; {} it has cost more than {theirs}.",
            money(most),
            from(year)
        ),
        (Language::English, Course::AlwaysCheaper) => {
            format!("{ours} costs less than {theirs} all along.")
        }
        (Language::English, Course::AlwaysDearer) => {
            format!("{ours} costs more than {theirs} all along.")
        }
        (Language::English, Course::Same) => {
            format!("In the end {ours} and {theirs} have cost the same.")
        }
    }
}

/// From when on; within a month no year is named.
fn from_when(glass: Glass, year: f64) -> String {
    let at = glass.number(year, 2);
    match (glass.language, year < MONTH) {
        (Language::Chinese, true) => "一个月内".into(),
        (Language::Chinese, false) => format!("第 {at} 年起"),
        (Language::English, true) => "within a month".into(),
        (Language::English, false) => format!("from year {at} on"),
    }
}

/// In the running difference: where the cheaper one to own becomes the other.
pub fn crossing(glass: Glass, year: f64, cheaper: bool) -> [String; 2] {
    let at = glass.number(year, 2);
    let when = match glass.language {
        _ if year < MONTH => from_when(glass, year),
        Language::Chinese => format!("第 {at} 年"),
        Language::English => format!("year {at}"),
    };
    let what = match (glass.language, cheaper) {
        (Language::Chinese, true) => "从这里起更省",
        (Language::Chinese, false) => "从这里起更贵",
        (Language::English, true) => "cheaper from here",
        (Language::English, false) => "dearer from here",
    };
    [what.into(), when]
}

/// What ours has cost less than theirs by some time, or more.
pub fn saved(glass: Glass, saved: f64) -> String {
    let amount = glass.value(saved.abs(), Unit::Money);
    match (glass.language, saved < 0.0) {
        (Language::Chinese, false) => format!("省 {amount}"),
        (Language::Chinese, true) => format!("多花 {amount}"),
        (Language::English, false) => format!("{amount} saved"),
        (Language::English, true) => format!("{amount} more"),
    }
}

/// Beside a bar: what comes back at the end.
pub fn back(glass: Glass, amount: f64) -> String {
    let amount = glass.cell(amount, Unit::Money);
    match glass.language {
        Language::Chinese => format!("收回 {amount}"),
        Language::English => format!("{amount} back"),
    }
}

/// Beside a bar: what it costs more than the cheapest.
pub fn above(glass: Glass, more: f64) -> String {
    let more = glass.value(more, Unit::Money);
    match glass.language {
        Language::Chinese => format!("多 {more}"),
        Language::English => format!("{more} more"),
    }
}

/// The running difference in a sentence.
pub fn saving_summary(glass: Glass, [ours, theirs]: [&str; 2], end: (f64, f64)) -> String {
    let (time, end) = (glass.value(end.0, Unit::Years), saved(glass, end.1));
    match glass.language {
        Language::Chinese => format!("用 {time}，{ours}比{theirs}{end}。"),
        Language::English => format!("After {time}, {ours} against {theirs}: {end}."),
    }
}

/// What makes the difference in a sentence: the strongest kind.
pub fn drivers_summary(glass: Glass, name: &str, saving: f64, total: f64) -> String {
    let (saving, total) = (saved(glass, saving), saved(glass, total));
    match glass.language {
        Language::Chinese => format!("合计{total}，差得最多的是{name}：{saving}。"),
        Language::English => format!("{total} in all; the most by {name}: {saving}."),
    }
}

/// The costs in a sentence: name and total of each offer.
pub fn by_kind_summary(glass: Glass, offers: &[(&str, f64)]) -> String {
    let value = |x: f64| glass.value(x, Unit::Money);
    let one = |(name, total): &(&str, f64)| format!("{name} {}", value(*total));
    let all: Vec<String> = offers.iter().map(one).collect();
    match glass.language {
        Language::Chinese => format!("{}。", all.join("，")),
        Language::English => format!("{}.", all.join(", ")),
    }
}

/// Who is compared with whom, beside a heading.
pub fn between(glass: Glass, [ours, theirs]: [&str; 2]) -> String {
    match glass.language {
        Language::Chinese => format!("{ours}比{theirs}"),
        Language::English => format!("{ours} against {theirs}"),
    }
}

/// Beside the list of ties.
pub fn tie_remark(glass: Glass, [ours, theirs]: [&str; 2], end: f64) -> String {
    let end = saved(glass, end);
    match glass.language {
        Language::Chinese => {
            format!("{ours}比{theirs}{end}；改到下面任何一个数，两个就花得一样多")
        }
        Language::English => {
            format!("{ours} against {theirs}: {end}; at any one of these they are level")
        }
    }
}

/// No price or amount alone makes them cost the same.
pub const NO_TIE: Phrase = say(
    "只改一个数，两个花不到一样多：差得太多，要几项一起改。",
    "No single change makes them cost the same: several must move together.",
);
/// There is nothing to compare with.
pub const ALONE: Phrase = say(
    "只有一个方案，没有可比的。再加一个方案（“继续用旧的”也算一个）。",
    "There is only one offer, so there is nothing to compare. Add another (\"keep the old one\" is one too).",
);
/// The two cost the same in every kind.
pub const NO_DRIVER: Phrase =
    say("两个方案每一项都一样。", "The two offers are alike in every kind of cost.");
/// The result is too large.
pub const TOO_LARGE: Phrase = say(
    "结果太大，写不出来了。把金额、增长或年数调小一些。",
    "The result is too large to write. Make the amounts, the growth or the years smaller.",
);
/// A number is out of its range.
pub const OUT_OF_RANGE: Phrase = say(
    "有一个数超出了范围，算不出来。",
    "One of the numbers is out of range, so there is no result.",
);

/// Definition, source, assumptions, limits, usual mistakes.
pub const NOTES: &[(Phrase, Phrase)] = &[
    (
        say("总拥有成本", "Total cost of ownership"),
        say(
            "从买进到用完，一个方案一共要花的钱：价格、安装、每年的运行和维护，减去最后转手收回的。每一笔都折成今天的钱再相加。",
            "All that an offer costs from buying it to the end of its use: price, set-up, running and upkeep each year, less what it is sold for in the end. Every payment is discounted to today, then added.",
        ),
    ),
    (
        say("出处", "Source"),
        say(
            "Ellram，《总拥有成本：一种采购分析方法》（1995）。“等于每年花”是工程经济学的等额年成本。",
            "Ellram, \"Total Cost of Ownership: An Analysis Approach for Purchasing\" (1995). \"The same each year\" is the equivalent annual cost of engineering economics.",
        ),
    ),
    (
        say("假设", "Assumes"),
        say(
            "各方案做同样的事，用同样多年。每年的花费在年底付；转手在最后一年年底。一年之内按均匀付出算，所以会有“第 2.27 年”。不满一年按一年算，最多算一百年。",
            "All offers do the same work for the same number of years. What is paid each year is paid at its end, and the resale comes at the end of the last. Within a year costs are taken to come evenly, hence \"year 2.27\". A part of a year counts as a year; at most a hundred are counted.",
        ),
    ),
    (
        say("常见的错误", "The usual mistakes"),
        say(
            "只比价格；一个按三年算、一个按五年算；忘了转手还能收回多少；把今天的钱和五年后的钱直接相加。",
            "Comparing prices only; counting one offer over three years and the other over five; forgetting what it can be sold for; adding today's money to money five years away.",
        ),
    ),
    (
        say("不适用", "Not for"),
        say(
            "做的事不一样的方案。好的那个多带来的，要放到“经济价值”里算；时间、体力和心力在“感知价值”里算。",
            "Offers that do different work. What the better one brings more belongs into economic value; time, effort and worry into perceived value.",
        ),
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn within_a_month_no_year_is_named() {
        let [zh, en] = [Language::Chinese, Language::English]
            .map(|language| Glass { language, ..Glass::default() });
        // A month is 1 ÷ 12 = 0.0833 of a year.
        assert_eq!(from_when(zh, 0.083), "一个月内");
        assert_eq!(from_when(zh, 0.084), "第 0.08 年起");
        assert_eq!(from_when(en, 0.083), "within a month");
        assert_eq!(crossing(en, 2.274, true), ["cheaper from here", "year 2.27"]);
        assert_eq!(crossing(zh, 0.01, false), ["从这里起更贵", "一个月内"]);
    }
}
