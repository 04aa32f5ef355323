//! One pass over a document's expressions, in order, with what is known at each: anchor, section, narrative time,
//! zone, tense.

use std::cell::Cell;
use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use crate::context::{Anchor, Direction};
use crate::find::{Base, Candidate, CandidateKind, Meaning, Often, Recurs, Role, Text, When};
use crate::lang::{self, Category, Origin, Pack};
use crate::value::{
    Amount, Date, DatePart, Duration, Every, Grain, Instant, PartOfDay, Recurrence, Resolved, Time, Unit, Value,
};

use super::again::Days;
use super::conflict::{self, Conflict};
use super::explain::{Explanation, Source};
use super::habit::Habits;
use super::interval::{Bounds, bounds};
use super::monthly::of_any_month;
use super::nesting::Nesting;
use super::place::{Placed, place, smallest};
use super::row;
use super::section::{Section, number_of_day, sections};
use super::situation::{Situation, Toward};
use super::standing::{is_day_of_month, names_part_of_year};
use super::story::{Story, Told};
use super::tens::is_of_tens;
use super::tense::Verbs;
use super::zones::Zones;
use super::{Finding, Times};

/// Reads a document's expressions in order.
pub(super) struct Reader<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) candidates: &'a [Candidate],
    pub(super) anchor: Option<Anchor>,
    pub(super) direction: Direction,
    pub(super) sections: Vec<Section>,
    zones: Zones<'a>,
    habits: Habits,
    pub(super) nesting: Nesting<'a>,
    /// The section that the reader is in: its number more one; 0 is before the first.
    pub(super) section: usize,
    /// The first token of the paragraph that it is in.
    pub(super) paragraph: usize,
    /// The first token that it has not come to.
    pub(super) next: usize,
    pub(super) story: Story,
    /// What the verbs beside a candidate tell, once it was asked.
    pub(super) verbs: Cell<Verbs>,
    /// The last date or time since when something goes on.
    pub(super) since: Option<Told>,
    /// The last days that were named.
    pub(super) days: Days,
    /// The last span of days that was told, with its first token.
    pub(super) span: Option<(RangeInclusive<NaiveDate>, usize)>,
    /// How far the story around a quotation has come, in one, with the main one of that.
    pub(super) around: Option<(Story, Option<Story>)>,
    /// How far the story had come before it told what was over already, where it does.
    pub(super) main: Option<Story>,
    /// How far it had come before it told, by its date, what was over already.
    pub(super) flashback: Option<Story>,
    /// The time the story had reached when the section began.
    pub(super) before_section: Story,
    /// The last candidate that stands in no other.
    last: usize,
    /// What that and those inside it turned out to be.
    outcomes: &'a mut Vec<Outcome>,
}

