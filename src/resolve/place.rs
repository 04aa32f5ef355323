//! Places a date or time on the calendar.

use chrono::{Datelike, Duration as Days, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

use crate::context::Anchor;
use crate::find::{Base, Counted, Fields, When};
use crate::lang::{Origin, Pack};
use crate::value::{Amount, Date, DatePart, Duration, Era, Grain, Holiday, Time, Unit, Value, Year, calendar};

use super::clock::{at_clock, clock_of};
use super::nth::{following, nth, nth_of_month};
use super::parts::{days_of, hours_between, sub_span};
use super::situation::{Situation, Toward};
use super::year::{WITHOUT_ANCHOR, choose_year, full_year};

/// A date or time on the calendar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Placed {
    /// Its value, symbolic where it cannot be known.
    pub value: Value,
    /// Its span, half-open, in local time.
    pub span: Option<(NaiveDateTime, NaiveDateTime)>,
    pub grain: Grain,
}

impl Placed {
    /// A date of the calendar.
    pub(crate) fn date(date: Date) -> Placed {
        Placed { value: Value::Date(date), span: date.span(), grain: date.grain().unwrap_or(Grain::Day) }
    }

    /// Its first day.
    pub(crate) fn day(&self) -> Option<NaiveDate> {
        self.span.map(|(start, _)| start.date())
    }
}

/// A date of the year and part given.
pub(super) fn in_year(year: Option<i32>, part: DatePart) -> Date {
    let year = year.map_or(Year::Unknown, Year::of);
    Date::Calendar { era: Era::Common, year, part }
}

/// Places a date or time, with what is known at its point of the text.
pub(crate) fn place(when: &When, situation: &Situation, pack: &Pack) -> Placed {
    let mut placed = match clockless_shift(when, situation, pack) {
        Some(placed) => placed,
        None => {
            let day = in_era(date_of(when, situation, pack), when.fields.era);
            if when.has_clock() { at_clock(when, day, situation) } else { day }
        }
    };
    if let (Some(holiday), Some((start, end)), false) = (when.fields.holiday, placed.span, when.has_clock()) {
        let days = Holiday::named(pack.lexicon.name(i64::from(holiday))).map_or(1, |holiday| holiday.days());
        placed.span = end.checked_add_signed(Days::days(i64::from(days) - 1)).map(|end| (start, end));
    }
    if let (Some(edge), Some(span), None) = (when.edge, placed.span, when.fields.hour) {
        placed.span = Some(sub_span(edge, span, placed.grain, when.fields.part));
    }
    if let (Some(days), Some(span)) = (when.days, placed.span) {
        placed.span = days_of(days, span);
    }
    if let (Some((from, to)), Some(day)) = (when.hours, placed.day()) {
        placed.span = hours_between(day, i64::from(from), i64::from(to));
    }
    placed
}

/// A moment some hours, minutes or seconds away.
fn clockless_shift(when: &When, situation: &Situation, pack: &Pack) -> Option<Placed> {
    let Base::Shift { from, origin, sign, by } = &when.base else { return None };
    let unit = smallest(by)?;
    let from_clock = from.as_ref().is_some_and(|from| from.has_clock());
    if unit > Unit::Hour && !from_clock {
        return None;
    }
    let start = match from {
        Some(from) => place(from, situation, pack).span.map(|(start, _)| start),
        None => origin_moment(*origin, unit, situation),
    };
    let timed = from.is_some() || situation.knows_clock(*origin);
    if let Some(days) = whole_days(by).filter(|_| !timed) {
        let day = start.and_then(|start| calendar::add_days(start.date(), i64::from(*sign) * days));
        return Some(Placed::date(day.map_or(Date::Past, Date::from)));
    }
    let Some(moment) = start.filter(|_| timed).and_then(|start| calendar::shift(start, &counted(by, situation), *sign))
    else {
        let date = start.map_or(Date::Past, |start| Date::from(start.date()));
        return Some(Placed { span: None, grain: Grain::Hour, ..Placed::date(date) });
    };
    let grain = match unit {
        Unit::Second | Unit::Minute => Grain::Second,
        _ => Grain::Minute,
    };
    let clock = match grain {
        Grain::Second => clock_of(moment, grain),
        _ => clock_of(moment, Grain::Minute),
    };
    let length = if grain == Grain::Second { Days::seconds(1) } else { Days::minutes(1) };
    let value = Value::Time(Time { date: Some(Date::from(moment.date())), clock, offset: None });
    Some(Placed { value, span: moment.checked_add_signed(length).map(|end| (moment, end)), grain })
}

