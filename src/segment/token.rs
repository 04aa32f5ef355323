//! The token and the sentence: what segmentation yields.

use std::num::NonZeroU32;

use crate::span::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum TokenKind {
    /// Letters, with the apostrophe, hyphens or points that belong to them: `l'`, `peut-être`, `M.`, `U.S.`.
    Word,
    /// Begins with a digit (or a sign and a digit): `17`, `1er`, `50 000`, `25/01/06`, `22:30`.
    Number,
    /// Punctuation: `.`, `...`, `«`, `--`.
    Punctuation,
    /// Another sign: `€`, `%`, `°C`, an emoji sequence.
    Symbol,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// `#word`.
    Hashtag,
    /// `@name`.
    Mention,
}

/// How the letters of a token are cased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Shape {
    /// No letter that has a case.
    None,
    /// `lower`.
    Lower,
    /// `Capital`: the first letter alone is upper case, or it is one upper-case letter.
    Capital,
    /// `UPPER`: two upper-case letters or more and no lower-case one.
    Upper,
    /// `mIxed`, `McDonald`, `OpenAI`.
    Mixed,
}

/// A token: its place, its kind, its case, and what stands before it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Token {
    start: u32,
    /// The hash of its folded form, to look it up by; 0 where it is longer than any word.
    hash: u32,
    /// Above the lowest bit, which is set: its kind, its case, what stands before it, whether it is a part of a contraction
    /// that begins with the token before it, whether it is plain, and its length.
    packed: NonZeroU32,
}

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Before {
    /// Nothing: the two touch.
    Nothing,
    /// White space without a line end.
    Space,
    /// One line end.
    Line,
    /// An empty line, or the beginning of the text.
    Paragraph,
}

const KIND: u32 = 1;
const SHAPE: u32 = 4;
const BEFORE: u32 = 7;
const PART: u32 = 1 << 9;
const PLAIN: u32 = 1 << 10;
const LENGTH: u32 = 11;

impl Token {
    /// The most bytes that a token has.
    pub(super) const LONGEST: usize = (1 << (32 - LENGTH)) - 1;

    #[inline]
    pub(super) fn new(start: usize, end: usize, hash: u32, kind: TokenKind, shape: Shape, before: Before) -> Token {
        let told = (kind as u32) << KIND | (shape as u32) << SHAPE | (before as u32) << BEFORE;
        let packed = NonZeroU32::MIN | told | ((end - start) as u32) << LENGTH;
        Token { start: start as u32, hash, packed }
    }

    /// The same as a part of a contraction, where it is one.
    pub(super) fn part(self, part: bool) -> Token {
        Token { packed: self.packed | if part { PART } else { 0 }, ..self }
    }

    /// The same, known to have neither figures nor hyphens.
    #[inline]
    pub(super) fn plain(self) -> Token {
        Token { packed: self.packed | PLAIN, ..self }
    }

    /// The same up to the end of a later one.
    pub(super) fn up_to(self, last: Token) -> Token {
        let length = (last.end() - self.start()).min(Token::LONGEST) as u32;
        let told = self.packed.get() & (PLAIN - 1);
        Token { packed: NonZeroU32::MIN | told | length << LENGTH, ..self }
    }

    #[inline]
    pub(crate) fn start(&self) -> usize {
        self.start as usize
    }

    #[inline]
    pub(crate) fn end(&self) -> usize {
        self.start.wrapping_add(self.packed.get() >> LENGTH) as usize
    }

    #[inline]
    pub(super) fn len(&self) -> usize {
        (self.packed.get() >> LENGTH) as usize
    }

    /// Its place in the text, in bytes.
    #[inline]
    pub fn span(&self) -> Span {
        Span::new(self.start(), self.end())
    }

    /// What it is.
    #[inline]
    pub fn kind(&self) -> TokenKind {
        match self.packed.get() >> KIND & 7 {
            0 => TokenKind::Word,
            1 => TokenKind::Number,
            2 => TokenKind::Punctuation,
            3 => TokenKind::Symbol,
            4 => TokenKind::Url,
            5 => TokenKind::Email,
            6 => TokenKind::Hashtag,
            _ => TokenKind::Mention,
        }
    }

    /// The hash of its folded form, to look it up by: what [`hash`](super::hash) gives for the same word.
    #[inline]
    pub fn hash(&self) -> u32 {
        self.hash
    }

    /// How its letters are cased.
    #[inline]
    pub fn shape(&self) -> Shape {
        match self.packed.get() >> SHAPE & 7 {
            0 => Shape::None,
            1 => Shape::Lower,
            2 => Shape::Capital,
            3 => Shape::Upper,
            _ => Shape::Mixed,
        }
    }

    /// Whether any of its letters is a capital.
    #[inline]
    pub(crate) fn has_capital(&self) -> bool {
        self.packed.get() >> SHAPE & 7 >= Shape::Capital as u32
    }

    /// Whether it is a part of a contraction, not the first: `n't` of `don't`.
    #[inline]
    pub fn is_part(&self) -> bool {
        self.packed.get() & PART != 0
    }

    /// Whether it is known to have neither figures nor hyphens, as most words are.
    #[inline]
    pub(crate) fn is_plain(&self) -> bool {
        self.packed.get() & PLAIN != 0
    }

    /// What stands between it and the token before.
    #[inline]
    pub fn before(&self) -> Before {
        match self.packed.get() >> BEFORE & 3 {
            0 => Before::Nothing,
            1 => Before::Space,
            2 => Before::Line,
            _ => Before::Paragraph,
        }
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Token")
            .field("span", &self.span())
            .field("kind", &self.kind())
            .field("shape", &self.shape())
            .field("before", &self.before())
            .field("is_part", &self.is_part())
            .finish()
    }
}

/// A sentence: a run of tokens. A line of its own (a heading) is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub(crate) first: u32,
    pub(crate) end: u32,
    pub(crate) span: Span,
}

impl Sentence {
    /// From its first token to its last, in bytes.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Its tokens, as a range of indices into the document's.
    pub fn tokens(&self) -> std::ops::Range<usize> {
        self.first as usize..self.end as usize
    }
}