/// What a candidate turned out to be.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::large_enum_variant, reason = "few are kept at once, in one allocation")]
pub(super) enum Outcome {
    Placed(Placed),
    Bounds(Bounds),
    /// It recurs.
    Often,
    Other,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        text: &'a Text<'a>,
        candidates: &'a [Candidate],
        anchor: Option<Anchor>,
        direction: Direction,
        outcomes: &'a mut Vec<Outcome>,
    ) -> Reader<'a> {
        outcomes.clear();
        Reader {
            text,
            candidates,
            anchor,
            direction,
            sections: sections(text, candidates, anchor),
            zones: Zones::new(text, candidates),
            habits: Habits::new(text, candidates),
            nesting: Nesting::new(text.text, text.segmentation),
            section: 0,
            paragraph: 0,
            next: 0,
            story: Story::default(),
            verbs: Cell::default(),
            since: None,
            days: Days::default(),
            span: None,
            around: None,
            main: None,
            flashback: None,
            before_section: Story::default(),
            last: 0,
            outcomes,
        }
    }

    /// Adds the value of every expression, and what of the text cannot hold.
    pub(super) fn read(mut self, into: &mut Times) {
        into.findings.reserve(self.candidates.len());
        for number in 0..self.candidates.len() {
            let candidate = &self.candidates[number];
            self.enter_paragraph(candidate.token);
            self.enter_sections(candidate.token);
            self.enter_quotation(candidate.token);
            self.leave_aside(candidate);
            let (outcome, finding) = self.value(number);
            self.keep_in_mind(candidate, outcome);
            into.conflicts.extend(self.conflict(number, outcome));
            if candidate.parent.is_none() {
                self.outcomes.clear();
                self.last = number;
                self.go_on(candidate, outcome);
                self.keep_span(candidate, outcome);
            }
            self.outcomes.push(outcome);
            if let Some(finding) = finding {
                into.findings.push(&finding);
            }
        }
    }

    /// What a candidate says that cannot hold.
    fn conflict(&self, number: usize, outcome: Outcome) -> Option<Conflict> {
        let candidate = &self.candidates[number];
        match (outcome, &candidate.meaning) {
            (Outcome::Placed(placed), Meaning::When(when)) => conflict::of_date(candidate, when, &placed),
            (Outcome::Bounds(bounds), _) => conflict::of_bounds(candidate, &bounds),
            (Outcome::Other, Meaning::Length(length)) => {
                let (start, end) = self.bounds_named(number)?;
                conflict::of_length(candidate, &length.duration, start, end)
            }
            _ => None,
        }
    }

    /// The bounds of the interval whose length a candidate says: it stands just before, "namely" between them.
    fn bounds_named(&self, number: usize) -> Option<(NaiveDateTime, NaiveDateTime)> {
        let Outcome::Bounds(Bounds { start: Some(start), end: Some(end), .. }) = *self.outcomes.first()? else {
            return None;
        };
        let token = self.candidates[number].token;
        let end_of_interval = self.candidates[self.last].span.end();
        let after = |at: &usize| self.text.segmentation.tokens[*at].span().start() >= end_of_interval;
        let mut between = (token.saturating_sub(3)..token).filter(after);
        let namely = between.any(|at| self.text.sense(at, Category::Namely).is_some());
        namely.then_some((start, end))
    }

    pub(super) fn current_section(&self) -> Option<&Section> {
        self.sections.get(self.section.checked_sub(1)?)
    }

    /// The day under whose heading the reader is.
    pub(super) fn section_day(&self) -> Option<Anchor> {
        self.current_section().and_then(|section| section.day).map(Anchor::from)
    }

    /// The month or year that a candidate is as a heading.
    fn period_of_heading(&self, candidate: &Candidate) -> Option<Date> {
        self.current_section().filter(|section| section.first == candidate.token)?.period
    }

    fn value(&mut self, number: usize) -> (Outcome, Option<Finding>) {
        let candidate = &self.candidates[number];
        let parent = candidate.parent.and_then(|parent| self.outcomes.get(parent - self.last)).copied();
        match &candidate.meaning {
            _ if matches!(candidate.kind, CandidateKind::Zone(_)) || is_of_tens(self.text, candidate) => {
                (Outcome::Other, None)
            }
            Meaning::When(when) if self.recurs_by_article(candidate) || self.recurs_too(candidate, when) => {
                self.recurring(candidate, when.clone())
            }
            Meaning::When(when) if self.recurs_in_month(candidate, when) => {
                self.recurring(candidate, of_any_month(when))
            }
            Meaning::When(when) if when.ahead && self.is_length(candidate) => (Outcome::Other, None),
            Meaning::When(when) if when.of_event && self.story.day.is_none() => (Outcome::Other, None),
            Meaning::When(when) if self.period_of_heading(candidate).is_some() => {
                let placed = self.period_of_heading(candidate).map(Placed::date);
                let finding = placed.and_then(|placed| self.finding_of_placed(candidate, when, placed));
                (placed.map_or(Outcome::Other, Outcome::Placed), finding)
            }
            Meaning::When(when) if number_of_day(when).is_some() => {
                let heading = self.current_section().filter(|section| section.first == candidate.token);
                let day = heading.and_then(|section| section.day).map(|day| Placed::date(Date::from(day)));
                let finding = |placed| self.finding_of_placed(candidate, when, placed);
                (day.map_or(Outcome::Other, Outcome::Placed), day.and_then(finding))
            }
            Meaning::When(when) => {
                let completed = row::completed(self.text, self.candidates, number, when);
                let again = || candidate.parent.is_none().then(|| self.named_before(candidate, when)).flatten();
                let completed = completed.or_else(again);
                let when = completed.as_ref().unwrap_or(when);
                let in_habit = candidate.parent.is_some_and(|parent| self.is_habit(&self.candidates[parent]));
                let placed = match (parent, candidate.role) {
                    _ if in_habit => place(when, &Situation::at(None, Toward::Past), self.text.pack),
                    (Some(Outcome::Bounds(Bounds { from: Some(from), .. })), Role::From) => from,
                    (Some(Outcome::Bounds(Bounds { to: Some(to), .. })), Role::To) => to,
                    (Some(Outcome::Placed(whole)), Role::Part) => self.part(candidate, when, whole),
                    (Some(Outcome::Bounds(Bounds { from, to, .. })), Role::Part) if row::weekday(when).is_some() => {
                        from.or(to)
                            .map_or_else(|| self.placed(candidate, when), |whole| self.part(candidate, when, whole))
                    }
                    (Some(Outcome::Often), _) => {
                        place(&of_any_month(when), &Situation::at(None, Toward::Past), self.text.pack)
                    }
                    _ if self.habits.holds(candidate) || self.is_of_no_known_day(candidate, when) => {
                        place(when, &Situation::at(None, Toward::Past), self.text.pack)
                    }
                    _ => self.placed(candidate, when),
                };
                (Outcome::Placed(placed), self.finding_of_placed(candidate, when, placed))
            }
            Meaning::Between(between) => {
                let situation = match self.is_habit(candidate) {
                    true => Situation::at(None, Toward::Past),
                    false => self.situation_of_span(candidate, between),
                };
                match bounds(between, &situation, self.text.pack) {
                    Some(bounds) => (Outcome::Bounds(bounds), Some(self.finding_of_bounds(candidate, bounds))),
                    None => (Outcome::Other, None),
                }
            }
            // "In three days" is a date, and tells no length beside it.
            Meaning::Length(_) if matches!(parent, Some(Outcome::Placed(_))) => (Outcome::Other, None),
            Meaning::Length(length) => {
                let value = Value::Duration(length.duration);
                let finding = Finding { modifier: length.modifier, ..self.finding(candidate, value, None) };
                (Outcome::Other, Some(finding))
            }
            Meaning::Often(often) => {
                let value = Value::Set(recurrence(often, self.text.pack));
                (Outcome::Often, Some(self.finding(candidate, value, None)))
            }
            Meaning::Number(_) | Meaning::Amount(_) | Meaning::Nothing => (Outcome::Other, None),
        }
    }

    /// What recurs without saying so.
    fn recurring(&self, candidate: &Candidate, when: When) -> (Outcome, Option<Finding>) {
        let often = Often { every: Recurs::When(when), interval: 1, times: 0 };
        let value = Value::Set(recurrence(&often, self.text.pack));
        (Outcome::Often, Some(self.finding(candidate, value, None)))
    }

    /// Whether a span recurs.
    fn is_habit(&self, candidate: &Candidate) -> bool {
        self.habits.holds(candidate) || self.recurs_by_article(candidate)
    }

    /// Whether a length behind its preposition is not ahead: it took two years, the most in two years.
    fn is_length(&self, candidate: &Candidate) -> bool {
        self.looks_back(candidate) || self.is_of_kind(candidate)
    }

    /// Whether the story, and the verb beside a candidate, looks back.
    fn looks_back(&self, candidate: &Candidate) -> bool {
        self.direction == Direction::News && self.tense(candidate).is_some_and(Toward::looks_back)
    }

    /// A date or time that stands by itself.
    fn placed(&self, candidate: &Candidate, when: &When) -> Placed {
        let situation = self.situation(candidate, Some(when));
        let of_story = Some(when.where_told()).filter(|_| when.of_story && self.story.day.is_some());
        let placed = place(of_story.as_ref().unwrap_or(when), &situation, self.text.pack);
        self.counted_from_section_before(candidate, when, &situation)
            .or_else(|| self.in_a_row(candidate, when, &situation))
            .or_else(|| self.counted_back(candidate, when, &situation))
            .or_else(|| self.counted_from_period(candidate, when).map(|(_, placed)| placed))
            .or_else(|| self.counted_to_now(candidate, when))
            .or_else(|| self.night_before(candidate, when, &situation))
            .or_else(|| self.of_month_beside(candidate, when, &situation))
            .unwrap_or(placed)
    }

    /// This night, or the night where the story has told no day, the verb looking back: the last.
    fn night_before(&self, candidate: &Candidate, when: &When, situation: &Situation) -> Option<Placed> {
        let night = when.fields.part == Some(PartOfDay::Night);
        let this_night = match when.base {
            Base::Relative { unit: Unit::Day, count: 0, .. } => when.fields.toward == Some(0),
            Base::Calendar => !when.has_date() && !self.story.has_begun() && self.section_day().is_none(),
            _ => false,
        };
        let base = Base::Relative { unit: Unit::Day, count: -1, origin: Origin::Anchor };
        let back = night && this_night && self.looks_back(candidate);
        back.then(|| place(&When { base, ..when.clone() }, situation, self.text.pack))
    }

    /// What a verb that looks back tells, where the story has come to what is still to come: it counts from where the
    /// story was before that.
    fn counted_back(&self, candidate: &Candidate, when: &When, situation: &Situation) -> Option<Placed> {
        let written = self.anchor.filter(|_| self.section_day().is_none())?.date;
        let unit = unit_counted(when);
        if !counts_from_story(when) || !self.story.is_ahead(written, unit) {
            return None;
        }
        // Years from what is still to come are rarely told: six years on, the court is ready.
        let verb = self.tense(candidate).filter(|_| self.direction == Direction::News);
        let years = unit == Unit::Year && verb != Some(Toward::Future);
        if !years && verb != Some(Toward::Past) {
            return None;
        }
        let story = self.story.looking_back();
        let [narrative, period] = [story.day, story.period].map(|told| told.map(|told| told.reached));
        let placed = place(when, &Situation { narrative, period, ..*situation }, self.text.pack);
        let day = placed.day()?;
        (day <= written || years && day.year() == written.year()).then_some(placed)
    }

    /// Whether a weekday stands in a row behind one that recurs: every Monday and Friday.
    fn recurs_too(&self, candidate: &Candidate, when: &When) -> bool {
        let recurs = matches!(self.outcomes.first(), Some(Outcome::Often));
        recurs && candidate.parent.is_none() && row::goes_on(self.text, &self.candidates[self.last], candidate, when)
    }

    /// A weekday that follows the one just before it, or is the day just before it.
    fn in_a_row(&self, candidate: &Candidate, when: &When, situation: &Situation) -> Option<Placed> {
        let Outcome::Placed(placed) = self.outcomes.first()? else { return None };
        let first = (&self.candidates[self.last], placed);
        // Thursday, the eve of the vote, is that Thursday.
        if when.of_event && row::is_beside(self.text, first.0, candidate) {
            return placed.day().filter(|_| placed.grain <= Grain::Day).map(|day| Placed::date(day.into()));
        }
        self.explains(first, candidate, when, situation)
            .or_else(|| row::follow(self.text, first, (candidate, when), situation))
            .or_else(|| row::same_day(self.text, first, (candidate, when)))
    }

    /// The day just before a candidate, where that says which it is: Friday, May 30, the day after Ascension.
    fn explains(
        &self,
        first: (&Candidate, &Placed),
        candidate: &Candidate,
        when: &When,
        situation: &Situation,
    ) -> Option<Placed> {
        let of_day = first.1.grain == Grain::Day && !when.has_clock() && names_part_of_year(when);
        let day = first.1.day().filter(|_| of_day && row::is_beside(self.text, first.0, candidate))?;
        let there = Situation { anchor: Some(day.into()), toward: Toward::Nearest, ..*situation };
        let explained = place(when, &there, self.text.pack);
        (explained.grain == Grain::Day && explained.day() == Some(day)).then_some(explained)
    }

    /// A day name or date inside a longer expression: the longer one knows which day it is.
    fn part(&self, candidate: &Candidate, when: &When, whole: Placed) -> Placed {
        let own = self.placed(candidate, when);
        let day = match whole.value {
            Value::Date(date) | Value::Time(Time { date: Some(date), .. }) => date,
            _ => return own,
        };
        if matches!(day, Date::Calendar { part: DatePart::NthWeekday { .. }, .. }) {
            return place(when, &Situation::at(None, Toward::Past), self.text.pack);
        }
        let same = |placed: &Placed| match (when.fields.weekday, placed.day()) {
            (Some(weekday), Some(day)) => day.weekday().number_from_monday() == u32::from(weekday),
            _ => false,
        };
        let of_whole = Placed::date(day);
        // Of what is longer than a day, a weekday is one of its own: that of the week, or any of the month.
        if row::weekday(when).is_some() && of_whole.grain > Grain::Day {
            return row::inside(when, &of_whole, self.text.pack).unwrap_or(own);
        }
        // The whole has moved the story on: « le lendemain matin ».
        let moved = candidate.kind == CandidateKind::Date && counts_from_story(when);
        let (named, month) = (when.fields.day, when.fields.month);
        let is_named = |day: NaiveDate| {
            named == Some(day.day() as u8) && month.is_none_or(|month| u32::from(month) == day.month())
        };
        if (moved || of_whole.day().is_some_and(is_named) || candidate.kind != CandidateKind::Date && same(&of_whole))
            && of_whole.grain == Grain::Day
        {
            of_whole
        } else {
            own
        }
    }

    /// « Un jour plus tard » in the first sentence of a section may count from the section before, where that
    /// leads to the section's own day.
    fn counted_from_section_before(&self, candidate: &Candidate, when: &When, situation: &Situation) -> Option<Placed> {
        let Base::Shift { from: None, origin: Origin::Narrative, by, .. } = &when.base else { return None };
        let section = self.current_section()?;
        if smallest(by)? < Unit::Day || !self.in_first_sentence(section, candidate.token) {
            return None;
        }
        let heading = self.section.checked_sub(2).and_then(|before| self.told_by_heading(&self.sections[before]));
        [heading, self.before_section.day].into_iter().flatten().find_map(|before| {
            let narrative = Some(before.reached);
            let placed = place(when, &Situation { narrative, period: narrative, ..*situation }, self.text.pack);
            (placed.day() == section.day).then_some(placed)
        })
    }

    fn in_first_sentence(&self, section: &Section, token: usize) -> bool {
        let sentences = &self.text.segmentation.sentences;
        let number_of = |token: usize| sentences.partition_point(|sentence| sentence.tokens().start <= token);
        number_of(token) <= number_of(section.first) + 1
    }

    fn finding(&self, candidate: &Candidate, value: Value, resolved: Option<Resolved>) -> Finding {
        Finding {
            span: candidate.span,
            rule: candidate.rule,
            value,
            modifier: None,
            resolved: resolved.filter(Resolved::is_on_calendar),
            explanation: Explanation { said: value, source: Source::Text },
        }
    }

    fn finding_of_placed(&self, candidate: &Candidate, when: &When, placed: Placed) -> Option<Finding> {
        let mut value = match (candidate.kind, placed.value) {
            (CandidateKind::DayName(weekday), Value::Date(date)) => {
                Value::DayName(lang::weekday(i64::from(weekday))?, date)
            }
            (_, value) => value,
        };
        let offset = placed.span.and_then(|(start, _)| match value {
            Value::Time(_) => self.zones.offset(candidate, when, start),
            _ => None,
        });
        if let Value::Time(time) = &mut value {
            time.offset = when.zone.and(offset);
        }
        let instant = |local| Some(Instant { local, offset });
        let resolved =
            placed.span.map(|(start, end)| Resolved { start: instant(start), end: instant(end), grain: placed.grain });
        let explanation = self.explanation(candidate, when, value);
        Some(Finding { modifier: when.modifier, explanation, ..self.finding(candidate, value, resolved) })
    }

    fn finding_of_bounds(&self, candidate: &Candidate, bounds: Bounds) -> Finding {
        let offset = |moment| self.zones.offset_of_interval(candidate, moment);
        let instant = |local| Instant { local, offset: offset(local).filter(|_| bounds.grain < Grain::Day) };
        let resolved = (bounds.start.is_some() || bounds.end.is_some()).then(|| Resolved {
            start: bounds.start.map(instant),
            end: bounds.end.map(instant),
            grain: bounds.grain,
        });
        self.finding(candidate, Value::Interval(bounds.interval), resolved)
    }

    /// The time told before that gives a date or time what it does not say.
    fn told_before(&self, candidate: &Candidate, when: &When) -> Option<Told> {
        if self.year_of_story(candidate, when).is_some() {
            return self.story.period;
        }
        if is_day_of_month(when) {
            return self.story_beside(candidate, when).day;
        }
        if !counts_from_story(when) {
            return self.shortly_before(candidate, when);
        }
        if let Some((told, _)) = self.counted_from_period(candidate, when) {
            return Some(told);
        }
        let ahead = self.anchor.is_some_and(|anchor| self.story.is_ahead(anchor.date, unit_counted(when)));
        let back = || self.counted_back(candidate, when, &self.situation(candidate, Some(when))).is_some();
        let story = match when {
            _ if self.returns(candidate, when) => return None,
            _ if ahead && back() => self.story.looking_back(),
            _ => self.story_beside(candidate, when),
        };
        if unit_counted(when) >= Unit::Month { story.period } else { story.day }
    }

    /// Why a date or time has its value.
    fn explanation(&self, candidate: &Candidate, when: &When, value: Value) -> Explanation {
        let alone = place(when, &Situation::at(None, Toward::Past), self.text.pack);
        let said = match (value, alone.value) {
            (Value::DayName(weekday, _), Value::Date(date)) => Value::DayName(weekday, date),
            (_, said) => said,
        };
        let source = if alone.span.is_some() {
            Source::Text
        } else if let Some(told) = self.told_before(candidate, when).filter(|_| candidate.parent.is_none()) {
            Source::Annotation(told.span)
        } else if let Some(section) = self.current_section().filter(|section| section.day.is_some()) {
            Source::Annotation(section.heading)
        } else if self.anchor.is_some() {
            Source::Anchor
        } else {
            Source::Nothing
        };
        Explanation { said, source }
    }
}