/// The days that so many hours are: within 48 hours.
pub(super) fn whole_days(by: &Duration) -> Option<i64> {
    let Amount::Thousandths(hours) = by.get(Unit::Hour) else { return None };
    let days = hours / 24_000;
    (*by == Duration::of(Amount::Thousandths(days * 24_000), Unit::Hour)).then_some(days).filter(|days| *days > 0)
}

/// Where units of that size are counted from.
fn origin_moment(origin: Origin, unit: Unit, situation: &Situation) -> Option<NaiveDateTime> {
    match origin {
        Origin::Anchor => situation.now(),
        Origin::Narrative => situation.reached_by(unit),
    }
}

/// A duration as far as it is counted: some is three, where the caller wants a guess.
pub(super) fn counted(by: &Duration, situation: &Situation) -> Duration {
    let of = |unit| match by.get(unit) {
        Amount::Some if situation.guess && *by != Duration::unmeasured() => Amount::Thousandths(3000),
        amount => amount,
    };
    Unit::ALL.into_iter().fold(Duration::default(), |counted, unit| counted.with(unit, of(unit)))
}

/// The smallest unit of a duration; None where it names none.
pub(super) fn smallest(by: &Duration) -> Option<Unit> {
    use Unit::*;
    if *by == Duration::unmeasured() {
        return None;
    }
    [Second, Minute, Hour, Day, Weekend, Week, Month, Quarter, Half, Year, Decade, Century]
        .into_iter()
        .find(|&unit| by.get(unit) != Amount::None)
}

/// The day or longer span, the time of the day left aside.
fn date_of(when: &When, situation: &Situation, pack: &Pack) -> Placed {
    let fields = when.fields.without_clock();
    match &when.base {
        Base::Calendar => Placed::date(by_fields(&fields, situation, pack)),
        Base::Reference(toward) => reference(*toward, situation),
        Base::Relative { unit, count, origin } => relative(*unit, *count, *origin, &fields, situation, pack),
        Base::Shift { from: Some(from), sign, by, .. } => {
            shifted_from(&place(from, situation, pack), &counted(by, situation), *sign)
        }
        Base::Shift { from: None, origin, sign, by } => {
            let by = counted(by, situation);
            let start = origin_moment(*origin, smallest(&by).unwrap_or(Unit::Day), situation);
            let moment = start.and_then(|start| calendar::shift(start, &by, *sign));
            match moment.map(|moment| moment.date()).filter(|_| fields != Fields::default()) {
                Some(day) if fields.weekday.is_some() => {
                    let there =
                        Situation { anchor: Some(day.into()), toward: Toward::Nearest, assistant: false, ..*situation };
                    Placed::date(by_fields(&fields, &there, pack))
                }
                Some(day) => Placed::date(by_fields(&Fields { year: Some(day.year()), ..fields }, situation, pack)),
                None => shifted(start, &by, *sign),
            }
        }
        Base::Corresponding { unit, year } => corresponding(*unit, place(year, situation, pack), situation),
        Base::Nth { count, what: Counted::Weekday(weekday), within } if **within == When::default() => {
            Placed::date(in_year(None, nth_of_month(*weekday, *count)))
        }
        Base::Nth { count, what, within } => nth(*count, *what, &place(within, situation, pack)),
        Base::Following { what, count, of } => {
            let of = place(of, situation, pack);
            let day = of.span.and_then(|(start, end)| following(*what, *count, start.date(), end.date()));
            day.map_or(Placed { span: None, ..of }, |day| Placed::date(day.into()))
        }
        Base::Holding { unit, of } => {
            let held = place(of, situation, pack);
            match (unit, held.day()) {
                (Unit::Weekend, Some(day)) => weekend_with(day).unwrap_or(held),
                // A week that is named by a Sunday begins with it.
                (Unit::Week, Some(day)) if when.fields.toward == Some(1) && is_sunday(&held) => {
                    period(Unit::Week, 1, day).map_or(held, Placed::date)
                }
                (_, Some(day)) => period(*unit, 0, day).map_or(held, Placed::date),
                (_, None) => held,
            }
        }
        Base::NightFrom(weekday) => {
            let fields = Fields { weekday: Some(*weekday), ..Fields::default() };
            Placed::date(by_fields(&fields, &before_tonight(situation), pack))
        }
        Base::Republican { year, month, day } => match calendar::republican(*year, *month, *day) {
            Some(date) => Placed::date(Date::from(date)),
            None => Placed { span: None, ..Placed::date(Date::Past) },
        },
    }
}

