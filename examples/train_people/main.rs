//! Learns the weights of the tagger of people.
//!
//! ```text
//! cargo run --release --example train_people -- FOLDER src/people/weights.bin
//! ```
//!
//! reads every `*.train.jsonl` of the folder (a document a line: `text`, `lang`, people as `gold`, other names as
//! `other`, by character offsets), makes more text from `data/` and by exchanging names, learns, writes the
//! weights and prints the scores on every `*.dev.jsonl` and `*.val.jsonl`. The same folder gives the same bytes.

mod corpus;
mod learn;
mod pack;
mod patterns;
mod prepared;
mod rename;
mod report;

#[path = "../../src/lang/quick.rs"]
mod quick;

mod lang {
    pub(crate) use super::quick::QuickMap;
}
mod language {
    pub use chronique::Language;
}
mod segment {
    pub use chronique::segment::*;
}
mod span {
    pub use chronique::Span;
}
/// The library's own code, so that features are the same here and there.
#[allow(dead_code, unused_imports)]
#[path = "../../src/people/mod.rs"]
mod people;

use std::collections::HashMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::{env, fs};

use chronique::Language;

use corpus::Document;
use learn::{Dice, Example, Learner};
use people::evidence;
use people::lattice::{BEGIN, Chain, Scores};
use people::model::Model;
use people::tagger::Tagging;
use prepared::{Features, Prepared};
use rename::Pool;

/// Rounds over the training text.
const ROUNDS: u64 = 8;
/// Learners that see the text in another order, and whose mean is kept.
const LEARNERS: u64 = 3;
/// The size of the steps, and how far every step leads back to 0.
const RATE: f32 = 0.03;
const DECAY: f32 = 1e-5;
/// The share of features left out at random, so that none is leaned on alone.
const DROPOUT: f32 = 0.15;
/// What speaks against a name before anything is known of it, on the scale of the scores.
const CAUTION: f32 = 0.5;
/// How often a text is learned in a round: new text, of which there is less in English; old print, and the noisiest of
/// it; and any text with other names.
const FRENCH: f32 = 1.0;
const ENGLISH: f32 = 2.0;
const OLD: f32 = 3.0;
const NOISY: f32 = 0.5;
const RENAMED: f32 = 0.4;
/// How often a pattern is filled.
const COPIES: usize = 6;
/// Sentences that follow each other in a file and are read as one document.
const SENTENCES: usize = 8;
/// The parts of the text that the evidence is learned on, one left out at a time.
const FOLDS: usize = 4;

fn main() {
    let mut arguments = env::args().skip(1);
    let (Some(folder), Some(out)) = (arguments.next(), arguments.next()) else {
        eprintln!("train_people FOLDER OUT");
        std::process::exit(2);
    };
    let folder = PathBuf::from(folder);
    let mut features = Features::new();
    let mut prepared: Vec<Prepared> =
        documents(&folder).into_iter().map(|document| Prepared::new(document, &mut features)).collect();
    let kept = pack::choose(&mean(&prepared, features.len()), &features, &prepared);
    eprintln!("{} of {} features kept", kept.len(), features.len());
    let numbers: HashMap<u32, u32> = kept.iter().zip(0..).map(|(&(_, row), number)| (row, number)).collect();
    prepared.iter_mut().for_each(|document| document.keep(&numbers));
    let mut learner = mean(&prepared, kept.len());
    for row in &mut learner.transitions {
        row[BEGIN] -= CAUTION;
    }
    let evidence = evidence(&prepared, kept.len(), &learner);
    let bytes = pack::pack(&learner, &evidence, &kept);
    fs::write(out, &bytes).expect("the weights can be written");
    let model = Model::read(bytes.as_slice().try_into().expect("the size of a file of weights"));
    for path in files(&folder, &["dev", "val"]) {
        report::report(&path, &model);
    }
}

