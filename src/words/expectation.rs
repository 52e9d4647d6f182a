//! What the sections about expectations, and about work and its result, say.

use super::{Glass, Language, Phrase, Unit};
use crate::model::expectation::State;

const fn say(zh: &'static str, en: &'static str) -> Phrase {
    Phrase::new(zh, en)
}

/// Heading of the section on expectations, and of its figure.
pub const TITLE: Phrase = say("超越期望", "Beyond expectation");
/// Beside the heading.
pub const REMARK: Phrase =
    say("客户来之前期望多少，用过之后感受多少", "what they expected, and what they felt");
/// What the customer expected.
pub const EXPECTED: Phrase = say("期望", "Expected");
/// What the customer felt.
pub const FELT: Phrase = say("感受", "Felt");
/// Up to this gap it counts as met.
pub const TOLERANCE: Phrase = say("容忍的差距", "Zone of tolerance");
/// Which mark is which in the figure.
pub const KEY: Phrase =
    say("竖线：期望　横条：感受（都可拖动）", "line: expected  bar: felt (drag either)");
/// The last row of the table.
pub const OVERALL: Phrase = say("加权合计", "Weighted over all");

/// A state in a word.
pub const fn state(state: State, language: Language) -> &'static str {
    match state {
        State::Below => say("低于期望", "below").to(language),
        State::Met => say("符合期望", "as expected").to(language),
        State::Beyond => say("超越期望", "beyond").to(language),
    }
}

/// How it compares over all, and where it falls short.
pub fn answer(glass: Glass, gap: f64, over_all: State, below: &[&str]) -> String {
    let gap = glass.signed(gap, Unit::Plain);
    match glass.language {
        Language::Chinese => {
            let tail = match below {
                [] => "没有一项低于期望。".to_owned(),
                _ => format!("低于期望的有：{}。", below.join("、")),
            };
            format!("加权合计 {gap} 分，{}。{tail}", state(over_all, glass.language))
        }
        Language::English => {
            let verdict = match over_all {
                State::Below => "below expectation",
                State::Met => "as expected",
                State::Beyond => "beyond expectation",
            };
            let tail = match below {
                [] => "Nothing falls short.".to_owned(),
                _ => format!("What falls short: {}.", below.join(", ")),
            };
            format!("Weighted over all, {gap}: {verdict}. {tail}")
        }
    }
}

/// Definition, source and limit of the comparison.
pub const NOTE: Phrase = say(
    "差距 = Σ 分量 × （感受 − 期望）。感受就是客户给我们的得分，期望请客户在用之前说。同样的服务，期望低的人满意，期望高的人失望：说大话抬高期望，等于自己扣分。容忍的差距之内算符合期望。出处：Oliver（1980）的期望不一致模型；Zeithaml、Berry 与 Parasuraman（1993）的容忍区间。不适用于安全这类理所当然的事：做到了没人高兴，做不到就全输。",
    "The gap is Σ weight × (felt − expected). What was felt is the customer's score of our offer; ask for the expectation beforehand. The same service pleases one who expected less and lets down one who expected more: big promises cost points. Gaps within the tolerance count as met. Source: expectancy disconfirmation, Oliver (1980); the zone of tolerance, Zeithaml, Berry & Parasuraman (1993). Not for what goes without saying, such as safety: it cannot delight, only fail.",
);

/// Heading of the section on work and its result, and of its figure.
pub const FUNNEL: Phrase = say("工作、结果、感动", "Work, result, moved");
/// Beside the heading.
pub const FUNNEL_REMARK: Phrase =
    say("做了很多，客户感受到多少", "we did a great deal; how much of it did the customer feel?");
/// The three steps.
pub const STEPS: [Phrase; 3] = [say("工作", "Work"), say("结果", "Result"), say("感动", "Moved")];
/// Columns of the table.
pub const FUNNEL_COLUMNS: [Phrase; 4] = [
    say("步骤", "Step"),
    say("件数", "Count"),
    say("占上一步", "Of the step before"),
    say("占全部工作", "Of all work"),
];
/// The counts do not fit together.
pub const WRONG_COUNTS: Phrase = say(
    "结果不能比工作多，感动不能比结果多：先有工作才有结果，有结果才会感动。",
    "There cannot be more results than work, or more moved than results: each comes from the step before.",
);

/// The share of the step before, beside a bar.
pub fn of_before(language: Language, step: usize, share: &str) -> String {
    match (language, step) {
        (Language::Chinese, 1) => format!("{share} 的工作有结果"),
        (Language::Chinese, _) => format!("{share} 的结果打动了客户"),
        (Language::English, 1) => format!("{share} had a result"),
        (Language::English, _) => format!("{share} of these moved"),
    }
}

/// The funnel in a sentence.
pub fn funnel_answer(
    glass: Glass,
    counts: [f64; 3],
    result: Option<f64>,
    moved: Option<f64>,
    overall: Option<f64>,
) -> String {
    let [work, results, felt] = counts.map(|count| glass.number(count, 0));
    let share = |rate: Option<f64>| rate.map(|rate| glass.value(rate, Unit::Share));
    match (glass.language, share(result), share(moved), share(overall)) {
        (Language::Chinese, Some(result), Some(moved), Some(overall)) => format!(
            "{work} 件工作里 {results} 件有结果（{result}），其中 {felt} 件打动了客户（{moved}）：从头到尾 {overall}。"
        ),
        (Language::Chinese, Some(_), None, _) => {
            format!("{work} 件工作，还没有一件有结果：工作不等于结果。")
        }
        (Language::Chinese, ..) => "还没有记下任何工作。".into(),
        (Language::English, Some(result), Some(moved), Some(overall)) => format!(
            "Of {work} pieces of work {results} had a result ({result}), and {felt} of these moved the customer ({moved}): {overall} from end to end."
        ),
        (Language::English, Some(_), None, _) => {
            format!("{work} pieces of work and no result yet: work is not a result.")
        }
        (Language::English, ..) => "No work has been logged yet.".into(),
    }
}

/// Definition, source and limit of the funnel.
pub const FUNNEL_NOTE: Phrase = say(
    "把一段时间里为客户做的事逐件记下：哪些有了结果，哪些结果客户真的感受到了。有没有结果、有没有感动，由客户说了算。出处：Lavidge 与 Steiner（1961）的层级反应。记录太少时别当真：三件里多一件，比率就差三分之一。",
    "Log what was done for the customer over some time: what had a result, and which results the customer really felt. The customer decides both. Source: the hierarchy of effects, Lavidge & Steiner (1961). Do not trust small logs: of three, one more changes the rate by a third.",
);
