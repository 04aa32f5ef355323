//! Which way an expression looks that names no direction: by the verb beside it, and by what that asked for, put off or tells a
//! noun of.

use chrono::NaiveDate;

use crate::context::Direction;
use crate::find::{Base, Candidate, Fields, When};

use super::form::Form;
use super::habit::is_of_weekdays;
use super::narrative::Reader;
use super::place::place;
use super::row;
use super::situation::{Situation, Toward};
use super::standing::looks_about;
use super::tense::{is_compared, tense_of_span};
use super::year::FAR;

impl Reader<'_> {
    /// Which way a candidate looks.
    pub(super) fn lean(&self, candidate: &Candidate, when: Option<&When>) -> Toward {
        match self.direction {
            Direction::Past => Toward::Past,
            Direction::Future => Toward::Future,
            Direction::Nearest => Toward::Nearest,
            // The midnight of a heading begins its day.
            Direction::News if self.is_heading(candidate) || when.is_some_and(|when| !may_look_about(when)) => {
                Toward::Past
            }
            Direction::News if when.is_some_and(is_this) && self.is_purpose(candidate) => Toward::Future,
            Direction::News => {
                // A span of weekdays may be of a week that is going on: what opens Monday to Friday.
                let told = match when {
                    None if is_of_weekdays(&candidate.meaning) => tense_of_span(self.text, candidate),
                    _ => self.tense(candidate),
                };
                let toward = told.map(|toward| match when {
                    Some(when) => self.beyond_verb(candidate, when, toward),
                    None => self.beyond_verb_of_span(candidate, toward),
                });
                let untold = if self.section_day().is_some() { Toward::Nearest } else { Toward::Recent };
                toward.unwrap_or(untold)
            }
        }
    }

    /// Which way a candidate looks whose verb looks one.
    fn beyond_verb(&self, candidate: &Candidate, when: &When, toward: Toward) -> Toward {
        let weekday = row::weekday(when).is_some();
        match toward {
            // They called a strike for May 16: the next one, where the last is long ago.
            Toward::Past if is_date(when) && self.may_be_to_come(candidate) => Toward::Recent,
            Toward::Past if weekday && self.is_called_for(candidate) => Toward::Future,
            // Friday's concert was put off: that of this week, or of the last.
            _ if toward.looks_back() && weekday && self.is_of_put_off(candidate) => Toward::Nearest,
            // He was remanded until a hearing on March 20.
            Toward::Past if looks_about(when) && self.is_until_then(candidate) => Toward::Future,
            Toward::Past if weekday && self.is_beside_heading(when) => Toward::Nearest,
            Toward::Future if self.is_of_noun(candidate, when) => Toward::Nearest,
            // The attack on Friday will be looked into; it will blow harder than on Friday.
            Toward::Future if weekday && (self.is_of_what_befell(candidate) || is_compared(self.text, candidate)) => {
                Toward::Past
            }
            // It was due on Wednesday: that of this week, or of the last.
            Toward::Future if weekday && self.was_planned(candidate) => Toward::Nearest,
            _ => toward,
        }
    }

    /// The same for a span.
    fn beyond_verb_of_span(&self, candidate: &Candidate, toward: Toward) -> Toward {
        let bounds = candidate.meaning.bounds().map(|(from, to)| [from, to]).into_iter().flatten().flatten();
        let beside = |when: When| row::weekday(&when).is_some() && self.is_beside_heading(&when);
        let back = toward == Toward::Past && self.section_day().is_some();
        if back && bounds.into_iter().any(beside) { Toward::Nearest } else { toward }
    }

    /// Whether the weekday nearest to the day of the heading above is past: Saturday. They worked all night, and by Sunday it was done.
    fn is_beside_heading(&self, when: &When) -> bool {
        let Some((heading, written)) = self.section_day().zip(self.anchor) else { return false };
        let nearest = place(when, &Situation::at(Some(heading), Toward::Nearest), self.text.pack).day();
        nearest.is_some_and(|day| day <= written.date)
    }

    /// Whether something is for a candidate: supplies for this winter.
    fn is_purpose(&self, candidate: &Candidate) -> bool {
        let form = |back: usize| candidate.token.checked_sub(back).and_then(|at| Form::of(self.text, at));
        form(1) == Some(Form::For) || form(1) == Some(Form::Article) && form(2) == Some(Form::For)
    }

    /// Whether a month tells of what a noun is, and not when it will be so: they await the July figures, or July's, in August.
    fn is_of_noun(&self, candidate: &Candidate, when: &When) -> bool {
        let before = candidate.token.checked_sub(1).and_then(|before| Form::of(self.text, before));
        let month = is_month(when) && (before == Some(Form::Article) || self.is_genitive(candidate));
        let next = || place(when, &Situation::at(self.anchor, Toward::Future), self.text.pack).day();
        let far = |day: NaiveDate| self.anchor.is_some_and(|anchor| (day - anchor.date).num_days() > FAR);
        month && next().is_some_and(far)
    }

    /// Whether a candidate may be to come though its verb looks back: something was called for it, or called for.
    fn may_be_to_come(&self, candidate: &Candidate) -> bool {
        self.is_purpose(candidate) || self.asking(candidate).is_some()
    }

    /// Whether a candidate is a time that heads a section.
    fn is_heading(&self, candidate: &Candidate) -> bool {
        self.current_section().is_some_and(|section| section.first == candidate.token && section.clock.is_some())
    }
}

/// Whether a date is a day of a month that it names, and no more.
fn is_date(when: &When) -> bool {
    when.base == Base::Calendar && when.fields.month.is_some() && when.fields.day.is_some()
}

/// Whether it is a month of no year.
fn is_month(when: &When) -> bool {
    let Fields { month, day, year, short_year, toward, .. } = when.fields;
    let alone = day.is_none() && year.is_none() && short_year.is_none() && toward.is_none();
    when.base == Base::Calendar && month.is_some() && alone
}

/// Whether a verb may tell on which side of its reference a date lies: it names no direction, or this season or weekend.
fn may_look_about(when: &When) -> bool {
    looks_about(when) || is_this(when)
}

/// Whether a date is this season or this weekend.
fn is_this(when: &When) -> bool {
    let fields = &when.fields;
    when.base == Base::Calendar && fields.toward == Some(0) && (fields.season.is_some() || fields.weekend)
}
