//! Where words and sentences begin and end: usable alone.
//!
//! ```
//! use chronique::segment;
//!
//! let text = "L’avion de M. Dupont s’est posé à 20h30, dit-il. Personne n’a été blessé.";
//! let tokens: Vec<&str> = segment::tokens(text).map(|token| &text[token.span().range()]).collect();
//! assert_eq!(tokens[..8], ["L’", "avion", "de", "M.", "Dupont", "s’", "est", "posé"]);
//! assert_eq!(tokens[8..16], ["à", "20", "h", "30", ",", "dit", "-il", "."]);
//!
//! let sentences: Vec<&str> = segment::sentences(text).map(|sentence| &text[sentence.span().range()]).collect();
//! assert_eq!(sentences[1], "Personne n’a été blessé.");
//! ```
//!
//! # Convention
//!
//! Tokens are those of the treebanks of [Universal Dependencies](https://universaldependencies.org/u/overview/tokenization.html) for
//! French and English; letters of other scripts are cut at the word boundaries of [UAX #29](https://www.unicode.org/reports/tr29/), and
//! no grapheme cluster is ever cut. White space and invisible characters are in no token.
//!
//! | what | French | English |
//! | --- | --- | --- |
//! | apostrophes | `l’`\|`appel`, `jusqu’`\|`à`; `aujourd’hui`, `quelqu’un`, `l’on` | `don’t`, or its [parts](Contractions::Parts); `o’clock` |
//! | hyphens | `peut-être`, `Pays-Bas`; clitics `dites`\|`-le`\|`-moi`, `a`\|`-t-il`, `jour`\|`-là`; spans `juin`\|`-`\|`juillet` | `well`\|`-`\|`known`; `e-mail`, `non-profit` |
//! | numbers | `50 000`, `1,75`, `25/01/06`, `2004-2005`, `1er`, `XVIIe` | `5,000`, `3.5`, `9/11`, `10:30`, `17th`, `1990s` |
//! | units | `20`\|`h`\|`30`, `60`\|`€`, `20`\|`%`, `8`\|`°C` | `10`\|`pm`, `$`\|`5`, `10`\|`km` |
//! | points | `M.`, `J.-C.`, `janv.`, `O.N.U.` | `Mr.`, `U.S.`, `a.m.`, `Inc.` |
//! | marks | `...`, `--`, `?!`, `:-)` | the same |
//! | addresses | URLs, e-mail addresses, `#mots-clés`, `@noms` | the same |
//!
//! A line end ends a sentence, so that a heading is one; hard-wrapped text must be unwrapped before.
//!
//! Time and memory are linear in the text, whatever the text; no token costs an allocation.

mod address;
mod block;
mod class;
mod detect;
mod fold;
mod item;
mod mark;
mod number;
mod plain;
mod scanner;
mod sentence;
mod token;
mod word;
mod words;

#[cfg(test)]
mod tests;

pub(crate) use detect::{detect, elsewhere};
pub use fold::hash_folded as hash;
pub(crate) use fold::{fold, hash_of, lower_case};
pub use token::{Before, Sentence, Shape, Token, TokenKind};

use crate::language::Language;

pub(crate) use words::frequent;

use scanner::Scanner;
use words::Words;

/// The tokens and sentences of a text; its memory can be used again, by [`Segmenter::segment_into`].
#[derive(Clone, Debug, Default)]
pub struct Segmentation {
    pub(crate) tokens: Vec<Token>,
    pub(crate) sentences: Vec<Sentence>,
    /// The tokens that may matter to where sentences end: all but words of letters in the middle of a line.
    pub(crate) notable: Vec<u32>,
}

impl Segmentation {
    /// The tokens, in order.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The sentences, in order: every token is in one.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }
}

/// About as many bytes of running text as there are to a token, with the space before it.
const BYTES_A_TOKEN: usize = 5;
/// About as many as there are to a sentence that is not short.
const BYTES_A_SENTENCE: usize = 160;

/// Adds to a list that grows with the text: by an eighth where it is full, and not to twice its length.
#[inline]
pub(crate) fn add<T>(list: &mut Vec<T>, item: T) {
    if list.len() == list.capacity() {
        list.reserve_exact(list.len() / 8 + 32);
    }
    list.push(item);
}

/// Whether "don't" is one token or two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Contractions {
    /// One token, as written: `don't`, `Anna's`, `cannot`.
    #[default]
    Whole,
    /// The parts that are words of their own: `do` `n't`, `Anna` `'s`, `can` `not`.
    Parts,
}

