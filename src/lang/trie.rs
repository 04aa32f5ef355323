//! All patterns of a pack in one tree, so that those which begin alike are walked once.

use std::ops::Range;

use super::lists::Lists;
use super::quick::QuickMap;
use super::{Category, Lexeme};

/// A step of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Step {
    Word(Lexeme),
    /// One of the words of a set, by its number.
    Words(u32),
    /// A stretch of one of these categories, as a set of bits.
    Categories(u64),
}

/// The place where every pattern begins.
pub(crate) const ROOT: u32 = 0;

/// What may lead on from a place.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Ways {
    /// Every category that does, as bits.
    pub categories: u64,
    /// A bit for each word that does, by the lowest bits of its lexeme: most others are told by it.
    words: u64,
    /// Whether a rule ends here.
    pub ends: bool,
}

impl Ways {
    fn of(words: &[(Lexeme, u32)], categories: &[(u64, u32)], rules: &[u16]) -> Ways {
        Ways {
            categories: categories.iter().fold(0, |all, (set, _)| all | set),
            words: words.iter().fold(0, |all, (word, _)| all | 1 << (word.0 % 64)),
            ends: !rules.is_empty(),
        }
    }

    /// Whether a rule ends here, or anything leads on: never false where the word or one of the categories does.
    #[inline]
    pub(crate) fn may_go_on(&self, word: Option<Lexeme>, categories: u64) -> bool {
        word.is_some_and(|word| self.may_lead(word)) || self.categories & categories != 0 || self.ends
    }

    /// Whether a word may lead on: never false where it does.
    #[inline]
    pub(crate) fn may_lead(&self, word: Lexeme) -> bool {
        self.words >> (word.0 % 64) & 1 != 0
    }

    fn or(self, more: Ways) -> Ways {
        let (categories, words) = (self.categories | more.categories, self.words | more.words);
        Ways { categories, words, ends: self.ends || more.ends }
    }
}

/// A place of the tree: what may lead on from it, and where the lists begin of what does. Together they are one read of memory.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    ways: Ways,
    words: u32,
    categories: u32,
    rules: u32,
}

/// Where patterns go on that begin alike, by the number of what they begin with.
#[derive(Debug, Default)]
struct Firsts {
    /// With what may lead on from each.
    places: Lists<(Ways, u32)>,
    /// What may lead on from any of them.
    ways: Vec<Ways>,
}

impl Firsts {
    fn new(count: usize, places: impl Iterator<Item = (usize, (Ways, u32))> + Clone) -> Firsts {
        let places = Lists::new(count, places);
        let any = |first| places.of(first).iter().fold(Ways::default(), |all, (ways, _)| all.or(*ways));
        Firsts { ways: (0..count).map(any).collect(), places }
    }

    /// The places, if from any of them one may go on with a word or with one of some categories.
    #[inline]
    fn going_on(&self, first: usize, word: Option<Lexeme>, categories: u64) -> impl Iterator<Item = u32> {
        let places = if self.ways[first].may_go_on(word, categories) { self.places.of(first) } else { &[] };
        places.iter().filter(move |(ways, _)| ways.may_go_on(word, categories)).map(|&(_, place)| place)
    }
}

/// Sets of words that patterns speak of.
#[derive(Debug, Default)]
pub(crate) struct Sets {
    all: Vec<Vec<Lexeme>>,
    numbers: QuickMap<Vec<Lexeme>, u32>,
}

impl Sets {
    /// The step that is one of some words, in order.
    pub(crate) fn step(&mut self, words: Vec<Lexeme>) -> Step {
        if let &[word] = words.as_slice() {
            return Step::Word(word);
        }
        let new = self.all.len() as u32;
        let number = *self.numbers.entry(words).or_insert_with_key(|words| {
            self.all.push(words.clone());
            new
        });
        Step::Words(number)
    }

    /// The words of a step.
    pub(crate) fn of<'s>(&'s self, step: &'s Step) -> &'s [Lexeme] {
        match step {
            Step::Word(word) => std::slice::from_ref(word),
            Step::Words(number) => &self.all[*number as usize],
            Step::Categories(_) => &[],
        }
    }
}

/// About as many places as the tree of a pack has.
const PLACES: usize = 1 << 13;

/// The tree while patterns are added.
#[derive(Debug, Default)]
struct Growth {
    /// From where each place but the root is reached, and by which step.
    steps: Vec<(u32, Step)>,
    /// Where each step from a place leads to.
    next: QuickMap<(u32, Step), u32>,
    /// The rules, with where they end.
    rules: Vec<(u32, u16)>,
}

/// The tree of every pattern.
#[derive(Debug, Default)]
pub(crate) struct Trie {
    growth: Growth,
    pub sets: Sets,
    /// Every place, and behind the last where its lists end.
    places: Vec<Place>,
    words: Vec<(Lexeme, u32)>,
    categories: Vec<(u64, u32)>,
    rules: Vec<u16>,
    /// Where a pattern that begins with a lexeme goes on, by lexeme.
    first_words: Firsts,
    /// Where a pattern that begins with a category goes on, by category.
    first_categories: Firsts,
    /// Every category that a pattern speaks of, as bits.
    used: u64,
}

