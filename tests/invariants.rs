//! What holds of every text: nothing panics, spans are true, the same text gives the same document.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::fs;
use std::path::Path;
use std::thread;

use chronique::value::Value;
use chronique::{Anchor, Annotation, Annotator, Context, Direction, Document, Kind, Language, Reader};
use proptest::prelude::*;

fn annotator() -> Annotator {
    Annotator::builder().kinds(Kind::ALL).build().expect("the packs compile")
}

thread_local! {
    /// Reads every text of a test in the same memory.
    static READER: RefCell<Reader> = RefCell::new(annotator().reader());
}

/// Every kind of context that a text may be read with.
fn contexts() -> Vec<Context> {
    let anchor = |text: &str| text.parse::<Anchor>().expect("an anchor is a date");
    vec![
        Context::new(),
        Context::new().language(Language::French).anchor(anchor("2024-02-29")),
        Context::new().language(Language::English).anchor(anchor("2013-02-12T04:30:00")).direction(Direction::Future),
        Context::new().language(Language::French).anchor(anchor("0001-01-01")).direction(Direction::Past),
        Context::new().language(Language::English).anchor(anchor("9999-12-31T23:59:59")).direction(Direction::Nearest),
    ]
}

fn json(document: &Document) -> String {
    serde_json::to_string(document).expect("a document can be written")
}

/// Reads a text in every context, and checks what holds of every document.
fn check(text: &str) {
    let annotator = annotator();
    for context in contexts() {
        let document = annotator.annotate_with(text, &context);
        assert_eq!(document.text(), text);
        tokens_hold(&document);
        sentences_hold(&document);
        annotations_hold(&document);
        people_hold(&document);
        let again = READER.with_borrow_mut(|reader| json(&reader.annotate_with(text, &context)));
        assert_eq!(json(&document), again, "{text:?}");
        let _ = document.timeline();
    }
}

/// Tokens stand in order on characters, and nothing that could be read stands between them.
fn tokens_hold(document: &Document) {
    let text = document.text();
    let mut end = 0;
    for token in document.tokens() {
        let span = token.span();
        assert!(end <= span.start() && span.start() < span.end(), "{span:?} in {text:?}");
        let between = text.get(end..span.start()).unwrap_or_else(|| panic!("{span:?} in {text:?}"));
        assert!(
            !between.contains(|c: char| c.is_alphanumeric() || c.is_ascii_punctuation()),
            "{between:?} in {text:?}"
        );
        assert!(text.get(span.range()).is_some(), "{span:?} in {text:?}");
        end = span.end();
    }
    let rest = &text[end..];
    assert!(!rest.contains(|c: char| c.is_alphanumeric() || c.is_ascii_punctuation()), "{rest:?} in {text:?}");
}

/// Sentences are runs of tokens, each token in one of them.
fn sentences_hold(document: &Document) {
    let mut next = 0;
    for sentence in document.sentences() {
        let tokens = sentence.tokens();
        assert!(tokens.start == next && tokens.start < tokens.end, "{tokens:?} in {:?}", document.text());
        let (first, last) = (&document.tokens()[tokens.start], &document.tokens()[tokens.end - 1]);
        assert_eq!((sentence.span().start(), sentence.span().end()), (first.span().start(), last.span().end()));
        next = tokens.end;
    }
    assert_eq!(next, document.tokens().len(), "{:?}", document.text());
}

/// Annotations stand in order on characters, one inside another or apart, and their values can be read back.
fn annotations_hold(document: &Document) {
    let text = document.text();
    let mut open: Vec<usize> = Vec::new();
    let mut before = (0, Reverse(usize::MAX));
    for annotation in document.annotations() {
        let span = annotation.span();
        assert!(span.start() < span.end(), "{}", told(&annotation));
        assert_eq!(text.get(span.range()), Some(annotation.text()), "{}", told(&annotation));
        let place = (span.start(), Reverse(span.end()));
        assert!(before <= place, "{} stands out of order in {text:?}", told(&annotation));
        before = place;
        open.retain(|end| *end > span.start());
        assert!(open.iter().all(|end| *end >= span.end()), "{} crosses another in {text:?}", told(&annotation));
        open.push(span.end());
        value_holds(&annotation);
    }
}

/// An annotation in a line: its rule, where it stands, its text and its value.
fn told(annotation: &Annotation) -> String {
    let span = annotation.span();
    let value = annotation.value().map(|value| value.to_string()).unwrap_or_default();
    format!("{} at {}..{} {:?} {value}", annotation.rule(), span.start(), span.end(), annotation.text())
}

