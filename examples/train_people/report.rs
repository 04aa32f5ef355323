//! How well the model does on text that it has not learned from.

use std::ops::Range;
use std::path::Path;

use chronique::segment::{Contractions, Segmenter};

use crate::corpus::{self, Document};
use crate::people::model::Model;
use crate::people::runs::Runs;
use crate::people::tagger::Tagging;
use crate::people::words::Words;

/// Prints precision, recall and F1 over exact spans: each run by itself, then with the document's evidence.
pub fn report(path: &Path, model: &Model) {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let documents = corpus::read(path, 1);
    print!("{name:20}");
    for second in [false, true] {
        let (mut gold, mut found, mut right) = (0, 0, 0);
        for document in &documents {
            let spans = tag(document, model, second);
            gold += document.people.len();
            found += spans.len();
            right += spans.iter().filter(|span| document.people.contains(span)).count();
        }
        let (precision, recall) = (right as f64 / found.max(1) as f64, right as f64 / gold.max(1) as f64);
        let f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
        print!("   P {:5.1} R {:5.1} F1 {:5.1}", 100.0 * precision, 100.0 * recall, 100.0 * f1);
    }
    println!();
}

/// Where the model names people.
fn tag(document: &Document, model: &Model, second: bool) -> Vec<Range<usize>> {
    let words = Words::of(document.language);
    let segmentation = Segmenter::new(document.language).contractions(Contractions::Parts).segment(&document.text);
    let runs = Runs::find(&document.text, &segmentation, words);
    let score = |window: &_, at| model.score(window, at);
    let (text, language) = (&document.text, document.language as u32);
    let mut tagging = Tagging::first(text, &segmentation, &runs, words, language, &model.chain, score);
    if second {
        tagging.second(&model.chain, &model.evidence);
    }
    let token = |at: usize| segmentation.tokens()[at].span();
    tagging.names().map(|(tokens, _)| token(tokens.start).start()..token(tokens.end - 1).end()).collect()
}
