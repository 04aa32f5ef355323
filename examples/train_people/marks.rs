//! Labels given by reading to texts of the folder that have none by hand, in place of their own.

use std::collections::HashMap;
use std::ops::Range;

use crate::corpus::label;

/// A text a line: its number in the corpora, and every name in it, in order, behind what bears it.
const FILE: &str = include_str!("data/marks.tsv");

/// A name and the label of the corpora for what bears it, no label for a person.
type Mark = (Option<&'static str>, &'static str);

/// The labels of the texts that have been read.
#[derive(Default)]
pub struct Marks(HashMap<&'static str, Vec<Mark>>);

/// The names of a text, in bytes.
#[derive(Default)]
pub struct Marked {
    pub people: Vec<Range<usize>>,
    pub others: Vec<(Range<usize>, u8)>,
}

impl Marks {
    /// Reads the file of labels.
    pub fn read() -> Marks {
        let lines = FILE.lines().filter(|line| !line.starts_with('#'));
        Marks(
            lines.map(|line| line.split_once('\t').unwrap_or((line, ""))).map(|(id, marks)| (id, all(marks))).collect(),
        )
    }

    /// Whether a text has been read.
    pub fn has(&self, id: &str) -> bool {
        self.0.contains_key(id)
    }

    /// The names of a text, if it has been read.
    ///
    /// # Panics
    ///
    /// If a name is not in the text behind the one before.
    pub fn of(&self, id: &str, text: &str) -> Option<Marked> {
        let mut marked = Marked::default();
        let mut end = 0;
        for &(what, name) in self.0.get(id)? {
            let start = find(text, name, end).unwrap_or_else(|| panic!("{id}: {name:?} is not in it from byte {end}"));
            end = start + name.len();
            match what {
                None => marked.people.push(start..end),
                what => marked.others.push((start..end, label(what))),
            }
        }
        Some(marked)
    }
}

fn all(marks: &'static str) -> Vec<Mark> {
    let mark = |mark: &'static str| {
        let (letter, name) = mark.split_once(':').unwrap_or_else(|| panic!("{mark:?} has no letter"));
        let what = match letter {
            "P" => None,
            "L" => Some("LOC"),
            "O" => Some("ORG"),
            "M" => Some("MISC"),
            "X" => Some("PERSON_IGNORED"),
            _ => panic!("{mark:?} has a letter that nothing bears"),
        };
        (what, name)
    };
    marks.split('\t').filter(|mark| !mark.is_empty()).map(mark).collect()
}

/// Where a name stands as whole words, from a place of the text on.
fn find(text: &str, name: &str, from: usize) -> Option<usize> {
    let inside = |one: Option<char>| one.is_some_and(char::is_alphanumeric);
    let whole =
        |&at: &usize| !inside(text[..at].chars().next_back()) && !inside(text[at + name.len()..].chars().next());
    text[from..].match_indices(name).map(|(at, _)| from + at).find(whole)
}
