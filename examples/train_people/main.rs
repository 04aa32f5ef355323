//! Learns the weights of the tagger of people.
//!
//! `cargo run --release --example train_people -- FOLDER OUT` reads every `*.train.jsonl` of the folder, learns,
//! prints the scores on every `*.dev.jsonl` and `*.val.jsonl` and writes the weights to OUT
//! (`src/people/weights.bin`). The same folder gives the same bytes.

mod corpus;
mod learn;

mod language {
    pub use chronique::Language;
}
mod span {
    pub use chronique::Span;
}
mod segment {
    pub use chronique::segment::*;
}
#[allow(dead_code, unused_imports)]
#[path = "../../src/people/mod.rs"]
mod people;

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::{env, fs};

use chronique::segment::{Segmentation, Segmenter};

use corpus::Document;
use learn::{Dice, Example, Learner};
use people::evidence;
use people::features::{ROWS, Window};
use people::lattice::{BEGIN, INSIDE, LABELS, Scores, Transitions};
use people::runs::Runs;
use people::tagger::Tagging;
use people::words::Words;

/// A document ready to learn from or to be tagged.
struct Prepared {
    document: Document,
    segmentation: Segmentation,
    runs: Runs,
    words: &'static Words,
    examples: Vec<Example>,
}

fn var(name: &str, default: f32) -> f32 {
    env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

fn prepare(document: Document) -> Prepared {
    let words = Words::of(document.language);
    let segmentation = Segmenter::new(document.language).segment(&document.text);
    let runs = Runs::find(&document.text, &segmentation, words);
    let mut window = Window::new();
    let examples = runs
        .runs
        .iter()
        .map(|run| {
            window.fill(&document.text, &segmentation, &runs, run, words, document.language as u32);
            let rows = (0..run.pieces.len())
                .map(|at| {
                    let mut rows = Vec::with_capacity(48);
                    window.features(at, |row| rows.push(row as u32));
                    rows
                })
                .collect();
            let masks = runs
                .words(run)
                .iter()
                .map(|piece| {
                    document.mask(
                        segmentation.tokens()[piece.start].span().start()
                            ..segmentation.tokens()[piece.end - 1].span().end(),
                    )
                })
                .collect();
            Example { rows, base: vec![[0.0; 8]; run.pieces.len()], masks: valid(masks) }
        })
        .collect();
    Prepared { document, segmentation, runs, words, examples }
}

/// A name that begins before its run does begin with the run.
fn valid(mut masks: Vec<u8>) -> Vec<u8> {
    let person = 1 << BEGIN | 1 << INSIDE;
    for at in 0..masks.len() {
        if masks[at] == 1 << INSIDE && (at == 0 || masks[at - 1] & person == 0) {
            masks[at] = 1 << BEGIN;
        }
    }
    masks
}

impl Prepared {
    fn tag(&self, score: impl Fn(&[u32]) -> Scores, transitions: &Transitions) -> Tagging {
        let rows: Vec<&Vec<u32>> = self.examples.iter().flat_map(|example| &example.rows).collect();
        let mut next = rows.into_iter();
        let language = self.document.language as u32;
        let mut tagging =
            Tagging::first(&self.document.text, &self.segmentation, &self.runs, self.words, language, |_, _| {
                next.next().map_or([0.0; 8], |rows| score(rows))
            });
        tagging.label(transitions);
        tagging
    }

    /// The spans that a tagging names.
    fn found(&self, tagging: &Tagging) -> Vec<Range<usize>> {
        people::tagger::names(&self.runs, tagging)
            .map(|(tokens, _)| {
                let at = |index: usize| self.segmentation.tokens()[index].span();
                at(tokens.start).start()..at(tokens.end - 1).end()
            })
            .collect()
    }
}

fn train(examples: &[&Example], seed: u64, epochs: usize) -> Learner {
    let mut learner = Learner::new(ROWS, None, var("RATE", 0.1), var("DECAY", 1e-5));
    let mut dice = Dice(seed);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    for _ in 0..epochs {
        dice.shuffle(&mut order);
        for &at in &order {
            learner.learn(examples[at], var("DROP", 0.1), &mut dice);
        }
    }
    learner
}

fn files(folder: &Path, kinds: &[&str]) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a folder")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| kinds.iter().any(|kind| path.to_string_lossy().ends_with(&format!(".{kind}.jsonl"))))
        .collect();
    files.sort();
    files
}

