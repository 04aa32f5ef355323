//! Why an expression has the value it has.

use crate::span::Span;
use crate::value::Value;

/// Why a temporal annotation has its value: what the text says, and where the rest is taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What the expression says by itself: `XXXX-WXX-5` for « vendredi ».
    pub said: Value,
    /// Where the rest comes from.
    pub source: Source,
}

/// Where the parts of a value come from that the expression does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Source {
    /// Nothing had to be added.
    Text,
    /// From when the document was written.
    Anchor,
    /// From another annotation, the one that stands there: a heading, or the last time that the story told.
    Annotation(Span),
    /// Nothing was there to take it from.
    Nothing,
}
