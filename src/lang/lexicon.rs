//! The words of a pack: what each may be, and its number in the rules.

use crate::error::{Error, ErrorKind};
use crate::segment::Token;
use crate::value::{PartOfDay, Season, Unit, Weekday};

use super::Category;
use super::endings::Endings;
use super::spellings::Spellings;

/// The number of a word that a pack knows; 0 is a word it does not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Lexeme(pub u16);

impl Lexeme {
    pub(crate) const UNKNOWN: Lexeme = Lexeme(0);
    /// Any numeral in digits, in look-around.
    pub(crate) const NUMBER: Lexeme = Lexeme(1);
    /// Any punctuation mark that is no word of the pack.
    pub(crate) const PUNCTUATION: Lexeme = Lexeme(2);
    /// The edge of a line.
    pub(crate) const EDGE: Lexeme = Lexeme(3);
    /// An unknown word in lower case.
    pub(crate) const LOWER: Lexeme = Lexeme(4);
    /// An unknown word with a capital.
    pub(crate) const CAPITAL: Lexeme = Lexeme(5);
    /// How rules name those, in order.
    const NAMES: [&'static str; 6] = ["UNKNOWN", "NUMBER", "PUNCTUATION", "EDGE", "LOWER", "CAPITAL"];
}

/// What a word may be: a month and which, a unit and which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sense {
    pub category: Category,
    /// By category: the month's number, the number a numeral stands for, the place in the unit's enumeration,
    /// or an index into the lexicon's names.
    pub value: i64,
}

/// Every word of a pack, with its senses.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    spellings: Spellings,
    senses: Vec<Vec<Sense>>,
    /// What the endings of verb forms say.
    pub endings: Endings,
    /// Keys of holidays and zones that senses point to.
    names: Vec<Box<str>>,
}

impl Lexicon {
    pub(crate) fn new() -> Lexicon {
        let mut lexicon = Lexicon::default();
        for name in Lexeme::NAMES {
            lexicon.intern(name);
        }
        lexicon
    }

    /// The lexeme of a folded word, made when it is new.
    pub(crate) fn intern(&mut self, word: &str) -> Lexeme {
        let known = self.spellings.get(word);
        if known != Lexeme::UNKNOWN {
            return known;
        }
        let lexeme = Lexeme(self.senses.len() as u16);
        self.spellings.add(word, lexeme);
        self.senses.push(Vec::new());
        lexeme
    }

    /// The lexeme of a folded word.
    pub(crate) fn lexeme(&self, word: &str) -> Lexeme {
        self.spellings.get(word)
    }

    /// The lexeme of a word as it is written.
    pub(crate) fn lexeme_of_word(&self, word: &str) -> Lexeme {
        self.spellings.of_word(word)
    }

    /// What a word may be, folded or not.
    pub(crate) fn senses_of(&self, word: &str) -> &[Sense] {
        self.senses(self.spellings.of_word(word))
    }

    /// The lexeme of a token of a text.
    #[inline]
    pub(crate) fn lexeme_of(&self, token: &Token, text: &str) -> Lexeme {
        self.spellings.find(token, text)
    }

    /// Every word as it is spelled, in the order in which they came, with its lexeme.
    pub(crate) fn spellings(&self) -> impl Iterator<Item = (&str, Lexeme)> {
        self.spellings.iter()
    }

    /// Makes the table, once every word is in.
    pub(crate) fn finish(&mut self) {
        self.endings.finish();
        self.add_unaccented();
    }

    /// What the lexeme may be.
    pub(crate) fn senses(&self, lexeme: Lexeme) -> &[Sense] {
        self.senses.get(lexeme.0 as usize).map_or(&[], |senses| senses)
    }

    /// Whether the lexeme is part of a numeral in words.
    pub(crate) fn is_numeral(&self, lexeme: Lexeme) -> bool {
        self.senses(lexeme).iter().any(|sense| matches!(sense.category, Category::Numeral | Category::Ordinal))
    }

    /// The key that a sense of a holiday or zone points to.
    pub(crate) fn name(&self, index: i64) -> &str {
        usize::try_from(index).ok().and_then(|index| self.names.get(index)).map_or("", |name| name)
    }

    /// How many lexemes there are.
    pub(crate) fn len(&self) -> usize {
        self.senses.len()
    }

    /// Adds a sense to a lexeme.
    pub(crate) fn add(&mut self, lexeme: Lexeme, sense: Sense) {
        if let Some(senses) = self.senses.get_mut(lexeme.0 as usize)
            && !senses.contains(&sense)
        {
            senses.push(sense);
        }
    }

