//! From text to rows of cells, piece by piece.
//!
//! The text comes as bytes of UTF-8 in pieces of any size, cut anywhere, and goes out row by row;
//! what is held is one row. Quotes may hold separators, line ends and doubled quotes; lines end with
//! CRLF, LF or CR; a byte-order mark is dropped. Rows are numbered as a spreadsheet numbers them:
//! an empty line is a row, a line end inside quotes is none. There is no text that is not read
//! as some rows, short of three: a row beyond [`LONGEST_ROW`] (a quote that never closes), one
//! of more than [`MOST_CELLS`], and a zero byte, which no text has.
//!
//! The state machine is that of `csv-core`, which knows one byte of separator; the full-width
//! comma and runs of blanks are turned into one before it.

use serde::{Deserialize, Serialize};

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::folding::{Folding, UNIT};

/// The most bytes of one row.
pub const LONGEST_ROW: usize = 1 << 20;

/// The most cells of one row.
pub const MOST_CELLS: usize = 4096;

/// The bytes of a byte-order mark.
const MARK: [u8; 3] = [0xEF, 0xBB, 0xBF];

/// What stands between two cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Separator {
    /// `,`
    #[default]
    Comma,
    /// `;`, where commas are decimal marks.
    Semicolon,
    /// A tab, as in what is copied from a spreadsheet.
    Tab,
    /// `|`
    Bar,
    /// `，`, typed by hand.
    WideComma,
    /// Any number of blanks and tabs, as in tables made for reading.
    Blanks,
}

impl Separator {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Comma, Self::Semicolon, Self::Tab, Self::Bar, Self::WideComma, Self::Blanks];

    const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Bar => b'|',
            Self::WideComma | Self::Blanks => UNIT,
        }
    }

    /// What turns it into one byte, if it is more.
    const fn folding(self) -> Option<Folding> {
        match self {
            Self::WideComma => Some(Folding::wide_comma()),
            Self::Blanks => Some(Folding::blanks()),
            _ => None,
        }
    }
}

/// Why a text cannot be read on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowsError {
    /// The row is longer than [`LONGEST_ROW`]: a quote that never closes, or no table.
    RowTooLong {
        /// Which row, counted from 1.
        row: u64,
    },
    /// The row has more than [`MOST_CELLS`] cells.
    TooManyCells {
        /// Which row, counted from 1.
        row: u64,
    },
    /// A zero byte: this is not text.
    NotText {
        /// How many rows ended before it.
        row: u64,
    },
}

/// One row.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    number: u64,
    text: &'a [u8],
    ends: &'a [usize],
}

impl<'a> Row<'a> {
    /// Its number in the file, counted from 1 as a spreadsheet does.
    pub const fn number(&self) -> u64 {
        self.number
    }

    /// How many cells it has, at least one.
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether no cell holds anything but blanks.
    pub fn is_empty(&self) -> bool {
        self.text.trim_ascii().is_empty()
    }

    /// The bytes of a cell, without its quotes; none beyond the last.
    pub fn cell(&self, k: usize) -> Option<&'a [u8]> {
        let start = if k == 0 { 0 } else { *self.ends.get(k - 1)? };
        self.text.get(start..*self.ends.get(k)?)
    }

    /// All cells.
    pub fn cells(&self) -> impl Iterator<Item = &'a [u8]> {
        (0..self.len()).filter_map(|k| self.cell(k))
    }
}

/// Reads rows from pieces of text.
#[derive(Debug)]
pub struct Rows {
    machine: Reader,
    folding: Option<Folding>,
    text: Vec<u8>,
    filled: usize,
    ends: Vec<usize>,
    cells: usize,
    row: u64,
    /// How much of a byte-order mark the text began with; 3 once that is over.
    mark: usize,
    /// A row has begun and not ended.
    inside: bool,
    /// The last byte was a carriage return: a line feed belongs to it.
    returned: bool,
    broken: Option<RowsError>,
}

impl Rows {
    /// Before the first piece.
    pub fn new(separator: Separator) -> Self {
        let mut machine = ReaderBuilder::new().delimiter(separator.byte()).build();
        // The machine would drop a byte-order mark from its first piece, but only a whole one, and
        // also behind empty lines. An empty line of our own is that first piece.
        let _ = machine.read_record(b"\n", &mut [0], &mut [0]);
        Self {
            machine,
            folding: separator.folding(),
            text: vec![0; 4096],
            filled: 0,
            ends: vec![0; 64],
            cells: 0,
            row: 0,
            mark: 0,
            inside: false,
            returned: false,
            broken: None,
        }
    }

    /// Rows that are over, empty ones too.
    pub const fn count(&self) -> u64 {
        self.row
    }

