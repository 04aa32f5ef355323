//! When a text was written, where the text says so: update and publication lines, bylines, datelines, addresses.

use std::cell::OnceCell;

use chrono::{Datelike, NaiveDate};

use crate::context::Anchor;
use crate::find::{Base, Candidate, CandidateKind, Meaning, Text, When};
use crate::lang::Category;
use crate::segment::{Before, Token, TokenKind};
use crate::value::{Value, calendar};

use super::place::place;
use super::row;
use super::section::is_line;
use super::situation::{Situation, Toward};
use super::tense::after;

/// How many tokens before a date may say that it is the one of writing.
const REACH: usize = 14;
/// How many sentences from the beginning a dateline, byline or lone date may stand.
const TOP: usize = 8;

/// How many years after the last one told a text may be written.
const YEARS_ON: i32 = 5;
/// For how many days after it was published a text is kept up to date.
const DAYS_OF_UPDATES: i64 = 7;

/// The value of a word of publishing that says so only at the beginning of its line.
const BYLINE: i64 = 1;
/// That of what is published: this article was updated.
const PUBLISHED: i64 = 2;
/// That of a word that says so before a mark: for immediate release: May 6, 2019.
const RELEASE: i64 = 3;

/// The anchor that the text tells.
pub(super) fn find(text: &Text, candidates: &[Candidate]) -> Option<Anchor> {
    let finder = Finder { text, candidates, told: OnceCell::new() };
    let segmentation = text.segmentation;
    let dates = || candidates.iter().filter(|candidate| candidate.parent.is_none());
    let top = segmentation.sentences.get(TOP).map_or(usize::MAX, |sentence| sentence.tokens().start);
    let published = dates().filter(|date| finder.is_published(date)).filter_map(|date| finder.moment(date));
    latest(published)
        .or_else(|| {
            let mut first = dates().take_while(|date| date.token < top);
            first
                .find(|date| is_line(segmentation, date) || finder.is_dateline(date) || finder.heads_line(date))
                .and_then(|date| finder.moment(date))
        })
        .or_else(|| finder.address())
}

/// The last of the moments at which a text was published or updated: a much later update leaves what it says as it was.
fn latest(mut moments: impl Iterator<Item = Anchor>) -> Option<Anchor> {
    let first = moments.next()?;
    let soon = |moment: &Anchor| (0..=DAYS_OF_UPDATES).contains(&(moment.date - first.date).num_days());
    moments.filter(soon).chain([first]).max()
}

struct Finder<'a> {
    text: &'a Text<'a>,
    candidates: &'a [Candidate],
    /// The last years that the text tells, once they were asked for.
    told: OnceCell<[Option<i32>; 2]>,
}

