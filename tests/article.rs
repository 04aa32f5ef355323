//! The article that the project began from, and an English telling of it: every value that needs the text around it.

use chronique::{Annotator, Document, Kind};

const FRENCH: &str = include_str!("../benches/texts/article.fr.txt");
const ENGLISH: &str = include_str!("texts/article.en.txt");

/// The value, and the start on the calendar, of every temporal expression that is not vague.
fn values<'d>(document: &'d Document, wanted: &[&str]) -> Vec<(&'d str, String, String)> {
    let all = document.annotations().filter(|annotation| annotation.kind() != Kind::Person);
    all.filter(|annotation| wanted.contains(&annotation.text()))
        .map(|annotation| {
            let start = annotation.resolved().and_then(|resolved| resolved.start).map(|start| start.to_string());
            (
                annotation.text(),
                annotation.timex().map_or(String::new(), |timex| timex.value),
                start.unwrap_or_default(),
            )
        })
        .collect()
}

#[test]
fn the_english_telling_has_every_value() {
    let document = Annotator::new().annotate(ENGLISH);
    assert_eq!(document.anchor().unwrap().to_string(), "2023-11-28");
    let day = |text, day| (text, format!("2023-11-{day}"), format!("2023-11-{day}T00:00:00"));
    let time = |text, value: &str, start: &str| (text, value.to_owned(), start.to_owned());
    let length = |text, value: &str| (text, value.to_owned(), String::new());
    let expected = [
        length("106 hours", "PT106H"),
        day("November 28, 2023", 28),
        length("106 hours", "PT106H"),
        length("five days", "P5D"),
        day("Friday", 17),
        time("Friday, November 17 around noon", "2023-11-17T12:00", "2023-11-17T12:00:00-08:00"),
        day("Friday, November 17", 17),
        day("Friday", 17),
        day("the day before", 16),
        length("less than ten minutes", "PT10M"),
        day("Saturday", 18),
        day("Saturday", 18),
        day("Sunday", 19),
        day("one day later", 19),
        time("this afternoon", "2023-11-19TAF", "2023-11-19T12:00:00-08:00"),
        day("Monday", 20),
        day("Sunday", 19),
        day("Monday", 20),
        day("Friday", 17),
        day("Tuesday", 21),
        day("one day later", 21),
        time("That morning", "2023-11-21TMO", "2023-11-21T04:00:00-08:00"),
        time("around 10 p.m.", "2023-11-21T22:00", "2023-11-21T22:00:00-08:00"),
        time("7 a.m. on Wednesday", "2023-11-22T07:00", "2023-11-22T07:00:00+01:00"),
        day("Wednesday", 22),
    ];
    let wanted: Vec<&str> = expected.iter().map(|(text, _, _)| *text).collect();
    assert_eq!(values(&document, &wanted), expected);
}

#[test]
fn the_crisis_lasts_as_long_as_its_title_says() {
    let document = Annotator::new().annotate(FRENCH);
    let instant = |text: &str| {
        let annotation = document.times().find(|annotation| annotation.text() == text).expect(text);
        annotation.resolved().unwrap().start.unwrap().utc().unwrap()
    };
    let crisis = instant("vers 22 heures") - instant("vendredi 17 novembre vers midi");
    assert_eq!(crisis.num_hours(), 106);
    assert_eq!(instant("vers 22 heures"), instant("7 heures du matin mercredi"));
}

#[test]
fn the_timeline_is_in_order_and_knows_who_was_there() {
    let document = Annotator::new().annotate(FRENCH);
    let timeline = document.timeline();
    let noon = timeline.iter().find(|event| event.annotations()[0].text().ends_with("vers midi")).unwrap();
    assert!(noon.people().iter().any(|person| person.name().full == "Sam Altman"));
    assert!(!noon.sentences().is_empty());
    let days: Vec<_> = timeline.iter().filter(|event| event.annotations()[0].kind() == Kind::DayName).collect();
    let starts: Vec<_> = days.iter().map(|event| event.resolved().start.unwrap().local).collect();
    assert!(starts.is_sorted(), "{starts:?}");
}
