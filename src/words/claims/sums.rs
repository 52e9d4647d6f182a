//! What the sums say that take a claim as given.

use super::verdict::before_word;
use super::{percent, say};
use crate::words::{Glass, Language, Phrase, Unit};

/// Headings of the sections, and of their figures: moved up, replaced, word of mouth, calls,
/// recommended, growth, chain, recovery.
pub const SUMS: [Phrase; 8] = [
    say("从满意到非常满意", "From satisfied to very satisfied"),
    say("走一位，补一位", "Lost and replaced"),
    say("坏口碑", "Word of mouth"),
    say("要打几个电话", "Calls for a sale"),
    say("推荐来的客户", "Customers who were referred"),
    say("越用越多的资产", "The asset that grows with use"),
    say("从接触到客户", "From touch to customer"),
    say("补救一次失误", "Making good a failure"),
];
/// Beside the headings.
pub const REMARKS: [Phrase; 8] = [
    say("1∶6 值多少次购买", "what 1:6 is worth in purchases"),
    say("1∶8 和 1/5 各值多少钱", "what 1:8 and 1/5 are in money"),
    say("一传五要少赚多少", "what one tells five costs"),
    say("50% 对 15% 值几个电话", "what 50% against 15% is in calls"),
    say("六成靠推荐省下多少", "what 60% by referral saves"),
    say("留下的加上带来的", "those who stay and those they bring"),
    say("五个环节，哪个最弱", "five stages: which link is weakest?"),
    say("三条领带换一位客户", "three ties for a customer"),
];
/// Rows of the figures.
pub const SATISFIED: Phrase = say("满意", "Satisfied");
/// The same.
pub const DELIGHTED: Phrase = say("非常满意", "Very satisfied");
/// The same.
pub const KEEP: Phrase = say("留住他们", "Keeping them");
/// The same.
pub const REPLACE: Phrase = say("再赢得一样多", "Winning as many");
/// The same.
pub const UNHAPPY: Phrase = say("不满的客户", "Unhappy customers");
/// The same.
pub const HEAR: Phrase = say("听到的人", "Those who hear");
/// The same: those who hear in later rounds.
pub const HEAR_LATER: Phrase = say("再传一轮", "Passed on again");
/// The same.
pub const SALES_LOST: Phrase = say("少卖的", "Sales lost");
/// The same.
pub const CUSTOMERS: Phrase = say("向老客户", "To customers");
/// The same.
pub const STRANGERS: Phrase = say("向生人", "To strangers");
/// The same.
pub const REFERRED: Phrase = say("推荐来的", "Referred");
/// The same.
pub const OTHERS: Phrase = say("其余", "Others");
/// The stages of the chain.
pub const STAGES: [Phrase; 5] = [
    say("接触", "Touches"),
    say("被打动", "Moved"),
    say("说出去", "Tell others"),
    say("听到的人", "Hear of it"),
    say("新客户", "New customers"),
];
/// What is spent on making good.
pub const SPENT: Phrase = say("花费", "Spent");
/// What that saves on average.
pub const SAVED: Phrase = say("平均挽回", "Saved on average");
/// What remains.
pub const NET: Phrase = say("净得", "Net");
/// What a row is, as a column.
pub const ROW: Phrase = say("项目", "Row");
/// How much it is, as a column.
pub const SIZE: Phrase = say("多少", "How much");
/// Years, as a column and an axis.
pub const YEAR: Phrase = say("年", "Year");
/// Customers, as a column and an axis.
pub const HEADS: Phrase = say("客户数", "Customers");
/// The number that the handle at the start of the growth sets is there already.
pub const NOW: Phrase = say("现在", "now");
/// Label of the choice of the worth.
pub const WORTH_OF: Phrase = say("这位客户值多少", "What the customer is worth");
/// The worth is typed.
pub const TYPED: Phrase = say("直接填", "Typed");
/// The worth is the lifetime value of the case.
pub const OF_CASE: Phrase = say("用本案例的终身价值", "This case's lifetime value");
/// Sets the ratio of the costs to a claim.
pub const TAKE_EIGHT: Phrase = say("按 1∶8", "By 1:8");
/// The same.
pub const TAKE_FIVE: Phrase = say("按 1/5", "By 1/5");
/// Both ratios, for those who cannot see them.
pub const BY_WHICH: Phrase = say("按哪个比", "By which ratio");

/// More than all would have to buy again.
pub const TOO_OFTEN: Phrase = say(
    "这样算，非常满意的客户要买的比全部人还多：倍数太大，或者满意客户的复购率太高。",
    "More than all would have to buy again: the multiple is too large, or the satisfied buy too often already.",
);
/// No call ever sells.
pub const NEVER_SELLS: Phrase =
    say("成交率是零，打多少电话也卖不成。", "A call never sells, so no number of calls is enough.");
