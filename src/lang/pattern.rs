//! Reads the pattern of a rule into the sequences of steps it stands for.

use std::collections::HashMap;

use crate::error::{Error, ErrorKind};
use crate::segment::{Segmenter, fold};

use super::rule::{Look, Rule};
use super::trie::{Sets, Step};
use super::{Category, Lexeme, Lexicon};

/// What is known of the patterns of a language while they are read.
pub(crate) struct Known {
    pub segmenter: Segmenter,
    /// The groups that `@name` stands for.
    pub groups: HashMap<&'static str, &'static str>,
    /// The words of patterns so far, as the scanner cuts them.
    cuts: HashMap<String, Vec<Step>>,
}

impl Known {
    pub(crate) fn new(segmenter: Segmenter) -> Known {
        Known { segmenter, groups: HashMap::new(), cuts: HashMap::new() }
    }
}

/// What is needed to read patterns, and where a mistake in one stands.
pub(crate) struct Reader<'p> {
    pub lexicon: &'p mut Lexicon,
    pub sets: &'p mut Sets,
    pub known: &'p mut Known,
    pub file: &'static str,
    pub line: usize,
}

/// Every way of reading a stretch of a pattern.
type Readings = Vec<Vec<Step>>;

impl Reader<'_> {
    /// A pattern without its look-around, which goes to the rule.
    pub(crate) fn look_around(&mut self, pattern: &str, rule: &mut Rule) -> Result<String, Error> {
        let pattern = self.expand(pattern)?;
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
        Ok(rest.to_owned())
    }

    /// The sequences of steps of a pattern without look-around.
    pub(crate) fn read(&mut self, pattern: &str) -> Result<Readings, Error> {
        let readings = self.sequence(pattern)?;
        if readings.iter().any(Vec::is_empty) {
            return Err(self.fail("a pattern that may be empty"));
        }
        Ok(readings)
    }

    fn fail(&self, why: &str) -> Error {
        Error::new(ErrorKind::Pack { file: self.file, line: self.line, why: why.to_owned() })
    }

    /// Puts groups in the place of their names.
    fn expand(&self, pattern: &str) -> Result<String, Error> {
        let mut expanded = String::new();
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once('@') {
            let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(after.len());
            let (name, after) = after.split_at(end);
            if name.is_empty() {
                expanded.push_str(before);
                expanded.push('@');
                rest = after;
                continue;
            }
            let group = self.known.groups.get(name).ok_or_else(|| self.fail(&format!("no group @{name}")))?;
            expanded.push_str(before);
            expanded.push_str(&format!("({group})"));
            rest = after;
        }
        expanded.push_str(rest);
        Ok(expanded)
    }

    fn look(&mut self, text: &str) -> Result<Look, Error> {
        // A bracket by itself is a word; others hold a group.
        let in_brackets = |word: &'_ str| word.len() > 1 && word.starts_with('(');
        let mut words = text.split_whitespace().flat_map(|word| {
            let group = if in_brackets(word) { word.trim_matches(['(', ')']) } else { word };
            group.split('|')
        });
        let wanted = match words.next() {
            Some("not") => false,
            Some("only") => true,
            _ => return Err(self.fail("a look-around is <not …>, <only …> or <capital>")),
        };
        let words: Vec<&str> = words.collect();
        Ok(Look { wanted, lexemes: words.into_iter().map(|word| self.lexicon.intern(word)).collect() })
    }

    /// Reads items one after the other.
    fn sequence(&mut self, text: &str) -> Result<Readings, Error> {
        let mut readings: Readings = vec![Vec::new()];
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            let (item, after) = self.item(rest)?;
            let optional = after.starts_with('?');
            let mut choices = self.choices(item)?;
            if optional {
                choices.push(Vec::new());
            }
            readings = match choices.as_slice() {
                [choice] => {
                    readings.iter_mut().for_each(|begun| begun.extend(choice));
                    readings
                }
                _ => {
                    let with = |begun: &Vec<Step>, choice: &Vec<Step>| begun.iter().chain(choice).copied().collect();
                    readings.iter().flat_map(|begun| choices.iter().map(move |choice| with(begun, choice))).collect()
                }
            };
            rest = after.trim_start_matches('?').trim_start();
        }
        Ok(readings)
    }

    /// The first item of a sequence, and what follows it.
    fn item<'t>(&self, text: &'t str) -> Result<(&'t str, &'t str), Error> {
        let end = match text.as_bytes()[0] {
            b'{' => text.find('}').map(|at| at + 1),
            b'(' => closing(text),
            _ => Some(text.find(|c: char| c.is_whitespace() || c == '?').unwrap_or(text.len())),
        };
        end.map(|end| text.split_at(end)).ok_or_else(|| self.fail("an open bracket"))
    }

    fn choices(&mut self, item: &str) -> Result<Readings, Error> {
        if let Some(names) = item.strip_prefix('{').and_then(|item| item.strip_suffix('}')) {
            let set = names.split('|').try_fold(0, |set, name| {
                Category::named(name, self.file, self.line).map(|category| set | category.bit())
            })?;
            return Ok(vec![vec![Step::Categories(set)]]);
        }
        let Some(group) = item.strip_prefix('(').and_then(|item| item.strip_suffix(')')) else {
            return Ok(vec![self.words(item)]);
        };
        let mut readings = Readings::new();
        for alternative in alternatives(group) {
            if alternative.contains([' ', '{', '(', '?']) || alternative.is_empty() {
                readings.extend(self.sequence(alternative)?);
            } else {
                readings.push(self.words(alternative));
            }
        }
        Ok(self.joined(readings))
    }

    /// Puts the readings that are one word together into one step.
    fn joined(&mut self, readings: Readings) -> Readings {
        let (single, mut several): (Readings, Readings) =
            readings.into_iter().partition(|reading| matches!(reading.as_slice(), [Step::Word(_) | Step::Words(_)]));
        let mut words: Vec<Lexeme> = single.iter().flatten().flat_map(|step| self.sets.of(step)).copied().collect();
        words.sort_unstable();
        words.dedup();
        if !words.is_empty() {
            several.push(vec![self.sets.step(words)]);
        }
        several
    }

    /// A word as the scanner cuts it.
    fn words(&mut self, word: &str) -> Vec<Step> {
        if let Some(known) = self.known.cuts.get(word) {
            return known.clone();
        }
        // An ending that the scanner cuts off its word: alone, it would be cut again.
        let ending =
            word.strip_prefix('-').is_some_and(|rest| rest.chars().all(char::is_alphabetic) && !rest.is_empty());
        let steps = if ending { vec![Step::Word(self.lexicon.intern(word))] } else { self.cut(word) };
        self.known.cuts.insert(word.to_owned(), steps.clone());
        steps
    }

    fn cut(&mut self, word: &str) -> Vec<Step> {
        let mut folded = String::new();
        let lexeme = |span: std::ops::Range<usize>| {
            folded.clear();
            fold(&word[span], &mut folded);
            Step::Word(self.lexicon.intern(&folded))
        };
        self.known.segmenter.tokens(word).map(|token| token.span().range()).map(lexeme).collect()
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
fn alternatives(group: &str) -> Vec<&str> {
    let mut depth = 0;
    let mut begin = 0;
    let mut found = Vec::new();
    for (at, byte) in group.bytes().enumerate() {
        match byte {
            b'(' | b'{' => depth += 1,
            b')' | b'}' => depth -= 1,
            b'|' if depth == 0 => {
                found.push(&group[begin..at]);
                begin = at + 1;
            }
            _ => {}
        }
    }
    found.push(&group[begin..]);
    found
}
