//! Rules over characters: figures alone, and shapes, of which a table tells which a text may begin with.

use std::ops::RangeInclusive;

use once_cell::sync::OnceCell;
use regex::bytes::{Regex, RegexBuilder};

use crate::error::{Error, ErrorKind};

use super::Category;
use super::beginning::{BEHIND, Beginning, DIGITS, END, KINDS, Place, kind, symbol};

/// A rule over a token that is a number in figures, with no zero before it.
#[derive(Debug)]
pub(crate) struct Figures {
    pub rule: u16,
    /// What the number is.
    pub category: Category,
    ranges: Vec<RangeInclusive<i64>>,
}

impl Figures {
    /// The rule of `{category 1-12|21-31}`; None where that is no such pattern.
    pub(crate) fn of(pattern: &str, rule: u16, file: &'static str, line: usize) -> Option<Result<Figures, Error>> {
        let (category, ranges) = pattern.strip_prefix('{')?.strip_suffix('}')?.split_once(' ')?;
        let range = |range: &str| {
            let (first, last) = range.split_once('-').unwrap_or((range, range));
            Some(first.parse().ok()?..=last.parse().ok()?)
        };
        let ranges = ranges.split('|').map(range).collect::<Option<_>>()?;
        Some(Category::named(category, file, line).map(|category| Figures { rule, category, ranges }))
    }

    /// Whether a number is one of these.
    pub(crate) fn has(&self, number: i64) -> bool {
        self.ranges.iter().any(|range| range.contains(&number))
    }
}

/// A set of shapes, a bit for each.
type Set = u128;

/// A rule over characters.
#[derive(Debug)]
pub(crate) struct Shape {
    /// Its regular expression, as it is written.
    pattern: &'static str,
    pub rule: u16,
    compiled: OnceCell<(Regex, Vec<Option<Category>>)>,
    file: &'static str,
    line: usize,
}

impl Shape {
    /// Its regular expression, and the category of each group of that behind the first; compiled at the first call.
    pub(crate) fn regex(&self) -> Result<&(Regex, Vec<Option<Category>>), Error> {
        self.compiled.get_or_try_init(|| {
            let fail = |why: String| Error::new(ErrorKind::Pack { file: self.file, line: self.line, why });
            // Bytes cost less to compile than characters.
            let unicode = if self.pattern.is_ascii() { "-u" } else { "u" };
            let pattern = format!("^(?{unicode}:({}))(?:$|[^0-9])", self.pattern);
            let regex = RegexBuilder::new(&pattern).unicode(false).build().map_err(|error| fail(error.to_string()))?;
            let named = |name: &str| {
                let name = name.trim_end_matches(char::is_numeric).replace('_', "-");
                Category::named(&name, self.file, self.line)
            };
            let groups = regex.capture_names().skip(2).map(|name| name.map(named).transpose());
            let groups = groups.collect::<Result<_, Error>>()?;
            Ok((regex, groups))
        })
    }
}

/// Sets of shapes, by what stands at a place.
type Sets = [Set; Place::BITS as usize];

/// The shapes of a pack. Most texts begin with none of them, or with one or two, and their first characters tell.
#[derive(Debug)]
pub(crate) struct Shapes {
    all: Vec<Shape>,
    by: Box<By>,
}

/// Shapes, by how a text begins.
#[derive(Debug)]
struct By {
    /// By each of its first digits.
    digits: [Sets; DIGITS],
    /// By how many of them there are, and the kind of what is behind.
    counts: [[Set; DIGITS + 1]; KINDS],
    /// By what stands behind, and the kind of the first of it.
    behind: [[Sets; BEHIND]; KINDS],
}

impl Shapes {
    pub(crate) fn new() -> Shapes {
        const NONE: Sets = [0; Place::BITS as usize];
        let by = By { digits: [NONE; DIGITS], counts: [[0; DIGITS + 1]; KINDS], behind: [[NONE; BEHIND]; KINDS] };
        Shapes { all: Vec::new(), by: Box::new(by) }
    }

    /// Adds the shape of a rule.
    pub(crate) fn add(
        &mut self,
        pattern: &'static str,
        rule: u16,
        file: &'static str,
        line: usize,
    ) -> Result<(), Error> {
        let fail = |why: &str| Error::new(ErrorKind::Pack { file, line, why: why.to_owned() });
        let number = Some(self.all.len() as u32).filter(|number| *number < Set::BITS);
        let number = number.ok_or_else(|| fail("more shapes than a pack may have"))?;
        let beginning =
            Beginning::of(pattern).ok_or_else(|| fail("a shape has characters, classes, groups, | ? + {}"))?;
        let by = &mut *self.by;
        for (shapes, counts) in by.counts.iter_mut().zip(beginning.counts) {
            each_bit(counts.into(), |count| shapes[count] |= 1 << number);
        }
        let places = by.digits.iter_mut().zip(beginning.digits);
        let behind = by.behind.iter_mut().flatten().zip(beginning.behind.into_iter().flatten());
        for (shapes, place) in places.chain(behind) {
            each_bit(place, |symbol| shapes[symbol] |= 1 << number);
        }
        self.all.push(Shape { pattern, rule, compiled: OnceCell::new(), file, line });
        Ok(())
    }

