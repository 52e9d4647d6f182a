//! What the page about the value curve says.

use super::{Glass, Language, Phrase, Piece, Unit};
use crate::model::value_curve::{Barrier, Move};

const fn say(zh: &'static str, en: &'static str) -> Phrase {
    Phrase::new(zh, en)
}

/// The question the page answers.
pub const QUESTION: Phrase =
    say("我们和别人有什么不一样？", "Where does our curve part from theirs?");
/// Title of the figure.
pub const CURVES: Phrase = say("价值曲线", "The value curve");
/// Title of the axis of levels.
pub const LEVEL_AXIS: Phrase = say("水平（0 到 10）", "Level, 0 to 10");
/// The same where there is little room.
pub const LEVEL: Phrase = say("水平", "Level");
/// Heading over factors and levels.
pub const LEVELS: Phrase = say("因素和水平", "Factors and levels");
/// Beside that heading.
pub const LEVELS_REMARK: Phrase =
    say("就是感知价值里的标准和得分", "the criteria and scores of perceived value");
/// Column of factors.
pub const FACTOR: Phrase = say("因素", "Factor");
/// Where the levels come from.
pub const LEVELS_FROM: Phrase = say("水平从哪里来", "Where the levels come from");
/// In an empty box for where the levels come from.
pub const LEVELS_FROM_EMPTY: Phrase = say("谁打的分，什么时候", "who gave them, and when");
/// Adds a factor.
pub const ADD_FACTOR: Phrase = say("加一个因素", "Add a factor");
/// Our former curve.
pub const FORMER: Phrase = say("我们以前", "Ours before");

/// The moves, from the least done to the most.
pub const fn a_move(of: Move) -> Phrase {
    match of {
        Move::Eliminate => say("剔除", "Eliminate"),
        Move::Reduce => say("减少", "Reduce"),
        Move::Keep => say("保持", "Keep"),
        Move::Raise => say("增加", "Raise"),
        Move::Create => say("创造", "Create"),
    }
}

/// What a move says.
pub const fn meaning(of: Move) -> Phrase {
    match of {
        Move::Eliminate => say("人人都有，我们不要", "all of them have it, we leave it out"),
        Move::Reduce => say("低于所有对手", "below every rival"),
        Move::Keep => say("在对手的范围之内", "within what rivals do"),
        Move::Raise => say("高于所有对手", "above every rival"),
        Move::Create => say("谁都没有，我们有", "nobody has it, we do"),
    }
}

/// Why a move is not open.
pub const fn barrier(barrier: Barrier) -> Phrase {
    match barrier {
        Barrier::SomeLeaveOut => say("已有对手不做", "a rival leaves it out already"),
        Barrier::NothingBelow => say("对手已低到几乎没有", "a rival is next to nothing"),
        Barrier::NothingAbove => say("已有对手满分", "a rival is at the top"),
        Barrier::NobodyHas => say("对手都没有，算创造", "no rival has it: that is creating"),
        Barrier::SomebodyHas => say("已有对手在做", "a rival has it already"),
    }
}

/// A move that is not open, and why.
pub fn closed(language: Language, name: &str, why: &str) -> String {
    match language {
        Language::Chinese => format!("{name}（{why}）"),
        Language::English => format!("{name} ({why})"),
    }
}

/// Heading over the moves.
pub const MOVES: Phrase = say("剔除、减少、增加、创造", "Eliminate, reduce, raise, create");
/// Beside that heading.
pub const MOVES_REMARK: Phrase =
    say("换一个动作，我们的水平就跟着变", "choose another move and our level follows");
/// Column of moves.
pub const MOVE: Phrase = say("动作", "Move");
/// No factor takes this move.
pub const NONE: Phrase = say("没有", "none");
/// Column of our levels.
pub const OURS: Phrase = say("我们", "Ours");
/// Column of rivals' levels.
pub const RIVALS: Phrase = say("对手", "Rivals");

