//! What the page about both sides says.

use super::{Glass, Language, Phrase, Piece, Unit};
use crate::model::win_win::{Deal, Sides, Standing};

const fn say(zh: &'static str, en: &'static str) -> Phrase {
    Phrase::new(zh, en)
}

/// The question the page answers.
pub const QUESTION: Phrase = say("什么价格对双方都好？", "Which price is good for both sides?");
/// Title of the curves.
pub const CURVES: Phrase = say("一个价格，两边的得失", "One price, both sides");
/// Title of the four fields.
pub const QUADRANTS: Phrase = say("双赢还是一头赢", "Win–win, or one side only");
/// The firm.
pub const FIRM: Phrase = say("公司", "The firm");
/// The customers.
pub const CUSTOMER: Phrase = say("客户", "The customers");
/// The axis of prices.
pub const PRICE_AXIS: Phrase = say("价格", "Price");
/// Who choose us.
pub const SHARE: Phrase = say("选我们的", "Choose us");
/// Who stay.
pub const STAYING: Phrase = say("保持率", "Stay");

/// Heading over the price.
pub const PRICE: Phrase = say("价格", "Price");
/// Heading over choice.
pub const CHOICE: Phrase = say("谁会选我们", "Who chooses us");
/// Heading over retention.
pub const STAY: Phrase = say("谁会留下", "Who stays");
/// Heading over the measures.
pub const MEASURE: Phrase = say("得失怎么算", "What counts as a gain");
/// What the customer's gain is measured against.
pub const BESIDE: Phrase = say("客户的得，比的是", "The customer's gain is compared with");
/// The next best offer.
pub const NEXT_BEST: Phrase = say("最好的对手", "the best rival");
/// Going without.
pub const NOTHING: Phrase = say("什么都不买", "buying nothing");
/// What each side must not fall below.
pub const FALLBACK: Phrase = say("“得益”是指好过", "To gain is to be better off than");
/// No deal.
pub const NO_DEAL: Phrase = say("不成交", "without a deal");
/// At today's price.
pub const AS_TODAY: Phrase = say("今天的价格", "at today's price");
/// Takes the present price as today's.
pub const TAKE_AS_TODAY: Phrase =
    say("把现在的价格当作今天的", "Take the present price as today's");
/// Takes the best price for both.
pub const TAKE_BEST: Phrase = say("用对双方最好的价格", "Use the best price for both");
/// Heading of the table.
pub const TABLE: Phrase = say("这几个价格并排看", "The prices side by side");

/// Why the lifetime value here is another than on its own page.
pub fn retention_answers(glass: Glass, typed: f64, here: f64) -> String {
    let (typed, here) = (glass.value(typed, Unit::Share), glass.value(here, Unit::Share));
    match glass.language {
        Language::Chinese => format!(
            "“终身价值”一页的保持率固定是 {typed}；这里价格变了，保持率跟着变成 {here}，所以每位客户的终身价值也不同。"
        ),
        Language::English => format!(
            "On the page Lifetime value the retention stays {typed}; here it answers to the price and is {here}, so a customer's lifetime value differs."
        ),
    }
}

/// The columns of the table.
pub const COLUMNS: [Phrase; 9] = [
    say("哪个价格", "Which price"),
    say("价格", "Price"),
    say("客户每次得", "Customer, a purchase"),
    say("公司每次赚", "Firm, a purchase"),
    say("选我们的", "Choose us"),
    say("保持率", "Stay"),
    say("每位客户终身价值", "Lifetime value"),
    say("客户一共得", "All customers"),
    say("公司一共赚", "The firm"),
];

/// What a landmark is called.
pub const fn kind(kind: Kind) -> Phrase {
    match kind {
        Kind::Present => say("现在", "Now"),
        Kind::Today => say("今天", "Today"),
        Kind::Firm => say("公司最好", "Best for the firm"),
        Kind::Both => say("双方最好", "Best for both"),
    }
}

/// The prices that are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The price as it is.
    Present,
    /// Today's price.
    Today,
    /// The best for the firm alone.
    Firm,
    /// The best for both.
    Both,
}

