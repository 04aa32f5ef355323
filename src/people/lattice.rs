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

/// Scores of a label after another, ready to be summed over; and memory to work in.
#[derive(Debug, Default)]
pub(crate) struct Lattice {
    scores: Transitions,
    /// The exponentials of the scores, 0 where a label may not follow.
    steps: Transitions,
    back: Vec<[u8; LABELS]>,
    local: Vec<[f32; LABELS]>,
}

impl Lattice {
    /// A lattice of these scores.
    pub(crate) fn new(transitions: &Transitions) -> Lattice {
        let mut lattice = Lattice::default();
        for (from, row) in transitions.iter().enumerate() {
            for (to, &score) in row.iter().enumerate() {
                let open = allowed(from, to);
                lattice.scores[from][to] = if open { score } else { f32::NEG_INFINITY };
                lattice.steps[from][to] = if open { exp(score) } else { 0.0 };
            }
        }
        lattice
    }

    /// Appends the best sequence of labels.
    pub(crate) fn best(&mut self, emissions: &[Scores], labels: &mut Vec<u8>) {
        self.back.clear();
        let mut row = [f32::NEG_INFINITY; LABELS];
        for (at, scores) in emissions.iter().enumerate() {
            let mut next = [f32::NEG_INFINITY; LABELS];
            let mut from = [0; LABELS];
            for to in 0..LABELS {
                if at == 0 {
                    next[to] = self.scores[LABELS][to] + scores[to];
                    continue;
                }
                for (label, &before) in row.iter().enumerate() {
                    let score = before + self.scores[label][to];
                    if score > next[to] {
                        (next[to], from[to]) = (score, label as u8);
                    }
                }
                next[to] += scores[to];
            }
            self.back.push(from);
            row = next;
        }
        let mut label = (0..LABELS).fold(0, |best, label| if row[label] > row[best] { label } else { best });
        let first = labels.len();
        for from in self.back.iter().rev() {
            labels.push(label as u8);
            label = usize::from(from[label]);
        }
        labels[first..].reverse();
    }

    /// Appends how likely each label is at each word, by the forward and backward sums.
    ///
    /// `masks`, where given, holds the labels that are open at each word.
    pub(crate) fn marginals(&mut self, emissions: &[Scores], masks: Option<&[u8]>, chances: &mut Vec<Scores>) {
        self.local.clear();
        let first = chances.len();
        let mut forward = [0.0_f32; LABELS];
        for (at, scores) in emissions.iter().enumerate() {
            let top = scores[..LABELS].iter().fold(f32::NEG_INFINITY, |top, &score| top.max(score));
            let open = masks.map_or(u8::MAX, |masks| masks[at]);
            let mut row = [0.0; 8];
            let mut here = [0.0; LABELS];
            for to in (0..LABELS).filter(|&to| open & 1 << to != 0) {
                here[to] = exp(scores[to] - top);
                let before = match at {
                    0 => self.steps[LABELS][to],
                    _ => (0..LABELS).map(|from| forward[from] * self.steps[from][to]).sum(),
                };
                row[to] = before * here[to];
            }
            scale(&mut row);
            forward.copy_from_slice(&row[..LABELS]);
            self.local.push(here);
            chances.push(row);
        }
        let mut backward = [1.0_f32; 8];
        for (at, row) in chances[first..].iter_mut().enumerate().rev() {
            if let Some(next) = self.local.get(at + 1) {
                let mut earlier = [0.0; 8];
                for (from, sum) in earlier.iter_mut().enumerate().take(LABELS) {
                    *sum = (0..LABELS).map(|to| self.steps[from][to] * next[to] * backward[to]).sum();
                }
                scale(&mut earlier);
                backward = earlier;
            }
            row.iter_mut().zip(&backward).for_each(|(chance, backward)| *chance *= backward);
            scale(row);
        }
    }
}

/// Makes the numbers sum to one.
fn scale(row: &mut Scores) {
    let sum: f32 = row.iter().sum::<f32>().max(f32::MIN_POSITIVE);
    row.iter_mut().for_each(|value| *value /= sum);
}

/// The exponential, by arithmetic alone: the same to the last bit on every machine.
fn exp(x: f32) -> f32 {
    let x = x.clamp(-80.0, 80.0) * std::f32::consts::LOG2_E;
    let whole = x.floor();
    let part = (x - whole) * std::f32::consts::LN_2;
    let series = 1.0 + part * (1.0 + part * (0.5 + part * (1.0 / 6.0 + part * (1.0 / 24.0 + part * (1.0 / 120.0)))));
    series * f32::from_bits(((whole as i32 + 127) as u32) << 23)
}