/// Heading over the three checks.
pub const CHECKS: Phrase = say("三项检验", "Three checks");
/// The check of focus.
pub const FOCUS: Phrase = say("有重点", "Focus");
/// The check of divergence.
pub const DIVERGENCE: Phrase = say("不一样", "Divergence");
/// The check of the tagline, and the box for it.
pub const TAGLINE: Phrase = say("一句话", "Tagline");
/// In an empty box for the tagline.
pub const TAGLINE_EMPTY: Phrase = say("用一句话说出这条曲线", "say the curve in one sentence");
/// Which factors the tagline stands on.
pub const SERVES: Phrase =
    say("靠哪几个因素做到（最多三个）", "Which factors serve it (three at most)");
/// There are three already.
pub const THREE_ALREADY: Phrase = say(
    "已经选了三个。一句话靠不了更多：先去掉一个。",
    "Three are chosen. One sentence cannot stand on more: take one out first.",
);
/// A check is passed, or it asks for attention.
pub const fn verdict(passed: bool) -> Phrase {
    if passed { say("通过", "Passed") } else { say("注意", "Look") }
}
/// Heading of the rows of the table of the checks.
pub const MEASURE: Phrase = say("指标", "Measure");
/// Rows of the table of the checks: all factors, the core factors, how many it rests on, focus,
/// likeness to ours.
pub const CHECK_ROWS: [Phrase; 5] = [
    say("各因素合计", "All factors"),
    say("核心因素合计", "Core factors"),
    say("力气落在几个因素上", "Effort rests on, factors"),
    say("集中度", "Focus"),
    say("和我们的相关系数", "Correlation with ours"),
];

/// Heading over price classes.
pub const CLASSES: Phrase = say("价格带", "Price classes");
/// Beside that heading.
pub const CLASSES_REMARK: Phrase = say("同类的方案卖多少钱", "what offers of a class cost");
/// The lowest price of a class.
pub const LOWEST_PRICE: Phrase = say("最低价", "Lowest price");
/// The highest price of a class.
pub const HIGHEST_PRICE: Phrase = say("最高价", "Highest price");
/// The row of the offers' prices.
/// Adds a class.
pub const ADD_CLASS: Phrase = say("加一个价格带", "Add a class");

/// Heading over the changes of cost.
pub const COSTS: Phrase = say("钱从哪里省，花到哪里", "Where money is saved and spent");
/// Beside that heading.
pub const COSTS_REMARK: Phrase = say("按每一份算", "for each unit sold");
/// Title of the figure of savings.
pub const SAVINGS: Phrase = say("每一份省下的成本", "Cost saved on each unit");
/// Adds a change of cost.
pub const ADD_CHANGE: Phrase = say("加一项成本", "Add a cost");
/// What is sold one by one.
pub const UNIT: Phrase = say("一份是", "A unit is");
/// In an empty box for what is sold.
pub const UNIT_EMPTY: Phrase = say("一夜、一杯、一件……", "a night, a cup, a piece…");
/// A cost that belongs to no factor.
pub const NO_FACTOR: Phrase = say("不属于哪个因素", "no factor");
/// How a cost is counted.
pub const WAY: Phrase = say("怎样计算", "Counted");
/// The three ways: an amount, a share of the price, built once.
pub const WAYS: [Phrase; 3] = [
    say("金额", "as an amount"),
    say("占价格的比例", "as a share of the price"),
    say("一次建成", "as built once"),
];
/// Whose cost it is.
pub const fn side(ours: bool) -> Phrase {
    if ours { say("我们", "Ours") } else { say("行业", "Industry") }
}
/// The cost of a unit.
pub const UNIT_AMOUNT: Phrase = say("每一份", "A unit");
/// The lowest share of the price.
pub const LOWEST: Phrase = say("最低占", "Share from");
/// The highest share of the price.
pub const HIGHEST: Phrase = say("最高占", "Share to");
/// The cost of building.
pub const BUILDING: Phrase = say("建造成本", "Cost of building");
/// The price that a share is taken of.
pub const SHARE_OF: Phrase = say("按这个价格算比例", "Share of a price of");
/// Years of use.
pub const YEARS_OF_USE: Phrase = say("使用年数", "Years of use");
/// Units a year.
pub const CAPACITY: Phrase = say("一年能卖几份", "Units a year");
/// The share that is sold.
pub const USED: Phrase = say("卖出的比例", "Share sold");
/// What a unit comes to.
pub const COMES_TO: Phrase = say("合每一份", "Comes to, a unit");
/// The cost of a unit does not exist.
pub const NO_COST: Phrase = say("有一项成本算不出来。", "One of the costs cannot be worked out.");
/// There is no change of cost yet.
pub const NO_CHANGE: Phrase = say(
    "还没有成本项。砍掉的因素省下什么、增加的因素花掉什么，各写一行。",
    "No cost yet. Write a line for what is saved on a factor cut, and one for what is spent on a factor raised.",
);
/// All savings together.
pub const NET: Phrase = say("合计", "Together");

