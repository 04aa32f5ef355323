//! Reads French and English news and says **when** and **who**.
#![forbid(unsafe_code)]

mod annotator;
mod context;
mod document;
mod error;
mod find;
mod lang;
mod language;
mod output;
mod people;
mod resolve;
pub mod segment;
mod span;
mod timeline;
pub mod value;

pub use annotator::{Annotator, Builder};
pub use context::{Anchor, Context, Direction};
pub use document::{Annotation, Document, Kind};
pub use error::Error;
pub use language::Language;
pub use people::{Mention, Name, Person};
pub use resolve::{Explanation, Source};
pub use span::{OffsetMap, Span};
pub use timeline::Event;

pub use chrono;

#[doc = include_str!("../README.md")]
#[cfg(doctest)]
struct Readme;
