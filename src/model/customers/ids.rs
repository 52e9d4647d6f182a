//! Names, each kept once and numbered in the order in which they came.

use std::hash::BuildHasher;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

/// The most bytes of all names together, and so the most names.
const MOST: usize = u32::MAX as usize;

/// All names in one text, and a table that finds them. A name costs its bytes and about thirty more.
#[derive(Clone, Debug, Default)]
pub(super) struct Ids {
    text: String,
    ends: Vec<u32>,
    table: HashTable<Name>,
}

/// Where a name stands in the text, its number, and half of its hash.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    half: u32,
    start: u32,
    length: u32,
    id: u32,
}

impl Name {
    fn of(self, text: &str) -> &[u8] {
        let start = self.start as usize;
        text.as_bytes().get(start..start + self.length as usize).unwrap_or_default()
    }
}

/// The hash by which a name is found.
pub(super) fn hash(name: &[u8]) -> u64 {
    FxBuildHasher.hash_one(name)
}

/// The lower half: the upper one is what the table itself looks at.
#[expect(clippy::cast_possible_truncation, reason = "half of it is meant")]
const fn half(hash: u64) -> u32 {
    hash as u32
}

impl Ids {
    /// Whether names of so many bytes still fit.
    pub fn has_room(&self, bytes: usize) -> bool {
        bytes <= MOST - self.text.len()
    }

    /// A known name that is most likely the one of this hash.
    pub fn candidate(&self, hash: u64) -> Option<Name> {
        self.table.find(hash, |known| known.half == half(hash)).copied()
    }

    /// The number of a known name, if it is this one.
    pub fn confirm(&self, candidate: Name, name: &[u8]) -> Option<u32> {
        (candidate.of(&self.text) == name).then_some(candidate.id)
    }

    /// The number of a name, new or known; none where it is not UTF-8 or there is no room.
    pub fn number(&mut self, name: &[u8], hash: u64) -> Option<u32> {
        let Self { text, ends, table } = self;
        let half = half(hash);
        let same = |known: &Name| known.half == half && known.of(text) == name;
        if let Some(known) = table.find(hash, same) {
            return Some(known.id);
        }
        let position = |length: usize| u32::try_from(length).ok();
        let (id, start, length) =
            (position(ends.len())?, position(text.len())?, position(name.len())?);
        let (end, name) = (start.checked_add(length)?, std::str::from_utf8(name).ok()?);
        ends.push(end);
        text.push_str(name);
        let known = Name { half, start, length, id };
        table.insert_unique(hash, known, |known| self::hash(known.of(text)));
        Some(id)
    }

    /// How many names there are.
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// The name of a number; empty where there is no such number.
    pub fn name(&self, id: u32) -> &str {
        let id = id as usize;
        let end = |id: usize| self.ends.get(id).map(|end| *end as usize);
        let start = if id == 0 { Some(0) } else { end(id - 1) };
        let range = start.zip(end(id)).map(|(start, end)| start..end);
        range.and_then(|range| self.text.get(range)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(ids: &mut Ids, name: &[u8]) -> Option<u32> {
        let found = ids.candidate(hash(name)).and_then(|known| ids.confirm(known, name));
        let number = ids.number(name, hash(name));
        assert!(found.is_none() || found == number, "{name:?}");
        number
    }

    #[test]
    fn a_name_is_kept_once() {
        let mut ids = Ids::default();
        for (name, id) in [("b", 0), ("a", 1), ("b", 0), ("", 2), ("张三", 3), ("", 2), ("a", 1)]
        {
            assert_eq!(number(&mut ids, name.as_bytes()), Some(id), "{name}");
        }
        let names: Vec<&str> = (0..5).map(|id| ids.name(id)).collect();
        assert_eq!((ids.len(), names), (4, vec!["b", "a", "", "张三", ""]));
        assert!(ids.has_room(1 << 20) && !ids.has_room(MOST));
    }

    #[test]
    fn ten_thousand_names_are_told_apart() {
        let mut ids = Ids::default();
        for k in 0..20_000_u32 {
            let id = number(&mut ids, format!("{:05}", k % 10_000).as_bytes());
            assert_eq!(id, Some(k % 10_000));
        }
        assert_eq!((ids.len(), ids.name(9_999)), (10_000, "09999"));
    }
}
