//! Values fixed with the whole document.

mod again;
mod ahead;
mod anchor;
mod announced;
mod aside;
mod chronology;
mod clock;
mod conflict;
#[cfg(test)]
mod examples;
mod explain;
mod finding;
mod flashback;
mod form;
mod habit;
mod inexact;
mod interval;
mod lean;
mod monthly;
mod most;
mod narrative;
mod nesting;
mod nth;
mod onward;
mod parts;
mod place;
mod progress;
mod row;
mod section;
mod situation;
mod standing;
mod story;
mod tens;
mod tense;
mod year;
mod zones;

use std::ops::Range;

use crate::context::{Anchor, Context};
use crate::find::{self, Candidate, Text};
use crate::lang::Pack;
use crate::segment::Segmentation;
use crate::span::Span;

pub(crate) use conflict::Conflict;
pub use explain::{Explanation, Source};
pub(crate) use finding::{Finding, Findings};

use narrative::{Outcome, Reader};

/// The times of a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Times {
    /// When it was written: as given, else as it tells.
    pub anchor: Option<Anchor>,
    pub findings: Findings,
    pub conflicts: Vec<Conflict>,
}

impl Times {
    /// Moves what was found, from that finding and that conflict on, into a text that has theirs from that byte on.
    pub(crate) fn shift(&mut self, (findings, conflicts): (usize, usize), by: usize) {
        self.findings.shift(findings, by);
        for conflict in &mut self.conflicts[conflicts..] {
            conflict.span = Span::new(conflict.span.start() + by, conflict.span.end() + by);
        }
    }

    /// How many findings and conflicts there are.
    pub(crate) fn len(&self) -> (usize, usize) {
        (self.findings.len(), self.conflicts.len())
    }

    /// As if no text had been read.
    pub(crate) fn clear(&mut self) {
        self.anchor = None;
        self.findings.clear();
        self.conflicts.clear();
    }
}

/// The memory that times are found in, which serves one text after the other.
#[derive(Debug, Default)]
pub(crate) struct Workspace {
    known: find::Known,
    chart: find::Lists,
    candidates: Vec<Candidate>,
    outcomes: Vec<Outcome>,
}

/// Adds every temporal expression of a text with its value, and tells the anchor used; nothing is looked for among the
/// tokens of another language.
pub(crate) fn times(
    text: &str,
    segmentation: &Segmentation,
    context: &Context,
    pack: &Pack,
    elsewhere: impl IntoIterator<Item = Range<usize>>,
    work: &mut Workspace,
    into: &mut Times,
) {
    let Workspace { known, chart, candidates, outcomes } = work;
    let text = Text::new(text, segmentation, pack, elsewhere, known);
    find::times(&text, chart, candidates);
    into.anchor = context.anchor.or_else(|| anchor::find(&text, candidates));
    let direction = context.direction.unwrap_or_default();
    Reader::new(&text, candidates, into.anchor, direction, outcomes).read(into);
    candidates.clear();
}
