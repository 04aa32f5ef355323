//! Chronologies: headings that are days, months and years, of which few say their year.

use std::cmp::Ordering;

use chrono::Datelike;

use crate::context::Anchor;
use crate::find::{Base, Fields, When};
use crate::value::{Date, DatePart};

use super::place::in_year;

/// How many years after the day of writing a chronology may go.
const AHEAD: i32 = 20;
/// The last year there is.
const LAST: i32 = 9999;

/// Whether a date is a month or a year, and no part of one.
pub(super) fn is_month_or_year(when: &When) -> bool {
    let Fields { year, month, .. } = when.fields;
    let whole = Fields { year, month, ..Fields::default() };
    when.base == Base::Calendar
        && when.modifier.is_none()
        && when.fields == whole
        && (year.is_some() || month.is_some())
}

/// The month or year that a heading is, once its year is known.
pub(super) fn period_said(when: &When) -> Option<Date> {
    let Fields { year, month, .. } = when.fields;
    let part = month.map_or(DatePart::Whole, DatePart::Month);
    year.map(|year| in_year(Some(year), part))
}

/// Gives headings the year of the one before them that says it, or the next where their month has been told already; the one
/// before where the text goes back in time.
pub(super) fn give_years<'h>(headings: impl Iterator<Item = &'h mut When>, written: Option<Anchor>) {
    let mut headings: Vec<&mut When> = headings.collect();
    let back = goes_back(&headings);
    let mut told: Option<(i32, Option<(u8, u8)>)> = None;
    for when in &mut headings {
        let Fields { year, month, day, .. } = when.fields;
        let place = month.map(|month| (month, day.unwrap_or(if back { u8::MAX } else { 0 })));
        let known = when.base == Base::Calendar && (year.is_some() || month.is_some());
        if !known {
            continue;
        }
        let year = year.or_else(|| {
            let (year, last) = told?;
            let turned = match place.zip(last).map(|(place, last)| place.cmp(&last)) {
                Some(Ordering::Less) if !back => 1,
                Some(Ordering::Greater) if back => -1,
                _ => 0,
            };
            Some(year + turned)
        });
        let last = written.map_or(LAST, |written| written.date.year() + AHEAD);
        let year = year.filter(|year| (1..=last).contains(year));
        told = year.map(|year| (year, place));
        when.fields.year = year;
    }
}

/// Whether headings go back in time, as far as those behind each other in a year tell.
fn goes_back(headings: &[&mut When]) -> bool {
    let place = |when: &When| (when.fields.month, when.fields.day);
    let (mut on, mut back) = (0, 0);
    for pair in headings.windows(2) {
        let (first, second) = (&pair[0].fields, &pair[1].fields);
        let order = match (first.year, second.year) {
            (Some(first), Some(second)) if first != second => first.cmp(&second),
            _ if first.month.is_some() && second.month.is_some() => place(pair[0]).cmp(&place(pair[1])),
            _ => Ordering::Equal,
        };
        on += u32::from(order == Ordering::Less);
        back += u32::from(order == Ordering::Greater);
    }
    back > on
}
