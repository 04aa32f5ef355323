//! Who is who: one number for every person of a document.

use crate::lang::QuickMap;
use crate::span::Span;

use super::name::{Name, Part, Split, join};
use super::person::Person;
use super::words::Class;

/// How many people of one name are kept apart; the earliest are forgotten.
const NAMESAKES: usize = 8;
/// How many words behind the first given name may be known alone.
const MIDDLES: usize = 4;

/// A mention as the individuals see it.
#[derive(Clone, Debug)]
pub(super) struct Seen<'p, 't> {
    pub span: Span,
    /// The number of its sentence.
    pub sentence: usize,
    pub split: Split<'p, 't>,
    /// What its title says of gender and number.
    pub address: Class,
    pub title: Option<Span>,
    pub role: Option<Span>,
    /// Whether it is told as someone's kin.
    pub related: bool,
    /// Whether its title goes with a given name.
    pub by_given: bool,
}

/// What is known of a person while a document is read.
#[derive(Debug, Default)]
struct Individual<'p, 't> {
    split: Split<'p, 't>,
    gender: Class,
    /// Whether a rank stood before a given name alone, which is then the whole name: « le pape François ».
    reigns: bool,
    /// Whether a rank, which is a woman's as well, stood before it.
    ranked: bool,
    /// Whether the person was first told of as someone's kin: the family name alone is rather that one's.
    related: bool,
    title: Option<Span>,
    role: Option<Span>,
    mentions: Vec<Span>,
    /// The sentence that last named the person in full, and whether with « Jr. » or the like.
    named: Option<(usize, bool)>,
}

/// The people of a document while it is read.
#[derive(Debug, Default)]
pub(super) struct Individuals<'p, 't> {
    people: Vec<Individual<'p, 't>>,
    /// By the last word of the family name, by the first given name, and by a word between them.
    families: QuickMap<u32, Namesakes>,
    givens: QuickMap<u32, Namesakes>,
    middles: QuickMap<u32, Namesakes>,
}

/// People of one name, the latest mentioned last.
#[derive(Clone, Copy, Debug, Default)]
struct Namesakes {
    numbers: [usize; NAMESAKES],
    len: usize,
}

impl Namesakes {
    /// Their numbers, the latest mentioned last.
    fn earliest(&self) -> impl DoubleEndedIterator<Item = usize> {
        self.numbers[..self.len].iter().copied()
    }

    /// The same, the latest mentioned first.
    fn latest(&self) -> impl Iterator<Item = usize> {
        self.earliest().rev()
    }

    /// Puts one last, as the latest mentioned.
    fn mention(&mut self, number: usize) {
        let known = self.numbers[..self.len].iter().position(|&other| other == number);
        if known.is_none() && self.len < NAMESAKES {
            self.len += 1;
            self.numbers[self.len - 1] = number;
        } else {
            let from = known.unwrap_or_default();
            self.numbers[from..self.len].rotate_left(1);
            self.numbers[self.len - 1] = number;
        }
    }
}

const GENDERS: Class = Class::FEMALE.or(Class::MALE);

fn gender(class: Class) -> Class {
    let only = Class(class.0 & GENDERS.0);
    if only == GENDERS { Class::default() } else { only }
}

impl Seen<'_, '_> {
    /// The gender that the title tells, or else the given name.
    fn gender(&self) -> Class {
        let titled = gender(self.address);
        let given = self.split.given.first().filter(|given| !given.class.any(Class::PARTICLE));
        let given = given.map_or(Class::default(), |given| gender(given.class));
        if titled == Class::default() { given } else { titled }
    }

    fn is_bare(&self) -> bool {
        self.split.given.len() + self.split.family.len() == 1
    }

    fn is_full(&self) -> bool {
        !self.split.given.is_empty() && !self.split.family.is_empty()
    }

    fn is_titled(&self) -> bool {
        self.address.any(Class::ADDRESS.or(Class::RANK))
    }
}

impl<'p, 't> Individuals<'p, 't> {
    /// Room for those of so many mentions.
    pub(super) fn with_room(mentions: usize) -> Individuals<'p, 't> {
        let names = || QuickMap::with_capacity_and_hasher(mentions, Default::default());
        Individuals {
            people: Vec::with_capacity(mentions),
            families: names(),
            givens: names(),
            middles: QuickMap::default(),
        }
    }

    /// The number of the person that a mention names.
    pub(super) fn number(&mut self, seen: &Seen<'p, 't>) -> usize {
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
        let may_be = |person: &Individual| {
            let other = person.is_beside(seen) || person.is_elder(seen);
            person.agrees(seen, seen.gender()) && person.split.may_be(&seen.split) && !other
        };
        let same = self.among(family, seen, may_be, |_| true);
        let given = seen.split.given.first().filter(|_| same.is_none());
        same.or_else(|| {
            self.givens.get(&given?.form)?.latest().find(|&number| {
                let person = &self.people[number];
                let split = &person.split;
                split.family.is_empty() && !person.reigns && (split.given == seen.split.given || split.given.len() == 1)
            })
        })
    }

