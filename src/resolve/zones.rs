//! Which zone a time of the clock is in: its own, its clause's, its sentence's, or the whole text's.

use chrono::NaiveDateTime;

use crate::find::{Candidate, CandidateKind, Meaning, Scope, Text, When, ZoneSaid};
use crate::value::Zone;

/// The zones that a text names apart from its times.
pub(super) struct Zones<'a> {
    text: &'a Text<'a>,
    candidates: &'a [Candidate],
    document: Option<ZoneSaid>,
}

impl<'a> Zones<'a> {
    pub(super) fn new(text: &'a Text<'a>, candidates: &'a [Candidate]) -> Zones<'a> {
        let document = candidates
            .iter()
            .filter(|candidate| candidate.kind == CandidateKind::Zone(Scope::Document))
            .find_map(zone_said);
        Zones { text, candidates, document }
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
        let sentence = self.text.sentence(candidate.token)?.tokens();
        let place = self.candidates.partition_point(|other| other.token < candidate.token);
        let before = self.candidates[..place].iter().rev().take_while(|other| other.token >= sentence.start);
        let clause = before
            .take_while(|other| !matches!(other.kind, CandidateKind::Time))
            .find(|other| other.kind == CandidateKind::Zone(Scope::Clause));
        let first = self.candidates.partition_point(|other| other.token < sentence.start);
        let in_sentence = || {
            self.candidates[first..]
                .iter()
                .take_while(|other| other.token < sentence.end)
                .find(|other| other.kind == CandidateKind::Zone(Scope::Sentence))
        };
        clause.or_else(in_sentence).and_then(zone_said)
    }
}

fn zone_said(candidate: &Candidate) -> Option<ZoneSaid> {
    match &candidate.meaning {
        Meaning::When(when) => when.zone,
        _ => None,
    }
}
