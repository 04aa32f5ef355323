//! The calendar: Gregorian dates and shifts by durations, ISO weeks, seasons, Easter and the French Republican calendar.
//!
//! Every function is total: what leaves the years 1 to 9999, or is no day of the calendar, is `None`.
//!
//! ```
//! use chronique::value::calendar;
//!
//! assert_eq!(calendar::date(2023, 2, 29), None);
//! assert_eq!(calendar::easter(2024), calendar::date(2024, 3, 31));
//! assert_eq!(calendar::republican(8, 2, 18), calendar::date(1799, 11, 9));
//! ```

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, TimeDelta};

use super::{Amount, Duration, Season, Unit, Weekday};

/// The years that values can have.
const YEARS: std::ops::RangeInclusive<i32> = 1..=9999;

/// The day where its year is one that values can have.
fn within(day: NaiveDate) -> Option<NaiveDate> {
    YEARS.contains(&day.year()).then_some(day)
}

/// A day of the proleptic Gregorian calendar, `None` where there is no such day.
///
/// ```
/// use chronique::value::calendar;
///
/// assert_eq!(calendar::date(2023, 11, 17).unwrap().to_string(), "2023-11-17");
/// assert_eq!(calendar::date(2023, 11, 31), None);
/// assert_eq!(calendar::date(0, 1, 1), None);
/// ```
pub fn date(year: i32, month: u8, day: u8) -> Option<NaiveDate> {
    within(NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day))?)
}

/// The day so many days on, or back where `days` is negative.
///
/// ```
/// use chronique::value::calendar::{add_days, date};
///
/// assert_eq!(add_days(date(2024, 2, 28).unwrap(), 2), date(2024, 3, 1));
/// ```
pub fn add_days(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    within(day.checked_add_signed(TimeDelta::try_days(days)?)?)
}

/// The day so many months on, or back where `months` is negative; the last of the month where that has no such day.
///
/// ```
/// use chronique::value::calendar::{add_months, date};
///
/// assert_eq!(add_months(date(2024, 1, 31).unwrap(), 1), date(2024, 2, 29));
/// assert_eq!(add_months(date(2024, 1, 31).unwrap(), -2), date(2023, 11, 30));
/// ```
pub fn add_months(day: NaiveDate, months: i32) -> Option<NaiveDate> {
    let by = Months::new(months.unsigned_abs());
    within(if months < 0 { day.checked_sub_months(by)? } else { day.checked_add_months(by)? })
}

/// The Monday of the week that holds a day.
///
/// ```
/// use chronique::value::calendar::{date, week_start};
///
/// assert_eq!(week_start(date(2023, 11, 19).unwrap()), date(2023, 11, 13));
/// ```
pub fn week_start(day: NaiveDate) -> Option<NaiveDate> {
    within(day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday())))?)
}

/// The Monday of an ISO 8601 week, `None` where the year has no such week.
///
/// ```
/// use chronique::value::calendar::{date, iso_week};
///
/// assert_eq!(iso_week(2021, 1), date(2021, 1, 4));
/// assert_eq!(iso_week(2021, 53), None);
/// ```
pub fn iso_week(year: i32, week: u8) -> Option<NaiveDate> {
    within(NaiveDate::from_isoywd_opt(year, u32::from(week), chrono::Weekday::Mon)?)
}

/// The first day of a season, by the conventional days: 21 March, 21 June, 23 September, 21 December.
///
/// ```
/// use chronique::value::{Season, calendar};
///
/// assert_eq!(calendar::season_start(2023, Season::Autumn), calendar::date(2023, 9, 23));
/// ```
pub fn season_start(year: i32, season: Season) -> Option<NaiveDate> {
    match season {
        Season::Spring => date(year, 3, 21),
        Season::Summer => date(year, 6, 21),
        Season::Autumn => date(year, 9, 23),
        Season::Winter => date(year, 12, 21),
    }
}

/// The weekday so manieth of a month: 1 the first, -1 the last; `None` where the month has no such day.
///
/// ```
/// use chronique::value::{Weekday, calendar};
///
/// assert_eq!(calendar::nth_weekday(2023, 11, 4, Weekday::Thursday), calendar::date(2023, 11, 23));
/// assert_eq!(calendar::nth_weekday(2023, 5, -1, Weekday::Monday), calendar::date(2023, 5, 29));
/// assert_eq!(calendar::nth_weekday(2023, 2, 5, Weekday::Monday), None);
/// ```
pub fn nth_weekday(year: i32, month: u8, nth: i8, weekday: Weekday) -> Option<NaiveDate> {
    let first = date(year, month, 1)?;
    let day = if nth > 0 {
        add_days(weekday_from(first, weekday)?, 7 * (i64::from(nth) - 1))?
    } else {
        let last_week = add_days(add_months(first, 1)?, -7)?;
        add_days(weekday_from(last_week, weekday)?, 7 * (i64::from(nth) + 1))?
    };
    (nth != 0 && day.month() == first.month()).then_some(day)
}

