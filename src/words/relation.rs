//! What the sections about the rest of a customer's worth say: wallet, conflict, contributions,
//! and the methods side by side.

use super::{Glass, Language, Phrase, Unit};

const fn say(zh: &'static str, en: &'static str) -> Phrase {
    Phrase::new(zh, en)
}

/// Heading of the section on the wallet, and of its figure.
pub const WALLET: Phrase = say("顾客份额", "Share of wallet");
/// Beside the heading.
pub const WALLET_REMARK: Phrase =
    say("关注份额，还是关注人数", "a larger share of each, or more heads");
/// What the customer spends a year.
pub const SPEND: Phrase = say("他一年一共花", "They spend a year");
/// What of it with us.
pub const WITH_US: Phrase = say("其中在我们这里", "Of that with us");
/// How much more share we want.
pub const POINTS: Phrase = say("再争取的份额", "More share we want");
/// How many such customers there are.
pub const CUSTOMERS: Phrase = say("这样的客户数", "Customers like this");
/// What it costs for each.
pub const EFFORT: Phrase = say("每位要花（一次）", "Cost for each, once");
/// The axis of the wallet; the braces stand for the money.
pub const A_YEAR: Phrase = say("每年，{}", "a year, {}");
/// The row of the figure.
pub const ONE_CUSTOMER: Phrase = say("一位客户", "One customer");
/// Parts of the wallet.
pub const PURSE: [Phrase; 3] =
    [say("我们", "Ours"), say("再争取", "More"), say("别处", "Elsewhere")];
/// A part, as a column.
pub const PART: Phrase = say("部分", "Part");
/// A share, as a column.
pub const SHARE: Phrase = say("占比", "Share");
/// Columns of the two ways to grow: way, a year, present value, cost.
pub const GROWTH: [Phrase; 4] = [
    say("怎样增长", "How we grow"),
    say("每年多收入", "More revenue a year"),
    say("折成今天", "Worth today"),
    say("要花", "Costs"),
];
/// Where the customer spends more with us than in all.
pub const MORE_THAN_ALL: Phrase = say(
    "他在我们这里花的比他一共花的还多，对不上。请把“他一年一共花”写大，或看看价格和购买次数。",
    "They would spend more with us than in all. Raise what they spend a year, or look at the price and the purchases.",
);
/// Where there is not so much share left.
pub const NONE_LEFT: Phrase = say(
    "剩下的份额没有这么多：再争取的份额加上现在的，不能超过 100%。",
    "There is not that much share left: what we have and what we want cannot exceed 100%.",
);

/// The wallet in a sentence: what is spent and what with us, and what more share brings, of how
/// many customers and over how many years.
pub fn wallet_answer(
    glass: Glass,
    (spend, ours, share): (f64, f64, f64),
    (points, yearly, present): (f64, f64, f64),
    (customers, years): (f64, u32),
) -> String {
    let money = |x: f64| glass.value(x, Unit::Money);
    let (spend, ours, yearly, present) = (money(spend), money(ours), money(yearly), money(present));
    let share = glass.value(share, Unit::Share);
    let points = glass.number(points * 100.0, 0);
    let time = glass.value(f64::from(years), Unit::Years);
    let heads = glass.value(customers, Unit::Count);
    match glass.language {
        Language::Chinese => {
            let all = if customers == 1.0 { String::new() } else { format!("{heads} 位客户") };
            format!(
                "他一年花 {spend}，在我们这里 {ours}：顾客份额 {share}。再争取 {points} 个百分点，{all}每年多 {yearly}，{time}合今天的 {present}。"
            )
        }
        Language::English => {
            let all =
                if customers == 1.0 { String::new() } else { format!(" of {heads} customers") };
            format!(
                "Of {spend} a year {ours} is with us: a share of {share}. {points} points more{all} bring {yearly} a year, over {time} worth {present} today."
            )
        }
    }
}

/// The first way to grow.
pub fn by_share(glass: Glass, points: f64) -> String {
    let points = glass.number(points * 100.0, 0);
    match glass.language {
        Language::Chinese => format!("份额：每位多 {points} 个百分点"),
        Language::English => format!("By share: {points} points more of each"),
    }
}

/// The second way to grow.
pub fn by_heads(glass: Glass, heads: f64) -> String {
    let heads = glass.value(heads, Unit::Count);
    match glass.language {
        Language::Chinese => format!("人数：再赢得 {heads} 位"),
        Language::English => format!("By heads: win {heads} more"),
    }
}

