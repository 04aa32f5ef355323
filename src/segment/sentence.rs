//! Sentences, from the tokens.
//!
//! A line ends a sentence. Within a line, a full stop, an exclamation or question mark, an ellipsis or the point of an abbreviation may
//! end one; the marks that close a quotation or a bracket go with it. What follows decides: see [`Reader::ends`].

use crate::span::Span;

use super::fold;
use super::token::{Before, Sentence, Shape, Token, TokenKind};
use super::words::{Abbreviation, Words};

/// Most marks that close quotations and brackets after one end.
const MOST_CLOSING: usize = 8;

/// Adds the sentences of a text to `into`.
pub(super) fn sentences(text: &str, tokens: &[Token], words: &Words, into: &mut Vec<Sentence>) {
    let mut reader = Reader { text, tokens, words, first: 0, worded: false, quotes: 0, item: None };
    let mut at = 0;
    while at < tokens.len() {
        let end = reader.boundary(at);
        at = end.unwrap_or(at + 1);
        if end.is_some() || at == tokens.len() {
            let span = Span::new(tokens[reader.first].start as usize, tokens[at - 1].end as usize);
            into.push(Sentence { first: reader.first as u32, end: at as u32, span });
            reader.begin(at);
        }
    }
}

/// What may end a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    Point,
    Exclamation,
    Question,
    Ellipsis,
    Abbreviation,
    Smiley,
}

/// The mark of an item of a list: `2.`, `b)`.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Item {
    letter: bool,
    number: u32,
    mark: u8,
}

