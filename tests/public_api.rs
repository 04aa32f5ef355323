//! What users build on: thread safety of every public type, and the JSON shape.

use std::panic::{RefUnwindSafe, UnwindSafe};

use chronique::segment::{Before, Contractions, Segmentation, Segmenter, Sentence, Shape, Token, TokenKind};
use chronique::value::{
    Amount, Bound, Clock, Date, DatePart, Duration, Era, Every, Grain, Holiday, Instant, Interval, Modifier, PartOfDay,
    Recurrence, Resolved, Season, SummerTime, Time, Timex, TimexType, Unit, Value, Weekday, Year, Zone,
};
use chronique::{
    Anchor, Annotation, Annotator, Builder, Context, Direction, Document, Error, Event, Explanation, Kind, Language,
    Mention, Name, OffsetMap, Person, Reader, Source, Span,
};
use serde_json::json;

fn free<T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}

fn error<T: std::error::Error + Clone + Send + Sync + 'static>() {}

#[test]
fn every_type_goes_between_threads() {
    macro_rules! free {
        ($($kind:ty),* $(,)?) => {{ $(free::<$kind>();)* [$(stringify!($kind)),*].len() }};
    }
    let checked = free!(
        Anchor,
        Annotation,
        Annotator,
        Builder,
        Context,
        Direction,
        Document,
        Error,
        Event,
        Explanation,
        Kind,
        Language,
        Mention,
        Name,
        OffsetMap,
        Person,
        Reader,
        Source,
        Span,
        Before,
        Contractions,
        Segmentation,
        Segmenter,
        Sentence,
        Shape,
        Token,
        TokenKind,
        Amount,
        Bound,
        Clock,
        Date,
        DatePart,
        Duration,
        Era,
        Every,
        Grain,
        Holiday,
        Instant,
        Interval,
        Modifier,
        PartOfDay,
        Recurrence,
        Resolved,
        Season,
        SummerTime,
        Time,
        Timex,
        TimexType,
        Unit,
        Value,
        Weekday,
        Year,
        Zone,
    );
    assert_eq!(checked, 53);
    error::<Error>();
}

fn annotate(text: &str) -> serde_json::Value {
    let annotator = Annotator::builder().kinds(Kind::ALL).build().expect("the packs compile");
    let context = Context::new().anchor("2024-03-05".parse().expect("a date")).language(Language::English);
    serde_json::to_value(annotator.annotate_with(text, &context)).expect("a document can be written")
}

/// The annotations of a text, each without its rule, whose names are free to change.
fn annotations(text: &str) -> Vec<serde_json::Value> {
    let mut document = annotate(text);
    let annotations = document["annotations"].as_array_mut().expect("a list").split_off(0);
    annotations
        .into_iter()
        .map(|mut annotation| {
            let fields = annotation.as_object_mut().expect("an object");
            assert!(fields.remove("rule").is_some_and(|rule| rule.as_str().is_some_and(|rule| !rule.is_empty())));
            annotation
        })
        .collect()
}

#[test]
fn a_document_is_written_whole() {
    let document = annotate("Nothing to tell.");
    assert_eq!(document, json!({"lang": "en", "anchor": "2024-03-05", "annotations": []}));
}

#[test]
fn a_date_is_written_with_its_value() {
    let said = annotations("The bridge opened on 3 March 2024.");
    let expected = json!({
        "kind": "date", "start": 21, "end": 33, "text": "3 March 2024",
        "timex": {"type": "DATE", "value": "2024-03-03", "mod": null, "quant": null, "freq": null},
        "resolved": {"start": "2024-03-03T00:00:00", "end": "2024-03-04T00:00:00", "grain": "day"},
    });
    assert_eq!(said, [expected]);
}

