//! What recurs without saying so: in the sentence of a set, or beside a range of weekdays, an hour without a day is of no one
//! day; and a weekday may recur by its article.

use std::ops::Range;

use crate::context::Direction;
use crate::find::{Base, Candidate, Meaning, Text, When};
use crate::lang::Category;

use super::narrative::Reader;
use super::row::{goes_on, is_beside, weekday};
use super::situation::Toward;
use super::tense::{is_to_come, tense_of_end};

/// An article before a weekday that recurs.
const RECURS: i64 = 2;

/// An article in one with the preposition before the first of days that recur.
const FROM: i64 = 3;

/// A word that says that something is open.
const OPEN: i64 = 1;

/// How many tokens before a span of weekdays the word that tells of opening may stand.
const OPENS: usize = 12;

/// How many tokens before the colon behind which opening hours are listed there may be.
const HEAD: usize = 3;

/// What recurs in a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    /// Spans of hours: behind a span of days.
    HourSpans,
    Hours,
    /// Hours and spans of weekdays: in the sentence of a set.
    Spans,
    /// Every weekday too: among opening hours.
    Weekdays,
}

/// The stretches of a text in which something recurs, in order.
#[derive(Debug)]
pub(super) struct Habits(Vec<(Range<usize>, What)>);

impl Habits {
    pub(super) fn new(text: &Text, candidates: &[Candidate]) -> Habits {
        let mut stretches: Vec<(Range<usize>, What)> = Vec::new();
        let mut last = None;
        let mut whole = candidates.iter().filter(|candidate| candidate.parent.is_none()).peekable();
        while let Some(candidate) = whole.next() {
            let before: Option<&Candidate> = last.replace(candidate);
            let Some(sentence) = text.sentence(candidate.token) else { continue };
            let Range { start, end } = sentence.tokens();
            let (start, what) = match &candidate.meaning {
                Meaning::Often(often) if often.times == 0 => (start, What::Spans),
                Meaning::Between(_) if is_of_weekdays(&candidate.meaning) => {
                    let beside = before.filter(|before| is_beside(text, before, candidate));
                    let hours = whole
                        .peek()
                        .is_some_and(|next| is_of_no_day(&next.meaning) && is_beside(text, candidate, next));
                    let what = match hours {
                        true if opens(text, start, candidate) => What::Weekdays,
                        false if is_open(text, candidate) => What::Spans,
                        _ => What::Hours,
                    };
                    (beside.map_or(candidate.token, |before| before.token), what)
                }
                Meaning::Between(_) if is_of_weekday(&candidate.meaning) && begins_with_opening(text, start) => {
                    (start, What::Weekdays)
                }
                Meaning::Between(_) if is_of_days(&candidate.meaning) => (candidate.token, What::HourSpans),
                _ => continue,
            };
            match stretches.last_mut().filter(|(last, _)| last.end == end) {
                Some((last, known)) => {
                    last.start = last.start.min(start);
                    *known = what.max(*known);
                }
                None => stretches.push((start..end, what)),
            }
        }
        Habits(stretches)
    }

    /// Whether a candidate is an hour, a span of hours, a weekday or a span of them, that recurs.
    pub(super) fn holds(&self, candidate: &Candidate) -> bool {
        let stretch = self.0.get(self.0.partition_point(|(stretch, _)| stretch.end <= candidate.token));
        stretch.filter(|(stretch, _)| stretch.contains(&candidate.token)).is_some_and(|&(_, what)| {
            let meaning = &candidate.meaning;
            is_of_no_day(meaning) && (what > What::HourSpans || matches!(meaning, Meaning::Between(_)))
                || what >= What::Spans && is_of_weekdays(meaning)
                || what == What::Weekdays && is_of_weekday(meaning)
        })
    }
}

/// Whether a sentence says first that it lists opening hours: "Opening hours: Tuesday and Friday from 9 a.m. to noon."
fn begins_with_opening(text: &Text, sentence: usize) -> bool {
    let colon = (sentence + 1..=sentence + HEAD).find(|&at| text.word(at) == ":");
    colon.is_some_and(|colon| (sentence..colon).any(|at| text.sense(at, Category::Opening).is_some()))
}

/// Whether hours behind a span of weekdays are those when something is open: a word before it says so and no verb tells when it was
/// or will be, or its article says that it recurs and no verb looks back.
fn opens(text: &Text, sentence: usize, candidate: &Candidate) -> bool {
    let first = sentence.max(candidate.token.saturating_sub(OPENS));
    let said = (first..candidate.token).any(|at| text.sense(at, Category::Opening).is_some());
    match tense_of_end(text, candidate, false) {
        None | Some(Toward::Nearest | Toward::Recent) => said || begins_with_article(text, candidate),
        Some(Toward::Future) => begins_with_article(text, candidate) && !is_to_come(text, candidate, false),
        Some(Toward::Past) => false,
    }
}

