//! Values fixed with the whole document.

mod anchor;
mod clock;
mod conflict;
#[cfg(test)]
mod examples;
mod explain;
mod interval;
mod narrative;
mod nesting;
mod nth;
mod parts;
mod place;
mod row;
mod section;
mod situation;
mod story;
mod tense;
mod year;
mod zones;

use std::sync::Arc;

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
    pub rule: Arc<str>,
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

/// Every temporal expression of a text with its value, and the anchor used.
pub(crate) fn times(text: &str, segmentation: &Segmentation, context: &Context, pack: &Pack) -> Times {
    let text = Text::new(text, segmentation, pack);
    let candidates = find::times(&text);
    let anchor = context.anchor.or_else(|| anchor::find(&text, &candidates));
    let direction = context.direction.unwrap_or_default();
    let (findings, conflicts) = narrative::Reader::new(&text, &candidates, anchor, direction).read();
    Times { anchor, findings, conflicts }
}
