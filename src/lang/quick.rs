//! A hash for small keys of our own making: places in a tree, hashes of words, words of the packs.

use std::hash::{BuildHasherDefault, Hasher};

/// A map by that hash.
pub(crate) type QuickMap<K, V> = std::collections::HashMap<K, V, BuildHasherDefault<Quick>>;

#[derive(Debug, Default)]
pub(crate) struct Quick(u64);

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let (chunks, rest) = bytes.as_chunks();
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        chunks.iter().for_each(|chunk| self.write_u64(u64::from_le_bytes(*chunk)));
        self.write_u64(u64::from_le_bytes(last));
    }

    fn write_u16(&mut self, number: u16) {
        self.write_u64(u64::from(number));
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        let mixed = (self.0 ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ mixed >> 32;
    }

    fn write_isize(&mut self, number: isize) {
        self.write_u64(number as u64);
    }

    fn finish(&self) -> u64 {
        // The highest bits and the lowest are those that a map looks at.
        self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }
}
