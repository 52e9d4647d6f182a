//! Separators of several bytes, turned into one on the way to the state machine.

/// The byte that stands for a separator of several.
pub(super) const UNIT: u8 = 0x1F;

/// The bytes of a full-width comma.
const WIDE: [u8; 3] = [0xEF, 0xBC, 0x8C];

/// Folds text piece by piece, and leaves alone what is in quotes.
#[derive(Debug)]
pub(super) struct Folding {
    quoted: bool,
    separator: Several,
}

#[derive(Debug)]
enum Several {
    /// Runs of blanks between two cells.
    Blanks(Gap),
    /// The full-width comma, of which so many bytes were read.
    WideComma(usize),
}

/// Where in a line of blanks and cells we are.
#[derive(Clone, Copy, Debug)]
enum Gap {
    /// Before the first cell.
    Before,
    /// In a cell.
    Cell,
    /// In blanks behind a cell: a separator, if there is another cell.
    Behind,
}

impl Folding {
    pub const fn blanks() -> Self {
        Self { quoted: false, separator: Several::Blanks(Gap::Before) }
    }

    pub const fn wide_comma() -> Self {
        Self { quoted: false, separator: Several::WideComma(0) }
    }

    /// The next piece, folded.
    pub fn fold(&mut self, piece: &[u8]) -> Vec<u8> {
        let mut out = Vec::with_capacity(piece.len() + WIDE.len());
        for byte in piece {
            // A doubled quote leaves and enters again.
            self.quoted ^= *byte == b'"';
            match &mut self.separator {
                Several::Blanks(gap) => blank(*byte, self.quoted, gap, &mut out),
                Several::WideComma(matched) => wide(*byte, self.quoted, matched, &mut out),
            }
        }
        out
    }

    /// The bytes of a comma that the end of the text cut off.
    pub fn finish(self) -> Vec<u8> {
        match self.separator {
            Several::Blanks(_) => Vec::new(),
            Several::WideComma(matched) => WIDE[..matched].to_vec(),
        }
    }
}

fn blank(byte: u8, quoted: bool, gap: &mut Gap, out: &mut Vec<u8>) {
    *gap = match (byte, *gap) {
        (b' ' | b'\t', Gap::Before) if !quoted => return,
        (b' ' | b'\t', _) if !quoted => {
            *gap = Gap::Behind;
            return;
        }
        (b'\n' | b'\r', _) if !quoted => Gap::Before,
        (_, Gap::Behind) => {
            out.push(UNIT);
            Gap::Cell
        }
        _ => Gap::Cell,
    };
    out.push(byte);
}

fn wide(byte: u8, quoted: bool, matched: &mut usize, out: &mut Vec<u8>) {
    if !quoted && byte == WIDE[*matched] {
        *matched += 1;
        if *matched == WIDE.len() {
            *matched = 0;
            out.push(UNIT);
        }
        return;
    }
    // What looked like a comma is another character; this byte may begin the next.
    out.extend_from_slice(&WIDE[..std::mem::take(matched)]);
    if !quoted && byte == WIDE[0] {
        *matched = 1;
    } else {
        out.push(byte);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(mut folding: Folding, text: &str, size: usize) -> String {
        let pieces: Vec<Vec<u8>> =
            text.as_bytes().chunks(size).map(|piece| folding.fold(piece)).collect();
        String::from_utf8([pieces.concat(), folding.finish()].concat()).unwrap()
    }

    #[test]
    fn blanks_are_one_separator_however_the_text_is_cut() {
        let text = " 00004  19970101\t 2   29.33  \n\n  \"Li  Na\" 1\r\nx";
        for size in 1..=text.len() {
            let expected = "00004\u{1f}19970101\u{1f}2\u{1f}29.33\n\n\"Li  Na\"\u{1f}1\r\nx";
            assert_eq!(folded(Folding::blanks(), text, size), expected);
        }
    }

    #[test]
    fn full_width_commas_are_separators_however_the_text_is_cut() {
        let text = "张三，2024-01-31，“12,50”\n\"李，四\"，＝ﻠ，";
        for size in 1..=text.len() {
            let expected = "张三\u{1f}2024-01-31\u{1f}“12,50”\n\"李，四\"\u{1f}＝ﻠ\u{1f}";
            assert_eq!(folded(Folding::wide_comma(), text, size), expected);
        }
    }
}
