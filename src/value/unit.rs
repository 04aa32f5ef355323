//! Units of time, grains, weekdays, seasons and parts of the day.

use std::fmt;
use std::str::FromStr;

use crate::error::Error;

/// A unit that durations are counted in, from the smallest to the largest.
///
/// ```
/// use chronique::value::Unit;
///
/// assert!(Unit::Day < Unit::Month);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// `S`, after `T`
    Second,
    /// `M`, after `T`
    Minute,
    /// `H`, after `T`
    Hour,
    /// `D`
    Day,
    /// `WE`, Saturday with Sunday; counted like a week when it moves a date.
    Weekend,
    /// `W`
    Week,
    /// `M`
    Month,
    /// Three months.
    Quarter,
    /// Six months.
    Half,
    /// `Y`
    Year,
    /// `DE`, ten years.
    Decade,
    /// `CE`, a hundred years.
    Century,
}

impl Unit {
    /// Every unit, from the smallest to the largest.
    pub const ALL: [Unit; 12] = [
        Unit::Second,
        Unit::Minute,
        Unit::Hour,
        Unit::Day,
        Unit::Weekend,
        Unit::Week,
        Unit::Month,
        Unit::Quarter,
        Unit::Half,
        Unit::Year,
        Unit::Decade,
        Unit::Century,
    ];

    /// How many months the unit has, where it is counted in months.
    pub(super) fn months(self) -> Option<u16> {
        match self {
            Unit::Month => Some(1),
            Unit::Quarter => Some(3),
            Unit::Half => Some(6),
            Unit::Year => Some(12),
            Unit::Decade => Some(120),
            Unit::Century => Some(1200),
            _ => None,
        }
    }

    /// How many seconds the unit has, where it is not counted in months.
    pub(super) fn seconds(self) -> Option<u32> {
        match self {
            Unit::Second => Some(1),
            Unit::Minute => Some(60),
            Unit::Hour => Some(3600),
            Unit::Day => Some(86_400),
            Unit::Week | Unit::Weekend => Some(604_800),
            _ => None,
        }
    }
}

/// How coarse a resolved span is.
///
/// ```
/// use chronique::value::Grain;
///
/// assert_eq!(Grain::Weekend.to_string(), "weekend");
/// assert_eq!("month".parse::<Grain>()?, Grain::Month);
/// # Ok::<(), chronique::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Grain {
    /// A second.
    Second,
    /// A minute.
    Minute,
    /// An hour, and parts of the day.
    Hour,
    /// A day.
    Day,
    /// A week, from Monday to Sunday.
    Week,
    /// A weekend, from Friday evening to Sunday.
    Weekend,
    /// A month.
    Month,
    /// A quarter of a year, and a half of one.
    Quarter,
    /// A season.
    Season,
    /// A year.
    Year,
    /// Ten years, the first ending in 0.
    Decade,
    /// A hundred years, the first ending in 00.
    Century,
}

impl Grain {
    /// Every grain, from the finest to the coarsest.
    pub const ALL: [Grain; 12] = [
        Grain::Second,
        Grain::Minute,
        Grain::Hour,
        Grain::Day,
        Grain::Week,
        Grain::Weekend,
        Grain::Month,
        Grain::Quarter,
        Grain::Season,
        Grain::Year,
        Grain::Decade,
        Grain::Century,
    ];
}

/// A part of the day, as TIMEX3 has them.
///
/// ```
/// use chronique::value::PartOfDay;
///
/// assert_eq!(PartOfDay::Night.to_string(), "NI");
/// assert_eq!("MO".parse::<PartOfDay>()?, PartOfDay::Morning);
/// # Ok::<(), chronique::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartOfDay {
    /// `TMO`, 04–12.
    Morning,
    /// `TMI`, around noon, 12–14.
    Midday,
    /// `TAF`, 12–19.
    Afternoon,
    /// `TEV`, 18–24.
    Evening,
    /// `TNI`, 22–04, of the day it begins on.
    Night,
    /// `TDT`, working hours, 08–18.
    Daytime,
}

