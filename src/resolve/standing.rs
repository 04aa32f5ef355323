//! What is known where an expression stands: the day it counts from, the year that the story told, which way it looks.

use std::ops::Range;

use chrono::{Datelike, Months, NaiveDate};

use crate::context::{Anchor, Direction};
use crate::find::{Base, Between, Candidate, Fields, Meaning, Text, When};
use crate::lang::{Category, Origin};
use crate::segment::TokenKind;
use crate::value::{Grain, PartOfDay, Unit, calendar};

use super::announced::is_announced;
use super::aside::opens_with_participle;
use super::form::Form;
use super::narrative::{Reader, counts_from_story};
use super::place::{place, smallest};
use super::row;
use super::section::Section;
use super::situation::{Situation, Toward};
use super::story::{Story, Told};
use super::tense::{UNTIL, is_to_come, tense_of_end, tense_of_span};

/// How many days before the first of a season may be taken for days of it.
const BEFORE_SEASON: i64 = 60;

/// How many years ago a present is of the story, unless what it tells may be to come within so many months.
const LONG_AGO: i32 = 20;
const SOON: u32 = 2;

/// How many tokens from the beginning of a sentence a day that it begins with may stand.
pub(super) const BEGINNING: usize = 3;

/// How many days before a date what was over already may be.
const OVER: i64 = 335;

/// How many months a story may go on to in the next year.
const HALF_A_YEAR: i64 = 6;

/// How many tokens after a year a month of the next sentences may still be of it.
const NEAR: usize = 60;

