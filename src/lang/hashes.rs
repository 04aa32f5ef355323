//! Hashes of words, as bits: what tells at once of most words that they are not there.

/// How many bits of a hash tell.
const TOLD: u32 = 1 << 16;

/// A bit for each hash that is there, by its lowest bits.
#[derive(Debug)]
pub(crate) struct Hashes(Box<[u64; TOLD as usize / 64]>);

impl Default for Hashes {
    fn default() -> Hashes {
        Hashes(Box::new([0; TOLD as usize / 64]))
    }
}

impl Hashes {
    pub(crate) fn add(&mut self, hash: u32) {
        self.0[(hash % TOLD) as usize / 64] |= 1 << (hash % 64);
    }

    /// False where it is not there; where it is true, it may be there.
    #[inline]
    pub(crate) fn may_have(&self, hash: u32) -> bool {
        self.0[(hash % TOLD) as usize / 64] >> (hash % 64) & 1 != 0
    }
}
