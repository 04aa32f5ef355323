//! A span on the calendar.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDateTime, Timelike};

use super::Grain;
use super::time::{split_offset, write_offset};
use crate::error::Error;

/// A local date and time, with its offset from UTC where the zone is known.
///
/// ```
/// use chronique::value::Instant;
///
/// let noon: Instant = "2023-11-17T12:00:00-08:00".parse()?;
/// assert_eq!(noon.local.to_string(), "2023-11-17 12:00:00");
/// assert_eq!(noon.offset, Some(-480));
/// assert_eq!(noon.utc().unwrap().to_string(), "2023-11-17 20:00:00");
/// assert_eq!(noon.to_string(), "2023-11-17T12:00:00-08:00");
/// # Ok::<(), chronique::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Instant {
    /// Local time.
    pub local: NaiveDateTime,
    /// Minutes east of UTC.
    pub offset: Option<i16>,
}

/// The half-open span on the calendar that an expression means.
///
/// ```
/// use chronique::value::{Grain, Resolved};
///
/// let since = Resolved { start: Some("2008-01-01T00:00:00".parse()?), end: None, grain: Grain::Year };
/// # #[cfg(feature = "serde")]
/// assert_eq!(
///     serde_json::to_string(&since).unwrap(),
///     r#"{"start":"2008-01-01T00:00:00","end":null,"grain":"year"}"#
/// );
/// # Ok::<(), chronique::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Resolved {
    /// The first instant; None when open.
    pub start: Option<Instant>,
    /// The instant after the last; None when open.
    pub end: Option<Instant>,
    /// The grain it was said with.
    pub grain: Grain,
}

impl Resolved {
    /// Whether it ends after it begins, within the years 1 to 9999.
    pub(crate) fn is_on_calendar(&self) -> bool {
        let sides = [self.start, self.end];
        self.start.zip(self.end).is_none_or(|(start, end)| start.local < end.local)
            && sides.iter().flatten().all(|instant| (1..=9999).contains(&instant.local.year()))
    }
}

impl Instant {
    /// The same in UTC, where the offset is known.
    pub fn utc(&self) -> Option<NaiveDateTime> {
        let offset = chrono::TimeDelta::minutes(i64::from(self.offset?));
        self.local.checked_sub_signed(offset)
    }
}

impl From<NaiveDateTime> for Instant {
    fn from(local: NaiveDateTime) -> Instant {
        Instant { local, offset: None }
    }
}

impl fmt::Display for Resolved {
    /// `START/END`, `..` for an open side (ISO 8601-2).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = |f: &mut fmt::Formatter<'_>, instant: Option<Instant>| match instant {
            Some(instant) => instant.fmt(f),
            None => f.write_str(".."),
        };
        side(f, self.start)?;
        f.write_str("/")?;
        side(f, self.end)
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.local.format("%Y-%m-%dT%H:%M:%S"))?;
        self.offset.map_or(Ok(()), |offset| write_offset(f, offset))
    }
}

impl FromStr for Instant {
    type Err = Error;

    /// Reads `YYYY-MM-DDTHH:MM:SS`, with `Z` or an offset like `-08:00` or without one.
    fn from_str(text: &str) -> Result<Instant, Error> {
        read(text).ok_or_else(|| Error::value("date and time (YYYY-MM-DDTHH:MM:SS, with or without an offset)", text))
    }
}

fn read(text: &str) -> Option<Instant> {
    let (date, clock) = text.split_once('T')?;
    let (clock, offset) = split_offset(clock)?;
    let local = NaiveDateTime::parse_from_str(&format!("{date}T{clock}"), "%Y-%m-%dT%H:%M:%S").ok()?;
    let same = |local: &NaiveDateTime| {
        local.nanosecond() == 0 && local.format("%Y-%m-%dT%H:%M:%S").to_string() == format!("{date}T{clock}")
    };
    Some(local).filter(same).map(|local| Instant { local, offset })
}
