//! How a text may begin that a pattern over characters matches.

use std::iter::Peekable;
use std::str::Chars;

/// Most digits that what matches may begin with.
pub(super) const DIGITS: usize = 8;
/// At how many places behind those characters are told apart.
pub(super) const BEHIND: usize = 5;
/// The kinds of what stands first behind them: a space, a letter, or anything else.
pub(super) const KINDS: usize = 3;

/// What may stand at a place, a bit for each symbol.
pub(super) type Place = u64;

/// The end of a text.
pub(super) const END: usize = b'@' as usize - 0x20;

/// The symbol of a byte: letters are the same in either case, what is beyond ASCII shares a few by its first byte.
pub(super) const fn symbol(byte: u8) -> usize {
    match byte {
        b' '..=b'_' => byte as usize - 0x20,
        b'`'..=0x7f => byte as usize - 0x40,
        _ => 0x3c + ((byte ^ byte >> 4) & 3) as usize,
    }
}

/// The kind of a symbol.
pub(super) const fn kind(symbol: usize) -> usize {
    match symbol {
        0 => 0,
        0x21..=0x3a => 1,
        _ => 2,
    }
}

/// How a text may begin: digits, and what stands behind.
#[derive(Debug, Default)]
pub(super) struct Beginning {
    /// What each of its first digits may be.
    pub digits: [Place; DIGITS],
    /// How many there may be, a bit for each number of them, by the kind of what is behind.
    pub counts: [u32; KINDS],
    /// What may stand at each place behind, by the kind of the first.
    pub behind: [[Place; BEHIND]; KINDS],
}

impl Beginning {
    /// How what a pattern matches may begin, where neither a digit stands behind it nor one letter behind another;
    /// None where the pattern is in no form that can be read: characters, classes, groups, `|`, `?`, `+` and `{}`.
    pub(super) fn of(pattern: &str) -> Option<Beginning> {
        let mut reader = Reader { rest: pattern.chars().peekable(), beginning: Beginning::default() };
        let ends = reader.alternatives(Ends { digits: 1, ..Ends::default() })?;
        if reader.rest.next().is_some() {
            return None;
        }
        let behind_letters = reader.step(Ends { letters: ends.letters, ..Ends::default() }, !FIGURES & !LETTERS);
        let behind_others = reader.step(Ends { letters: [0; KINDS], ..ends }, !FIGURES);
        let mut behind = behind_letters.or(behind_others);
        for _ in 1..BEHIND {
            behind = reader.step(behind, Place::MAX);
        }
        Some(reader.beginning)
    }
}

const FIGURES: Place = 0x3ff << symbol(b'0');
const LETTERS: Place = 0x3ff_ffff << symbol(b'A');
/// What stands first behind digits, by kind.
const FIRST: [Place; KINDS] = [1, LETTERS, !(1 | LETTERS | FIGURES)];

/// The places before which what is read may end, a bit for each.
#[derive(Clone, Copy, Default)]
struct Ends {
    /// Among the digits.
    digits: u32,
    /// Behind them, with a letter last.
    letters: [u32; KINDS],
    /// Behind them, with anything else last.
    others: [u32; KINDS],
}

impl Ends {
    fn or(mut self, more: Ends) -> Ends {
        self.digits |= more.digits;
        for kind in 0..KINDS {
            self.letters[kind] |= more.letters[kind];
            self.others[kind] |= more.others[kind];
        }
        self
    }
}

/// Reads a pattern from left to right.
struct Reader<'p> {
    rest: Peekable<Chars<'p>>,
    beginning: Beginning,
}

