//! What values are: their TIMEX3 form, read back as it was written, and their place on the calendar.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use chronique::value::{
    Amount, Bound, Clock, Date, DatePart, Duration, Era, Every, Grain, Instant, Interval, Modifier, PartOfDay,
    Recurrence, Resolved, Season, Time, Unit, Value, Weekday, Year, calendar,
};
use chronique::{Error, OffsetMap, Span};
use proptest::prelude::*;

fn read<T: FromStr<Err = Error>>(text: &str) -> T {
    text.parse().unwrap_or_else(|error| panic!("{error}"))
}

fn reads_back<T: FromStr<Err = Error> + Display + Debug + PartialEq>(value: T) {
    assert_eq!(read::<T>(&value.to_string()), value, "{value}");
}

/// The span of a date, as two days.
fn days(date: &str) -> Option<(String, String)> {
    read::<Date>(date).resolve().map(|(start, end)| (start.to_string(), end.to_string()))
}

fn some(start: &str, end: &str) -> Option<(String, String)> {
    Some((start.to_owned(), end.to_owned()))
}

#[test]
fn dates_have_their_span() {
    assert_eq!(days("2023-11-17"), some("2023-11-17", "2023-11-18"));
    assert_eq!(days("2024-02"), some("2024-02-01", "2024-03-01"));
    assert_eq!(days("2023"), some("2023-01-01", "2024-01-01"));
    assert_eq!(days("198"), some("1980-01-01", "1990-01-01"));
    assert_eq!(days("18"), some("1800-01-01", "1900-01-01"));
    assert_eq!(days("00"), some("0001-01-01", "0100-01-01"));
    assert_eq!(days("2023-Q4"), some("2023-10-01", "2024-01-01"));
    assert_eq!(days("2023-H2"), some("2023-07-01", "2024-01-01"));
    assert_eq!(days("2023-W47"), some("2023-11-20", "2023-11-27"));
    assert_eq!(days("2020-W53"), some("2020-12-28", "2021-01-04"));
    assert_eq!(days("2023-W46-WE"), some("2023-11-17", "2023-11-20"));
    assert_eq!(days("2023-SP"), some("2023-03-21", "2023-06-21"));
    assert_eq!(days("2023-SU"), some("2023-06-21", "2023-09-23"));
    assert_eq!(days("2023-FA"), some("2023-09-23", "2023-12-21"));
    assert_eq!(days("2023-WI"), some("2023-12-21", "2024-03-21"));
}

#[test]
fn what_is_not_known_has_no_span() {
    for date in ["XXXX-11-17", "XXXX-WXX-5", "2023-XX-17", "2023-QX", "BC0044-03-15", "PAST_REF", "2023-WXX", "199X-11"]
    {
        assert_eq!(days(date), None, "{date}");
    }
    for impossible in ["2023-02-29", "2023-11-31", "2021-W53", "9999-12-31"] {
        assert_eq!(days(impossible), None, "{impossible}");
    }
}

#[test]
fn dates_have_their_grain() {
    for (date, grain) in [
        ("2023", Grain::Year),
        ("198", Grain::Decade),
        ("18", Grain::Century),
        ("2023-11", Grain::Month),
        ("XXXX-WXX-5", Grain::Day),
        ("2023-W46", Grain::Week),
        ("2023-W46-WE", Grain::Weekend),
        ("2023-Q1", Grain::Quarter),
        ("2023-H1", Grain::Quarter),
        ("2023-SU", Grain::Season),
    ] {
        assert_eq!(read::<Date>(date).grain(), Some(grain), "{date}");
    }
    assert_eq!(Date::Present.grain(), None);
}

#[test]
fn the_day_of_a_known_week_is_a_date() {
    assert_eq!(read::<Date>("2023-W46-5"), read("2023-11-17"));
    assert_eq!(read::<Date>("2026-W01-1"), read("2025-12-29"));
}

