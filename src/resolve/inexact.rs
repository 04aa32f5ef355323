//! What counts from something of which no day was told: from a month or year, "Charged in May 2019, he resigned the next day.", or
//! from nothing that the text has told yet, "Two years on, the hall is empty."

use chrono::Datelike;

use crate::context::Direction;
use crate::find::{Base, Candidate, When};
use crate::lang::Origin;
use crate::value::{Amount, DatePart, Grain, Unit, calendar};

use super::narrative::{Reader, unit_counted};
use super::place::{Placed, in_year, period};
use super::standing::BEGINNING;
use super::story::Told;
use super::tense::{after, is_to_come};

impl Reader<'_> {
    /// The month or year that a candidate lies in whose origin is one.
    pub(super) fn counted_from_period(&self, candidate: &Candidate, when: &When) -> Option<(Told, Placed)> {
        let counts = match &when.base {
            Base::Shift { from: None, origin, .. } => *origin == Origin::Narrative,
            Base::Relative { count, origin, .. } => *count != 0 && *origin == Origin::Narrative,
            _ => false,
        };
        if !counts || unit_counted(when) >= Unit::Month || self.direction != Direction::News {
            return None;
        }
        let told = self.period_since_day(candidate)?;
        let middle = calendar::add_days(told.reached.moment.date(), told.reached.days() / 2)?;
        let day = match &when.base {
            Base::Shift { by, sign, .. } => calendar::shift(middle.into(), by, *sign)?.date(),
            Base::Relative { unit, count, .. } => period(*unit, *count, middle)?.span()?.0.date(),
            _ => return None,
        };
        let part = match told.reached.grain {
            Grain::Month => DatePart::Month(day.month() as u8),
            _ => DatePart::Whole,
        };
        Some((told, Placed::date(in_year(Some(day.year()), part))))
    }

    /// The day of writing, or the month or year of it, for so long after what a text has not told, where its sentence begins with it
    /// and does not look on: two years on, the hall is empty.
    pub(super) fn counted_to_now(&self, candidate: &Candidate, when: &When) -> Option<Placed> {
        let Base::Shift { from: None, origin: Origin::Narrative, sign: 1, by } = &when.base else { return None };
        let begun = self.story.has_begun() || self.since.is_some() || self.current_section().is_some();
        let written = self.anchor.filter(|_| !begun && self.direction == Direction::News)?.date;
        let sentence = self.text.sentence(candidate.token)?.tokens();
        let end = after(self.text, candidate);
        let begins = sentence.start == candidate.token && self.text.word(end) == "," && end + 1 < sentence.end;
        let measured = by.get(unit_counted(when)) != Amount::Some;
        let now = period(unit_counted(when).max(Unit::Day), 0, written);
        now.filter(|_| begins && measured && !is_to_come(self.text, candidate, false)).map(Placed::date)
    }

    /// The month or year that the story has come to, where it told no day of it: in the same sentence, or at the beginning of one
    /// before it.
    fn period_since_day(&self, candidate: &Candidate) -> Option<Told> {
        let told = self.story.period.filter(|_| self.section_day().is_none())?;
        let longer = told.reached.grain >= Grain::Month && told.reached.grain <= Grain::Year;
        let begin = |token| self.text.first_of_sentence(token);
        let first = begin(candidate.token);
        let day = self.story.day;
        let later = day.is_none_or(|day| day.token < told.token && !told.reached.may_hold(day.reached.moment.date()));
        let here = told.token >= first && day.is_none_or(|day| day.token < first);
        let begins = || told.token < begin(told.token) + BEGINNING;
        let before = || told.token < first && told.token >= self.paragraph && (day.is_none() || begins());
        (longer && later && (here || before())).then_some(told)
    }
}
