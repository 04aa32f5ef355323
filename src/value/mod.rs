//! What a time expression means, apart from any text and any language: TIMEX3 values and the calendar.

mod any;
pub mod calendar;
mod date;
mod duration;
mod hindu;
mod holidays;
mod interval;
mod lunar;
mod recurrence;
mod resolved;
#[cfg(feature = "serde")]
mod serial;
mod time;
mod timex;
mod unit;
mod zone;

pub use any::Value;
pub use date::{Date, DatePart, Era, Year};
pub use duration::{Amount, Duration};
pub use holidays::Holiday;
pub use interval::{Bound, Interval};
pub use recurrence::{Every, Recurrence};
pub use resolved::{Instant, Resolved};
#[cfg(feature = "serde")]
pub(crate) use serial::as_string;
pub use time::{Clock, Time};
pub use timex::{Modifier, Timex, TimexType};
pub use unit::{Grain, PartOfDay, Season, Unit, Weekday};
pub use zone::{SummerTime, Zone};
