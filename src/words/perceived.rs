//! What the page about perceived value says.

use super::{Glass, Language, Phrase, Piece, Unit};

const fn say(zh: &'static str, en: &'static str) -> Phrase {
    Phrase::new(zh, en)
}

/// The question the page answers.
pub const QUESTION: Phrase =
    say("哪个方案对客户更值？", "Which offer is worth more to the customer?");
/// Heading over the criteria.
pub const CRITERIA: Phrase = say("客户看重什么", "What the customer looks for");
/// Heading over the costs.
pub const COSTS: Phrase = say("客户付出什么", "What the customer gives up");
/// Heading over the two ways of counting.
pub const COUNTING: Phrase = say("怎样计算", "How we count");
/// Counting in money.
pub const IN_MONEY: Phrase = say("按金额", "In money");
/// Counting in points.
pub const IN_POINTS: Phrase = say("按分数", "In points");
/// Heading over the offers.
pub const OFFERS: Phrase = say("方案（第一个是我们的）", "Offers (the first is ours)");
/// Column of criteria.
pub const BENEFIT_COLUMN: Phrase = say("利益", "Benefit");
/// Column of the kind of benefit.
pub const KIND_COLUMN: Phrase = say("类别", "Kind");
/// Column of costs.
pub const COST_COLUMN: Phrase = say("代价", "Cost");
/// The four kinds of benefit in a word.
pub const KINDS: [Phrase; 4] =
    [say("产品", "Product"), say("服务", "Service"), say("人员", "People"), say("形象", "Image")];
/// Ready lists of criteria.
pub const PRESETS: Phrase = say("换成现成的标准", "Use a ready-made list");

/// Title of the figure of benefits and costs.
pub const BARS: Phrase = say("利益与代价", "Benefit against cost");
/// Title of the figure of swings.
pub const TORNADO: Phrase = say("什么最能改变结果", "What changes the result most");
/// Title of the price ladder.
pub const LADDER: Phrase = say("价格阶梯", "The price ladder");
/// What a perfect offer's worth is, under its box.
pub const PERFECT_MEANS: Phrase = say(
    "每一项都得满分的方案，客户最多肯为它付多少；得分按它折成钱。",
    "The most the customer would pay for an offer with full marks throughout; it turns scores into money.",
);

/// Title of the figure of guesses and scores.
pub const PERCEPTION: Phrase = say("我们猜的，客户给的", "Our guess, their score");
/// Which mark is which in that figure.
pub const PERCEPTION_KEY: Phrase =
    say("○ 我们猜的（可拖动）　● 客户给的", "○ our guess (drag it)  ● their score");
/// Title of the tree of benefits and costs.
pub const TREE: Phrase = say("感知价值树", "The tree of perceived value");
/// Title of the list of ties.
pub const TIES: Phrase = say("改动哪一项就打平", "Any one of these makes a tie");
/// A leaf of the tree without a criterion.
pub const NO_CRITERION: Phrase = say("没有这类标准", "no criterion of this kind");
/// Heading of the comparison with the best rival.
pub const GAPS: Phrase = say("和最强对手逐项比", "Factor by factor against the best rival");
/// Heading of the ranking.
pub const RANKING: Phrase = say("两条规则的排名", "The ranking by both rules");

