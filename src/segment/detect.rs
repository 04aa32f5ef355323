//! Which language a text is in: a vote of its most frequent words.

use crate::language::Language;

use super::scanner::Scanner;
use super::token::TokenKind;
use super::words::Words;

/// How many words vote.
const VOTERS: usize = 256;
/// Of so many words of a text in a known language, at least one in [`RARE`] is frequent.
const ENOUGH: usize = 24;
const RARE: usize = 8;

/// The language of a text among some, the first of them where nothing tells; None where its words are those of none.
pub(crate) fn detect(text: &str, languages: &[Language]) -> Option<Language> {
    let (&first, rest) = languages.split_first()?;
    if rest.is_empty() {
        return Some(first);
    }
    let words =
        || Scanner::new(text, Words::of(first), false).filter(|token| token.kind() == TokenKind::Word).take(VOTERS);
    let votes = |language| {
        let frequent = &Words::of(language).frequent;
        words().filter(|token| frequent.find(token.hash, &text[token.span().range()]).is_some()).count()
    };
    let (best, votes) =
        languages.iter().rev().map(|&language| (language, votes(language))).max_by_key(|(_, votes)| *votes)?;
    let voters = words().count();
    let foreign = voters >= ENOUGH && votes * RARE < voters;
    (!foreign).then_some(best)
}
