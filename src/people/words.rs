//! What a word may be around the names of people: the lists of a language, looked up by hash.

use std::sync::OnceLock;

use crate::language::Language;
use crate::segment::hash;

/// What a word may be, as a set of bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Class(pub u32);

macro_rules! classes {
    ($($name:ident $bit:literal),* $(,)?) => {
        impl Class { $(pub const $name: Class = Class(1 << $bit);)* }
    };
}

classes! {
    GIVEN 0, FEMALE 1, MALE 2, SURNAME 3, PLACE 4, COMMON 5, ADDRESS 6, KIND 7, RANK 8, ROLE 9, KIN 10, SAYING 11,
    BODY 12, SITE 13, WORK 14, DEMONYM 15, CALENDAR 16, PARTICLE 17, LEAD 18, JUNIOR 19, FUNCTION 20, ARTICLE 21,
    MODIFIER 22, LINK 23, AND 24, FIRST 25, SECOND 26, ENDING 27, NAMESAKE 28, STORM 29, POSSESSIVE 30, PREMISES 31,
}

/// Whether a token is a hyphen.
pub(super) fn is_hyphen(form: &str) -> bool {
    matches!(form, "-" | "\u{2010}" | "\u{2011}")
}

impl Class {
    /// A word that makes an office of the rank behind it: prime minister, chief executive officer. No ending and no name of East Asia
    /// is both of these, and the tagger looks at neither.
    pub const OFFICE: Class = Class::ENDING.or(Class::SECOND);

    /// Whether it is a title that goes with a given name: "Prince William". Of a form of address, `KIND` tells that it is to several.
    pub(crate) fn goes_with_given(self) -> bool {
        self.any(Class::RANK) && self.any(Class::KIND)
    }

    /// Whether the word is all of these.
    pub(crate) fn all(self, of: Class) -> bool {
        self.0 & of.0 == of.0
    }

    /// Whether the word may be any of these.
    pub(crate) fn any(self, of: Class) -> bool {
        self.0 & of.0 != 0
    }

    /// Either.
    pub(crate) const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    /// What a line of a list makes of its words.
    fn of(category: &str, value: &str) -> Class {
        let gender = match value {
            "f" => Class::FEMALE,
            "m" => Class::MALE,
            "b" => Class::FEMALE.or(Class::MALE),
            "p" => Class::KIND,
            "gm" => Class::KIND.or(Class::MALE),
            "gf" => Class::KIND.or(Class::FEMALE),
            _ => Class::default(),
        };
        match category {
            "given" => Class::GIVEN.or(gender),
            "address" => Class::ADDRESS.or(gender),
            "surname" => Class::SURNAME,
            "place" => Class::PLACE,
            "common" => Class::COMMON,
            "rank" => Class::RANK.or(gender),
            "role" => Class::ROLE,
            "kin" => Class::KIN,
            "saying" => Class::SAYING,
            "body" => Class::BODY,
            "site" => Class::SITE,
            "work" => Class::WORK,
            "demonym" => Class::DEMONYM,
            "calendar" => Class::CALENDAR,
            "particle" if value == "lead" => Class::LEAD,
            "particle" => Class::PARTICLE,
            "junior" => Class::JUNIOR,
            "function" => Class::FUNCTION,
            "article" => Class::ARTICLE,
            "modifier" => Class::MODIFIER,
            "office" => Class::OFFICE,
            "link" => Class::LINK,
            "and" => Class::AND,
            "first" if value == "2" => Class::SECOND,
            "first" => Class::FIRST,
            "ending" => Class::ENDING,
            "namesake" if value == "storm" => Class::NAMESAKE.or(Class::STORM),
            "namesake" if value == "after" => Class::PREMISES,
            "namesake" => Class::NAMESAKE,
            "possessive" => Class::POSSESSIVE,
            _ => Class::default(),
        }
    }
}

/// The lists that every language shares, `word|word|+ending`, an ending going with the last whole word before it: a French name in an English text is a name.
const SHARED: &[&str] = &[
    include_str!("../lang/fr/given.tsv"),
    include_str!("../lang/en/given.tsv"),
    include_str!("../lang/fr/surnames.tsv"),
    include_str!("../lang/en/surnames.tsv"),
    include_str!("../lang/fr/places.tsv"),
    include_str!("../lang/en/places.tsv"),
    include_str!("../lang/en/bodies.tsv"),
    include_str!("../lang/en/family_first.tsv"),
    include_str!("../lang/en/world.tsv"),
];

/// The lists of each language, in the order of `Language::ALL`.
const OWN: [&[&str]; Language::ALL.len()] = [
    &[include_str!("../lang/fr/people.tsv"), include_str!("../lang/fr/common.tsv")],
    &[include_str!("../lang/en/people.tsv"), include_str!("../lang/en/common.tsv")],
];

/// Words whose hashes end in the same way: their hashes, and what each may be; class 0 is an empty slot.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(32))]
struct Bucket {
    hashes: [u32; 4],
    classes: [u32; 4],
}

/// The words of a language, by the hash of their folded form; those of a full bucket go on in the next.
#[derive(Debug)]
pub(crate) struct Words {
    buckets: Box<[Bucket]>,
}

static WORDS: [OnceLock<Words>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];

impl Words {
    /// The words of a language, read at the first call.
    pub(crate) fn of(language: Language) -> &'static Words {
        WORDS[language as usize].get_or_init(|| Words::read(SHARED.iter().chain(OWN[language as usize])))
    }

    fn read<'a>(files: impl Iterator<Item = &'a &'a str>) -> Words {
        let mut words = Words { buckets: vec![Bucket::default(); 1 << 15].into() };
        for line in files.flat_map(|file| file.lines()).filter(|line| !line.starts_with('#')) {
            let mut fields = line.split('\t');
            let (Some(list), Some(category), Some(value)) = (fields.next(), fields.next(), fields.next()) else {
                continue;
            };
            let class = Class::of(category, value);
            let mut whole = "";
            for word in list.split('|') {
                match word.strip_prefix('+') {
                    Some(end) => words.add(hash(&[whole, end].concat()), class),
                    None => {
                        whole = word;
                        words.add(hash(word), class);
                    }
                }
            }
        }
        words
    }

    fn add(&mut self, hash: u32, class: Class) {
        let mask = self.buckets.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let Bucket { hashes, classes } = &mut self.buckets[at];
            let slot = (0..hashes.len()).find(|&slot| classes[slot] == 0 || hashes[slot] == hash);
            if let Some(slot) = slot {
                hashes[slot] = hash;
                classes[slot] |= class.0;
                return;
            }
            at = (at + 1) & mask;
        }
    }

    /// What a word may be.
    pub(crate) fn class_of(&self, word: &str) -> Class {
        self.class(hash(word))
    }

    /// What the word of that hash may be: a bucket is looked at as a whole, since where in it a word stands cannot be foreseen.
    #[inline]
    pub(crate) fn class(&self, hash: u32) -> Class {
        let mask = self.buckets.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let Bucket { hashes, classes } = &self.buckets[at];
            let own = hashes.iter().zip(classes).map(|(&known, &class)| if known == hash { class } else { 0 });
            let class = own.fold(0, |all, class| all | class);
            if (class != 0) | (classes[3] == 0) {
                return Class(class);
            }
            at = (at + 1) & mask;
        }
    }
}
