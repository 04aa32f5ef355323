//! Documents made from patterns: what the corpora have too little of.

use std::collections::HashMap;

use chronique::Language;

use crate::corpus::{ANYTHING_ELSE, Document};
use crate::learn::Dice;
use crate::rename::Pool;

/// The patterns of each language.
const FILES: [(Language, &str); 2] = [
    (Language::French, include_str!("data/patterns.fr.txt")),
    (Language::English, include_str!("data/patterns.en.txt")),
];

/// The documents of all patterns, each `copies` times with other names.
pub fn documents(pools: &HashMap<Language, Pool>, copies: usize, dice: &mut Dice) -> Vec<Document> {
    let mut documents = Vec::new();
    for (language, patterns) in FILES {
        let lines: Vec<&str> = patterns.lines().filter(|line| !line.starts_with('#')).collect();
        for block in lines.split(|line| line.is_empty()).filter(|block| !block.is_empty()) {
            for _ in 0..copies {
                documents.push(fill(&block.join("\n"), language, &pools[&language], dice));
            }
        }
    }
    documents
}

/// One document of a pattern.
fn fill(pattern: &str, language: Language, pool: &Pool, dice: &mut Dice) -> Document {
    let mut document = Document::new(language);
    let mut people: HashMap<char, (&str, &str)> = HashMap::new();
    let mut open = None;
    let mut rest = pattern;
    while let Some(at) = rest.find(['{', '[', ']', '<', '>']) {
        document.text.push_str(&rest[..at]);
        let start = document.text.len();
        let (mark, after) = rest[at..].split_at(1);
        rest = after;
        match (mark, open) {
            ("[" | "<", _) => open = Some(start),
            ("]", Some(from)) => document.people.push(from..start),
            (">", Some(from)) => document.others.push((from..start, ANYTHING_ELSE)),
            _ => {
                let (slot, after) = rest.split_once('}').expect("a slot ends");
                rest = after;
                let named = write(slot, &mut document, &mut people, pool, dice);
                match named {
                    _ if open.is_some() => {}
                    None => document.people.push(start..document.text.len()),
                    Some(mask) => document.others.push((start..document.text.len(), mask)),
                }
            }
        }
        if matches!(mark, "]" | ">") {
            open = None;
        }
    }
    document.text.push_str(rest);
    document
}

/// Writes what a slot stands for; returns the labels of what is no person.
fn write<'p>(
    slot: &str,
    document: &mut Document,
    people: &mut HashMap<char, (&'p str, &'p str)>,
    pool: &'p Pool,
    dice: &mut Dice,
) -> Option<u8> {
    let what = slot.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = slot.chars().last().filter(char::is_ascii_digit);
    let (written, mask) = match number {
        Some(number) => {
            let (given, family) = *people.entry(number).or_insert_with(|| pool.person(dice));
            let written = match what.to_lowercase().as_str() {
                "full" => format!("{given} {family}"),
                "given" => given.to_owned(),
                "initial" => given.chars().take(1).collect(),
                _ => family.to_owned(),
            };
            (written, None)
        }
        None => {
            let (name, mask) = pool.other(&what.to_lowercase(), dice);
            (name.to_owned(), Some(mask))
        }
    };
    let upper = what.chars().all(char::is_uppercase);
    document.text.push_str(&if upper { written.to_uppercase() } else { written });
    mask
}
