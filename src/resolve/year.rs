//! The year of a date that does not tell it, or tells two digits of it.

use chrono::{Datelike, NaiveDate};

use crate::find::Fields;
use crate::value::DatePart;

use super::place::{LONG_AGO, NEAR, choose, in_year, toward};
use super::situation::{Situation, Toward};

/// The year that years of two digits are near to when nothing tells when the text was written.
pub(super) const WITHOUT_ANCHOR: i32 = 2010;
/// How far ahead of the anchor a year of two digits may lie.
const AHEAD: i32 = 20;

/// The year that the fields tell, two digits read as the year nearest the anchor.
pub(super) fn full_year(fields: &Fields, situation: &Situation) -> Option<i32> {
    fields.year.or_else(|| {
        let short = i32::from(fields.short_year?);
        let now = situation.today().map_or(WITHOUT_ANCHOR, |today| today.year());
        let candidates = [-1, 0, 1].map(|offset| (now / 100 + offset) * 100 + short);
        candidates.into_iter().filter(|year| *year <= now + AHEAD).min_by_key(|year| (year - now).abs())
    })
}

/// How far ahead of news a day may lie that names no year.
pub(super) const FAR: i64 = 300;

/// The direction of what may be under way.
const THIS_OR_NEXT: i8 = 3;

/// The year of a month, day, season, quarter or week that tells none.
pub(super) fn choose_year(part: DatePart, fields: &Fields, situation: &Situation) -> Option<i32> {
    let reference = situation.today()?;
    let spans: Vec<(NaiveDate, NaiveDate)> =
        (-8..=8).filter_map(|offset| in_year(Some(reference.year() + offset), part).resolve()).collect();
    let year_of = |(start, end): (NaiveDate, NaiveDate)| {
        // A season or a week may begin in the year before the one it is named for.
        let middle = start + (end - start) / 2;
        if matches!(part, DatePart::Week(_)) { middle.iso_week().year() } else { start.year() }
    };
    if fields.toward == Some(0) {
        let current = spans.iter().find(|(start, end)| *start <= reference && reference < *end);
        // This winter was, or will be, though it is summer.
        let told = match situation.toward {
            Toward::Past => spans.iter().rev().find(|(_, end)| *end <= reference),
            Toward::Future => spans.iter().find(|(start, _)| reference < *start),
            _ => None,
        };
        let chosen = current.or(told.filter(|_| fields.season.is_some() && !situation.guess));
        return Some(chosen.map_or(reference.year(), |span| year_of(*span)));
    }
    if let DatePart::Day { .. } = part {
        let fits = |day: &NaiveDate| {
            fields.weekday.is_none_or(|weekday| day.weekday().number_from_monday() == u32::from(weekday))
        };
        let days = || spans.iter().map(|(start, _)| *start);
        let lean = match toward(fields, situation) {
            Toward::Recent => Toward::Nearest,
            lean => lean,
        };
        let nearest = choose(days().filter(fits), reference, Toward::Nearest, true);
        let near = nearest.filter(|day| (*day - reference).num_days().abs() < NEAR);
        // A weekday tells more than a verb.
        let within_a_year = |day: &NaiveDate| (day.year() - reference.year()).abs() <= 1;
        let by_weekday = near
            .or_else(|| choose(days().filter(fits), reference, lean, true).filter(within_a_year))
            .or_else(|| nearest.filter(|day| !situation.guess && within_a_year(day)));
        // News of what is to come may name a day just past: to holders of record October 30.
        let of_news = fields.toward.is_none() && !situation.guess && !situation.in_told_year;
        let far = |day: &NaiveDate| of_news && (*day - reference).num_days() > FAR;
        let any = || {
            let found = choose(days(), reference, toward(fields, situation), true);
            found.filter(|day| !far(day)).or_else(|| choose(days(), reference, Toward::Nearest, true))
        };
        return by_weekday.filter(|_| fields.weekday.is_some()).or_else(any).map(|day| day.year());
    }
    // By the end of June, in June, is this one.
    let strict = fields.toward.is_some_and(|toward| toward != THIS_OR_NEXT);
    let last = || spans.iter().rev().find(|(start, end)| *start <= reference && !(strict && reference < *end));
    let next = || spans.iter().find(|(start, end)| reference < *end && !(strict && *start <= reference));
    // A week by its number is the nearest, whichever way the text looks.
    let lean = match part {
        DatePart::Week(_) => Toward::Nearest,
        _ => toward(fields, situation),
    };
    let chosen = match lean {
        Toward::Past => last(),
        Toward::Future => next(),
        Toward::Recent => last().filter(|(_, end)| (reference - *end).num_days() <= LONG_AGO).or_else(next),
        Toward::Nearest => spans.iter().min_by_key(|(start, end)| {
            if *start <= reference && reference < *end {
                0
            } else {
                (*start - reference).num_days().abs().min((*end - reference).num_days().abs()) + 1
            }
        }),
    };
    // "March after next" is the second.
    chosen.copied().map(year_of).map(|year| year + i32::from(fields.toward == Some(2)))
}
