//! Time zones by rule: a standard offset and when summer time holds.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDateTime, TimeDelta};

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
///
/// Rules are those of the IANA time zone database, as far back as the years they name.
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
    /// Mexico's from 1996 to 2022: from the first Sunday of April to the last of October.
    Mexico,
    /// Southern Australia's: from the first Sunday of October to the first of April since 2008, from the last of
    /// October to the last of March from 1995; at 02:00 of standard time.
    Australia,
    /// New Zealand's: from the last Sunday of September to the first of April since 2008, from the first of October to
    /// the third of March from 1990; at 02:00 of standard time.
    NewZealand,
    /// Chile's: from the Sunday after the first Saturday of September to that of April, since 2019.
    Chile,
    /// Israel's: from the Friday before the last Sunday of March to the last Sunday of October, since 2013.
    Israel,
    /// Egypt's: from the last Friday of April to the last Thursday of October, since 2023.
    Egypt,
    /// Lebanon's: from the last Sunday of March to that of October, at midnight.
    Lebanon,
    /// Russia's: from the last Sunday of March to that of October until 2010, all the time until October 2014.
    Russia,
    /// Turkey's: the European Union's until 2015, all the time since.
    Turkey,
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

    /// Whether the clock is an hour ahead at a local time.
    fn is_summer(self, local: NaiveDateTime) -> Option<bool> {
        let forever = |(rule, from, to): &&(SummerTime, Ymd, Ymd)| {
            *rule == self.summer
                && local >= midnight(*from).unwrap_or(local)
                && midnight(*to).is_none_or(|to| local < to)
        };
        if FOREVER.iter().any(|row| forever(&row)) {
            return Some(true);
        }
        let year = local.year();
        let row = RULES.iter().find(|rule| rule.summer == self.summer && rule.years.contains(&year))?;
        let begin = row.begin.moment(year, self.standard)?;
        // The clock that is put back shows summer time until it is.
        let end = row.end.moment(year, self.standard)?.checked_add_signed(TimeDelta::hours(1))?;
        Some(if begin < end { begin <= local && local < end } else { local < end || begin <= local })
    }
}

/// A year, a month and a day.
type Ymd = (i32, u8, u8);

fn midnight((year, month, day): Ymd) -> Option<NaiveDateTime> {
    calendar::date(year, month, day)?.and_hms_opt(0, 0, 0)
}

/// A rule of summer time, in the years it was in force.
struct Rule {
    summer: SummerTime,
    years: RangeInclusive<i32>,
    begin: Change,
    end: Change,
}

/// When the clock changes in a year.
struct Change {
    month: u8,
    /// The so manieth of the weekday in the month, negative from its end.
    nth: i8,
    weekday: Weekday,
    /// So many days later.
    after: i8,
    /// The hour, in standard time or in UTC.
    hour: Hour,
}

/// The hour of a change, which may lie in the day before.
enum Hour {
    Standard(i8),
    Utc(i8),
}

impl Change {
    /// The moment in the standard time of a zone.
    fn moment(&self, year: i32, standard: i16) -> Option<NaiveDateTime> {
        let day = calendar::nth_weekday(year, self.month, self.nth, self.weekday)?;
        let day = calendar::add_days(day, i64::from(self.after))?;
        let minutes = match self.hour {
            Hour::Standard(hour) => i64::from(hour) * 60,
            Hour::Utc(hour) => i64::from(hour) * 60 + i64::from(standard),
        };
        day.and_hms_opt(0, 0, 0)?.checked_add_signed(TimeDelta::minutes(minutes))
    }
}

use Hour::{Standard, Utc};
use SummerTime::{Australia, Chile, Egypt, Europe, Israel, Lebanon, Mexico, NewZealand, NorthAmerica, Russia, Turkey};
use Weekday::{Friday, Saturday, Sunday, Thursday};

const fn at(month: u8, nth: i8, weekday: Weekday, after: i8, hour: Hour) -> Change {
    Change { month, nth, weekday, after, hour }
}

const fn rule(summer: SummerTime, years: RangeInclusive<i32>, begin: Change, end: Change) -> Rule {
    Rule { summer, years, begin, end }
}

