//! The house keeps its order: a room uses only those before it, no engine file knows a language, nothing outside the
//! text is read.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms, each of which uses only those before it.
const ROOMS: [&str; 13] = [
    "error",
    "language",
    "span",
    "value",
    "context",
    "segment",
    "lang",
    "find",
    "resolve",
    "people",
    "document",
    "output",
    "annotator",
];

/// Rooms that look back over a document, which they extend with methods of their own.
const WINGS: [(&str, &str); 1] = [("timeline", "document")];

/// Tables whose keys are names that languages share, or are taken for such.
const TABLES: [&str; 2] = ["value/holidays.rs", "value/zone.rs"];

/// Words that name units and categories in rule files, and happen to be words of a language too.
const NOTATION: [&str; 5] = ["minute", "second", "weekend", "publication", "may"];

/// Words that tell when and who in the two languages, besides those of the packs' lists.
const CUES: [&str; 36] = [
    "ago",
    "yesterday",
    "tomorrow",
    "tonight",
    "today",
    "noon",
    "midnight",
    "o'clock",
    "fortnight",
    "mister",
    "mrs",
    "hier",
    "demain",
    "veille",
    "lendemain",
    "aujourd'hui",
    "midi",
    "minuit",
    "quinzaine",
    "prochain",
    "prochaine",
    "dernier",
    "dernière",
    "avant",
    "après",
    "depuis",
    "jusque",
    "vers",
    "heures",
    "jour",
    "jours",
    "mois",
    "année",
    "monsieur",
    "madame",
    "chaque",
];

/// A source file, with its path below `src` and its text.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The room it belongs to.
    fn room(&self) -> &str {
        self.path.split(['/', '.']).next().unwrap_or_default()
    }

    /// The files beside it that it takes in for tests alone.
    fn test_modules(&self) -> Vec<String> {
        let folder = self.path.rfind('/').map_or("", |at| &self.path[..=at]);
        let named = self.text.split("#[cfg(test)]\nmod ").skip(1);
        named.filter_map(|rest| Some(format!("{folder}{}.rs", rest.lines().next()?.strip_suffix(';')?))).collect()
    }

    /// Its code, with neither comments nor unit tests.
    fn code(&self) -> String {
        let code = self.text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        code.lines().map(without_comment).collect::<Vec<_>>().join("\n")
    }
}

/// A line without the comment at its end.
fn without_comment(line: &str) -> &str {
    let mut quoted = false;
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        match c {
            '"' if before != '\\' && before != '\'' => quoted = !quoted,
            '/' if before == '/' && !quoted => return &line[..at - 1],
            _ => {}
        }
        before = if before == '\\' && c == '\\' { ' ' } else { c };
    }
    line
}

/// The string literals of some code.
fn strings(code: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = None;
    let mut before = ' ';
    for (at, c) in code.char_indices() {
        if c == '"' && before != '\\' && !(start.is_none() && before == '\'') {
            match start.take() {
                Some(from) => found.push(&code[from..at]),
                None => start = Some(at + 1),
            }
        }
        before = if before == '\\' && c == '\\' { ' ' } else { c };
    }
    found
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        let mut entries: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                let path = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                sources.push(Source { path, text });
            }
        }
    }
    let tests: Vec<String> = sources.iter().flat_map(Source::test_modules).collect();
    sources.retain(|source| !tests.contains(&source.path));
    assert!(sources.len() > 20, "the sources are found");
    sources
}

fn rank(room: &str) -> Option<usize> {
    let room = WINGS.iter().find(|(wing, _)| *wing == room).map_or(room, |(_, of)| of);
    ROOMS.iter().position(|known| *known == room)
}

/// The rooms that some code names after `crate::`.
fn used(code: &str) -> BTreeSet<String> {
    let after = code.split("crate::").skip(1);
    let mut rooms = BTreeSet::new();
    for rest in after {
        let names = match rest.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or_default().split(',').collect(),
            None => vec![rest],
        };
        for name in names {
            let name: String = name.trim().chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            if !name.is_empty() {
                rooms.insert(name);
            }
        }
    }
    rooms
}

