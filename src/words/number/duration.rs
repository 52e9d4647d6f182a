//! Lengths of time as people say them: 1年6个月, 半年, 一个半小时, 1 hour 30 min.
//!
//! Only those of two units, or with a half, are read here; all others read like any number. Years
//! are twelve months and hours sixty minutes; weeks and days are not read, because no box counts
//! in them.

use super::{DIGITS, HOURS, MINUTES, MONTHS, SCALES, Trouble, Unit, YEARS, sum};

/// A unit of time: its words, how many of the least unit of its kind it is, and whether that least
/// unit is the month or the minute.
struct Measure {
    words: &'static str,
    size: f64,
    of_months: bool,
}

/// Longer units first. Behind hours, m can only be minutes.
const MEASURES: &[Measure] = &[
    Measure { words: YEARS, size: 12.0, of_months: true },
    Measure { words: MONTHS, size: 1.0, of_months: true },
    Measure { words: HOURS, size: 60.0, of_months: false },
    Measure { words: "刻钟 刻", size: 15.0, of_months: false },
    Measure { words: MINUTES, size: 1.0, of_months: false },
];

/// What may stand between two parts.
const BETWEEN: &[char] = &[' ', ',', '零', '又'];

/// How many of something, and of what.
struct Part {
    count: f64,
    measure: &'static Measure,
}

/// Reads a length of time in a box of years, months or minutes, in the inside unit of that box; none
/// where `text` is not a length of two units or with a half.
pub(super) fn read(text: &str, unit: Unit) -> Option<Result<f64, Trouble>> {
    let (least, of_months) = match unit {
        Unit::Years => (12.0, true),
        Unit::Months => (1.0, true),
        Unit::Minutes => (60.0, false),
        _ => return None,
    };
    if text.contains(':') {
        return Some(Err(Trouble::UnclearTime));
    }
    let text = text.replace("half an ", "半").replace("half a ", "半").replace("and", " ");
    let length = length(&text)?;
    Some(length.and_then(|(size, months)| {
        if months == of_months { Ok(size / least) } else { Err(Trouble::WrongUnit) }
    }))
}

/// The length in its least unit, and whether that is the month.
fn length(text: &str) -> Option<Result<(f64, bool), Trouble>> {
    let (first, rest) = part(text)?;
    let rest = rest.trim_start_matches(BETWEEN);
    let (size, months) = (first.count * first.measure.size, first.measure.of_months);
    match rest {
        "" if text.contains('半') || first.measure.words.starts_with('刻') => {
            Some(Ok((size, months)))
        }
        "" => None,
        "半" if is_whole(first.count) => Some(Ok((size + first.measure.size / 2.0, months))),
        _ if rest.chars().all(is_counting) => Some(Err(Trouble::UnclearTime)),
        _ => Some(both(&first, rest).map(|size| (size, months))),
    }
}

/// Two parts: the second must be smaller than one of the first, and the first a whole number.
fn both(first: &Part, rest: &str) -> Result<f64, Trouble> {
    let (second, end) = part(rest).ok_or(Trouble::NotANumber)?;
    if !end.trim().is_empty() || second.measure.of_months != first.measure.of_months {
        return Err(Trouble::NotANumber);
    }
    let size = second.count * second.measure.size;
    let fits = size < first.measure.size && is_whole(first.count);
    if fits { Ok(first.count * first.measure.size + size) } else { Err(Trouble::UnclearTime) }
}

/// A count, its unit, and what follows.
fn part(text: &str) -> Option<(Part, &str)> {
    let text = text.trim_start();
    let end = text.find(|c| !is_counting(c) && c != '半')?;
    // The 个 of 一个半小时 belongs to the count, that of 6个月 to the unit.
    let end = text.find("个半").map_or(end, |place| place + "个半".len());
    let (count, behind) = (count(&text[..end])?, text[end..].trim_start());
    let (measure, word) = unit(behind)?;
    Some((Part { count, measure }, &behind[word.len()..]))
}

/// The unit that `text` begins with, by its longest word.
fn unit(text: &str) -> Option<(&'static Measure, &'static str)> {
    let words = MEASURES.iter().flat_map(|m| m.words.split(' ').map(move |word| (m, word)));
    let found = words.filter(|(_, word)| text.starts_with(word) && ends(&text[word.len()..], word));
    found.max_by_key(|(_, word)| word.len())
}

