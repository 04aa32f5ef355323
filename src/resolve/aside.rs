//! Dates told beside what their sentence is about, by a participle: "Built in 1962, the bridge has closed."

use crate::find::{Candidate, Meaning, Text};
use crate::lang::{Category, Lexeme};

use super::form::Form;
use super::tense::Forms;

/// How many tokens from the beginning of its sentence a date may stand in a phrase that opens it.
const OPENING: usize = 16;
/// How many tokens behind such a phrase the verb of its sentence may stand.
const VERB: usize = 4;

/// Whether a candidate stands in an aside that begins with a participle, before the verb of its sentence: between commas (the
/// firm, founded in 2011, grew; the firm, which began in 2011, has grown), before one (built in 1962, it has closed) or without any
/// (the law passed in 2015 was amended).
pub(super) fn is_in_aside(text: &Text, candidate: &Candidate) -> bool {
    let Some(forms) = Forms::beside(text, candidate, false) else { return false };
    let is_comma = |at: &usize| text.word(*at) == ",";
    let begin = (forms.first..forms.token).rev().find(is_comma).map(|comma| comma + 1);
    match (begin, (forms.after..forms.end).find(is_comma)) {
        (Some(begin), Some(end)) if is_participle(forms.form(begin)) && is_finite(forms.form(end + 1)) => {
            (begin + 1..end).all(|at| forms.toward(at).is_none())
        }
        (Some(begin), Some(end)) if forms.form(begin) == Some(Form::That) => {
            let verb = forms.form(end + 1);
            is_finite(verb) && !matches!(verb, Some(Form::Back | Form::Before | Form::BackOrParticiple))
        }
        (None, Some(end)) if end == forms.after => {
            let verb = || (end + 1..forms.end.min(end + VERB)).any(|at| forms.toward(at).is_some());
            (opens_with_participle(text, end) || opens_with_noun(text, candidate)) && verb()
        }
        _ => is_of_participle(&forms, candidate),
    }
}

/// Whether a year is that of a noun, behind its article: the 2008 crisis, « la crise de 2008 ».
pub(super) fn is_of_noun(text: &Text, candidate: &Candidate) -> bool {
    let year = matches!(&candidate.meaning, Meaning::When(when) if when.only_year());
    year && candidate.token.checked_sub(1).is_some_and(|before| Form::of(text, before) == Some(Form::Article))
}

/// Whether a participle of a noun tells a month or year, just before the verb.
fn is_of_participle(forms: &Forms, candidate: &Candidate) -> bool {
    let no_day = matches!(&candidate.meaning, Meaning::When(when) if when.fields.day.is_none());
    let preposition = |at: usize| forms.text.sense(at, Category::Link).is_some();
    let participle = forms.token.checked_sub(2).filter(|&at| at > forms.first && preposition(at + 1));
    let alone = |at| is_participle(forms.verb(at)) && forms.of_auxiliary(at).is_none();
    no_day && participle.is_some_and(alone) && is_finite(forms.form(forms.after))
}

/// Whether the sentence of a token begins with a participle: built in 2001.
pub(super) fn opens_with_participle(text: &Text, token: usize) -> bool {
    let form = Form::of(text, text.first_of_sentence(token));
    is_participle(form) && form != Some(Form::PutOff)
}

/// Whether a clause about what was just named begins at a token: a relative one, or one that a participle behind a comma begins.
pub(super) fn begins_clause(text: &Text, at: usize) -> bool {
    let form = Form::of(text, at);
    form == Some(Form::That) || is_participle(form) && at.checked_sub(1).is_some_and(|comma| text.word(comma) == ",")
}

/// Whether a sentence begins with a noun, and has no finite verb before a candidate: champion of Italy in 2023, he left.
fn opens_with_noun(text: &Text, candidate: &Candidate) -> bool {
    let first = text.first_of_sentence(candidate.token);
    // What no rule knows is no preposition.
    let noun = Form::of(text, first) == Some(Form::Article) || text.lexeme(first) == Lexeme::CAPITAL;
    let no_verb = |at| {
        use Form::{Adjective, Article, Neither, NounOrParticiple, Participle};
        Form::of(text, at)
            .is_none_or(|form| matches!(form, Adjective | Article | Neither | NounOrParticiple | Participle))
    };
    let near = first + 1 < candidate.token && candidate.token - first <= OPENING;
    noun && near && (first + 1..candidate.token).all(no_verb)
}

fn is_participle(form: Option<Form>) -> bool {
    matches!(form, Some(Form::Participle | Form::BackOrParticiple | Form::PutOff | Form::Back))
}

fn is_finite(form: Option<Form>) -> bool {
    use Form::{Article, For, Infinitive, Neither, That, To};
    form.is_some_and(|form| !matches!(form, Neither | Article | That | For | To | Infinitive))
}
