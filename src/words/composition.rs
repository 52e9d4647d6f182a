//! What the section about what value is made of says.

use super::{Glass, Language, Phrase, Unit};

const fn say(zh: &'static str, en: &'static str) -> Phrase {
    Phrase::new(zh, en)
}

/// Heading of the section and of its figure.
pub const TITLE: Phrase = say("价值的构成", "What value is made of");
/// Beside the heading.
pub const REMARK: Phrase =
    say("先比几大类，再比类里的几项", "first the kinds against each other, then within each kind");
/// What the widths are.
pub const WIDTH: Phrase = say("分量，占全部的 %", "weight, % of the whole");
/// What the heights are.
pub const HEIGHT: Phrase = say("得分", "score");
/// The weight of a kind of benefit.
pub const KIND_WEIGHT: Phrase = say("整类的分量", "Weight of the kind");
/// Column: share of the whole weight.
pub const SHARE: Phrase = say("占比", "Share");
/// Column: score.
pub const SCORE: Phrase = say("得分", "Score");
/// Column: share times score.
pub const PART: Phrase = say("贡献", "Adds");
/// The last row.
pub const TOTAL: Phrase = say("总分", "Total");

/// The total at the end of its line.
pub fn total(glass: Glass, total: f64) -> String {
    format!("{} {}", TOTAL.to(glass.language), glass.number(total, 2))
}

/// The score, and where most can be gained.
pub fn answer(glass: Glass, (ours, total): (&str, f64), most: Option<(&str, f64)>) -> String {
    let total = glass.value(total, Unit::Score);
    let gain = most.map(|(kind, gain)| (kind, glass.value(gain, Unit::Score)));
    match (glass.language, gain) {
        (Language::Chinese, Some((kind, gain))) => format!(
            "{ours}总分 {total}（满分 10 分）。最值得下功夫的是{kind}：做到满分，总分高 {gain}。"
        ),
        (Language::Chinese, None) => {
            format!("{ours}总分 {total}（满分 10 分），没有可以再提高的。")
        }
        (Language::English, Some((kind, gain))) => format!(
            "{ours} scores {total} of 10. Most is to be gained in {kind}: a perfect score there adds {gain}."
        ),
        (Language::English, None) => {
            format!("{ours} scores {total} of 10, and nothing is left to gain.")
        }
    }
}

/// Definition, source and limit.
pub const NOTE: Phrase = say(
    "两层分量：先请大家给几大类定分量，再在每一类里分；一项占全部的多少，是两层相乘。改一类的分量，类里各项按原来的比例变。课程里的“产品、服务、品牌、体验”就是这里的产品、服务、形象、人员。出处：Keeney 与 Raiffa（1976）的可加价值模型。不适用于有一票否决的标准：别处的高分补不回来。",
    "Weights on two levels: first agree on the few kinds, then on the parts of each; what a part counts in all is the product of the two. Where a kind is weighed anew its parts keep their proportions. The course's product, service, brand and experience are product, service, image and people here. Source: the additive value model of Keeney & Raiffa (1976). Not for a criterion that rules an offer out: no high score elsewhere makes up for it.",
);
