//! Weekdays beside other days: of Monday and Tuesday, the second follows the first; a Tuesday behind a date is that day.

use chrono::{Datelike, TimeDelta};

use crate::context::Anchor;
use crate::find::{Base, Candidate, Meaning, Text, When};
use crate::lang::{Category, Sense};
use crate::segment::TokenKind;
use crate::value::Date;

use super::place::{Placed, place};
use super::situation::{Situation, Toward};

/// How many days the next of a row may be away.
pub(super) const APART: i64 = 3;

/// A candidate that names a weekday and nothing else of the calendar.
pub(super) fn weekday(when: &When) -> Option<u8> {
    let fields = &when.fields;
    let alone = when.base == Base::Calendar && fields.day.is_none() && fields.month.is_none();
    fields.weekday.filter(|_| alone && fields.weeks == 0)
}

/// Whether only a comma or a word that joins stands between two candidates of a sentence.
fn joined(text: &Text, first: &Candidate, second: &Candidate) -> bool {
    if text.sentence(second.token).is_none_or(|sentence| sentence.tokens().start > first.token) {
        return false;
    }
    let tokens = &text.segmentation.tokens;
    let mut between = (0..second.token).rev().take_while(|&at| tokens[at].span().start() >= first.span.end());
    let joins = |sense: &Sense| sense.category == Category::Numeral && sense.value == 0;
    let link = between.next().is_some_and(|at| {
        tokens[at].kind() == TokenKind::Punctuation || text.pack.lexicon.senses(text.lexemes[at]).iter().any(joins)
    });
    link && between.next().is_none()
}

/// The day of a weekday that follows another in a row.
pub(super) fn follow(
    text: &Text,
    (first, placed): (&Candidate, &Placed),
    (second, when): (&Candidate, &When),
    situation: &Situation,
) -> Option<Placed> {
    let Meaning::When(before) = &first.meaning else { return None };
    weekday(when)
        .filter(|_| when.fields.toward.is_none())
        .zip(weekday(before))
        .filter(|(second, first)| second != first)?;
    let day = placed.day().filter(|_| joined(text, first, second))?;
    let onward = Situation { anchor: Some(Anchor::from(day)), toward: Toward::Future, assistant: false, ..*situation };
    let next = place(when, &onward, text.pack);
    let apart = next.day()?.num_days_from_ce() - day.num_days_from_ce();
    (1..=APART).contains(&i64::from(apart)).then_some(next)
}

/// The day of a weekday that tells which one the date just before it is: 20 February, a Tuesday.
pub(super) fn same_day(
    text: &Text,
    (first, placed): (&Candidate, &Placed),
    (second, when): (&Candidate, &When),
) -> Option<Placed> {
    let weekday = weekday(when).filter(|_| when.fields.toward.is_none())?;
    let (start, end) = placed.span?;
    let sentence = text.sentence(second.token)?.tokens();
    let tokens = &text.segmentation.tokens;
    let article = usize::from(text.sense(second.token.checked_sub(1)?, Category::Article).is_some());
    let mark = second.token.checked_sub(article + 1)?;
    let beside = tokens[mark].kind() == TokenKind::Punctuation
        && tokens[mark].span().start() >= first.span.end()
        && (mark == 0 || tokens[mark - 1].span().start() < first.span.end());
    let is_that = start.date().weekday().number_from_monday() == u32::from(weekday);
    (first.token >= sentence.start && beside && is_that && end - start <= TimeDelta::days(1))
        .then(|| Placed::date(Date::from(start.date())))
}
