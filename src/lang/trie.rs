//! All patterns of a pack in one tree, so that those which begin alike are walked once.

use std::collections::HashMap;

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

/// A place in the tree: where to go on, and the rules that end here.
#[derive(Debug, Default)]
pub(crate) struct Node {
    /// By lexeme, in order.
    words: Vec<(Lexeme, u32)>,
    pub categories: Vec<(u64, u32)>,
    pub ways: Ways,
    pub rules: Vec<u16>,
}

/// What may lead on from a place.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Ways {
    /// Every category that does, as bits.
    pub categories: u64,
    /// A bit for each word that does, by the lowest bits of its lexeme: most others are told by it.
    words: u64,
    /// Whether a rule ends here.
    ends: bool,
}

impl Ways {
    /// Whether a rule ends here, or anything leads on: never false where the word or one of the categories does.
    #[inline]
    pub(crate) fn may_go_on(&self, word: Option<Lexeme>, categories: u64) -> bool {
        let by_word = word.is_some_and(|word| self.words >> (word.0 % 64) & 1 != 0);
        by_word || self.categories & categories != 0 || self.ends
    }
}

/// Where patterns that begin alike go on.
#[derive(Clone, Debug, Default)]
struct First {
    /// With what may lead on from each.
    nodes: Vec<(Ways, u32)>,
    /// What may lead on from any of them.
    ways: Ways,
}

impl First {
    fn add(&mut self, number: u32, node: &Node) {
        self.nodes.push((node.ways, number));
        self.ways.categories |= node.ways.categories;
        self.ways.words |= node.ways.words;
        self.ways.ends |= node.ways.ends;
    }
}

impl First {
    /// The places, if from any of them one may go on with a word or with one of some categories.
    #[inline]
    fn going_on(&self, word: Option<Lexeme>, categories: u64) -> impl Iterator<Item = u32> {
        let nodes = if self.ways.may_go_on(word, categories) { &*self.nodes } else { &[] };
        nodes.iter().filter(move |(ways, _)| ways.may_go_on(word, categories)).map(|&(_, node)| node)
    }
}

impl Node {
    fn of(branch: Branch, sets: &Sets) -> Node {
        let mut words = Vec::new();
        let mut categories = Vec::new();
        for &(step, next) in &branch.steps {
            match step {
                Step::Categories(set) => categories.push((set, next)),
                _ => words.extend(sets.of(&step).iter().map(|&word| (word, next))),
            }
        }
        words.sort_unstable();
        words.dedup();
        let ways = Ways {
            categories: categories.iter().fold(0, |all, (set, _)| all | set),
            words: words.iter().fold(0, |all, (word, _): &(Lexeme, u32)| all | 1 << (word.0 % 64)),
            ends: !branch.rules.is_empty(),
        };
        Node { words, categories, ways, rules: branch.rules }
    }

    /// Every word that leads on, with where.
    pub(crate) fn words(&self) -> impl Iterator<Item = (Lexeme, u32)> {
        self.words.iter().copied()
    }

    /// Where a word leads to.
    pub(crate) fn after_word(&self, lexeme: Lexeme) -> impl Iterator<Item = u32> {
        let first = self.words.partition_point(|(known, _)| *known < lexeme);
        self.words[first..].iter().take_while(move |(known, _)| *known == lexeme).map(|&(_, next)| next)
    }
}

/// Sets of words that patterns speak of.
#[derive(Debug, Default)]
pub(crate) struct Sets {
    all: Vec<Vec<Lexeme>>,
    numbers: HashMap<Vec<Lexeme>, u32>,
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

/// A place while the tree is made: words that lead to the same place are still together.
#[derive(Debug, Default)]
struct Branch {
    steps: Vec<(Step, u32)>,
    rules: Vec<u16>,
}

/// The tree while patterns are added.
#[derive(Debug, Default)]
struct Growth {
    branches: Vec<Branch>,
    /// Where each step from a place leads to.
    next: QuickMap<(u32, Step), u32>,
}

/// The tree of every pattern; its first node is its root.
#[derive(Debug)]
pub(crate) struct Trie {
    growth: Growth,
    pub sets: Sets,
    nodes: Vec<Node>,
    /// Where a pattern that begins with a lexeme goes on, by lexeme.
    first_words: Vec<First>,
    /// Where a pattern that begins with a category goes on, by category.
    first_categories: Vec<First>,
    /// Every category that a pattern speaks of, as bits.
    used: u64,
}

impl Trie {
    pub(crate) fn new() -> Trie {
        let growth = Growth { branches: vec![Branch::default()], next: QuickMap::default() };
        let (nodes, first_words, first_categories) = (Vec::new(), Vec::new(), Vec::new());
        Trie { growth, sets: Sets::default(), nodes, first_words, first_categories, used: 0 }
    }

    /// Adds a pattern.
    pub(crate) fn add(&mut self, steps: &[Step], rule: u16) {
        let Growth { branches, next } = &mut self.growth;
        let mut at = 0;
        for &step in steps {
            at = *next.entry((at, step)).or_insert_with(|| {
                let new = branches.len() as u32;
                branches[at as usize].steps.push((step, new));
                branches.push(Branch::default());
                new
            });
        }
        branches[at as usize].rules.push(rule);
    }

    /// Sorts every place out by lexeme, once every pattern is in.
    pub(crate) fn finish(&mut self, lexemes: usize) {
        let Growth { branches, .. } = std::mem::take(&mut self.growth);
        self.nodes = branches.into_iter().map(|branch| Node::of(branch, &self.sets)).collect();
        self.sets = Sets::default();
        self.first_words = vec![First::default(); lexemes];
        self.first_categories = vec![First::default(); Category::ALL.len()];
        self.used = self.nodes.iter().fold(0, |used, node| used | node.ways.categories);
        for &(lexeme, next) in &self.nodes[0].words {
            self.first_words[lexeme.0 as usize].add(next, &self.nodes[next as usize]);
        }
        for &(set, next) in &self.nodes[0].categories {
            for category in Category::of_bits(set) {
                self.first_categories[category as usize].add(next, &self.nodes[next as usize]);
            }
        }
    }

    /// How many places it has.
    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Every word that leads on, with from which place and to which.
    pub(crate) fn words(&self) -> impl Iterator<Item = (Lexeme, u32, u32)> {
        (0..).zip(&self.nodes).flat_map(|(from, node)| node.words().map(move |(word, to)| (word, from, to)))
    }

    /// The node of that number.
    pub(crate) fn node(&self, at: u32) -> &Node {
        &self.nodes[at as usize]
    }

    /// Whether a pattern begins with the lexeme.
    pub(crate) fn begins(&self, lexeme: Lexeme) -> bool {
        self.first_words.get(lexeme.0 as usize).is_some_and(|first| !first.nodes.is_empty())
    }

    /// Where patterns that begin with the lexeme go on, if one may with a word or with one of some categories.
    #[inline]
    pub(crate) fn after_first(
        &self,
        first: Lexeme,
        lexeme: Option<Lexeme>,
        categories: u64,
    ) -> impl Iterator<Item = u32> {
        self.first_words[first.0 as usize].going_on(lexeme, categories)
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
        self.first_categories[category as usize].going_on(lexeme, categories)
    }
}
