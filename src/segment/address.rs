//! Addresses: of the web and of e-mail.

use super::scanner::Scanner;
use super::token::TokenKind;
use super::word::REACH;

/// Last parts of the names of hosts, and of files.
const ENDINGS: [&str; 44] = [
    "com", "org", "net", "edu", "gov", "int", "info", "eu", "fr", "be", "ch", "ca", "uk", "us", "de", "es", "it", "nl",
    "nz", "au", "ie", "io", "tv", "cat", "htm", "html", "pdf", "doc", "docx", "xls", "xlsx", "txt", "csv", "jpg",
    "jpeg", "png", "gif", "exe", "zip", "mp3", "mp4", "php", "biz", "ai",
];

impl Scanner<'_> {
    /// The end of the e-mail address that begins at a place.
    pub(super) fn email(&mut self, start: usize) -> Option<usize> {
        let sign = self.near_at_sign(start)?;
        let local = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'+' | b'%');
        if sign == start || !self.bytes[start..sign].iter().all(|&byte| local(byte)) {
            return None;
        }
        let host = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
        let mut end = self.run(sign + 1, host);
        while end > sign + 1 && matches!(self.bytes[end - 1], b'.' | b'-') {
            end -= 1;
        }
        (end > sign + 1).then_some(end)
    }

    /// The end of the name of a host or an account that begins at a place.
    pub(super) fn host(&self, from: usize) -> usize {
        let mut end = self.letters(from);
        while self.byte(end) == b'.' && self.byte(end + 1).is_ascii_alphanumeric() {
            end = self.letters(end + 1);
        }
        end
    }

    /// Whether a stretch is the last part of the name of a host or a file.
    pub(super) fn is_ending(&self, from: usize, to: usize) -> bool {
        ENDINGS.iter().any(|ending| self.text.get(from..to).is_some_and(|word| word.eq_ignore_ascii_case(ending)))
    }

    /// The end of the web address whose scheme is the word before a colon.
    pub(super) fn url(&mut self, start: usize, colon: usize) -> Option<(usize, TokenKind)> {
        let scheme = self.bytes[start..colon].iter().all(u8::is_ascii_alphabetic) && colon - start <= 8;
        let host = self.text[colon..].starts_with("://") && self.is_alphanumeric(colon + 3);
        (scheme && host).then(|| (self.address(colon + 3), TokenKind::Url))
    }

    /// A name of a host or a file: words with points between, the last of them known.
    pub(super) fn domain(&mut self, start: usize, point: usize) -> Option<(usize, TokenKind)> {
        let mut end = point;
        let mut last = start;
        let mut parts = 1;
        while self.byte(end) == b'.' && self.byte(end + 1).is_ascii_alphanumeric() && end - start < 2 * REACH {
            last = end + 1;
            parts += 1;
            end = self.run(last, |byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
        }
        let www = self.text[start..point].eq_ignore_ascii_case("www");
        let lower =
            || self.bytes[start..end].iter().all(|&byte| byte.is_ascii_lowercase() || matches!(byte, b'.' | b'-'));
        let words = || point - start > 1 && end - last > 1 && lower();
        if last == start || !(www || self.is_ending(last, end) || parts > 2 && words()) {
            return None;
        }
        match self.byte(end) {
            b'/' => Some((self.address(end), TokenKind::Url)),
            _ => Some((end, TokenKind::Url)),
        }
    }

    /// The end of the address that goes on at a place: up to a space, without the punctuation of the sentence.
    fn address(&self, from: usize) -> usize {
        let end = self.run(from, |byte| {
            byte > b' ' && byte < 0x7f && !matches!(byte, b'"' | b'<' | b'>' | b'{' | b'}' | b'|' | b'\\' | b'^' | b'`')
        });
        let opened = self.bytes[from..end].iter().any(|&byte| matches!(byte, b'(' | b'['));
        let mut last = end;
        while last > from {
            match self.bytes[last - 1] {
                b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' | b'*' => last -= 1,
                b')' | b']' if !opened => last -= 1,
                _ => break,
            }
        }
        last
    }
}
