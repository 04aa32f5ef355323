//! Matches the rules of a pack against a run of tokens: a chart of everything found, filled from right to left.
//!
//! At every token what begins there is completed before the token to its left is looked at. So a pattern that
//! has begun finds all that may follow it already in the chart, and a pattern that begins with a category is
//! tried at the moment a stretch of that category is found. Work is done only at tokens the pack knows.

use std::ops::Range;

use crate::lang::{Category, Lexeme, Look, Pack, Role, Rule, Setting};
use crate::segment::{Before, Shape, Token, TokenKind};

use super::lexemes::{Lexical, Text, lexical};
use super::meaning::Meaning;
use super::operate::operate;
use super::runs::Run;
use super::shapes::each_shape;

/// Most tokens that a stretch may have.
const LONGEST: usize = 32;
/// Most stretches that may begin at one token.
const MOST: usize = 96;
/// Most parts that a rule may have.
const MOST_PARTS: usize = 12;
/// No rule: what a word means by itself.
const NO_RULE: u16 = u16::MAX;

/// A stretch of tokens that has been found to be something.
#[derive(Debug)]
pub(crate) struct Stretch {
    pub start: usize,
    /// The token after its last.
    pub end: usize,
    /// What it is, as bits.
    pub categories: u64,
    /// What it may stand for in a longer one, as bits.
    joins: u64,
    pub meaning: Meaning,
    rule: u16,
    children: Range<usize>,
}

impl Stretch {
    fn of_rule(tokens: Range<usize>, number: u16, rule: &Rule, meaning: Meaning, children: Range<usize>) -> Stretch {
        let categories = rule.category.bit();
        let joins = if rule.settings.contains(&Setting::Alone) { 0 } else { categories };
        Stretch { start: tokens.start, end: tokens.end, categories, joins, meaning, rule: number, children }
    }

    /// Whether it is of that category.
    pub(crate) fn is(&self, category: Category) -> bool {
        self.categories & category.bit() != 0
    }

    /// The rule that found it; None for a word by itself.
    pub(crate) fn rule<'p>(&self, pack: &'p Pack) -> Option<&'p Rule> {
        pack.rules.get(self.rule as usize)
    }

    /// The number of that rule, for order.
    pub(crate) fn rank(&self) -> u16 {
        self.rule
    }
}

/// What begins at a token.
#[derive(Clone, Copy, Debug, Default)]
struct Begin {
    /// The stretches, as a range of numbers.
    first: u32,
    end: u32,
    /// Where the longest trap ends.
    trap: u32,
    /// Every category that they may stand for in a longer one, as bits.
    categories: u64,
}

/// A part of a match: the stretch, and the category it stands for.
pub(crate) type Child = (usize, Category);

/// Everything found in a run; its memory serves one run after the other.
pub(crate) struct Chart<'a> {
    text: &'a str,
    pack: &'a Pack,
    all: &'a Text<'a>,
    tokens: &'a [Token],
    lexemes: Vec<Lexeme>,
    /// The number of the run's first token in the text.
    first: usize,
    sentence: Range<usize>,
    stretches: Vec<Stretch>,
    /// What begins at each token, and nothing behind the last.
    begins: Vec<Begin>,
    children: Vec<Child>,
    path: Vec<Child>,
}

/// The lists of a chart while no text is read.
#[derive(Debug, Default)]
pub(crate) struct Lists {
    lexemes: Vec<Lexeme>,
    stretches: Vec<Stretch>,
    begins: Vec<Begin>,
    children: Vec<Child>,
    path: Vec<Child>,
}