/// Heading over before and after.
pub const BEFORE_AFTER: Phrase = say("以前和现在", "Before and after");
/// Keeps today's curve.
pub const KEEP: Phrase = say("把今天的曲线记作以前", "Keep today's curve as before");
/// Drops the former curve.
pub const DROP: Phrase = say("去掉以前的曲线", "Drop the former curve");
/// Our former level.
pub const LEVEL_BEFORE: Phrase = say("以前的水平", "Level before");
/// Our former price.
pub const PRICE_BEFORE: Phrase = say("以前的价格", "Price before");
/// Before, as a column.
pub const BEFORE: Phrase = say("以前", "Before");
/// Now, as a column.
pub const NOW: Phrase = say("现在", "Now");
/// The difference, as a column.
pub const CHANGE: Phrase = say("变化", "Change");
/// No former curve is kept.
pub const NO_FORMER: Phrase = say(
    "还没有以前的曲线。先记下今天的，再去拖动：图上的虚线就是出发的地方。",
    "No former curve is kept. Keep today's, then drag: the dotted line shows where you set out.",
);

/// Why there is no curve: too few offers.
pub const TOO_FEW: Phrase = say(
    "只有一个方案，看不出哪里不一样。再加一个对手。",
    "There is only one offer, so nothing to part from. Add a rival.",
);
/// Why there is no curve: a level is out of range.
pub const OUT_OF_RANGE: Phrase = say(
    "有一个水平不在 0 到 10 之间，画不出曲线。",
    "One of the levels is not from 0 to 10, so there is no curve.",
);

/// The answer: on how many factors we part from all rivals, and how.
pub fn answer(glass: Glass, ours: &str, factors: usize, moves: &[(Move, usize)]) -> Vec<Piece> {
    let count: usize = moves.iter().map(|(_, count)| count).sum();
    let part = |(of, count): &(Move, usize)| match glass.language {
        Language::Chinese => format!("{} {count}", a_move(*of).zh),
        Language::English => format!("{} {count}", a_move(*of).en.to_lowercase()),
    };
    let parts: Vec<String> = moves.iter().filter(|(_, count)| *count > 0).map(part).collect();
    match (glass.language, count) {
        (Language::Chinese, 0) => vec![Piece::Say(format!(
            "{ours}的 {factors} 个因素都在对手的范围之内：没有不一样的地方。"
        ))],
        (Language::Chinese, _) => vec![
            Piece::Say(format!("{ours}在 {factors} 个因素里有 ")),
            Piece::Figure(format!("{count} 个")),
            Piece::Say(format!("和所有对手都不一样：{}。", parts.join("，"))),
        ],
        (Language::English, 0) => vec![Piece::Say(format!(
            "{ours} stays within what rivals do on all {factors} factors: nothing sets it apart."
        ))],
        (Language::English, _) => vec![
            Piece::Say(format!("{ours} parts from every rival on ")),
            Piece::Figure(format!("{count} of {factors}")),
            Piece::Say(format!(" factors: {}.", parts.join(", "))),
        ],
    }
}

