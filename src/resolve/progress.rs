//! How the story moves on: at headings, around quotations and what was over already, and to each time that is told.

use std::ops::Range;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use crate::context::Direction;
use crate::find::{Base, Candidate, Fields, Meaning, When};
use crate::lang::Origin;
use crate::segment::Before;
use crate::value::{Clock, Date, Grain, PartOfDay, Time, Unit, Value};

use super::aside::{begins_clause, is_in_aside, is_of_noun};
use super::interval::Bounds;
use super::narrative::{Outcome, Reader, counts_from_story};
use super::place::{Placed, smallest};
use super::section::Section;
use super::situation::Reached;
use super::standing::{BEGINNING, is_day_of_month};
use super::story::{Story, Told, YearTold};
use super::tense::{is_compared, is_of_birth, is_over_already, says, tense_of_span};

/// The hour before which a time of a night between two days is of the second.
const NOON: u32 = 12;

/// How many tokens before such a clause the verb of saying may stand whose words it is of.
const SPEECH: usize = 24;

/// How many tokens before a day the clause may begin that tells it in passing.
const CLAUSE: usize = 8;

/// How many days from that of writing a day may be for its paragraph to be of those.
const NEAR: i64 = 60;

/// How many tokens before a day a verb of saying may stand that it belongs to.
const BESIDE: usize = 8;

