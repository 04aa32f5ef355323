//! Holidays fall on the days that calendars of the past and the next years show.

use chronique::value::{Holiday, calendar};

fn on(key: &str, year: i32) -> String {
    let holiday = Holiday::named(key).unwrap_or_else(|| panic!("no holiday {key}"));
    holiday.date(year).map_or_else(|| "-".to_owned(), |day| day.format("%m-%d").to_string())
}

/// Checks lines of a key, a year and a month with its day.
fn check(table: &str) {
    for line in table.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let &[key, year, day] = fields.as_slice() else { panic!("{line}") };
        assert_eq!(on(key, year.parse().unwrap()), day, "{line}");
    }
}

#[test]
fn feasts_that_move_with_easter() {
    check(
        "shrove-tuesday 2023 02-21
         ash-wednesday 2024 02-14
         palm-sunday 2023 04-02
         good-friday 2024 03-29
         easter-monday 2023 04-10
         ascension 2023 05-18
         ascension 2008 05-01
         pentecost 2023 05-28
         whit-monday 2024 05-20
         corpus-christi 2023 06-08
         uk:mothering-sunday 2024 03-10
         orthodox-easter 2024 05-05",
    );
}

#[test]
fn advent_ends_on_the_sunday_before_christmas() {
    check(
        "advent-1 2022 11-27
         advent-1 2023 12-03
         advent-4 2022 12-18
         advent-4 2023 12-24",
    );
}

#[test]
fn french_days() {
    check(
        "fr:mothers-day 2023 06-04
         fr:mothers-day 2024 05-26
         fr:mothers-day 2026 05-31
         fr:fathers-day 2024 06-16
         fr:grandmothers-day 2024 03-03
         victory-day 2024 05-08
         bastille-day 2024 07-14
         all-saints 2024 11-01
         armistice 2024 11-11
         candlemas 2024 02-02
         fr:heritage-days 2024 09-21",
    );
}

#[test]
fn american_days() {
    check(
        "us:martin-luther-king-day 2024 01-15
         us:presidents-day 2024 02-19
         us:mothers-day 2024 05-12
         us:memorial-day 2024 05-27
         us:labor-day 2024 09-02
         us:columbus-day 2024 10-14
         us:election-day 2022 11-08
         us:election-day 2016 11-08
         us:thanksgiving 2024 11-28
         us:black-friday 2024 11-29
         us:cyber-monday 2024 12-02
         us:giving-tuesday 2024 12-03
         ca:thanksgiving 2024 10-14
         ca:victoria-day 2024 05-20
         ca:victoria-day 2026 05-18
         us:administrative-professionals-day 2024 04-24",
    );
}

#[test]
fn british_and_southern_days() {
    check(
        "uk:guy-fawkes 2024 11-05
         uk:early-may-bank-holiday 2024 05-06
         uk:summer-bank-holiday 2024 08-26
         uk:remembrance-sunday 2023 11-12
         boxing-day 2024 12-26
         au:anzac-day 2024 04-25
         au:melbourne-cup 2024 11-05",
    );
}

#[test]
fn feasts_that_follow_the_moon() {
    check(
        "rosh-hashanah 2023 09-16
         rosh-hashanah 2000 09-30
         yom-kippur 1973 10-06
         sukkot 2024 10-17
         hanukkah 2016 12-25
         hanukkah 2023 12-08
         hanukkah 2024 12-26
         purim 2024 03-24
         passover 2023 04-06
         passover 2024 04-23
         shavuot 2024 06-12
         ramadan 2023 03-23
         ramadan 2030 01-05
         eid-al-fitr 2000 01-08
         eid-al-fitr 2023 04-21
         eid-al-adha 2023 06-28
         islamic-new-year 2023 07-19
         chinese-new-year 2023 01-22
         chinese-new-year 2033 01-31
         chinese-new-year 2061 -
         lantern-festival 2024 02-24
         diwali 2022 10-24
         diwali 2023 11-12
         diwali 2000 10-26",
    );
}

#[test]
fn feasts_of_india() {
    check(
        "dhanteras 2023 11-10
         diwali 2020 11-14
         bhai-dooj 2023 11-15
         guru-nanak-jayanti 2023 11-27
         ganesh-chaturthi 2023 09-19
         janmashtami 2019 08-23
         raksha-bandhan 2023 08-30
         dussehra 2022 10-05
         karva-chauth 2018 10-27
         chhath 2019 11-02
         vasant-panchami 2019 02-10
         maha-shivaratri 2020 02-21
         holi 2024 03-25
         ugadi 2018 03-18
         vaisakhi 2018 04-14
         pongal 2020 01-15
         parsi-new-year 2022 08-16",
    );
}

#[test]
fn days_that_are_moved() {
    check(
        "us:tax-day 2012 04-17
         us:tax-day 2011 04-18
         us:tax-day 2013 04-15
         us:emancipation-day 2011 04-15
         us:super-tuesday 2008 02-05
         us:super-tuesday 2009 -
         nl:kings-day 2014 04-26
         eid-al-fitr 1975 10-06
         eid-al-adha 1974 01-03",
    );
}

#[test]
fn keys_are_unique_and_found() {
    let mut keys: Vec<&str> = Holiday::all().map(|holiday| holiday.key()).collect();
    assert!(keys.iter().all(|key| Holiday::named(key).is_some_and(|holiday| holiday.key() == *key)));
    let all = keys.len();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), all);
}

#[test]
fn every_holiday_stays_within_its_year() {
    use chrono::Datelike;
    for year in [i32::MIN, -1, 0, 1, 2, 1582, 1900, 1979, 2024, 2060, 9998, 9999, 10_000, i32::MAX] {
        for holiday in Holiday::all() {
            if let Some(day) = holiday.date(year) {
                assert_eq!(day.year(), year, "{}", holiday.key());
            }
        }
    }
    assert_eq!(calendar::easter(i32::MIN), None);
}

#[test]
fn days_of_all_countries() {
    check(
        "water-day 2024 03-22
         press-freedom-day 2023 05-03
         philosophy-day 2024 11-21
         earth-hour 2024 03-30",
    );
}

#[test]
fn jewish_days_that_move_apart_from_the_feasts() {
    check(
        "tu-bishvat 2018 01-31
         tu-bishvat 2023 02-06
         tu-bishvat 2024 01-25
         yom-hashoah 2018 04-12
         yom-hashoah 2021 04-08
         yom-hashoah 2024 05-06",
    );
}
