//! Spans between bounds, on the calendar.

use chrono::{Datelike, Duration as Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use crate::find::{Base, Between, Bounded, When};
use crate::lang::{Origin, Pack};
use crate::value::{Amount, Bound, Clock, Date, Duration, Grain, Interval, Modifier, Time, Unit, Value, calendar};

use super::place::{Placed, counted, place, smallest, whole_days};
use super::row;
use super::situation::{Situation, Toward};

/// An interval on the calendar, with its bounds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    pub from: Option<Placed>,
    pub to: Option<Placed>,
    pub interval: Interval,
    pub start: Option<NaiveDateTime>,
    pub end: Option<NaiveDateTime>,
    pub grain: Grain,
}

/// Places an interval.
pub(crate) fn bounds(between: &Between, situation: &Situation, pack: &Pack) -> Option<Bounds> {
    match between {
        Between::Bounds { from, to, edge } => of_bounds(from.as_ref(), to.as_ref(), *edge, situation, pack),
        Between::Span { sign, by, origin } => of_span(*sign, by, *origin, situation),
    }
}

fn of_bounds(
    from: Option<&When>,
    to: Option<&When>,
    edge: Bounded,
    situation: &Situation,
    pack: &Pack,
) -> Option<Bounds> {
    let from_placed = from.map(|from| begun(from, to, situation, pack));
    // What goes on until a day goes on still, where nothing tells that it is past.
    let onward = Situation { toward: Toward::Nearest, ..*situation };
    let situation = if from.is_none() && situation.toward == Toward::Recent { &onward } else { situation };
    let to_placed = to.map(|to| last_bound(to, from.zip(from_placed), situation, pack));
    let is_weekday = |bound: &When| row::weekday(bound).is_some() && !bound.has_clock();
    let weekdays = [from, to].into_iter().all(|bound| bound.is_some_and(is_weekday));
    let not_over = situation.toward == Toward::Past && to_placed.and_then(|to| to.day()) > situation.today();
    let (from_placed, to_placed) = if weekdays && not_over && situation.today().is_some() {
        (from_placed.and_then(week_before), to_placed.and_then(week_before))
    } else {
        (from_placed, to_placed)
    };
    let open = edge == Bounded::Open;
    let from_now = matches!(edge, Bounded::FromNow | Bounded::Rest);
    let lasting = edge == Bounded::Beginnings || from_now && to.is_some_and(|to| matches!(to.base, Base::Shift { .. }));
    let ends_with = |when: Option<&When>, edge| when.is_some_and(|when| when.edge == Some(edge));
    let from_now_on = to.filter(|_| from_now).and_then(|to| after_now(to, situation));
    let end = to_placed.and_then(|placed| {
        let (start, end) = placed.span?;
        if let Some(end) = from_now_on {
            return Some(end);
        }
        let before = open && !ends_with(to, Modifier::End);
        Some(if before || is_point(&placed) || lasting { start } else { end })
    });
    let start = match from_placed {
        None if from_now => {
            let of_days = edge == Bounded::Rest && to_placed.is_some_and(|to| to.grain >= Grain::Day);
            let now = situation.now().map(|now| if of_days { now.date().and_time(NaiveTime::MIN) } else { now });
            // By Sunday it had gone: since when is not said.
            let gone = |now: &NaiveDateTime| {
                !lasting && situation.toward == Toward::Past && end.is_some_and(|end| end.date() <= now.date())
            };
            now.filter(|now| end.is_none_or(|end| *now <= end) && !gone(now))
        }
        None => None,
        Some(from_placed) => from_placed.span.map(|(start, end)| {
            let within = is_point(&from_placed) || ends_with(from, Modifier::Start);
            if open && !within { end } else { start }
        }),
    };
    let grain = to_placed.or(from_placed)?.grain.min(from_placed.map_or(Grain::Century, |from| from.grain));
    let interval = Interval { from: from_placed.and_then(bound), to: to_placed.and_then(bound) };
    Some(Bounds { from: from_placed, to: to_placed, interval, start, end, grain })
}