#[test]
fn a_day_name_is_written_with_its_weekday() {
    let said = annotations("The bridge opened last Sunday.");
    let day = said.iter().find(|annotation| annotation["kind"] == "day_name").expect("a day name");
    let expected = json!({
        "kind": "day_name", "start": 23, "end": 29, "text": "Sunday", "weekday": "sunday",
        "timex": {"type": "DATE", "value": "2024-03-03", "mod": null, "quant": null, "freq": null},
        "resolved": {"start": "2024-03-03T00:00:00", "end": "2024-03-04T00:00:00", "grain": "day"},
    });
    assert_eq!(*day, expected);
}

#[test]
fn a_time_is_written_with_its_offset() {
    let said = annotations("The call began at 9:30 a.m. PT on 3 March 2024.");
    let time = said.iter().find(|annotation| annotation["kind"] == "time").expect("a time");
    assert_eq!(time["timex"]["type"], "TIME");
    let resolved = json!({"start": "2024-03-03T09:30:00-08:00", "end": "2024-03-03T09:31:00-08:00", "grain": "minute"});
    assert_eq!(time["resolved"], resolved);
}

#[test]
fn durations_and_sets_are_written_without_a_span() {
    let said = annotations("It lasted less than ten minutes.");
    let expected = json!({
        "kind": "duration", "start": 10, "end": 31, "text": "less than ten minutes",
        "timex": {"type": "DURATION", "value": "PT10M", "mod": "LESS_THAN", "quant": null, "freq": null},
    });
    assert_eq!(said, [expected]);
    let said = annotations("They meet twice a week.");
    let expected = json!({
        "kind": "set", "start": 10, "end": 22, "text": "twice a week",
        "timex": {"type": "SET", "value": "P1W", "mod": null, "quant": null, "freq": "2X"},
    });
    assert_eq!(said, [expected]);
}

#[test]
fn an_interval_is_written_with_its_bounds() {
    let said = annotations("He has been mayor since 2008.");
    let interval = said.iter().find(|annotation| annotation["kind"] == "interval").expect("an interval");
    let expected = json!({
        "kind": "interval", "start": 18, "end": 28, "text": "since 2008",
        "resolved": {"start": "2008-01-01T00:00:00", "end": null, "grain": "year"},
        "bounds": ["2008", null],
    });
    assert_eq!(*interval, expected);
}

#[test]
fn a_person_is_written_with_name_title_and_role() {
    let said = annotations("Mayor Claire Fontaine resigned.");
    let expected = json!({
        "kind": "person", "start": 6, "end": 21, "text": "Claire Fontaine", "person": 0,
        "name": {"given": "Claire", "family": "Fontaine", "full": "Claire Fontaine"},
        "title": said[0]["title"], "role": said[0]["role"],
    });
    assert_eq!(said, [expected]);
    assert!(said[0]["title"] == "Mayor" || said[0]["role"] == "Mayor", "{said:?}");
}

#[test]
fn a_conflict_says_both_sides() {
    let said = annotations("It happened on Friday, 18 November 2023.");
    let conflict = said.iter().find(|annotation| annotation["kind"] == "conflict").expect("a conflict");
    assert!(conflict["says"].is_string() && conflict["calendar"].is_string(), "{conflict}");
}

#[test]
fn tokens_and_sentences_are_written_with_bytes() {
    let document = Annotator::new().annotate("Été 2024.");
    let tokens = json!([
        {"start": 0, "end": 5, "kind": "word"},
        {"start": 6, "end": 10, "kind": "number"},
        {"start": 10, "end": 11, "kind": "punctuation"},
    ]);
    assert_eq!(serde_json::to_value(document.tokens()).unwrap(), tokens);
    assert_eq!(serde_json::to_value(document.sentences()).unwrap(), json!([{"start": 0, "end": 11}]));
}

#[test]
fn values_are_strings() {
    let value: Value = "2024-03-03T09:30".parse().unwrap();
    assert_eq!(serde_json::to_value(value).unwrap(), json!("2024-03-03T09:30"));
    assert_eq!(serde_json::from_value::<Value>(json!("2024-03-03T09:30")).unwrap(), value);
    assert!(serde_json::from_value::<Value>(json!("next week")).is_err());
    assert_eq!(serde_json::to_value([Some(Language::French), None]).unwrap(), json!(["fr", null]));
}
