//! What the trial of a claim finds, in a sentence.

use super::say;
use crate::model::loyalty::Saying;
use crate::model::loyalty::trial::{Measure, Trial, Verdict};
use crate::words::{Glass, Language, Phrase, Piece, Unit};

/// What a verdict is said with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct At<'a> {
    /// The claim.
    pub saying: Saying,
    /// What was found.
    pub trial: &'a Trial,
    /// Points of retention, where it is about them.
    pub points: f64,
    /// How worth is counted, where it is about retention.
    pub measure: Measure,
    /// What else is said with it: the cost of winning a customer, the chance of selling to one, or
    /// the customers now and the new ones.
    pub base: (f64, f64),
}

/// A share to a tenth of a per cent.
pub fn percent(glass: Glass, share: f64) -> String {
    glass.value((share * 1_000.0).round() / 1_000.0, Unit::Share)
}

fn times(glass: Glass, times: f64) -> String {
    glass.value(times, Unit::Times)
}

fn count(glass: Glass, count: f64) -> String {
    glass.value((count * 100.0).round() / 100.0, Unit::Count)
}

fn money(glass: Glass, amount: f64) -> String {
    glass.value(amount, Unit::Money)
}

/// A number before a word: after a sign that is not Chinese a space stands between them.
pub(super) fn before_word(language: Language, number: &str) -> String {
    let latin = number.chars().last().is_some_and(|last| last.is_ascii());
    let space = if language == Language::Chinese && latin { " " } else { "" };
    format!("{number}{space}")
}

/// How many points of retention.
fn in_points(glass: Glass, points: f64) -> String {
    glass.bare((points.abs() * 1e4).round() / 1e4, Unit::Share)
}

/// The words before the number that matters, that number, and the words after it.
fn three(before: String, figure: String, after: String) -> Vec<Piece> {
    vec![Piece::Say(before), Piece::Figure(figure), Piece::Say(after)]
}

/// Our own number, or one of those at which the claim holds, as it is written.
pub fn own(glass: Glass, saying: Saying, x: f64) -> String {
    match saying {
        Saying::EightTimes | Saying::FiveTimes => money(glass, x),
        Saying::TellsFive | Saying::Recommended => count(glass, x),
        _ => percent(glass, x),
    }
}

/// What follows, or what is claimed to follow, as it is written.
pub fn outcome(glass: Glass, saying: Saying, y: f64) -> String {
    match saying {
        Saying::SixTimes | Saying::EightTimes | Saying::FiveTimes | Saying::HalfAgainst => {
            times(glass, y)
        }
        Saying::TellsFive => money(glass, y),
        Saying::Recommended => percent(glass, y),
        Saying::Doubled | Saying::Raised | Saying::Lowered | Saying::Own => {
            let share = (y * 1_000.0).round() / 1_000.0;
            glass.signed(share, Unit::Share)
        }
    }
}

/// Where the claim holds: one number, or two, or none.
pub fn places(glass: Glass, saying: Saying, holds_at: &[f64]) -> Option<String> {
    let all: Vec<String> = holds_at.iter().map(|x| own(glass, saying, *x)).collect();
    let between = if glass.language == Language::Chinese { "或 " } else { " or " };
    (!all.is_empty()).then(|| all.join(between))
}

/// What follows, as the title of an axis, and its unit.
pub const fn follows(saying: Saying, by_life: bool) -> (Phrase, Unit) {
    match saying {
        Saying::SixTimes => (say("最多是几倍", "at most times as many"), Unit::Times),
        Saying::EightTimes | Saying::FiveTimes => {
            (say("赢得一位是留住一位的几倍", "winning one, times keeping one"), Unit::Times)
        }
        Saying::TellsFive => {
            (say("一位不满的客户让我们少赚", "lost by an unhappy customer"), Unit::Money)
        }
        Saying::HalfAgainst => (say("老客户好卖几倍", "customers, times as easy"), Unit::Times),
        Saying::Recommended => (say("推荐来的占新客", "of the new ones, referred"), Unit::Share),
        _ if by_life => (say("寿命的变化", "change of lifetime"), Unit::Share),
        _ => (say("终身价值的变化", "change of lifetime value"), Unit::Share),
    }
}

/// Our own number and what follows, on the curve.
pub fn on_curve(language: Language, own: &str, found: &str) -> String {
    match language {
        Language::Chinese => format!("我们 {own}：{found}"),
        Language::English => format!("ours {own}: {found}"),
    }
}

