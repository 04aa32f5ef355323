//! Which way the verb that governs an expression looks, by the verb forms near it.

use crate::find::{Candidate, Text};
use crate::lang::Category;
use crate::segment::TokenKind;
use crate::span::Span;

use super::announced::{PLANNED, is_announced};
use super::form::{Form, is_infinitive, may_be_noun};
use super::narrative::Reader;
use super::situation::Toward;

/// How many tokens away the verb may stand.
const REACH: usize = 14;
/// How many tokens may stand between a participle and its auxiliary.
const APART: usize = 4;
/// How many tokens before an expression a form of being may stand that looks on to it.
const BESIDE: usize = 6;
/// How many tokens after its auxiliary a participle may stand.
const AFTER: usize = 2;

/// How many tokens before what something is compared with the word of comparison may stand, and "more" whose clause it is in.
const COMPARED: usize = 4;
const MORE: usize = 6;
/// The sense of a word that says until when something was so.
pub(super) const UNTIL: i64 = 2;
/// How many tokens may stand between what is put off and its preposition.
const PUT: usize = 6;

/// What the verbs beside the candidate asked about last tell, as far as it was asked.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Verbs {
    of: Option<Span>,
    nearest: Option<Option<(usize, Toward)>>,
    tense: Option<Option<Toward>>,
    over: Option<bool>,
}

impl Verbs {
    fn of(self, candidate: &Candidate) -> Verbs {
        if self.of == Some(candidate.span) { self } else { Verbs { of: Some(candidate.span), ..Verbs::default() } }
    }
}

impl Reader<'_> {
    /// Which way the verb nearest to a candidate looks, in its sentence: before it first, then after it. What is announced
    /// without one is to come.
    pub(super) fn tense(&self, candidate: &Candidate) -> Option<Toward> {
        let verbs = self.verbs.get().of(candidate);
        verbs.tense.unwrap_or_else(|| {
            let told = self.nearest_verb(candidate).map(|(_, toward)| toward);
            let told = told.or_else(|| is_announced(self.text, candidate).then_some(Toward::Future));
            self.verbs.set(Verbs { tense: Some(told), ..self.verbs.get() });
            told
        })
    }

    /// The verb nearest to a candidate, and which way it looks.
    pub(super) fn nearest_verb(&self, candidate: &Candidate) -> Option<(usize, Toward)> {
        let verbs = self.verbs.get().of(candidate);
        verbs.nearest.unwrap_or_else(|| {
            let nearest = Forms::beside(self.text, candidate, true).and_then(|forms| forms.nearest());
            self.verbs.set(Verbs { nearest: Some(nearest), ..verbs });
            nearest
        })
    }

    /// Whether the verb beside a candidate says that something was over already.
    pub(super) fn is_over(&self, candidate: &Candidate) -> bool {
        let verbs = self.verbs.get().of(candidate);
        let over = verbs.over.unwrap_or_else(|| is_over_already(self.text, candidate.token));
        self.verbs.set(Verbs { over: Some(over), ..verbs });
        over
    }

    /// Whether the verb nearest to a candidate reports speech.
    pub(super) fn is_said(&self, candidate: &Candidate) -> bool {
        self.nearest_verb(candidate).is_some_and(|(at, _)| says(self.text, at))
    }

    /// Whether the verb nearest to a candidate tells what happened: it looks back, and reports no speech.
    pub(super) fn is_narrated(&self, candidate: &Candidate) -> bool {
        let back = self.nearest_verb(candidate).is_some_and(|(_, toward)| toward.looks_back());
        back && !self.is_said(candidate)
    }

    /// The verb nearest to a candidate and before it, where it asked for what was to come, or settled it.
    pub(super) fn asking(&self, candidate: &Candidate) -> Option<usize> {
        let (at, _) = self.nearest_verb(candidate).filter(|(at, _)| *at < candidate.token)?;
        self.text.sense(at, Category::Asking).map(|_| at)
    }

    /// Whether the verb nearest to a candidate tells what was planned: was due.
    pub(super) fn was_planned(&self, candidate: &Candidate) -> bool {
        let is = |at: usize, form: Form| form_beside(self.text, candidate, at) == Some(form);
        let was = |at: usize| at.checked_sub(1).is_some_and(|before| is(before, Form::Back));
        self.nearest_verb(candidate).is_some_and(|(at, _)| is(at, Form::On) && was(at))
    }

    /// Whether a candidate is told in the genitive: Friday's attack, May's figures.
    pub(super) fn is_genitive(&self, candidate: &Candidate) -> bool {
        let after = after(self.text, candidate);
        self.text.touches(after) && Form::of(self.text, after) == Some(Form::Being)
    }

    /// Whether a candidate is of what was put off or called off: Friday's concert.
    pub(super) fn is_of_put_off(&self, candidate: &Candidate) -> bool {
        let is = |at: usize, form: Form| form_beside(self.text, candidate, at) == Some(form);
        let of_noun = || candidate.token.checked_sub(1).is_some_and(|before| is(before, Form::Article));
        let is_put_off = |at: usize| (at..=at + AFTER + 1).any(|at| is(at, Form::PutOff));
        (of_noun() || self.is_genitive(candidate)) && self.nearest_verb(candidate).is_some_and(|(at, _)| is_put_off(at))
    }

    /// Whether what is put off lasts until something of a candidate: until a hearing on Friday.
    pub(super) fn is_until_then(&self, candidate: &Candidate) -> bool {
        let near = candidate.token.saturating_sub(PUT)..candidate.token;
        let until = near.rev().find(|&at| self.text.sense(at, Category::Since) == Some(UNTIL));
        let put_off = |at: usize| Form::of(self.text, at) == Some(Form::PutOff);
        until
            .zip(self.nearest_verb(candidate))
            .is_some_and(|(until, (at, _))| (at..until).take(AFTER + 1 + APART).any(put_off))
    }
}

