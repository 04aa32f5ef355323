//! Zones have the offset that their clocks showed.

use chronique::value::Zone;

fn offset(key: &str, local: &str) -> i16 {
    let zone = Zone::named(key).unwrap_or_else(|| panic!("no zone {key}"));
    zone.offset(local.parse().unwrap_or_else(|error| panic!("{local}: {error}")))
}

/// Checks lines of a key, a local time and minutes east of UTC.
fn check(table: &str) {
    for line in table.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let &[key, local, minutes] = fields.as_slice() else { panic!("{line}") };
        assert_eq!(offset(key, &format!("{local}:00")), minutes.parse::<i16>().unwrap(), "{line}");
    }
}

#[test]
fn european_clocks_change_together() {
    check(
        "Europe/Paris 2023-03-26T01:59 60
         Europe/Paris 2023-03-26T03:00 120
         Europe/Paris 2023-10-29T01:59 120
         Europe/Paris 2023-10-29T03:00 60
         Europe/London 2023-03-26T00:59 0
         Europe/London 2023-03-26T02:00 60
         Europe/Athens 2023-10-29T03:30 180
         Europe/Athens 2023-10-29T04:00 120
         Europe/Paris 1995-10-01T12:00 60
         Europe/Paris 1996-10-01T12:00 120
         Europe/Paris 1970-07-01T12:00 60",
    );
}

#[test]
fn american_clocks_changed_their_rule_in_2007() {
    check(
        "America/New_York 2023-03-12T01:59 -300
         America/New_York 2023-03-12T03:00 -240
         America/New_York 2023-11-05T01:30 -240
         America/New_York 2023-11-05T02:00 -300
         America/Los_Angeles 2006-03-20T12:00 -480
         America/Los_Angeles 2007-03-20T12:00 -420
         America/Chicago 1986-04-10T12:00 -360
         America/Chicago 1987-04-10T12:00 -300
         America/Phoenix 2023-07-01T12:00 -420
         America/Mexico_City 2022-07-01T12:00 -300
         America/Mexico_City 2023-07-01T12:00 -360",
    );
}

#[test]
fn southern_summers_are_in_january() {
    check(
        "Australia/Sydney 2024-01-15T12:00 660
         Australia/Sydney 2024-07-15T12:00 600
         Australia/Brisbane 2024-01-15T12:00 600
         Pacific/Auckland 2024-01-15T12:00 780
         Pacific/Auckland 2024-07-15T12:00 720
         America/Santiago 2024-01-15T12:00 -180
         America/Santiago 2024-07-15T12:00 -240",
    );
}

#[test]
fn some_clocks_stayed_ahead() {
    check(
        "Europe/Moscow 2012-01-15T12:00 240
         Europe/Moscow 2015-01-15T12:00 180
         Europe/Istanbul 2015-01-15T12:00 120
         Europe/Istanbul 2024-01-15T12:00 180",
    );
}

#[test]
fn other_rules_hold() {
    check(
        "Asia/Jerusalem 2024-03-28T12:00 120
         Asia/Jerusalem 2024-03-29T12:00 180
         Africa/Cairo 2024-07-01T12:00 180
         Africa/Cairo 2024-11-01T12:00 120
         Asia/Beirut 2024-07-01T12:00 180
         Asia/Kolkata 2024-07-01T12:00 330",
    );
}

#[test]
fn abbreviations_say_which_clock() {
    check(
        "PT 2023-11-17T12:00 -480
         PT 2023-07-17T12:00 -420
         PDT 2023-11-17T12:00 -420
         CEST 2023-11-17T12:00 120
         BST 2023-07-17T12:00 60
         GMT 2023-07-17T12:00 0
         JST 2023-07-17T12:00 540",
    );
}

#[test]
fn keys_are_unique() {
    let mut keys: Vec<&str> = Zone::all().map(|(key, _)| key).collect();
    let all = keys.len();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), all);
    assert!(Zone::all().all(|(key, zone)| Zone::named(key) == Some(zone)));
}