    /// Words without their accents stand for the accented ones, where they are no words themselves.
    fn add_unaccented(&mut self) {
        let long = |word: &str| word.chars().count() > 3;
        let accented = self.spellings.iter().filter(|(word, _)| !word.is_ascii() && long(word));
        let plain: Vec<(String, Lexeme)> =
            accented.map(|(word, lexeme)| (word.chars().map(without_accent).collect(), lexeme)).collect();
        for (word, lexeme) in plain {
            if self.spellings.get(&word) == Lexeme::UNKNOWN {
                self.spellings.add(&word, lexeme);
            }
        }
    }

    /// Reads the value of a sense as the category has it.
    pub(crate) fn value(
        &mut self,
        category: Category,
        text: &str,
        file: &'static str,
        line: usize,
    ) -> Result<i64, Error> {
        let named = match category {
            Category::Unit => UNITS.iter().position(|&(name, _)| name == text),
            Category::Part => PARTS.iter().position(|&(name, _)| name == text),
            Category::Season => SEASONS.iter().position(|&(name, _)| name == text),
            Category::Holiday | Category::Zone | Category::Place => {
                Some(self.names.len()).inspect(|_| self.names.push(text.into()))
            }
            _ => text.parse::<usize>().ok(),
        };
        named.map(|value| value as i64).ok_or_else(|| {
            let why = format!("{text:?} is no {}", category.name());
            Error::new(ErrorKind::Pack { file, line, why })
        })
    }
}

const UNITS: [(&str, Unit); 12] = [
    ("second", Unit::Second),
    ("minute", Unit::Minute),
    ("hour", Unit::Hour),
    ("day", Unit::Day),
    ("weekend", Unit::Weekend),
    ("week", Unit::Week),
    ("month", Unit::Month),
    ("quarter", Unit::Quarter),
    ("half", Unit::Half),
    ("year", Unit::Year),
    ("decade", Unit::Decade),
    ("century", Unit::Century),
];

const PARTS: [(&str, PartOfDay); 6] = [
    ("morning", PartOfDay::Morning),
    ("midday", PartOfDay::Midday),
    ("afternoon", PartOfDay::Afternoon),
    ("evening", PartOfDay::Evening),
    ("night", PartOfDay::Night),
    ("daytime", PartOfDay::Daytime),
];

const SEASONS: [(&str, Season); 4] =
    [("spring", Season::Spring), ("summer", Season::Summer), ("autumn", Season::Autumn), ("winter", Season::Winter)];

impl Sense {
    /// Whether it is what stands between the parts of a numeral: "and", a hyphen.
    pub(crate) fn is_link(&self) -> bool {
        self.category == Category::Numeral && self.value == 0
    }

    /// The unit that a unit's sense means.
    pub(crate) fn unit(self) -> Option<Unit> {
        if self.category == Category::Unit { unit(self.value) } else { None }
    }
}

/// The unit of that name in rules.
pub(crate) fn unit_named(name: &str) -> Option<Unit> {
    UNITS.iter().find(|&&(known, _)| known == name).map(|&(_, unit)| unit)
}

/// The unit a value stands for.
pub(crate) fn unit(value: i64) -> Option<Unit> {
    UNITS.get(usize::try_from(value).ok()?).map(|&(_, unit)| unit)
}

/// The part of the day a value stands for.
pub(crate) fn part(value: i64) -> Option<PartOfDay> {
    PARTS.get(usize::try_from(value).ok()?).map(|&(_, part)| part)
}

/// The part of the day of that name in rules.
pub(crate) fn part_named(name: &str) -> Option<PartOfDay> {
    PARTS.iter().find(|&&(known, _)| known == name).map(|&(_, part)| part)
}

/// The season a value stands for.
pub(crate) fn season(value: i64) -> Option<Season> {
    SEASONS.get(usize::try_from(value).ok()?).map(|&(_, season)| season)
}

/// The weekday a value stands for, Monday is 1.
pub(crate) fn weekday(value: i64) -> Option<Weekday> {
    use Weekday::*;
    [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday].get(usize::try_from(value - 1).ok()?).copied()
}

fn without_accent(c: char) -> char {
    match c {
        '\u{e0}' | '\u{e2}' | '\u{e4}' => 'a',
        '\u{e7}' => 'c',
        '\u{e8}'..='\u{eb}' => 'e',
        '\u{ee}' | '\u{ef}' => 'i',
        '\u{f4}' | '\u{f6}' => 'o',
        '\u{f9}' | '\u{fb}' | '\u{fc}' => 'u',
        _ => c,
    }
}