impl Finder<'_> {
    /// The day, and the time where it is told, of a date; its year from other dates of the text where it has none.
    fn moment(&self, candidate: &Candidate) -> Option<Anchor> {
        let when = dated(candidate)?;
        let mut when = when.clone();
        if when.fields.year.is_none() && when.fields.short_year.is_none() {
            when.fields.year = Some(self.year_of(candidate, &when)?);
        }
        let placed = place(&when, &Situation::at(None, Toward::Nearest), self.text.pack);
        match placed.value {
            Value::Time(_) if when.fields.hour.is_some() => placed.span.map(|(start, _)| Anchor::from(start)),
            _ => placed.day().map(Anchor::from),
        }
    }

    /// The year of a day without one: the last that the text tells with a month, or one soon after in which the day, or the one
    /// before, is the weekday of which the news speaks first; else the last that it tells, or the one before, by that weekday.
    fn year_of(&self, candidate: &Candidate, when: &When) -> Option<i32> {
        let (month, day) = (when.fields.month?, when.fields.day?);
        let &[told, last] = self.told.get_or_init(|| self.years_told());
        let Some(weekday) = self.weekday_after(candidate) else { return told };
        let is = |day: NaiveDate| day.weekday().number_from_monday() == u32::from(weekday);
        let is_day = |year: &i32| calendar::date(*year, month, day).is_some_and(is);
        let is_day_before =
            |year: &i32| calendar::date(*year, month, day).and_then(|day| day.pred_opt()).is_some_and(is);
        match told {
            Some(told) => (told..=told + YEARS_ON).find(|year| is_day(year) || is_day_before(year)).or(Some(told)),
            None => [last?, last? - 1].into_iter().find(is_day),
        }
    }

    /// The weekday named by itself in the sentence of a candidate, behind it.
    fn weekday_after(&self, candidate: &Candidate) -> Option<u8> {
        let end = self.text.sentence(candidate.token)?.tokens().end;
        let first = self.candidates.partition_point(|other| other.token <= candidate.token);
        let after = self.candidates[first..].iter().take_while(|other| other.token < end);
        after.filter(|other| other.parent.is_none()).find_map(|other| match &other.meaning {
            Meaning::When(when) if when.fields.toward.is_none() => row::weekday(when),
            _ => None,
        })
    }

    /// The last year that a date of the text tells with its month, and the last that any tells.
    fn years_told(&self) -> [Option<i32>; 2] {
        let whens = self.candidates.iter().filter_map(|candidate| match &candidate.meaning {
            Meaning::When(when) => Some(when),
            _ => None,
        });
        let with_month = whens.clone().filter(|when| when.fields.month.is_some());
        [with_month.filter_map(|when| when.fields.year).max(), whens.filter_map(|when| when.fields.year).max()]
    }

    /// Whether a word of publishing stands before the date in its line, and neither is part of a sentence.
    fn is_published(&self, candidate: &Candidate) -> bool {
        if !matches!(candidate.kind, CandidateKind::Date | CandidateKind::Time) || self.goes_on(candidate) {
            return false;
        }
        let tokens = &self.text.segmentation.tokens;
        let mut verb = false;
        for at in (candidate.token.saturating_sub(REACH)..candidate.token).rev() {
            let first = tokens[at].before() >= Before::Line;
            match self.text.sense(at, Category::Publication) {
                Some(BYLINE) if first => return true,
                Some(PUBLISHED) if verb => return true,
                Some(RELEASE) if tokens[at + 1].kind() == TokenKind::Punctuation => return true,
                Some(BYLINE | PUBLISHED | RELEASE) | None => {}
                Some(_) if first || self.text.sense(at - 1, Category::Tense).is_none() => return true,
                Some(_) => verb = true,
            }
            if first {
                return false;
            }
        }
        false
    }

    /// Whether the sentence goes on behind a date, with words that are none of publishing.
    fn goes_on(&self, candidate: &Candidate) -> bool {
        let tokens = &self.text.segmentation.tokens;
        let own = tokens[candidate.token..].iter().take_while(|token| token.span().start() < candidate.span.end());
        let end = candidate.token + own.count();
        let comma = tokens.get(end).is_some_and(|token| &self.text.text[token.span().range()] == ",");
        let next = end + usize::from(comma);
        let word = |token: &Token| token.kind() == TokenKind::Word && token.before() < Before::Line;
        tokens.get(next).is_some_and(word)
            && self.text.sense(next, Category::Publication).is_none()
            && self.text.first_of_sentence(next) < next
    }

    /// Whether a date stands between the place at the beginning of a line and a dash: PARIS, 3 mars (AFP) —; or ends a
    /// sentence with it.
    fn is_dateline(&self, candidate: &Candidate) -> bool {
        let tokens = &self.text.segmentation.tokens;
        let begin =
            (candidate.token.saturating_sub(6)..candidate.token).find(|&at| tokens[at].before() >= Before::Line);
        let capital = |token: &Token| self.text.text[token.span().range()].starts_with(char::is_uppercase);
        let Some(begin) = begin.filter(|&begin| capital(&tokens[begin])) else { return false };
        // An article may stand before the day.
        let names = &tokens[begin..(begin + 1).max(candidate.token.saturating_sub(1))];
        let named = names.iter().all(|token| capital(token) || token.kind() == TokenKind::Punctuation);
        let is = |token: &Token, marks: &[&str]| marks.contains(&&self.text.text[token.span().range()]);
        let mut after = tokens[candidate.token..]
            .iter()
            .skip_while(|token| token.span().start() < candidate.span.end())
            .take(8)
            .take_while(|token| token.before() < Before::Line);
        let end = self.text.sentence(candidate.token).map_or(0, |sentence| sentence.tokens().end);
        let ends = || {
            let rest = after.clone().take_while(|token| token.span().start() < tokens[end - 1].span().end());
            rest.skip_while(|token| is(token, &["(", ")"]) || capital(token)).all(|token| is(token, &["."]))
        };
        named && (ends() || after.any(|token| is(token, &["-", "--", "\u{2013}", "\u{2014}"])))
    }

    /// Whether a date begins its line, before a bar.
    fn heads_line(&self, candidate: &Candidate) -> bool {
        let tokens = &self.text.segmentation.tokens;
        let behind = tokens.get(after(self.text, candidate));
        tokens[candidate.token].before() >= Before::Line
            && behind.is_some_and(|bar| bar.before() < Before::Line && &self.text.text[bar.span().range()] == "|")
    }

    /// The day in a web address: /2023/11/28/.
    fn address(&self) -> Option<Anchor> {
        let urls = self.text.segmentation.tokens.iter().filter(|token| token.kind() == TokenKind::Url);
        urls.filter_map(|token| self.text.text.get(token.span().range())).find_map(|url| {
            let parts: Vec<&str> = url.split('/').collect();
            parts.windows(3).find_map(|parts| {
                let number = |text: &str, length: usize| (text.len() == length).then(|| text.parse::<u16>().ok())?;
                let (year, month) = (number(parts[0], 4)?, number(parts[1], 2)?);
                let day = number(parts[2], 2)?;
                calendar::date(i32::from(year), u8::try_from(month).ok()?, u8::try_from(day).ok()?).map(Anchor::from)
            })
        })
    }
}

/// What a candidate says, if that is a day of the calendar.
fn dated(candidate: &Candidate) -> Option<&When> {
    match &candidate.meaning {
        Meaning::When(when)
            if when.base == Base::Calendar && when.fields.day.is_some() && when.fields.month.is_some() =>
        {
            Some(when)
        }
        _ => None,
    }
}