/// Whether a verb form reports speech: said, was told; heard, and not was heard.
pub(super) fn says(text: &Text, at: usize) -> bool {
    const ACTIVE: i64 = 1;
    let passive = || {
        use Form::{Back, Being, Is, Participle};
        at.checked_sub(1).is_some_and(|before| matches!(Form::of(text, before), Some(Back | Being | Is | Participle)))
    };
    text.sense(at, Category::Saying).is_some_and(|saying| saying != ACTIVE || !passive())
}

/// What a token outside a candidate says as a verb form.
fn form_beside(text: &Text, candidate: &Candidate, at: usize) -> Option<Form> {
    let inside = candidate.token..after(text, candidate);
    Form::of(text, at).filter(|_| !inside.contains(&at))
}

/// The same for the verb nearest to a token.
pub(super) fn tense_at(text: &Text, token: usize) -> Option<Toward> {
    look(text, token, token + 1, true)
}

/// Whether the verb nearest to a candidate says what is still to come on the day of writing: will, is due to, plans to; or, with
/// `presents`, opens.
pub(super) fn is_to_come(text: &Text, candidate: &Candidate, presents: bool) -> bool {
    let after = after(text, candidate);
    let forms = Forms::near(text, candidate.token, after, presents);
    forms.is_some_and(|forms| {
        forms.nearest().is_some_and(|(at, toward)| toward == Toward::Future && forms.is_present(at))
    })
}

/// Whether a verb stands between what was told and a candidate of its sentence; with `presents`, one that may be of what opens.
pub(super) fn has_verb(text: &Text, told: Span, candidate: &Candidate, presents: bool) -> bool {
    let Some(forms) = Forms::beside(text, candidate, presents) else { return true };
    let tokens = &text.segmentation.tokens;
    let between = (forms.first..candidate.token).rev().take_while(|&at| tokens[at].start() >= told.end());
    tokens[forms.first].start() > told.end() || between.into_iter().any(|at| forms.toward(at).is_some())
}

