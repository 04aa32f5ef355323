//! What is announced without a verb, or asked for: "Concert Friday at the church.", "They called for a rally on Friday."

use crate::find::{Candidate, Text};
use crate::lang::Category;
use crate::segment::TokenKind;

use super::form::{Form, may_be_noun};
use super::narrative::Reader;
use super::tense::after;

/// How many tokens from the beginning of a sentence its first noun may stand.
const FIRST: usize = 3;

/// How many tokens from a date a noun of what nobody plans may stand.
const REACH: usize = 20;

/// How many tokens from a weekday the noun may stand of what befell on it.
const BESIDE: usize = 4;

/// A noun of what is planned, one that tells of what has happened, and one of what nobody plans.
pub(super) const PLANNED: i64 = 0;
const HAPPENED: i64 = 1;
const BEFELL: i64 = 2;

/// Whether a sentence with no verb announces what a candidate tells: it begins with what is planned, without an article, and names
/// nothing that nobody plans.
pub(super) fn is_announced(text: &Text, candidate: &Candidate) -> bool {
    let Some(sentence) = text.sentence(candidate.token).map(|sentence| sentence.tokens()) else { return false };
    let mut near = candidate.token.saturating_sub(REACH).max(sentence.start)..sentence.end.min(candidate.token + REACH);
    let noun = |at: usize| text.sense(at, Category::Announced);
    let bare = (sentence.start..candidate.token).take_while(|&at| Form::of(text, at) != Some(Form::Article));
    bare.take(FIRST).any(|at| noun(at) == Some(PLANNED)) && !near.any(|at| matches!(noun(at), Some(HAPPENED | BEFELL)))
}

impl Reader<'_> {
    /// Whether what is planned stands between a verb that asked for it and a candidate.
    pub(super) fn is_called_for(&self, candidate: &Candidate) -> bool {
        let planned = |at: usize| self.text.sense(at, Category::Announced) == Some(PLANNED);
        self.asking(candidate).is_some_and(|asked| (asked..candidate.token).any(planned))
    }

    /// Whether a candidate tells the day of what nobody plans: the attack on Friday, Friday's attack.
    pub(super) fn is_of_what_befell(&self, candidate: &Candidate) -> bool {
        let befell = |at: &usize| self.text.sense(*at, Category::Announced) == Some(BEFELL);
        let is_noun = |at: &usize| Form::of(self.text, *at).is_none_or(may_be_noun);
        let word = |at: &usize| Form::of(self.text, *at) == Some(Form::Article) || is_noun(at) || befell(at);
        let mark = |at: &usize| self.text.segmentation.tokens[*at].kind() == TokenKind::Punctuation;
        let first = self.text.first_of_sentence(candidate.token).max(candidate.token.saturating_sub(BESIDE));
        let before = (first..candidate.token).rev().take_while(|at| !mark(at) && word(at)).find(befell);
        let after = after(self.text, candidate);
        let end = self.text.segmentation.tokens.len().min(after + BESIDE);
        before.is_some()
            || self.is_genitive(candidate) && (after + 1..end).take_while(|at| !mark(at)).any(|at| befell(&at))
    }
}