/// Cuts texts of a language into tokens and sentences.
///
/// ```
/// use chronique::Language;
/// use chronique::segment::{Contractions, Segmenter};
///
/// let text = "They don't know.";
/// let segmenter = Segmenter::new(Language::English);
/// assert_eq!(segmenter.tokens(text).count(), 4);
/// let segmenter = segmenter.contractions(Contractions::Parts);
/// let tokens: Vec<&str> = segmenter.tokens(text).map(|token| &text[token.span().range()]).collect();
/// assert_eq!(tokens, ["They", "do", "n't", "know", "."]);
/// ```
#[derive(Clone, Debug)]
pub struct Segmenter {
    words: &'static Words,
    contractions: Contractions,
}

impl Segmenter {
    /// A segmenter for a language, which leaves contractions whole.
    pub fn new(language: Language) -> Segmenter {
        Segmenter { words: Words::of(language), contractions: Contractions::default() }
    }

    /// The same, with this choice about contractions.
    pub fn contractions(mut self, contractions: Contractions) -> Segmenter {
        self.contractions = contractions;
        self
    }

    /// The tokens of a text, one at a time.
    ///
    /// Of a text longer than 4 GiB, the beginning is read, here as in the other methods: offsets have 32 bits. What would be
    /// one token of more than 4 MiB is cut.
    pub fn tokens<'t>(&self, text: &'t str) -> impl Iterator<Item = Token> + use<'t> {
        self.scanner(text)
    }

    /// The tokens and sentences of a text.
    pub fn segment(&self, text: &str) -> Segmentation {
        let mut segmentation = Segmentation::default();
        self.segment_into(text, &mut segmentation);
        segmentation
    }

    /// Like [`Segmenter::segment`], into memory that is there.
    pub fn segment_into(&self, text: &str, into: &mut Segmentation) {
        let Segmentation { tokens, sentences, notable } = into;
        let (mut list, mut marked) = (std::mem::take(tokens), std::mem::take(notable));
        list.clear();
        list.reserve(text.len() / BYTES_A_TOKEN);
        sentences.clear();
        sentences.reserve(text.len() / BYTES_A_SENTENCE);
        marked.clear();
        marked.reserve(2 * text.len() / BYTES_A_SENTENCE);
        let mut scanner = self.scanner(text);
        while let Some(token) = scanner.next() {
            if scanner.notable {
                marked.push(list.len() as u32);
            }
            add(&mut list, token);
        }
        sentence::sentences(text, &list, &marked, self.words, sentences);
        (*tokens, *notable) = (list, marked);
    }

    fn scanner<'t>(&self, text: &'t str) -> Scanner<'t> {
        Scanner::new(text, self.words, self.contractions == Contractions::Parts)
    }
}

/// The tokens of a text in French or English, whichever its words speak for; contractions are whole.
///
/// ```
/// let text = "It isn't 10pm yet.";
/// let tokens: Vec<&str> = chronique::segment::tokens(text).map(|token| &text[token.span().range()]).collect();
/// assert_eq!(tokens, ["It", "isn't", "10", "pm", "yet", "."]);
/// ```
pub fn tokens(text: &str) -> impl Iterator<Item = Token> + use<'_> {
    Segmenter::new(guess(text)).tokens(text)
}

/// The sentences of a text in French or English, whichever its words speak for.
///
/// ```
/// let text = "A heading\n\nMr. Smith lives in the U.S. He came in 2019.";
/// let sentences: Vec<&str> =
///     chronique::segment::sentences(text).map(|sentence| &text[sentence.span().range()]).collect();
/// assert_eq!(sentences, ["A heading", "Mr. Smith lives in the U.S.", "He came in 2019."]);
/// ```
pub fn sentences(text: &str) -> impl Iterator<Item = Sentence> {
    Segmenter::new(guess(text)).segment(text).sentences.into_iter()
}

/// Tokens with the parts of contractions joined again, as [`Contractions::Whole`] has them.
///
/// ```
/// use chronique::Language;
/// use chronique::segment::{Contractions, Segmenter, whole};
///
/// let text = "Anna's here.";
/// let parts = Segmenter::new(Language::English).contractions(Contractions::Parts).segment(text);
/// assert_eq!(parts.tokens().len(), 4);
/// assert_eq!(whole(parts.tokens()).next().unwrap().span().range(), 0.."Anna's".len());
/// ```
pub fn whole(tokens: &[Token]) -> impl Iterator<Item = Token> {
    tokens.chunk_by(|_, next| next.is_part()).map(|parts| parts[0].up_to(parts[parts.len() - 1]))
}

fn guess(text: &str) -> Language {
    detect(text, &Language::ALL).unwrap_or(Language::English)
}
