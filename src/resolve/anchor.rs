//! When a text was written, where the text says so: update and publication lines, bylines, datelines, addresses.

use crate::context::Anchor;
use crate::find::{Base, Candidate, CandidateKind, Meaning, Text, When};
use crate::lang::Category;
use crate::segment::{Before, Token, TokenKind};
use crate::value::{Value, calendar};

use super::place::place;
use super::section::is_line;
use super::situation::{Situation, Toward};

/// How many tokens before a date may say that it is the one of writing.
const REACH: usize = 14;
/// How many sentences from the beginning a dateline, byline or lone date may stand.
const TOP: usize = 8;

/// The value of a word of publishing that says so only at the beginning of its line.
const BYLINE: i64 = 1;

/// The anchor that the text tells.
pub(super) fn find(text: &Text, candidates: &[Candidate]) -> Option<Anchor> {
    let finder = Finder { text, candidates };
    let segmentation = text.segmentation;
    let dates = || candidates.iter().filter(|candidate| candidate.parent.is_none());
    let top = segmentation.sentences.get(TOP).map_or(usize::MAX, |sentence| sentence.tokens().start);
    let published = dates().filter(|date| finder.is_published(date)).find_map(|date| finder.moment(date));
    published
        .or_else(|| {
            let mut first = dates().take_while(|date| date.token < top);
            first
                .find(|date| is_line(segmentation, date) || finder.is_dateline(date))
                .and_then(|date| finder.moment(date))
        })
        .or_else(|| finder.address())
}

struct Finder<'a> {
    text: &'a Text<'a>,
    candidates: &'a [Candidate],
}

impl Finder<'_> {
    /// The day, and the time where it is told, of a date; its year from other dates of the text where it has none.
    fn moment(&self, candidate: &Candidate) -> Option<Anchor> {
        let when = dated(candidate)?;
        let mut when = when.clone();
        if when.fields.year.is_none() && when.fields.short_year.is_none() {
            when.fields.year = Some(self.year_told()?);
        }
        let placed = place(&when, &Situation::at(None, Toward::Nearest), self.text.pack);
        match placed.value {
            Value::Time(_) if when.fields.hour.is_some() => placed.span.map(|(start, _)| Anchor::from(start)),
            _ => placed.day().map(Anchor::from),
        }
    }

    /// The last year that a date of the text tells with its month.
    fn year_told(&self) -> Option<i32> {
        let told = |candidate: &Candidate| match &candidate.meaning {
            Meaning::When(when) if when.fields.month.is_some() => when.fields.year,
            _ => None,
        };
        self.candidates.iter().filter_map(told).max()
    }

    /// Whether a word of publishing stands before the date in its line.
    fn is_published(&self, candidate: &Candidate) -> bool {
        if !matches!(candidate.kind, CandidateKind::Date | CandidateKind::Time) {
            return false;
        }
        let tokens = &self.text.segmentation.tokens;
        let mut at = candidate.token;
        for _ in 0..REACH {
            if at == 0 || tokens[at].before() >= Before::Line {
                return false;
            }
            at -= 1;
            if let Some(value) = self.text.sense(at, Category::Publication) {
                return value != BYLINE || tokens[at].before() >= Before::Line;
            }
        }
        false
    }

    /// Whether a date stands between the place at the beginning of a line and a dash: PARIS, 3 mars (AFP) —.
    fn is_dateline(&self, candidate: &Candidate) -> bool {
        let tokens = &self.text.segmentation.tokens;
        let begin =
            (candidate.token.saturating_sub(6)..candidate.token).find(|&at| tokens[at].before() >= Before::Line);
        let capital = |token: &Token| self.text.text[token.span().range()].starts_with(char::is_uppercase);
        let Some(begin) = begin.filter(|&begin| capital(&tokens[begin])) else { return false };
        let named =
            tokens[begin..candidate.token].iter().all(|token| capital(token) || token.kind() == TokenKind::Punctuation);
        let after = tokens[candidate.token..]
            .iter()
            .skip_while(|token| token.span().start() < candidate.span.end())
            .take(8)
            .take_while(|token| token.before() < Before::Line);
        let dash =
            |token: &Token| matches!(&self.text.text[token.span().range()], "-" | "--" | "\u{2013}" | "\u{2014}");
        named && after.into_iter().any(dash)
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
