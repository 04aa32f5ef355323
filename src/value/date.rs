//! A date as TIMEX3 writes it: whole, partial or symbolic.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

use super::{Grain, Season, Weekday, calendar};
use crate::error::Error;

/// A calendar expression of grain day or coarser, in TIMEX3 form.
///
/// ```
/// use chronique::value::{Date, Grain};
///
/// let weekend: Date = "2023-W46-WE".parse()?;
/// assert_eq!(weekend.grain(), Some(Grain::Weekend));
/// let (start, end) = weekend.span().unwrap();
/// assert_eq!(start.to_string(), "2023-11-17 18:00:00");
/// assert_eq!(end.to_string(), "2023-11-20 00:00:00");
/// assert_eq!(weekend.to_string(), "2023-W46-WE");
/// # Ok::<(), chronique::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Date {
    /// A year, or a part of one: `2023`, `XXXX-11-17`, `2023-W46-WE`, `XXXX-WXX-5`.
    Calendar {
        /// What the year is counted from.
        era: Era,
        /// The year, which is the ISO 8601 year where the part is a week.
        year: Year,
        /// What of the year.
        part: DatePart,
    },
    /// `PAST_REF`
    Past,
    /// `PRESENT_REF`
    Present,
    /// `FUTURE_REF`
    Future,
}

/// The era a year is counted in, or the kind of year it is.
///
/// Fiscal and school years are named for the year they end in. When they begin is not in their value: countries differ.
///
/// ```
/// use chronique::value::{Date, Era, Year};
///
/// let Date::Calendar { era, year, .. } = "FY2024-Q3".parse()? else { panic!("a date of the calendar") };
/// assert_eq!((era, year), (Era::Fiscal, Year::Known(2024)));
/// # Ok::<(), chronique::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Era {
    /// Anno Domini, unmarked.
    #[default]
    Common,
    /// `BC` before the year: `BC0044`.
    BeforeCommon,
    /// `FY` before the year, a fiscal one: `FY2024`.
    Fiscal,
    /// `SY` before the year, a school year: `SY2024`.
    School,
}

impl Era {
    /// The eras that stand before their year, as they are written.
    const CODES: [(&'static str, Era); 3] = [("BC", Era::BeforeCommon), ("FY", Era::Fiscal), ("SY", Era::School)];
}

/// The year, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Year {
    /// `XXXX`
    Unknown,
    /// `2023`
    Known(u16),
    /// The first three digits, `199` for the 1990s.
    Decade(u16),
    /// The first two digits, `18` for the nineteenth century.
    Century(u8),
}

/// What of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DatePart {
    /// The whole year.
    Whole,
    /// `-11`
    Month(u8),
    /// `-11-17`
    Day {
        /// The month, None is `-XX-17`.
        month: Option<u8>,
        /// The day of the month.
        day: u8,
    },
    /// `-W47`; None is `-WXX`
    Week(Option<u8>),
    /// `-W46-WE`; None is `-WXX-WE`
    Weekend(Option<u8>),
    /// `-WXX-5`, a day of the week whose date is not known.
    Weekday(Weekday),
    /// `-XX-1#2`, a day of the week with its place among those of a month: the second Monday; the last is `#-1`.
    NthWeekday {
        /// The day of the week.
        weekday: Weekday,
        /// Its place, negative from the end.
        nth: i8,
    },
    /// `-Q4`; None is `-QX`
    Quarter(Option<u8>),
    /// `-H1`; None is `-HX`
    Half(Option<u8>),
    /// `-SU`
    Season(Season),
}

impl Year {
    /// The year of that number, unknown where it is not from 1 to 9999.
    ///
    /// ```
    /// use chronique::value::Year;
    ///
    /// assert_eq!(Year::of(2023), Year::Known(2023));
    /// assert_eq!(Year::of(0), Year::Unknown);
    /// ```
    pub fn of(year: i32) -> Year {
        u16::try_from(year).ok().filter(|year| (1..=9999).contains(year)).map_or(Year::Unknown, Year::Known)
    }
}

