//! Numerals: in words, in Roman letters, in digits with grouping or a decimal sign.

use crate::lang::{Category, Lexeme, Pack};
use crate::segment::{Shape, Token, fold};
use crate::value::Amount;

use super::lexemes::{Lexical, of_words};
use super::meaning::Meaning;

/// Most tokens a numeral in words may have.
const LONGEST: usize = 12;

/// A part of a numeral in words.
#[derive(Clone, Copy)]
enum Part {
    Cardinal(i64),
    Ordinal(i64),
    /// "and", a hyphen.
    Link,
}

/// A numeral under way: what is complete, and the thousand being built.
#[derive(Default)]
struct Sum {
    total: i64,
    current: i64,
    /// The last multiplier closed; the next must be smaller.
    ceiling: i64,
    begun: bool,
}

impl Sum {
    /// Takes the next part in; false when it does not go with what is there.
    fn push(&mut self, value: i64) -> bool {
        let fits = match value {
            1000.. => {
                let fits = self.ceiling == 0 || value < self.ceiling;
                if fits {
                    self.total += self.current.max(1) * value;
                    self.current = 0;
                    self.ceiling = value;
                }
                fits
            }
            100 if (2..100).contains(&self.current) => {
                self.current *= 100;
                true
            }
            _ => {
                let room = match self.current {
                    0 => !self.begun || self.ceiling > 0,
                    current if current % 100 == 0 => value < 100,
                    current if current % 20 == 0 && current % 100 >= 60 => value < 20,
                    current if current % 10 == 0 && current % 100 >= 20 => value < 10,
                    _ => false,
                };
                if room {
                    self.current += value;
                }
                room
            }
        };
        self.begun |= fits;
        fits
    }

    fn value(&self) -> i64 {
        self.total + self.current
    }
}

/// The longest numeral in words that begins at a token.
pub(crate) fn in_words(text: &str, tokens: &[Token], lexemes: &[Lexeme], at: usize, pack: &Pack) -> Option<Lexical> {
    let mut sum = Sum::default();
    let mut best = None;
    let million = matches!(part(lexemes[at], pack), Some(Part::Cardinal(1_000_000..)));
    for (offset, &lexeme) in lexemes[at..].iter().take(LONGEST).enumerate() {
        let end = at + offset + 1;
        let word = &text[tokens[end - 1].span().range()];
        let taken = match part(lexeme, pack) {
            Some(Part::Link) if sum.begun => continue,
            // A million begins no longer number: 1.7 million, four years ago.
            Some(_) if million && offset > 0 => None,
            Some(Part::Cardinal(value)) => sum.push(value).then_some(false),
            Some(Part::Ordinal(value)) if sum.begun => sum.push(value).then_some(true),
            _ => hyphened(word, pack, &mut sum),
        };
        let Some(ordinal) = taken else { break };
        best = Some((end, sum.value(), ordinal));
        if ordinal {
            break;
        }
    }
    best.map(|(end, value, ordinal)| {
        let day = of_words(value) & Category::Day.bit();
        let categories = if ordinal { Category::Ordinal.bit() | day } else { of_words(value) };
        Lexical { end, categories, meaning: Meaning::Number(value) }
    })
}

/// So many millions: digits before a numeral in words of a million or more.
pub(crate) fn of_millions(count: &Meaning, lexemes: &[Lexeme], at: usize, pack: &Pack) -> Option<Lexical> {
    let Part::Cardinal(million @ 1_000_000..) = part(*lexemes.get(at + 1)?, pack)? else { return None };
    let value = match count {
        Meaning::Number(count) => count.checked_mul(million)?,
        Meaning::Amount(Amount::Thousandths(count)) => count.checked_mul(million / 1000)?,
        _ => return None,
    };
    let sound = value < 1_000_000_000_000;
    sound.then(|| Lexical { end: at + 2, categories: Category::Number.bit(), meaning: Meaning::Number(value) })
}

