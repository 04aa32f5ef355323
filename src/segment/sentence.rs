//! Sentences, from the tokens.
//!
//! A line ends a sentence. Within a line, a full stop, an exclamation or question mark, an ellipsis or the point of an abbreviation may
//! end one; the marks that close a quotation or a bracket go with it, and what follows decides. So do items of lists, bullets, rules
//! drawn across the line, web addresses, and the stamps and formulas of letters.

use crate::span::Span;

use super::item::{self, Item};
use super::token::{Before, Sentence, Shape, Token, TokenKind};
use super::words::{Abbreviation, Table, Words};

/// Most marks that close or open quotations and brackets around the end of a sentence.
const MOST_MARKS: usize = 8;

/// Marks that open a quotation or a bracket, and dashes.
const OPENING: [&str; 16] = ["(", "[", "\"", "'", "``", "«", "“", "‘", "„", "‹", "-", "–", "—", "--", "¿", "¡"];

/// Adds the sentences of a text to `into`; `notable` are the tokens that may matter to where they end.
pub(super) fn sentences(text: &str, tokens: &[Token], notable: &[u32], words: &Words, into: &mut Vec<Sentence>) {
    let mut reader = Reader { text, tokens, words, first: 0, marks: 0, quotes: 0, item: None };
    let mut end_at = |reader: &mut Reader, at: usize| {
        if at > reader.first {
            let span = Span::new(tokens[reader.first].start(), tokens[at - 1].end());
            into.push(Sentence { first: reader.first as u32, end: at as u32, span });
        }
        reader.begin(at);
    };
    reader.begin(0);
    for &at in notable {
        let at = at as usize;
        if at < reader.first {
            // Taken in with the end of the sentence before.
            continue;
        }
        if reader.begins(at) {
            end_at(&mut reader, at);
        }
        if let Some(next) = reader.end_after(at) {
            end_at(&mut reader, next);
        }
    }
    end_at(&mut reader, tokens.len());
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
    /// A sentence that is all in brackets, a web address, a stamp, a formula of a letter: an end before a capital.
    Whole,
    /// A rule drawn across the line: always an end.
    Rule,
}