/// The customer costs more than they bring.
pub const WORTH_NOTHING: Phrase = say(
    "这位客户今后的毛利不到零：补救没有什么可挽回的。",
    "This customer's margins to come are below zero: there is nothing to save.",
);

const fn is_chinese(glass: Glass) -> bool {
    matches!(glass.language, Language::Chinese)
}

/// How many, to a hundredth.
pub fn heads(glass: Glass, x: f64) -> String {
    glass.value((x * 100.0).round() / 100.0, Unit::Count)
}

fn money(glass: Glass, x: f64) -> String {
    glass.value(x, Unit::Money)
}

/// How many of all buy again, on the row of its figure.
pub fn again(glass: Glass, buyers: f64, share: f64) -> String {
    let (buyers, share) = (heads(glass, buyers), percent(glass, share));
    if is_chinese(glass) {
        format!("{buyers} 位再买（{share}）")
    } else {
        format!("{buyers} buy again ({share})")
    }
}

/// What moving customers up brings.
pub fn moved_answer(glass: Glass, customers: f64, before: f64, after: f64) -> String {
    let more = heads(glass, after - before);
    let [customers, before, after] = [customers, before, after].map(|x| heads(glass, x));
    if is_chinese(glass) {
        format!(
            "{customers} 位客户，满意时 {before} 位再买，非常满意时 {after} 位：多 {more} 次购买。"
        )
    } else {
        format!(
            "Of {customers} customers {before} buy again when satisfied, {after} when very satisfied: {more} purchases more."
        )
    }
}

/// What each customer costs, on the row of its figure.
pub fn each(glass: Glass, total: f64, one: f64) -> String {
    let (total, one) = (money(glass, total), money(glass, one));
    if is_chinese(glass) {
        format!("{total}（每位 {one}）")
    } else {
        format!("{total} ({one} each)")
    }
}

/// What replacing costs more than keeping, and what it would by either claim.
pub fn replaced_answer(
    glass: Glass,
    customers: f64,
    (keeping, winning): (f64, f64),
    extra: f64,
    by_claims: [f64; 2],
) -> String {
    let customers = heads(glass, customers);
    let [keeping, winning, extra] = [keeping, winning, extra].map(|x| money(glass, x));
    let [eight, five] = by_claims.map(|x| money(glass, x));
    if is_chinese(glass) {
        format!(
            "失去 {customers} 位再赢回一样多，花 {winning}；留住他们花 {keeping}：多花 {extra}。按 1∶8 多花 {eight}，按 1/5 多花 {five}。"
        )
    } else {
        format!(
            "Winning as many as the {customers} lost costs {winning}, keeping them {keeping}: {extra} more. By 1:8 it is {eight}, by 1/5 {five}."
        )
    }
}

/// What bad word of mouth costs.
pub fn gossip_answer(
    glass: Glass,
    served: f64,
    (tellers, hearers): (f64, f64),
    (sales, profit): (f64, f64),
) -> String {
    let [served, tellers, hearers, sales] =
        [served, tellers, hearers, sales].map(|x| heads(glass, x));
    let profit = glass.signed(-profit, Unit::Money);
    if is_chinese(glass) {
        format!(
            "{served} 位客户里 {tellers} 位不满，{hearers} 人会听到，少卖 {sales} 笔：利润 {profit}。"
        )
    } else {
        format!(
            "Of {served} customers {tellers} are unhappy, {hearers} people hear of it, {sales} sales are lost: profit {profit}."
        )
    }
}

/// Calls and cost of a sale, on the row of its figure.
pub fn calls(glass: Glass, chance: f64, calls: f64, sale: f64) -> String {
    let chance = percent(glass, chance);
    let (calls, sale) = (heads(glass, calls), money(glass, sale));
    if is_chinese(glass) {
        format!("{chance}：{calls} 个电话，每笔 {sale}")
    } else {
        format!("{chance}: {calls} calls, {sale} a sale")
    }
}

/// What a number of sales takes.
pub fn calls_answer(glass: Glass, sales: f64, calls: [f64; 2], costs: [f64; 2]) -> String {
    let sales = heads(glass, sales);
    let [few, many] = calls.map(|x| heads(glass, x));
    let [low, high] = costs.map(|x| money(glass, x));
    if is_chinese(glass) {
        format!(
            "卖成 {sales} 笔，向老客户要打 {few} 个电话，每笔花 {low}；向生人要 {many} 个，每笔花 {high}。"
        )
    } else {
        format!(
            "{sales} sales take {few} calls to customers, {low} a sale, or {many} to strangers, {high} a sale."
        )
    }
}

