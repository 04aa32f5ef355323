//! The weights of the tagger, learned by `examples/train_people` and compiled in.

use super::evidence;
use super::features::Window;
use super::lattice::{LABELS, Scores, Transitions};

/// Features are kept in buckets of four, two to the power of this many.
pub(crate) const BITS: u32 = 15;

/// Four features: each two bytes of its number, then a weight for every label, 128 above its value.
pub(crate) type Bucket = [[u8; 8]; 4];

/// The numbers before the table: its scale, the transitions, the rows of evidence.
pub(crate) const HEAD: usize = 1 + LABELS * (LABELS + 1) + evidence::ROWS * LABELS;

/// The head as little-endian `f32`, then the buckets.
const FILE: &[u8] = include_bytes!("weights.bin");

/// The weights of the tagger.
#[derive(Debug)]
pub(crate) struct Model<'w> {
    scale: f32,
    pub transitions: Transitions,
    pub evidence: Vec<Scores>,
    table: &'w [Bucket],
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
            transitions: std::array::from_fn(|_| std::array::from_fn(|_| next())),
            evidence: (0..evidence::ROWS).map(|_| row(&mut next)).collect(),
            table: table.as_chunks().0.as_chunks().0,
        }
    }

    /// The scores of a word of a run.
    #[inline]
    pub(crate) fn score(&self, window: &Window, at: usize) -> Scores {
        // Weights are summed in lanes of 16 bits, every other one of a row in each sum.
        const LANES: u64 = 0x00ff_00ff_00ff;
        let (mut even, mut odd, mut count) = (0_u64, 0_u64, 0_u64);
        window.features(at, |feature| {
            let Some(bucket) = self.table.get((feature >> (64 - BITS)) as usize) else { return };
            let [a, b, c, d] = bucket.map(u64::from_le_bytes);
            let is = |row: u64| (row ^ feature) as u16 == 0;
            let row = if is(a) {
                a
            } else if is(b) {
                b
            } else if is(c) {
                c
            } else if is(d) {
                d
            } else {
                return;
            };
            even += row >> 16 & LANES;
            odd += row >> 24 & LANES;
            count += 1;
        });
        std::array::from_fn(|label| {
            let lanes = if label % 2 == 0 { even } else { odd };
            let sum = (lanes >> (label / 2 * 16) & 0xffff) as i64 - 128 * count as i64;
            if label < LABELS { sum as f32 * self.scale } else { 0.0 }
        })
    }
}
