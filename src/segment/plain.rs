//! The common case, kept short: a word of plain letters, and the space before it.

use super::class::{BITS, CAPITAL, DIGIT, SMALL};
use super::fold::{HASHED, hash_bytes};
use super::scanner::Scanner;
use super::token::{Before, Shape, Token, TokenKind};

/// A run of letters and digits that need no folding but that of ASCII capitals.
#[derive(Clone, Copy)]
pub(super) struct Run {
    pub end: usize,
    /// The bits of the first letter, and of all the others.
    first: u8,
    rest: u8,
    /// Whether capitals outside ASCII are in it, which the hash does not fold.
    wide_capital: bool,
}

impl Run {
    /// How the letters of the run are cased.
    fn shape(self) -> Shape {
        match (self.first & (SMALL | CAPITAL), self.rest & (SMALL | CAPITAL)) {
            (SMALL, 0 | SMALL) => Shape::Lower,
            (CAPITAL, 0 | SMALL) => Shape::Capital,
            (CAPITAL, CAPITAL) => Shape::Upper,
            _ => Shape::Mixed,
        }
    }
}

impl Scanner<'_> {
    /// The run of plain letters that begins at a letter.
    fn plain_letters(&self, start: usize) -> Run {
        let mut run = Run { end: start, first: 0, rest: 0, wide_capital: false };
        let mut last = 0;
        loop {
            let byte = self.byte(run.end);
            let mut bits = BITS[byte as usize];
            if bits == 0 {
                // The letters of Latin-1: C3 80 to C3 BF, but for two signs.
                let next = self.byte(run.end + 1);
                if byte != 0xc3 || matches!(next, 0x97 | 0xb7) {
                    break;
                }
                bits = if next < 0x9f { CAPITAL } else { SMALL };
                run.wide_capital |= bits == CAPITAL;
                run.end += 1;
            }
            run.rest |= last;
            last = bits;
            if run.first == 0 {
                run.first = bits;
                last = 0;
            }
            run.end += 1;
        }
        run.rest |= last;
        run
    }

    /// The word that begins at a letter, when nothing that follows asks for more thought.
    pub(super) fn plain_word(&self, start: usize, before: Before) -> Option<Token> {
        let run = self.plain_letters(start);
        if run.wide_capital || run.end - start > HASHED || self.is_near_at_sign(start) {
            return None;
        }
        let mut end = run.end;
        let mut hash = hash_bytes(self.bytes, start, end, (run.first | run.rest) & CAPITAL != 0);
        match self.byte(end) {
            b' ' | b'\n' | b'\r' | b',' | b';' | b')' | b'"' | b'!' | b'?' | b']' => {}
            b'\'' => {
                let elided = self.words.elided.find(hash, &self.text[start..end])?;
                if elided.is_followed(self.byte(end + 1)) {
                    return None;
                }
                hash = elided.hash;
                end += 1;
            }
            // Guillemets and no-break spaces.
            0xc2 if matches!(self.byte(end + 1), 0xa0 | 0xab | 0xbb) => {}
            0xe2 if self.byte(end + 1) == 0x80 => match self.byte(end + 2) {
                // Narrow spaces, dashes, quotation marks, the ellipsis.
                0xa6 | 0xaf | 0x89 | 0x93 | 0x94 | 0x9c | 0x9d => {}
                0x99 => {
                    let elided = self.words.elided.find(hash, &self.text[start..end])?;
                    if elided.is_followed(self.byte(end + 3)) {
                        return None;
                    }
                    hash = elided.hash;
                    end += 3;
                }
                _ => return None,
            },
            b'.' if !self.is_word_byte(end + 1) && run.rest != 0 => {
                if self.words.abbreviation.find(hash, &self.text[start..end]).is_some() {
                    return None;
                }
            }
            _ => return None,
        }
        Some(Token::new(start, end, hash, TokenKind::Word, run.shape(), before))
    }

    /// Whether a byte may be one of a word.
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
            b'.' | b',' => !next.is_ascii_digit() && BITS[next as usize] == 0,
            b'\n' | b';' | b')' | b']' | b'%' => true,
            _ => false,
        };
        if !plain || end - start > HASHED || self.is_near_at_sign(start) {
            return None;
        }
        let hash = hash_bytes(self.bytes, start, end, false);
        Some(Token::new(start, end, hash, TokenKind::Number, Shape::None, before))
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
