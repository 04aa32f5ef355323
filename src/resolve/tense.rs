//! The tense of the verb that governs an expression, by the words near it.

use crate::lang::{Category, Pack};
use crate::segment::{Segmentation, TokenKind, fold};

use super::situation::Toward;

/// How many tokens away the verb may stand.
const REACH: usize = 14;

/// Which way the verb nearest to a token looks, in its sentence: before it first, then after it.
pub(crate) fn tense(text: &str, segmentation: &Segmentation, token: usize, pack: &Pack) -> Option<Toward> {
    let sentences = &segmentation.sentences;
    let sentence = sentences[..sentences.partition_point(|sentence| sentence.tokens().start <= token)].last()?.tokens();
    let mut folded = String::new();
    let mut look = |at: usize| {
        let token = &segmentation.tokens[at];
        folded.clear();
        let word = token.kind() == TokenKind::Word && fold(&text[token.span().range()], &mut folded);
        if word { of_word(&folded, pack) } else { None }
    };
    let before = (sentence.start.max(token.saturating_sub(REACH))..token).rev().find_map(&mut look);
    before.or_else(|| (token + 1..sentence.end.min(token + REACH)).find_map(&mut look))
}

fn of_word(word: &str, pack: &Pack) -> Option<Toward> {
    let sense = |word: &str| {
        let lexeme = pack.lexicon.lexeme(word);
        pack.lexicon.senses(lexeme).iter().find(|sense| sense.category == Category::Tense).map(|sense| sense.value)
    };
    let ending = || {
        let longest_first = word.char_indices().skip(word.chars().count().saturating_sub(6)).filter(|(at, _)| *at >= 2);
        longest_first.map(|(at, _)| at).find_map(|at| sense(&format!("-{}", &word[at..])))
    };
    match sense(word).or_else(ending)? {
        0 => Some(Toward::Past),
        1 => Some(Toward::Future),
        _ => None,
    }
}
