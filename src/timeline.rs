//! The resolved times of a document in calendar order.

use chrono::{NaiveDateTime, TimeDelta};

use crate::document::{Annotation, Document, Kind};
use crate::people::Person;
use crate::segment::Sentence;
use crate::value::{Instant, Resolved};

/// A time that a document tells, with the sentences that tell it and the people in them.
#[derive(Clone, Debug)]
pub struct Event<'d> {
    resolved: Resolved,
    annotations: Vec<Annotation<'d>>,
    sentences: Vec<Sentence>,
    people: Vec<&'d Person>,
}

impl<'d> Event<'d> {
    /// Its span on the calendar.
    pub fn resolved(&self) -> Resolved {
        self.resolved
    }

    /// The annotations that mean it, in the order of the text.
    pub fn annotations(&self) -> &[Annotation<'d>] {
        &self.annotations
    }

    /// The sentences they stand in.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The people mentioned in those sentences, each once.
    pub fn people(&self) -> &[&'d Person] {
        &self.people
    }
}

impl Document<'_> {
    /// The times that the document tells, in calendar order; of two that begin together, the longer first.
    ///
    /// A time without an offset from UTC is taken to be in the zone of the first that has one. Expressions whose
    /// place on the calendar is not known, or open at the beginning, are left out, and so are names and dates inside
    /// longer expressions.
    ///
    /// ```
    /// use chronique::Annotator;
    ///
    /// let document = Annotator::new().annotate("He left on 5 March 2024. He had come on 28 February 2024.");
    /// let days: Vec<_> = document.timeline().iter().map(|event| event.annotations()[0].text()).collect();
    /// assert_eq!(days, ["28 February 2024", "5 March 2024"]);
    /// ```
    pub fn timeline(&self) -> Vec<Event<'_>> {
        let mut told: Vec<(NaiveDateTime, Resolved, Annotation)> = Vec::new();
        let zone = self.annotations().find_map(|annotation| annotation.resolved()?.start?.offset).unwrap_or(0);
        let mut covered = 0;
        for annotation in self.annotations().filter(|annotation| annotation.kind() != Kind::Person) {
            let Some(resolved) = annotation.resolved() else { continue };
            let outer = annotation.span().end() > covered;
            covered = covered.max(annotation.span().end());
            if let Some(start) = resolved.start.filter(|_| outer) {
                told.push((local_in(zone, start), resolved, annotation));
            }
        }
        told.sort_by_key(|(start, resolved, _)| {
            (*start, std::cmp::Reverse(resolved.end.map(|end| local_in(zone, end))))
        });
        let mut events: Vec<Event> = Vec::new();
        for (_, resolved, annotation) in told {
            match events.last_mut().filter(|event| event.resolved == resolved) {
                Some(event) => event.annotations.push(annotation),
                None => {
                    let annotations = vec![annotation];
                    events.push(Event { resolved, annotations, sentences: Vec::new(), people: Vec::new() });
                }
            }
        }
        for event in &mut events {
            self.tell(event);
        }
        events
    }

    /// Adds an event's sentences, and the people in them.
    fn tell<'d>(&'d self, event: &mut Event<'d>) {
        for annotation in &event.annotations {
            let place = self.sentences().partition_point(|sentence| sentence.span().end() <= annotation.span().start());
            let Some(sentence) = self.sentences().get(place).copied().filter(|new| event.sentences.last() != Some(new))
            else {
                continue;
            };
            event.sentences.push(sentence);
            for person in self.people_in(sentence) {
                if !event.people.iter().any(|known| std::ptr::eq(*known, person)) {
                    event.people.push(person);
                }
            }
        }
    }

    fn people_in(&self, sentence: Sentence) -> impl Iterator<Item = &Person> {
        let records = &self.records;
        let first = records.partition_point(|record| record.span.start() < sentence.span().start());
        let end = records.partition_point(|record| record.span.start() < sentence.span().end());
        self.annotations().take(end).skip(first).filter_map(|annotation| annotation.person())
    }
}

/// Local time in the zone that many minutes east of UTC.
fn local_in(zone: i16, instant: Instant) -> NaiveDateTime {
    let shift = instant.offset.map_or(0, |offset| i64::from(zone) - i64::from(offset));
    instant.local.checked_add_signed(TimeDelta::minutes(shift)).unwrap_or(instant.local)
}
