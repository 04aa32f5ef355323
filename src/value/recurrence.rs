//! A recurrence: every Monday, twice a week.

use super::{Date, Duration, Time};

/// What recurs, and how often.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Recurrence {
    /// TIMEX3 `value`.
    pub every: Every,
    /// TIMEX3 `quant`, every how many: `EVERY`, `EVERY 2`; 0 when not said.
    pub interval: u16,
    /// TIMEX3 `freq`: so many times a period, `2X`; 0 when not said.
    pub times: u16,
}

/// The period or the calendar pattern that recurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Every {
    /// `P1W`
    Period(Duration),
    /// `XXXX-WXX-1`
    Date(Date),
    /// `T09:00`
    Time(Time),
}
