//! Days that are named again: « le 14 juillet » behind « le 14 juillet 2016 », « le samedi » behind « samedi 14 mai ».

use chrono::{Datelike, NaiveDate};

use crate::context::{Anchor, Direction};
use crate::find::{Base, Candidate, Fields, Meaning, When};
use crate::value::calendar;

use super::narrative::{Outcome, Reader};
use super::row;
use super::situation::Toward;

/// How many days are kept in mind.
const KEPT: usize = 8;
/// How many days before that of writing a day is of the last weeks, and after it of the next, whatever was told.
const LATELY: i64 = 60;

/// A day that was named with its month, or its weekday and number, or the first of a month that was named with its year.
#[derive(Clone, Copy, Debug)]
struct Day {
    date: NaiveDate,
    token: usize,
    /// Whether its year, and its weekday, were said.
    year: bool,
    weekday: bool,
    /// Whether it stands for its month.
    month: bool,
}

/// The last days that were named.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Days {
    kept: [Option<Day>; KEPT],
    next: usize,
}

impl Days {
    fn keep(&mut self, day: Day) {
        self.kept[self.next % KEPT] = Some(day);
        self.next += 1;
    }

    /// The last of these days that was named by its weekday.
    pub(super) fn last_by_weekday(&self) -> Option<NaiveDate> {
        self.last(|told| told.weekday).map(|told| told.date)
    }

    /// The last of these days that is as asked for.
    fn last(&self, is: impl Fn(&Day) -> bool) -> Option<Day> {
        (1..=KEPT.min(self.next)).filter_map(|back| self.kept[(self.next - back) % KEPT]).find(is)
    }
}

impl Reader<'_> {
    /// Keeps a day in mind that a candidate names.
    pub(super) fn keep_in_mind(&mut self, candidate: &Candidate, outcome: Outcome) {
        let (Meaning::When(when), Outcome::Placed(placed)) = (&candidate.meaning, outcome) else { return };
        let Fields { year, month, weekday, day, .. } = when.fields;
        if when.base != Base::Calendar {
            return;
        }
        let (date, whole) = match (year, month, day) {
            (Some(year), Some(month), None) => (calendar::date(year, month, 1), true),
            (_, None, Some(_)) if weekday.is_none() => return,
            (_, _, Some(_)) => (placed.day(), false),
            _ => return,
        };
        if let Some(date) = date {
            let (year, weekday) = (year.is_some(), weekday.is_some());
            self.days.keep(Day { date, token: candidate.token, year, weekday, month: whole });
        }
    }

    /// A date with what the text told when it named the same day before.
    pub(super) fn named_before(&self, candidate: &Candidate, when: &When) -> Option<When> {
        let fields = &when.fields;
        let bare = when.base == Base::Calendar && fields.year.is_none() && fields.short_year.is_none();
        if !bare || fields.toward.is_some() || self.direction != Direction::News || self.section_day().is_some() {
            return None;
        }
        let date = match (fields.month, fields.day, row::weekday(when)) {
            (Some(month), Some(day), _) if fields.weekday.is_none() => {
                self.same_date(candidate, when, (month, day)).or_else(|| self.in_month_to_come(candidate, (month, day)))
            }
            (None, None, Some(weekday)) => self.same_weekday(candidate, weekday),
            _ => None,
        }?;
        let (month, day) = (date.month() as u8, date.day() as u8);
        let fields = Fields { year: Some(date.year()), month: Some(month), day: Some(day), ..*fields };
        Some(When { fields, ..when.clone() })
    }

    /// The day of that month and number that was told with its year, where the verb looks back and the last is not of late.
    fn same_date(&self, candidate: &Candidate, when: &When, (month, day): (u8, u8)) -> Option<NaiveDate> {
        let written = self.anchor?.date;
        let same = |told: &Day| (told.date.month(), told.date.day()) == (u32::from(month), u32::from(day));
        let told = self.days.last(|told| told.year && !told.month && same(told))?.date;
        let year = written.year() - i32::from((told.month(), told.day()) > (written.month(), written.day()));
        let lately = told.with_year(year).is_some_and(|last| (written - last).num_days() <= LATELY);
        let back = self.tense(candidate) == Some(Toward::Past) && (!lately || self.is_over(candidate));
        let same_year = |story: Anchor| story.date.year() == told.year();
        (back && self.year_of_story(candidate, when).is_none_or(same_year)).then_some(told)
    }

    /// The day of that number in a month that was told with its year, where both are still to come and the next is not soon.
    fn in_month_to_come(&self, candidate: &Candidate, (month, day): (u8, u8)) -> Option<NaiveDate> {
        let written = self.anchor?.date;
        let same = |told: &Day| told.year && told.date > written && told.date.month() == u32::from(month);
        let told = self.days.last(same)?.date;
        let year = written.year() + i32::from((month, day) < (written.month() as u8, written.day() as u8));
        let soon = calendar::date(year, month, day).is_some_and(|next| (next - written).num_days() <= LATELY);
        let to_come = !soon && self.tense(candidate) == Some(Toward::Future);
        calendar::date(told.year(), month, day).filter(|_| to_come)
    }

    /// The day of that weekday that the paragraph has told by it, on the side of the day of writing that the verb tells.
    fn same_weekday(&self, candidate: &Candidate, weekday: u8) -> Option<NaiveDate> {
        let written = self.anchor?.date;
        let same = |told: &Day| told.date.weekday().number_from_monday() == u32::from(weekday);
        let told = self.days.last(|told| told.weekday && same(told) && told.token >= self.paragraph)?.date;
        let fits = match self.tense(candidate) {
            Some(Toward::Future) => told >= written,
            Some(Toward::Past) => told <= written,
            _ => true,
        };
        fits.then_some(told)
    }
}
