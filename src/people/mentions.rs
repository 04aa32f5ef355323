//! From labels to mentions: titles are cut off, what is refused or named by the user is settled.

use std::collections::HashSet;
use std::ops::Range;

use crate::segment::{Before, Segmentation, Shape, Token, TokenKind};
use crate::span::Span;

use super::Names;
use super::runs::Runs;
use super::tagger::Tagging;
use super::words::{Class, Words, is_hyphen};

/// A place that names a person, before it is known whom.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    pub tokens: Range<usize>,
    /// The words in quotes inside the name.
    pub nickname: Option<Range<usize>>,
    pub confidence: f32,
    pub rule: &'static str,
}

/// What a document is read with.
pub(super) struct Reading<'t> {
    pub text: &'t str,
    pub segmentation: &'t Segmentation,
    pub words: &'t Words,
}

impl Reading<'_> {
    pub(super) fn tokens(&self) -> &[Token] {
        self.segmentation.tokens()
    }

    pub(super) fn span(&self, tokens: &Range<usize>) -> Span {
        let at = |index: usize| self.tokens().get(index).map(Token::span).unwrap_or_default();
        Span::new(at(tokens.start).start(), at(tokens.end.saturating_sub(1)).end())
    }

    pub(super) fn class(&self, token: usize) -> Class {
        self.words.class(self.tokens()[token].hash())
    }

    /// The mentions of a document, in order, none over another.
    pub(super) fn mentions(&self, runs: &Runs, tagging: &Tagging, user: &Names, taken: &[Span]) -> Vec<Found> {
        let mut found: Vec<Found> = tagging
            .names()
            .map(|(tokens, confidence)| Found {
                tokens: self.untitled(tokens),
                nickname: None,
                confidence,
                rule: "person.tagger",
            })
            .collect();
        if !user.wanted.is_empty() {
            found = self.with_wanted(found, user);
        }
        self.join_nicknamed(&mut found);
        let bare = self.bare_letters(&found);
        let storms = self.storms(runs);
        found.retain(|mention| {
            !self.begins_with(mention, bare) && !self.is_namesake(mention) && !self.is_storm(mention, &storms)
        });
        found.iter_mut().for_each(|mention| self.take_month(mention, taken));
        self.take_particles(&mut found);
        let mut taken = taken.iter().peekable();
        found.retain(|mention| {
            let span = self.span(&mention.tokens);
            while taken.next_if(|time| time.end() <= span.start()).is_some() {}
            let told = mention.rule == "person.tagger";
            // A longer name may have a time in it; one that the user wants, or a title tells, may be in a time.
            let longer = |time: &Span| span.contains(*time) && *time != span;
            let barred = |time: &Span| time.overlaps(span) && !longer(time) && (told || !time.contains(span));
            let near = taken.clone().take_while(|time| time.start() < span.end());
            !near.copied().any(|time| barred(&time)) && !user.refuses(&self.text[span.range()])
        });
        found
    }

    /// Takes in a given name that is a month too, before a family name, where it tells no time: `April Jackson`.
    fn take_month(&self, mention: &mut Found, taken: &[Span]) {
        let Range { start, end } = mention.tokens;
        let Some(before) = start.checked_sub(1).filter(|_| end - start == 1 && self.class(start).any(Class::SURNAME))
        else {
            return;
        };
        let (class, token) = (self.class(before), &self.tokens()[before]);
        let joined = self.tokens()[start].before() == Before::Space && token.shape() == Shape::Capital;
        let month = class.any(Class::GIVEN) && class.any(Class::CALENDAR);
        let told = || {
            let near = taken.partition_point(|time| time.end() <= token.span().start());
            taken.get(near).is_some_and(|time| time.start() < token.span().end())
        };
        if joined && month && !told() {
            mention.tokens.start = before;
        }
    }

    /// Takes in a particle with a capital, where a fuller name of the document has it: « Selon Le Guen ».
    fn take_particles(&self, found: &mut [Found]) {
        let particle = Class::PARTICLE.or(Class::LEAD);
        let before = |mention: &Found| {
            let before = mention.tokens.start.checked_sub(1).filter(|_| mention.tokens.len() == 1)?;
            let capital = self.tokens()[before].shape() == Shape::Capital;
            let joined = self.tokens()[mention.tokens.start].before() == Before::Space;
            (capital && joined && self.class(before).any(particle)).then_some(before)
        };
        if found.iter().all(|mention| before(mention).is_none()) {
            return;
        }
        let pair = |first: usize| [first, first + 1].map(|token| self.tokens()[token].hash());
        let full = found.iter().filter(|mention| mention.tokens.len() > 2);
        let pairs: HashSet<[u32; 2]> =
            full.flat_map(|full| (full.tokens.start..full.tokens.end - 1).map(pair)).collect();
        for mention in found {
            mention.tokens.start =
                before(mention).filter(|&before| pairs.contains(&pair(before))).unwrap_or(mention.tokens.start);
        }
    }

    /// Joins what stands before and after a nickname in quotes: `Anthony "Tony" Marchetti`.
    fn join_nicknamed(&self, found: &mut Vec<Found>) {
        let mut at = 0;
        while at < found.len() {
            let first = &found[at].tokens;
            // The nickname itself may be a mention of its own.
            let last =
                (at + 1..found.len().min(at + 3)).find(|&last| self.is_quoted(first.end..found[last].tokens.start));
            if let Some(last) = last {
                found[at].nickname = Some(found[at].tokens.end + 1..found[last].tokens.start - 1);
                found[at].tokens.end = found[last].tokens.end;
                found[at].confidence = found[at].confidence.min(found[last].confidence);
                found[at + 1..=last].iter_mut().for_each(|joined| joined.tokens = 0..0);
                at = last;
            }
            at += 1;
        }
        for at in 0..found.len() {
            // The nickname alone is no mention beside the name that it stands in.
            if self.take_nicknamed(&mut found[at]) && at > 0 && found[at - 1].tokens.start > found[at].tokens.start {
                found[at - 1].tokens = 0..0;
            }
        }
        found.retain(|mention| !mention.tokens.is_empty());
    }

    /// Takes in the given name before a nickname in quotes, where the family name after it was found alone; whether it did.
    fn take_nicknamed(&self, mention: &mut Found) -> bool {
        let start = mention.tokens.start;
        let Some(given) = start.checked_sub(4).filter(|_| mention.tokens.len() == 1) else { return false };
        let named = self.tokens()[given].shape() == Shape::Capital && self.class(given).any(Class::GIVEN);
        let takes = named && self.is_quoted(given + 1..start);
        if takes {
            mention.nickname = Some(given + 2..start - 1);
            mention.tokens.start = given;
        }
        takes
    }

    /// Whether tokens of one line are up to three words in quotes.
    fn is_quoted(&self, between: Range<usize>) -> bool {
        let quote = |at: usize| matches!(&self.text[self.tokens()[at].span().range()], "\"" | "«" | "»" | "“" | "”");
        let joined = |at: usize| matches!(self.tokens()[at].before(), Before::Nothing | Before::Space);
        (3..=5).contains(&between.len())
            && quote(between.start)
            && quote(between.end - 1)
            && self.tokens()[between.start].before() == Before::Space
            && self.tokens()[between.start + 1..between.end - 1].iter().all(|word| word.kind() == TokenKind::Word)
            && (between.start..=between.end).all(joined)
    }

    /// Whether what is named is a street, a tower or a storm: « rue Victor Hugo », "Trump Tower", "Hurricane Ida".
    fn is_namesake(&self, mention: &Found) -> bool {
        let Range { start, end } = mention.tokens;
        if mention.rule != "person.tagger" {
            return false;
        }
        let is =
            |at: usize, class: Class| self.class(at).any(class) && !self.class(at).any(Class::GIVEN.or(Class::SURNAME));
        let ahead = self.tokens().get(end).is_some_and(|token| token.before() == Before::Space);
        self.follows(start, Class::NAMESAKE)
            || ahead && is(end, Class::PREMISES)
            || end - start > 1 && (is(start, Class::NAMESAKE) || is(end - 1, Class::PREMISES.or(Class::BODY)))
    }

    /// Whether the word before a token, in the same line, is of a class.
    fn follows(&self, token: usize, class: Class) -> bool {
        let joined = self.tokens().get(token).is_some_and(|token| token.before() == Before::Space);
        joined && token > 0 && self.class(token - 1).any(class)
    }

    /// The names of storms in the document, by their hashes, in order.
    fn storms(&self, runs: &Runs) -> Vec<u32> {
        let named = runs.pieces.iter().filter(|piece| self.follows(piece.start, Class::STORM));
        let mut storms: Vec<u32> = named.map(|piece| self.tokens()[piece.start].hash()).collect();
        storms.sort_unstable();
        storms
    }

    /// Whether a word alone is the name of a storm.
    fn is_storm(&self, mention: &Found, storms: &[u32]) -> bool {
        mention.tokens.len() == 1 && storms.binary_search(&self.tokens()[mention.tokens.start].hash()).is_ok()
    }

    /// The letters that the document uses as words, a bit for each, if a mention begins with one.
    fn bare_letters(&self, found: &[Found]) -> u32 {
        if found.iter().all(|mention| !self.begins_with(mention, u32::MAX)) {
            return 0;
        }
        let alone = self.tokens().iter().filter(|token| token.span().len() == 1);
        alone.filter_map(|token| letter(&self.text[token.span().range()])).fold(0, |bare, letter| bare | 1 << letter)
    }

    /// Whether a mention is one of these letters with a point, the end of its sentence, and one more word.
    fn begins_with(&self, mention: &Found, letters: u32) -> bool {
        let first = self.span(&(mention.tokens.start..mention.tokens.start + 1));
        let initial = self.text[first.range()].strip_suffix('.').and_then(letter);
        mention.tokens.len() == 2 && initial.is_some_and(|letter| letters & 1 << letter != 0)
    }

    fn is_hyphen(&self, token: usize) -> bool {
        is_hyphen(&self.text[self.tokens()[token].span().range()])
    }

    /// A name without the titles and functions it begins with.
    fn untitled(&self, tokens: Range<usize>) -> Range<usize> {
        let mut first = tokens.start;
        while first + 1 < tokens.end {
            let class = self.class(first);
            let name = Class::GIVEN.or(Class::SURNAME);
            let title = class.any(Class::ADDRESS) || class.any(Class::RANK.or(Class::ROLE)) && !class.any(name);
            let mut next = first + 1;
            // What a hyphen joins is one word: "actor-director".
            while next + 1 < tokens.end && self.is_hyphen(next) && self.tokens()[next].before() == Before::Nothing {
                next += 2;
            }
            if !title || next >= tokens.end {
                break;
            }
            first = next;
        }
        first..self.before_office(first..tokens.end)
    }

    /// Where a name ends that an office follows: « Michel Barnier Premier ministre ».
    fn before_office(&self, Range { start, end }: Range<usize>) -> usize {
        let is = |at: usize, class| self.class(at).any(class);
        let next = end < self.tokens().len() && self.tokens()[end].before() == Before::Space;
        let office = next && is(end, Class::ROLE.or(Class::RANK)) && is(end - 1, Class::MODIFIER);
        let named = end - start > 2 && !is(end - 1, Class::GIVEN.or(Class::SURNAME));
        if office && named { end - 1 } else { end }
    }

    /// The names that the user gave stand wherever the text has them.
    fn with_wanted(&self, found: Vec<Found>, user: &Names) -> Vec<Found> {
        let mut wanted: Vec<Found> = Vec::new();
        let mut at = 0;
        while at < self.tokens().len() {
            match self.wanted_at(at, user) {
                Some(end) => {
                    wanted.push(Found { tokens: at..end, nickname: None, confidence: 1.0, rule: "person.named" });
                    at = end;
                }
                None => at += 1,
            }
        }
        let mut merged: Vec<Found> = Vec::new();
        let mut rest = wanted.into_iter().peekable();
        for mention in found {
            while let Some(earlier) = rest.next_if(|wanted| wanted.tokens.start <= mention.tokens.start) {
                merged.push(earlier);
            }
            let free = merged.last().is_none_or(|last| last.tokens.end <= mention.tokens.start);
            let open = rest.peek().is_none_or(|next| mention.tokens.end <= next.tokens.start);
            if free && open {
                merged.push(mention);
            }
        }
        merged.extend(rest);
        merged
    }

    /// The end of the longest wanted name that begins at a token.
    fn wanted_at(&self, at: usize, user: &Names) -> Option<usize> {
        let longest = (at + user.longest).min(self.tokens().len());
        let start = self.tokens()[at].span().start();
        (at + 1..=longest).rev().find(|&end| {
            let span = Span::new(start, self.tokens()[end - 1].span().end());
            user.wanted.contains(&self.text[span.range()])
        })
    }
}

/// The number of a capital letter.
fn letter(form: &str) -> Option<u32> {
    match form.as_bytes() {
        [letter @ b'A'..=b'Z'] => Some(u32::from(letter - b'A')),
        _ => None,
    }
}

/// The form in which refusals are compared: single spaces, straight apostrophes.
pub(super) fn form(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").replace('\u{2019}', "'")
}

/// A set of names as the text has them.
pub(super) type Forms = HashSet<String>;