/// What is known of a night that is over: it did not begin on the day of writing, unless that is the day of the story.
fn before_tonight(situation: &Situation) -> Situation {
    let of_story = situation.narrative.map(|reached| reached.moment.date()) == situation.today();
    let yesterday = situation.today().filter(|_| situation.toward == Toward::Past && !of_story);
    let yesterday = yesterday.and_then(|today| calendar::add_days(today, -1)).map(Anchor::from);
    Situation { anchor: yesterday.or(situation.anchor), ..*situation }
}

fn is_sunday(placed: &Placed) -> bool {
    placed.grain == Grain::Day && placed.day().is_some_and(|day| day.weekday() == Weekday::Sun)
}

/// The unit that the story has reached, in the year of a date.
fn corresponding(unit: Unit, year: Placed, situation: &Situation) -> Placed {
    let reached = situation.reached_by(unit).map(|moment| moment.date());
    if let (Unit::Week, Some(reached), Some(day)) = (unit, reached, year.day()) {
        return Placed::date(in_year(Some(day.year()), DatePart::Week(Some(reached.iso_week().week() as u8))));
    }
    let moved = reached.zip(year.day()).and_then(|(reached, year)| {
        calendar::date(year.year(), reached.month() as u8, reached.day() as u8)
            .or_else(|| calendar::date(year.year(), reached.month() as u8, 28))
    });
    moved.and_then(|day| period(unit, 0, day)).map_or(year, Placed::date)
}

fn reference(toward: i8, situation: &Situation) -> Placed {
    let date = match toward {
        -1 => Date::Past,
        0 => Date::Present,
        _ => Date::Future,
    };
    let now = situation.now().filter(|_| toward == 0);
    let span = now.and_then(|now| Some((now, now.checked_add_signed(Days::seconds(1))?)));
    Placed { value: Value::Date(date), span, grain: Grain::Second }
}

/// A duration away, by days or more: the value has the grain of the unit, the span begins on the day.
fn shifted(start: Option<NaiveDateTime>, by: &Duration, sign: i8) -> Placed {
    let unit = smallest(by).unwrap_or(Unit::Day);
    let Some(moment) = start.and_then(|start| calendar::shift(start, by, sign)) else {
        return Placed { span: None, ..Placed::date(if sign < 0 { Date::Past } else { Date::Future }) };
    };
    let day = moment.date();
    let date = match unit {
        Unit::Month | Unit::Quarter | Unit::Half => in_year(Some(day.year()), DatePart::Month(day.month() as u8)),
        Unit::Year => in_year(Some(day.year()), DatePart::Whole),
        Unit::Decade | Unit::Century => in_year(Some(day.year()), DatePart::Whole),
        _ => Date::from(day),
    };
    let exact = match unit {
        Unit::Year | Unit::Decade | Unit::Century => in_year(Some(day.year()), DatePart::Month(day.month() as u8)),
        _ => Date::from(day),
    };
    Placed { value: Value::Date(date), ..Placed::date(exact) }
}

/// The month in which schools begin their year.
const SCHOOL_BEGINS: u32 = 8;

