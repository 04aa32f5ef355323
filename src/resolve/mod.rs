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
use crate::find::{self, Text};
use crate::lang::Pack;
use crate::segment::Segmentation;
use crate::span::Span;
use crate::value::{Modifier, Resolved, Value};

pub(crate) use conflict::Conflict;
pub use explain::{Explanation, Source};

/// A temporal expression with its value.
#[derive(Clone, Debug)]
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
    /// The same in a text that this one is a part of, from that byte on.
    pub(crate) fn moved(mut self, by: usize) -> Times {
        let moved = |span: Span| Span::new(span.start() + by, span.end() + by);
        for finding in &mut self.findings {
            finding.span = moved(finding.span);
            if let Source::Annotation(span) = &mut finding.explanation.source {
                *span = moved(*span);
            }
        }
        for conflict in &mut self.conflicts {
            conflict.span = moved(conflict.span);
        }
        self
    }
}

/// Every temporal expression of a text with its value, and the anchor used; nothing is looked for among the tokens of
/// another language.
pub(crate) fn times(
    text: &str,
    segmentation: &Segmentation,
    context: &Context,
    pack: &Pack,
    elsewhere: impl IntoIterator<Item = Range<usize>>,
) -> Times {
    let mut text = Text::new(text, segmentation, pack);
    elsewhere.into_iter().for_each(|tokens| text.leave_out(tokens));
    let candidates = find::times(&text);
    let anchor = context.anchor.or_else(|| anchor::find(&text, &candidates));
    let direction = context.direction.unwrap_or_default();
    let (findings, conflicts) = narrative::Reader::new(&text, &candidates, anchor, direction).read();
    Times { anchor, findings, conflicts }
}
