//! Reads a number as people write it, 中文 or English, and never guesses.
//!
//! The text is folded to plain characters, undressed (sign, brackets, money mark, unit word), and
//! what remains is an amount: digits, 万 and 亿, k and m, or Chinese numerals. Powers of ten go
//! into the exponent of one decimal text, so that 4.35万 and 8.2% are read without rounding.

mod duration;

use std::num::IntErrorKind;

use super::{Currency, Glass, Language, Phrase, Unit};

/// What was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// The number, in the inside unit of its [`Unit`]; |value| ≤ 1e15.
    pub value: f64,
    /// The text already looked like the number: nothing needs to be echoed.
    pub plain: bool,
}

/// Why a text is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is no text.
    Empty,
    /// No number can be seen.
    NotANumber,
    /// More than one number can be seen: 1,5 or 1万5.
    Ambiguous,
    /// More than one length of time can be seen: 6m or 1年6.
    UnclearTime,
    /// The number has a unit that this box does not take.
    WrongUnit,
    /// The amount is in another money than the case.
    OtherMoney,
    /// The number is beyond 1e15.
    TooLarge,
}

impl Trouble {
    /// What is wrong and what to write instead, in a sentence.
    pub fn say(self, glass: Glass) -> String {
        let phrase = match self {
            Self::Empty => Phrase::new(
                "这里还没有数。请填一个，例如 1,200。",
                "No number here yet. Enter one, such as 1,200.",
            ),
            Self::NotANumber => Phrase::new(
                "看不懂这个数。可以写 1,200、50万 或 3.5%。",
                "This does not read as a number. Write it as 1,200, 50k or 3.5%.",
            ),
            Self::Ambiguous => Phrase::new(
                "这个数可以有两种读法。请写全，例如 15,000 或 1.5；逗号只用来分千位。",
                "This can be read in two ways. Write it in full, such as 15,000 or 1.5, \
                 with commas only between thousands.",
            ),
            Self::UnclearTime => Phrase::new(
                "这个数可以有两种读法。请把单位写全，例如 1年6个月 或 1小时30分。",
                "This can be read in two ways. Write every unit in full, such as \
                 1 year 6 months or 1 hour 30 min.",
            ),
            Self::WrongUnit => Phrase::new(
                "这里不用这个单位。请只写数，或用框后的单位。",
                "This unit does not fit here. Write the number alone, or use the unit shown.",
            ),
            Self::OtherMoney => return other_money(glass),
            Self::TooLarge => Phrase::new(
                "这个数太大了。请写不超过 1,000万亿 的数。",
                "This number is too large. Enter one up to 1,000 trillion.",
            ),
        };
        phrase.to(glass.language).to_owned()
    }
}

fn other_money(glass: Glass) -> String {
    let money = glass.currency.name().to(glass.language);
    match glass.language {
        Language::Chinese => {
            format!("这个案例的货币是{money}，不换算别的货币。请先折成这种货币，或只写数。")
        }
        Language::English => format!(
            "The money of this case is the {money}, and nothing is converted. Convert the amount \
             first, or write the number alone."
        ),
    }
}

/// The largest size that is read, in the inside unit.
const LIMIT: f64 = 1e15;

/// From what is written to the inside unit: ten to the `shift`, `times` so much, `over` so much.
#[derive(Clone, Copy, PartialEq)]
struct Measure {
    shift: i32,
    times: f64,
    over: f64,
}

impl Measure {
    /// `amount` in the inside unit; its shortest decimal text is shifted, so 82% is 0.82 exactly.
    fn apply(self, amount: f64) -> f64 {
        let shifted = decimal(&amount.to_string(), self.shift);
        shifted.map_or(amount, |size| size * self.times / self.over)
    }
}

const fn measure(shift: i32, times: f64, over: f64) -> Measure {
    Measure { shift, times, over }
}

const ONE: Measure = measure(0, 1.0, 1.0);
const PERCENT: Measure = measure(-2, 1.0, 1.0);
const TENTH: Measure = measure(-1, 1.0, 1.0);
const DOZEN: Measure = measure(0, 12.0, 1.0);
const TWELFTH: Measure = measure(0, 1.0, 12.0);
const SIXTIETH: Measure = measure(0, 1.0, 60.0);

