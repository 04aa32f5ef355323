//! What the rest of the crate relies on and users do not see.

use proptest::prelude::*;

use super::{Segmenter, fold, hash_of};
use crate::Language;

proptest! {
    #[test]
    fn hash_of_a_token_is_that_of_its_folded_form(text in "([a-zA-ZéÉàœŒß'’\u{301}0-9-]{1,24}[ .,«\u{a0}]?){0,8}") {
        for language in Language::ALL {
            for token in Segmenter::new(language).tokens(&text) {
                let mut folded = String::new();
                let hash = if fold(&text[token.span().range()], &mut folded) { hash_of(&folded) } else { 0 };
                prop_assert_eq!(token.hash(), hash, "{:?}", &text[token.span().range()]);
            }
        }
    }

    #[test]
    fn shape_is_that_of_the_letters(text in "([a-zA-ZéÉàÀ0-9]{1,12}[ ,]){0,8}") {
        for token in Segmenter::new(Language::French).tokens(&text) {
            prop_assert_eq!(token.shape(), super::plain::shape(&text[token.span().range()]));
        }
    }
}

#[test]
fn a_token_fits_in_twelve_bytes() {
    assert_eq!(size_of::<Option<super::Token>>(), 12);
}

#[test]
fn folding_makes_one_form_of_many() {
    let folded = |word: &str| {
        let mut folded = String::new();
        fold(word, &mut folded).then_some(folded)
    };
    assert_eq!(folded("Aujourd’hui").as_deref(), Some("aujourd'hui"));
    assert_eq!(folded("fe\u{301}vrier"), folded("FÉVRIER"));
    assert_eq!(folded("c’est\u{2011}à\u{2011}dire").as_deref(), Some("c'est-à-dire"));
    assert_eq!(folded("sous\u{ad}trai\u{200b}tant").as_deref(), Some("soustraitant"));
    assert_eq!(folded("50\u{202f}000").as_deref(), Some("50 000"));
    assert_eq!(folded("２０２３").as_deref(), Some("2023"));
    assert_eq!(folded("2ᵉ").as_deref(), Some("2e"));
    assert_eq!(folded("x\u{301}\u{302}").as_deref(), Some("x\u{301}\u{302}"));
    assert_eq!(folded(&"a".repeat(65)), None);
}