/// What referrals save.
pub fn referred_answer(glass: Glass, all: f64, referred: f64, each: f64, saved: f64) -> String {
    let [all, referred] = [all, referred].map(|x| heads(glass, x));
    let [each, saved] = [each, saved].map(|x| money(glass, x));
    if is_chinese(glass) {
        let each = before_word(glass.language, &each);
        format!("{all} 位新客里 {referred} 位是推荐来的，每位省下 {each}的获客花费：共省 {saved}。")
    } else {
        format!(
            "Of {all} new customers {referred} were referred and save {each} each: {saved} in all."
        )
    }
}

/// Where a stock of customers leads: its growth a year, its size at the end, where it settles, and
/// after how many years it has doubled.
pub fn growth_answer(
    glass: Glass,
    (growth, years): (f64, f64),
    (start, end): (f64, f64),
    steady: Option<f64>,
    doubled: Option<f64>,
) -> String {
    let growth = glass.number(growth, 2);
    let end = glass.number(end, 1);
    let start = heads(glass, start);
    let time = glass.value(years, Unit::Years);
    let head = if is_chinese(glass) {
        format!("{start} 位客户，留下的加上带来的是每年 ×{growth}，{time}后有 {end} 位。")
    } else {
        format!(
            "{start} customers, those who stay and those they bring make ×{growth} a year: {end} after {time}."
        )
    };
    let tail = match (steady, doubled) {
        (Some(steady), _) => {
            let steady = glass.number(steady, 1);
            if is_chinese(glass) {
                format!("最后停在 {steady} 位：带来的补不上流失的。")
            } else {
                format!(
                    " It settles at {steady}: what they bring does not make up for what is lost."
                )
            }
        }
        (None, Some(doubled)) => {
            let doubled = glass.value((doubled * 10.0).round() / 10.0, Unit::Years);
            if is_chinese(glass) {
                format!("{doubled}翻一番。")
            } else {
                format!(" It doubles in {doubled}.")
            }
        }
        (None, None) => String::new(),
    };
    head + &tail
}

/// What comes out of the chain, its weakest link, and what a point more there adds.
pub fn chain_answer(
    glass: Glass,
    (start, result): (f64, f64),
    weakest: Option<(Phrase, f64)>,
) -> String {
    let [start, result] = [start, result].map(|x| heads(glass, x));
    let head = if is_chinese(glass) {
        format!("{start} 次接触，最后带来 {result} 位新客户。")
    } else {
        format!("{start} touches bring {result} new customers in the end.")
    };
    let tail = weakest.map_or_else(String::new, |(link, gain)| {
        let (link, gain) = (link.to(glass.language), heads(glass, gain));
        if is_chinese(glass) {
            format!("最弱的一环是“{link}”：每提高 1 个百分点，多 {gain} 位。")
        } else {
            format!(" The weakest link is \"{link}\": a point more adds {gain}.")
        }
    });
    head + &tail
}

/// What making good brings: cost, points, worth of the customer; net, return, break-even.
pub fn recovery_answer(
    glass: Glass,
    (cost, points, worth): (f64, f64, f64),
    net: f64,
    (roi, even): (Option<f64>, Option<f64>),
) -> String {
    let saved = money(glass, points * worth);
    let in_points = |x: f64| glass.bare((x * 1e4).round() / 1e4, Unit::Share);
    let points = in_points(points);
    let [cost, worth] = [cost, worth].map(|x| money(glass, x));
    let net = glass.signed(net, Unit::Money);
    let roi = roi.map(|roi| glass.value(roi, Unit::Share));
    let even = even.map(in_points);
    if is_chinese(glass) {
        let roi = roi.map_or_else(String::new, |roi| format!("，回报率 {roi}"));
        let even = even.map_or_else(
            || "机会再多也打不平。".to_owned(),
            |even| format!("多 {even} 个百分点就打平。"),
        );
        format!(
            "补救花 {cost}，让他留下的机会多 {points} 个百分点；他值 {worth}，平均挽回 {saved}：净得 {net}{roi}。{even}"
        )
    } else {
        let roi = roi.map_or_else(String::new, |roi| format!(", a return of {roi}"));
        let even = even.map_or_else(
            || "No chance is enough to break even.".to_owned(),
            |even| format!("It breaks even at {even} points."),
        );
        format!(
            "{cost} spent makes it {points} points more likely that a customer worth {worth} stays, {saved} on average: net {net}{roi}. {even}"
        )
    }
}

/// What an article that comes back costs when it is sold for less.
pub fn returned(glass: Glass, price: f64, share: f64, cost: f64) -> String {
    let (price, cost, share) = (money(glass, price), money(glass, cost), percent(glass, share));
    if is_chinese(glass) {
        let price = before_word(glass.language, &price);
        format!("退回来的 {price}的商品按标价的 {share} 卖掉，亏 {cost}。")
    } else {
        format!("The returned article of {price} sold at {share} of its price costs {cost}.")
    }
}