/// Money marks, before or behind an amount. They are not converted: the case has one money.
const MARKS: &str =
    "¥ $ € £ hk$ us$ rmb cny usd eur gbp jpy hkd 人民币 美元 欧元 英镑 日元 港元 港币 法郎 frf f";
/// Words for money that stand only behind an amount.
const COINS: &str = "元 块";

/// Which money a mark or a word stands for; some are used for two.
const MONEYS: &[(&str, &[Currency])] = &[
    ("¥", &[Currency::Yuan, Currency::Yen]),
    ("$", &[Currency::Dollar, Currency::HongKongDollar]),
    ("rmb cny 人民币 元 块", &[Currency::Yuan]),
    ("us$ usd 美元", &[Currency::Dollar]),
    ("hk$ hkd 港元 港币", &[Currency::HongKongDollar]),
    ("€ eur 欧元", &[Currency::Euro]),
    ("£ gbp 英镑", &[Currency::Pound]),
    ("jpy 日元", &[Currency::Yen]),
    ("frf f 法郎", &[Currency::Franc]),
];
const POINTS: &str = "分 points point pts pt";
const YEARS: &str = "年 years year yrs yr y";
const MONTHS: &str = "个月 月 months month mo";
const WEEKS: &str = "周 星期 weeks week wks wk";
const HOURS: &str = "小时 个小时 钟头 个钟头 hours hour hrs hr h";
const MINUTES: &str = "分钟 分 minutes minute mins min";

/// Which words fit behind a number in which box, and what they do to it there.
const WORDS: &[(&[Unit], &str, Measure)] = &[
    (&[Unit::Money], MARKS, ONE),
    (&[Unit::Money], COINS, ONE),
    (&[Unit::Points, Unit::Score], POINTS, ONE),
    (&[Unit::Share, Unit::Times], "%", PERCENT),
    (&[Unit::Share, Unit::Times], "‰", measure(-3, 1.0, 1.0)),
    (&[Unit::Share, Unit::Times], "‱", measure(-4, 1.0, 1.0)),
    (&[Unit::Share, Unit::Times], "成 折", TENTH),
    (&[Unit::Years], YEARS, ONE),
    (&[Unit::Years], MONTHS, TWELFTH),
    (&[Unit::Weeks], WEEKS, ONE),
    (&[Unit::Months], MONTHS, ONE),
    (&[Unit::Months], YEARS, DOZEN),
    (&[Unit::Minutes], MINUTES, SIXTIETH),
    (&[Unit::Minutes], HOURS, ONE),
    (&[Unit::Times], "倍 x", ONE),
    (&[Unit::Count], "次 个 人 times", ONE),
];

/// Fractions said before the number, and the sign they stand for.
const PARTS: &[(&str, &str)] = &[("百分之", "%"), ("千分之", "‰"), ("万分之", "‱")];

/// Chinese powers of ten, largest first.
const SCALES: &[(char, i32)] = &[('亿', 8), ('万', 4), ('千', 3), ('百', 2), ('十', 1)];

/// Before these "one" may go unsaid: 十 is 10, 百万 is a million.
const UNSAID: &[char] = &['千', '百', '十'];

/// Latin powers of ten; in a box of time, m and w could be minutes, months and weeks.
const LATIN: &[(&str, i32)] =
    &[("k thousand", 3), ("m mn million", 6), ("b bn billion", 9), ("trillion", 12), ("w", 4)];

/// Chinese digits, from zero to nine.
const DIGITS: &str = "零一二三四五六七八九";

/// Characters that look or mean the same, beside the full-width forms of ASCII.
const FOLDS: &[(&str, char)] = &[
    ("−–‐‑‒﹣负負", '-'),
    ("￥", '¥'),
    ("￡", '£'),
    ("’‘", '\''),
    ("﹐", ','),
    ("×", 'x'),
    ("﹪", '%'),
    ("萬", '万'),
    ("億", '亿'),
    ("〇", '零'),
    ("两", '二'),
    ("圆圓", '元'),
    ("塊", '块'),
    ("個", '个'),
    ("點。｡", '点'),
];