impl Reader<'_> {
    /// Enters the paragraph that holds a token.
    pub(super) fn enter_paragraph(&mut self, token: usize) {
        let tokens = &self.text.segmentation.tokens;
        let begins = |&at: &usize| tokens[at].before() == Before::Paragraph;
        self.paragraph = (self.next..=token).rev().find(begins).unwrap_or(self.paragraph);
        self.next = self.next.max(token + 1);
    }

    /// Enters the sections that begin up to a token.
    pub(super) fn enter_sections(&mut self, token: usize) {
        while let Some(section) = self.sections.get(self.section).filter(|section| section.first <= token) {
            let story =
                self.told_by_heading(section).map(Story::beginning).or_else(|| period_told(section).map(Story::of));
            self.section += 1;
            self.before_section = self.story;
            if let Some(story) = story {
                (self.story, self.main, self.flashback) = (story, None, None);
            }
        }
    }

    /// A quotation or parenthesis has a story of its own, which is over at its end; where there is none around it, a day
    /// of the last weeks stays told.
    pub(super) fn enter_quotation(&mut self, token: usize) {
        match (self.nesting.is_inside(token), self.around) {
            (true, None) => (self.around, self.flashback) = (Some((self.story, self.main.take())), None),
            (false, Some((story, main))) if story.has_begun() => {
                (self.story, self.main, self.around, self.flashback) = (story, main, None, None);
            }
            (false, Some(_)) => {
                let written = self.anchor.map(|anchor| anchor.date);
                (self.story, self.around, self.flashback) = (self.story.after_quotation(written), None, None);
            }
            _ => {}
        }
    }

    /// What was over already is told to the end of its sentence, and on while the verbs say so, or that day.
    pub(super) fn leave_aside(&mut self, candidate: &Candidate) {
        let (Some(main), token) = (self.main, candidate.token) else { return };
        let that_day = Base::Relative { unit: Unit::Day, count: 0, origin: Origin::Narrative };
        if matches!(&candidate.meaning, Meaning::When(when) if when.of_story || when.base == that_day) {
            return;
        }
        let same_sentence = |told: Told| self.text.first_of_sentence(token) <= told.token;
        if !self.story.day.is_none_or(same_sentence) && !is_over_already(self.text, token) {
            (self.story, self.main) = (main, None);
        }
    }

    /// The day or time that a heading tells.
    pub(super) fn told_by_heading(&self, section: &Section) -> Option<Told> {
        let moment = section.moment(self.anchor)?.moment();
        let grain = if section.clock.is_some() { Grain::Minute } else { Grain::Day };
        let reached = Reached { moment, grain };
        let (span, token) = (section.heading, section.first);
        Some(Told { reached, span, token, part: None, between: false, year_told: None, year_alone: false })
    }

    /// Moves the story on to a date or time that was told.
    pub(super) fn go_on(&mut self, candidate: &Candidate, outcome: Outcome) {
        if matches!(outcome, Outcome::Placed(_)) && is_compared(self.text, candidate) {
            return;
        }
        let placed = match outcome {
            Outcome::Bounds(Bounds { from, .. }) if candidate.meaning.goes_on_so_far() => {
                self.since = from.and_then(|from| self.told(candidate, &from));
                if !self.is_over(candidate) {
                    self.story.leave_year();
                }
                return;
            }
            Outcome::Placed(placed) => placed,
            // What goes on until a day to come has not come to it.
            Outcome::Bounds(Bounds { from: None, to: Some(placed), .. }) if self.is_day_to_come(&placed) => return,
            // Nor has what goes on until midnight come to the next day.
            Outcome::Bounds(Bounds { from: None, to: Some(placed), .. }) if is_midnight(&placed) => return,
            Outcome::Bounds(Bounds { from: Some(from), to: Some(placed), .. }) if is_midnight(&placed) => from,
            Outcome::Bounds(Bounds { to: Some(placed), .. } | Bounds { from: Some(placed), .. }) => placed,
            _ => return,
        };
        if placed.value == Value::Date(Date::Present) {
            self.story = self.current_section().map_or(Story::default(), |_| self.story);
            return;
        }
        let Some((moment, _)) = placed.span else { return };
        let aside = self.tells_when_said(candidate, moment) || self.tells_beside(candidate, moment);
        if self.section_day().is_some_and(|day| moment < day.moment()) || aside {
            return;
        }
        self.keep_flashback(candidate, moment.date());
        if self.main.is_none() && self.is_over_before(candidate, moment) {
            self.main = Some(self.story);
        }
        if let Some(told) = self.told(candidate, &placed) {
            self.story.go_on(told, self.anchor.map(|anchor| anchor.date));
        }
    }

    /// What a candidate tells.
    fn told(&self, candidate: &Candidate, placed: &Placed) -> Option<Told> {
        let (moment, _) = placed.span?;
        let grain = match placed.value {
            Value::Time(Time { clock: Clock::Part(_), .. }) => Grain::Day,
            _ => placed.grain,
        };
        let reached = Reached { moment, grain };
        let part = self.part_told(candidate).filter(|part| grain >= Grain::Day || may_hold(*part, moment.hour()));
        let night = matches!(&candidate.meaning, Meaning::When(when) if matches!(when.base, Base::NightFrom(_)));
        // Once the story has come to midnight, it is on the next day.
        let between = night && (grain >= Grain::Day || moment.hour() >= NOON);
        let part = part.filter(|_| between || !night);
        let year_told = self.year_told(candidate, moment.date());
        let year_alone = matches!(placed.value, Value::Date(date) if date.grain() == Some(Grain::Year));
        Some(Told { reached, span: candidate.span, token: candidate.token, part, between, year_told, year_alone })
    }

    /// Whether a sentence begins with a day that is past and tells it in the present.
    fn tells_in_present(&self, candidate: &Candidate, day: NaiveDate) -> bool {
        let past = self.anchor.is_some_and(|anchor| day < anchor.date);
        let begins = candidate.token < self.text.first_of_sentence(candidate.token) + BEGINNING;
        past && begins && self.direction == Direction::News && tense_of_span(self.text, candidate).is_none()
    }

    /// Whether a year is told in passing: as that of a noun, "the 2008 crisis", or in a sentence that does not begin with it, of a
    /// paragraph that has just told a day near that of writing.
    fn tells_in_passing(&self, candidate: &Candidate) -> bool {
        let first = self.text.first_of_sentence(candidate.token);
        let near = |told: Told| {
            self.anchor.is_some_and(|anchor| (anchor.date - told.reached.moment.date()).num_days().abs() <= NEAR)
        };
        let before = || self.story.day.is_some_and(|told| told.token >= self.paragraph && near(told));
        is_of_noun(self.text, candidate) || candidate.token >= first + BEGINNING && before()
    }

    fn is_day_to_come(&self, placed: &Placed) -> bool {
        let to_come = self.anchor.is_some_and(|anchor| placed.day().is_some_and(|day| day > anchor.date));
        to_come && matches!(placed.value, Value::Date(_))
    }

    /// Whether a time tells the day on which something of an earlier day in the sentence was said.
    fn tells_when_said(&self, candidate: &Candidate, moment: NaiveDateTime) -> bool {
        let Some(told) = self.story.day.filter(|told| told.reached.moment < moment) else { return false };
        let first = self.text.first_of_sentence(candidate.token);
        let mut beside = first.max(told.token + 1).max(candidate.token.saturating_sub(BESIDE))..candidate.token;
        told.token >= first && beside.any(|at| says(self.text, at))
    }

    /// Whether a day is told in passing, in a clause behind a later day of its sentence: they pleaded on Wednesday in a case which
    /// began on Thursday.
    fn tells_beside(&self, candidate: &Candidate, moment: NaiveDateTime) -> bool {
        let first = self.text.first_of_sentence(candidate.token);
        let told = self.story.day.filter(|told| told.token >= first && moment.date() < told.reached.moment.date());
        let near = |told: Told| told.token.max(candidate.token.saturating_sub(CLAUSE))..candidate.token;
        // What was said on the later day is no aside.
        let said = |mut among: Range<usize>| among.any(|at| says(self.text, at));
        told.is_some_and(|told| {
            let clause = near(told).find(|&at| begins_clause(self.text, at));
            clause.is_some_and(|clause| {
                !said(told.token.saturating_sub(BESIDE).max(clause.saturating_sub(SPEECH))..clause)
            })
        })
    }

    /// Whether a time tells what was over before the day that it counts from.
    fn is_over_before(&self, candidate: &Candidate, moment: NaiveDateTime) -> bool {
        let before = self.story.day.is_some_and(|told| moment.date() < told.reached.moment.date());
        before
            && matches!(&candidate.meaning, Meaning::When(when) if counts_from_story(when))
            && self.is_over(candidate)
    }

    /// The part of the day that a time names, or that holds its hour.
    fn part_told(&self, candidate: &Candidate) -> Option<PartOfDay> {
        let Meaning::When(when) = &candidate.meaning else { return None };
        let fields = &when.fields;
        match (fields.part, fields.meridiem, fields.hour) {
            _ if matches!(when.base, Base::NightFrom(_)) => Some(PartOfDay::Night),
            (Some(part), ..) => Some(part),
            (None, Some(12), Some(hour)) if (5..12).contains(&hour) => Some(PartOfDay::Evening),
            (None, Some(12), Some(_)) => Some(PartOfDay::Afternoon),
            (None, None, Some(_)) if !when.has_date() => self.part_of_story(candidate),
            _ => None,
        }
    }

    /// The year told with a date that tells it or counts from one that does; it is that day.
    fn year_told(&self, candidate: &Candidate, day: NaiveDate) -> Option<YearTold> {
        let token = candidate.token;
        let year_of_story = self.story.period.and_then(|told| told.year_told);
        let goes_on = || year_of_story.map(|told| YearTold { token, ..told });
        match &candidate.meaning {
            Meaning::When(when) if self.year_of_story(candidate, when).is_some() => goes_on(),
            Meaning::Between(between) if self.year_of_span(candidate, between).is_some() => goes_on(),
            Meaning::When(when) if counts_from_story(when) || when.of_story || is_day_of_month(when) => goes_on(),
            Meaning::Between(between) if between.to().is_some_and(counts_from_story) => goes_on(),
            Meaning::Between(between) if between.counted_on().is_some() => goes_on(),
            meaning => {
                let told =
                    tells_year(meaning) && !is_in_aside(self.text, candidate) && !is_of_birth(self.text, candidate);
                told.then(|| YearTold {
                    token,
                    day,
                    in_present: self.tells_in_present(candidate, day),
                    in_passing: self.tells_in_passing(candidate),
                })
            }
        }
    }
}

