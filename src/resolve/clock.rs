//! The time of the day of a date: hours of twelve and twenty-four, parts of the day.

use chrono::{Duration as Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use crate::find::{Base, Fields, When};
use crate::lang::Pack;
use crate::value::{Clock, Date, Grain, Modifier, PartOfDay, Time, Value, calendar};

use super::parts::hours_of;
use super::place::{Placed, place};
use super::situation::{Reached, Situation, Toward};

/// The hour before which people say that it is still night.
const SMALL: u8 = 6;
/// The hour from which a night between two days is of the first.
const LATE: u8 = 18;

/// A moment as exactly as the grain tells.
pub(super) fn clock_of(moment: NaiveDateTime, grain: Grain) -> Clock {
    let (hour, minute, second) = (moment.hour() as u8, moment.minute() as u8, moment.second() as u8);
    match grain {
        Grain::Second if second != 0 => Clock::Second(hour, minute, second),
        Grain::Hour => Clock::Hour(hour),
        _ => Clock::Minute(hour, minute),
    }
}

/// The time of the clock that a time says.
pub(super) fn time_said(when: &When, pack: &Pack) -> Option<NaiveTime> {
    when.fields.hour?;
    let Value::Time(time) = place(when, &Situation::at(None, Toward::Past), pack).value else { return None };
    let (hour, minute, second) = match time.clock {
        Clock::Hour(hour) => (hour, 0, 0),
        Clock::Minute(hour, minute) => (hour, minute, 0),
        Clock::Second(hour, minute, second) => (hour, minute, second),
        Clock::Part(_) => return None,
    };
    NaiveTime::from_hms_opt(hour.into(), minute.into(), second.into())
}

/// A time of the day of a date.
pub(super) fn at_clock(when: &When, day: Placed, situation: &Situation) -> Placed {
    let fields = &when.fields;
    let date = match day.value {
        Value::Date(date) if when.has_date() || situation.reached().is_some() => Some(date),
        _ => None,
    };
    let known = day.day().filter(|_| date.is_some());
    let night = matches!(when.base, Base::NightFrom(_));
    let Some(hour) = fields.hour else {
        if night {
            return in_part(PartOfDay::Night, date, known);
        }
        return in_part(fields.part.unwrap_or(PartOfDay::Daytime), date, known);
    };
    let open = !when.has_date() && matches!(fields.part, None | Some(PartOfDay::Morning));
    // A night that has come to its small hours is of the day that they are of.
    let is_small = |reached: Reached| reached.has_clock() && reached.moment.hour() < u32::from(SMALL);
    let in_small_hours = situation.part == Some(PartOfDay::Night) && situation.narrative.is_some_and(is_small);
    let told = situation.part.filter(|_| open && !in_small_hours);
    let (mut hour, mut next_day) = match told.filter(|_| fields.meridiem.is_none() && fields.part.is_none()) {
        Some(_) if situation.between => (hour, false),
        Some(part) => (hour_of_story(hour, fields.twelve, part), false),
        None => hour_of_day(hour, fields),
    };
    next_day |= told.is_some() && situation.between && hour < LATE;
    // What happened at two after an evening happened the day after.
    let late = open && situation.late || matches!(told, Some(PartOfDay::Evening | PartOfDay::Night));
    next_day |= hour < SMALL && late;
    if fields.twelve && fields.meridiem.is_none() && fields.part.is_none() && situation.assistant {
        hour = next_of_twelve(hour, fields.minute.unwrap_or(0), known, situation);
    }
    if hour == 24 {
        // What began at midnight began with the day, and so does what is shortly, or some minutes, after that of a day.
        let began = situation.toward == Toward::Past && !when.has_date() && known == situation.today();
        let minutes = fields.minute.is_some_and(|minute| minute > 0) && when.base == Base::Calendar;
        let after = when.has_date() && (minutes || when.modifier == Some(Modifier::After));
        (hour, next_day) = (0, !began && !after);
    }
    // The small hours of a night are of the day after the one it begins on.
    let small = hour < SMALL && fields.part == Some(PartOfDay::Night) && fields.meridiem.is_none() && when.has_date();
    next_day |= night && hour < 12 || small;
    if situation.assistant && !when.has_date() && is_over(hour, known, situation) {
        next_day = true;
    }
    let known = if next_day { known.and_then(|day| calendar::add_days(day, 1)) } else { known };
    let date = if next_day { known.map(Date::from).or(date) } else { date };
    let (clock, grain, length) = match (fields.minute, fields.second) {
        (Some(minute), Some(second)) => (Clock::Second(hour, minute, second), Grain::Second, 1),
        (Some(minute), None) => (Clock::Minute(hour, minute), Grain::Minute, 60),
        _ => (Clock::Hour(hour), Grain::Hour, 3600),
    };
    let (minute, second) = (fields.minute.unwrap_or(0), fields.second.unwrap_or(0));
    let span = known.and_then(|day| {
        let start = day.and_hms_opt(u32::from(hour), u32::from(minute), u32::from(second))?;
        Some((start, start.checked_add_signed(Days::seconds(length))?))
    });
    Placed { value: Value::Time(Time { date, clock, offset: None }), span, grain }
}

/// Whether an hour of the current day is over.
fn is_over(hour: u8, day: Option<NaiveDate>, situation: &Situation) -> bool {
    situation.now().is_some_and(|now| day == Some(now.date()) && u32::from(hour) < now.hour())
}

/// The hour of twenty-four, and whether it is of the next day (midnight).
fn hour_of_day(hour: u8, fields: &Fields) -> (u8, bool) {
    match (fields.meridiem, fields.part) {
        (Some(0), _) if hour == 12 => (0, false),
        (Some(12), _) if hour < 12 => (hour + 12, false),
        (Some(_), _) => (hour, false),
        (None, Some(PartOfDay::Afternoon | PartOfDay::Evening)) if hour < 12 => (hour + 12, false),
        (None, Some(PartOfDay::Night)) if (6..12).contains(&hour) => (hour + 12, false),
        (None, Some(PartOfDay::Night)) if hour == 12 => (24, false),
        _ => (hour, false),
    }
}

/// The hour that a story in a part of the day means.
fn hour_of_story(hour: u8, twelve: bool, part: PartOfDay) -> u8 {
    let later = match part {
        PartOfDay::Afternoon => 1..8,
        PartOfDay::Evening => 5..12,
        PartOfDay::Night => 6..12,
        _ => 0..0,
    };
    if twelve && later.contains(&hour) { hour + 12 } else { hour }
}

/// Of the morning and the evening hour, the one that comes next.
fn next_of_twelve(hour: u8, minute: u8, day: Option<NaiveDate>, situation: &Situation) -> u8 {
    let Some(now) = situation.now().filter(|now| day.is_none_or(|day| day == now.date())) else { return hour };
    let morning = now.date().and_hms_opt(u32::from(hour % 12), u32::from(minute), 0);
    match morning {
        Some(morning) if morning < now && is_over(hour % 12, Some(now.date()), situation) => hour % 12 + 12,
        _ => hour,
    }
}

/// A part of the day.
fn in_part(part: PartOfDay, date: Option<Date>, day: Option<NaiveDate>) -> Placed {
    let value = Value::Time(Time { date, clock: Clock::Part(part), offset: None });
    let span = day.and_then(|day| hours_of(part, day));
    Placed { value, span, grain: Grain::Hour }
}