/// Reads `text` as the content of a box of `unit`; a bare number counts in the shown unit, and
/// money is that of the case.
///
/// # Errors
///
/// What is no number, could be two, has a foreign unit, is in another money or exceeds 1e15 is
/// refused, not guessed.
pub fn read(text: &str, unit: Unit, currency: Currency) -> Result<Reading, Trouble> {
    let text = respelled(&folded(text));
    if text.is_empty() {
        return Err(Trouble::Empty);
    }
    if let Some(length) = duration::read(&text, unit) {
        return length.map(|value| Reading { value, plain: false });
    }
    let found = Undressed::new(&text);
    let home = home(unit);
    let amount = amount(found.core, unit, found.word)?;
    let measure = found.word.map_or(Some(home), |word| meaning(word, unit));
    let measure = measure.filter(|_| unit == Unit::Money || found.money.is_none());
    let size = measure.ok_or(Trouble::WrongUnit)?.apply(amount);
    if found.marks().any(|mark| !is_money_of(mark, currency)) {
        return Err(Trouble::OtherMoney);
    }
    if size > LIMIT {
        return Err(Trouble::TooLarge);
    }
    let value = if found.negative() && size > 0.0 { -size } else { size };
    let digits = found.core.chars().all(|c| c.is_ascii_digit() || ",.' ".contains(c));
    let plain = digits && measure == Some(home) && found.is_simple();
    Ok(Reading { value, plain })
}

/// What a bare number means in a box of `unit`.
const fn home(unit: Unit) -> Measure {
    match unit {
        Unit::Share => PERCENT,
        Unit::Minutes => SIXTIETH,
        _ => ONE,
    }
}

/// Whether a mark may stand for the money of the case.
fn is_money_of(mark: &str, currency: Currency) -> bool {
    let of = |(marks, owners): &(&str, &[Currency])| {
        owners.contains(&currency) && marks.split(' ').any(|known| known == mark)
    };
    MONEYS.iter().any(of)
}

/// What `word` means in a box of `unit`, if it fits there.
fn meaning(word: &str, unit: Unit) -> Option<Measure> {
    let fits = |words: &str| words.split(' ').any(|known| known == word);
    let row = WORDS.iter().find(|(units, words, _)| units.contains(&unit) && fits(words));
    row.map(|(.., measure)| *measure)
}

/// Plain characters: half-width, lower case, one kind of space and of minus, nothing invisible.
fn folded(text: &str) -> String {
    let fold = |c: char| match c {
        _ if c.is_whitespace() => ' ',
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c).to_ascii_lowercase(),
        _ => look_up(FOLDS, c).unwrap_or_else(|| c.to_ascii_lowercase()),
    };
    let plain: String = text.chars().filter(|c| !is_invisible(*c)).map(fold).collect();
    plain.trim().to_owned()
}

/// Marks that come along when text is copied: zero width, direction, byte order.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

/// Spoken forms as they are calculated: 3点5 as 3.5, 八成五 as 八.五成, 85折 as 8.5折.
fn respelled(text: &str) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for i in 1..chars.len().saturating_sub(1) {
        if chars[i] == '点' && is_digit(chars[i - 1]) && is_digit(chars[i + 1]) {
            chars[i] = '.';
        }
    }
    match chars[..] {
        [.., a, '成', b] if is_digit(a) && is_digit(b) => {
            let end = chars.len() - 2;
            chars[end] = '.';
            chars.push('成');
        }
        [a, b, '折'] if is_digit(a) && is_digit(b) && (a, b) != ('1', '0') => chars.insert(1, '.'),
        _ => {}
    }
    chars.into_iter().collect()
}

/// A text without what stands around its amount.
struct Undressed<'a> {
    core: &'a str,
    sign: Option<char>,
    money: Option<&'static str>,
    word: Option<&'static str>,
}