#[test]
fn a_room_uses_only_those_before_it() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| source.path != "lib.rs") {
        let Some(own) = rank(source.room()) else {
            wrong.push(format!("{}: a room without a place in the order", source.path));
            continue;
        };
        for room in used(&source.code()) {
            match rank(&room) {
                Some(other) if other <= own => {}
                _ => wrong.push(format!("{}: uses {room}", source.path)),
            }
        }
        if source.code().contains("super::super::") {
            wrong.push(format!("{}: climbs over its room", source.path));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The words of the two packs that tell when.
fn words() -> BTreeSet<String> {
    let mut words: BTreeSet<String> = CUES.into_iter().map(str::to_owned).collect();
    for language in ["fr", "en"] {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lang").join(language).join("words.tsv");
        for line in fs::read_to_string(file).unwrap().lines().filter(|line| !line.starts_with('#')) {
            let mut fields = line.split('\t');
            let (Some(forms), Some(category)) = (fields.next(), fields.next()) else { continue };
            let telling = match category {
                "weekday" | "weekdays" | "month" | "short-month" | "short-weekday" | "republican-month" => true,
                "numeral" | "ordinal" | "unit" | "season" | "part" => language == "fr",
                _ => false,
            };
            if telling {
                words.extend(forms.split('|').filter(|form| form.chars().count() > 2).map(str::to_lowercase));
            }
        }
    }
    assert!(words.contains("lundi") && words.contains("monday"), "the words are found");
    words.retain(|word| !NOTATION.contains(&word.as_str()));
    words
}

#[test]
fn the_engine_knows_no_language() {
    let words = words();
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| !TABLES.contains(&source.path.as_str())) {
        let code = source.code();
        for string in strings(&code) {
            let lower = string.to_lowercase();
            let told =
                lower.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-').find(|word| words.contains(*word));
            if let Some(word) = told {
                wrong.push(format!("{}: {word:?} in {string:?}", source.path));
            }
            if string.chars().any(|c| c.is_alphabetic() && !c.is_ascii()) {
                wrong.push(format!("{}: letters of a language in {string:?}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_outside_the_text_is_read() {
    const OUTSIDE: [&str; 7] = ["::now(", "std::fs", "std::env", "std::net", "std::process", "std::time", "std::io"];
    let mut wrong = Vec::new();
    for source in sources() {
        let code = source.code();
        let read = OUTSIDE.iter().filter(|outside| code.contains(**outside));
        wrong.extend(read.map(|outside| format!("{}: {outside}", source.path)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Classes that throw the regex engine off its fast path over text that is not ASCII.
const CLASSES: [&str; 4] = [r"\b", r"\w", r"\d", r"\s"];

#[test]
fn patterns_have_no_unicode_classes() {
    let mut wrong = Vec::new();
    for source in sources() {
        let code = source.code();
        let raw =
            code.split("r\"").chain(code.split("r#\"")).skip(1).map(|rest| rest.split('"').next().unwrap_or_default());
        for string in raw.filter(|string| CLASSES.iter().any(|class| string.contains(class))) {
            wrong.push(format!("{}: {string:?}", source.path));
        }
        for string in strings(&code)
            .into_iter()
            .filter(|string| CLASSES.iter().any(|class| string.contains(&format!("\\{class}"))))
        {
            wrong.push(format!("{}: {string:?}", source.path));
        }
    }
    for (path, line) in rules() {
        if CLASSES.iter().any(|class| line.contains(class)) {
            wrong.push(format!("{path}: {line}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The lines of the packs' rule files, with their files.
fn rules() -> Vec<(String, String)> {
    let mut lines = Vec::new();
    for language in ["fr", "en"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lang").join(language);
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.extension().is_some_and(|extension| extension == "rules") {
                let text = fs::read_to_string(&path).unwrap();
                lines.extend(text.lines().map(|line| (path.display().to_string(), line.to_owned())));
            }
        }
    }
    assert!(lines.len() > 100, "the rules are found");
    lines
}

#[test]
fn no_file_is_too_long() {
    for source in sources() {
        assert!(source.text.lines().count() <= 600, "{}: more than 600 lines", source.path);
    }
}
