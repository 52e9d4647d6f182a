//! What the page about price and economic value says.

use super::{Glass, Language, Phrase, Piece, Unit};
use crate::model::cash_flow::{InternalRate, NoRate};
use crate::model::economic_value::{Claim, Sign, Source, Zone};
use crate::model::willingness::{Step, Willingness};
use crate::model::win_win::{Sides, Standing};

const fn say(zh: &'static str, en: &'static str) -> Phrase {
    Phrase::new(zh, en)
}

/// The question the page answers.
pub const QUESTION: Phrase =
    say("对客户值多少，该卖多少？", "What is ours worth to the client, and what should it cost?");
/// Heading over our own offer.
pub const OURS: Phrase = say("我们的方案", "Our offer");
/// Heading over the alternative.
pub const AGAINST: Phrase = say("和谁比", "Compared with");
/// Beside that heading.
pub const AGAINST_REMARK: Phrase = say("客户的次优选择", "the client's next best alternative");
/// Heading over the differences.
pub const DIFFERENCES: Phrase = say("差在哪里，值多少", "What is different, and what it is worth");
/// Under that heading.
pub const DIFFERENCES_REMARK: Phrase = say(
    "数量 × 每单位值 × 把握 × 归功我们的份额。同一件事只写一次。",
    "Quantity × worth of a unit × confidence × share due to us. Each thing only once.",
);
/// Adds a difference.
pub const ADD_DIFFERENCE: Phrase = say("加一项差异", "Add a difference");
/// A difference.
pub const DIFFERENCE: Phrase = say("差异", "Difference");
/// Whether a difference speaks for us, as a column.
pub const SIGN: Phrase = say("比对手", "We are");
/// Whose number a difference rests on, as a column.
pub const SOURCE: Phrase = say("谁的数", "Whose");
/// Columns of the differences: for us or against us, quantity, worth of a unit, confidence, share
/// due to us, whose number.
pub const DIFFERENCE_COLUMNS: [Phrase; 6] = [
    SIGN,
    say("数量", "How many"),
    say("每单位值", "Worth each"),
    say("把握 %", "Sure %"),
    say("归我们 %", "Ours %"),
    SOURCE,
];
/// Heading over changing over.
pub const CHANGING: Phrase = say("换过来", "Changing over");

/// Label of the choice of span.
pub const SPAN: Phrase = say("差异按", "Differences are");
/// For all the use of a unit.
pub const WHOLE: Phrase = say("每份合计", "for a unit in all");
/// For a year.
pub const YEARLY: Phrase = say("每年", "a year");
/// Label of the choice of claim.
pub const CLAIM: Phrase = say("我们的说法", "Our claims count");

/// How much of our claims counts, in a word.
pub const fn claim(claim: Claim) -> Phrase {
    match claim {
        Claim::Full => say("全算", "in full"),
        Claim::Half => say("打对折", "at half"),
        Claim::ClientOnly => say("只用客户的数", "client's numbers only"),
    }
}

/// Whether we do better or worse.
pub const fn sign(sign: Sign) -> Phrase {
    match sign {
        Sign::Plus => say("更好", "better"),
        Sign::Minus => say("更差", "worse"),
    }
}

/// Whose number it is.
pub const fn source(source: Source) -> Phrase {
    match source {
        Source::Client => say("✓ 客户", "✓ client"),
        Source::Benchmark => say("行业", "benchmark"),
        Source::Us => say("我们", "us"),
        Source::Guess => say("? 猜测", "? guess"),
    }
}

/// The best rival is chosen, whoever that is.
pub fn best_rival(glass: Glass, name: Option<&str>) -> String {
    match (glass.language, name) {
        (Language::Chinese, Some(name)) => format!("最强的对手（现在是{name}）"),
        (Language::Chinese, None) => "最强的对手".into(),
        (Language::English, Some(name)) => format!("the best rival (now {name})"),
        (Language::English, None) => "the best rival".into(),
    }
}

/// Title of the waterfall.
pub const WATERFALL: Phrase = say("从对手的价格到对客户的价值", "From their price to our worth");
/// Total economic value.
pub const TOTAL: Phrase = say("总经济价值", "Total economic value");
/// What our price leaves to us.
pub const WE_GET: Phrase = say("我们得到", "We get");
/// What our price leaves to the client.
pub const CLIENT_KEEPS: Phrase = say("客户留下", "Client keeps");
/// Columns of the waterfall's table.
pub const WATERFALL_COLUMNS: [Phrase; 3] =
    [say("项", "Item"), say("金额", "Amount"), say("累计到", "Up to")];