impl Date {
    /// How coarse it is; None for a symbol.
    ///
    /// A half of the year has the grain of a quarter.
    pub fn grain(&self) -> Option<Grain> {
        let Date::Calendar { year, part, .. } = self else { return None };
        Some(match part {
            DatePart::Whole => match year {
                Year::Unknown | Year::Known(_) => Grain::Year,
                Year::Decade(_) => Grain::Decade,
                Year::Century(_) => Grain::Century,
            },
            DatePart::Month(_) => Grain::Month,
            DatePart::Day { .. } | DatePart::Weekday(_) | DatePart::NthWeekday { .. } => Grain::Day,
            DatePart::Week(_) => Grain::Week,
            DatePart::Weekend(_) => Grain::Weekend,
            DatePart::Quarter(_) | DatePart::Half(_) => Grain::Quarter,
            DatePart::Season(_) => Grain::Season,
        })
    }

    /// Its first day and the day after its last, where it is fully known and within the years 1 to 9999.
    ///
    /// ```
    /// use chronique::value::{Date, calendar};
    ///
    /// let november: Date = "2023-11".parse()?;
    /// assert_eq!(november.resolve(), calendar::date(2023, 11, 1).zip(calendar::date(2023, 12, 1)));
    /// assert_eq!("XXXX-11-17".parse::<Date>()?.resolve(), None);
    /// # Ok::<(), chronique::Error>(())
    /// ```
    pub fn resolve(&self) -> Option<(NaiveDate, NaiveDate)> {
        let Date::Calendar { era: Era::Common, year, part } = *self else { return None };
        let year = match (year, part) {
            (Year::Known(year), _) => i32::from(year),
            (Year::Decade(decade), DatePart::Whole) => return years(i32::from(decade) * 10, 10),
            (Year::Century(century), DatePart::Whole) => return years(i32::from(century) * 100, 100),
            _ => return None,
        };
        let months = |first: u8, count: i32| {
            let start = calendar::date(year, first, 1)?;
            Some((start, calendar::add_months(start, count)?))
        };
        match part {
            DatePart::Whole => years(year, 1),
            DatePart::Month(month) => months(month, 1),
            DatePart::Day { month, day } => days(calendar::date(year, month?, day)?, 0, 1),
            DatePart::Week(week) => days(calendar::iso_week(year, week?)?, 0, 7),
            DatePart::Weekend(week) => days(calendar::iso_week(year, week?)?, 4, 7),
            DatePart::Weekday(_) | DatePart::NthWeekday { .. } => None,
            DatePart::Quarter(quarter) => months(quarter?.checked_mul(3)?.checked_sub(2)?, 3),
            DatePart::Half(half) => months(half?.checked_mul(6)?.checked_sub(5)?, 6),
            DatePart::Season(season) => {
                let next = match season {
                    Season::Spring => calendar::season_start(year, Season::Summer),
                    Season::Summer => calendar::season_start(year, Season::Autumn),
                    Season::Autumn => calendar::season_start(year, Season::Winter),
                    Season::Winter => calendar::season_start(year.checked_add(1)?, Season::Spring),
                };
                calendar::season_start(year, season).zip(next)
            }
        }
    }

    /// Its first moment and the one after its last, where it is fully known: whole days, but that a weekend begins at
    /// six in the evening of Friday.
    pub fn span(&self) -> Option<(NaiveDateTime, NaiveDateTime)> {
        let (start, end) = self.resolve()?;
        let hour = if self.grain() == Some(Grain::Weekend) { 18 } else { 0 };
        Some((start.and_hms_opt(hour, 0, 0)?, end.and_time(NaiveTime::MIN)))
    }
}

/// So many years from the one given; the first century begins with the year 1.
fn years(first: i32, count: i32) -> Option<(NaiveDate, NaiveDate)> {
    let start = if first == 0 && count > 1 { 1 } else { first };
    calendar::date(start, 1, 1).zip(calendar::date(first.checked_add(count)?, 1, 1))
}

