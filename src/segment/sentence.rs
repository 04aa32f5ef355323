//! Sentences, from the tokens.

use crate::span::Span;

use super::class::{Wide, wide};
use super::token::{Before, Sentence, Shape, Token, TokenKind};
use super::words::{Abbreviation, Words};

/// Adds the sentences of a text to `into`.
pub(super) fn sentences(text: &str, tokens: &[Token], words: &Words, into: &mut Vec<Sentence>) {
    let reader = Reader { text, tokens, words };
    let mut first = 0;
    for at in 0..tokens.len() {
        if at + 1 == tokens.len() || reader.ends_after(first, at) {
            let span = Span::new(tokens[first].start as usize, tokens[at].end as usize);
            into.push(Sentence { first: first as u32, end: at as u32 + 1, span });
            first = at + 1;
        }
    }
}

struct Reader<'t> {
    text: &'t str,
    tokens: &'t [Token],
    words: &'t Words,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &self.text[token.span().range()])
    }

    /// Whether a sentence that began at `first` ends after the token at `at`, which is not the last of the text.
    fn ends_after(&self, first: usize, at: usize) -> bool {
        let next = &self.tokens[at + 1];
        if next.before >= Before::Line {
            return true;
        }
        if next.before == Before::Nothing || is_closing(self.word(at + 1)) && next.before == Before::Nothing {
            return false;
        }
        // Closing marks stand between the end and here.
        let mut end = at;
        while end > first && at - end < 4 && is_closing(self.word(end)) && self.tokens[end].before == Before::Nothing {
            end -= 1;
        }
        let word = self.word(end);
        match word.as_bytes() {
            [b'!' | b'?', ..] => self.begins(at + 1),
            b"." => self.begins(at + 1),
            [.., b'.'] if self.tokens[end].kind == TokenKind::Word => self.abbreviation_ends(end, at),
            [b'.', ..] => self.begins(at + 1) && next.shape >= Shape::Capital,
            _ if word.starts_with('…') => self.begins(at + 1) && next.shape >= Shape::Capital,
            _ => false,
        }
    }

    /// Whether a sentence may begin at a token.
    fn begins(&self, at: usize) -> bool {
        let mut at = at;
        while at + 1 < self.tokens.len() && is_opening(self.word(at)) {
            at += 1;
        }
        self.tokens[at].shape != Shape::Lower
            && (self.tokens[at].kind != TokenKind::Punctuation
                || matches!(self.word(at).as_bytes(), [b'.' | b'-' | b'*', ..]))
    }

    fn abbreviation_ends(&self, end: usize, at: usize) -> bool {
        let word = self.word(end);
        let mut folded = String::new();
        super::fold(&word[..word.len() - 1], &mut folded);
        let capital = self.tokens[at + 1].shape >= Shape::Capital;
        match self.words.abbreviation.get(&folded) {
            Some(Abbreviation::Name) => false,
            Some(Abbreviation::Number) => capital && self.begins(at + 1),
            Some(Abbreviation::Any) => capital && self.begins(at + 1),
            None if word.chars().count() == 2 => false,
            None => capital && self.begins(at + 1),
        }
    }
}

fn is_closing(word: &str) -> bool {
    matches!(word, ")" | "]" | "\"" | "'" | "''" | "»" | "”" | "’")
}

fn is_opening(word: &str) -> bool {
    matches!(word, "(" | "[" | "\"" | "'" | "``" | "«" | "“" | "‘")
        || word.chars().next().is_some_and(|c| matches!(wide(c), Wide::Punctuation) && matches!(c, '„' | '‹'))
}
