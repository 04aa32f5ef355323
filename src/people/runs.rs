//! Where names can stand: runs of capitalised words with their particles.

use std::ops::Range;

use crate::segment::{Before, Segmentation, Shape, Token, TokenKind};

use super::words::{Class, Words, is_hyphen};

/// The longest run looked at as one, in tokens; a longer one is cut.
pub(crate) const LONGEST: usize = 16;

/// How many runs, and how many of their words, there is room for from the beginning at most.
const ROOM: usize = 1024;

/// How many times 64 bits the words that a document writes in lower case have at most: they stay in the cache.
const MOST: usize = 1 << 13;

/// A word of a run: a token, or tokens that hyphens join.
pub(crate) type Piece = Range<usize>;

/// Capitalised words with the particles between and before them, inside one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// Its words, as indices into the document's pieces.
    pub pieces: Range<usize>,
    /// The tokens of its sentence.
    pub sentence: Range<usize>,
    /// Whether its line is in capitals.
    pub capitals: bool,
}

/// The runs of a document, in order, and the words they are made of.
#[derive(Debug, Default)]
pub(crate) struct Runs {
    pub runs: Vec<Run>,
    /// Each word, as a range of the document's tokens.
    pub pieces: Vec<Piece>,
    /// The words that the document also writes in lower case.
    pub lowered: Lowered,
}

/// A set of words by their hashes, which may now and then hold a word too many.
#[derive(Debug, Default)]
pub(crate) struct Lowered {
    bits: Vec<u64>,
}

impl Lowered {
    /// An empty set with room for the words of so many tokens.
    fn with_room(tokens: usize) -> Lowered {
        Lowered { bits: vec![0; (tokens / 4).next_power_of_two().clamp(16, MOST)] }
    }

    /// Adds a word if it `is` in lower case, without a branch on it.
    fn add(&mut self, hash: u32, is: bool) {
        let bit = hash as usize & (self.bits.len() * 64 - 1);
        self.bits[bit / 64] |= u64::from(is) << (bit % 64);
    }

    /// Whether the word of that hash is written in lower case.
    pub(crate) fn has(&self, hash: u32) -> bool {
        let bit = hash as usize & (self.bits.len() * 64).wrapping_sub(1);
        self.bits.get(bit / 64).is_some_and(|bits| bits & 1 << (bit % 64) != 0)
    }
}

impl Runs {
    /// The runs of a text that may hold a name of a person.
    pub(crate) fn find(text: &str, segmentation: &Segmentation, words: &Words) -> Runs {
        Runs::of(text, segmentation, words, false)
    }

    /// The same, with those or without those whose every word the lists know, and none as a name: learning needs them.
    pub(crate) fn of(text: &str, segmentation: &Segmentation, words: &Words, all: bool) -> Runs {
        let tokens = segmentation.tokens();
        let mut found = Runs {
            runs: Vec::with_capacity((tokens.len() / 8).min(ROOM)),
            pieces: Vec::with_capacity((tokens.len() / 6).min(ROOM)),
            lowered: Lowered::with_room(tokens.len()),
        };
        let capitals = found.cases(tokens);
        let (mut capitals, mut open) = (&capitals[..], None);
        for sentence in segmentation.sentences() {
            let Range { start, end } = sentence.tokens();
            let start = open.take().unwrap_or(start);
            if goes_on(text, segmentation, end, words) {
                open = Some(start);
                continue;
            }
            let own = capitals.iter().take_while(|&&at| (at as usize) < end).count();
            let (own, rest) = capitals.split_at(own);
            capitals = rest;
            if let (false, Some(tokens)) = (own.is_empty(), tokens.get(..end)) {
                found.collect(text, tokens, start, own, words, all);
            }
        }
        found
    }

    /// The words of a run.
    pub(crate) fn words(&self, run: &Run) -> &[Piece] {
        &self.pieces[run.pieces.clone()]
    }

    /// Keeps the words in lower case; returns where the capitalised ones are.
    fn cases(&mut self, tokens: &[Token]) -> Vec<u32> {
        let mut capitals: Vec<u32> = Vec::with_capacity(tokens.len() / 4);
        for (some, first) in tokens.chunks(64).zip((0..).step_by(64)) {
            let mut found = 0_u64;
            for (at, token) in some.iter().enumerate() {
                self.lowered.add(token.hash(), token.shape() == Shape::Lower);
                found |= u64::from(capitalised(token)) << at;
            }
            while found != 0 {
                capitals.push(first + found.trailing_zeros());
                found &= found - 1;
            }
        }
        capitals
    }

    /// Collects the runs of the sentence from `start` to the end of the tokens, where the words at `capitals` are capitalised.
    fn collect(&mut self, text: &str, tokens: &[Token], start: usize, capitals: &[u32], words: &Words, all: bool) {
        // Told by the whole line, and asked only where a word is in capitals.
        let mut shouted = None;
        let mut floor = start;
        for &at in capitals {
            let at = at as usize;
            if at < floor {
                continue;
            }
            let first = self.pieces.len();
            let tied = tokens[at].before() == Before::Nothing && at >= floor + 2;
            let begin = if tied && begins(text, tokens, at - 2, words) { at - 2 } else { at };
            let from = lead(tokens, begin, floor, words);
            floor = self.extend(text, tokens, from..begin, words);
            let is_plain = |piece: &Piece| piece.len() == 1 && is_plain(&tokens[piece.start], words);
            if !all && self.pieces[first..].iter().all(is_plain) {
                self.pieces.truncate(first);
                continue;
            }
            let upper = tokens[begin..floor].iter().any(|token| token.shape() == Shape::Upper);
            let capitals = upper && *shouted.get_or_insert_with(|| in_capitals(&tokens[start..]));
            self.runs.push(Run { pieces: first..self.pieces.len(), sentence: start..tokens.len(), capitals });
        }
    }