/// Definition, source and limit of each section.
pub const SUM_NOTES: [Phrase; 8] = [
    say(
        "多出的购买 = 客户数 × 复购率 ×（倍数 − 1），每位至多再买一次。倍数只有复购率不超过 1 ÷ 倍数时才可能。出处：Heskett 等（1994）、Jones 与 Sasser（1995）所引施乐的数。常见错误：“高出六倍”照字面是七倍；满意度和购买一起变，不等于提高满意度就会多买。",
        "Purchases more = customers × chance × (multiple − 1), one more purchase each at most. A multiple can be true only up to a chance of 1 ÷ multiple. Source: Xerox's figure in Heskett et al. (1994) and Jones & Sasser (1995). The usual mistake: \"six times more\" is seven times to the letter; and that satisfaction and purchases go together does not show that raising one raises the other.",
    ),
    say(
        "多花 = 失去的客户数 ×（赢得一位 − 留住一位）。两种说法（1∶8、1/5）都没有查到数据；这里把倍数当作已知。留住的花费摊在所有客户身上，本来就不走的也花了；比的时候口径要一致。",
        "More spent = customers lost × (winning one − keeping one). Neither 1:8 nor 1/5 comes with data; the multiple is taken as given here. Keeping costs money for every customer, also for those who would have stayed anyway: compare like with like.",
    ),
    say(
        "听到的人 = 不满的客户 × 每人告诉几人；再传的机会大于零时，往下再传两轮。少赚 = 听到的人 × 本来会买的比例 × 每笔毛利。假设没有人听到两遍、听到的都不买：算出来偏高。出处：“一传五”没有查到；TARP（1986）的调查是 9 到 10 人。",
        "Those who hear = unhappy customers × people told; with a chance of passing it on, for two rounds more. Lost profit = hearers × share who would have bought × margin. Nobody is taken to hear it twice, and all who hear stay away, so the figure is on the high side. Source: none for \"one tells five\"; TARP's survey (1986) found nine to ten.",
    ),
    say(
        "电话数 = 要卖成几笔 ÷ 成交率；每笔花费 = 一个电话的花费 ÷ 成交率。两种成交率都要用自己的记录。老客户会买，也因为早就有生意往来：生人迟早也要变成老客户。出处：流传的说法；Farris 等（2006）有 60–70% 对 5–20%。",
        "Calls = sales wanted ÷ chance; cost of a sale = cost of a call ÷ chance. Take both chances from your own record. Customers buy because they were once won; winning them had a cost too. Source: repeated in courses; Farris et al. (2006) have 60–70% against 5–20%.",
    ),
    say(
        "省下 = 新客户数 × 推荐的比例 × 赢得一位的花费；奖励推荐人的花费要另减。推荐来的人里，有的没有推荐也会来。出处：“六成”没有查到；推荐价值见 Kumar、Petersen 与 Leone（2007）。",
        "Saved = new customers × share referred × cost of winning one; what is paid for referrals comes off. Some of the referred would have come anyhow. Source: none for the 60%; on referral value Kumar, Petersen & Leone (2007).",
    ),
    say(
        "下一年 =（留下的比例 + 每位带来的）× 客户数 + 自己找来的。两者之和大于 1，客户会自己增多；小于 1，停在自己找来的 ÷（1 − 两者之和）。假设市场没有尽头，新老客户一样。出处：Sterman《商务动态分析》（2000）。",
        "Next year = (share who stay + what each brings) × customers + those who come anyhow. Above 1 in sum the stock feeds itself; below 1 it settles at those who come ÷ (1 − sum). The market is taken to be endless, old and new customers alike. Source: Sterman, Business Dynamics (2000).",
    ),
    say(
        "新客户 = 接触次数乘以一个个环节的比例；比例最小的一环，提高 1 个百分点增加最多。只说多少，不说多久；逼出来的一环会让下一环变弱。出处：Lavidge 与 Steiner（1961）的层级反应。",
        "New customers = touches times the rate of each link; where the rate is smallest a point more adds most. It says how many, not when; a link that is forced weakens the next. Source: the hierarchy of Lavidge & Steiner (1961).",
    ),
    say(
        "净得 = 多留下的机会 × 客户值多少 − 花费；打平的机会 = 花费 ÷ 客户值多少。终身价值只取今后的毛利，获客成本已经花了。只算他一个人，他说出去的好话另算。出处：Fornell 与 Wernerfelt（1987）；领带的故事是课上讲的诺顿百货。",
        "Net = rise of the chance × worth of the customer − cost; it breaks even at cost ÷ worth. The lifetime value is that of the margins to come: the cost of winning is spent already. Only this customer is counted, not what they tell others. Source: Fornell & Wernerfelt (1987); the ties are a course's story of Nordstrom.",
    ),
];
