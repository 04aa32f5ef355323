//! Parts of the day, and the beginning, middle and end of longer spans, on the calendar.

use chrono::{Duration as Days, NaiveDate, NaiveDateTime};

use crate::value::{Grain, Modifier, PartOfDay, calendar};

/// The span of a part of a day.
pub(super) fn hours_of(part: PartOfDay, day: NaiveDate) -> Option<(NaiveDateTime, NaiveDateTime)> {
    let (from, to) = part.hours();
    hours_between(day, from.into(), to.into())
}

/// The span between two hours of a day.
pub(super) fn hours_between(day: NaiveDate, from: i64, to: i64) -> Option<(NaiveDateTime, NaiveDateTime)> {
    let midnight = day.and_hms_opt(0, 0, 0)?;
    Some((midnight.checked_add_signed(Days::hours(from))?, midnight.checked_add_signed(Days::hours(to))?))
}

/// The beginning, middle or end of a span.
pub(super) fn sub_span(
    edge: Modifier,
    span: (NaiveDateTime, NaiveDateTime),
    grain: Grain,
    part: Option<PartOfDay>,
) -> (NaiveDateTime, NaiveDateTime) {
    let day = span.0.date();
    let of_day = |first: (i64, i64), middle: (i64, i64), last: (i64, i64)| {
        let (from, to) = pick(edge, first, middle, last);
        hours_between(day, from, to)
    };
    let days = |first: (i64, i64), middle: (i64, i64), last: (i64, i64)| {
        let (from, to) = pick(edge, first, middle, last);
        let to = if to == i64::MAX {
            Some(span.1)
        } else {
            calendar::add_days(day, to).and_then(|day| day.and_hms_opt(0, 0, 0))
        };
        calendar::add_days(day, from).and_then(|day| day.and_hms_opt(0, 0, 0)).zip(to)
    };
    let found = match (grain, part) {
        (_, Some(PartOfDay::Morning)) => of_day((7, 9), (9, 11), (10, 12)),
        (_, Some(PartOfDay::Afternoon)) => of_day((12, 14), (15, 17), (17, 19)),
        (_, Some(PartOfDay::Evening)) => of_day((18, 21), (20, 22), (21, 24)),
        (_, Some(PartOfDay::Night)) => of_day((20, 22), (22, 26), (21, 24)),
        (Grain::Day, None) => of_day((6, 10), (11, 16), (17, 21)),
        (Grain::Week, _) => days((0, 3), (1, 5), (4, i64::MAX)),
        (Grain::Month, _) => days((0, 10), (10, 20), (20, i64::MAX)),
        (Grain::Year, _) => months(span, pick(edge, (0, 3), (4, 8), (8, 12))),
        _ => third(edge, span),
    };
    found.filter(|(start, end)| start < end).unwrap_or(span)
}

/// So many months of a year, from one to before another.
fn months(span: (NaiveDateTime, NaiveDateTime), (from, to): (i32, i32)) -> Option<(NaiveDateTime, NaiveDateTime)> {
    let after = |months| Some(calendar::add_months(span.0.date(), months)?.and_time(span.0.time()));
    after(from).zip(after(to))
}

/// From the so manieth day of a span to the so manieth.
pub(super) fn days_of(
    (first, last): (u16, u16),
    (start, end): (NaiveDateTime, NaiveDateTime),
) -> Option<(NaiveDateTime, NaiveDateTime)> {
    let after = |days: u16| start.checked_add_signed(Days::days(i64::from(days)));
    Some((after(first.checked_sub(1)?)?, after(last)?.min(end)))
}

fn pick<T>(edge: Modifier, first: T, middle: T, last: T) -> T {
    match edge {
        Modifier::Start => first,
        Modifier::End => last,
        _ => middle,
    }
}

/// The first, second or last third, in whole days.
fn third(edge: Modifier, (start, end): (NaiveDateTime, NaiveDateTime)) -> Option<(NaiveDateTime, NaiveDateTime)> {
    let third = Days::days((end - start).num_days() / 3);
    let (one, two) = (start.checked_add_signed(third)?, end.checked_sub_signed(third)?);
    Some(pick(edge, (start, one), (one, two), (two, end)))
}
