//! Rules over characters, matched where a token begins.

use crate::lang::{Category, Pack};
use crate::segment::Token;

use super::meaning::Meaning;
use super::numerals::shape_value;
use super::operate::Part;

/// Longest stretch that a shape may cover, in bytes.
pub(super) const WINDOW: usize = 48;
/// Most tokens that a shape may cover.
const MOST_TOKENS: usize = 24;

/// Hands over the rules over characters that match at the first of some tokens and end where one of them ends: each with
/// how many tokens it covers, and what its parts say.
pub(super) fn each_shape(text: &str, tokens: &[Token], pack: &Pack, mut found: impl FnMut(u16, usize, &[Part])) {
    let span = tokens[0].span();
    if let Some(number) = in_figures(&text[span.range()]) {
        for figures in pack.figures.iter().filter(|figures| figures.has(number)) {
            found(figures.rule, 1, &[(figures.category, &Meaning::Number(number))]);
        }
    }
    let window = window(text, span.start());
    for shape in pack.shapes.at(window) {
        let Ok((regex, groups)) = shape.regex() else { continue };
        let Some(captures) = regex.captures(window.as_bytes()) else { continue };
        let Some(end) = captures.get(1).map(|whole| span.start() + whole.end()) else { continue };
        let Some(last) = tokens.iter().take(MOST_TOKENS).position(|token| token.span().end() == end) else { continue };
        let said = groups.iter().zip(2..).filter_map(|(category, group)| Some(((*category)?, captures.get(group)?)));
        let said = said.map(|(category, place)| {
            let value = shape_value(category, &window[place.range()], pack)?;
            Some((category, Meaning::Number(value)))
        });
        let Some(said) = said.collect::<Option<Vec<(Category, Meaning)>>>() else { continue };
        let parts: Vec<Part> = said.iter().map(|(category, meaning)| (*category, meaning)).collect();
        found(shape.rule, last + 1, &parts);
    }
}

/// The number that a token of figures alone is, with no zero before it.
fn in_figures(word: &str) -> Option<i64> {
    let is_number = word.len() <= 9 && !word.starts_with('0') && word.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { word.parse().ok() } else { None }
}

/// The text from `start` on, as far as a shape looks.
fn window(text: &str, start: usize) -> &str {
    let mut end = text.len().min(start + WINDOW);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[start..end]
}
