//! Where words and sentences begin and end.

mod token;

pub use token::{Before, Sentence, Shape, Token, TokenKind};
