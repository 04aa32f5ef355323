//! Any temporal value.

use super::{Date, Duration, Interval, Recurrence, Time, Weekday};

/// The value of a temporal annotation.
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
