//! Dates beside others: of Monday and Tuesday, the second follows the first; a Tuesday behind a date is that day; May and
//! June 2019 are of one year.

use chrono::{Datelike, TimeDelta};

use crate::context::Anchor;
use crate::find::{Base, Candidate, Fields, Meaning, Recurs, Text, When};
use crate::lang::{Category, Pack};
use crate::segment::TokenKind;
use crate::value::{Date, Grain};

use super::place::{Placed, place};
use super::situation::{Situation, Toward};

/// How many days the next of a row may be away.
pub(super) const APART: i64 = 3;
/// How many days may lie between a day to come and the next: less than a week.
const WEEK: i64 = 6;

/// A candidate that names a weekday and nothing else of the calendar.
pub(super) fn weekday(when: &When) -> Option<u8> {
    let fields = &when.fields;
    let alone = when.base == Base::Calendar && fields.day.is_none() && fields.month.is_none();
    fields.weekday.filter(|_| alone && fields.weeks == 0)
}

/// What a word between two dates is: one that joins them, one that says besides that the second follows, or an article or
/// preposition of the second.
const JOINS: i64 = 0;
const FOLLOWS: i64 = 1;
const BEFORE: i64 = 2;
/// How many of the last kind there may be.
const FEW: usize = 2;
/// An article that goes before what is told of something.
const TELLS: i64 = 1;

/// The tokens between two candidates of a sentence from the last on, without the second's own article and preposition.
fn between<'a>(text: &'a Text, first: &'a Candidate, second: &Candidate) -> Option<impl Iterator<Item = usize> + 'a> {
    text.sentence(second.token).filter(|sentence| sentence.tokens().start <= first.token)?;
    let tokens = &text.segmentation.tokens;
    let is_own = |at: &usize| text.sense(*at, Category::Link) == Some(BEFORE);
    let own = (0..second.token).rev().take(FEW).take_while(is_own).count();
    let behind = move |at: &usize| tokens[*at].span().start() >= first.span.end();
    Some((0..second.token - own).rev().take_while(behind))
}

/// Whether only a comma, a word that joins or both stand between two candidates of a sentence.
fn joined(text: &Text, first: &Candidate, second: &Candidate) -> bool {
    let Some(mut between) = between(text, first, second) else { return false };
    let links = |at: usize| matches!(text.sense(at, Category::Link), Some(JOINS | FOLLOWS));
    let is_mark = |at: usize| text.segmentation.tokens[at].kind() == TokenKind::Punctuation;
    match (between.next(), between.next()) {
        (Some(link), None) => links(link) || is_mark(link),
        (Some(link), Some(mark)) => links(link) && is_mark(mark) && between.next().is_none(),
        (None, _) => false,
    }
}

/// Whether nothing but a mark stands between two candidates of a sentence.
pub(super) fn is_beside(text: &Text, first: &Candidate, second: &Candidate) -> bool {
    let is_mark = |at: usize| text.segmentation.tokens[at].kind() == TokenKind::Punctuation;
    between(text, first, second)
        .is_some_and(|mut between| between.next().is_none_or(is_mark) && between.next().is_none())
}

/// Whether a word before the second of two candidates of a sentence says that it follows: then on Friday.
fn is_next(text: &Text, first: &Candidate, second: &Candidate) -> bool {
    let last = between(text, first, second).and_then(|mut between| between.next());
    last.is_some_and(|at| text.sense(at, Category::Link) == Some(FOLLOWS))
}

/// The day of a weekday that follows another in a row, or a day to come.
pub(super) fn follow(
    text: &Text,
    (first, placed): (&Candidate, &Placed),
    (second, when): (&Candidate, &When),
    situation: &Situation,
) -> Option<Placed> {
    let Meaning::When(before) = &first.meaning else { return None };
    let weekday = weekday(when).filter(|_| when.fields.toward.is_none())?;
    let next = is_next(text, first, second);
    let day = placed.day().filter(|_| next || joined(text, first, second))?;
    let reach = match before.fields.weekday {
        Some(before) => (before != weekday).then_some(if next { WEEK } else { APART }),
        None => situation.today().filter(|today| *today < day && placed.grain <= Grain::Day).map(|_| WEEK),
    }?;
    let onward = Situation { anchor: Some(Anchor::from(day)), toward: Toward::Future, assistant: false, ..*situation };
    let next = place(when, &onward, text.pack);
    let apart = next.day()?.num_days_from_ce() - day.num_days_from_ce();
    (1..=reach).contains(&i64::from(apart)).then_some(next)
}

