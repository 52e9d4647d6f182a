//! What is said of the rules side by side.

use super::{Glass, Language, Phrase, Unit};
use crate::model::rules::{Departure, Rule};

const fn say(zh: &'static str, en: &'static str) -> Phrase {
    Phrase::new(zh, en)
}

/// Heading of the section, and title of its figure.
pub const RULES: Phrase = say("四条规则并排", "The rules side by side");
/// What it is for.
pub const REMARK: Phrase = say("同样的方案，各条规则怎么排", "how each rule ranks the same offers");
/// Under the credit.
pub const CREDIT_REMARK: Phrase = say(
    "这里的经济价值由得分和满分方案值多少钱算出：只算客户承认的那部分优势，短处和价格全算。全部承认时，它和差额排得一样。",
    "Economic value here comes from the scores and what a perfect offer is worth: only what the client credits of each advantage counts, drawbacks and price in full. With all credited it ranks as difference does.",
);
/// In points there is no economic value.
pub const NEEDS_MONEY: Phrase = say(
    "现在按分数计算。差额、比率和价值图只要同一个单位，分数也行；经济价值是一笔钱，要改成按金额才能算。",
    "Counting is in points. Difference, ratio and value map need but one unit, and points will do; economic value is a sum of money and needs counting in money.",
);
/// There is no map.
pub const NO_MAP: Phrase = say(
    "价值图排不了：要每个方案都有价格，而且没有一项是对手们都得零分的。",
    "The value map has no ranking: every offer needs a price, and no criterion on which the rivals all score nothing.",
);

/// What a rule is called.
pub const fn name(rule: Rule) -> Phrase {
    match rule {
        Rule::Difference => say("差额", "Difference"),
        Rule::Ratio => say("比率", "Ratio"),
        Rule::ValueMap => say("价值图", "Value map"),
        Rule::EconomicValue => say("经济价值", "Economic value"),
    }
}

/// A rank.
pub fn rank(glass: Glass, rank: usize) -> String {
    match glass.language {
        Language::Chinese => format!("第 {rank}"),
        Language::English => format!("No. {rank}"),
    }
}

/// What an offer is worth by a rule; nothing given up has no ratio.
pub fn value(glass: Glass, unit: Unit, rule: Rule, value: Option<f64>) -> String {
    let Some(value) = value else { return super::perceived::FREE.to(glass.language).to_owned() };
    match rule {
        Rule::Difference | Rule::EconomicValue => glass.signed(value, unit),
        Rule::Ratio => glass.value(value, Unit::Times),
        Rule::ValueMap => brief(glass, rule, Some(value)),
    }
}

/// The same in few signs, where its unit stands beside it.
pub fn brief(glass: Glass, rule: Rule, value: Option<f64>) -> String {
    let Some(value) = value else { return super::perceived::FREE.to(glass.language).to_owned() };
    let plus = if value > 0.0 && rule != Rule::Ratio { "+" } else { "" };
    match rule {
        Rule::Difference | Rule::EconomicValue => {
            format!("{plus}{}", glass.brief(value, Unit::Plain))
        }
        Rule::Ratio => glass.number(value, 2),
        Rule::ValueMap => format!("{plus}{}", glass.number(value, 4)),
    }
}

/// What the values of a rule are counted in.
pub fn unit(glass: Glass, unit: Unit, rule: Rule) -> &'static str {
    match rule {
        Rule::Difference | Rule::EconomicValue => glass.unit(unit),
        Rule::Ratio => glass.unit(Unit::Times),
        Rule::ValueMap => say("到线的距离", "from the line").to(glass.language),
    }
}

/// A value and its rank.
pub fn ranked(glass: Glass, value: &str, place: usize) -> String {
    let rank = rank(glass, place);
    match glass.language {
        Language::Chinese => format!("{value}（{rank}）"),
        Language::English => format!("{value} ({rank})"),
    }
}

/// Names one after the other.
fn listed(language: Language, names: &[&str]) -> String {
    names.join(if language == Language::Chinese { "、" } else { " and " })
}

/// Who comes first by each rule.
pub fn firsts(glass: Glass, firsts: &[(Rule, Vec<&str>)]) -> String {
    let language = glass.language;
    let one = |(rule, names): &(Rule, Vec<&str>)| {
        let (rule, names) = (name(*rule).to(language), listed(language, names));
        match language {
            Language::Chinese => format!("{rule}：{names}第一"),
            Language::English => format!("{rule}: {names} first"),
        }
    };
    let all: Vec<String> = firsts.iter().map(one).collect();
    super::value_map::sentence(glass, &all)
}

/// All rules name the same offer.
pub fn agreed(language: Language, names: &[&str]) -> String {
    let names = listed(language, names);
    match language {
        Language::Chinese => format!("每条规则选的都是{names}。"),
        Language::English => format!("Every rule chooses {names}."),
    }
}

