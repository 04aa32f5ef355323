//! A language's words and rules, read from its files and compiled.

use std::cmp::Reverse;

use once_cell::sync::OnceCell;

use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::segment::{Contractions, Segmenter, fold, frequent, hash_of};

use super::hashes::Hashes;
use super::pattern::{Known, Reader};
use super::role::Role;
use super::rule::{self, Line, Rule};
use super::shape::{Figures, Shapes};
use super::trie::Trie;
use super::weak::Weak;
use super::{Category, Lexeme, Lexicon, Sense};

/// A language's words and rules, ready to be matched.
#[derive(Debug)]
pub(crate) struct Pack {
    pub lexicon: Lexicon,
    pub rules: Vec<Rule>,
    /// The rules over characters.
    pub figures: Vec<Figures>,
    pub shapes: Shapes,
    /// What each lexeme is to the patterns.
    roles: Vec<Role>,
    /// Those of the strong words.
    pub strong: Hashes,
    /// What a Roman numeral is to the patterns.
    pub roman: Role,
    pub trie: Trie,
    /// Whether 3/4 is 3 April.
    pub day_first: bool,
}

/// A file of a pack: its name in messages, and its text.
type File = (&'static str, &'static str);

macro_rules! files {
    ($($name:literal),*) => {
        &[$(($name, include_str!($name))),*]
    };
}

struct Source {
    words: &'static [File],
    /// The traps first: of two rules that find the same stretch, the first wins.
    rules: &'static [File],
    day_first: bool,
}

const FRENCH: Source = Source {
    words: files!["fr/words.tsv", "fr/feasts.tsv", "fr/zones.tsv", "fr/tense.tsv"],
    rules: files![
        "fr/traps.rules",
        "fr/zones.rules",
        "fr/numerals.rules",
        "fr/dates.rules",
        "fr/times.rules",
        "fr/durations.rules",
        "fr/sets.rules",
        "fr/intervals.rules"
    ],
    day_first: true,
};

const ENGLISH: Source = Source {
    words: files!["en/words.tsv", "en/feasts.tsv", "en/zones.tsv", "en/tense.tsv"],
    rules: files![
        "en/traps.rules",
        "en/zones.rules",
        "en/numerals.rules",
        "en/dates.rules",
        "en/times.rules",
        "en/durations.rules",
        "en/sets.rules",
        "en/intervals.rules"
    ],
    day_first: false,
};

static PACKS: [OnceCell<Pack>; Language::ALL.len()] = [const { OnceCell::new() }; Language::ALL.len()];