impl Trie {
    /// Where a step leads to from a place.
    pub(crate) fn step(&mut self, from: u32, step: Step) -> u32 {
        let Growth { steps, next, .. } = &mut self.growth;
        if steps.is_empty() {
            next.reserve(PLACES);
        }
        *next.entry((from, step)).or_insert_with(|| {
            steps.push((from, step));
            steps.len() as u32
        })
    }

    /// Ends a rule at a place.
    pub(crate) fn end(&mut self, at: u32, rule: u16) {
        self.growth.rules.push((at, rule));
    }

    /// Sorts every place out by lexeme, once every pattern is in.
    pub(crate) fn finish(&mut self, lexemes: usize) {
        let Growth { steps, rules, .. } = std::mem::take(&mut self.growth);
        let sets = std::mem::take(&mut self.sets);
        let places = steps.len() + 1;
        let steps = || (1..).zip(&steps).map(|(to, (from, step))| (*from as usize, step, to));
        let words = steps().flat_map(|(from, step, to)| sets.of(step).iter().map(move |&word| (from, (word, to))));
        let mut words = Lists::new(places, words);
        let categories = steps().filter_map(|(from, step, to)| match step {
            Step::Categories(set) => Some((from, (*set, to))),
            _ => None,
        });
        let categories = Lists::new(places, categories);
        let rules = Lists::new(places, rules.iter().map(|&(at, rule)| (at as usize, rule)));
        for place in 0..places {
            words.of_mut(place).sort_unstable();
        }
        let place = |place| Place {
            ways: Ways::of(words.of(place), categories.of(place), rules.of(place)),
            words: words.start(place),
            categories: categories.start(place),
            rules: rules.start(place),
        };
        self.places = (0..=places).map(place).collect();
        (self.words, self.categories, self.rules) = (words.into_all(), categories.into_all(), rules.into_all());
        self.used = self.places.iter().fold(0, |used, place| used | place.ways.categories);
        let place = |next| (*self.ways(next), next);
        let words = self.words(ROOT).iter().map(|&(word, next)| (usize::from(word.0), place(next)));
        let of_set = |set| Category::of_bits(set).map(|category| category as usize);
        let categories = self.categories(ROOT).iter();
        let categories = categories.flat_map(|&(set, next)| of_set(set).map(move |first| (first, place(next))));
        let firsts = (Firsts::new(lexemes, words), Firsts::new(Category::ALL.len(), categories));
        (self.first_words, self.first_categories) = firsts;
    }

    /// How many places it has.
    pub(crate) fn len(&self) -> usize {
        self.places.len().saturating_sub(1)
    }

    /// Every word that leads on, with from which place and to which.
    pub(crate) fn all_words(&self) -> impl Iterator<Item = (Lexeme, u32, u32)> + Clone {
        let places = 0..self.len() as u32;
        places.flat_map(|from| self.words(from).iter().map(move |&(word, to)| (word, from, to)))
    }

    /// What may lead on from a place.
    #[inline]
    pub(crate) fn ways(&self, at: u32) -> &Ways {
        &self.places[at as usize].ways
    }

    /// The words that lead on from a place and where to, by lexeme.
    pub(crate) fn words(&self, at: u32) -> &[(Lexeme, u32)] {
        &self.words[self.list(at, |place| place.words)]
    }

    /// The sets of categories that lead on from a place, and where to.
    pub(crate) fn categories(&self, at: u32) -> &[(u64, u32)] {
        &self.categories[self.list(at, |place| place.categories)]
    }

    /// The rules that end at a place.
    pub(crate) fn rules(&self, at: u32) -> &[u16] {
        &self.rules[self.list(at, |place| place.rules)]
    }

    /// Where a list of a place is: up to where that of the next begins.
    #[inline]
    fn list(&self, at: u32, start: impl Fn(&Place) -> u32) -> Range<usize> {
        let at = at as usize;
        start(&self.places[at]) as usize..start(&self.places[at + 1]) as usize
    }

    /// Where a word leads to from a place.
    pub(crate) fn after_word(&self, at: u32, word: Lexeme) -> impl Iterator<Item = u32> {
        let words = self.words(at);
        let first = words.partition_point(|(known, _)| *known < word);
        words[first..].iter().take_while(move |(known, _)| *known == word).map(|&(_, next)| next)
    }

    /// Whether a pattern begins with the lexeme.
    pub(crate) fn begins(&self, lexeme: Lexeme) -> bool {
        !self.first_words.places.of(usize::from(lexeme.0)).is_empty()
    }

    /// Where patterns that begin with the lexeme go on, if one may with a word or with one of some categories.
    #[inline]
    pub(crate) fn after_first(
        &self,
        first: Lexeme,
        lexeme: Option<Lexeme>,
        categories: u64,
    ) -> impl Iterator<Item = u32> {
        self.first_words.going_on(usize::from(first.0), lexeme, categories)
    }

    /// Whether a pattern speaks of the category.
    pub(crate) fn speaks_of(&self, category: Category) -> bool {
        self.used & category.bit() != 0
    }

    /// Where patterns that begin with the category go on, if one may with a word or with one of some categories.
    #[inline]
    pub(crate) fn after_category(
        &self,
        category: Category,
        lexeme: Option<Lexeme>,
        categories: u64,
    ) -> impl Iterator<Item = u32> {
        self.first_categories.going_on(category as usize, lexeme, categories)
    }
}
