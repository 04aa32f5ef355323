//! Where plain letters are, 64 bytes at a time: a bit for each byte.

/// Bytes in a block.
pub(super) const BYTES: usize = 64;

/// What 64 bytes of text are, a bit for each, the first byte's the lowest.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Block {
    /// ASCII letters, C3, and A0 to BF but for B7: in UTF-8, from a letter on, a run of these is letters of ASCII and small ones of
    /// Latin-1, and may end with the C3 of another.
    pub letters: u64,
    /// ASCII capitals.
    pub capitals: u64,
}

impl Block {
    /// Without branches, so that the compiler does many bytes at once.
    fn of(bytes: &[u8; BYTES]) -> Block {
        let letter = |byte: u8| {
            let ascii = (byte | 0x20).wrapping_sub(b'a') < 26;
            let upper_half = (byte.wrapping_sub(0xa0) < 0x20) & (byte != 0xb7);
            ascii | upper_half | (byte == 0xc3)
        };
        Block { letters: bits(bytes.map(letter)), capitals: bits(bytes.map(|byte| byte.wrapping_sub(b'A') < 26)) }
    }
}

/// A bit for each of the bytes.
#[inline]
fn bits(bytes: [bool; BYTES]) -> u64 {
    let bytes = bytes.map(u8::from);
    let rows = bytes.as_chunks().0.iter().enumerate();
    transposed(rows.fold(0, |bits, (row, chunk)| bits | u64::from_le_bytes(*chunk) << row))
}

/// Eight rows of eight bits with rows and columns exchanged.
#[inline]
fn transposed(bits: u64) -> u64 {
    let swap = |bits: u64, by: u32, mask: u64| {
        let moved = (bits ^ bits >> by) & mask;
        bits ^ moved ^ moved << by
    };
    let bits = swap(bits, 7, 0x00aa_00aa_00aa_00aa);
    let bits = swap(bits, 14, 0x0000_cccc_0000_cccc);
    swap(bits, 28, 0x0000_0000_f0f0_f0f0)
}

/// The two blocks that a reader of the text is in.
#[derive(Clone, Debug, Default)]
pub(super) struct Blocks {
    /// Where the first begins, once something has been read.
    first: Option<usize>,
    letters: u128,
    capitals: u128,
}

impl Blocks {
    /// What the 64 bytes from a place on are; those after the end of the text are spaces.
    #[inline]
    pub(super) fn from(&mut self, bytes: &[u8], start: usize) -> Block {
        let ahead = match self.first {
            Some(first) if start.wrapping_sub(first) < BYTES => start - first,
            _ => self.move_to(bytes, start),
        };
        Block { letters: (self.letters >> ahead) as u64, capitals: (self.capitals >> ahead) as u64 }
    }

    /// Reads the blocks around a place; how far it is from their beginning.
    fn move_to(&mut self, bytes: &[u8], start: usize) -> usize {
        let first = start - start % BYTES;
        let low = match self.first {
            Some(last) if last + BYTES == first => {
                Block { letters: (self.letters >> BYTES) as u64, capitals: (self.capitals >> BYTES) as u64 }
            }
            _ => block_at(bytes, first),
        };
        let high = block_at(bytes, first + BYTES);
        self.first = Some(first);
        self.letters = u128::from(high.letters) << BYTES | u128::from(low.letters);
        self.capitals = u128::from(high.capitals) << BYTES | u128::from(low.capitals);
        start - first
    }
}

/// The block that begins at a place.
fn block_at(bytes: &[u8], at: usize) -> Block {
    let rest = bytes.get(at..).unwrap_or_default();
    match rest.first_chunk() {
        Some(whole) => Block::of(whole),
        None => {
            let mut last = [b' '; BYTES];
            last[..rest.len()].copy_from_slice(rest);
            Block::of(&last)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BYTES, Block};

    #[test]
    fn a_block_has_a_bit_for_each_byte() {
        for byte in 0..=0xff {
            for at in 0..BYTES {
                let mut bytes = [b' '; BYTES];
                bytes[at] = byte;
                let Block { letters, capitals } = Block::of(&bytes);
                let letter = byte.is_ascii_alphabetic() || matches!(byte, 0xc3 | 0xa0..=0xb6 | 0xb8..=0xbf);
                assert_eq!(letters, u64::from(letter) << at, "letter {byte:#x} at {at}");
                assert_eq!(capitals, u64::from(byte.is_ascii_uppercase()) << at, "capital {byte:#x} at {at}");
            }
        }
    }
}
