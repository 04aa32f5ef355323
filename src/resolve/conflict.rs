//! What a text says that cannot hold: a weekday that is not the date's, a day that no month has, an end before its
//! start, a length that its bounds do not have.

use chrono::{Datelike, NaiveDateTime};

use crate::find::{Candidate, When};
use crate::lang;
use crate::span::Span;
use crate::value::{Amount, Date, DatePart, Duration, Time, Unit, Value, Year, calendar};

use super::interval::Bounds;
use super::place::Placed;

/// Two statements of a text that cannot both hold.
#[derive(Clone, Debug)]
pub(crate) struct Conflict {
    pub span: Span,
    /// What the text says.
    pub says: String,
    /// What the calendar says.
    pub calendar: String,
}

/// What is wrong with a date or time.
pub(super) fn of_date(candidate: &Candidate, when: &When, placed: &Placed) -> Option<Conflict> {
    let date = match placed.value {
        Value::Date(date) | Value::Time(Time { date: Some(date), .. }) => date,
        _ => return None,
    };
    let conflict = |says: String, calendar: String| Some(Conflict { span: candidate.span, says, calendar });
    if let Date::Calendar { part: DatePart::Day { month: Some(month), day }, year, .. } = date {
        let last = last_day(year, month);
        if day > last {
            return conflict(date.to_string(), format!("{} P{last}D", in_month(year, month)));
        }
        let said = lang::weekday(i64::from(when.fields.weekday?))?;
        let is = lang::weekday(i64::from(date.resolve()?.0.weekday().number_from_monday()))?;
        if when.fields.day.is_some() && said != is {
            return conflict(format!("{date} {said}"), format!("{date} {is}"));
        }
    }
    None
}

/// The last day of a month; of the longest February, where the year is not known.
fn last_day(year: Year, month: u8) -> u8 {
    let year = match year {
        Year::Known(year) => i32::from(year),
        _ => 2000,
    };
    (28..=31).rev().find(|&day| calendar::date(year, month, day).is_some()).unwrap_or(31)
}

fn in_month(year: Year, month: u8) -> Date {
    Date::Calendar { era: Default::default(), year, part: DatePart::Month(month) }
}

/// What is wrong with an interval.
pub(super) fn of_bounds(candidate: &Candidate, bounds: &Bounds) -> Option<Conflict> {
    let (start, end) = (bounds.start?, bounds.end?);
    let says = bounds.interval.to_string();
    (end <= start).then(|| Conflict { span: candidate.span, says, calendar: format!("{end} <= {start}") })
}

/// What is wrong with a length that is said of an interval.
pub(super) fn of_length(
    candidate: &Candidate,
    said: &Duration,
    start: NaiveDateTime,
    end: NaiveDateTime,
) -> Option<Conflict> {
    let unit = Unit::ALL.into_iter().find(|&unit| said.get(unit) != Amount::None)?;
    let whole = calendar::shift(start, said, 1)?;
    let slack = match unit {
        Unit::Second | Unit::Minute => 60,
        Unit::Hour => 1799,
        _ => 86400,
    };
    if (whole - end).num_seconds().abs() <= slack {
        return None;
    }
    let is = Duration::of(Amount::Thousandths((end - start).num_minutes() * 1000), Unit::Minute);
    Some(Conflict { span: candidate.span, says: said.to_string(), calendar: is.to_string() })
}
