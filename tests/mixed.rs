//! Texts whose lines are in two languages.

use chronique::{Annotator, Context, Language};

const FRENCH: &str = "Le maire a publié vendredi une longue lettre aux habitants de la ville.\n\n\
                      \"I will meet the governor next Tuesday, and we have spoken for two hours. The day before, I will \
                      be in Boston,\" his American colleague answered.\n\n\
                      La rencontre aura lieu le 12 mars à la mairie. Le lendemain, les deux élus se rendront au port.";
const ENGLISH: &str = "The mayor wrote a long letter to the people of the city on Friday.\n\n\
                       « Je verrai le préfet mardi prochain, et nous avons parlé pendant deux heures. La veille, je \
                       serai à Lyon. »\n\n\
                       The meeting will take place on March 12 at the town hall. The next day both will visit the port.";

fn read(text: &str, context: &Context) -> Vec<(String, String)> {
    let document = Annotator::new().annotate_with(text, context);
    let times = document.annotations().filter_map(|annotation| {
        let value = annotation.value()?.to_string();
        Some((annotation.text().to_owned(), value))
    });
    times.collect()
}

fn context() -> Context {
    Context::new().anchor("2024-03-05".parse().unwrap())
}

#[track_caller]
fn holds(text: &str, context: &Context, expected: &[(&str, &str)]) {
    let found = read(text, context);
    let found: Vec<(&str, &str)> = found.iter().map(|(text, value)| (text.as_str(), value.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn each_line_is_read_in_its_language_and_tells_its_own_story() {
    holds(
        FRENCH,
        &context(),
        &[
            ("vendredi", "2024-03-01"),
            ("next Tuesday", "2024-03-12"),
            ("Tuesday", "2024-03-12"),
            ("two hours", "PT2H"),
            ("The day before", "2024-03-11"),
            ("12 mars", "2024-03-12"),
            ("Le lendemain", "2024-03-13"),
        ],
    );
    holds(
        ENGLISH,
        &context(),
        &[
            ("Friday", "2024-03-01"),
            ("mardi prochain", "2024-03-12"),
            ("mardi", "2024-03-12"),
            ("deux heures", "PT2H"),
            ("La veille", "2024-03-11"),
            ("March 12", "2024-03-12"),
            ("The next day", "2024-03-13"),
        ],
    );
}

#[test]
fn a_name_in_another_language_is_no_line_of_it() {
    let text = "Le film a été tourné à Boston.\n\nThe Last of the Mohicans\n\nIl sort mardi prochain dans les salles.";
    holds(text, &context(), &[("mardi prochain", "2024-03-12"), ("mardi", "2024-03-12")]);
}

#[test]
fn the_language_that_the_caller_tells_is_that_of_every_line() {
    let french = context().language(Language::French);
    let found = read(FRENCH, &french);
    assert!(found.iter().any(|(text, _)| text == "12 mars"));
    assert!(found.iter().all(|(text, _)| text != "next Tuesday"));
}