/// The title of an axis of money that begins at `foot`.
pub fn axis(glass: Glass, foot: f64) -> String {
    let unit = glass.unit(Unit::Money);
    if foot <= 0.0 {
        return unit.to_owned();
    }
    let foot = glass.brief(foot, Unit::Money);
    match glass.language {
        Language::Chinese => format!("{unit}（轴从 {foot} 起）"),
        Language::English => format!("{unit} (axis from {foot})"),
    }
}

/// A line through the waterfall: our cost, our price, or the total economic value.
pub fn border(glass: Glass, k: usize, amount: f64) -> String {
    let names = [say("底价", "floor"), say("价格", "price"), say("上限", "ceiling")];
    format!("{} {}", names[k].to(glass.language), glass.cell(amount, Unit::Money))
}

/// The waterfall in a sentence.
pub fn waterfall_summary(glass: Glass, rival: &str, total: f64, price: f64) -> String {
    let money = |x: f64| glass.value(x, Unit::Money);
    let (total, price, kept) = (money(total), money(price), money(total - price));
    match glass.language {
        Language::Chinese => {
            format!("从{rival}的价格起，总经济价值 {total}；卖 {price}，客户留下 {kept}。")
        }
        Language::English => format!(
            "From the price of {rival} to a total economic value of {total}; at {price} the client keeps {kept}."
        ),
    }
}

/// The answer: the most the client should pay, and what our price leaves them.
pub fn answer(glass: Glass, total: f64, price: f64) -> Vec<Piece> {
    let money = |x: f64| glass.value(x, Unit::Money);
    let kept = total - price;
    let (price, amount) = (money(price), money(kept.abs()));
    let tail = match (glass.language, kept >= 0.0) {
        (Language::Chinese, true) => format!("；卖 {price}，客户留下 {amount}。"),
        (Language::Chinese, false) => format!("；卖 {price}，客户亏 {amount}。"),
        (Language::English, true) => format!("; at {price} they keep {amount}."),
        (Language::English, false) => format!("; at {price} they lose {amount}."),
    };
    let head = match glass.language {
        Language::Chinese => "对客户最多值 ",
        Language::English => "To the client it is worth ",
    };
    vec![Piece::Say(head.into()), Piece::Figure(money(total)), Piece::Say(tail)]
}

/// Where the price lies, in a word.
pub const fn zone_word(zone: Zone) -> Phrase {
    match zone {
        Zone::NoRoom => say("没有余地", "No room"),
        Zone::BelowFloor => say("我们亏", "We lose"),
        Zone::BothGain => say("谁都不亏", "Nobody loses"),
        Zone::AboveCeiling => say("客户亏", "The client loses"),
    }
}

/// Where the price lies, and what that means.
pub fn zone(glass: Glass, zone: Zone, floor: f64, ceiling: f64) -> String {
    let money = |x: f64| glass.value(x, Unit::Money);
    let (floor, ceiling) = (money(floor), money(ceiling));
    match (glass.language, zone) {
        (Language::Chinese, Zone::NoRoom) => {
            format!("：成本 {floor}高过对客户的价值 {ceiling}，没有一个价格能让双方都不亏。")
        }
        (Language::Chinese, Zone::BelowFloor) => {
            format!("：价格低于成本 {floor}，卖一份亏一份。")
        }
        (Language::Chinese, Zone::BothGain) => {
            format!("：从底价 {floor}到上限 {ceiling}，价格只决定怎么分。")
        }
        (Language::Chinese, Zone::AboveCeiling) => {
            format!("：价格高过上限 {ceiling}，客户选对手更划算。")
        }
        (Language::English, Zone::NoRoom) => format!(
            ": our cost of {floor} is above the value to the client, {ceiling}; no price suits both."
        ),
        (Language::English, Zone::BelowFloor) => {
            format!(": the price is below our cost of {floor}; each sale loses money.")
        }
        (Language::English, Zone::BothGain) => {
            format!(
                ": from the floor of {floor} to the ceiling of {ceiling} the price only decides who gets how much."
            )
        }
        (Language::English, Zone::AboveCeiling) => {
            format!(
                ": the price is above the ceiling of {ceiling}; the client does better with the alternative."
            )
        }
    }
}

