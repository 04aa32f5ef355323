//! Punctuation and other signs, hashtags and mentions.

use super::class::Class;
use super::scanner::Scanner;
use super::token::TokenKind;

impl Scanner<'_> {
    /// The end of the token that begins at an ASCII mark.
    pub(super) fn mark(&mut self, start: usize) -> (usize, TokenKind) {
        let byte = self.bytes[start];
        if let Some(end) = self.smiley(start) {
            return (end, TokenKind::Symbol);
        }
        match byte {
            b'\'' => self.apostrophe_token(start, 1),
            b'+' if self.text[start..].starts_with("+/-") => (start + 3, TokenKind::Symbol),
            b'#' if self.is_letter(start + 1) => (self.tag(start + 1), TokenKind::Hashtag),
            b'@' if self.is_alphanumeric(start + 1) => (self.host(start + 1), TokenKind::Mention),
            b'-' | b'+' if self.is_sign(start) => self.number(start + 1),
            b'.' | b'!' | b'?' => (self.stops(start), TokenKind::Punctuation),
            b'-' | b'=' => (self.run(start, |other| matches!(other, b'-' | b'=')), TokenKind::Punctuation),
            b'*' | b'_' | b'`' | b'/' | b'\\' => (self.run(start, |other| other == byte), TokenKind::Punctuation),
            b'~' | b'#' | b'$' | b'+' | b'<' | b'>' | b'^' => {
                (self.run(start, |other| other == byte), TokenKind::Symbol)
            }
            b'%' | b'|' => (start + 1, TokenKind::Symbol),
            _ => (start + 1, TokenKind::Punctuation),
        }
    }

    /// The end of the word of a hashtag.
    fn tag(&self, from: usize) -> usize {
        if self.words.hyphen_joins { self.hyphenated(from) } else { self.letters(from) }
    }

    /// The end of a run of points, exclamation and question marks.
    fn stops(&self, start: usize) -> usize {
        let points = self.run(start, |byte| byte == b'.');
        if points == start + 1 && self.is_alphanumeric(points) {
            return self.extension(start);
        }
        if points == start + 3 {
            return points;
        }
        let marks = self.run(points, |byte| matches!(byte, b'!' | b'?'));
        let last = self.run(marks, |byte| byte == b'.');
        if marks > points && last == marks + 1 { last } else { marks }
    }

    /// The end of a file's ending that stands alone, `.pdf`; of the point, when it is none.
    fn extension(&self, point: usize) -> usize {
        let free = point == 0 || !self.bytes[point - 1].is_ascii_alphanumeric();
        let end = self.letters(point + 1);
        if free && self.is_ending(point + 1, end) { end } else { point + 1 }
    }

    /// A face made of signs, between spaces or punctuation: `:-)`, `;)`, `:D`.
    fn smiley(&self, start: usize) -> Option<usize> {
        if !matches!(self.bytes[start], b':' | b';' | b'=')
            || start > 0 && self.bytes[start - 1].is_ascii_alphanumeric()
        {
            return None;
        }
        let nose = start + 1 + usize::from(matches!(self.byte(start + 1), b'-' | b'o' | b'\''));
        let end = match self.byte(nose) {
            mouth @ (b')' | b'(') => self.run(nose, |byte| byte == mouth),
            b'D' | b'P' | b'p' | b'/' | b'\\' | b'*' | b'?' | b'|' => nose + 1,
            _ => return None,
        };
        (!self.is_alphanumeric(end) && !matches!(self.byte(end), b'/' | b'\\')).then_some(end)
    }

    /// Whether a hyphen is the sign of the number after it.
    fn is_sign(&self, start: usize) -> bool {
        let free = start == 0 || matches!(self.byte(start - 1), b' ' | b'(' | b'\n');
        let sign = self.words.hyphen_joins || self.bytes[start] == b'+';
        sign && free && self.class(start + 1) == Class::Digit
    }

    /// An apostrophe that ends no word: of a decade, of a word cut short, or a quotation mark.
    pub(super) fn apostrophe_token(&mut self, start: usize, length: usize) -> (usize, TokenKind) {
        let after = start + length;
        if self.apostrophe(after) > 0 {
            return (after + self.apostrophe(after), TokenKind::Punctuation);
        }
        let rest = self.letters(after);
        if rest > after && (self.is(start, rest, &self.words.ending) || self.is(start, rest, &self.words.whole)) {
            return (rest, TokenKind::Word);
        }
        let digits = self.run(after, |byte| byte.is_ascii_digit());
        let decade = digits == after + 2 && rest > digits && self.is(digits, rest, &self.words.suffix);
        if decade {
            return (rest, TokenKind::Number);
        }
        self.open_quote = self.is_alphanumeric(after);
        (after, TokenKind::Punctuation)
    }
}