/// Perceived benefit.
pub const BENEFIT: Phrase = say("感知利益", "Perceived benefit");
/// Total cost.
pub const COST: Phrase = say("总代价", "Total cost");
/// Net value.
pub const NET: Phrase = say("净价值", "Net value");
/// Benefit over cost.
pub const RATIO: Phrase = say("比率", "Ratio");
/// Weighted mean score.
pub const MEAN: Phrase = say("加权得分", "Weighted score");
/// Rank by the difference.
pub const BY_NET: Phrase = say("按差额", "By difference");
/// Rank by the ratio.
pub const BY_RATIO: Phrase = say("按比率", "By ratio");
/// An offer.
pub const OFFER: Phrase = say("方案", "Offer");
/// A factor of the comparison.
pub const FACTOR: Phrase = say("因素", "Factor");
/// Ours less theirs.
pub const DIFFERENCE: Phrase = say("差", "Difference");
/// There is no ratio because nothing is given up.
pub const FREE: Phrase = say("不花代价", "costs nothing");
/// What a difference does for us.
pub const FOR_US: Phrase = say("对我们", "For us");
/// A present value, as a column.
pub const NOW: Phrase = say("现在", "Now");
/// The value at which it ties, as a column.
pub const AT_TIE: Phrase = say("打平时", "At the tie");
/// What is changed, as a column.
pub const INPUT: Phrase = say("改动项", "Input");
/// The result with the input low.
pub const LOW_RESULT: Phrase = say("调低后", "When lower");
/// The result with the input high.
pub const HIGH_RESULT: Phrase = say("调高后", "When higher");
/// Nothing alone makes a tie.
pub const NO_TIE: Phrase = say(
    "只改一项打不平：差得太多，要几项一起改。",
    "No single change makes a tie: several must move together.",
);
/// No input moves the lead.
pub const NO_SWING: Phrase = say(
    "这些数上下 10% 都不改变结果。",
    "None of these numbers changes the result when moved by 10%.",
);

/// Begins the warning that the rules disagree.
pub const DISAGREE: Phrase = say("两条规则不一致：", "The two rules disagree: ");
/// When to trust which rule.
pub const WHICH_RULE: Phrase = say(
    "只买一份、钱够用时看差额：留下的最多。钱有限、可以买很多份时看比率：每一分代价换回最多。",
    "Buying one, with money enough: trust the difference, it leaves the most. With a tight budget and many to buy: trust the ratio, each unit of cost brings back the most.",
);
/// The rules agree.
pub const AGREE: Phrase =
    say("差额与比率选的是同一个。", "Difference and ratio choose the same offer.");

/// A ladder that does not add up to our price.
pub fn ladder_differs(glass: Glass, ladder: f64, price: f64) -> String {
    let (ladder, price) = (glass.value(ladder, Unit::Money), glass.value(price, Unit::Money));
    match glass.language {
        Language::Chinese => format!("阶梯合计 {ladder}，我们的价格是 {price}。"),
        Language::English => format!("The ladder adds up to {ladder}; our price is {price}."),
    }
}
/// Takes the ladder's sum as our price.
pub const TAKE_LADDER: Phrase = say("用作我们的价格", "Use it as our price");
/// The first rung.
pub const COMMODITY: Phrase = say("第一级是商品本身", "The first rung is the bare commodity");
/// The whole price, as the last column of the ladder.
pub const PRICE: Phrase = say("价格", "Price");

/// What the price ladder shows.
pub fn ladder_answer(glass: Glass, share: Option<f64>, multiple: Option<f64>) -> String {
    let share = share.map(|s| glass.value(s, Unit::Share));
    let multiple = multiple.map(|m| glass.value(m, Unit::Times));
    match (glass.language, share, multiple) {
        (Language::Chinese, Some(s), Some(m)) => {
            format!("价格是商品本身的 {m}，其中 {s} 付给体验。")
        }
        (Language::Chinese, Some(s), None) => format!("价格的 {s} 付给体验。"),
        (Language::Chinese, None, _) => "价格是零。".into(),
        (Language::English, Some(s), Some(m)) => {
            format!("The price is {m} the bare commodity; {s} of it pays for the experience.")
        }
        (Language::English, Some(s), None) => format!("{s} of the price pays for the experience."),
        (Language::English, None, _) => "The price is zero.".into(),
    }
}