/// Heading of the table of claims.
pub const CLAIMS: Phrase = say("我们的话打个折，还成立吗", "If our claims come true only in part");
/// What the differences rest on, as a column.
pub const BASIS: Phrase = say("依据", "Rests on");
/// Where the price lies, as a row.
pub const VERDICT: Phrase = say("结果", "Outcome");

/// How sure a difference is, in a word.
pub const fn confidence(share: f64) -> Phrase {
    match share {
        0.8.. => say("把握高", "sure"),
        0.5.. => say("把握中", "fairly sure"),
        _ => say("把握低", "unsure"),
    }
}

/// How much of our claims must be true.
pub fn needed(glass: Glass, share: Option<f64>) -> String {
    let Some(share) = share else {
        return match glass.language {
            Language::Chinese => "没有一项是我们自己的说法：全是客户的数。".into(),
            Language::English => {
                "None of it is our own claim: all numbers are the client's.".into()
            }
        };
    };
    let percent = glass.value(share, Unit::Share);
    match (glass.language, share) {
        (Language::Chinese, ..=0.0) => "我们的话一句不信，客户也不亏。".into(),
        (Language::Chinese, ..=1.0) => {
            format!("我们说的只要兑现 {percent}，客户就不亏。")
        }
        (Language::Chinese, _) => format!("我们说的全兑现也不够：要兑现 {percent} 客户才不亏。"),
        (Language::English, ..=0.0) => {
            "Even if nothing we claim is true, the client does not lose.".into()
        }
        (Language::English, ..=1.0) => {
            format!("The client breaks even if {percent} of what we claim comes true.")
        }
        (Language::English, _) => format!(
            "Even all we claim is not enough: it would take {percent} of it for the client not to lose."
        ),
    }
}

/// Heading over the price that follows from a share.
pub const PRICING: Phrase = say("该卖多少", "What it should cost");
/// Takes the price that was worked out.
pub const TAKE_PRICE: Phrase = say("用作我们的价格", "Use it as our price");

/// The price that leaves the client the share that is wanted.
pub fn fair_price(glass: Glass, price: Option<f64>, share: f64) -> String {
    let share = glass.value(share, Unit::Share);
    let price = price.map(|price| glass.value(price, Unit::Money));
    match (glass.language, price) {
        (Language::Chinese, Some(price)) => format!("共同得益的 {share} 留给客户：卖 {price}。"),
        (Language::Chinese, None) => "成本高过对客户的价值，没有可分的。".into(),
        (Language::English, Some(price)) => {
            format!("To leave the client {share} of the joint gain: {price}.")
        }
        (Language::English, None) => {
            "Our cost is above the value to the client: there is nothing to share.".into()
        }
    }
}

/// The client's incentive to change.
pub fn incentive(glass: Glass, share: Option<f64>, premium: f64) -> String {
    let money = glass.value(premium.abs(), Unit::Money);
    let share = share.map(|share| glass.value(share, Unit::Share));
    let asks = match (glass.language, premium) {
        (Language::Chinese, 0.0..) => format!("我们比对手多收 {money}"),
        (Language::Chinese, _) => format!("我们比对手少收 {money}"),
        (Language::English, 0.0..) => format!("We ask {money} more than they do"),
        (Language::English, _) => format!("We ask {money} less than they do"),
    };
    match (glass.language, share) {
        (Language::Chinese, Some(share)) => {
            format!("{asks}；多出的价值里客户得 {share}，这是他换过来的动力。")
        }
        (Language::Chinese, None) => format!("{asks}，而我们并不比对手更值。"),
        (Language::English, Some(share)) => {
            format!(
                "{asks}; the client gets {share} of what we are worth more: the incentive to change."
            )
        }
        (Language::English, None) => format!("{asks}, and are worth no more than they are."),
    }
}

/// Title of the figure of the two sides.
pub const SQUARE: Phrase = say("两边各得多少", "Who gains what");
/// Beside that title.
pub const SQUARE_REMARK: Phrase =
    say("价格在线上走，加起来不变", "the price moves along the line; the sum stays");