#[test]
fn durations_gather_units_of_one_letter() {
    let of = |parts: &[(Unit, Amount)]| {
        parts.iter().fold(Duration::default(), |sum, &(unit, amount)| sum.with(unit, amount)).to_string()
    };
    assert_eq!(of(&[(Unit::Half, Amount::whole(1))]), "P6M");
    assert_eq!(of(&[(Unit::Quarter, Amount::whole(2)), (Unit::Month, Amount::whole(1))]), "P7M");
    assert_eq!(of(&[(Unit::Decade, Amount::Some)]), "PXDE");
    assert_eq!(of(&[(Unit::Century, Amount::whole(1)), (Unit::Year, Amount::whole(20))]), "P120Y");
    assert_eq!(of(&[(Unit::Hour, Amount::Thousandths(1_500))]), "PT1.5H");
    assert_eq!(of(&[(Unit::Day, Amount::whole(1)), (Unit::Hour, Amount::whole(2))]), "P1DT2H");
    assert_eq!(of(&[]), "PT0S");
}

#[test]
fn moments_shift_by_durations() {
    let start = calendar::date(2024, 1, 31).and_then(|day| day.and_hms_opt(22, 30, 0)).unwrap();
    let shift = |by: &str, sign| calendar::shift(start, &read(by), sign).map(|moment| moment.to_string());
    let at = |moment: &str| Some(moment.to_owned());
    assert_eq!(shift("P1M", 1), at("2024-02-29 22:30:00"));
    assert_eq!(shift("P1M", -1), at("2023-12-31 22:30:00"));
    assert_eq!(shift("P1Y6M", -1), at("2022-07-31 22:30:00"));
    assert_eq!(shift("PT106H", 1), at("2024-02-05 08:30:00"));
    assert_eq!(shift("P1.5D", 1), at("2024-02-02 10:30:00"));
    assert_eq!(shift("P2W", -1), at("2024-01-17 22:30:00"));
    assert_eq!(shift("P1CE", -1), at("1924-01-31 22:30:00"));
    assert_eq!(shift("PXD", 1), None);
    assert_eq!(shift("P9000Y", 1), None);
    assert_eq!(shift("P9223372036854775Y", 1), None);
}

#[test]
fn easter_falls_on_its_days() {
    for (year, month, day) in [
        (1583, 4, 10),
        (1818, 3, 22),
        (1943, 4, 25),
        (1954, 4, 18),
        (2000, 4, 23),
        (2008, 3, 23),
        (2011, 4, 24),
        (2024, 3, 31),
        (2038, 4, 25),
    ] {
        assert_eq!(calendar::easter(year), calendar::date(year, month, day));
    }
    for (year, month, day) in [(2000, 4, 30), (2010, 4, 4), (2021, 5, 2), (2024, 5, 5), (2025, 4, 20), (2100, 5, 2)] {
        assert_eq!(calendar::orthodox_easter(year), calendar::date(year, month, day));
    }
}

#[test]
fn the_republican_calendar_keeps_its_days() {
    for (republican, gregorian) in [
        ((1, 1, 1), (1792, 9, 22)),
        ((2, 11, 9), (1794, 7, 27)),
        ((4, 1, 13), (1795, 10, 5)),
        ((5, 12, 18), (1797, 9, 4)),
        ((8, 2, 18), (1799, 11, 9)),
        ((13, 3, 11), (1804, 12, 2)),
        ((14, 4, 10), (1805, 12, 31)),
    ] {
        let ((year, month, day), (of, in_month, on)) = (republican, gregorian);
        assert_eq!(calendar::republican(year, month, day), calendar::date(of, in_month, on), "{republican:?}");
    }
    for no_day in [(0, 1, 1), (15, 1, 1), (2, 14, 1), (2, 0, 1), (2, 1, 31), (2, 1, 0), (2, 13, 6)] {
        assert_eq!(calendar::republican(no_day.0, no_day.1, no_day.2), None, "{no_day:?}");
    }
}

