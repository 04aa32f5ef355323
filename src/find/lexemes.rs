//! What each token is to the rules: its lexeme, and what it may stand for by itself.

use std::ops::Range;

use crate::lang::{Category, Lexeme, Pack, Role, Sense};
use crate::segment::{Segmentation, Sentence};
use crate::value::{Amount, Duration};

use super::lengths::of_units;
use super::meaning::Meaning;
use super::numerals;
use super::runs::role;

/// A stretch of tokens that means something by itself.
#[derive(Debug)]
pub(crate) struct Lexical {
    /// The token after its last.
    pub end: usize,
    /// What it may be, as bits.
    pub categories: u64,
    pub meaning: Meaning,
}

/// A text as the rules see it.
pub(crate) struct Text<'a> {
    pub text: &'a str,
    pub segmentation: &'a Segmentation,
    pub pack: &'a Pack,
    /// The lexeme of each token.
    pub lexemes: &'a [Lexeme],
    /// What each token is to the patterns.
    pub roles: &'a [Role],
}

/// What the tokens of a text are, looked up.
#[derive(Debug, Default)]
pub(crate) struct Known {
    lexemes: Vec<Lexeme>,
    roles: Vec<Role>,
}

impl<'a> Text<'a> {
    /// Looks every token up in the pack; nothing is found among the tokens of another language.
    pub(crate) fn new(
        text: &'a str,
        segmentation: &'a Segmentation,
        pack: &'a Pack,
        elsewhere: impl IntoIterator<Item = Range<usize>>,
        known: &'a mut Known,
    ) -> Text<'a> {
        let tokens = &segmentation.tokens;
        let Known { lexemes, roles } = known;
        lexemes.clear();
        lexemes.extend(tokens.iter().map(|token| pack.lexicon.lexeme_of(token, text)));
        roles.clear();
        roles.extend(tokens.iter().zip(&mut *lexemes).map(|(token, lexeme)| role(token, lexeme, text, pack)));
        elsewhere.into_iter().for_each(|tokens| roles[tokens].fill(Role::default()));
        Text { text, segmentation, pack, lexemes, roles }
    }

    /// What a token of that number is spelled.
    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.segmentation.tokens.get(at).map_or("", |token| &self.text[token.span().range()])
    }

    /// What a token may be in one category.
    pub(crate) fn sense(&self, at: usize, category: Category) -> Option<i64> {
        let senses = self.pack.lexicon.senses(*self.lexemes.get(at)?);
        senses.iter().find(|sense| sense.category == category).map(|sense| sense.value)
    }

    /// The sentence that holds a token.
    pub(crate) fn sentence(&self, token: usize) -> Option<&'a Sentence> {
        let sentences = &self.segmentation.sentences;
        sentences[..sentences.partition_point(|sentence| sentence.tokens().start <= token)].last()
    }
}

/// What the token at `at` among some of a text may stand for, alone or as the first of a numeral.
pub(crate) fn lexical(text: &Text, among: Range<usize>, at: usize, mut add: impl FnMut(Lexical)) {
    let Text { pack, .. } = *text;
    let (role, token, first) = (text.roles[at], &text.segmentation.tokens[at], at - among.start);
    let word = &text.text[token.span().range()];
    let lexemes = &text.lexemes[among.clone()];
    if role.has(Role::DIGITS) && word.trim_start_matches('+').starts_with(|c: char| c.is_ascii_digit()) {
        let Some((categories, meaning)) = digits(word, pack) else { return };
        numerals::of_millions(&meaning, lexemes, first, pack).into_iter().for_each(&mut add);
        add(Lexical { end: first + 1, categories, meaning });
        return;
    }
    let means = |sense: &&Sense| pack.trie.speaks_of(sense.category) && !sense.is_link();
    for sense in pack.lexicon.senses(text.lexemes[at]).iter().filter(means) {
        let mut categories = sense.category.bit();
        if sense.category == Category::Ordinal {
            categories |= in_range(sense.value, Category::Day, 1, 31);
        }
        add(Lexical { end: first + 1, categories, meaning: Meaning::Number(sense.value) });
    }
    if role.has(Role::NUMERAL) {
        let numeral = numerals::in_words(text.text, &text.segmentation.tokens[among], lexemes, first, pack);
        numeral.into_iter().for_each(add);
    } else if role.has(Role::ROMAN)
        && let Some((value, ordinal)) = numerals::roman(word, token.shape(), pack)
    {
        let categories = Category::Roman.bit() | if ordinal { Category::Ordinal.bit() } else { 0 };
        add(Lexical { end: first + 1, categories, meaning: Meaning::Number(value) });
    }
}