/// Whether a date or time takes what it does not say from the story.
pub(super) fn counts_from_story(when: &When) -> bool {
    match &when.base {
        Base::Shift { from: None, origin, .. } | Base::Relative { origin, .. } => *origin == Origin::Narrative,
        Base::Calendar => when.of_story || when.has_clock() && !when.has_date(),
        _ => false,
    }
}

/// The size of the units that an expression counts from the story.
pub(super) fn unit_counted(when: &When) -> Unit {
    match &when.base {
        Base::Relative { unit, .. } => *unit,
        Base::Shift { by, .. } => smallest(by).unwrap_or(Unit::Day),
        _ => Unit::Day,
    }
}

/// What a recurrence says, no day being known.
fn recurrence(often: &Often, pack: &Pack) -> Recurrence {
    let every = match &often.every {
        Recurs::Period(period) => Every::Period(*period),
        Recurs::When(when) => match place(when, &Situation::at(None, Toward::Past), pack).value {
            Value::Time(time) => Every::Time(time),
            Value::Date(date @ Date::Calendar { .. }) => Every::Date(date),
            // A feast that moves tells no more than that it comes each year.
            _ => Every::Period(Duration::of(Amount::whole(1), Unit::Year)),
        },
    };
    Recurrence { every, interval: often.interval, times: often.times }
}