/// The parallel-curve warning: the rivals to whom our curve runs parallel, with the correlation.
pub fn parallel(glass: Glass, rivals: &[(&str, f64)]) -> String {
    let one = |(name, r): &(&str, f64)| match glass.language {
        Language::Chinese => format!("{name}（相关系数 {}）", glass.number(*r, 2)),
        Language::English => format!("{name} (correlation {})", glass.number(*r, 2)),
    };
    let all: Vec<String> = rivals.iter().map(one).collect();
    match glass.language {
        Language::Chinese => {
            format!("我们的曲线和{}几乎平行：同样的东西，只是多一点或少一点。", all.join("、"))
        }
        Language::English => format!(
            "our curve runs parallel to {}: the same things, only more or less of them.",
            all.join(" and ")
        ),
    }
}
/// Begins the parallel-curve warning.
pub const PARALLEL: Phrase = say("平行：", "Parallel: ");

/// The curves part: the rival most alike, and the correlation.
pub fn parts(glass: Glass, rival: &str, r: f64) -> String {
    let r = glass.number(r, 2);
    match glass.language {
        Language::Chinese => format!("曲线分得开：和最像的{rival}，相关系数也只有 {r}。"),
        Language::English => {
            format!("The curves part: even with {rival}, the most alike, the correlation is {r}.")
        }
    }
}
/// A curve is flat.
pub const FLAT: Phrase = say(
    "我们的曲线是平的，或者对手都是平的：没有形状可比。",
    "Our curve is flat, or all of theirs are: there is no shape to compare.",
);
/// Two rivals whose curves run parallel.
pub fn rivals_alike(glass: Glass, (one, other): (&str, &str), r: f64) -> String {
    let r = glass.number(r, 2);
    match glass.language {
        Language::Chinese => {
            format!("{one}和{other}彼此平行（相关系数 {r}）：它们卖的是同一样东西。")
        }
        Language::English => format!(
            "{one} and {other} run parallel to each other (correlation {r}): they sell the same thing."
        ),
    }
}

/// A share in whole per cents.
pub fn whole(glass: Glass, share: f64) -> String {
    glass.value((share * 100.0).round() / 100.0, Unit::Share)
}

/// Focus: on how many factors the effort rests, how focused that is, and the rivals' mean.
pub fn focus(glass: Glass, rests_on: f64, of: usize, focus: f64, rivals: Option<f64>) -> String {
    let (rests_on, share) = (glass.number(rests_on, 1), whole(glass, focus));
    let rivals = rivals.map(|r| whole(glass, r));
    match (glass.language, rivals) {
        (Language::Chinese, Some(r)) => {
            format!("{of} 个因素里，力气落在 {rests_on} 个上，集中度 {share}；对手平均 {r}。")
        }
        (Language::Chinese, None) => {
            format!("{of} 个因素里，力气落在 {rests_on} 个上，集中度 {share}。")
        }
        (Language::English, Some(r)) => format!(
            "Of {of} factors the effort rests on {rests_on}: a focus of {share}, where rivals have {r} on average."
        ),
        (Language::English, None) => {
            format!("Of {of} factors the effort rests on {rests_on}: a focus of {share}.")
        }
    }
}
/// There is no focus to speak of.
pub const NO_FOCUS: Phrase = say(
    "我们的水平全是零，或者只有一个因素：谈不上重点。",
    "Our levels are all zero, or there is one factor only: there is no focus to speak of.",
);

