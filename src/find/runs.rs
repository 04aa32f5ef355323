//! Where to look: runs of tokens that may be parts of something, and among them one that may make it be found.

use std::ops::Range;

use crate::lang::{Lexeme, Pack, Role};
use crate::segment::{Before, Shape, Token, TokenKind};

use super::lexemes::{Text, WINDOW};
use super::numerals::roman;

/// What a token that is no word of the pack is to the patterns: figures, or a numeral with hyphens.
#[inline]
pub(super) fn role_of_unknown(token: &Token, text: &str) -> Role {
    if token.kind() == TokenKind::Number && token.hash() != 0 {
        return Role::FULL;
    }
    let word = &text.as_bytes()[token.span().range()];
    if !has_low_byte(word) {
        return Role::default();
    }
    let digits = word.iter().any(u8::is_ascii_digit);
    if digits || word.contains(&b'-') { Role { digits, ..Role::FULL } } else { Role::default() }
}

/// Whether any of the bytes is one before the letters: a digit, a hyphen, another mark.
#[inline]
fn has_low_byte(word: &[u8]) -> bool {
    let (chunks, rest) = word.as_chunks();
    let low = |&chunk: &[u8; 8]| {
        let chunk = u64::from_le_bytes(chunk);
        !(chunk | chunk << 1) & 0x8080_8080_8080_8080 != 0
    };
    chunks.iter().any(low) || rest.iter().any(|&byte| byte < 0x40)
}

/// The role of a token, with what it is as a Roman numeral.
#[inline]
pub(super) fn role_if_roman(lexeme: Lexeme, role: Role, token: &Token, text: &str, pack: &Pack) -> Role {
    if role.strong || lexeme < Lexeme::CAPITAL || token.shape() < Shape::Capital {
        return role;
    }
    match text.as_bytes()[token.span().range()] {
        // The sixth century is no word of its own where its letters are: « VIe », « vie ».
        [_, b'a'..=b'z', ..] if lexeme > Lexeme::CAPITAL && !role.begins => role,
        [b'I' | b'V' | b'X' | b'L' | b'C', ..] => role_of_roman(token, text, pack).unwrap_or(role),
        _ => role,
    }
}

/// What a token is as a Roman numeral, if it is one.
fn role_of_roman(token: &Token, text: &str, pack: &Pack) -> Option<Role> {
    let (_, ordinal) = roman(&text[token.span().range()], token.shape(), pack)?;
    Some(if ordinal { Role { digits: false, ..Role::FULL } } else { pack.roman })
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
        let mut at = sentence.start;
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
    while let Some(ahead) = text.roles[at..among.end].iter().position(|role| role.joins) {
        at += ahead;
        let first = at;
        let (mut strong, mut reach) = (false, 0);
        while at < among.end && (text.roles[at].joins || start_of(at) < reach) {
            strong |= text.roles[at].strong;
            // What a shape may cover.
            if text.roles[at].digits {
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
