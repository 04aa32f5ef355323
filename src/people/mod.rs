//! Who: mentions of people, and the individuals behind them.

use crate::language::Language;
use crate::segment::Segmentation;
use crate::span::Span;

/// Names the user adds, and names the user refuses.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names;

/// The people of a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct People {
    pub mentions: Vec<Mention>,
    pub individuals: Vec<Person>,
}

/// A mention of a person.
#[derive(Clone, Debug)]
pub struct Mention {
    span: Span,
    person: usize,
}

impl Mention {
    /// Where it stands, in bytes.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The number of the person in the document.
    pub fn person(&self) -> usize {
        self.person
    }

    /// The name of the rule that found it.
    pub fn rule(&self) -> &'static str {
        "person"
    }
}

/// A person of a document.
#[derive(Clone, Debug)]
pub struct Person {
    name: Name,
}

/// The name of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Name {
    /// Given names.
    pub given: Option<String>,
    /// Surname.
    pub family: Option<String>,
    /// The fullest form of the text.
    pub full: String,
}

impl Person {
    /// The name.
    pub fn name(&self) -> &Name {
        &self.name
    }

    /// The title that goes with the name.
    pub fn title(&self) -> Option<&str> {
        None
    }

    /// The role that the text gives.
    pub fn role(&self) -> Option<&str> {
        None
    }
}

/// The people of a text.
pub(crate) fn read(_: &str, _: &Segmentation, _: Language, _: &Names, _: &[Span]) -> People {
    People::default()
}
