//! Runs every case of `tests/cases/{fr,en}/*.toml`.
//!
//! A case has a `name` of its own, a `text`, an `anchor` and a direction (`prefer`) where they matter, and what is
//! expected: every temporal annotation that lies in no other, and any of those inside, in the order of the text.
//! `expect = []` is a trap: nothing temporal is to be found. `value` is the TIMEX3 value (or the interval's
//! `from/to`), `start` and `end` are of the span on the calendar, `mod` is TIMEX3's; what is left out is not compared.

use std::collections::HashSet;
use std::path::Path;

use chronique::{Annotation, Annotator, Context, Direction, Kind, Language};
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
    anchor: Option<String>,
    prefer: Option<String>,
    expect: Vec<Expected>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    text: String,
    kind: Kind,
    value: Option<String>,
    start: Option<String>,
    end: Option<String>,
    #[serde(rename = "mod")]
    modifier: Option<String>,
}

impl Case {
    fn context(&self, language: Language) -> Context {
        let mut context = Context::new().language(language);
        if let Some(anchor) = &self.anchor {
            context = context.anchor(anchor.parse().expect("an anchor is a date"));
        }
        match self.prefer.as_deref() {
            None => context,
            Some("past") => context.direction(Direction::Past),
            Some("future") => context.direction(Direction::Future),
            Some("nearest") => context.direction(Direction::Nearest),
            Some(other) => panic!("{}: prefer {other:?}", self.name),
        }
    }

    /// What is wrong, a line each.
    fn failures(&self, language: Language, annotator: &Annotator) -> Vec<String> {
        let document = annotator.annotate_with(&self.text, &self.context(language));
        let found: Vec<Annotation> = document.annotations().collect();
        let mut failures = Vec::new();
        let mut used = vec![false; found.len()];
        let mut next = 0;
        for expected in &self.expect {
            let fits =
                |annotation: &Annotation| annotation.text() == expected.text && annotation.kind() == expected.kind;
            match (next..found.len()).find(|&number| !used[number] && fits(&found[number])) {
                Some(number) => {
                    used[number] = true;
                    next = number;
                    failures.extend(expected.differences(&found[number]));
                }
                None => failures.push(format!("missing {} {:?}", expected.kind, expected.text)),
            }
        }
        let mut covered = 0;
        for (annotation, used) in found.iter().zip(used) {
            let outermost = annotation.span().end() > covered;
            covered = covered.max(annotation.span().end());
            if outermost && !used {
                failures.push(format!(
                    "spurious {} {:?} ({})",
                    annotation.kind(),
                    annotation.text(),
                    annotation.rule()
                ));
            }
        }
        failures
    }
}

impl Expected {
    fn differences(&self, annotation: &Annotation) -> Vec<String> {
        let resolved = annotation.resolved();
        let timex = annotation.timex();
        let side = |instant: Option<chronique::value::Instant>| instant.map(|instant| instant.to_string());
        let value = match &timex {
            Some(timex) => Some(timex.value.clone()),
            None => annotation.value().map(|value| value.to_string()),
        };
        let compared = [
            ("value", &self.value, value),
            ("start", &self.start, resolved.and_then(|resolved| side(resolved.start))),
            ("end", &self.end, resolved.and_then(|resolved| side(resolved.end))),
            ("mod", &self.modifier, timex.and_then(|timex| timex.modifier).map(|modifier| modifier.to_string())),
        ];
        let wrong = compared.into_iter().filter(|(_, wanted, is)| wanted.is_some() && *wanted != is);
        wrong
            .map(|(what, wanted, is)| {
                format!(
                    "{:?} {what}: want {:?}, is {:?}",
                    self.text,
                    wanted.as_deref().unwrap_or(""),
                    is.unwrap_or_default()
                )
            })
            .collect()
    }
}

#[test]
fn cases() {
    let times = Kind::ALL.into_iter().filter(|kind| !matches!(kind, Kind::Person | Kind::Conflict));
    let annotator = Annotator::builder().kinds(times).build().expect("the packs compile");
    let mut names = HashSet::new();
    let mut failed = Vec::new();
    for language in Language::ALL {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(language.code());
        let mut files: Vec<_> =
            std::fs::read_dir(&folder).expect("a folder of cases").map(|file| file.unwrap().path()).collect();
        files.sort();
        for file in files {
            let text = std::fs::read_to_string(&file).expect("a file of cases");
            let cases: File = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            for case in &cases.case {
                let name =
                    format!("{}/{}: {}", language.code(), file.file_stem().unwrap().to_string_lossy(), case.name);
                for failure in case.failures(language, &annotator) {
                    failed.push(format!("{name}: {failure}"));
                }
                assert!(names.insert(name.clone()), "two cases are called {name}");
            }
        }
    }
    assert!(!names.is_empty(), "there are cases");
    assert!(failed.is_empty(), "{} failures of {} cases:\n{}", failed.len(), names.len(), failed.join("\n"));
}