/// Whether a word ends where `rest` begins: a Latin word goes on with its letters.
fn ends(rest: &str, word: &str) -> bool {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    !(latin(word.chars().last()) && latin(rest.chars().next()))
}

/// 1, 十, 半, 一个半.
fn count(text: &str) -> Option<f64> {
    let text = text.trim();
    if text == "半" {
        return Some(0.5);
    }
    if let Some(whole) = text.strip_suffix("个半") {
        let count = sum(whole, SCALES, 0).ok()?;
        return is_whole(count).then_some(count + 0.5);
    }
    sum(text, SCALES, 0).ok()
}

fn is_whole(count: f64) -> bool {
    count.fract() == 0.0
}

/// Whether `c` belongs to a count.
fn is_counting(c: char) -> bool {
    c.is_ascii_digit()
        || DIGITS.contains(c)
        || ".,' ".contains(c)
        || SCALES.iter().any(|(mark, _)| *mark == c)
}

#[cfg(test)]
mod tests {
    use super::super::{Currency, Trouble, Unit, read};

    const READ: &[(Unit, &str)] = &[
        (
            Unit::Years,
            "1年6个月 = 1.5; １年６个月 = 1.5; 一年六个月 = 1.5; 1年零6个月 = 1.5; 2年3月 = 2.25
             半年 = 0.5; 一年半 = 1.5; 1年半 = 1.5; 两年半 = 2.5; 十年半 = 10.5; 一个半月 = 0.125
             1 year 6 months = 1.5; 1 year, 6 months = 1.5; 1 year and 3 months = 1.25; 2y 6mo = 2.5
             half a year = 0.5; 1 yr 9 mo = 1.75; 十年零三个月 = 10.25",
        ),
        (
            Unit::Months,
            "1年6个月 = 18; 半年 = 6; 一年半 = 18; 半个月 = 0.5; 一个半月 = 1.5; 三个半月 = 3.5
             3个月半 = 3.5; half a month = 0.5; 1 year 6 months = 18; 两年零一个月 = 25",
        ),
        (
            Unit::Minutes,
            "1小时30分 = 1.5; 1小时30分钟 = 1.5; 一个半小时 = 1.5; 1个半小时 = 1.5; 半小时 = 0.5
             半个小时 = 0.5; 半个钟头 = 0.5; 两小时半 = 2.5; 一小时零六分 = 1.1; 十个半小时 = 10.5
             1h 30min = 1.5; 1 hour 30 minutes = 1.5; half an hour = 0.5; 1小时 15 分 = 1.25
             一刻钟 = 0.25; 三刻钟 = 0.75; 1小时一刻 = 1.25; 半分钟 = 0.008333333333333333",
        ),
    ];

    const REFUSED: &[(Trouble, Unit, &str)] = &[
        (Trouble::UnclearTime, Unit::Years, "1年6; 1.5年6个月; 1年18个月; 半年6个月; 1:6; 6m"),
        (Trouble::UnclearTime, Unit::Minutes, "1小时30; 1:30; 1h30; 1小时90分; 1.5小时10分"),
        (Trouble::NotANumber, Unit::Years, "半; 大半年; 1年6个月3; 1年半6个月; 年半; 半半年; 1年x"),
        (Trouble::NotANumber, Unit::Minutes, "1小时30分20; 1小时1年; 半; 小时半"),
        (Trouble::WrongUnit, Unit::Years, "1小时30分; 半小时; 一刻钟"),
        (Trouble::WrongUnit, Unit::Minutes, "1年6个月; 半年; 一个半月"),
        (Trouble::NotANumber, Unit::Money, "半年; 1年6个月; 一个半"),
    ];

    #[test]
    fn lengths_of_time_are_read_as_people_say_them() {
        for (unit, rows) in READ {
            for row in rows.split([';', '\n']) {
                let (text, expected) = row.split_once('=').unwrap();
                let reading = read(text, *unit, Currency::Yuan);
                let expected: f64 = expected.trim().parse().unwrap();
                assert_eq!(
                    reading.map(|reading| reading.value),
                    Ok(expected),
                    "{text} as {unit:?}"
                );
                assert!(reading.is_ok_and(|reading| !reading.plain), "{text} is echoed");
            }
        }
    }

    #[test]
    fn what_could_be_misread_is_refused() {
        for (trouble, unit, texts) in REFUSED {
            for text in texts.split(';') {
                assert_eq!(read(text, *unit, Currency::Yuan), Err(*trouble), "{text} as {unit:?}");
            }
        }
    }
}
