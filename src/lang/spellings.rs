//! Words as they are spelled, folded, each with its lexeme, found by hash.

use crate::segment::{Token, fold, hash as hash_folded, hash_of, lower_case};

use super::Lexeme;
use super::hashes::Hashes;

/// In place of the bytes of a word of more than eight: those of no text.
const LONG: u64 = u64::MAX;
/// How many slots there are at first.
const LEAST: usize = 1 << 10;

/// Every spelling, in one text, with an open table of their hashes.
#[derive(Debug)]
pub(crate) struct Spellings {
    text: String,
    all: Vec<Spelling>,
    /// A power of two, at most half full.
    table: Vec<Slot>,
    /// Those of all.
    hashes: Hashes,
}

/// A word: where it stands in the text.
#[derive(Clone, Copy, Debug)]
struct Spelling {
    start: u32,
    end: u32,
    lexeme: Lexeme,
}

impl Spelling {
    fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start as usize..self.end as usize]
    }
}

/// The hash of a spelling, its number more one, or 0 where the slot is free, and its bytes, where they are at most eight.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    short: u64,
    hash: u32,
    number: u16,
    lexeme: Lexeme,
}

impl Default for Spellings {
    fn default() -> Spellings {
        let table = vec![Slot::default(); LEAST];
        Spellings { text: String::new(), all: Vec::new(), table, hashes: Hashes::default() }
    }
}

impl Spellings {
    /// The lexeme of a folded word, that of what is unknown where it is not there; so in the others.
    pub(crate) fn get(&self, folded: &str) -> Lexeme {
        self.probe(hash_of(folded), |slot| self.spelled(slot) == folded)
    }

    /// The lexeme of a word, folded or not.
    pub(crate) fn of_word(&self, word: &str) -> Lexeme {
        self.probe(hash_folded(word), |slot| is_spelled(self.spelled(slot), word))
    }

    /// The lexeme of a token of a text.
    #[inline]
    pub(crate) fn find(&self, token: &Token, text: &str) -> Lexeme {
        let hash = token.hash();
        if !self.hashes.may_have(hash) {
            return Lexeme::UNKNOWN;
        }
        let (start, end) = (token.start(), token.end());
        let short = match eight(&text.as_bytes()[start..], end - start) {
            Some(short) if token.has_capital() => lower_case(short),
            Some(short) => short,
            None => LONG,
        };
        self.probe(hash, |slot| short == slot.short || is_spelled(self.spelled(slot), &text[start..end]))
    }

    #[inline]
    fn probe(&self, hash: u32, is: impl Fn(&Slot) -> bool) -> Lexeme {
        let mut place = hash as usize;
        loop {
            let slot = &self.table[place & (self.table.len() - 1)];
            if slot.hash == hash && slot.number != 0 && is(slot) {
                return slot.lexeme;
            }
            if slot.number == 0 {
                return Lexeme::UNKNOWN;
            }
            place += 1;
        }
    }

    /// Adds a folded word that is not there.
    pub(crate) fn add(&mut self, folded: &str, lexeme: Lexeme) {
        let start = self.text.len() as u32;
        self.text.push_str(folded);
        self.all.push(Spelling { start, end: self.text.len() as u32, lexeme });
        if self.table.len() < 2 * self.all.len() {
            self.grow();
        } else {
            self.enter(self.all.len());
        }
    }

    fn grow(&mut self) {
        self.table = vec![Slot::default(); (4 * self.all.len()).next_power_of_two()];
        for number in 0..self.all.len() {
            self.enter(number + 1);
        }
    }

    fn enter(&mut self, number: usize) {
        let Spelling { lexeme, .. } = self.all[number - 1];
        let spelled = self.all[number - 1].of(&self.text);
        let hash = hash_of(spelled);
        let mut padded = [0; 8];
        padded.iter_mut().zip(spelled.bytes()).for_each(|(to, byte)| *to = byte);
        let short = eight(&padded, spelled.len()).unwrap_or(0);
        let mask = self.table.len() - 1;
        let mut place = hash as usize & mask;
        while self.table[place].number != 0 {
            place = (place + 1) & mask;
        }
        self.table[place] = Slot { short, hash, number: number as u16, lexeme };
        self.hashes.add(hash);
    }

    fn spelled(&self, slot: &Slot) -> &str {
        self.all[slot.number as usize - 1].of(&self.text)
    }

    /// Every word with its lexeme, in the order in which they came.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, Lexeme)> {
        self.all.iter().map(|spelling| (spelling.of(&self.text), spelling.lexeme))
    }
}

/// The bytes of a word of at most eight, with which a text begins that is no shorter than that.
#[inline]
fn eight(text: &[u8], length: usize) -> Option<u64> {
    let chunk = text.first_chunk().filter(|_| (1..=8).contains(&length))?;
    Some(u64::from_le_bytes(*chunk) & u64::MAX >> (64 - 8 * length))
}

/// Whether a word is spelled so, when folded.
fn is_spelled(spelling: &str, word: &str) -> bool {
    let elided = || word.strip_suffix('’').zip(spelling.strip_suffix('\''));
    word == spelling
        || word.eq_ignore_ascii_case(spelling)
        || elided().is_some_and(|(word, spelling)| word.eq_ignore_ascii_case(spelling))
        || !word.is_ascii() && {
            let mut folded = String::new();
            fold(word, &mut folded) && folded == spelling
        }
}
