//! Which way the verb that governs an expression looks, by the verb forms near it.

use crate::lang::Pack;
use crate::segment::{Segmentation, TokenKind, fold};

use super::situation::Toward;

/// How many tokens away the verb may stand.
const REACH: usize = 14;
/// How many tokens may stand between a participle and its auxiliary.
const APART: usize = 4;

/// What a verb form says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Back,
    On,
    /// Looks back when a participle follows.
    Auxiliary,
    Participle,
    /// Looks back, unless it is the participle of what looks on.
    BackOrParticiple,
    /// Looks on when the sign of the infinitive follows.
    OnBeforeInfinitive,
    Infinitive,
    Neither,
}

/// Which way the verb nearest to a token looks, in its sentence: before it first, then after it.
pub(super) fn tense(text: &str, segmentation: &Segmentation, token: usize, pack: &Pack) -> Option<Toward> {
    let sentences = &segmentation.sentences;
    let sentence = sentences[..sentences.partition_point(|sentence| sentence.tokens().start <= token)].last()?.tokens();
    let first = sentence.start.max(token.saturating_sub(REACH));
    let end = sentence.end.min(token + REACH);
    let mut forms = Forms { text, segmentation, pack, folded: String::new(), first, token };
    (first..token).rev().find_map(|at| forms.toward(at)).or_else(|| (token + 1..end).find_map(|at| forms.toward(at)))
}

struct Forms<'a> {
    text: &'a str,
    segmentation: &'a Segmentation,
    pack: &'a Pack,
    folded: String,
    /// The first token looked at.
    first: usize,
    /// The expression's.
    token: usize,
}

impl Forms<'_> {
    /// Which way the word looks, if it is a verb form that tells.
    fn toward(&mut self, at: usize) -> Option<Toward> {
        match self.form(at)? {
            Form::Back => Some(Toward::Past),
            Form::On => Some(Toward::Future),
            Form::Auxiliary => self.participle_follows(at).then_some(Toward::Past),
            Form::OnBeforeInfinitive => (self.form(at + 1) == Some(Form::Infinitive)).then_some(Toward::Future),
            Form::Participle => self.of_auxiliary(at).or((at + 1 == self.token).then_some(Toward::Past)),
            Form::BackOrParticiple => self.of_auxiliary(at).or(Some(Toward::Past)),
            Form::Infinitive | Form::Neither => None,
        }
    }

    /// Which way the auxiliary before a participle looks.
    fn of_auxiliary(&mut self, participle: usize) -> Option<Toward> {
        let first = self.first.max(participle.saturating_sub(APART));
        (first..participle).rev().find_map(|at| match self.form(at)? {
            Form::On => Some(Toward::Future),
            Form::Back | Form::Auxiliary => Some(Toward::Past),
            Form::OnBeforeInfinitive if self.form(at + 1) == Some(Form::Infinitive) => Some(Toward::Future),
            _ => None,
        })
    }

    fn participle_follows(&mut self, at: usize) -> bool {
        (at + 1..at + APART)
            .any(|at| matches!(self.form(at), Some(Form::Participle | Form::BackOrParticiple | Form::Back)))
    }

    fn form(&mut self, at: usize) -> Option<Form> {
        let token = self.segmentation.tokens.get(at).filter(|token| token.kind() == TokenKind::Word)?;
        self.folded.clear();
        if !fold(&self.text[token.span().range()], &mut self.folded) {
            return None;
        }
        let lexeme = self.pack.lexicon.lexeme(&self.folded);
        Some(match self.pack.lexicon.tense(lexeme, &self.folded)? {
            0 => Form::Back,
            1 => Form::On,
            2 => Form::Auxiliary,
            3 => Form::Participle,
            4 => Form::BackOrParticiple,
            5 => Form::OnBeforeInfinitive,
            6 => Form::Infinitive,
            _ => Form::Neither,
        })
    }
}
