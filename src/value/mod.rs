//! What a time expression means, apart from any text and any language: TIMEX3 values and the calendar.

mod any;
pub mod calendar;
mod date;
mod duration;
mod interval;
mod recurrence;
mod resolved;
mod time;
mod timex;
mod unit;
mod zone;

pub use any::Value;
pub use date::{Date, DatePart, Era, Year};
pub use duration::{Amount, Duration};
pub use interval::{Bound, Interval};
pub use recurrence::{Every, Recurrence};
pub use resolved::{Instant, Resolved};
pub use time::{Clock, Time};
pub use timex::{Modifier, Timex, TimexType};
pub use unit::{Grain, PartOfDay, Season, Unit, Weekday};
pub use zone::{SummerTime, Zone};