#[test]
fn weeks_are_those_of_iso_8601() {
    assert_eq!(calendar::iso_week(2020, 53), calendar::date(2020, 12, 28));
    assert_eq!(calendar::iso_week(2023, 53), None);
    assert_eq!(calendar::iso_week(2023, 0), None);
    assert_eq!(calendar::iso_week(2026, 1), calendar::date(2025, 12, 29));
}

#[test]
fn recurrences_become_rules() {
    let rule = |text: &str| read::<Recurrence>(text).to_rrule();
    let is = |rule: &str| Some(rule.to_owned());
    assert_eq!(rule("P1D EVERY"), is("FREQ=DAILY"));
    assert_eq!(rule("P2W EVERY"), is("FREQ=WEEKLY;INTERVAL=2"));
    assert_eq!(rule("P1DE EVERY"), is("FREQ=YEARLY;INTERVAL=10"));
    assert_eq!(rule("XXXX-WXX-1 EVERY"), is("FREQ=WEEKLY;BYDAY=MO"));
    assert_eq!(rule("XXXX-WXX-WE EVERY"), is("FREQ=WEEKLY;BYDAY=SA,SU"));
    assert_eq!(rule("XXXX-XX-19 EVERY"), is("FREQ=MONTHLY;BYMONTHDAY=19"));
    assert_eq!(rule("XXXX-04 EVERY"), is("FREQ=YEARLY;BYMONTH=4"));
    assert_eq!(rule("T09:00 EVERY"), is("FREQ=DAILY;BYHOUR=9;BYMINUTE=0"));
    assert_eq!(rule("XXXX-WXX-5TMO EVERY"), is("FREQ=WEEKLY;BYDAY=FR"));
    for none in ["P1W 2X", "XXXX-SU EVERY", "P1Y6M EVERY", "PXD EVERY", "P0.5Y EVERY", "2023-11-17"] {
        assert_eq!(rule(none), None, "{none}");
    }
}

#[test]
fn sets_have_their_attributes() {
    let day = Every::Period(Duration::of(Amount::whole(1), Unit::Day));
    let timex = Value::Set(Recurrence { every: day, interval: 3, times: 0 }).timex(None).unwrap();
    assert_eq!((timex.value.as_str(), timex.quant.as_deref(), timex.freq), ("P3D", Some("EVERY"), None));
    let friday = Every::Date(read("XXXX-WXX-5"));
    let timex = Value::Set(Recurrence { every: friday, interval: 2, times: 2 }).timex(None).unwrap();
    assert_eq!((timex.quant.as_deref(), timex.freq.as_deref()), (Some("EVERY 2"), Some("2X")));
    assert_eq!(read::<Value>("2008/..").timex(None), None);
}

#[test]
fn what_is_no_value_is_refused() {
    for text in
        ["", "2023-13", "2023-00-01", "0000", "20234", "2023-W54", "2023-Q5", "XXX", "19X", "2023-", "+023", "٢٠٢٣"]
    {
        assert!(text.parse::<Date>().is_err(), "{text}");
    }
    for text in ["", "T24:00", "T22:60", "T2:30", "22:30", "2023-11-17", "T22:30:15:00", "T22:30+8", "TXX", "T22:3é"] {
        assert!(text.parse::<Time>().is_err(), "{text}");
    }
    for text in ["", "P", "PT", "P3", "3D", "P3D2Y3D", "P1.D", "P1.2345D", "PT3D", "PéD", "P99999999999999999999D"] {
        assert!(text.parse::<Duration>().is_err(), "{text}");
    }
    for text in ["", "/", "2008", "2008/", "2008/../..", "x/y"] {
        assert!(text.parse::<Interval>().is_err(), "{text}");
    }
    for text in ["", "P1W  2X", "P1W 2X EVERY", "P1W 0X", "XXXX-WXX-5 EVERY 0", "P1D EVERY 2", "EVERY"] {
        assert!(text.parse::<Recurrence>().is_err(), "{text}");
    }
    for text in ["", "2023-11-17", "2023-11-17T12:00", "2023-11-17T12:00:60", "2023-11-17T12:00:00+0800"] {
        assert!(text.parse::<Instant>().is_err(), "{text}");
    }
    let error = "2023-13".parse::<Date>().unwrap_err();
    assert_eq!(error.to_string(), "\"2023-13\" is not a TIMEX3 date");
}

