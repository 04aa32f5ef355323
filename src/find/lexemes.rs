//! What each token is to the rules: its lexeme, and what it may stand for by itself.

use std::cell::Cell;
use std::ops::Range;

use crate::lang::{Category, Lexeme, Pack, Role, Sense};
use crate::segment::{Before, Segmentation, Sentence};
use crate::value::{Amount, Duration};

use super::lengths::of_units;
use super::meaning::Meaning;
use super::numerals;
use super::runs::look_up;

/// A stretch of tokens that means something by itself.
#[derive(Debug)]
pub(crate) struct Lexical {
    /// The token after its last.
    pub end: usize,
    /// What it may be, as bits.
    pub categories: u64,
    pub meaning: Meaning,
}

/// A text as the rules see it. Its tokens are looked up in the pack when something asks what they are: most never are.
pub(crate) struct Text<'a> {
    pub text: &'a str,
    pub segmentation: &'a Segmentation,
    pub pack: &'a Pack,
    seen: &'a [Cell<Seen>],
    /// The number of the sentence asked for last.
    asked: Cell<usize>,
}

/// What a token is, as far as it has been looked up.
#[derive(Clone, Copy, Debug)]
struct Seen {
    lexeme: Lexeme,
    role: Role,
    /// What it says as a verb form.
    verb: u8,
}

impl Seen {
    const NOTHING: Seen = Seen { lexeme: Lexeme::UNKNOWN, role: Role::UNSEEN, verb: Seen::UNSEEN };
    /// Not looked up yet.
    const UNSEEN: u8 = u8::MAX;
    /// No verb form.
    const NO_VERB: u8 = u8::MAX - 1;
}

/// What is known of the tokens of a text.
#[derive(Debug, Default)]
pub(crate) struct Known(Vec<Seen>);

impl<'a> Text<'a> {
    /// A text of which nothing is found among the tokens of another language.
    pub(crate) fn new(
        text: &'a str,
        segmentation: &'a Segmentation,
        pack: &'a Pack,
        elsewhere: impl IntoIterator<Item = Range<usize>>,
        known: &'a mut Known,
    ) -> Text<'a> {
        let Known(seen) = known;
        seen.clear();
        seen.resize(segmentation.tokens.len(), Seen::NOTHING);
        let text = Text {
            text,
            segmentation,
            pack,
            seen: Cell::from_mut(&mut seen[..]).as_slice_of_cells(),
            asked: Cell::new(0),
        };
        for at in elsewhere.into_iter().flatten() {
            let lexeme = text.lexeme(at);
            text.seen[at].set(Seen { lexeme, role: Role::NONE, ..Seen::NOTHING });
        }
        text
    }

    /// What a token is, looked up unless it has been.
    #[inline]
    fn see(&self, at: usize) -> Seen {
        let seen = self.seen[at].get();
        if seen.role == Role::UNSEEN { self.look_up(at) } else { seen }
    }

    #[inline(never)]
    fn look_up(&self, at: usize) -> Seen {
        let token = &self.segmentation.tokens[at];
        let (lexeme, role) = look_up(token, self.text, self.pack);
        let seen = Seen { lexeme, role, ..self.seen[at].get() };
        self.seen[at].set(seen);
        seen
    }

    /// The lexeme of a token.
    #[inline]
    pub(crate) fn lexeme(&self, at: usize) -> Lexeme {
        self.see(at).lexeme
    }

    /// What a token is to the patterns.
    #[inline]
    pub(crate) fn role(&self, at: usize) -> Role {
        self.see(at).role
    }

    /// What a token says as a verb form, by its sense or its ending.
    pub(crate) fn verb(&self, at: usize) -> Option<u8> {
        let mut verb = self.seen.get(at)?.get().verb;
        if verb == Seen::UNSEEN {
            let by_ending = || match self.lexeme(at) {
                Lexeme::NUMBER | Lexeme::PUNCTUATION => None,
                // A word with a capital is a verb form only where it begins its sentence: launched in May.
                Lexeme::CAPITAL if self.first_of_sentence(at) < at => None,
                _ => self.pack.lexicon.endings.of(self.word(at)),
            };
            let said = self.sense(at, Category::Tense).or_else(by_ending);
            verb = said.and_then(|said| u8::try_from(said).ok()).unwrap_or(Seen::NO_VERB);
            self.seen[at].set(Seen { verb, ..self.see(at) });
        }
        (verb != Seen::NO_VERB).then_some(verb)
    }

    /// What a token of that number is spelled.
    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.segmentation.tokens.get(at).map_or("", |token| &self.text[token.span().range()])
    }

    /// Whether a token touches the one before it.
    pub(crate) fn touches(&self, at: usize) -> bool {
        self.segmentation.tokens.get(at).is_some_and(|token| token.before() == Before::Nothing)
    }

    /// What a token may be in one category.
    pub(crate) fn sense(&self, at: usize, category: Category) -> Option<i64> {
        let senses = self.pack.lexicon.senses(self.seen.get(at).map(|_| self.lexeme(at))?);
        senses.iter().find(|sense| sense.category == category).map(|sense| sense.value)
    }

    /// The sentence that holds a token: most often the one asked for last, or the next.
    pub(crate) fn sentence(&self, token: usize) -> Option<&'a Sentence> {
        let sentences = &self.segmentation.sentences;
        let asked = self.asked.get();
        let near = (asked..sentences.len().min(asked + 2)).find(|&at| sentences[at].tokens().contains(&token));
        let number =
            near.or_else(|| sentences.partition_point(|sentence| sentence.tokens().start <= token).checked_sub(1))?;
        self.asked.set(number);
        sentences.get(number)
    }

    /// The first token of the sentence that holds a token.
    pub(crate) fn first_of_sentence(&self, token: usize) -> usize {
        self.sentence(token).map_or(0, |sentence| sentence.tokens().start)
    }
}

/// What the token at `at` among some of a text may stand for, alone or as the first of a numeral; their lexemes are at hand.
pub(crate) fn lexical(text: &Text, among: Range<usize>, lexemes: &[Lexeme], at: usize, mut add: impl FnMut(Lexical)) {
    let Text { pack, .. } = *text;
    let (role, token, first) = (text.role(at), &text.segmentation.tokens[at], at - among.start);
    let word = &text.text[token.span().range()];
    if role.has(Role::DIGITS) && word.trim_start_matches('+').starts_with(|c: char| c.is_ascii_digit()) {
        let Some((categories, meaning)) = digits(word, pack) else { return };
        numerals::of_millions(&meaning, lexemes, first, pack).into_iter().for_each(&mut add);
        add(Lexical { end: first + 1, categories, meaning });
        return;
    }
    let means = |sense: &&Sense| pack.trie.speaks_of(sense.category) && !sense.is_link();
    for sense in pack.lexicon.senses(lexemes[first]).iter().filter(means) {
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
