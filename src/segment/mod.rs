//! Where words and sentences begin and end.

mod address;
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

pub(crate) use detect::detect;
pub(crate) use fold::{fold, hash_of};
pub use token::{Before, Sentence, Shape, Token, TokenKind};

use crate::language::Language;

use scanner::Scanner;
use words::Words;

/// The tokens and sentences of a text; its memory can be used again.
#[derive(Clone, Debug, Default)]
pub struct Segmentation {
    pub(crate) tokens: Vec<Token>,
    pub(crate) sentences: Vec<Sentence>,
    /// The tokens that may matter to where sentences end.
    notable: Vec<u32>,
}

impl Segmentation {
    /// The tokens, in order.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The sentences, in order.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }
}

/// Whether "don't" is one token or two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Contractions {
    /// One token: `don't`.
    Whole,
    /// Its parts: `do` `n't`.
    #[default]
    Parts,
}

/// Cuts texts of a language into tokens and sentences.
#[derive(Clone, Debug)]
pub struct Segmenter {
    words: &'static Words,
    contractions: Contractions,
}

impl Segmenter {
    /// A segmenter for a language.
    pub fn new(language: Language) -> Segmenter {
        Segmenter { words: Words::of(language), contractions: Contractions::default() }
    }

    /// What becomes of contractions.
    pub fn contractions(mut self, contractions: Contractions) -> Segmenter {
        self.contractions = contractions;
        self
    }

    /// The tokens of a text, one at a time.
    pub fn tokens<'t>(&self, text: &'t str) -> impl Iterator<Item = Token> + use<'t> {
        Scanner::new(text, self.words, self.contractions == Contractions::Parts)
    }

    /// The tokens and sentences of a text.
    pub fn segment(&self, text: &str) -> Segmentation {
        let mut segmentation = Segmentation::default();
        self.segment_into(text, &mut segmentation);
        segmentation
    }

    /// Like [`Segmenter::segment`], into memory that is there.
    pub fn segment_into(&self, text: &str, into: &mut Segmentation) {
        into.tokens.clear();
        into.sentences.clear();
        into.notable.clear();
        let mut scanner = Scanner::new(text, self.words, self.contractions == Contractions::Parts);
        while let Some((token, notable)) = scanner.step() {
            if notable {
                into.notable.push(into.tokens.len() as u32);
            }
            into.tokens.push(token);
        }
        sentence::sentences(text, &into.tokens, &into.notable, self.words, &mut into.sentences);
    }
}

/// The tokens of a text.
pub fn tokens(text: &str) -> impl Iterator<Item = Token> + use<'_> {
    Segmenter::new(guess(text)).tokens(text)
}

/// The sentences of a text.
pub fn sentences(text: &str) -> Vec<Sentence> {
    Segmenter::new(guess(text)).segment(text).sentences
}

fn guess(text: &str) -> Language {
    detect(text, &Language::ALL).unwrap_or(Language::English)
}