#[test]
fn an_open_span_says_so_in_json() {
    let start = Instant { offset: Some(-480), ..read("2023-11-17T12:00:00") };
    let resolved = Resolved { start: Some(start), end: None, grain: Grain::Hour };
    let json = serde_json::to_value(resolved).unwrap();
    assert_eq!(json, serde_json::json!({"start": "2023-11-17T12:00:00-08:00", "end": null, "grain": "hour"}));
    assert_eq!(serde_json::from_value::<Resolved>(json).unwrap(), resolved);
}

#[test]
fn offsets_are_counted_past_many_blocks() {
    let text = "é€🎆a".repeat(300);
    let offsets = OffsetMap::new(&text);
    for (at, (byte, _)) in text.char_indices().enumerate() {
        assert_eq!(offsets.character(byte), at);
        assert_eq!(offsets.utf16_unit(byte), text[..byte].encode_utf16().count());
    }
    assert_eq!(offsets.characters(Span::new(0, usize::MAX)), 0..1200);
    assert_eq!(OffsetMap::new("").utf16(Span::new(0, 9)), 0..0);
}

fn years() -> impl Strategy<Value = Year> {
    prop_oneof![
        Just(Year::Unknown),
        (1_u16..=9999).prop_map(Year::Known),
        (0_u16..=999).prop_map(Year::Decade),
        (0_u8..=99).prop_map(Year::Century),
    ]
}

fn weekdays() -> impl Strategy<Value = Weekday> {
    proptest::sample::select(Weekday::ALL.to_vec())
}

fn date_parts() -> impl Strategy<Value = DatePart> {
    use proptest::option::of;
    let seasons = vec![Season::Spring, Season::Summer, Season::Autumn, Season::Winter];
    prop_oneof![
        Just(DatePart::Whole),
        (1_u8..=12).prop_map(DatePart::Month),
        (of(1_u8..=12), 1_u8..=31).prop_map(|(month, day)| DatePart::Day { month, day }),
        of(1_u8..=53).prop_map(DatePart::Week),
        of(1_u8..=53).prop_map(DatePart::Weekend),
        weekdays().prop_map(DatePart::Weekday),
        of(1_u8..=4).prop_map(DatePart::Quarter),
        of(1_u8..=2).prop_map(DatePart::Half),
        proptest::sample::select(seasons).prop_map(DatePart::Season),
    ]
}

fn dates() -> impl Strategy<Value = Date> {
    let eras = prop_oneof![Just(Era::Common), Just(Era::BeforeCommon), Just(Era::Fiscal), Just(Era::School)];
    prop_oneof![
        8 => (eras, years(), date_parts()).prop_map(|(era, year, part)| Date::Calendar { era, year, part }),
        1 => proptest::sample::select(vec![Date::Past, Date::Present, Date::Future]),
    ]
}

fn times() -> impl Strategy<Value = Time> {
    let parts = vec![
        PartOfDay::Morning,
        PartOfDay::Midday,
        PartOfDay::Afternoon,
        PartOfDay::Evening,
        PartOfDay::Night,
        PartOfDay::Daytime,
    ];
    let clocks = prop_oneof![
        (0_u8..24, 0_u8..60).prop_map(|(hour, minute)| Clock::Minute(hour, minute)),
        (0_u8..24, 0_u8..60, 0_u8..60).prop_map(|(hour, minute, second)| Clock::Second(hour, minute, second)),
        proptest::sample::select(parts).prop_map(Clock::Part),
    ];
    let known = dates().prop_filter("symbols are not written", |date| matches!(date, Date::Calendar { .. }));
    let offsets = proptest::option::of(-23_i16 * 60..=23 * 60);
    (proptest::option::of(known), clocks, offsets).prop_map(|(date, clock, offset)| Time { date, clock, offset })
}

