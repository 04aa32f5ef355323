//! Days and weeks that count from a month or year, of which no day was told: "Charged in May 2019, he resigned the next day."

use chrono::Datelike;

use crate::context::Direction;
use crate::find::{Base, Candidate, When};
use crate::lang::Origin;
use crate::value::{DatePart, Grain, Unit, calendar};

use super::narrative::{Reader, unit_counted};
use super::place::{Placed, in_year, period};
use super::standing::BEGINNING;
use super::story::Told;

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

    /// The month or year that the story has come to, where it told no day of it: in the same sentence, or at the beginning of one
    /// before it.
    fn period_since_day(&self, candidate: &Candidate) -> Option<Told> {
        let told = self.story.period.filter(|_| self.section_day().is_none())?;
        let longer = told.reached.grain >= Grain::Month && told.reached.grain <= Grain::Year;
        let begin = |token| self.text.sentence(token).map_or(0, |sentence| sentence.tokens().start);
        let first = begin(candidate.token);
        let day = self.story.day;
        let later = day.is_none_or(|day| day.token < told.token && !told.reached.may_hold(day.reached.moment.date()));
        let here = told.token >= first && day.is_none_or(|day| day.token < first);
        let begins = || told.token < begin(told.token) + BEGINNING;
        let before = || told.token < first && told.token >= self.paragraph && (day.is_none() || begins());
        (longer && later && (here || before())).then_some(told)
    }
}
