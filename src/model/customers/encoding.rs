//! Which encoding a file is written in, judged by its first bytes.
//!
//! Shops in China export UTF-8 or gb18030 (which contains GBK and GB2312), Excel saves "Unicode
//! text" as UTF-16 and plain CSV in the code page of the machine. The detector only names the
//! encoding, by the label that a browser's `TextDecoder` takes; everything else here reads UTF-8.
//!
//! *When not to use it.* A guess from a few bytes can be wrong: all-ASCII text fits any encoding,
//! and the first Chinese name may come late in the file. Give it as much of the file as there is
//! at hand; a wrong guess shows later as garbled names among the problems.

use serde::{Deserialize, Serialize};

/// An encoding that can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Encoding {
    /// With or without a byte-order mark, and plain ASCII.
    Utf8,
    /// Chinese, and all of Unicode.
    Gb18030,
    /// The low byte first, as Windows writes it.
    Utf16Le,
    /// The high byte first.
    Utf16Be,
    /// Western European.
    Windows1252,
}

impl Encoding {
    /// Judges the first bytes of a file, or all of them.
    ///
    /// # Errors
    /// [`NotText`] says what it is instead.
    pub fn of(bytes: &[u8]) -> Result<Self, NotText> {
        if let Some((_, what)) = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)) {
            return Err(*what);
        }
        let marked = bytes.strip_prefix(b"\xEF\xBB\xBF");
        let text = marked.unwrap_or(bytes).trim_ascii_start();
        let begins = |start: &&[u8]| {
            text.get(..start.len()).is_some_and(|front| front.eq_ignore_ascii_case(start))
        };
        if MARKUP.iter().any(begins) {
            return Err(NotText::Markup);
        }
        if marked.is_some() {
            return Ok(Self::Utf8);
        }
        if let Some(wide) = utf16(bytes) {
            return Ok(wide);
        }
        let controls = bytes.iter().filter(|byte| **byte < b' ' && !b"\t\n\r\x0C".contains(byte));
        if bytes.contains(&0) || controls.count() * 20 > bytes.len() {
            return Err(NotText::Binary);
        }
        Ok(narrow(bytes))
    }

    /// Its label in the WHATWG Encoding Standard.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Gb18030 => "gb18030",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252 => "windows-1252",
        }
    }
}

/// Why a file is not a text of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum NotText {
    /// A spreadsheet's own file (xlsx, xls, ods): to be saved as CSV first.
    Workbook,
    /// A web page or XML, even if its name ends in xls: to be opened in a spreadsheet and saved as
    /// CSV first.
    Markup,
    /// A picture, a PDF, an archive or some other data.
    Binary,
}

/// How files begin that are no text.
const SIGNATURES: &[(&[u8], NotText)] = &[
    (b"PK\x03\x04", NotText::Workbook),
    (b"\xD0\xCF\x11\xE0", NotText::Workbook),
    (b"%PDF-", NotText::Binary),
    (b"\x89PNG", NotText::Binary),
    (b"\xFF\xD8\xFF", NotText::Binary),
    (b"GIF8", NotText::Binary),
    (b"\x1F\x8B", NotText::Binary),
    (b"7z\xBC\xAF", NotText::Binary),
    (b"Rar!", NotText::Binary),
    (b"SQLite format 3", NotText::Binary),
    (b"\xFF\xFE\x00\x00", NotText::Binary),
];

/// How files begin that are marked up, blanks and a byte-order mark aside.
const MARKUP: &[&[u8]] = &[b"<?xml", b"<html", b"<!doctype", b"<table", b"<meta"];

/// UTF-16, by its mark or by the zero half of its digits, commas and line ends.
fn utf16(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [0xFF, 0xFE, ..] => return Some(Encoding::Utf16Le),
        [0xFE, 0xFF, ..] => return Some(Encoding::Utf16Be),
        _ => {}
    }
    let pairs = bytes.chunks_exact(2);
    let count = pairs.len();
    let (high, low) = pairs.fold((0, 0), |(first, second), pair| {
        (first + usize::from(pair[0] == 0), second + usize::from(pair[1] == 0))
    });
    match (high * 3 > count, low * 3 > count) {
        (false, true) if high == 0 => Some(Encoding::Utf16Le),
        (true, false) if low == 0 => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// An encoding whose ASCII is one byte each.
fn narrow(bytes: &[u8]) -> Encoding {
    let (characters, errors) = utf8(bytes);
    // Text of another encoding is hardly ever valid UTF-8, but a file may be damaged in places.
    if errors == 0 || characters > 20 * errors {
        Encoding::Utf8
    } else if is_gb18030(bytes) {
        Encoding::Gb18030
    } else {
        Encoding::Windows1252
    }
}

/// Characters of several bytes that are valid UTF-8, and places that are not. A character that
/// is cut off at the end is no error.
fn utf8(bytes: &[u8]) -> (usize, usize) {
    let (mut characters, mut errors) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        characters += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        errors += usize::from(!chunk.invalid().is_empty());
    }
    let cut = std::str::from_utf8(bytes).is_err_and(|_| ends_inside(bytes));
    (characters, errors - usize::from(cut))
}