/// The month or year that a heading tells.
fn period_told(section: &Section) -> Option<Told> {
    let period = section.period?;
    let (moment, grain) = (period.span()?.0, period.grain()?);
    let (span, token) = (section.heading, section.first);
    let year_told = Some(YearTold { token, day: moment.date(), in_present: true, in_passing: false });
    let year_alone = grain == Grain::Year;
    Some(Told { reached: Reached { moment, grain }, span, token, part: None, between: false, year_told, year_alone })
}

fn is_midnight(placed: &Placed) -> bool {
    placed.grain < Grain::Day && placed.span.is_some_and(|(start, _)| start.time() == NaiveTime::MIN)
}

/// Whether people say of an hour that it is of a part of the day.
fn may_hold(part: PartOfDay, hour: u32) -> bool {
    match part {
        PartOfDay::Afternoon => (12..20).contains(&hour),
        PartOfDay::Evening => hour >= 17,
        PartOfDay::Night => !(6..18).contains(&hour),
        _ => true,
    }
}

/// Whether an expression says its year, or counts years to it from the day of writing; a span, the year of a month.
fn tells_year(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::When(when) => says_year(when),
        Meaning::Between(between) => {
            let bound = between.to().or(between.from());
            bound.is_some_and(|bound| bound.fields.month.is_some() && says_year(bound))
        }
        _ => false,
    }
}

fn says_year(when: &When) -> bool {
    match &when.base {
        Base::Calendar => {
            let Fields { year, short_year, month, toward, .. } = when.fields;
            year.is_some() || short_year.is_some() || month.is_some() && toward.is_some()
        }
        Base::Relative { unit: Unit::Year, count, origin: Origin::Anchor } => *count != 0,
        Base::Shift { from: None, by, origin: Origin::Anchor, .. } => smallest(by) == Some(Unit::Year),
        _ => false,
    }
}
