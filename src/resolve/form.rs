//! What a word says as a verb form, by the codes of a pack's list of them.

use crate::find::Text;
use crate::segment::Shape;

/// What a verb form says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Back,
    On,
    /// Looks on from the day of writing: will.
    Will,
    /// Looks back, and before a participle on what was over already.
    Before,
    /// Looks back when a participle follows.
    Auxiliary,
    Participle,
    /// A noun, and a participle behind its auxiliary: the exit, had exited.
    NounOrParticiple,
    /// As a present, unless another verb governs it, and a participle behind its auxiliary: camps run in July, have run.
    BareOrParticiple,
    /// Looks back, unless it is the participle of what looks on.
    BackOrParticiple,
    /// A form of being: looks on when the sign of the infinitive follows, back when a reflexive is before it, and tells
    /// little before a participle.
    Being,
    /// The present of being: looks on to an expression just behind it where no other verb tells: the vote is on Monday.
    Is,
    Reflexive,
    /// Before an auxiliary, what there is: « il y a match samedi ».
    There,
    /// Looks on before a preposition of direction: what is put off to Monday.
    PutOff,
    /// Such a preposition, that is no sign of the infinitive.
    To,
    /// Looks on before a form of being: let's.
    Let,
    /// A preposition before which a form of being looks on: what is set for Monday.
    For,
    /// Looks on to an expression behind it: what starts on Monday will.
    Present,
    /// Looks on to an expression on either side of it: on Monday it opens.
    PresentOfEither,
    /// So, unless it is a noun and the sentence begins with it: vote on Monday.
    NounOrPresent,
    /// What is to come, before its object: plans a vote on Monday, hopes to win, but hopes on Monday.
    Intent,
    /// What a sentence that begins with it asks for: join us on Monday.
    Imperative,
    /// What may stand before that: do not miss it.
    Plea,
    Infinitive,
    /// As a present, unless another verb governs it: tickets go on sale on Monday, but did not go.
    Bare,
    /// A participle behind it looks on: if approved on Monday.
    If,
    /// Begins a clause, whose verb comes before any of the one around it: he said that the vote on Friday would go ahead.
    That,
    /// What was so first, and is no longer: originally planned for March.
    Once,
    Neither,
    /// What follows is a noun, though it may look like a participle.
    Article,
    /// What follows is a noun, though it may look like a participle or a present: the next vote.
    Adjective,
}

impl Form {
    /// What a token says as a verb form.
    pub(super) fn of(text: &Text, at: usize) -> Option<Form> {
        Some(match text.verb(at)? {
            0 => Form::Back,
            1 => Form::On,
            2 => Form::Auxiliary,
            3 => Form::Participle,
            4 => Form::BackOrParticiple,
            5 => Form::Being,
            6 => Form::Infinitive,
            8 => Form::Article,
            9 => Form::Before,
            10 => Form::Reflexive,
            11 => Form::Present,
            12 => Form::PutOff,
            13 => Form::To,
            14 => Form::Will,
            15 => Form::For,
            16 => Form::Let,
            17 => Form::Is,
            18 => Form::Once,
            19 => Form::Bare,
            20 => Form::That,
            21 => Form::PresentOfEither,
            22 => Form::If,
            23 => Form::Adjective,
            // He was to leave on Saturday.
            24 if is_infinitive(text, at + 1) => Form::On,
            24 => Form::Back,
            25 => Form::NounOrParticiple,
            26 => Form::NounOrPresent,
            27 => Form::Intent,
            28 => Form::Imperative,
            29 => Form::Plea,
            30 => Form::BareOrParticiple,
            31 => Form::There,
            _ => Form::Neither,
        })
    }
}

/// Whether the sign of the infinitive stands there before a verb.
pub(super) fn is_infinitive(text: &Text, at: usize) -> bool {
    let lower = text.segmentation.tokens.get(at + 1).is_some_and(|token| token.shape() == Shape::Lower);
    lower && Form::of(text, at) == Some(Form::Infinitive) && Form::of(text, at + 1) != Some(Form::Article)
}

/// Whether a word that may be a verb form may as well be a noun.
pub(super) fn may_be_noun(form: Form) -> bool {
    use Form::{Back, BackOrParticiple, Bare, NounOrPresent, Participle, Present, PresentOfEither, PutOff};
    matches!(form, Back | BackOrParticiple | Bare | NounOrPresent | Participle | Present | PresentOfEither | PutOff)
}