/// The tagline is missing, or what it stands on.
pub const NO_TAGLINE: Phrase = say(
    "还没有一句话。说不成一句话的曲线，客人也记不住。",
    "There is no sentence yet. A curve that cannot be said in one is not remembered either.",
);
/// No factor is chosen.
pub const NO_CORE: Phrase = say(
    "还没选靠哪几个因素做到：挑一到三个。",
    "No factor is chosen that serves it: choose one to three.",
);
/// What the core factors bring: our total on them, and the best rival's.
pub fn tagline(glass: Glass, (ours, own): (&str, f64), (rival, theirs): (&str, f64)) -> String {
    let level = |x: f64| glass.cell(x, Unit::Plain);
    let (own, theirs, ahead) = (level(own), level(theirs), own > theirs);
    match (glass.language, ahead) {
        (Language::Chinese, true) => {
            format!(
                "在核心因素上{ours}合计 {own}，超过最好的{rival}（{theirs}）：说得出，也做得到。"
            )
        }
        (Language::Chinese, false) => {
            format!("在核心因素上{ours}合计 {own}，没有超过{rival}（{theirs}）：这句话别人也能说。")
        }
        (Language::English, true) => format!(
            "On the core factors {ours} comes to {own}, above the best rival, {rival} ({theirs}): it is said, and it is done."
        ),
        (Language::English, false) => format!(
            "On the core factors {ours} comes to {own}, not above {rival} ({theirs}): they can say the same."
        ),
    }
}

/// What the classes show: how much dearer the dearest is than the cheapest, by their middles.
pub fn classes(
    glass: Glass,
    (dear, high): (&str, f64),
    (cheap, low): (&str, f64),
    times: f64,
) -> String {
    let money = |x| glass.value(x, Unit::Money);
    let (high, low, times) = (money(high), money(low), glass.value(times, Unit::Times));
    match glass.language {
        Language::Chinese => {
            format!("{dear}的中间价 {high}，是{cheap}（{low}）的 {times}。")
        }
        Language::English => {
            format!("The middle of {dear} is {high}: {times} that of {cheap} ({low}).")
        }
    }
}
/// The prices of a class, from the lowest to the highest.
pub fn span(glass: Glass, low: f64, high: f64) -> String {
    let money = |x| glass.value(x, Unit::Money);
    match glass.language {
        _ if low == high => money(low),
        Language::Chinese => format!("{}–{}", glass.cell(low, Unit::Money), money(high)),
        Language::English => format!("{}–{}", money(low), money(high)),
    }
}
/// The class that our price is in.
pub fn our_class(glass: Glass, price: f64, class: Option<&str>) -> String {
    let price = glass.value(price, Unit::Money);
    match (glass.language, class) {
        (Language::Chinese, Some(class)) => format!("我们的 {price}，在{class}之内。"),
        (Language::Chinese, None) => format!("我们的 {price}，不在任何一个价格带里。"),
        (Language::English, Some(class)) => format!("Our {price} lies within {class}."),
        (Language::English, None) => format!("Our {price} lies in none of the classes."),
    }
}
/// There are no classes yet.
pub const NO_CLASS: Phrase = say(
    "还没有价格带。写下各类方案的最低价和最高价，看我们落在哪里。",
    "No class yet. Write the lowest and highest price of each class and see where ours lies.",
);

/// What a unit costs on both sides, and what is saved.
pub fn change_of_cost(glass: Glass, before: f64, after: f64) -> String {
    let money = |x| glass.value(x, Unit::Money);
    let saved = before - after;
    let (before, after, size) = (money(before), money(after), money(saved.abs()));
    match (glass.language, saved >= 0.0) {
        (Language::Chinese, true) => format!("每一份 {before} → {after}，省 {size}"),
        (Language::Chinese, false) => format!("每一份 {before} → {after}，多花 {size}"),
        (Language::English, true) => format!("a unit {before} → {after}: {size} saved"),
        (Language::English, false) => format!("a unit {before} → {after}: {size} more spent"),
    }
}
/// What all changes come to.
pub fn savings(glass: Glass, unit: &str, saved: f64, spent: f64) -> String {
    let money = |x| glass.value(x, Unit::Money);
    let net = saved - spent;
    let (saved, spent, net_size) = (money(saved), money(spent), money(net.abs()));
    let signed = glass.signed(net, Unit::Money);
    match glass.language {
        Language::Chinese => {
            let unit = if unit.is_empty() { "每一份" } else { unit };
            let end = if net >= 0.0 {
                format!("价格最多可以低 {net_size}，毛利不变。")
            } else {
                format!("价格要高 {net_size}，毛利才不变。")
            };
            format!("{unit}省下 {saved}，多花 {spent}，合计 {signed}：{end}")
        }
        Language::English => {
            let unit = if unit.is_empty() { "A unit" } else { unit };
            let end = if net >= 0.0 {
                format!("the price may be {net_size} lower with the margin unchanged.")
            } else {
                format!("the price must be {net_size} higher to keep the margin.")
            };
            format!("{unit}: {saved} saved, {spent} more spent, {signed} together; {end}")
        }
    }
}
/// Where the savings come from: factors cut, and where the spending goes: factors raised.
pub fn by_move(glass: Glass, cut: f64, raised: f64) -> String {
    let (cut, raised) = (glass.signed(cut, Unit::Money), glass.signed(raised, Unit::Money));
    match glass.language {
        Language::Chinese => format!("其中剔除和减少的因素 {cut}，增加和创造的因素 {raised}。"),
        Language::English => {
            format!(
                "Of it {cut} on factors eliminated or reduced, {raised} on factors raised or created."
            )
        }
    }
}

