//! A recurrence: every Monday, twice a week.

use std::fmt;
use std::str::FromStr;

use super::{Amount, Clock, Date, DatePart, Duration, Time, Unit, Weekday, Year};
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

impl Recurrence {
    /// The recurrence rule of RFC 5545 (iCalendar) that says the same, None where it has no such rule: so many times a
    /// period without the days, seasons, lengths that are not said.
    ///
    /// A part of the day is not in the rule, which leaves the hour to the event's own beginning.
    ///
    /// ```
    /// use chronique::value::Recurrence;
    ///
    /// let rule = |set: &str| set.parse::<Recurrence>().ok().and_then(|set| set.to_rrule());
    /// assert_eq!(rule("XXXX-WXX-5T17:30 EVERY 2").unwrap(), "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;BYHOUR=17;BYMINUTE=30");
    /// assert_eq!(rule("XXXX-12-25 EVERY").unwrap(), "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25");
    /// assert_eq!(rule("P3M EVERY").unwrap(), "FREQ=MONTHLY;INTERVAL=3");
    /// assert_eq!(rule("XXXX-XX-1#2 EVERY").unwrap(), "FREQ=MONTHLY;BYDAY=2MO");
    /// assert_eq!(rule("P1W 2X"), None);
    /// ```
    pub fn to_rrule(&self) -> Option<String> {
        if self.times > 1 {
            return None;
        }
        let (frequency, count, by) = match self.every {
            Every::Period(period) => {
                let (frequency, count) = frequency(&period)?;
                (frequency, count, String::new())
            }
            Every::Date(date) => by_date(date)?,
            Every::Time(Time { date, clock, .. }) => {
                let (frequency, count, by) = date.map_or(Some(("DAILY", 1, String::new())), by_date)?;
                (frequency, count, by + &by_clock(clock))
            }
        };
        let interval = count * u64::from(self.interval.max(1));
        let interval = if interval == 1 { String::new() } else { format!(";INTERVAL={interval}") };
        Some(format!("FREQ={frequency}{interval}{by}"))
    }
}

/// The frequency of a period of whole units of one kind, and every how many.
fn frequency(period: &Duration) -> Option<(&'static str, u64)> {
    let (unit, amount) = period.single()?;
    let Amount::Thousandths(thousandths) = amount else { return None };
    let count = u64::try_from(thousandths).ok().filter(|count| *count > 0 && count % 1000 == 0)? / 1000;
    let (frequency, each) = match unit {
        Unit::Second => ("SECONDLY", 1),
        Unit::Minute => ("MINUTELY", 1),
        Unit::Hour => ("HOURLY", 1),
        Unit::Day => ("DAILY", 1),
        Unit::Weekend | Unit::Week => ("WEEKLY", 1),
        Unit::Month => ("MONTHLY", 1),
        Unit::Quarter => ("MONTHLY", 3),
        Unit::Half => ("MONTHLY", 6),
        Unit::Year => ("YEARLY", 1),
        Unit::Decade => ("YEARLY", 10),
        Unit::Century => ("YEARLY", 100),
    };
    Some((frequency, count.checked_mul(each).filter(|count| *count <= u64::from(u32::MAX))?))
}

/// The rule for a date of no particular year.
fn by_date(date: Date) -> Option<(&'static str, u64, String)> {
    let Date::Calendar { year: Year::Unknown, part, .. } = date else { return None };
    let (frequency, by) = match part {
        DatePart::Weekday(weekday) => ("WEEKLY", format!(";BYDAY={}", code(weekday))),
        DatePart::NthWeekday { weekday, nth } => ("MONTHLY", format!(";BYDAY={nth}{}", code(weekday))),
        DatePart::Weekend(None) => ("WEEKLY", ";BYDAY=SA,SU".to_owned()),
        DatePart::Week(None) => ("WEEKLY", String::new()),
        DatePart::Week(Some(week)) => ("YEARLY", format!(";BYWEEKNO={week}")),
        DatePart::Day { month: None, day } => ("MONTHLY", format!(";BYMONTHDAY={day}")),
        DatePart::Day { month: Some(month), day } => ("YEARLY", format!(";BYMONTH={month};BYMONTHDAY={day}")),
        DatePart::Month(month) => ("YEARLY", format!(";BYMONTH={month}")),
        DatePart::Whole => ("YEARLY", String::new()),
        _ => return None,
    };
    Some((frequency, 1, by))
}

/// A day of the week as rules write it.
fn code(weekday: Weekday) -> &'static str {
    ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][weekday as usize]
}

/// The rule for a time of the day.
fn by_clock(clock: Clock) -> String {
    match clock {
        Clock::Hour(hour) => format!(";BYHOUR={hour};BYMINUTE=0"),
        Clock::Minute(hour, minute) => format!(";BYHOUR={hour};BYMINUTE={minute}"),
        Clock::Second(hour, minute, second) => format!(";BYHOUR={hour};BYMINUTE={minute};BYSECOND={second}"),
        Clock::Part(_) => String::new(),
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
