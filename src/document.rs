//! What users receive: a text with its tokens, sentences and annotations.

use std::borrow::Cow;

use crate::context::Anchor;
use crate::language::Language;
use crate::people::{Mention, Person};
use crate::resolve::{Conflict, Explanation, Finding, Findings};
use crate::segment::{Sentence, Token};
use crate::span::Span;
use crate::value::{Resolved, Timex, Value, Weekday};

/// What an annotation is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Kind {
    /// A calendar expression of grain day or coarser.
    Date,
    /// The name of a weekday.
    DayName,
    /// A clock time or part of the day.
    Time,
    /// A length of time.
    Duration,
    /// A recurrence.
    Set,
    /// A span named by its bounds.
    Interval,
    /// A mention of a person.
    Person,
    /// Two statements of the text that cannot both hold.
    Conflict,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 8] = [
        Kind::Date,
        Kind::DayName,
        Kind::Time,
        Kind::Duration,
        Kind::Set,
        Kind::Interval,
        Kind::Person,
        Kind::Conflict,
    ];

    /// Its name in JSON: `day_name`.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Date => "date",
            Kind::DayName => "day_name",
            Kind::Time => "time",
            Kind::Duration => "duration",
            Kind::Set => "set",
            Kind::Interval => "interval",
            Kind::Person => "person",
            Kind::Conflict => "conflict",
        }
    }

    pub(crate) fn of(value: &Value) -> Kind {
        match value {
            Value::Date(_) => Kind::Date,
            Value::DayName(..) => Kind::DayName,
            Value::Time(_) => Kind::Time,
            Value::Duration(_) => Kind::Duration,
            Value::Set(_) => Kind::Set,
            Value::Interval(_) => Kind::Interval,
        }
    }
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.name())
    }
}

/// Where a document keeps what an annotation says, in the order of those that stand at one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Content {
    Time(u32),
    Conflict(u32),
    Person(u32),
}

/// An annotation as it is kept.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Record {
    pub span: Span,
    pub content: Content,
}

impl Record {
    /// The order of annotations: by where they start; of two that start together, the longer first.
    pub(crate) fn place(&self) -> impl Ord + use<> {
        (self.span.start(), std::cmp::Reverse(self.span.end()), self.content)
    }
}

/// A text, annotated.
///
/// It borrows the text; [`into_owned`](Document::into_owned) takes it along.
///
/// ```
/// use chronique::{Annotator, Context};
///
/// let context = Context::new().anchor("2024-03-05".parse()?);
/// let document = Annotator::new().annotate_with("Le maire a démissionné hier.", &context);
/// let hier = document.dates().next().unwrap();
/// assert_eq!((hier.text(), hier.value().unwrap().to_string().as_str()), ("hier", "2024-03-04"));
/// # Ok::<(), chronique::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Document<'t> {
    pub(crate) text: Cow<'t, str>,
    pub(crate) language: Option<Language>,
    pub(crate) anchor: Option<Anchor>,
    pub(crate) tokens: Vec<Token>,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) records: Vec<Record>,
    pub(crate) times: Findings,
    pub(crate) conflicts: Vec<Conflict>,
    pub(crate) mentions: Vec<Mention>,
    pub(crate) people: Vec<Person>,
}

impl<'t> Document<'t> {
    /// The text annotated.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The language it was read in, None where it is in none of those known.
    pub fn language(&self) -> Option<Language> {
        self.language
    }

    /// When it was written: as given, else as the text tells.
    pub fn anchor(&self) -> Option<Anchor> {
        self.anchor
    }

