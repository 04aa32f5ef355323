//! Prints the timeline of a text: when, what the text says there, who is in it.
//!
//! ```text
//! timeline [FILE]    a file, or standard input
//! ```

use std::io::{self, Read};
use std::process::ExitCode;

use chronique::{Annotator, Document};

fn main() -> ExitCode {
    match text(std::env::args().nth(1)) {
        Ok(text) => {
            print(&Annotator::new().annotate(&text));
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("timeline: {why}");
            ExitCode::FAILURE
        }
    }
}

fn text(file: Option<String>) -> Result<String, String> {
    let mut text = String::new();
    match file {
        Some(file) => std::fs::read_to_string(&file).map_err(|error| format!("{file}: {error}")),
        None => io::stdin().read_to_string(&mut text).map(|_| text).map_err(|error| error.to_string()),
    }
}

fn print(document: &Document) {
    for event in document.timeline() {
        let when = event.resolved().start.map(|start| start.to_string()).unwrap_or_default();
        let what: Vec<&str> = event.annotations().iter().map(|annotation| annotation.text()).collect();
        let who: Vec<&str> = event.people().iter().map(|person| person.name().full.as_str()).collect();
        let line = format!("{when:<26} {:<50} {}", what.join(" | "), who.join(", "));
        println!("{}", line.trim_end());
    }
}
