//! What is known at a point of the text: when it was written, what time its story has reached, which way it looks.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

use crate::context::Anchor;
use crate::lang::Origin;
use crate::value::{Grain, PartOfDay, Unit, calendar};

/// The hour from which a day is late.
const LATE: u32 = 18;

/// Which way an expression that names no direction looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Toward {
    Past,
    Future,
    Nearest,
    /// Back, unless the last is long ago and the next is near: what news means where nothing tells.
    Recent,
}

impl Toward {
    /// Whether the last one is meant rather than the next.
    pub(crate) fn looks_back(self) -> bool {
        matches!(self, Toward::Past | Toward::Recent)
    }
}

/// What is known at a point of the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Situation {
    /// When the document was written; under a heading that is a day, that day.
    pub anchor: Option<Anchor>,
    /// Whether that is in a year that the story told.
    pub in_told_year: bool,
    /// The day, and the time where one was said, that the story has reached.
    pub narrative: Option<Reached>,
    /// The last date the story has told, of any grain.
    pub period: Option<Reached>,
    /// The part of the day that the story is in, as far as an hour may be of it.
    pub part: Option<PartOfDay>,
    /// Whether the story has come to the last hours of a day: small ones are of the next.
    pub late: bool,
    /// Whether the story is in a night between two days: an hour is of the next, unless it is late.
    pub between: bool,
    pub toward: Toward,
    /// Whether the caller wants the next occurrence of an hour that may be of the morning or the evening.
    pub assistant: bool,
    /// Whether the caller wants a time also where the text says some: a few is taken for three.
    pub guess: bool,
}

/// The time that a story has reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reached {
    pub moment: NaiveDateTime,
    /// How exactly it was said.
    pub grain: Grain,
}

impl Reached {
    /// How many days the span that was said has at most.
    pub(crate) fn days(self) -> i64 {
        match self.grain {
            Grain::Week | Grain::Weekend => 7,
            Grain::Month => 31,
            Grain::Quarter | Grain::Season => 92,
            Grain::Year => 366,
            Grain::Decade => 3_653,
            Grain::Century => 36_525,
            _ => 1,
        }
    }

    /// Whether the span that was said may hold a day.
    pub(crate) fn may_hold(self, day: NaiveDate) -> bool {
        (0..self.days()).contains(&(day - self.moment.date()).num_days())
    }

    /// The last day of a year that was said.
    pub(crate) fn last_day(self) -> Option<NaiveDate> {
        (self.grain == Grain::Year).then(|| calendar::date(self.moment.year(), 12, 31)).flatten()
    }

    /// Whether a time of the day was said that is of its last hours.
    pub(crate) fn is_late(self) -> bool {
        self.has_clock() && self.moment.hour() >= LATE
    }

    /// Whether the time of the day was said.
    pub(crate) fn has_clock(self) -> bool {
        self.grain < Grain::Day
    }
}

impl Situation {
    /// Nothing is known but the anchor.
    pub(crate) fn at(anchor: Option<Anchor>, toward: Toward) -> Situation {
        Situation {
            anchor,
            in_told_year: false,
            narrative: None,
            period: None,
            part: None,
            late: false,
            between: false,
            toward,
            assistant: false,
            guess: false,
        }
    }

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

    /// Whether the time of the day is known from which something is counted.
    pub(crate) fn knows_clock(&self, origin: Origin) -> bool {
        let written = || self.anchor.is_some_and(|anchor| anchor.time.is_some());
        match origin {
            Origin::Anchor => written(),
            Origin::Narrative => self.narrative.map_or_else(written, Reached::has_clock),
        }
    }

    /// The time the story has reached, as far as units of that size need it.
    pub(crate) fn reached_by(&self, unit: Unit) -> Option<NaiveDateTime> {
        match self.period {
            Some(period) if unit >= Unit::Month => Some(period.moment),
            Some(period) if unit == Unit::Week && period.grain == Grain::Week => Some(period.moment),
            _ => self.reached(),
        }
    }
}
