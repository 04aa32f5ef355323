//! Values fixed with the whole document.

use std::sync::Arc;

use crate::span::Span;
use crate::value::{Modifier, Resolved, Value};

/// A temporal expression with its value.
#[derive(Clone, Debug)]
pub(crate) struct Finding {
    pub span: Span,
    pub rule: Arc<str>,
    pub value: Value,
    pub modifier: Option<Modifier>,
    pub resolved: Option<Resolved>,
}
