//! What can be had from crates.io, beside this library, on the same text in the same run: the best of many short rounds, in turn, so
//! that what else the machine does falls on all alike.
//!
//! `rivals` prints a table; `rivals --text fr|en BYTES` prints the text, for programs in other languages.

#[path = "../../texts/mod.rs"]
mod texts;

use std::hint::black_box;
use std::time::{Duration, Instant};

use charabia::Tokenize;
use chrono::{FixedOffset, TimeZone};
use chronique::segment::{Segmentation, Segmenter};
use chronique::{Annotator, Context, Kind, Language};
use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;
use unicode_segmentation::UnicodeSegmentation;

/// Bytes of text, and of the beginning of it that a slow one reads.
const BYTES: usize = 256 << 10;
const FEW_BYTES: usize = 8 << 10;
/// How long each is measured, at least.
const TIME: Duration = Duration::from_secs(5);

const TIMES: [Kind; 6] = [Kind::Date, Kind::DayName, Kind::Time, Kind::Duration, Kind::Set, Kind::Interval];

/// One that reads text.
struct Reader<'r> {
    name: &'static str,
    slow: bool,
    read: Box<dyn FnMut(&str) -> usize + 'r>,
    best: Duration,
}

impl<'r> Reader<'r> {
    fn new(name: &'static str, read: impl FnMut(&str) -> usize + 'r) -> Reader<'r> {
        Reader { name, slow: false, read: Box::new(read), best: Duration::MAX }
    }

    fn slow(self) -> Reader<'r> {
        Reader { slow: true, ..self }
    }

    fn bytes(&self, text: &'static str) -> &'static str {
        if self.slow { &text[..text.floor_char_boundary(FEW_BYTES)] } else { text }
    }

    fn round(&mut self, text: &'static str) {
        let text = self.bytes(text);
        let begin = Instant::now();
        black_box((self.read)(black_box(text)));
        self.best = self.best.min(begin.elapsed());
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => Language::ALL.into_iter().for_each(compare),
        ["--text", language @ ("fr" | "en"), bytes] if bytes.parse::<usize>().is_ok() => {
            print!("{}", texts::news(language, bytes.parse().unwrap_or_default()));
        }
        _ => {
            eprintln!("usage: rivals [--text fr|en BYTES]");
            std::process::exit(2);
        }
    }
}

fn compare(language: Language) {
    let text: &'static str = texts::news(language.code(), BYTES).leak();
    let mut readers = readers(language);
    let begin = Instant::now();
    while begin.elapsed() < TIME * readers.len() as u32 {
        readers.iter_mut().for_each(|reader| reader.round(text));
    }
    let speed = |reader: &Reader| reader.bytes(text).len() as f64 / 1e6 / reader.best.as_secs_f64();
    let unit = speed(&readers[0]);
    println!("{language}, {} KB of news", text.len() >> 10);
    for reader in &readers {
        let speed = speed(reader);
        println!("  {:<44} {speed:>9.3} MB/s {:>8.4}", reader.name, speed / unit);
    }
}

fn readers(language: Language) -> Vec<Reader<'static>> {
    let segmenter = Segmenter::new(language);
    let sentences = segmenter.clone();
    let mut segmentation = Segmentation::default();
    let icu = WordSegmenter::new_auto(WordBreakInvariantOptions::default());
    vec![
        Reader::new("unicode-segmentation, word boundaries", |text| text.split_word_bound_indices().count()),
        Reader::new("icu_segmenter, word boundaries", move |text| icu.segment_str(text).count()),
        Reader::new("charabia, tokens for search", |text| text.tokenize().count()),
        Reader::new("chronique, tokens", move |text| segmenter.tokens(text).count()),
        Reader::new("chronique, tokens and sentences", move |text| {
            sentences.segment_into(text, &mut segmentation);
            segmentation.sentences().len()
        }),
        annotating("chronique, times", language, Annotator::builder().kinds(TIMES).build()),
        annotating("chronique, times and people", language, Ok(Annotator::new())),
        duckling(language),
    ]
}

fn annotating(name: &'static str, language: Language, annotator: Result<Annotator, chronique::Error>) -> Reader<'static> {
    let annotator = annotator.expect("the packs compile");
    let context = Context::new().language(language).anchor("2024-03-05".parse().expect("a date"));
    Reader::new(name, move |text| annotator.annotate_with(text, &context).annotations().len())
}

/// Duckling reads messages: it is given a sentence at a time.
fn duckling(language: Language) -> Reader<'static> {
    use duckling::{Context, DimensionKind, Lang, Locale, Options, parse};

    let locale = Locale::new(if language == Language::French { Lang::FR } else { Lang::EN }, None);
    let day = FixedOffset::east_opt(0).and_then(|utc| utc.with_ymd_and_hms(2024, 3, 5, 0, 0, 0).single());
    let context = Context::new(day.expect("a time"), locale);
    let dimensions = [DimensionKind::Time, DimensionKind::Duration];
    Reader::new("duckling, times, a sentence at a time", move |text| {
        let sentences = chronique::segment::sentences(text);
        let found =
            |text: &str| parse(text, &locale, &dimensions, &context, &Options::default()).len();
        sentences.map(|sentence| found(&text[sentence.span().range()])).sum()
    })
    .slow()
}
