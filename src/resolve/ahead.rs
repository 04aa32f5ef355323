//! Weekdays of what is still ahead when something else happens: "He spoke on Monday ahead of Friday's vote."

use crate::context::{Anchor, Direction};
use crate::find::{Candidate, When};
use crate::lang::Category;
use crate::segment::TokenKind;
use crate::value::calendar;

use super::narrative::Reader;
use super::row::weekday;
use super::situation::Toward;

/// How many tokens before a weekday the word that says so may stand.
const REACH: usize = 6;
/// How many days what happens first may be away from the day of writing.
const NEAR: i64 = 7;

/// A word behind which what is ahead of the day of writing is told too.
const ON: i64 = 1;

impl Reader<'_> {
    /// The day after what happens first, from which a weekday is looked for that is said to be ahead of it.
    pub(super) fn ahead(&self, candidate: &Candidate, when: &When) -> Option<(Anchor, Toward)> {
        weekday(when).filter(|_| when.fields.toward.is_none() && self.direction == Direction::News)?;
        if candidate.parent.is_some() || when.has_clock() {
            return None;
        }
        let word = self.word_of_ahead(candidate)?;
        let written = self.anchor.filter(|_| self.section_day().is_none())?;
        let first = self.text.sentence(candidate.token)?.tokens().start;
        let told = self.story.day.filter(|told| told.token >= first).map(|told| told.reached.moment.date());
        let near = told.filter(|day| (written.date - *day).num_days().abs() <= NEAR);
        let from = match near {
            Some(_) if self.is_over(candidate) => None,
            Some(day) => calendar::add_days(day, 1).map(Anchor::from),
            None => Some(written).filter(|_| word == ON),
        };
        from.map(|from| (from, Toward::Future))
    }

    /// The word before a candidate, or its first, that says that it is ahead, with no mark between.
    fn word_of_ahead(&self, candidate: &Candidate) -> Option<i64> {
        let tokens = &self.text.segmentation.tokens;
        let first = self.text.sentence(candidate.token)?.tokens().start.max(candidate.token.saturating_sub(REACH));
        let mut near = (first..=candidate.token).rev();
        let word = near.find_map(|at| match self.text.sense(at, Category::Ahead) {
            None if tokens[at].kind() == TokenKind::Punctuation => Some(None),
            None => None,
            word => Some(word),
        });
        word.flatten()
    }
}
