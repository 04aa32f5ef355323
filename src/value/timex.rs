//! The attributes of a TIMEX3 element.

/// A TIMEX3 value with its attributes, as strings in the standard's own form.
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
    Date,
    Time,
    Duration,
    Set,
}

/// The `mod` of a TIMEX3 element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "SCREAMING_SNAKE_CASE"))]
pub enum Modifier {
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
    Start,
    Mid,
    End,
    Approx,
}