impl PartOfDay {
    const CODES: [(&'static str, PartOfDay); 6] = [
        ("MO", PartOfDay::Morning),
        ("MI", PartOfDay::Midday),
        ("AF", PartOfDay::Afternoon),
        ("EV", PartOfDay::Evening),
        ("NI", PartOfDay::Night),
        ("DT", PartOfDay::Daytime),
    ];

    /// When it begins and ends, in hours from the midnight its day begins with.
    ///
    /// ```
    /// use chronique::value::PartOfDay;
    ///
    /// assert_eq!(PartOfDay::Night.hours(), (22, 28));
    /// ```
    pub fn hours(self) -> (u8, u8) {
        match self {
            PartOfDay::Morning => (4, 12),
            PartOfDay::Midday => (12, 14),
            PartOfDay::Afternoon => (12, 19),
            PartOfDay::Evening => (18, 24),
            PartOfDay::Night => (22, 28),
            PartOfDay::Daytime => (8, 18),
        }
    }
}

/// A season of the northern year, as TIMEX3 has them: `SP`, `SU`, `FA`, `WI`.
///
/// ```
/// use chronique::value::Season;
///
/// assert_eq!(Season::Autumn.to_string(), "FA");
/// assert_eq!("WI".parse::<Season>()?, Season::Winter);
/// # Ok::<(), chronique::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Season {
    /// `SP`, from 21 March.
    Spring,
    /// `SU`, from 21 June.
    Summer,
    /// `FA`, from 23 September.
    Autumn,
    /// `WI`, from 21 December of the year it is counted with.
    Winter,
}

impl Season {
    const CODES: [(&'static str, Season); 4] =
        [("SP", Season::Spring), ("SU", Season::Summer), ("FA", Season::Autumn), ("WI", Season::Winter)];
}

/// A day of the week.
///
/// ```
/// use chronique::value::Weekday;
///
/// assert_eq!(Weekday::Monday.number(), 1);
/// assert_eq!(Weekday::from_number(7), Some(Weekday::Sunday));
/// assert_eq!(Weekday::Friday.to_string(), "friday");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Weekday {
    /// The first day of the week (ISO 8601).
    Monday,
    /// The second.
    Tuesday,
    /// The third.
    Wednesday,
    /// The fourth.
    Thursday,
    /// The fifth.
    Friday,
    /// The sixth.
    Saturday,
    /// The seventh.
    Sunday,
}

impl Weekday {
    /// Every day of the week, from Monday.
    pub const ALL: [Weekday; 7] = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];

    /// Its number in ISO 8601, Monday is 1.
    pub fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The day of that number in ISO 8601, Monday is 1.
    pub fn from_number(number: u8) -> Option<Weekday> {
        Weekday::ALL.get(usize::from(number).checked_sub(1)?).copied()
    }
}

impl From<chrono::Weekday> for Weekday {
    fn from(day: chrono::Weekday) -> Weekday {
        Weekday::ALL[day.num_days_from_monday() as usize]
    }
}

/// Writes a variant's own name in small letters, and reads it back.
macro_rules! named {
    ($($kind:ty, $form:literal;)*) => {$(
        impl fmt::Display for $kind {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&format!("{self:?}").to_ascii_lowercase())
            }
        }

        impl FromStr for $kind {
            type Err = Error;

            fn from_str(text: &str) -> Result<$kind, Error> {
                let known = <$kind>::ALL.into_iter().find(|value| value.to_string() == text);
                known.ok_or_else(|| Error::value($form, text))
            }
        }
    )*};
}

/// Writes a variant's TIMEX3 code, and reads it back.
macro_rules! coded {
    ($($kind:ty, $form:literal;)*) => {$(
        impl fmt::Display for $kind {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let code = <$kind>::CODES.into_iter().find(|(_, value)| value == self);
                f.pad(code.map_or("", |(code, _)| code))
            }
        }

        impl FromStr for $kind {
            type Err = Error;

            fn from_str(text: &str) -> Result<$kind, Error> {
                let known = <$kind>::CODES.into_iter().find(|(code, _)| *code == text);
                known.map(|(_, value)| value).ok_or_else(|| Error::value($form, text))
            }
        }
    )*};
}

named! {
    Grain, "grain";
    Weekday, "day of the week";
}

coded! {
    PartOfDay, "part of the day (MO, MI, AF, EV, NI, DT)";
    Season, "season (SP, SU, FA, WI)";
}
