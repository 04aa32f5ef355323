//! A span named by its bounds.

use std::fmt;
use std::str::FromStr;

use super::{Date, Time};
use crate::error::Error;

/// A bound of an interval: a date or a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// `2023-11-17`
    Date(Date),
    /// `2023-11-17T12:00`
    Time(Time),
}

/// A span named by its bounds, or open on one side; written `2023-03-03/2023-03-05`, `../2023-11`, `2008/..` (ISO 8601-2).
///
/// ```
/// use chronique::value::Interval;
///
/// let since: Interval = "2008/..".parse()?;
/// assert_eq!(since.to, None);
/// assert_eq!(since.to_string(), "2008/..");
/// # Ok::<(), chronique::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interval {
    /// Where it begins, None when open.
    pub from: Option<Bound>,
    /// Its last named part, None when open.
    pub to: Option<Bound>,
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Bound::Date(date) => date.fmt(f),
            Bound::Time(time) => time.fmt(f),
        }
    }
}

impl FromStr for Bound {
    type Err = Error;

    fn from_str(text: &str) -> Result<Bound, Error> {
        let date = text.parse().map(Bound::Date);
        date.or_else(|_| text.parse().map(Bound::Time)).map_err(|_| Error::value("TIMEX3 date or time", text))
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bound = |bound: Option<Bound>| bound.map_or_else(|| "..".to_owned(), |bound| bound.to_string());
        write!(f, "{}/{}", bound(self.from), bound(self.to))
    }
}

impl FromStr for Interval {
    type Err = Error;

    /// Reads what `Display` writes.
    fn from_str(text: &str) -> Result<Interval, Error> {
        let bound = |text: &str| if text == ".." { Ok(None) } else { text.parse().map(Some) };
        let Some((from, to)) = text.split_once('/') else {
            return Err(Error::value("interval (FROM/TO, open sides written ..)", text));
        };
        Ok(Interval { from: bound(from)?, to: bound(to)? })
    }
}
