//! What holds of tokens and sentences whatever the text.

use std::collections::HashSet;

use chronique::Language;
use chronique::segment::{Contractions, Segmentation, Segmenter, whole};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

/// Pieces that texts are made of: what the rules look at, and what they must not stumble over.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "l", "d", "qu", "aujourd", "hui", "est", "dites", "le", "moi", "t", "il", "là", "été", "École", "ÉTAT", "M", "U", "S", "J", "C",
    "etc", "Mr", "cannot", "don't", "parents'", "’s", "don", "can", "n", "students", "John", "well", "known", "e", "mail", "h", "km", "er", "th", "pm", "XVII", "www", "http",
    "example", "com", "naïve", "œuvre", "ß", "Ω", "слово", "日本", "ไทย", "हिन्दी", "한글", "שלום", "1", "22", "000", "2023", "３", "Ａ", "½", "²",
    "'", "’", "ʼ", "-", "\u{2011}", "–", "—", "--", ".", "..", "…", ",", ":", ";", "!", "?", "(", ")", "[", "]", "«", "»", "“", "”", "\"",
    "/", "//", "@", "#", "&", "_", "*", "===", "€", "$", "%", "°", "°C", "+", "=", "~", "•", ":)", " ", "  ", "\u{a0}", "\u{202f}",
    "\u{2009}", "\n", "\r\n", "\n\n", "\r", "\t", "\u{85}", "\u{2028}", "\u{301}", "\u{308}", "\u{327}", "\u{ad}", "\u{200b}", "\u{200c}",
    "\u{200d}", "\u{2060}", "\u{feff}", "\u{fe0f}", "\u{20e3}", "👩\u{200d}🚀", "🇫🇷", "👍🏽", "❤", "\u{600}", "\u{903}", "\u{1100}", "\u{1161}",
    "\u{0}", "\u{7f}",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => prop::collection::vec(prop::sample::select(PIECES), 0..24).prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
        1 => "[a-zà-ÿA-ZÀ-Ý '’.,!?0-9-]{0,60}",
    ]
}

fn segmenters() -> impl Iterator<Item = Segmenter> {
    Language::ALL.into_iter().flat_map(|language| {
        [Contractions::Whole, Contractions::Parts]
            .map(|contractions| Segmenter::new(language).contractions(contractions))
    })
}

fn spans(segmentation: &Segmentation) -> Vec<(usize, usize)> {
    segmentation.tokens().iter().map(|token| (token.span().start(), token.span().end())).collect()
}

/// Whether nothing is seen of a character.
fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, ..ProptestConfig::default() })]

    #[test]
    fn tokens_and_gaps_rebuild_the_text(text in text()) {
        for segmenter in segmenters() {
            let mut at = 0;
            for (start, end) in spans(&segmenter.segment(&text)) {
                prop_assert!(start < end && text.is_char_boundary(start) && text.is_char_boundary(end));
                prop_assert!(at <= start, "tokens overlap at {start}");
                prop_assert!(text[at..start].chars().all(is_unseen), "{:?} is in no token", &text[at..start]);
                at = end;
            }
            prop_assert!(text[at..].chars().all(is_unseen), "{:?} is in no token", &text[at..]);
        }
    }

    #[test]
    fn no_grapheme_cluster_is_cut(text in text()) {
        let boundaries: HashSet<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        for segmenter in segmenters() {
            for (start, end) in spans(&segmenter.segment(&text)) {
                prop_assert!(boundaries.contains(&start) && boundaries.contains(&end), "{:?} cuts a cluster", &text[start..end]);
            }
        }
    }

    #[test]
    fn sentences_hold_every_token_once(text in text()) {
        for segmenter in segmenters() {
            let segmentation = segmenter.segment(&text);
            let mut next = 0;
            for sentence in segmentation.sentences() {
                let tokens = sentence.tokens();
                prop_assert!(tokens.start == next && tokens.start < tokens.end);
                prop_assert_eq!(sentence.span().start(), segmentation.tokens()[tokens.start].span().start());
                prop_assert_eq!(sentence.span().end(), segmentation.tokens()[tokens.end - 1].span().end());
                next = tokens.end;
            }
            prop_assert_eq!(next, segmentation.tokens().len());
        }
    }

    #[test]
    fn parts_of_contractions_make_the_whole(text in text()) {
        for language in Language::ALL {
            let segmenter = Segmenter::new(language);
            let parts = segmenter.clone().contractions(Contractions::Parts).segment(&text);
            let joined: Vec<_> = whole(parts.tokens()).map(|token| token.span()).collect();
            let expected: Vec<_> = segmenter.tokens(&text).map(|token| token.span()).collect();
            prop_assert_eq!(joined, expected);
        }
    }

    #[test]
    fn buffers_keep_nothing_of_another_text(first in text(), second in text()) {
        for segmenter in segmenters() {
            let mut used = segmenter.segment(&first);
            segmenter.segment_into(&second, &mut used);
            let fresh = segmenter.segment(&second);
            prop_assert_eq!(used.tokens(), fresh.tokens());
            prop_assert_eq!(used.sentences(), fresh.sentences());
        }
    }

    #[test]
    fn letters_of_other_scripts_are_cut_as_unicode_says(
        // Without the Thai vowel AM, before which a word boundary may cut a grapheme cluster.
        text in "[α-ωА-яא-ת\u{621}-\u{64a}ऀ-ॿก-ะ가-힣ァ-ヺぁ-ゖ一-龥]{0,12}( [α-ωА-яא-ת\u{621}-\u{64a}ऀ-ॿก-ะ가-힣ァ-ヺぁ-ゖ一-龥]{1,8}){0,4}"
    ) {
        let expected: Vec<&str> = text.split_word_bounds().filter(|piece| !piece.trim().is_empty()).collect();
        for segmenter in segmenters() {
            let tokens: Vec<&str> = segmenter.tokens(&text).map(|token| &text[token.span().range()]).collect();
            prop_assert_eq!(&tokens, &expected);
        }
    }

    #[test]
    fn plain_words_are_cut_as_unicode_says(text in "([A-Za-zà-öø-ÿ]{1,20}[ ,;!]{1,2}){0,8}") {
        let expected: Vec<&str> = text.unicode_words().collect();
        let segmenter = Segmenter::new(Language::French);
        let words = segmenter.tokens(&text).map(|token| &text[token.span().range()]);
        let words: Vec<&str> = words.filter(|word| word.starts_with(char::is_alphabetic)).collect();
        prop_assert_eq!(&words, &expected);
    }
}
