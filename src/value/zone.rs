//! Time zones by rule: a standard offset and when summer time holds.

/// A time zone that a text can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Zone {
    /// Minutes east of UTC in winter.
    pub standard: i16,
    /// When the clock is an hour ahead.
    pub summer: SummerTime,
}

/// The rule for summer time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SummerTime {
    /// Never.
    None,
    /// The European Union's rule.
    Europe,
    /// The United States' and Canada's rule.
    NorthAmerica,
    /// Southern Australia's.
    Australia,
    /// New Zealand's.
    NewZealand,
    /// Chile's.
    Chile,
}