fn part(lexeme: Lexeme, pack: &Pack) -> Option<Part> {
    pack.lexicon.senses(lexeme).iter().find_map(|sense| match sense.category {
        Category::Numeral if sense.value == 0 => Some(Part::Link),
        Category::Numeral => Some(Part::Cardinal(sense.value)),
        Category::Ordinal => Some(Part::Ordinal(sense.value)),
        _ => None,
    })
}

/// Takes in a numeral that is one token with hyphens; whether it is an ordinal, None where it is no numeral.
fn hyphened(word: &str, pack: &Pack, sum: &mut Sum) -> Option<bool> {
    let mut folded = String::new();
    if !word.contains('-') || !fold(word, &mut folded) {
        return None;
    }
    let mut rest = folded.as_str().trim_start_matches('-');
    if rest.is_empty() {
        return None;
    }
    let mut ordinal = false;
    while !rest.is_empty() {
        let (taken, length) = longest_part(rest, pack)?;
        let fits = match taken {
            Part::Link => true,
            Part::Cardinal(value) => sum.push(value),
            Part::Ordinal(value) => {
                ordinal = true;
                sum.push(value)
            }
        };
        if !fits {
            return None;
        }
        rest = rest[length..].trim_start_matches('-');
    }
    Some(ordinal)
}

/// The longest part at the beginning of a hyphened numeral, with its length.
fn longest_part(word: &str, pack: &Pack) -> Option<(Part, usize)> {
    let ends = word.match_indices('-').map(|(at, _)| at).chain([word.len()]);
    ends.rev().find_map(|end| Some((part(pack.lexicon.lexeme(&word[..end]), pack)?, end)))
}

/// A number in Roman letters, of two or with an ordinal's ending; and whether it has one.
pub(crate) fn roman(word: &str, shape: Shape, pack: &Pack) -> Option<(i64, bool)> {
    if !matches!(shape, Shape::Upper | Shape::Mixed | Shape::Capital) {
        return None;
    }
    let end = word.find(|c| !"IVXLC".contains(c)).unwrap_or(word.len());
    let (letters, rest) = word.split_at(end);
    if letters.is_empty() || letters.len() > 8 {
        return None;
    }
    // An article with its capital is no numeral.
    if !rest.is_empty() && matches!(letters, "L" | "C") {
        return None;
    }
    let suffix = !rest.is_empty() && makes_ordinal(rest, pack);
    if !suffix && !rest.is_empty() {
        return None;
    }
    let digit = |c| match c {
        'I' => 1,
        'V' => 5,
        'X' => 10,
        'L' => 50,
        _ => 100,
    };
    // From the right: a letter before one of more takes off as much as it is.
    let (value, _) = letters.chars().rev().map(digit).fold((0, 0), |(sum, next), value| {
        let sum = if value < next { sum - value } else { sum + value };
        (sum, value)
    });
    (value > 0).then_some((value, suffix))
}

/// Whether what stands behind a number makes it an ordinal.
pub(crate) fn makes_ordinal(suffix: &str, pack: &Pack) -> bool {
    pack.lexicon.senses_of(suffix).iter().any(|sense| sense.category == Category::OrdinalSuffix)
}

/// `50 000`, `2.700.000`, `1,5`: with a decimal comma where days come before months.
pub(crate) fn grouped_or_decimal(word: &str, decimal_comma: bool) -> Option<Amount> {
    let (group, decimal) = if decimal_comma { ('.', ',') } else { (',', '.') };
    let (whole, fraction) = word.split_once(decimal).or_else(|| lone_point(word)).unwrap_or((word, ""));
    let (whole, count) = number(whole.chars().filter(|&c| c != group))?;
    let (first, places) = number(fraction.chars().filter(|c| !c.is_whitespace()).take(3))?;
    let sound = (1..=12).contains(&count) && fraction.chars().all(|c| c.is_whitespace() || c.is_ascii_digit());
    sound.then(|| Amount::Thousandths(whole * 1000 + first * 10_i64.pow(3 - places)))
}

