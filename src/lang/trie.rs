//! All patterns of a pack in one tree, so that those which begin alike are walked once.

use super::{Category, Lexeme};

/// A step of a pattern.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Step {
    /// One of these words.
    Words(Vec<Lexeme>),
    /// A stretch of one of these categories, as a set of bits.
    Categories(u64),
}

/// A place in the tree: where to go on, and the rules that end here.
#[derive(Debug, Default)]
pub(crate) struct Node {
    pub words: Vec<(Vec<Lexeme>, u32)>,
    pub categories: Vec<(u64, u32)>,
    pub rules: Vec<u16>,
}

/// The tree of every pattern; node 0 is its root.
#[derive(Debug)]
pub(crate) struct Trie {
    nodes: Vec<Node>,
    /// Where a pattern that begins with a lexeme goes on, by lexeme.
    first_words: Vec<Vec<u32>>,
    /// Where a pattern that begins with a category goes on, by category.
    first_categories: Vec<Vec<u32>>,
}

impl Trie {
    pub(crate) fn new() -> Trie {
        Trie { nodes: vec![Node::default()], first_words: Vec::new(), first_categories: Vec::new() }
    }

    /// Adds a pattern.
    pub(crate) fn add(&mut self, steps: &[Step], rule: u16) {
        let mut at = 0;
        for step in steps {
            at = self.next(at, step);
        }
        self.nodes[at].rules.push(rule);
    }

    fn next(&mut self, at: usize, step: &Step) -> usize {
        let new = self.nodes.len() as u32;
        let node = &mut self.nodes[at];
        let known = match step {
            Step::Words(words) => node.words.iter().find(|(known, _)| known == words).map(|&(_, next)| next),
            Step::Categories(set) => node.categories.iter().find(|(known, _)| known == set).map(|&(_, next)| next),
        };
        if let Some(next) = known {
            return next as usize;
        }
        match step {
            Step::Words(words) => node.words.push((words.clone(), new)),
            Step::Categories(set) => node.categories.push((*set, new)),
        }
        self.nodes.push(Node::default());
        new as usize
    }

    /// Sorts the root out by lexeme and category, once every pattern is in.
    pub(crate) fn finish(&mut self, lexemes: usize) {
        self.first_words = vec![Vec::new(); lexemes];
        self.first_categories = vec![Vec::new(); Category::ALL.len()];
        for (words, next) in &self.nodes[0].words {
            for lexeme in words {
                if let Some(list) = self.first_words.get_mut(lexeme.0 as usize) {
                    list.push(*next);
                }
            }
        }
        for &(set, next) in &self.nodes[0].categories {
            for category in Category::ALL.iter().filter(|category| set & category.bit() != 0) {
                self.first_categories[*category as usize].push(next);
            }
        }
    }

    /// The node of that number.
    pub(crate) fn node(&self, at: u32) -> &Node {
        &self.nodes[at as usize]
    }

    /// Where patterns that begin with the lexeme go on.
    pub(crate) fn after_word(&self, lexeme: Lexeme) -> &[u32] {
        self.first_words.get(lexeme.0 as usize).map_or(&[], |list| list)
    }

    /// Where patterns that begin with the category go on.
    pub(crate) fn after_category(&self, category: Category) -> &[u32] {
        self.first_categories.get(category as usize).map_or(&[], |list| list)
    }
}
