//! Calendars that follow the moon: the Hebrew by its arithmetic, the Islamic and the Chinese by tables.

use chrono::{Datelike, NaiveDate};

use super::calendar::{add_days, date};

/// The first of Tishri in a Gregorian year, Rosh Hashanah.
///
/// By the mean new moon and the four postponements, as Reingold and Dershowitz put them ("Calendrical Calculations").
pub(super) fn tishri(year: i32) -> Option<NaiveDate> {
    hebrew_new_year(i64::from(year) + 3761)
}

/// The 25th of Kislev in a Gregorian year, the first day of Hanukkah.
pub(super) fn hanukkah(year: i32) -> Option<NaiveDate> {
    let (this, next) = (tishri(year)?, tishri(year.checked_add(1)?)?);
    let long_autumn = next.signed_duration_since(this).num_days() % 10 == 5;
    add_days(this, if long_autumn { 84 } else { 83 })
}

/// The 15th of Shevat in a Gregorian year, new year of the trees: the months from it to Tishri are of even lengths, but that a
/// leap year has one of thirty days more.
pub(super) fn shevat(year: i32) -> Option<NaiveDate> {
    let (last, this) = (tishri(year.checked_sub(1)?)?, tishri(year)?);
    let leap = this.signed_duration_since(last).num_days() > 380;
    add_days(this, if leap { -252 } else { -222 })
}

/// The days from the epoch of the Hebrew calendar to the mean new moon of a year, put off by that year's own rules.
fn hebrew_elapsed(year: i64) -> i64 {
    let months = (235 * year - 234).div_euclid(19);
    let parts = 12_084 + 13_753 * months;
    let days = 29 * months + parts.div_euclid(25_920);
    if (3 * (days + 1)).rem_euclid(7) < 3 { days + 1 } else { days }
}

fn hebrew_new_year(year: i64) -> Option<NaiveDate> {
    /// The day before the epoch, 7 October 3761 BCE of the Julian calendar, in days after 1 January of the year 1.
    const EPOCH: i64 = -1_373_428;
    let (before, this, next) = (hebrew_elapsed(year - 1), hebrew_elapsed(year), hebrew_elapsed(year + 1));
    let put_off = match (next - this, this - before) {
        (356, _) => 2,
        (_, 382) => 1,
        _ => 0,
    };
    add_days(date(1, 1, 1)?, EPOCH + this + put_off)
}

/// Which months of a year have thirty days, the first month in the lowest bit, from the year 1400: the Umm al-Qura calendar, which is the
/// civil calendar of Saudi Arabia, from 20 November 1979 to 20 May 2061.
const HIJRI_MONTHS: [u16; 84] = [
    0xd4b, 0x52a, 0xa57, 0x4ae, 0x976, 0x56c, 0xb55, 0xaaa, 0xa55, 0x4ad, 0x95d, 0x2da, 0x5d9, 0xdb2, 0xba4, 0xb4a,
    0xa55, 0x2b5, 0x575, 0xb6a, 0xbd2, 0xbc4, 0xb89, 0xa95, 0x52d, 0x5ad, 0xb6a, 0x6d4, 0xdc9, 0xd92, 0xaa6, 0x956,
    0x2ae, 0x56d, 0x36a, 0xb55, 0xaaa, 0x94d, 0x49d, 0x95d, 0x2ba, 0x5b5, 0x5aa, 0xd55, 0xa9a, 0x92e, 0x26e, 0x55d,
    0xada, 0x6d4, 0x6a5, 0x54b, 0xa97, 0x54e, 0xaae, 0x5ac, 0xba9, 0xd92, 0xb25, 0x64b, 0xcab, 0x55a, 0xb55, 0x6d2,
    0xea5, 0xe4a, 0xa95, 0x52d, 0xaad, 0x36c, 0x759, 0x6d2, 0x695, 0x52d, 0xa5b, 0x4ba, 0x9ba, 0x3b4, 0xb69, 0xb52,
    0xaa6, 0x4b6, 0x96d, 0x2ec,
];

/// The first day in a Gregorian year that is that day of the Islamic calendar; by its arithmetic where the table has
/// no such year.
pub(super) fn hijri(year: i32, month: u8, day: u8) -> Option<NaiveDate> {
    if (1980..2061).contains(&year) { by_table(year, month, day) } else { by_arithmetic(year, month, day) }
}

/// The same by the cycle of thirty years, of which eleven have a day more.
fn by_arithmetic(year: i32, month: u8, day: u8) -> Option<NaiveDate> {
    /// The day before the epoch, 16 July 622 of the Julian calendar, in days after 1 January of the year 1.
    const EPOCH: i64 = 227_013;
    let of = |hijri: i64| {
        let before = (hijri - 1) * 354 + (3 + 11 * hijri).div_euclid(30);
        let months = i64::from(month) - 1;
        add_days(date(1, 1, 1)?, EPOCH + before + months * 29 + (months + 1) / 2 + i64::from(day) - 1)
    };
    let near = (i64::from(year) - 622) * 33 / 32;
    (near - 1..=near + 3).filter_map(of).find(|found| found.year() == year)
}

fn by_table(year: i32, month: u8, day: u8) -> Option<NaiveDate> {
    let days_of =
        |months: u16, count: u8| i64::from(count) * 29 + i64::from((months & ((1 << count) - 1)).count_ones());
    let before = month.checked_sub(1).filter(|months| *months < 12)?;
    let mut new_year = date(1979, 11, 20)?;
    for months in HIJRI_MONTHS {
        let found = add_days(new_year, days_of(months, before) + i64::from(day) - 1)?;
        if found.year() >= year {
            return Some(found).filter(|found| found.year() == year);
        }
        new_year = add_days(new_year, days_of(months, 12))?;
    }
    None
}

/// New year of the Chinese calendar from 1980, in days after 20 January.
const CHINESE: [u8; 81] = [
    27, 16, 5, 24, 13, 31, 20, 9, 28, 17, 7, 26, 15, 3, 21, 11, 30, 18, 8, 27, 16, 4, 23, 12, 2, 20, 9, 29, 18, 6, 25,
    14, 3, 21, 11, 30, 19, 8, 27, 16, 5, 23, 12, 2, 21, 9, 28, 17, 6, 24, 14, 3, 22, 11, 30, 19, 8, 26, 15, 4, 23, 12,
    2, 21, 10, 28, 17, 6, 25, 13, 3, 22, 12, 30, 19, 8, 26, 15, 4, 23, 13,
];

/// New year of the Chinese calendar, from 1980 to 2060.
pub(super) fn chinese_new_year(year: i32) -> Option<NaiveDate> {
    let days = CHINESE.get(usize::try_from(year.checked_sub(1980)?).ok()?)?;
    add_days(date(year, 1, 20)?, i64::from(*days))
}