/// Whether the last character of UTF-8 is cut off.
fn ends_inside(bytes: &[u8]) -> bool {
    let last = bytes.utf8_chunks().last();
    last.is_some_and(|chunk| {
        std::str::from_utf8(chunk.invalid()).is_err_and(|error| error.error_len().is_none())
    })
}

/// Whether all bytes are ASCII or characters of two or four bytes in gb18030, and most characters
/// look Chinese: an accented letter of Western Europe with the plain one behind it (`ül`) has the
/// form of a rare Chinese character.
fn is_gb18030(bytes: &[u8]) -> bool {
    let (mut common, mut rare) = (0_usize, 0_usize);
    let mut rest = bytes;
    loop {
        rest = match rest {
            []
            | [0x81..=0xFE]
            | [0x81..=0xFE, 0x30..=0x39]
            | [0x81..=0xFE, 0x30..=0x39, 0x81..=0xFE] => break,
            [0..=0x7F, rest @ ..] => rest,
            [0x81..=0xFE, 0x40..=0x7E, rest @ ..] => {
                rare += 1;
                rest
            }
            [0x81..=0xFE, 0x80..=0xFE, rest @ ..]
            | [0x81..=0xFE, 0x30..=0x39, 0x81..=0xFE, 0x30..=0x39, rest @ ..] => {
                common += 1;
                rest
            }
            _ => return false,
        };
    }
    common >= rare
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "客户编号,下单时间,实付金额\r\n张三,2024-01-31,￥12.50\r\n€uro,2024年,𠮷\r\n";

    fn wide(text: &str, bytes: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn each_encoding_is_told() {
        let gb = encoding_rs::GB18030.encode(TEXT).0;
        assert_eq!(Encoding::of(TEXT.as_bytes()), Ok(Encoding::Utf8));
        assert_eq!(Encoding::of(&gb), Ok(Encoding::Gb18030));
        assert_eq!(Encoding::of(b"id,date,amount\n1,2024-01-31,12.5\n"), Ok(Encoding::Utf8));
        assert_eq!(Encoding::of(b""), Ok(Encoding::Utf8));
        assert_eq!(Encoding::of("M\u{fc}ller;31.01.2024;12,50".as_bytes()), Ok(Encoding::Utf8));
        assert_eq!(Encoding::of(b"M\xFCller;31.01.2024;12,50"), Ok(Encoding::Windows1252));
        let marked = format!("\u{feff}{TEXT}");
        assert_eq!(Encoding::of(marked.as_bytes()), Ok(Encoding::Utf8));
        assert_eq!(Encoding::of(&wide(&marked, u16::to_le_bytes)), Ok(Encoding::Utf16Le));
        assert_eq!(Encoding::of(&wide(&marked, u16::to_be_bytes)), Ok(Encoding::Utf16Be));
        assert_eq!(Encoding::of(&wide(TEXT, u16::to_le_bytes)), Ok(Encoding::Utf16Le));
        assert_eq!(Encoding::of(&wide(TEXT, u16::to_be_bytes)), Ok(Encoding::Utf16Be));
    }

    #[test]
    fn a_cut_anywhere_changes_nothing_once_chinese_was_seen() {
        let gb = encoding_rs::GB18030.encode(TEXT).0;
        for end in 8..TEXT.len() {
            assert_eq!(Encoding::of(&TEXT.as_bytes()[..end]), Ok(Encoding::Utf8), "{end}");
        }
        for end in 4..gb.len() {
            assert_eq!(Encoding::of(&gb[..end]), Ok(Encoding::Gb18030), "{end}");
        }
    }

    #[test]
    fn a_damaged_place_does_not_change_the_encoding() {
        let mut bytes = TEXT.repeat(10).into_bytes();
        bytes[40] = 0xFF;
        assert_eq!(Encoding::of(&bytes), Ok(Encoding::Utf8));
    }

    #[test]
    fn what_is_no_text_is_named() {
        let rows: &[(&[u8], NotText)] = &[
            (b"PK\x03\x04\x14\x00", NotText::Workbook),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", NotText::Workbook),
            (b"<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">", NotText::Markup),
            (b"\xEF\xBB\xBF\r\n<TABLE>", NotText::Markup),
            (b"%PDF-1.7\n", NotText::Binary),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", NotText::Binary),
            (b"a,b\n\x001,2\n", NotText::Binary),
            (b"\x01\x02\x03\x04abc", NotText::Binary),
        ];
        for (bytes, what) in rows {
            assert_eq!(Encoding::of(bytes), Err(*what), "{bytes:?}");
        }
    }
}
