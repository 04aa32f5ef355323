//! Reads French and English news and says **when** and **who**.
#![forbid(unsafe_code)]

mod context;
mod error;
mod language;
pub mod segment;
mod span;
pub mod value;

pub use context::{Anchor, Context, Direction};
pub use error::Error;
pub use language::Language;
pub use span::Span;