/// Whether the verb nearest to a candidate says that what it tells was over already: it had gone on Tuesday.
pub(super) fn was_over(text: &Text, candidate: &Candidate) -> bool {
    let Some(forms) = Forms::beside(text, candidate, false) else { return false };
    let Some((at, _)) = forms.nearest() else { return false };
    let first = forms.first.max(at.saturating_sub(APART));
    let mut auxiliaries = (first..=at).rev().filter_map(|at| forms.form(at));
    let auxiliary =
        auxiliaries.find(|form| matches!(form, Form::Back | Form::Before | Form::Auxiliary | Form::On | Form::Will));
    auxiliary == Some(Form::Before) && (forms.form(at) != Some(Form::Before) || forms.participle_follows(at))
}

/// Which way the verb nearest to a span of time looks: what opens from Monday to Friday may do so every week.
pub(super) fn tense_of_span(text: &Text, candidate: &Candidate) -> Option<Toward> {
    look(text, candidate.token, after(text, candidate), false)
}

/// The same for the end of a span: a participle alone does not tell when what it tells of ends (closed until Friday), and what is
/// done to some purpose lasts (voted to extend it through May); with `presents`, what is on does too.
pub(super) fn tense_of_end(text: &Text, candidate: &Candidate, presents: bool) -> Option<Toward> {
    let forms = Forms::beside(text, candidate, presents)?;
    if forms.is_aside() {
        return None;
    }
    // He has until Friday.
    if candidate.token.checked_sub(1).is_some_and(|before| forms.form(before) == Some(Form::Auxiliary)) {
        return Some(Toward::Future);
    }
    let (at, toward) = forms.nearest()?;
    let alone = match forms.form(at) {
        Some(Form::Participle | Form::NounOrParticiple | Form::BareOrParticiple) => forms.of_auxiliary(at).is_none(),
        Some(Form::BackOrParticiple) => presents && forms.is_open(at) || text.first_of_sentence(at) == at,
        _ => false,
    };
    // What is put off, and time that is given, ends on a day to come too: extended until Monday.
    let put_off = forms.form(at) == Some(Form::PutOff) || text.sense(at, Category::Granting).is_some();
    let purpose = put_off || (at + 1..candidate.token).any(|to| forms.is_infinitive(to));
    // What is closed is so until a day to come.
    let so_far = toward == Toward::Recent;
    if purpose { Some(Toward::Future) } else { Some(toward).filter(|_| !alone && !so_far) }
}

/// The token after a candidate.
pub(super) fn after(text: &Text, candidate: &Candidate) -> usize {
    let tokens = &text.segmentation.tokens[candidate.token..];
    candidate.token + tokens.iter().take_while(|token| token.span().start() < candidate.span.end()).count()
}

fn look(text: &Text, token: usize, after: usize, presents: bool) -> Option<Toward> {
    Forms::near(text, token, after, presents)?.nearest().map(|(_, toward)| toward)
}

/// Whether the verb of a token's sentence says that something was over already, when it stands near: had gone.
pub(super) fn is_over_already(text: &Text, token: usize) -> bool {
    let Some(forms) = Forms::near(text, token, token, false) else { return false };
    (forms.first..forms.end).any(|at| forms.form(at) == Some(Form::Before) && forms.participle_follows(at))
}

/// Whether a candidate tells when someone was born: no other verb stands between.
pub(super) fn is_of_birth(text: &Text, candidate: &Candidate) -> bool {
    let Some(forms) = Forms::near(text, candidate.token, candidate.token, false) else { return false };
    let is_birth = |at: &usize| text.sense(*at, Category::Birth).is_some();
    let verb = (forms.first..forms.token).rev().find(|at| is_birth(at) || forms.toward(*at).is_some());
    verb.is_some_and(|at| is_birth(&at))
}

/// Whether a candidate is what something is compared with: more than in 2019, up 3 % from 2019, against 41 in 2019.
pub(super) fn is_compared(text: &Text, candidate: &Candidate) -> bool {
    let Some(forms) = Forms::near(text, candidate.token, candidate.token, false) else { return false };
    let mut clause = false;
    (forms.first.max(candidate.token.saturating_sub(MORE))..candidate.token).rev().any(|at| {
        clause |= forms.form(at) == Some(Form::That);
        match text.sense(at, Category::Compared) {
            Some(0) => candidate.token - at <= COMPARED,
            Some(1) => clause,
            Some(2) => at.checked_sub(1).and_then(|before| text.sense(before, Category::Compared)) == Some(3),
            Some(4) => text.segmentation.tokens[at + 1].kind() == TokenKind::Number,
            _ => false,
        }
    })
}

