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

/// Whether a label may follow another.
pub(crate) fn allowed(from: usize, to: usize) -> bool {
    to != INSIDE || from == BEGIN || from == INSIDE
}

/// The best sequence of labels.
pub(crate) fn best(emissions: &[Scores], transitions: &Transitions, labels: &mut Vec<u8>) {
    labels.clear();
    let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(emissions.len());
    let mut row = [f32::NEG_INFINITY; LABELS];
    for (at, scores) in emissions.iter().enumerate() {
        let mut next = [f32::NEG_INFINITY; LABELS];
        let mut from = [LABELS as u8; LABELS];
        for to in 0..LABELS {
            if at == 0 {
                if allowed(LABELS, to) {
                    next[to] = transitions[LABELS][to] + scores[to];
                }
                continue;
            }
            for (label, &score) in row.iter().enumerate().filter(|&(label, _)| allowed(label, to)) {
                let score = score + transitions[label][to] + scores[to];
                if score > next[to] {
                    (next[to], from[to]) = (score, label as u8);
                }
            }
        }
        back.push(from);
        row = next;
    }
    let mut label = (0..LABELS).fold(0, |best, label| if row[label] > row[best] { label } else { best });
    for from in back.iter().rev() {
        labels.push(label as u8);
        label = usize::from(from[label]);
    }
    labels.reverse();
}

/// How likely each label is at each word, by the forward and backward sums; and the logarithm of the sum over
/// all sequences. `masks` holds which labels are open at each word.
pub(crate) fn marginals(
    emissions: &[Scores],
    transitions: &Transitions,
    masks: Option<&[u8]>,
    chances: &mut Vec<Scores>,
) -> f64 {
    chances.clear();
    let steps = transitions.map(|row| row.map(exp));
    let open = |at: usize, label: usize| masks.is_none_or(|masks| masks[at] & 1 << label != 0);
    let mut total = 0.0;
    let mut forward = [0.0_f32; LABELS];
    let mut local: Vec<Scores> = Vec::with_capacity(emissions.len());
    for (at, scores) in emissions.iter().enumerate() {
        let top = scores[..LABELS].iter().fold(f32::NEG_INFINITY, |top, &score| top.max(score));
        let mut here = [0.0; 8];
        let mut next = [0.0; LABELS];
        for to in (0..LABELS).filter(|&to| open(at, to)) {
            here[to] = exp(scores[to] - top);
            let before = if at == 0 {
                if allowed(LABELS, to) { steps[LABELS][to] } else { 0.0 }
            } else {
                (0..LABELS).filter(|&from| allowed(from, to)).map(|from| forward[from] * steps[from][to]).sum()
            };
            next[to] = before * here[to];
        }
        let sum: f32 = next.iter().sum::<f32>().max(f32::MIN_POSITIVE);
        total += f64::from(top) + ln(sum);
        forward = next.map(|value| value / sum);
        local.push(here);
        let mut row = [0.0; 8];
        row[..LABELS].copy_from_slice(&forward);
        chances.push(row);
    }
    let mut backward = [1.0_f32; LABELS];
    for at in (0..emissions.len()).rev() {
        if at + 1 < emissions.len() {
            let mut earlier = [0.0; LABELS];
            for (from, earlier) in earlier.iter_mut().enumerate() {
                *earlier = (0..LABELS)
                    .filter(|&to| allowed(from, to))
                    .map(|to| steps[from][to] * local[at + 1][to] * backward[to])
                    .sum();
            }
            let sum: f32 = earlier.iter().sum::<f32>().max(f32::MIN_POSITIVE);
            backward = earlier.map(|value| value / sum);
        }
        let row = &mut chances[at];
        for label in 0..LABELS {
            row[label] *= backward[label];
        }
        let sum: f32 = row.iter().sum::<f32>().max(f32::MIN_POSITIVE);
        row.iter_mut().for_each(|value| *value /= sum);
    }
    total
}

/// The exponential, by arithmetic alone: the same to the last bit on every machine.
fn exp(x: f32) -> f32 {
    let x = x.clamp(-80.0, 80.0) * std::f32::consts::LOG2_E;
    let whole = x.floor();
    let part = (x - whole) * std::f32::consts::LN_2;
    let series = 1.0 + part * (1.0 + part * (0.5 + part * (1.0 / 6.0 + part * (1.0 / 24.0 + part * (1.0 / 120.0)))));
    series * f32::from_bits(((whole as i32 + 127) as u32) << 23)
}

/// The natural logarithm of a positive number, likewise.
fn ln(x: f32) -> f64 {
    let bits = x.to_bits();
    let exponent = (bits >> 23) as i32 - 127;
    let mantissa = f64::from(f32::from_bits(bits & 0x007f_ffff | 0x3f80_0000));
    let z = (mantissa - 1.0) / (mantissa + 1.0);
    let square = z * z;
    let series = 2.0 * z * (1.0 + square * (1.0 / 3.0 + square * (1.0 / 5.0 + square * (1.0 / 7.0 + square / 9.0))));
    f64::from(exponent) * std::f64::consts::LN_2 + series
}
