//! Numbers, with their separators, and the letters that touch them.
//!
//! A number of digits goes on over `.` `,` `/` `:` before a digit, and over a space before three digits where the language groups so.
//! Letters that touch it: an ending of a number belongs to it (`1er`, `17th`, `1990s`); a unit is a token of its own, and so are the digits
//! after it (`20|h|30`, `10|pm`); anything else makes one word of both (`4x4`, `3G`). Letters first keep their digits (`S47`, `R2D2`).

use super::class::Class;
use super::scanner::Scanner;
use super::token::TokenKind;
use super::word::REACH;

impl Scanner<'_> {
    /// The end of the number that begins at a digit.
    pub(super) fn number(&mut self, start: usize) -> (usize, TokenKind) {
        if let Some(end) = self.email(start) {
            return (end, TokenKind::Email);
        }
        let mut end = self.digits(start);
        loop {
            let next = match self.byte(end) {
                b'.' | b',' | b'/' | b':' | b'\'' if self.class(end + 1) == Class::Digit => self.digits(end + 1),
                b' ' | 0xc2 | 0xe2 => match self.group(start, end) {
                    Some(next) => next,
                    None => break,
                },
                b'-' if self.class(end + 1) == Class::Digit && self.hyphen_in_number(start, end) => {
                    self.digits(end + 1)
                }
                _ => break,
            };
            end = next;
        }
        if self.is_letter(end) {
            return self.with_letters(end);
        }
        let apostrophe = self.apostrophe(end);
        if apostrophe > 0 {
            let letters = self.letters_only(end + apostrophe);
            if self.is(end, letters, &self.words.suffix) {
                return (letters, TokenKind::Number);
            }
        }
        if self.words.hyphen_joins && self.hyphen(end) > 0 && self.is_letter(end + self.hyphen(end)) {
            return (self.hyphenated(end + self.hyphen(end)), TokenKind::Word);
        }
        if self.byte(end) == b'.' && self.is_letter(end + 1) {
            return self.domain(start, end).unwrap_or((end, TokenKind::Number));
        }
        (end, TokenKind::Number)
    }

    fn digits(&self, from: usize) -> usize {
        let mut at = self.run(from, |byte| byte.is_ascii_digit());
        while ('\u{ff10}'..='\u{ff19}').contains(&self.char(at).0) {
            at += 3;
        }
        at
    }

    /// A space and three digits that go on with a number of groups.
    fn group(&self, start: usize, end: usize) -> Option<usize> {
        let (c, length) = self.char(end);
        let space = matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}') && self.words.space_groups;
        let first = self.run(start, |byte| byte.is_ascii_digit()) - start;
        let from = end + length;
        let grouped =
            self.bytes[start..end].iter().all(|&byte| !matches!(byte, b'.' | b',' | b'/' | b':' | b'-' | b'\''));
        let three = |from| self.run(from, |byte| byte.is_ascii_digit()) - from == 3;
        (space && grouped && first <= 3 && from < self.bytes.len() && three(from)).then_some(from + 3)
    }

    /// Whether a hyphen between digits belongs to the number: everywhere, or in dates and telephone numbers.
    fn hyphen_in_number(&self, start: usize, end: usize) -> bool {
        if self.words.hyphen_joins {
            return true;
        }
        let after = self.digits(end + 1) - end - 1;
        let before = end - start;
        let more = self.byte(end + 1 + after) == b'-' && self.class(end + 2 + after) == Class::Digit;
        let begun = self.bytes[start..end].contains(&b'-');
        let plain = self.bytes[start..end].iter().all(u8::is_ascii_digit);
        begun || plain && (more || self.bytes[end + 1] == b'0' && after > 1 || after == 4 && before != 4)
    }

    /// A number with letters that touch it.
    fn with_letters(&mut self, end: usize) -> (usize, TokenKind) {
        let letters = self.letters_only(end);
        if letters - end > REACH {
            return (self.letters(end), TokenKind::Word);
        }
        let digit_after = self.class(letters) == Class::Digit;
        if !digit_after && self.is(end, letters, &self.words.suffix) {
            return (letters, TokenKind::Number);
        }
        if self.words.unit.has_exactly(&self.text[end..letters]) {
            self.decide(letters, false);
            if self.byte(letters) == b'.' {
                let point = self.at_point(end, letters).0;
                self.decide(point, false);
            }
            return (end, TokenKind::Number);
        }
        (self.letters(end), TokenKind::Word)
    }

    fn letters_only(&self, from: usize) -> usize {
        let mut at = from;
        while self.is_letter(at) {
            at += self.char(at).1;
        }
        at
    }
}
