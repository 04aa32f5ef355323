//! What endings of words say: those of verb forms.

/// Endings with what they say, found by their last byte.
#[derive(Debug, Default)]
pub(crate) struct Endings {
    /// By their last byte, the longest first.
    all: Vec<Ending>,
    /// Where those with each last byte begin among them, and with the last byte of all, where they end.
    from: Vec<u16>,
}

/// An ending of at most eight bytes: they are the highest of the number.
#[derive(Clone, Copy, Debug)]
struct Ending {
    bytes: u64,
    length: u32,
    value: i64,
}

impl Ending {
    fn last(&self) -> u8 {
        self.bytes.to_be_bytes()[0]
    }

    /// Whether a word of more than so many bytes has it, that ends with these.
    fn ends(&self, last: u64, length: usize) -> bool {
        length > self.length as usize + 1 && (last ^ self.bytes) >> (64 - 8 * self.length) == 0
    }
}

impl Endings {
    /// Adds an ending, unless it is longer than eight bytes, or empty.
    pub(crate) fn add(&mut self, ending: &str, value: i64) -> bool {
        let length = ending.len() as u32;
        let fits = (1..=8).contains(&length);
        if fits {
            self.all.push(Ending { bytes: last_bytes(ending.as_bytes()), length, value });
        }
        fits
    }

    /// Makes the table, once every ending is in.
    pub(crate) fn finish(&mut self) {
        self.all.sort_by_key(|ending| (ending.last(), std::cmp::Reverse(ending.length)));
        let before = |byte| self.all.partition_point(|ending| ending.last() < byte) as u16;
        self.from = (0..=u8::MAX).map(before).chain([self.all.len() as u16]).collect();
    }

    /// What the longest ending says that a word in lower case has, with two bytes before it.
    pub(crate) fn of(&self, word: &str) -> Option<i64> {
        let last = last_bytes(word.as_bytes());
        let byte = usize::from(*word.as_bytes().last()?);
        let (first, end) = (*self.from.get(byte)?, *self.from.get(byte + 1)?);
        let ending = self.all[first as usize..end as usize].iter().find(|ending| ending.ends(last, word.len()))?;
        Some(ending.value)
    }
}

/// The last eight bytes, the very last the highest; before a shorter word there are zeros.
fn last_bytes(word: &[u8]) -> u64 {
    match word.last_chunk() {
        Some(chunk) => u64::from_le_bytes(*chunk),
        None => {
            word.iter().rev().zip((0..8).rev()).fold(0, |bytes, (&byte, place)| bytes | u64::from(byte) << (8 * place))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Endings;

    #[test]
    fn the_longest_ending_tells() {
        let mut endings = Endings::default();
        for (ending, value) in [("ed", 1), ("ted", 2), ("aîtront", 3)] {
            assert!(endings.add(ending, value), "{ending}");
        }
        assert!(!endings.add("naîtront-ils", 4));
        endings.finish();
        for (word, value) in [
            ("played", Some(1)),
            ("voted", Some(2)),
            ("ted", None),
            ("bted", Some(1)),
            ("connaîtront", Some(3)),
            ("", None),
        ] {
            assert_eq!(endings.of(word), value, "{word}");
        }
    }
}