fn main() {
    let mut arguments = env::args().skip(1);
    let folder = PathBuf::from(arguments.next().expect("the folder of the training text"));
    let out = arguments.next().expect("the file to write");
    let skip = env::var("SKIP").unwrap_or_default();
    let mut prepared = Vec::new();
    for path in files(&folder, &["train"]) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if skip.split(',').any(|s| !s.is_empty() && name.starts_with(s)) {
            continue;
        }
        let lines = if name.starts_with("newseye") || name.starts_with("europeana") { 1 } else { 8 };
        prepared.extend(corpus::read(&path, lines).into_iter().map(prepare));
    }
    let folds = 4;
    let epochs = var("EPOCHS", 8.0) as usize;
    let examples = |fold: Option<usize>| -> Vec<&Example> {
        prepared
            .iter()
            .enumerate()
            .filter(|(at, _)| fold.is_none_or(|fold| at % folds != fold))
            .flat_map(|(_, p)| &p.examples)
            .collect()
    };
    eprintln!("{} documents, {} runs", prepared.len(), examples(None).len());
    let learner = train(&examples(None), 1, epochs);
    // Weights of evidence, on scores of learners that have not seen the document.
    let mut second: Vec<Example> = Vec::new();
    if var("EVIDENCE", 1.0) > 0.0 {
        for fold in 0..folds {
            let learner = train(&examples(Some(fold)), 1, epochs);
            for p in prepared.iter().enumerate().filter(|(at, _)| at % folds == fold).map(|(_, p)| p) {
                let tagging = p.tag(|rows| learner.score(rows, [0.0; 8]), &learner.transitions);
                let rows = tagging.evidence();
                for (run, example) in p.examples.iter().enumerate() {
                    let range = tagging.words(run);
                    if rows[range.clone()].iter().any(Option::is_some) {
                        second.push(Example {
                            rows: rows[range.clone()]
                                .iter()
                                .map(|rows| rows.iter().flatten().map(|&row| row as u32).collect())
                                .collect(),
                            base: tagging.emissions[range].to_vec(),
                            masks: example.masks.clone(),
                        });
                    }
                }
            }
        }
    }
    let mut evidence = Learner::new(evidence::ROWS, Some(learner.transitions), 0.05, 1e-4);
    let mut dice = Dice(7);
    for _ in 0..6 {
        dice.shuffle(&mut second);
        for example in &second {
            evidence.learn(example, 0.0, &mut dice);
        }
    }
    write(&out, &learner, &evidence.weights);
    report(&folder, &learner, &evidence.weights);
}

fn write(out: &str, learner: &Learner, evidence: &[Scores]) {
    let mut largest: Vec<f32> = learner.weights.iter().flatten().map(|w| w.abs()).filter(|&w| w > 0.0).collect();
    largest.sort_by(f32::total_cmp);
    let scale = largest[largest.len() * 9995 / 10000] / 127.0;
    let mut bytes = Vec::new();
    let mut number = |value: f32| bytes.extend(value.to_le_bytes());
    number(scale);
    learner.transitions.iter().flatten().for_each(|&value| number(value));
    evidence.iter().flat_map(|row| &row[..LABELS]).for_each(|&value| number(value));
    bytes.extend(learner.weights.iter().flatten().map(|w| (w / scale).round().clamp(-127.0, 127.0) as i8 as u8));
    fs::write(out, bytes).expect("the weights are written");
}

fn report(folder: &Path, learner: &Learner, evidence: &[Scores]) {
    let mut means: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for path in files(folder, &["dev", "val"]) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let prepared: Vec<Prepared> = corpus::read(&path, 1).into_iter().map(prepare).collect();
        let mut line = format!("{:24}", name.trim_end_matches(".jsonl"));
        for pass in 1..=2 {
            let (mut gold, mut found, mut right) = (0, 0, 0);
            for p in &prepared {
                let mut tagging = p.tag(|rows| learner.score(rows, [0.0; 8]), &learner.transitions);
                if pass == 2 {
                    tagging.second(&learner.transitions, evidence);
                }
                let spans = p.found(&tagging);
                gold += p.document.people.len();
                found += spans.len();
                if pass == 2 && env::var("SHOW").is_ok_and(|show| name.starts_with(&show)) {
                    let t = &p.document.text;
                    let show = |r: &Range<usize>| {
                        let mut a = r.start.saturating_sub(40);
                        while !t.is_char_boundary(a) {
                            a -= 1
                        }
                        let mut b = (r.end + 40).min(t.len());
                        while !t.is_char_boundary(b) {
                            b += 1
                        }
                        format!("{}[[{}]]{}", &t[a..r.start], &t[r.clone()], &t[r.end..b]).replace('\n', "|")
                    };
                    for s in &spans {
                        if !p.document.people.contains(s) {
                            println!("FP {}", show(s))
                        }
                    }
                    for s in &p.document.people {
                        if !spans.contains(s) {
                            println!("FN {}", show(s))
                        }
                    }
                }
                right += spans.iter().filter(|span| p.document.people.contains(span)).count();
            }
            let (p, r) = (right as f64 / found.max(1) as f64, right as f64 / gold as f64);
            let f = 200.0 * p * r / (p + r).max(1e-9);
            line += &format!("  {pass}: P {:5.1} R {:5.1} F {f:5.1}", 100.0 * p, 100.0 * r);
            means.entry(if pass == 1 { "first" } else { "second" }).or_default().push(f);
            for group in
                [("modern", ["ntrex", "wikineural", "uner"].as_slice()), ("old", &["newseye", "europeana", "hipe"])]
            {
                if group.1.iter().any(|g| name.starts_with(g)) {
                    means
                        .entry(if pass == 1 {
                            if group.0 == "modern" { "modern1" } else { "old1" }
                        } else if group.0 == "modern" {
                            "modern2"
                        } else {
                            "old2"
                        })
                        .or_default()
                        .push(f);
                }
            }
        }
        println!("{line}");
    }
    for (what, values) in means {
        print!("{what} {:.2}  ", values.iter().sum::<f64>() / values.len() as f64);
    }
    println!();
    let _ = INSIDE;
}
