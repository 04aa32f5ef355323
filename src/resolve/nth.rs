//! The first Monday, the last week, of a longer span.

use chrono::{Datelike, NaiveDate};

use crate::find::Counted;
use crate::value::{Date, DatePart, Unit, calendar};

use super::place::{Placed, period};

/// The part so manieth of a span; negative counts from its end.
pub(super) fn nth(count: i32, what: Counted, within: &Placed) -> Placed {
    let found = within.span.and_then(|(start, end)| match what {
        Counted::Weekday(weekday) => nth_weekday(count, weekday, start.date(), end.date()).map(Date::from),
        Counted::Working => nth_working_day(count, start.date(), end.date()).map(Date::from),
        Counted::Unit(unit) => nth_unit(count, unit, start.date(), end.date()),
    });
    match found {
        Some(date) => Placed::date(date),
        None => Placed { span: None, ..*within },
    }
}

/// The weekday, or working day, so manieth after a span of days, or before it.
pub(super) fn following(what: Counted, count: i32, start: NaiveDate, end: NaiveDate) -> Option<NaiveDate> {
    let days = i64::from(count.abs()) * 7;
    let (from, to) = match count {
        1.. => (end, calendar::add_days(end, days)?),
        _ => (calendar::add_days(start, -days)?, start),
    };
    match what {
        Counted::Weekday(weekday) => nth_weekday(count, weekday, from, to),
        Counted::Working => nth_working_day(count, from, to),
        Counted::Unit(_) => None,
    }
}

/// The day so manieth of a span that is none of a weekend.
fn nth_working_day(count: i32, start: NaiveDate, end: NaiveDate) -> Option<NaiveDate> {
    let (day, step) = if count > 0 { (start, 1) } else { (calendar::add_days(end, -1)?, -1) };
    let days = (0..366).filter_map(|offset| calendar::add_days(day, step * offset));
    let mut working = days.filter(|day| day.weekday().number_from_monday() <= WORKING_DAYS);
    working.nth((count.unsigned_abs() as usize).checked_sub(1)?).filter(|day| (start..end).contains(day))
}

/// How many days of a week are none of its weekend.
const WORKING_DAYS: u32 = 5;

/// The weekday so manieth of any month.
pub(super) fn nth_of_month(weekday: u8, count: i32) -> DatePart {
    let named = crate::lang::weekday(i64::from(weekday)).zip(i8::try_from(count).ok());
    named.map_or(DatePart::Whole, |(weekday, nth)| DatePart::NthWeekday { weekday, nth })
}

fn nth_weekday(count: i32, weekday: u8, start: NaiveDate, end: NaiveDate) -> Option<NaiveDate> {
    let days = |from: NaiveDate| i64::from((i32::from(weekday) + 6 - from.weekday().num_days_from_monday() as i32) % 7);
    let day = if count > 0 {
        calendar::add_days(start, days(start) % 7 + 7 * (i64::from(count) - 1))?
    } else {
        let week_before = calendar::add_days(end, -7)?;
        calendar::add_days(week_before, days(week_before) % 7 + 7 * (i64::from(count) + 1))?
    };
    (start <= day && day < end).then_some(day)
}

fn nth_unit(count: i32, unit: Unit, start: NaiveDate, end: NaiveDate) -> Option<Date> {
    const SATURDAY: u8 = 6;
    let last = calendar::add_days(end, -1)?;
    let (first, last) = match unit {
        Unit::Week => (nth_weekday(1, THURSDAY, start, end)?, nth_weekday(-1, THURSDAY, start, end)?),
        Unit::Weekend => (nth_weekday(1, SATURDAY, start, end)?, nth_weekday(-1, SATURDAY, start, end)?),
        _ => (start, last),
    };
    let date = if count > 0 { period(unit, count - 1, first)? } else { period(unit, count + 1, last)? };
    let (begin, _) = date.resolve()?;
    (begin < end && calendar::add_days(begin, 7)? > start).then_some(date)
}

/// A week belongs to the month or year that has its Thursday.
const THURSDAY: u8 = 4;
