//! What a language tells the scanner: its elisions, clitics, contractions, endings of numbers and abbreviations.

use std::sync::LazyLock;

use crate::language::Language;

use super::fold::hash_of;

/// What the point of an abbreviation says of the end of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// A name follows: no end.
    Name,
    /// A number follows; before anything else it may be an end.
    Number,
    /// Only with a capital; an end before a word that begins sentences.
    Capital,
    /// An end before any capital.
    Last,
    /// An end before a word that begins sentences.
    Any,
}

/// Words with what is said of them, found by hash.
#[derive(Debug)]
pub(super) struct Table<V> {
    slots: Vec<Option<(&'static str, V)>>,
}

impl<V: Copy> Table<V> {
    fn new(words: Vec<(&'static str, V)>) -> Table<V> {
        let mut slots = vec![None; (words.len() * 2 + 1).next_power_of_two()];
        let mask = slots.len() - 1;
        for (word, value) in words {
            let mut slot = hash_of(word) as usize & mask;
            while slots[slot].is_some() {
                slot = (slot + 1) & mask;
            }
            slots[slot] = Some((word, value));
        }
        Table { slots }
    }

    /// What is said of a folded word.
    pub(super) fn get(&self, word: &str) -> Option<V> {
        let mask = self.slots.len() - 1;
        let mut slot = hash_of(word) as usize & mask;
        while let Some((known, value)) = self.slots[slot] {
            if known == word {
                return Some(value);
            }
            slot = (slot + 1) & mask;
        }
        None
    }

    /// Whether a word of that hash is one of them.
    pub(super) fn has_hash(&self, hash: u32) -> bool {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while let Some((known, _)) = self.slots[slot] {
            if hash_of(known) == hash {
                return true;
            }
            slot = (slot + 1) & mask;
        }
        false
    }

    /// Whether a folded word is one of them.
    pub(super) fn has(&self, word: &str) -> bool {
        self.get(word).is_some()
    }
}

/// The words that matter to segmentation in a language.
#[derive(Debug)]
pub(super) struct Words {
    /// Whether hyphens join words into one token.
    pub hyphen_joins: bool,
    /// Whether a space groups the digits of a number by three.
    pub space_groups: bool,
    /// The most frequent words of the language.
    pub frequent: Table<()>,
    pub elided: Table<()>,
    pub whole: Table<()>,
    /// Words that begin sentences, and are no names.
    pub starter: Table<()>,
    /// First words of greetings, last words of farewells in letters.
    pub greeting: Table<()>,
    pub farewell: Table<()>,
    /// Endings in brackets that belong to a word.
    pub optional: Table<()>,
    /// Last letters of words that an apostrophe cuts short.
    cut_short: Vec<&'static str>,
    pub clitic: Table<()>,
    pub ending: Table<()>,
    pub prefix: Table<()>,
    pub affix: Table<()>,
    pub suffix: Table<()>,
    pub unit: Table<()>,
    pub abbreviation: Table<Abbreviation>,
}

impl Words {
    /// The words of a language.
    pub(super) fn of(language: Language) -> &'static Words {
        match language {
            Language::French => &FRENCH,
            Language::English => &ENGLISH,
        }
    }

    /// Whether an apostrophe after a folded word may belong to it.
    pub(super) fn is_cut_short(&self, word: &str) -> bool {
        self.cut_short.iter().any(|ending| word.ends_with(ending))
    }

    fn read(words: &'static str, abbreviations: &'static str) -> Words {
        let list =
            |name| Table::new(fields(words).filter(|&(key, _)| key == name).flat_map(|(_, list)| each(list)).collect());
        let kind = |name| match name {
            "name" => Abbreviation::Name,
            "number" => Abbreviation::Number,
            "capital" => Abbreviation::Capital,
            "last" => Abbreviation::Last,
            _ => Abbreviation::Any,
        };
        let abbreviations = fields(abbreviations)
            .flat_map(|(list, name)| list.split('|').map(move |word| (word, kind(name))))
            .collect();
        Words {
            hyphen_joins: fields(words).any(|field| field == ("hyphen", "join")),
            space_groups: fields(words).any(|field| field == ("space", "groups")),
            frequent: list("frequent"),
            elided: list("elided"),
            whole: list("whole"),
            starter: list("starter"),
            greeting: list("greeting"),
            farewell: list("farewell"),
            optional: list("optional"),
            cut_short: fields(words)
                .filter(|&(key, _)| key == "cut-short")
                .flat_map(|(_, list)| list.split('|'))
                .collect(),
            clitic: list("clitic"),
            ending: list("ending"),
            prefix: list("prefix"),
            affix: list("affix"),
            suffix: list("suffix"),
            unit: list("unit"),
            abbreviation: Table::new(abbreviations),
        }
    }
}

/// The lines of a list, each with its two fields.
fn fields(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

fn each(list: &'static str) -> impl Iterator<Item = (&'static str, ())> {
    list.split('|').map(|word| (word, ()))
}

static FRENCH: LazyLock<Words> = LazyLock::new(|| {
    Words::read(include_str!("../lang/fr/segmentation.tsv"), include_str!("../lang/fr/abbreviations.tsv"))
});

static ENGLISH: LazyLock<Words> = LazyLock::new(|| {
    Words::read(include_str!("../lang/en/segmentation.tsv"), include_str!("../lang/en/abbreviations.tsv"))
});