/// The first day of that weekday, from a day on; the day itself where it is one.
///
/// ```
/// use chronique::value::{Weekday, calendar};
///
/// let friday = calendar::date(2023, 11, 17).unwrap();
/// assert_eq!(calendar::weekday_from(friday, Weekday::Friday), Some(friday));
/// assert_eq!(calendar::weekday_from(friday, Weekday::Monday), calendar::date(2023, 11, 20));
/// ```
pub fn weekday_from(day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    let ahead = (i64::from(weekday.number()) + 7 - i64::from(day.weekday().number_from_monday())) % 7;
    add_days(day, ahead)
}

/// Easter Sunday of the Gregorian calendar, by the anonymous computus of 1876 (Meeus, Jones, Butcher).
///
/// ```
/// use chronique::value::calendar::{date, easter};
///
/// assert_eq!(easter(2023), date(2023, 4, 9));
/// ```
pub fn easter(year: i32) -> Option<NaiveDate> {
    if !YEARS.contains(&year) {
        return None;
    }
    let (golden, century, of_century) = (year % 19, year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let days = epact + to_sunday - 7 * late + 114;
    date(year, u8::try_from(days / 31).ok()?, u8::try_from(days % 31 + 1).ok()?)
}

/// Orthodox Easter Sunday, by the Julian computus, as a Gregorian day.
///
/// ```
/// use chronique::value::calendar::{date, orthodox_easter};
///
/// assert_eq!(orthodox_easter(2023), date(2023, 4, 16));
/// ```
pub fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    if !YEARS.contains(&year) {
        return None;
    }
    let epact = (19 * (year % 19) + 15) % 30;
    let to_sunday = (2 * (year % 4) + 4 * (year % 7) - epact + 34) % 7;
    let days = epact + to_sunday + 114;
    let julian = date(year, u8::try_from(days / 31).ok()?, u8::try_from(days % 31 + 1).ok()?)?;
    add_days(julian, i64::from(year / 100 - year / 400 - 2))
}

/// A moment so long on (`sign` 1) or back (`sign` -1).
///
/// Years and months move the calendar, a day that the month lacks becoming its last; half a month is fifteen days.
/// `None` where the duration names an amount it does not say, or the years 1 to 9999 are left.
///
/// ```
/// use chronique::value::{Duration, calendar};
///
/// let start = calendar::date(2023, 11, 28).unwrap().and_hms_opt(9, 0, 0).unwrap();
/// let month_and_half: Duration = "P1.5M".parse()?;
/// assert_eq!(calendar::shift(start, &month_and_half, -1).unwrap().to_string(), "2023-10-13 09:00:00");
/// # Ok::<(), chronique::Error>(())
/// ```
pub fn shift(moment: NaiveDateTime, by: &Duration, sign: i8) -> Option<NaiveDateTime> {
    let mut months = 0_i64;
    let mut seconds = 0_i64;
    for unit in Unit::ALL {
        let thousandths = match by.get(unit) {
            Amount::None => continue,
            Amount::Some => return None,
            Amount::Thousandths(thousandths) => thousandths,
        };
        if let Some(each) = unit.months() {
            months = months.checked_add(thousandths.checked_mul(i64::from(each))?)?;
        } else if let Some(each) = unit.seconds() {
            seconds = seconds.checked_add(thousandths.checked_mul(i64::from(each))? / 1000)?;
        }
    }
    let days_of_month = months % 1000 * 30 / 1000;
    let months = i32::try_from(months / 1000).ok()?.checked_mul(i32::from(sign))?;
    let seconds = seconds.checked_add(days_of_month * 86_400)?.checked_mul(i64::from(sign))?;
    let day = add_months(moment.date(), months)?;
    let moment = day.and_time(moment.time()).checked_add_signed(TimeDelta::try_seconds(seconds)?)?;
    within(moment.date()).map(|_| moment)
}

/// A day of the French Republican calendar, years 1 to 14; month 13 is that of the complementary days.
///
/// Years 3, 7 and 11 have a sixth complementary day, as they had when the calendar was in force (22 September 1792
/// to 31 December 1805).
///
/// ```
/// use chronique::value::calendar::{date, republican};
///
/// assert_eq!(republican(2, 11, 9), date(1794, 7, 27));
/// assert_eq!(republican(3, 13, 6), date(1795, 9, 22));
/// assert_eq!(republican(4, 13, 6), None);
/// ```
pub fn republican(year: u16, month: u8, day: u8) -> Option<NaiveDate> {
    let long = |year: u16| year % 4 == 3;
    let days_in_month = match month {
        1..=12 => 30,
        13 if long(year) => 6,
        13 => 5,
        _ => return None,
    };
    if !(1..=14).contains(&year) || !(1..=days_in_month).contains(&day) {
        return None;
    }
    let long_years = (1..year).filter(|&year| long(year)).count();
    let before = 365 * (i64::from(year) - 1) + i64::try_from(long_years).ok()?;
    add_days(date(1792, 9, 22)?, before + 30 * (i64::from(month) - 1) + i64::from(day) - 1)
}
