//! What the section on the share of the market says.

use super::{Language, Phrase};

const fn say(zh: &'static str, en: &'static str) -> Phrase {
    Phrase::new(zh, en)
}

/// Heading of the section, and of its figure.
pub const STANDING: Phrase = say("结果：市场份额", "The result: share of the market");
/// Beside the heading.
pub const REMARK: Phrase = say("我们和后面五家加起来比", "ours beside the next five together");
/// Our own share.
pub const OUR_SHARE: Phrase = say("我们的份额", "Our share");
/// A share of the market.
pub const SHARE: Phrase = say("市场份额", "Market share");
/// Those who follow.
pub const FOLLOWERS: [Phrase; 5] = [
    say("跟随者 1", "Follower 1"),
    say("跟随者 2", "Follower 2"),
    say("跟随者 3", "Follower 3"),
    say("跟随者 4", "Follower 4"),
    say("跟随者 5", "Follower 5"),
];
/// We ourselves.
pub const US: Phrase = say("我们", "Ours");
/// The row of all who follow.
pub const NEXT: Phrase = say("后面五家", "The next five");
/// Who it is, as a column.
pub const WHO: Phrase = say("谁", "Who");
/// The shares come to more than the whole.
pub const MORE_THAN_ALL: Phrase = say(
    "这些份额加起来超过了 100%，市场没有这么大。",
    "These shares come to more than 100%: there is no more than the whole market.",
);

/// Where ours is the largest share: ours, theirs, and how many times as large as all five and as
/// the second it is.
pub fn ahead(
    language: Language,
    ours: &str,
    sum: &str,
    [five, second]: &[Option<String>; 2],
    even: bool,
) -> String {
    let both = five.as_ref().zip(second.as_ref());
    match (language, both) {
        (Language::Chinese, Some((five, second))) => {
            let beside = if even { "一样大".into() } else { format!("是它们的 {five}") };
            format!("我们占 {ours}，后面五家合计 {sum}：{beside}，是第二名的 {second}。")
        }
        (Language::English, Some((five, second))) => {
            let beside = if even { "as large as".into() } else { five.clone() };
            format!(
                "We have {ours}, the five who follow {sum} together: {beside} all five, and {second} the second."
            )
        }
        (Language::Chinese, None) => format!("我们占 {ours}，后面没有人。"),
        (Language::English, None) => format!("We have {ours}. Nobody follows."),
    }
}

/// Where somebody else's is larger.
pub fn behind(language: Language, ours: &str, largest: &str) -> String {
    match language {
        Language::Chinese => format!("我们占 {ours}，不是第一：最大的一家占 {largest}。"),
        Language::English => {
            format!("We have {ours} and are not the first: the largest has {largest}.")
        }
    }
}

/// Definition, source and limit.
pub const NOTE: Phrase = say(
    "领先多少 = 我们的份额 ÷ 后面五家的合计；÷ 第二名就是相对市场份额。课程说福缪勒第一的份额等于其后五家之和，在法国经济型旅馆里占 39%（1997）；五家各占多少是编的，合起来对得上。换了案例，请填自己市场的份额。出处：Buzzell 与 Gale《PIMS 原则》（1987）；Kim 与 Mauborgne（1997）。不说明因果：份额大，也可能是市场画得小。",
    "The lead = our share ÷ that of the next five together; ÷ that of the second it is relative market share. The course says that Formule 1 is as large as the next five together, with 39% of the French budget market (1997); their single shares are made up to fit. In another case put in your own market's. Source: Buzzell & Gale, The PIMS Principles (1987); Kim & Mauborgne (1997). It says nothing of causes, and a market may be drawn small to make a share look large.",
);
