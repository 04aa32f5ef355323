//! Running text to measure on: the source article, and news put together from varied sentences.

// Each bench uses its own part of this.
#![allow(dead_code)]

use std::collections::HashMap;

/// The article that the project began from.
pub const ARTICLE: &str = include_str!("article.fr.txt");

/// A language's news, of at least so many bytes; the same at every call.
pub fn news(language: &str, bytes: usize) -> String {
    let source = match language {
        "fr" => include_str!("fr.txt"),
        _ => include_str!("en.txt"),
    };
    Writer::new(source).write(bytes)
}

struct Writer<'s> {
    slots: HashMap<&'s str, Vec<&'s str>>,
    sentences: Vec<&'s str>,
    state: u64,
}

impl<'s> Writer<'s> {
    fn new(source: &'s str) -> Writer<'s> {
        let lines = || source.lines().filter(|line| !line.starts_with('#'));
        let slots = lines()
            .filter_map(|line| line.strip_prefix('@')?.split_once(' '))
            .map(|(slot, fillers)| (slot, fillers.split(" | ").collect()))
            .collect();
        let sentences = lines().filter(|line| !line.starts_with('@')).collect();
        Writer { slots, sentences, state: 0x2545_f491_4f6c_dd1d }
    }

    /// A number below `limit`, by xorshift.
    fn below(&mut self, limit: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        (self.state >> 33) as usize % limit
    }

    fn write(mut self, bytes: usize) -> String {
        let mut text = String::with_capacity(bytes + 256);
        while text.len() < bytes {
            let chosen = self.below(self.sentences.len());
            let sentence = self.sentences[chosen];
            let begin = text.len();
            self.fill(sentence, &mut text);
            capitalise(&mut text, begin);
            text.push_str(if self.below(5) == 0 { "\n\n" } else { " " });
        }
        text
    }

    fn fill(&mut self, sentence: &str, text: &mut String) {
        let mut rest = sentence;
        while let Some((before, after)) = rest.split_once('{') {
            let (slot, after) = after.split_once('}').expect("a slot is closed");
            let fillers = self.slots.get(slot).map_or(0, Vec::len);
            assert_ne!(fillers, 0, "no slot {slot}");
            let chosen = self.below(fillers);
            text.push_str(before);
            text.push_str(self.slots[slot][chosen]);
            rest = after;
        }
        text.push_str(rest);
    }
}

fn capitalise(text: &mut String, begin: usize) {
    if let Some(first) = text[begin..].chars().next() {
        let upper: String = first.to_uppercase().collect();
        text.replace_range(begin..begin + first.len_utf8(), &upper);
    }
}