fn value_holds(annotation: &Annotation) {
    if let Some(resolved) = annotation.resolved() {
        let sides = resolved.start.zip(resolved.end);
        assert!(sides.is_none_or(|(start, end)| start.local < end.local), "{}", told(annotation));
        for instant in [resolved.start, resolved.end].into_iter().flatten() {
            assert!((1..=9999).contains(&chrono::Datelike::year(&instant.local)), "{}", told(annotation));
            assert_eq!(instant.to_string().parse(), Ok(instant), "{}", told(annotation));
        }
    }
    if let Some(value) = annotation.value() {
        let written = value.to_string();
        let read = written.parse::<Value>().unwrap_or_else(|error| panic!("{error} in {}", told(annotation)));
        assert_eq!(read.to_string(), written);
        assert!(annotation.explain().is_some(), "{}", told(annotation));
    }
}

/// Every mention is of a person of the document, who knows of it.
fn people_hold(document: &Document) {
    for annotation in document.mentions() {
        let person = annotation.person().unwrap_or_else(|| panic!("{} is of nobody", told(&annotation)));
        assert!(person.mentions().contains(&annotation.span()), "{}", told(&annotation));
        assert!(!person.name().full.is_empty(), "{}", told(&annotation));
    }
    let mentions: usize = document.people().iter().map(|person| person.mentions().len()).sum();
    assert_eq!(mentions, document.mentions().count(), "{:?}", document.text());
}

fn folder(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every text of the case files.
fn case_texts() -> Vec<String> {
    let mut texts = Vec::new();
    for language in ["fr", "en"] {
        for entry in fs::read_dir(folder("tests/cases").join(language)).expect("a folder of cases") {
            let file = fs::read_to_string(entry.expect("a file").path()).expect("a text");
            let table: toml::Table = file.parse().expect("cases are TOML");
            let cases = table["case"].as_array().expect("a list of cases");
            texts.extend(cases.iter().filter_map(|case| Some(case.get("text")?.as_str()?.to_owned())));
        }
    }
    texts
}

/// The words of a language's lists and rules, with what stands between words.
fn vocabulary(language: Language) -> Vec<String> {
    let folder = folder("src/lang").join(language.code());
    let mut words: Vec<String> = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of words") {
        let path = entry.expect("a file").path();
        let text = fs::read_to_string(&path).unwrap_or_default();
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        if path.ends_with("words.tsv") {
            words.extend(
                lines.flat_map(|line| line.split('\t').next().unwrap_or_default().split('|')).map(str::to_owned),
            );
        } else if path.extension().is_some_and(|extension| extension == "rules") {
            let patterns = lines.map(|line| line.split("->").next().unwrap_or_default());
            let split = patterns.flat_map(|pattern| pattern.split(|c: char| !c.is_alphabetic() && c != '\''));
            words.extend(split.filter(|word| !word.is_empty()).map(str::to_owned));
        }
    }
    words.sort();
    words.dedup();
    assert!(words.len() > 300, "the words are found");
    words
}

/// Texts of a language's own words, numbers and signs: what reaches the rules.
fn expressions(language: Language) -> impl Strategy<Value = String> {
    let signs = [
        "1",
        "2",
        "3",
        "5",
        "17",
        "22",
        "31",
        "60",
        "99",
        "1er",
        "3rd",
        "2023",
        "1999",
        "0000",
        "22h30",
        "9:30",
        "17/11/2023",
        "99999999999999999999",
        "'",
        "\u{2019}",
        "-",
        "\u{2011}",
        "–",
        "—",
        "/",
        ".",
        ",",
        ":",
        "\n",
        "\n\n",
        "(",
        ")",
        "«",
        "»",
        "XVIII",
        "IV",
        "É",
        "Marie",
        "Jean Dupont",
        "Smith",
        "M.",
        "Mr.",
        "\u{ad}",
        "\u{202f}",
    ];
    let words = vocabulary(language);
    let word = prop_oneof![
        3 => proptest::sample::select(words),
        2 => proptest::sample::select(signs.to_vec()).prop_map(str::to_owned),
    ];
    let gaps = proptest::sample::select(vec![" ", " ", " ", " ", "", "\u{a0}", "\u{202f}", "\n"]);
    proptest::collection::vec((word, gaps), 1..24)
        .prop_map(|parts| parts.into_iter().map(|(word, gap)| word + gap).collect())
}

#[test]
fn cases_hold() {
    let texts = case_texts();
    assert!(texts.len() > 10, "the cases are found");
    texts.iter().for_each(|text| check(text));
}

#[test]
fn beginnings_and_ends_of_cases_hold() {
    let annotator = annotator();
    for text in case_texts() {
        for (at, _) in text.char_indices() {
            for part in [&text[..at], &text[at..]] {
                let document = annotator.annotate(part);
                tokens_hold(&document);
                sentences_hold(&document);
                annotations_hold(&document);
                people_hold(&document);
            }
        }
    }
}

