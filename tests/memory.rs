//! What memory is asked for, counted by an allocator.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::fmt::Write;

use chronique::segment::{Segmentation, Segmenter};
use chronique::{Annotator, Context, Kind, Language, Reader};

/// Counts what one thread asks for.
struct Counting;

thread_local! {
    static CALLS: Cell<usize> = const { Cell::new(0) };
    static GIVEN_BACK: Cell<usize> = const { Cell::new(0) };
    static LIVE: Cell<isize> = const { Cell::new(0) };
    static PEAK: Cell<isize> = const { Cell::new(0) };
}

fn hold(bytes: isize) {
    let live = LIVE.get() + bytes;
    LIVE.set(live);
    PEAK.set(PEAK.get().max(live));
}

// Safety: it hands everything on to the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        hold(layout.size() as isize);
        CALLS.set(CALLS.get() + 1);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        hold(-(layout.size() as isize));
        GIVEN_BACK.set(GIVEN_BACK.get() + 1);
        unsafe { System.dealloc(memory, layout) }
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        hold(size as isize - layout.size() as isize);
        CALLS.set(CALLS.get() + 1);
        GIVEN_BACK.set(GIVEN_BACK.get() + 1);
        unsafe { System.realloc(memory, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// What was asked for while something ran.
#[derive(Debug)]
struct Asked {
    calls: usize,
    /// Most bytes held at once.
    peak: isize,
    /// Bytes held at the end.
    kept: isize,
}

fn asked<T>(run: impl FnOnce() -> T) -> (T, Asked) {
    let (calls, live) = (CALLS.get(), LIVE.get());
    PEAK.set(live);
    let result = run();
    (result, Asked { calls: CALLS.get() - calls, peak: PEAK.get() - live, kept: LIVE.get() - live })
}

/// Running text with something of every kind, different at every turn.
fn news(bytes: usize) -> String {
    let mut text = String::new();
    for turn in 0.. {
        if text.len() >= bytes {
            break;
        }
        let (day, year) = (turn % 28 + 1, 1990 + turn % 30);
        let _ = write!(
            text,
            "Le {day} mars {year}, la directrice Claire Fontaine a reçu les habitants du quartier numéro {turn}, qui se plaignent \
             du bruit des travaux depuis des mois. La veille, trois équipes avaient vérifié les conduites de la rue.\n\n"
        );
    }
    text
}

fn french() -> Context {
    Context::new().language(Language::French)
}

#[test]
fn segmenting_again_asks_for_nothing() {
    let text = news(64 << 10);
    let segmenter = Segmenter::new(Language::French);
    let mut segmentation = Segmentation::default();
    segmenter.segment_into(&text, &mut segmentation);
    let ((), asked) = asked(|| segmenter.segment_into(&text, &mut segmentation));
    assert!(segmentation.tokens().len() > 10_000, "{}", segmentation.tokens().len());
    assert_eq!(asked.calls, 0, "{asked:?}");
}

#[test]
fn tokens_alone_ask_for_nothing() {
    let text = news(64 << 10);
    let segmenter = Segmenter::new(Language::French);
    let (count, asked) = asked(|| segmenter.tokens(&text).count());
    assert!(count > 10_000, "{count}");
    assert_eq!(asked.calls, 0, "{asked:?}");
}

#[test]
fn a_document_gives_back_all_it_took() {
    let annotator = Annotator::new();
    let text = news(32 << 10);
    drop(annotator.annotate_with(&text, &french()));
    let (found, asked) = asked(|| annotator.annotate_with(&text, &french()).annotations().len());
    assert!(found > 500, "{found}");
    assert_eq!(asked.kept, 0, "{asked:?}");
}

#[test]
fn memory_grows_with_the_text_and_no_faster() {
    let annotator = Annotator::new();
    let per_byte = |bytes: usize| {
        let text = news(bytes);
        drop(annotator.annotate_with(&text, &french()));
        let (_, asked) = asked(|| annotator.annotate_with(&text, &french()));
        asked.peak as f64 / text.len() as f64
    };
    let (small, large) = (per_byte(32 << 10), per_byte(256 << 10));
    assert!(large < small * 1.3, "{small} bytes for one of text, then {large}");
    assert!(large < 10.0, "{large} bytes for one of text");
}

/// How many blocks were asked for while a text was read, beyond those that its document keeps; and how many annotations it has.
fn short_lived(reader: &mut Reader, text: &str) -> (usize, usize) {
    let (document, asked) = asked(|| reader.annotate_with(text, &french()));
    let (found, before) = (document.annotations().len(), GIVEN_BACK.get());
    drop(document);
    (asked.calls + before - GIVEN_BACK.get(), found)
}

/// An interval, a recurrence, and what counts from another date are put together of parts that live as long as their sentence: no
/// more than two of them for an annotation. The lists in which people are told apart are made anew for each document.
#[test]
fn a_reader_asks_for_little_more_than_its_documents_keep() {
    let times = [Kind::Date, Kind::DayName, Kind::Time, Kind::Duration, Kind::Set, Kind::Interval];
    let mut of_times = Annotator::builder().kinds(times).build().expect("the packs compile").reader();
    let mut of_all = Annotator::new().reader();
    let (long, short) = (news(64 << 10), "La veille, la directrice Claire Fontaine a reçu les habitants.");
    for reader in [&mut of_times, &mut of_all] {
        drop(reader.annotate_with(&long, &french()));
    }
    assert_eq!(short_lived(&mut of_times, short), (0, 1));
    let (for_times, found) = short_lived(&mut of_times, &long);
    assert!(found > 500 && for_times < 2 * found, "{for_times} blocks for {found} annotations");
    for text in [&long, short] {
        let (for_all, _) = short_lived(&mut of_all, text);
        let for_people = for_all - short_lived(&mut of_times, text).0;
        assert!(for_people < 64, "{for_people} blocks to read people in {} bytes", text.len());
    }
}