    /// The shapes that a text may begin with.
    pub(crate) fn at(&self, text: &str) -> impl Iterator<Item = &Shape> {
        let mut left = self.by.among(text.as_bytes());
        std::iter::from_fn(move || {
            let number = left.trailing_zeros() as usize;
            left &= left.checked_sub(1)?;
            self.all.get(number)
        })
    }
}

impl By {
    /// The shapes that a text may begin with.
    fn among(&self, text: &[u8]) -> Set {
        let digits = text.iter().take(DIGITS).take_while(|byte| byte.is_ascii_digit()).count();
        let (figures, behind) = text.split_at(digits);
        let first = kind(behind.first().map_or(END, |&byte| symbol(byte)));
        let mut left = self.counts[first][digits];
        for (shapes, &digit) in self.digits.iter().zip(figures) {
            left &= shapes[symbol(digit)];
        }
        for (place, shapes) in self.behind[first].iter().enumerate() {
            let byte = behind.get(place);
            left &= shapes[byte.map_or(END, |&byte| symbol(byte))];
            // A place is one character, of however many bytes.
            if left == 0 || !byte.is_some_and(u8::is_ascii) {
                break;
            }
        }
        left
    }
}

fn each_bit(mut bits: u64, mut take: impl FnMut(usize)) {
    while let Some(rest) = bits.checked_sub(1) {
        take(bits.trailing_zeros() as usize);
        bits &= rest;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::lang::{Pack, Rule};
    use crate::language::Language;

    #[test]
    fn every_shape_compiles() {
        for language in Language::ALL {
            let pack = Pack::of(language).expect("the pack compiles");
            assert!(!pack.shapes.all.is_empty(), "{language}: a pack has shapes");
            for shape in &pack.shapes.all {
                assert!(shape.regex().is_ok(), "{language}: {}: {:?}", shape.pattern, shape.regex());
            }
        }
    }

    /// Every shape that matches at the beginning of a text, and does not end between two letters, is among those that it
    /// may begin with.
    fn leaves_none_out(text: &str) {
        let is_letter = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_alphabetic);
        for language in Language::ALL {
            let shapes = &Pack::of(language).expect("the pack compiles").shapes;
            let among: Vec<&str> = shapes.at(text).map(|shape| shape.pattern).collect();
            for shape in &shapes.all {
                let (regex, _) = shape.regex().expect("the shape compiles");
                let end = regex.captures(text.as_bytes()).and_then(|captures| Some(captures.get(1)?.end()));
                let matches = end.is_some_and(|end| !is_letter(end - 1) || !is_letter(end));
                assert!(!matches || among.contains(&shape.pattern), "{language}: {:?}: {}", text, shape.pattern);
            }
        }
    }

    #[test]
    fn examples_begin_as_the_shapes_that_match_them() {
        let mut texts = 0;
        for language in Language::ALL {
            let pack = Pack::of(language).expect("the pack compiles");
            for text in pack.rules.iter().flat_map(Rule::examples).map(|example| example.text) {
                text.char_indices().for_each(|(at, _)| leaves_none_out(&text[at..]));
                texts += 1;
            }
        }
        assert!(texts > 500, "{texts} examples");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1024))]

        #[test]
        fn no_shape_that_matches_is_left_out(
            text in "([a-z]{0,3}-|['’+-])?[0-9]{1,4}([ /.:,'’–+-]{0,2}([0-9]{1,4}|[a-zA-Zéû]{1,4}|1[0-9]|20[0-9]{2}|mars|Nov\\.?|août|a\\.m\\.|pm|GMT|mo|W|T|Z|Q1|ish)){0,5}[ .!s]?",
        ) {
            leaves_none_out(&text);
        }
    }

    #[test]
    fn a_text_that_begins_as_no_shape_may_has_none() {
        let shapes = &Pack::of(Language::English).expect("the pack compiles").shapes;
        for text in ["", "people", "12 people", "4,000 copies", "99.5 %", "123456789"] {
            assert_eq!(shapes.at(text).count(), 0, "{text:?}");
        }
        assert!(shapes.at("11:30 in the morning").count() > 0);
    }

    #[test]
    fn figures_are_read_from_their_pattern() {
        let figures = Figures::of("{year 1901-1999|2001}", 7, "", 1).expect("a pattern of figures");
        let figures = figures.expect("a category that is known");
        assert_eq!((figures.rule, figures.category), (7, Category::Year));
        assert!([1901, 1999, 2001].into_iter().all(|year| figures.has(year)));
        assert!(![1900, 2000, 2002].into_iter().any(|year| figures.has(year)));
        assert!(Figures::of("{year}", 7, "", 1).is_none());
        assert!(Figures::of("{year 1901-1999} on", 7, "", 1).is_none());
        assert!(Figures::of("{years 1-2}", 7, "", 1).is_some_and(|figures| figures.is_err()));
    }
}