impl Pack {
    /// The pack of a language, compiled at the first call.
    ///
    /// # Errors
    ///
    /// A line of the pack's files that cannot be read, by file and number.
    pub(crate) fn of(language: Language) -> Result<&'static Pack, Error> {
        let source = match language {
            Language::French => &FRENCH,
            Language::English => &ENGLISH,
        };
        PACKS[language as usize].get_or_try_init(|| Pack::compile(source, language))
    }

    /// What a lexeme is to the patterns.
    #[inline]
    pub(crate) fn role(&self, lexeme: Lexeme) -> Role {
        self.roles.get(lexeme.0 as usize).copied().unwrap_or_default()
    }

    fn compile(source: &Source, language: Language) -> Result<Pack, Error> {
        let mut pack = Pack {
            lexicon: Lexicon::new(),
            rules: Vec::new(),
            figures: Vec::new(),
            shapes: Shapes::new(),
            roles: Vec::new(),
            strong: Hashes::default(),
            roman: Role::NONE,
            trie: Trie::default(),
            day_first: source.day_first,
        };
        let segmenter = Segmenter::new(language).contractions(Contractions::Parts);
        let mut known = Known::new(segmenter);
        for &(file, text) in source.words {
            for (line, content) in lines(text) {
                pack.add_words(content, &mut known, file, line)?;
            }
        }
        for &(file, text) in source.rules {
            for (line, content) in lines(text) {
                pack.add_rule(content, &mut known, file, line)?;
            }
        }
        pack.lexicon.finish();
        pack.trie.finish(pack.lexicon.len());
        pack.assign_roles(language);
        Ok(pack)
    }

    /// Tells what each lexeme is to the patterns, once they are all in.
    fn assign_roles(&mut self, language: Language) {
        let Pack { lexicon, trie, rules, .. } = self;
        let spellings = || lexicon.spellings().filter(|(_, lexeme)| *lexeme > Lexeme::CAPITAL);
        // The frequent ones first, then those of most patterns, which are frequent too, and the short ones; figures mean what no
        // word list says.
        let frequent = frequent(language).map(|word| lexicon.lexeme(word));
        let mut patterns = vec![0; lexicon.len()];
        trie.all_words().for_each(|(word, ..)| patterns[word.0 as usize] += 1);
        let words = spellings().filter(|(word, _)| !word.bytes().any(|byte| byte.is_ascii_digit()));
        let mut words: Vec<(Reverse<u32>, usize, Lexeme)> =
            words.map(|(word, lexeme)| (Reverse(patterns[lexeme.0 as usize]), word.len(), lexeme)).collect();
        words.sort_by_key(|&(patterns, length, _)| (patterns, length));
        let words = frequent.chain(words.into_iter().map(|(.., word)| word));
        let weak = Weak::among(words, lexicon, trie, rules);
        let mut roles = vec![Role::NONE; lexicon.len()];
        for (lexeme, ..) in trie.all_words() {
            roles[lexeme.0 as usize] |= Role::PART;
        }
        for (word, lexeme) in spellings() {
            let senses = lexicon.senses(lexeme);
            let known = senses.iter().any(|sense| trie.speaks_of(sense.category)) || trie.begins(lexeme);
            let numeral = |word| lexicon.is_numeral(lexicon.lexeme(word));
            let role = &mut roles[lexeme.0 as usize];
            *role |= Role::DIGITS.when(word.bytes().any(|byte| byte.is_ascii_digit()));
            *role |= Role::FIRST.when(known);
            *role |= Role::NUMERAL.when(numeral(word) || word.split_once('-').is_some_and(|(first, _)| numeral(first)));
            if role.has(Role::PART) && !weak.has(lexeme) {
                *role |= Role::STRONG;
                self.strong.add(hash_of(word));
            }
        }
        self.roman = Role::ROMAN | Role::STRONG.when(!weak.roman);
        self.roles = roles;
    }

    /// Reads `word|word <tab> category <tab> value`. A word of several tokens becomes a rule.
    fn add_words(
        &mut self,
        content: &'static str,
        known: &mut Known,
        file: &'static str,
        line: usize,
    ) -> Result<(), Error> {
        let fields = content.split_once('\t').and_then(|(words, rest)| Some((words, rest.split_once('\t')?)));
        let Some((words, (category, value))) = fields.filter(|(_, (_, value))| !value.contains('\t')) else {
            let why = "a line of words has three fields, by tabs".to_owned();
            return Err(Error::new(ErrorKind::Pack { file, line, why }));
        };
        let category = Category::named(category, file, line)?;
        let value = self.lexicon.value(category, value, file, line)?;
        for word in words.split('|') {
            if let Some(ending) = word.strip_prefix('-').filter(|_| category == Category::Tense) {
                if !self.lexicon.endings.add(ending, value) {
                    let why = format!("{word:?} is no ending of one to eight bytes");
                    return Err(Error::new(ErrorKind::Pack { file, line, why }));
                }
                continue;
            }
            let mut folded = String::new();
            let whole = known.segmenter.tokens(word).next().is_some_and(|token| token.span().len() == word.len());
            // A word with a point may lose it where a sentence ends.
            let pointed = word.ends_with('.') && !word.contains(' ');
            if (whole || pointed) && fold(word, &mut folded) {
                let lexeme = self.lexicon.intern(&folded);
                self.lexicon.add(lexeme, Sense { category, value });
            }
            if !whole {
                let rule = Rule::of_words(word, category, value);
                self.add(rule, word, known, file, line)?;
            }
        }
        Ok(())
    }

    /// Reads a rule, a group `@name = a|b`, or a shape.
    fn add_rule(
        &mut self,
        content: &'static str,
        known: &mut Known,
        file: &'static str,
        line: usize,
    ) -> Result<(), Error> {
        if let Some((name, group)) = content.strip_prefix('@').and_then(|rest| rest.split_once(" = ")) {
            known.groups.insert(name, group.trim());
            return Ok(());
        }
        let Line { rule, pattern } = rule::parse(content, file, line)?;
        self.add(rule, pattern, known, file, line)
    }

    fn add(
        &mut self,
        mut rule: Rule,
        pattern: &'static str,
        known: &mut Known,
        file: &'static str,
        line: usize,
    ) -> Result<(), Error> {
        let mut reader = Reader { lexicon: &mut self.lexicon, trie: &mut self.trie, known, file, line };
        let pattern = reader.look_around(pattern, &mut rule)?;
        let number = self.rules.len() as u16;
        if let Some(regex) = pattern.strip_prefix('/').and_then(|pattern| pattern.strip_suffix('/')) {
            self.shapes.add(regex, number, file, line)?;
        } else if let Some(figures) = Figures::of(pattern, number, file, line) {
            self.figures.push(figures?);
        } else {
            reader.read(pattern, number)?;
        }
        self.rules.push(rule);
        Ok(())
    }
}

/// The lines that say something, with their numbers.
fn lines(text: &'static str) -> impl Iterator<Item = (usize, &'static str)> {
    text.lines()
        .enumerate()
        .map(|(at, line)| (at + 1, line.trim_end()))
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}
