//! Holidays and feasts: a table of names that every language shares, with the rule that gives their day in a year.

use chrono::{Datelike, NaiveDate};

use super::hindu::LunarDay;
use super::{Weekday, calendar, hindu, lunar};

/// A holiday or feast, with the rule that gives its day in a year.
///
/// The days of Christian, Jewish and civil feasts are computed for every year. Those of the Islamic calendar are as
/// Saudi Arabia's civil calendar (Umm al-Qura) has them from 1980 to 2060, and by the cycle of thirty years otherwise, which
/// may be a day off. Those of the Chinese are known from 1980 to 2060. Hindu feasts are computed from the places of sun and moon; regions of India
/// keep some of them a day apart.
///
/// Keys are the same for every language. A prefix names the country where several keep the feast on different days:
/// `fr:mothers-day` and `us:mothers-day`.
///
/// ```
/// use chronique::value::{Holiday, calendar};
///
/// let ascension = Holiday::named("ascension").unwrap();
/// assert_eq!(ascension.date(2023), calendar::date(2023, 5, 18));
/// assert_eq!(Holiday::named("fr:mothers-day").unwrap().date(2023), calendar::date(2023, 6, 4));
/// assert_eq!(Holiday::named("us:thanksgiving").unwrap().date(2023), calendar::date(2023, 11, 23));
/// assert!(Holiday::named("nonesuch").is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Holiday {
    key: &'static str,
    rule: Rule,
}

/// What gives the day of a holiday in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Rule {
    /// A month and a day.
    Fixed(u8, u8),
    /// A month, the so manieth of a weekday in it (negative from its end), and so many days after that.
    Nth(u8, i8, Weekday, i8),
    /// The last such weekday before a month and day.
    Before(u8, u8, Weekday),
    /// Days after Easter Sunday.
    Easter(i8),
    /// Days after Orthodox Easter Sunday.
    Orthodox(i8),
    /// The Sunday so many weeks before Christmas.
    Advent(u8),
    /// The last Sunday of May, or the Sunday after it where that is Whit Sunday.
    LastOfMayButWhitsun,
    /// Days after the first of Tishri, new year of the Hebrew calendar.
    Tishri(i16),
    /// Days after the beginning of Hanukkah.
    Hanukkah(i8),
    /// The fifteenth of Shevat, new year of the trees.
    Shevat,
    /// Twelve days after the beginning of Passover, but no Friday and no Sunday.
    YomHaShoah,
    /// A month and day of the Islamic calendar.
    Hijri(u8, u8),
    /// Days after new year of the Chinese calendar.
    ChineseNewYear(i8),
    /// A day of a lunar month of the Hindu calendar, and so many days after it.
    Hindu(LunarDay, i8),
    /// The day the sun enters a sign of the Hindu zodiac, and so many days after it.
    Sign(u8, i8),
    /// New year of the Parsi calendar of 365 days.
    Parsi,
    /// A month and day, but the one before where that is a Sunday.
    ButSunday(u8, u8),
    /// Emancipation Day in Washington: 16 April, kept on the workday nearest to it.
    Emancipation,
    /// The last day to file taxes in the United States: the first workday from 15 April.
    TaxDay,
    /// Days that follow no rule, by year, month and day.
    Days(&'static [(i32, u8, u8)]),
}

impl Holiday {
    /// The holiday of that key.
    pub fn named(key: &str) -> Option<Holiday> {
        HOLIDAYS.iter().find(|(known, _)| *known == key).map(|&(key, rule)| Holiday { key, rule })
    }

    /// Every holiday known.
    pub fn all() -> impl Iterator<Item = Holiday> {
        HOLIDAYS.iter().map(|&(key, rule)| Holiday { key, rule })
    }

