//! Labels of a run as a chain: the best sequence, and how likely each label is.

/// The number of labels: outside of names, the four below, and other things with a name.
pub(crate) const LABELS: usize = 6;

/// The first word of a person's name.
pub(crate) const BEGIN: usize = 1;
/// A further word of it.
pub(crate) const INSIDE: usize = 2;
/// A place, a body, another thing with a name.
pub(crate) const PLACE: usize = 3;
pub(crate) const BODY: usize = 4;

/// A score for every label; the array is a whole row of the table of weights.
pub(crate) type Scores = [f32; 8];

/// Scores of a label after another; the last row is for the first word of a run.
pub(crate) type Transitions = [[f32; LABELS]; LABELS + 1];

/// Whether a label may follow another; a run begins as if after one that none names.
pub(crate) fn allowed(from: usize, to: usize) -> bool {
    to != INSIDE || from == BEGIN || from == INSIDE
}

/// The chain of labels, ready to be read over runs.
#[derive(Clone, Debug, Default)]
pub(crate) struct Chain {
    /// Scores of a label after another, and for the first word.
    scores: [Scores; LABELS],
    first: Scores,
    /// Their exponentials, 0 where a label may not follow; and the other way round, by the label after.
    steps: [Scores; LABELS],
    first_step: Scores,
    steps_to: [Scores; LABELS],
}

/// Memory to read runs in.
#[derive(Debug, Default)]
pub(crate) struct Workspace {
    back: Vec<[u32; 8]>,
    local: Vec<Scores>,
}

impl Chain {
    /// A chain of these scores.
    pub(crate) fn new(transitions: &Transitions) -> Chain {
        let row = |from: usize| -> Scores {
            let score = |to| if to < LABELS && allowed(from, to) { transitions[from][to] } else { f32::NEG_INFINITY };
            std::array::from_fn(score)
        };
        let step = |score: f32| if score == f32::NEG_INFINITY { 0.0 } else { exp(score) };
        let scores: [Scores; LABELS] = std::array::from_fn(row);
        let steps = scores.map(|row| row.map(step));
        let steps_to = std::array::from_fn(|to| std::array::from_fn(|from| steps.get(from).map_or(0.0, |row| row[to])));
        Chain { scores, first: row(LABELS), steps, first_step: row(LABELS).map(step), steps_to }
    }

    /// Appends the best sequence of labels.
    pub(crate) fn best(&self, emissions: &[Scores], work: &mut Workspace, labels: &mut Vec<u8>) {
        let Some((first, rest)) = emissions.split_first() else { return };
        work.back.clear();
        let mut row = add(&self.first, first);
        for scores in rest {
            let mut next = [f32::NEG_INFINITY; 8];
            let mut from = [0_u32; 8];
            for (label, (&before, after)) in row.iter().zip(&self.scores).enumerate() {
                for to in 0..8 {
                    let score = before + after[to];
                    let better = score > next[to];
                    next[to] = if better { score } else { next[to] };
                    from[to] = if better { label as u32 } else { from[to] };
                }
            }
            work.back.push(from);
            row = add(&next, scores);
        }
        let mut label = (0..LABELS).fold(0, |best, label| if row[label] > row[best] { label } else { best });
        let begin = labels.len();
        labels.push(label as u8);
        for from in work.back.iter().rev() {
            label = from[label] as usize;
            labels.push(label as u8);
        }
        labels[begin..].reverse();
    }

    /// Appends how likely each label is at each word, by the forward and backward sums.
    ///
    /// `masks`, where given, holds the labels that are open at each word.
    pub(crate) fn marginals(
        &self,
        emissions: &[Scores],
        masks: Option<&[u8]>,
        work: &mut Workspace,
        chances: &mut Vec<Scores>,
    ) {
        work.local.clear();
        let begin = chances.len();
        for (at, scores) in emissions.iter().enumerate() {
            let mut here = exponentials(scores);
            if let Some(open) = masks.and_then(|masks| masks.get(at)) {
                here.iter_mut().enumerate().filter(|(to, _)| open & 1 << to == 0).for_each(|(_, here)| *here = 0.0);
            }
            let before = if at == 0 { self.first_step } else { mix(&chances[begin + at - 1], &self.steps) };
            chances.push(shares(times(&before, &here)));
            work.local.push(here);
        }
        let mut backward = [1.0_f32; 8];
        let ahead = work.local.iter().skip(1).rev();
        for (row, next) in chances[begin..].iter_mut().rev().skip(1).zip(ahead) {
            backward = shares(mix(&times(next, &backward), &self.steps_to));
            *row = shares(times(row, &backward));
        }
    }
}

fn add(one: &Scores, other: &Scores) -> Scores {
    let mut sum = *one;
    sum.iter_mut().zip(other).for_each(|(sum, other)| *sum += other);
    sum
}

fn times(one: &Scores, other: &Scores) -> Scores {
    let mut product = *one;
    product.iter_mut().zip(other).for_each(|(product, other)| *product *= other);
    product
}

/// The sum of the rows, each as often as the row's number says.
fn mix(numbers: &Scores, rows: &[Scores; LABELS]) -> Scores {
    let mut sum = [0.0; 8];
    for (&number, row) in numbers.iter().zip(rows) {
        for (sum, value) in sum.iter_mut().zip(row) {
            *sum += number * value;
        }
    }
    sum
}

/// The numbers as shares of their sum.
fn shares(mut row: Scores) -> Scores {
    let part = 1.0 / row.iter().sum::<f32>().max(f32::MIN_POSITIVE);
    row.iter_mut().for_each(|value| *value *= part);
    row
}

/// The exponentials of the scores over the highest of them.
fn exponentials(scores: &Scores) -> Scores {
    let top = scores[..LABELS].iter().fold(f32::NEG_INFINITY, |top, &score| top.max(score));
    let mut row = *scores;
    row.iter_mut().for_each(|score| *score = exp(*score - top));
    row
}

/// The exponential, by arithmetic alone: the same to the last bit on every machine.
fn exp(x: f32) -> f32 {
    // Added and taken away, it leaves a number without its fraction, and the number itself in the last bits.
    const ROUND: f32 = 12_582_912.0;
    let x = x.clamp(-80.0, 80.0) * std::f32::consts::LOG2_E;
    let rounded = x + ROUND;
    let part = (x - (rounded - ROUND)) * std::f32::consts::LN_2;
    let series = 1.0 + part * (1.0 + part * (0.5 + part * (1.0 / 6.0 + part * (1.0 / 24.0 + part * (1.0 / 120.0)))));
    series * f32::from_bits(rounded.to_bits().wrapping_add(127) << 23)
}
