//! Weak words: of whatever a pack finds, some other word is always part, or it ends its sentence. So a stretch of text within a sentence that
//! has none but weak words needs no look at all.

use super::lists::Lists;
use super::trie::{ROOT, Trie};
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
        let steps = trie.all_words().map(|(word, from, to)| (usize::from(word.0), (from, to)));
        let steps = Lists::new(lexicon.len(), steps);
        let is_reached = vec![false; trie.len()];
        let mut closure = Closure {
            trie,
            rules,
            stop: lexicon.lexeme("."),
            weak,
            steps: &steps,
            categories: 0,
            found: 0,
            strong: 0,
            reached: Vec::new(),
            is_reached,
        };
        closure.reach(ROOT);
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
    /// From which places to which a word leads, by the word.
    steps: &'p Lists<(u32, u32)>,
    /// The categories found, as bits, whose ways on are reached.
    categories: u64,
    /// All that are found.
    found: u64,
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
        self.found |= categories;
        let steps = self.steps;
        for &(from, to) in word.map_or(&[][..], |word| steps.of(usize::from(word.0))) {
            if self.is_reached[from as usize] {
                self.reach(to);
            }
        }
        let sound = self.complete(before.0);
        if !sound {
            for node in self.reached.drain(before.0..) {
                self.is_reached[node as usize] = false;
            }
            (self.categories, self.found) = (before.1, before.1);
            self.set(word, false);
        }
        sound
    }

    fn set(&mut self, word: Option<Lexeme>, weak: bool) {
        if let Some(word) = word {
            self.weak.words[word.0 as usize] = weak;
        }
    }

    /// Reaches the places that categories lead to from one.
    fn follow(&mut self, node: u32, categories: u64) {
        let trie = self.trie;
        if trie.ways(node).categories & categories == 0 {
            return;
        }
        for &(_, next) in trie.categories(node).iter().filter(|(set, _)| set & categories != 0) {
            self.reach(next);
        }
    }

    fn reach(&mut self, node: u32) {
        if !std::mem::replace(&mut self.is_reached[node as usize], true) {
            self.reached.push(node);
            let rules = self.trie.rules(node).iter().map(|&rule| &self.rules[rule as usize]);
            let rules = rules.filter(|rule| !rule.ahead.as_ref().is_some_and(|look| look.is_edge(self.stop)));
            self.found |= rules.fold(0, |all, rule| all | rule.category.bit());
        }
    }

    /// Follows the places reached from a number on, until there are no more; false where something is found.
    fn complete(&mut self, mut next: usize) -> bool {
        let trie = self.trie;
        while self.is_sound() {
            let new = self.found & !self.categories;
            if new != 0 {
                self.categories |= new;
                (0..next).for_each(|at| self.follow(self.reached[at], new));
            } else if let Some(&at) = self.reached.get(next) {
                next += 1;
                for &(word, on) in trie.words(at) {
                    if self.weak.has(word) {
                        self.reach(on);
                    }
                }
                self.follow(at, self.categories);
            } else {
                return true;
            }
        }
        false
    }

    /// Whether none of the categories found is an annotation.
    fn is_sound(&self) -> bool {
        self.found & Category::KINDS & !Category::Nothing.bit() == 0
    }
}
