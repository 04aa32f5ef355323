//! The languages read, and which of them a text is in.

use std::fmt;
use std::str::FromStr;

use crate::error::{Error, ErrorKind};

/// A language that chronique reads.
///
/// ```
/// use chronique::Language;
///
/// assert_eq!("fr".parse(), Ok(Language::French));
/// assert_eq!(Language::English.to_string(), "en");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Language {
    /// French, `fr`.
    #[cfg_attr(feature = "serde", serde(rename = "fr"))]
    French,
    /// English, `en`.
    #[cfg_attr(feature = "serde", serde(rename = "en"))]
    English,
}

impl Language {
    /// Every language there is a pack for.
    pub const ALL: [Language; 2] = [Language::French, Language::English];

    /// The ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Language::French => "fr",
            Language::English => "en",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Language {
    type Err = Error;

    fn from_str(code: &str) -> Result<Language, Error> {
        Language::ALL
            .into_iter()
            .find(|language| language.code() == code)
            .ok_or_else(|| Error::new(ErrorKind::Language(code.to_owned())))
    }
}
