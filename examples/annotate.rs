//! Annotates texts: a readable table, JSON, or JSON Lines in and out.
//!
//! ```text
//! annotate [--format table|json] [--lang fr|en] [--anchor DATE] [FILE…]    files, or standard input
//! annotate --jsonl [--tokens]                                             documents, one JSON object a line
//! ```

use std::io::{self, BufRead, BufWriter, Read, Write};
use std::process::ExitCode;

use chronique::{Annotator, Context, Direction, Document, segment};
use serde_json::{Map, Value, json};

const USAGE: &str = "usage: annotate [--format table|json] [--lang fr|en] [--anchor DATE] [FILE...]\n       annotate --jsonl [--tokens]";

#[derive(Default)]
struct Arguments {
    json: bool,
    lines: bool,
    tokens: bool,
    context: Context,
    files: Vec<String>,
}

fn main() -> ExitCode {
    let arguments = match arguments(std::env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(why) => {
            eprintln!("annotate: {why}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let done = if arguments.lines { lines(&arguments, &mut out) } else { files(&arguments, &mut out) };
    match done.and_then(|failed| out.flush().map(|()| failed)) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("annotate: {error}");
            ExitCode::FAILURE
        }
    }
}

fn arguments(mut words: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let mut arguments = Arguments::default();
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("{word} wants a value"));
        match word.as_str() {
            "--format" => {
                arguments.json = match value()?.as_str() {
                    "json" => true,
                    "table" => false,
                    other => return Err(format!("unknown format {other:?}: table or json")),
                }
            }
            "--lang" => {
                let language = value()?.parse().map_err(|error: chronique::Error| error.to_string())?;
                arguments.context = arguments.context.language(language);
            }
            "--anchor" => {
                let anchor = value()?.parse().map_err(|error: chronique::Error| error.to_string())?;
                arguments.context = arguments.context.anchor(anchor);
            }
            "--jsonl" => arguments.lines = true,
            "--tokens" => arguments.tokens = true,
            option if option.starts_with("--") => return Err(format!("unknown option {option}")),
            _ => arguments.files.push(word),
        }
    }
    Ok(arguments)
}

/// Annotates files, or standard input; returns how many could not be read.
fn files(arguments: &Arguments, out: &mut BufWriter<io::StdoutLock>) -> io::Result<usize> {
    let mut reader = Annotator::builder().build().map_err(io::Error::other)?.reader();
    let mut failed = 0;
    let mut show = |text: &str, out: &mut BufWriter<io::StdoutLock>| {
        let document = reader.annotate_with(text, &arguments.context);
        if arguments.json { writeln!(out, "{}", object(&document, arguments.tokens)) } else { table(&document, out) }
    };
    if arguments.files.is_empty() {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text)?;
        show(&text, out)?;
    }
    for file in &arguments.files {
        match std::fs::read_to_string(file) {
            Ok(text) => show(&text, out)?,
            Err(error) => {
                eprintln!("annotate: {file}: {error}");
                failed += 1;
            }
        }
    }
    Ok(failed)
}

/// Annotates documents, one a line, in order; returns how many lines were none.
fn lines(arguments: &Arguments, out: &mut impl Write) -> io::Result<usize> {
    let mut reader = Annotator::builder().build().map_err(io::Error::other)?.reader();
    let mut failed = 0;
    for (number, line) in io::stdin().lock().split(b'\n').enumerate() {
        let line = line?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let warn = |why: &str| eprintln!("annotate: line {}: {why}", number + 1);
        match input(&line, warn) {
            Ok((id, text, context)) => {
                let mut object = object(&reader.annotate_with(&text, &context), arguments.tokens);
                object["id"] = id;
                writeln!(out, "{object}")?;
            }
            Err(why) => {
                warn(&why);
                failed += 1;
            }
        }
    }
    Ok(failed)
}

/// The id, the text and the context of a document on a line; without an anchor, where it is in no known form.
fn input(line: &[u8], warn: impl Fn(&str)) -> Result<(Value, String, Context), String> {
    let mut object: Map<String, Value> = serde_json::from_slice(line).map_err(|error| error.to_string())?;
    let text = match object.remove("text") {
        Some(Value::String(text)) => text,
        _ => return Err("no \"text\"".to_owned()),
    };
    let mut context = Context::new();
    if let Some(anchor) = string(&object, "anchor")? {
        match anchor.parse() {
            Ok(anchor) => context = context.anchor(anchor),
            Err(error) => warn(&format!("read without its anchor: {error}")),
        }
    }
    if let Some(language) = string(&object, "lang")? {
        context = context.language(language.parse().map_err(|error: chronique::Error| error.to_string())?);
    }
    if let Some(direction) = string(&object, "prefer")? {
        context = context.direction(match direction {
            "past" => Direction::Past,
            "future" => Direction::Future,
            "nearest" => Direction::Nearest,
            other => return Err(format!("unknown \"prefer\" {other:?}: past, future or nearest")),
        });
    }
    Ok((object.remove("id").unwrap_or_default(), text, context))
}

fn string<'o>(object: &'o Map<String, Value>, key: &str) -> Result<Option<&'o str>, String> {
    match object.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(value)) => Ok(Some(value)),
        Some(_) => Err(format!("{key:?} is no string")),
    }
}

fn object(document: &Document, tokens: bool) -> Value {
    let mut object = json!(document);
    if tokens {
        object["tokens"] = json!(segment::whole(document.tokens()).collect::<Vec<_>>());
        object["sentences"] = json!(document.sentences());
    }
    object
}

/// Where, what, kind, value, resolved, who.
fn table(document: &Document, out: &mut impl Write) -> io::Result<()> {
    let anchor = document.anchor().map_or_else(|| "none".to_owned(), |anchor| anchor.to_string());
    let language = document.language().map_or("unknown", |language| language.code());
    writeln!(out, "language {language}, anchor {anchor}")?;
    writeln!(out, "{:>11}  {:<9} {:<34} {:<24} {:<45} who", "bytes", "kind", "text", "value", "resolved")?;
    for annotation in document.annotations() {
        let span = annotation.span();
        let place = format!("{}-{}", span.start(), span.end());
        let text = annotation.text().split_whitespace().collect::<Vec<_>>().join(" ");
        let value = annotation.value().map(|value| value.to_string()).unwrap_or_default();
        let resolved = annotation.resolved().map(|resolved| resolved.to_string()).unwrap_or_default();
        let who = annotation.person().map_or("", |person| &person.name().full);
        let line = format!("{place:>11}  {:<9} {text:<34} {value:<24} {resolved:<45} {who}", annotation.kind().name());
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}
