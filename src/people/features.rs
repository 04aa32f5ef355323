//! What the tagger looks at: a word and its neighbours as rows of the table of weights.

use std::ops::Range;

use crate::segment::{Segmentation, Shape, Token, TokenKind};

use super::runs::{Run, Runs};
use super::words::{Class, Folded, Words, hash, mix};

/// The number of rows in the table of weights.
pub(crate) const ROWS: usize = 1 << 17;

/// A word as features see it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Word {
    /// The hash of its folded form.
    pub form: u32,
    /// Its case and signs, in a small number.
    pub shape: u32,
    /// What the lists say of it.
    pub class: Class,
    /// Its first two and three letters, its last two, three and four, as hashes.
    affixes: [u32; 5],
}

/// Stands for what lies outside the sentence.
const OUTSIDE: Word = Word { form: 1, shape: 1, class: Class(0), affixes: [1; 5] };

/// Where affixes count: those of lower-case neighbours are not looked at.
impl Word {
    /// Looks at a token, or at tokens that hyphens join.
    fn new(text: &str, tokens: &[Token], words: &Words, capitals: bool) -> Word {
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return OUTSIDE };
        let form = &text[first.span().start()..last.span().end()];
        let folded = Folded::new(form);
        let bytes = folded.bytes();
        let hashed = hash(bytes);
        Word { form: hashed, shape: shape(form, first, capitals), class: words.class(hashed), affixes: affixes(bytes) }
    }

    /// Its class without what only tells gender.
    fn kind(&self) -> u32 {
        self.class.0 & !UNLEARNED
    }

    /// What names it may be part of.
    fn naming(&self) -> u32 {
        self.class.0 & (Class::GIVEN.0 | Class::SURNAME.0 | Class::PLACE.0 | Class::COMMON.0) | self.shape << 26
    }
}

fn affixes(bytes: &[u8]) -> [u32; 5] {
    let letter = |byte: &u8| byte & 0xc0 != 0x80;
    let head = |count: usize| {
        let end =
            bytes.iter().enumerate().filter(|(_, byte)| letter(byte)).nth(count).map_or(bytes.len(), |(at, _)| at);
        hash(&bytes[..end])
    };
    let mut starts = bytes.iter().enumerate().rev().filter(|(_, byte)| letter(byte)).map(|(at, _)| at);
    let mut tail = |skip: usize| hash(&bytes[starts.nth(skip).unwrap_or(0)..]);
    [head(2), head(3), tail(1), tail(0), tail(0)]
}

fn shape(form: &str, token: &Token, capitals: bool) -> u32 {
    let case = match token.kind() {
        TokenKind::Word => match token.shape() {
            Shape::None => 0,
            Shape::Lower => 1,
            Shape::Capital if form.chars().filter(|c| c.is_alphabetic()).count() == 1 => 2,
            Shape::Capital => 3,
            Shape::Upper if capitals => 4,
            Shape::Upper => 5,
            _ => 6,
        },
        TokenKind::Number => 8 + form.len().min(5) as u32,
        TokenKind::Punctuation | TokenKind::Symbol => return 16 + (hash(form.as_bytes()) & 15),
        _ => 15,
    };
    let sign = if form.contains('-') {
        1
    } else if form.contains('.') {
        2
    } else if form.contains(['\'', '\u{2019}']) {
        3
    } else {
        0
    };
    case | sign << 5
}

/// The classes that the tagger does not look at.
const UNLEARNED: u32 = Class::FEMALE.0 | Class::MALE.0 | Class::FIRST.0 | Class::SECOND.0 | Class::ENDING.0;

/// The words of a run with two neighbours on each side.
pub(crate) struct Window {
    words: Vec<Word>,
    /// How many of them stand before the run.
    skip: usize,
    len: usize,
    /// Features of the run as a whole.
    whole: Whole,
}

#[derive(Clone, Copy, Debug, Default)]
struct Whole {
    /// Whether the sentence begins with it.
    starts: bool,
    /// What any of its words may be.
    any: u32,
    language: u32,
}

/// How many neighbours are looked at on each side.
const AROUND: usize = 3;

