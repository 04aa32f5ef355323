//! What the tagger looks at: a word and its neighbours as numbers.

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
const LEARNED: u32 = !(Class::FEMALE.0
    | Class::MALE.0
    | Class::FIRST.0
    | Class::SECOND.0
    | Class::ENDING.0
    | Class::NAMESAKE.0
    | Class::STORM.0
    | Class::POSSESSIVE.0);

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
        let last = token.span().end().checked_sub(1).and_then(|last| text.as_bytes().get(last));
        Word::of(token.hash(), shape(token.span().len(), token, false) | last.map_or(0, sign) << 5, words)
    }

    /// Looks at a word of a run: a token, or tokens that hyphens join.
    fn inside(text: &str, tokens: &[Token], words: &Words, capitals: bool) -> Word {
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return OUTSIDE };
        let form = &text[first.span().start()..last.span().end()];
        let hashed = if tokens.len() == 1 { first.hash() } else { hash(form) };
        let signs = form.bytes().map(|byte| sign(&byte)).max().unwrap_or_default();
        let shape = shape(form.len(), first, capitals) | signs << 5;
        let word = Word::of(hashed, shape, words);
        if form.is_ascii() {
            let letters = form.bytes().map(|byte| u32::from(byte.to_ascii_lowercase()));
            Word { heads: heads(letters.clone()), tails: tails(letters.rev()), ..word }
        } else {
            let letters = form.chars().map(|c| c.to_lowercase().next().unwrap_or(c) as u32);
            Word { heads: heads(letters.clone()), tails: tails(letters.rev()), ..word }
        }
    }

    fn of(form: u32, shape: u32, words: &Words) -> Word {
        let class = words.class(form).0 & LEARNED;
        Word { form, shape, class, naming: class & NAMING | shape << 8, ..Word::default() }
    }
}

/// The first two and three letters.
fn heads(mut letters: impl Iterator<Item = u32>) -> [u32; 2] {
    let mut next = || letters.next().unwrap_or_default();
    let two = next() << 10 ^ next();
    [two, two << 10 ^ next() | 1 << 31]
}

/// The last two, three and four letters, from the last.
fn tails(mut letters: impl Iterator<Item = u32>) -> [u32; 3] {
    let mut next = || letters.next().unwrap_or_default();
    let two = next() << 8 ^ next();
    let three = two << 8 ^ next();
    [two, three | 1 << 30, three << 7 ^ next() | 1 << 31]
}

/// A word's case in a number under 32.
fn shape(length: usize, token: &Token, capitals: bool) -> u32 {
    match token.kind() {
        TokenKind::Word => match token.shape() {
            Shape::None => 0,
            Shape::Lower => 1,
            Shape::Capital if length <= 2 => 2,
            Shape::Capital => 3,
            Shape::Upper if capitals => 4,
            Shape::Upper => 5,
            _ => 6,
        },
        TokenKind::Number => 8 + length.min(5) as u32,
        TokenKind::Punctuation | TokenKind::Symbol => 16 + (token.hash() & 15),
        _ => 15,
    }
}

/// A byte of a word as one of its signs.
fn sign(byte: &u8) -> u32 {
    match byte {
        b'-' => 1,
        b'.' => 2,
        b'\'' | 0xe2 => 3,
        _ => 0,
    }
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
        let outside = |at: usize| match tokens.get(at).filter(|_| run.sentence.contains(&at)) {
            Some(token) => Word::outside(text, token, words),
            None => OUTSIDE,
        };
        for back in (1..=AROUND).rev() {
            self.words.push(outside(first.start.wrapping_sub(back)));
        }
        for piece in pieces {
            let mut word = Word::inside(text, tokens.get(piece.clone()).unwrap_or_default(), words, run.capitals);
            word.lowered = u32::from(runs.lowered.has(word.form));
            self.words.push(word);
        }
        for ahead in 0..AROUND {
            self.words.push(outside(last.end + ahead));
        }
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
    pub(crate) fn features(&self, at: usize, mut see: impl FnMut(u64)) {
        let Some([ll, l, w, r, rr]) = self.words.get(at..).and_then(|words| words.first_chunk()) else { return };
        let (Some([before2, before]), Some([after, after2])) = (self.words.first_chunk(), self.words.last_chunk())
        else {
            return;
        };
        let (Some(first), Some(last)) = (self.words.get(AROUND), self.words.get(AROUND + self.len - 1)) else { return };
        let (len, language) = (self.len as u32, self.language);
        let left = self.len - 1 - at;
        let place = (at.min(2) | left.min(2) << 2) as u32;
        let start = self.starts << 1 | u32::from(at == 0);
        let features = [
            // The word itself.
            two(language, 0),
            two(w.form, 0),
            two(w.heads[0], 0),
            two(w.heads[1], 0),
            two(w.tails[0], 0),
            two(w.tails[1], 0),
            two(w.tails[2], 0),
            two(w.class, w.shape),
            three(w.naming, language, place),
            three(w.shape, place, self.starts),
            three(w.naming, start | (w.lowered & start & start >> 1) << 2, language),
            // Its neighbours.
            two(l.form, language),
            two(r.form, language),
            two(l.form, w.form),
            two(w.form, r.form),
            three(l.class, w.naming, r.class),
            three(l.shape, w.shape, r.shape),
            three(l.naming, w.naming, r.naming),
            two(ll.class, l.class),
            two(r.class, rr.class),
            // What stands around the run.
            three(before.form, place, language),
            three(after.form, place, language),
            three(before2.form, before.form, u32::from(at > 0)),
            three(after.form, after2.form, u32::from(left > 0)),
            three(before.class, before.shape, place),
            three(after.class, after.shape, place),
            three(before.class ^ before.shape << 24, after.class ^ after.shape << 24, len),
            three(before2.class, before.class, w.naming),
            // The run as a whole.
            two(self.any, place),
            two(last.form, at.min(3) as u32),
            two(first.form, at.min(3) as u32),
            three(first.naming, last.naming, len << 4 | at as u32),
        ];
        let mut kind = 0_u64;
        for &feature in &features {
            kind = kind.wrapping_add(0x9e37_79b9_7f4a_7c15);
            see((feature ^ kind).wrapping_mul(0xbf58_476d_1ce4_e5b9));
        }
    }
}

fn two(a: u32, b: u32) -> u64 {
    u64::from(a) | u64::from(b) << 32
}

fn three(a: u32, b: u32, c: u32) -> u64 {
    two(a, b) ^ u64::from(c).wrapping_mul(0xd6e8_feb8_6659_fd93)
}
