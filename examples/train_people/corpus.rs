//! Reads the training text: JSON Lines with the people marked by character offsets.

use std::fs;
use std::ops::Range;
use std::path::Path;

use chronique::Language;
use serde_json::Value;

use crate::people::lattice::{BEGIN, BODY, INSIDE, PLACE};

/// A text with the people in it.
pub struct Document {
    pub text: String,
    pub language: Language,
    /// Where people are named, in bytes.
    pub people: Vec<Range<usize>>,
    /// Where other things are named, with the labels that may stand there.
    pub others: Vec<(Range<usize>, u8)>,
    /// The labels that may stand where nothing is marked.
    unmarked: u8,
    /// How often it is learned in a round.
    pub share: f32,
}

/// Outside of names, and other things with a name.
const OUTSIDE: usize = 0;
const THING: usize = 5;

const EVERY: u8 = 0b11_1111;

/// The labels of names that are no person's.
pub const ANYTHING_ELSE: u8 = EVERY & !(1 << BEGIN | 1 << INSIDE);

impl Document {
    /// An empty document where what is not marked is no name.
    pub fn new(language: Language) -> Document {
        let unmarked = 1 << OUTSIDE;
        Document { text: String::new(), language, people: vec![], others: vec![], unmarked, share: 1.0 }
    }

    /// An empty document of the same kind.
    pub fn like(&self) -> Document {
        Document { unmarked: self.unmarked, share: self.share, ..Document::new(self.language) }
    }

    /// The labels that may stand at a token.
    pub fn mask(&self, token: Range<usize>) -> u8 {
        let overlaps = |span: &Range<usize>| span.start < token.end && token.start < span.end;
        if let Some(span) = self.people.iter().find(|span| overlaps(span)) {
            let first = self.text[span.start..token.start.max(span.start)].trim().is_empty();
            return if first { 1 << BEGIN } else { 1 << INSIDE };
        }
        self.others.iter().find(|(span, _)| overlaps(span)).map_or(self.unmarked, |&(_, mask)| mask)
    }
}

/// Reads a file; short texts are put together by `lines`, as lines of one document.
pub fn read(path: &Path, lines: usize) -> Vec<Document> {
    let file = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let values: Vec<Value> = file.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect();
    let marked = values.iter().any(|value| !list(value, "other").is_empty());
    let unmarked = if marked { 1 << OUTSIDE } else { ANYTHING_ELSE };
    let mut documents: Vec<Document> = Vec::new();
    for (at, value) in values.iter().enumerate() {
        if at % lines == 0 {
            let language = value["lang"].as_str().and_then(|code| code.parse().ok()).expect("a language");
            documents.push(Document {
                text: String::new(),
                language,
                people: vec![],
                others: vec![],
                unmarked,
                share: 1.0,
            });
        }
        add(documents.last_mut().expect("one was pushed"), value);
    }
    documents
}

fn add(document: &mut Document, value: &Value) {
    if !document.text.is_empty() {
        document.text.push('\n');
    }
    let base = document.text.len();
    let text = value["text"].as_str().expect("a text");
    document.text.push_str(text);
    let offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let span = |item: &Value| {
        let at = |key: &str| base + offsets[item[key].as_u64().expect("an offset") as usize];
        at("start")..at("end")
    };
    document.people.extend(list(value, "gold").iter().map(span));
    document.others.extend(list(value, "other").iter().map(|item| (span(item), label(item["label"].as_str()))));
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], |items| items)
}

/// What a label of the corpora means here.
pub fn label(name: Option<&str>) -> u8 {
    match name.unwrap_or_default() {
        "PERSON_IGNORED" => EVERY,
        "LOC" | "location" | "country" => 1 << PLACE,
        "ORG" | "organisation" | "politicalparty" | "band" | "university" => 1 << BODY,
        _ => 1 << THING,
    }
}
