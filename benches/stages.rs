//! Each stage in bytes per second: tokens, then sentences too, with the word boundaries of `unicode-segmentation` beside them.

mod texts;

use std::hint::black_box;
use std::time::Duration;

use chronique::Language;
use chronique::segment::{Segmentation, Segmenter};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use unicode_segmentation::UnicodeSegmentation;

const SIZE: usize = 1 << 20;

fn segmentation(criterion: &mut Criterion) {
    for language in Language::ALL {
        let text = texts::news(language.code(), SIZE);
        let segmenter = Segmenter::new(language);
        let mut segmentation = Segmentation::default();
        let mut group = criterion.benchmark_group(format!("segment-{language}"));
        group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(20);
        group.measurement_time(Duration::from_secs(3)).warm_up_time(Duration::from_secs(1));
        group.bench_function("unicode-words", |b| b.iter(|| black_box(&text).split_word_bound_indices().count()));
        group.bench_function("tokens", |b| b.iter(|| segmenter.tokens(black_box(&text)).count()));
        group.bench_function("tokens-and-sentences", |b| {
            b.iter(|| {
                segmenter.segment_into(black_box(&text), &mut segmentation);
                segmentation.sentences().len()
            });
        });
        group.finish();
    }
}

criterion_group!(benches, segmentation);
criterion_main!(benches);
