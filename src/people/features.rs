//! What the tagger looks at: a word and its neighbours as numbers.

use std::ops::Range;

use crate::segment::{Segmentation, Shape, Token, TokenKind, hash};

use super::runs::{Run, Runs};
use super::words::{Class, Words};

/// How many neighbours of a run are looked at on each side.
const AROUND: usize = 2;

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
    /// Whether the document also writes it in lower case.
    lowered: u32,
}

/// Stands for what lies outside the sentence.
const OUTSIDE: Word = Word { form: 1, shape: 1, class: 0, naming: 1, heads: [1; 2], tails: [1; 3], lowered: 0 };

/// The classes that the tagger looks at.
const LEARNED: u32 =
    !(Class::FEMALE.0 | Class::MALE.0 | Class::FIRST.0 | Class::SECOND.0 | Class::ENDING.0 | Class::NAMESAKE.0);

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
    fn outside(text: &str, token: &Token, words: &Words) -> Word {
        let form = &text[token.span().range()];
        Word::of(token.hash(), shape(form, token, false), words)
    }

    /// Looks at a word of a run: a token, or tokens that hyphens join.
    fn inside(text: &str, tokens: &[Token], words: &Words, capitals: bool) -> Word {
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return OUTSIDE };
        let form = &text[first.span().start()..last.span().end()];
        let hashed = if tokens.len() == 1 { first.hash() } else { hash(form) };
        Word { heads: heads(form), tails: tails(form), ..Word::of(hashed, shape(form, first, capitals), words) }
    }

    fn of(form: u32, shape: u32, words: &Words) -> Word {
        let class = words.class(form).0 & LEARNED;
        Word { form, shape, class, naming: class & NAMING | shape << 8, ..Word::default() }
    }
}

fn lower(c: char) -> u32 {
    if c.is_ascii() { c.to_ascii_lowercase() as u32 } else { c.to_lowercase().next().unwrap_or(c) as u32 }
}

/// The first two and three letters.
fn heads(form: &str) -> [u32; 2] {
    let mut letters = form.chars().map(lower);
    let mut next = || letters.next().unwrap_or_default();
    let two = next() << 10 ^ next();
    [two, two << 10 ^ next() | 1 << 31]
}

/// The last two, three and four letters.
fn tails(form: &str) -> [u32; 3] {
    let mut letters = form.chars().rev().map(lower);
    let mut next = || letters.next().unwrap_or_default();
    let two = next() << 8 ^ next();
    let three = two << 8 ^ next();
    [two, three | 1 << 30, three << 7 ^ next() | 1 << 31]
}

/// A word's case and signs in a number under 256.
fn shape(form: &str, token: &Token, capitals: bool) -> u32 {
    let case = match token.kind() {
        TokenKind::Word => match token.shape() {
            Shape::None => 0,
            Shape::Lower => 1,
            Shape::Capital if form.len() <= 2 => 2,
            Shape::Capital => 3,
            Shape::Upper if capitals => 4,
            Shape::Upper => 5,
            _ => 6,
        },
        TokenKind::Number => 8 + form.len().min(5) as u32,
        TokenKind::Punctuation | TokenKind::Symbol => return 16 + (token.hash() & 15),
        _ => 15,
    };
    let sign = |byte| match byte {
        b'-' => 1,
        b'.' => 2,
        b'\'' | 0xe2 => 3,
        _ => 0,
    };
    case | form.bytes().map(sign).max().unwrap_or_default() << 5
}

