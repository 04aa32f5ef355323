//! Weekdays and months that count from what the story has just told and not from the day of writing: on from a day of the last
//! days or to come, on from one of long ago that was named by its weekday, and back from what happened to what was over by then.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use crate::context::{Anchor, Direction};
use crate::find::{Base, Candidate, Meaning, When};
use crate::lang::Origin;
use crate::value::{Grain, Unit, calendar};

use super::habit::is_with_article;
use super::interval::Bounds;
use super::narrative::{Outcome, Reader};
use super::row;
use super::situation::Toward;
use super::standing::{BEGINNING, has_come_to_now, looks_about, names_part_of_year};
use super::story::Told;
use super::tense::{has_verb, tense_of_end, was_over};

/// How many days before the day of writing a weekday is of that, whatever the story has told.
const LATELY: i64 = 14;
/// How many days after a day the last weekday is that comes before it does again.
const WEEK: i64 = 6;
/// How many days behind a day to come a weekday as that of writing may be of the next week.
const ONWARD: i64 = 4;
/// How many days a story may go on from one that it named by its weekday.
const ON: i64 = 31;
/// How many months behind a date to come another of its sentence may be.
const SOON: i64 = 9;
/// How many tokens behind a span of days a weekday may be of it, and how many days it may have.
const BEHIND: usize = 100;
const MOST: usize = 15;
/// How many tokens from a day of the same paragraph a weekday that does not begin its sentence may count from it.
const NEAR: usize = 40;