/// Which way is cheaper.
pub fn cheaper(language: Language, by_share: f64, by_heads: f64) -> &'static str {
    let verdict = if by_share < by_heads {
        say("收入一样多，提高份额更省。", "For the same revenue, more share costs less.")
    } else if by_share > by_heads {
        say("收入一样多，找新客户更省。", "For the same revenue, new customers cost less.")
    } else {
        say("收入一样多，花的也一样多。", "For the same revenue, both cost the same.")
    };
    verdict.to(language)
}

/// Definition, source and limit.
pub const WALLET_NOTE: Phrase = say(
    "顾客份额 = 在我们这里花的 ÷ 他在这类东西上一共花的。“在我们这里”就是我们的价格 × 购买次数（或上面的收入），改哪边都一样；年数和折现率用上面的，新客户每位花一笔获客成本。这里比的是收入，毛利率相同时才等于比利润。出处：Peppers 与 Rogers《一对一的未来》（1993）；Coyles 与 Gokey（2002）。不适用于已经把生意全给了我们的小客户：没有份额可争取。",
    "Share of wallet = what is spent with us ÷ all that is spent on such things. What is with us is our price × purchases (or the revenue above), whichever is changed; years and discount rate are those above, and each new customer takes the acquisition cost. What is compared is revenue, which is profit only at equal margin rates. Source: Peppers & Rogers, The One to One Future (1993); Coyles & Gokey (2002). Not for small customers who give us all they have: there is no share left to win.",
);

/// Heading of the section on the conflict, and of its figure.
pub const CONFLICT: Phrase = say("利益冲突", "Conflict of interest");
/// Beside the heading.
pub const CONFLICT_REMARK: Phrase =
    say("先想到客户，还是先想到自己", "the customer first, or ourselves?");
/// What we would gain now.
pub const GAIN: Phrase = say("眼前多赚", "Gain now");
/// The risk of losing the customer.
pub const RISK: Phrase = say("失去他的风险", "Risk of losing them");
/// Where gain and expected loss are equal.
pub const EVEN: Phrase = say("打平", "break-even");
/// Gain less expected loss.
pub const NET: Phrase = say("净得", "Net");
/// The customer costs more than they bring.
pub const NOTHING_TO_LOSE: Phrase = say(
    "这位客户今后的毛利不到零：失去他没有什么可损失的，这道题不成立。",
    "This customer's margins to come are below zero: there is nothing to lose and nothing to weigh.",
);

/// The conflict in a sentence.
pub fn conflict_answer(
    glass: Glass,
    (gain, risk, value): (f64, f64, f64),
    net: f64,
    even: Option<f64>,
) -> String {
    let money = |x: f64| glass.value(x, Unit::Money);
    let share = |x: f64| glass.value(x, Unit::Share);
    let (gain, value, loss, risk) = (money(gain), money(value), money(risk * value), share(risk));
    let net_words = glass.signed(net, Unit::Money);
    let good = net > 0.0;
    match glass.language {
        Language::Chinese => {
            let head = format!(
                "眼前多赚 {gain}，却有 {risk} 的机会失去他今后的 {value}，平均损失 {loss}：净得 {net_words}，{}。",
                if good { "算起来划得来" } else { "不划算" }
            );
            match even {
                Some(even) => format!("{head}风险到 {} 就打平。", share(even)),
                None => format!("{head}多大的风险都抵不过眼前这笔。"),
            }
        }
        Language::English => {
            let head = format!(
                "{gain} now, against a risk of {risk} of losing {value} still to come, {loss} on average: net {net_words}, {}.",
                if good { "a gain on paper" } else { "not worth it" }
            );
            match even {
                Some(even) => format!("{head} The break-even risk is {}.", share(even)),
                None => format!("{head} No risk outweighs the gain."),
            }
        }
    }
}