/// Rules of summer time, by the years they were in force.
const RULES: &[Rule] = &[
    rule(Europe, 1980..=1995, at(3, -1, Sunday, 0, Utc(1)), at(9, -1, Sunday, 0, Utc(1))),
    rule(Europe, 1996..=9999, at(3, -1, Sunday, 0, Utc(1)), at(10, -1, Sunday, 0, Utc(1))),
    rule(NorthAmerica, 1967..=1986, at(4, -1, Sunday, 0, Standard(2)), at(10, -1, Sunday, 0, Standard(1))),
    rule(NorthAmerica, 1987..=2006, at(4, 1, Sunday, 0, Standard(2)), at(10, -1, Sunday, 0, Standard(1))),
    rule(NorthAmerica, 2007..=9999, at(3, 2, Sunday, 0, Standard(2)), at(11, 1, Sunday, 0, Standard(1))),
    rule(Mexico, 1996..=2022, at(4, 1, Sunday, 0, Standard(2)), at(10, -1, Sunday, 0, Standard(1))),
    rule(Australia, 1995..=2007, at(10, -1, Sunday, 0, Standard(2)), at(3, -1, Sunday, 0, Standard(2))),
    rule(Australia, 2008..=9999, at(10, 1, Sunday, 0, Standard(2)), at(4, 1, Sunday, 0, Standard(2))),
    rule(NewZealand, 1990..=2006, at(10, 1, Sunday, 0, Standard(2)), at(3, 3, Sunday, 0, Standard(2))),
    rule(NewZealand, 2007..=2007, at(9, -1, Sunday, 0, Standard(2)), at(3, 3, Sunday, 0, Standard(2))),
    rule(NewZealand, 2008..=9999, at(9, -1, Sunday, 0, Standard(2)), at(4, 1, Sunday, 0, Standard(2))),
    rule(Chile, 2019..=9999, at(9, 1, Saturday, 1, Standard(0)), at(4, 1, Saturday, 1, Standard(-1))),
    rule(Israel, 2013..=9999, at(3, -1, Sunday, -2, Standard(2)), at(10, -1, Sunday, 0, Standard(1))),
    rule(Egypt, 2023..=9999, at(4, -1, Friday, 0, Standard(0)), at(10, -1, Thursday, 0, Standard(23))),
    rule(Lebanon, 1993..=1998, at(3, -1, Sunday, 0, Standard(0)), at(9, -1, Sunday, 0, Standard(-1))),
    rule(Lebanon, 1999..=9999, at(3, -1, Sunday, 0, Standard(0)), at(10, -1, Sunday, 0, Standard(-1))),
    rule(Russia, 1993..=1995, at(3, -1, Sunday, 0, Standard(2)), at(9, -1, Sunday, 0, Standard(2))),
    rule(Russia, 1996..=2010, at(3, -1, Sunday, 0, Standard(2)), at(10, -1, Sunday, 0, Standard(2))),
    rule(Turkey, 1985..=1995, at(3, -1, Sunday, 0, Utc(1)), at(9, -1, Sunday, 0, Utc(1))),
    rule(Turkey, 1996..=2015, at(3, -1, Sunday, 0, Utc(1)), at(10, -1, Sunday, 0, Utc(1))),
];

/// When clocks were left an hour ahead, winter and summer.
const FOREVER: &[(SummerTime, Ymd, Ymd)] =
    &[(Russia, (2011, 3, 27), (2014, 10, 26)), (Turkey, (2016, 3, 27), (10_000, 1, 1))];

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
    ("WAT", 60, NONE),
    ("CAT", 120, NONE),
    ("SAST", 120, NONE),
    ("EAT", 180, NONE),
    ("TRT", 180, NONE),
    ("GST", 240, NONE),
    ("IST", 330, NONE),
    ("PKT", 300, NONE),
    ("ICT", 420, NONE),
    ("WIB", 420, NONE),
    ("SGT", 480, NONE),
    ("PHT", 480, NONE),
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
    ("Europe/Monaco", 60, Europe),
    ("Europe/Malta", 60, Europe),
    ("Europe/Bratislava", 60, Europe),
    ("Europe/Ljubljana", 60, Europe),
    ("Europe/Zagreb", 60, Europe),
    ("Europe/Sarajevo", 60, Europe),
    ("Europe/Tirane", 60, Europe),
    ("Europe/Athens", 120, Europe),
    ("Europe/Tallinn", 120, Europe),
    ("Europe/Riga", 120, Europe),
    ("Europe/Vilnius", 120, Europe),
    ("Europe/Chisinau", 120, Europe),
    ("Asia/Nicosia", 120, Europe),
    ("Europe/Bucharest", 120, Europe),
    ("Europe/Sofia", 120, Europe),
    ("Europe/Helsinki", 120, Europe),
    ("Europe/Kyiv", 120, Europe),
    ("Europe/Istanbul", 120, Turkey),
    ("Europe/Moscow", 180, Russia),
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
    ("Africa/Casablanca", 60, NONE),
    ("Africa/Cairo", 120, Egypt),
    ("Africa/Kigali", 120, NONE),
    ("Africa/Khartoum", 120, NONE),
    ("Africa/Kampala", 180, NONE),
    ("Africa/Mogadishu", 180, NONE),
    ("Africa/Ouagadougou", 0, NONE),
    ("Africa/Niamey", 60, NONE),
    ("Africa/Ndjamena", 60, NONE),
    ("Africa/Bangui", 60, NONE),
    ("Africa/Libreville", 60, NONE),
    ("Africa/Douala", 60, NONE),
    ("Indian/Antananarivo", 180, NONE),
    ("Indian/Mauritius", 240, NONE),
    // Asia.
    ("Asia/Jerusalem", 120, Israel),
    ("Asia/Beirut", 120, Lebanon),
    ("Asia/Damascus", 180, NONE),
    ("Asia/Amman", 180, NONE),
    ("Asia/Qatar", 180, NONE),
    ("Asia/Kuwait", 180, NONE),
    ("Asia/Yerevan", 240, NONE),
    ("Asia/Tbilisi", 240, NONE),
    ("Asia/Baku", 240, NONE),
    ("Asia/Tashkent", 300, NONE),
    ("Asia/Almaty", 300, NONE),
    ("Asia/Colombo", 330, NONE),
    ("Asia/Phnom_Penh", 420, NONE),
    ("Asia/Kuala_Lumpur", 480, NONE),
    ("Asia/Ulaanbaatar", 480, NONE),
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
    ("America/Mexico_City", -360, Mexico),
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