/// Who gains and who loses.
pub const fn standing(standing: Standing) -> Phrase {
    match standing {
        Standing::WinWin => say("双赢", "Win–win"),
        Standing::Exploit => say("客户吃亏", "The customer pays for it"),
        Standing::GiveAway => say("公司让利", "Given away"),
        Standing::LoseLose => say("双输", "Lose–lose"),
    }
}

/// The unit behind the name of an axis.
pub fn axis_unit(glass: Glass) -> String {
    let unit = glass.unit(Unit::Money);
    match glass.language {
        Language::Chinese => format!("得（{unit}）"),
        Language::English => format!(": gain, {unit}"),
    }
}

/// The prices at which both gain.
pub fn zone(glass: Glass, from: f64, to: f64) -> String {
    let (from, to) = (glass.brief(from, Unit::Money), glass.brief(to, Unit::Money));
    match glass.language {
        Language::Chinese => format!("双方都得益：{from} 到 {to}"),
        Language::English => format!("both gain: {from} to {to}"),
    }
}

/// The answer: who gains at the present price, which price is best for both, and what it would
/// change for each.
pub fn answer(glass: Glass, standing: Standing, deal: &Deal, best: Option<&Deal>) -> Vec<Piece> {
    let price = glass.value(deal.price, Unit::Money);
    let chinese = glass.language == Language::Chinese;
    let lead = if chinese {
        let verdict = match standing {
            Standing::WinWin => "双方都得益",
            Standing::Exploit => "客户吃亏，留不住",
            Standing::GiveAway => "公司吃亏，撑不久",
            Standing::LoseLose => "双方都吃亏",
        };
        format!("{price}{verdict}")
    } else {
        let verdict = match standing {
            Standing::WinWin => "both sides gain",
            Standing::Exploit => "the customer loses and will not stay",
            Standing::GiveAway => "the firm loses and cannot go on",
            Standing::LoseLose => "both sides lose",
        };
        format!("At {price} {verdict}")
    };
    let Some(best) = best else {
        let none = if chinese {
            "；没有对双方都好的价格。"
        } else {
            "; no price is good for both."
        };
        return vec![Piece::Say(format!("{lead}{none}"))];
    };
    let is =
        if chinese { "；对双方最好的价格是 " } else { "; the best price for both is " };
    vec![
        Piece::Say(format!("{lead}{is}")),
        Piece::Figure(glass.value(best.price, Unit::Money)),
        Piece::Say(instead(glass, deal, best)),
    ]
}

/// What another price changes for each side.
fn instead(glass: Glass, deal: &Deal, best: &Deal) -> String {
    let chinese = glass.language == Language::Chinese;
    let change = |of: fn(&Sides) -> f64| {
        let change = of(&best.sides) - of(&deal.sides);
        let (size, unit) = (glass.brief(change.abs(), Unit::Money), glass.unit(Unit::Money));
        let gap = if size.ends_with(['万', '亿']) { "" } else { "\u{a0}" };
        match (change < 0.0, chinese) {
            (true, true) => format!("少得 {size}{gap}{unit}"),
            (false, true) => format!("多得 {size}{gap}{unit}"),
            (true, false) => format!("{unit}{size} less"),
            (false, false) => format!("{unit}{size} more"),
        }
    };
    // Whoever takes the price takes it as it is written.
    if glass.value(best.price, Unit::Money) == glass.value(deal.price, Unit::Money) {
        return if chinese { "，就是现在的。".into() } else { ", which it is now.".into() };
    }
    let (firm, customers) = (change(Sides::firm), change(Sides::customer));
    if chinese {
        format!("：公司{firm}，客户{customers}。")
    } else {
        format!(": {firm} for the firm, {customers} for its customers.")
    }
}

/// What both gain at a price.
pub fn summary(glass: Glass, deal: &Deal) -> String {
    let money = |x: f64| glass.value(x, Unit::Money);
    let (price, firm, customer) =
        (money(deal.price), money(deal.sides.firm()), money(deal.sides.customer()));
    match glass.language {
        Language::Chinese => format!("价格 {price}时，公司得 {firm}，客户得 {customer}。"),
        Language::English => {
            format!("At a price of {price} the firm gains {firm} and its customers {customer}.")
        }
    }
}

