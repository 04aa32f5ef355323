//! The Hindu calendar: days of its months by the places of sun and moon, as India keeps them.
//!
//! Longitudes are by the greatest terms of the theories in Meeus, "Astronomical Algorithms", right to a few minutes of time.

use chrono::{Datelike, NaiveDate};

use super::calendar::{add_days, date};

/// A day of a lunar month that begins with the new moon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct LunarDay {
    /// Chaitra is 1.
    pub month: u8,
    /// The thirtieth of the way from new moon to new moon, 1 to 30.
    pub tithi: u8,
    /// The hour of the day, in India, at which it must hold.
    pub hour: u8,
}

/// The first day of a Gregorian year on which the lunar day holds at its hour.
pub(super) fn lunar_day(year: i32, of: LunarDay) -> Option<NaiveDate> {
    let new_moon = month_begin(year, of.month)?;
    (0..=31)
        .filter_map(|days| add_days(new_moon, days))
        .skip_while(|day| elongation(moment(*day, 5.0)) > 300.0)
        .find(|day| elongation(moment(*day, f64::from(of.hour))) >= f64::from(of.tithi - 1) * 12.0)
        .filter(|day| day.year() == year)
}

/// The day on which the sun, before it sets in India, has come to a sign of the sidereal zodiac; Aries is 0.
pub(super) fn sign_entered(year: i32, sign: u8) -> Option<NaiveDate> {
    const SUNSET: f64 = 18.0;
    // The sun comes to the first sign in the middle of April.
    let near = add_days(date(year, 4, 14)?, i64::from(sign) * 3044 / 100)?;
    let near = if near.year() > year { near.with_year(year)? } else { near };
    let begun =
        |day: &NaiveDate| (sidereal_sun(moment(*day, SUNSET)) - f64::from(sign) * 30.0).rem_euclid(360.0) < 180.0;
    (-10..=10).filter_map(|days| add_days(near, days)).find(begun)
}

/// The day of the new moon that begins a month; of two months of one name, the second.
fn month_begin(year: i32, month: u8) -> Option<NaiveDate> {
    let sign = f64::from((month + 10) % 12);
    // From the new moon before the year to the last one in it.
    let mut day = add_days(date(year, 1, 1)?, -31)?;
    let mut found = None;
    while day.year() <= year {
        let new_moon = next_new_moon(day)?;
        let begins =
            date(2000, 1, 1).and_then(|epoch| add_days(epoch, (new_moon + 0.5 + INDIA / 24.0).floor() as i64))?;
        // A month that begins with the last days of the year belongs to the next.
        if (sidereal_sun(new_moon) / 30.0).floor() == sign && (begins.year() == year || begins.month() == 12) {
            found = Some(begins);
        }
        day = add_days(begins, 20)?;
    }
    found
}

/// The first new moon after a day, in days after the epoch.
fn next_new_moon(day: NaiveDate) -> Option<f64> {
    let start = moment(day, 12.0);
    let mut at = start + (360.0 - elongation(start)) / MEAN_MOTION;
    for _ in 0..4 {
        let off = (elongation(at) + 180.0).rem_euclid(360.0) - 180.0;
        at -= off / MEAN_MOTION;
    }
    Some(at)
}

/// How far the moon goes from the sun in a day, in degrees.
const MEAN_MOTION: f64 = 12.190_749;

/// Hours that India is ahead of UTC.
const INDIA: f64 = 5.5;

/// Days after noon of 1 January 2000 UTC, of an hour in India.
fn moment(day: NaiveDate, hour: f64) -> f64 {
    f64::from(day.num_days_from_ce() - 730_120) + (hour - INDIA - 12.0) / 24.0
}

/// How far the moon is ahead of the sun, in degrees.
fn elongation(at: f64) -> f64 {
    (moon(at) - sun(at)).rem_euclid(360.0)
}

fn centuries(at: f64) -> f64 {
    at / 36_525.0
}

