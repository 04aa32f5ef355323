//! What is announced without a verb, or asked for: "Concert Friday at the church.", "They called for a rally on Friday."

use crate::find::{Candidate, Text};
use crate::lang::Category;

use super::form::Form;
use super::narrative::Reader;

/// How many tokens from the beginning of a sentence its first noun may stand.
const FIRST: usize = 3;

/// How many tokens from a date a noun of what nobody plans may stand.
const REACH: usize = 20;

/// A noun of what is planned, and one of what nobody plans.
pub(super) const PLANNED: i64 = 0;
const BEFELL: i64 = 1;

/// Whether a sentence with no verb announces what a candidate tells: it begins with what is planned, without an article, and names
/// nothing that nobody plans.
pub(super) fn is_announced(text: &Text, candidate: &Candidate) -> bool {
    let Some(sentence) = text.sentence(candidate.token).map(|sentence| sentence.tokens()) else { return false };
    let mut near = candidate.token.saturating_sub(REACH).max(sentence.start)..sentence.end.min(candidate.token + REACH);
    let noun = |at: usize| text.sense(at, Category::Announced);
    let bare = (sentence.start..candidate.token).take_while(|&at| Form::of(text, at) != Some(Form::Article));
    bare.take(FIRST).any(|at| noun(at) == Some(PLANNED)) && !near.any(|at| noun(at) == Some(BEFELL))
}

impl Reader<'_> {
    /// Whether what is planned stands between a verb that asked for it and a candidate.
    pub(super) fn is_called_for(&self, candidate: &Candidate) -> bool {
        let planned = |at: usize| self.text.sense(at, Category::Announced) == Some(PLANNED);
        self.asking(candidate).is_some_and(|asked| (asked..candidate.token).any(planned))
    }
}
