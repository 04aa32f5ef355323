//! A span named by its bounds.

use super::{Date, Time};

/// A bound of an interval: a date or a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    Date(Date),
    Time(Time),
}

/// A span named by its bounds, or open on one side; written `2023-03-03/2023-03-05`, `../2023-11`, `2008/..` (ISO 8601-2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interval {
    /// Where it begins, None when open.
    pub from: Option<Bound>,
    /// Its last named part, None when open.
    pub to: Option<Bound>,
}