/// The words near an expression, as verb forms.
pub(super) struct Forms<'a> {
    pub(super) text: &'a Text<'a>,
    /// The first token looked at, and the one after the last.
    pub(super) first: usize,
    pub(super) end: usize,
    /// The expression's first, and the one after it.
    pub(super) token: usize,
    pub(super) after: usize,
    /// Whether a present looks on.
    presents: bool,
}

impl<'a> Forms<'a> {
    /// The verb forms of a candidate's sentence that are within reach of it.
    pub(super) fn beside(text: &'a Text<'a>, candidate: &Candidate, presents: bool) -> Option<Forms<'a>> {
        Forms::near(text, candidate.token, after(text, candidate), presents)
    }

    /// The same of an expression between two tokens.
    fn near(text: &'a Text<'a>, token: usize, after: usize, presents: bool) -> Option<Forms<'a>> {
        let sentence = text.sentence(token)?.tokens();
        let first = sentence.start.max(token.saturating_sub(REACH));
        let end = sentence.end.min(after + REACH);
        // A clause behind a semicolon has a verb of its own.
        let (tokens, bytes) = (&text.segmentation.tokens, text.text.as_bytes());
        let ends = |at: &usize| bytes.get(tokens[*at].start()) == Some(&b';');
        let first = (first..token).rev().find(ends).map_or(first, |at| at + 1);
        let end = (after..end).find(ends).unwrap_or(end);
        Some(Forms { text, first, end, token, after, presents })
    }

    /// The nearest that tells which way it looks, before the expression first, and which way.
    fn nearest(&self) -> Option<(usize, Toward)> {
        let told = |at| Some((at, self.toward(at)?));
        let of_past = |at: usize| matches!(self.form(at), Some(Form::Participle | Form::Before));
        let is = |at: &usize| {
            let past = at.checked_sub(1).is_some_and(of_past);
            self.form(*at) == Some(Form::Is) && !past && !self.participle_follows(*at)
        };
        let beside = self.first.max(self.token.saturating_sub(BESIDE))..self.token;
        let near = beside.rev().find(is).filter(|_| self.presents).map(|at| (at, Toward::Future));
        let behind = || (self.after..self.end).find_map(told);
        let before = (self.first..self.token).rev().find_map(told);
        let of_clause = before.filter(|(at, _)| self.begins_clause(*at)).and_then(|_| behind());
        let before = of_clause.or(before);
        match (near, before) {
            // It is on Monday that it ended.
            (Some(_), _) if self.form(self.after) == Some(Form::That) => behind().or(near),
            // The vote is on Monday, whatever was before; what is, on Monday did something.
            (Some((is, _)), before) if before.is_none_or(|(at, _)| at < is) && self.is_bound_to(is) => near,
            (_, Some(before)) => Some(before),
            _ => self.is_behind().or_else(behind).or(near).or_else(|| self.infinitive_alone()),
        }
    }

    /// A present of being that stands just behind the expression, with no participle: Monday is a holiday.
    fn is_behind(&self) -> Option<(usize, Toward)> {
        let is = self.presents && self.form(self.after) == Some(Form::Is) && !self.participle_follows(self.after);
        is.then_some((self.after, Toward::Future))
    }

    /// The sign of an infinitive before the expression, where no verb governs it: mayor to speak on Monday.
    fn infinitive_alone(&self) -> Option<(usize, Toward)> {
        let to = (self.first..self.token).rev().find(|&at| self.is_infinitive(at));
        to.filter(|_| self.presents).map(|to| (to, Toward::Future))
    }

    /// Whether a clause begins between a verb form and the expression.
    fn begins_clause(&self, at: usize) -> bool {
        (at + 1..self.token).any(|between| self.form(between) == Some(Form::That))
    }

    /// Whether an expression stands with other words between commas and no verb: the show, on view until June 30, drew crowds.
    fn is_aside(&self) -> bool {
        let begin = (self.first..self.token).rev().find(|&at| self.text.word(at) == ",");
        let ends = self.after < self.end && self.text.word(self.after) == ",";
        let begin = begin.filter(|begin| ends && begin + 1 < self.token);
        begin.is_some_and(|begin| (begin..self.token).all(|at| self.toward(at).is_none()))
    }

    /// Whether an expression stands just behind a verb form, or by its preposition with no mark between them.
    fn is_bound_to(&self, at: usize) -> bool {
        let tokens = &self.text.segmentation.tokens[at..self.token];
        let preposition = self.text.sense(self.token - 1, Category::Link).is_some();
        at + 1 == self.token || preposition && tokens.iter().all(|token| token.kind() != TokenKind::Punctuation)
    }

    /// Whether a form that looks on does so from the day of writing: it is a present, or behind one.
    fn is_present(&self, at: usize) -> bool {
        let before = (1..=AFTER).find_map(|back| self.form(at.checked_sub(back)?));
        match self.form(at) {
            Some(Form::Will | Form::Is | Form::Present | Form::PresentOfEither | Form::NounOrPresent | Form::Bare) => {
                true
            }
            Some(Form::On) => before == Some(Form::Is),
            Some(Form::Being) => !matches!(before, Some(Form::Back | Form::Before)),
            Some(
                Form::Participle
                | Form::NounOrParticiple
                | Form::BareOrParticiple
                | Form::BackOrParticiple
                | Form::PutOff,
            ) => self.is_to_be(at),
            _ => false,
        }
    }

    /// Whether what looks on from the day of writing stands before a participle: will be closed.
    fn is_to_be(&self, participle: usize) -> bool {
        let first = self.first.max(participle.saturating_sub(APART));
        let auxiliary = (first..participle).rev().find_map(|at| match self.form(at)? {
            form @ (Form::Will | Form::On | Form::Back | Form::Before | Form::Auxiliary) => Some(form),
            _ => None,
        });
        auxiliary == Some(Form::Will)
    }

    /// Which way the word looks, if it is a verb form that tells.
    pub(super) fn toward(&self, at: usize) -> Option<Toward> {
        match self.verb(at)? {
            // « Je serai sorti. »
            Form::Back if at > 0 && matches!(self.form(at - 1), Some(Form::Will | Form::On)) => Some(Toward::Future),
            Form::Back | Form::Before => Some(Toward::Past),
            Form::On if self.is_perfect(at) || self.is_no_longer(at) || self.was_asked(at) || self.had_been(at) => {
                Some(Toward::Past)
            }
            Form::On | Form::Will => Some(Toward::Future),
            // He has to leave on Saturday.
            Form::Auxiliary if self.is_infinitive(at + 1) => Some(Toward::Future),
            Form::Auxiliary if self.participle_follows(at) => Some(Toward::Past),
            Form::Auxiliary => {
                let there = at.checked_sub(1).is_some_and(|before| self.form(before) == Some(Form::There));
                if there { self.of_present(at) } else { None }
            }
            Form::Present => (self.presents && at < self.token).then_some(Toward::Future),
            Form::NounOrPresent if self.text.first_of_sentence(at) == at => None,
            Form::PresentOfEither | Form::NounOrPresent => {
                let of_clause = at > self.token && self.form(at - 1) == Some(Form::That);
                (self.presents && !of_clause).then_some(Toward::Future)
            }
            Form::Bare => self.of_present(at),
            Form::BareOrParticiple => self.of_auxiliary(at).or_else(|| self.of_present(at)),
            // What was set for Monday first is no longer.
            Form::Being if self.is_no_longer(at) => Some(Toward::Past),
            Form::Being | Form::Is | Form::Intent => self.of_being(at).filter(|toward| *toward != Toward::Recent),
            Form::NounOrParticiple => {
                self.of_auxiliary(at).map(|toward| if toward == Toward::Recent { Toward::Past } else { toward })
            }
            // Banks are closed on Monday. Closed on Monday.
            Form::BackOrParticiple | Form::Participle
                if self.text.sense(at, Category::Opening).is_some()
                    && (self.of_auxiliary(at) == Some(Toward::Recent) || self.is_only_verb(at)) =>
            {
                self.presents.then_some(Toward::Future)
            }
            Form::Participle => {
                let alone = self.is_just_before(at) || self.leads(at);
                self.of_auxiliary(at).or(alone.then_some(Toward::Past))
            }
            Form::Let if self.form(at + 1) == Some(Form::Being) => Some(Toward::Future),
            Form::Let | Form::Imperative => {
                let first = self.text.first_of_sentence(at);
                let begins = at - first <= AFTER && (first..at).all(|at| self.form(at) == Some(Form::Plea));
                begins.then_some(Toward::Future)
            }
            Form::PutOff if self.leads_to(at) && !self.is_no_longer(at) => Some(Toward::Future),
            // A report to be released on Friday.
            Form::BackOrParticiple | Form::PutOff => {
                let to_be = at.checked_sub(2).is_some_and(|to| self.form(to) == Some(Form::Infinitive));
                self.of_auxiliary(at).or(Some(if to_be { Toward::Future } else { Toward::Past }))
            }
            Form::Once
            | Form::That
            | Form::If
            | Form::Reflexive
            | Form::There
            | Form::To
            | Form::For
            | Form::Infinitive
            | Form::Neither
            | Form::Plea
            | Form::Adjective
            | Form::Article => None,
        }
    }

    /// Which way a present looks, unless another verb governs it.
    fn of_present(&self, at: usize) -> Option<Toward> {
        (self.presents && at < self.token && !self.is_governed(at)).then_some(Toward::Future)
    }

    /// Whether a preposition leads from a participle that may look on to the expression: moved to Monday, pushed the vote to May 3.
    fn leads_to(&self, at: usize) -> bool {
        let article = self.token.checked_sub(1).is_some_and(|before| self.form(before) == Some(Form::Article));
        let before = self.token.checked_sub(1 + usize::from(article));
        let before = before.filter(|before| (at + 1..=at + PUT).contains(before));
        before.is_some_and(|before| matches!(self.form(before), Some(Form::Infinitive | Form::To)))
    }

    /// Whether nothing but an article before a number stands between a word and the expression.
    fn is_just_before(&self, at: usize) -> bool {
        let number =
            || self.text.segmentation.tokens.get(self.token).is_some_and(|token| token.kind() == TokenKind::Number);
        at + 1 == self.token || at + 2 == self.token && self.form(at + 1) == Some(Form::Article) && number()
    }

    /// Whether a preposition alone stands between a word and the expression: the law passed in May; with an article, where the
    /// word begins the sentence.
    fn leads(&self, at: usize) -> bool {
        let preposition = at + 2 == self.token && self.text.sense(at + 1, Category::Link).is_some();
        let first = || self.text.first_of_sentence(at) == at;
        preposition && (self.form(at + 1) != Some(Form::Article) || first())
    }

    /// Which way a form of being, or of intent, looks before a participle, the sign of the infinitive or an object.
    fn of_being(&self, at: usize) -> Option<Toward> {
        let before = at.checked_sub(1).and_then(|before| self.form(before));
        match (before, self.form(at + 1)) {
            (_, Some(Form::Infinitive | Form::For)) => Some(Toward::Future),
            (_, Some(Form::Article)) if self.form(at) == Some(Form::Intent) => Some(Toward::Future),
            (Some(Form::Reflexive), _) => self.participle_follows(at).then_some(Toward::Past),
            _ => Some(Toward::Recent),
        }
    }

    /// Which way the auxiliary before a participle looks.
    pub(super) fn of_auxiliary(&self, participle: usize) -> Option<Toward> {
        let first = self.first.max(participle.saturating_sub(APART));
        (first..participle).rev().find_map(|at| match self.verb(at)? {
            Form::On | Form::Will => Some(Toward::Future),
            Form::Back | Form::Before | Form::Auxiliary => Some(Toward::Past),
            Form::If | Form::Bare if at + 1 == participle => Some(Toward::Future),
            Form::Being | Form::Intent => self.of_being(at).filter(|toward| *toward == Toward::Future),
            Form::Is => self.of_being(at),
            _ => None,
        })
    }

    /// Whether an auxiliary with its participle follows what looks on: could have come.
    fn is_perfect(&self, at: usize) -> bool {
        let end = if at < self.token { self.token.min(at + 1 + AFTER) } else { at + 1 + AFTER };
        (at + 1..end).any(|at| self.form(at) == Some(Form::Auxiliary) && self.participle_follows(at))
    }

    /// Whether what looks on was asked for: « il a convoqué », and not « il est convoqué ».
    fn was_asked(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.form(before));
        let asked = self.text.sense(at, Category::Asking).is_some();
        asked && matches!(before, Some(Form::Auxiliary | Form::Before | Form::Back | Form::Participle))
    }

    /// Whether what looks on did so once: it had been due on Wednesday.
    fn had_been(&self, at: usize) -> bool {
        let before = |back: usize| at.checked_sub(back).and_then(|before| self.form(before));
        before(1) == Some(Form::Participle) && before(2) == Some(Form::Before)
    }

    /// Whether a participle says by itself that something is open or closed: the road closed until Friday, and not stayed closed.
    fn is_open(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.form(before));
        let governed = matches!(before, Some(Form::Back | Form::BackOrParticiple));
        self.text.sense(at, Category::Opening).is_some() && !governed && self.of_auxiliary(at).is_none()
    }

    /// Whether the sign of the infinitive stands there before a verb, outside the expression.
    fn is_infinitive(&self, at: usize) -> bool {
        let outside = |at: usize| !(self.token..self.after).contains(&at);
        outside(at) && is_infinitive(self.text, at)
    }

    /// Whether another verb stands before one: to go, did not go, could go.
    fn is_governed(&self, at: usize) -> bool {
        let first = self.first.max(at.saturating_sub(AFTER));
        (first..at).any(|before| match self.form(before) {
            Some(Form::Infinitive | Form::On | Form::Will | Form::Let) => true,
            Some(Form::Back | Form::BackOrParticiple) => !says(self.text, before),
            _ => false,
        })
    }

    /// Whether a sentence begins with a verb form and has no other: closed on Monday.
    fn is_only_verb(&self, at: usize) -> bool {
        self.text.first_of_sentence(at) == at && (at + 1..self.end).all(|other| self.toward(other).is_none())
    }

    /// Whether what looks on is said to have done so first, and no longer.
    fn is_no_longer(&self, at: usize) -> bool {
        let first = self.first.max(at.saturating_sub(AFTER));
        (first..at).any(|before| self.form(before) == Some(Form::Once))
    }

    fn participle_follows(&self, at: usize) -> bool {
        (at + 1..=at + AFTER).any(|at| {
            use Form::{Back, BackOrParticiple, BareOrParticiple, NounOrParticiple, Participle, PutOff};
            let form = self.verb(at);
            matches!(form, Some(Participle | NounOrParticiple | BareOrParticiple | BackOrParticiple | PutOff | Back))
        })
    }

    /// What a token says as a verb form: behind an article, nothing.
    pub(super) fn verb(&self, at: usize) -> Option<Form> {
        let form = self.form(at)?;
        let noun = match at.checked_sub(1).and_then(|before| self.form(before)) {
            Some(Form::Article) => form != Form::Auxiliary,
            Some(Form::Adjective) => may_be_noun(form),
            // Took steps, cast votes; the bank's moves.
            Some(Form::Back | Form::BackOrParticiple) => form == Form::Present,
            Some(Form::Being) => matches!(form, Form::Present | Form::PresentOfEither | Form::Bare),
            _ => false,
        };
        // A noun of what is planned may look like a participle.
        let announced = || self.text.sense(at, Category::Announced) == Some(PLANNED);
        let noun = noun || may_be_noun(form) && announced();
        (!noun).then_some(form)
    }

    /// What a token says as a verb form.
    pub(super) fn form(&self, at: usize) -> Option<Form> {
        if (self.token..self.after).contains(&at) { None } else { Form::of(self.text, at) }
    }
}
