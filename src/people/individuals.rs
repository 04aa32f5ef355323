//! Who is who: one number for every person of a document.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::span::Span;

use super::name::{Name, Part, Split, join};
use super::person::Person;
use super::words::Class;

/// How many people of one name are kept apart; the earliest are forgotten.
const NAMESAKES: usize = 8;

/// A mention as the individuals see it.
#[derive(Clone, Debug)]
pub(super) struct Seen<'t> {
    pub span: Span,
    pub split: Split<'t>,
    /// What its title says of gender and number.
    pub address: Class,
    pub title: Option<Span>,
    pub role: Option<Span>,
}

/// What is known of a person while a document is read.
#[derive(Debug, Default)]
struct Individual<'t> {
    split: Split<'t>,
    gender: Class,
    title: Option<Span>,
    role: Option<Span>,
    mentions: Vec<Span>,
}

/// The people of a document while it is read.
#[derive(Debug, Default)]
pub(super) struct Individuals<'t> {
    people: Vec<Individual<'t>>,
    /// By the last word of the family name, and by the first given name; the latest mentioned last.
    families: HashMap<u32, Vec<usize>>,
    givens: HashMap<u32, Vec<usize>>,
}

const GENDERS: Class = Class::FEMALE.or(Class::MALE);

fn gender(class: Class) -> Class {
    let only = Class(class.0 & GENDERS.0);
    if only == GENDERS { Class::default() } else { only }
}

impl Seen<'_> {
    /// The gender that the title tells, or else the given name.
    fn gender(&self) -> Class {
        let titled = gender(self.address);
        let given = self.split.given.first().map_or(Class::default(), |given| gender(given.class));
        if titled == Class::default() { given } else { titled }
    }

    fn is_bare(&self) -> bool {
        self.split.given.len() + self.split.family.len() == 1
    }

    fn is_titled(&self) -> bool {
        self.address.any(Class::ADDRESS.or(Class::RANK))
    }
}

impl<'t> Individuals<'t> {
    /// The number of the person that a mention names.
    pub(super) fn number(&mut self, seen: &Seen<'t>) -> usize {
        let known = if seen.is_bare() { self.by_one_word(seen) } else { self.by_name(seen) };
        let number = known.unwrap_or_else(|| {
            self.people.push(Individual::default());
            self.people.len() - 1
        });
        self.people[number].learn(seen);
        self.remember(number);
        number
    }

    /// Someone with the same family name and no other given name, or known by the given name alone.
    fn by_name(&self, seen: &Seen) -> Option<usize> {
        let family = seen.split.family.last().and_then(|family| self.families.get(&family.form));
        let same = family.into_iter().flatten().rev().copied().find(|&number| {
            let person = &self.people[number];
            agree(person.gender, seen.gender()) && person.split.may_be(&seen.split)
        });
        let given = seen.split.given.first().filter(|_| same.is_none());
        same.or_else(|| {
            let known = self.givens.get(&given?.form)?.iter().rev().copied();
            known.clone().find(|&number| {
                let split = &self.people[number].split;
                split.family.is_empty() && (split.given == seen.split.given || split.given.len() == 1)
            })
        })
    }

    /// Someone by the family name, else by the given name, else by any word of the name.
    fn by_one_word(&self, seen: &Seen) -> Option<usize> {
        let word = seen.split.family.first().or(seen.split.given.first())?;
        let among = |numbers: Option<&Vec<usize>>| {
            let latest = numbers?.iter().rev().copied();
            latest.clone().find(|&number| {
                let person = &self.people[number];
                agree(person.gender, gender(seen.address)) && person.split.suffix_agrees(&seen.split)
            })
        };
        let family = among(self.families.get(&word.form));
        if seen.is_titled() && !self.introduced(word) {
            return family;
        }
        family.or_else(|| among(self.givens.get(&word.form)))
    }

    /// Whether the word is known as the whole of a name: « Louis » of Louis XIV.
    fn introduced(&self, word: &Part) -> bool {
        let known = self.givens.get(&word.form).into_iter().flatten();
        known.clone().any(|&number| self.people[number].split.family.is_empty())
    }

    fn remember(&mut self, number: usize) {
        let split = &self.people[number].split;
        let keys =
            [(split.family.last().copied(), &mut self.families), (split.given.first().copied(), &mut self.givens)];
        for (part, map) in keys {
            let Some(part) = part else { continue };
            match map.entry(part.form) {
                Entry::Occupied(mut known) => {
                    let known = known.get_mut();
                    known.retain(|&other| other != number);
                    if known.len() == NAMESAKES {
                        known.remove(0);
                    }
                    known.push(number);
                }
                Entry::Vacant(free) => {
                    free.insert(vec![number]);
                }
            }
        }
    }

    /// The people, as users receive them.
    pub(super) fn finish(self, text: &str) -> Vec<Person> {
        let said = |span: Option<Span>| span.and_then(|span| text.get(span.range())).map(one_line);
        self.people
            .into_iter()
            .map(|person| Person {
                name: person.split.name(),
                title: said(person.title),
                role: said(person.role),
                mentions: person.mentions,
            })
            .collect()
    }
}

/// Text without its line ends.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether two genders can be one person's.
fn agree(one: Class, other: Class) -> bool {
    one == Class::default() || other == Class::default() || one == other
}

impl<'t> Individual<'t> {
    fn learn(&mut self, seen: &Seen<'t>) {
        self.split.learn(&seen.split);
        if self.gender == Class::default() {
            self.gender = seen.gender();
        }
        self.title = self.title.or(seen.title);
        self.role = self.role.or(seen.role);
        self.mentions.push(seen.span);
    }
}

impl<'t> Split<'t> {
    /// Whether two names with the same family name can be one person's.
    fn may_be(&self, other: &Split) -> bool {
        let (Some(one), Some(two)) = (self.given.first(), other.given.first()) else {
            return self.suffix_agrees(other);
        };
        let initials = one.is_initial() || two.is_initial();
        let same = if initials { first_letter(one.text) == first_letter(two.text) } else { one.form == two.form };
        same && self.suffix_agrees(other)
    }

    fn suffix_agrees(&self, other: &Split) -> bool {
        match (&self.suffix, &other.suffix) {
            (Some(one), Some(two)) => one.form == two.form,
            _ => true,
        }
    }

    /// Takes over what another mention of the same person tells more fully.
    fn learn(&mut self, other: &Split<'t>) {
        let length =
            |parts: &[Part]| parts.iter().filter(|part| !part.is_initial()).map(|part| part.text.len()).sum::<usize>();
        let both = !other.given.is_empty() && !other.family.is_empty();
        if self.family.is_empty() || both && other.family.len() > self.family.len() {
            self.family.clone_from(&other.family);
        }
        if length(&other.given) > length(&self.given) && (both || self.given.is_empty())
            || self.given.is_empty() && both
        {
            self.given.clone_from(&other.given);
        }
        self.suffix = self.suffix.or(other.suffix);
        self.reversed |= other.reversed;
    }

    /// The name as users receive it.
    fn name(&self) -> Name {
        let (given, family) = (join(&self.given), join(&self.family));
        let suffix = self.suffix.map(|suffix| suffix.text.to_owned());
        let order = if self.reversed { [&family, &given, &suffix] } else { [&given, &family, &suffix] };
        let full = order.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ");
        Name { given, family, full }
    }
}

fn first_letter(word: &str) -> Option<char> {
    word.chars().next().and_then(|c| c.to_lowercase().next())
}
