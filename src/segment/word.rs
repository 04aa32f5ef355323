//! Words: what apostrophes, hyphens and points belong to them.

use super::class::{Class, Wide, wide};
use super::scanner::Scanner;
use super::token::TokenKind;
use super::words::{Abbreviation, Table};

/// How far a clitic, a unit or the rest of a word is looked for, in bytes.
pub(super) const REACH: usize = 32;

impl Scanner<'_> {
    /// The end of the word that begins at a letter.
    pub(super) fn word(&mut self, start: usize) -> (usize, TokenKind) {
        if let Some(end) = self.email(start) {
            return (end, TokenKind::Email);
        }
        let mut end = start;
        loop {
            end = self.letters(end);
            let apostrophe = self.apostrophe(end);
            let hyphen = if apostrophe == 0 { self.hyphen(end) } else { 0 };
            if apostrophe > 0 {
                match self.at_apostrophe(start, end, apostrophe) {
                    Cut::Here(end) => return (end, TokenKind::Word),
                    Cut::On(on) => end = on,
                }
            } else if hyphen > 0 {
                match self.at_hyphen(start, end, hyphen) {
                    Cut::Here(end) => return (end, TokenKind::Word),
                    Cut::On(on) => end = on,
                }
            } else {
                break;
            }
        }
        match self.byte(end) {
            b':' => self.url(start, end).unwrap_or((end, TokenKind::Word)),
            b'.' => self.at_point(start, end),
            b'/' | b'(' | 0xc2 => (self.with_mark(start, end), TokenKind::Word),
            _ => (end, TokenKind::Word),
        }
    }

    /// A mark that belongs to some words: `n°`, `b/c`, `AUTRE(S)`.
    fn with_mark(&self, start: usize, end: usize) -> usize {
        let (mark, length) = self.char(end);
        let rest = self.letters(end + length);
        if mark == '(' {
            let optional = self.byte(rest) == b')' && self.byte(end - 1) != b')';
            let known = optional && self.is(end + 1, rest, &self.words.optional);
            return if known { rest + 1 } else { end };
        }
        let known = |to| self.is(start, to, &self.words.whole);
        [rest, end + length].into_iter().find(|&to| known(to)).unwrap_or(end)
    }

    /// The end of the run of letters and digits, with their accents.
    pub(super) fn letters(&self, from: usize) -> usize {
        let mut at = from;
        loop {
            match self.class(at) {
                Class::Lower | Class::Upper | Class::Digit => at += 1,
                Class::Mark if self.byte(at) == b'_' => at += 1,
                Class::High => {
                    let (c, length) = self.char(at);
                    match wide(c) {
                        Wide::Letter | Wide::Joined | Wide::Digit => at += length,
                        Wide::Invisible if self.is_letter(at + length) => at += length,
                        Wide::Other if at == from && c.is_alphabetic() => at = self.word_bound(at),
                        Wide::Other if at > from => {
                            let last = self.text[..at].chars().next_back().map_or(at, |c| at - c.len_utf8());
                            let bound = self.word_bound(last);
                            if bound <= at {
                                return at;
                            }
                            at = bound;
                        }
                        _ => return at,
                    }
                }
                _ => return at,
            }
        }
    }

    /// The end of the run of letters and digits, over hyphens between them.
    pub(super) fn hyphenated(&self, from: usize) -> usize {
        let mut end = self.letters(from);
        while end - from <= REACH {
            let after = end + self.hyphen(end);
            let next = self.letters(after);
            if after == end || next == after {
                break;
            }
            end = next;
        }
        end
    }

    /// Whether a stretch is in a table of words.
    pub(super) fn is<V: Clone>(&self, from: usize, to: usize, table: &Table<V>) -> bool {
        self.text.get(from..to).is_some_and(|stretch| table.has(stretch))
    }

    fn at_apostrophe(&mut self, start: usize, end: usize, length: usize) -> Cut {
        let after = end + length;
        let letter = self.is_alphanumeric(after);
        let elided = self.is(start, end, &self.words.elided);
        if elided {
            let rest = self.hyphenated(after);
            let whole = letter && self.is(start, rest, &self.words.whole);
            return Cut::Here(if whole { rest } else { after });
        }
        if !letter {
            let cut_short = !self.open_quote && self.words.is_cut_short(&self.text[start..end]);
            return Cut::Here(if cut_short { after } else { end });
        }
        Cut::On(after)
    }

    fn at_hyphen(&mut self, start: usize, end: usize, length: usize) -> Cut {
        let after = end + length;
        if !self.is_alphanumeric(after) {
            return Cut::Here(end);
        }
        if !self.words.hyphen_joins {
            let prefix = || self.is(start, end, &self.words.prefix);
            let affix = || self.is(after, self.letters(after), &self.words.affix);
            return if prefix() || affix() { Cut::On(after) } else { Cut::Here(end) };
        }
        let apart = |from, to| self.is(from, to, &self.words.apart);
        if apart(start, end) && (self.class(after) == Class::Digit || apart(after, self.letters(after))) {
            return Cut::Here(end);
        }
        match self.clitic(end, 3) {
            Some((first, last)) if !self.is(start, last, &self.words.whole) => {
                self.decide(first, false);
                Cut::Here(end)
            }
            _ => Cut::On(after),
        }
    }

    /// The end of the clitic that begins with the hyphen at a place, and that of the last one after it.
    pub(super) fn clitic(&self, hyphen: usize, most: usize) -> Option<(usize, usize)> {
        let from = hyphen + self.hyphen(hyphen);
        if from == hyphen || most == 0 {
            return None;
        }
        let known = |to| self.is(from, to, &self.words.clitic);
        let end = self.letters(from);
        if end - from > REACH {
            return None;
        }
        let apostrophe = self.apostrophe(end);
        if apostrophe > 0 {
            return known(end + apostrophe).then_some((end + apostrophe, end + apostrophe));
        }
        let hyphen = self.hyphen(end);
        if hyphen == 0 {
            return known(end).then_some((end, end));
        }
        let second = self.letters(end + hyphen);
        if second - end <= REACH && known(second) && self.hyphen(second) == 0 {
            return Some((second, second));
        }
        if !known(end) {
            return None;
        }
        self.clitic(end, most - 1).map(|(_, last)| (end, last))
    }

    /// A point after a word: of an abbreviation, of initials, of a name on the web, or of the sentence.
    pub(super) fn at_point(&mut self, start: usize, end: usize) -> (usize, TokenKind) {
        if let Some(found) = self.domain(start, end) {
            return found;
        }
        if let Some(end) = self.initials(start, end) {
            return (end, TokenKind::Word);
        }
        let abbreviation = self.words.abbreviation.get(&self.text[start..end]);
        let points = self.run(end, |byte| byte == b'.') - end;
        let kept = match abbreviation {
            _ if points > 2 => false,
            Some(Abbreviation::Number) => self.number_may_follow(end + 1),
            Some(Abbreviation::Name) => true,
            Some(Abbreviation::Capital) => self.char(start).0.is_uppercase() && !self.is_letter(end + 1),
            Some(Abbreviation::Any | Abbreviation::Last) => !self.is_letter(end + 1),
            None => false,
        };
        (end + usize::from(kept), TokenKind::Word)
    }

    /// Whether a point before a place can be one of an abbreviation that goes before a number: no sentence seems to end there.
    fn number_may_follow(&self, after: usize) -> bool {
        let mut at = after;
        while self.class(at) == Class::Space && at < self.bytes.len()
            || matches!(self.char(at).0, '\u{a0}' | '\u{202f}')
        {
            at += self.char(at).1;
        }
        let roman = self.run(at, |byte| matches!(byte, b'I' | b'V' | b'X' | b'L'));
        match self.class(at) {
            Class::Digit | Class::Lower => at > after,
            Class::Upper => roman > at && !self.is_alphanumeric(roman),
            Class::Mark => true,
            _ => at >= self.bytes.len(),
        }
    }

    /// Letters with a point each: `U.S.`, `J.-C.`, `M.`, also glued to what follows: `U.S`, `D.III`.
    fn initials(&self, start: usize, end: usize) -> Option<usize> {
        let single = |from: usize| self.is_letter(from) && !self.is_alphanumeric(from + self.char(from).1);
        if !single(start) || self.char(start).1 != end - start {
            return None;
        }
        let mut at = end + 1;
        loop {
            let from = at + self.hyphen(at);
            if !single(from) {
                break;
            }
            let next = from + self.char(from).1;
            if self.byte(next) != b'.' {
                break;
            }
            at = next + 1;
        }
        let lone = at == end + 1;
        if self.is_letter(at) {
            let title = self.words.abbreviation.get(&self.text[start..end]) == Some(&Abbreviation::Name);
            return if lone && title { Some(at) } else { Some(self.letters(at)) };
        }
        let capital = self.char(start).0.is_uppercase();
        if !lone {
            return Some(at);
        }
        (capital && self.byte(at) != b'.' && !self.starter_follows(at)).then_some(at)
    }

    /// Whether a word that begins sentences follows after a space.
    fn starter_follows(&self, after: usize) -> bool {
        let from = after + 1;
        self.byte(after) == b' ' && self.class(from) == Class::Upper && {
            let end = self.letters(from);
            let end = end + self.apostrophe(end);
            self.is(from, end, &self.words.starter)
        }
    }
}

/// What a mark inside a word does.
enum Cut {
    /// The token ends there.
    Here(usize),
    /// The word goes on there.
    On(usize),
}
