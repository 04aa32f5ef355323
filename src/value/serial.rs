//! JSON: a value is the string that it is written as.

/// Serialises a type as what `Display` writes, and reads it with `FromStr`.
macro_rules! as_string {
    ($($kind:ty),*) => {$(
        impl serde::Serialize for $kind {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $kind {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<$kind, D::Error> {
                let text = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}

pub(crate) use as_string;

use super::{Bound, Date, Duration, Instant, Interval, PartOfDay, Recurrence, Season, Time, Value};

as_string!(Bound, Date, Duration, Instant, Interval, PartOfDay, Recurrence, Season, Time, Value);