/// The days from so many after the day to so many after it.
fn days(day: NaiveDate, from: i64, to: i64) -> Option<(NaiveDate, NaiveDate)> {
    calendar::add_days(day, from).zip(calendar::add_days(day, to))
}

impl From<NaiveDate> for Date {
    /// The day, counted before the common era where its year is 0 or less; without its year where that exceeds 9999.
    fn from(date: NaiveDate) -> Date {
        let era = if date.year() > 0 { Era::Common } else { Era::BeforeCommon };
        let year = if date.year() > 0 { date.year() } else { 1 - date.year() };
        let year = Year::of(year);
        let (month, day) = (date.month() as u8, date.day() as u8);
        Date::Calendar { era, year, part: DatePart::Day { month: Some(month), day } }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (era, year, part) = match self {
            Date::Calendar { era, year, part } => (era, year, part),
            Date::Past => return f.write_str("PAST_REF"),
            Date::Present => return f.write_str("PRESENT_REF"),
            Date::Future => return f.write_str("FUTURE_REF"),
        };
        if let Some((code, _)) = Era::CODES.iter().find(|(_, known)| known == era) {
            f.write_str(code)?;
        }
        let whole = *part == DatePart::Whole;
        match year {
            Year::Unknown => f.write_str("XXXX")?,
            Year::Known(year) => write!(f, "{year:04}")?,
            Year::Decade(decade) => write!(f, "{decade:03}{}", if whole { "" } else { "X" })?,
            Year::Century(century) => write!(f, "{century:02}{}", if whole { "" } else { "XX" })?,
        }
        part.fmt(f)
    }
}

impl fmt::Display for DatePart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DatePart::Whole => Ok(()),
            DatePart::Month(month) => write!(f, "-{month:02}"),
            DatePart::Day { month: Some(month), day } => write!(f, "-{month:02}-{day:02}"),
            DatePart::Day { month: None, day } => write!(f, "-XX-{day:02}"),
            DatePart::Week(Some(week)) => write!(f, "-W{week:02}"),
            DatePart::Week(None) => f.write_str("-WXX"),
            DatePart::Weekend(Some(week)) => write!(f, "-W{week:02}-WE"),
            DatePart::Weekend(None) => f.write_str("-WXX-WE"),
            DatePart::Weekday(weekday) => write!(f, "-WXX-{}", weekday.number()),
            DatePart::NthWeekday { weekday, nth } => write!(f, "-XX-{}#{nth}", weekday.number()),
            DatePart::Quarter(Some(quarter)) => write!(f, "-Q{quarter}"),
            DatePart::Quarter(None) => f.write_str("-QX"),
            DatePart::Half(Some(half)) => write!(f, "-H{half}"),
            DatePart::Half(None) => f.write_str("-HX"),
            DatePart::Season(season) => write!(f, "-{season}"),
        }
    }
}

impl FromStr for Date {
    type Err = Error;

    /// Reads what `Display` writes, and the days of known ISO weeks (`2023-W46-5`).
    fn from_str(text: &str) -> Result<Date, Error> {
        read(text).ok_or_else(|| Error::value("TIMEX3 date", text))
    }
}

fn read(text: &str) -> Option<Date> {
    match text {
        "PAST_REF" => return Some(Date::Past),
        "PRESENT_REF" => return Some(Date::Present),
        "FUTURE_REF" => return Some(Date::Future),
        _ => {}
    }
    let marked = Era::CODES.iter().find_map(|&(code, era)| Some((era, text.strip_prefix(code)?)));
    let (era, text) = marked.unwrap_or((Era::Common, text));
    let Some((year, part)) = text.split_once('-') else {
        return Some(Date::Calendar { era, year: read_year(text)?, part: DatePart::Whole });
    };
    let year = read_padded_year(year)?;
    match (read_part(part), era, year) {
        (Some(part), ..) => Some(Date::Calendar { era, year, part }),
        (None, Era::Common, Year::Known(year)) => read_day_of_week(year, part),
        _ => None,
    }
}