/// The number that digits make, with spaces among them or none, and how many they are; None where anything else is among
/// them, or they are too many.
fn number(digits: impl Iterator<Item = char>) -> Option<(i64, u32)> {
    digits.filter(|c| !c.is_whitespace()).try_fold((0_i64, 0), |(number, count), c| {
        Some((number.checked_mul(10)?.checked_add(c.to_digit(10)?.into())?, count + 1))
    })
}

/// A point or comma that can be no grouping, because three digits do not follow it.
fn lone_point(word: &str) -> Option<(&str, &str)> {
    let may_group = |fraction: &str| fraction.chars().filter(|c| !c.is_whitespace()).count() == 3;
    word.split_once(['.', ',']).filter(|(_, fraction)| !may_group(fraction) && !fraction.contains(['.', ',']))
}

/// What a group of a shape says.
pub(crate) fn shape_value(category: Category, text: &str, pack: &Pack) -> Option<i64> {
    match category {
        Category::Offset => offset(text),
        Category::Month | Category::Weekday | Category::Meridiem | Category::Unit | Category::Zone => {
            let short = match category {
                Category::Month => Category::ShortMonth,
                Category::Weekday => Category::ShortWeekday,
                _ => category,
            };
            let mut senses = pack.lexicon.senses_of(text).iter();
            senses.find(|sense| sense.category == category || sense.category == short).map(|sense| sense.value)
        }
        _ => text.parse().ok(),
    }
}

/// `Z`, `+02:00`, `-0800`, `+1`, in minutes.
fn offset(text: &str) -> Option<i64> {
    let (sign, digits) = match text.as_bytes().first()? {
        b'Z' | b'z' => return Some(0),
        b'-' => (-1, &text[1..]),
        b'+' => (1, &text[1..]),
        _ => return None,
    };
    let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    let (hours, minutes) = if digits.len() > 2 { digits.split_at(digits.len() - 2) } else { (digits.as_str(), "0") };
    Some(sign * (hours.parse::<i64>().ok()? * 60 + minutes.parse::<i64>().ok()?))
        .filter(|minutes| minutes.abs() <= 18 * 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn figures_are_grouped_or_have_a_fraction() {
        let thousandths = |word: &str, comma: bool| match grouped_or_decimal(word, comma) {
            Some(Amount::Thousandths(value)) => Some(value),
            _ => None,
        };
        let with_comma =
            [("50 000", 50_000_000), ("2.700.000", 2_700_000_000), ("1,5", 1500), ("1.5", 1500), ("3,14159", 3141)];
        with_comma.into_iter().for_each(|(word, value)| assert_eq!(thousandths(word, true), Some(value), "{word}"));
        let with_point = [("50,000", 50_000_000), ("1.5", 1500), ("1,5", 1500), (".5", 0), ("12,345.6", 12_345_600)];
        for (word, value) in with_point {
            assert_eq!(thousandths(word, false), Some(value).filter(|_| !word.starts_with('.')), "{word}");
        }
        for word in ["", ",", "12a", "1,2,x", "1234567890123", "99999999999999999999", "1.5é"] {
            assert_eq!((thousandths(word, true), thousandths(word, false)), (None, None), "{word}");
        }
    }

    #[test]
    fn letters_are_roman_numerals() {
        let pack = Pack::of(Language::French).expect("the pack compiles");
        let known = [("XIV", 14), ("XLIX", 49), ("CXC", 190), ("VIII", 8)];
        known
            .into_iter()
            .for_each(|(word, value)| assert_eq!(roman(word, Shape::Upper, pack), Some((value, false)), "{word}"));
        assert_eq!(roman("XIXe", Shape::Mixed, pack), Some((19, true)));
        assert_eq!(roman("Lx", Shape::Capital, pack), None);
    }
}