impl Window {
    /// An empty window, to be filled.
    pub(crate) fn new() -> Window {
        Window { words: Vec::new(), skip: AROUND, len: 0, whole: Whole::default() }
    }

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
        let look = |range: Range<usize>| {
            tokens.get(range).map_or(OUTSIDE, |tokens| Word::new(text, tokens, words, run.capitals))
        };
        let outside = |at: Option<usize>| match at {
            Some(at) if run.sentence.contains(&at) => look(at..at + 1),
            _ => OUTSIDE,
        };
        self.words.extend((1..=AROUND).rev().map(|back| outside(first.start.checked_sub(back))));
        self.words.extend(pieces.iter().map(|piece| look(piece.clone())));
        self.words.extend((0..AROUND).map(|ahead| outside(Some(last.end + ahead))));
        self.len = pieces.len();
        let any = self.run().iter().fold(0, |any, word| any | word.class.0);
        self.whole = Whole { starts: first.start == run.sentence.start, any, language };
    }

    /// The words of the run.
    pub(crate) fn run(&self) -> &[Word] {
        &self.words[self.skip..self.skip + self.len]
    }

    /// Calls `use_row` with the row of each feature of the word at `at` of the run.
    pub(crate) fn features(&self, at: usize, mut use_row: impl FnMut(usize)) {
        let centre = self.skip + at;
        let word = |offset: isize| &self.words[(centre as isize + offset) as usize];
        let mut number = 0;
        let mut emit = |parts: &[u32]| {
            number += 1;
            let row = parts.iter().fold(number, |row, &part| mix(row, part));
            use_row(row as usize & (ROWS - 1));
        };
        let (w, l, r) = (word(0), word(-1), word(1));
        let (ll, rr) = (word(-2), word(2));
        let language = self.whole.language;
        let place = (at.min(2) as u32) | ((self.len - 1 - at).min(2) as u32) << 2;
        let before = &self.words[self.skip - 1];
        let before2 = &self.words[self.skip - 2];
        let after = &self.words[self.skip + self.len];
        let after2 = &self.words[self.skip + self.len + 1];
        let last = &self.words[self.skip + self.len - 1];
        let first = &self.words[self.skip];
        // The word itself.
        emit(&[language]);
        emit(&[w.form]);
        emit(&[w.form, w.shape]);
        for affix in w.affixes {
            emit(&[affix]);
        }
        emit(&[w.affixes[3], w.shape]);
        emit(&[w.kind(), w.shape]);
        emit(&[w.naming(), language, place]);
        emit(&[w.shape, place, u32::from(self.whole.starts)]);
        emit(&[w.naming(), u32::from(self.whole.starts && at == 0), language]);
        // Its neighbours.
        emit(&[l.form, language]);
        emit(&[r.form, language]);
        emit(&[ll.form, l.form]);
        emit(&[r.form, rr.form]);
        emit(&[l.form, w.form]);
        emit(&[w.form, r.form]);
        emit(&[l.kind(), w.naming()]);
        emit(&[w.naming(), r.kind()]);
        emit(&[l.kind(), w.naming(), r.kind()]);
        emit(&[l.shape, w.shape, r.shape]);
        emit(&[l.naming(), w.naming(), r.naming()]);
        emit(&[ll.kind(), l.kind()]);
        emit(&[r.kind(), rr.kind()]);
        emit(&[l.form, w.shape, r.shape]);
        emit(&[w.affixes[3], r.affixes[3]]);
        emit(&[l.affixes[3], w.affixes[3]]);
        // What stands around the run.
        emit(&[before.form, place, language]);
        emit(&[after.form, place, language]);
        emit(&[before2.form, before.form, at.min(1) as u32]);
        emit(&[after.form, after2.form, u32::from(at + 1 == self.len)]);
        emit(&[before.kind(), before.shape, place]);
        emit(&[after.kind(), after.shape, place]);
        emit(&[before.kind(), before.shape, after.kind(), after.shape, self.len as u32]);
        emit(&[before2.kind(), before.kind(), w.naming()]);
        // The run as a whole.
        emit(&[self.whole.any & RUN_CLASSES, place]);
        emit(&[last.form, at.min(3) as u32]);
        emit(&[first.form, at.min(3) as u32]);
        emit(&[first.naming(), last.naming(), self.len as u32, at as u32]);
    }
}

/// The classes that tell something of a run when any of its words may be of them.
const RUN_CLASSES: u32 = Class::ADDRESS.0
    | Class::RANK.0
    | Class::BODY.0
    | Class::SITE.0
    | Class::WORK.0
    | Class::GIVEN.0
    | Class::SURNAME.0
    | Class::PLACE.0
    | Class::JUNIOR.0
    | Class::ROLE.0;
