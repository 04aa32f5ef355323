//! Where to look: runs of tokens that may be parts of something, and among them one that may make it be found.

use std::ops::Range;

use crate::lang::{Lexeme, Pack, Role};
use crate::segment::{Before, Shape, Token, TokenKind};

use super::lexemes::Text;
use super::numerals::roman;
use super::shapes::WINDOW;

/// The lexeme of a token that is no word of the pack, and what it is to the patterns.
#[inline]
pub(super) fn unknown(token: &Token, text: &str) -> (Lexeme, Role) {
    let lexeme = match token.kind() {
        _ if token.hash() == 0 => Lexeme::UNKNOWN,
        TokenKind::Number => return (Lexeme::NUMBER, Role::DIGITS | Role::STRONG),
        TokenKind::Punctuation | TokenKind::Symbol => Lexeme::PUNCTUATION,
        _ if token.shape() == Shape::Lower => Lexeme::LOWER,
        _ if token.shape() >= Shape::Capital => Lexeme::CAPITAL,
        _ => Lexeme::UNKNOWN,
    };
    if !has_low_byte(token, text.as_bytes()) {
        return (lexeme, Role::NONE);
    }
    let role = Role::of_spelling(&text[token.span().range()]);
    (lexeme, role | Role::STRONG.when(role != Role::NONE))
}

/// Whether any byte of a token is one before the letters: a digit, a hyphen, another mark.
#[inline]
fn has_low_byte(token: &Token, text: &[u8]) -> bool {
    let span = token.span();
    match text.get(span.start()..).and_then(<[u8]>::first_chunk) {
        Some(chunk) if span.len() <= 8 => {
            let chunk = u64::from_le_bytes(*chunk);
            let low = !(chunk | chunk << 1) & 0x8080_8080_8080_8080;
            low.trailing_zeros() < 8 * span.len() as u32
        }
        _ => text[span.range()].iter().any(|&byte| byte < 0x40),
    }
}

/// What a token with a capital is as a Roman numeral.
pub(super) fn role_of_roman(role: Role, token: &Token, lexeme: Lexeme, text: &str, pack: &Pack) -> Role {
    let word = &text[token.span().range()];
    match word.as_bytes() {
        _ if lexeme < Lexeme::CAPITAL => return Role::NONE,
        // The sixth century is no word of its own where its letters are: « VIe », « vie ».
        [_, b'a'..=b'z', ..] if lexeme > Lexeme::CAPITAL && !role.has(Role::FIRST) => return Role::NONE,
        [b'I' | b'V' | b'X' | b'L' | b'C', ..] => {}
        _ => return Role::NONE,
    }
    match roman(word, token.shape(), pack) {
        Some((_, ordinal)) => pack.roman | Role::STRONG.when(ordinal),
        None => Role::NONE,
    }
}

/// A run of tokens.
pub(super) struct Run {
    pub tokens: Range<usize>,
    /// The tokens of its sentence, which nothing goes beyond.
    pub sentence: Range<usize>,
}

/// The runs of a text.
pub(super) fn runs<'t>(text: &'t Text) -> impl Iterator<Item = Run> + use<'t> {
    let tokens = &text.segmentation.tokens;
    // What looks like the end of a sentence before figures may be a point in a date.
    let goes_on = |first: &Token| first.kind() == TokenKind::Number && first.before() < Before::Line;
    let sentences = text.segmentation.sentences.chunk_by(move |_, next| goes_on(&tokens[next.tokens().start]));
    sentences.flat_map(move |pieces| {
        let sentence = pieces[0].tokens().start..pieces[pieces.len() - 1].tokens().end;
        let all = text.roles[sentence.clone()].iter().fold(Role::NONE, |all, &role| all | role);
        let mut at = if all.has(Role::STRONG) { sentence.start } else { sentence.end };
        std::iter::from_fn(move || {
            let tokens = next_run(text, at..sentence.end)?;
            at = tokens.end;
            Some(Run { tokens, sentence: sentence.clone() })
        })
    })
}

/// The first run among some tokens.
fn next_run(text: &Text, among: Range<usize>) -> Option<Range<usize>> {
    let start_of = |at: usize| text.segmentation.tokens[at].span().start();
    let mut at = among.start;
    while let Some(ahead) = text.roles[at..among.end].iter().position(|role| role.has(Role::PART)) {
        at += ahead;
        let first = at;
        let (mut strong, mut reach) = (false, 0);
        while at < among.end && (text.roles[at].has(Role::PART) || start_of(at) < reach) {
            strong |= text.roles[at].has(Role::STRONG);
            // What a shape may cover.
            if text.roles[at].has(Role::DIGITS) {
                reach = start_of(at) + WINDOW;
            }
            at += 1;
        }
        if strong {
            return Some(first..at);
        }
    }
    None
}
