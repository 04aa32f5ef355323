//! The token and the sentence: what segmentation yields.

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// The hash of its folded form, to look it up by; 0 where it is longer than any word.
    pub(crate) hash: u32,
    pub(crate) kind: TokenKind,
    pub(crate) shape: Shape,
    pub(crate) before: Before,
    /// Whether it is a part of a contraction that begins with the token before it.
    pub(crate) part: bool,
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

impl Token {
    pub(super) fn new(start: usize, end: usize, hash: u32, kind: TokenKind, shape: Shape, before: Before) -> Token {
        Token { start: start as u32, end: end as u32, hash, kind, shape, before, part: false }
    }

    /// Its place in the text, in bytes.
    pub fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    /// What it is.
    pub fn kind(&self) -> TokenKind {
        self.kind
    }

    /// The hash of its folded form, to look it up by: what [`hash`](super::hash) gives for the same word.
    pub fn hash(&self) -> u32 {
        self.hash
    }

    /// How its letters are cased.
    pub fn shape(&self) -> Shape {
        self.shape
    }

    /// Whether it is a part of a contraction, not the first: `n't` of `don't`.
    pub fn is_part(&self) -> bool {
        self.part
    }

    /// What stands between it and the token before.
    pub fn before(&self) -> Before {
        self.before
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
