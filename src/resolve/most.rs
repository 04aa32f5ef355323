//! What is the most, the first or so many of its kind in a length of time: "the biggest drop in two years" is not two years from
//! now.

use std::ops::RangeInclusive;

use crate::find::Candidate;
use crate::lang::Category;
use crate::segment::TokenKind;

use super::narrative::Reader;
use super::tense::has_verb;

/// How many tokens before a length of time the word that says so may stand.
const REACH: usize = 8;
/// How many tokens a number of things may stand before it, in a sentence without a verb: three wins in four days.
const COUNTED: RangeInclusive<usize> = 2..=4;

impl Reader<'_> {
    /// Whether a candidate is the length in which something is the most, the first or so many of its kind.
    pub(super) fn is_of_kind(&self, candidate: &Candidate) -> bool {
        let tokens = &self.text.segmentation.tokens;
        let Some(sentence) = self.text.sentence(candidate.token) else { return false };
        let first = sentence.tokens().start.max(candidate.token.saturating_sub(REACH));
        let sense = |at, category| self.text.sense(at, category).is_some();
        let mut near = (first..candidate.token).rev().take_while(|&at| tokens[at].kind() != TokenKind::Punctuation);
        near.any(|at| {
            let most = sense(at, Category::Most) || sense(at, Category::Ordinal);
            let number = tokens[at].kind() == TokenKind::Number || sense(at, Category::Numeral);
            let counted = || number && COUNTED.contains(&(candidate.token - at)) && self.tense(candidate).is_none();
            // What stands just behind is a noun: the highest close.
            (most || counted()) && !has_verb(self.text, tokens[at + 1].span(), candidate, true)
        })
    }
}