struct Reader<'t> {
    text: &'t str,
    tokens: &'t [Token],
    words: &'t Words,
    /// The first token of the sentence.
    first: usize,
    /// Whether the sentence has a token so far that is no punctuation.
    worded: bool,
    /// How many straight quotation marks the sentence has so far.
    quotes: usize,
    /// The mark of the list that the sentence begins with.
    item: Option<Item>,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &self.text[token.span().range()])
    }

    fn before(&self, at: usize) -> Before {
        self.tokens.get(at).map_or(Before::Paragraph, |token| token.before)
    }

    /// A sentence begins at a token.
    fn begin(&mut self, at: usize) {
        self.first = at;
        self.worded = false;
        self.quotes = 0;
        let bullet = usize::from(is_bullet(self.word(at)));
        self.item = self.item_at(at + bullet).map(|(item, _)| item);
    }

    /// Where the next sentence begins, when the one being read ends with the token at `at` or the marks after it.
    fn boundary(&mut self, at: usize) -> Option<usize> {
        let token = &self.tokens[at];
        self.quotes += usize::from(token.end - token.start == 1 && self.text.as_bytes()[token.start as usize] == b'"');
        self.worded |= token.kind != TokenKind::Punctuation;
        if self.before(at + 1) >= Before::Line {
            return Some(at + 1);
        }
        if self.begins_item(at + 1) {
            return Some(at + 1);
        }
        let stop = self.stop(at)?;
        let end = self.after_closing(at + 1);
        if self.before(end) >= Before::Line || self.ends(stop, at, end) { Some(end) } else { None }
    }

    /// What the token at `at` may end a sentence as.
    fn stop(&self, at: usize) -> Option<Stop> {
        let token = &self.tokens[at];
        let last = self.text.as_bytes()[token.end as usize - 1];
        match token.kind {
            TokenKind::Punctuation => match last {
                b'.' if token.end - token.start == 1 => Some(Stop::Point),
                b'.' => Some(Stop::Ellipsis),
                b'?' => Some(Stop::Question),
                b'!' => Some(Stop::Exclamation),
                0xa6 if self.word(at).ends_with('…') => Some(Stop::Ellipsis),
                _ => None,
            },
            TokenKind::Word if last == b'.' => Some(Stop::Abbreviation),
            TokenKind::Symbol if is_smiley(self.word(at)) => Some(Stop::Smiley),
            _ => None,
        }
    }

    /// The token after the marks that close what the sentence opened, and after the marks of a reference.
    fn after_closing(&mut self, from: usize) -> usize {
        let mut at = from;
        while at < self.tokens.len() && at - from < MOST_CLOSING && self.tokens[at].before < Before::Line {
            let detached = self.tokens[at].before != Before::Nothing;
            let next_touches = self.before(at + 1) == Before::Nothing;
            match self.word(at) {
                ")" | "]" | "»" | "”" | "›" => at += 1,
                "''" | "'" | "’" if !(detached && next_touches) => at += 1,
                "\"" if !detached || self.quotes % 2 == 1 && !next_touches => {
                    self.quotes += 1;
                    at += 1;
                }
                "[" if self.word(at + 2) == "]" && self.tokens[at + 1].kind == TokenKind::Number => at += 3,
                word if self.tokens[at].kind == TokenKind::Symbol && is_smiley(word) => at += 1,
                _ => break,
            }
        }
        at
    }

    /// Whether a sentence ends at a stop, what follows it being at `next`, in the same line.
    fn ends(&self, stop: Stop, at: usize, next: usize) -> bool {
        if self.before(next) == Before::Nothing || self.is_mark_of_item(at) {
            return false;
        }
        let opening = self.after_opening(next);
        let Some(begin) = self.tokens.get(opening).filter(|token| token.before < Before::Line || opening == next)
        else {
            return true;
        };
        let capital =
            begin.shape >= Shape::Capital || begin.shape == Shape::None && begin.kind != TokenKind::Punctuation;
        let address = matches!(begin.kind, TokenKind::Url | TokenKind::Email | TokenKind::Hashtag | TokenKind::Mention);
        let begins = capital || address || self.word(opening).starts_with(['*', '-', '=', '_']);
        let closed = next > at + 1;
        match stop {
            Stop::Point if self.is_spaced_ellipsis(at) => self.spaced_points(at) > 3 && begins,
            Stop::Point => begins || begin.shape == Shape::Lower && !closed && self.is_plain_word(at.wrapping_sub(1)),
            Stop::Question | Stop::Exclamation => {
                begins || begin.shape == Shape::Lower && !closed && self.is_casual(stop, at)
            }
            Stop::Ellipsis => begins && self.has_word_before(at),
            Stop::Smiley => begin.shape >= Shape::Capital,
            Stop::Abbreviation => self.abbreviation_ends(at, opening, begin),
        }
    }

    /// The first token that is no mark that opens a quotation or a bracket, and no dash.
    fn after_opening(&self, from: usize) -> usize {
        let mut at = from;
        while at - from < MOST_CLOSING
            && matches!(
                self.word(at),
                "(" | "[" | "\"" | "'" | "``" | "«" | "“" | "‘" | "„" | "‹" | "-" | "–" | "—" | "--" | "¿" | "¡"
            )
        {
            at += 1;
        }
        at
    }

    /// A word that is no abbreviation anyone would write: a point after it is the end even before a small letter.
    fn is_plain_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            at >= self.first
                && token.kind == TokenKind::Word
                && token.end - token.start >= 4
                && !self.word(at).contains('.')
        })
    }

    /// Whether the text does without capitals, or a mark that ends no sentence in the middle of one is unlikely.
    fn is_casual(&self, stop: Stop, at: usize) -> bool {
        let begun_small = self.tokens[self.first].shape == Shape::Lower;
        let word = self.tokens.get(at.wrapping_sub(1)).map_or(Shape::None, |token| token.shape);
        begun_small || !self.words.hyphen_joins && (stop == Stop::Question || word == Shape::Lower)
    }

    /// Whether the sentence has a word before a token, not only brackets around it.
    fn has_word_before(&self, at: usize) -> bool {
        let bracket = at > self.first && matches!(self.word(at - 1), "(" | "[");
        !bracket && self.worded
    }

    fn is_spaced_ellipsis(&self, at: usize) -> bool {
        self.word(at + 1) == "." || at > self.first && self.word(at - 1) == "."
    }

    /// How many points with spaces between end with the one at a place.
    fn spaced_points(&self, at: usize) -> usize {
        let alone = |at: usize| self.word(at) == ".";
        if alone(at + 1) { 0 } else { (self.first..=at).rev().take(MOST_CLOSING).take_while(|&at| alone(at)).count() }
    }

    fn abbreviation_ends(&self, at: usize, next: usize, begin: &Token) -> bool {
        if begin.shape < Shape::Capital {
            return false;
        }
        let word = self.word(at);
        let kind = self.folded(&word[..word.len() - 1], |word| self.words.abbreviation.get(word)).flatten();
        let starter = || self.folded(self.word(next), |word| self.words.starter.has(word)) == Some(true);
        match kind {
            Some(Abbreviation::Name) => false,
            Some(Abbreviation::Last) => true,
            _ => starter(),
        }
    }

    fn folded<R>(&self, word: &str, of: impl FnOnce(&str) -> R) -> Option<R> {
        let mut folded = String::new();
        fold(word, &mut folded).then(|| of(&folded))
    }

    /// The mark of an item of a list at a token, and how many tokens it has.
    fn item_at(&self, at: usize) -> Option<(Item, usize)> {
        let word = self.word(at);
        let (name, pointed) = word.strip_suffix('.').map_or((word, false), |name| (name, true));
        let letter = name.len() == 1 && name.as_bytes()[0].is_ascii_lowercase();
        let number = match name.parse() {
            Ok(number) if name.len() <= 3 => number,
            _ if letter => u32::from(name.as_bytes()[0]),
            _ => return None,
        };
        let mark = if pointed { "." } else { self.word(at + 1) };
        let touching = pointed || self.before(at + 1) == Before::Nothing;
        let length = 1 + usize::from(!pointed);
        match mark.as_bytes() {
            b"." if touching && self.word(at + length) == ")" => {
                Some((Item { letter, number, mark: b')' }, length + 1))
            }
            &[mark @ (b'.' | b')')] if touching => Some((Item { letter, number, mark }, length)),
            _ => None,
        }
    }

    /// Whether the next item of the list that the sentence is in begins at a token.
    fn begins_item(&self, at: usize) -> bool {
        if self.before(at) == Before::Nothing {
            return false;
        }
        if is_bullet(self.word(at)) {
            return true;
        }
        let Some(item) = self.item else { return false };
        let next = Item { number: item.number + 1, ..item };
        let bullet = at > self.first && is_bullet(self.word(at - 1));
        !bullet
            && self.item_at(at).is_some_and(|(item, length)| item == next && self.before(at + length) == Before::Space)
    }

    /// Whether a point belongs to the mark of a list, or of a numbered heading, that the sentence begins with.
    fn is_mark_of_item(&self, at: usize) -> bool {
        let first = self.first + usize::from(is_bullet(self.word(self.first)));
        let word = self.word(first);
        let roman = word.len() <= 5 && word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
        at <= first + 1 && at >= first && (roman || self.item_at(first).is_some_and(|(_, length)| at < first + length))
    }
}

/// A mark that begins an item of a list.
fn is_bullet(word: &str) -> bool {
    matches!(word, "•" | "‣" | "◦" | "●" | "▪" | "⁃")
}

/// A face made of signs.
fn is_smiley(word: &str) -> bool {
    word.len() > 1 && word.starts_with([':', ';', '=']) && !word.starts_with("==")
}
