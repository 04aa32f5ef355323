//! The scanner: one pass over the bytes, a token at a time.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::block::Blocks;
use super::class::{CLASS, Class, Wide, wide};
use super::fold::hash_folded;
use super::plain::shape;
use super::token::{Before, Token, TokenKind};
use super::words::Words;

/// How far before an `@` an e-mail address may begin, in bytes.
const LONGEST_LOCAL_PART: usize = 64;

/// Tokens of a text, in order.
#[derive(Clone, Debug)]
pub(super) struct Scanner<'t> {
    pub(super) text: &'t str,
    pub(super) bytes: &'t [u8],
    pub(super) words: &'static Words,
    /// Whether contractions are cut into their parts.
    pub(super) parts: bool,
    at: usize,
    /// Where the token that begins at `at` ends, when the one before it has decided that; else before `at`.
    decided: usize,
    /// Whether that token is a part of a contraction.
    decided_part: bool,
    /// Whether a single quotation mark is open.
    pub(super) open_quote: bool,
    /// The first `@` that has not been passed.
    next_at_sign: usize,
    /// Whether the last token may matter to where sentences end: all but most words.
    pub(super) notable: bool,
    /// Where letters are, around `at`.
    pub(super) blocks: Blocks,
}

impl<'t> Scanner<'t> {
    pub(super) fn new(text: &'t str, words: &'static Words, parts: bool) -> Scanner<'t> {
        // Offsets are 32 bits wide: a longer text is read to there.
        let mut end = text.len().min(u32::MAX as usize - 1);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let text = &text[..end];
        let mut scanner = Scanner {
            text,
            bytes: text.as_bytes(),
            words,
            parts: parts && !words.ending.is_empty(),
            at: 0,
            decided: 0,
            decided_part: false,
            open_quote: false,
            next_at_sign: 0,
            notable: false,
            blocks: Blocks::default(),
        };
        scanner.find_at_sign(0);
        scanner
    }

    /// The next token is to end there, and may be a part of a contraction.
    pub(super) fn decide(&mut self, end: usize, part: bool) {
        (self.decided, self.decided_part) = (end, part);
    }

    /// The byte at a place; a space beyond the end.
    pub(super) fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(b' ')
    }

    pub(super) fn class(&self, at: usize) -> Class {
        CLASS[self.byte(at) as usize]
    }

    /// The character at a place, and its length in bytes.
    pub(super) fn char(&self, at: usize) -> (char, usize) {
        let c = self.text[at..].chars().next().unwrap_or(' ');
        (c, c.len_utf8())
    }

    /// Whether a letter or digit is at a place.
    pub(super) fn is_alphanumeric(&self, at: usize) -> bool {
        match self.class(at) {
            Class::Lower | Class::Upper | Class::Digit => true,
            Class::High => self.char(at).0.is_alphanumeric(),
            _ => false,
        }
    }

    /// Whether a letter is at a place.
    pub(super) fn is_letter(&self, at: usize) -> bool {
        match self.class(at) {
            Class::Lower | Class::Upper => true,
            Class::High => self.char(at).0.is_alphabetic(),
            _ => false,
        }
    }

    /// The length of the apostrophe at a place, 0 when there is none.
    pub(super) fn apostrophe(&self, at: usize) -> usize {
        match self.byte(at) {
            b'\'' => 1,
            0x80.. if wide(self.char(at).0) == Wide::Apostrophe => self.char(at).1,
            _ => 0,
        }
    }

    /// The length of the hyphen at a place, 0 when there is none.
    pub(super) fn hyphen(&self, at: usize) -> usize {
        match self.byte(at) {
            b'-' => 1,
            0xe2 if wide(self.char(at).0) == Wide::Hyphen => self.char(at).1,
            _ => 0,
        }
    }

    /// The end of the run of bytes of a kind.
    pub(super) fn run(&self, from: usize, of: impl Fn(u8) -> bool) -> usize {
        self.bytes[from..].iter().position(|&byte| !of(byte)).map_or(self.bytes.len(), |length| from + length)
    }

    fn find_at_sign(&mut self, from: usize) {
        self.next_at_sign =
            self.text.get(from..).and_then(|rest| rest.find('@')).map_or(usize::MAX, |length| from + length);
    }

    /// The `@` that may belong to an e-mail address beginning at a place, if one is near.
    pub(super) fn near_at_sign(&mut self, from: usize) -> Option<usize> {
        if self.next_at_sign < from {
            self.find_at_sign(from);
        }
        self.is_near_at_sign(from).then_some(self.next_at_sign)
    }

    /// Whether the first `@` not passed is near a place, or before it.
    pub(super) fn is_near_at_sign(&self, from: usize) -> bool {
        self.next_at_sign <= from + LONGEST_LOCAL_PART
    }

    /// Passes over what is no token; where the next begins, and what stands before it.
    #[inline(never)]
    fn gap(&self) -> (usize, Before) {
        let mut at = self.at;
        let mut space = false;
        let mut lines = if at == 0 { 2 } else { 0 };
        // Where the last space that an accent may stand on begins.
        let mut seat = usize::MAX;
        while at < self.bytes.len() {
            match self.class(at) {
                Class::Space => {
                    space = true;
                    seat = if self.bytes[at] == b' ' { at } else { usize::MAX };
                    at += 1;
                }
                Class::Line => {
                    let pair = self.bytes[at] == b'\r' && self.byte(at + 1) == b'\n';
                    lines += 1;
                    seat = usize::MAX;
                    at += 1 + usize::from(pair);
                }
                Class::High => {
                    let (c, length) = self.char(at);
                    match wide(c) {
                        Wide::Space => {
                            space = true;
                            seat = at;
                        }
                        Wide::Line => {
                            lines += 1;
                            seat = usize::MAX;
                        }
                        Wide::Invisible => seat = usize::MAX,
                        Wide::Joined | Wide::Other if seat != usize::MAX => {
                            if !self.is_boundary(seat, at) {
                                at = seat;
                            }
                            break;
                        }
                        _ => break,
                    }
                    at += length;
                }
                _ => break,
            }
        }
        let before = match lines {
            0 if space => Before::Space,
            0 => Before::Nothing,
            1 => Before::Line,
            _ => Before::Paragraph,
        };
        (at, before)
    }

    /// The end and the kind of the token that begins at a place.
    fn token(&mut self, start: usize) -> (usize, TokenKind) {
        match self.class(start) {
            Class::Lower | Class::Upper => self.word(start),
            Class::Digit => self.number(start),
            Class::High => self.wide_token(start),
            Class::Space | Class::Line => (start + 1, TokenKind::Symbol),
            Class::Mark => self.mark(start),
        }
    }

    fn wide_token(&mut self, start: usize) -> (usize, TokenKind) {
        let (c, length) = self.char(start);
        match wide(c) {
            Wide::Letter => self.word(start),
            Wide::Digit => self.number(start),
            Wide::Apostrophe => self.apostrophe_token(start, length),
            Wide::Punctuation | Wide::Hyphen => (self.same(start, c, length), TokenKind::Punctuation),
            Wide::Symbol if c == '°' && self.is_scale(start + length) => (start + length + 1, TokenKind::Symbol),
            Wide::Symbol | Wide::Joined | Wide::Space => (start + length, TokenKind::Symbol),
            _ => self.handed_over(start, c),
        }
    }

    /// Whether a letter at a place is the name of a scale of temperature, after a degree sign.
    fn is_scale(&self, at: usize) -> bool {
        matches!(self.byte(at), b'C' | b'F' | b'K') && !self.is_alphanumeric(at + 1)
    }

    /// The end of the run of one character.
    pub(super) fn same(&self, start: usize, c: char, length: usize) -> usize {
        let mut end = start + length;
        if c == '…' || c == '—' || c == '–' {
            while self.text[end..].starts_with(c) {
                end += length;
            }
        }
        end
    }

    /// A token in a script that is not Latin, as `unicode-segmentation` cuts it.
    fn handed_over(&mut self, start: usize, c: char) -> (usize, TokenKind) {
        let kind = if c.is_alphabetic() {
            TokenKind::Word
        } else if c.is_numeric() {
            TokenKind::Number
        } else {
            TokenKind::Symbol
        };
        (self.word_bound(start), kind)
    }

    /// The first word boundary of Unicode after a place.
    pub(super) fn word_bound(&self, start: usize) -> usize {
        start + self.text[start..].split_word_bounds().next().map_or(0, str::len)
    }

    /// Whether a place is between grapheme clusters, one of which begins at `start`: no text before that is looked at.
    fn is_boundary(&self, start: usize, at: usize) -> bool {
        let text = &self.text[start..];
        GraphemeCursor::new(at - start, text.len(), true).is_boundary(text, 0) != Ok(false)
    }

    /// Whether the character before a place is of ASCII, Latin or general punctuation: what follows does not hang on it.
    fn is_latin_before(&self, at: usize) -> bool {
        matches!(self.bytes[..at], [.., 0..=0x7f] | [.., 0xc2..=0xc9, _] | [.., 0xe2, _, _])
    }

    /// The end of the last grapheme cluster that begins before `end`, in a token that begins at `start`.
    fn whole_cluster(&self, start: usize, mut end: usize) -> usize {
        loop {
            let before = self.text[..end].chars().next_back().unwrap_or(' ');
            let (after, length) = self.char(end);
            if before.is_ascii() && after.is_ascii() || end == self.text.len() {
                return end;
            }
            let known = |c: char| c.is_ascii() || !matches!(wide(c), Wide::Other | Wide::Joined);
            if wide(after) != Wide::Joined {
                if known(before) && known(after) {
                    return end;
                }
                if self.is_boundary(start, end) {
                    return end;
                }
            }
            end += length;
        }
    }
}