/// Which offers a rule puts first, and which difference.
pub fn apart(language: Language, rule: Rule, chosen: &[&str], best: &[&str]) -> String {
    let rule = name(rule).to(language);
    let (chosen, best) = (listed(language, chosen), listed(language, best));
    match language {
        Language::Chinese => format!("{rule}选{chosen}，差额选{best}。"),
        Language::English => format!("{rule} chooses {chosen}, difference {best}."),
    }
}

/// What a departure is told with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scene<'a> {
    /// Unit of benefit and cost.
    pub unit: Unit,
    /// What the rule chooses.
    pub chosen: &'a str,
    /// What difference chooses.
    pub best: &'a str,
    /// The worth of a perfect offer now.
    pub perfect: f64,
    /// The slope of the fair-value line.
    pub slope: f64,
    /// The share of the advantages that is credited.
    pub credit: f64,
}

/// Why a rule chooses another offer than difference.
pub fn reason(glass: Glass, scene: Scene<'_>, departure: Departure) -> String {
    let Scene { unit, chosen, best, .. } = scene;
    let amount = |x: f64| glass.value(x, unit);
    let zh = glass.language == Language::Chinese;
    match departure {
        Departure::Scale { extra_benefit, extra_cost } => {
            scale(glass, scene, (extra_benefit, extra_cost))
        }
        Departure::OtherCosts if zh => {
            format!("价值图只看价格，不看时间、体力和心力。没有这些代价，差额也会选{chosen}。")
        }
        Departure::OtherCosts => format!(
            "The map sees the price alone, not time, effort or worry. Without those costs difference would choose {chosen} too."
        ),
        Departure::Worth { from, to } => {
            let now = amount(scene.perfect);
            let slope = glass.cell(scene.slope, Unit::Plain);
            let range = range(glass, (from, to), unit);
            if zh {
                format!(
                    "价值图的线认定质量好 1% 值得贵 {slope}%，差额认定满分方案值 {now}。满分方案若{range}，差额也会选{chosen}。"
                )
            } else {
                format!(
                    "The map's line says that 1% more quality is worth {slope}% of the price; difference counts a perfect offer at {now}. Were it worth {range}, difference would choose {chosen} too."
                )
            }
        }
        Departure::Ratios if zh => format!(
            "价值图逐项和对手的平均相除，对手弱的项目被放大。满分方案无论值多少，差额都不会选{chosen}。"
        ),
        Departure::Ratios => format!(
            "The map divides criterion by criterion by the rivals' mean, which magnifies what they are weak at. Whatever a perfect offer were worth, difference would not choose {chosen}."
        ),
        Departure::Credit { needed } => {
            let [credit, needed] = [scene.credit, needed].map(|s| glass.value(s, Unit::Share));
            if zh {
                format!(
                    "客户只承认优势的 {credit}。承认到 {needed}，经济价值就和差额一样选{best}。"
                )
            } else {
                format!(
                    "The client credits only {credit} of the advantages. From {needed} on economic value chooses {best}, as difference does."
                )
            }
        }
    }
}

/// What ratio does not see: how much there is of it.
fn scale(glass: Glass, scene: Scene<'_>, (benefit, cost): (f64, f64)) -> String {
    let Scene { unit, chosen, best, .. } = scene;
    let gain = glass.value(benefit - cost, unit);
    let more = |x: f64, zh: [&str; 2], en: [&str; 2]| {
        let less = usize::from(x < 0.0);
        let amount = glass.value(x.abs(), unit);
        match glass.language {
            Language::Chinese => format!("{} {amount}", zh[less]),
            Language::English => format!("{amount} {}", en[less]),
        }
    };
    let benefit = more(benefit, ["多带来", "少带来"], ["more benefit", "less benefit"]);
    let cost = more(cost, ["多付", "少付"], ["more cost", "less cost"]);
    match glass.language {
        Language::Chinese => format!(
            "和{chosen}比，{best}{benefit}，{cost}：差额看到净多 {gain}；比率只看每一份代价换回多少，不看换了多少份。"
        ),
        Language::English => format!(
            "Against {chosen}, {best} brings {benefit} at {cost}: difference sees the {gain} in all, ratio only what comes back for each unit of cost, not for how many."
        ),
    }
}

/// A range of worths of a perfect offer.
fn range(glass: Glass, (from, to): (f64, Option<f64>), unit: Unit) -> String {
    let amount = |x: f64| glass.value(x, unit);
    match (glass.language, to) {
        (Language::Chinese, None) => format!("至少值 {}", amount(from)),
        (Language::Chinese, Some(to)) if from == 0.0 => format!("最多值 {}", amount(to)),
        (Language::Chinese, Some(to)) => format!("值 {} 到 {}", amount(from), amount(to)),
        (Language::English, None) => format!("{} or more", amount(from)),
        (Language::English, Some(to)) if from == 0.0 => format!("{} or less", amount(to)),
        (Language::English, Some(to)) => format!("{} to {}", amount(from), amount(to)),
    }
}
