//! Where to look: runs of tokens that may be parts of something, and among them one that may make it be found.

use std::ops::Range;

use crate::lang::{Lexeme, Pack, Role};
use crate::segment::{Before, Shape, Token, TokenKind};

use super::lexemes::Text;
use super::numerals::roman;
use super::shapes::WINDOW;

/// What a token is to the patterns, and its lexeme: that of its kind where it is no word of the pack.
#[inline]
pub(super) fn look_up(token: &Token, text: &str, pack: &Pack) -> (Lexeme, Role) {
    let mut lexeme = pack.lexicon.lexeme_of(token, text);
    let role = if lexeme == Lexeme::UNKNOWN {
        lexeme = unknown(token);
        match lexeme {
            Lexeme::NUMBER => Role::DIGITS | Role::STRONG,
            _ if token.is_plain() => Role::NONE,
            _ => role_of_spelling(token, text, pack),
        }
    } else {
        pack.role(lexeme)
    };
    match may_be_roman(token, text) {
        true => (lexeme, role | role_of_roman(role, token, lexeme, text, pack)),
        false => (lexeme, role),
    }
}

/// The lexeme of a token that is no word of the pack.
fn unknown(token: &Token) -> Lexeme {
    match (token.kind(), token.shape()) {
        _ if token.hash() == 0 => Lexeme::UNKNOWN,
        (TokenKind::Number, _) => Lexeme::NUMBER,
        (TokenKind::Punctuation | TokenKind::Symbol, _) => Lexeme::PUNCTUATION,
        (_, Shape::Lower) => Lexeme::LOWER,
        (_, Shape::None) => Lexeme::UNKNOWN,
        _ => Lexeme::CAPITAL,
    }
}

/// What a token may be for its digits, or for a hyphen after a part of a numeral.
#[inline(never)]
fn role_of_spelling(token: &Token, text: &str, pack: &Pack) -> Role {
    let word = &text[token.span().range()];
    let digits = Role::DIGITS.when(word.bytes().any(|byte| byte.is_ascii_digit()));
    let numeral =
        word.split_once('-').is_some_and(|(first, _)| pack.lexicon.is_numeral(pack.lexicon.lexeme_of_word(first)));
    let role = digits | Role::NUMERAL.when(numeral);
    role | Role::STRONG.when(role != Role::NONE)
}

/// Whether a token begins as a Roman numeral may: an article with its capital is none.
#[inline]
fn may_be_roman(token: &Token, text: &str) -> bool {
    token.has_capital()
        && match text.as_bytes()[token.start()..] {
            [b'L' | b'C', next, ..] => !next.is_ascii_lowercase(),
            [first, ..] => matches!(first, b'I' | b'V' | b'X' | b'L' | b'C'),
            [] => false,
        }
}

/// What a token with a capital is as a Roman numeral.
#[inline(never)]
fn role_of_roman(role: Role, token: &Token, lexeme: Lexeme, text: &str, pack: &Pack) -> Role {
    // The sixth century is no word of its own where its letters are: « VIe », « vie ».
    let is_word = text.as_bytes().get(token.start() + 1).is_some_and(u8::is_ascii_lowercase);
    if is_word && lexeme > Lexeme::CAPITAL && !role.has(Role::FIRST) || lexeme < Lexeme::CAPITAL {
        return Role::NONE;
    }
    let numeral = roman(&text[token.span().range()], token.shape(), pack);
    numeral.map_or(Role::NONE, |(_, ordinal)| pack.roman | Role::STRONG.when(ordinal))
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

/// The first run among some tokens up to the end of a sentence: around a strong token, or up to the end.
fn next_run(text: &Text, among: Range<usize>) -> Option<Range<usize>> {
    let is_part = |at: &usize| text.role(*at).has(Role::PART);
    let start_of = |at: usize| text.segmentation.tokens[at].start();
    let strong = among.clone().find(|&at| is_strong(text, at)).unwrap_or(among.end);
    let first = (among.start..strong).rev().take_while(is_part).last().unwrap_or(strong);
    let (mut end, mut reach) = (strong, 0);
    while end < among.end && (is_part(&end) || start_of(end) < reach && text.lexeme(end) != Lexeme::LOWER) {
        // What a shape may cover: the words between figures are those that the pack knows.
        if text.role(end).has(Role::DIGITS) {
            reach = start_of(end) + WINDOW;
        }
        end += 1;
    }
    let begins = strong < among.end || (first..end).any(|at| text.role(at).has(Role::FIRST));
    begins.then_some(first..end)
}

/// Whether a token is strong: most are told by less than what they are.
#[inline]
fn is_strong(text: &Text, at: usize) -> bool {
    let token = &text.segmentation.tokens[at];
    let may_be = text.pack.strong.may_have(token.hash())
        || !token.is_plain() && has_figure_or_hyphen(token, text.text)
        || may_be_roman(token, text.text);
    may_be && text.role(at).has(Role::STRONG)
}

fn has_figure_or_hyphen(token: &Token, text: &str) -> bool {
    let bytes = &text.as_bytes()[token.span().range()];
    token.kind() == TokenKind::Number || bytes.iter().any(|byte| byte.is_ascii_digit() || *byte == b'-')
}
