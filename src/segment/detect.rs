//! Which language a text is in, and which of its lines are in another: votes of the most frequent words.

use std::ops::Range;

use crate::language::Language;

use super::scanner::Scanner;
use super::token::{Before, Token, TokenKind};
use super::words::Words;

/// How many words vote, and how many more votes than any other language has settle it before.
const VOTERS: usize = 256;
const SETTLED: usize = 24;
/// Of so many words of a text in a known language, at least one in [`RARE`] is frequent.
const ENOUGH: usize = 24;
const RARE: usize = 8;
/// How many words of a line vote, and how many more votes settle that it is in the language of the text, or in another.
const VOTERS_OF_LINE: usize = 48;
const OWN: u32 = 2;
const OTHER: u32 = 4;
/// How many words a line has in which so few votes settle that, where there are none against it.
const SHORT: u32 = 5;

/// The language of a text among some, the first of them where nothing tells; None where its words are those of none.
pub(crate) fn detect(text: &str, languages: &[Language]) -> Option<Language> {
    let (&first, rest) = languages.split_first()?;
    if rest.is_empty() {
        return Some(first);
    }
    let (mut voters, mut votes) = (0, [0; Language::ALL.len()]);
    for token in Scanner::new(text, Words::of(first), false).filter(|token| token.kind() == TokenKind::Word) {
        voters += 1;
        let word = &text[token.span().range()];
        for &language in
            languages.iter().filter(|&&language| Words::of(language).frequent.find(token.hash(), word).is_some())
        {
            votes[language as usize] += 1;
        }
        let lead = |own: Language| {
            languages.iter().all(|&other| other == own || votes[own as usize] >= votes[other as usize] + SETTLED)
        };
        if voters == VOTERS || languages.iter().any(|&language| lead(language)) {
            break;
        }
    }
    let best = languages.iter().rev().copied().max_by_key(|&language| votes[language as usize])?;
    let foreign = voters >= ENOUGH && votes[best as usize] * RARE < voters;
    (!foreign).then_some(best)
}

/// The stretches of lines that are in another language than the text, as ranges of tokens.
pub(crate) fn elsewhere(
    text: &str,
    tokens: &[Token],
    language: Language,
    languages: &[Language],
) -> Vec<(Range<usize>, Language)> {
    let mut found: Vec<(Range<usize>, Language)> = Vec::new();
    let mut first = 0;
    for line in tokens.chunk_by(|_, next| next.before() < Before::Line) {
        let range = first..first + line.len();
        first = range.end;
        let others = languages.iter().copied().filter(|&other| other != language);
        for other in others.filter(|&other| is_in(text, line, other, language)).take(1) {
            match found.last_mut() {
                Some((last, same)) if last.end == range.start && *same == other => last.end = range.end,
                _ => found.push((range.clone(), other)),
            }
        }
    }
    found
}

/// Whether a line is in one language rather than in another.
fn is_in(text: &str, line: &[Token], other: Language, own: Language) -> bool {
    let tables = [other, own].map(|language| &Words::of(language).frequent);
    let (mut words, mut votes) = (0, [0, 0]);
    for token in line.iter().filter(|token| token.kind() == TokenKind::Word).take(VOTERS_OF_LINE) {
        words += 1;
        let [other, own] = tables.map(|table| table.find(token.hash(), &text[token.span().range()]).is_some());
        votes[0] += u32::from(other && !own);
        votes[1] += u32::from(own && !other);
        if votes[1] >= votes[0] + OWN {
            return false;
        }
        if votes[0] >= votes[1] + OTHER {
            return true;
        }
    }
    words >= SHORT && votes[1] == 0 && votes[0] >= OWN
}