impl Reader<'_> {
    /// What is known where a candidate stands.
    pub(super) fn situation(&self, candidate: &Candidate, when: Option<&When>) -> Situation {
        let counts = when.is_some_and(|when| matches!(when.base, Base::Relative { .. }));
        // Tomorrow, as a heading, is that of the day of writing.
        let under = |section: &&Section| !counts || section.first != candidate.token;
        let under_heading = self.current_section().filter(under).and_then(|section| section.moment(self.anchor));
        let toward = self.lean(candidate, when);
        let told = when.and_then(|when| self.year_of_story(candidate, when));
        let onward = when.and_then(|when| self.onward(candidate, when));
        let toward = if told.is_some() { Toward::Future } else { onward.map_or(toward, |(_, toward)| toward) };
        let onward = onward.map(|(day, _)| day);
        let of_story = when.and_then(|when| self.anchor_of_story(candidate, when));
        let story = match when {
            Some(when) if self.returns(candidate, when) => Story::default(),
            Some(when) => self.story_beside(candidate, when),
            _ => self.story,
        };
        Situation {
            anchor: told.or(of_story).or(onward).or(under_heading).or(self.anchor),
            in_told_year: told.is_some(),
            narrative: story.day.map(|told| told.reached),
            period: story.period.map(|told| told.reached),
            part: self.part_of_story(candidate),
            late: self.day_beside(candidate).is_some_and(|told| told.reached.is_late()),
            between: self.story.day.is_some_and(|told| told.between),
            toward,
            assistant: self.direction == Direction::Future,
            guess: self.direction != Direction::News,
        }
    }

    /// The day that the story has come to, from which what follows it counts: the following March.
    fn anchor_of_story(&self, candidate: &Candidate, when: &When) -> Option<Anchor> {
        if !when.of_story || !self.may_be_of_story(candidate, when) {
            return None;
        }
        let of_year = when.finest() > 1 || names_part_of_year(when);
        let told = if of_year { self.story.period } else { self.story.day }?;
        Some(Anchor::from(told.reached.last_day().unwrap_or(told.reached.moment.date())))
    }

    /// The story as an expression sees it: a day of no month is of the month told last, and "that day", where no day was told,
    /// may be one since when something goes on.
    pub(super) fn story_beside(&self, candidate: &Candidate, when: &When) -> Story {
        if let Some(story) = self.story_before_flashback(candidate, when) {
            return story;
        }
        let day = match when.base {
            _ if is_day_of_month(when) => match self.month_told(candidate) {
                None if self.is_ahead_elsewhere(candidate, when) => return Story::default(),
                told => told,
            },
            Base::Relative { origin: Origin::Narrative, .. }
            | Base::Shift { origin: Origin::Narrative, from: None, .. } => {
                self.since.filter(|since| self.story.day.is_none() && since.reached.grain <= Grain::Day)
            }
            Base::Calendar if when.has_clock() && !when.has_date() => self.since_when(candidate),
            _ => None,
        };
        match day {
            Some(told) => Story::beginning(told),
            None => self.story,
        }
    }

    /// The day since when something goes on, where the paragraph tells it before the day of its story and a verb says what was over
    /// by that: missing since Friday, she was found on Sunday; she had left at noon.
    fn since_when(&self, candidate: &Candidate) -> Option<Told> {
        let since = self.since.filter(|since| since.token >= self.paragraph && since.reached.grain <= Grain::Day)?;
        let day = self.story.day.filter(|day| day.token > since.token && day.reached.grain <= Grain::Day)?;
        let before = since.reached.moment.date() < day.reached.moment.date() && self.direction == Direction::News;
        Some(since).filter(|_| before && self.is_over(candidate))
    }

    /// Whether the story has come, in another sentence, to what is still to come and later in its month than a candidate.
    fn is_ahead_elsewhere(&self, candidate: &Candidate, when: &When) -> bool {
        let first = self.text.first_of_sentence(candidate.token);
        let elsewhere = self.story.day.filter(|told| told.token < first);
        let later = |told: Told| when.fields.day.is_some_and(|day| u32::from(day) < told.reached.moment.day());
        elsewhere.is_some_and(later) && self.anchor.is_some_and(|anchor| self.story.is_ahead(anchor.date, Unit::Day))
    }

    /// The month that the story has just told, in the same sentence or, with its year, in the same paragraph, unless the verb
    /// looks on from what is past.
    fn month_told(&self, candidate: &Candidate) -> Option<Told> {
        let told = self.story.period.filter(|told| told.reached.grain == Grain::Month)?;
        let same_sentence = self.text.first_of_sentence(candidate.token) <= told.token;
        let begin = self.current_section().filter(|section| section.period.is_some());
        let begin = begin.map_or(self.paragraph, |section| section.first);
        let same_paragraph = told.year_told.is_some() && told.token >= begin;
        let past = self.anchor.is_some_and(|anchor| told.reached.moment.date() < anchor.date);
        let ahead = || past && tense_of_span(self.text, candidate) == Some(Toward::Future);
        Some(told).filter(|_| (same_sentence || same_paragraph) && !ahead())
    }

    /// Whether what may count from where the story has come does: the next decade, where the verb looks back.
    pub(super) fn may_be_of_story(&self, candidate: &Candidate, when: &When) -> bool {
        match when.base {
            Base::Relative { unit, .. } if row::weekday(when).is_none() => self.goes_on(candidate, unit),
            _ => true,
        }
    }

    /// Whether the story, which has come to what is past, goes on beside a candidate.
    pub(super) fn goes_on(&self, candidate: &Candidate, unit: Unit) -> bool {
        let ahead = self.anchor.is_some_and(|anchor| self.story.is_ahead(anchor.date, unit));
        !ahead && self.direction == Direction::News && self.is_narrated(candidate)
    }

    /// The last date told, where it tells a year that both bounds of a span leave out.
    pub(super) fn year_of_span(&self, candidate: &Candidate, between: &Between) -> Option<Anchor> {
        let Between::Bounds { from, to, .. } = between else { return None };
        if between.is_so_far() && !self.is_over(candidate) {
            return None;
        }
        let years = [from, to].map(|bound| bound.as_ref().map(|bound| self.year_of_story(candidate, bound)));
        let mut years = years.into_iter().flatten();
        let first = years.next()??;
        years.all(|year| year.is_some()).then_some(first)
    }

    /// What is known where a span stands: the next so many units, and what came within so many, count from the story where the verb
    /// looks back; what is to end has not, where nothing tells.
    pub(super) fn situation_of_span(&self, candidate: &Candidate, between: &Between) -> Situation {
        let mut situation = self.situation(candidate, None);
        let mut bounds = [between.from(), between.to()].into_iter().flatten();
        let ahead = |unit| self.anchor.is_some_and(|anchor| self.story.is_ahead(anchor.date, unit));
        let from_now = || {
            let to_come = || self.direction == Direction::News && self.tense(candidate) == Some(Toward::Future);
            // An hour to come is of the day to come that was told.
            let hour = between.to().is_some_and(|to| to.has_clock() && !to.has_date());
            ahead(Unit::Month) && !hour || !ahead(Unit::Day) && to_come()
        };
        if let Some(story) = self.story_behind(candidate, between) {
            [situation.narrative, situation.period] =
                [story.day, story.period].map(|told| told.map(|told| told.reached));
        } else if between.is_from_now() && from_now()
            || between.is_until() && self.is_given(candidate)
            || bounds.any(|bound| self.returns(candidate, bound))
        {
            (situation.narrative, situation.period) = (None, None);
        }
        if self.direction == Direction::News && between.is_until() {
            situation.toward = tense_of_end(self.text, candidate, true).unwrap_or(Toward::Future);
        }
        // What nothing tells, and what was ordered, begins on a weekday to come; and what was ordered ends on one.
        let begins_on_weekday =
            || between.is_onward() && between.from().is_some_and(|from| row::weekday(from).is_some());
        let ends_on_weekday = || between.is_from_now() && between.to().is_some_and(|to| row::weekday(to).is_some());
        let to_come = || self.asking(candidate).is_some() && (begins_on_weekday() || ends_on_weekday());
        let untold = || begins_on_weekday() && self.tense(candidate).is_none();
        if self.direction == Direction::News && (to_come() || untold()) {
            situation.toward = Toward::Future;
        }
        if let Some(told) = self.year_of_span(candidate, between) {
            return Situation { anchor: Some(told), in_told_year: true, toward: Toward::Future, ..situation };
        }
        if between.is_so_far() {
            situation.toward = Toward::Past;
        }
        if let Some(day) = self.until_after(candidate, between) {
            return Situation { anchor: Some(day), toward: Toward::Future, ..situation };
        }
        let begins = between.from().filter(|_| !between.is_so_far());
        if let Some(told) = begins.filter(|from| is_day_of_month(from)).and_then(|_| self.month_told(candidate)) {
            situation.narrative = Some(told.reached);
        }
        if let Some(told) = begins.and_then(|from| self.shortly_before(candidate, from)) {
            let anchor = Anchor::from(told.reached.moment.date());
            return Situation { anchor: Some(anchor), toward: Toward::Future, ..situation };
        }
        if let Some(written) = begins.and_then(|from| self.among_days_to_come(candidate, from)) {
            return Situation { anchor: Some(written), toward: Toward::Future, ..situation };
        }
        let mut bounds = [between.from(), between.to()].into_iter().flatten();
        let of_story = |bound| self.ahead(candidate, bound).or_else(|| self.weekday_of_story(candidate, bound));
        if let Some((day, toward)) = bounds.find_map(of_story) {
            return Situation { anchor: Some(day), toward, ..situation };
        }
        let mut bounds = [between.from(), between.to()].into_iter().flatten();
        if let Some(day) = bounds.find_map(|bound| self.anchor_of_story(candidate, bound)) {
            return Situation { anchor: Some(day), ..situation };
        }
        let Some(unit) = between.counted_on().and_then(smallest) else { return situation };
        let told = self.story.by(unit).filter(|_| self.goes_on(candidate, unit));
        match told {
            Some(told) => Situation { anchor: Some(told.reached.moment.into()), ..situation },
            None if self.direction == Direction::News && self.is_narrated(candidate) => {
                Situation { anchor: None, ..situation }
            }
            None => situation,
        }
    }

    /// Whether someone has until a candidate, from now on.
    fn is_given(&self, candidate: &Candidate) -> bool {
        let before = candidate.token.checked_sub(1).and_then(|before| Form::of(self.text, before));
        before == Some(Form::Auxiliary) && self.direction == Direction::News
    }

    /// The day to come that a sentence has told, from which the weekday is looked for until which something goes on: it opens on
    /// Monday and runs until Wednesday.
    fn until_after(&self, candidate: &Candidate, between: &Between) -> Option<Anchor> {
        between.to().filter(|to| between.is_until() && row::weekday(to).is_some())?;
        let first = self.text.first_of_sentence(candidate.token);
        let told = self.story.day.filter(|told| told.token >= first && self.direction == Direction::News)?;
        let day = told.reached.moment.date();
        self.anchor.is_some_and(|anchor| anchor.date < day).then(|| day.into())
    }

    /// The story before a sentence told what is to come, where hours of what has happened, or what counts from it, follow: it
    /// reopens on Monday. Power was back by six.
    fn story_behind(&self, candidate: &Candidate, between: &Between) -> Option<Story> {
        let mut bounds = [between.from(), between.to()].into_iter().flatten();
        let of_story = bounds.all(|bound| bound.has_clock() && !bound.has_date() || counts_from_story(bound));
        let first = self.text.first_of_sentence(candidate.token);
        let before = self.story.day.is_some_and(|told| told.token < first);
        let ahead = before && self.anchor.is_some_and(|anchor| self.story.is_ahead(anchor.date, Unit::Day));
        let back =
            of_story && ahead && self.direction == Direction::News && self.tense(candidate) == Some(Toward::Past);
        back.then(|| self.story.looking_back())
    }

    /// Whether the text comes back from the story to the day of writing: an hour, or the end of a month or year, is still to
    /// come, in a new paragraph or by its verb, unless its sentence begins with the day.
    pub(super) fn returns(&self, candidate: &Candidate, when: &When) -> bool {
        let told = match when.base {
            Base::Calendar if !when.has_date() && !when.of_story => self.story.day,
            Base::Relative { count: 0, unit, origin: Origin::Narrative } if unit >= Unit::Week => self.story.by(unit),
            _ => None,
        };
        let Some(told) = told else { return false };
        let past = self.anchor.is_some_and(|anchor| told.reached.moment.date() < anchor.date);
        let begins = |first: usize| (first..first + BEGINNING).contains(&told.token);
        let of_day = begins(self.text.first_of_sentence(candidate.token));
        // What is told of long ago in the present goes on so: it takes effect at eleven.
        let ago = self.anchor.map_or(0, |anchor| anchor.date.year() - told.reached.moment.year());
        let in_present = || {
            told.token >= self.paragraph
                && ago > LONG_AGO
                && tense_of_span(self.text, candidate) != Some(Toward::Future)
        };
        past && !of_day
            && self.section_day().is_none()
            && self.direction == Direction::News
            && self.tense(candidate) == Some(Toward::Future)
            && (told.token < self.paragraph
                || is_to_come(self.text, candidate, true)
                || is_announced(self.text, candidate))
            && !in_present()
    }

    /// Whether a time of the day is one of a longer span told before it in its sentence, away from the day of writing: in
    /// 1998 he rose at dawn.
    pub(super) fn is_of_no_known_day(&self, candidate: &Candidate, when: &When) -> bool {
        let Some(Told { reached, token, .. }) = self.story.period else { return false };
        let same_sentence = || self.text.first_of_sentence(candidate.token) <= token;
        let holds_now = || self.anchor.is_some_and(|anchor| reached.may_hold(anchor.date));
        let alone = when.base == Base::Calendar && when.has_clock() && !when.has_date();
        alone && self.direction == Direction::News && !holds_now() && reached.grain > Grain::Day && same_sentence()
    }

    /// The part of the day that the story is in.
    pub(super) fn part_of_story(&self, candidate: &Candidate) -> Option<PartOfDay> {
        self.day_beside(candidate)?.part
    }

    /// The day that the story is in, with its part or a late hour, told in this sentence or, unless the verb looks back from it,
    /// before.
    fn day_beside(&self, candidate: &Candidate) -> Option<Told> {
        let told = self.story.day.filter(|told| told.part.is_some() || told.reached.is_late())?;
        if self.direction != Direction::News {
            return None;
        }
        let same_sentence = self.text.first_of_sentence(candidate.token) <= told.token;
        // By three it had gone: by then, not before.
        let by = matches!(&candidate.meaning, Meaning::Between(between) if between.from().is_none());
        let goes_on = told.token >= self.paragraph && (told.between || by || !self.is_over(candidate));
        (same_sentence || goes_on).then_some(told)
    }

    /// The last date told, where it tells a year that a month near it leaves out: « en 1986 : en mars ».
    pub(super) fn year_of_story(&self, candidate: &Candidate, when: &When) -> Option<Anchor> {
        let told = self.story.period.filter(|_| self.direction == Direction::News)?;
        if !names_part_of_year(when) || !looks_about(when) {
            return None;
        }
        // Under the heading of a month or year, what names no other is of that year.
        if let Some((begin, _)) = self.current_section().and_then(|section| section.period?.span()) {
            return begin.date().with_ordinal(1).map(Anchor::from);
        }
        if told.year_told.is_some_and(|told| is_of_other_year(when, told.day.year())) {
            return None;
        }
        let tokens = &self.text.segmentation.tokens;
        let year_told = told.year_told?.token;
        let between = tokens.get(year_told + 1..=candidate.token)?;
        if self.paragraph > year_told {
            return None;
        }
        let number_of = |token| self.text.sentence(token).map(|sentence| sentence.span());
        let same_sentence = number_of(year_told) == number_of(candidate.token);
        let ago = self.anchor.map_or(i32::MAX, |anchor| anchor.date.year() - told.reached.moment.year());
        // In the sentence of a date that is past, a present is of the story, and in one told in the present; in one of long ago
        // unless the next month of that name is soon.
        let present = told.year_told.is_some_and(|told| told.in_present) || ago > LONG_AGO && self.is_far(when);
        let presents = number_of(told.token) != number_of(candidate.token) && !present;
        let verb = if presents { self.tense(candidate) } else { tense_of_span(self.text, candidate) };
        let looks = |toward| verb == Some(toward);
        // Built in 2001, it was due to close in the spring.
        let due = same_sentence && ago > 0 && looks(Toward::Future) && opens_with_participle(self.text, told.token);
        let away = !same_sentence && (ago < 0 || looks(Toward::Future)) || ago < 0 && looks(Toward::Past) || due;
        if away || ago > 0 && is_to_come(self.text, candidate, presents) {
            return None;
        }
        let years = ago.saturating_abs();
        // What was over already is not of a year of long ago that was told alone: the last was in 1910; he had come in May.
        if told.year_alone && ago > LONG_AGO && !same_sentence && self.is_over(candidate) {
            return None;
        }
        let over = self.is_over(candidate) && !told.year_alone;
        let from = if over { calendar::add_days(told.reached.moment.date(), -OVER)? } else { told.goes_on_from(when)? };
        let goes_on = || between.len() < NEAR && (over || goes_on_to(from, when));
        let in_passing = self.anchor.is_some() && told.year_told.is_some_and(|told| told.in_passing);
        // From 1999 until she left in May: of no known year.
        let near = year_told.max(candidate.token.saturating_sub(NEAR))..candidate.token;
        let until = same_sentence && near.into_iter().any(|at| self.text.sense(at, Category::Since) == Some(UNTIL));
        let near = if same_sentence { years > 0 && !until } else { years > 1 && !in_passing && goes_on() };
        let first = candidate.token.saturating_sub(NEAR).max(year_told + 1);
        (near && !has_come_to_now(self.text, first..candidate.token)).then(|| Anchor::from(from))
    }

    /// Whether the next date of that name is not within the months to come soon.
    fn is_far(&self, when: &When) -> bool {
        let Some(anchor) = self.anchor else { return false };
        let next = place(when, &Situation::at(Some(anchor), Toward::Future), self.text.pack).span;
        let soon = anchor.date.checked_add_months(Months::new(SOON + 1)).and_then(|day| day.with_day(1));
        next.zip(soon).is_some_and(|((start, _), soon)| start.date() >= soon)
    }
}

