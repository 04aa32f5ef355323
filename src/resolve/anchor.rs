//! When a text was written, where the text says so: update and publication lines, datelines.

use crate::context::Anchor;
use crate::find::{Candidate, CandidateKind, Meaning, When};
use crate::lang::{Category, Lexeme, Pack};
use crate::segment::{Segmentation, fold};
use crate::value::{Era, Date, DatePart, Year};

use super::place::place;
use super::situation::{Situation, Toward};

/// How many tokens before a date may say that it is the one of writing.
const REACH: usize = 14;

/// The anchor that the text tells.
pub(crate) fn find(text: &str, segmentation: &Segmentation, candidates: &[Candidate], pack: &Pack) -> Option<Anchor> {
    let situation = Situation { anchor: None, narrative: None, toward: Toward::Nearest, zone: None, assistant: false };
    let dated = |candidate: &&Candidate| {
        matches!(candidate.kind, CandidateKind::Date | CandidateKind::Time) && candidate.parent.is_none()
    };
    candidates.iter().filter(dated).find_map(|candidate| {
        let Meaning::When(when) = &candidate.meaning else { return None };
        let anchor = full_date(when, &situation, pack)?;
        let published = is_published(text, segmentation, candidate, pack) || is_alone_at_top(segmentation, candidate);
        published.then_some(anchor)
    })
}

/// The day, and the time where it is told, of a date with its year.
fn full_date(when: &When, situation: &Situation, pack: &Pack) -> Option<Anchor> {
    if when.fields.year.is_none() {
        return None;
    }
    let placed = place(when, situation, pack);
    match placed.value {
        crate::value::Value::Time(_) => placed.span.map(|(start, _)| Anchor::from(start)),
        crate::value::Value::Date(Date::Calendar { era: Era::Common, year: Year::Known(_), part: DatePart::Day { .. } }) => {
            placed.day().map(Anchor::from)
        }
        _ => None,
    }
}

/// Whether a word of publishing stands before the date in its line.
fn is_published(text: &str, segmentation: &Segmentation, candidate: &Candidate, pack: &Pack) -> bool {
    let first = candidate.token.saturating_sub(REACH);
    let mut folded = String::new();
    segmentation.tokens[first..candidate.token].iter().rev().any(|token| {
        folded.clear();
        fold(&text[token.span().range()], &mut folded);
        let lexeme = pack.lexicon.lexeme(&folded);
        lexeme != Lexeme::UNKNOWN && pack.lexicon.senses(lexeme).iter().any(|sense| sense.category == Category::Publication)
    })
}

/// Whether the date is a line of its own near the beginning of the text.
fn is_alone_at_top(segmentation: &Segmentation, candidate: &Candidate) -> bool {
    segmentation.sentences.iter().take(4).any(|sentence| {
        sentence.span().start() == candidate.span.start() && sentence.span().end() <= candidate.span.end() + 1
    })
}
