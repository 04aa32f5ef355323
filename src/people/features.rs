//! What the tagger looks at: a word and its neighbours as numbers.

use crate::segment::{Segmentation, Shape, Token, TokenKind, hash};

use super::runs::{Run, Runs};
use super::words::{Class, Words};

/// How many neighbours of a run are looked at on each side.
const AROUND: usize = 2;

/// How many features a word has.
pub(crate) const FEATURES: usize = 32;

/// A word as features see it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Word {
    /// The hash of its folded form.
    pub form: u32,
    /// Its case and signs, in a small number.
    shape: u32,
    /// What the lists say of it.
    class: u32,
    /// What the lists say of it as a name, and its shape.
    naming: u32,
    /// Its first two and three letters, its last two, three and four, as numbers.
    heads: [u32; 2],
    tails: [u32; 3],
}

/// Stands for what lies outside the sentence.
const OUTSIDE: Word = Word { form: 1, shape: 1, class: 0, naming: 1, heads: [1; 2], tails: [1; 3] };

/// The classes that the tagger looks at.
const LEARNED: u32 = !(Class::FEMALE.0
    | Class::MALE.0
    | Class::FIRST.0
    | Class::SECOND.0
    | Class::ENDING.0
    | Class::NAMESAKE.0
    | Class::STORM.0
    | Class::POSSESSIVE.0
    | Class::PREMISES.0);

/// What of a word's class the tagger looks at: a rank that goes with a given name is one like any other.
#[inline]
fn learned(class: Class) -> u32 {
    let kind = if class.any(Class::RANK) { Class::KIND.0 } else { 0 };
    class.0 & LEARNED & !kind
}

/// The classes of names.
const NAMING: u32 = Class::GIVEN.0 | Class::SURNAME.0 | Class::PLACE.0 | Class::COMMON.0;

/// The classes that tell something of a run when any of its words may be of them.
const TELLING: u32 = NAMING & !Class::COMMON.0
    | Class::ADDRESS.0
    | Class::RANK.0
    | Class::ROLE.0
    | Class::BODY.0
    | Class::SITE.0
    | Class::WORK.0
    | Class::JUNIOR.0;

impl Word {
    /// Looks at a word outside a run: its letters do not count.
    #[inline]
    fn outside(text: &str, token: &Token, words: &Words) -> Word {
        let span = token.span();
        let last = text.as_bytes().get(span.end().wrapping_sub(1)).map_or(0, |&last| SIGNS[usize::from(last)]);
        Word::of(token.hash(), shape(span.len(), token, false) | sign(last) << 5, words)
    }

    /// Looks at a word one further from a run, of which only what it is counts.
    #[inline]
    fn far(token: &Token, words: &Words) -> Word {
        let form = token.hash();
        Word { form, class: learned(words.class(form)), ..Word::default() }
    }

    /// Looks at a word of a run: a token, or tokens that hyphens join.
    #[inline]
    fn inside(text: &str, tokens: &[Token], words: &Words, capitals: bool) -> Word {
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return OUTSIDE };
        let range = first.span().start()..last.span().end();
        let bytes = &text.as_bytes()[range.clone()];
        let signs = bytes.iter().fold(0, |all, &byte| all | SIGNS[usize::from(byte)]);
        let form = if tokens.len() == 1 { first.hash() } else { hash(&text[range.clone()]) };
        let word = Word::of(form, shape(bytes.len(), first, capitals) | sign(signs) << 5, words);
        if signs & WIDE == 0 {
            let letter = |byte: Option<&u8>| byte.map_or(0, |&byte| u32::from(byte | 0x20));
            let last = |back| letter(bytes.len().checked_sub(back).and_then(|at| bytes.get(at)));
            let heads = heads([0, 1, 2].map(|at| letter(bytes.get(at))));
            Word { heads, tails: tails([1, 2, 3, 4].map(last)), ..word }
        } else {
            let lower = |c: char| c.to_lowercase().next().unwrap_or(c) as u32;
            let (mut first, mut last) = (text[range.clone()].chars().map(lower), text[range].chars().rev().map(lower));
            let heads = heads(std::array::from_fn(|_| first.next().unwrap_or_default()));
            Word { heads, tails: tails(std::array::from_fn(|_| last.next().unwrap_or_default())), ..word }
        }
    }

    #[inline]
    fn of(form: u32, shape: u32, words: &Words) -> Word {
        let class = learned(words.class(form));
        Word { form, shape, class, naming: class & NAMING | shape << 8, ..Word::default() }
    }
}

/// Of the first three letters, the first two and all.
fn heads([a, b, c]: [u32; 3]) -> [u32; 2] {
    let two = a << 10 ^ b;
    [two, two << 10 ^ c | 1 << 31]
}

/// Of the last four letters, from the last, the last two, three and all.
fn tails([a, b, c, d]: [u32; 4]) -> [u32; 3] {
    let two = a << 8 ^ b;
    let three = two << 8 ^ c;
    [two, three | 1 << 30, three << 7 ^ d | 1 << 31]
}

/// A word's case in a number under 32.
fn shape(length: usize, token: &Token, capitals: bool) -> u32 {
    match token.kind() {
        TokenKind::Word => match token.shape() {
            Shape::None => 0,
            Shape::Lower => 1,
            Shape::Capital => 3 - u32::from(length <= 2),
            Shape::Upper => 5 - u32::from(capitals),
            _ => 6,
        },
        TokenKind::Number => 8 + length.min(5) as u32,
        TokenKind::Punctuation | TokenKind::Symbol => 16 + (token.hash() & 15),
        _ => 15,
    }
}

/// The bit of a byte that is not ASCII, after those of a hyphen, a point and an apostrophe.
const WIDE: u8 = 8;