impl Iterator for Scanner<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        self.step()
    }
}

impl Scanner<'_> {
    /// The next token; [`Scanner::notable`] tells what it may mean to sentences.
    #[inline]
    pub(super) fn step(&mut self) -> Option<Token> {
        // A space alone, or none, between tokens: by far the most frequent.
        let space = usize::from(self.byte(self.at) == b' ');
        let mut start = self.at + space;
        let mut before = if space == 1 { Before::Space } else { Before::Nothing };
        let byte = self.byte(start);
        if self.at == 0 || byte <= b' ' || byte >= 0x80 && byte != 0xc3 {
            (start, before) = self.gap();
            if start >= self.bytes.len() {
                self.at = start;
                return None;
            }
        }
        self.notable = true;
        let plain = match self.class(start) {
            _ if self.decided > start => None,
            Class::Digit => self.plain_number(start, before),
            Class::Mark => self.plain_mark(start, before),
            Class::High if self.bytes[start] != 0xc3 => self.plain_wide_mark(start, before),
            Class::Space | Class::Line => None,
            _ => self.plain_word(start, before),
        };
        match plain {
            Some(token) if !self.parts || !(self.notable || self.words.pieces.may_have(token.hash())) => {
                self.at = token.end();
                Some(token)
            }
            _ => Some(self.thought_over(start, before, plain)),
        }
    }

    /// The token that begins at a place, found plainly or not at all, when there is more to it.
    #[inline(never)]
    fn thought_over(&mut self, start: usize, before: Before, plain: Option<Token>) -> Token {
        let mut token = plain.unwrap_or_else(|| self.any(start, before));
        if self.parts && token.kind() == TokenKind::Word && self.decided <= start {
            token = self.first_part(token);
        }
        self.at = token.end();
        token
    }

    /// The first part of a contraction, or of two words written as one; of any other word, all of it. A word that is not notable has no
    /// apostrophe.
    fn first_part(&mut self, token: Token) -> Token {
        let (start, end) = (token.start(), token.end());
        let word = &self.text[start..end];
        let piece = self.words.pieces.find(token.hash(), word).filter(|_| word.is_ascii()).copied();
        let length = piece.or_else(|| if self.notable { self.before_ending(word) } else { None }).unwrap_or(0);
        if length == 0 || !self.is_boundary(start, start + length) {
            return token;
        }
        self.decide(end, true);
        let first = &self.text[start..start + length];
        Token::new(start, start + length, hash_folded(first), token.kind(), shape(first), token.before())
    }

    /// The length of a word before the ending of a contraction, `'s` or `n't`, or before its last apostrophe.
    fn before_ending(&self, word: &str) -> Option<usize> {
        let (apostrophe, mark) =
            word.char_indices().rev().take(4).find(|&(_, c)| c == '\'' || wide(c) == Wide::Apostrophe)?;
        let inside = word[..apostrophe].char_indices().next_back().map_or(0, |(at, _)| at);
        let ending = [apostrophe, inside].into_iter().find(|&at| self.words.ending.has(&word[at..]));
        ending.or((apostrophe + mark.len_utf8() == word.len()).then_some(apostrophe))
    }

    /// The last boundary between characters that is not after a place.
    fn cut(&self, mut at: usize) -> usize {
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    /// The token that begins at a place, whatever it is.
    fn any(&mut self, start: usize, before: Before) -> Token {
        self.open_quote &= before != Before::Paragraph;
        let decided = self.decided > start;
        let part = decided && self.decided_part;
        let (end, kind) = if decided { (self.decided, TokenKind::Word) } else { self.token(start) };
        if decided && let Some((next, _)) = self.clitic(end, 2) {
            self.decide(next, false);
        }
        let sure = self.byte(end) < 0x80 && self.is_latin_before(end);
        let end = if sure { end } else { self.whole_cluster(start, end) };
        let end = if end - start > Token::LONGEST { self.cut(start + Token::LONGEST) } else { end };
        let word = &self.text[start..end];
        Token::new(start, end, hash_folded(word), kind, shape(word), before).part(part)
    }
}