    /// Adds the words of the run whose particles are `lead`; returns where it ends.
    fn extend(&mut self, text: &str, tokens: &[Token], lead: Range<usize>, words: &Words) -> usize {
        let most = self.pieces.len() + LONGEST;
        let mut end = hyphened(text, tokens, lead.end);
        for particle in lead.clone() {
            self.pieces.push(particle..particle + 1);
        }
        self.pieces.push(lead.end..end);
        loop {
            let mut next = end;
            while next < end + 3
                && tokens.get(next).is_some_and(|token| is(token, words, Class::PARTICLE))
                && !begins(text, tokens, next, words)
            {
                next += 1;
            }
            let more = tokens.get(next).is_some_and(joined) && begins(text, tokens, next, words);
            if !more || self.pieces.len() + next - end >= most {
                return end;
            }
            for particle in end..next {
                self.pieces.push(particle..particle + 1);
            }
            end = hyphened(text, tokens, next);
            self.pieces.push(next..end);
        }
    }
}

/// Whether the lists know a word, and not as a name: no person is called by such words alone.
fn is_plain(token: &Token, words: &Words) -> bool {
    let class = words.class(token.hash());
    class != Class::default() && !class.any(Class::GIVEN.or(Class::SURNAME))
}

/// Whether a name may begin here by the case of its letters.
fn capitalised(token: &Token) -> bool {
    token.kind() == TokenKind::Word && matches!(token.shape(), Shape::Capital | Shape::Upper | Shape::Mixed)
}

/// Whether a name may begin at a token: it is capitalised, or a particle that a hyphen ties to what is: `al-Sadr`.
fn begins(text: &str, tokens: &[Token], at: usize, words: &Words) -> bool {
    let tied = || tokens.get(at + 2).is_some_and(|token| token.before() == Before::Nothing && capitalised(token));
    tokens.get(at).is_some_and(|token| {
        capitalised(token) || tied() && hyphened(text, tokens, at) > at + 1 && is(token, words, Class::PARTICLE)
    })
}

/// Whether a sentence goes on at `end`: the token before is the initial of a name whose next word stands after it.
fn goes_on(text: &str, segmentation: &Segmentation, end: usize, words: &Words) -> bool {
    let form = |at: usize| segmentation.tokens().get(at).map_or("", |token| &text[token.span().range()]);
    let Some(next) = segmentation.tokens().get(end).filter(|next| joined(next) && capitalised(next)) else {
        return false;
    };
    let initial =
        |form: &str| form.len() == 2 && form.ends_with('.') && form.starts_with(|c: char| c.is_ascii_uppercase());
    let named = words.class(next.hash()).any(Class::GIVEN.or(Class::SURNAME));
    end > 1 && initial(form(end - 1)) && (named || initial(form(end - 2)) || initial(form(end)))
}

/// Whether a line is set in capitals, so that its case tells nothing.
fn in_capitals(tokens: &[Token]) -> bool {
    let (upper, other) = tokens.iter().fold((0, 0), |(upper, other), token| match token.shape() {
        Shape::Upper => (upper + 1, other),
        Shape::Lower | Shape::Capital => (upper, other + 1),
        _ => (upper, other),
    });
    upper >= 3 && upper > 2 * other
}

/// Steps back over the particles that may begin a name.
fn lead(tokens: &[Token], at: usize, floor: usize, words: &Words) -> usize {
    let mut first = at;
    while first > floor && first + 2 > at && joined(&tokens[first]) && is(&tokens[first - 1], words, Class::LEAD) {
        first -= 1;
    }
    first
}

/// The end of the tokens that hyphens join to the one at `at`.
fn hyphened(text: &str, tokens: &[Token], at: usize) -> usize {
    let glued = |at: usize| tokens.get(at).is_some_and(|token| token.before() == Before::Nothing);
    let hyphen = |at: usize| tokens.get(at).is_some_and(|token| is_hyphen(&text[token.span().range()]));
    let mut end = at + 1;
    while glued(end) && hyphen(end) && glued(end + 1) && tokens[end + 1].kind() == TokenKind::Word && end < at + 6 {
        end += 2;
    }
    end
}

/// Whether a token follows the one before it in the same line.
fn joined(token: &Token) -> bool {
    matches!(token.before(), Before::Nothing | Before::Space)
}

/// Whether a token in lower case, in the same line as the one before it, is of a class.
fn is(token: &Token, words: &Words, class: Class) -> bool {
    token.kind() == TokenKind::Word
        && token.shape() == Shape::Lower
        && joined(token)
        && token.span().len() <= 6
        && words.class(token.hash()).any(class)
}
