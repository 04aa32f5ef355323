//! The weights of the tagger, learned by `examples/train_people` and compiled in.

use super::evidence;
use super::features::{FEATURES, Window};
use super::lattice::{Chain, LABELS, Scores};

/// How many features there is room for: two to the power of this many.
pub(crate) const BITS: u32 = 17;

/// A feature: a weight for every label, 128 above its value, and two bytes of its number.
pub(crate) type Row = [u8; LABELS + 2];

/// The numbers before the table: its scale, the transitions, the rows of evidence.
pub(crate) const HEAD: usize = 1 + LABELS * (LABELS + 1) + evidence::ROWS * LABELS;

/// How long the file is: the head as little-endian `f32`, then the rows.
pub(crate) const SIZE: usize = HEAD * 4 + (size_of::<Row>() << BITS);

const FILE: &[u8; SIZE] = include_bytes!("weights.bin");

/// The table of a file that has none.
static EMPTY: [Row; 1 << BITS] = [[0; size_of::<Row>()]; 1 << BITS];

/// The weights of the tagger.
#[derive(Debug)]
pub(crate) struct Model<'w> {
    scale: f32,
    pub chain: Chain,
    pub evidence: Vec<Scores>,
    table: &'w [Row; 1 << BITS],
}

impl Model<'static> {
    /// The weights that are compiled in.
    pub(crate) fn compiled() -> Model<'static> {
        Model::read(FILE)
    }
}

impl Model<'_> {
    /// The weights of a file.
    pub(crate) fn read(file: &[u8; SIZE]) -> Model<'_> {
        let (head, table) = file.split_at(HEAD * 4);
        let mut numbers = head.as_chunks().0.iter().map(|&four| f32::from_le_bytes(four));
        let mut next = || numbers.next().unwrap_or_default();
        let row =
            |next: &mut dyn FnMut() -> f32| std::array::from_fn(|label| if label < LABELS { next() } else { 0.0 });
        Model {
            scale: next(),
            chain: Chain::new(&std::array::from_fn(|_| std::array::from_fn(|_| next()))),
            evidence: (0..evidence::ROWS).map(|_| row(&mut next)).collect(),
            table: table.as_chunks().0.first_chunk().unwrap_or(&EMPTY),
        }
    }

    /// The scores of a word of a run.
    #[inline]
    pub(crate) fn score(&self, window: &Window, at: usize) -> Scores {
        // All rows first, so that many are on their way from memory at once.
        let (mut rows, mut rests, mut count) = ([0_u64; FEATURES], [0_u64; FEATURES], 0);
        window.features(at, |feature| {
            rows[count % FEATURES] = u64::from_le_bytes(self.table[place(feature)]);
            rests[count % FEATURES] = rest(feature);
            count += 1;
        });
        // Sums of the labels of even and of odd number, 16 bits each: so many bytes add up to no more.
        let (mut even, mut odd, mut known) = (0_u64, 0_u64, 0_u64);
        for (row, rest) in rows.into_iter().zip(rests) {
            let own = u64::from((row ^ rest) >> (8 * LABELS) == 0);
            let row = row & own.wrapping_neg();
            even += row & LANES;
            odd += row >> 8 & LANES;
            known += own;
        }
        std::array::from_fn(|label| {
            let sums = if label % 2 == 0 { even } else { odd };
            let sum = sums >> (16 * (label / 2)) & 0xffff;
            (sum as i32 - 128 * known as i32) as f32 * self.scale
        })
    }
}

/// Every other byte of a row.
const LANES: u64 = 0x00ff_00ff_00ff_00ff;

/// The row of a feature, if it is known.
pub(crate) fn place(feature: u64) -> usize {
    (feature >> (64 - BITS)) as usize
}

/// The rest of a feature's number, whose two highest bytes its row keeps.
pub(crate) fn rest(feature: u64) -> u64 {
    feature << BITS
}
