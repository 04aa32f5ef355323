//! Writes what was learned as the file that the library compiles in.

use crate::learn::Learner;
use crate::people::lattice::{LABELS, Scores};
use crate::people::model::{BITS, Bucket};
use crate::prepared::{Features, Prepared};

/// The most a weight may weigh, as a share of all weights that weigh less.
const UNCUT: f64 = 0.9995;

/// The bytes of the model: head, then the features that tell most, as far as there is room.
pub fn pack(learner: &Learner, evidence: &[Scores], features: &Features, prepared: &[Prepared]) -> Vec<u8> {
    let order = by_worth(learner, features, prepared);
    let scale = scale(learner);
    let mut table = vec![Bucket::default(); 1 << BITS];
    table.iter_mut().flatten().for_each(|row| row[2..].fill(128));
    let mut kept = 0;
    for (feature, row) in order {
        let tag = (feature as u16).to_le_bytes();
        let bucket = &mut table[(feature >> (64 - BITS)) as usize];
        let taken = bucket.iter().any(|slot| slot[..2] == tag);
        let free = bucket.iter_mut().find(|slot| slot[2..].iter().all(|&weight| weight == 128));
        let Some(slot) = free.filter(|_| !taken) else { continue };
        slot[..2].copy_from_slice(&tag);
        for (byte, weight) in slot[2..].iter_mut().zip(&learner.weights[row]) {
            *byte = ((weight / scale).round().clamp(-127.0, 127.0) + 128.0) as u8;
        }
        kept += 1;
    }
    eprintln!("{kept} of {} features kept", features.len());
    let mut bytes = Vec::new();
    let mut number = |value: f32| bytes.extend(value.to_le_bytes());
    number(scale);
    learner.transitions.iter().flatten().for_each(|&value| number(value));
    evidence.iter().flat_map(|row| &row[..LABELS]).for_each(|&value| number(value));
    bytes.extend(table.as_flattened().as_flattened());
    bytes
}

/// The features with the rows of their weights, those first that move most decisions furthest.
fn by_worth(learner: &Learner, features: &Features, prepared: &[Prepared]) -> Vec<(u64, usize)> {
    let mut counts = vec![0_u32; learner.weights.len()];
    let examples = prepared.iter().flat_map(|document| &document.examples);
    examples.flat_map(|example| &example.rows).flatten().for_each(|&row| counts[row as usize] += 1);
    let worth = |row: usize| {
        let weights = &learner.weights[row][..LABELS];
        let mean = weights.iter().sum::<f32>() / LABELS as f32;
        let furthest = weights.iter().map(|weight| (weight - mean).abs()).fold(0.0, f32::max);
        furthest * (counts[row] as f32).sqrt()
    };
    let mut order: Vec<(u64, usize, f32)> =
        features.iter().map(|(&feature, &row)| (feature, row as usize, worth(row as usize))).collect();
    order.sort_unstable_by(|one, two| two.2.total_cmp(&one.2).then(one.0.cmp(&two.0)));
    order.into_iter().map(|(feature, row, _)| (feature, row)).collect()
}

/// What a step of a weight in the file is worth.
fn scale(learner: &Learner) -> f32 {
    let weights = learner.weights.iter().flatten();
    let mut sizes: Vec<f32> = weights.map(|weight| weight.abs()).filter(|&size| size > 0.0).collect();
    sizes.sort_unstable_by(f32::total_cmp);
    sizes.get((sizes.len() as f64 * UNCUT) as usize).map_or(1.0, |size| size / 127.0)
}