impl Told {
    /// The day from which on a date that names no year is looked for.
    fn goes_on_from(&self, when: &When) -> Option<NaiveDate> {
        let day = self.reached.moment.date();
        let month = when.fields.month.map(u32::from);
        let of_said = |said: &NaiveDate| said.year() == day.year() && month.is_some_and(|month| month >= said.month());
        match self.reached.grain {
            _ if self.year_alone => calendar::date(day.year(), 1, 1),
            // What is told of a winter may have been shortly before it began.
            Grain::Season => calendar::add_days(day, -BEFORE_SEASON),
            // As long as the year that was said may hold it, it does.
            _ => self.year_told.map(|told| told.day).filter(of_said).unwrap_or(day).with_day(1),
        }
    }
}

/// Whether the weekday of a date is not the one that it has in a year.
fn is_of_other_year(when: &When, year: i32) -> bool {
    let Fields { month: Some(month), day: Some(day), weekday: Some(weekday), .. } = when.fields else { return false };
    let day = calendar::date(year, month, day);
    day.is_some_and(|day| day.weekday().number_from_monday() != u32::from(weekday))
}

/// Whether a story may go on from a date to the next that a later sentence tells: to the end of its year, or half a year on.
fn goes_on_to(from: NaiveDate, when: &When) -> bool {
    let Some(month) = when.fields.month.map(i64::from) else { return true };
    let from = i64::from(from.month());
    month >= from || month + 12 - from <= HALF_A_YEAR
}

