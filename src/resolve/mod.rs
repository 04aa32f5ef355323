//! Values fixed with the whole document.

mod anchor;
mod clock;
mod conflict;
#[cfg(test)]
mod examples;
mod explain;
mod habit;
mod interval;
mod narrative;
mod nesting;
mod nth;
mod parts;
mod place;
mod progress;
mod row;
mod section;
mod situation;
mod story;
mod tense;
mod year;
mod zones;

use std::ops::Range;

use crate::context::{Anchor, Context};
use crate::find::{self, Candidate, Text};
use crate::lang::Pack;
use crate::segment::Segmentation;
use crate::span::Span;
use crate::value::{Modifier, Resolved, Value};

pub(crate) use conflict::Conflict;
pub use explain::{Explanation, Source};

/// A temporal expression with its value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Finding {
    pub span: Span,
    pub rule: &'static str,
    pub value: Value,
    pub modifier: Option<Modifier>,
    pub resolved: Option<Resolved>,
    pub explanation: Explanation,
}

/// The times of a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Times {
    /// When it was written: as given, else as it tells.
    pub anchor: Option<Anchor>,
    pub findings: Vec<Finding>,
    pub conflicts: Vec<Conflict>,
}

impl Times {
    /// Moves what was found, from that finding and that conflict on, into a text that has theirs from that byte on.
    pub(crate) fn shift(&mut self, (findings, conflicts): (usize, usize), by: usize) {
        let moved = |span: Span| Span::new(span.start() + by, span.end() + by);
        for finding in &mut self.findings[findings..] {
            finding.span = moved(finding.span);
            if let Source::Annotation(span) = &mut finding.explanation.source {
                *span = moved(*span);
            }
        }
        for conflict in &mut self.conflicts[conflicts..] {
            conflict.span = moved(conflict.span);
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
    let Workspace { known, chart, candidates } = work;
    let text = Text::new(text, segmentation, pack, elsewhere, known);
    find::times(&text, chart, candidates);
    into.anchor = context.anchor.or_else(|| anchor::find(&text, candidates));
    let direction = context.direction.unwrap_or_default();
    narrative::Reader::new(&text, candidates, into.anchor, direction).read(into);
    candidates.clear();
}
