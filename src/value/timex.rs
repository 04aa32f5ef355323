//! The attributes of a TIMEX3 element.

use std::fmt;
use std::str::FromStr;

use crate::error::Error;

/// A TIMEX3 value with its attributes, as strings in the standard's own form (ISO-TimeML, ISO 24617-1).
///
/// ```
/// use chronique::value::{Modifier, Timex, TimexType, Value};
///
/// let value: Value = "2023-11".parse()?;
/// let timex = value.timex(Some(Modifier::End)).unwrap();
/// assert_eq!(timex.kind, TimexType::Date);
/// # #[cfg(feature = "serde")]
/// assert_eq!(
///     serde_json::to_string(&timex).unwrap(),
///     r#"{"type":"DATE","value":"2023-11","mod":"END","quant":null,"freq":null}"#
/// );
/// # Ok::<(), chronique::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Timex {
    /// `type`
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub kind: TimexType,
    /// `value`
    pub value: String,
    /// `mod`
    #[cfg_attr(feature = "serde", serde(rename = "mod"))]
    pub modifier: Option<Modifier>,
    /// `quant`
    pub quant: Option<String>,
    /// `freq`
    pub freq: Option<String>,
}

/// The `type` of a TIMEX3 element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "UPPERCASE"))]
pub enum TimexType {
    /// A calendar expression of grain day or coarser.
    Date,
    /// A time of the day.
    Time,
    /// A length of time.
    Duration,
    /// A recurrence.
    Set,
}

/// The `mod` of a TIMEX3 element.
///
/// ```
/// use chronique::value::Modifier;
///
/// assert_eq!(Modifier::LessThan.to_string(), "LESS_THAN");
/// assert_eq!("APPROX".parse::<Modifier>()?, Modifier::Approx);
/// # Ok::<(), chronique::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "SCREAMING_SNAKE_CASE"))]
pub enum Modifier {
    /// `BEFORE`
    Before,
    /// `AFTER`
    After,
    /// `ON_OR_BEFORE`
    OnOrBefore,
    /// `ON_OR_AFTER`
    OnOrAfter,
    /// `LESS_THAN`
    LessThan,
    /// `MORE_THAN`
    MoreThan,
    /// `EQUAL_OR_LESS`
    EqualOrLess,
    /// `EQUAL_OR_MORE`
    EqualOrMore,
    /// `START`
    Start,
    /// `MID`
    Mid,
    /// `END`
    End,
    /// `APPROX`
    Approx,
}

impl TimexType {
    const NAMES: [(&'static str, TimexType); 4] = [
        ("DATE", TimexType::Date),
        ("TIME", TimexType::Time),
        ("DURATION", TimexType::Duration),
        ("SET", TimexType::Set),
    ];
}

impl Modifier {
    const NAMES: [(&'static str, Modifier); 12] = [
        ("BEFORE", Modifier::Before),
        ("AFTER", Modifier::After),
        ("ON_OR_BEFORE", Modifier::OnOrBefore),
        ("ON_OR_AFTER", Modifier::OnOrAfter),
        ("LESS_THAN", Modifier::LessThan),
        ("MORE_THAN", Modifier::MoreThan),
        ("EQUAL_OR_LESS", Modifier::EqualOrLess),
        ("EQUAL_OR_MORE", Modifier::EqualOrMore),
        ("START", Modifier::Start),
        ("MID", Modifier::Mid),
        ("END", Modifier::End),
        ("APPROX", Modifier::Approx),
    ];
}

/// Writes the standard's name of a variant, and reads it back.
macro_rules! named {
    ($($kind:ty, $form:literal;)*) => {$(
        impl fmt::Display for $kind {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let name = <$kind>::NAMES.into_iter().find(|(_, value)| value == self);
                f.pad(name.map_or("", |(name, _)| name))
            }
        }

        impl FromStr for $kind {
            type Err = Error;

            fn from_str(text: &str) -> Result<$kind, Error> {
                let known = <$kind>::NAMES.into_iter().find(|(name, _)| *name == text);
                known.map(|(_, value)| value).ok_or_else(|| Error::value($form, text))
            }
        }
    )*};
}

named! {
    TimexType, "TIMEX3 type";
    Modifier, "TIMEX3 modifier";
}
