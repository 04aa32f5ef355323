//! Quotations and parentheses: what is said inside them does not move the story on.

use crate::segment::{Before, Segmentation, Token, TokenKind};

/// A cursor that knows whether a token stands in a quotation or in parentheses.
pub(super) struct Nesting<'a> {
    text: &'a str,
    tokens: &'a [Token],
    /// The tokens to come that may be marks, or begin a line.
    notable: &'a [u32],
    brackets: u32,
    quotes: u32,
    straight: bool,
}

impl<'a> Nesting<'a> {
    pub(super) fn new(text: &'a str, segmentation: &'a Segmentation) -> Nesting<'a> {
        let Segmentation { tokens, notable, .. } = segmentation;
        Nesting { text, tokens, notable, brackets: 0, quotes: 0, straight: false }
    }

    /// Whether the token of that number, not before the one last asked for, stands inside.
    pub(super) fn is_inside(&mut self, number: usize) -> bool {
        while let Some((&at, after)) = self.notable.split_first().filter(|&(&at, _)| at as usize <= number) {
            let token = &self.tokens[at as usize];
            self.notable = after;
            if token.before() >= Before::Line {
                (self.brackets, self.quotes, self.straight) = (0, 0, false);
            }
            if token.kind() == TokenKind::Punctuation {
                self.pass(token);
            }
        }
        self.brackets > 0 || self.quotes > 0 || self.straight
    }

    /// Passes a mark: the guillemets and quotation marks of Unicode by their bytes.
    fn pass(&mut self, token: &Token) {
        match self.text.as_bytes()[token.span().range()] {
            [b'(' | b'['] => self.brackets += 1,
            [b')' | b']'] => self.brackets = self.brackets.saturating_sub(1),
            [0xc2, 0xab] | [0xe2, 0x80, 0x9c | 0x9e] => self.quotes += 1,
            [0xc2, 0xbb] | [0xe2, 0x80, 0x9d] => self.quotes = self.quotes.saturating_sub(1),
            [b'"'] => self.straight = !self.straight,
            _ => {}
        }
    }
}