/// The two sides: us, the client.
pub const SIDES: [Phrase; 2] = [say("我们得到", "We gain"), say("客户得到", "The client gains")];
/// Who gains, as a column.
pub const WHO: Phrase = say("谁", "Who");
/// Both together.
pub const TOGETHER: Phrase = say("合计", "Together");

/// Who gains and who loses, in a word.
pub const fn standing(standing: Standing) -> Phrase {
    match standing {
        Standing::WinWin => say("双赢", "win–win"),
        Standing::Exploit => say("榨取客户", "exploit"),
        Standing::GiveAway => say("白送", "give away"),
        Standing::LoseLose => say("双输", "lose–lose"),
    }
}

/// What each side gains, and what follows from that.
pub fn sides_summary(glass: Glass, sides: &Sides) -> String {
    let money = |x: f64| glass.value(x, Unit::Money);
    let (firm, customer, total) =
        (money(sides.firm()), money(sides.customer()), money(sides.total()));
    let word = standing(sides.standing()).to(glass.language);
    let split = sides.firm_share().map(|share| {
        [share, 1.0 - share].map(|share| format!("{}%", glass.number(share * 100.0, 1)))
    });
    let what = match (glass.language, sides.standing(), split) {
        (Language::Chinese, _, Some([ours, theirs])) => {
            format!("我们分到 {ours}，客户分到 {theirs}。")
        }
        (Language::English, _, Some([ours, theirs])) => {
            format!("our share is {ours}, the client's {theirs}.")
        }
        (Language::Chinese, Standing::Exploit, _) => "客户吃亏，早晚会走。".into(),
        (Language::English, Standing::Exploit, _) => "the client loses, and will leave.".into(),
        (Language::Chinese, Standing::GiveAway, _) => "我们亏本，撑不久。".into(),
        (Language::English, Standing::GiveAway, _) => "we lose money, and cannot go on.".into(),
        (Language::Chinese, Standing::LoseLose, _) => "两边都亏，不该成交。".into(),
        (Language::English, Standing::LoseLose, _) => "both lose: no deal.".into(),
        (Language::Chinese, Standing::WinWin, None) => "没有可分的。".into(),
        (Language::English, Standing::WinWin, None) => "there is nothing to share.".into(),
    };
    match glass.language {
        Language::Chinese => {
            format!("我们得 {firm} + 客户得 {customer} = {total}，{word}：{what}")
        }
        Language::English => {
            format!("We gain {firm} + the client {customer} = {total}, {word}: {what}")
        }
    }
}

/// Heading of the client's money.
pub const MONEY: Phrase = say("客户这笔钱划算吗", "Is it a good investment for the client?");
/// Beside that heading.
pub const MONEY_REMARK: Phrase = say(
    "比选对手多付的钱，几年收回，值不值",
    "what they pay above the alternative, and when it comes back",
);
/// Title of its figure.
pub const SO_FAR: Phrase = say("客户多付的钱什么时候收回", "When the client's money is back");
/// Lines of that figure: plain, discounted.
pub const SO_FAR_LINES: [Phrase; 2] = [say("不折现", "plain"), say("折现", "discounted")];
/// Where the money is back.
pub const BACK: Phrase = say("收回", "back");
/// Columns of its table.
pub const MONEY_COLUMNS: [Phrase; 6] = [
    say("年", "Year"),
    say("得益", "Comes in"),
    say("花费", "Goes out"),
    say("净额", "Net"),
    say("现值", "Present value"),
    say("累计现值", "Cumulative"),
];
/// The key figures: paid more now, a full year's net, return, payback plain and discounted, net
/// present value, internal rate, and how much of the benefits must come.
pub const MONEY_FIGURES: [Phrase; 7] = [
    say("现在多付", "Paid more now"),
    say("净现值", "Net present value"),
    say("投资回报率", "Return on investment"),
    say("回收期（不折现）", "Payback, plain"),
    say("回收期（折现）", "Payback, discounted"),
    say("内部收益率", "Internal rate of return"),
    say("好处至少要兑现", "Benefits that must come"),
];
/// Says how amounts for all the use are laid over the years.
pub const SPREAD: Phrase = say(
    "按合计填的差异，在这里平摊到各年年末；一折现，净现值就比上面的“客户留下”小。",
    "Differences for all the use are spread evenly over the ends of the years here; discounted, they come to less than what the client keeps above.",
);
/// The money never comes back.
pub const NEVER: Phrase = say("收不回来", "never");
/// It is back at once.
pub const AT_ONCE: Phrase = say("马上", "at once");
/// There is no such figure.
pub const NO_FIGURE: Phrase = say("没有", "none");

