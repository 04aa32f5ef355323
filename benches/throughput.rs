//! The whole pipeline in bytes per second, by language and by kinds wanted, with the word boundaries of
//! `unicode-segmentation` beside it in the same run.

mod texts;

use std::hint::black_box;
use std::time::Duration;

use chronique::{Annotator, Context, Kind, Language};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use unicode_segmentation::UnicodeSegmentation;

const SIZE: usize = 2 << 20;
const TIMES: [Kind; 6] = [Kind::Date, Kind::DayName, Kind::Time, Kind::Duration, Kind::Set, Kind::Interval];

fn throughput(criterion: &mut Criterion) {
    let texts = [
        ("article", Language::French, texts::ARTICLE.to_owned()),
        ("news-fr", Language::French, texts::news("fr", SIZE)),
        ("news-en", Language::English, texts::news("en", SIZE)),
    ];
    let whole = Annotator::new();
    let times = Annotator::builder().kinds(TIMES).build().expect("the packs compile");
    let none = Annotator::builder().kinds([]).build().expect("the packs compile");
    for (name, language, text) in &texts {
        let context = Context::new().language(*language);
        let mut group = criterion.benchmark_group(*name);
        group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(10);
        group.measurement_time(Duration::from_secs(3)).warm_up_time(Duration::from_secs(1));
        group.bench_function("everything", |b| b.iter(|| whole.annotate_with(black_box(text), &context)));
        group.bench_function("times", |b| b.iter(|| times.annotate_with(black_box(text), &context)));
        group.bench_function("tokens-and-sentences", |b| b.iter(|| none.annotate_with(black_box(text), &context)));
        group.bench_function("unicode-words", |b| b.iter(|| black_box(text).split_word_bound_indices().count()));
        group.throughput(Throughput::Bytes(2 * text.len() as u64));
        group.bench_function("everything-twice-on-two-threads", |b| {
            b.iter(|| {
                std::thread::scope(|scope| {
                    let other = scope.spawn(|| whole.annotate_with(black_box(text), &context));
                    (whole.annotate_with(black_box(text), &context), other.join())
                })
            });
        });
        group.finish();
    }
}

criterion_group!(benches, throughput);
criterion_main!(benches);
