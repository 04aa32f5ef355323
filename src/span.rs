//! Where something stands in a text: half-open byte ranges.

use std::ops::Range;

/// A half-open range of bytes, `[start, end)`, both on character boundaries of the text it was made for.
///
/// ```
/// use chronique::Span;
///
/// let text = "le 3 août";
/// let span = Span::new(3, 10);
/// assert_eq!(&text[span.range()], "3 août");
/// assert_eq!(span.len(), 7);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// A span from byte `start` to byte `end`, not included.
    ///
    /// Offsets beyond `u32::MAX` are cut to it; `end` is never before `start`.
    pub fn new(start: usize, end: usize) -> Span {
        let cut = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Span { start: cut(start), end: cut(end.max(start)) }
    }

    /// The first byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// The byte after the last.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// The length in bytes.
    pub fn len(self) -> usize {
        self.end() - self.start()
    }

    /// Whether the span holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span as a range, to slice its text with.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Whether `other` lies inside this span, or is equal to it.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// How many bytes lie between two points whose counts are kept.
const BLOCK: usize = 256;

/// Converts byte offsets of a text into offsets in characters (Unicode scalar values) and in UTF-16 code units.
///
/// Made in one pass over the text; each conversion looks at no more than 256 bytes.
///
/// ```
/// use chronique::{OffsetMap, Span};
///
/// let text = "le 3 août 🎆 à Paris";
/// let offsets = OffsetMap::new(text);
/// let paris = Span::new(text.find("Paris").unwrap(), text.len());
/// assert_eq!(paris.range(), 19..24);
/// assert_eq!(offsets.characters(paris), 14..19);
/// assert_eq!(offsets.utf16(paris), 15..20);
/// ```
#[derive(Clone, Debug)]
pub struct OffsetMap<'t> {
    bytes: &'t [u8],
    /// What stands before each block.
    counts: Vec<Counts>,
}

/// How many characters begin in some bytes, and how many of them need two UTF-16 code units.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    characters: usize,
    pairs: usize,
}

impl Counts {
    fn and(self, bytes: &[u8]) -> Counts {
        let begins = |byte: &&u8| **byte & 0b1100_0000 != 0b1000_0000;
        Counts {
            characters: self.characters + bytes.iter().filter(begins).count(),
            pairs: self.pairs + bytes.iter().filter(|byte| **byte >= 0xF0).count(),
        }
    }
}

impl<'t> OffsetMap<'t> {
    /// Counts the characters of a text.
    pub fn new(text: &'t str) -> OffsetMap<'t> {
        let bytes = text.as_bytes();
        let counts = bytes.chunks(BLOCK).scan(Counts::default(), |so_far, block| {
            let before = *so_far;
            *so_far = so_far.and(block);
            Some(before)
        });
        OffsetMap { bytes, counts: counts.collect() }
    }

    /// How many characters begin before byte `offset`, which is cut to the length of the text.
    pub fn character(&self, offset: usize) -> usize {
        self.before(offset).characters
    }

    /// How many UTF-16 code units stand for the characters that begin before byte `offset`.
    pub fn utf16_unit(&self, offset: usize) -> usize {
        let counts = self.before(offset);
        counts.characters + counts.pairs
    }

    /// The span in characters.
    pub fn characters(&self, span: Span) -> Range<usize> {
        self.character(span.start())..self.character(span.end())
    }

    /// The span in UTF-16 code units, as JavaScript, Java and C# count.
    pub fn utf16(&self, span: Span) -> Range<usize> {
        self.utf16_unit(span.start())..self.utf16_unit(span.end())
    }

    fn before(&self, offset: usize) -> Counts {
        let offset = offset.min(self.bytes.len());
        let block = (offset / BLOCK).min(self.counts.len().saturating_sub(1));
        let counts = self.counts.get(block).copied().unwrap_or_default();
        counts.and(&self.bytes[block * BLOCK..offset])
    }
}
