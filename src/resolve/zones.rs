//! Which zone a time of the clock is in: its own, its clause's, its sentence's, or the whole text's.

use chrono::NaiveDateTime;

use crate::find::{Candidate, CandidateKind, Meaning, Scope, Text, When, ZoneSaid};
use crate::value::Zone;

/// How many expressions may stand between a zone and the time of its clause.
const BETWEEN: usize = 8;

/// The zones that a text names apart from its times.
pub(super) struct Zones<'a> {
    text: &'a Text<'a>,
    candidates: &'a [Candidate],
    /// The candidates that are zones apart from a time.
    apart: Vec<usize>,
    document: Option<ZoneSaid>,
}

impl<'a> Zones<'a> {
    pub(super) fn new(text: &'a Text<'a>, candidates: &'a [Candidate]) -> Zones<'a> {
        let is_zone = |&number: &usize| matches!(candidates[number].kind, CandidateKind::Zone(_));
        let apart: Vec<usize> = (0..candidates.len()).filter(is_zone).collect();
        let document = apart
            .iter()
            .map(|&zone| &candidates[zone])
            .filter(|candidate| candidate.kind == CandidateKind::Zone(Scope::Document))
            .find_map(zone_said);
        Zones { text, candidates, apart, document }
    }

    /// Minutes east of UTC at a local time that a candidate names.
    pub(super) fn offset(&self, candidate: &Candidate, when: &When, local: NaiveDateTime) -> Option<i16> {
        let said = when.zone.or_else(|| self.nearby(candidate)).or(self.document)?;
        self.offset_of(said, local)
    }

    /// The same for the bounds of an interval.
    pub(super) fn offset_of_interval(&self, candidate: &Candidate, local: NaiveDateTime) -> Option<i16> {
        let bounds = match &candidate.meaning {
            Meaning::Between(between) => between.zone(),
            _ => None,
        };
        let said = bounds.or_else(|| self.nearby(candidate)).or(self.document)?;
        self.offset_of(said, local)
    }

    fn offset_of(&self, said: ZoneSaid, local: NaiveDateTime) -> Option<i16> {
        match said {
            ZoneSaid::Offset(minutes) => Some(minutes),
            ZoneSaid::Named(index) => Some(Zone::named(self.text.pack.lexicon.name(i64::from(index)))?.offset(local)),
        }
    }

    /// The zone that the clause or the sentence names.
    fn nearby(&self, candidate: &Candidate) -> Option<ZoneSaid> {
        if self.apart.is_empty() {
            return None;
        }
        let sentence = self.text.sentence(candidate.token)?.tokens();
        let first = self.apart.partition_point(|&zone| self.candidates[zone].token < sentence.start);
        let of_sentence = self.apart[first..]
            .iter()
            .map(|&zone| &self.candidates[zone])
            .take_while(|zone| zone.token < sentence.end)
            .find(|zone| zone.kind == CandidateKind::Zone(Scope::Sentence));
        self.of_clause(candidate, sentence.start).or(of_sentence).and_then(zone_said)
    }

    /// The zone named in the sentence before a time, with no other time between.
    fn of_clause(&self, candidate: &Candidate, start: usize) -> Option<&'a Candidate> {
        let place = self.candidates.partition_point(|other| other.token < candidate.token);
        let before = self.candidates[..place].iter().rev().take(BETWEEN);
        before
            .take_while(|other| other.token >= start && other.kind != CandidateKind::Time)
            .find(|other| other.kind == CandidateKind::Zone(Scope::Clause))
    }
}

fn zone_said(candidate: &Candidate) -> Option<ZoneSaid> {
    match &candidate.meaning {
        Meaning::When(when) => when.zone,
        _ => None,
    }
}