/// A duration away from a date: years from it, it is the same part of the year, and from a day it is a day.
fn shifted_from(from: &Placed, by: &Duration, sign: i8) -> Placed {
    let placed = shifted(from.span.map(|(start, _)| start), by, sign);
    let Some(day) = placed.day() else { return placed };
    match (from.value, smallest(by)) {
        (Value::Date(Date::Calendar { part: DatePart::Day { .. }, .. }), _) => {
            let exact = from.day().and_then(|from| calendar::shift(from.into(), by, sign));
            Placed::date(exact.map_or(day, |moment| moment.date()).into())
        }
        (
            Value::Date(Date::Calendar { part: part @ (DatePart::Season(_) | DatePart::Month(_)), .. }),
            Some(Unit::Year),
        ) => Placed::date(in_year(Some(day.year()), part)),
        // The middle of a week tells which one it is.
        (Value::Date(Date::Calendar { part: DatePart::Week(_), .. }), _) => {
            let middle = from.span.and_then(|(start, _)| calendar::add_days(start.date(), 3));
            let middle = middle.and_then(|middle| calendar::shift(middle.into(), by, sign));
            middle.and_then(|moment| period(Unit::Week, 0, moment.date())).map_or(placed, Placed::date)
        }
        _ => placed,
    }
}

/// So many units on from the origin's own, refined by the fields.
fn relative(unit: Unit, count: i32, origin: Origin, fields: &Fields, situation: &Situation, pack: &Pack) -> Placed {
    // The month, in a year that is under way, is the one that is.
    let of_now = |now: &NaiveDateTime| {
        let year = situation.period.filter(|period| period.grain == Grain::Year && unit < Unit::Year);
        count == 0 && origin == Origin::Narrative && year.is_some_and(|year| year.moment.year() == now.year())
    };
    let moment = situation.now().filter(of_now).or_else(|| origin_moment(origin, unit, situation));
    let Some(moment) = moment else {
        let toward = match (count, unit) {
            (0, Unit::Day) => Date::Present,
            (..0, _) => Date::Past,
            (0, _) => Date::Present,
            _ => Date::Future,
        };
        return Placed { span: None, ..Placed::date(toward) };
    };
    if unit < Unit::Day {
        return relative_clock(unit, count, moment);
    }
    // The school year that ends in the next is under way.
    let under_way = unit == Unit::Year && fields.era == Era::School && moment.month() >= SCHOOL_BEGINS;
    let date = period(unit, count + i32::from(under_way), moment.date());
    let refined = refine(date, unit, fields, situation, pack);
    Placed::date(refined.or(date).unwrap_or(Date::Future))
}

/// The current, next or last hour, minute or second.
fn relative_clock(unit: Unit, count: i32, moment: NaiveDateTime) -> Placed {
    use chrono::Timelike;
    let (grain, length) = match unit {
        Unit::Hour => (Grain::Hour, 3600),
        Unit::Minute => (Grain::Minute, 60),
        _ => (Grain::Second, 1),
    };
    let seconds = i64::from(moment.num_seconds_from_midnight()) / length * length + i64::from(count) * length;
    let start = moment.date().and_time(NaiveTime::MIN) + Days::seconds(seconds);
    let value = Value::Time(Time { date: Some(Date::from(start.date())), clock: clock_of(start, grain), offset: None });
    Placed { value, span: Some((start, start + Days::seconds(length))), grain }
}

