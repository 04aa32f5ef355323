//! The weights of the tagger, learned by `examples/train_people` and compiled in.

use super::evidence;
use super::features::{ROWS, Window};
use super::lattice::{LABELS, Scores, Transitions};

/// Labels in a row of the table, so that a row is one aligned load.
pub(crate) const WIDTH: usize = 8;

/// The numbers before the table: its scale, the transitions, the rows of evidence.
pub(crate) const HEAD: usize = 1 + LABELS * (LABELS + 1) + evidence::ROWS * LABELS;

/// The head as little-endian `f32`, then the table as `i8`.
const FILE: &[u8] = include_bytes!("weights.bin");

/// The weights of the tagger.
#[derive(Debug)]
pub(crate) struct Model {
    scale: f32,
    pub transitions: Transitions,
    pub evidence: Vec<Scores>,
    table: &'static [[u8; WIDTH]],
}

impl Model {
    /// The weights that are compiled in.
    pub(crate) fn compiled() -> Model {
        let (head, table) = FILE.split_at(HEAD * 4);
        let mut numbers = head.as_chunks::<4>().0.iter().map(|&four| f32::from_le_bytes(four));
        let mut next = || numbers.next().unwrap_or_default();
        Model {
            scale: next(),
            transitions: std::array::from_fn(|_| std::array::from_fn(|_| next())),
            evidence: (0..evidence::ROWS).map(|_| row(&mut next)).collect(),
            table: table.as_chunks::<WIDTH>().0,
        }
    }

    /// The scores of a word of a run.
    pub(crate) fn score(&self, window: &Window, at: usize) -> Scores {
        let mut sums = [0_i32; WIDTH];
        window.features(at, |row| {
            if let Some(weights) = self.table.get(row) {
                for (sum, &weight) in sums.iter_mut().zip(weights) {
                    *sum += i32::from(weight as i8);
                }
            }
        });
        sums.map(|sum| sum as f32 * self.scale)
    }
}

fn row(next: &mut impl FnMut() -> f32) -> Scores {
    std::array::from_fn(|label| if label < LABELS { next() } else { 0.0 })
}

/// The file is as long as the model says.
const _: () = assert!(FILE.len() == HEAD * 4 + ROWS * WIDTH);
