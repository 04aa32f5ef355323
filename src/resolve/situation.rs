//! What is known at a point of the text: when it was written, what time its story has reached, which way it looks.

use chrono::{NaiveDate, NaiveDateTime};

use crate::context::Anchor;
use crate::value::Zone;

/// Which way an expression that names no direction looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Toward {
    Past,
    Future,
    Nearest,
}

/// What is known at a point of the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Situation {
    /// When the document was written.
    pub anchor: Option<Anchor>,
    /// The day, and the time where one was said, that the story has reached.
    pub narrative: Option<Reached>,
    pub toward: Toward,
    pub zone: Option<Zone>,
    /// Whether the caller wants the next occurrence of an hour that may be of the morning or the evening.
    pub assistant: bool,
}

/// The time that a story has reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reached {
    pub moment: NaiveDateTime,
    /// Whether the time of the day was said.
    pub clock: bool,
}

impl Situation {
    /// When it was written.
    pub(crate) fn now(&self) -> Option<NaiveDateTime> {
        self.anchor.map(Anchor::moment)
    }

    /// The day it was written.
    pub(crate) fn today(&self) -> Option<NaiveDate> {
        self.anchor.map(|anchor| anchor.date)
    }

    /// The time the story has reached; when nothing told it, when it was written.
    pub(crate) fn reached(&self) -> Option<NaiveDateTime> {
        self.narrative.map(|reached| reached.moment).or_else(|| self.now())
    }
}
