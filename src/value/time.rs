//! A time of the day as TIMEX3 writes it, with its date where that is known.

use std::fmt;
use std::str::FromStr;

use super::{Date, PartOfDay};
use crate::error::Error;

/// A clock time or part of the day: `2023-11-17T12:00`, `T22:00`, `2023-11-21TMO`.
///
/// ```
/// use chronique::value::{Clock, PartOfDay, Time};
///
/// let morning: Time = "2023-11-21TMO".parse()?;
/// assert_eq!(morning.clock, Clock::Part(PartOfDay::Morning));
/// let call: Time = "2023-11-17T12:00-08:00".parse()?;
/// assert_eq!(call.offset, Some(-480));
/// assert_eq!(call.to_string(), "2023-11-17T12:00-08:00");
/// # Ok::<(), chronique::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Time {
    /// The day, None when nothing tells it. A symbolic one is not written.
    pub date: Option<Date>,
    /// The time of that day.
    pub clock: Clock,
    /// Minutes east of UTC, where the text names a zone.
    pub offset: Option<i16>,
}

/// A place in the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Clock {
    /// `T22`… written `T22:00`: TIMEX3 gives the minute; the grain is with the resolved span. It is read back as a minute.
    Hour(u8),
    /// `T22:30`
    Minute(u8, u8),
    /// `T22:30:15`
    Second(u8, u8, u8),
    /// `TMO`
    Part(PartOfDay),
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Clock::Hour(hour) => write!(f, "T{hour:02}:00"),
            Clock::Minute(hour, minute) => write!(f, "T{hour:02}:{minute:02}"),
            Clock::Second(hour, minute, second) => write!(f, "T{hour:02}:{minute:02}:{second:02}"),
            Clock::Part(part) => write!(f, "T{part}"),
        }
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(date @ Date::Calendar { .. }) = self.date {
            date.fmt(f)?;
        }
        self.clock.fmt(f)?;
        self.offset.map_or(Ok(()), |offset| write_offset(f, offset))
    }
}

/// Writes minutes east of UTC as ISO 8601 does.
pub(super) fn write_offset(f: &mut fmt::Formatter<'_>, offset: i16) -> fmt::Result {
    if offset == 0 {
        return f.write_str("Z");
    }
    let sign = if offset < 0 { '-' } else { '+' };
    write!(f, "{sign}{:02}:{:02}", offset.unsigned_abs() / 60, offset.unsigned_abs() % 60)
}

/// Takes the offset from the end of an ISO 8601 time.
pub(super) fn split_offset(text: &str) -> Option<(&str, Option<i16>)> {
    if let Some(rest) = text.strip_suffix('Z') {
        return Some((rest, Some(0)));
    }
    let Some(at) = text.rfind(['+', '-']) else { return Some((text, None)) };
    let (rest, offset) = text.split_at(at);
    let (hours, minutes) = offset.get(1..)?.split_once(':')?;
    let minutes = two_digits(hours, 23)? * 60 + two_digits(minutes, 59)?;
    Some((rest, Some(if offset.starts_with('-') { -minutes } else { minutes })))
}

/// Reads two digits that say no more than `last`.
fn two_digits(text: &str, last: i16) -> Option<i16> {
    let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok().filter(|number| *number <= last) } else { None }
}

impl FromStr for Time {
    type Err = Error;

    /// Reads what `Display` writes, and an hour alone (`T22`).
    fn from_str(text: &str) -> Result<Time, Error> {
        read(text).ok_or_else(|| Error::value("TIMEX3 time", text))
    }
}

fn read(text: &str) -> Option<Time> {
    let (date, clock) = text.split_once('T')?;
    let date = if date.is_empty() { None } else { Some(date.parse().ok()?) };
    let (clock, offset) = split_offset(clock)?;
    let clock = match clock.len() {
        2 => match clock.parse() {
            Ok(part) => Clock::Part(part),
            Err(_) => Clock::Hour(read_field(clock, 23)?),
        },
        _ => {
            let mut fields = clock.splitn(3, ':');
            let hour = read_field(fields.next()?, 23)?;
            let minute = read_field(fields.next()?, 59)?;
            match fields.next() {
                Some(second) => Clock::Second(hour, minute, read_field(second, 59)?),
                None => Clock::Minute(hour, minute),
            }
        }
    };
    Some(Time { date, clock, offset })
}

fn read_field(text: &str, last: i16) -> Option<u8> {
    two_digits(text, last).and_then(|number| u8::try_from(number).ok())
}
