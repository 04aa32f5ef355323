//! Values fixed with the whole document.

mod anchor;
mod explain;
mod interval;
mod narrative;
mod nesting;
mod nth;
mod parts;
mod place;
mod section;
mod situation;
mod tense;
mod year;
mod zones;

use std::sync::Arc;

use crate::context::{Anchor, Context};
use crate::find;
use crate::lang::Pack;
use crate::segment::Segmentation;
use crate::span::Span;
use crate::value::{Modifier, Resolved, Value};

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

/// Every temporal expression of a text with its value, and the anchor used.
pub(crate) fn times(
    text: &str,
    segmentation: &Segmentation,
    context: &Context,
    pack: &Pack,
) -> (Option<Anchor>, Vec<Finding>) {
    let candidates = find::times(text, segmentation, pack);
    let anchor = context.anchor.or_else(|| anchor::find(text, segmentation, &candidates, pack));
    let direction = context.direction.unwrap_or_default();
    let reader = narrative::Reader::new(text, segmentation, &candidates, anchor, direction, pack);
    (anchor, reader.read())
}
