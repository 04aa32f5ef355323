//! Who: names of people, found by a learned tagger and put together over the document.

pub(crate) mod around;
pub(crate) mod evidence;
pub(crate) mod features;
mod individuals;
pub(crate) mod lattice;
mod mentions;
pub(crate) mod model;
mod name;
mod person;
pub(crate) mod runs;
pub(crate) mod tagger;
pub(crate) mod words;

use std::sync::OnceLock;

use crate::language::Language;
use crate::segment::Segmentation;
use crate::span::Span;

pub use name::Name;
pub(crate) use person::People;
pub use person::{Mention, Person};

use around::Line;
use individuals::{Individuals, Seen};
use mentions::{Forms, Found, Reading};
use model::Model;
use name::{Part, split};
use runs::Runs;
use tagger::Tagging;
use words::{Class, Words};

/// What the user told of names: who is a person, and what is none.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    wanted: Forms,
    refused: Forms,
    /// The most words of a wanted name, in tokens at most.
    longest: usize,
}

impl Names {
    /// This is the name of a person wherever it stands, in this case.
    pub(crate) fn person(&mut self, name: &str) {
        self.longest = self.longest.max(2 * name.split(['-', ' ', '\'']).count());
        self.wanted.insert(name.trim().to_owned());
    }

    /// This is not the name of a person.
    pub(crate) fn not_person(&mut self, name: &str) {
        self.refused.insert(mentions::form(name));
    }
}

static MODEL: OnceLock<Model<'static>> = OnceLock::new();

/// Reads the people of a text; `taken` are the spans of expressions of time, in order.
pub(crate) fn read(
    text: &str,
    segmentation: &Segmentation,
    language: Language,
    user: &Names,
    taken: &[Span],
) -> People {
    let words = Words::of(language);
    let model = MODEL.get_or_init(Model::compiled);
    let runs = Runs::find(text, segmentation, words);
    let score = |window: &features::Window, at| model.score(window, at);
    let mut tagging = Tagging::first(text, segmentation, &runs, words, language as u32, score);
    tagging.label(&model.transitions);
    tagging.second(&model.transitions, &model.evidence);
    let reading = Reading { text, segmentation, words };
    let found = reading.mentions(&runs, &tagging, user, taken);
    number(&reading, &found)
}

/// Gives every mention its person, with the titles and functions beside them.
fn number(reading: &Reading, found: &[Found]) -> People {
    let mut individuals = Individuals::default();
    let mut mentions = Vec::with_capacity(found.len());
    let mut sentences = reading.segmentation.sentences().iter().map(|sentence| sentence.tokens()).peekable();
    let mut seen: Vec<Seen> = Vec::with_capacity(found.len());
    for mention in found {
        while sentences.next_if(|sentence| sentence.end <= mention.tokens.start).is_some() {}
        let sentence = sentences.peek().cloned().unwrap_or(mention.tokens.clone());
        let sentence = sentence.start..sentence.end.max(mention.tokens.end);
        let tokens = reading.tokens().get(sentence.clone()).unwrap_or_default();
        let line = Line { text: reading.text, tokens, words: reading.words };
        let around = line.around(mention.tokens.start - sentence.start..mention.tokens.end - sentence.start);
        let parts = parts(reading, mention, around.address);
        seen.push(Seen {
            span: reading.span(&mention.tokens),
            split: split(&parts),
            address: around.address,
            title: around.title,
            role: around.role,
        });
    }
    share_families(reading, found, &mut seen);
    for (mention, seen) in found.iter().zip(&seen) {
        mentions.push(Mention {
            span: seen.span,
            person: individuals.number(seen),
            confidence: mention.confidence,
            title: seen.title,
            role: seen.role,
            rule: mention.rule,
        });
    }
    People { mentions, individuals: individuals.finish(reading.text) }
}

/// The words of a mention, hyphens kept inside; after a form of address one word is a family name.
fn parts<'t>(reading: &Reading<'t>, mention: &Found, address: Class) -> Vec<Part<'t>> {
    let tokens = reading.tokens().get(mention.tokens.clone()).unwrap_or_default();
    let mut spans: Vec<Span> = Vec::new();
    let mut glue = false;
    for token in tokens {
        let span = token.span();
        let hyphen = matches!(&reading.text[span.range()], "-" | "\u{2010}" | "\u{2011}");
        match spans.last_mut().filter(|last| (hyphen || glue) && last.end() == span.start()) {
            Some(last) => *last = Span::new(last.start(), span.end()),
            None => spans.push(span),
        }
        glue = hyphen;
    }
    let mut parts: Vec<Part> = spans.iter().map(|span| Part::new(&reading.text[span.range()], reading.words)).collect();
    if let ([only], true) = (parts.as_mut_slice(), address.any(Class::ADDRESS)) {
        only.class = Class(only.class.0 & !Class::GIVEN.0);
    }
    parts
}

/// « Emmanuel et Brigitte Macron »: a given name takes the family name of the one it is joined with.
fn share_families(reading: &Reading, found: &[Found], seen: &mut [Seen]) {
    for at in (1..found.len()).rev() {
        let (one, two) = (&found[at - 1], &found[at]);
        let between = one.tokens.end..two.tokens.start;
        let joined = between.len() == 1
            && Part::new(&reading.text[reading.span(&between).range()], reading.words).class.any(Class::AND);
        let (given, full) = (&seen[at - 1].split, &seen[at].split);
        let alone = given.given.len() + given.family.len() == 1;
        let word = given.given.first().or(given.family.first()).copied();
        let Some(word) = word.filter(|word| joined && alone && word.class.any(Class::GIVEN)) else { continue };
        if !full.given.is_empty() && !full.family.is_empty() {
            let family = full.family.clone();
            seen[at - 1].split.given = vec![word];
            seen[at - 1].split.family = family;
        }
    }
}
