//! Reads the pattern of a rule into the tree.

use std::ops::Range;

use crate::error::{Error, ErrorKind};
use crate::segment::{Segmenter, fold};

use super::quick::QuickMap;
use super::rule::{Look, Rule};
use super::trie::{ROOT, Step, Trie};
use super::{Category, Lexeme, Lexicon};

/// What is known of the patterns of a language while they are read.
pub(crate) struct Known {
    pub segmenter: Segmenter,
    /// The groups that `@name` stands for.
    pub groups: QuickMap<&'static str, &'static str>,
    /// The words of patterns so far, as the scanner cuts them: which of `parts`.
    cuts: QuickMap<&'static str, Range<usize>>,
    parts: Vec<Lexeme>,
}

impl Known {
    pub(crate) fn new(segmenter: Segmenter) -> Known {
        Known { segmenter, groups: QuickMap::default(), cuts: QuickMap::default(), parts: Vec::new() }
    }
}

/// What is needed to read patterns, and where a mistake in one stands.
pub(crate) struct Reader<'p> {
    pub lexicon: &'p mut Lexicon,
    pub trie: &'p mut Trie,
    pub known: &'p mut Known,
    pub file: &'static str,
    pub line: usize,
}

/// Places in the tree, each once.
type Places = Vec<u32>;

