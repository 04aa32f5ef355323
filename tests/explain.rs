//! Why a value is what it is, and what of a text cannot hold.

use chronique::{Annotator, Context, Kind, Language, Source};

fn french(anchor: &str) -> Context {
    Context::new().language(Language::French).anchor(anchor.parse().unwrap())
}

#[test]
fn a_value_tells_where_it_is_from() {
    let text = "Le 12 février 2024, le pont a cédé. La veille, tout allait bien. Le maire parlera vendredi.";
    let document = Annotator::new().annotate_with(text, &french("2024-03-05"));
    let why = |wanted: &str| {
        let annotation = document.annotations().find(|annotation| annotation.text() == wanted).expect(wanted);
        annotation.explain().unwrap()
    };
    assert_eq!(why("12 février 2024").source, Source::Text);
    let first = document.dates().next().unwrap().span();
    assert_eq!(why("La veille").source, Source::Annotation(first));
    assert_eq!(why("vendredi").source, Source::Anchor);
    assert_eq!(why("vendredi").said.to_string(), "XXXX-WXX-5");
}

#[test]
fn a_section_is_a_source() {
    let text = "Jeudi 15 février\n\nLa digue cède.\n\nVendredi\n\nLes secours arrivent à 6 heures.";
    let document = Annotator::new().annotate_with(text, &french("2024-03-05"));
    let friday = document.day_names().find(|annotation| annotation.text() == "Vendredi").unwrap().span();
    assert_eq!(document.times().next().unwrap().explain().unwrap().source, Source::Annotation(friday));
}

#[test]
fn nothing_to_count_from_is_said() {
    let document = Annotator::new().annotate_with("Il viendra demain.", &Context::new().language(Language::French));
    assert_eq!(document.dates().next().unwrap().explain().unwrap().source, Source::Nothing);
}

/// What the text says and the calendar says, of each conflict.
fn conflicts(text: &str, language: Language) -> Vec<(String, String)> {
    let annotator = Annotator::builder().kinds([Kind::Conflict]).build().unwrap();
    let context = Context::new().language(language).anchor("2024-03-05".parse().unwrap());
    let document = annotator.annotate_with(text, &context);
    document.annotations().filter_map(|a| a.conflict()).map(|(a, b)| (a.to_owned(), b.to_owned())).collect()
}

#[test]
fn conflicts_are_said() {
    for (language, text, says) in [
        (Language::French, "Il est mort le vendredi 18 novembre 2023.", "2023-11-18 friday"),
        (Language::English, "He died on Friday, November 18, 2023.", "2023-11-18 friday"),
        (Language::French, "Le contrat finit le 31 février 2023.", "2023-02-31"),
        (Language::English, "The lease ends on February 31, 2023.", "2023-02-31"),
        (Language::French, "La foire va du 9 mars 2023 au 5 mars 2023.", "2023-03-09/2023-03-05"),
        (Language::English, "The fair runs from March 9, 2023 to March 5, 2023.", "2023-03-09/2023-03-05"),
        (Language::French, "Le musée ouvre de 9h à 11h, soit trois heures.", "PT3H"),
        (Language::English, "The museum is open from 9am to 11am, that is three hours.", "PT3H"),
    ] {
        let found = conflicts(text, language);
        assert!(found.iter().any(|(said, _)| said == says), "{text}: {found:?}");
    }
}

#[test]
fn what_holds_is_no_conflict() {
    for (language, text) in [
        (Language::French, "Il est mort le samedi 18 novembre 2023, un 29 février 2024, du 3 au 5 mars."),
        (
            Language::English,
            "He died on Saturday, November 18, 2023, and on February 29, 2024, from March 3 to March 5.",
        ),
        (Language::French, "Le musée ouvre de 9h à 11h, soit deux heures."),
        (Language::English, "The museum is open from 9am to 11am, that is two hours."),
    ] {
        assert_eq!(conflicts(text, language), [], "{text}");
    }
}

#[test]
fn conflicts_are_off_unless_asked_for() {
    let document = Annotator::new().annotate("Il est mort le vendredi 18 novembre 2023.");
    assert_eq!(document.of_kind(Kind::Conflict).count(), 0);
}

#[test]
fn what_a_value_counts_from_is_its_source() {
    let text = "La société a publié ses comptes lundi. Le dividende sera versé le 5 juin. Le titre avait bondi la veille. \
                En 1998, elle avait perdu un procès. Un an plus tôt, elle en avait gagné un.";
    let document = Annotator::new().annotate_with(text, &french("2024-03-05"));
    let found = |wanted: &str| document.annotations().find(|annotation| annotation.text() == wanted).expect(wanted);
    let source = |wanted: &str| found(wanted).explain().unwrap().source;
    assert_eq!(source("lundi"), Source::Anchor);
    assert_eq!(source("la veille"), Source::Annotation(found("lundi").span()));
    assert_eq!(source("Un an plus tôt"), Source::Annotation(found("1998").span()));
}