/// The period of a unit that is so many on from the one that holds a day.
pub(super) fn period(unit: Unit, count: i32, day: NaiveDate) -> Option<Date> {
    let months = |each: i32| calendar::add_months(day.with_day(1)?, each * count);
    let weeks = || calendar::add_days(day, i64::from(count) * 7);
    Some(match unit {
        Unit::Week => {
            let week = weeks()?.iso_week();
            in_year(Some(week.year()), DatePart::Week(Some(week.week() as u8)))
        }
        Unit::Weekend => {
            let week = weeks()?.iso_week();
            in_year(Some(week.year()), DatePart::Weekend(Some(week.week() as u8)))
        }
        Unit::Month => {
            let month = months(1)?;
            in_year(Some(month.year()), DatePart::Month(month.month() as u8))
        }
        Unit::Quarter => {
            let month = months(3)?;
            in_year(Some(month.year()), DatePart::Quarter(Some(month.month0() as u8 / 3 + 1)))
        }
        Unit::Half => {
            let month = months(6)?;
            in_year(Some(month.year()), DatePart::Half(Some(month.month0() as u8 / 6 + 1)))
        }
        Unit::Year => in_year(Some(day.year() + count), DatePart::Whole),
        Unit::Decade => Date::Calendar {
            era: Era::Common,
            year: Year::Decade(u16::try_from(day.year() / 10 + count).ok().filter(|decade| *decade < 1000)?),
            part: DatePart::Whole,
        },
        Unit::Century => Date::Calendar {
            era: Era::Common,
            year: Year::Century(u8::try_from(day.year() / 100 + count).ok().filter(|century| *century < 100)?),
            part: DatePart::Whole,
        },
        _ => Date::from(calendar::add_days(day, i64::from(count))?),
    })
}

/// The weekend at a day, longer by that day where it is the Monday after or the Thursday before it.
fn weekend_with(day: NaiveDate) -> Option<Placed> {
    let number = day.weekday().number_from_monday();
    let count = if number <= 2 { -1 } else { 0 };
    let placed = Placed::date(period(Unit::Weekend, count, day)?);
    let (start, end) = placed.span?;
    let (first, after) = (day.and_time(NaiveTime::MIN), calendar::add_days(day, 1)?.and_time(NaiveTime::MIN));
    Some(Placed { span: Some((start.min(first), end.max(after))), ..placed })
}

/// The part of a relative period that the fields name: Monday of last week, March of next year.
fn refine(date: Option<Date>, unit: Unit, fields: &Fields, situation: &Situation, pack: &Pack) -> Option<Date> {
    let (start, _) = date?.resolve()?;
    if *fields == Fields::default() {
        return None;
    }
    match unit {
        Unit::Week | Unit::Weekend => {
            let weekday = fields.weekday?;
            Some(Date::from(calendar::add_days(calendar::week_start(start)?, i64::from(weekday) - 1)?))
        }
        Unit::Month => {
            let day = fields.day?;
            Some(Date::from(calendar::date(start.year(), start.month() as u8, day)?))
        }
        Unit::Year => Some(by_fields(&Fields { year: Some(start.year()), ..*fields }, situation, pack)),
        _ => None,
    }
}

/// A date by calendar fields alone.
fn by_fields(fields: &Fields, situation: &Situation, pack: &Pack) -> Date {
    if let Some(date) = coarse(fields, situation) {
        return date;
    }
    let year = full_year(fields, situation);
    if let Some(holiday) = fields.holiday {
        return by_holiday(pack.lexicon.name(i64::from(holiday)), year, fields, situation);
    }
    if fields.month.is_some()
        || fields.season.is_some()
        || fields.quarter.is_some()
        || fields.half.is_some()
        || fields.week.is_some()
    {
        let part = part_of_year(fields);
        let year = year.or_else(|| choose_year(part, fields, situation));
        return in_year(year, part);
    }
    match (fields.day, fields.weekday) {
        (Some(day), weekday) => by_day(day, weekday, year, fields, situation),
        // One Friday in 2010 is of that year, and of no known week.
        (None, Some(_)) if year.is_some() => in_year(year, DatePart::Whole),
        (None, Some(weekday)) => by_weekday(weekday, fields, situation),
        _ if fields.weekend => by_weekend(fields, situation),
        _ => match year {
            Some(year) => in_year(Some(year), DatePart::Whole),
            None if fields.era != Era::Common => in_year(None, DatePart::Whole),
            None => situation.reached().map_or(in_year(None, DatePart::Whole), |moment| Date::from(moment.date())),
        },
    }
}

/// The same date in a year of that era.
fn in_era(placed: Placed, era: Era) -> Placed {
    match placed.value {
        Value::Date(Date::Calendar { year, part, .. }) if era != Era::Common => {
            Placed::date(Date::Calendar { era, year, part })
        }
        _ => placed,
    }
}

