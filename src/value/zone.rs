//! Time zones by rule: a standard offset and when summer time holds.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::{Weekday, calendar};

/// A time zone that a text can name.
///
/// ```
/// use chronique::value::{Zone, calendar};
///
/// let paris = Zone::named("Europe/Paris").unwrap();
/// let summer = calendar::date(2023, 7, 14).unwrap().and_hms_opt(12, 0, 0).unwrap();
/// assert_eq!(paris.offset(summer), 120);
/// assert_eq!(Zone::named("PT").unwrap().offset(summer), -420);
/// assert_eq!(Zone::named("PST").unwrap().offset(summer), -480);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Zone {
    /// Minutes east of UTC in winter.
    pub standard: i16,
    /// When the clock is an hour ahead.
    pub summer: SummerTime,
}

/// The rule for summer time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SummerTime {
    /// Never.
    None,
    /// The European Union's: from the last Sunday of March to that of October, at 01:00 UTC; to September before 1996.
    Europe,
    /// The United States' and Canada's: from the second Sunday of March to the first of November since 2007, from the
    /// first of April to the last of October from 1987, from the last of April before; at 02:00 of local time.
    NorthAmerica,
    /// Southern Australia's: from the first Sunday of October to the first of April since 2008, from the last of
    /// October to the last of March before; at 02:00 of standard time.
    Australia,
    /// New Zealand's: from the last Sunday of September to the first of April since 2007, from the first of October to
    /// the third of March before; at 02:00 of standard time.
    NewZealand,
    /// Chile's: from the first Sunday of September to the first of April, after the Saturday's midnight.
    Chile,
}

impl Zone {
    /// A zone that knows no summer time.
    pub const fn fixed(standard: i16) -> Zone {
        Zone { standard, summer: SummerTime::None }
    }

    /// The zone of an abbreviation (`PST`, `CET`) or of a place by its name in the IANA database (`Europe/Paris`).
    pub fn named(key: &str) -> Option<Zone> {
        ZONES.iter().find(|(known, ..)| *known == key).map(|&(_, standard, summer)| Zone { standard, summer })
    }

    /// Every key known, with its zone.
    pub fn all() -> impl Iterator<Item = (&'static str, Zone)> {
        ZONES.iter().map(|&(key, standard, summer)| (key, Zone { standard, summer }))
    }

    /// Minutes east of UTC at a local time.
    ///
    /// An hour that the clock shows twice is read as the first, one that it leaves out as after the change.
    pub fn offset(self, local: NaiveDateTime) -> i16 {
        if self.is_summer(local).unwrap_or(false) { self.standard.saturating_add(60) } else { self.standard }
    }

    /// Whether the clock is an hour ahead at a local time; None where the rule knows no such year.
    fn is_summer(self, local: NaiveDateTime) -> Option<bool> {
        use chrono::Datelike;
        let year = local.year();
        let sunday = |month, nth| calendar::nth_weekday(year, month, nth, Weekday::Sunday);
        let (begin, end, hour) = match self.summer {
            SummerTime::None => return Some(false),
            SummerTime::Europe if year < 1980 => return Some(false),
            SummerTime::Europe => {
                let end = if year < 1996 { sunday(9, -1) } else { sunday(10, -1) };
                (sunday(3, -1), end, 1 + i64::from(self.standard) / 60)
            }
            SummerTime::NorthAmerica if year < 1967 => return Some(false),
            SummerTime::NorthAmerica if year < 1987 => (sunday(4, -1), sunday(10, -1), 2),
            SummerTime::NorthAmerica if year < 2007 => (sunday(4, 1), sunday(10, -1), 2),
            SummerTime::NorthAmerica => (sunday(3, 2), sunday(11, 1), 2),
            SummerTime::Australia if year < 1987 => return Some(false),
            SummerTime::Australia if year < 2008 => (sunday(10, -1), sunday(3, -1), 2),
            SummerTime::Australia => (sunday(10, 1), sunday(4, 1), 2),
            SummerTime::NewZealand if year < 1990 => return Some(false),
            SummerTime::NewZealand if year < 2007 => (sunday(10, 1), sunday(3, 3), 2),
            SummerTime::NewZealand => (sunday(9, -1), sunday(4, 1), 2),
            SummerTime::Chile if year < 2019 => return Some(false),
            SummerTime::Chile => (sunday(9, 1), sunday(4, 1), 0),
        };
        let hour_of = |day: NaiveDate| day.and_hms_opt(0, 0, 0)?.checked_add_signed(TimeDelta::try_hours(hour)?);
        let begin = hour_of(begin?)?;
        // The clock that is put back shows summer time until it is.
        let end = hour_of(end?)?.checked_add_signed(TimeDelta::try_hours(self.end_shift())?)?;
        Some(if begin < end { begin <= local && local < end } else { local < end || begin <= local })
    }

