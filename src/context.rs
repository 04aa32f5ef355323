//! What is known about a document besides its text.

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use crate::error::Error;
use crate::language::Language;

/// When a document was written: a day, with the time of the day where that is known.
///
/// ```
/// use chronique::Anchor;
///
/// let anchor: Anchor = "2023-11-28".parse()?;
/// assert_eq!(anchor.to_string(), "2023-11-28");
/// let anchor: Anchor = "2013-02-12T04:30:00".parse()?;
/// assert_eq!(anchor.to_string(), "2013-02-12T04:30:00");
/// # Ok::<(), chronique::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Anchor {
    /// The day.
    pub date: NaiveDate,
    /// The time of that day.
    pub time: Option<NaiveTime>,
}

impl Anchor {
    /// The moment of writing; the first of its day when no time is known.
    pub fn moment(self) -> NaiveDateTime {
        self.date.and_time(self.time.unwrap_or(NaiveTime::MIN))
    }
}

impl From<NaiveDate> for Anchor {
    fn from(date: NaiveDate) -> Anchor {
        Anchor { date, time: None }
    }
}

impl From<NaiveDateTime> for Anchor {
    fn from(moment: NaiveDateTime) -> Anchor {
        Anchor { date: moment.date(), time: Some(moment.time()) }
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.time {
            Some(time) => write!(f, "{}T{}", self.date.format("%Y-%m-%d"), time.format("%H:%M:%S")),
            None => write!(f, "{}", self.date.format("%Y-%m-%d")),
        }
    }
}

impl FromStr for Anchor {
    type Err = Error;

    /// Reads `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM:SS`.
    fn from_str(text: &str) -> Result<Anchor, Error> {
        let moment = |format| NaiveDateTime::parse_from_str(text, format).map(Anchor::from);
        NaiveDate::parse_from_str(text, "%Y-%m-%d")
            .map(Anchor::from)
            .or_else(|_| moment("%Y-%m-%dT%H:%M:%S"))
            .or_else(|_| moment("%Y-%m-%dT%H:%M"))
            .map_err(|_| Error::value("date or date and time (YYYY-MM-DD, YYYY-MM-DDTHH:MM:SS)", text))
    }
}

#[cfg(feature = "serde")]
crate::value::as_string!(Anchor);

/// Which way an expression looks that names no direction: "Monday", "le 3 mars", "at five".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Direction {
    /// As a reader of news does: by tense, narrative and anchor, then the past.
    #[default]
    News,
    /// Always the last one.
    Past,
    /// Always the next one, as assistants want.
    Future,
    /// The one nearest to the anchor.
    Nearest,
}

/// What is known about a document besides its text: when it was written, its language, which way it looks.
///
/// ```
/// use chronique::{Context, Direction, Language};
///
/// let context = Context::new().anchor("2023-11-28".parse()?).language(Language::French).direction(Direction::Past);
/// # Ok::<(), chronique::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Context {
    pub(crate) anchor: Option<Anchor>,
    pub(crate) language: Option<Language>,
    pub(crate) direction: Option<Direction>,
}

impl Context {
    /// Nothing is known: anchor and language are looked for in the text.
    pub fn new() -> Context {
        Context::default()
    }

    /// The document was written then.
    pub fn anchor(mut self, anchor: Anchor) -> Context {
        self.anchor = Some(anchor);
        self
    }

    /// The document is in this language.
    pub fn language(mut self, language: Language) -> Context {
        self.language = Some(language);
        self
    }

    /// Expressions that name no direction look this way, whatever the annotator's own preference.
    pub fn direction(mut self, direction: Direction) -> Context {
        self.direction = Some(direction);
        self
    }
}
