//! The common case, kept short: words of plain letters, eight bytes at a time, and marks and numbers that touch nothing.

use super::block::{BYTES, Block};
use super::class::{BITS, CAPITAL, DIGIT, SMALL};
use super::fold::{FOLDED_START, HASHED, hash_bytes, hash_folded, lower_case, mix};
use super::scanner::Scanner;
use super::token::{Before, Shape, Token, TokenKind};

/// A run of letters that need no folding but that of capitals.
struct Run {
    end: usize,
    hash: u32,
    shape: Shape,
}

impl Scanner<'_> {
    /// The run of plain letters that begins at a letter of ASCII or Latin-1, and that capital; none at the very end of the text.
    #[inline(always)]
    fn plain_letters(&mut self, start: usize) -> Option<Run> {
        let mut chunk = self.eight(start)?;
        let Block { mut letters, capitals } = self.blocks.from(self.bytes, start);
        let wide_capital = matches!(chunk.to_le_bytes(), [0xc3, 0x80..=0x96 | 0x98..=0x9e, ..]);
        if wide_capital {
            // Its small letter, for the hash.
            chunk |= 0x2000;
            letters |= 2;
        }
        let length = (!letters).trailing_zeros() as usize;
        let end = start + length;
        if length == BYTES || self.bytes[end - 1] == 0xc3 {
            return None;
        }
        let word = (1 << length) - 1;
        let hash = self.hash_letters(start, end, chunk, capitals & word != 0)?;
        // The bytes of the first letter, whose case is looked at apart.
        let rest = word & !if wide_capital { 3 } else { 1 };
        let shape = match (wide_capital || capitals & 1 != 0, capitals & rest != 0, !capitals & rest != 0) {
            (true, false, _) => Shape::Capital,
            (false, false, _) => Shape::Lower,
            (true, true, false) => Shape::Upper,
            _ => Shape::Mixed,
        };
        Some(Run { end, hash, shape })
    }

    /// The hash of a run of letters that begins with `chunk`.
    #[inline]
    fn hash_letters(&self, start: usize, end: usize, mut chunk: u64, capitals: bool) -> Option<u32> {
        let (mut at, mut hash) = (start, FOLDED_START);
        loop {
            let left = end - at;
            let kept = if left < 8 { chunk & !(u64::MAX << (8 * left)) } else { chunk };
            hash = mix(hash, if capitals { lower_case(kept) } else { kept });
            at += 8;
            if left <= 8 {
                return Some(hash as u32);
            }
            chunk = self.eight(at)?;
        }
    }

    /// Eight bytes of the text.
    #[inline]
    fn eight(&self, at: usize) -> Option<u64> {
        Some(u64::from_le_bytes(*self.bytes.get(at..)?.first_chunk()?))
    }

    /// The word that begins at a letter of ASCII or Latin-1, when nothing that follows asks for more thought.
    #[inline]
    pub(super) fn plain_word(&mut self, start: usize, before: Before) -> Option<Token> {
        let Run { mut end, mut hash, shape } = self.plain_letters(start)?;
        match self.byte(end) {
            b'.' if end - start > 1 && !self.is_word_byte(end + 1) => {
                if self.words.abbreviation.find(hash, &self.text[start..end]).is_some() {
                    return None;
                }
            }
            b'\'' => match self.elided(start, end, 1, hash) {
                Some(elided) => (end, hash) = elided,
                None => return self.joined_word(start, end, hash, before),
            },
            b'-' => return self.joined_word(start, end, hash, before),
            // The apostrophe.
            0xe2 if self.bytes[end..].starts_with("’".as_bytes()) => {
                (end, hash) = self.elided(start, end, 3, hash)?;
            }
            _ if self.ends_word(end) => {}
            _ => return None,
        }
        self.notable = before >= Before::Line;
        (!self.is_near_at_sign(start)).then(|| Token::new(start, end, hash, TokenKind::Word, shape, before).plain())
    }

    /// Whether what stands at a place has nothing to do with the word before it.
    #[inline]
    fn ends_word(&self, at: usize) -> bool {
        match self.byte(at) {
            b' ' | b'\n' | b',' | b';' | b')' | b'"' | b'!' | b'?' | b']' => true,
            // Guillemets and no-break spaces.
            0xc2 => matches!(self.byte(at + 1), 0xa0 | 0xab | 0xbb),
            // Narrow spaces, dashes, quotation marks, the ellipsis.
            0xe2 if self.byte(at + 1) == 0x80 => {
                matches!(self.byte(at + 2), 0xa6 | 0xaf | 0x89 | 0x93 | 0x94 | 0x9c | 0x9d)
            }
            _ => false,
        }
    }

    /// The word whose first letters stand before an apostrophe or a hyphen, when letters as plain follow.
    #[inline(never)]
    fn joined_word(&mut self, start: usize, end: usize, hash: u32, before: Before) -> Option<Token> {
        let (words, first) = (self.words, &self.text[start..end]);
        let after = end + 1;
        let hyphen = self.bytes[end] == b'-';
        let elided = !hyphen && words.elided.find(hash, first).is_some();
        if elided || !self.byte(after).is_ascii_alphabetic() || self.is_near_at_sign(start) {
            return None;
        }
        let Run { end: last, hash: next, .. } = self.plain_letters(after)?;
        let second = &self.text[after..last];
        let odd = match (hyphen, words.hyphen_joins) {
            (false, _) => false,
            (true, true) => {
                words.clitic.find(next, second).is_some()
                    || words.apart.find(hash, first).is_some() && words.apart.find(next, second).is_some()
            }
            (true, false) => words.affix.find(next, second).is_some(),
        };
        if odd || !self.ends_word(last) {
            return None;
        }
        if hyphen && !words.hyphen_joins && words.prefix.find(hash, first).is_none() {
            return Some(Token::new(start, end, hash, TokenKind::Word, shape(first), before));
        }
        let word = &self.text[start..last];
        Some(Token::new(start, last, hash_folded(word), TokenKind::Word, shape(word), before))
    }

    /// The end and the hash of an elided word before an apostrophe.
    fn elided(&self, start: usize, end: usize, apostrophe: usize, hash: u32) -> Option<(usize, u32)> {
        let elided = self.words.elided.find(hash, &self.text[start..end])?;
        let after = end + apostrophe;
        let next = self.byte(after);
        // No accent may stand on the apostrophe: Latin-1 and œ begin with C2, C3 and C5.
        let plain = next < 0x80 || matches!(next, 0xc2 | 0xc3 | 0xc5);
        (plain && !elided.is_followed(next)).then_some((after, elided.hash))
    }

    /// Whether a byte may be one of a word, or another point.
    fn is_word_byte(&self, at: usize) -> bool {
        let byte = self.byte(at);
        BITS[byte as usize] != 0 || byte >= 0x80 || byte == b'-' || byte == b'.'
    }

    /// A number of plain digits before a space or a mark that ends it.
    pub(super) fn plain_number(&self, start: usize, before: Before) -> Option<Token> {
        let end = self.run(start, |byte| byte.is_ascii_digit());
        let next = self.byte(end + 1);
        let plain = match self.byte(end) {
            b' ' => !next.is_ascii_digit(),
            // A no-break space.
            0xc2 => next == 0xa0 && !self.byte(end + 2).is_ascii_digit(),
            b'.' | b',' => BITS[next as usize] == 0,
            b'\n' | b';' | b')' | b']' | b'%' => true,
            _ => false,
        };
        if !plain || end - start > HASHED || self.is_near_at_sign(start) {
            return None;
        }
        let hash = hash_bytes(self.bytes, start, end, false);
        Some(Token::new(start, end, hash, TokenKind::Number, Shape::None, before))
    }

    /// A guillemet or a quotation mark that is a token alone.
    pub(super) fn plain_wide_mark(&self, start: usize, before: Before) -> Option<Token> {
        let chunk = self.eight(start)?;
        let length = match chunk.to_le_bytes() {
            [0xc2, 0xab | 0xbb, 0..=0x7f | 0xc2, ..] => 2,
            [0xe2, 0x80, 0x9c | 0x9d, 0..=0x7f | 0xc2, ..] => 3,
            _ => return None,
        };
        let hash = mix(FOLDED_START, chunk & ((1 << (8 * length)) - 1)) as u32;
        Some(Token::new(start, start + length, hash, TokenKind::Punctuation, Shape::None, before))
    }

    /// A mark that is a token alone.
    pub(super) fn plain_mark(&self, start: usize, before: Before) -> Option<Token> {
        let next = self.byte(start + 1);
        let alone = match self.byte(start) {
            b',' | b';' | b'(' | b')' | b'"' | b'[' | b']' => next < 0x80,
            // Before a space, a quotation mark, or a no-break space.
            b'.' | b'!' | b'?' | b':' => {
                matches!(next, b' ' | b'\n' | b'"') || next == 0xc2 && self.byte(start + 2) == 0xa0
            }
            b'-' => matches!(next, b' ' | b'a'..=b'z' | b'A'..=b'Z'),
            _ => false,
        };
        let hash = || mix(FOLDED_START, u64::from(self.byte(start))) as u32;
        alone.then(|| Token::new(start, start + 1, hash(), TokenKind::Punctuation, Shape::None, before))
    }
}

/// How the letters of any token are cased.
pub(super) fn shape(word: &str) -> Shape {
    let mut first = 0;
    let mut rest = 0;
    for c in word.chars() {
        let bits = match c {
            '\0'..='\x7f' => BITS[c as usize] & !DIGIT,
            _ if c.is_lowercase() => SMALL,
            _ if c.is_uppercase() => CAPITAL,
            _ => 0,
        };
        if first == 0 {
            first = bits;
        } else {
            rest |= bits;
        }
    }
    match (first, rest) {
        (0, _) => Shape::None,
        (SMALL, 0 | SMALL) => Shape::Lower,
        (CAPITAL, 0 | SMALL) => Shape::Capital,
        (CAPITAL, CAPITAL) => Shape::Upper,
        _ => Shape::Mixed,
    }
}