impl Reader<'_> {
    /// The day from which an expression whose direction nothing tells is looked for, and which way, where the story tells it.
    pub(super) fn onward(&self, candidate: &Candidate, when: &When) -> Option<(Anchor, Toward)> {
        if let Some(ahead) = self.ahead(candidate, when) {
            return Some(ahead);
        }
        let told = self.shortly_before(candidate, when).or_else(|| self.still_to_come(candidate, when));
        let told = told.map(|told| (Anchor::from(told.reached.moment.date()), Toward::Future));
        let told = told.or_else(|| self.among_days_to_come(candidate, when).map(|written| (written, Toward::Future)));
        told.or_else(|| self.of_week_to_come(candidate, when))
            .or_else(|| self.behind_days_to_come(candidate, when))
            .or_else(|| self.of_span(candidate, when))
            .or_else(|| self.weekday_of_story(candidate, when))
    }

    /// The week to come that the paragraph has just told, of which a weekday, or the end of the week, is unless its verb looks back.
    fn of_week_to_come(&self, candidate: &Candidate, when: &When) -> Option<(Anchor, Toward)> {
        let weekday = row::weekday(when).is_some() && when.fields.toward.is_none();
        if !(weekday || is_part_of_week(when)) || self.direction != Direction::News {
            return None;
        }
        let told = self.story.period.filter(|told| told.token >= self.paragraph && self.section_day().is_none())?;
        let (written, first) = (self.anchor?.date, told.reached.moment.date());
        let to_come = told.reached.grain == Grain::Week && first > written;
        (to_come && self.tense(candidate) != Some(Toward::Past)).then(|| (Anchor::from(first), Toward::Future))
    }

    /// The day to come that the paragraph has told, behind which a weekday as that of writing is to come too: rain until Thursday; on
    /// Friday the sun will return, in a text of a Friday.
    fn behind_days_to_come(&self, candidate: &Candidate, when: &When) -> Option<(Anchor, Toward)> {
        let weekday = row::weekday(when).filter(|_| when.fields.toward.is_none())?;
        let told = self.story.day.filter(|told| told.token >= self.paragraph && self.section_day().is_none())?;
        let (written, day) = (self.anchor?.date, told.reached.moment.date());
        let left = WEEK + 1 - (day - written).num_days();
        let goes_on = u32::from(weekday) == written.weekday().number_from_monday() && (1..=ONWARD).contains(&left);
        let to_come = || self.direction == Direction::News && self.tense(candidate) == Some(Toward::Future);
        (goes_on && to_come()).then(|| (Anchor::from(day), Toward::Future))
    }

    /// What the story has just reached, where a weekday whose direction nothing tells may be one of the next: a day, or the
    /// week or weekend that it is in.
    pub(super) fn shortly_before(&self, candidate: &Candidate, when: &When) -> Option<Told> {
        let weekday = row::weekday(when).filter(|_| when.fields.toward.is_none())?;
        let told = match (self.story.period, self.story.day) {
            (Some(period), _) if matches!(period.reached.grain, Grain::Week | Grain::Weekend) => period,
            (_, day) => day?,
        };
        let day = told.reached.moment.date();
        let since = (self.anchor?.date - day).num_days();
        let days = match told.reached.grain {
            Grain::Week => 0..7,
            Grain::Weekend => 0..3,
            // The same again only where it is to come: of what is past, it may be a week later.
            _ => i64::from(since >= 0)..row::APART + 1,
        };
        let ahead = (7 + i64::from(weekday) - i64::from(day.weekday().number_from_monday())) % 7;
        let near = (-6..7).contains(&since) && days.contains(&ahead) && self.section_day().is_none();
        (near && self.has_no_verb(candidate, since < 0)).then_some(told)
    }

    /// Whether no verb beside a candidate tells which way it looks: behind what is to come, a participle alone does not.
    fn has_no_verb(&self, candidate: &Candidate, to_come: bool) -> bool {
        let verb = || if to_come { tense_of_end(self.text, candidate, false) } else { self.tense(candidate) };
        self.direction == Direction::News && verb().is_none()
    }

    /// The day of writing, from which a weekday is looked for that no verb places, in a paragraph that told a day of the next week.
    pub(super) fn among_days_to_come(&self, candidate: &Candidate, when: &When) -> Option<Anchor> {
        row::weekday(when).filter(|_| when.fields.toward.is_none())?;
        let told = self.story.day.filter(|told| told.token >= self.paragraph && self.section_day().is_none())?;
        let written = self.anchor?;
        let ahead = (told.reached.moment.date() - written.date).num_days();
        ((1..=WEEK).contains(&ahead) && self.has_no_verb(candidate, true)).then_some(written)
    }

    /// Keeps a span of days in mind that a candidate tells.
    pub(super) fn keep_span(&mut self, candidate: &Candidate, outcome: Outcome) {
        let Outcome::Bounds(Bounds { start: Some(start), end: Some(end), grain: Grain::Day, .. }) = outcome else {
            return;
        };
        self.span = calendar::add_days(end.date(), -1).map(|last| (start.date()..=last, candidate.token));
    }

    /// The first day of a span of days, away from the day of writing, that has one such weekday: on Sunday, of a festival in June.
    fn of_span(&self, candidate: &Candidate, when: &When) -> Option<(Anchor, Toward)> {
        let weekday =
            row::weekday(when).filter(|_| when.fields.toward.is_none() && self.direction == Direction::News)?;
        let (days, token) = self.span.as_ref().filter(|_| self.section_day().is_none())?;
        let written = self.anchor?.date;
        let away = (*days.start() - written).num_days() > WEEK || (written - *days.end()).num_days() > LATELY;
        let near = *token >= self.paragraph && candidate.token - token <= BEHIND;
        let is_such = |day: &NaiveDate| day.weekday().number_from_monday() == u32::from(weekday);
        let such =
            || days.start().iter_days().take_while(|day| day <= days.end()).take(MOST).filter(is_such).count() == 1;
        let fits = || match self.tense(candidate) {
            Some(Toward::Past) => *days.end() < written,
            Some(Toward::Future) => *days.start() > written,
            _ => true,
        };
        (away && near && such() && fits()).then(|| (Anchor::from(*days.start()), Toward::Future))
    }

    /// A date to come, told in the same sentence with no verb behind it: April, then October.
    fn still_to_come(&self, candidate: &Candidate, when: &When) -> Option<Told> {
        let told = self.story.period.filter(|_| self.direction == Direction::News)?;
        let written = self.anchor?.date;
        let day = told.reached.moment.date();
        // The next July is not meant in August, but the last.
        let soon = |month: u8| (i64::from(month) - i64::from(day.month())).rem_euclid(12) <= SOON;
        let ahead = day > written && when.fields.month != Some(written.month() as u8);
        let ahead = ahead && when.fields.month.is_none_or(soon);
        let same_sentence = || self.text.first_of_sentence(candidate.token) <= told.token;
        let joined = ahead && names_part_of_year(when) && looks_about(when) && same_sentence();
        (joined && !has_verb(self.text, told.span, candidate, false)).then_some(told)
    }

    /// Whether a day was told between commas, in the sentence of a candidate: the man, arrested on Friday, had gone on Sunday.
    fn is_told_aside(&self, told: Told, candidate: &Candidate) -> bool {
        let Some(sentence) = self.text.sentence(candidate.token).map(|sentence| sentence.tokens()) else {
            return false;
        };
        let comma = |mut among: Range<usize>| among.any(|at| self.text.word(at) == ",");
        let near = candidate.token - told.token.min(candidate.token) <= NEAR && sentence.contains(&told.token);
        let first = sentence.start.max(told.token.saturating_sub(NEAR));
        near && comma(first..told.token) && comma(told.token..candidate.token)
    }

    /// The day from which a weekday is looked for, and which way, by a day of long ago, or one by which something was over.
    pub(super) fn weekday_of_story(&self, candidate: &Candidate, when: &When) -> Option<(Anchor, Toward)> {
        row::weekday(when).filter(|_| when.fields.toward.is_none() && self.direction == Direction::News)?;
        let told = self.story.day.filter(|told| told.reached.grain <= Grain::Day && self.section_day().is_none())?;
        let day = told.reached.moment.date();
        let since = self.anchor.map_or(i64::MAX, |anchor| (anchor.date - day).num_days());
        let by_weekday = || self.days.last_by_weekday().is_some_and(|last| (0..=ON).contains(&(day - last).num_days()));
        // By Sunday it had gone: not before, but by then.
        let by = matches!(&candidate.meaning, Meaning::Between(between) if between.from().is_none());
        let over = || !by && self.is_over(candidate) && was_over(self.text, candidate);
        if since >= 0 && (since <= LATELY || by_weekday()) && !self.is_told_aside(told, candidate) && over() {
            return Some((Anchor::from(day), Toward::Past));
        }
        let near = told.token >= self.paragraph && candidate.token - told.token <= NEAR;
        let begins = || candidate.token < self.text.first_of_sentence(candidate.token) + BEGINNING;
        let goes_on = || begins() || near && !self.is_said(candidate);
        let come_to_now = || {
            let first = candidate.token.saturating_sub(NEAR).max(told.token);
            has_come_to_now(self.text, first..candidate.token)
        };
        let of_story = since > LATELY
            && self.tense(candidate) != Some(Toward::Future)
            && (near && begins() && is_with_article(self.text, candidate) || by_weekday() && goes_on())
            && !come_to_now();
        let last = calendar::add_days(day, WEEK).filter(|_| of_story)?;
        Some((Anchor::from(last), Toward::Past))
    }
}

/// Whether a date is some days of the week, and names none: midweek, « en fin de semaine ».
fn is_part_of_week(when: &When) -> bool {
    let week = Base::Relative { unit: Unit::Week, count: 0, origin: Origin::Anchor };
    when.base == week && when.days.is_some()
}