impl<'a> Undressed<'a> {
    /// Takes one piece after the other from either end, each kind once, until none is left.
    fn new(text: &'a str) -> Self {
        let mut found = Self { core: text, sign: None, money: None, word: None };
        while let Some(core) =
            found.take_sign().or_else(|| found.take_front()).or_else(|| found.take_word())
        {
            found.core = core.trim();
        }
        found
    }

    /// A sign in front, or the brackets of a bookkeeper's loss.
    fn take_sign(&mut self) -> Option<&'a str> {
        if self.sign.is_some() {
            return None;
        }
        let first = self.core.chars().next()?;
        let rest = self.core.strip_prefix(['+', '-', '('])?;
        let inner = if first == '(' { rest.strip_suffix(')')? } else { rest };
        self.sign = Some(first);
        Some(inner)
    }

    /// A money mark in front, or 百分之.
    fn take_front(&mut self) -> Option<&'a str> {
        let core = self.core;
        let marks = MARKS.split(' ');
        let money = marks.filter(|mark| core.starts_with(mark)).max_by_key(|mark| mark.len());
        if money.is_some() && self.money.is_none() {
            self.money = money;
            return money.and_then(|mark| core.strip_prefix(mark));
        }
        if self.word.is_some() {
            return None;
        }
        let part = PARTS.iter().find_map(|(part, sign)| Some((core.strip_prefix(part)?, *sign)));
        part.map(|(rest, sign)| {
            self.word = Some(sign);
            rest
        })
    }

    /// The longest unit word at the end.
    fn take_word(&mut self) -> Option<&'a str> {
        if self.word.is_some() {
            return None;
        }
        let words = WORDS.iter().flat_map(|(_, words, _)| words.split(' '));
        self.word = words.filter(|word| self.core.ends_with(word)).max_by_key(|word| word.len());
        self.word.and_then(|word| self.core.strip_suffix(word))
    }

    fn negative(&self) -> bool {
        matches!(self.sign, Some('-' | '('))
    }

    /// The marks and words of money around it.
    fn marks(&self) -> impl Iterator<Item = &'static str> {
        let is_money = |word: &&str| MARKS.split(' ').chain(COINS.split(' ')).any(|m| m == *word);
        self.money.into_iter().chain(self.word.filter(is_money))
    }

    /// No dress that a reader may have meant otherwise.
    fn is_simple(&self) -> bool {
        let marked = self.word.is_some_and(|word| MARKS.split(' ').any(|mark| mark == word));
        self.money.is_none() && !marked && self.sign != Some('(')
    }
}

/// The number that `core` names, before its unit `word` says of what.
fn amount(core: &str, unit: Unit, word: Option<&str>) -> Result<f64, Trouble> {
    let (size, doubtful) = if let Some((digits, mark, zeros)) = latin(core) {
        let time = matches!(unit, Unit::Years | Unit::Months | Unit::Minutes);
        (leaf(digits, zeros)?, time && word.is_none() && matches!(mark, "m" | "w"))
    } else {
        let size = sum(core, SCALES, 0)?;
        (size, word == Some("折") && size >= 10.0)
    };
    if !doubtful {
        return Ok(size);
    }
    Err(if word.is_none() { Trouble::UnclearTime } else { Trouble::Ambiguous })
}

/// The digits, the mark and the power of ten of 5k.
fn latin(core: &str) -> Option<(&str, &str, i32)> {
    let mut marks = LATIN.iter().flat_map(|(marks, zeros)| marks.split(' ').map(|m| (m, *zeros)));
    marks.find_map(|(mark, zeros)| Some((core.strip_suffix(mark)?, mark, zeros)))
}

/// A sum of multiples of `scales`: 3亿5000万, 一万零五十; each part smaller than the one before.
fn sum(text: &str, scales: &[(char, i32)], shift: i32) -> Result<f64, Trouble> {
    let text = text.trim();
    let Some((&(mark, zeros), lower)) = scales.split_first() else { return leaf(text, shift) };
    let Some((head, tail)) = text.rsplit_once(mark) else { return sum(text, lower, shift) };
    let unsaid = head.is_empty() && UNSAID.contains(&mark);
    let above = sum(if unsaid { "1" } else { head }, lower, shift + zeros)?;
    match tail {
        "" => Ok(above),
        _ if head.contains('.') => Err(Trouble::Ambiguous),
        _ => Ok(above + remainder(tail, lower, zeros, shift)?),
    }
}