    /// Its tokens, in order, contractions in their parts; [`segment::whole`](crate::segment::whole) joins them.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// Its sentences, in order.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// Every annotation, by where it starts; of two that start together, the longer first.
    pub fn annotations(&self) -> impl ExactSizeIterator<Item = Annotation<'_>> + DoubleEndedIterator {
        self.records.iter().map(|record| Annotation { document: self, record })
    }

    /// The annotations of one kind.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = Annotation<'_>> {
        self.annotations().filter(move |annotation| annotation.kind() == kind)
    }

    /// Calendar expressions of grain day or coarser.
    pub fn dates(&self) -> impl Iterator<Item = Annotation<'_>> {
        self.of_kind(Kind::Date)
    }

    /// Names of weekdays.
    pub fn day_names(&self) -> impl Iterator<Item = Annotation<'_>> {
        self.of_kind(Kind::DayName)
    }

    /// Clock times and parts of the day.
    pub fn times(&self) -> impl Iterator<Item = Annotation<'_>> {
        self.of_kind(Kind::Time)
    }

    /// Lengths of time.
    pub fn durations(&self) -> impl Iterator<Item = Annotation<'_>> {
        self.of_kind(Kind::Duration)
    }

    /// Recurrences.
    pub fn sets(&self) -> impl Iterator<Item = Annotation<'_>> {
        self.of_kind(Kind::Set)
    }

    /// Spans named by their bounds.
    pub fn intervals(&self) -> impl Iterator<Item = Annotation<'_>> {
        self.of_kind(Kind::Interval)
    }

    /// The people of the text, each once, in the order they appear.
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// Every mention of a person.
    pub fn mentions(&self) -> impl Iterator<Item = Annotation<'_>> {
        self.of_kind(Kind::Person)
    }

    /// The same with a text of its own.
    pub fn into_owned(self) -> Document<'static> {
        Document { text: Cow::Owned(self.text.into_owned()), ..self }
    }
}

/// An annotation of a [`Document`]: where it stands, what it is, what it says.
#[derive(Clone, Copy, Debug)]
pub struct Annotation<'d> {
    document: &'d Document<'d>,
    record: &'d Record,
}

impl<'d> Annotation<'d> {
    /// Where it stands, in bytes.
    pub fn span(&self) -> Span {
        self.record.span
    }

    /// The text it stands on.
    pub fn text(&self) -> &'d str {
        self.document.text.get(self.record.span.range()).unwrap_or_default()
    }

    /// What it is of.
    pub fn kind(&self) -> Kind {
        match self.record.content {
            Content::Time(_) => self.value().map_or(Kind::Date, |value| Kind::of(&value)),
            Content::Person(_) => Kind::Person,
            Content::Conflict(_) => Kind::Conflict,
        }
    }

    /// The name of the rule that found it.
    pub fn rule(&self) -> &'static str {
        self.time().map(|time| time.rule).or(self.mention().map(Mention::rule)).unwrap_or(Kind::Conflict.name())
    }

    fn time(&self) -> Option<Finding> {
        match self.record.content {
            Content::Time(at) => self.document.times.get(at as usize),
            _ => None,
        }
    }

    /// Its value, if it is of time.
    pub fn value(&self) -> Option<Value> {
        match self.record.content {
            Content::Time(at) => self.document.times.value_of(at as usize),
            _ => None,
        }
    }

    /// The weekday, if it is the name of one.
    pub fn weekday(&self) -> Option<Weekday> {
        match self.value() {
            Some(Value::DayName(weekday, _)) => Some(weekday),
            _ => None,
        }
    }

    /// Its TIMEX3 attributes, if it is of time and no interval.
    pub fn timex(&self) -> Option<Timex> {
        self.time().and_then(|time| time.value.timex(time.modifier))
    }

    /// Its span on the calendar, where that can be known.
    pub fn resolved(&self) -> Option<Resolved> {
        self.time().and_then(|time| time.resolved)
    }

    /// Why it has this value: what the text says, what was inferred and from what.
    pub fn explain(&self) -> Option<Explanation> {
        self.time().map(|time| time.explanation)
    }

    /// The person mentioned.
    pub fn person(&self) -> Option<&'d Person> {
        self.mention().and_then(|mention| self.document.people.get(mention.person()))
    }

    /// The mention, if it is of a person.
    pub fn mention(&self) -> Option<&'d Mention> {
        match self.record.content {
            Content::Person(at) => self.document.mentions.get(at as usize),
            _ => None,
        }
    }

    /// What the text says and what the calendar says, if the two are in conflict.
    pub fn conflict(&self) -> Option<(&'d str, &'d str)> {
        match self.record.content {
            Content::Conflict(at) => {
                self.document.conflicts.get(at as usize).map(|conflict| (&*conflict.says, &*conflict.calendar))
            }
            _ => None,
        }
    }
}