/// What the guesses show.
pub fn perception_answer(
    glass: Glass,
    (guess, score): (f64, f64),
    blind: Option<(&str, f64)>,
) -> String {
    let mean = |x: f64| glass.number(x, 1);
    let (guess, score) = (mean(guess), mean(score));
    match (glass.language, blind) {
        (Language::Chinese, Some((name, gap))) => format!(
            "我们平均猜 {guess} 分，客户给 {score} 分。盲点是{name}：高估了 {} 分。",
            glass.number(gap, 1)
        ),
        (Language::Chinese, None) => {
            format!("我们平均猜 {guess} 分，客户给 {score} 分，没有高估的地方。")
        }
        (Language::English, Some((name, gap))) => format!(
            "We guess {guess} on average, they give {score}. The blind spot is {name}: {} too high.",
            glass.number(gap, 1)
        ),
        (Language::English, None) => {
            format!("We guess {guess} on average, they give {score}: nothing is overestimated.")
        }
    }
}

/// The answer: who wins, with which net value and by how much.
pub fn answer(
    glass: Glass,
    unit: Unit,
    winner: &str,
    net: f64,
    second: &str,
    lead: f64,
) -> Vec<Piece> {
    let end = end(glass, unit, net);
    let (net, lead) = (glass.signed(net, unit), glass.value(lead, unit));
    match glass.language {
        Language::Chinese => vec![
            Piece::Say(format!("{winner}，净价值 ")),
            Piece::Figure(net),
            Piece::Say(format!("，比{second}多 {lead}{end}")),
        ],
        Language::English => vec![
            Piece::Say(format!("{winner}, with a net value of ")),
            Piece::Figure(net),
            Piece::Say(format!(", {lead} more than {second}{end}")),
        ],
    }
}

/// How the answer ends: where even the best offer is not worth its cost, a customer does better to
/// buy none.
fn end(glass: Glass, unit: Unit, net: f64) -> &'static str {
    match (unit == Unit::Money && net < 0.0, glass.language) {
        (false, Language::Chinese) => "。",
        (false, Language::English) => ".",
        (true, Language::Chinese) => "。不买更好。",
        (true, Language::English) => ". Buying nothing is better still.",
    }
}

/// Why the winner wins: the factor that gives it most beside the second, and the one that costs it
/// most, where there is one.
pub fn why(glass: Glass, unit: Unit, most: (&str, f64), least: Option<(&str, f64)>) -> String {
    let part = |(name, gain): (&str, f64)| (name.to_owned(), glass.signed(gain, unit));
    let (name, gain) = part(most);
    match (glass.language, least.map(part)) {
        (Language::Chinese, Some((other, loss))) => {
            format!("胜在{name}（{gain}），输在{other}（{loss}）。")
        }
        (Language::Chinese, None) => format!("胜在{name}（{gain}），没有一项比对手差。"),
        (Language::English, Some((other, loss))) => {
            format!("It wins by {name} ({gain}) and loses most on {other} ({loss}).")
        }
        (Language::English, None) => {
            format!("It wins by {name} ({gain}); nothing is worse than the rival's.")
        }
    }
}

/// The answer where the first two are worth the same.
pub fn answer_tie(glass: Glass, unit: Unit, winner: &str, net: f64, second: &str) -> Vec<Piece> {
    let end = end(glass, unit, net);
    let net = glass.signed(net, unit);
    match glass.language {
        Language::Chinese => vec![
            Piece::Say(format!("{winner}和{second}一样值，净价值都是 ")),
            Piece::Figure(net),
            Piece::Say(end.into()),
        ],
        Language::English => vec![
            Piece::Say(format!("{winner} and {second} are worth the same: a net value of ")),
            Piece::Figure(net),
            Piece::Say(end.into()),
        ],
    }
}

/// How the rules disagree: the first by each, and the ratio of the second.
pub fn disagreement(glass: Glass, by_net: &str, by_ratio: &str, ratio: Option<f64>) -> String {
    let ratio = match ratio {
        Some(ratio) => glass.value(ratio, Unit::Times),
        None => FREE.to(glass.language).to_owned(),
    };
    match glass.language {
        Language::Chinese => format!("按差额{by_net}第一，按比率{by_ratio}第一（{ratio}）。"),
        Language::English => {
            format!("by difference {by_net} comes first, by ratio {by_ratio} ({ratio}).")
        }
    }
}

