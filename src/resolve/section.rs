//! Sections: headings that are a day, a month, a year or a time, and which day each is.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

use crate::context::Anchor;
use crate::find::{Base, Candidate, CandidateKind, Counted, Fields, Meaning, Text, When};
use crate::lang::{Origin, Pack};
use crate::segment::{Before, Segmentation, Shape, Token, TokenKind};
use crate::span::Span;
use crate::value::{Date, Unit, calendar};

use super::chronology::{give_years, is_month_or_year, period_said};
use super::clock::time_said;
use super::place::place;
use super::situation::{Situation, Toward};
use super::tense::tense_at;

/// How many sentences from the beginning a date alone may be that of writing, and no heading.
const TOP: usize = 4;

/// The hour from which a day is late, and before which hours are small.
const LATE: u32 = 18;
const SMALL: u32 = 6;

/// How many days before the day of writing what a text tells is of the days that it is about.
const LATELY: i64 = 14;

/// A stretch of a text under a heading that is a day, a time of the day or both, or a month or year.
#[derive(Clone, Copy, Debug)]
pub(super) struct Section {
    /// The first token of its heading.
    pub first: usize,
    /// Its heading.
    pub heading: Span,
    /// Its day, where that can be known.
    pub day: Option<NaiveDate>,
    /// The month or year that its heading is, where it is no day.
    pub period: Option<Date>,
    /// The time that its heading tells.
    pub clock: Option<NaiveTime>,
    /// What its heading calls its day; None where that is a time alone.
    name: Option<Name>,
}

/// What a heading calls a day.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Name {
    /// Monday is 1; 0 where it is a date without its weekday.
    Weekday(u8),
    /// Counted from the first day of what the text tells.
    Number(i32),
    /// A month or a year.
    Period,
}

/// The sections of a text, in order, each with its day.
pub(super) fn sections(text: &Text, candidates: &[Candidate], anchor: Option<Anchor>) -> Vec<Section> {
    let (segmentation, pack) = (text.segmentation, text.pack);
    let top = segmentation.sentences.get(TOP).map_or(usize::MAX, |sentence| sentence.tokens().start);
    let of_writing = |section: &Section, when: &When| {
        section.first < top && anchor.is_some_and(|anchor| said_day(when, Some(anchor), pack) == Some(anchor.date))
    };
    let mut headings: Vec<(Section, When)> = headings(text, candidates)
        .filter(|(section, when)| !of_writing(section, when))
        .map(|(section, when)| (section, when.clone()))
        .collect();
    give_years(headings.iter_mut().map(|(_, when)| when), anchor);
    let mut sections = Vec::with_capacity(headings.len());
    let (days, others): (Vec<_>, Vec<_>) = headings.into_iter().partition(|(section, _)| section.is_of_day());
    for (number, (section, when)) in days.iter().enumerate() {
        let end = days.get(number + 1).map_or(segmentation.tokens.len(), |(next, _)| next.first);
        let day = said_day(when, anchor, pack).or_else(|| day_told_inside(section, end, text, candidates, anchor));
        sections.push(Section { day, ..*section });
    }
    if sections.iter().all(|section| section.day.is_none()) {
        let before = sections.first().and_then(|first| day_told_before(first, candidates, anchor, pack));
        match (before, anchor) {
            (Some((before, _)), Some(anchor)) if (anchor.date - before).num_days() <= LATELY => {
                fix_by_anchor(&mut sections, text, anchor, true);
            }
            // Days of a week of long ago follow one that was named as they are.
            (Some((before, true)), _) => fix(sections.first_mut(), before, 1),
            (_, Some(anchor)) => fix_by_anchor(&mut sections, text, anchor, false),
            (_, None) => {}
        }
    }
    spread(&mut sections);
    // A month or year alone in its line is a heading where there are more.
    let several = sections.len() + others.iter().filter(|(section, _)| section.name.is_some()).count() > 1;
    sections.extend(others.into_iter().filter_map(|(section, when)| match section.name {
        Some(_) => period_said(&when).filter(|_| several).map(|period| Section { period: Some(period), ..section }),
        None => Some(section),
    }));
    sections.sort_by_key(|section| section.first);
    give_days(&mut sections);
    sections
}

/// A time alone is of the day of the section before it, or the next where a report that goes on turns to the small hours.
fn give_days(sections: &mut [Section]) {
    let steps = |sections: &[Section], number: usize| match (sections[number - 1].clock, sections[number].clock) {
        (Some(before), Some(clock)) if sections[number].name.is_none() && before != clock => Some((before, clock)),
        _ => None,
    };
    let turns = |(before, clock): (NaiveTime, NaiveTime)| before.hour() >= LATE && clock.hour() < SMALL;
    let goes_on = |step: &(NaiveTime, NaiveTime)| {
        let (before, clock) = *step;
        turns(*step) || before < clock && !turns((clock, before))
    };
    let (on, back): (Vec<_>, Vec<_>) =
        (1..sections.len()).filter_map(|number| steps(sections, number)).partition(goes_on);
    for number in 1..sections.len() {
        if sections[number].name.is_none() {
            let turned = on.len() > back.len() && steps(sections, number).is_some_and(turns);
            let day = sections[number - 1].day;
            sections[number].day = day.and_then(|day| calendar::add_days(day, i64::from(turned)));
        }
    }
}