/// Where the claim holds, at that place.
pub fn holds_here(language: Language, saying: Saying, at: &str) -> String {
    let words = match saying {
        Saying::SixTimes => say("到 {} 为止有可能", "possible up to {}"),
        Saying::TellsFive => say("{} 人起划算", "pays from {}"),
        _ => say("{}时成立", "true at {}"),
    };
    let spaced = if saying == Saying::TellsFive || saying == Saying::SixTimes {
        at.to_owned()
    } else {
        before_word(language, at)
    };
    words.to(language).replace("{}", &spaced)
}

/// What is claimed, on its line; of word of mouth, what it is compared with.
pub const fn said(saying: Saying) -> Phrase {
    match saying {
        Saying::TellsFive => say("补救他", "making good"),
        _ => say("说的是", "claimed"),
    }
}

/// What our own number is called in the condition of a claim.
const fn condition_name(saying: Saying) -> Phrase {
    match saying {
        Saying::SixTimes => say("满意客户的复购率不超过", "satisfied who buy again at most"),
        Saying::EightTimes | Saying::FiveTimes => say("留住一位花", "keeping one costs"),
        Saying::TellsFive => {
            say("补救划算：告诉的人不少于", "making good pays: people told at least")
        }
        Saying::HalfAgainst => say("对生人的成交率", "sold to strangers"),
        Saying::Recommended => say("每位一年带来", "each brings a year"),
        _ => say("保持率", "retention"),
    }
}

/// When a claim is true.
pub fn condition(glass: Glass, saying: Saying, holds_at: &[f64]) -> String {
    let name = condition_name(saying).to(glass.language);
    let never = say("怎样都不成立", "never").to(glass.language);
    places(glass, saying, holds_at)
        .map_or_else(|| never.to_owned(), |places| format!("{name} {places}"))
}

/// What follows for us, in a few words.
pub fn brief(at: &At<'_>, glass: Glass) -> String {
    let words = match (at.saying, at.trial.verdict()) {
        (_, Verdict::Nothing) => {
            return say("算不出来", "no such number").to(glass.language).to_owned();
        }
        (Saying::SixTimes, Verdict::Less) => say("最多 {}：不可能", "{} at most: impossible"),
        (Saying::SixTimes, _) => say("最多 {}：有可能", "{} at most: possible"),
        (Saying::TellsFive, Verdict::Less) => say("{}：比补救便宜", "{}: less than making good"),
        (Saying::TellsFive, _) => say("{}：补救划算", "{}: making good pays"),
        (_, Verdict::Holds) => say("{}：成立", "{}: true"),
        (_, _) => say("{}：不成立", "{}: not true"),
    };
    let found = outcome(glass, at.saying, at.trial.found().unwrap_or_default());
    words.to(glass.language).replace("{}", &found)
}

/// The verdict in a sentence, with the number that matters marked.
pub fn verdict(at: &At<'_>, glass: Glass) -> Vec<Piece> {
    let Some(found) = at.trial.found() else { return nothing(at, glass) };
    match at.saying {
        Saying::SixTimes => six_times(at, found, glass),
        Saying::EightTimes | Saying::FiveTimes => dearer(at, found, glass),
        Saying::TellsFive => told(at, found, glass),
        Saying::HalfAgainst => easier(at, found, glass),
        Saying::Recommended => recommended(at, found, glass),
        Saying::Doubled | Saying::Raised | Saying::Lowered | Saying::Own => {
            retention(at, found, glass)
        }
    }
}

/// Our own number leaves nothing to work out.
fn nothing(at: &At<'_>, glass: Glass) -> Vec<Piece> {
    let own = own(glass, at.saying, at.trial.own);
    let points = in_points(glass, at.points);
    let words = match (at.saying, glass.language) {
        (Saying::Doubled | Saying::Raised | Saying::Lowered | Saying::Own, language) => {
            let more = at.points > 0.0;
            match (language, more) {
                (Language::Chinese, true) => {
                    format!(
                        "保持率已经是 {own}，再多 {points} 个百分点就没有人走了：这句话没有意义。"
                    )
                }
                (Language::Chinese, false) => {
                    format!("保持率只有 {own}，减不了 {points} 个百分点，或者没有变化可算。")
                }
                (Language::English, true) => format!(
                    "Retention is {own} already; with {points} points more nobody would ever leave, and the claim means nothing."
                ),
                (Language::English, false) => format!(
                    "Retention is only {own}; it cannot fall by {points} points, or there is no change to speak of."
                ),
            }
        }
        (_, Language::Chinese) => "这个数是零，没有几倍可比。".to_owned(),
        (_, Language::English) => "This number is zero: there is no ratio.".to_owned(),
    };
    vec![Piece::Say(words)]
}