    /// The key it is known by.
    pub fn key(&self) -> &'static str {
        self.key
    }

    /// Its day in a year, the first where it has several; None where it has none, or none is known.
    pub fn date(&self, year: i32) -> Option<NaiveDate> {
        let day = match self.rule {
            Rule::Fixed(month, day) => calendar::date(year, month, day),
            Rule::Nth(month, nth, weekday, after) => {
                calendar::add_days(calendar::nth_weekday(year, month, nth, weekday)?, i64::from(after))
            }
            Rule::Before(month, day, weekday) => {
                calendar::weekday_from(calendar::add_days(calendar::date(year, month, day)?, -7)?, weekday)
            }
            Rule::Easter(days) => calendar::add_days(calendar::easter(year)?, i64::from(days)),
            Rule::Orthodox(days) => calendar::add_days(calendar::orthodox_easter(year)?, i64::from(days)),
            Rule::Advent(weeks) => {
                let last = calendar::weekday_from(calendar::date(year, 12, 18)?, Weekday::Sunday)?;
                calendar::add_days(last, 7 - 7 * i64::from(weeks))
            }
            Rule::Tishri(days) => calendar::add_days(lunar::tishri(year)?, i64::from(days)),
            Rule::Hanukkah(days) => calendar::add_days(lunar::hanukkah(year)?, i64::from(days)),
            Rule::Shevat => lunar::shevat(year),
            Rule::YomHaShoah => {
                let day = calendar::add_days(lunar::tishri(year)?, -151)?;
                let moved = match day.weekday() {
                    chrono::Weekday::Fri => -1,
                    chrono::Weekday::Sun => 1,
                    _ => 0,
                };
                calendar::add_days(day, moved)
            }
            Rule::Hijri(month, day) => lunar::hijri(year, month, day),
            Rule::ChineseNewYear(days) => calendar::add_days(lunar::chinese_new_year(year)?, i64::from(days)),
            Rule::Hindu(of, after) => calendar::add_days(hindu::lunar_day(year, of)?, i64::from(after)),
            Rule::Sign(sign, after) => calendar::add_days(hindu::sign_entered(year, sign)?, i64::from(after)),
            Rule::Parsi => {
                let known = calendar::date(2018, 8, 17)?;
                calendar::add_days(known, (i64::from(year) - 2018) * 365)
            }
            Rule::ButSunday(month, day) => {
                let day = calendar::date(year, month, day)?;
                calendar::add_days(day, if day.weekday() == chrono::Weekday::Sun { -1 } else { 0 })
            }
            Rule::Emancipation => emancipation(year),
            Rule::TaxDay => {
                let first = calendar::date(year, 4, 15)?;
                let mut days = (0..7).filter_map(|after| calendar::add_days(first, after));
                days.find(|day| day.weekday().number_from_monday() < 6 && Some(*day) != emancipation(year))
            }
            Rule::Days(days) => {
                let &(_, month, day) = days.iter().find(|(known, ..)| *known == year)?;
                calendar::date(year, month, day)
            }
            Rule::LastOfMayButWhitsun => {
                let last = calendar::nth_weekday(year, 5, -1, Weekday::Sunday)?;
                let whit_sunday = calendar::add_days(calendar::easter(year)?, 49)?;
                calendar::add_days(last, if last == whit_sunday { 7 } else { 0 })
            }
        };
        day.filter(|day| day.year() == year)
    }

    /// How many days it lasts.
    ///
    /// ```
    /// use chronique::value::Holiday;
    ///
    /// assert_eq!(Holiday::named("hanukkah").unwrap().days(), 8);
    /// assert_eq!(Holiday::named("christmas").unwrap().days(), 1);
    /// ```
    pub fn days(&self) -> u16 {
        LONG.iter().find(|(key, _)| *key == self.key).map_or(1, |&(_, days)| days)
    }
}

/// Emancipation Day in Washington.
fn emancipation(year: i32) -> Option<NaiveDate> {
    let day = calendar::date(year, 4, 16)?;
    calendar::add_days(
        day,
        match day.weekday() {
            chrono::Weekday::Sat => -1,
            chrono::Weekday::Sun => 1,
            _ => 0,
        },
    )
}

/// A day of a lunar month of the Hindu calendar, at an hour of the day.
const fn hindu(month: u8, tithi: u8, hour: u8) -> Rule {
    Rule::Hindu(LunarDay { month, tithi, hour }, 0)
}

/// Feasts of several days, with how many.
const LONG: &[(&str, u16)] = &[
    ("lent", 46),
    ("orthodox-lent", 41),
    ("passover", 8),
    ("sukkot", 7),
    ("hanukkah", 8),
    ("navaratri", 9),
    ("kwanzaa", 7),
    ("us:emergency-medical-services-week", 7),
    ("fr:heritage-days", 2),
];

use Rule::{Advent, Before, Easter, Fixed, Hijri, LastOfMayButWhitsun, Nth, Orthodox, Tishri};
use Weekday::{Friday, Monday, Sunday, Thursday, Tuesday};

