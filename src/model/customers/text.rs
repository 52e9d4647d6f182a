//! What is common to all cells of text: forms that mean the same, and what exports add to them.

/// A cell longer than this is neither a date nor an amount.
const LONGEST: usize = 120;

/// The text with full-width characters as the plain ones, for dates, amounts and headings; none
/// where it is too long for one or is no text at all.
pub(super) fn folded(cell: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(cell).ok().filter(|text| text.len() <= LONGEST)?;
    let fold = |c: char| match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ if c.is_whitespace() => ' ',
        '−' | '–' => '-',
        '￥' => '¥',
        _ => c,
    };
    let plain: String = text.chars().filter(|c| !is_invisible(*c)).map(fold).collect();
    Some(plain.trim().to_owned())
}

/// Marks that come along when text is copied: zero width, direction, byte order.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

/// A name without what exports put around it: blanks and tabs, and the `="007"` or `'007` by which
/// a spreadsheet is kept from taking it for a number.
pub(super) fn tidy(cell: &[u8]) -> &[u8] {
    let name = trimmed(cell);
    let formula = name.strip_prefix(b"=\"").and_then(|name| name.strip_suffix(b"\""));
    let name = formula.or_else(|| name.strip_prefix(b"'")).unwrap_or(name);
    trimmed(name)
}

/// Without blanks of any kind at either end.
fn trimmed(cell: &[u8]) -> &[u8] {
    let cell = cell.trim_ascii();
    let plain = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii);
    if plain(cell.first()) && plain(cell.last()) {
        return cell;
    }
    let blank = |c: char| c.is_whitespace() || is_invisible(c);
    std::str::from_utf8(cell).map_or(cell, |text| text.trim_matches(blank).as_bytes())
}

/// Whether a spreadsheet has rounded this number of a customer: 1.38E+10 stands for many.
pub(super) fn is_rounded(name: &[u8]) -> bool {
    let digits = |part: &[u8]| !part.is_empty() && part.iter().all(u8::is_ascii_digit);
    let Some(at) = name.windows(2).position(|pair| matches!(pair, b"E+" | b"e+")) else {
        return false;
    };
    let (size, power) = (&name[..at], &name[at + 2..]);
    let mut parts = size.splitn(2, |byte| *byte == b'.');
    digits(power) && parts.all(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_the_same_is_folded_into_one() {
        assert_eq!(folded("　￥１，２３４．５　".as_bytes()).as_deref(), Some("¥1,234.5"));
        assert_eq!(folded("−5\u{200b}".as_bytes()).as_deref(), Some("-5"));
        assert_eq!(folded(b"\xff"), None);
        assert_eq!(folded(&[b'1'; 121]), None);
    }

    #[test]
    fn names_lose_what_exports_add() {
        let rows: [(&str, &str); 10] = [
            ("007", "007"),
            (" 007\t", "007"),
            ("=\"007\"", "007"),
            ("'007", "007"),
            ("张三　", "张三"),
            ("\u{a0}é\u{a0}", "é"),
            ("\u{feff}A\u{200b}", "A"),
            ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
            ("'", ""),
            ("=\"", "=\""),
        ];
        for (cell, name) in rows {
            assert_eq!(tidy(cell.as_bytes()), name.as_bytes(), "{cell}");
        }
        assert_eq!(tidy(b"\xff "), b"\xff");
    }

    #[test]
    fn a_rounded_number_is_seen() {
        for text in ["1.38E+10", "6e+18", "1.234567E+15"] {
            assert!(is_rounded(text.as_bytes()), "{text}");
        }
        for text in ["1E5", "4E12", "E+5", "1.E+5", ".5E+5", "1.3E+", "A1E+5", "1.2.3E+4", ""] {
            assert!(!is_rounded(text.as_bytes()), "{text}");
        }
    }
}