#[test]
fn odd_texts_hold() {
    let many = |text: &str| text.repeat(300);
    let zalgo = format!("f{}évrier 2024", "\u{301}".repeat(3000));
    let texts = [
        "",
        " ",
        "\u{feff}",
        "\0",
        "\r",
        "\r\n",
        "\u{2028}",
        "\u{2029}",
        "\u{c}",
        "a\0b",
        "\u{feff}le 3 mars 2024",
        "99999999999999999999 mars",
        "1/1/1/1/1/1",
        "0/0/0000",
        "31/02/2023",
        "24:00",
        "24h60",
        "00:00:60",
        "30 février",
        "31 avril",
        "29 February 2023",
        "semaine 53",
        "week 54 of 2023",
        "year 0",
        "en l'an 10000",
        "5000 BC",
        "in 999999999 years",
        "il y a 99999999999 jours",
        "9999999999999 siècles plus tard",
        "1e400 days",
        "décembre 9999",
        "le 1er janvier 0001",
        "the day after 31 December 9999",
        "trois jours avant le 1er janvier 0001",
        "٣ مارس ٢٠٢٣",
        "𝟚𝟘𝟙𝟘",
        "２０２３年３月",
        "İstanbul le 3 mars",
        "STRAẞE, 3. MÄRZ",
        "ﬁn août",
        "ΣΊΣΥΦΟΣ",
        "🎆 3 mars 🎆",
        "\u{202e}3 mars\u{202c}",
        "fe\u{301}vrier 2024",
        "3\u{ad}mars",
        "3\u{200d}mars",
        "\u{301}",
        "3 mars\u{2028}4 mars",
        "<p>3&nbsp;mars</p>",
        "3 MARS 2024",
        "a\u{300}\u{301}\u{302}",
        "du 1 au 2 au 3 au 4 au 5",
        "de 9h à 10h à 11h à 12h",
        "M. M. M. Dupont",
        "Dupont, Dupont-Dupont, d'Dupont",
        "''''''''",
        "’’’’",
        "....",
        "- - - -",
        "-9999",
        "+33 1 23 45 67 89",
        "192.168.1.1",
        "v2023.11.17",
        "2023-11-17T",
        "T22:00",
        "PT106H",
        "http://a/2023/11/17/",
    ];
    texts.iter().for_each(|text| check(text));
    for text in
        ["lundi ", "mars ", "du 1 au 2 ", "1 ", "1/", "9", "a", "Marie ", "M. Dupont ", "\n", "«", "é", "🎆", "il y a "]
    {
        check(&many(text));
    }
    check(&zalgo);
}

#[test]
fn threads_agree() {
    let texts = case_texts();
    let annotator = annotator();
    let read = |annotator: &Annotator| texts.iter().map(|text| json(&annotator.annotate(text))).collect::<Vec<_>>();
    let alone = read(&annotator);
    thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| read(&annotator.clone()))).collect();
        for thread in threads {
            assert_eq!(thread.join().expect("no thread panics"), alone);
        }
    });
}

/// What the annotations of a text say, with where they stand.
fn said(document: &Document) -> Vec<(usize, Kind, String)> {
    let said = |annotation: Annotation| {
        let value = annotation.value().map(|value| value.to_string()).unwrap_or_default();
        (annotation.span().start(), annotation.kind(), value)
    };
    document.annotations().map(said).collect()
}

#[test]
fn a_far_sentence_changes_nothing() {
    let annotator = annotator();
    for (language, far) in [(Language::French, "\n\nle chat dort."), (Language::English, "\n\nthe cat sleeps.")] {
        let context = Context::new().language(language);
        for text in case_texts() {
            let alone = said(&annotator.annotate_with(&text, &context));
            let longer = format!("{text}{far}");
            assert_eq!(said(&annotator.annotate_with(&longer, &context)), alone, "{longer:?}");
        }
    }
}

#[test]
fn apostrophes_are_alike() {
    let annotator = annotator();
    let values = |text: &str| -> Vec<_> {
        said(&annotator.annotate(text)).into_iter().map(|(_, kind, value)| (kind, value)).collect()
    };
    for text in case_texts() {
        assert_eq!(values(&text.replace('\u{2019}', "'")), values(&text.replace('\'', "\u{2019}")), "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn french_expressions_hold(text in expressions(Language::French)) {
        check(&text);
    }

    #[test]
    fn english_expressions_hold(text in expressions(Language::English)) {
        check(&text);
    }

    #[test]
    fn any_text_holds(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_printed_text_holds(text in "[ -~àâçéèêëîïôùûœÀÉ’«»–\u{a0}\u{202f}\n]{0,200}") {
        check(&text);
    }
}
