//! Documents cut into runs, with the features of every word looked up.

use std::collections::HashMap;

use chronique::segment::{Contractions, Segmentation, Segmenter};

use crate::corpus::Document;
use crate::learn::Example;
use crate::people::features::Window;
use crate::people::lattice::{BEGIN, Chain, INSIDE, Scores};
use crate::people::runs::Runs;
use crate::people::tagger::Tagging;
use crate::people::words::Words;

/// The features seen in training, numbered in the order of their first sight.
pub type Features = HashMap<u64, u32>;

/// A document to learn from.
pub struct Prepared {
    pub document: Document,
    segmentation: Segmentation,
    pub runs: Runs,
    pub examples: Vec<Example>,
}

impl Prepared {
    /// Cuts a document and numbers its features.
    pub fn new(document: Document, features: &mut Features) -> Prepared {
        let words = Words::of(document.language);
        let segmentation = Segmenter::new(document.language).contractions(Contractions::Parts).segment(&document.text);
        let runs = Runs::of(&document.text, &segmentation, words, true);
        let mut window = Window::default();
        let mut examples = Vec::with_capacity(runs.runs.len());
        for run in &runs.runs {
            window.fill(&document.text, &segmentation, &runs, run, words, document.language as u32);
            let mut rows = vec![Vec::new(); run.pieces.len()];
            for (at, rows) in rows.iter_mut().enumerate() {
                window.features(at, |feature| {
                    let next = features.len() as u32;
                    rows.push(*features.entry(feature).or_insert(next));
                });
            }
            let token = |at: usize| segmentation.tokens()[at].span();
            let pieces = runs.words(run).iter();
            let masks = pieces.map(|piece| document.mask(token(piece.start).start()..token(piece.end - 1).end()));
            examples.push(Example {
                base: vec![[0.0; 8]; rows.len()],
                rows,
                masks: begun(masks.collect()),
                share: document.share,
            });
        }
        Prepared { document, segmentation, runs, examples }
    }

    /// Keeps only the features that have a new number.
    pub fn keep(&mut self, numbers: &HashMap<u32, u32>) {
        for rows in self.examples.iter_mut().flat_map(|example| &mut example.rows) {
            *rows = rows.iter().filter_map(|row| numbers.get(row).copied()).collect();
        }
    }

    /// Tags the document with the scores of its rows.
    pub fn tag(&self, score: impl Fn(&[u32]) -> Scores, chain: &Chain) -> Tagging<'_> {
        let mut rows = self.examples.iter().flat_map(|example| &example.rows);
        let (document, words) = (&self.document, Words::of(self.document.language));
        let next = |_: &Window, _| rows.next().map_or([0.0; 8], |rows| score(rows));
        let language = document.language as u32;
        Tagging::first(&document.text, &self.segmentation, &self.runs, words, language, chain, next)
    }
}

/// A name that begins before its run begins with the run.
fn begun(mut masks: Vec<u8>) -> Vec<u8> {
    const PERSON: u8 = 1 << BEGIN | 1 << INSIDE;
    for at in 0..masks.len() {
        if masks[at] == 1 << INSIDE && (at == 0 || masks[at - 1] & PERSON == 0) {
            masks[at] = 1 << BEGIN;
        }
    }
    masks
}