    /// How much later the clock shows when summer time ends than it does when it begins, in hours.
    fn end_shift(self) -> i64 {
        match self.summer {
            SummerTime::NorthAmerica | SummerTime::Chile | SummerTime::None => 0,
            _ => 1,
        }
    }
}

use SummerTime::{Australia, Chile, Europe, NewZealand, NorthAmerica};

/// No summer time.
const NONE: SummerTime = SummerTime::None;

/// Keys, minutes east of UTC in winter, and the rule for summer time.
const ZONES: &[(&str, i16, SummerTime)] = &[
    // Abbreviations; those of two letters and of summer clocks as a reader means them.
    ("UTC", 0, NONE),
    ("GMT", 0, NONE),
    ("Z", 0, NONE),
    ("WET", 0, NONE),
    ("WEST", 60, NONE),
    ("BST", 60, NONE),
    ("CET", 60, NONE),
    ("CEST", 120, NONE),
    ("EET", 120, NONE),
    ("EEST", 180, NONE),
    ("MSK", 180, NONE),
    ("SAST", 120, NONE),
    ("IST", 330, NONE),
    ("PKT", 300, NONE),
    ("SGT", 480, NONE),
    ("HKT", 480, NONE),
    ("AWST", 480, NONE),
    ("JST", 540, NONE),
    ("KST", 540, NONE),
    ("ACST", 570, NONE),
    ("AEST", 600, NONE),
    ("AEDT", 660, NONE),
    ("NZST", 720, NONE),
    ("NZDT", 780, NONE),
    ("BRT", -180, NONE),
    ("ART", -180, NONE),
    ("NST", -210, NONE),
    ("NDT", -150, NONE),
    ("AST", -240, NONE),
    ("ADT", -180, NONE),
    ("AT", -240, NorthAmerica),
    ("EST", -300, NONE),
    ("EDT", -240, NONE),
    ("ET", -300, NorthAmerica),
    ("CST", -360, NONE),
    ("CDT", -300, NONE),
    ("CT", -360, NorthAmerica),
    ("MST", -420, NONE),
    ("MDT", -360, NONE),
    ("MT", -420, NorthAmerica),
    ("PST", -480, NONE),
    ("PDT", -420, NONE),
    ("PT", -480, NorthAmerica),
    ("AKST", -540, NONE),
    ("AKDT", -480, NONE),
    ("AKT", -540, NorthAmerica),
    ("HST", -600, NONE),
    // Europe.
    ("Europe/London", 0, Europe),
    ("Europe/Dublin", 0, Europe),
    ("Europe/Lisbon", 0, Europe),
    ("Europe/Paris", 60, Europe),
    ("Europe/Brussels", 60, Europe),
    ("Europe/Amsterdam", 60, Europe),
    ("Europe/Luxembourg", 60, Europe),
    ("Europe/Zurich", 60, Europe),
    ("Europe/Berlin", 60, Europe),
    ("Europe/Vienna", 60, Europe),
    ("Europe/Prague", 60, Europe),
    ("Europe/Budapest", 60, Europe),
    ("Europe/Warsaw", 60, Europe),
    ("Europe/Rome", 60, Europe),
    ("Europe/Madrid", 60, Europe),
    ("Europe/Copenhagen", 60, Europe),
    ("Europe/Oslo", 60, Europe),
    ("Europe/Stockholm", 60, Europe),
    ("Europe/Belgrade", 60, Europe),
    ("Europe/Athens", 120, Europe),
    ("Europe/Bucharest", 120, Europe),
    ("Europe/Sofia", 120, Europe),
    ("Europe/Helsinki", 120, Europe),
    ("Europe/Kyiv", 120, Europe),
    ("Europe/Istanbul", 180, NONE),
    ("Europe/Moscow", 180, NONE),
    ("Europe/Minsk", 180, NONE),
    ("Atlantic/Reykjavik", 0, NONE),
    // Africa.
    ("Africa/Abidjan", 0, NONE),
    ("Africa/Accra", 0, NONE),
    ("Africa/Dakar", 0, NONE),
    ("Africa/Bamako", 0, NONE),
    ("Africa/Algiers", 60, NONE),
    ("Africa/Tunis", 60, NONE),
    ("Africa/Lagos", 60, NONE),
    ("Africa/Kinshasa", 60, NONE),
    ("Africa/Johannesburg", 120, NONE),
    ("Africa/Tripoli", 120, NONE),
    ("Africa/Nairobi", 180, NONE),
    ("Africa/Addis_Ababa", 180, NONE),
    ("Indian/Reunion", 240, NONE),
    // Asia.
    ("Asia/Riyadh", 180, NONE),
    ("Asia/Baghdad", 180, NONE),
    ("Asia/Tehran", 210, NONE),
    ("Asia/Dubai", 240, NONE),
    ("Asia/Kabul", 270, NONE),
    ("Asia/Karachi", 300, NONE),
    ("Asia/Kolkata", 330, NONE),
    ("Asia/Kathmandu", 345, NONE),
    ("Asia/Dhaka", 360, NONE),
    ("Asia/Yangon", 390, NONE),
    ("Asia/Bangkok", 420, NONE),
    ("Asia/Jakarta", 420, NONE),
    ("Asia/Ho_Chi_Minh", 420, NONE),
    ("Asia/Shanghai", 480, NONE),
    ("Asia/Hong_Kong", 480, NONE),
    ("Asia/Taipei", 480, NONE),
    ("Asia/Singapore", 480, NONE),
    ("Asia/Manila", 480, NONE),
    ("Asia/Tokyo", 540, NONE),
    ("Asia/Seoul", 540, NONE),
    ("Asia/Pyongyang", 540, NONE),
    // Oceania.
    ("Australia/Perth", 480, NONE),
    ("Australia/Darwin", 570, NONE),
    ("Australia/Adelaide", 570, Australia),
    ("Australia/Brisbane", 600, NONE),
    ("Australia/Sydney", 600, Australia),
    ("Australia/Melbourne", 600, Australia),
    ("Pacific/Noumea", 660, NONE),
    ("Pacific/Auckland", 720, NewZealand),
    ("Pacific/Honolulu", -600, NONE),
    ("Pacific/Tahiti", -600, NONE),
    // The Americas.
    ("America/St_Johns", -210, NorthAmerica),
    ("America/Halifax", -240, NorthAmerica),
    ("America/Toronto", -300, NorthAmerica),
    ("America/New_York", -300, NorthAmerica),
    ("America/Chicago", -360, NorthAmerica),
    ("America/Winnipeg", -360, NorthAmerica),
    ("America/Denver", -420, NorthAmerica),
    ("America/Phoenix", -420, NONE),
    ("America/Edmonton", -420, NorthAmerica),
    ("America/Los_Angeles", -480, NorthAmerica),
    ("America/Vancouver", -480, NorthAmerica),
    ("America/Anchorage", -540, NorthAmerica),
    ("America/Mexico_City", -360, NONE),
    ("America/Guatemala", -360, NONE),
    ("America/Panama", -300, NONE),
    ("America/Bogota", -300, NONE),
    ("America/Lima", -300, NONE),
    ("America/Port-au-Prince", -300, NorthAmerica),
    ("America/Havana", -300, NorthAmerica),
    ("America/Caracas", -240, NONE),
    ("America/La_Paz", -240, NONE),
    ("America/Martinique", -240, NONE),
    ("America/Guadeloupe", -240, NONE),
    ("America/Cayenne", -180, NONE),
    ("America/Santiago", -240, Chile),
    ("America/Sao_Paulo", -180, NONE),
    ("America/Argentina/Buenos_Aires", -180, NONE),
    ("America/Montevideo", -180, NONE),
];
