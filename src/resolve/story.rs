//! How far a story has come: the last day and the last date that it told.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use crate::span::Span;
use crate::value::{Grain, PartOfDay, Unit};

use super::situation::Reached;

/// How many days before the day of writing are recent.
const RECENT: RangeInclusive<i64> = 0..=30;

/// How far a story has come.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Story {
    /// The last day told, with the time where one was.
    pub day: Option<Told>,
    /// The last date told, of any grain.
    pub period: Option<Told>,
    /// The last day, and the last date, told that was not still to come.
    behind: [Option<Told>; 2],
}

/// A time that the text has told, and where.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    pub reached: Reached,
    pub span: Span,
    /// The first token of where it is told.
    pub token: usize,
    /// The part of the day that it names, or that holds its hour.
    pub part: Option<PartOfDay>,
    /// Whether that is a night between two days.
    pub between: bool,
    /// Where and with what day its year was told, if the text tells it.
    pub year_told: Option<YearTold>,
    /// Whether it is a year and no part of one, though it counts from a day: two years later.
    pub year_alone: bool,
}

/// A year that the text has told.
#[derive(Clone, Copy, Debug)]
pub(super) struct YearTold {
    /// The first token of the last date that is of it.
    pub token: usize,
    /// The day whose year was said.
    pub day: NaiveDate,
    /// Whether its sentence begins with it and tells it in the present: what follows may do so too.
    pub in_present: bool,
    /// Whether it is told in passing, in a paragraph of the days of writing: what follows is of those again.
    pub in_passing: bool,
}

impl Told {
    fn is_after(&self, day: NaiveDate) -> bool {
        self.reached.moment.date() > day
    }
}

impl Story {
    /// The story that begins with a time told.
    pub(super) fn beginning(told: Told) -> Story {
        Story { day: Some(told), period: Some(told), behind: [Some(told); 2] }
    }

    /// The story of a month or year told, and of no day of it yet.
    pub(super) fn of(told: Told) -> Story {
        Story { day: None, period: Some(told), behind: [None, Some(told)] }
    }

    /// Goes on to a time told in a text of that day.
    pub(super) fn go_on(&mut self, told: Told, written: Option<NaiveDate>) {
        self.period = Some(told);
        if told.reached.grain <= Grain::Day {
            self.day = Some(told);
        }
        if !written.is_some_and(|day| told.is_after(day)) {
            self.behind = [self.day.filter(|_| told.reached.grain <= Grain::Day).or(self.behind[0]), self.period];
        }
    }

    /// Leaves the year that it told.
    pub(super) fn leave_year(&mut self) {
        self.period = self.period.map(|told| Told { year_told: None, ..told });
    }

    /// Whether it has told any time.
    pub(super) fn has_begun(&self) -> bool {
        self.period.is_some()
    }

    /// What stays of the story of a quotation with none around it: a day not long before that of writing.
    pub(super) fn after_quotation(&self, written: Option<NaiveDate>) -> Story {
        let recent =
            |told: &Told| written.is_some_and(|day| RECENT.contains(&(day - told.reached.moment.date()).num_days()));
        let day = self.day.filter(recent).map(|told| Told { year_told: None, ..told });
        Story { day, period: day, behind: [day; 2] }
    }

    /// The time it has reached, as far as units of that size need it.
    pub(super) fn by(&self, unit: Unit) -> Option<Told> {
        if unit >= Unit::Month { self.period } else { self.day }
    }

    /// Whether that is still to come.
    pub(super) fn is_ahead(&self, of: NaiveDate, unit: Unit) -> bool {
        self.by(unit).is_some_and(|told| told.is_after(of))
    }

    /// The story as it was before it told what is still to come.
    pub(super) fn looking_back(&self) -> Story {
        let [day, period] = self.behind;
        Story { day, period, behind: self.behind }
    }
}
