//! The same texts about other people: names are exchanged, so that the tagger learns places more than names.

use std::collections::HashMap;
use std::ops::Range;

use crate::corpus::{Document, label};
use crate::learn::Dice;

/// Names to draw from: first words of names, and last ones.
#[derive(Default)]
pub struct Pool {
    given: Vec<String>,
    family: Vec<String>,
    /// Names of other things, by the labels that may stand there.
    others: HashMap<u8, Vec<String>>,
}

impl Pool {
    /// The names of these documents.
    pub fn of<'d>(documents: impl Iterator<Item = &'d Document>) -> Pool {
        let mut pool = Pool::default();
        for document in documents {
            for (span, mask) in &document.others {
                pool.others.entry(*mask).or_default().push(document.text[span.clone()].to_owned());
            }
            for person in &document.people {
                let words: Vec<&str> = document.text[person.clone()].split(' ').collect();
                if let [first, .., last] = words.as_slice()
                    && plain(first)
                    && plain(last)
                {
                    pool.given.push((*first).to_owned());
                    pool.family.push((*last).to_owned());
                }
            }
        }
        pool
    }

    /// A given name and a family name.
    pub fn person(&self, dice: &mut Dice) -> (&str, &str) {
        (draw(&self.given, dice), draw(&self.family, dice))
    }

    /// The name of a place, a body or a thing, and the labels that stand there.
    pub fn other(&self, what: &str, dice: &mut Dice) -> (&str, u8) {
        let mask = label(Some(match what {
            "place" => "LOC",
            "body" => "ORG",
            _ => "MISC",
        }));
        (draw(&self.others[&mask], dice), mask)
    }
}

/// Whether a word is a capital and small letters, a hyphen at most.
fn plain(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
        && word.chars().skip(1).any(char::is_lowercase)
        && word.chars().all(|c| c.is_alphabetic() || c == '-')
}

/// The document with every name exchanged, one word always for the same other.
pub fn rename(document: &Document, pool: &Pool, dice: &mut Dice) -> Document {
    let mut known: HashMap<&str, &str> = HashMap::new();
    let mut renamed = document.like();
    let mut spans: Vec<(&Range<usize>, Option<u8>)> = document.people.iter().map(|span| (span, None)).collect();
    spans.extend(document.others.iter().map(|(span, mask)| (span, Some(*mask))));
    spans.sort_by_key(|(span, _)| span.start);
    // Where the ends of names have moved.
    let mut moved: Vec<(usize, usize)> = vec![(0, 0)];
    let mut end = 0;
    for (span, mask) in spans {
        if span.start < end {
            continue;
        }
        renamed.text.push_str(&document.text[end..span.start]);
        let name = &document.text[span.clone()];
        match mask {
            Some(mask) if plain(name) => {
                renamed.text.push_str(known.entry(name).or_insert(draw(&pool.others[&mask], dice)))
            }
            Some(_) => renamed.text.push_str(name),
            None => rename_person(name, pool, &mut known, dice, &mut renamed.text),
        }
        moved.push((span.end, renamed.text.len()));
        end = span.end;
    }
    renamed.text.push_str(&document.text[end..]);
    let at = |offset: usize| {
        let (old, new) = moved[moved.partition_point(|&(old, _)| old <= offset) - 1];
        new + offset - old
    };
    let shift = |span: &Range<usize>| at(span.start)..at(span.end);
    renamed.people = document.people.iter().map(shift).collect();
    renamed.others = document.others.iter().map(|(span, mask)| (shift(span), *mask)).collect();
    renamed
}

/// Writes another name of the same form.
fn rename_person<'n>(
    name: &'n str,
    pool: &'n Pool,
    known: &mut HashMap<&'n str, &'n str>,
    dice: &mut Dice,
    into: &mut String,
) {
    let several = name.contains(' ');
    for (at, word) in name.split(' ').enumerate() {
        if at > 0 {
            into.push(' ');
        }
        let other = draw(if at == 0 && several { &pool.given } else { &pool.family }, dice);
        into.push_str(if plain(word) { known.entry(word).or_insert(other) } else { word });
    }
}

fn draw<'n>(names: &'n [String], dice: &mut Dice) -> &'n str {
    &names[dice.roll() as usize % names.len()]
}