struct Reader<'t> {
    text: &'t str,
    tokens: &'t [Token],
    words: &'t Words,
    /// The first token of the sentence.
    first: usize,
    /// How many of its tokens so far are punctuation.
    marks: usize,
    /// How many straight quotation marks the sentence has so far.
    quotes: usize,
    /// The mark of the list that the sentence begins with.
    item: Option<Item>,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &self.text[token.span().range()])
    }

    fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind())
    }

    fn shape(&self, at: usize) -> Shape {
        self.tokens.get(at).map_or(Shape::None, |token| token.shape())
    }

    fn before(&self, at: usize) -> Before {
        self.tokens.get(at).map_or(Before::Paragraph, |token| token.before())
    }

    /// Whether a word is in a table.
    fn is(&self, at: usize, table: &Table<()>) -> bool {
        self.tokens.get(at).is_some_and(|token| table.find(token.hash(), self.word(at)).is_some())
    }

    /// A sentence begins at a token.
    fn begin(&mut self, at: usize) {
        self.first = at;
        self.marks = 0;
        self.quotes = 0;
        let bullet = usize::from(item::is_bullet(self.word(at)));
        self.item = self.item_at(at + bullet).map(|(item, _)| item);
    }

    /// Whether a token begins a sentence by itself.
    fn begins(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.before() >= Before::Line
            || match token.kind() {
                TokenKind::Word => self.begins_item(at),
                TokenKind::Number => self.begins_stamp(at) || self.begins_item(at),
                TokenKind::Punctuation | TokenKind::Symbol => {
                    token.len() >= 3 && (item::is_bullet(self.word(at)) || self.begins_rule(at))
                }
                _ => false,
            }
    }

    /// Where the next sentence begins, when the one being read ends with the token at `at` or the marks after it.
    fn end_after(&mut self, at: usize) -> Option<usize> {
        let token = &self.tokens[at];
        let last = self.text.as_bytes()[token.end() - 1];
        self.marks += usize::from(token.kind() == TokenKind::Punctuation);
        self.quotes += usize::from(last == b'"');
        let stop = self.stop(at, last)?;
        let end = self.after_closing(at + 1);
        if self.before(end) >= Before::Line || self.ends(stop, at, end) { Some(end) } else { None }
    }

    /// What the token at `at`, with that last byte, may end a sentence as.
    fn stop(&self, at: usize, last: u8) -> Option<Stop> {
        let token = &self.tokens[at];
        match (token.kind(), last) {
            (TokenKind::Punctuation, b'.') if token.len() == 1 => Some(Stop::Point),
            (TokenKind::Punctuation, b'.') => Some(Stop::Ellipsis),
            (TokenKind::Punctuation, b'?') => Some(Stop::Question),
            (TokenKind::Punctuation, b'!') => Some(Stop::Exclamation),
            (TokenKind::Punctuation, 0xa6) if self.word(at).ends_with('…') => Some(Stop::Ellipsis),
            (TokenKind::Punctuation, b',') if self.is_formula(at) => Some(Stop::Whole),
            (TokenKind::Punctuation, b')') if self.is_all_in_brackets(at) => Some(Stop::Whole),
            (TokenKind::Punctuation, b'*' | b'=' | b'_' | b'-') if is_rule(self.word(at)) => Some(Stop::Rule),
            (TokenKind::Word, b'.') => Some(Stop::Abbreviation),
            (TokenKind::Symbol, _) if is_smiley(self.word(at)) => Some(Stop::Smiley),
            (TokenKind::Number, _) if self.is_stamp(at.checked_sub(1)?) => Some(Stop::Whole),
            (TokenKind::Url, _) => Some(Stop::Whole),
            _ => None,
        }
    }

    /// The token after the marks that close what the sentence opened, and after the marks of a reference.
    fn after_closing(&mut self, from: usize) -> usize {
        let mut at = from;
        while at < self.tokens.len() && at - from < MOST_MARKS && self.tokens[at].before() < Before::Line {
            let word_of_stamp = at >= 2 && self.is_stamp(at - 2);
            if self.tokens[at].kind() == TokenKind::Word && !word_of_stamp {
                break;
            }
            let detached = self.tokens[at].before() != Before::Nothing;
            let next_touches = self.before(at + 1) == Before::Nothing;
            match self.word(at) {
                ")" | "]" | "»" | "”" | "›" => at += 1,
                "''" | "'" | "’" if !(detached && next_touches) => at += 1,
                "\"" if !detached || self.before(at + 1) >= Before::Line || self.quotes % 2 == 1 && !next_touches => {
                    self.quotes += 1;
                    at += 1;
                }
                "[" if self.word(at + 2) == "]" && self.kind(at + 1) == Some(TokenKind::Number) => at += 3,
                number if number.len() <= 2 && self.kind(at) == Some(TokenKind::Number) && self.is_footnote(at) => {
                    at += 1
                }
                word if self.kind(at) == Some(TokenKind::Symbol) && is_smiley(word) => at += 1,
                // The half of the day that a stamp says.
                word if word_of_stamp && self.words.unit.has_exactly(word) => at += 1,
                _ => break,
            }
        }
        at
    }

    /// Whether a short number after an end is the mark of a note: a word that begins sentences follows.
    fn is_footnote(&self, at: usize) -> bool {
        self.before(at + 1) == Before::Space
            && self.shape(at + 1) == Shape::Capital
            && self.is(at + 1, &self.words.starter)
    }

    /// Whether a sentence ends at a stop, what follows it being at `next`, in the same line.
    fn ends(&self, stop: Stop, at: usize, next: usize) -> bool {
        if self.before(next) == Before::Nothing {
            return self.ends_touching(stop, at, next);
        }
        if self.is_mark_of_item(at) {
            return false;
        }
        let opening = self.after_opening(next);
        let Some(begin) = self.tokens.get(opening).filter(|token| token.before() < Before::Line || opening == next)
        else {
            return true;
        };
        let small = begin.shape() == Shape::Lower;
        let begins = match begin.kind() {
            TokenKind::Punctuation => {
                self.word(opening).len() > 1 || self.word(opening).starts_with(['*', '-', '=', '_'])
            }
            TokenKind::Url | TokenKind::Email | TokenKind::Hashtag | TokenKind::Mention => true,
            _ => !small,
        };
        let closed = next > at + 1;
        match stop {
            Stop::Point if self.is_spaced_ellipsis(at) => self.spaced_points(at) > 3 && begins,
            Stop::Point => {
                begins
                    || small
                        && !closed
                        && (self.is_plain_word(at.wrapping_sub(1)) || self.is(opening, &self.words.starter))
            }
            Stop::Question | Stop::Exclamation => begins || small && !closed && self.is_casual(stop, at),
            Stop::Ellipsis => begins && self.has_word_before(at),
            Stop::Smiley | Stop::Whole => begin.shape() >= Shape::Capital,
            Stop::Abbreviation => self.abbreviation_ends(at, opening),
            Stop::Rule => true,
        }
    }

    /// Whether a sentence ends at a stop that the next word touches.
    fn ends_touching(&self, stop: Stop, at: usize, next: usize) -> bool {
        if next > at + 1
            || at == self.first
            || self.kind(at - 1) != Some(TokenKind::Word)
            || self.before(at) != Before::Nothing
        {
            return false;
        }
        let lower = self.shape(at - 1) == Shape::Lower && self.tokens[at - 1].len() > 2;
        let starter = self.is(next, &self.words.starter);
        match stop {
            Stop::Point => {
                lower && self.kind(next) == Some(TokenKind::Word) && (self.shape(next) == Shape::Capital || starter)
            }
            Stop::Ellipsis => self.shape(next) >= Shape::Capital,
            Stop::Question => self.kind(next) == Some(TokenKind::Word) && lower,
            Stop::Rule => self.kind(next) != Some(TokenKind::Word),
            _ => false,
        }
    }

    /// The first token that is no mark that opens a quotation or a bracket, and no dash.
    fn after_opening(&self, from: usize) -> usize {
        let opens = |at| self.kind(at) != Some(TokenKind::Word) && OPENING.contains(&self.word(at));
        (from..from + MOST_MARKS).find(|&at| !opens(at)).unwrap_or(from + MOST_MARKS)
    }

    /// A word that no one would write with a point: the point after it is the end even before a small letter.
    fn is_plain_word(&self, at: usize) -> bool {
        let casual = self.shape(self.first) == Shape::Lower;
        self.tokens.get(at).is_some_and(|token| {
            let length = token.len();
            at >= self.first
                && match token.kind() {
                    TokenKind::Word => !self.word(at).contains('.') && (length >= 4 || casual || token.is_part()),
                    TokenKind::Number => length >= 3,
                    _ => casual,
                }
        })
    }

    /// Whether the text does without capitals, or a mark that ends no sentence in the middle of one is unlikely.
    fn is_casual(&self, stop: Stop, at: usize) -> bool {
        let begun_small = self.shape(self.first) == Shape::Lower;
        let word_small = at > self.first && self.shape(at - 1) == Shape::Lower;
        begun_small || !self.words.hyphen_joins && (stop == Stop::Question || word_small)
    }

    /// Whether the sentence has a word before a token, not only brackets around it.
    fn has_word_before(&self, at: usize) -> bool {
        let bracket = at > self.first && matches!(self.word(at - 1), "(" | "[");
        !bracket && self.is_worded(at)
    }

    /// Whether the sentence has a token up to a place that is no punctuation.
    fn is_worded(&self, at: usize) -> bool {
        at + 1 - self.first > self.marks
    }

    fn is_spaced_ellipsis(&self, at: usize) -> bool {
        self.word(at + 1) == "." || at > self.first && self.word(at - 1) == "."
    }

    /// How many points with spaces between end with the one at a place; none, when another follows.
    fn spaced_points(&self, at: usize) -> usize {
        let alone = |at: usize| self.word(at) == ".";
        if alone(at + 1) { 0 } else { (self.first..=at).rev().take(MOST_MARKS).take_while(|&at| alone(at)).count() }
    }

    fn abbreviation_ends(&self, at: usize, next: usize) -> bool {
        let word = self.word(at);
        let known = self.words.abbreviation.get(&word[..word.len() - 1]);
        self.shape(next) >= Shape::Capital
            && match known {
                Some(Abbreviation::Name) => false,
                Some(Abbreviation::Last) => true,
                _ => self.is(next, &self.words.starter),
            }
    }

    /// Whether the sentence so far is the greeting or the farewell of a letter, up to the comma at `at`.
    fn is_formula(&self, at: usize) -> bool {
        let length = at - self.first;
        let word = |at: usize, table: &Table<()>| self.is(at, table);
        (1..=3).contains(&length) && word(at - 1, &self.words.farewell)
            || (1..=4).contains(&length) && word(self.first, &self.words.greeting)
    }

    /// Whether the sentence so far is one pair of brackets, with words in it, up to the one at `at`.
    fn is_all_in_brackets(&self, at: usize) -> bool {
        let inside = self.first + 1..at.max(self.first + 1);
        inside.len() <= 2 * MOST_MARKS
            && self.is_worded(at)
            && self.word(self.first) == "("
            && self.shape(self.first + 1) >= Shape::Capital
            && !inside.clone().any(|at| matches!(self.word(at), "(" | ")"))
    }

    /// Whether a date in digits and a clock time stand at a place, as on top of a letter.
    fn is_stamp(&self, at: usize) -> bool {
        let number = |at| self.kind(at) == Some(TokenKind::Number);
        let has = |at, sign: u8, least| self.word(at).bytes().filter(|&byte| byte == sign).count() >= least;
        number(at) && number(at + 1) && has(at, b'/', 2) && has(at + 1, b':', 1)
    }

    /// Whether a stamp begins at a place that is the sender's only so far.
    fn begins_stamp(&self, at: usize) -> bool {
        let names = self.first..at;
        self.kind(at) == Some(TokenKind::Number)
            && names.len() <= MOST_MARKS
            && self.is_stamp(at)
            && names.into_iter().all(|at| self.shape(at) != Shape::Lower || self.kind(at) != Some(TokenKind::Word))
    }

    /// Whether a rule across the line begins at a token.
    fn begins_rule(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Punctuation)
            && self.before(at) != Before::Nothing
            && self.before(at + 1) != Before::Nothing
            && is_rule(self.word(at))
    }

    fn item_at(&self, at: usize) -> Option<(Item, usize)> {
        item::item_at(self.text, self.tokens, at)
    }

    /// Whether the next item of the list that the sentence is in begins at a token.
    fn begins_item(&self, at: usize) -> bool {
        let Some(item) = self.item.filter(|_| self.before(at) != Before::Nothing) else { return false };
        let bullet = at > self.first && item::is_bullet(self.word(at - 1));
        !bullet
            && self
                .item_at(at)
                .is_some_and(|(next, length)| next.follows(item) && self.before(at + length) == Before::Space)
    }

    /// Whether a point belongs to the mark of a list, or of a numbered heading, that the sentence begins with.
    fn is_mark_of_item(&self, at: usize) -> bool {
        let first = self.first + usize::from(item::is_bullet(self.word(self.first)));
        let word = self.word(first);
        let roman = word.len() <= 5 && word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
        let length = self.item_at(first).map_or(0, |(_, length)| length);
        (first..first + length.max(2 * usize::from(roman))).contains(&at)
    }
}

/// A face made of signs.
fn is_smiley(word: &str) -> bool {
    word.len() > 1 && word.starts_with([':', ';', '=']) && !word.starts_with("==")
}

/// A rule drawn with signs.
fn is_rule(word: &str) -> bool {
    let least = match word.as_bytes().first() {
        Some(b'*' | b'=') => 3,
        Some(b'_' | b'-') => 6,
        _ => return false,
    };
    word.len() >= least && word.bytes().all(|byte| matches!(byte, b'*' | b'=' | b'_' | b'-'))
}