impl Reader<'_> {
    /// Takes in that one of some characters stands at places; those behind them.
    fn step(&mut self, at: Ends, characters: Place) -> Ends {
        let Beginning { digits, counts, behind } = &mut self.beginning;
        let mut next = Ends::default();
        if characters & FIGURES != 0 {
            note(digits, at.digits, characters & FIGURES);
            next.digits = at.digits << 1 & ((2 << DIGITS) - 1);
        }
        for kind in 0..KINDS {
            let mut places = (at.letters[kind] | at.others[kind]) << 1;
            note(&mut behind[kind], places >> 1, characters);
            if at.digits != 0 && characters & FIRST[kind] != 0 {
                counts[kind] |= at.digits;
                note(&mut behind[kind], 1, characters & FIRST[kind]);
                places |= 2;
            }
            next.letters[kind] = if characters & LETTERS != 0 { places } else { 0 };
            next.others[kind] = if characters & !LETTERS != 0 { places } else { 0 };
        }
        next
    }

    /// `a|b`, to the end or the bracket that closes it.
    fn alternatives(&mut self, from: Ends) -> Option<Ends> {
        let mut ends = Ends::default();
        loop {
            let mut at = from;
            while self.rest.peek().is_some_and(|c| !matches!(c, '|' | ')')) {
                at = self.repeated(at)?;
            }
            ends = ends.or(at);
            if self.rest.next_if_eq(&'|').is_none() {
                return Some(ends);
            }
        }
    }

    /// A character, class or group, as often as it says.
    fn repeated(&mut self, from: Ends) -> Option<Ends> {
        let item = self.rest.clone();
        let mut at = self.item(from)?;
        let (least, most) = self.quantifier()?;
        let behind = self.rest.clone();
        let mut ends = if least == 0 { from } else { Ends::default() };
        for count in 1..=most {
            if count > 1 {
                self.rest = item.clone();
                at = self.item(at)?;
            }
            if count >= least {
                ends = ends.or(at);
            }
        }
        self.rest = behind;
        Some(ends)
    }

    /// How often at least and at most, as far as places are told apart.
    fn quantifier(&mut self) -> Option<(usize, usize)> {
        const MOST: usize = DIGITS + BEHIND + 1;
        match self.rest.peek() {
            Some('?') => self.rest.next().map(|_| (0, 1)),
            Some('+') => self.rest.next().map(|_| (1, MOST)),
            Some('{') => {
                let counts: String = self.rest.by_ref().skip(1).take_while(|&c| c != '}').collect();
                let (least, most) = counts.split_once(',').unwrap_or((&counts, &counts));
                Some((least.parse().ok()?, most.parse::<usize>().ok()?.min(MOST)))
            }
            _ => Some((1, 1)),
        }
    }

    fn item(&mut self, from: Ends) -> Option<Ends> {
        let characters = match self.rest.next()? {
            '(' => return self.group(from),
            '[' => self.class()?,
            '\\' => place(self.rest.next().filter(char::is_ascii_punctuation)?),
            '.' | '*' | '+' | '?' | '{' | '^' | '$' => return None,
            c => place(c),
        };
        Some(self.step(from, characters))
    }

    /// What stands behind an opening bracket, and the one that closes it.
    fn group(&mut self, from: Ends) -> Option<Ends> {
        if self.rest.next_if_eq(&'?').is_some() {
            let kind: String = self.rest.by_ref().take_while(|c| !matches!(c, ':' | '>')).collect();
            if !kind.starts_with('<') && !matches!(kind.as_str(), "" | "i") {
                return None;
            }
        }
        let ends = self.alternatives(from)?;
        self.rest.next_if_eq(&')').map(|_| ends)
    }

    /// The characters of a class, behind its opening bracket.
    fn class(&mut self) -> Option<Place> {
        let mut characters = 0;
        loop {
            let first = match self.rest.next()? {
                ']' => return Some(characters),
                '\\' => self.rest.next().filter(char::is_ascii_punctuation)?,
                '^' | '[' | '&' => return None,
                c => c,
            };
            let mut last = first;
            if self.rest.peek() == Some(&'-') {
                let hyphen = self.rest.clone();
                self.rest.next();
                match self.rest.next_if(|&c| c != ']') {
                    Some(c) => last = c,
                    None => self.rest = hyphen,
                }
            }
            (first..=last).for_each(|c| characters |= place(c));
        }
    }
}

/// Notes that some characters may stand at places.
fn note(places: &mut [Place], at: u32, characters: Place) {
    for (number, place) in places.iter_mut().enumerate() {
        *place |= if at >> number & 1 != 0 { characters } else { 0 };
    }
}

/// What a character of a pattern stands for.
fn place(c: char) -> Place {
    1 << symbol(c.encode_utf8(&mut [0; 4]).as_bytes()[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn symbols(characters: &str) -> Place {
        characters.bytes().fold(0, |all, byte| all | 1 << symbol(byte))
    }

    #[test]
    fn a_beginning_tells_digits_and_what_is_behind() {
        let beginning = Beginning::of("(?<day>3[01]|0?[1-9])[/-](?i:nov|dec)").expect("a pattern that can be read");
        assert_eq!(beginning.counts, [0, 0, 1 << 1 | 1 << 2]);
        assert_eq!(
            beginning.digits[..2],
            [symbols("0123456789"), symbols("0123456789") & !symbols("0") | symbols("01")]
        );
        assert_eq!(beginning.behind[2][..4], [symbols("/-"), symbols("ND"), symbols("OE"), symbols("VC")]);
        assert_eq!(beginning.behind[2][4], !FIGURES & !LETTERS);
        assert_eq!(beginning.behind[0], [0; BEHIND]);
    }

    #[test]
    fn what_is_repeated_may_stand_at_many_places() {
        let beginning = Beginning::of("[0-9]{2,3} ?x+").expect("a pattern that can be read");
        assert_eq!(beginning.counts, [0b1100, 0b1100, 0]);
        assert_eq!(beginning.behind[0][..2], [symbols(" "), symbols("x")]);
        assert_eq!(beginning.behind[1][0], symbols("x"));
        assert_eq!(beginning.behind[1][1] & symbols("xy1 "), symbols("x "));
    }

    #[test]
    fn patterns_of_other_forms_cannot_be_read() {
        for pattern in ["a*", "a{", "[^a]", "a.b", "(a", "a)", "(?=a)", "(?s:a)", "\\d", "^a", "[a"] {
            assert!(Beginning::of(pattern).is_none(), "{pattern}");
        }
    }
}