/// Decades and centuries.
fn coarse(fields: &Fields, situation: &Situation) -> Option<Date> {
    let year = match (fields.decade, fields.short_decade, fields.century) {
        (Some(decade), ..) => Year::Decade(decade),
        (_, Some(short), _) => {
            let now = situation.today().map_or(WITHOUT_ANCHOR, |today| today.year());
            let mut decade = now / 100 * 10 + i32::from(short) / 10;
            if decade * 10 > now + 5 {
                decade -= 10;
            }
            Year::Decade(u16::try_from(decade).ok()?)
        }
        (.., Some(century)) => Year::Century(century),
        _ => return None,
    };
    Some(Date::Calendar { era: Era::Common, year, part: DatePart::Whole })
}

fn part_of_year(fields: &Fields) -> DatePart {
    match (fields.month, fields.day) {
        (Some(month), Some(day)) => DatePart::Day { month: Some(month), day },
        (Some(month), None) => DatePart::Month(month),
        _ => fields
            .season
            .map(DatePart::Season)
            .or(fields.quarter.map(|quarter| DatePart::Quarter(Some(quarter))))
            .or(fields.half.map(|half| DatePart::Half(Some(half))))
            .or(fields.week.map(|week| DatePart::Week(Some(week))))
            .unwrap_or(DatePart::Whole),
    }
}

fn by_holiday(key: &str, year: Option<i32>, fields: &Fields, situation: &Situation) -> Date {
    let of = |year| Holiday::named(key).and_then(|holiday| holiday.date(year));
    if let Some(year) = year {
        return of(year).map_or(in_year(Some(year), DatePart::Whole), Date::from);
    }
    let Some(reference) = situation.today().or_else(|| Some(situation.reached()?.date())) else {
        return of(2001)
            .zip(of(2002))
            .filter(|(a, b)| a.ordinal() == b.ordinal())
            .map_or(Date::Present, |(date, _)| {
                in_year(None, DatePart::Day { month: Some(date.month() as u8), day: date.day() as u8 })
            });
    };
    let years = [-1, 0, 1].map(|offset| of(reference.year() + offset));
    choose(years.into_iter().flatten(), reference, toward(fields, situation), true).map_or(Date::Present, Date::from)
}

/// Which way the fields look, or else the text.
pub(super) fn toward(fields: &Fields, situation: &Situation) -> Toward {
    match fields.toward {
        Some(-1) => Toward::Past,
        Some(1..) => Toward::Future,
        _ => situation.toward,
    }
}

/// How many days back a day without a year is looked for, where nothing tells that it is past.
pub(super) const LONG_AGO: i64 = 270;

/// The day among several that lies where it is looked for; the reference day itself where it may be meant.
pub(super) fn choose(
    days: impl Iterator<Item = NaiveDate>,
    reference: NaiveDate,
    toward: Toward,
    today: bool,
) -> Option<NaiveDate> {
    let days: Vec<NaiveDate> = days.filter(|day| today || *day != reference).collect();
    let distance = |day: &NaiveDate| (*day - reference).num_days();
    let last = || days.iter().copied().filter(|day| distance(day) <= 0).max();
    let next = || days.iter().copied().filter(|day| distance(day) >= 0).min();
    match toward {
        Toward::Past => last(),
        Toward::Future => next(),
        Toward::Nearest => days.iter().copied().min_by_key(|day| (distance(day).abs(), distance(day) > 0)),
        Toward::Recent => last().filter(|day| -distance(day) <= LONG_AGO).or_else(next),
    }
}

/// How many days away a day that falls on the weekday said is meant, whichever way the text looks.
pub(super) const NEAR: i64 = 60;

