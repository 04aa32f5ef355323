//! A recurrence: every Monday, twice a week.

use std::fmt;
use std::str::FromStr;

use super::{Date, Duration, Time};
use crate::error::Error;

/// What recurs, and how often.
///
/// Written as the TIMEX3 attributes `value`, `quant` and `freq`, one after the other.
///
/// ```
/// use chronique::value::Recurrence;
///
/// let other_friday: Recurrence = "XXXX-WXX-5 EVERY 2".parse()?;
/// assert_eq!(other_friday.interval, 2);
/// assert_eq!(other_friday.to_string(), "XXXX-WXX-5 EVERY 2");
/// let twice_a_week: Recurrence = "P1W 2X".parse()?;
/// assert_eq!(twice_a_week.times, 2);
/// # Ok::<(), chronique::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Recurrence {
    /// TIMEX3 `value`.
    pub every: Every,
    /// TIMEX3 `quant`, every how many: `EVERY`, `EVERY 2`; 0 when not said. A period of several is written with `EVERY`
    /// alone, the value being so many times as long: `P2D EVERY`.
    pub interval: u16,
    /// TIMEX3 `freq`: so many times a period, `2X`; 0 when not said.
    pub times: u16,
}

/// The period or the calendar pattern that recurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Every {
    /// `P1W`
    Period(Duration),
    /// `XXXX-WXX-1`
    Date(Date),
    /// `T09:00`
    Time(Time),
}

impl Recurrence {
    /// TIMEX3 `value`.
    ///
    /// ```
    /// use chronique::value::{Amount, Duration, Every, Recurrence, Unit};
    ///
    /// let day = Every::Period(Duration::of(Amount::whole(1), Unit::Day));
    /// assert_eq!(Recurrence { every: day, interval: 2, times: 0 }.value(), "P2D");
    /// ```
    pub fn value(&self) -> String {
        match self.every {
            Every::Period(period) => period.times(self.interval.max(1)).to_string(),
            Every::Date(date) => date.to_string(),
            Every::Time(time) => time.to_string(),
        }
    }

    /// TIMEX3 `quant`.
    pub fn quant(&self) -> Option<String> {
        match (self.interval, self.every) {
            (0, _) => None,
            (1, _) | (_, Every::Period(_)) => Some("EVERY".to_owned()),
            (interval, _) => Some(format!("EVERY {interval}")),
        }
    }

    /// TIMEX3 `freq`.
    pub fn freq(&self) -> Option<String> {
        (self.times > 0).then(|| format!("{}X", self.times))
    }
}

impl fmt::Display for Recurrence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.value())?;
        [self.quant(), self.freq()].into_iter().flatten().try_for_each(|attribute| write!(f, " {attribute}"))
    }
}

impl FromStr for Recurrence {
    type Err = Error;

    /// Reads what `Display` writes; a period of several is read as one period that recurs each time.
    fn from_str(text: &str) -> Result<Recurrence, Error> {
        read(text).ok_or_else(|| Error::value("TIMEX3 recurrence", text))
    }
}

fn read(text: &str) -> Option<Recurrence> {
    let mut words = text.split(' ').peekable();
    let value = words.next()?;
    let every = value.parse().map(Every::Period);
    let every = every.or_else(|_| value.parse().map(Every::Date)).or_else(|_| value.parse().map(Every::Time)).ok()?;
    let count = |word: &str| word.parse::<u16>().ok().filter(|&count| count > 0 && count.to_string() == word);
    let mut interval = 0;
    if words.next_if_eq(&"EVERY").is_some() {
        let several = words.peek().and_then(|word| count(word)).filter(|&count| count > 1);
        interval = several.unwrap_or(1);
        if several.is_some() {
            words.next();
        }
    }
    let times = match words.next() {
        Some(word) => count(word.strip_suffix('X')?)?,
        None => 0,
    };
    let period = matches!(every, Every::Period(_));
    (words.next().is_none() && !(period && interval > 1)).then_some(Recurrence { every, interval, times })
}
