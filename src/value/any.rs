//! Any temporal value.

use std::fmt;
use std::str::FromStr;

use super::{Date, Duration, Interval, Modifier, Recurrence, Time, Timex, TimexType, Weekday};
use crate::error::Error;

/// The value of a temporal annotation.
///
/// ```
/// use chronique::value::Value;
///
/// assert!(matches!("2023-11-17T12:00".parse()?, Value::Time(_)));
/// assert!(matches!("PT106H".parse()?, Value::Duration(_)));
/// assert!(matches!("XXXX-WXX-1 EVERY".parse()?, Value::Set(_)));
/// assert!(matches!("2008/..".parse()?, Value::Interval(_)));
/// # Ok::<(), chronique::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Value {
    /// A calendar expression of grain day or coarser.
    Date(Date),
    /// The name of a weekday, with its date.
    DayName(Weekday, Date),
    /// A clock time or part of a day.
    Time(Time),
    /// A length of time.
    Duration(Duration),
    /// A recurrence.
    Set(Recurrence),
    /// A span named by its bounds.
    Interval(Interval),
}

impl Value {
    /// Its TIMEX3 attributes; None for an interval, which TIMEX3 has only as its two bounds.
    ///
    /// ```
    /// use chronique::value::{Modifier, Value};
    ///
    /// let ten_minutes: Value = "PT10M".parse()?;
    /// let timex = ten_minutes.timex(Some(Modifier::LessThan)).unwrap();
    /// assert_eq!((timex.value.as_str(), timex.modifier), ("PT10M", Some(Modifier::LessThan)));
    /// # Ok::<(), chronique::Error>(())
    /// ```
    pub fn timex(&self, modifier: Option<Modifier>) -> Option<Timex> {
        let timex = |kind, value| Timex { kind, value, modifier, quant: None, freq: None };
        Some(match self {
            Value::Date(date) | Value::DayName(_, date) => timex(TimexType::Date, date.to_string()),
            // TIMEX3 has the local time, and says no zone but UTC.
            Value::Time(time) => {
                let offset = time.offset.filter(|offset| *offset == 0);
                timex(TimexType::Time, Time { offset, ..*time }.to_string())
            }
            Value::Duration(duration) => timex(TimexType::Duration, duration.to_string()),
            Value::Set(set) => Timex { quant: set.quant(), freq: set.freq(), ..timex(TimexType::Set, set.value()) },
            Value::Interval(_) => return None,
        })
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Date(date) | Value::DayName(_, date) => date.fmt(f),
            Value::Time(time) => time.fmt(f),
            Value::Duration(duration) => duration.fmt(f),
            Value::Set(set) => set.fmt(f),
            Value::Interval(interval) => interval.fmt(f),
        }
    }
}

impl FromStr for Value {
    type Err = Error;

    /// Reads what `Display` writes: what is a date is read as one, also where a weekday or a recurrence wrote it.
    fn from_str(text: &str) -> Result<Value, Error> {
        let read = if text.contains('/') {
            text.parse().map(Value::Interval)
        } else if text.contains(' ') {
            text.parse().map(Value::Set)
        } else {
            let duration = text.parse().map(Value::Duration);
            duration.or_else(|_| text.parse().map(Value::Date)).or_else(|_| text.parse().map(Value::Time))
        };
        read.map_err(|_: Error| Error::value("TIMEX3 value", text))
    }
}