/// What follows a multiple of ten to the `zeros`: 1万5 could be 15,000 or 10,005, 1万5千 could not.
fn remainder(tail: &str, lower: &[(char, i32)], zeros: i32, shift: i32) -> Result<f64, Trouble> {
    let said = tail.trim().trim_start_matches('零');
    let size = sum(said, lower, shift)?;
    let whole = said.split('.').next().unwrap_or_default().chars().filter(|c| is_digit(*c)).count();
    let bare = !said.contains(|c| lower.iter().any(|(mark, _)| *mark == c));
    let full = usize::try_from(zeros) == Ok(whole);
    let clear = !bare || full || said.len() < tail.trim().len();
    if clear && size < decimal("1", zeros + shift)? { Ok(size) } else { Err(Trouble::Ambiguous) }
}

/// Digits without a Chinese power of ten: 1,234.5 or 1.5e3 or 三.
fn leaf(text: &str, shift: i32) -> Result<f64, Trouble> {
    if text.contains(|c| han(c).is_some()) {
        return decimal(&chinese(text)?, shift);
    }
    let Some((digits, power)) = text.split_once('e') else { return decimal(&arabic(text)?, shift) };
    let digits = arabic(digits)?;
    match power.parse::<i16>() {
        Ok(power) => decimal(&digits, shift + i32::from(power)),
        Err(error) if *error.kind() == IntErrorKind::PosOverflow => Err(Trouble::TooLarge),
        Err(_) => Err(Trouble::NotANumber),
    }
}

/// One Chinese digit and perhaps decimals: 三, 三.五. A row of digits (三五) may be "three or five".
fn chinese(text: &str) -> Result<String, Trouble> {
    let digit = |c| if c == '.' { Some(c) } else { han(c) };
    let digits: String =
        text.chars().map(digit).collect::<Option<_>>().ok_or(Trouble::NotANumber)?;
    match digits.split('.').map(str::len).collect::<Vec<_>>()[..] {
        [1] => Ok(digits),
        [1, decimals] if decimals > 0 => Ok(digits),
        _ => Err(Trouble::Ambiguous),
    }
}

/// Arabic digits without their groups; a comma that parts no thousands is refused.
fn arabic(text: &str) -> Result<String, Trouble> {
    let text = text.trim();
    let known = text.chars().all(|c| c.is_ascii_digit() || ",.' ".contains(c));
    if !known || !text.contains(|c: char| c.is_ascii_digit()) {
        return Err(Trouble::NotANumber);
    }
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    if decimals.contains(|c: char| !c.is_ascii_digit()) || !is_grouped(whole) {
        return Err(Trouble::Ambiguous);
    }
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    Ok(format!("{whole}.{decimals}"))
}

/// Whether `whole` is one run of digits, or groups of three with one kind of mark between them.
fn is_grouped(whole: &str) -> bool {
    let Some(mark) = whole.chars().find(|c| !c.is_ascii_digit()) else { return true };
    let mut groups = whole.split(mark);
    let first = groups.next().unwrap_or_default();
    let digits = |group: &str| group.chars().all(|c| c.is_ascii_digit());
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && groups.all(|group| group.len() == 3 && digits(group))
}

/// `digits` times ten to the `shift`, correctly rounded.
fn decimal(digits: &str, shift: i32) -> Result<f64, Trouble> {
    format!("{digits}e{shift}").parse().map_err(|_| Trouble::NotANumber)
}

/// A digit in either writing.
fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || han(c).is_some()
}

/// The Arabic digit of a Chinese one.
fn han(c: char) -> Option<char> {
    DIGITS.chars().zip('0'..='9').find(|(digit, _)| *digit == c).map(|(_, arabic)| arabic)
}

/// What `c` stands for in `table`.
fn look_up(table: &[(&str, char)], c: char) -> Option<char> {
    table.iter().find(|(same, _)| same.contains(c)).map(|(_, to)| *to)
}

#[cfg(test)]
mod tests;
