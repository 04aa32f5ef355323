//! What a sentence says to be before or after something else that it tells: "He spoke on Monday ahead of Friday's vote.", "It will
//! reopen on Monday after a fire in March."

use chrono::NaiveDate;

use crate::context::{Anchor, Direction};
use crate::find::{Candidate, When};
use crate::lang::Category;
use crate::segment::TokenKind;
use crate::value::calendar;

use super::narrative::Reader;
use super::row::weekday;
use super::situation::Toward;
use super::standing::{looks_about, names_part_of_year};
use super::tense::has_verb;

/// How many tokens before a date the word that says so may stand.
const REACH: usize = 6;
/// How many days from the day of writing the other day may be.
const NEAR: i64 = 7;

/// A word behind which what is ahead of the day of writing is told too, and one behind which what was before is told.
const ON: i64 = 1;
const AFTER: i64 = 2;

impl Reader<'_> {
    /// The day from which a weekday or month is looked for, and which way, by what its sentence says to be before or after it.
    pub(super) fn ahead(&self, candidate: &Candidate, when: &When) -> Option<(Anchor, Toward)> {
        let alone = candidate.parent.is_none() && !when.has_clock() && when.fields.toward.is_none();
        if !alone || self.direction != Direction::News || self.section_day().is_some() {
            return None;
        }
        let weekday = weekday(when).is_some();
        let month = || names_part_of_year(when) && looks_about(when);
        let word = if weekday || month() { self.word_of_order(candidate)? } else { return None };
        let first = self.text.first_of_sentence(candidate.token);
        let told = if weekday { self.story.day } else { self.story.period };
        let day = told.filter(|told| told.token >= first).map(|told| told.reached.moment.date());
        let written = self.anchor?;
        let near = |day: NaiveDate| (written.date - day).num_days().abs() <= NEAR;
        match (word, day) {
            // What was over is not ahead.
            (AFTER, Some(day)) if day > written.date => Some((calendar::add_days(day, -1)?.into(), Toward::Past)),
            (AFTER, _) => None,
            _ if !weekday => None,
            (_, Some(day)) if near(day) => {
                let next = calendar::add_days(day, 1).filter(|_| !self.is_over(candidate))?;
                Some((Anchor::from(next), Toward::Future))
            }
            _ => Some((written, Toward::Future)).filter(|_| word == ON),
        }
    }

    /// The word before a candidate, or its first, that says so, with no mark and no verb between.
    fn word_of_order(&self, candidate: &Candidate) -> Option<i64> {
        let tokens = &self.text.segmentation.tokens;
        let first = self.text.first_of_sentence(candidate.token).max(candidate.token.saturating_sub(REACH));
        let mut near = (first..=candidate.token)
            .rev()
            .take_while(|&at| at == candidate.token || tokens[at].kind() != TokenKind::Punctuation);
        let (at, word) = near.find_map(|at| Some((at, self.text.sense(at, Category::Ahead)?)))?;
        (!has_verb(self.text, tokens[at].span(), candidate, false)).then_some(word)
    }
}