/// Reads a number of exactly so many digits.
fn digits(text: &str, count: usize) -> Option<u16> {
    let all = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    if all { text.parse().ok() } else { None }
}

/// Reads a number of two digits that lies in the range.
fn two_digits(text: &str, range: std::ops::RangeInclusive<u8>) -> Option<u8> {
    u8::try_from(digits(text, 2)?).ok().filter(|number| range.contains(number))
}

/// Reads a year by itself, whose missing digits are not written.
fn read_year(text: &str) -> Option<Year> {
    match text.len() {
        2 => Some(Year::Century(two_digits(text, 0..=99)?)),
        3 => Some(Year::Decade(digits(text, 3)?)),
        _ => read_padded_year(text),
    }
}

/// Reads a year of four places, those that are not known written `X`.
fn read_padded_year(text: &str) -> Option<Year> {
    let known = text.trim_end_matches('X');
    match (known.len(), text.len() - known.len()) {
        (4, 0) => digits(known, 4).filter(|year| *year > 0).map(Year::Known),
        (3, 1) => digits(known, 3).map(Year::Decade),
        (2, 2) => two_digits(known, 0..=99).map(Year::Century),
        (0, 4) => Some(Year::Unknown),
        _ => None,
    }
}

/// Reads what follows the year, after its hyphen.
fn read_part(text: &str) -> Option<DatePart> {
    let one_of = |rest: &str, last: u8| match rest {
        "X" => Some(None),
        _ => rest.parse::<u8>().ok().filter(|number| rest.len() == 1 && (1..=last).contains(number)).map(Some),
    };
    if let Some(rest) = text.strip_prefix('Q') {
        return one_of(rest, 4).map(DatePart::Quarter);
    }
    if let Some(rest) = text.strip_prefix('H') {
        return one_of(rest, 2).map(DatePart::Half);
    }
    if let Some(rest) = text.strip_prefix("WXX-").filter(|rest| rest.len() == 1) {
        return Weekday::from_number(rest.parse().ok()?).map(DatePart::Weekday);
    }
    if let Ok(season) = text.parse() {
        return Some(DatePart::Season(season));
    }
    if let Some(rest) = text.strip_prefix('W') {
        let (week, weekend) = rest.strip_suffix("-WE").map_or((rest, false), |week| (week, true));
        let week = if week == "XX" { None } else { Some(two_digits(week, 1..=53)?) };
        return Some(if weekend { DatePart::Weekend(week) } else { DatePart::Week(week) });
    }
    if let Some((weekday, nth)) = text.strip_prefix("XX-").and_then(|rest| rest.split_once('#')) {
        let weekday = Weekday::from_number(weekday.parse().ok().filter(|_| weekday.len() == 1)?)?;
        let number: i8 = nth.parse().ok().filter(|number| (-5..=5).contains(number) && *number != 0)?;
        return (number.to_string() == nth).then_some(DatePart::NthWeekday { weekday, nth: number });
    }
    match text.split_once('-') {
        None => two_digits(text, 1..=12).map(DatePart::Month),
        Some((month, day)) => {
            let month = if month == "XX" { None } else { Some(two_digits(month, 1..=12)?) };
            Some(DatePart::Day { month, day: two_digits(day, 1..=31)? })
        }
    }
}

/// Reads the day of an ISO week, `W46-5`.
fn read_day_of_week(year: u16, part: &str) -> Option<Date> {
    let (week, day) = part.strip_prefix('W')?.split_once('-')?;
    let monday = calendar::iso_week(i32::from(year), two_digits(week, 1..=53)?)?;
    let weekday = Weekday::from_number(day.parse().ok().filter(|_| day.len() == 1)?)?;
    calendar::weekday_from(monday, weekday).map(Date::from)
}