/// The client's money in a sentence.
pub fn money_answer(glass: Glass, npv: f64, back: Option<f64>) -> String {
    let npv = glass.value(npv, Unit::Money);
    match (glass.language, back) {
        (Language::Chinese, Some(0.0)) => format!("净现值 {npv}，一开始就不用多付。"),
        (Language::Chinese, Some(time)) => {
            format!("净现值 {npv}，计入折现 {}收回。", glass.value(time, Unit::Years))
        }
        (Language::Chinese, None) => format!("净现值 {npv}，计入折现收不回来。"),
        (Language::English, Some(0.0)) => {
            format!("A net present value of {npv}; nothing more to pay at first.")
        }
        (Language::English, Some(time)) => format!(
            "A net present value of {npv}; with discount the money is back after {}.",
            glass.value(time, Unit::Years)
        ),
        (Language::English, None) => {
            format!("A net present value of {npv}; with discount the money never comes back.")
        }
    }
}

/// The internal rate of return: one, several or none.
pub fn internal_rate(glass: Glass, rate: &InternalRate) -> String {
    let share = |rate: &f64| glass.value(*rate, Unit::Share);
    match rate {
        InternalRate::One(rate) => share(rate),
        InternalRate::Several(rates) => rates.iter().map(share).collect::<Vec<_>>().join(" / "),
        InternalRate::None(NoRate::OneSided) => {
            say("没有：不是先付后得", "none: nothing is paid first").to(glass.language).to_owned()
        }
        InternalRate::None(_) => NO_FIGURE.to(glass.language).to_owned(),
    }
}

/// Heading of willingness to pay.
pub const WILLINGNESS: Phrase = say("大家最多愿付多少", "What would they pay at most?");
/// Beside that heading.
pub const WILLINGNESS_REMARK: Phrase =
    say("需求三问的第三问：先听完，再报价", "ask before you name a price");
/// Title of its figure.
pub const DEMAND: Phrase = say("每个价格有几个人买", "How many buy at each price");
/// The upright axis of that figure.
pub const BUYERS: Phrase = say("买的人", "Buyers");
/// Columns of its table: price, buyers, revenue, profit.
pub const DEMAND_COLUMNS: [Phrase; 4] =
    [say("价格", "Price"), BUYERS, say("收入", "Revenue"), say("利润", "Profit")];
/// Adds an answer.
pub const ADD_ANSWER: Phrase = say("加一个回答", "Add an answer");
/// Somebody who has answered.
pub const ANSWER: Phrase = say("回答", "Answer");

/// The level axis of demand.
pub fn price_axis(glass: Glass) -> String {
    let unit = glass.unit(Unit::Money);
    match glass.language {
        Language::Chinese => format!("价格，{unit}"),
        Language::English => format!("price, {unit}"),
    }
}

/// The revenue at our price.
pub fn revenue(glass: Glass, amount: f64) -> String {
    let amount = glass.value(amount, Unit::Money);
    match glass.language {
        Language::Chinese => format!("收入 {amount}"),
        Language::English => format!("revenue {amount}"),
    }
}

/// The price of greatest revenue.
pub fn best_revenue(glass: Glass, price: f64, revenue: f64) -> String {
    let [price, revenue] = [price, revenue].map(|x| glass.cell(x, Unit::Money));
    match glass.language {
        Language::Chinese => format!("卖 {price}，收入最多：{revenue}"),
        Language::English => format!("most revenue at {price}: {revenue}"),
    }
}

