//! What a sentence says to be before or after something else that it tells: "He spoke on Monday ahead of Friday's vote.", "It will
//! reopen on Monday after a fire in March."

use chrono::NaiveDate;

use crate::context::{Anchor, Direction};
use crate::find::{Candidate, Meaning, When};
use crate::lang::Category;
use crate::segment::TokenKind;
use crate::value::calendar;

use super::narrative::Reader;
use super::place::place;
use super::row::weekday;
use super::situation::{Situation, Toward};
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
            (AFTER, None) if weekday && self.is_before_next(candidate, when) => Some((written, Toward::Past)),
            (AFTER, _) => None,
            _ if !weekday => None,
            (_, Some(day)) if near(day) => {
                let next = calendar::add_days(day, 1).filter(|_| !self.is_over(candidate))?;
                Some((Anchor::from(next), Toward::Future))
            }
            _ => Some((written, Toward::Future)).filter(|_| word == ON),
        }
    }

    /// Whether the weekday that follows in the sentence, looked for on, comes before a candidate: what it is told to be after was
    /// the last. After the attack on Saturday, they will march on Wednesday.
    fn is_before_next(&self, candidate: &Candidate, when: &When) -> bool {
        let on = Situation::at(self.anchor, Toward::Future);
        let end = self.text.sentence(candidate.token).map_or(0, |sentence| sentence.tokens().end);
        let first = self.candidates.partition_point(|other| other.token <= candidate.token);
        let mut behind = self.candidates[first..].iter().take_while(|other| other.token < end);
        let next = behind.find_map(|other| match &other.meaning {
            Meaning::When(next) if other.parent.is_none() && weekday(next).is_some() => Some((other, next)),
            _ => None,
        });
        next.is_some_and(|(other, next)| {
            let [this, next] = [when, next].map(|when| place(when, &on, self.text.pack).day());
            next < this && self.tense(other) == Some(Toward::Future)
        })
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