/// What has changed since the curve was kept: how many levels rose and fell.
pub fn since(glass: Glass, up: usize, down: usize, focus: Option<(f64, f64)>) -> String {
    let focus = focus.map(|(a, b)| (whole(glass, a), whole(glass, b)));
    let factors = if up == 1 { "factor" } else { "factors" };
    match (glass.language, focus) {
        (Language::Chinese, Some((a, b))) => {
            format!("和以前相比，{up} 个因素升了，{down} 个降了；集中度从 {a} 到 {b}。")
        }
        (Language::Chinese, None) => format!("和以前相比，{up} 个因素升了，{down} 个降了。"),
        (Language::English, Some((a, b))) => {
            format!("Since then {up} {factors} rose and {down} fell; focus went from {a} to {b}.")
        }
        (Language::English, None) => format!("Since then {up} {factors} rose and {down} fell."),
    }
}

/// The level of a price, in words.
pub fn price_level(glass: Glass, price: f64, level: f64) -> String {
    let (price, level) = (glass.value(price, Unit::Money), glass.number(level, 1));
    match glass.language {
        Language::Chinese => format!("{price}（水平 {level}）"),
        Language::English => format!("{price} (level {level})"),
    }
}

/// What the letters of the working stand for.
pub fn working_remark(language: Language, rival: Option<&str>) -> String {
    let likeness = match (language, rival) {
        (Language::Chinese, Some(rival)) => {
            format!("r 是和{rival}的相关系数，a、b 是各自的水平减去平均；")
        }
        (Language::English, Some(rival)) => {
            format!("r is the correlation with {rival}, a and b each level less its mean; ")
        }
        (_, None) => String::new(),
    };
    match language {
        Language::Chinese => {
            format!(
                "{likeness}n 是力气落在几个因素上；p 是价格 P 的水平，T 是一个整齐的数，至少比最高价高四分之一。"
            )
        }
        Language::English => format!(
            "{likeness}n is the number of factors the effort rests on; p is the level of the price P, where T is a round number at least a quarter above the highest price."
        ),
    }
}

