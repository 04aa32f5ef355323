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

/// The most that a person may be likely where which label it is instead makes no difference.
const NO_PERSON: f32 = 0.02;

/// A word in the chain: the scores of its labels, how likely each is, and which it has.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Link {
    pub scores: Scores,
    pub chances: Scores,
    pub label: u8,
}

/// The chain of labels, ready to be read over runs.
#[derive(Clone, Debug, Default)]
pub(crate) struct Chain {
    /// The exponential of the score of a label after another, 0 where it may not follow; and the other way round.
    steps: [Scores; LABELS],
    steps_to: [Scores; LABELS],
    /// The same for the first word.
    first: Scores,
}

impl Chain {
    /// A chain of these scores.
    pub(crate) fn new(transitions: &Transitions) -> Chain {
        let row = |from: usize| -> Scores {
            let step = |to| if to < LABELS && allowed(from, to) { exp(transitions[from][to]) } else { 0.0 };
            std::array::from_fn(step)
        };
        let steps: [Scores; LABELS] = std::array::from_fn(row);
        let steps_to = std::array::from_fn(|to| std::array::from_fn(|from| steps.get(from).map_or(0.0, |row| row[to])));
        Chain { steps, steps_to, first: row(LABELS) }
    }

    /// Fills in how likely each label is at each word, and the labels of the best sequence; `work` is memory to work in.
    #[inline]
    pub(crate) fn read(&self, links: &mut [Link], work: &mut Vec<Scores>) {
        if let [only] = links {
            only.chances = shares(times(&self.first, &exponentials(&only.scores)));
            only.label = likeliest(&only.chances) as u8;
            return;
        }
        self.weigh(links, None, work);
        let (mut doubt, mut person) = (0.0, 0.0_f32);
        for link in &mut *links {
            let best = likeliest(&link.chances);
            doubt += 1.0 - link.chances[best];
            person = person.max(link.chances[BEGIN]);
            link.label = best as u8;
        }
        // The likeliest labels together are as likely as their doubts leave, or more; no sequence is better than one over a half.
        if doubt >= 0.5 && person > NO_PERSON {
            self.best_of_all(links);
        }
    }

    /// Fills in how likely each label is at each word, by the forward and backward sums.
    ///
    /// `masks`, where given, holds the labels that are open at each word.
    pub(crate) fn weigh(&self, links: &mut [Link], masks: Option<&[u8]>, work: &mut Vec<Scores>) {
        work.clear();
        let last = links.len().saturating_sub(1);
        let mut before = self.first;
        for (at, link) in links.iter_mut().enumerate() {
            let mut here = exponentials(&link.scores);
            if let Some(open) = masks.and_then(|masks| masks.get(at)) {
                here.iter_mut().enumerate().filter(|(to, _)| open & 1 << to == 0).for_each(|(_, here)| *here = 0.0);
            }
            link.chances = shares(times(&before, &here));
            work.push(here);
            if at < last {
                before = mix(&link.chances, &self.steps);
            }
        }
        let mut backward = [1.0_f32; 8];
        for (link, next) in links.iter_mut().rev().skip(1).zip(work.iter().rev()) {
            backward = shares(mix(&times(next, &backward), &self.steps_to));
            link.chances = shares(times(&link.chances, &backward));
        }
    }

    /// Fills in the labels of the best sequence, by the products of the best that leads to each label.
    fn best_of_all(&self, links: &mut [Link]) {
        let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(links.len());
        let mut row = self.first;
        for (at, link) in links.iter().enumerate() {
            if at > 0 {
                let step = |to: usize| move |from: usize| row[from] * self.steps[from][to];
                let from: [u8; LABELS] = std::array::from_fn(|to| first_of_most(step(to)) as u8);
                row = std::array::from_fn(|to| from.get(to).map_or(0.0, |&from| step(to)(usize::from(from))));
                back.push(from);
            }
            row = shares(times(&row, &exponentials(&link.scores)));
        }
        let mut label = likeliest(&row);
        let from = std::iter::once(None).chain(back.iter().rev().map(Some));
        for (link, from) in links.iter_mut().rev().zip(from) {
            label = from.map_or(label, |from| usize::from(from[label]));
            link.label = label as u8;
        }
    }
}

/// The label of the highest number.
fn likeliest(numbers: &Scores) -> usize {
    first_of_most(|label| numbers[label])
}

fn first_of_most(number: impl Fn(usize) -> f32) -> usize {
    (1..LABELS).fold(0, |best, label| if number(label) > number(best) { label } else { best })
}

fn times(one: &Scores, other: &Scores) -> Scores {
    let mut product = *one;
    product.iter_mut().zip(other).for_each(|(product, other)| *product *= other);
    product
}

/// The sum of the rows, each as often as the row's number says.
#[inline]
fn mix(numbers: &Scores, rows: &[Scores; LABELS]) -> Scores {
    let mut sum = [0.0; 8];
    for (&number, row) in numbers.iter().zip(rows) {
        sum.iter_mut().zip(row).for_each(|(sum, value)| *sum += number * value);
    }
    sum
}

/// The numbers as shares of their sum.
fn shares(mut row: Scores) -> Scores {
    let [a, b, c, d, e, f, g, h] = row;
    let sum = ((a + e) + (c + g)) + ((b + f) + (d + h));
    let part = 1.0 / sum.max(f32::MIN_POSITIVE);
    row.iter_mut().for_each(|value| *value *= part);
    row
}

fn exponentials(scores: &Scores) -> Scores {
    let mut row = *scores;
    row.iter_mut().for_each(|score| *score = exp(*score));
    row
}

/// The exponential, by arithmetic alone: the same to the last bit on every machine.
fn exp(x: f32) -> f32 {
    // Added and taken away, it leaves a number without its fraction, and the number itself in the last bits.
    const ROUND: f32 = 12_582_912.0;
    let x = x.clamp(-64.0, 64.0) * std::f32::consts::LOG2_E;
    let rounded = x + ROUND;
    let part = (x - (rounded - ROUND)) * std::f32::consts::LN_2;
    let series = 1.0 + part * (1.0 + part * (0.5 + part * (1.0 / 6.0 + part * (1.0 / 24.0 + part * (1.0 / 120.0)))));
    series * f32::from_bits(rounded.to_bits().wrapping_add(127) << 23)
}
