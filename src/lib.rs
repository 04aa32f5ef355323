//! Reads French and English news and says **when** and **who**: dates, day names, clock times, durations, recurrences
//! and intervals with their values on the calendar, and people, mention by mention.
//!
//! ```
//! use chronique::{Annotator, Context};
//!
//! let annotator = Annotator::new();
//! let context = Context::new().anchor("2024-03-05".parse()?);
//! let document = annotator.annotate_with("The court ruled Friday. It will hear Ruth Barlow in two weeks.", &context);
//! let friday = document.day_names().next().unwrap();
//! assert_eq!(friday.value().unwrap().to_string(), "2024-03-01");
//! assert_eq!(document.people()[0].name().full, "Ruth Barlow");
//! # Ok::<(), chronique::Error>(())
//! ```
//!
//! # The pieces
//!
//! - An [`Annotator`] reads texts. It is made once, cheap to clone, shared between threads; [`Builder`] sets it up. For
//!   many texts, [`Annotator::annotate_all`] and a [`Reader`] use the same memory for one after the other.
//! - A [`Context`] is what is known besides the text: when it was written (the *anchor*), its language, which way
//!   "Monday" looks. All of it may be left out.
//! - A [`Document`] borrows the text and holds tokens, sentences, [`Annotation`]s and [`Person`]s; its
//!   [`timeline`](Document::timeline) puts its times in calendar order.
//! - A [`Value`](value::Value) is what an expression means, in the forms of TIMEX3 and ISO 8601, and can be parsed from
//!   them; [`Resolved`](value::Resolved) is its span on the calendar, in types of [`chrono`].
//! - [`segment`] cuts text into tokens and sentences, and can be used alone.
//!
//! # Offsets
//!
//! A [`Span`] counts bytes of UTF-8, half-open, always on character boundaries. [`OffsetMap`] turns it into characters
//! or UTF-16 units.
//!
//! # Untrusted text
//!
//! Any `&str` may be annotated. Annotating returns no error and does not panic; every span lies inside the text;
//! annotations come in order of their start; the same text, context and version give the same annotations. Time and
//! memory grow with the length of the text, whatever it holds: stretches, candidates and words looked up are bounded in
//! length, and no search goes back over the text. No clock, file, network or environment is read.
//!
//! Building and parsing can fail; their [`Error`] says what was wrong, and where.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![warn(missing_debug_implementations)]

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

pub use annotator::{Annotator, Builder, Reader};
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