/// Under the tornado: how far we lead or lag, and over whom.
pub fn standing(glass: Glass, unit: Unit, rival: &str, lead: f64) -> String {
    let amount = glass.value(lead.abs(), unit);
    match (glass.language, lead >= 0.0) {
        (Language::Chinese, true) => format!("领先{rival} {amount}"),
        (Language::Chinese, false) => format!("落后{rival} {amount}"),
        (Language::English, true) => format!("{amount} ahead of {rival}"),
        (Language::English, false) => format!("{amount} behind {rival}"),
    }
}

/// Beside the tornado's title.
pub fn swing_remark(glass: Glass, ours: &str, rival: &str) -> String {
    match glass.language {
        Language::Chinese => format!("每项上下 10%，看{ours}领先{rival}多少"),
        Language::English => format!("each moved by 10%: how far {ours} leads {rival}"),
    }
}

/// Beside the list of ties.
pub fn tie_remark(glass: Glass, unit: Unit, rival: &str, lead: f64) -> String {
    let amount = glass.value(lead.abs(), unit);
    match (glass.language, lead > 0.0) {
        (Language::Chinese, true) => {
            format!("我们领先 {amount}：改到下面任何一个数，{rival}就追平")
        }
        (Language::Chinese, false) => {
            format!("我们还差 {amount}：改到下面任何一个数，就追平{rival}；再过一点就赢")
        }
        (Language::English, true) => {
            format!("we lead by {amount}; at any one of these {rival} draws level")
        }
        (Language::English, false) => {
            format!(
                "we lack {amount}; at any one of these we draw level with {rival}, past it we win"
            )
        }
    }
}

/// Who draws level, where it is another than the best rival of today.
pub fn levels(glass: Glass, name: &str) -> String {
    match glass.language {
        Language::Chinese => format!("打平的是{name}"),
        Language::English => format!("level with {name}"),
    }
}

/// The criterion on which we are furthest behind, or least ahead.
pub fn weakest_lever(glass: Glass, name: &str, gap: f64) -> String {
    let points = glass.value(gap.abs(), Unit::Score);
    match (glass.language, gap < 0.0, gap > 0.0) {
        (Language::Chinese, true, _) => format!("得分落后最多的利益是{name}（{points}）"),
        (Language::Chinese, _, true) => {
            format!("没有一项利益得分落后；领先最少的是{name}（{points}）")
        }
        (Language::Chinese, ..) => format!("没有一项利益得分落后；{name}打平"),
        (Language::English, true, _) => {
            format!("the benefit with the score furthest behind is {name} ({points})")
        }
        (Language::English, _, true) => {
            format!("no benefit scores behind; the smallest lead is {name} ({points})")
        }
        (Language::English, ..) => format!("no benefit scores behind; {name} is level"),
    }
}

/// The figure in a sentence, for those who cannot see it: name, benefit, cost, net value of each.
pub fn bars_summary(glass: Glass, unit: Unit, offers: &[(&str, f64, f64)]) -> String {
    let value = |x: f64| glass.value(x, unit);
    let one = |(name, benefit, cost): &(&str, f64, f64)| match glass.language {
        Language::Chinese => format!(
            "{name}：利益 {}，代价 {}，净价值 {}",
            value(*benefit),
            value(*cost),
            glass.signed(benefit - cost, unit)
        ),
        Language::English => format!(
            "{name}: benefit {}, cost {}, net value {}",
            value(*benefit),
            value(*cost),
            glass.signed(benefit - cost, unit)
        ),
    };
    let all: Vec<String> = offers.iter().map(one).collect();
    match glass.language {
        Language::Chinese => format!("{}。", all.join("；")),
        Language::English => format!("{}.", all.join("; ")),
    }
}