/// The mean anomaly of the sun, in degrees.
fn anomaly_of_sun(t: f64) -> f64 {
    357.529_11 + 35_999.050_29 * t
}

/// The longitude of the sun, in degrees.
fn sun(at: f64) -> f64 {
    let t = centuries(at);
    let m = anomaly_of_sun(t).to_radians();
    let centre = (1.914_602 - 0.004_817 * t) * m.sin() + 0.019_993 * (2.0 * m).sin() + 0.000_289 * (3.0 * m).sin();
    (280.466_46 + 36_000.769_83 * t + centre - 0.005_69).rem_euclid(360.0)
}

/// The longitude of the sun from the fixed star that the zodiac of India begins opposite to, in degrees.
fn sidereal_sun(at: f64) -> f64 {
    (sun(at) - 23.853 - 1.396_97 * centuries(at)).rem_euclid(360.0)
}

/// Degrees, and how many times the elongation, the sun's and the moon's anomaly and the latitude's argument.
const MOON: [(f64, [i8; 4]); 18] = [
    (6.288_774, [0, 0, 1, 0]),
    (1.274_027, [2, 0, -1, 0]),
    (0.658_314, [2, 0, 0, 0]),
    (0.213_618, [0, 0, 2, 0]),
    (-0.185_116, [0, 1, 0, 0]),
    (-0.114_332, [0, 0, 0, 2]),
    (0.058_793, [2, 0, -2, 0]),
    (0.057_066, [2, -1, -1, 0]),
    (0.053_322, [2, 0, 1, 0]),
    (0.045_758, [2, -1, 0, 0]),
    (-0.040_923, [0, 1, -1, 0]),
    (-0.034_720, [1, 0, 0, 0]),
    (-0.030_383, [0, 1, 1, 0]),
    (0.015_327, [2, 0, 0, -2]),
    (-0.012_528, [0, 0, 1, 2]),
    (0.010_980, [0, 0, 1, -2]),
    (0.010_675, [4, 0, -1, 0]),
    (0.010_034, [0, 0, 3, 0]),
];

/// The longitude of the moon, in degrees.
fn moon(at: f64) -> f64 {
    let t = centuries(at);
    let arguments = [
        297.850_192 + 445_267.111_403 * t,
        anomaly_of_sun(t),
        134.963_396 + 477_198.867_506 * t,
        93.272_095 + 483_202.017_523 * t,
    ];
    let term = |(size, times): &(f64, [i8; 4])| {
        let angle: f64 = times.iter().zip(arguments).map(|(&times, argument)| f64::from(times) * argument).sum();
        size * angle.to_radians().sin()
    };
    (218.316_448 + 481_267.881_234 * t + MOON.iter().map(term).sum::<f64>()).rem_euclid(360.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn day(month: u8, tithi: u8, hour: u8) -> LunarDay {
        LunarDay { month, tithi, hour }
    }

    #[test]
    fn days_of_months_are_those_of_published_almanacs() {
        let diwali = day(7, 30, 18);
        assert_eq!(lunar_day(2019, diwali), date(2019, 10, 27));
        assert_eq!(lunar_day(2023, diwali), date(2023, 11, 12));
        assert_eq!(lunar_day(2020, diwali), date(2020, 11, 14));
        assert_eq!(lunar_day(2024, day(12, 15, 18)), date(2024, 3, 24));
        assert_eq!(lunar_day(2023, day(6, 4, 12)), date(2023, 9, 19));
        assert_eq!(lunar_day(2021, day(7, 10, 12)), date(2021, 10, 15));
        assert_eq!(lunar_day(2023, day(11, 29, 23)), date(2023, 2, 18));
    }

    #[test]
    fn the_sun_enters_signs_on_the_days_of_their_feasts() {
        assert_eq!(sign_entered(2023, 0), date(2023, 4, 14));
        assert_eq!(sign_entered(2017, 9), date(2017, 1, 14));
        assert_eq!(sign_entered(2020, 9), date(2020, 1, 15));
    }
}