/// What a number token says: digits, grouped or with a decimal sign, or an ordinal.
fn digits(word: &str, pack: &Pack) -> Option<(u64, Meaning)> {
    if let Some(number) = word.strip_prefix('+') {
        return Some((Category::Plus.bit(), Meaning::Number(number.parse().ok()?)));
    }
    let end = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
    let (number, rest) = word.split_at(end);
    if rest.is_empty() {
        let value: i64 = number.parse().ok().filter(|_| number.len() <= 12)?;
        return Some((of_digits(number, value), Meaning::Number(value)));
    }
    if let Some(duration) = glued(word, pack) {
        return Some((Category::Duration.bit() | Category::Counted.bit(), Meaning::length(duration)));
    }
    if numerals::makes_ordinal(rest.trim_start_matches('-'), pack) {
        let value: i64 = number.parse().ok().filter(|_| number.len() <= 4)?;
        return Some((Category::Ordinal.bit() | ordinal_day(value), Meaning::Number(value)));
    }
    numerals::grouped_or_decimal(word, pack.day_first)
        .map(|amount| match amount {
            Amount::Thousandths(value) if value % 1000 == 0 => Meaning::Number(value / 1000),
            amount => Meaning::Amount(amount),
        })
        .map(|meaning| (Category::Number.bit(), meaning))
}

/// A number with its unit, in one word: 45min, 3.5years.
fn glued(word: &str, pack: &Pack) -> Option<Duration> {
    let (number, unit) = word.split_at(word.find(char::is_alphabetic)?);
    let unit = pack.lexicon.senses_of(unit).iter().find_map(|sense| sense.unit())?;
    numerals::grouped_or_decimal(number.trim_end_matches('-'), pack.day_first).map(|amount| of_units(amount, unit))
}

fn of_digits(digits: &str, value: i64) -> u64 {
    let short = digits.len() <= 2;
    let mut categories = Category::Number.bit();
    if short {
        categories |= in_range(value, Category::Day, 1, 31)
            | in_range(value, Category::DayFigures, 1, 31)
            | in_range(value, Category::MonthNumber, 1, 12)
            | in_range(value, Category::Hour, 0, 24)
            | in_range(value, Category::Minute, 0, 59)
            | in_range(value, Category::Second, 0, 59);
    }
    if digits.len() == 2 {
        categories |= Category::ShortYear.bit() | in_range(value, Category::YearNotDay, 32, 99);
    }
    if digits.len() == 4 {
        categories |= in_range(value, Category::Year, 1000, 2999);
    }
    categories
}

/// What a numeral in words may be.
pub(crate) fn of_words(value: i64) -> u64 {
    Category::Number.bit()
        | Category::Numeral.bit()
        | in_range(value, Category::Day, 1, 31)
        | in_range(value, Category::Hour, 0, 24)
        | in_range(value, Category::Minute, 0, 59)
        | in_range(value, Category::Year, 1000, 2999)
}

/// What an ordinal in figures may be besides.
fn ordinal_day(value: i64) -> u64 {
    in_range(value, Category::Day, 1, 31)
        | in_range(value, Category::OrdinalDay, 1, 31)
        | in_range(value, Category::DayFigures, 1, 31)
}

fn in_range(value: i64, category: Category, least: i64, most: i64) -> u64 {
    if (least..=most).contains(&value) { category.bit() } else { 0 }
}
