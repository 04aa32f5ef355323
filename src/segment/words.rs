//! What a language tells the scanner: its elisions, clitics, contractions, endings of numbers and abbreviations.

use std::sync::LazyLock;

use crate::language::Language;

use super::fold::{fold, hash_folded, hash_of};

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
    slots: Vec<Option<Slot<V>>>,
    /// A bit for each hash that is there, by its lowest ten bits: most words are told by it to be none.
    present: [u64; 16],
}

#[derive(Clone, Debug)]
struct Slot<V> {
    hash: u32,
    word: &'static str,
    value: V,
}

impl<V: Clone> Table<V> {
    fn new(words: Vec<(&'static str, V)>) -> Table<V> {
        let mut present = [0; 16];
        let mut slots = vec![None; (words.len() * 2 + 1).next_power_of_two()];
        let mask = slots.len() - 1;
        for (word, value) in words {
            let hash = hash_of(word);
            let mut at = hash as usize & mask;
            while slots[at].is_some() {
                at = (at + 1) & mask;
            }
            present[hash as usize >> 6 & 15] |= 1 << (hash & 63);
            slots[at] = Some(Slot { hash, word, value });
        }
        Table { slots, present }
    }

    /// What is said of a word, whose folded form has this hash.
    #[inline]
    pub(super) fn find(&self, hash: u32, word: &str) -> Option<&V> {
        if self.may_have(hash) { self.probe(hash, word) } else { None }
    }

    /// Whether a word with this hash may be there.
    #[inline]
    pub(super) fn may_have(&self, hash: u32) -> bool {
        self.present[hash as usize >> 6 & 15] >> (hash & 63) & 1 != 0
    }

    fn probe(&self, hash: u32, word: &str) -> Option<&V> {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while let Some(slot) = &self.slots[at] {
            if slot.hash == hash && is_folded(word, slot.word) {
                return Some(&slot.value);
            }
            at = (at + 1) & mask;
        }
        None
    }

    /// What is said of a word.
    pub(super) fn get(&self, word: &str) -> Option<&V> {
        self.find(hash_folded(word), word)
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.slots.len() == 1
    }

    /// Whether a word is one of them, with its capitals.
    pub(super) fn has_exactly(&self, word: &str) -> bool {
        let mask = self.slots.len() - 1;
        let mut at = hash_of(word) as usize & mask;
        while let Some(slot) = &self.slots[at] {
            if slot.word == word {
                return true;
            }
            at = (at + 1) & mask;
        }
        false
    }

    /// Whether a word is one of them.
    pub(super) fn has(&self, word: &str) -> bool {
        self.get(word).is_some()
    }
}

/// Whether a word has that folded form.
fn is_folded(word: &str, form: &str) -> bool {
    word.eq_ignore_ascii_case(form) || {
        let mut folded = String::new();
        fold(word, &mut folded) && folded == form
    }
}

/// A word that loses its last vowel, and then an apostrophe ends it.
#[derive(Clone, Debug)]
pub(super) struct Elided {
    /// The hash of the word with its apostrophe.
    pub hash: u32,
    /// First bytes of what makes another word with it that is not cut.
    followers: Vec<u8>,
}

impl Elided {
    /// Whether what begins with that byte may make another word with it.
    pub(super) fn is_followed(&self, byte: u8) -> bool {
        !self.followers.is_empty() && self.followers.contains(&byte.to_ascii_lowercase())
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
    pub elided: Table<Elided>,
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
    /// Words written as one that are two, with the length of the first.
    pub pieces: Table<usize>,
    /// Words that a hyphen does not join with each other.
    pub apart: Table<()>,
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

    /// Whether an apostrophe after a word may belong to it.
    pub(super) fn is_cut_short(&self, word: &str) -> bool {
        self.cut_short.iter().any(|ending| word.ends_with(ending) || word.ends_with(&ending.to_uppercase()))
    }

    fn read(words: &'static str, abbreviations: &'static str) -> Words {
        let each = |name| {
            let lines = fields(words).filter(move |&(key, _)| key == name);
            lines.flat_map(|(_, list)| list.split('|')).map(|word| (word, ()))
        };
        let list = |name| Table::new(each(name).collect());
        let elided = |word: &str| {
            let whole = each("whole").filter_map(|(whole, ())| whole.strip_prefix(word)?.strip_prefix('\''));
            Elided {
                hash: hash_of(&format!("{word}'")),
                followers: whole.filter_map(|rest| rest.bytes().next()).collect(),
            }
        };
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
            elided: Table::new(each("elided").map(|(word, ())| (word, elided(word))).collect()),
            whole: list("whole"),
            starter: list("starter"),
            greeting: list("greeting"),
            farewell: list("farewell"),
            optional: list("optional"),
            cut_short: each("cut-short").map(|(ending, ())| ending).collect(),
            clitic: list("clitic"),
            ending: list("ending"),
            pieces: Table::new(
                each("pieces")
                    .filter_map(|(word, ())| word.split_once(':'))
                    .filter_map(|(word, length)| Some((word, length.parse().ok()?)))
                    .collect(),
            ),
            apart: list("apart"),
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

/// The most frequent words of a language, the first first.
pub(crate) fn frequent(language: Language) -> impl Iterator<Item = &'static str> {
    let words = match language {
        Language::French => FRENCH_WORDS,
        Language::English => ENGLISH_WORDS,
    };
    fields(words).filter(|&(key, _)| key == "frequent").flat_map(|(_, list)| list.split('|'))
}

const FRENCH_WORDS: &str = include_str!("../lang/fr/segmentation.tsv");
const ENGLISH_WORDS: &str = include_str!("../lang/en/segmentation.tsv");

static FRENCH: LazyLock<Words> =
    LazyLock::new(|| Words::read(FRENCH_WORDS, include_str!("../lang/fr/abbreviations.tsv")));

static ENGLISH: LazyLock<Words> =
    LazyLock::new(|| Words::read(ENGLISH_WORDS, include_str!("../lang/en/abbreviations.tsv")));
