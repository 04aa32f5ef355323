//! Labels the runs of a document: each by itself, then once more with what the document says of their words.

use std::ops::Range;

use crate::segment::Segmentation;

use super::evidence::{Evidence, Occurrence};
use super::features::Window;
use super::lattice::{BEGIN, BODY, Chain, INSIDE, Link, PLACE, Scores};
use super::runs::{Piece, Run, Runs};
use super::words::Words;

/// What speaks for a name that the document has in full elsewhere, beside what was learned.
const KNOWN: f32 = 3.0;

/// How likely a word may be of a person's name, or not, that no evidence has been seen to change.
const SETTLED: f32 = 0.03;

/// The words of every run, one after the other, with their scores and labels.
#[derive(Debug)]
pub(crate) struct Tagging<'r> {
    runs: &'r Runs,
    forms: Vec<u32>,
    pub links: Vec<Link>,
}

impl<'r> Tagging<'r> {
    /// Labels every run by itself.
    pub(crate) fn first(
        text: &str,
        segmentation: &Segmentation,
        runs: &'r Runs,
        words: &Words,
        language: u32,
        chain: &Chain,
        mut score: impl FnMut(&Window, usize) -> Scores,
    ) -> Tagging<'r> {
        let mut forms = Vec::with_capacity(runs.pieces.len());
        let mut links = Vec::with_capacity(runs.pieces.len());
        let (mut window, mut work) = (Window::default(), Vec::new());
        for run in &runs.runs {
            window.fill(text, segmentation, runs, run, words, language);
            for (at, word) in window.run().iter().enumerate() {
                forms.push(word.form);
                links.push(Link { scores: score(&window, at), ..Link::default() });
            }
            chain.read(&mut links[run.pieces.clone()], &mut work);
        }
        Tagging { runs, forms, links }
    }

    /// The occurrence of the form at `at` in the run of these words.
    #[inline]
    pub(crate) fn occurrence(&self, words: &Range<usize>, at: usize) -> Occurrence {
        let Link { chances, label, .. } = &self.links[at];
        let label = usize::from(*label);
        let goes_on = at + 1 < words.end && usize::from(self.links[at + 1].label) == INSIDE;
        Occurrence {
            form: self.forms[at],
            person: chances[BEGIN] + chances[INSIDE],
            other: chances[PLACE] + chances[BODY],
            first: label == BEGIN && goes_on,
            last: label == INSIDE && !goes_on,
            alone: words.len() == 1,
            short: words.len() <= 2 && at + 1 == words.end && label != INSIDE,
        }
    }

    /// What the document shows of its words, and the place of each in it.
    pub(crate) fn gather(&self) -> (Evidence, Vec<usize>) {
        let mut evidence = Evidence::with_room(self.forms.len());
        let mut places = Vec::with_capacity(self.forms.len());
        for Run { pieces, .. } in &self.runs.runs {
            places.extend(pieces.clone().map(|at| evidence.add(&self.occurrence(pieces, at))));
        }
        (evidence, places)
    }

    /// Labels the runs again that the document says something of and that it may change.
    pub(crate) fn second(&mut self, chain: &Chain, weights: &[Scores]) {
        let (evidence, places) = self.gather();
        let mut work = Vec::new();
        for Run { pieces, .. } in &self.runs.runs {
            let last = pieces.end - 1;
            let known = evidence.repeats(places[last]) && evidence.knows(places[last], &self.occurrence(pieces, last));
            let repeats = || places[pieces.clone()].iter().any(|&place| evidence.repeats(place));
            if !(known || self.links[pieces.clone()].iter().any(is_open) && repeats()) {
                continue;
            }
            for at in pieces.clone() {
                let rows = evidence.rows(places[at], &self.occurrence(pieces, at));
                let scores = &mut self.links[at].scores;
                for weights in rows.into_iter().flatten().map(|row| &weights[usize::from(row)]) {
                    scores.iter_mut().zip(weights).for_each(|(score, weight)| *score += weight);
                }
            }
            self.links[last].scores[BEGIN] += if known { KNOWN } else { 0.0 };
            chain.read(&mut self.links[pieces.clone()], &mut work);
        }
    }

    /// The names that the labels spell, as tokens of the document, with how likely they are, in order.
    pub(crate) fn names(&self) -> impl Iterator<Item = (Piece, f32)> {
        let is = |link: &Link, label| usize::from(link.label) == label;
        let begins = self.links.iter().enumerate().filter(move |(_, link)| is(link, BEGIN));
        begins.map(move |(first, link)| {
            let further = self.links[first + 1..].iter().take_while(|link| is(link, INSIDE));
            let (count, chance) = further
                .fold((0, link.chances[BEGIN]), |(count, least), link| (count + 1, least.min(link.chances[INSIDE])));
            (self.runs.pieces[first].start..self.runs.pieces[first + count].end, chance)
        })
    }
}

/// Whether more evidence may change whether a word is of a person's name.
fn is_open(link: &Link) -> bool {
    let person = link.chances[BEGIN] + link.chances[INSIDE];
    person > SETTLED && person < 1.0 - SETTLED
}