/// The bits of each byte.
static SIGNS: [u8; 256] = {
    let mut signs = [0; 256];
    (signs[b'-' as usize], signs[b'.' as usize], signs[b'\'' as usize]) = (1, 2, 4);
    let mut byte = 0x80;
    while byte < 256 {
        signs[byte] = if byte == 0xe2 { WIDE | 4 } else { WIDE };
        byte += 1;
    }
    signs
};

/// The highest of a word's signs, as a number under 4.
fn sign(signs: u8) -> u32 {
    (signs & 7).checked_ilog2().map_or(0, |sign| sign + 1)
}

/// The words of a run with their neighbours, and what is true of the run as a whole.
#[derive(Debug, Default)]
pub(crate) struct Window {
    words: Vec<Word>,
    len: usize,
    /// Whether the sentence begins with the run.
    starts: u32,
    /// Whether it does, and the document writes its first word in lower case too.
    lowered: u32,
    /// What any of its words may be.
    any: u32,
    language: u32,
}

impl Window {
    /// Fills the window with a run.
    pub(crate) fn fill(
        &mut self,
        text: &str,
        segmentation: &Segmentation,
        runs: &Runs,
        run: &Run,
        words: &Words,
        language: u32,
    ) {
        self.words.clear();
        let (pieces, tokens) = (runs.words(run), segmentation.tokens());
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return };
        let line = tokens.get(..run.sentence.end).unwrap_or_default();
        let at = |at: usize| line.get(at).filter(|_| at >= run.sentence.start);
        let near = |token: Option<&Token>| token.map_or(OUTSIDE, |token| Word::outside(text, token, words));
        let far = |token: Option<&Token>| token.map_or(OUTSIDE, |token| Word::far(token, words));
        self.words.push(far(at(first.start.wrapping_sub(2))));
        self.words.push(near(at(first.start.wrapping_sub(1))));
        for piece in pieces {
            self.words.push(Word::inside(text, &tokens[piece.clone()], words, run.capitals));
        }
        self.words.push(near(at(last.end)));
        self.words.push(far(at(last.end + 1)));
        self.len = pieces.len();
        self.any = self.run().iter().fold(0, |any, word| any | word.class) & TELLING;
        self.starts = u32::from(first.start == run.sentence.start);
        self.lowered = u32::from(self.starts == 1 && runs.lowered.has(self.words[AROUND].form));
        self.language = language;
    }

    /// The words of the run.
    pub(crate) fn run(&self) -> &[Word] {
        self.words.get(AROUND..AROUND + self.len).unwrap_or_default()
    }

    /// Hands over the number of each feature of the word at `at` of the run.
    #[inline]
    pub(crate) fn features(&self, at: usize, mut see: impl FnMut(u64)) {
        let around = self.words.get(at..).and_then(|words| words.first_chunk());
        let [ll, l, w, r, rr] = around.unwrap_or(&[OUTSIDE; 5]);
        let [before2, before] = self.words.first_chunk().unwrap_or(&[OUTSIDE; 2]);
        let [after, after2] = self.words.last_chunk().unwrap_or(&[OUTSIDE; 2]);
        let (first, last) = (self.run().first().unwrap_or(w), self.run().last().unwrap_or(w));
        let (len, language) = (self.len as u32, self.language);
        let left = self.len.saturating_sub(1 + at);
        let place = (at.min(2) | left.min(2) << 2) as u32;
        let start = self.starts << 1 | u32::from(at == 0);
        let mut see =
            |kind: u64, feature: u64| see((feature ^ kind.wrapping_mul(KIND)).wrapping_mul(0xbf58_476d_1ce4_e5b9));
        // The word itself.
        see(1, two(language, 0));
        see(2, two(w.form, 0));
        see(3, two(w.heads[0], 0));
        see(4, two(w.heads[1], 0));
        see(5, two(w.tails[0], 0));
        see(6, two(w.tails[1], 0));
        see(7, two(w.tails[2], 0));
        see(8, two(w.class, w.shape));
        see(9, three(w.naming, language, place));
        see(10, three(w.shape, place, self.starts));
        see(11, three(w.naming, start | (self.lowered & start) << 2, language));
        // Its neighbours.
        see(12, two(l.form, language));
        see(13, two(r.form, language));
        see(14, two(l.form, w.form));
        see(15, two(w.form, r.form));
        see(16, three(l.class, w.naming, r.class));
        see(17, three(l.shape, w.shape, r.shape));
        see(18, three(l.naming, w.naming, r.naming));
        see(19, two(ll.class, l.class));
        see(20, two(r.class, rr.class));
        // What stands around the run.
        see(21, three(before.form, place, language));
        see(22, three(after.form, place, language));
        see(23, three(before2.form, before.form, u32::from(at > 0)));
        see(24, three(after.form, after2.form, u32::from(left > 0)));
        see(25, three(before.class, before.shape, place));
        see(26, three(after.class, after.shape, place));
        see(27, three(before.class ^ before.shape << 24, after.class ^ after.shape << 24, len));
        see(28, three(before2.class, before.class, w.naming));
        // The run as a whole.
        see(29, two(self.any, place));
        see(30, two(last.form, at.min(3) as u32));
        see(31, two(first.form, at.min(3) as u32));
        see(32, three(first.naming, last.naming, len << 4 | at as u32));
    }
}

/// What keeps features of different kinds apart.
const KIND: u64 = 0x9e37_79b9_7f4a_7c15;

fn two(a: u32, b: u32) -> u64 {
    u64::from(a) | u64::from(b) << 32
}

fn three(a: u32, b: u32, c: u32) -> u64 {
    two(a, b) ^ u64::from(c).wrapping_mul(0xd6e8_feb8_6659_fd93)
}
