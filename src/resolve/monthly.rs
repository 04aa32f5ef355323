//! Weekdays so manieth of the month: of each where no verb tells which, "free on the first Sunday of the month", or of the one that
//! the verb tells.

use crate::context::Direction;
use crate::find::{Base, Candidate, Counted, Text, When};
use crate::lang::Origin;
use crate::value::Unit;

use super::form::Form;
use super::narrative::Reader;
use super::place::{Placed, place};
use super::situation::{Situation, Toward};
use super::tense::{after, tense_of_span};

impl Reader<'_> {
    /// Whether a weekday so manieth of the month is that of each, no verb telling of which: free on the first Sunday of the month.
    pub(super) fn recurs_in_month(&self, candidate: &Candidate, when: &When) -> bool {
        let first = || self.text.first_of_sentence(candidate.token);
        is_of_the_month(self.text, candidate, when)
            && candidate.token > first() + 1
            && self.direction == Direction::News
            && self.section_day().is_none()
            && tense_of_span(self.text, candidate).is_none()
    }

    /// A weekday so manieth of the month, in the one before or after where the verb looks there from the day of writing.
    pub(super) fn of_month_beside(&self, candidate: &Candidate, when: &When, situation: &Situation) -> Option<Placed> {
        let written = self.anchor.filter(|_| is_of_the_month(self.text, candidate, when))?.date;
        let day = place(when, situation, self.text.pack).day()?;
        let by = match self.tense(candidate).filter(|_| self.direction == Direction::News)? {
            Toward::Past if day > written => -1,
            Toward::Future if day < written => 1,
            _ => return None,
        };
        let month = Base::Relative { unit: Unit::Month, count: by, origin: Origin::Anchor };
        Some(place(&of_month(when, When { base: month, ..When::default() }), situation, self.text.pack))
    }
}

/// Whether a candidate is a weekday so manieth of the month, and not of this one.
fn is_of_the_month(text: &Text, candidate: &Candidate, when: &When) -> bool {
    let Base::Nth { what: Counted::Weekday(_), within, .. } = &when.base else { return false };
    let article = |at: usize| Form::of(text, at) == Some(Form::Article);
    let of_the = || after(text, candidate).checked_sub(2).is_some_and(article);
    matches!(within.base, Base::Relative { unit: Unit::Month, count: 0, .. })
        && candidate.parent.is_none()
        && (when.has_clock() || of_the())
}

/// A weekday so manieth of the month, as that of another.
fn of_month(when: &When, within: When) -> When {
    match when.base {
        Base::Nth { count, what, .. } => {
            When { base: Base::Nth { count, what, within: Box::new(within) }, ..when.clone() }
        }
        _ => when.clone(),
    }
}

/// A weekday so manieth of the month, as that of any.
pub(super) fn of_any_month(when: &When) -> When {
    match &when.base {
        Base::Nth { within, .. } if matches!(within.base, Base::Relative { unit: Unit::Month, .. }) => {
            of_month(when, When::default())
        }
        _ => when.clone(),
    }
}
