//! How wide words are, and words made to fit.

/// The letters of every figure: what Chinese readers have on their machines, then the system's.
pub const FAMILY: &str = "\"PingFang SC\", \"Hiragino Sans GB\", \"Microsoft YaHei\", \
                          \"Noto Sans CJK SC\", system-ui, sans-serif";

/// Size and weight of words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Font {
    /// Height of an em in CSS pixels.
    pub size: f64,
    /// Whether it is bold.
    pub bold: bool,
}

impl Font {
    /// From one line of words to the next.
    pub fn leading(self) -> f64 {
        (self.size * 1.32).round()
    }

    /// From the middle of a line down to the foot of its letters.
    pub fn drop(self) -> f64 {
        self.size * 0.36
    }
}

/// Something that knows how wide words are.
pub trait Measure {
    /// Width in CSS pixels.
    fn width(&self, text: &str, font: Font) -> f64;
}

/// A measure without a browser: close to the usual sans-serif letters.
#[derive(Clone, Copy, Debug, Default)]
pub struct Estimate;

impl Measure for Estimate {
    fn width(&self, text: &str, font: Font) -> f64 {
        let ems: f64 = text.chars().map(ems).sum();
        ems * font.size * if font.bold { 1.07 } else { 1.0 }
    }
}

/// Width of one letter in em.
fn ems(letter: char) -> f64 {
    match letter {
        ' ' | '\u{2009}' | '\u{a0}' => 0.25,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.29,
        'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '/' | '-' => 0.37,
        'm' | 'M' | 'W' | '%' | '@' | '‰' => 0.90,
        'w' | 'G' | 'O' | 'Q' | 'D' | 'N' | 'H' | 'U' => 0.74,
        'A'..='Z' | '&' => 0.63,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' => 0.0,
        // Chinese letters come with full-width ones of these.
        '·' | '×' | '÷' | '±' | '°' | '§' => 1.0,
        '−' | '–' | '\0'..='\u{1fff}' => 0.56,
        _ => 1.0,
    }
}

/// Whether a letter may stand in a picture: markup knows no control characters.
pub(super) fn is_printable(letter: char) -> bool {
    !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}')
}

/// The words as far as they fit, with an ellipsis where some had to go.
pub(super) fn shorten(text: &str, font: Font, room: f64, measure: &dyn Measure) -> String {
    if measure.width(text, font) <= room {
        return text.to_owned();
    }
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let fits = |end: usize| measure.width(&format!("{}…", &text[..end]), font) <= room;
    let kept = ends.partition_point(|end| fits(*end));
    let end = kept.checked_sub(1).and_then(|last| ends.get(last)).copied().unwrap_or(0);
    format!("{}…", text[..end].trim_end())
}

/// The words in as few lines of `room` as will do, at most `most`, and those about equally long.
pub(super) fn wrap(
    text: &str,
    font: Font,
    room: f64,
    most: usize,
    measure: &dyn Measure,
) -> Vec<String> {
    let lines = filled(text, font, room, most, measure);
    let fewest = lines.len();
    let whole =
        |lines: &Vec<String>| lines.len() == fewest && !lines.iter().any(|l| l.ends_with('…'));
    (5..10)
        .map(|tenth| filled(text, font, room * f64::from(tenth) / 10.0, most, measure))
        .find(whole)
        .unwrap_or(lines)
}

/// The words in lines no wider than `room`, each as full as can be.
fn filled(text: &str, font: Font, room: f64, most: usize, measure: &dyn Measure) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for piece in pieces(text) {
        let open = lines.len() < most;
        let Some(line) = lines.last_mut() else { break };
        let longer = format!("{line}{piece}");
        if line.is_empty() || !open || measure.width(longer.trim_end(), font) <= room {
            *line = longer;
        } else {
            lines.push(piece.to_owned());
        }
    }
    lines.iter().map(|line| shorten(line.trim(), font, room, measure)).collect()
}

/// What may not be parted: Latin words with the space after them, and single Chinese letters
/// with the punctuation after them.
fn pieces(text: &str) -> Vec<&str> {
    let mut cuts = vec![0];
    let mut before = None;
    for (at, letter) in text.char_indices() {
        let wide = |c: char| c >= '\u{2e80}';
        let closes = "，。、；：！？）》」』％…".contains(letter);
        let parts = before.is_some_and(|b: char| b == ' ' || wide(b) || wide(letter));
        if parts && !closes && letter != ' ' && !before.is_some_and(|b| "（《「『".contains(b))
        {
            cuts.push(at);
        }
        before = Some(letter);
    }
    cuts.push(text.len());
    cuts.windows(2).map(|cut| &text[cut[0]..cut[1]]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FONT: Font = Font { size: 10.0, bold: false };

    #[test]
    fn chinese_is_one_em_wide() {
        assert!((Estimate.width("净价值", FONT) - 30.0).abs() < 1e-9);
        assert!((Estimate.width("12", FONT) - 11.2).abs() < 1e-9);
        assert!(Estimate.width("12", Font { bold: true, ..FONT }) > 11.2);
    }

    #[test]
    fn long_words_end_in_an_ellipsis() {
        assert_eq!(shorten("顾客感知价值", FONT, 60.0, &Estimate), "顾客感知价值");
        assert_eq!(shorten("顾客感知价值", FONT, 45.0, &Estimate), "顾客感…");
        assert_eq!(shorten("顾客", FONT, 1.0, &Estimate), "…");
        assert_eq!(shorten("", FONT, 1.0, &Estimate), "");
    }

    #[test]
    fn lines_break_between_words_and_between_chinese_letters() {
        assert_eq!(wrap("顾客感知价值", FONT, 32.0, 3, &Estimate), ["顾客感", "知价值"]);
        assert_eq!(wrap("total cost", FONT, 40.0, 3, &Estimate), ["total", "cost"]);
        assert_eq!(wrap("顾客感知价值", FONT, 25.0, 2, &Estimate), ["顾客", "感…"]);
        assert_eq!(wrap("价格，元", FONT, 20.0, 3, &Estimate), ["价", "格，", "元"]);
        assert_eq!(wrap("", FONT, 20.0, 3, &Estimate), [""]);
    }
}