    /// Reads the next piece; `take` is given each row that ends in it.
    ///
    /// # Errors
    /// [`RowsError`], the same again for every further piece.
    pub fn push(&mut self, piece: &[u8], mut take: impl FnMut(Row<'_>)) -> Result<(), RowsError> {
        if let Some(error) = self.broken {
            return Err(error);
        }
        let result = self.read(piece, &mut take);
        self.broken = result.err();
        result
    }

    /// Reads the row that has no line end, if there is one, and counts the rows.
    ///
    /// # Errors
    /// [`RowsError`], as for the pieces.
    pub fn finish(mut self, mut take: impl FnMut(Row<'_>)) -> Result<u64, RowsError> {
        if let Some(error) = self.broken {
            return Err(error);
        }
        let rest = self.folding.take().map(Folding::finish).unwrap_or_default();
        self.feed(&rest, &mut take)?;
        while self.inside {
            // An empty piece is how the machine is told that this is the end.
            self.step(&[], &mut take)?;
        }
        Ok(self.row)
    }

    fn read(&mut self, piece: &[u8], take: &mut impl FnMut(Row<'_>)) -> Result<(), RowsError> {
        let mut rest = piece;
        while self.mark < MARK.len()
            && let Some((first, after)) = rest.split_first()
        {
            if *first == MARK[self.mark] {
                (rest, self.mark) = (after, self.mark + 1);
            } else {
                // No mark after all: what looked like one is text.
                let begun = std::mem::replace(&mut self.mark, MARK.len());
                self.fold(&MARK[..begun], take)?;
            }
        }
        self.fold(rest, take)
    }

    fn fold(&mut self, piece: &[u8], take: &mut impl FnMut(Row<'_>)) -> Result<(), RowsError> {
        let zero = piece.iter().position(|byte| *byte == 0);
        let text = &piece[..zero.unwrap_or(piece.len())];
        match &mut self.folding {
            None => self.feed(text, take)?,
            Some(folding) => {
                let folded = folding.fold(text);
                self.feed(&folded, take)?;
            }
        }
        if zero.is_some() { Err(RowsError::NotText { row: self.row }) } else { Ok(()) }
    }

    fn feed(&mut self, piece: &[u8], take: &mut impl FnMut(Row<'_>)) -> Result<(), RowsError> {
        let mut rest = piece;
        while !rest.is_empty() {
            if !self.inside {
                rest = self.skip_empty(rest);
                self.inside = !rest.is_empty();
            }
            if self.inside {
                rest = self.step(rest, take)?;
            }
        }
        Ok(())
    }

    /// Counts the empty lines at the front and passes over them.
    fn skip_empty<'a>(&mut self, piece: &'a [u8]) -> &'a [u8] {
        for (k, byte) in piece.iter().enumerate() {
            match byte {
                b'\n' if self.returned => {}
                b'\n' | b'\r' => self.row += 1,
                _ => {
                    self.returned = false;
                    return &piece[k..];
                }
            }
            self.returned = *byte == b'\r';
        }
        &[]
    }

    /// Lets the machine read up to the end of the row, of the piece or of its room; what is left.
    fn step<'a>(
        &mut self,
        piece: &'a [u8],
        take: &mut impl FnMut(Row<'_>),
    ) -> Result<&'a [u8], RowsError> {
        let (text, ends) = (&mut self.text[self.filled..], &mut self.ends[self.cells..]);
        let (result, read, written, ended) = self.machine.read_record(piece, text, ends);
        self.filled += written;
        self.cells += ended;
        match result {
            ReadRecordResult::InputEmpty => {}
            ReadRecordResult::End => self.inside = false,
            ReadRecordResult::OutputFull => {
                let row = self.row + 1;
                grow(&mut self.text, LONGEST_ROW).ok_or(RowsError::RowTooLong { row })?;
            }
            ReadRecordResult::OutputEndsFull => {
                let row = self.row + 1;
                grow(&mut self.ends, MOST_CELLS).ok_or(RowsError::TooManyCells { row })?;
            }
            ReadRecordResult::Record => {
                self.row += 1;
                let (text, ends) = (&self.text[..self.filled], &self.ends[..self.cells]);
                take(Row { number: self.row, text, ends });
                (self.filled, self.cells, self.inside) = (0, 0, false);
                self.returned = read > 0 && piece[read - 1] == b'\r';
            }
        }
        Ok(&piece[read..])
    }
}

/// Twice the room, up to `most`; none where that is reached.
fn grow<T: Clone + Default>(room: &mut Vec<T>, most: usize) -> Option<()> {
    (room.len() < most).then(|| room.resize((room.len() * 2).min(most), T::default()))
}
