//! Tens of degrees, which are no decade: "Highs will climb into the 80s."

use crate::find::{Candidate, Meaning, Text};
use crate::lang::Category;

/// How many tokens before the tens the word that says so may stand.
const REACH: usize = 16;
/// How many, where only a preposition and an article stand between.
const BESIDE: usize = 3;

/// The sense of such a word, and of one that stands beside the tens.
const ANYWHERE: i64 = 0;
const NEAR: i64 = 1;

/// Whether a candidate that looks like a decade without its century is so many tens of something else.
pub(super) fn is_of_tens(text: &Text, candidate: &Candidate) -> bool {
    let tens = match &candidate.meaning {
        Meaning::When(when) => when.fields.short_decade,
        Meaning::Between(between) => between.to().and_then(|to| to.fields.short_decade),
        _ => None,
    };
    let Some(sentence) = text.sentence(candidate.token).filter(|_| tens.is_some()) else { return false };
    let first = sentence.tokens().start.max(candidate.token.saturating_sub(REACH));
    (first..candidate.token).any(|at| match text.sense(at, Category::Tens) {
        Some(ANYWHERE) => true,
        Some(NEAR) => candidate.token - at <= BESIDE,
        _ => false,
    })
}
