//! Labels the runs of a document: each by itself, then once more with what the document says of their words.

use crate::segment::Segmentation;

use super::evidence::{Evidence, Occurrence};
use super::features::Window;
use super::lattice::{BEGIN, Chain, INSIDE, Scores, Workspace};
use super::runs::{Piece, Runs};
use super::words::Words;

/// What speaks for a name that the document has in full elsewhere, beside what was learned.
const KNOWN: f32 = 3.0;

/// The words of every run, one after the other, with their scores and labels.
#[derive(Debug, Default)]
pub(crate) struct Tagging {
    /// Where the words of each run begin; one more for the end.
    starts: Vec<usize>,
    forms: Vec<u32>,
    pub emissions: Vec<Scores>,
    pub labels: Vec<u8>,
    pub chances: Vec<Scores>,
}

impl Tagging {
    /// Scores every run by itself.
    pub(crate) fn first(
        text: &str,
        segmentation: &Segmentation,
        runs: &Runs,
        words: &Words,
        language: u32,
        mut score: impl FnMut(&Window, usize) -> Scores,
    ) -> Tagging {
        let count = runs.pieces.len();
        let mut tagging = Tagging {
            starts: Vec::with_capacity(runs.runs.len() + 1),
            forms: Vec::with_capacity(count),
            emissions: Vec::with_capacity(count),
            labels: Vec::with_capacity(count),
            chances: Vec::with_capacity(count),
        };
        tagging.starts.push(0);
        let mut window = Window::default();
        for run in &runs.runs {
            window.fill(text, segmentation, runs, run, words, language);
            for at in 0..run.pieces.len() {
                tagging.forms.push(window.run()[at].form);
                tagging.emissions.push(score(&window, at));
            }
            tagging.starts.push(tagging.emissions.len());
        }
        tagging
    }

    /// Where the words of a run stand.
    pub(crate) fn words(&self, run: usize) -> std::ops::Range<usize> {
        self.starts[run]..self.starts[run + 1]
    }

    /// How many runs there are.
    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Labels every run from its scores.
    pub(crate) fn label(&mut self, chain: &Chain) {
        let mut work = Workspace::default();
        self.labels.clear();
        self.chances.clear();
        for range in self.starts.windows(2) {
            let emissions = &self.emissions[range[0]..range[1]];
            chain.best(emissions, &mut work, &mut self.labels);
            chain.marginals(emissions, None, &mut work, &mut self.chances);
        }
    }

    /// The occurrences of forms in this document, in the order of the words.
    fn occurrences(&self) -> Vec<Occurrence> {
        let mut occurrences = Vec::with_capacity(self.forms.len());
        for run in 0..self.len() {
            let range = self.words(run);
            let named = |at: usize| range.contains(&at) && usize::from(self.labels[at]) == INSIDE;
            for at in range.clone() {
                let label = usize::from(self.labels[at]);
                occurrences.push(Occurrence {
                    form: self.forms[at],
                    chances: self.chances[at],
                    first: label == BEGIN && named(at + 1),
                    last: label == INSIDE && !named(at + 1),
                    alone: range.len() == 1,
                    short: range.len() <= 2 && at + 1 == range.end && label != INSIDE,
                });
            }
        }
        occurrences
    }

    /// The rows of evidence of every word, and whether the document knows it as a family name.
    pub(crate) fn evidence(&self) -> Vec<(Option<[u8; 4]>, bool)> {
        let occurrences = self.occurrences();
        let evidence = Evidence::of(&occurrences);
        occurrences.iter().map(|occurrence| (evidence.rows(occurrence), evidence.knows(occurrence))).collect()
    }

    /// Labels the runs again that the document says something of; how likely its labels are is told of those with a name.
    pub(crate) fn second(&mut self, chain: &Chain, weights: &[Scores]) {
        let rows = self.evidence();
        let mut work = Workspace::default();
        let (mut labels, mut chances) = (Vec::new(), Vec::new());
        for range in self.starts.windows(2).map(|range| range[0]..range[1]) {
            if rows[range.clone()].iter().all(|(rows, _)| rows.is_none()) {
                continue;
            }
            let emissions = &mut self.emissions[range.clone()];
            for (emissions, (rows, known)) in emissions.iter_mut().zip(&rows[range.clone()]) {
                emissions[BEGIN] += if *known { KNOWN } else { 0.0 };
                for &row in rows.iter().flatten() {
                    emissions.iter_mut().zip(&weights[usize::from(row)]).for_each(|(score, weight)| *score += weight);
                }
            }
            labels.clear();
            chain.best(emissions, &mut work, &mut labels);
            self.labels[range.clone()].copy_from_slice(&labels);
            if labels.iter().any(|&label| usize::from(label) == BEGIN) {
                chances.clear();
                chain.marginals(emissions, None, &mut work, &mut chances);
                self.chances[range].copy_from_slice(&chances);
            }
        }
    }
}

/// The names that the labels spell, as tokens of the document, with how likely they are, in order.
pub(crate) fn names<'a>(runs: &'a Runs, tagging: &'a Tagging) -> impl Iterator<Item = (Piece, f32)> + 'a {
    runs.runs.iter().enumerate().flat_map(move |(run, place)| {
        let words = tagging.words(run);
        let labels = &tagging.labels[words.clone()];
        let chances = &tagging.chances[words];
        let mut at = 0;
        std::iter::from_fn(move || {
            while at < labels.len() && usize::from(labels[at]) != BEGIN {
                at += 1;
            }
            let first = at;
            let mut chance = chances.get(first)?[BEGIN];
            at += 1;
            while at < labels.len() && usize::from(labels[at]) == INSIDE {
                chance = chance.min(chances[at][INSIDE]);
                at += 1;
            }
            let pieces = &runs.words(place)[first..at];
            Some((pieces.first()?.start..pieces.last()?.end, chance))
        })
    })
}
