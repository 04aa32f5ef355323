//! Hostile texts: what a byte of each costs, beside a byte of news, at one size and at four times that.

mod texts;

use std::hint::black_box;
use std::time::Duration;

use chronique::{Annotator, Context, Language};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

const SIZE: usize = 64 << 10;

/// A text of that many bytes or a few more.
type Generator = fn(usize) -> String;

fn repeated(part: &str, bytes: usize) -> String {
    part.repeat(bytes / part.len() + 1)
}

fn distinct_names(bytes: usize) -> String {
    (0..bytes / 16).map(|number| format!("M. Dupont-N{number}. ")).collect()
}

const TEXTS: [(&str, Generator); 11] = [
    ("news", |bytes| texts::news("fr", bytes)),
    ("no-space", |bytes| repeated("abcdefghij", bytes)),
    ("digits", |bytes| repeated("1234567890", bytes)),
    ("ones", |bytes| repeated("1 ", bytes)),
    ("slashes", |bytes| repeated("1/", bytes)),
    ("weekdays", |bytes| repeated("lundi ", bytes)),
    ("months", |bytes| repeated("mars ", bytes)),
    ("ranges", |bytes| repeated("du 1 au 2 ", bytes)),
    ("accents", |bytes| repeated("e\u{301}\u{301}\u{301}", bytes)),
    ("quotes", |bytes| repeated("« ( \" ", bytes)),
    ("names", distinct_names),
];

fn worst_case(criterion: &mut Criterion) {
    let annotator = Annotator::new();
    let context = Context::new().language(Language::French).anchor("2024-03-05".parse().expect("a date"));
    let mut group = criterion.benchmark_group("worst-case");
    group.sample_size(10).measurement_time(Duration::from_secs(1)).warm_up_time(Duration::from_millis(200));
    for (name, generate) in TEXTS {
        for size in [SIZE, 4 * SIZE] {
            let text = generate(size);
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_with_input(BenchmarkId::new(name, size), &text, |b, text| {
                b.iter(|| annotator.annotate_with(black_box(text), &context));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, worst_case);
criterion_main!(benches);