    /// Someone by the family name, else by the given name, else by any word of the name.
    fn by_one_word(&self, seen: &Seen) -> Option<usize> {
        let word = seen.split.family.first().or(seen.split.given.first())?;
        let gender = gender(seen.address);
        let may_be = |person: &Individual| person.agrees(seen, gender) && person.split.suffix_agrees(&seen.split);
        // Rather one of the gender that the title tells, and not one who is told as kin.
        let rather = |person: &Individual| match gender {
            Class(0) => !person.related,
            gender => person.gender == gender,
        };
        let known = self.families.get(&word.form);
        // "Sheinbaum", of Claudia Sheinbaum Pardo.
        let middle = || self.middles.get(&word.form)?.latest().find(|&number| may_be(&self.people[number]));
        let family = self.among(known, seen, may_be, rather).or_else(middle);
        if seen.by_given {
            let person = |number: usize| &self.people[number];
            let knows = |number: &usize| {
                let (knighted, person) = (seen.address.any(Class::ADDRESS), person(*number));
                may_be(person) && (knighted || person.ranked || person.split.family.is_empty())
            };
            return self.givens.get(&word.form)?.latest().find(knows);
        }
        if seen.is_titled() && !self.introduced(word) {
            return family;
        }
        family.or_else(|| {
            let known = self.givens.get(&word.form)?;
            known.latest().find(|&number| may_be(&self.people[number]))
        })
    }

    /// Of those that it may be, one who is called « Jr. » as the mention is, then one that it is rather; the latest mentioned.
    fn among(
        &self,
        known: Option<&Namesakes>,
        seen: &Seen,
        may_be: impl Fn(&Individual<'p, 't>) -> bool,
        rather: impl Fn(&Individual<'p, 't>) -> bool,
    ) -> Option<usize> {
        let known = known?.earliest().filter(|&number| may_be(&self.people[number]));
        known.max_by_key(|&number| {
            let person = &self.people[number];
            (person.split.suffix.is_some() == seen.split.suffix.is_some(), rather(person))
        })
    }

    /// Whether the word is known as the whole of a name: « Louis » of Louis XIV.
    fn introduced(&self, word: &Part) -> bool {
        let mut known = self.givens.get(&word.form).into_iter().flat_map(Namesakes::latest);
        known.any(|number| self.people[number].split.family.is_empty())
    }

    fn remember(&mut self, number: usize) {
        let split = &self.people[number].split;
        if let Some(family) = split.family.last() {
            self.families.entry(family.form).or_default().mention(number);
            if let Some(bare) = family.without_article() {
                self.families.entry(bare).or_default().mention(number);
            }
        }
        let middle = |part: &&Part| !split.family.is_empty() && !part.is_initial() && !part.class.any(Class::GIVEN);
        for part in split.given.iter().skip(1).take(MIDDLES).filter(middle) {
            self.middles.entry(part.form).or_default().mention(number);
        }
        for given in split.given.first().into_iter().chain(&split.nickname) {
            self.givens.entry(given.form).or_default().mention(number);
        }
    }

    /// The people, as users receive them.
    pub(super) fn finish(self, text: &str) -> Vec<Person> {
        let said = |span: Option<Span>| span.and_then(|span| text.get(span.range())).map(one_line);
        let people = self.people.into_iter().map(|person| Person {
            name: person.split.name(),
            title: said(person.title),
            role: said(person.role),
            mentions: person.mentions,
        });
        // A list made in the place of another is as long as that one.
        let mut people: Vec<Person> = people.collect();
        people.shrink_to_fit();
        people
    }
}