/// The lines that are a day, month, year or time and nothing else, or begin with one before a colon, dash or point.
fn headings<'c>(text: &'c Text, candidates: &'c [Candidate]) -> impl Iterator<Item = (Section, &'c When)> {
    let segmentation = text.segmentation;
    candidates.iter().filter(|candidate| candidate.parent.is_none()).filter_map(move |candidate| {
        let Meaning::When(when) = &candidate.meaning else { return None };
        let fields = &when.fields;
        let clock = time_said(when, text.pack);
        let name = match number_of_day(when) {
            Some(number) => Some(Name::Number(number)),
            None if is_day_beside_now(when) => Some(Name::Weekday(0)),
            None if fields.weekday.is_some() || fields.day.is_some() && fields.month.is_some() => {
                Some(Name::Weekday(fields.weekday.unwrap_or(0)))
            }
            None if is_month_or_year(when) => Some(Name::Period),
            None => None,
        };
        let alone = when.base == Base::Calendar && fields.part.is_none() && (name.is_some() || !when.has_date());
        let counted = number_of_day(when).is_some() || is_day_beside_now(when);
        if !(alone || counted) || name.is_none() && clock.is_none() {
            return None;
        }
        let line = is_line(segmentation, candidate) && next_line(segmentation, candidate.token) != candidate.token;
        let section = Section { first: candidate.token, heading: candidate.span, day: None, period: None, clock, name };
        (line || opens_line(text, candidate)).then_some((section, when))
    })
}

/// Whether it is tomorrow, yesterday or the like, and not today.
fn is_day_beside_now(when: &When) -> bool {
    let beside = matches!(when.base, Base::Relative { unit: Unit::Day, count, origin: Origin::Anchor } if count != 0);
    beside && when.fields == Fields::default()
}

/// The number of a day that is counted from a first that the text does not name: day 3.
pub(super) fn number_of_day(when: &When) -> Option<i32> {
    match &when.base {
        Base::Nth { count, what: Counted::Unit(Unit::Day), within } if **within == When::default() => Some(*count),
        _ => None,
    }
}

/// Whether a candidate begins its line, before a colon, dash or point and a word.
fn opens_line(text: &Text, candidate: &Candidate) -> bool {
    let tokens = &text.segmentation.tokens;
    let first = begins_line(text, candidate.token);
    let mut next = tokens[candidate.token..].iter().skip_while(|token| token.span().start() < candidate.span.end());
    let colon =
        |token: &Token| matches!(&text.text[token.span().range()], ":" | "-" | "\u{2013}" | "\u{2014}" | "|" | ".");
    let pointed = text.text[candidate.span.range()].ends_with('.');
    let begins = |token: &Token| token.before() < Before::Line && token.shape() == Shape::Capital;
    first && pointed && next.clone().next().is_some_and(begins)
        || first
            && next.next().is_some_and(|token| token.before() < Before::Line && colon(token))
            && next.next().is_some_and(|token| token.before() < Before::Line && token.kind() == TokenKind::Word)
}

/// Whether a token is the first of its line, or behind the mark of an item of a list.
fn begins_line(text: &Text, token: usize) -> bool {
    let tokens = &text.segmentation.tokens;
    let first = |at: usize| tokens.get(at).is_some_and(|token| token.before() >= Before::Line);
    let is_mark =
        |at: usize| matches!(text.word(at), "-" | "*" | "\u{2022}" | "\u{2013}" | "\u{2014}" | "\u{25aa}" | "\u{25cf}");
    first(token) || token.checked_sub(1).is_some_and(|mark| first(mark) && is_mark(mark))
}

/// Whether a candidate is all that its line holds, punctuation apart.
pub(super) fn is_line(segmentation: &Segmentation, candidate: &Candidate) -> bool {
    let tokens = &segmentation.tokens;
    if tokens.get(candidate.token).is_none_or(|token| token.before() < Before::Line) {
        return false;
    }
    tokens[candidate.token..]
        .iter()
        .skip(1)
        .take_while(|token| token.before() < Before::Line)
        .all(|token| token.span().end() <= candidate.span.end() || token.kind() == TokenKind::Punctuation)
}

/// The day that a date tells by itself, or with the year that the anchor gives it.
fn said_day(when: &When, anchor: Option<Anchor>, pack: &Pack) -> Option<NaiveDate> {
    let fields = &when.fields;
    let named = fields.day.is_some() && (fields.month.is_some() || fields.weekday.is_some());
    if !(when.base == Base::Calendar && named || is_day_beside_now(when)) {
        return None;
    }
    place(when, &Situation::at(anchor, Toward::Past), pack).day()
}

