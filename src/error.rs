//! What can go wrong while building or parsing; annotating itself never fails.

use std::fmt;
use std::sync::Arc;

/// An error of building an annotator or of parsing a value: it says what and where.
///
/// ```
/// let error = "xx".parse::<chronique::Language>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown language \"xx\": known are fr, en");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(Arc<ErrorKind>);

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum ErrorKind {
    /// No pack for this language code.
    Language(String),
    /// A value that is not in the form named.
    Value { form: &'static str, text: String },
    /// A line of a pack's data that cannot be read.
    Pack { file: &'static str, line: usize, why: String },
}

impl Error {
    pub(crate) fn new(kind: ErrorKind) -> Error {
        Error(Arc::new(kind))
    }

    /// The error of a `text` that is not in the form named.
    pub(crate) fn value(form: &'static str, text: &str) -> Error {
        Error::new(ErrorKind::Value { form, text: text.to_owned() })
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            ErrorKind::Language(code) => write!(f, "unknown language {code:?}: known are fr, en"),
            ErrorKind::Value { form, text } => write!(f, "{text:?} is not a {form}"),
            ErrorKind::Pack { file, line, why } => write!(f, "{file}, line {line}: {why}"),
        }
    }
}

impl std::error::Error for Error {}
