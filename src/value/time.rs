//! A time of the day as TIMEX3 writes it, with its date where that is known.

use super::{Date, PartOfDay};

/// A clock time or part of the day: `2023-11-17T12:00`, `T22:00`, `2023-11-21TMO`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Time {
    /// The day, None when nothing tells it.
    pub date: Option<Date>,
    /// The time of that day.
    pub clock: Clock,
    /// Minutes east of UTC, where the text names a zone.
    pub offset: Option<i16>,
}

/// A place in the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Clock {
    /// `T22`… written `T22:00`: TIMEX3 gives the minute; the grain is with the resolved span.
    Hour(u8),
    /// `T22:30`
    Minute(u8, u8),
    /// `T22:30:15`
    Second(u8, u8, u8),
    /// `TMO`
    Part(PartOfDay),
}