/// The day that a date inside the section tells for the weekday of its heading; under a number, one at its beginning.
fn day_told_inside(
    section: &Section,
    end: usize,
    text: &Text,
    candidates: &[Candidate],
    anchor: Option<Anchor>,
) -> Option<NaiveDate> {
    let first = candidates.partition_point(|candidate| candidate.token <= section.first);
    let counted = matches!(section.name, Some(Name::Number(_)));
    let end = if counted { end.min(end_of_beginning(text.segmentation, section)) } else { end };
    candidates[first..].iter().take_while(|candidate| candidate.token < end).find_map(|candidate| {
        let Meaning::When(when) = &candidate.meaning else { return None };
        if !counted && when.fields.weekday != section.weekday() {
            return None;
        }
        said_day(when, anchor, text.pack).filter(|day| counted || is_weekday(*day, section.weekday()))
    })
}

/// The token after the first sentence of a section.
fn end_of_beginning(segmentation: &Segmentation, section: &Section) -> usize {
    let sentences = &segmentation.sentences;
    let heading = sentences.partition_point(|sentence| sentence.tokens().start <= section.first);
    sentences.get(heading + 1).map_or(segmentation.tokens.len(), |after| after.tokens().start)
}

fn is_weekday(day: NaiveDate, weekday: Option<u8>) -> bool {
    weekday.is_some_and(|weekday| day.weekday().number_from_monday() == u32::from(weekday))
}

/// The last day that the text tells before a section, where it is not still to come, and whether it names its weekday.
fn day_told_before(
    section: &Section,
    candidates: &[Candidate],
    anchor: Option<Anchor>,
    pack: &Pack,
) -> Option<(NaiveDate, bool)> {
    let before = candidates.iter().rev().skip_while(|candidate| candidate.token >= section.first);
    let mut days = before.filter_map(|candidate| match &candidate.meaning {
        Meaning::When(when) if candidate.kind == CandidateKind::Date => {
            Some((said_day(when, anchor, pack)?, when.fields.weekday.is_some()))
        }
        _ => None,
    });
    days.find(|(day, _)| anchor.is_none_or(|anchor| *day < anchor.date))
}

/// Without any explicit date: the last section is the last such day before the anchor, or, where the text looks
/// ahead, and has told nothing of the days before, the first section is the next.
fn fix_by_anchor(sections: &mut [Section], text: &Text, anchor: Anchor, told_before: bool) {
    let looks = |section: &Section| tense_at(text, next_line(text.segmentation, section.first));
    let ahead = sections.iter().filter(|section| looks(section) == Some(Toward::Future)).count();
    let behind = sections.iter().filter(|section| looks(section) == Some(Toward::Past)).count();
    if ahead > behind && !told_before {
        fix(sections.first_mut(), anchor.date, 1);
    } else {
        fix(sections.last_mut(), anchor.date, -1);
    }
}

/// A section is on the next such day from one on, or back.
fn fix(section: Option<&mut Section>, from: NaiveDate, direction: i64) {
    let Some(section) = section else { return };
    section.day = (0..7)
        .filter_map(|distance| calendar::add_days(from, direction * distance))
        .find(|day| is_weekday(*day, section.weekday()));
}

/// The first token of the line after a token's.
fn next_line(segmentation: &Segmentation, token: usize) -> usize {
    let tokens = &segmentation.tokens;
    (token + 1..tokens.len()).find(|&at| tokens[at].before() >= Before::Line).unwrap_or(token)
}

/// Days in a row count on from each other, forwards and backwards.
fn spread(sections: &mut [Section]) {
    for number in 1..sections.len() {
        if sections[number].day.is_none() {
            sections[number].day = sections[number].beside(&sections[number - 1], 1);
        }
    }
    for number in (1..sections.len()).rev() {
        if sections[number - 1].day.is_none() {
            sections[number - 1].day = sections[number - 1].beside(&sections[number], -1);
        }
    }
}

impl Section {
    /// Whether its heading names a day.
    fn is_of_day(&self) -> bool {
        matches!(self.name, Some(Name::Weekday(_) | Name::Number(_)))
    }

    /// The weekday that its heading names.
    fn weekday(&self) -> Option<u8> {
        match self.name {
            Some(Name::Weekday(weekday)) => Some(weekday).filter(|weekday| *weekday > 0),
            _ => None,
        }
    }

    /// Its day, by the section before it (1) or after it (-1).
    fn beside(&self, other: &Section, direction: i64) -> Option<NaiveDate> {
        let day = other.day?;
        if let (Some(Name::Number(own)), Some(Name::Number(others))) = (self.name, other.name) {
            return calendar::add_days(day, i64::from(own) - i64::from(others));
        }
        (1..=7)
            .filter_map(|distance| calendar::add_days(day, direction * distance))
            .find(|day| is_weekday(*day, self.weekday()))
    }

    /// When it is, in a text of that day.
    pub(super) fn moment(&self, written: Option<Anchor>) -> Option<Anchor> {
        match (self.day, self.clock) {
            (Some(day), Some(clock)) => Some(day.and_time(clock).into()),
            (Some(day), None) => Some(day.into()),
            (None, Some(clock)) => Some(written?.date.and_time(clock).into()),
            (None, None) => None,
        }
    }
}
