//! What each stage costs beside word boundaries: the best of many short rounds taken in turn, so that what else the machine
//! does in a round slows all of them alike.

mod texts;

use std::hint::black_box;
use std::time::{Duration, Instant};

use chronique::segment::Segmenter;
use chronique::{Annotator, Context, Kind, Language};
use unicode_segmentation::UnicodeSegmentation;

const SIZE: usize = 256 << 10;
const ROUNDS: usize = 120;
const TIMES: [Kind; 6] = [Kind::Date, Kind::DayName, Kind::Time, Kind::Duration, Kind::Set, Kind::Interval];

fn main() {
    let annotator =
        |kinds: &[Kind]| Annotator::builder().kinds(kinds.iter().copied()).build().expect("the packs compile");
    let (none, times, whole) = (annotator(&[]), annotator(&TIMES), Annotator::new());
    println!(
        "Speed in multiples of that of word boundaries; what each stage adds in multiples of tokens and sentences"
    );
    println!(
        "{:9} {:>7} {:>17} {:>7} {:>7} | {:>5} {:>6}",
        "", "tokens", "tokens+sentences", "times", "whole", "times", "people"
    );
    for language in Language::ALL {
        let text = texts::news(language.code(), SIZE);
        let context = Context::new().language(language);
        let annotate = |annotator: &Annotator| annotator.annotate_with(black_box(&text), &context).people().len();
        let segmenter = Segmenter::new(language);
        let [words, tokens, none, times, whole] = best([
            &|| black_box(&text).split_word_bound_indices().count(),
            &|| segmenter.tokens(black_box(&text)).count(),
            &|| annotate(&none),
            &|| annotate(&times),
            &|| annotate(&whole),
        ]);
        println!(
            "{:9} {:7.2} {:17.2} {:7.2} {:7.2} | {:5.2} {:6.2}",
            language.code(),
            words / tokens,
            words / none,
            words / times,
            words / whole,
            (times - none) / none,
            (whole - times) / none
        );
    }
}

/// The shortest time of each work in seconds, over rounds in which each has its turn.
fn best<const N: usize>(works: [&dyn Fn() -> usize; N]) -> [f64; N] {
    let mut best = [Duration::MAX; N];
    for _ in 0..ROUNDS {
        for (best, work) in best.iter_mut().zip(works) {
            let start = Instant::now();
            black_box(work());
            *best = start.elapsed().min(*best);
        }
    }
    best.map(|time| time.as_secs_f64())
}