/// What the answers come to.
pub fn willingness_answer(glass: Glass, willingness: &Willingness) -> String {
    let money = |x: f64| glass.value(x, Unit::Money);
    let (median, mean) = (money(willingness.median()), money(willingness.mean()));
    let prices = |steps: &[Step]| {
        let prices: Vec<String> = steps.iter().map(|step| money(step.price)).collect();
        prices.join(OR.to(glass.language))
    };
    let revenue = prices(&willingness.best_revenue());
    let profit = prices(&willingness.best());
    match (glass.language, profit.is_empty()) {
        (Language::Chinese, false) => {
            format!("中位数 {median}，平均 {mean}；收入最多卖 {revenue}，利润最多卖 {profit}。")
        }
        (Language::Chinese, true) => {
            format!("中位数 {median}，平均 {mean}；收入最多卖 {revenue}，但没有一个价格赚得到钱。")
        }
        (Language::English, false) => format!(
            "Median {median}, mean {mean}; most revenue at {revenue}, most profit at {profit}."
        ),
        (Language::English, true) => {
            format!(
                "Median {median}, mean {mean}; most revenue at {revenue}, but no price earns a profit."
            )
        }
    }
}

/// Between prices that are equally good.
pub const OR: Phrase = say("或 ", " or ");

/// Ours is the only offer.
pub const ALONE: Phrase = say(
    "只有我们一个方案，没有可比的。在“感知价值”页加一个对手。",
    "Ours is the only offer, so there is nothing to compare it with. Add a rival on the page of perceived value.",
);
/// Nothing is bought in a year.
pub const NO_PURCHASES: Phrase = say(
    "每年一次也不买，一年的差异摊不到一份上。请在“终身价值”页改购买次数，或把差异改成按每份合计。",
    "Nothing is bought in a year, so a year's differences cannot be shared among units. Change the purchases on the page of lifetime value, or count the differences for a unit.",
);
/// A result is too large.
pub const TOO_LARGE: Phrase = say(
    "结果太大，算不出来了。把数字调小一些。",
    "The result is too large. Make the numbers smaller.",
);
/// Nobody has answered.
pub const NO_ANSWER: Phrase = say(
    "还没有人回答。问一问：你最多愿意付多少？",
    "Nobody has answered yet. Ask: what is the most you would pay?",
);

/// Definition, source, assumptions, limits, the usual mistake.
pub const NOTES: &[(Phrase, Phrase)] = &[
    (
        say("经济价值", "Economic value"),
        say(
            "次优选择的价格，加上我们做得更好的、减去做得更差的，都折成客户的钱。它是客户肯付的上限；价格只决定这份价值怎么分。",
            "The price of the next best alternative, plus what we do better and less what we do worse, all in the client's money. It is the most a client should pay; the price only decides who gets how much of it.",
        ),
    ),
    (
        say("出处", "Source"),
        say(
            "Nagle 与 Müller《定价战略与战术》；Forbis 与 Mehta（1981）；Anderson 与 Narus（1998）。卡特彼勒的例子出自科特勒。",
            "Nagle & Müller, The Strategy and Tactics of Pricing; Forbis & Mehta (1981); Anderson & Narus (1998). The Caterpillar example is Kotler's.",
        ),
    ),
    (
        say("假设", "Assumes"),
        say(
            "客户知道还有次优选择，而且按钱来算。每年的差异按案例里的年数和折现率折成今天的钱；反复购买的东西，摊到每一份上。",
            "The client knows the alternative and counts in money. What a year brings is discounted over the years of the case; where a thing is bought again and again, each unit takes its share.",
        ),
    ),
    (
        say("不适用", "Not for"),
        say(
            "面子、安心这类没有单价的好处：用感知价值那一页。它说的是客户付得值的上限，不是他一定会付。",
            "What has no price, such as pride or peace of mind: use perceived value. And it says what the client could pay and be no worse off, not what they will.",
        ),
    ),
    (
        say("常见的错误", "The usual mistake"),
        say(
            "同一小时既算省工又算增产；只写好处，不写换过来的花费；全用自己的数，客户一个也没核过；价格顶到上限，客户就没有理由换。",
            "Counting the same hour as labour saved and as output gained; leaving out what changing costs; using only our own numbers; asking the whole value, which leaves no reason to change.",
        ),
    ),
    (
        say("谁的数", "Whose number it is"),
        say(
            "客户亲手改过的数他才信。标“✓ 客户”的不打折，其余是我们的说法，可以打对折，或者一句不算，看还成不成立。",
            "Clients believe the numbers they have corrected themselves. Those marked ✓ client count in full; the rest are our claims, to be counted at half or not at all, to see whether the case still stands.",
        ),
    ),
];
