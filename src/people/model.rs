//! The weights of the tagger, learned by `examples/train_people` and compiled in.

use super::evidence;
use super::features::Window;
use super::lattice::{Chain, LABELS, Scores};

/// How many features there is room for: two to the power of this many.
pub(crate) const BITS: u32 = 17;

/// A feature: a weight for every label, 128 above its value, and two bytes of its number.
pub(crate) type Row = [u8; LABELS + 2];

/// The numbers before the table: its scale, the transitions, the rows of evidence.
pub(crate) const HEAD: usize = 1 + LABELS * (LABELS + 1) + evidence::ROWS * LABELS;

/// The head as little-endian `f32`, then the rows.
const FILE: &[u8] = include_bytes!("weights.bin");

/// The weights of the tagger.
#[derive(Debug)]
pub(crate) struct Model<'w> {
    scale: f32,
    pub chain: Chain,
    pub evidence: Vec<Scores>,
    table: &'w [Row],
}

impl Model<'static> {
    /// The weights that are compiled in.
    pub(crate) fn compiled() -> Model<'static> {
        Model::read(FILE)
    }
}

impl Model<'_> {
    /// The weights of a file; what it lacks is 0.
    pub(crate) fn read(file: &[u8]) -> Model<'_> {
        let (head, table) = file.split_at_checked(HEAD * 4).unwrap_or_default();
        let mut numbers = head.as_chunks().0.iter().map(|&four| f32::from_le_bytes(four));
        let mut next = || numbers.next().unwrap_or_default();
        let row =
            |next: &mut dyn FnMut() -> f32| std::array::from_fn(|label| if label < LABELS { next() } else { 0.0 });
        Model {
            scale: next(),
            chain: Chain::new(&std::array::from_fn(|_| std::array::from_fn(|_| next()))),
            evidence: (0..evidence::ROWS).map(|_| row(&mut next)).collect(),
            table: table.as_chunks().0,
        }
    }

    /// The scores of a word of a run.
    #[inline]
    pub(crate) fn score(&self, window: &Window, at: usize) -> Scores {
        // Weights are summed in lanes of 16 bits, every other one of a row in each sum.
        const LANES: u64 = 0x00ff_00ff_00ff;
        let (mut even, mut odd, mut count) = (0_u64, 0_u64, 0_u64);
        window.features(at, |feature| {
            let Some(row) = self.table.get(place(feature)) else { return };
            let row = u64::from_le_bytes(*row);
            if (row >> 48) as u16 != tag(feature) {
                return;
            }
            even += row & LANES;
            odd += row >> 8 & LANES;
            count += 1;
        });
        std::array::from_fn(|label| {
            let lanes = if label % 2 == 0 { even } else { odd };
            let sum = (lanes >> (label / 2 * 16) & 0xffff) as i64 - 128 * count as i64;
            if label < LABELS { sum as f32 * self.scale } else { 0.0 }
        })
    }
}

/// The row of a feature, if it is known.
pub(crate) fn place(feature: u64) -> usize {
    (feature >> (64 - BITS)) as usize
}

/// The two bytes of a feature's number that its row keeps.
pub(crate) fn tag(feature: u64) -> u16 {
    (feature >> (48 - BITS)) as u16
}
