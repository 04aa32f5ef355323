//! A span on the calendar.

use chrono::NaiveDateTime;

use super::Grain;

/// A local date and time, with its offset from UTC where the zone is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Instant {
    /// Local time.
    pub local: NaiveDateTime,
    /// Minutes east of UTC.
    pub offset: Option<i16>,
}

/// The half-open span on the calendar that an expression means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Resolved {
    /// The first instant; None when open.
    pub start: Option<Instant>,
    /// The instant after the last; None when open.
    pub end: Option<Instant>,
    /// The grain it was said with.
    pub grain: Grain,
}
