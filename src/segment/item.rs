//! The marks of the items of a list.

use super::token::{Before, Token};

/// The mark of an item: `2.`, `b)`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Item {
    letter: bool,
    number: u32,
    mark: u8,
}

impl Item {
    /// Whether this is the mark that comes after another in a list.
    pub(super) fn follows(self, other: Item) -> bool {
        self == Item { number: other.number + 1, ..other }
    }
}

/// The mark of an item at a token, and how many tokens it has.
pub(super) fn item_at(text: &str, tokens: &[Token], at: usize) -> Option<(Item, usize)> {
    let word = |at: usize| tokens.get(at).map_or("", |token| &text[token.span().range()]);
    let first = word(at);
    let (name, pointed) = first.strip_suffix('.').map_or((first, false), |name| (name, true));
    let letter = matches!(name.as_bytes(), [b'a'..=b'z']);
    let number = match name.as_bytes() {
        [letter @ b'a'..=b'z'] => u32::from(*letter),
        [b'0'..=b'9', ..] if name.len() <= 3 => name.parse().ok()?,
        _ => return None,
    };
    let touches = |at: usize| tokens.get(at).is_some_and(|token| token.before() == Before::Nothing);
    let (mark, length) = match word(at + 1) {
        ")" if touches(at + 1) => (b')', 2),
        "." if !pointed && touches(at + 1) && word(at + 2) == ")" => (b')', 3),
        "." if !pointed && touches(at + 1) => (b'.', 2),
        _ if pointed => (b'.', 1),
        _ => return None,
    };
    Some((Item { letter, number, mark }, length))
}

/// A mark that begins an item of a list.
pub(super) fn is_bullet(word: &str) -> bool {
    matches!(word, "•" | "‣" | "◦" | "●" | "▪" | "⁃")
}