/// Keys and rules.
const HOLIDAYS: &[(&str, Rule)] = &[
    // Fixed days kept in many countries.
    ("new-year", Fixed(1, 1)),
    ("new-year-eve", Fixed(12, 31)),
    ("epiphany", Fixed(1, 6)),
    ("candlemas", Fixed(2, 2)),
    ("valentine", Fixed(2, 14)),
    ("womens-day", Fixed(3, 8)),
    ("st-patrick", Fixed(3, 17)),
    ("annunciation", Fixed(3, 25)),
    ("april-fools", Fixed(4, 1)),
    ("st-george", Fixed(4, 23)),
    ("earth-day", Fixed(4, 22)),
    ("walpurgis", Fixed(4, 30)),
    ("may-day", Fixed(5, 1)),
    ("europe-day", Fixed(5, 9)),
    ("environment-day", Fixed(6, 5)),
    ("music-day", Fixed(6, 21)),
    ("st-john", Fixed(6, 24)),
    ("assumption", Fixed(8, 15)),
    ("halloween", Fixed(10, 31)),
    ("all-saints", Fixed(11, 1)),
    ("all-souls", Fixed(11, 2)),
    ("armistice", Fixed(11, 11)),
    ("st-martin", Fixed(11, 11)),
    ("childrens-day", Fixed(11, 20)),
    ("st-catherine", Fixed(11, 25)),
    ("st-andrew", Fixed(11, 30)),
    ("aids-day", Fixed(12, 1)),
    ("st-nicholas", Fixed(12, 6)),
    ("immaculate-conception", Fixed(12, 8)),
    ("human-rights-day", Fixed(12, 10)),
    ("st-lucy", Fixed(12, 13)),
    ("christmas-eve", Fixed(12, 24)),
    ("christmas", Fixed(12, 25)),
    ("boxing-day", Fixed(12, 26)),
    ("st-stephen", Fixed(12, 26)),
    ("holy-innocents", Fixed(12, 28)),
    ("kwanzaa", Fixed(12, 26)),
    // Days that the United Nations and other bodies of all countries proclaim.
    ("wetlands-day", Fixed(2, 2)),
    ("cancer-day", Fixed(2, 4)),
    ("radio-day", Fixed(2, 13)),
    ("mother-language-day", Fixed(2, 21)),
    ("wildlife-day", Fixed(3, 3)),
    ("francophonie-day", Fixed(3, 20)),
    ("happiness-day", Fixed(3, 20)),
    ("forests-day", Fixed(3, 21)),
    ("poetry-day", Fixed(3, 21)),
    ("down-syndrome-day", Fixed(3, 21)),
    ("racial-discrimination-day", Fixed(3, 21)),
    ("water-day", Fixed(3, 22)),
    ("meteorological-day", Fixed(3, 23)),
    ("tuberculosis-day", Fixed(3, 24)),
    ("autism-day", Fixed(4, 2)),
    ("health-day", Fixed(4, 7)),
    ("book-day", Fixed(4, 23)),
    ("malaria-day", Fixed(4, 25)),
    ("workers-memorial-day", Fixed(4, 28)),
    ("jazz-day", Fixed(4, 30)),
    ("press-freedom-day", Fixed(5, 3)),
    ("red-cross-day", Fixed(5, 8)),
    ("nurses-day", Fixed(5, 12)),
    ("families-day", Fixed(5, 15)),
    ("homophobia-day", Fixed(5, 17)),
    ("museum-day", Fixed(5, 18)),
    ("bee-day", Fixed(5, 20)),
    ("biodiversity-day", Fixed(5, 22)),
    ("africa-day", Fixed(5, 25)),
    ("no-tobacco-day", Fixed(5, 31)),
    ("oceans-day", Fixed(6, 8)),
    ("child-labour-day", Fixed(6, 12)),
    ("blood-donor-day", Fixed(6, 14)),
    ("refugee-day", Fixed(6, 20)),
    ("yoga-day", Fixed(6, 21)),
    ("olympic-day", Fixed(6, 23)),
    ("population-day", Fixed(7, 11)),
    ("emoji-day", Fixed(7, 17)),
    ("hepatitis-day", Fixed(7, 28)),
    ("friendship-day", Fixed(7, 30)),
    ("youth-day", Fixed(8, 12)),
    ("humanitarian-day", Fixed(8, 19)),
    ("literacy-day", Fixed(9, 8)),
    ("suicide-prevention-day", Fixed(9, 10)),
    ("democracy-day", Fixed(9, 15)),
    ("peace-day", Fixed(9, 21)),
    ("alzheimer-day", Fixed(9, 21)),
    ("languages-day", Fixed(9, 26)),
    ("tourism-day", Fixed(9, 27)),
    ("heart-day", Fixed(9, 29)),
    ("older-persons-day", Fixed(10, 1)),
    ("non-violence-day", Fixed(10, 2)),
    ("animal-day", Fixed(10, 4)),
    ("teachers-day", Fixed(10, 5)),
    ("mental-health-day", Fixed(10, 10)),
    ("death-penalty-day", Fixed(10, 10)),
    ("girls-day", Fixed(10, 11)),
    ("food-day", Fixed(10, 16)),
    ("poverty-day", Fixed(10, 17)),
    ("united-nations-day", Fixed(10, 24)),
    ("kindness-day", Fixed(11, 13)),
    ("diabetes-day", Fixed(11, 14)),
    ("mens-day", Fixed(11, 19)),
    ("violence-against-women-day", Fixed(11, 25)),
    ("disability-day", Fixed(12, 3)),
    ("volunteer-day", Fixed(12, 5)),
    ("anti-corruption-day", Fixed(12, 9)),
    ("migrants-day", Fixed(12, 18)),
    ("earth-hour", Nth(3, -1, Weekday::Saturday, 0)),
    ("philosophy-day", Nth(11, 3, Thursday, 0)),
    // Feasts that move with Easter.
    ("shrove-monday", Easter(-48)),
    ("shrove-tuesday", Easter(-47)),
    ("ash-wednesday", Easter(-46)),
    ("mid-lent", Easter(-24)),
    ("palm-sunday", Easter(-7)),
    ("maundy-thursday", Easter(-3)),
    ("lent", Easter(-46)),
    ("good-friday", Easter(-2)),
    ("holy-saturday", Easter(-1)),
    ("easter", Easter(0)),
    ("easter-monday", Easter(1)),
    ("low-sunday", Easter(7)),
    ("ascension", Easter(39)),
    ("pentecost", Easter(49)),
    ("whit-monday", Easter(50)),
    ("trinity", Easter(56)),
    ("corpus-christi", Easter(60)),
    ("orthodox-easter", Orthodox(0)),
    ("clean-monday", Orthodox(-48)),
    ("orthodox-lent", Orthodox(-48)),
    ("lazarus-saturday", Orthodox(-8)),
    ("orthodox-good-friday", Orthodox(-2)),
    ("orthodox-christmas", Fixed(1, 7)),
    ("orthodox-new-year", Fixed(1, 14)),
    // Advent.
    ("advent-1", Advent(4)),
    ("advent-2", Advent(3)),
    ("advent-3", Advent(2)),
    ("advent-4", Advent(1)),
    // Jewish feasts, by the day that follows the evening they begin with.
    ("rosh-hashanah", Tishri(0)),
    ("yom-kippur", Tishri(9)),
    ("sukkot", Tishri(14)),
    ("shemini-atzeret", Tishri(21)),
    ("simchat-torah", Tishri(22)),
    ("hanukkah", Rule::Hanukkah(0)),
    ("tu-bishvat", Rule::Shevat),
    ("purim", Tishri(-193)),
    ("passover", Tishri(-163)),
    ("yom-hashoah", Rule::YomHaShoah),
    ("lag-baomer", Tishri(-130)),
    ("shavuot", Tishri(-113)),
    // Islamic feasts.
    ("islamic-new-year", Hijri(1, 1)),
    ("ashura", Hijri(1, 10)),
    ("mawlid", Hijri(3, 12)),
    ("isra-and-miraj", Hijri(7, 27)),
    ("ramadan", Hijri(9, 1)),
    ("laylat-al-qadr", Hijri(9, 27)),
    ("eid-al-fitr", Hijri(10, 1)),
    ("day-of-arafah", Hijri(12, 9)),
    ("eid-al-adha", Hijri(12, 10)),
    // Asian feasts.
    ("chinese-new-year", Rule::ChineseNewYear(0)),
    ("lantern-festival", Rule::ChineseNewYear(14)),
    // Hindu feasts and those of other calendars of India.
    ("ugadi", hindu(1, 1, 6)),
    ("ram-navami", hindu(1, 9, 12)),
    ("vesak", hindu(2, 15, 6)),
    ("raksha-bandhan", hindu(5, 15, 16)),
    ("janmashtami", hindu(5, 23, 23)),
    ("ganesh-chaturthi", hindu(6, 4, 12)),
    ("navaratri", hindu(7, 1, 6)),
    ("hanuman-jayanti", hindu(1, 15, 6)),
    ("mahavir-jayanti", hindu(1, 13, 6)),
    ("ratha-yatra", hindu(4, 2, 6)),
    ("guru-purnima", hindu(4, 15, 6)),
    ("maha-ashtami", hindu(7, 8, 7)),
    ("maha-navami", hindu(7, 9, 7)),
    ("dhanteras", hindu(7, 28, 18)),
    ("govardhan-puja", hindu(8, 1, 8)),
    ("bhai-dooj", hindu(8, 2, 13)),
    ("guru-nanak-jayanti", hindu(8, 15, 6)),
    ("maha-saptami", hindu(7, 7, 7)),
    ("dussehra", hindu(7, 10, 12)),
    ("karva-chauth", hindu(7, 19, 20)),
    ("diwali", hindu(7, 30, 18)),
    ("chhath", hindu(8, 6, 17)),
    ("vasant-panchami", hindu(11, 5, 9)),
    ("maha-shivaratri", hindu(11, 29, 23)),
    ("holika-dahan", hindu(12, 15, 18)),
    ("holi", Rule::Hindu(LunarDay { month: 12, tithi: 15, hour: 20 }, 1)),
    ("vaisakhi", Rule::Sign(0, 0)),
    ("bhogi", Rule::Sign(9, -1)),
    ("pongal", Rule::Sign(9, 0)),
    ("mattu-pongal", Rule::Sign(9, 1)),
    ("kaanum-pongal", Rule::Sign(9, 2)),
    ("parsi-new-year", Rule::Parsi),
    // France and French-speaking countries.
    ("victory-day", Fixed(5, 8)),
    ("bastille-day", Fixed(7, 14)),
    ("appeal-of-18-june", Fixed(6, 18)),
    ("fr:grandmothers-day", Nth(3, 1, Sunday, 0)),
    ("fr:mothers-day", LastOfMayButWhitsun),
    ("fr:fathers-day", Nth(6, 3, Sunday, 0)),
    ("fr:neighbours-day", Before(6, 1, Friday)),
    ("fr:heritage-days", Nth(9, 3, Weekday::Saturday, 0)),
    ("be:national-day", Fixed(7, 21)),
    ("be:mothers-day", Nth(5, 2, Sunday, 0)),
    ("ch:national-day", Fixed(8, 1)),
    ("lu:national-day", Fixed(6, 23)),
    ("quebec:national-day", Fixed(6, 24)),
    // The United States.
    ("us:independence-day", Fixed(7, 4)),
    ("us:juneteenth", Fixed(6, 19)),
    ("us:flag-day", Fixed(6, 14)),
    ("us:veterans-day", Fixed(11, 11)),
    ("us:groundhog-day", Fixed(2, 2)),
    ("us:cinco-de-mayo", Fixed(5, 5)),
    ("us:patriot-day", Fixed(9, 11)),
    ("us:pearl-harbor-day", Fixed(12, 7)),
    ("us:tax-day", Rule::TaxDay),
    ("us:emancipation-day", Rule::Emancipation),
    ("us:lincolns-birthday", Fixed(2, 12)),
    ("us:loyalty-day", Fixed(5, 1)),
    ("us:law-day", Fixed(5, 1)),
    ("us:rosa-parks-day", Fixed(2, 4)),
    ("us:cesar-chavez-day", Fixed(3, 31)),
    ("us:siblings-day", Fixed(4, 10)),
    ("us:arbor-day", Nth(4, -1, Friday, 0)),
    ("us:peace-officers-memorial-day", Fixed(5, 15)),
    ("us:armed-forces-day", Nth(5, 3, Weekday::Saturday, 0)),
    ("us:maritime-day", Fixed(5, 22)),
    ("us:womens-equality-day", Fixed(8, 26)),
    ("us:constitution-day", Fixed(9, 17)),
    ("us:leif-erikson-day", Fixed(10, 9)),
    ("us:military-spouse-day", Nth(5, 2, Sunday, -2)),
    ("us:emergency-medical-services-week", Nth(5, 3, Sunday, 0)),
    ("us:daylight-saving-start", Nth(3, 2, Sunday, 0)),
    ("us:daylight-saving-end", Nth(11, 1, Sunday, 0)),
    ("us:super-tuesday", Rule::Days(SUPER_TUESDAYS)),
    ("us:pi-day", Fixed(3, 14)),
    ("us:martin-luther-king-day", Nth(1, 3, Monday, 0)),
    ("us:presidents-day", Nth(2, 3, Monday, 0)),
    ("us:patriots-day", Nth(4, 3, Monday, 0)),
    ("us:administrative-professionals-day", Before(4, 28, Weekday::Wednesday)),
    ("us:mothers-day", Nth(5, 2, Sunday, 0)),
    ("us:memorial-day", Nth(5, -1, Monday, 0)),
    ("us:fathers-day", Nth(6, 3, Sunday, 0)),
    ("us:labor-day", Nth(9, 1, Monday, 0)),
    ("us:grandparents-day", Nth(9, 1, Monday, 6)),
    ("us:columbus-day", Nth(10, 2, Monday, 0)),
    ("us:bosses-day", Fixed(10, 16)),
    ("us:election-day", Nth(11, 1, Monday, 1)),
    ("us:thanksgiving", Nth(11, 4, Thursday, 0)),
    ("us:black-friday", Nth(11, 4, Thursday, 1)),
    ("us:small-business-saturday", Nth(11, 4, Thursday, 2)),
    ("us:cyber-monday", Nth(11, 4, Thursday, 4)),
    ("us:giving-tuesday", Nth(11, 4, Thursday, 5)),
    ("us:inauguration-day", Fixed(1, 20)),
    // Canada.
    ("ca:canada-day", Fixed(7, 1)),
    ("ca:family-day", Nth(2, 3, Monday, 0)),
    ("ca:victoria-day", Before(5, 25, Monday)),
    ("ca:civic-holiday", Nth(8, 1, Monday, 0)),
    ("ca:labour-day", Nth(9, 1, Monday, 0)),
    ("ca:reconciliation-day", Fixed(9, 30)),
    ("ca:thanksgiving", Nth(10, 2, Monday, 0)),
    ("remembrance-day", Fixed(11, 11)),
    // The United Kingdom and Ireland.
    ("uk:burns-night", Fixed(1, 25)),
    ("uk:mothering-sunday", Easter(-21)),
    ("uk:early-may-bank-holiday", Nth(5, 1, Monday, 0)),
    ("uk:spring-bank-holiday", Nth(5, -1, Monday, 0)),
    ("uk:summer-bank-holiday", Nth(8, -1, Monday, 0)),
    ("uk:fathers-day", Nth(6, 3, Sunday, 0)),
    ("uk:remembrance-sunday", Nth(11, 2, Sunday, 0)),
    ("uk:guy-fawkes", Fixed(11, 5)),
    ("uk:st-david", Fixed(3, 1)),
    ("uk:twelfth-of-july", Fixed(7, 12)),
    // Australia and New Zealand.
    ("au:australia-day", Fixed(1, 26)),
    ("au:anzac-day", Fixed(4, 25)),
    ("au:melbourne-cup", Nth(11, 1, Tuesday, 0)),
    ("nz:waitangi-day", Fixed(2, 6)),
    // Other national days that news of all countries names.
    ("nl:kings-day", Rule::ButSunday(4, 27)),
    ("de:unity-day", Fixed(10, 3)),
    ("ru:victory-day", Fixed(5, 9)),
    ("in:republic-day", Fixed(1, 26)),
    ("in:independence-day", Fixed(8, 15)),
    ("in:gandhi-jayanti", Fixed(10, 2)),
    ("mx:day-of-the-dead", Fixed(11, 2)),
    ("za:mandela-day", Fixed(7, 18)),
    ("holocaust-remembrance-day", Fixed(1, 27)),
];

/// The day on which most states of the United States hold their primary elections.
const SUPER_TUESDAYS: &[(i32, u8, u8)] = &[
    (1988, 3, 8),
    (1992, 3, 10),
    (1996, 3, 12),
    (2000, 3, 7),
    (2004, 3, 2),
    (2008, 2, 5),
    (2012, 3, 6),
    (2016, 3, 1),
    (2020, 3, 3),
    (2024, 3, 5),
];