/// Definition, source and limit.
pub const CONFLICT_NOTE: Phrase = say(
    "净得 = 眼前多赚 − 风险 × 他今后的毛利现值；打平的风险 = 眼前多赚 ÷ 毛利现值。毛利现值取自上面：已经花掉的获客成本不算，失去的是今后的毛利。只算他一个人；坏口碑会让损失更大。出处：Rust、Lemon 与 Zeithaml（2004）；Reichheld《终极问题》（2006）称之为坏利润。算得划得来，不等于做得对：欺骗客户，净得为正也还是欺骗。",
    "Net = gain now − risk × the present value of the margins still to come; the break-even risk is the gain over that value. The value is the one above: the acquisition cost is spent already, and what is lost is the margins to come. Only this customer is counted; word of mouth makes the loss larger. Source: Rust, Lemon & Zeithaml (2004); Reichheld calls such gains bad profits, The Ultimate Question (2006). A gain on paper does not make it right: deceit with a positive net is still deceit.",
);

/// Heading of the section on contributions, and of its figure.
pub const CONTRIBUTION: Phrase = say("四个维度的贡献", "Four contributions");
/// Beside the heading.
pub const CONTRIBUTION_REMARK: Phrase =
    say("交易之外，他还带来什么", "what they bring besides their purchases");
/// The four ways of the index.
pub const WAYS: [Phrase; 4] = [
    say("交易", "Purchases"),
    say("满意与忠诚", "Satisfaction and loyalty"),
    say("口碑推荐", "Recommendation"),
    say("合作潜力", "Scope to work together"),
];
/// A way, as a column.
pub const WAY: Phrase = say("维度", "Dimension");
/// The four parts in money.
pub const PARTS: [Phrase; 4] = [
    say("自己购买", "Own purchases"),
    say("推荐来的", "Referred"),
    say("影响来的", "Influenced"),
    say("主意", "Ideas"),
];
/// Their sum.
pub const SUM: Phrase = say("合计", "Together");
/// The index.
pub const INDEX: Phrase = say("贡献指数", "Index of contribution");
/// Heading over the money form.
pub const IN_MONEY: Phrase = say("折成钱", "In money");
/// People the customer recommends us to.
pub const REFERRED: Phrase = say("他推荐给几人", "People they refer");
/// Their chance.
pub const REFERRED_CHANCE: Phrase = say("成为客户的机会", "Chance that one buys");
/// People who follow the customer's opinion.
pub const INFLUENCED: Phrase = say("听他意见的人数", "People they influence");
/// Their chance.
pub const INFLUENCED_CHANCE: Phrase = say("听了就来的机会", "Chance that one follows");
/// What a customer won this way is worth.
pub const NEWCOMER: Phrase = say("这样来的一位值", "One who comes is worth");
/// What the ideas are worth.
pub const IDEAS: Phrase = say("他出的主意值", "Their ideas are worth");

/// The contributions in a sentence: in money, and as an index.
pub fn contribution_answer(glass: Glass, parts: &[f64; 4], index: Option<f64>) -> String {
    let money = |x: f64| glass.value(x, Unit::Money);
    let (total, own) = (money(parts.iter().sum()), money(parts[0]));
    let others = money(parts[1..].iter().sum());
    let index = index.map(|index| glass.number(index, 1));
    match glass.language {
        Language::Chinese => {
            let tail = index.map_or_else(
                || "分量都是零，指数算不出来。".to_owned(),
                |index| format!("按分数算，贡献指数 {index}（满分 100）。"),
            );
            format!("他一共值 {total}：自己购买 {own}，另外带来 {others}。{tail}")
        }
        Language::English => {
            let tail = index.map_or_else(
                || "All weights are zero, so there is no index.".to_owned(),
                |index| format!("As an index the contribution is {index} of 100."),
            );
            format!(
                "In all they are worth {total}: {own} by their own purchases, {others} besides. {tail}"
            )
        }
    }
}

/// Definition, source and limit.
pub const CONTRIBUTION_NOTE: Phrase = say(
    "没有更好的数时用指数：Σ 分量 × 分数。有数时折成钱：自己购买 + 推荐人数 × 机会 × 每位值 + 影响人数 × 机会 × 每位值 + 主意。自己购买就是上面的终身价值。同一个人不要既算推荐又算影响，也不要把推荐来的客户自己的终身价值再加一遍。出处：Kumar 等（2010）：终身、推荐、影响、知识四种价值。",
    "For want of better numbers, an index: Σ weight × score. With numbers, in money: own purchases + people referred × chance × worth + people influenced × chance × worth + ideas. The own purchases are the lifetime value above. Count nobody both as referred and as influenced, and do not add the lifetime values of the referred again. Source: Kumar et al. (2010): lifetime, referral, influencer and knowledge value.",
);

