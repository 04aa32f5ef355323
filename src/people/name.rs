//! A person's name, and how its words divide into given name and family name.

use crate::segment::hash;

use super::words::{Class, Words};

/// The name of a person, as well as the document tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Name {
    /// The given name or names: `Jean-Luc`, `J. K.`; `None` where the document does not say it.
    pub given: Option<String>,
    /// The family name with its particles: `de Gaulle`, `O'Brien`; `None` where the document does not say it.
    pub family: Option<String>,
    /// The fullest form in the document: `Jean-Luc Godard`, `Louis XIV`.
    pub full: String,
}

/// A word of a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part<'t> {
    pub text: &'t str,
    pub form: u32,
    pub class: Class,
}

impl<'t> Part<'t> {
    /// Looks a word up.
    pub(super) fn new(text: &'t str, words: &Words) -> Part<'t> {
        Part::of(text, hash(text), words)
    }

    /// Looks a word up by its hash.
    pub(super) fn of(text: &'t str, form: u32, words: &Words) -> Part<'t> {
        let class = words.class(form);
        let given = if text.contains('-') { of_given(text, words) } else { Class::default() };
        Part { text, form, class: if given == Class::default() { class } else { given } }
    }

    /// Whether the word stands for a name by its first letter: `J.`, `J.-L.`.
    pub(super) fn is_initial(&self) -> bool {
        let single = |part: &str| part.len() <= 4 && part.chars().count() == 1;
        let mut letters = self.text.split(['-', '.']).filter(|part| !part.is_empty());
        self.text.ends_with('.') && letters.all(single) || single(self.text)
    }

    /// The form of the word behind an Arabic article: `al-Bashir`.
    pub(super) fn without_article(&self) -> Option<u32> {
        let (article, bare) = self.text.split_once('-')?;
        let is_article = ["al", "el"].iter().any(|known| article.eq_ignore_ascii_case(known));
        (is_article && !bare.is_empty()).then(|| hash(bare))
    }

    fn is_upper(&self) -> bool {
        if self.text.bytes().any(|byte| byte.is_ascii_lowercase()) {
            return false;
        }
        let mut letters = self.text.chars().filter(|c| c.is_alphabetic());
        let first = letters.next();
        first.is_some_and(char::is_uppercase) && letters.clone().count() > 0 && letters.all(char::is_uppercase)
    }

    pub(super) fn is_particle(&self) -> bool {
        let lower = self.text.starts_with(char::is_lowercase);
        self.class.any(Class::PARTICLE)
            && !self.is_initial()
            && (lower || !self.class.any(Class::GIVEN.or(Class::ADDRESS)))
    }
}

/// What given names are that a hyphen joins, `Jean-Marie`: one, of the gender of the first.
fn of_given(text: &str, words: &Words) -> Class {
    let class = |part: &str| words.class_of(part);
    let given = |part: &str| part.starts_with(char::is_uppercase) && class(part).any(Class::GIVEN);
    let gender = text.split('-').next().map_or(0, |first| class(first).0 & Class::FEMALE.or(Class::MALE).0);
    if text.split('-').all(given) { Class::GIVEN.or(Class(gender)) } else { Class::default() }
}

/// A mention's words as given name, family name and what follows them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Split<'p, 't> {
    pub given: &'p [Part<'t>],
    pub family: &'p [Part<'t>],
    /// `Jr.`, `III`.
    pub suffix: Option<Part<'t>>,
    /// What stands in quotes between them: « Tonio » in Antoine « Tonio » Berthier.
    pub nickname: Option<Part<'t>>,
    /// Whether the family name stands first.
    pub reversed: bool,
}

/// Divides the words of a mention; a single word is a family name unless it can only be a given one.
pub(super) fn split<'p, 't>(parts: &'p [Part<'t>]) -> Split<'p, 't> {
    let (suffix, parts) = match parts {
        [rest @ .., last] if !rest.is_empty() && last.class.any(Class::JUNIOR) => (Some(*last), rest),
        _ => (None, parts),
    };
    let (given, family, reversed) = match parts {
        [] => (parts, parts, false),
        [only] if suffix.is_some() || is_given(only) => (parts, &parts[1..], false),
        [_] => (&parts[1..], parts, false),
        [first, rest @ ..] if family_first(first, rest) => (rest, &parts[..1], true),
        _ => {
            let (given, family) = parts.split_at(family_start(parts));
            (given, family, false)
        }
    };
    Split { given, family, suffix, nickname: None, reversed }
}

fn is_given(part: &Part) -> bool {
    part.class.any(Class::GIVEN) && !part.class.any(Class::SURNAME)
}

/// Whether the first word is the family name, as in names of East Asia, and in « DUPONT Jean ».
fn family_first(first: &Part, rest: &[Part]) -> bool {
    let western = rest.iter().any(|part| part.class.any(Class::GIVEN) && part.text.len() > 4);
    let compound = rest.len() == 2 || rest.len() == 1 && rest[0].text.contains('-');
    let shouted = first.is_upper() && !first.is_initial() && first.text.len() > 3 && !rest.iter().any(Part::is_upper);
    (shouted && rest.iter().all(|part| part.class.any(Class::GIVEN)))
        || !western && (first.class.any(Class::FIRST) || compound && first.class.any(Class::SECOND))
}

/// How long a particle is at most that may be a given name as well: Ben, Le, Van.
const SHORT: usize = 3;

/// Where the family name begins in a name of two words or more.
fn family_start(parts: &[Part]) -> usize {
    let last = parts.len() - 1;
    let shouted = parts.iter().position(|part| part.is_upper() && part.text.len() > 2 && !part.is_initial());
    if let Some(at) = shouted.filter(|&at| at > 0 && parts[at..].iter().all(Part::is_upper)) {
        return at;
    }
    // « Tahar Ben Jelloun », « Anne Le Bihan »: between names, what may be a given name as well is a particle.
    let between = |at: usize| at > 0 && parts[at].text.len() <= SHORT && parts[at].class.any(Class::PARTICLE);
    (0..last).find(|&at| parts[at].is_particle() || between(at) && !parts[at].is_initial()).unwrap_or(last)
}

/// Words as they stand in a name, one space between them, none after an elision.
pub(super) fn join(parts: &[Part]) -> Option<String> {
    let mut joined = String::with_capacity(parts.iter().map(|part| part.text.len() + 1).sum());
    for part in parts {
        if !joined.is_empty() && !joined.ends_with(['\'', '\u{2019}']) {
            joined.push(' ');
        }
        joined.push_str(part.text);
    }
    (!joined.is_empty()).then_some(joined)
}
