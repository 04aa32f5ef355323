//! Days of what was over already, to which hours of what has happened since do not belong: « Il avait été nommé le 11 janvier. Il
//! s'est exprimé à 18 heures. »

use chrono::NaiveDate;

use crate::context::Direction;
use crate::find::{Candidate, Meaning, When};

use super::form::Form;
use super::narrative::{Reader, counts_from_story};
use super::story::Story;
use super::tense::was_over;

/// How many days before that of writing such a day is, at least.
const BEFORE: i64 = 2;
/// How many tokens before a participle its auxiliary may stand.
const APART: usize = 2;

impl Reader<'_> {
    /// Keeps in mind how far the story had come before a candidate tells a day of what was over already.
    pub(super) fn keep_flashback(&mut self, candidate: &Candidate, day: NaiveDate) {
        let by_date = matches!(&candidate.meaning, Meaning::When(when) if !counts_from_story(when));
        let since = self.anchor.map_or(0, |anchor| (anchor.date - day).num_days());
        let before = self.story.day.is_none_or(|told| day < told.reached.moment.date());
        let back = by_date && before && since >= BEFORE && self.direction == Direction::News;
        let over = back && self.section_day().is_none() && was_over(self.text, candidate);
        self.flashback = over.then(|| self.flashback.unwrap_or(self.story));
    }

    /// That story, where a candidate is an hour or a part of the day of what has happened since.
    pub(super) fn story_before_flashback(&self, candidate: &Candidate, when: &When) -> Option<Story> {
        let story = self.flashback.filter(|_| when.has_clock() && !when.has_date() && !when.of_story)?;
        let first = self.text.first_of_sentence(candidate.token);
        let elsewhere = self.story.day.is_some_and(|told| told.token < first);
        (elsewhere && self.has_happened(candidate)).then_some(story)
    }

    /// Whether the verb nearest to a candidate tells what has happened up to now.
    fn has_happened(&self, candidate: &Candidate) -> bool {
        let Some((at, toward)) = self.nearest_verb(candidate) else { return false };
        let is_auxiliary = |at| matches!(Form::of(self.text, at), Some(Form::Auxiliary | Form::Is));
        toward.looks_back() && (at.saturating_sub(APART)..=at).any(is_auxiliary)
    }
}
