//! Weak words: of whatever a pack finds, some other word is always part, or it ends its sentence. So a stretch of text within a sentence that
//! has none but weak words needs no look at all.

use super::trie::Trie;
use super::{Category, Lexeme, Lexicon, Rule};

/// Words that together make no annotation, nor do the Roman numerals among them.
#[derive(Debug)]
pub(crate) struct Weak {
    words: Vec<bool>,
    pub roman: bool,
}

impl Weak {
    /// Takes words in one after the other, as long as no rule can find anything with those taken in alone.
    pub(crate) fn among(words: impl Iterator<Item = Lexeme>, lexicon: &Lexicon, trie: &Trie, rules: &[Rule]) -> Weak {
        let weak = Weak { words: vec![false; lexicon.len()], roman: false };
        let mut steps: Vec<(Lexeme, u32, u32)> = trie.words().collect();
        steps.sort_unstable();
        let is_reached = vec![false; trie.len()];
        let mut closure = Closure {
            trie,
            rules,
            stop: lexicon.lexeme("."),
            weak,
            steps,
            categories: 0,
            strong: 0,
            reached: Vec::new(),
            is_reached,
        };
        closure.reach(0);
        for word in words.filter(|word| *word > Lexeme::CAPITAL) {
            let known = closure.weak.has(word);
            let _ = known || closure.try_categories(of_word(word, lexicon)) && closure.try_with(Some(word), 0);
        }
        closure.weak.roman = closure.try_categories(Category::Roman.bit());
        closure.weak
    }

    /// Whether a word is weak.
    pub(crate) fn has(&self, word: Lexeme) -> bool {
        self.words.get(word.0 as usize).is_some_and(|weak| *weak)
    }
}

/// What a word may be by itself, or in a numeral with others.
fn of_word(word: Lexeme, lexicon: &Lexicon) -> u64 {
    use Category::*;
    let numeral = || [Number, Numeral, Day, Hour, Minute].iter().fold(0, |all, category| all | category.bit());
    lexicon.senses(word).iter().filter(|sense| !sense.is_link()).fold(0, |all, sense| {
        let more = match sense.category {
            Ordinal => Day.bit(),
            Numeral if sense.value >= 100 => numeral() | Year.bit(),
            Numeral => numeral(),
            _ => 0,
        };
        all | sense.category.bit() | more
    })
}

/// Everything that can be found with the weak words so far, whatever stands around it.
struct Closure<'p> {
    trie: &'p Trie,
    rules: &'p [Rule],
    /// The full stop.
    stop: Lexeme,
    weak: Weak,
    /// From which place to which a word leads, by the word.
    steps: Vec<(Lexeme, u32, u32)>,
    /// The categories found, as bits.
    categories: u64,
    /// Those with which something would be found.
    strong: u64,
    /// The places of the tree that are reached.
    reached: Vec<u32>,
    is_reached: Vec<bool>,
}

impl Closure<'_> {
    /// Takes categories in; false where something is found with one of them.
    fn try_categories(&mut self, categories: u64) -> bool {
        Category::of_bits(categories & !self.categories).all(|category| {
            let sound = self.strong & category.bit() == 0 && self.try_with(None, category.bit());
            self.strong |= if sound { 0 } else { category.bit() };
            sound
        })
    }

    /// Takes a word in, or only what it may be; false, and all is as before, where something is found then.
    fn try_with(&mut self, word: Option<Lexeme>, categories: u64) -> bool {
        let before = (self.reached.len(), self.categories);
        self.set(word, true);
        self.add_categories(categories, before.0);
        let first = self.steps.partition_point(|&(known, ..)| Some(known) < word);
        for at in first..self.steps.len() {
            let (known, from, to) = self.steps[at];
            if Some(known) != word {
                break;
            }
            if self.is_reached[from as usize] {
                self.reach(to);
            }
        }
        let sound = self.complete(before.0);
        if !sound {
            for node in self.reached.drain(before.0..) {
                self.is_reached[node as usize] = false;
            }
            self.categories = before.1;
            self.set(word, false);
        }
        sound
    }

    fn set(&mut self, word: Option<Lexeme>, weak: bool) {
        if let Some(word) = word {
            self.weak.words[word.0 as usize] = weak;
        }
    }

    /// Adds categories found, and the places that they lead to from the first so many that are reached.
    fn add_categories(&mut self, found: u64, places: usize) {
        let new = found & !self.categories;
        self.categories |= new;
        for at in (0..places).filter(|_| new != 0) {
            self.follow(self.reached[at], new);
        }
    }

    /// Reaches the places that categories lead to from one.
    fn follow(&mut self, node: u32, categories: u64) {
        let trie = self.trie;
        let node = trie.node(node);
        if node.ways.categories & categories != 0 {
            node.categories.iter().filter(|(set, _)| set & categories != 0).for_each(|&(_, next)| self.reach(next));
        }
    }

    fn reach(&mut self, node: u32) {
        if !std::mem::replace(&mut self.is_reached[node as usize], true) {
            self.reached.push(node);
        }
    }

    /// Follows the places reached from a number on, until there are no more; false where something is found.
    fn complete(&mut self, mut next: usize) -> bool {
        let trie = self.trie;
        while let Some(&at) = self.reached.get(next).filter(|_| self.is_sound()) {
            next += 1;
            let node = trie.node(at);
            for (word, on) in node.words() {
                if self.weak.has(word) {
                    self.reach(on);
                }
            }
            self.follow(at, self.categories);
            let rules = node.rules.iter().map(|&rule| &self.rules[rule as usize]);
            let rules = rules.filter(|rule| !rule.ahead.as_ref().is_some_and(|look| look.is_edge(self.stop)));
            let found = rules.fold(0, |all, rule| all | rule.category.bit());
            self.add_categories(found, next);
        }
        self.is_sound()
    }

    /// Whether none of the categories is an annotation.
    fn is_sound(&self) -> bool {
        self.categories & Category::KINDS & !Category::Nothing.bit() == 0
    }
}