impl<'a> Chart<'a> {
    /// A chart of a text, in lists that may have served for another.
    pub(crate) fn new(text: &'a Text<'a>, lists: Lists) -> Chart<'a> {
        let Lists { lexemes, stretches, begins, children, path } = lists;
        Chart {
            text: text.text,
            pack: text.pack,
            all: text,
            tokens: &[],
            lexemes,
            first: 0,
            sentence: 0..0,
            stretches,
            begins,
            children,
            path,
        }
    }

    /// Its lists, to serve again.
    pub(crate) fn into_lists(self) -> Lists {
        let Chart { lexemes, stretches, begins, children, path, .. } = self;
        Lists { lexemes, stretches, begins, children, path }
    }

    /// Finds all there is in a run; false where there is nothing.
    pub(crate) fn fill(&mut self, run: &Run) -> bool {
        let first = run.tokens.start;
        (self.first, self.sentence) = (first, run.sentence.clone());
        self.tokens = &self.all.segmentation.tokens[run.tokens.clone()];
        self.lexemes.clear();
        self.lexemes.extend(run.tokens.clone().map(|at| self.all.lexeme(at)));
        self.stretches.clear();
        self.children.clear();
        self.begins.clear();
        self.begins.resize(self.tokens.len() + 1, Begin::default());
        for at in (0..self.tokens.len()).rev() {
            if self.all.role(first + at).has(Role::FIRST) {
                self.complete(at);
            }
        }
        !self.stretches.is_empty()
    }

    /// The stretches that begin at a token, with their numbers.
    pub(crate) fn at(&self, token: usize) -> impl Iterator<Item = (usize, &Stretch)> {
        self.begin_at(token).map(|number| (number, &self.stretches[number]))
    }

    /// The numbers of the stretches that begin at a token.
    fn begin_at(&self, token: usize) -> Range<usize> {
        let Begin { first, end, .. } = self.begins[token];
        first as usize..end as usize
    }

    /// The stretch of that number.
    pub(crate) fn stretch(&self, number: usize) -> &Stretch {
        &self.stretches[number]
    }

    /// The parts of a stretch.
    pub(crate) fn children(&self, number: usize) -> &[Child] {
        &self.children[self.stretches[number].children.clone()]
    }

    /// Finds everything that begins at a token.
    fn complete(&mut self, at: usize) {
        let begin = self.stretches.len();
        (self.begins[at].first, self.begins[at].end) = (begin as u32, begin as u32);
        let (all, run) = (self.all, self.first..self.first + self.tokens.len());
        let lexemes = std::mem::take(&mut self.lexemes);
        lexical(all, run, &lexemes, self.first + at, |Lexical { end, categories, meaning }| {
            self.push(Stretch {
                start: at,
                end,
                categories,
                joins: categories,
                meaning,
                rule: NO_RULE,
                children: 0..0,
            });
        });
        self.lexemes = lexemes;
        if self.has_digit(at) || self.is_sign(at) {
            self.add_shapes(at);
        }
        let pack = self.pack;
        let (word, after) = (self.lexemes.get(at + 1).copied(), self.begins[at + 1].categories);
        for node in pack.trie.after_first(self.lexemes[at], word, after) {
            self.walk(node, at, at + 1);
        }
        let mut next = begin;
        while let Some(&Stretch { end, joins, .. }) = self.stretches.get(next) {
            let (word, after) = (self.lexemes.get(end).copied(), self.begins[end].categories);
            for category in Category::of_bits(joins) {
                for node in pack.trie.after_category(category, word, after) {
                    self.path.push((next, category));
                    self.walk(node, at, end);
                    self.path.pop();
                }
            }
            next += 1;
        }
    }

    fn has_digit(&self, at: usize) -> bool {
        self.all.role(self.first + at).has(Role::DIGITS)
    }

    /// Whether a token is the sign of an offset after it: behind a zone, or of four figures behind a time.
    fn is_sign(&self, at: usize) -> bool {
        let figures = |next: &&Token| self.has_digit(at + 1) && next.before() == Before::Nothing;
        let (Some(last), Some(next)) = (at.checked_sub(1), self.tokens.get(at + 1).filter(figures)) else {
            return false;
        };
        if !matches!(text_of(self.text, &self.tokens[at]), "+" | "-" | "\u{2212}") {
            return false;
        }
        let after_zone =
            self.pack.lexicon.senses(self.lexemes[last]).iter().any(|sense| sense.category == Category::Zone);
        let figures = text_of(self.text, next);
        let four = figures.len() == 4 && figures.bytes().all(|byte| byte.is_ascii_digit());
        after_zone || four && self.has_digit(last)
    }

    fn add_shapes(&mut self, at: usize) {
        each_shape(self.text, &self.tokens[at..], self.pack, |number, tokens, parts| {
            let (rule, end) = (&self.pack.rules[number as usize], at + tokens);
            if let Some(meaning) = operate(rule, parts).filter(|_| self.in_place(rule, at, end)) {
                self.push(Stretch::of_rule(at..end, number, rule, meaning, 0..0));
            }
        });
    }

    /// Goes on from a node of the tree at a token, if anything may lead on from there.
    #[inline(always)]
    fn walk_on(&mut self, node: u32, start: usize, at: usize) {
        if self.pack.trie.ways(node).may_go_on(self.lexemes.get(at).copied(), self.begins[at].categories) {
            self.walk(node, start, at);
        }
    }

    /// Goes on from a node of the tree at a token, and adds what the rules that end there find.
    #[inline(never)]
    fn walk(&mut self, node: u32, start: usize, at: usize) {
        let trie = &self.pack.trie;
        let ways = trie.ways(node);
        if ways.ends {
            for &rule in trie.rules(node) {
                self.apply(rule, start, at);
            }
        }
        if at >= self.tokens.len() || at - start > LONGEST {
            return;
        }
        let word = self.lexemes[at];
        if ways.may_lead(word) {
            for next in trie.after_word(node, word) {
                self.walk_on(next, start, at + 1);
            }
        }
        if ways.categories & self.begins[at].categories == 0 {
            return;
        }
        let found = self.begins[at].categories;
        for &(set, next) in trie.categories(node).iter().filter(|(set, _)| set & found != 0) {
            for number in self.begin_at(at) {
                let stretch = &self.stretches[number];
                let both = stretch.joins & set;
                if both == 0 || at == start {
                    continue;
                }
                let end = stretch.end;
                let category = Category::ALL[both.trailing_zeros() as usize];
                self.path.push((number, category));
                self.walk_on(next, start, end);
                self.path.pop();
            }
        }
    }

    fn apply(&mut self, number: u16, start: usize, end: usize) {
        let rule = &self.pack.rules[number as usize];
        if self.is_in_trap(start, end) || !self.in_place(rule, start, end) {
            return;
        }
        let mut parts = [(Category::Nothing, &Meaning::Nothing); MOST_PARTS];
        for (part, &(child, category)) in parts.iter_mut().zip(&self.path) {
            *part = (category, &self.stretches[child].meaning);
        }
        let Some(meaning) = operate(rule, &parts[..self.path.len().min(MOST_PARTS)]) else { return };
        let first = self.children.len();
        self.children.extend_from_slice(&self.path);
        let children = first..self.children.len();
        if !self.push(Stretch::of_rule(start..end, number, rule, meaning, children)) {
            self.children.truncate(first);
        }
    }

    /// Whether a part of a match is in a trap: one that goes on behind the match, before the fall of Rome, or one that a word of
    /// the match between its parts begins, the end of *a second* phase.
    fn is_in_trap(&self, start: usize, end: usize) -> bool {
        let mut words = start + 1;
        self.path.iter().any(|&(child, _)| {
            let part = &self.stretches[child];
            let before = std::mem::replace(&mut words, part.end)..part.start;
            self.begins[part.start].trap as usize > end
                || before.into_iter().any(|at| self.begins[at].trap as usize >= part.end)
        })
    }

    /// Whether the neighbours and the first letter are as the rule wants them.
    fn in_place(&self, rule: &Rule, start: usize, end: usize) -> bool {
        let before = (self.first + start).checked_sub(1).filter(|&before| before >= self.sentence.start);
        let after = Some(self.first + end).filter(|&after| after < self.sentence.end);
        rule.behind.as_ref().is_none_or(|look| self.holds(look, before))
            && rule.ahead.as_ref().is_none_or(|look| self.holds(look, after))
            && rule.capital.is_none_or(|capital| self.is_capital(start) == capital)
            && (!rule.capital_last || self.is_capital(end - 1))
    }

    /// Whether a token of the text, or where there is none the edge of its sentence, is as a neighbour must be.
    fn holds(&self, look: &Look, token: Option<usize>) -> bool {
        match token {
            Some(at) => {
                let is_number = self.all.segmentation.tokens[at].kind() == TokenKind::Number;
                look.holds(self.all.lexeme(at), is_number)
            }
            None => look.holds(Lexeme::EDGE, false),
        }
    }

    fn is_capital(&self, token: usize) -> bool {
        matches!(self.tokens[token].shape(), Shape::Capital | Shape::Upper | Shape::Mixed)
    }

    /// Adds a stretch, unless the same is there or the token has too many.
    fn push(&mut self, stretch: Stretch) -> bool {
        let begins = self.begin_at(stretch.start);
        let known = self.stretches[begins.clone()].iter().any(|known| {
            known.end == stretch.end && known.categories == stretch.categories && known.meaning == stretch.meaning
        });
        if known || begins.len() >= MOST || stretch.end - stretch.start > LONGEST {
            return false;
        }
        let at = stretch.start;
        self.begins[at].categories |= stretch.joins;
        if stretch.is(Category::Nothing) {
            self.begins[at].trap = self.begins[at].trap.max(stretch.end as u32);
        }
        self.stretches.push(stretch);
        self.begins[at].end += 1;
        true
    }
}

fn text_of<'t>(text: &'t str, token: &Token) -> &'t str {
    &text[token.span().range()]
}
