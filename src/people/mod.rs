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

use std::ops::Range;
use std::sync::OnceLock;

use crate::lang::QuickMap;
use crate::language::Language;
use crate::segment::Segmentation;
use crate::span::Span;

pub use name::Name;
pub(crate) use person::People;
pub use person::{Mention, Person};

use around::{Around, Line};
use individuals::{Individuals, Seen};
use mentions::{Forms, Found, Reading};
use model::Model;
use name::{Part, Split, split};
use runs::Runs;
use tagger::Tagging;
use words::{Class, Words, is_hyphen};

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

    /// Whether the user said that this is none.
    fn refuses(&self, name: &str) -> bool {
        !self.refused.is_empty() && self.refused.contains(&mentions::form(name))
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
    let reading = Reading { text, segmentation, words: Words::of(language) };
    let found = find(&reading, language, user, taken);
    if found.is_empty() { People::default() } else { number(&reading, &found) }
}

/// The places that name a person.
fn find(reading: &Reading, language: Language, user: &Names, taken: &[Span]) -> Vec<Found> {
    let &Reading { text, segmentation, words } = reading;
    let model = MODEL.get_or_init(Model::compiled);
    let runs = Runs::find(text, segmentation, words);
    let score = |window: &features::Window, at| model.score(window, at);
    let mut tagging = Tagging::first(text, segmentation, &runs, words, language as u32, &model.chain, score);
    tagging.second(&model.chain, &model.evidence);
    reading.mentions(&runs, &tagging, user, taken)
}

/// Gives every mention its person, with the titles and functions beside them.
fn number(reading: &Reading, found: &[Found]) -> People {
    let mut parts = Vec::with_capacity(2 * found.len());
    let sentences = reading.segmentation.sentences().iter().map(|sentence| sentence.tokens());
    let mut sentences = sentences.enumerate().peekable();
    let mut read = Vec::with_capacity(found.len());
    for (at, mention) in found.iter().enumerate() {
        while sentences.next_if(|(_, sentence)| sentence.end <= mention.tokens.start).is_some() {}
        let (sentence, tokens) = sentences.peek().cloned().unwrap_or((0, mention.tokens.clone()));
        let next = found.get(at + 1).map_or(usize::MAX, |next| next.tokens.start);
        let around = around(reading, mention, tokens, next);
        add_parts(reading, mention, &around, &mut parts);
        read.push((around, sentence, parts.len()));
    }
    let starts = std::iter::once(0).chain(read.iter().map(|&(_, _, end)| end));
    let mut seen: Vec<Seen> = Vec::with_capacity(found.len());
    for ((mention, &(around, sentence, end)), start) in found.iter().zip(&read).zip(starts) {
        let Around { title, role, address, related, by_given } = around;
        seen.push(Seen {
            span: reading.span(&mention.tokens),
            sentence,
            split: Split { nickname: nickname(reading, mention), ..split(&parts[start..end]) },
            address,
            title,
            role,
            related,
            by_given,
        });
    }
    share_families(reading, found, &mut seen);
    let mut individuals = Individuals::with_room(found.len());
    let mentions = found.iter().zip(&seen).map(|(mention, seen)| Mention {
        span: seen.span,
        person: individuals.number(seen),
        confidence: mention.confidence,
        title: seen.title,
        role: seen.role,
        rule: mention.rule,
    });
    People { mentions: mentions.collect(), individuals: individuals.finish(reading.text) }
}

/// What stands beside a mention, in its sentence.
fn around(reading: &Reading, mention: &Found, sentence: Range<usize>, next: usize) -> Around {
    let Range { start, end } = mention.tokens;
    let tokens = reading.tokens().get(sentence.start..sentence.end.max(end)).unwrap_or_default();
    let line = Line { text: reading.text, tokens, words: reading.words };
    line.around(start - sentence.start..end - sentence.start, next - sentence.start)
}

/// The word in quotes inside a mention.
fn nickname<'t>(reading: &Reading<'t>, mention: &Found) -> Option<Part<'t>> {
    let quoted = mention.nickname.as_ref().filter(|quoted| quoted.len() == 1)?;
    Some(Part::new(&reading.text[reading.span(quoted).range()], reading.words))
}

/// Adds the words of a mention, hyphens kept inside; after a form of address one word is a family name, and a given name that
/// may be one too is a given name where it is someone's kin, or behind a title that goes with one.
fn add_parts<'t>(reading: &Reading<'t>, mention: &Found, around: &Around, parts: &mut Vec<Part<'t>>) {
    let first = parts.len();
    let mut glue = false;
    let mut end = 0;
    for at in mention.tokens.clone() {
        if mention.nickname.as_ref().is_some_and(|quoted| quoted.start <= at + 1 && at <= quoted.end) {
            continue;
        }
        let token = &reading.tokens()[at];
        let span = token.span();
        let hyphen = is_hyphen(&reading.text[span.range()]);
        match parts[first..].last_mut().filter(|_| (hyphen || glue) && end == span.start()) {
            Some(last) => *last = Part::new(&reading.text[span.start() - last.text.len()..span.end()], reading.words),
            None => parts.push(Part::of(&reading.text[span.range()], token.hash(), reading.words)),
        }
        (glue, end) = (hyphen, span.end());
    }
    let [only] = &mut parts[first..] else { return };
    if around.by_given || around.related && only.class.any(Class::GIVEN) {
        only.class = Class(only.class.0 & !Class::SURNAME.0).or(Class::GIVEN);
    } else if around.address.any(Class::ADDRESS) {
        only.class = Class(only.class.0 & !Class::GIVEN.0);
    }
}

/// « Emmanuel et Brigitte Macron »: a given name takes the family name of the one it is joined with.
fn share_families(reading: &Reading, found: &[Found], seen: &mut [Seen]) {
    let mut families = None;
    for at in (1..found.len()).rev() {
        let (one, two) = (&found[at - 1], &found[at]);
        let between = one.tokens.end..two.tokens.start;
        let joined = between.len() == 1 && reading.class(between.start).any(Class::AND);
        let (given, full) = (seen[at - 1].split, seen[at].split);
        let word = if given.given.is_empty() { given.family } else { given.given };
        let alone = given.given.len() + given.family.len() == 1;
        let alone = alone && given.suffix.is_none() && !seen[at - 1].by_given;
        let shares =
            joined && alone && word[0].class.any(Class::GIVEN) && !full.given.is_empty() && !full.family.is_empty();
        if !shares {
            continue;
        }
        // "James and Anthony Davis", after LeBron James.
        let first = families.get_or_insert_with(|| named_in_full(seen)).get(&word[0].form);
        if first.is_none_or(|&first| first >= at - 1) {
            seen[at - 1].split = Split { given: word, family: full.family, ..given };
        }
    }
}

/// The family names that mentions in full tell, each with the number of the first that does.
fn named_in_full(seen: &[Seen]) -> QuickMap<u32, usize> {
    let full = seen.iter().enumerate().rev().filter(|(_, seen)| !seen.split.given.is_empty());
    full.filter_map(|(at, seen)| Some((seen.split.family.last()?.form, at))).collect()
}