/// The words of a run with their neighbours, and what is true of the run as a whole.
#[derive(Debug, Default)]
pub(crate) struct Window {
    words: Vec<Word>,
    len: usize,
    /// Whether the sentence begins with the run.
    starts: u32,
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
        let pieces = runs.words(run);
        let tokens = segmentation.tokens();
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return };
        let inside = |range: &Range<usize>| match tokens.get(range.clone()) {
            Some(tokens) => {
                let word = Word::inside(text, tokens, words, run.capitals);
                Word { lowered: u32::from(runs.lowered.has(word.form)), ..word }
            }
            None => OUTSIDE,
        };
        let outside = |at: Option<usize>| match at.filter(|at| run.sentence.contains(at)).and_then(|at| tokens.get(at))
        {
            Some(token) => Word::outside(text, token, words),
            None => OUTSIDE,
        };
        self.words.extend((1..=AROUND).rev().map(|back| outside(first.start.checked_sub(back))));
        self.words.extend(pieces.iter().map(inside));
        self.words.extend((0..AROUND).map(|ahead| outside(Some(last.end + ahead))));
        self.len = pieces.len();
        self.any = self.run().iter().fold(0, |any, word| any | word.class) & TELLING;
        self.starts = u32::from(first.start == run.sentence.start);
        self.language = language;
    }

    /// The words of the run.
    pub(crate) fn run(&self) -> &[Word] {
        self.words.get(AROUND..AROUND + self.len).unwrap_or_default()
    }

    /// Calls `see` with the number of each feature of the word at `at` of the run.
    #[inline]
    pub(crate) fn features(&self, at: usize, see: impl FnMut(u64)) {
        let Some([ll, l, w, r, rr]) = self.words.get(at..at + 5) else { return };
        let (Some([before2, before]), Some([after, after2])) = (self.words.first_chunk(), self.words.last_chunk())
        else {
            return;
        };
        let (Some(first), Some(last)) = (self.words.get(AROUND), self.words.get(AROUND + self.len - 1)) else { return };
        let (len, language) = (self.len as u32, self.language);
        let left = self.len - 1 - at;
        let place = (at.min(2) | left.min(2) << 2) as u32;
        let start = self.starts << 1 | u32::from(at == 0);
        let mut rows = Rows { number: 0, see };
        // The word itself.
        rows.add(language, 0, 0);
        rows.add(w.form, 0, 0);
        rows.add(w.form, w.shape, 0);
        rows.add(w.heads[0], 0, 0);
        rows.add(w.heads[1], 0, 0);
        rows.add(w.tails[0], 0, 0);
        rows.add(w.tails[1], 0, 0);
        rows.add(w.tails[2], 0, 0);
        rows.add(w.tails[1], w.shape, 0);
        rows.add(w.class, w.shape, 0);
        rows.add(w.naming, language, place);
        rows.add(w.shape, place, self.starts);
        rows.add(w.naming, start | (w.lowered & start & start >> 1) << 2, language);
        // Its neighbours.
        rows.add(l.form, language, 0);
        rows.add(r.form, language, 0);
        rows.add(ll.form, l.form, 0);
        rows.add(r.form, rr.form, 0);
        rows.add(l.form, w.form, 0);
        rows.add(w.form, r.form, 0);
        rows.add(l.class, w.naming, 0);
        rows.add(w.naming, r.class, 0);
        rows.add(l.class, w.naming, r.class);
        rows.add(l.shape, w.shape, r.shape);
        rows.add(l.naming, w.naming, r.naming);
        rows.add(ll.class, l.class, 0);
        rows.add(r.class, rr.class, 0);
        rows.add(l.form, w.shape, r.shape);
        rows.add(w.tails[1], r.tails[1], 0);
        rows.add(l.tails[1], w.tails[1], 0);
        // What stands around the run.
        rows.add(before.form, place, language);
        rows.add(after.form, place, language);
        rows.add(before2.form, before.form, u32::from(at > 0));
        rows.add(after.form, after2.form, u32::from(left > 0));
        rows.add(before.class, before.shape, place);
        rows.add(after.class, after.shape, place);
        rows.add(before.class ^ before.shape << 24, after.class ^ after.shape << 24, len);
        rows.add(before2.class, before.class, w.naming);
        // The run as a whole.
        rows.add(self.any, place, 0);
        rows.add(last.form, at.min(3) as u32, 0);
        rows.add(first.form, at.min(3) as u32, 0);
        rows.add(first.naming, last.naming, len << 4 | at as u32);
    }
}

/// Turns features into numbers, each with a number of its own.
struct Rows<F> {
    number: u64,
    see: F,
}

impl<F: FnMut(u64)> Rows<F> {
    #[inline(always)]
    fn add(&mut self, a: u32, b: u32, c: u32) {
        self.number += 1;
        let parts = self.number.wrapping_mul(0x9e37_79b9_7f4a_7c15)
            ^ u64::from(a).wrapping_mul(0xbf58_476d_1ce4_e5b9)
            ^ u64::from(b).wrapping_mul(0x94d0_49bb_1331_11eb).rotate_left(21)
            ^ u64::from(c).wrapping_mul(0xd6e8_feb8_6659_fd93).rotate_left(42);
        (self.see)((parts ^ parts >> 32).wrapping_mul(0xe703_7ed1_a0b4_28db));
    }
}
