//! A chain of labels learned by the likelihood of what is marked, with steps of its own size for every weight.

use crate::people::lattice::{Chain, LABELS, Link, Scores, Transitions, allowed};

/// A run to learn from: for each word its rows, what is known of its score, and the labels that may stand there.
pub struct Example {
    pub rows: Vec<Vec<u32>>,
    pub base: Vec<Scores>,
    pub masks: Vec<u8>,
    /// How often it is learned in a round.
    pub share: f32,
}

/// A table of weights being learned.
pub struct Learner {
    pub weights: Vec<Scores>,
    pub transitions: Transitions,
    steps: Vec<Scores>,
    step_transitions: Transitions,
    rate: f32,
    decay: f32,
    /// Whether the transitions are learned too.
    chain: bool,
}

/// Numbers that look random and are the same for one seed.
pub struct Dice(pub u64);

impl Dice {
    /// The next number.
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Whether something of that chance happens.
    pub fn happens(&mut self, chance: f32) -> bool {
        ((self.roll() >> 40) as f32) < chance * (1 << 24) as f32
    }

    /// Puts items in another order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, (self.roll() % (at as u64 + 1)) as usize);
        }
    }
}

impl Learner {
    pub fn new(rows: usize, transitions: Option<Transitions>, rate: f32, decay: f32) -> Learner {
        Learner {
            weights: vec![[0.0; 8]; rows],
            transitions: transitions.unwrap_or_default(),
            steps: vec![[1e-3; 8]; rows],
            step_transitions: [[1e-3; LABELS]; LABELS + 1],
            rate,
            decay,
            chain: transitions.is_none(),
        }
    }

    /// Takes in another learner as one of `count`, by the mean.
    pub fn merge(&mut self, other: &Learner, count: u64) {
        let share = 1.0 / count as f32;
        let pairs = self.weights.iter_mut().flatten().zip(other.weights.iter().flatten());
        pairs.for_each(|(mine, theirs)| *mine += (theirs - *mine) * share);
        let pairs = self.transitions.iter_mut().flatten().zip(other.transitions.iter().flatten());
        pairs.for_each(|(mine, theirs)| *mine += (theirs - *mine) * share);
    }

    /// One step on one example; a feature is left out with the chance `dropout`.
    pub fn learn(&mut self, example: &Example, dropout: f32, dice: &mut Dice) {
        let rows: Vec<Vec<u32>> = example
            .rows
            .iter()
            .map(|rows| rows.iter().copied().filter(|_| dropout == 0.0 || !dice.happens(dropout)).collect())
            .collect();
        let scores = rows.iter().zip(&example.base).map(|(rows, &base)| self.score(rows, base));
        let links: Vec<Link> = scores.map(|scores| Link { scores, ..Link::default() }).collect();
        let (chain, mut work) = (Chain::new(&self.transitions), Vec::new());
        let mut chances = |masks| -> Vec<Scores> {
            let mut links = links.clone();
            chain.weigh(&mut links, masks, &mut work);
            links.iter().map(|link| link.chances).collect()
        };
        let (free, bound) = (chances(None), chances(Some(&example.masks)));
        for ((rows, free), bound) in rows.iter().zip(&free).zip(&bound) {
            let slope: Scores = std::array::from_fn(|label| free[label] - bound[label]);
            for &row in rows {
                let (weights, steps) = (&mut self.weights[row as usize], &mut self.steps[row as usize]);
                for label in 0..LABELS {
                    let slope = slope[label] + self.decay * weights[label];
                    steps[label] += slope * slope;
                    weights[label] -= self.rate * slope / steps[label].sqrt();
                }
            }
        }
        if self.chain {
            self.learn_chain(&free, &bound);
        }
    }

    /// A step on the transitions, as if neighbours were independent given their own chances.
    fn learn_chain(&mut self, free: &[Scores], bound: &[Scores]) {
        for at in 0..free.len() {
            for from in 0..=LABELS {
                if (from == LABELS) != (at == 0) {
                    continue;
                }
                for to in (0..LABELS).filter(|&to| allowed(from, to)) {
                    let share = |chances: &[Scores]| {
                        let before = if at == 0 { 1.0 } else { chances[at - 1][from] };
                        before * chances[at][to]
                    };
                    let slope = share(free) - share(bound);
                    let step = &mut self.step_transitions[from][to];
                    *step += slope * slope;
                    self.transitions[from][to] -= self.rate * slope / step.sqrt();
                }
            }
        }
    }

    /// The scores of a word from its rows.
    pub fn score(&self, rows: &[u32], base: Scores) -> Scores {
        let mut scores = base;
        for &row in rows {
            for (score, weight) in scores.iter_mut().zip(&self.weights[row as usize]) {
                *score += weight;
            }
        }
        scores
    }
}