/// What a response means: the share today, and what it becomes when the price falls by a tenth.
pub fn response(glass: Glass, now: f64, then: f64) -> String {
    let share = |x: f64| glass.value(x, Unit::Share);
    let (now, then) = (share(now), share(then));
    match glass.language {
        Language::Chinese => format!("降价一成：从 {now} 变成 {then}"),
        Language::English => format!("a price cut of a tenth takes {now} to {then}"),
    }
}

/// Counted in points.
pub const NEEDS_MONEY: Phrase = say(
    "价格和分数没有共同的尺度：请在感知价值页上选“按金额”。",
    "A price and points have no common measure: choose \"In money\" on the page of perceived value.",
);
/// No offers to compare.
pub const NO_RIVAL: Phrase = say(
    "只有一个方案，比不出客户的得失：再加一个对手。",
    "With one offer there is nothing the customer's gain can be measured against: add a rival.",
);
/// All weights are zero.
pub const NO_WEIGHT: Phrase = say(
    "所有标准的分量都是零，算不出客户的利益。",
    "All criteria weigh nothing, so there is no benefit to the customer.",
);
/// Our price is many times today's.
pub const FAR: Phrase = say(
    "我们的价格是“今天的价格”的好几倍，推算靠不住：请把“今天的价格”改成客户现在付的，再核对保持率、成本和客户数。",
    "Our price is many times \"today's price\", too far for an estimate: set today's price to what customers pay now, then check retention, cost and the number of customers.",
);
/// Today's price is zero.
pub const NO_PRICE: Phrase =
    say("今天的价格是零：没有价格可以动。", "Today's price is zero: there is no price to move.");
/// Everyone stays for ever at no discount.
pub const NO_END: Phrase = say(
    "价格低的时候几乎没有人离开，又一直算下去不打折扣：总和没有尽头。请设一个期限或折现率。",
    "At low prices nearly everyone stays, counted for ever at little discount: the sum has no end. Set a horizon or a discount rate.",
);
/// A parameter is out of its range.
pub const OUT_OF_RANGE: Phrase = say(
    "有一个数超出了范围，算不出来。",
    "One of the numbers is out of range, so there is no result.",
);

/// Definition, source, limits, usual mistake.
pub const NOTES: &[(Phrase, Phrase)] = &[
    (
        say("两边连在一起", "Both sides in one model"),
        say(
            "价格只是把一次成交的好处分成两份；但是留给客户的多，来的人和留下的人也多，所以公司不一定要越贵越好。",
            "A price only splits what a deal is worth. But who is left more comes more readily and stays longer, so the highest price is not the best for the firm either.",
        ),
    ),
    (
        say("怎么算", "How it is worked out"),
        say(
            "今天的价格上，选我们的比例和保持率就是你填的数。价格每降今天的一个百分点，两者的胜算（机会比）各乘以 e 的（反应 ÷ 100）次方。客户的得是多余的价值，公司的得是终身价值，都乘以选我们的人数。",
            "At today's price the share who choose us and the retention are as you typed them. Each per cent of today's price that it falls multiplies the odds of both by e to the (response ÷ 100). The customers gain surplus, the firm lifetime value, each times those who choose us.",
        ),
    ),
    (
        say("出处", "Source"),
        say(
            "两面看：Gupta 与 Lehmann（2005）。选择的机会比：McFadden（1974）。“对双方最好”：两边得益之积最大，Nash（1950）。把它们合成一张图是我们的做法。",
            "Two sides: Gupta & Lehmann (2005). Odds of choice: McFadden (1974). \"Best for both\": the greatest product of the gains, Nash (1950). Putting them into one picture is ours.",
        ),
    ),
    (
        say("假设", "Assumes"),
        say(
            "对手不跟着动；成本不随销量变；两个“反应”是要当面商量的假设，填 0 就是谁也不为价格来去。",
            "Rivals stand still; unit cost does not depend on volume; both responses are assumptions to be argued about: at 0 nobody comes or goes for the price.",
        ),
    ),
    (
        say("常见的错误", "The usual mistake"),
        say(
            "只看这一单赚多少，不看客户还来不来；或者只看客户高兴，不看公司撑不撑得住。",
            "To look at what this one deal earns and not at whether the customer comes back; or at a happy customer and not at whether the firm can go on.",
        ),
    ),
];