/// Whether what has gone on since then was told between tokens: the story has come to the day of writing again.
pub(super) fn has_come_to_now(text: &Text, between: Range<usize>) -> bool {
    let mark = |at: usize| text.segmentation.tokens.get(at).is_some_and(|token| token.kind() == TokenKind::Punctuation);
    let auxiliary = |at: usize| Form::of(text, at) == Some(Form::Auxiliary);
    let is_then = |at: usize| text.sense(at, Category::Since) == Some(1);
    let alone = |at: usize| mark(at + 1) || is_then(at + 1) || at.checked_sub(1).is_some_and(auxiliary);
    between.into_iter().any(|at| text.sense(at, Category::Since) == Some(0) && alone(at))
}

/// Whether a date is a day of a month that it does not name.
pub(super) fn is_day_of_month(when: &When) -> bool {
    let fields = &when.fields;
    when.base == Base::Calendar && fields.day.is_some() && fields.month.is_none() && fields.toward.is_none()
}

/// Whether a date names a part of a year, or what is counted from one or in one: the eve of Christmas, the last day of May.
pub(super) fn names_part_of_year(when: &When) -> bool {
    let Fields { month, season, quarter, holiday, .. } = when.fields;
    let of_part = || match &when.base {
        Base::Shift { from: Some(of), .. } | Base::Nth { within: of, .. } | Base::Holding { of, .. } => {
            names_part_of_year(of)
        }
        _ => false,
    };
    month.is_some() || season.is_some() || quarter.is_some() || holiday.is_some() || of_part()
}

/// Whether a date may lie before or after its reference: it has no year and names no direction.
pub(super) fn looks_about(when: &When) -> bool {
    let fields = &when.fields;
    let toward = fields.toward.filter(|toward| *toward != 0 || fields.weekday.is_none());
    when.base == Base::Calendar && fields.year.is_none() && fields.short_year.is_none() && toward.is_none()
        || match &when.base {
            Base::NightFrom(_) | Base::Nth { .. } => true,
            Base::Shift { from: Some(of), .. } | Base::Holding { of, .. } | Base::Following { of, .. } => {
                looks_about(of)
            }
            _ => false,
        }
}