/// Definition, source, assumptions, limits, the usual mistake.
pub const NOTES: &[(Phrase, Phrase)] = &[
    (
        say("价值曲线", "The value curve"),
        say(
            "一条线画出一个方案在各个因素上做到几分。同行的线往往长得差不多；自己的线要是也一样，客户就只好比价格。",
            "One line for what an offer does on each factor. Within an industry the lines tend to look alike; an offer whose line looks the same can only be compared by price.",
        ),
    ),
    (
        say("四个动作", "The four moves"),
        say(
            "都是和所有对手比：剔除，对手都有而我们没有；减少，低于最低的对手；增加，高于最高的对手；创造，对手都没有而我们有。水平低于 0.5 算没有。",
            "Each is measured against all rivals: eliminate what all of them have, go below the lowest, go above the highest, create what none of them has. A level below 0.5 counts as absent.",
        ),
    ),
    (
        say("三项检验怎么算", "How the checks are worked out"),
        say(
            "集中度：力气平均分给所有因素是 0，全给一个是 1。不一样：两条线形状的相关系数，0.9 以上算平行，高低不同也算。一句话：最多靠三个因素，并且在这几个上超过所有对手。",
            "Focus: 0 where every factor gets the same, 1 where one gets all. Divergence: the correlation of two shapes; from 0.9 on they count as parallel, however far apart in height. Tagline: it stands on three factors at most, and on those we are above every rival.",
        ),
    ),
    (
        say("出处", "Source"),
        say(
            "金与莫博涅，《价值创新》（1997，福缪勒第一旅馆的例子）和《绘制公司的未来》（2002，重点、差异和一句话）。他们用图说明，这里的数字规则是我们的。",
            "Kim & Mauborgne, \"Value Innovation\" (1997), on the Formule 1 hotels, and \"Charting Your Company's Future\" (2002), on focus, divergence and tagline. They argue with drawings; the rules in numbers are ours.",
        ),
    ),
    (
        say("旅馆例子里的数", "The figures of the hotel case"),
        say(
            "原图只留下因素的名字，各条曲线的水平是示意；价格带、建造成本减半和人员成本的比例出自原案例，每夜 100 法郎、房间 10 万法郎、20 年和七成入住是为了算得出来而设的。",
            "Of the original drawing only the names of the factors are left: the levels are an illustrative reading. The price classes, the halved cost of building and the shares of staff are the case's own; a night at 100 francs, a room at 100,000, twenty years and seven nights in ten are assumed so that there is something to work out.",
        ),
    ),
    (
        say("常见的错误", "The usual mistake"),
        say(
            "每个因素都加一点。那样曲线只是整体抬高，成本跟着涨，形状还是别人的。先问能不要什么，再问能多给什么。",
            "Raising a little everywhere. The curve then only moves up, and cost with it, in the shape of the others. Ask first what can go, then what can grow.",
        ),
    ),
    (
        say("不适用", "Not for"),
        say(
            "判断客户愿不愿意为这个不同付钱。曲线再特别，没有人要也不行：感知价值看分量，细分看谁会选。",
            "Telling whether customers want the difference. A curve may part from all others and from what anyone would pay for: see the weights of perceived value.",
        ),
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Currency;

    const ZH: Glass = Glass { language: Language::Chinese, currency: Currency::Franc };
    const EN: Glass = Glass { language: Language::English, currency: Currency::Franc };

    #[test]
    fn the_answer_counts_only_what_there_is() {
        let moves = [(Move::Eliminate, 2), (Move::Reduce, 4), (Move::Raise, 3), (Move::Create, 0)];
        let whole = |pieces: Vec<Piece>| -> String {
            let words = |piece: Piece| match piece {
                Piece::Say(words) | Piece::Figure(words) => words,
            };
            pieces.into_iter().map(words).collect()
        };
        assert_eq!(
            whole(answer(ZH, "福缪勒第一", 9, &moves)),
            "福缪勒第一在 9 个因素里有 9 个和所有对手都不一样：剔除 2，减少 4，增加 3。"
        );
        assert_eq!(
            whole(answer(EN, "Formule 1", 9, &moves)),
            "Formule 1 parts from every rival on 9 of 9 factors: eliminate 2, reduce 4, raise 3."
        );
        assert!(whole(answer(EN, "A", 4, &[])).ends_with("nothing sets it apart."));
    }

    #[test]
    fn savings_say_what_the_price_may_do() {
        assert_eq!(
            savings(ZH, "一夜", 18.284_735_8, 0.0),
            "一夜省下 18.28 法郎，多花 0 法郎，合计 +18.28 法郎：价格最多可以低 18.28 法郎，毛利不变。"
        );
        assert!(savings(EN, "", 1.0, 3.0).ends_with("must be F2 higher to keep the margin."));
    }
}
