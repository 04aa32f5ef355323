//! One rule of a pack: how it is written, and what it says.
//!
//! `name: pattern -> operation setting=value… | example => value | example @2023-11-28 => value | example => -`
//!
//! The name begins with the category that the rule finds. A pattern is a sequence of words, groups `(a|b c)`,
//! categories `{date}` or `{date|time}`, each optional with `?`; `@name` stands for a group defined before by
//! `@name = a|b`. `<not a b>` and `<only a b>` look at the token before (when first) or after (when last);
//! `<capital>` wants an upper-case letter at the beginning of the first token, or of the last when it stands behind;
//! `<lower>` a lower-case one. A pattern between slashes is a regular expression over characters, anchored at a token with a digit, and may look around too;
//! its group names are categories (with `_` for `-`).
//! `{year 1300-1999|2024}`, a pattern by itself, is a token of figures between those, in the category.

use crate::error::{Error, ErrorKind};

use super::operation::{self, Operation, Setting};
use super::{Category, Lexeme};

/// A rule, without its pattern.
#[derive(Debug)]
pub(crate) struct Rule {
    pub name: &'static str,
    pub category: Category,
    pub operation: Operation,
    pub settings: Vec<Setting>,
    /// The token before the first.
    pub behind: Option<Look>,
    /// The token after the last.
    pub ahead: Option<Look>,
    /// Whether the first letter must be upper case, or must not.
    pub capital: Option<bool>,
    /// Whether its last token must begin with an upper-case letter.
    pub capital_last: bool,
    /// Its examples, as they are written.
    #[cfg_attr(not(test), expect(dead_code, reason = "tests alone read them"))]
    examples: &'static str,
}

impl Rule {
    /// The rule of an entry of the word list that is several tokens.
    pub(crate) fn of_words(words: &'static str, category: Category, value: i64) -> Rule {
        Rule {
            name: words,
            category,
            operation: Operation::Word(value),
            settings: Vec::new(),
            behind: None,
            ahead: None,
            capital: None,
            capital_last: false,
            examples: "",
        }
    }

    /// Its examples.
    #[cfg(test)]
    pub(crate) fn examples(&self) -> impl Iterator<Item = Example> {
        self.examples.split_terminator(" | ").map(|example| {
            let (text, value) = example.split_once(" => ").expect("an example has => and a value");
            Example::new(text.trim(), value.trim())
        })
    }
}

/// What a neighbouring token must be, or must not be.
#[derive(Debug)]
pub(crate) struct Look {
    pub wanted: bool,
    pub lexemes: Vec<Lexeme>,
}

impl Look {
    /// Whether the neighbour is as it must be. A numeral that the pack knows as a word is a numeral all the same.
    pub(crate) fn holds(&self, lexeme: Lexeme, is_number: bool) -> bool {
        let named = self.lexemes.contains(&lexeme) || is_number && self.lexemes.contains(&Lexeme::NUMBER);
        named == self.wanted
    }

    /// Whether there must be no neighbour but a full stop, if any.
    pub(crate) fn is_edge(&self, stop: Lexeme) -> bool {
        self.wanted && self.lexemes.iter().all(|&lexeme| lexeme == Lexeme::EDGE || lexeme == stop)
    }
}

/// A text, and when it was written, with the value its rule must give it, or `-` for none.
#[cfg(test)]
pub(crate) struct Example {
    pub text: &'static str,
    pub anchor: Option<&'static str>,
    pub value: &'static str,
}

#[cfg(test)]
impl Example {
    fn new(text: &'static str, value: &'static str) -> Example {
        let (text, anchor) = text.rsplit_once(" @").map_or((text, None), |(text, anchor)| (text, Some(anchor)));
        Example { text, anchor, value }
    }
}

/// A line of a rule file, taken apart.
pub(crate) struct Line {
    pub rule: Rule,
    pub pattern: &'static str,
}

/// Takes a rule apart, all but its pattern.
pub(crate) fn parse(text: &'static str, file: &'static str, line: usize) -> Result<Line, Error> {
    let fail = |why: &str| Error::new(ErrorKind::Pack { file, line, why: why.to_owned() });
    let (name, rest) = text.split_once(": ").ok_or_else(|| fail("a rule begins with its name and a colon"))?;
    let (pattern, rest) = rest.split_once(" -> ").ok_or_else(|| fail("a rule has an arrow"))?;
    let (operation, examples) = rest.split_once(" | ").unwrap_or((rest, ""));
    let (operation, settings) = operation::parse(operation, file, line)?;
    let category = Category::named(name.split('.').next().unwrap_or(name), file, line)?;
    let rule = Rule {
        name,
        category,
        operation,
        settings,
        behind: None,
        ahead: None,
        capital: None,
        capital_last: false,
        examples,
    };
    Ok(Line { rule, pattern: pattern.trim() })
}
