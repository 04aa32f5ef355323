//! A date as TIMEX3 writes it: whole, partial or symbolic.

use super::{Season, Weekday};

/// A calendar expression of grain day or coarser, in TIMEX3 form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Date {
    /// A year, or a part of one: `2023`, `XXXX-11-17`, `2023-W46-WE`, `XXXX-WXX-5`.
    Calendar { era: Era, year: Year, part: DatePart },
    /// `PAST_REF`
    Past,
    /// `PRESENT_REF`
    Present,
    /// `FUTURE_REF`
    Future,
}

/// The era a year is counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Era {
    /// Anno Domini, unmarked.
    #[default]
    Common,
    /// `BC` before the year: `BC0044`.
    BeforeCommon,
}

/// The year, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Year {
    /// `XXXX`
    Unknown,
    /// `2023`
    Known(u16),
    /// The first three digits, `199` for the 1990s.
    Decade(u16),
    /// The first two digits, `18` for the nineteenth century.
    Century(u8),
}

/// What of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DatePart {
    /// The whole year.
    Whole,
    /// `-11`
    Month(u8),
    /// `-11-17`; month None is `-XX-17`.
    Day { month: Option<u8>, day: u8 },
    /// `-W47`; None is `-WXX`
    Week(Option<u8>),
    /// `-W46-WE`; None is `-WXX-WE`
    Weekend(Option<u8>),
    /// `-WXX-5`, a day of the week whose date is not known.
    Weekday(Weekday),
    /// `-Q4`; None is `-QX`
    Quarter(Option<u8>),
    /// `-H1`; None is `-HX`
    Half(Option<u8>),
    /// `-SU`
    Season(Season),
}