/// The last bound of an interval, after the first.
fn last_bound(to: &When, from: Option<(&When, Placed)>, situation: &Situation, pack: &Pack) -> Placed {
    let placed = place(to, situation, pack);
    let (Some((first, from)), Some((start, _))) = (from, placed.span) else { return placed };
    let Some((after, _)) = from.span else { return placed };
    let weekday = row::weekday(to).filter(|_| to.fields.toward.is_none());
    let later = if weekday.is_some() && weekday != first.fields.weekday && from.grain <= Grain::Day {
        let next = calendar::add_days(after.date(), 1).map(|day| Situation {
            anchor: Some(day.into()),
            toward: Toward::Future,
            ..*situation
        });
        next.map(|next| place(to, &next, pack))
    } else if start < after {
        place_after(to, placed, after, situation, pack)
    } else if start.date() > after.date() && !to.has_date() {
        next_half(to, placed, after)
    } else {
        None
    };
    later.unwrap_or(placed)
}

/// The day a week before one.
fn week_before(placed: Placed) -> Option<Placed> {
    Some(Placed::date(Date::from(calendar::add_days(placed.day()?, -7)?)))
}

/// The first bound; where the text looks on, months and seasons under way may have begun before.
fn begun(from: &When, to: Option<&When>, situation: &Situation, pack: &Pack) -> Placed {
    let placed = place(from, situation, pack);
    let last = to.filter(|_| situation.toward == Toward::Future && placed.grain >= Grain::Month);
    let Some((last, _)) = last.map(|to| place(to, situation, pack)).and_then(|to| to.span) else { return placed };
    match placed.span {
        Some((start, _)) if start > last => {
            let back = Situation { anchor: Some(last.into()), narrative: None, toward: Toward::Past, ..*situation };
            place(from, &back, pack)
        }
        _ => placed,
    }
}

/// Whether it is a time of the clock, or now.
fn is_point(placed: &Placed) -> bool {
    match placed.value {
        Value::Time(Time { clock, .. }) => !matches!(clock, Clock::Part(_)),
        value => value == Value::Date(Date::Present),
    }
}

/// So long from now: to the minute, or to the day where days or more are counted.
fn after_now(to: &When, situation: &Situation) -> Option<NaiveDateTime> {
    let Base::Shift { from: None, by, sign, .. } = &to.base else { return None };
    let moment = calendar::shift(situation.now()?, &counted(by, situation), *sign)?;
    let days = smallest(by)? >= Unit::Day;
    Some(if days { moment.date().and_time(NaiveTime::MIN) } else { moment })
}

/// The first time after a moment that the last bound can be.
fn place_after(to: &When, placed: Placed, after: NaiveDateTime, situation: &Situation, pack: &Pack) -> Option<Placed> {
    let forward = Situation { anchor: Some(after.into()), narrative: None, toward: Toward::Future, ..*situation };
    let placed = if to.base == Base::Calendar { place(to, &forward, pack) } else { placed };
    match placed.span {
        Some((start, _)) if start >= after && start.date() == after.date() => Some(placed),
        Some((start, _)) if start >= after => next_half(to, placed, after).or(Some(placed)),
        _ => next_half(to, placed, after).or_else(|| next_day(placed, after)),
    }
}

/// The afternoon's hour of that name, where the first bound is of the morning.
fn next_half(to: &When, placed: Placed, after: NaiveDateTime) -> Option<Placed> {
    let Value::Time(time) = placed.value else { return None };
    let bare =
        to.fields.hour.is_some_and(|hour| hour <= 12) && to.fields.meridiem.is_none() && to.fields.part.is_none();
    if !bare || to.has_date() && placed.day() != Some(after.date()) {
        return None;
    }
    let (start, end) = placed.span?;
    let later = after.date().and_time(start.time()).checked_add_signed(Days::hours(12))?;
    let clock = match time.clock {
        Clock::Hour(_) => Clock::Hour(later.hour() as u8),
        _ => Clock::Minute(later.hour() as u8, later.minute() as u8),
    };
    let value = Value::Time(Time { date: Some(Date::from(later.date())), clock, ..time });
    let span = Some((later, later.checked_add_signed(end - start)?));
    Some(Placed { value, span, ..placed }).filter(|_| later > after && later.date() == after.date())
}

/// A clock time before the one it follows on the same day is of the next.
fn next_day(placed: Placed, after: NaiveDateTime) -> Option<Placed> {
    let (start, end) = placed.span.filter(|(start, _)| start.date() == after.date())?;
    let Value::Time(time) = placed.value else { return None };
    let day = |moment: NaiveDateTime| moment.checked_add_signed(Days::days(1));
    let start = day(start)?;
    let value = Value::Time(Time { date: Some(Date::from(start.date())), ..time });
    Some(Placed { value, span: Some((start, day(end)?)), ..placed })
}