/// Heading of the section on methods.
pub const SIDE_BY_SIDE: Phrase = say("几种算法对照", "Methods side by side");
/// Beside the heading.
pub const SIDE_BY_SIDE_REMARK: Phrase =
    say("先问想知道什么，再选算法", "first ask what is to be known, then choose");
/// The methods by name.
pub const METHODS: [Phrase; 3] = [
    say("历史 + 当前 + 潜在", "History + current + potential"),
    say("收入 − 开发 + 节约 − 优惠", "Revenue − development + saving − concessions"),
    say("（收入 − 成本）× 年数 × 折现系数", "(Revenue − cost) × years × discount factor"),
];
/// Parts of the first method.
pub const CAREER: [Phrase; 3] =
    [say("历史价值", "History"), say("当前价值", "Current"), say("潜在价值", "Potential")];
/// The chance of the potential.
pub const CHANCE: Phrase = say("实现的机会", "Chance of that");
/// Parts of the second method.
pub const ACCOUNT: [Phrase; 4] = [
    say("营业收入", "Revenue"),
    say("开发成本", "Development cost"),
    say("成本节约", "Cost saved"),
    say("价格优惠", "Price concessions"),
];
/// The three questions.
pub const QUESTIONS: [Phrase; 3] = [
    say("他的一生值多少？", "What is the whole career worth?"),
    say("投入划算吗？", "Does it pay?"),
    say("什么在推动它？", "What drives it?"),
];
/// What the questions choose.
pub const WHICH: Phrase = say("想知道什么", "What is to be known");
/// Which methods answer each question.
pub const ANSWERS: [&[usize]; 3] = [&[0], &[1], &[1, 2]];
/// Why these.
pub const WHY: [Phrase; 3] = [
    say(
        "看客户的整个生涯，用“历史 + 当前 + 潜在”：过去的也算，将来的按机会打折。",
        "For the whole career take history + current + potential: the past counts too, the future by its chance.",
    ),
    say(
        "看投入划不划算，用“收入 − 开发 + 节约 − 优惠”：每一笔花费和让步都摆在明处。",
        "For cost against benefit take revenue − development + saving − concessions: every cost and concession lies open.",
    ),
    say(
        "看什么在推动价值，用后两种一起：一种看到每一笔，一种看到年数和折现的作用。",
        "For what drives the value take the last two together: one shows each amount, the other what years and discount do.",
    ),
];
/// Where the numbers of the third method stand.
pub const THIRD: Phrase =
    say("它的数在“公式陷阱侦探”一节里改。", "Its numbers are in the section \"Trap detector\".");
/// Marks a method that answers the question.
pub const FITS: Phrase = say("适合", "fits");
/// The result is too large.
pub const TOO_LARGE: Phrase = super::lifetime::TOO_LARGE;
/// A number is out of its range.
pub const OUT_OF_RANGE: Phrase = super::lifetime::OUT_OF_RANGE;

/// A method in a sentence.
pub fn method_answer(glass: Glass, method: usize, sum: f64) -> String {
    let (name, sum) = (METHODS[method].to(glass.language), glass.value(sum, Unit::Money));
    format!("{name} = {sum}")
}

/// The methods chosen, with what they give.
pub fn chosen(glass: Glass, question: usize, values: &[(usize, f64)]) -> String {
    let one = |(method, value): &(usize, f64)| method_answer(glass, *method, *value);
    let all: Vec<String> = values.iter().map(one).collect();
    let (why, between, end) = match glass.language {
        Language::Chinese => (WHY[question].zh, "；", "。"),
        Language::English => (WHY[question].en, "; ", "."),
    };
    let space = if glass.language == Language::English { " " } else { "" };
    format!("{why}{space}{}{end}", all.join(between))
}

/// Source and limit.
pub const METHODS_NOTE: Phrase = say(
    "几种算法回答不同的问题，数不一样不等于谁错了。前两种把不同年份的钱直接相加，没有折现；历史价值已经是过去，决定今后花多少时不要算进去。出处：课程文字；各部分见 Jackson（1989）与 Kaplan、Narayanan（2001）的客户核算。",
    "The methods answer different questions; that they differ makes none of them wrong. The first two add money of different years without discount, and history is gone: leave it out when deciding what to spend. Source: the course texts; for the parts Jackson (1989), and customer accounting as in Kaplan & Narayanan (2001).",
);
