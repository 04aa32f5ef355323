//! Runs every case of `tests/cases/people/{fr,en}/*.toml`: who is named, where, and who is who.
//!
//! A case has a `name`, a `text` and the `people` expected, by first mention: `full` and `mentions` are always
//! compared, `given`, `family`, `title` and `role` where they stand.

use std::collections::HashSet;
use std::path::Path;

use chronique::{Annotator, Context, Document, Language, Person};
use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    text: String,
    people: Vec<Expected>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    full: String,
    given: Option<String>,
    family: Option<String>,
    title: Option<String>,
    role: Option<String>,
    mentions: Vec<String>,
}

impl Expected {
    fn is(&self, person: &Person, document: &Document) -> bool {
        let mentions = person.mentions().iter().map(|span| &document.text()[span.range()]);
        let same = |wanted: &Option<String>, got: Option<&str>| wanted.is_none() || wanted.as_deref() == got;
        self.full == person.name().full
            && same(&self.given, person.name().given.as_deref())
            && same(&self.family, person.name().family.as_deref())
            && same(&self.title, person.title())
            && same(&self.role, person.role())
            && mentions.eq(self.mentions.iter())
    }
}

/// The cases of a language that fail, with what was found; and how many there are.
fn failures(language: Language) -> (Vec<String>, usize) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/people").join(language.code());
    let annotator = Annotator::new();
    let (mut failures, mut names) = (Vec::new(), HashSet::new());
    for entry in std::fs::read_dir(folder).expect("a folder of cases") {
        let file = std::fs::read_to_string(entry.expect("a file").path()).expect("a file of cases");
        for case in toml::from_str::<File>(&file).expect("cases in TOML").case {
            let document = annotator.annotate_with(&case.text, &Context::new().language(language));
            let people = document.people();
            let right = people.len() == case.people.len()
                && case.people.iter().zip(people).all(|(expected, person)| expected.is(person, &document));
            if !right {
                failures.push(format!("{}: {people:#?}", case.name));
            }
            assert!(names.insert(case.name.clone()), "two cases named {:?}", case.name);
        }
    }
    (failures, names.len())
}

#[test]
fn french_people() {
    let (failures, count) = failures(Language::French);
    assert!(count >= 20 && failures.is_empty(), "{} of {count} cases fail:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn english_people() {
    let (failures, count) = failures(Language::English);
    assert!(count >= 20 && failures.is_empty(), "{} of {count} cases fail:\n{}", failures.len(), failures.join("\n"));
}
