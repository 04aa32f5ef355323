//! Punctuation and other signs, hashtags and mentions.

use super::class::Class;
use super::scanner::Scanner;
use super::token::TokenKind;

impl Scanner<'_> {
    /// The end of the token that begins at an ASCII mark.
    pub(super) fn mark(&mut self, start: usize) -> (usize, TokenKind) {
        let byte = self.bytes[start];
        match byte {
            b'\'' => self.apostrophe_token(start, 1),
            b'#' if self.is_letter(start + 1) => (self.letters(start + 1), TokenKind::Hashtag),
            b'@' if self.is_alphanumeric(start + 1) => (self.letters(start + 1), TokenKind::Mention),
            b'-' if self.is_sign(start) => self.number(start + 1),
            b'.' | b'-' | b'*' | b'=' | b'_' | b'~' | b'!' | b'?' | b'`' | b'#' => {
                let kind = if matches!(byte, b'=' | b'~' | b'#') { TokenKind::Symbol } else { TokenKind::Punctuation };
                (self.run(start, |other| other == byte), kind)
            }
            b'$' | b'%' | b'+' | b'<' | b'>' | b'^' | b'|' => (start + 1, TokenKind::Symbol),
            _ => (start + 1, TokenKind::Punctuation),
        }
    }

    /// Whether a hyphen is the sign of the number after it.
    fn is_sign(&self, start: usize) -> bool {
        let free = start == 0 || matches!(self.byte(start - 1), b' ' | b'(' | b'\n');
        self.words.hyphen_joins && free && self.class(start + 1) == Class::Digit
    }

    /// An apostrophe that ends no word: of a decade, of a word cut short, or a quotation mark.
    pub(super) fn apostrophe_token(&mut self, start: usize, length: usize) -> (usize, TokenKind) {
        let after = start + length;
        if self.apostrophe(after) > 0 {
            return (after + self.apostrophe(after), TokenKind::Punctuation);
        }
        (after, TokenKind::Punctuation)
    }
}