/// Whether something is open, by the word just before a candidate, and no verb tells when it was or will be: open Monday to
/// Friday, and not from Monday to Friday; « du lundi au vendredi », and not « de lundi à vendredi ».
fn is_open(text: &Text, candidate: &Candidate) -> bool {
    let before = candidate.token.checked_sub(1).and_then(|before| text.sense(before, Category::Opening));
    let is_weekday = |category| text.sense(candidate.token, category).is_some();
    let bare = || is_weekday(Category::Weekday) || is_weekday(Category::ShortWeekday);
    let told = || matches!(tense_of_end(text, candidate, false), Some(Toward::Past | Toward::Future));
    before == Some(OPEN) && (bare() || begins_with_article(text, candidate)) && !told()
}

/// Whether a span begins with a preposition and its article in one: « du lundi au vendredi ».
fn begins_with_article(text: &Text, candidate: &Candidate) -> bool {
    text.sense(candidate.token, Category::Article) == Some(FROM)
}

impl Reader<'_> {
    /// Whether a weekday recurs by its article, inside a sentence whose verb does not look back and with no day told before it:
    /// « fermé le lundi ».
    pub(super) fn recurs_by_article(&self, candidate: &Candidate) -> bool {
        let first = || self.text.first_of_sentence(candidate.token);
        is_with_article(self.text, candidate)
            && candidate.parent.is_none()
            && self.direction == Direction::News
            && self.section_day().is_none()
            && self.story.day.is_none_or(|told| told.token < self.paragraph)
            && (candidate.token > first() + 1 || self.is_before_another(candidate))
            && self.tense(candidate) != Some(Toward::Past)
    }

    /// Whether another weekday with its article follows one: « le jeudi et le vendredi ».
    fn is_before_another(&self, candidate: &Candidate) -> bool {
        let next = self.candidates.partition_point(|other| other.token <= candidate.token);
        self.candidates.get(next).is_some_and(|next| match &next.meaning {
            Meaning::When(when) => is_with_article(self.text, next) && goes_on(self.text, candidate, next, when),
            _ => false,
        })
    }
}

/// Whether a candidate is a weekday, or hours of one, with an article that goes before what recurs: « le lundi ».
pub(super) fn is_with_article(text: &Text, candidate: &Candidate) -> bool {
    if !is_of_weekday(&candidate.meaning) {
        return false;
    }
    let tokens = text.segmentation.tokens[candidate.token..].iter();
    let inside = tokens.take_while(|token| token.span().start() < candidate.span.end()).count();
    let mut near = candidate.token.saturating_sub(1)..candidate.token + inside;
    near.any(|at| text.sense(at, Category::Article) == Some(RECURS))
}

/// Whether an expression tells a weekday, or a span that begins on one.
fn is_of_weekday(meaning: &Meaning) -> bool {
    let any = |when: &When| weekday(when).is_some() && when.fields.toward.is_none();
    match meaning {
        Meaning::When(when) => any(when),
        Meaning::Between(between) => between.from().is_some_and(any),
        _ => false,
    }
}

/// Whether a span goes from one weekday to another.
pub(super) fn is_of_weekdays(meaning: &Meaning) -> bool {
    let bounds = meaning.bounds().and_then(|(from, to)| from.zip(to));
    let day = |when: &When| weekday(when).is_some() && !when.has_clock();
    bounds.is_some_and(|(from, to)| day(&from) && day(&to))
}

/// Whether a span goes from one day of a month to another.
fn is_of_days(meaning: &Meaning) -> bool {
    let bounds = meaning.bounds().and_then(|(from, to)| from.zip(to));
    let day = |when: &When| when.base == Base::Calendar && when.fields.day.is_some() && !when.has_clock();
    bounds.is_some_and(|(from, to)| day(&from) && day(&to))
}

/// Whether an expression tells hours alone.
fn is_of_no_day(meaning: &Meaning) -> bool {
    let hour = |when: &When| when.base == Base::Calendar && when.fields.hour.is_some() && !when.has_date();
    match meaning {
        Meaning::When(when) => hour(when),
        _ => meaning.bounds().is_some_and(|(from, to)| {
            let mut bounds = [from, to].into_iter().flatten().peekable();
            bounds.peek().is_some() && bounds.all(|bound| hour(&bound))
        }),
    }
}