/// Whether a weekday goes on a row of weekdays that recur.
pub(super) fn goes_on(text: &Text, first: &Candidate, second: &Candidate, when: &When) -> bool {
    let of_weekday = |when: &When| weekday(when).is_some() && when.fields.toward.is_none();
    let recurs = match &first.meaning {
        Meaning::Often(often) => matches!(&often.every, Recurs::When(first) if of_weekday(first)),
        Meaning::When(first) => of_weekday(first),
        _ => false,
    };
    recurs && of_weekday(when) && joined(text, first, second)
}

/// How many dates of a row are looked at, to the one that says what they share.
const LONGEST: usize = 6;

/// A date with what the last of its row says for all of them: May, of May and June 2019; Monday, of Monday or Tuesday next
/// week.
pub(super) fn completed(text: &Text, candidates: &[Candidate], number: usize, when: &When) -> Option<When> {
    let fields = &when.fields;
    let lacks = when.base == Base::Calendar && is_part(when) && fields.toward.is_none() && fields.weeks == 0;
    if !lacks || tells(when) || candidates[number].parent.is_some() {
        return None;
    }
    let mut row = candidates[number..].iter().filter(|candidate| candidate.parent.is_none()).take(LONGEST);
    let mut last = row.next()?;
    for next in row {
        let Meaning::When(whole) = &next.meaning else { return None };
        if !joined(text, last, next) || !is_part(whole) || shape(when) != shape(whole) {
            return None;
        }
        if tells(whole) {
            return match whole.base {
                Base::Calendar if whole.fields.toward.is_none() => Some(when.completed_by(whole)),
                _ if !begins_with_name(text, next) => None,
                Base::Calendar => {
                    Some(When { fields: Fields { toward: whole.fields.toward, ..*fields }, ..when.clone() })
                }
                _ => Some(When { base: whole.base.clone(), ..when.clone() }),
            };
        }
        last = next;
    }
    None
}

/// Whether a date begins with the name of a weekday, a month or a season: what comes before that is of this one alone.
fn begins_with_name(text: &Text, candidate: &Candidate) -> bool {
    use Category::{Month, Season, ShortMonth, ShortWeekday, Weekday};
    let names = [Weekday, ShortWeekday, Month, ShortMonth, Season];
    names.into_iter().any(|name| text.sense(candidate.token, name).is_some())
}

/// Whether a date is a part of a year or of a week, and no time of the day.
fn is_part(when: &When) -> bool {
    !when.has_clock() && shape(when) != [false; 5]
}

/// By which fields a date names a part of something longer.
fn shape(when: &When) -> [bool; 5] {
    let fields = &when.fields;
    [
        fields.month.is_some(),
        fields.day.is_some(),
        fields.season.is_some(),
        fields.quarter.is_some(),
        fields.weekday.is_some(),
    ]
}

/// Whether a date says of which year or week it is.
fn tells(when: &When) -> bool {
    let fields = &when.fields;
    let by_fields = fields.year.is_some() || fields.short_year.is_some() || fields.toward.is_some();
    by_fields || matches!(when.base, Base::Relative { .. })
}

/// A weekday inside a longer span: the one of its week, or any one of its weekdays.
pub(super) fn inside(when: &When, whole: &Placed, pack: &Pack) -> Option<Placed> {
    let begin = whole.day().filter(|_| whole.grain == Grain::Week);
    let toward = if begin.is_some() { Toward::Future } else { Toward::Past };
    Some(place(when, &Situation::at(begin.map(Anchor::from), toward), pack))
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
    let article = usize::from(text.sense(second.token.checked_sub(1)?, Category::Article) == Some(TELLS));
    let mark = second.token.checked_sub(article + 1)?;
    let beside = tokens[mark].kind() == TokenKind::Punctuation
        && tokens[mark].span().start() >= first.span.end()
        && (mark == 0 || tokens[mark - 1].span().start() < first.span.end());
    let is_that = start.date().weekday().number_from_monday() == u32::from(weekday);
    (first.token >= sentence.start && beside && is_that && end - start <= TimeDelta::days(1))
        .then(|| Placed::date(Date::from(start.date())))
}