fn durations() -> impl Strategy<Value = Duration> {
    let written =
        [Unit::Second, Unit::Minute, Unit::Hour, Unit::Day, Unit::Weekend, Unit::Week, Unit::Month, Unit::Year];
    let amounts = prop_oneof![
        2 => (-9_999_999_i64..9_999_999).prop_map(Amount::Thousandths),
        1 => Just(Amount::Some),
    ];
    let parts = proptest::collection::vec((proptest::sample::select(written.to_vec()), amounts.clone()), 1..4);
    prop_oneof![
        4 => parts.prop_map(|parts| {
            parts.into_iter().fold(Duration::default(), |sum, (unit, amount)| sum.with(unit, amount))
        }),
        1 => amounts.prop_map(|amount| Duration::of(amount, Unit::Decade)),
    ]
}

fn intervals() -> impl Strategy<Value = Interval> {
    let bounds = prop_oneof![dates().prop_map(Bound::Date), times().prop_map(Bound::Time)];
    let bounds = proptest::option::of(bounds);
    (bounds.clone(), bounds).prop_map(|(from, to)| Interval { from, to })
}

fn recurrences() -> impl Strategy<Value = Recurrence> {
    let periods = (durations(), 0_u16..2).prop_map(|(period, interval)| (Every::Period(period), interval));
    let patterns = prop_oneof![dates().prop_map(Every::Date), times().prop_map(Every::Time)];
    (prop_oneof![periods, (patterns, 0_u16..9)], 0_u16..9).prop_map(|((every, interval), times)| Recurrence {
        every,
        interval,
        times,
    })
}

proptest! {
    #[test]
    fn dates_are_read_as_they_are_written(date in dates()) {
        reads_back(date);
    }

    #[test]
    fn times_are_read_as_they_are_written(time in times()) {
        reads_back(time);
    }

    #[test]
    fn durations_are_read_as_they_are_written(duration in durations()) {
        reads_back(duration);
    }

    #[test]
    fn intervals_are_read_as_they_are_written(interval in intervals()) {
        reads_back(interval);
    }

    #[test]
    fn recurrences_are_read_as_they_are_written(recurrence in recurrences()) {
        reads_back(recurrence);
    }

    #[test]
    fn values_are_written_again_as_they_were(value in prop_oneof![
        dates().prop_map(Value::Date),
        (weekdays(), dates()).prop_map(|(weekday, date)| Value::DayName(weekday, date)),
        times().prop_map(Value::Time),
        durations().prop_map(Value::Duration),
        recurrences().prop_map(Value::Set),
        intervals().prop_map(Value::Interval),
    ]) {
        let written = value.to_string();
        prop_assert_eq!(read::<Value>(&written).to_string(), written);
    }

    #[test]
    fn instants_are_read_as_they_are_written(days in 0_i64..3_652_058, second in 0_u32..86_400, offset in
        proptest::option::of(-840_i16..=840)) {
        let day = calendar::add_days(calendar::date(1, 1, 1).unwrap(), days).unwrap();
        let clock = chrono::NaiveTime::from_num_seconds_from_midnight_opt(second, 0).unwrap();
        reads_back(Instant { local: day.and_time(clock), offset });
    }

    #[test]
    fn no_text_makes_reading_panic(text in "\\PC{0,24}", like in "[BCXPT0-9WHQSUE.:/ +Z-]{0,24}") {
        for text in [text.as_str(), like.as_str()] {
            let read = text.parse::<Value>().map(|value| value.to_string());
            let again = read.as_ref().map(|read| read.parse::<Value>().map(|value| value.to_string()));
            if let (Ok(read), Ok(again)) = (&read, again) {
                prop_assert_eq!(Ok(read), again.as_ref());
            }
            prop_assert_eq!(text.parse::<Modifier>().is_ok(), Modifier::Approx.to_string() == text);
            let _ = text.parse::<Instant>();
        }
    }

    #[test]
    fn a_span_begins_before_it_ends(date in dates()) {
        if let Some((start, end)) = date.span() {
            prop_assert!(start < end, "{date}");
        }
    }
}
