//! What users receive: the people of a document.

use crate::span::Span;

use super::name::Name;

/// One person of a document, with every place that names them.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Person {
    pub(super) name: Name,
    pub(super) title: Option<String>,
    pub(super) role: Option<String>,
    pub(super) mentions: Vec<Span>,
}

impl Person {
    /// The name, in its fullest form.
    pub fn name(&self) -> &Name {
        &self.name
    }

    /// The title first given: `Mme`, `général`, `President`.
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// The function first told: `directrice technique`, `PDG de Microsoft`.
    pub fn role(&self) -> Option<&str> {
        self.role.as_deref()
    }

    /// Where the document names the person, in bytes, in order.
    pub fn mentions(&self) -> &[Span] {
        &self.mentions
    }
}

/// One place that names a person, without title or function.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    pub(super) span: Span,
    pub(super) person: usize,
    pub(super) confidence: f32,
    pub(super) title: Option<Span>,
    pub(super) role: Option<Span>,
    pub(super) rule: &'static str,
}

impl Mention {
    /// Where it stands, in bytes.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The number of the person, as an index into the people of the document.
    pub fn person(&self) -> usize {
        self.person
    }

    /// How sure it is that a person is named here and that the name ends where the span does, from 0 to 1.
    pub fn confidence(&self) -> f32 {
        self.confidence
    }

    /// Where the title stands that goes with the name here: `Mme`, `President`.
    pub fn title(&self) -> Option<Span> {
        self.title
    }

    /// Where the function stands that the text tells here: `PDG de Microsoft`.
    pub fn role(&self) -> Option<Span> {
        self.role
    }

    /// The name of the rule that found it.
    pub fn rule(&self) -> &'static str {
        self.rule
    }
}

/// The people of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct People {
    /// Every mention, in order.
    pub mentions: Vec<Mention>,
    /// Every individual, by first mention.
    pub individuals: Vec<Person>,
}