/// A day of the month, with or without its weekday: "the 5th", « mardi 13 ».
fn by_day(day: u8, weekday: Option<u8>, year: Option<i32>, fields: &Fields, situation: &Situation) -> Date {
    let unknown = in_year(year, DatePart::Day { month: None, day });
    let Some(reference) = situation.reached().map(|moment| moment.date()) else { return unknown };
    let reach = if weekday.is_some() { 24 } else { 2 };
    let first = reference.with_day(1).unwrap_or(reference);
    let fits = |date: &NaiveDate| {
        weekday.is_none_or(|weekday| date.weekday().number_from_monday() == u32::from(weekday))
            && year.is_none_or(|year| date.year() == year)
    };
    let months = (-reach..=reach).filter_map(|offset| calendar::add_months(first, offset));
    let days = months.filter_map(|month| calendar::date(month.year(), month.month() as u8, day)).filter(fits);
    let lean = toward(fields, situation);
    let found = match fields.toward {
        None if weekday.is_some() || situation.narrative.is_some() => {
            nearest_of_story(days, weekday.is_some(), reference, lean, situation)
        }
        _ => choose(days, reference, lean, true),
    };
    found.map_or(unknown, Date::from)
}

/// The day among several that is meant where a story has come to another: in its month and after it, else the nearest,
/// on the side of the day of writing that the verb tells, unless a weekday tells more.
fn nearest_of_story(
    days: impl Iterator<Item = NaiveDate>,
    by_weekday: bool,
    reached: NaiveDate,
    toward: Toward,
    situation: &Situation,
) -> Option<NaiveDate> {
    let today = situation.today().unwrap_or(reached);
    let days: Vec<NaiveDate> = days.collect();
    let near = |day: &NaiveDate| by_weekday && (*day - reached).num_days().abs() < NEAR;
    let told = |day: &NaiveDate| match toward {
        Toward::Past => *day <= today || near(day),
        Toward::Future => *day >= today,
        Toward::Nearest | Toward::Recent => true,
    };
    let month = |day: NaiveDate| (day.year(), day.month());
    let next = days.iter().copied().find(|day| *day >= reached && month(*day) == month(reached)).filter(told);
    next.or_else(|| choose(days.iter().copied().filter(told), reached, Toward::Nearest, true))
        .or_else(|| choose(days.into_iter(), reached, Toward::Nearest, true))
}

fn by_weekday(weekday: u8, fields: &Fields, situation: &Situation) -> Date {
    let unknown = crate::lang::weekday(i64::from(weekday)).map_or(DatePart::Whole, DatePart::Weekday);
    let Some(reference) = situation.today() else { return in_year(None, unknown) };
    let days = |reference: NaiveDate, reach: i64| {
        (-reach..=reach)
            .filter_map(move |offset| calendar::add_days(reference, offset))
            .filter(move |day| day.weekday().number_from_monday() == u32::from(weekday))
    };
    let day = match fields.toward {
        Some(0) => {
            let day =
                calendar::week_start(reference).and_then(|monday| calendar::add_days(monday, i64::from(weekday) - 1));
            let weeks = match day {
                Some(day) if day < reference && !situation.toward.looks_back() => 1,
                Some(day) if day > reference && situation.toward == Toward::Past => -1,
                _ => 0,
            };
            day.and_then(|day| calendar::add_days(day, 7 * weeks))
        }
        Some(_) => choose(days(reference, 7), reference, toward(fields, situation), false),
        // A week from the coming one, which may be today.
        None if fields.weeks > 0 => choose(days(reference, 7), reference, Toward::Future, true),
        None => choose(days(reference, 7), reference, situation.toward, !situation.assistant),
    };
    let day = day.and_then(|day| calendar::add_days(day, i64::from(fields.weeks) * 7));
    day.map_or(in_year(None, unknown), Date::from)
}

fn by_weekend(fields: &Fields, situation: &Situation) -> Date {
    let today = situation.today();
    // The one that is to come is that of this week; this one is over where a verb says so.
    let early = today.is_some_and(|today| today.weekday().number_from_monday() < 6);
    let last = match fields.toward {
        None => early && situation.toward.looks_back(),
        Some(0) => early && situation.toward == Toward::Past,
        Some(toward) => toward < 0,
    };
    let count = -i32::from(last);
    today.and_then(|today| period(Unit::Weekend, count, today)).unwrap_or(in_year(None, DatePart::Weekend(None)))
}
