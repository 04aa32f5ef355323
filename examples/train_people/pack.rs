//! Writes what was learned as the file that the library compiles in.

use crate::learn::Learner;
use crate::people::lattice::{LABELS, Scores};
use crate::people::model::{BITS, Row, place, rest};
use crate::prepared::{Features, Prepared};

/// The most a weight may weigh, as a share of all weights that weigh less.
const UNCUT: f64 = 0.9995;

/// The features that tell most of those that share a row, with the rows of their weights.
pub fn choose(learner: &Learner, features: &Features, prepared: &[Prepared]) -> Vec<(u64, u32)> {
    let mut taken = vec![false; 1 << BITS];
    let mut order = by_worth(learner, features, prepared);
    order.retain(|&(feature, _)| !std::mem::replace(&mut taken[place(feature)], true));
    order
}

/// The bytes of the model: head, then the features, whose weights stand in their order.
pub fn pack(learner: &Learner, evidence: &[Scores], features: &[(u64, u32)]) -> Vec<u8> {
    let scale = scale(learner);
    let mut table: Vec<Row> = vec![[128; size_of::<Row>()]; 1 << BITS];
    for (&(feature, _), weights) in features.iter().zip(&learner.weights) {
        let row = &mut table[place(feature)];
        for (byte, weight) in row.iter_mut().zip(&weights[..LABELS]) {
            *byte = ((weight / scale).round().clamp(-127.0, 127.0) + 128.0) as u8;
        }
        row[LABELS..].copy_from_slice(&rest(feature).to_le_bytes()[LABELS..]);
    }
    let mut bytes = Vec::new();
    let mut number = |value: f32| bytes.extend(value.to_le_bytes());
    number(scale);
    learner.transitions.iter().flatten().for_each(|&value| number(value));
    evidence.iter().flat_map(|row| &row[..LABELS]).for_each(|&value| number(value));
    bytes.extend(table.as_flattened());
    bytes
}

/// The features with the rows of their weights, those first that move most decisions furthest.
fn by_worth(learner: &Learner, features: &Features, prepared: &[Prepared]) -> Vec<(u64, u32)> {
    let mut counts = vec![0_u32; learner.weights.len()];
    let examples = prepared.iter().flat_map(|document| &document.examples);
    examples.flat_map(|example| &example.rows).flatten().for_each(|&row| counts[row as usize] += 1);
    let worth = |row: usize| {
        let weights = &learner.weights[row][..LABELS];
        let mean = weights.iter().sum::<f32>() / LABELS as f32;
        let furthest = weights.iter().map(|weight| (weight - mean).abs()).fold(0.0, f32::max);
        furthest * (counts[row] as f32).sqrt()
    };
    let mut order: Vec<(u64, u32, f32)> =
        features.iter().map(|(&feature, &row)| (feature, row, worth(row as usize))).collect();
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