/// Text without its line ends.
fn one_line(text: &str) -> String {
    if text.contains(['\n', '\r', '\t']) || text.contains("  ") {
        return text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    text.to_owned()
}

/// Whether two genders can be one person's.
fn agree(one: Class, other: Class) -> bool {
    one == Class::default() || other == Class::default() || one == other
}

impl<'p, 't> Individual<'p, 't> {
    /// Whether the gender of a mention can be this person's; whom a rank alone has told of is not "Mrs." the next time.
    fn agrees(&self, seen: &Seen, gender: Class) -> bool {
        let rank_alone = self.ranked && self.gender == Class::default() && self.split.given.is_empty();
        let named = gender == Class::FEMALE && seen.address.any(Class::ADDRESS);
        agree(self.gender, gender) && !(rank_alone && named)
    }

    /// Whether a sentence names this person and another in full, the one with « Jr. », the other without.
    fn is_beside(&self, seen: &Seen) -> bool {
        seen.is_full() && self.named == Some((seen.sentence, seen.split.suffix.is_none()))
    }

    /// Whether a mention in full, with « Jr. », is that of another than this person, who was named in full without it.
    fn is_elder(&self, seen: &Seen) -> bool {
        let full = self.named.is_some() && self.split.suffix.is_none();
        full && seen.is_full() && seen.split.suffix.is_some()
    }

    fn learn(&mut self, seen: &Seen<'p, 't>) {
        self.split.learn(&seen.split);
        if self.gender == Class::default() {
            self.gender = seen.gender();
        }
        self.related |= self.mentions.is_empty() && seen.related;
        self.ranked |= seen.address.any(Class::RANK);
        self.reigns |= seen.address.any(Class::RANK) && self.split.family.is_empty();
        self.title = self.title.or(seen.title);
        self.role = self.role.or(seen.role);
        self.mentions.push(seen.span);
        if seen.is_full() {
            self.named = Some((seen.sentence, seen.split.suffix.is_some()));
        }
    }
}

impl<'p, 't> Split<'p, 't> {
    /// Whether the given names end as those of another: « Monteiro da Silva » of « Carlos Monteiro da Silva ».
    fn ends_as(&self, other: &Split) -> bool {
        let more = self.given.len().checked_sub(other.given.len()).filter(|more| *more > 0);
        let form = |part: &Part| part.form;
        more.is_some_and(|more| self.given[more..].iter().map(form).eq(other.given.iter().map(form)))
    }

    /// Whether two names with the same family name can be one person's.
    fn may_be(&self, other: &Split) -> bool {
        let (Some(one), Some(two)) = (self.given.first(), other.given.first()) else {
            return self.suffix_agrees(other);
        };
        if self.ends_as(other) || other.ends_as(self) {
            return self.suffix_agrees(other);
        }
        if self.is_family_of(other) || other.is_family_of(self) {
            return self.suffix_agrees(other);
        }
        let initials = one.is_initial() || two.is_initial();
        let same = if initials { first_letter(one.text) == first_letter(two.text) } else { one.form == two.form };
        same && self.middle_agrees(other) && self.suffix_agrees(other)
    }

    /// Whether what follows the first given names may be the same: not so of George H. W. Bush and George W. Bush.
    fn middle_agrees(&self, other: &Split) -> bool {
        let (Some(one), Some(two)) = (self.given.get(1), other.given.get(1)) else { return true };
        !(one.is_initial() || two.is_initial()) || first_letter(one.text) == first_letter(two.text)
    }

    /// Whether it is the family name of another, with its particle: "Van Gogh" of Vincent van Gogh.
    fn is_family_of(&self, other: &Split) -> bool {
        let given = other.words().count().checked_sub(self.words().count());
        self.given.first().is_some_and(|first| first.class.any(Class::PARTICLE))
            && given.is_some_and(|given| self.words().eq(other.words().skip(given)))
    }

    /// The forms of its words.
    fn words(&self) -> impl Iterator<Item = u32> {
        self.given.iter().chain(self.family).map(|part| part.form)
    }

    fn suffix_agrees(&self, other: &Split) -> bool {
        match (&self.suffix, &other.suffix) {
            (Some(one), Some(two)) => one.form == two.form,
            _ => true,
        }
    }

    /// Takes over what another mention of the same person tells more fully.
    fn learn(&mut self, other: &Split<'p, 't>) {
        self.suffix = self.suffix.or(other.suffix);
        self.nickname = self.nickname.or(other.nickname);
        self.reversed |= other.reversed;
        let known = |part: &Part| self.given.iter().chain(&self.nickname).any(|given| given.form == part.form);
        if other.is_family_of(self) || other.given.is_empty() && other.family.iter().all(known) {
            return;
        }
        // What was taken for a family name is a given one.
        if let ([only], [], [family], []) = (other.given, other.family, self.family, self.given)
            && only.form == family.form
        {
            self.family = other.family;
        }
        if self.is_family_of(other) {
            (self.given, self.family) = (other.given, other.family);
        }
        let length =
            |parts: &[Part]| parts.iter().filter(|part| !part.is_initial()).map(|part| part.text.len()).sum::<usize>();
        let both = !other.given.is_empty() && !other.family.is_empty();
        let fuller =
            other.family.len() > self.family.len() || self.given.is_empty() && other.family.len() == self.family.len();
        if self.family.is_empty() || both && fuller {
            self.family = other.family;
        }
        if length(other.given) > length(self.given) && (both || self.given.is_empty()) || self.given.is_empty() && both
        {
            self.given = other.given;
        }
    }

    /// The name as users receive it.
    fn name(&self) -> Name {
        let (given, family) = (join(self.given), join(self.family));
        let suffix = self.suffix.map(|suffix| suffix.text.to_owned());
        let order = if self.reversed { [&family, &given, &suffix] } else { [&given, &family, &suffix] };
        let mut full = String::with_capacity(order.iter().copied().flatten().map(|part| part.len() + 1).sum());
        for part in order.into_iter().flatten() {
            full.push_str(if full.is_empty() { "" } else { " " });
            full.push_str(part);
        }
        Name { given, family, full }
    }
}

fn first_letter(word: &str) -> Option<char> {
    word.chars().next().and_then(|c| c.to_lowercase().next())
}