fn bound(placed: Placed) -> Option<Bound> {
    match placed.value {
        Value::Date(date) | Value::DayName(_, date) => Some(Bound::Date(date)),
        Value::Time(time) => Some(Bound::Time(time)),
        _ => None,
    }
}

/// The next or last so many units, beginning or ending with the one that holds the origin.
fn of_span(sign: i8, by: &Duration, origin: Origin, situation: &Situation) -> Option<Bounds> {
    // The past two decades are the last twenty years.
    let unit = smallest(by)?.min(Unit::Year);
    let moment = match origin {
        Origin::Anchor => situation.now(),
        Origin::Narrative => situation.reached_by(unit),
    };
    let empty = Bounds {
        from: None,
        to: None,
        interval: Interval { from: None, to: None },
        start: None,
        end: None,
        grain: grain_of(unit),
    };
    if unit < Unit::Day && !situation.knows_clock(origin) {
        let days = moment.and_then(|moment| days_of_hours(sign, by, moment.date()));
        return Some(days.map_or(empty, |days| Bounds { grain: Grain::Day, ..empty.over(days) }));
    }
    let Some(begin) = moment.and_then(|moment| begin_of(unit, moment)) else { return Some(empty) };
    let one = Duration::default().with(unit, Amount::Thousandths(1000));
    let by = counted(by, situation);
    let span = if sign > 0 {
        calendar::shift(begin, &one, 1).and_then(|start| Some((start, calendar::shift(start, &by, 1)?)))
    } else {
        calendar::shift(begin, &by, -1).map(|start| (start, begin))
    };
    Some(span.map_or(empty, |span| empty.over(span)))
}

/// The days that so many hours cover where it is not known from which hour they count: the next 48 hours.
fn days_of_hours(sign: i8, by: &Duration, day: NaiveDate) -> Option<(NaiveDateTime, NaiveDateTime)> {
    let other = calendar::add_days(day, i64::from(sign) * whole_days(by)?)?;
    Some((day.min(other).into(), day.max(other).into()))
}

impl Bounds {
    /// The same from one moment to the other.
    fn over(self, (start, end): (NaiveDateTime, NaiveDateTime)) -> Bounds {
        let date = |moment: NaiveDateTime| Bound::Date(Date::from(moment.date()));
        let last = end.checked_sub_signed(Days::seconds(1)).unwrap_or(end);
        let interval = Interval { from: Some(date(start)), to: Some(date(last)) };
        Bounds { interval, start: Some(start), end: Some(end), ..self }
    }
}

/// The beginning of the unit that holds a moment.
fn begin_of(unit: Unit, moment: NaiveDateTime) -> Option<NaiveDateTime> {
    let day = moment.date();
    let clock = |hour, minute, second| day.and_hms_opt(hour, minute, second);
    let first = match unit {
        Unit::Second => return clock(moment.hour(), moment.minute(), moment.second()),
        Unit::Minute => return clock(moment.hour(), moment.minute(), 0),
        Unit::Hour => return clock(moment.hour(), 0, 0),
        Unit::Day => day,
        Unit::Week | Unit::Weekend => calendar::week_start(day)?,
        Unit::Month => day.with_day(1)?,
        Unit::Quarter => calendar::date(day.year(), day.month0() as u8 / 3 * 3 + 1, 1)?,
        Unit::Half => calendar::date(day.year(), day.month0() as u8 / 6 * 6 + 1, 1)?,
        Unit::Year => calendar::date(day.year(), 1, 1)?,
        Unit::Decade => calendar::date(day.year() / 10 * 10, 1, 1)?,
        Unit::Century => calendar::date(day.year() / 100 * 100, 1, 1)?,
    };
    Some(first.and_time(NaiveTime::MIN))
}

fn grain_of(unit: Unit) -> Grain {
    match unit {
        Unit::Second => Grain::Second,
        Unit::Minute => Grain::Minute,
        Unit::Hour => Grain::Hour,
        Unit::Day => Grain::Day,
        Unit::Weekend => Grain::Weekend,
        Unit::Week => Grain::Week,
        Unit::Month => Grain::Month,
        Unit::Quarter | Unit::Half => Grain::Quarter,
        Unit::Year => Grain::Year,
        Unit::Decade => Grain::Decade,
        Unit::Century => Grain::Century,
    }
}