fn retention(at: &At<'_>, found: f64, glass: Glass) -> Vec<Piece> {
    let (more, grows) = (at.points > 0.0, found >= 0.0);
    let own = percent(glass, at.trial.own);
    let points = in_points(glass, at.points);
    let life = at.measure == Measure::Life;
    let figure = percent(glass, found.abs());
    let claimed = percent(glass, at.trial.claimed.abs());
    let (before, after) = match glass.language {
        Language::Chinese => {
            let way = if more { "再多" } else { "少" };
            let verb = match (life, grows) {
                (true, true) => "寿命延长 ",
                (true, false) => "寿命缩短 ",
                (false, true) => "终身价值多 ",
                (false, false) => "终身价值少 ",
            };
            let head = format!("你的保持率是 {own}，{way} {points} 个百分点，{verb}");
            let tail = match at.trial.verdict() {
                Verdict::Holds => "：这句话对你成立，换一个保持率就不成立。".to_owned(),
                _ => format!("，不是 {claimed}。{}", only(at, glass)),
            };
            (head, tail)
        }
        Language::English => {
            let way = if more { "more" } else { "fewer" };
            let (what, verb) = match (life, grows) {
                (true, true) => ("a lifetime", "lengthen"),
                (true, false) => ("a lifetime", "shorten"),
                (false, true) => ("the lifetime value", "raise"),
                (false, false) => ("the lifetime value", "lower"),
            };
            let head =
                format!("With your {own}, {points} {way} points of retention {verb} {what} by ");
            let tail = match at.trial.verdict() {
                Verdict::Holds => {
                    ": for you the claim is true, at any other retention it is not.".to_owned()
                }
                _ => format!(", not {claimed}. {}", only(at, glass)),
            };
            (head, tail)
        }
    };
    three(before, figure, after)
}

/// Where the claim would hold instead.
fn only(at: &At<'_>, glass: Glass) -> String {
    match (places(glass, at.saying, &at.trial.holds_at()), glass.language) {
        (Some(places), Language::Chinese) => format!("只有保持率是 {places} 时才成立。"),
        (Some(places), Language::English) => format!("The claim holds only at {places}."),
        (None, Language::Chinese) => "这样算，没有哪个保持率能让它成立。".to_owned(),
        (None, Language::English) => "Counted this way it holds at no retention.".to_owned(),
    }
}

fn six_times(at: &At<'_>, found: f64, glass: Glass) -> Vec<Piece> {
    let base = percent(glass, at.trial.own);
    let limit = at.trial.holds_at().first().map(|x| percent(glass, *x)).unwrap_or_default();
    let possible = at.trial.verdict() != Verdict::Less;
    let (most, six) = (times(glass, found), times(glass, at.trial.claimed));
    let raised = percent(glass, at.trial.own * at.trial.claimed);
    match (glass.language, possible) {
        (Language::Chinese, true) => three(
            format!("满意客户有 {base} 再买，{six}就是 "),
            raised,
            format!("：有可能，但要自己去数。满意客户的复购率超过 {limit}，就不可能了。"),
        ),
        (Language::Chinese, false) => three(
            format!("满意客户已有 {base} 再买，全都买也只是 "),
            most,
            format!("，到不了 {six}。只有满意客户的复购率不超过 {limit} 时才可能。"),
        ),
        (Language::English, true) => three(
            format!("{base} of your satisfied customers buy again, and {six} that is "),
            raised,
            format!(": possible, but count it. Above {limit} it could not be true."),
        ),
        (Language::English, false) => three(
            format!("{base} of your satisfied customers buy again; even if all did, that is only "),
            most,
            format!(", not {six}. It could be true up to {limit} only."),
        ),
    }
}

fn dearer(at: &At<'_>, found: f64, glass: Glass) -> Vec<Piece> {
    let (winning, keeping) = (money(glass, at.base.0), money(glass, at.trial.own));
    let claimed = times(glass, at.trial.claimed);
    let place = places(glass, at.saying, &at.trial.holds_at()).unwrap_or_default();
    let holds = at.trial.verdict() == Verdict::Holds;
    let after = match (glass.language, holds) {
        (Language::Chinese, true) => "：这句话对你成立。".to_owned(),
        (Language::Chinese, false) => {
            format!(
                "，不是 {claimed}。只有留住一位花 {}时才成立。",
                before_word(glass.language, &place)
            )
        }
        (Language::English, true) => ": for you the claim is true.".to_owned(),
        (Language::English, false) => {
            format!(", not {claimed}. The claim holds only if keeping one costs {place}.")
        }
    };
    let before = match glass.language {
        Language::Chinese => format!("你赢得一位花 {winning}，留住一位花 {keeping}，是 "),
        Language::English => {
            format!("You pay {winning} to win a customer and {keeping} to keep one: ")
        }
    };
    three(before, times(glass, found), after)
}

