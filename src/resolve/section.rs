//! Sections: headings that are a day, and which day each is.

use chrono::{Datelike, NaiveDate};

use crate::context::Anchor;
use crate::find::{Base, Candidate, Meaning, Text, When};
use crate::lang::Pack;
use crate::segment::{Before, Segmentation, TokenKind};
use crate::span::Span;
use crate::value::calendar;

use super::place::place;
use super::situation::{Situation, Toward};
use super::tense::tense;

/// How many sentences from the beginning a date alone may be that of writing, and no heading.
const TOP: usize = 4;

/// A stretch of a text under a heading that is a day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Section {
    /// The first token of its heading.
    pub first: usize,
    /// Its heading.
    pub heading: Span,
    /// Its day, where that can be known.
    pub day: Option<NaiveDate>,
    /// The weekday its heading names, Monday is 1.
    weekday: Option<u8>,
}

/// The sections of a text, in order, each with its day.
pub(super) fn sections(text: &Text, candidates: &[Candidate], anchor: Option<Anchor>) -> Vec<Section> {
    let (segmentation, pack) = (text.segmentation, text.pack);
    let top = segmentation.sentences.get(TOP).map_or(usize::MAX, |sentence| sentence.tokens().start);
    let of_writing = |section: &Section, when: &When| {
        section.first < top && anchor.is_some_and(|anchor| said_day(when, Some(anchor), pack) == Some(anchor.date))
    };
    let headings: Vec<(Section, &When)> =
        headings(segmentation, candidates).filter(|(section, when)| !of_writing(section, when)).collect();
    let mut sections: Vec<Section> = headings.iter().map(|(section, _)| *section).collect();
    for number in 0..sections.len() {
        let end = sections.get(number + 1).map_or(segmentation.tokens.len(), |next| next.first);
        sections[number].day = said_day(headings[number].1, anchor, pack)
            .or_else(|| day_told_inside(&sections[number], end, candidates, anchor, pack));
    }
    if let Some(anchor) = anchor.filter(|_| sections.iter().all(|section| section.day.is_none())) {
        fix_by_anchor(&mut sections, text, anchor);
    }
    spread(&mut sections);
    sections
}

/// The lines that are a day and nothing else.
fn headings<'c>(
    segmentation: &'c Segmentation,
    candidates: &'c [Candidate],
) -> impl Iterator<Item = (Section, &'c When)> {
    candidates.iter().filter(|candidate| candidate.parent.is_none()).filter_map(|candidate| {
        let Meaning::When(when) = &candidate.meaning else { return None };
        let day = when.base == Base::Calendar && !when.has_clock();
        let named = when.fields.weekday.is_some() || when.fields.day.is_some() && when.fields.month.is_some();
        let heading = day && named && is_line(segmentation, candidate);
        if !heading || next_line(segmentation, candidate.token) == candidate.token {
            return None;
        }
        let section =
            Section { first: candidate.token, heading: candidate.span, day: None, weekday: when.fields.weekday };
        Some((section, when.as_ref()))
    })
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
    if when.base != Base::Calendar || fields.day.is_none() || fields.month.is_none() {
        return None;
    }
    place(when, &Situation::at(anchor, Toward::Past), pack).day()
}

/// The day that a date inside the section tells for the weekday of its heading.
fn day_told_inside(
    section: &Section,
    end: usize,
    candidates: &[Candidate],
    anchor: Option<Anchor>,
    pack: &Pack,
) -> Option<NaiveDate> {
    let first = candidates.partition_point(|candidate| candidate.token <= section.first);
    candidates[first..].iter().take_while(|candidate| candidate.token < end).find_map(|candidate| {
        let Meaning::When(when) = &candidate.meaning else { return None };
        if when.fields.weekday != section.weekday {
            return None;
        }
        said_day(when, anchor, pack).filter(|day| is_weekday(*day, section.weekday))
    })
}

fn is_weekday(day: NaiveDate, weekday: Option<u8>) -> bool {
    weekday.is_some_and(|weekday| day.weekday().number_from_monday() == u32::from(weekday))
}

/// Without any explicit date: the last section is the last such day before the anchor, or, where the text looks
/// ahead, the first section is the next.
fn fix_by_anchor(sections: &mut [Section], text: &Text, anchor: Anchor) {
    let looks = |section: &Section| tense(text, next_line(text.segmentation, section.first));
    let ahead = sections.iter().filter(|section| looks(section) == Some(Toward::Future)).count();
    let behind = sections.iter().filter(|section| looks(section) == Some(Toward::Past)).count();
    let fixed = if ahead > behind { sections.first_mut() } else { sections.last_mut() };
    let Some(section) = fixed else { return };
    let direction = if ahead > behind { 1 } else { -1 };
    section.day = (0..7)
        .filter_map(|distance| calendar::add_days(anchor.date, direction * distance))
        .find(|day| is_weekday(*day, section.weekday));
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
            sections[number].day = neighbour(sections[number - 1].day, sections[number].weekday, 1);
        }
    }
    for number in (1..sections.len()).rev() {
        if sections[number - 1].day.is_none() {
            sections[number - 1].day = neighbour(sections[number].day, sections[number - 1].weekday, -1);
        }
    }
}

/// The first such weekday after (1) or before (-1) a day.
fn neighbour(day: Option<NaiveDate>, weekday: Option<u8>, direction: i64) -> Option<NaiveDate> {
    (1..=7).filter_map(|distance| calendar::add_days(day?, direction * distance)).find(|day| is_weekday(*day, weekday))
}