/// Everything that is learned from.
fn documents(folder: &Path) -> Vec<Document> {
    let mut documents = Vec::new();
    for path in files(folder, &["train"]) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let noisy = name.starts_with("europeana");
        let whole = noisy || name.starts_with("newseye");
        let mut read = corpus::read(&path, if whole { 1 } else { SENTENCES });
        for document in &mut read {
            document.share = match (noisy, whole) {
                (true, _) => NOISY,
                (_, true) => OLD,
                _ if document.language == Language::English => ENGLISH,
                _ => FRENCH,
            };
        }
        documents.append(&mut read);
    }
    let mut dice = Dice(3);
    let settled = |document: &&Document| document.share > NOISY;
    let everyone = Pool::of(documents.iter().filter(settled));
    let mut more: Vec<Document> =
        documents.iter().filter(settled).map(|document| rename::rename(document, &everyone, &mut dice)).collect();
    more.iter_mut().for_each(|document| document.share = RENAMED);
    let pools = Language::ALL.map(|language| {
        let own = documents.iter().filter(settled).filter(|document| document.language == language);
        (language, Pool::of(own))
    });
    documents.append(&mut more);
    documents.extend(patterns::documents(&pools.into(), COPIES, &mut dice));
    documents
}

/// The mean of learners that see the documents in different order.
fn mean(prepared: &[Prepared], features: usize) -> Learner {
    let mut learner = Learner::new(features, None, RATE, DECAY);
    for seed in 1..=LEARNERS {
        learner.merge(&train(prepared, features, seed, |_| true), seed);
    }
    learner
}

fn train(prepared: &[Prepared], features: usize, seed: u64, wanted: impl Fn(usize) -> bool) -> Learner {
    let documents = prepared.iter().enumerate().filter(|&(at, _)| wanted(at));
    let mut examples: Vec<&Example> = documents.flat_map(|(_, document)| &document.examples).collect();
    let mut learner = Learner::new(features, None, RATE, DECAY);
    let mut dice = Dice(seed);
    for _ in 0..ROUNDS {
        dice.shuffle(&mut examples);
        for example in &examples {
            let mut times = example.share;
            while dice.happens(times) {
                learner.learn(example, DROPOUT, &mut dice);
                times -= 1.0;
            }
        }
    }
    learner
}

/// The weights of evidence, learned on scores of learners that have not seen the document.
fn evidence(prepared: &[Prepared], features: usize, whole: &Learner) -> Vec<Scores> {
    let mut examples = Vec::new();
    let chain = Chain::new(&whole.transitions);
    for fold in 0..FOLDS {
        let learner = train(prepared, features, 1, |at| at % FOLDS != fold);
        for document in prepared.iter().skip(fold).step_by(FOLDS) {
            let tagging = document.tag(|rows| learner.score(rows, [0.0; 8]), &chain);
            examples.extend(evident(document, &tagging));
        }
    }
    let new = || Learner::new(evidence::ROWS, Some(whole.transitions), 5.0 * RATE, 10.0 * DECAY);
    let (mut learner, mut mean) = (new(), new());
    let mut dice = Dice(LEARNERS + 1);
    for round in 1..=2 * ROUNDS {
        dice.shuffle(&mut examples);
        examples.iter().for_each(|example| learner.learn(example, 0.0, &mut dice));
        mean.merge(&learner, round);
    }
    mean.weights
}

/// The runs of a document that it says something of, with its evidence as their features.
fn evident(document: &Prepared, tagging: &Tagging) -> Vec<Example> {
    let (evidence, places) = tagging.gather();
    let rows = |words: &Range<usize>, at: usize| -> Vec<u32> {
        evidence.rows(places[at], &tagging.occurrence(words, at)).into_iter().flatten().map(u32::from).collect()
    };
    let rows: Vec<Vec<u32>> =
        document.runs.runs.iter().flat_map(|run| run.pieces.clone().map(|at| rows(&run.pieces, at))).collect();
    let runs = document.runs.runs.iter().map(|run| run.pieces.clone()).zip(&document.examples);
    runs.filter(|(words, _)| rows[words.clone()].iter().any(|rows| !rows.is_empty()))
        .map(|(words, example)| Example {
            rows: rows[words.clone()].to_vec(),
            base: tagging.links[words].iter().map(|link| link.scores).collect(),
            masks: example.masks.clone(),
            share: 1.0,
        })
        .collect()
}

/// The files of a folder of these kinds, in order.
fn files(folder: &Path, kinds: &[&str]) -> Vec<PathBuf> {
    let of_kind = |path: &PathBuf| kinds.iter().any(|kind| path.to_string_lossy().ends_with(&format!(".{kind}.jsonl")));
    let entries = fs::read_dir(folder).expect("a folder");
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(of_kind).collect();
    files.sort();
    files
}
