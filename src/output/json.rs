//! The JSON shape: an object a document, with one object an annotation.

use serde::Serialize;
use serde::ser::{SerializeMap, SerializeSeq, Serializer};

use crate::document::{Annotation, Document};
use crate::segment::{Sentence, Token};
use crate::value::{Interval, Value};

impl Serialize for Document<'_> {
    /// `{"lang", "anchor", "annotations": […]}`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("lang", &self.language())?;
        map.serialize_entry("anchor", &self.anchor().map(|anchor| anchor.to_string()))?;
        map.serialize_entry("annotations", &Annotations(self))?;
        map.end()
    }
}

struct Annotations<'d>(&'d Document<'d>);

impl Serialize for Annotations<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let annotations = self.0.annotations();
        let mut sequence = serializer.serialize_seq(Some(annotations.len()))?;
        for annotation in annotations {
            sequence.serialize_element(&annotation)?;
        }
        sequence.end()
    }
}

impl Serialize for Annotation<'_> {
    /// `{"kind", "start", "end", "text", "rule", …}`, with the fields of its kind; offsets are bytes.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("kind", &self.kind())?;
        map.serialize_entry("start", &self.span().start())?;
        map.serialize_entry("end", &self.span().end())?;
        map.serialize_entry("text", self.text())?;
        map.serialize_entry("rule", self.rule())?;
        if let Some(weekday) = self.weekday() {
            map.serialize_entry("weekday", &weekday)?;
        }
        match self.value() {
            Some(Value::Interval(interval)) => {
                map.serialize_entry("resolved", &self.resolved())?;
                map.serialize_entry("bounds", &bounds(&interval))?;
            }
            Some(Value::Duration(_) | Value::Set(_)) => map.serialize_entry("timex", &self.timex())?,
            Some(_) => {
                map.serialize_entry("timex", &self.timex())?;
                map.serialize_entry("resolved", &self.resolved())?;
            }
            None => {}
        }
        if let (Some(mention), Some(person)) = (self.mention(), self.person()) {
            map.serialize_entry("person", &mention.person())?;
            map.serialize_entry("name", person.name())?;
            map.serialize_entry("title", &person.title())?;
            map.serialize_entry("role", &person.role())?;
        }
        if let Some((says, calendar)) = self.conflict() {
            map.serialize_entry("says", says)?;
            map.serialize_entry("calendar", calendar)?;
        }
        map.end()
    }
}

/// The bounds as TIMEX3 values.
fn bounds(interval: &Interval) -> [Option<String>; 2] {
    [interval.from, interval.to].map(|bound| bound.map(|bound| bound.to_string()))
}

impl Serialize for Token {
    /// `{"start", "end", "kind"}`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("start", &self.span().start())?;
        map.serialize_entry("end", &self.span().end())?;
        map.serialize_entry("kind", &self.kind())?;
        map.end()
    }
}

impl Serialize for Sentence {
    /// `{"start", "end"}`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.span().serialize(serializer)
    }
}