impl Reader<'_> {
    /// A pattern without its look-around, which goes to the rule.
    pub(crate) fn look_around(&mut self, pattern: &'static str, rule: &mut Rule) -> Result<&'static str, Error> {
        let mut rest = pattern.trim();
        while let Some((look, after)) = rest.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
            rest = after.trim_start();
            match look {
                "capital" => rule.capital = Some(true),
                "lower" => rule.capital = Some(false),
                _ => rule.behind = Some(self.look(look)?),
            }
        }
        while let Some((before, look)) = rest.strip_suffix('>').and_then(|rest| rest.rsplit_once('<')) {
            rest = before.trim_end();
            match look {
                "capital" => rule.capital_last = true,
                _ => rule.ahead = Some(self.look(look)?),
            }
        }
        Ok(rest)
    }

    /// Adds a pattern without look-around to the tree, as that of a rule.
    pub(crate) fn read(&mut self, pattern: &'static str, rule: u16) -> Result<(), Error> {
        let ends = self.sequence(pattern, &[ROOT])?;
        if ends.contains(&ROOT) {
            return Err(self.fail("a pattern that may be empty"));
        }
        ends.into_iter().for_each(|end| self.trie.end(end, rule));
        Ok(())
    }

    fn fail(&self, why: &str) -> Error {
        Error::new(ErrorKind::Pack { file: self.file, line: self.line, why: why.to_owned() })
    }

    /// The group that a name behind `@` stands for; None where that is no name.
    fn group(&self, text: &str) -> Result<Option<&'static str>, Error> {
        let is_name = |name: &&str| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        let Some(name) = text.strip_prefix('@').filter(is_name) else { return Ok(None) };
        let group = self.known.groups.get(name).copied();
        group.map(Some).ok_or_else(|| self.fail(&format!("no group @{name}")))
    }

    fn look(&mut self, text: &'static str) -> Result<Look, Error> {
        let mut words = text.split_whitespace();
        let wanted = match words.next() {
            Some("not") => false,
            Some("only") => true,
            _ => return Err(self.fail("a look-around is <not …>, <only …> or <capital>")),
        };
        let mut lexemes = Vec::new();
        for word in words {
            let in_brackets = word.strip_prefix('(').and_then(|word| word.strip_suffix(')'));
            let group = self.group(word)?.or(in_brackets).unwrap_or(word);
            lexemes.extend(group.split(['|', ' ']).map(|word| self.lexicon.intern(word)));
        }
        Ok(Look { wanted, lexemes })
    }

    /// Where items that stand one after the other lead to from some places.
    fn sequence(&mut self, text: &'static str, from: &[u32]) -> Result<Places, Error> {
        let mut at = from.to_vec();
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            let (item, after) = self.item(rest)?;
            let mut ends = self.choices(item, &at)?;
            if after.starts_with('?') {
                unite(&mut ends, at);
            }
            at = ends;
            rest = after.trim_start_matches('?').trim_start();
        }
        Ok(at)
    }

    /// The first item of a sequence, and what follows it.
    fn item(&self, text: &'static str) -> Result<(&'static str, &'static str), Error> {
        let end = match text.as_bytes()[0] {
            b'{' => text.find('}').map(|at| at + 1),
            b'(' => closing(text),
            _ => Some(text.find(|c: char| c.is_whitespace() || c == '?').unwrap_or(text.len())),
        };
        end.map(|end| text.split_at(end)).ok_or_else(|| self.fail("an open bracket"))
    }

    /// Where an item leads to.
    fn choices(&mut self, item: &'static str, from: &[u32]) -> Result<Places, Error> {
        if let Some(names) = item.strip_prefix('{').and_then(|item| item.strip_suffix('}')) {
            let set = names.split('|').try_fold(0, |set, name| {
                Category::named(name, self.file, self.line).map(|category| set | category.bit())
            })?;
            return Ok(self.step(Step::Categories(set), from));
        }
        let (mut words, mut ends) = (Vec::new(), Vec::new());
        self.alternative(item, from, &mut words, &mut ends)?;
        if !words.is_empty() {
            words.sort_unstable();
            words.dedup();
            let step = self.trie.sets.step(words);
            let after = self.step(step, from);
            unite(&mut ends, after);
        }
        Ok(ends)
    }

    /// Takes in one of the alternatives of a group, or all of another group: single words, to be put together into
    /// one step, and where all others lead to.
    fn alternative(
        &mut self,
        text: &'static str,
        from: &[u32],
        words: &mut Vec<Lexeme>,
        ends: &mut Places,
    ) -> Result<(), Error> {
        let bracketed = text.strip_prefix('(').filter(|_| closing(text) == Some(text.len()));
        let group = match bracketed {
            Some(group) => group.strip_suffix(')'),
            None => self.group(text)?,
        };
        if let Some(group) = group {
            return alternatives(group).try_for_each(|text| self.alternative(text, from, words, ends));
        }
        if text.is_empty() || text.contains([' ', '{', '(', '?']) {
            unite(ends, self.sequence(text, from)?);
            return Ok(());
        }
        let parts = self.parts(text);
        if let [word] = self.known.parts[parts.clone()] {
            words.push(word);
            return Ok(());
        }
        let mut at = from.to_vec();
        for part in parts {
            at = self.step(Step::Word(self.known.parts[part]), &at);
        }
        unite(ends, at);
        Ok(())
    }

    /// Where a step leads to.
    fn step(&mut self, step: Step, from: &[u32]) -> Places {
        from.iter().map(|&from| self.trie.step(from, step)).collect()
    }

    /// A word as the scanner cuts it.
    fn parts(&mut self, word: &'static str) -> Range<usize> {
        if let Some(parts) = self.known.cuts.get(word) {
            return parts.clone();
        }
        let first = self.known.parts.len();
        // An ending that the scanner cuts off its word: alone, it would be cut again.
        let is_ending = |rest: &str| rest.chars().all(char::is_alphabetic) && !rest.is_empty();
        if word.strip_prefix('-').is_some_and(is_ending) {
            self.known.parts.push(self.lexicon.intern(word));
        } else {
            let mut folded = String::new();
            for token in self.known.segmenter.tokens(word) {
                folded.clear();
                fold(&word[token.span().range()], &mut folded);
                self.known.parts.push(self.lexicon.intern(&folded));
            }
        }
        let parts = first..self.known.parts.len();
        self.known.cuts.insert(word, parts.clone());
        parts
    }
}

/// Adds places that are not there.
fn unite(places: &mut Places, more: Places) {
    if places.is_empty() {
        *places = more;
        return;
    }
    for place in more {
        if !places.contains(&place) {
            places.push(place);
        }
    }
}

/// Where the bracket that opens a text is closed.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' if depth == 1 => return Some(at + 1),
            b')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The alternatives of a group, at its own depth.
fn alternatives(group: &'static str) -> impl Iterator<Item = &'static str> {
    let mut depth = 0;
    group.split(move |c| {
        match c {
            '(' | '{' => depth += 1,
            ')' | '}' => depth -= 1,
            _ => {}
        }
        c == '|' && depth == 0
    })
}