fn told(at: &At<'_>, found: f64, glass: Glass) -> Vec<Piece> {
    let (people, cost) = (count(glass, at.trial.own), money(glass, at.trial.claimed));
    let from = places(glass, at.saying, &at.trial.holds_at()).unwrap_or_default();
    let (before, after) = match glass.language {
        Language::Chinese => (
            format!("一位不满的客户告诉 {people} 人，就让你少赚 "),
            format!("；补救他花 {cost}，告诉 {from} 人以上就划算。到底告诉几人，要自己去问。"),
        ),
        Language::English => (
            format!("An unhappy customer who tells {people} people costs you "),
            format!(
                " in sales; making it good costs {cost} and pays from {from} told. How many are told, only they can say."
            ),
        ),
    };
    three(before, money(glass, found), after)
}

fn easier(at: &At<'_>, found: f64, glass: Glass) -> Vec<Piece> {
    let [customer, stranger] = [at.base.0, at.trial.own].map(|chance| percent(glass, chance));
    let claimed = times(glass, at.trial.claimed);
    let place = places(glass, at.saying, &at.trial.holds_at()).unwrap_or_default();
    let holds = at.trial.verdict() == Verdict::Holds;
    let after = match (glass.language, holds) {
        (Language::Chinese, true) => "：和这句话说的一样。".to_owned(),
        (Language::Chinese, false) => {
            format!("，不是 {claimed}。只有对生人的成交率是 {place} 时才成立。")
        }
        (Language::English, true) => ": as the claim says.".to_owned(),
        (Language::English, false) => {
            format!(", not {claimed}. The claim holds only if {place} of the strangers buy.")
        }
    };
    let before = match glass.language {
        Language::Chinese => {
            format!("你对老客户成交 {customer}，对生人 {stranger}，好卖 ")
        }
        Language::English => {
            format!("You sell to {customer} of your customers and {stranger} of strangers: ")
        }
    };
    three(before, times(glass, found), after)
}

fn recommended(at: &At<'_>, found: f64, glass: Glass) -> Vec<Piece> {
    let (stock, newcomers) = (count(glass, at.base.0), count(glass, at.base.1));
    let (each, claimed) = (count(glass, at.trial.own), percent(glass, at.trial.claimed));
    let place = places(glass, at.saying, &at.trial.holds_at()).unwrap_or_default();
    let holds = at.trial.verdict() == Verdict::Holds;
    let after = match (glass.language, holds) {
        (Language::Chinese, true) => "：这句话对你成立。".to_owned(),
        (Language::Chinese, false) => format!("，不是 {claimed}。要每位带来 {place} 位才成立。"),
        (Language::English, true) => ": for you the claim is true.".to_owned(),
        (Language::English, false) => {
            format!(", not {claimed}. The claim holds only if each brings {place}.")
        }
    };
    let before = match glass.language {
        Language::Chinese => {
            format!("{stock} 位客户每位一年带来 {each} 位，占 {newcomers} 位新客的 ")
        }
        Language::English => {
            format!(
                "{stock} customers who bring {each} each a year make, of {newcomers} new ones, "
            )
        }
    };
    three(before, percent(glass, found), after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::loyalty::trial::Law;

    fn said(own: f64, measure: Measure, language: Language) -> String {
        let law = Law::Retention(measure.uplift(0.05, 0.1).unwrap());
        let trial = Trial { law, claimed: 1.0, own };
        let at =
            At { saying: Saying::Doubled, trial: &trial, points: 0.05, measure, base: (0.0, 0.0) };
        let glass = Glass { language, ..Glass::default() };
        verdict(&at, glass)
            .into_iter()
            .map(|piece| match piece {
                Piece::Say(words) | Piece::Figure(words) => words,
            })
            .collect()
    }

    #[test]
    fn the_verdict_names_what_follows_and_where_it_would_hold() {
        assert_eq!(
            said(0.8, Measure::Life, Language::English),
            "With your 80%, 5 more points of retention lengthen a lifetime by 33.3%, not 100%. The claim holds only at 90%."
        );
        assert_eq!(
            said(0.9, Measure::ValueNow, Language::Chinese),
            "你的保持率是 90%，再多 5 个百分点，终身价值多 33.3%，不是 100%。这样算，没有哪个保持率能让它成立。"
        );
        assert!(
            said(0.9, Measure::Life, Language::English).contains("100%: for you the claim is true")
        );
        assert!(said(0.96, Measure::Life, Language::English).contains("nobody would ever leave"));
    }
}