/// Why the offers cannot be compared: too few, no weight, out of range.
pub const TOO_FEW: Phrase = say(
    "只有一个方案，没有可比的。再加一个方案（“什么也不买”也算一个）。",
    "There is only one offer, so there is nothing to compare. Add another (\"buy nothing\" is one too).",
);
/// All weights are zero.
pub const NO_WEIGHT: Phrase = say(
    "所有分量都是零，什么都不算数。至少给一项标准一点分量。",
    "All weights are zero, so nothing counts. Give at least one criterion some weight.",
);
/// A number is out of its range.
pub const OUT_OF_RANGE: Phrase = say(
    "有一个数超出了范围，算不出来。",
    "One of the numbers is out of range, so there is no result.",
);

/// Definition, source, limits, usual mistake.
pub const NOTES: &[(Phrase, Phrase)] = &[
    (
        say("顾客感知价值", "Customer-perceived value"),
        say(
            "客户从一个方案得到的全部利益，与得到它要付出的全部代价相比。差额（利益减代价）也叫顾客让渡价值。",
            "All that a customer gets from an offer against all it takes to get it. The difference, benefit less cost, is also called customer-delivered value.",
        ),
    ),
    (
        say("出处", "Source"),
        say(
            "科特勒《营销管理》：总顾客利益分产品、服务、人员、形象，总顾客代价分货币、时间、体力、心力。差额和比率两种算法书中都有。",
            "Kotler, Marketing Management: total customer benefit from product, services, personnel and image; total customer cost in money, time, energy and psyche. Both the difference and the ratio are his.",
        ),
    ),
    (
        say("分数从哪里来", "Whose scores"),
        say(
            "价值由客户决定。分量和得分请客户自己打；我们自己打的只能算猜测，“我们猜的，客户给的”一节看猜错了多少。",
            "The customer sets the value. Let the customer give the weights and scores; what we put in ourselves is a guess, and the section on guesses shows how far off it is.",
        ),
    ),
    (
        say("常见的错误", "The usual mistake"),
        say(
            "只比价格。时间、体力和心力也是代价；对忙人，一小时可能比差价更贵。",
            "Comparing prices only. Time, effort and worry are costs too; to a busy person an hour can outweigh the difference in price.",
        ),
    ),
    (
        say("不适用", "Not for"),
        say(
            "有一票否决的标准时。不合规的方案，再便宜也补不回来。",
            "Criteria that rule an offer out. No low price makes up for an offer that breaks the rules.",
        ),
    ),
];

/// Definition and example of each leaf of the tree: the four benefits, then the four costs.
pub const LEAVES: [(Phrase, Phrase); 8] = [
    (
        say("产品本身做到的事", "What the product itself does"),
        say("例：咖啡的口味，机器的寿命", "e.g. the taste of a coffee, the life of a machine"),
    ),
    (
        say("围绕产品的服务", "What is done around the product"),
        say("例：送货、安装、维修、培训", "e.g. delivery, installation, repair, training"),
    ),
    (
        say("打交道的人", "The people one deals with"),
        say("例：懂行、可靠、好说话", "e.g. able, reliable, easy to talk to"),
    ),
    (
        say("品牌和场合带来的感受", "What the name and the place stand for"),
        say("例：体面、放心、轻松", "e.g. standing, trust, ease"),
    ),
    (say("付出的钱", "The money paid"), say("例：价格、运费、配件", "e.g. price, freight, parts")),
    (
        say("花掉的时间", "The time it takes"),
        say("例：排队、等货、学会使用", "e.g. queueing, waiting, learning"),
    ),
    (
        say("费的力气", "The effort it takes"),
        say("例：走路、搬运、填表", "e.g. walking, carrying, filling in forms"),
    ),
    (
        say("操的心", "The worry it brings"),
        say(
            "例：怕选错、怕出事、难解释",
            "e.g. fear of choosing wrong, of failure, of having to explain",
        ),
    ),
];
