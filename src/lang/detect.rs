//! Which language a text is in: a vote of its commonest words.

use std::collections::HashMap;

use once_cell::sync::Lazy;

use crate::language::Language;

/// How many words vote.
const VOTERS: usize = 2000;
/// A text of that many words in a known language has at least one common word in [`RARE`].
const ENOUGH: usize = 24;
const RARE: usize = 8;
/// As much of a word as is looked at: it fits a machine word.
const LONGEST: usize = 8;

/// The languages that each common word speaks for, as bits.
static VOTES: Lazy<HashMap<u64, u8>> = Lazy::new(|| {
    let lists = [(Language::French, include_str!("fr/common.txt")), (Language::English, include_str!("en/common.txt"))];
    let mut votes = HashMap::new();
    for (language, list) in lists {
        let words = list.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_ascii_whitespace);
        for word in words.filter_map(|word| key(word.as_bytes())) {
            *votes.entry(word).or_insert(0) |= 1 << language as u8;
        }
    }
    votes
});

/// The language of a text among some; None where its words speak for none of them.
pub(crate) fn detect(text: &str, languages: &[Language]) -> Option<Language> {
    if let [only] = languages {
        return Some(*only);
    }
    let mut votes = [0usize; Language::ALL.len()];
    let mut voters = 0;
    let words = text.as_bytes().split(|byte| !(byte.is_ascii_alphabetic() || *byte >= 0x80));
    for word in words.filter(|word| !word.is_empty()).take(VOTERS) {
        voters += 1;
        if let Some(spoken) = key(word).and_then(|key| VOTES.get(&key)) {
            for language in languages {
                votes[*language as usize] += usize::from(spoken >> *language as u8 & 1);
            }
        }
    }
    let best = languages.iter().copied().rev().max_by_key(|language| votes[*language as usize])?;
    let foreign = voters >= ENOUGH && votes[best as usize] * RARE < voters;
    (!foreign).then_some(best)
}

/// The beginning of an ASCII word in lower case, as a number.
fn key(word: &[u8]) -> Option<u64> {
    if !word.is_ascii() {
        return None;
    }
    let head = &word[..word.len().min(LONGEST)];
    Some(head.iter().fold(0, |key, byte| key << 8 | u64::from(byte.to_ascii_lowercase())))
}
